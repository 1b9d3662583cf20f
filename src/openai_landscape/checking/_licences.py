"""Which licence a thing is said to carry, against the record: for the weights, at the date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openai_landscape.checking._combine import over_parts
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Names, Sentence, Word, say
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.checking.assessment import FactReason
from openai_landscape.definitions.parts import Part, parts
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
    asked = _Asked(scene)
    return over_parts(scene, parts(found, scene.catalog), asked.judge)


class _Asked:
    """The licence that a claim names, held against a model's records."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.ids = frozenset(scene.licenses(scene.said))
        self.said = scene.said.mention if isinstance(scene.said, Mention) else str(scene.said)
        series = {scene.catalog.licenses[key].series for key in self.ids if key in scene.catalog.licenses}
        self.series = series - {None}
        named = scene.claim.qualifiers.get("component")
        self.component: Component = next((each for each in _COMPONENTS if each == named), "weights")

    def judge(self, part: Part, day: Day) -> Judged:
        model = part.target
        assert isinstance(model, Model)
        held = self._records(model, day, self.component)
        reasons = tuple(self._told(model, record) for record in held)
        if not held:
            return self._without(model, day)
        right = self._right(part, held)
        named = [self._is(record) for record in held]
        if all(named):
            return Judged(Truth.TRUE, reasons, right)
        if any(named):
            return Judged(Truth.SPLIT, reasons, right)
        if any(record.license is None for record in held) and not self.ids:
            return unknown(
                f"{self.said!r} is no licence of the catalogue, and that of {model.name} is not encoded"
            ).because(*reasons)
        others = tuple(self._others(model, day))
        return Judged(Truth.FALSE, (*reasons, *others), right)

    def _without(self, model: Model, day: Day) -> Judged:
        if model.weights == "closed":
            return Judged(Truth.FALSE, (fact(model, "weights", "closed"),), say("closed", name=model.name))
        others = tuple(self._others(model, day))
        if others and not any(record.component == self.component for record in model.licenses):
            told = say("licence-of", name=model.name, licence=self.said, component=Word(f"component-{others[0].field}"))
            return Judged(Truth.LOOSE, others, told)
        return unknown(f"no licence is recorded for the {self.component} of {model.name}")

    def _records(self, model: Model, day: Day, component: Component) -> tuple[LicenseRecord, ...]:
        return self.scene.records(model, component, day)

    def _is(self, record: LicenseRecord) -> bool:
        if record.license is not None and (record.license in self.ids or self._same_series(record.license)):
            return True
        written = record.as_written or ""
        return any(f"({key})" in written for key in self.ids) or _folded(written) == _folded(self.said)

    def _same_series(self, license_id: str) -> bool:
        known = self.scene.catalog.licenses.get(license_id)
        return len(self.ids) > 1 and known is not None and known.series in self.series

    def _others(self, model: Model, day: Day) -> Iterator[FactReason]:
        """The same licence on another component: what the claim may have been misled by."""
        for component in _COMPONENTS:
            if component != self.component:
                for record in self._records(model, day, component):
                    if self._is(record):
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


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
