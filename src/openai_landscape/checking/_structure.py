"""How a model is built, what it derives from and what of it is public."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from openai_landscape.catalogue import LineageError
from openai_landscape.checking._combine import together
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Names, Word, say
from openai_landscape.checking._scene import ARTIFACT, Scene, fact
from openai_landscape.checking._words import meaning
from openai_landscape.checking.assessment import FactReason
from openai_landscape.entities import Model, Organization, Product


def _models_of(scene: Scene) -> tuple[Model, ...]:
    """The single models that the subject stands for: of a family, a product, or a party."""
    found = scene.subject("model", "product", "organization")
    known = scene.catalog.models
    if isinstance(found, Model):
        return scene.models(found)
    if isinstance(found, Product):
        return tuple(known[name] for name in found.models if name in known)
    if isinstance(found, Organization):
        return tuple(m for m in known.values() if m.developer == found.id and (m.kind == "model" or not m.members))
    return ()


def judge_architecture(scene: Scene) -> Judged:
    """Judge "X is a mixture of experts"."""
    asked = meaning("architecture", scene.word)
    found = scene.subject("model")
    if not isinstance(found, Model):
        return unknown(f"{scene.name}: no model of that name is in the catalogue")
    if asked is None:
        return unknown(f"{scene.word!r}: how {found.name} is built in that respect is not on record")
    if found.architecture is not None:
        return _built(found, asked, found.architecture)
    return together(((m.name,), _built(m, asked, m.architecture)) for m in scene.models(found))


def _built(model: Model, asked: str, recorded: str | None) -> Judged:
    if recorded is None:
        return unknown(f"how {model.name} is built is not on record")
    told = fact(model, "architecture", recorded)
    shown = Word(f"architecture-{recorded}") if recorded in WORDED else recorded
    right = say("built", name=model.name, architecture=shown)
    kinds = _KINDS.get(recorded, (frozenset({recorded}), frozenset()))
    if asked in kinds[0]:
        return Judged(Truth.TRUE, (told,), right)
    if asked in kinds[1]:
        return unknown(f"whether {model.name} is a {asked} is not on record, only that it is {recorded}").because(told)
    return Judged(Truth.FALSE, (told,), right)


WORDED: Final = frozenset({"dense", "moe", "diffusion", "hybrid", "ssm", "rnn"})
_OPEN_KINDS: Final = frozenset({"transformer", "decoder", "encoder", "encoder_decoder"})
_KINDS: Final = MappingProxyType(
    {
        "moe": (frozenset({"moe"}), _OPEN_KINDS),
        "dense": (frozenset({"dense"}), _OPEN_KINDS),
        "diffusion": (frozenset({"diffusion"}), _OPEN_KINDS),
        "rectified flow transformer": (
            frozenset({"transformer", "rectified flow transformer"}),
            frozenset({"diffusion"}),
        ),
        "MM-DiT": (frozenset({"transformer", "diffusion"}), frozenset()),
        "hybrid": (frozenset({"hybrid"}), frozenset({"ssm", "moe", "dense", *_OPEN_KINDS})),
        "ssm": (frozenset({"ssm"}), frozenset()),
        "rnn": (frozenset({"rnn"}), frozenset()),
    }
)
"""For each recorded architecture: what it is, and what it may be as well."""


def judge_derivation(scene: Scene) -> Judged:
    """Judge "X is based on Y"."""
    found = scene.subject(*ARTIFACT)
    base = scene.find(scene.said, *ARTIFACT)
    if isinstance(found, Product):
        return _runs_on(scene, found, base)
    if not isinstance(found, Model):
        return unknown(f"{scene.name}: no model of that name is in the catalogue")
    if not isinstance(base, Model):
        return unknown(f"{scene.word!r}: no model of that name is in the catalogue")
    return together(((m.name,), _derives(scene, m, base)) for m in _stems(scene, found))


def _stems(scene: Scene, model: Model) -> tuple[Model, ...]:
    return (model,) if model.base_models else scene.models(model)


def _derives(scene: Scene, model: Model, base: Model) -> Judged:
    try:
        line = scene.catalog.lineage(model)
    except LineageError as error:
        return unknown(str(error))
    told = tuple(
        FactReason(
            text=f"{model.name} derives from {each.model.name} ({each.relation.replace('_', ' ')})",
            entity=model.id,
            field="base_models",
            value=each.model.id,
            source=next((link.source for link in model.base_models if link.model == each.model.id), None),
        )
        for each in line
    )
    bases = Names(tuple(dict.fromkeys(each.model.name for each in line if each.distance == 1)) or ("?",))
    right = say("derives", name=model.name, bases=bases)
    if any(_same(scene, each.model, base) for each in line):
        return Judged(Truth.TRUE, told, right)
    if any(each.model.id in _above(scene, base) for each in line):
        return Judged(Truth.LOOSE, told, right)  # of which size is not recorded
    complete = model.ancestry != "unknown" and all(each.model.ancestry != "unknown" for each in line)
    if not complete:
        return unknown(f"what {model.name} derives from is not recorded in full").because(*told)
    if not line:
        source = FactReason(
            text=f"{model.name} was trained from scratch",
            entity=model.id,
            field="ancestry",
            value=model.ancestry,
            source=model.ancestry_source,
        )
        return Judged(Truth.FALSE, (source,), say("from-scratch", name=model.name))
    return Judged(Truth.FALSE, told, right)


def _same(scene: Scene, ancestor: Model, base: Model) -> bool:
    """Whether an ancestor is what is named: itself, or the family that it is a member of."""
    return ancestor.id == base.id or base.id in _above(scene, ancestor)


def _above(scene: Scene, model: Model) -> frozenset[str]:
    """The families that a model belongs to, and those that these belong to."""
    known = scene.catalog.models
    found = {each.id for each in known.values() if model.id in each.members}
    if model.family is not None:
        found.add(model.family)
    for name in tuple(found):
        if name in known and name != model.id:
            found |= _above(scene, known[name])
    return frozenset(found)


def _runs_on(scene: Scene, product: Product, base: object) -> Judged:
    if not isinstance(base, Model):
        return unknown(f"{scene.word!r}: no model of that name is in the catalogue")
    held = [scene.catalog.models[name] for name in product.models if name in scene.catalog.models]
    if not held:
        return unknown(f"on which models {product.name} runs is not on record")
    told = tuple(fact(product, "models", each.name) for each in held)
    right = say("runs-on", name=product.name, models=Names(tuple(each.name for each in held)))
    if any(_same(scene, each, base) for each in held):
        return Judged(Truth.TRUE, told, right)
    lines = [a.model for each in held for a in scene.catalog.lineage(each)]
    if any(_same(scene, each, base) for each in lines):
        return Judged(Truth.LOOSE, told, right)
    return unknown(f"on record are only some of the models that {product.name} ran on").because(*told)


def judge_disclosure(scene: Scene) -> Judged:
    """Judge "the training data of X are public"."""
    held = _models_of(scene)
    if not held:
        return unknown(f"{scene.name}: no model of that name is in the catalogue")
    component = str(scene.said)
    if component not in _STATES:
        return unknown(f"the {component.replace('_', ' ')} of {scene.name}: whether it is public is not on record")
    return together((names, _disclosed(model, component)) for model, names in _alike(held, component))


def _alike(held: tuple[Model, ...], component: str) -> Iterator[tuple[Model, tuple[str, ...]]]:
    """One model of each lot of which the same is recorded, with the names of all."""
    lots: dict[object, list[Model]] = {}
    for model in held:
        key = (getattr(model, _FIELDS[component]), any(r.component == "code" for r in model.licenses))
        lots.setdefault(key, []).append(model)
    for lot in lots.values():
        yield lot[0], tuple(each.name for each in lot)


_FIELDS: Final = MappingProxyType({"weights": "weights", "training_data": "training_data", "code": "training_code"})
_STATES: Final = MappingProxyType(
    {
        "weights": {"open": Truth.TRUE, "gated": Truth.TRUE, "leaked": Truth.LOOSE, "closed": Truth.FALSE},
        "training_data": {"open": Truth.TRUE, "described": Truth.SPLIT, "closed": Truth.FALSE},
        "code": {"open": Truth.TRUE, "restricted": Truth.LOOSE, "closed": Truth.FALSE},
    }
)


def _disclosed(model: Model, component: str) -> Judged:
    field = _FIELDS[component]
    state = getattr(model, field)
    if state is None or state == "unknown":
        told = (fact(model, field, state),) if state else ()
        return unknown(
            f"whether the {component.replace('_', ' ')} of {model.name} are public is not on record"
        ).because(*told)
    truth = _STATES[component][state]
    reasons = [fact(model, field, state)]
    code = next((record for record in model.licenses if record.component == "code"), None)
    if component == "code" and truth is Truth.FALSE and code is not None:
        # the code that runs a model can be public where that which trained it is not
        reasons.append(fact(model, "code", code.license or code.as_written, source=code.source))
        truth = Truth.SPLIT
    right = say("disclosed", name=model.name, component=Word(f"part-{component}"), state=Word(f"state-{state}"))
    return Judged(truth, tuple(reasons), right)
