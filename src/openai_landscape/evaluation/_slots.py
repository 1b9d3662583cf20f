"""Unknown facts, and the finite cells into which the tests made of each divide its values.

A slot is one unknown fact, or several that bound one another. Its cells are all the ways in which its tests can come
out together, each with values that make it so: completions are over cells, never over samples.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import field, frozen

from openai_landscape.terms import Atom

Exact: TypeAlias = int | Fraction

Point: TypeAlias = tuple[Exact | float, int]
"""A place on the number line: the number itself (0), or just above it (1); the one float is infinity."""

END: Final[Point] = (math.inf, 0)


@frozen(cache_hash=True)
class ChoiceSlot:
    """An unknown value out of a closed list; a test is the set of values that satisfy it."""

    path: str
    domain: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The dotted paths of the facts."""
        return (self.path,)


@frozen(cache_hash=True)
class SubsetSlot:
    """An unknown set with at least one member; a test is a set, and whether this one meets it or lies within it."""

    path: str
    domain: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The dotted paths of the facts."""
        return (self.path,)


@frozen(cache_hash=True)
class Component:
    """One number of a chain: its path, and the bounds that are known of it (both included; None: none above)."""

    path: str
    low: Exact
    high: Exact | None

    def has(self, at: Point) -> bool:
        """Whether the number can lie at *at*."""
        return (self.low, 0) <= at and (self.high is None or at < (self.high, 1))


@frozen(cache_hash=True)
class ChainSlot:
    """Unknown numbers of which each is at most the next; a test asks whether one of them reaches a point."""

    key: str
    components: tuple[Component, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The dotted paths of the facts, in the order of the chain."""
        return tuple(component.path for component in self.components)

    @property
    def currency(self) -> str:
        """The currency that the numbers are amounts of; of counts the last word of the key says nothing."""
        return self.key.split()[-1]


Slot: TypeAlias = ChoiceSlot | SubsetSlot | ChainSlot


@frozen(cache_hash=True)
class Test:
    """A question to a slot.

    `among` holds the values for a choice or a set, `overlaps` is None for a choice, `reaches` the component and the
    point for a chain. `atom` is the comparison of the licence that asks it, for telling it to people.
    """

    __test__ = False  # no test case of pytest's

    slot: Slot
    among: frozenset[str] = frozenset()
    overlaps: bool | None = None
    reaches: tuple[int, Point] | None = None
    atom: Atom | None = field(default=None, eq=False)


@frozen
class Cell:
    """One way in which the tests of a slot come out together.

    `parts` tells cells of a chain apart by component: two that differ in one entry can differ in that fact alone.
    `values` are values of the facts that make it so: for a choice its value, for a set its members, else numbers.
    """

    true: frozenset[Test]
    parts: tuple[Point, ...]
    values: tuple[str | Exact, ...]


def cells(slot: Slot, tests: Sequence[Test]) -> tuple[Cell, ...]:
    """Return the cells of *slot* that *tests*, all of this slot, tell apart."""
    if isinstance(slot, ChainSlot):
        return tuple(_chain(slot, tests))
    found = _choices(slot, tests) if isinstance(slot, ChoiceSlot) else _subsets(slot, tests)
    distinct: dict[frozenset[Test], Cell] = {}
    for true, values in found:
        distinct.setdefault(true, Cell(true, ((len(distinct), 0),), values))
    return tuple(distinct.values())


def _choices(slot: ChoiceSlot, tests: Sequence[Test]) -> Iterator[tuple[frozenset[Test], tuple[str, ...]]]:
    for value in slot.domain:
        yield frozenset(test for test in tests if value in test.among), (value,)


def _subsets(slot: SubsetSlot, tests: Sequence[Test]) -> Iterator[tuple[frozenset[Test], tuple[str, ...]]]:
    # members that no test tells apart stand for one another
    classes: dict[tuple[bool, ...], str] = {}
    for member in slot.domain:
        classes.setdefault(tuple(member in test.among for test in tests), member)
    members = tuple(classes.values())
    for size in range(1, len(members) + 1):
        for chosen in itertools.combinations(members, size):
            picked = frozenset(chosen)
            true = (test for test in tests if (picked & test.among if test.overlaps else picked <= test.among))
            yield frozenset(true), chosen


def leaving(slot: Slot, found: Sequence[Cell], path: str) -> Iterator[tuple[int, ...]]:
    """Yield, for each value of the fact at *path* that can matter, the numbers of the cells in *found* that it leaves.

    A number of a chain bounds the others: it matters also where only one of those is tested.
    """
    if not isinstance(slot, ChainSlot):
        yield from ((number,) for number in range(len(found)))
        return
    index = slot.facts.index(path)
    starts = [sorted({cell.parts[position] for cell in found}) for position in range(len(slot.components))]
    for at in sorted(set().union(*starts)):
        if slot.components[index].has(at):
            here = [max((start for start in each if start <= at), default=each[0]) for each in starts]
            yield tuple(number for number, cell in enumerate(found) if _around(cell, index, here))


def _around(cell: Cell, index: int, here: Sequence[Point]) -> bool:
    """Whether the number at *index* lies where *here* has it, those before it no further up, those after no lower."""
    order = [(part > at) - (part < at) for part, at in zip(cell.parts, here, strict=True)]
    return order[index] == 0 and max(order[:index], default=0) <= 0 <= min(order[index:])


@frozen
class _Piece:
    """What lies from one point of a number up to the next, with the tests that are true there."""

    start: Point
    end: Point
    true: frozenset[Test]


def _chain(slot: ChainSlot, tests: Sequence[Test]) -> Iterator[Cell]:
    pieces = [tuple(_pieces(component, index, tests)) for index, component in enumerate(slot.components)]
    for combination in itertools.product(*pieces):
        if all(narrow.start < wide.end for narrow, wide in itertools.combinations(combination, 2)):
            true = frozenset(itertools.chain.from_iterable(piece.true for piece in combination))
            yield Cell(true, tuple(piece.start for piece in combination), tuple(_values(combination)))


def _pieces(component: Component, index: int, tests: Sequence[Test]) -> Iterator[_Piece]:
    mine = [(test.reaches[1], test) for test in tests if test.reaches is not None and test.reaches[0] == index]
    low: Point = (component.low, 0)
    high: Point = END if component.high is None else (component.high, 1)
    bounds = sorted({low, *(point for point, _ in mine if low < point < high)})
    for start, end in itertools.pairwise([*bounds, high]):
        yield _Piece(start, end, frozenset(test for point, test in mine if point <= start))


def _values(combination: Iterable[_Piece]) -> Iterator[Exact]:
    """Numbers that lie in the pieces, each at least the one before."""
    least: Exact = 0
    for piece in combination:
        least = max(least, inside(piece.start, piece.end))
        yield least


def inside(start: Point, end: Point) -> Exact:
    """Return a number from *start* up to, not including, *end*."""
    low = start[0]
    assert not isinstance(low, float)
    if not start[1]:
        return low
    return low + 1 if isinstance(end[0], float) else low + Fraction(end[0] - low) / 2


def number(value: Exact | float) -> str:
    """Write an exact number with its thousands set apart; what is no decimal is written as a fraction."""
    if isinstance(value, int | float) or value.denominator == 1:
        return f"{int(value):,}"
    places = 0
    while places < 12 and (value * 10**places).denominator != 1:
        places += 1
    return f"{value.numerator:,}/{value.denominator:,}" if places == 12 else f"{float(value):,.{places}f}"
