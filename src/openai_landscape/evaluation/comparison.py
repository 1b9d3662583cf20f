"""How two licences differ: do they ever answer differently, and for which uses."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

from attrs import define, field, frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.entities import License
from openai_landscape.evaluation._decide import NEEDS_AGREEMENT, PERMITTED, PROHIBITED, Gap, Grounds, grounds
from openai_landscape.evaluation._diagram import Diagram, Space, branches
from openai_landscape.evaluation._formula import Formula, disj
from openai_landscape.evaluation._slots import Slot
from openai_landscape.evaluation._witness import witness
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.questions import bindings_of, evaluate
from openai_landscape.evaluation.verdict import Obligation, Verdict
from openai_landscape.quantities.base import Value
from openai_landscape.terms import Duty
from openai_landscape.use import ACTIVITIES, Activity, Use

LIMIT: Final = 200_000
"""How many branches a comparison may build for one activity before it says that it is undecided."""


class Difference(Value):
    """What differs: the outcome, or a duty (its kind and exact words), for an activity."""

    activity: Activity
    about: Literal["outcome", "duty"]
    text: str


class Witness(Value):
    """A use that the two answer differently, with both verdicts and the differences that it shows."""

    use: Use
    verdicts: tuple[Verdict, Verdict]
    shows: tuple[Difference, ...]


class Comparison(Value):
    """Whether two licences ever answer differently. `cells` counts the ways in which their conditions can come out.

    `differs` is None where the comparison was given up at `LIMIT`; `covered` then names the activities that were
    decided.
    """

    first: str
    second: str
    differs: bool | None
    cells: int
    covered: tuple[Activity, ...]
    differences: tuple[Difference, ...] = ()
    witnesses: tuple[Witness, ...] = ()


def compare(a: License | str, b: License | str, *, catalog: Catalog | None = None) -> Comparison:
    """Return how two licences differ, exactly, over all that their terms tell apart.

    A difference is another outcome, or other duties (their kind, their exact words), for one use. The witnesses show
    every difference, and none of them can be left out.

    Raises:
        LookupError: If a name is not that of a licence, or one takes in terms that are not encoded.

    >>> compare("mit", "mit").differs
    False
    """
    known = built_in() if catalog is None else catalog
    first, second = (known.license(each) if isinstance(each, str) else each for each in (a, b))
    cells, covered, found = 0, [], []
    for activity in ACTIVITIES:
        pair = _Pair.of(first, second, activity, known)  # type: ignore[arg-type]  # the keys are the activities
        cells += pair.cells
        if (decided := pair.differences()) is not None:
            covered.append(activity)
            found += decided
    witnesses = _irredundant(_witnesses(first, second, found, known))
    complete = len(covered) == len(ACTIVITIES)
    return Comparison(
        first=first.id,
        second=second.id,
        differs=True if found else False if complete else None,
        cells=cells,
        covered=tuple(covered),
        differences=tuple(each.difference for each in found),
        witnesses=witnesses,
    )


@frozen(eq=False)
class _Found:
    difference: Difference
    use: Use


class _TooLargeError(Exception):
    """The comparison grew past its limit."""


@define(eq=False)
class _Pair:
    """Both licences under one activity, with nothing known."""

    activity: Activity
    sides: tuple[Grounds, Grounds]
    space: Space = field(init=False)

    @classmethod
    def of(cls, first: License, second: License, activity: Activity, catalog: Catalog) -> _Pair:
        use = Use(activities=(activity,))
        bound = [bindings_of(each, use, catalog, strict=True) for each in (first, second)]
        for gap in (each for side in bound for each in side if isinstance(each, Gap)):
            raise LookupError(f"{gap.summary}, so it cannot be compared")
        one, two = map(grounds, bound)
        return cls(activity, (one, two))

    def __attrs_post_init__(self) -> None:
        self.space = Space(formula for side in self.sides for formula in side.formulas())

    @property
    def cells(self) -> int:
        """How many ways there are for all tests of both to come out together."""
        return math.prod(len(found) for found in self.space.cells.values())

    def differences(self) -> list[_Found] | None:
        """Every difference with a use that shows it; None past the limit."""
        try:
            return list(self._differences())
        except _TooLargeError:
            return None

    def _differences(self) -> Iterator[_Found]:
        one, two = self.sides
        state = (one.prohibited, one.reserved, two.prohibited, two.reserved)
        for ranks, use in self._paths(self.space.diagram(state, _counted(_both_ranks))):
            text = f"{_NAMES[ranks // 3]} against {_NAMES[ranks % 3]}"
            yield _Found(Difference(activity=self.activity, about="outcome", text=text), use)
        duties = (_duties(one), _duties(two))
        for signature in sorted({*duties[0], *duties[1]}):
            pair = tuple(disj(side.get(signature, ())) for side in duties)
            for which, use in self._paths(self.space.diagram(pair, _counted(_both_truths))):
                who = "only the first" if which == _FIRST else "only the second"
                yield _Found(Difference(activity=self.activity, about="duty", text=f"{who}: {signature}"), use)

    def _paths(self, diagram: Diagram) -> Iterator[tuple[int, Use]]:
        """For each way in which the two differ one use that leads there."""
        for end in sorted(_ends(diagram) - {_SAME}):
            yield end, witness(self.activity, _path(diagram, end), self.space)


_Rank: TypeAlias = Callable[[tuple[Formula, ...]], int | None]

_SAME, _FIRST, _SECOND = -1, -2, -3
_NAMES: Final = {PERMITTED: Outcome.PERMITTED, NEEDS_AGREEMENT: Outcome.NEEDS_AGREEMENT, PROHIBITED: Outcome.PROHIBITED}


def _both_ranks(state: tuple[Formula, ...]) -> int | None:
    first, second = _one_rank(state[:2]), _one_rank(state[2:])
    if first is None or second is None:
        return None
    return _SAME if first == second else first * 3 + second


def _one_rank(state: tuple[Formula, ...]) -> int | None:
    prohibited, reserved = state
    if prohibited is True:
        return PROHIBITED
    if prohibited is not False or not isinstance(reserved, bool):
        return None
    return NEEDS_AGREEMENT if reserved else PERMITTED


def _both_truths(state: tuple[Formula, ...]) -> int | None:
    first, second = state
    if first == second:
        return _SAME
    if not isinstance(first, bool) or not isinstance(second, bool):
        return None
    return _FIRST if first else _SECOND


def _counted(rank: _Rank) -> _Rank:
    """The same ranking, which gives up once it has been asked too often."""
    left = [LIMIT]

    def limited(state: tuple[Formula, ...]) -> int | None:
        left[0] -= 1
        if left[0] < 0:
            raise _TooLargeError
        return rank(state)

    return limited


def _ends(diagram: Diagram) -> set[int]:
    if isinstance(diagram, int):
        return {diagram}
    return {child for branch in branches(diagram) for child in branch.children if isinstance(child, int)}


def _path(diagram: Diagram, end: int) -> dict[Slot, int]:
    """The cells on a way from the top of *diagram* to *end*."""
    dead: set[int] = set()

    def find(at: Diagram) -> dict[Slot, int] | None:
        if isinstance(at, int):
            return {} if at == end else None
        if id(at) in dead:
            return None
        for index, child in enumerate(at.children):
            if (rest := find(child)) is not None:
                return {at.slot: index, **rest}
        dead.add(id(at))
        return None

    return find(diagram) or {}


def _duties(side: Grounds) -> Mapping[str, list[Formula]]:
    found: dict[str, list[Formula]] = {}
    for bound in side.terms:
        if isinstance(bound.term, Duty):
            found.setdefault(_signature(bound.term), []).append(bound.formula)
    return found


def _signature(duty: Duty) -> str:
    return " ".join([duty.asks, *(f"\u201c{word}\u201d" for word in duty.exact)])


def in_short(duty: Obligation) -> str:
    """Return the kind of a duty and its exact words: what must be the same for two duties to be."""
    return " ".join([duty.asks, *(f"\u201c{word}\u201d" for word in duty.words)])


def _witnesses(first: License, second: License, found: Iterable[_Found], catalog: Catalog) -> list[Witness]:
    known = {each.difference for each in found}
    made = []
    for use in dict.fromkeys(each.use for each in found):
        verdicts = (evaluate(first, use, catalog=catalog), evaluate(second, use, catalog=catalog))
        shown = tuple(each for each in sorted(_shown(use, verdicts), key=str) if each in known)
        made.append(Witness(use=use, verdicts=verdicts, shows=shown))
    return made


def _shown(use: Use, verdicts: tuple[Verdict, Verdict]) -> Iterator[Difference]:
    activity = use.activities[0]
    one, two = verdicts
    if one.outcome is not two.outcome:
        yield Difference(activity=activity, about="outcome", text=f"{one.outcome} against {two.outcome}")
    owed = [{in_short(duty) for duty in verdict.duties if duty.truth} for verdict in verdicts]
    for signature in owed[0] - owed[1]:
        yield Difference(activity=activity, about="duty", text=f"only the first: {signature}")
    for signature in owed[1] - owed[0]:
        yield Difference(activity=activity, about="duty", text=f"only the second: {signature}")


def _irredundant(witnesses: list[Witness]) -> tuple[Witness, ...]:
    kept = list(witnesses)
    for each in witnesses:
        others = {shown for other in kept if other is not each for shown in other.shows}
        if set(each.shows) <= others:
            kept.remove(each)
    return tuple(kept)
