"""Which licence a thing is said to carry, against the record: for the weights, at the date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openai_landscape.checking._combine import over_parts
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._licence_names import NamedLicence
from openai_landscape.checking._openness import licence_passes, openness_of
from openai_landscape.checking._purposes import judge_purpose
from openai_landscape.checking._say import Names, Sentence, Word, say
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.checking._words import meaning
from openai_landscape.checking.assessment import FactReason
from openai_landscape.definitions.parts import Part
from openai_landscape.entities import LicenseRecord, Mention, Model, Product
from openai_landscape.quantities import Day
from openai_landscape.use import Component

_COMPONENTS: Final[tuple[Component, ...]] = ("weights", "code", "data")


def judge_licence(scene: Scene) -> Judged:
    """Judge "X is licensed under Y"."""
    found = scene.subject("model", "product")
    if isinstance(found, Product):
        return unknown(f"{found.name} is a product; under which terms it is offered is not on record")
    if not isinstance(found, Model):
        return unknown(f"{scene.name}: no such model in the catalogue")
    assert isinstance(scene.said, Mention)
    label = meaning("licence_label", scene.word)
    if label is not None:
        return _judge_label(scene, found, label)
    return over_parts(scene, scene.parts(found), _Asked(scene, scene.said).judge)


def _judge_label(scene: Scene, model: Model, label: str) -> Judged:
    """Judge "under an open-source licence": a kind of licence, not one by name."""
    if label == "non_commercial":
        claim = scene.claim.evolve(predicate="limited_to", object=label)
        return judge_purpose(Scene(claim, scene.catalog))
    if label == "open_source":
        return over_parts(scene, scene.parts(model), lambda part, day: licence_passes(scene, part, day))
    return openness_of(scene, model, label)


class _Asked:
    """The licence that a claim names, held against a model's records."""

    def __init__(self, scene: Scene, said: Mention) -> None:
        self.scene = scene
        self.licence = NamedLicence(said, scene.catalog)
        named = scene.claim.qualifiers.get("component")
        self.component: Component = next((each for each in _COMPONENTS if each == named), "weights")

    def judge(self, part: Part, day: Day) -> Judged:
        model = part.target
        assert isinstance(model, Model)
        held = self.scene.records(model, self.component, day)
        if not held:
            return self._without(model, day)
        reasons = tuple(self._told(model, record) for record in held)
        right = self._right(part, held)
        named = [self.licence.is_of(record) for record in held]
        if all(named):
            return Judged(Truth.TRUE, reasons, right)
        if any(named):
            return Judged(Truth.SPLIT, reasons, right)
        if not self.licence.known:
            return unknown(f"{self.licence.said!r} is no licence that the catalogue knows").because(*reasons)
        near = any(self.licence.is_near(record) for record in held)
        others = tuple(self._others(model, day))
        return Judged(Truth.LOOSE if near else Truth.FALSE, (*reasons, *others), right)

    def _without(self, model: Model, day: Day) -> Judged:
        if model.weights == "closed":
            return Judged(Truth.FALSE, (fact(model, "weights", "closed"),), say("closed", name=model.name))
        others = tuple(self._others(model, day))
        if others and not any(record.component == self.component for record in model.licenses):
            told = say(
                "licence-of", name=model.name, licence=self.licence.said, component=Word(f"component-{others[0].field}")
            )
            return Judged(Truth.LOOSE, others, told)
        return unknown(f"no licence is recorded for the {self.component} of {model.name}")

    def _others(self, model: Model, day: Day) -> Iterator[FactReason]:
        """The same licence on another component: what the claim may have been misled by."""
        for component in _COMPONENTS:
            if component != self.component:
                for record in self.scene.records(model, component, day):
                    if self.licence.is_of(record):
                        yield self._told(model, record)

    def _told(self, model: Model, record: LicenseRecord) -> FactReason:
        name = self._name(record)
        span = "".join(
            (f" from {record.since}" if record.since else "", f" until {record.until}" if record.until else "")
        )
        return FactReason(
            text=f"licence of the {record.component} of {model.name}: {name}{span}",
            entity=model.id,
            field=record.component,
            value=record.license or record.as_written or "",
            as_of=record.since,
            source=record.source,
        )

    def _name(self, record: LicenseRecord) -> str:
        known = self.scene.catalog.licenses.get(record.license) if record.license else None
        return known.name if known else record.as_written or record.license or "?"

    def _right(self, part: Part, held: tuple[LicenseRecord, ...]) -> Sentence:
        licences = Names(tuple(dict.fromkeys(self._name(record) for record in held)))
        since = next((record.since for record in held if record.since), None)
        component = Word(f"component-{held[0].component}")
        if since is not None:
            return say(
                "licence-since", name=self.scene.called(part), licence=licences, component=component, since=since
            )
        return say("licence", name=self.scene.called(part), licence=licences, component=component)
