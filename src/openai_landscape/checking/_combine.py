"""Judgements taken together: over the models that a name stands for, and over the dates that a licence changed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve

from openai_landscape.checking._judged import Judged, Truth
from openai_landscape.checking._say import Names, say
from openai_landscape.checking._scene import NEWEST, Scene
from openai_landscape.checking.assessment import GapReason
from openai_landscape.definitions.parts import Part
from openai_landscape.entities import Model
from openai_landscape.quantities import Day

_HOLDS: Final = frozenset({Truth.TRUE, Truth.LOOSE, Truth.SPLIT})
_PLAIN: Final = frozenset({Truth.TRUE, Truth.LOOSE, Truth.FALSE})


def together(judged: Iterable[tuple[tuple[str, ...], Judged]]) -> Judged:
    """Return one judgement for all: theirs where they agree, else split, with who differs."""
    found = list(judged)
    truths = {each.truth for _, each in found}
    first = found[0][1]
    if len(found) == 1:
        return first
    if len(truths) == 1:
        reasons = tuple(dict.fromkeys(reason for _, each in found for reason in each.reasons))
        return evolve(first, reasons=reasons)
    if truths == {Truth.TRUE, Truth.LOOSE}:
        return next(each for _, each in found if each.truth is Truth.LOOSE)
    return _split(found)


def _split(found: list[tuple[tuple[str, ...], Judged]]) -> Judged:
    told = tuple(GapReason(text=f"{', '.join(names)}: {_SAYS[each.truth]}") for names, each in found)
    reasons = dict.fromkeys(reason for _, each in found for reason in each.reasons)
    lots = ((key, [name for names, each in found if each.truth in truths for name in names]) for key, truths in _LOTS)
    right = say("differs", lots=Names(tuple(say(key, names=_named(names)) for key, names in lots if names)))
    return Judged(Truth.SPLIT, (*told, *reasons), right)


def _named(names: list[str]) -> Names:
    shown = tuple(names[:_SHOWN])
    return Names(shown) if len(names) <= _SHOWN else Names((*shown, say("others", number=len(names) - _SHOWN)))


_SHOWN: Final = 3
_LOTS: Final = (
    ("differs-holds", frozenset({Truth.TRUE, Truth.LOOSE})),
    ("differs-sense", frozenset({Truth.SPLIT})),
    ("differs-fails", frozenset({Truth.FALSE})),
    ("differs-unknown", frozenset({Truth.UNKNOWN})),
)
_SAYS: Final = {
    Truth.TRUE: "holds",
    Truth.LOOSE: "holds in the main",
    Truth.SPLIT: "holds in a sense",
    Truth.FALSE: "does not hold",
    Truth.UNKNOWN: "not on record",
}


def over_parts(scene: Scene, held: tuple[Part, ...], judge: Callable[[Part, Day], Judged]) -> Judged:
    """Judge each part at the claim's date and at the others that matter."""
    return over_time(scene, _changes(held), lambda day: together((part.names, judge(part, day)) for part in held))


def over_time(scene: Scene, changes: tuple[Day, ...], judge: Callable[[Day], Judged]) -> Judged:
    """Judge at the claim's date, and say whether it is, or was, otherwise at another.

    A claim that names its date is held to that date alone unless it is wrong there. One that does not speaks for the
    day of its text, and goes out of date when what is true changes.
    """
    then = judge(scene.day)
    if not changes or then.truth is Truth.UNKNOWN:
        return then
    right_then = _right(scene, then)
    if scene.when is not None and right_then:
        return then
    now = then if scene.day == NEWEST else judge(NEWEST)
    if scene.when is None and now.truth is not Truth.UNKNOWN and _right(scene, now) != right_then:
        return evolve(then if not right_then else now, truth=then.truth, right=now.right or then.right, otherwise=True)
    if not right_then and any(_right(scene, each) for each in (now, *map(judge, changes)) if each.truth in _PLAIN):
        return evolve(then, otherwise=True)
    return then


def _right(scene: Scene, judged: Judged) -> bool:
    holds = judged.truth in _HOLDS
    return holds if scene.claim.polarity == "affirmed" else not holds


def _changes(held: tuple[Part, ...]) -> tuple[Day, ...]:
    """The days that begin or end something recorded of a licence, and the days before them."""
    days: set[Day] = set()
    for part in held:
        if isinstance(part.target, Model):
            for record in part.target.licenses:
                days |= {Day(date.first().isoformat()) for date in (record.since,) if date is not None}
                days |= {
                    _before(Day(date.first().isoformat())) for date in (record.since, record.until) if date is not None
                }
    return tuple(sorted(days))


def _before(day: Day) -> Day:
    from datetime import timedelta

    return Day((day.first() - timedelta(days=1)).isoformat())
