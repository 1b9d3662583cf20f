"""Decision diagrams over the cells of unknown facts: reduced, ordered, shared, so equal answers are the same object."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from openai_landscape.evaluation._formula import Formula, restrict, slots_of, tests_of
from openai_landscape.evaluation._slots import Cell, Slot, Test, cells, leaving


@frozen(eq=False)
class Branch:
    """What an unknown fact decides: one child a cell, not all the same."""

    slot: Slot
    children: tuple[Diagram, ...]


Diagram: TypeAlias = Branch | int
"""A branch, or the rank of an outcome that stands whatever is still unknown."""


class Space:
    """The unknown facts that some formulas read, in a fixed order, with their cells."""

    def __init__(self, formulas: Iterable[Formula]) -> None:
        """Gather the tests of *formulas*; each slot has a cell for every way in which its tests come out."""
        tests: dict[Slot, dict[Test, None]] = {}
        for formula in formulas:
            for test in tests_of(formula):
                tests.setdefault(test.slot, {})[test] = None
        self.cells: dict[Slot, tuple[Cell, ...]] = {slot: cells(slot, tuple(found)) for slot, found in tests.items()}
        self._order = {slot: index for index, slot in enumerate(self.cells)}
        self._unique: dict[Hashable, Branch] = {}

    def diagram(self, formulas: tuple[Formula, ...], rank: Callable[[tuple[Formula, ...]], int | None]) -> Diagram:
        """Return the diagram of what *rank* makes of *formulas*: it answers as soon as they settle it, None before."""
        memo: dict[tuple[Formula, ...], Diagram] = {}

        def build(state: tuple[Formula, ...]) -> Diagram:
            settled = rank(state)
            if settled is not None:
                return settled
            if state not in memo:
                slot = min(frozenset().union(*map(slots_of, state)), key=self._order.__getitem__)
                memo[state] = self._branch(slot, tuple(build(narrowed) for narrowed in self._split(state, slot)))
            return memo[state]

        return build(formulas)

    def _split(self, state: tuple[Formula, ...], slot: Slot) -> Iterator[tuple[Formula, ...]]:
        for cell in self.cells[slot]:
            yield tuple(restrict(formula, slot, cell.true.__contains__) for formula in state)

    def _branch(self, slot: Slot, children: tuple[Diagram, ...]) -> Diagram:
        if all(child is children[0] for child in children):
            return children[0]
        key = (slot, tuple(child if isinstance(child, int) else id(child) for child in children))
        return self._unique.setdefault(key, Branch(slot, children))

    def truth(self, formula: Formula) -> tuple[bool | None, Diagram]:
        """Return whether *formula* holds in all completions (True), in none (False) or in some, and its diagram."""
        if isinstance(formula, bool):
            return formula, int(formula)
        diagram = self.diagram((formula,), lambda state: int(state[0]) if isinstance(state[0], bool) else None)
        return (bool(diagram), diagram) if isinstance(diagram, int) else (None, diagram)

    def fix(self, diagram: Diagram, slot: Slot, allowed: Iterable[int]) -> Iterator[Diagram]:
        """Yield *diagram* with *slot* held to each of the *allowed* cells, by number, in turn."""
        for index in allowed:
            yield self._held(diagram, slot, index, {})

    def _held(self, diagram: Diagram, slot: Slot, index: int, memo: dict[int, Diagram]) -> Diagram:
        if isinstance(diagram, int):
            return diagram
        if diagram.slot == slot:
            return diagram.children[index]
        if id(diagram) not in memo:
            children = tuple(self._held(child, slot, index, memo) for child in diagram.children)
            memo[id(diagram)] = self._branch(diagram.slot, children)
        return memo[id(diagram)]

    def ending(self, diagram: Diagram, rank: int) -> Diagram:
        """Return the diagram of whether *diagram* ends in *rank*: 1 where it does, 0 where it does not."""
        return self._ending(diagram, rank, {})

    def _ending(self, diagram: Diagram, rank: int, memo: dict[int, Diagram]) -> Diagram:
        if isinstance(diagram, int):
            return int(diagram == rank)
        if id(diagram) not in memo:
            children = tuple(self._ending(child, rank, memo) for child in diagram.children)
            memo[id(diagram)] = self._branch(diagram.slot, children)
        return memo[id(diagram)]


def branches(diagram: Diagram) -> Iterator[Branch]:
    """Yield every branch of *diagram* once, from the top."""
    seen: set[int] = set()
    waiting = [diagram]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Branch) and id(found) not in seen:
            seen.add(id(found))
            waiting.extend(reversed(found.children))
            yield found


def ends(diagram: Diagram) -> frozenset[int]:
    """Return the ranks that *diagram* can end in."""
    if isinstance(diagram, int):
        return frozenset((diagram,))
    return frozenset(child for branch in branches(diagram) for child in branch.children if isinstance(child, int))


def pivots(branch: Branch, found: Sequence[Cell]) -> Iterator[tuple[int, Diagram, Diagram]]:
    """Yield, for each fact of the branch, pairs of children between which that fact alone makes the difference.

    Two completions of a chain differ in one of its numbers alone when their cells differ in that component alone: the
    wider number can then be taken as large, the narrower one as small, as both allow.
    """
    for (one, first), (two, second) in itertools.combinations(zip(found, branch.children, strict=True), 2):
        if first is not second:
            apart = [index for index, (a, b) in enumerate(zip(one.parts, two.parts, strict=True)) if a != b]
            if len(apart) == 1:
                yield apart[0], first, second


def facts_of(diagram: Diagram, space: Space) -> frozenset[str]:
    """Return the facts on which *diagram* turns: each alone can make the difference."""
    if isinstance(diagram, int):
        return frozenset()
    return frozenset(
        branch.slot.facts[index]
        for branch in branches(diagram)
        for index, _, _ in pivots(branch, space.cells[branch.slot])
    )


def settles(diagram: Diagram, space: Space, path: str) -> bool:
    """Whether some value of the fact at *path* leaves only one outcome."""
    for slot, found in space.cells.items():
        if path in slot.facts:
            for left in leaving(slot, found, path):
                if len(frozenset().union(*map(ends, space.fix(diagram, slot, left)))) == 1:
                    return True
    return False
