"""Formulas in negation normal form over tests of unknown facts. Nothing else is known here of law or of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from attrs import field, frozen

from openai_landscape.evaluation._slots import Slot, Test


@frozen(cache_hash=True)
class Leaf:
    """A test of an unknown fact, or its negation."""

    test: Test
    positive: bool
    slots: frozenset[Slot] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "slots", frozenset((self.test.slot,)))


@frozen(cache_hash=True)
class Joint:
    """Two or more formulas joined by *and* (`every`) or by *or*."""

    every: bool
    parts: tuple[Leaf | Joint, ...]
    slots: frozenset[Slot] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "slots", frozenset().union(*(part.slots for part in self.parts)))


Formula: TypeAlias = bool | Leaf | Joint
"""True, false, or what it still depends on."""

_NONE: frozenset[Slot] = frozenset()


def conj(parts: Iterable[Formula]) -> Formula:
    """Return the conjunction, simplified."""
    return _join(parts, every=True)


def disj(parts: Iterable[Formula]) -> Formula:
    """Return the disjunction, simplified."""
    return _join(parts, every=False)


def _join(parts: Iterable[Formula], *, every: bool) -> Formula:
    kept: dict[Leaf | Joint, None] = {}
    for part in parts:
        if part is every:
            continue
        if isinstance(part, bool):
            return part
        if isinstance(part, Joint) and part.every is every:
            kept.update(dict.fromkeys(part.parts))
        else:
            kept[part] = None
    if not kept:
        return every
    if len(kept) == 1:
        return next(iter(kept))
    return Joint(every, tuple(kept))


def negate(formula: Formula) -> Formula:
    """Return the negation, pushed down to the tests."""
    if isinstance(formula, bool):
        return not formula
    if isinstance(formula, Leaf):
        return Leaf(formula.test, not formula.positive)
    return _join((negate(part) for part in formula.parts), every=not formula.every)


def slots_of(formula: Formula) -> frozenset[Slot]:
    """Return the slots that the formula still reads."""
    return _NONE if isinstance(formula, bool) else formula.slots


def tests_of(formula: Formula) -> Iterable[Test]:
    """Yield every test in the formula."""
    if isinstance(formula, Leaf):
        yield formula.test
    elif isinstance(formula, Joint):
        for part in formula.parts:
            yield from tests_of(part)


def restrict(formula: Formula, slot: Slot, holds: Callable[[Test], bool]) -> Formula:
    """Return the formula with every test of *slot* replaced by what *holds* says of it."""
    if isinstance(formula, bool) or slot not in formula.slots:
        return formula
    if isinstance(formula, Leaf):
        return holds(formula.test) is formula.positive
    return _join((restrict(part, slot, holds) for part in formula.parts), every=formula.every)
