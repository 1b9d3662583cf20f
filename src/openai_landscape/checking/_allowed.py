"""What terms are said to allow, and to whom a thing is said to be open: each put to the licence as a use."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from attrs import frozen

from openai_landscape.checking._clauses import deciding, of_findings
from openai_landscape.checking._combine import over_parts
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Slot, Word, say
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.checking._terms import Terms
from openai_landscape.checking._words import meaning
from openai_landscape.checking.assessment import ClauseReason, Reason
from openai_landscape.definitions.parts import Part
from openai_landscape.definitions.probes import for_purpose, small
from openai_landscape.entities import Disagreement, Model
from openai_landscape.evaluation import Outcome, Verdict
from openai_landscape.quantities import Day
from openai_landscape.use import Licensee, Use


@frozen
class Doing:
    """What a word for an activity asks: the activities, for which ends, with which facts."""

    activities: tuple[str, ...]
    ends: tuple[str, ...] = ("research", "commercial")
    facts: tuple[tuple[str, object], ...] = ()


_OWN: Final = ("original",)
_CHANGED: Final = ("derivative",)
_RIVAL: Final = MappingProxyType({"kind": "language", "released": True})

DOINGS: Final = MappingProxyType(
    {
        "commercial_use": Doing(("run",), ("commercial",)),
        "commercial_products": Doing(("embed",), ("commercial",)),
        "research": Doing(("run",), ("research",)),
        "education": Doing(("run",), ("education",)),
        "personal_use": Doing(("run",), ("personal",)),
        "non_commercial_use": Doing(("run",), ("personal", "research")),
        "use": Doing(("run",)),
        "self_hosting": Doing(("run",)),
        "modification": Doing(("modify",), facts=(("handed_over", _CHANGED),)),
        "distribution": Doing(("distribute",), facts=(("handed_over", _OWN),)),
        "distribution_of_derivatives": Doing(("modify", "distribute"), facts=(("handed_over", _CHANGED),)),
        "hosting": Doing(("host",)),
        "selling": Doing(("distribute",), ("commercial",), (("handed_over", _OWN),)),
        "training_other_models": Doing(("improve_other_models",), facts=(("improved_model", _RIVAL),)),
        "use_of_outputs": Doing(("use_outputs",)),
        "military_use": Doing(("run",), ("governmental",), (("fields", ("military",)),)),
        "medical_use": Doing(("run",), ("commercial",), (("fields", ("medical_practice",)),)),
        "surveillance": Doing(("run",), ("governmental",), (("fields", ("surveillance",)),)),
    }
)


_NEEDS_WEIGHTS: Final = frozenset({"self_hosting", "distribution", "distribution_of_derivatives"})
"""What nobody can do with weights that are not published, whatever terms a service has."""


def judge_allowed(scene: Scene) -> Judged:
    """Judge "X may be used commercially", "may be modified" and the like."""
    held = scene.terms()
    if not held:
        return unknown(f"{scene.name}: no licence or model of that name is in the catalogue")
    named = meaning("activity", scene.word)
    if named is None:
        return unknown(f"{scene.word!r}: no activity that a licence could be asked for")
    return over_parts(scene, held, lambda part, day: _allowed(scene, named, part, day))


def _allowed(scene: Scene, named: str, part: Part, day: Day) -> Judged:
    terms = Terms(scene, part, day)
    if isinstance(part.target, Model) and part.target.weights == "closed" and named in _NEEDS_WEIGHTS:
        return Judged(Truth.FALSE, (fact(part.target, "weights", "closed"),), say("closed", name=terms.name))
    if terms.gap is not None:
        return terms.gap
    doing = DOINGS[named]
    verdicts = {end: terms.ask(_use(doing, end, day)) for end in doing.ends}
    free = [end for end, each in verdicts.items() if each.outcome is Outcome.PERMITTED]
    reasons = (*_clauses(scene, verdicts.values()), *terms.notes)
    slots: dict[str, Slot] = {"name": terms.name, "activity": Word(f"do-{named}")}
    if not free and any(each.outcome is Outcome.DEPENDS for each in verdicts.values()):
        return _unsettled(verdicts.values(), reasons, slots)
    if not free:
        asked = all(each.outcome is Outcome.NEEDS_AGREEMENT for each in verdicts.values())
        return Judged(Truth.FALSE, reasons, say("needs-agreement" if asked else "not-allowed", **slots))
    if len(free) < len(verdicts):
        return Judged(Truth.LOOSE, reasons, say("allowed-research", **slots))
    limits = _limited_to_some(terms, doing)
    if limits and doing.ends == ("commercial",):
        right = say("allowed-some", clause=f"{limits[0].license} {limits[0].clause}", **slots)
        return Judged(Truth.LOOSE, (*reasons, *limits), right)
    return Judged(Truth.TRUE, (*reasons, *limits), say("allowed", **slots))


def _use(doing: Doing, end: str, day: Day, **facts: object) -> Use:
    given = {name: dict(value) if isinstance(value, MappingProxyType) else value for name, value in doing.facts}
    return for_purpose(end, *doing.activities, on=day, **given, **facts)


def _clauses(scene: Scene, verdicts: Iterable[Verdict]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reason for each in verdicts for reason in deciding(scene.catalog, each)))


def _unsettled(verdicts: Iterable[Verdict], reasons: tuple[Reason, ...], slots: dict[str, Slot]) -> Judged:
    """It turns on how the text is read, or on what the claim leaves out."""
    told: dict[str, None] = {}
    for each in verdicts:
        told |= dict.fromkeys(f"{r.license} {r.clause}: {r.question}" for r in each.ambiguities)
        told |= dict.fromkeys(f"it depends on {name}" for name in each.unknown if not name.startswith("readings."))
    return Judged(Truth.SPLIT, (*reasons, *unknown(*told).reasons), say("unsettled", **slots))


def _limited_to_some(terms: Terms, doing: Doing) -> tuple[ClauseReason, ...]:
    """The clauses that take it from some licensees, by who they are."""
    use = _use(doing, doing.ends[-1], terms.day, licensee=Licensee(kind="company", trades=()), territories=None)
    verdict = terms.ask(use)
    return of_findings(
        terms.scene.catalog,
        (each for each in verdict.findings if each.truth is None and each.effect in ("reservation", "prohibition")),
    )


ACCESS: Final = MappingProxyType(
    {
        "everyone": (("commercial", "company"), ("personal", "individual")),
        "developers": (("commercial", "individual"), ("personal", "individual")),
        "researchers": (("research", "academic"),),
        "industry_researchers": (("research", "company"),),
        "companies": (("commercial", "company"),),
        "small_companies": (("commercial", "company"),),
        "individuals": (("personal", "individual"),),
        "governments": (("governmental", "government"),),
        "nonprofits": (("charitable", "nonprofit"),),
    }
)
"""For each kind of party what it would usually do, and as what kind of licensee."""


def judge_access(scene: Scene) -> Judged:
    """Judge "researchers have access to X"."""
    found = scene.subject("model", "product", "license")
    who = meaning("access", scene.word)
    if not isinstance(found, Model):
        return unknown(f"{scene.name}: who has access to it is not on record")
    if who is None:
        return unknown(f"{scene.word!r}: no kind of party that the terms could be asked for")
    return over_parts(scene, scene.terms(), lambda part, day: _access(scene, found, who, part, day))


def _access(scene: Scene, named: Model, who: str, part: Part, day: Day) -> Judged:
    model = part.target
    assert isinstance(model, Model)
    if model.weights in (None, "closed"):
        why = "its weights are not published; who may use it as a service is not on record"
        return unknown(f"{', '.join(part.names)}: {why}")
    terms = Terms(scene, part, day)
    if terms.gap is not None:
        return terms.gap
    usual = [terms.ask(_by(kind, end, day)) for end, kind in ACCESS[who]]
    research = [terms.ask(_by(kind, "research", day)) for _, kind in ACCESS[who]]
    free = [each for each in usual if each.outcome is Outcome.PERMITTED]
    reasons = (*_state(model, named), *_clauses(scene, (*usual, *research)), *terms.notes)
    slots: dict[str, Slot] = {"name": terms.name, "who": Word(f"who-{who}")}
    if not free and all(each.outcome is not Outcome.PERMITTED for each in research):
        return Judged(Truth.FALSE, reasons, say("no-access", **slots))
    if len(free) < len(usual) or not _handed_out(model, named):
        return Judged(Truth.LOOSE, reasons, say("some-access", **slots))
    if model.weights == "gated" and who in ("everyone", "developers"):
        return Judged(Truth.LOOSE, reasons, say("gated", name=terms.name))
    return Judged(Truth.TRUE, reasons, say("full-access", **slots))


def _by(kind: str, end: str, day: Day) -> Use:
    return for_purpose(end, "run", licensee=small(kind=kind), on=day)


def _handed_out(model: Model, named: Model) -> bool:
    """Whether the maker hands the weights out: where they leaked, whether another source says that it did as well."""
    states = {model.weights, *(each.value for each in _other_words(model, named))}
    return bool(states & {"open", "gated"})


def _other_words(model: Model, named: Model) -> Iterable[Disagreement]:
    """What other sources say of the weights, of the model or of the family that it was named by."""
    return (each for each in (*model.disagreements, *named.disagreements) if each.field == "weights")


def _state(model: Model, named: Model) -> tuple[Reason, ...]:
    told = (
        fact(model, "weights", each.value, f"another source: weights of {model.name}: {each.value}", each.source)
        for each in _other_words(model, named)
    )
    return (fact(model, "weights", model.weights), *told)
