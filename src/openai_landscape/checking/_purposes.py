"""What terms let be done: purposes, activities and kinds of users, found by evaluating the licence."""

from __future__ import annotations

from typing import Final, get_args

from openai_landscape.checking._clauses import deciding
from openai_landscape.checking._combine import over_parts
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Names, Sentence, Slot, Word, say
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.checking._words import purposes_of
from openai_landscape.checking.assessment import PartReason, Reason
from openai_landscape.definitions.parts import Part
from openai_landscape.definitions.probes import for_purpose
from openai_landscape.entities import Model
from openai_landscape.evaluation import Outcome, Verdict, evaluate
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
    if gap := unlicensed(scene, part, day):
        return gap
    verdicts = {
        purpose: evaluate(part.target, for_purpose(purpose, "run", on=day), catalog=scene.catalog)
        for purpose in PURPOSES
    }
    if not any(verdict.outcome is Outcome.PERMITTED for verdict in verdicts.values()):
        return unknown(*{note for each in verdicts.values() for note in _unsettled(each)})
    free = frozenset(name for name, each in verdicts.items() if each.outcome is Outcome.PERMITTED)
    open_ = frozenset(name for name, each in verdicts.items() if each.outcome is Outcome.DEPENDS)
    reasons = tuple(_per_purpose(scene, verdicts))
    right = _right(scene, part, free)
    if "commercial" in free - asked:
        return Judged(Truth.FALSE, reasons, right)
    if not free & asked:
        return Judged(Truth.FALSE, reasons, right)
    if free <= asked:
        narrower = asked - free - open_
        return Judged(Truth.LOOSE if narrower and len(asked) > 2 else Truth.TRUE, reasons, right)
    return Judged(Truth.LOOSE, reasons, right)


def unlicensed(scene: Scene, part: Part, day: Day) -> Judged | None:
    """Return why nothing can be said of a model's terms, where its licence is not on record."""
    if not isinstance(part.target, Model):
        return None
    records = scene.catalog.license_records(part.target, "weights", day)
    if not records:
        why = "its weights are not published" if part.target.weights == "closed" else "it is not on record"
        return unknown(f"no licence of {', '.join(part.names)} can be asked: {why}").because(
            *([fact(part.target, "weights", part.target.weights)] if part.target.weights else [])
        )
    missing = [each.as_written or "?" for each in records if each.license not in scene.catalog.licenses]
    if len(missing) == len(records):
        return unknown(f"{', '.join(part.names)} stands under {', '.join(missing)}, whose terms are not encoded")
    return None


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


def _right(scene: Scene, part: Part, free: frozenset[str]) -> Sentence:
    name = " / ".join(part.names) if len(part.names) <= 3 else scene.name
    words: tuple[Slot, ...] = tuple(Word(f"purpose-{each}") for each in PURPOSES if each in free)
    key = "purposes-all" if len(free) == len(PURPOSES) else "purposes"
    return say(key, name=name, purposes=Names(words))
