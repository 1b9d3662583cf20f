"""How open a thing is said to be, against its licence and the definitions of the word."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from openai_landscape.checking._clauses import of_openness
from openai_landscape.checking._combine import over_parts, together
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Names, Sentence, Slot, Word, say
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.checking.assessment import GapReason, Reason
from openai_landscape.definitions import OpennessVerdict, openness
from openai_landscape.definitions._freedoms import Freedoms
from openai_landscape.definitions.parts import Part
from openai_landscape.entities import License, Model, Organization, Product
from openai_landscape.evaluation import evaluate
from openai_landscape.quantities import Day


def judge_openness(scene: Scene) -> Judged:
    """Judge "X is open source", "proprietary" and the like."""
    found = scene.subject("model", "product", "license", "organization")
    return openness_of(scene, found, str(scene.said)) if found else unknown(f"{scene.name}: not in the catalogue")


def openness_of(scene: Scene, found: object, label: str) -> Judged:
    """Judge whether *label* fits what was found."""
    if isinstance(found, Product):
        return _product(scene, found, label)
    if isinstance(found, Organization):
        return _maker(scene, found, label)
    assert isinstance(found, Model | License)
    return over_parts(scene, scene.parts(found), lambda part, day: _Part(scene, part, day).judge(label))


def licence_passes(scene: Scene, part: Part, day: Day) -> Judged:
    """Judge whether the licence of a part's weights passes the Open Source Definition, whatever else is out."""
    return _Part(scene, part, day).open_licence()


class _Part:
    """One model or licence at one day."""

    def __init__(self, scene: Scene, part: Part, day: Day) -> None:
        self.scene, self.target, self.day = scene, part.target, day
        self.name = scene.called(part)

    def judge(self, label: str) -> Judged:
        judges: dict[str, Callable[[], Judged]] = {
            "open_source": self.open_source,
            "open_weights": self.open_weights,
            "permissive": self.permissive,
            "restricted": self.restricted,
            "proprietary": self.proprietary,
        }
        return judges[label]()

    def at_a_glance(self, label: str) -> Judged:
        """Judge one of many models by its own licence alone, which many share."""
        if self.weights == "closed" or label in ("open_weights", "permissive"):
            return self.judge(label)
        verdicts = [openness(each, "osd", catalog=self.scene.catalog) for each in self._licences()]
        outcomes = {each.outcome for each in verdicts}
        outcome = "does_not_meet" if "does_not_meet" in outcomes else "meets" if outcomes == {"meets"} else "unknown"
        truth = _GLANCE[label][outcome]
        if truth is Truth.TRUE and label == "open_source" and not self._all_out():
            truth = Truth.SPLIT
        if truth is Truth.UNKNOWN:
            return unknown(
                f"the licence of {self.name} is not on record, not encoded, or open to more than one reading"
            )
        return Judged(truth, self.facts("weights"))

    def _all_out(self) -> bool:
        return isinstance(self.target, Model) and self.target.training_data == self.target.training_code == "open"

    @property
    def weights(self) -> str | None:
        return self.target.weights if isinstance(self.target, Model) else None

    def verdict(self, definition: str) -> OpennessVerdict:
        return openness(self.target, definition, catalog=self.scene.catalog, on=self.day)  # type: ignore[arg-type]  # one of two

    def facts(self, *fields: str) -> tuple[Reason, ...]:
        if not isinstance(self.target, Model):
            return ()
        held = ((field, getattr(self.target, field)) for field in fields)
        return tuple(fact(self.target, field, value) for field, value in held if value is not None)

    def open_source(self) -> Judged:
        osd, osaid = self.verdict("osd"), self.verdict("osaid-1.0")
        catalog = self.scene.catalog
        reasons = (*of_openness(catalog, osd), *of_openness(catalog, osaid), *self.facts("weights", "training_data"))
        if osd.outcome == "does_not_meet":
            return Judged(Truth.FALSE, reasons, self._not_open(osd))
        if osd.outcome == "meets" and osaid.outcome == "meets":
            return Judged(Truth.TRUE, reasons, say("open-source", name=self.name, licence=self._named()))
        if osd.outcome == "meets" or self._own_terms_open():
            return Judged(Truth.SPLIT, reasons, self._open_in_part(osaid))
        return Judged(Truth.UNKNOWN, reasons)

    def open_licence(self) -> Judged:
        verdicts = [openness(each, "osd", catalog=self.scene.catalog) for each in self._licences()]
        if not verdicts:
            closed = self.weights == "closed"
            why = unknown(f"the licence of {self.name} is not on record, or not encoded")
            return Judged(Truth.FALSE, self.facts("weights"), say("closed", name=self.name)) if closed else why
        reasons = tuple(reason for each in verdicts for reason in of_openness(self.scene.catalog, each))
        failed = next((each for each in verdicts if each.outcome == "does_not_meet"), None)
        if failed is not None:
            return Judged(Truth.FALSE, reasons, self._not_open(failed))
        settled = all(each.outcome == "meets" for each in verdicts)
        right = say("open-terms", name=self.name, licence=self._named())
        return Judged(Truth.TRUE if settled else Truth.SPLIT, reasons, right)

    def _own_terms_open(self) -> bool:
        """Whether the model's own licence passes, whatever it derives from."""
        own = self._licences()
        outcomes = [openness(each, "osd", catalog=self.scene.catalog).outcome for each in own]
        return bool(outcomes) and "does_not_meet" not in outcomes

    def _licences(self) -> tuple[License, ...]:
        if isinstance(self.target, License):
            return (self.target,)
        records = self.scene.records(self.target, "weights", self.day)
        known = self.scene.catalog.licenses
        found = tuple(
            known[record.license] for record in records if record.license is not None and record.license in known
        )
        return found if len(found) == len(records) else ()

    def _not_open(self, osd: OpennessVerdict) -> Sentence:
        if self.weights == "closed":
            return say("closed", name=self.name)
        criteria: tuple[Slot, ...] = tuple(each.id for each in osd.failed)
        firsts = (each.grounds[:_CLAUSES] for each in osd.failed)
        held = tuple(dict.fromkeys(f"{g.license} {g.clause}" for grounds in firsts for g in grounds if g.license))
        if not held:
            return say("not-open-criteria", name=self.name, criteria=Names(criteria))
        return say("not-open", name=self.name, criteria=Names(criteria), clauses=Names(held))

    def _named(self) -> Names:
        return Names(tuple(each.name for each in self._licences()) or ("?",))

    def _open_in_part(self, osaid: OpennessVerdict) -> Sentence:
        licences = self._named()
        lacking = tuple(each for each in osaid.criteria if each.outcome in ("not_met", "unknown"))
        wanting: tuple[Slot, ...] = tuple(
            Word(f"lacks-{each.id}") for each in lacking if f"{each.id}" in ("data", "code")
        )
        if not wanting:
            return say("open-terms-only", name=self.name, licence=licences)
        return say("open-in-part", name=self.name, licence=licences, lacking=Names(wanting))

    def open_weights(self) -> Judged:
        reasons = self.facts("weights")
        if self.weights is None:
            return unknown(f"whether the weights of {self.name} are published is not on record")
        if self.weights == "open":
            return Judged(Truth.TRUE, reasons, say("weights-out", name=self.name))
        if self.weights == "gated":
            barred = self._barred_from_business()
            return Judged(Truth.LOOSE if barred else Truth.TRUE, reasons, say("gated", name=self.name))
        truth = Truth.LOOSE if self.weights == "leaked" else Truth.FALSE
        return Judged(truth, reasons, say(self.weights, name=self.name))

    def _barred_from_business(self) -> bool:
        from openai_landscape.definitions.probes import for_purpose

        use = for_purpose("commercial", "run", on=self.day)
        return evaluate(self.target, use, catalog=self.scene.catalog).permitted is not True

    def permissive(self) -> Judged:
        own = self._licences()
        if self.weights == "closed":
            return Judged(Truth.FALSE, self.facts("weights"), say("closed", name=self.name))
        if not own:
            return unknown(f"the licence of {self.name} is not on record, or not encoded")
        verdicts = [openness(each, "osd", catalog=self.scene.catalog) for each in own]
        reasons = tuple(reason for each in verdicts for reason in of_openness(self.scene.catalog, each))
        if any(each.outcome == "does_not_meet" for each in verdicts):
            failed = next(each for each in verdicts if each.outcome == "does_not_meet")
            return Judged(Truth.FALSE, reasons, self._not_open(failed))
        if copyleft := [g for each in own for g in Freedoms(each, self.scene.catalog).duties("same_license", "source")]:
            told = tuple(GapReason(text=f"{g.license}, {g.clause}: {g.text}") for g in copyleft)
            return Judged(Truth.FALSE, (*reasons, *told), say("copyleft", name=self.name, licence=own[0].name))
        unsettled = any(each.outcome == "unknown" for each in verdicts)
        if unsettled:
            return Judged(Truth.LOOSE, reasons, say("mostly-permissive", name=self.name))
        return Judged(Truth.TRUE, reasons, say("permissive", name=self.name, licence=self._named()))

    def restricted(self) -> Judged:
        if self.weights == "closed":
            return Judged(Truth.LOOSE, self.facts("weights"), say("closed", name=self.name))
        osd = self.verdict("osd")
        reasons = tuple(of_openness(self.scene.catalog, osd))
        if osd.outcome == "does_not_meet":
            return Judged(Truth.TRUE, reasons, self._not_open(osd))
        if osd.outcome == "meets":
            return Judged(Truth.FALSE, reasons, self._open_in_part(self.verdict("osaid-1.0")))
        unsettled = bool(self._licences()) and self._own_terms_open()
        return Judged(Truth.SPLIT if unsettled else Truth.UNKNOWN, reasons, say("mostly-permissive", name=self.name))

    def proprietary(self) -> Judged:
        if self.weights == "closed":
            return Judged(Truth.TRUE, self.facts("weights"), say("closed", name=self.name))
        osd = self.verdict("osd")
        reasons = (*self.facts("weights"), *of_openness(self.scene.catalog, osd))
        if osd.outcome == "does_not_meet":
            return Judged(Truth.SPLIT, reasons, say("own-terms", name=self.name))
        if osd.outcome == "meets" or self._own_terms_open():
            return Judged(Truth.FALSE, reasons, self._open_in_part(self.verdict("osaid-1.0")))
        if self.weights in ("open", "gated"):
            # its terms are not known, but what anybody can fetch is not closed
            return Judged(Truth.SPLIT, reasons, say("weights-out", name=self.name))
        return Judged(Truth.UNKNOWN, reasons)


_GLANCE: Final[dict[str, dict[str, Truth]]] = {
    "open_source": {"meets": Truth.TRUE, "does_not_meet": Truth.FALSE, "unknown": Truth.UNKNOWN},
    "restricted": {"meets": Truth.FALSE, "does_not_meet": Truth.TRUE, "unknown": Truth.UNKNOWN},
    "proprietary": {"meets": Truth.FALSE, "does_not_meet": Truth.SPLIT, "unknown": Truth.SPLIT},
}
_CLAUSES: Final = 2
"""How many clauses a sentence names for one criterion."""


def _product(scene: Scene, product: Product, label: str) -> Judged:
    if product.openness is not None:
        truth = _AGREES.get((label, product.openness), Truth.TRUE if label == product.openness else Truth.UNKNOWN)
        right = say("label", name=product.name, label=Word(f"label-{product.openness}"))
        return Judged(truth, (fact(product, "openness", product.openness),), right)
    known = [scene.catalog.models[name] for name in product.models if name in scene.catalog.models]
    if not known:
        return unknown(f"how open {product.name} is, and on which models it runs, is not on record")
    held = tuple(part for model in known for part in scene.parts(model))
    if label in ("proprietary", "open_source") and all(_weights(part) == "closed" for part in held):
        told = tuple(fact(part.target, "weights", "closed") for part in held if isinstance(part.target, Model))
        return Judged(Truth.TRUE if label == "proprietary" else Truth.FALSE, told, say("closed", name=product.name))
    return unknown(f"{product.name} is a service; how open it is itself is not on record, only of its models")


def _weights(part: Part) -> str | None:
    return part.target.weights if isinstance(part.target, Model) else None


_AGREES: Final = MappingProxyType(
    {
        ("proprietary", "open_source"): Truth.FALSE,
        ("restricted", "open_source"): Truth.FALSE,
        ("open_source", "proprietary"): Truth.FALSE,
        ("permissive", "proprietary"): Truth.FALSE,
        ("open_weights", "proprietary"): Truth.FALSE,
        ("restricted", "proprietary"): Truth.LOOSE,
    }
)


def _maker(scene: Scene, maker: Organization, label: str) -> Judged:
    """A party's models: those of it and of whom it owns, that were out at the claim's date, each by its own licence."""
    ours = {maker.id, *(each.id for each in scene.catalog.organizations.values() if each.parent == maker.id)}
    models = [m for m in scene.catalog.models.values() if m.developer in ours and _out(m, scene.day)]
    singles = [model for model in models if model.kind == "model" or not model.members]
    if not singles:
        return unknown(f"no model of {maker.name} is on record at that date")
    grouped: dict[object, list[Model]] = {}
    for model in singles:
        records = tuple((each.license, each.as_written) for each in scene.records(model, "weights", scene.day))
        grouped.setdefault((model.weights, records, model.training_data, model.training_code), []).append(model)
    held = (Part(each[0], tuple(m.name for m in each)) for each in grouped.values())
    return together((part.names, _Part(scene, part, scene.day).at_a_glance(label)) for part in held)


def _out(model: Model, day: Day) -> bool:
    return model.released is None or model.released.first() <= day.first()
