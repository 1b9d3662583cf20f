"""What terms let be done: purposes, activities and kinds of users, found by evaluating the licence."""

from __future__ import annotations

from typing import Final, get_args

from openai_landscape.checking._clauses import deciding
from openai_landscape.checking._combine import over_parts
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Names, Sentence, Slot, Word, say
from openai_landscape.checking._scene import Scene
from openai_landscape.checking._terms import Terms
from openai_landscape.checking._words import purposes_of
from openai_landscape.checking.assessment import PartReason, Reason
from openai_landscape.definitions.parts import Part
from openai_landscape.definitions.probes import for_purpose
from openai_landscape.evaluation import Outcome, Verdict
from openai_landscape.quantities import Day
from openai_landscape.use.taxonomy import Purpose

PURPOSES: Final[tuple[str, ...]] = get_args(Purpose)


def judge_purpose(scene: Scene) -> Judged:
    """Judge "only for research"."""
    held = scene.terms()
    if not held:
        return unknown(f"{scene.name}: no licence or model of that name is in the catalogue")
    asked = purposes_of(scene.word)
    if asked is None:
        return unknown(f"{scene.word!r}: no purpose that a licence could be asked for")
    return over_parts(scene, held, lambda part, day: _limited(scene, asked, part, day))


def _limited(scene: Scene, asked: frozenset[str], part: Part, day: Day) -> Judged:
    terms = Terms(scene, part, day)
    if terms.gap is not None:
        return terms.gap
    verdicts = {purpose: terms.ask(for_purpose(purpose, "run", on=day)) for purpose in PURPOSES}
    free = frozenset(name for name, each in verdicts.items() if each.outcome is Outcome.PERMITTED)
    unsure = frozenset(name for name, each in verdicts.items() if each.outcome is Outcome.DEPENDS)
    if not free:
        return unknown(*dict.fromkeys(note for each in verdicts.values() for note in _unsettled(each)))
    reasons = (*_per_purpose(scene, verdicts), *terms.notes)
    truth = _fit(asked, free, unsure)
    if truth is Truth.TRUE and "commercial" not in asked and _registration_suffices(terms):
        truth = Truth.LOOSE
    return Judged(truth, reasons, _right(terms.name, free))


def _registration_suffices(terms: Terms) -> bool:
    """Whether business is given to whoever registers, without an agreement."""
    known = tuple(terms.scene.catalog.licenses)
    return terms.permits(for_purpose("commercial", "run", on=terms.day, registered=known))


def _fit(asked: frozenset[str], free: frozenset[str], unsure: frozenset[str]) -> Truth:
    """How "only for *asked*" fits terms that let *free* pass, and leave *unsure* open."""
    if "commercial" in free - asked or not (free | unsure) & asked:
        return Truth.FALSE
    if free - asked or not free & asked or "commercial" in unsure - asked:
        return Truth.LOOSE
    narrower = (_PLAINEST & asked) - free - unsure
    return Truth.LOOSE if narrower and len(asked) > len(_STUDY) else Truth.TRUE


_STUDY: Final = frozenset({"education", "research"})
"""A word for both is used of either: study, academia."""
_PLAINEST: Final = frozenset({"personal", "research"})
"""What everybody takes non-commercial use to be."""


def _unsettled(verdict: Verdict) -> tuple[str, ...]:
    told = [f"{each.license} {each.clause}: {each.question}" for each in verdict.ambiguities]
    told += [each.summary for each in verdict.findings if each.effect == "unrecorded"]
    return tuple(told) or (f"depends on {', '.join(verdict.unknown)}",)


def _per_purpose(scene: Scene, verdicts: dict[str, Verdict]) -> list[Reason]:
    told: list[Reason] = [
        PartReason(text=f"{name}: {each.outcome.replace('_', ' ')}", part=name, agrees=None)
        for name, each in verdicts.items()
    ]
    clauses = [reason for each in verdicts.values() for reason in deciding(scene.catalog, each)]
    return [*dict.fromkeys(clauses), *told]


def _right(name: str, free: frozenset[str]) -> Sentence:
    words: tuple[Slot, ...] = tuple(Word(f"purpose-{each}") for each in PURPOSES if each in free)
    key = "purposes-all" if len(free) == len(PURPOSES) else "purposes"
    return say(key, name=name, purposes=Names(words))
