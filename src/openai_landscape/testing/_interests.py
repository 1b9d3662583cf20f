"""What the strategies draw near: the numbers, dates and words at which the terms of licences turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, TypeVar

from attrs import frozen

from openai_landscape.entities import License
from openai_landscape.quantities import Day, Money, Month, month_before
from openai_landscape.terms import Amount, Atom, Choice, DateTest, Reading, SetOf, Users, atoms

T = TypeVar("T")


@frozen(cache_hash=True)
class Interests:
    """Numbers, dates and words worth asking about; `facts` are what conditions read, `words` what they ask of each."""

    counts: tuple[int, ...]
    sums: tuple[Money, ...]
    months: tuple[Month, ...]
    days: tuple[Day, ...]
    facts: frozenset[str]
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def asked(self, fact: str) -> tuple[str, ...]:
        """Return the words that some condition asks of *fact*."""
        return dict(self.words).get(fact, ())


def _dollars(amount: int) -> Money:
    return Money(amount=Decimal(amount), currency="USD")


USUAL: Final = Interests(
    counts=(700_000_000, 100_000_000, 1_000_000),
    sums=(_dollars(1_000_000), _dollars(10_000_000), _dollars(20_000_000), _dollars(30_000_000)),
    # the months before the releases of Llama 2, 3, 3.1, 3.2, 3.3 and 4
    months=tuple(map(Month, ("2024-03", "2023-06", "2024-06", "2024-08", "2024-11", "2025-03"))),
    days=tuple(map(Day, ("2024-04-18", "2024-04-01", "2025-03-24", "2025-06-26", "2025-11-13"))),
    facts=frozenset({"purpose", "production", "on", "licensee.monthly_active_users", "licensee.annual_revenue"}),
)
"""What licences in wide use turn on: caps on audiences and revenues, release dates, dates of new texts."""


def interests_of(licenses: Iterable[License]) -> Interests:
    """Return what the terms of *licenses* turn on; where they turn on nothing of a sort, what is usual of it."""
    known = tuple(licenses)
    found = [atom for each in known for term in each.terms for atom in atoms(term.when)]
    dates = _unique(_days(found, known)) or USUAL.days
    return Interests(
        counts=_unique(_counts(found)) or USUAL.counts,
        sums=_unique(_sums(found)) or USUAL.sums,
        months=_unique(_months(found, dates)) or USUAL.months,
        days=dates,
        facts=frozenset(_facts(found)) if known else USUAL.facts,
        words=tuple(_words(found).items()),
    )


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _facts(found: Iterable[Atom]) -> Iterator[str]:
    for atom in found:
        if not isinstance(atom, Reading):
            yield atom.fact
        if isinstance(atom, Users | Amount) and not atom.window[0].isdigit():
            yield "on"  # the window lies before the question


def _counts(found: Iterable[Atom]) -> Iterator[int]:
    for atom in found:
        if isinstance(atom, Users):
            yield from (bound for bound in (atom.gt, atom.ge, atom.lt, atom.le) if bound is not None)


def _sums(found: Iterable[Atom]) -> Iterator[Money]:
    for atom in found:
        if isinstance(atom, Amount):
            yield from (bound for bound in (atom.gt, atom.ge, atom.lt, atom.le) if bound is not None)


def _months(found: Iterable[Atom], dates: Iterable[Day]) -> Iterator[Month]:
    figures = [atom for atom in found if isinstance(atom, Users | Amount)]
    for atom in figures:
        if atom.window[0].isdigit():
            yield Month(atom.window) if len(atom.window) > 4 else Month(f"{atom.window}-12")
    if any(not atom.window[0].isdigit() for atom in figures):
        yield from (month for day in dates for month in (month_before(day), Month(day[:7])))


def _days(found: Iterable[Atom], licenses: Iterable[License]) -> Iterator[Day]:
    for atom in found:
        if isinstance(atom, DateTest):
            yield from (day for day in (atom.since, atom.before) if day is not None)
    for each in licenses:
        yield from (day for day in (each.in_force.since, each.in_force.until) if day is not None)


def _words(found: Iterable[Atom]) -> dict[str, tuple[str, ...]]:
    asked: dict[str, tuple[str, ...]] = {}
    for atom in found:
        if isinstance(atom, SetOf | Choice):
            said = atom.words if isinstance(atom, SetOf) else atom.one_of
            asked[atom.fact] = _unique((*asked.get(atom.fact, ()), *said))
    return asked
