"""The terms that a claim's subject stands under, ready to be asked."""

from __future__ import annotations

from openai_landscape.checking._judged import Judged, unknown
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.checking.assessment import GapReason, Reason
from openai_landscape.definitions.parts import Part
from openai_landscape.definitions.probes import for_purpose
from openai_landscape.entities import License, Model
from openai_landscape.evaluation import Outcome, Verdict, evaluate
from openai_landscape.quantities import Day
from openai_landscape.use import Use


class Terms:
    """A part's terms at a day: those that reach it, or where its ancestors are not recorded in full, its own licence.

    `gap` is why nothing can be asked, None where it can.
    """

    def __init__(self, scene: Scene, part: Part, day: Day) -> None:
        self.scene, self.part, self.day = scene, part, day
        self.name = scene.called(part)
        self.gap = self._unlicensed()
        self.target: Model | License = part.target
        self.notes: tuple[Reason, ...] = ()
        if self.gap is None:
            self._own_licence_where_ancestry_is_open()

    def ask(self, use: Use) -> Verdict:
        """Return the verdict on *use*."""
        return evaluate(self.target, use, catalog=self.scene.catalog)

    def permits(self, use: Use) -> bool:
        """Whether *use* is permitted for certain."""
        return self.ask(use).outcome is Outcome.PERMITTED

    def own_licences(self) -> tuple[License, ...] | None:
        """Return the part's own licences at the day; None if one of them is not encoded."""
        if isinstance(self.part.target, License):
            return (self.part.target,)
        known = self.scene.catalog.licenses
        records = self.scene.records(self.part.target, "weights", self.day)
        found = tuple(known[r.license] for r in records if r.license is not None and r.license in known)
        return found if len(found) == len(records) else None

    def _own_licence_where_ancestry_is_open(self) -> None:
        findings = self.ask(for_purpose("research", "run", on=self.day)).findings
        unrecorded = [each for each in findings if each.effect == "unrecorded" and each.truth is not False]
        own = self.own_licences()
        if unrecorded and own and len(own) == 1:
            self.target = own[0]
            self.notes = tuple(
                GapReason(text=f"{each.summary}: judged by the licence of its own") for each in unrecorded
            )

    def _unlicensed(self) -> Judged | None:
        model = self.part.target
        if isinstance(model, License):
            return None
        names = ", ".join(self.part.names)
        records = self.scene.records(model, "weights", self.day)
        if not records:
            closed = model.weights == "closed"
            why = "its weights are not published" if closed else "no licence of its weights is on record"
            facts = (fact(model, "weights", model.weights),) if model.weights else ()
            return unknown(f"the terms of {names} cannot be asked: {why}").because(*facts)
        missing = [each.as_written or "?" for each in records if each.license not in self.scene.catalog.licenses]
        if missing:
            return unknown(f"{names} stands under {', '.join(missing)}, whose terms are not encoded")
        return None
