"""All completions of a case, over representative values of every unknown fact, and the answer read off them."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from evaluation.reference import Case, Completion, ContradictionError, Missing, TooManyError, Unknown, chain, limit_of
from openai_landscape.entities import License
from openai_landscape.quantities import Day
from openai_landscape.terms import Amount, Atom, Choice, DateTest, Duty, Reading, Reservation, SetOf, Users, atoms
from openai_landscape.use import COUNTRIES, FACTS, Use

MOST = 2_500
OUTCOMES = ("permitted", "needs_agreement", "prohibited")


class Answer(NamedTuple):
    outcome: str
    unknown: frozenset[str]
    settling: frozenset[str]  # facts of which some value settles the outcome alone
    readings: frozenset[str]  # ambiguities on which outcome or duties turn
    duties: dict[tuple[str, str], bool | None]  # those that apply or may apply


def answer(licenses: Sequence[License], use: Use, *, strict: bool = False) -> Answer:
    cases = [Case(each, use, strict, len(licenses) > 1) for each in licenses]
    worlds = completions(cases)
    ranks = [max(case.rank(world) for case in cases) for world in worlds]
    turning = deciding(worlds, ranks)
    duties = {
        (case.license.id, term.id): (case, term) for case in cases for term in case.terms if isinstance(term, Duty)
    }
    truths = {key: [case.applies(term, world) for world in worlds] for key, (case, term) in duties.items()}
    read = turning.union(*(deciding(worlds, truth) for truth in truths.values()))
    facts = {each for each in turning if each.fact != "reading"}
    return Answer(
        outcome(set(ranks)),
        frozenset(each.path for each in facts),
        frozenset(each.path for each in facts if settles(each.path, worlds, ranks)),
        frozenset(each.path.removeprefix("readings.") for each in read if each.fact == "reading"),
        {key: truth[0] if len(set(truth)) == 1 else None for key, truth in truths.items() if any(truth)},
    )


def outcome(ranks: set[int]) -> str:
    if 0 in ranks:
        return "permitted" if len(ranks) == 1 else "depends"
    return OUTCOMES[min(ranks)]


def deciding(worlds: Sequence[Completion], values: Sequence[Hashable]) -> set[Unknown]:
    """The facts in which alone two completions can differ and differ in their values."""
    found = set()
    for unknown in worlds[0]:
        alike = defaultdict(set)
        for world, value in zip(worlds, values, strict=True):
            alike[tuple((fact, each) for fact, each in world.items() if fact != unknown)].add(value)
        if any(len(each) > 1 for each in alike.values()):
            found.add(unknown)
    return found


def settles(path: str, worlds: Sequence[Completion], ranks: Sequence[int]) -> bool:
    mine = [unknown for unknown in worlds[0] if unknown.path == path]
    for unknown in mine:
        ends = defaultdict(set)
        for world, rank in zip(worlds, ranks, strict=True):
            ends[world[unknown]].add(rank)
        if any(len(each) == 1 for each in ends.values()):
            return True
    return False


def completions(cases: Sequence[Case]) -> list[Completion]:
    """Every combination of values of the unknown facts that contradicts nothing."""
    found = list(unknowns(cases))
    domains = [list(dict.fromkeys(values_of(unknown, cases))) for unknown in found]
    count = 1
    for domain in domains:
        count *= len(domain)
    if count > MOST:
        raise TooManyError(count)
    worlds = [dict(zip(found, values, strict=True)) for values in itertools.product(*domains)]
    kept: list[Completion] = [world for world in worlds if all(case.consistent(world) for case in cases)]
    if not kept:
        raise ContradictionError
    return kept


def unknowns(cases: Sequence[Case]) -> dict[Unknown, None]:
    """The unknown facts that the terms read: found by asking for them one at a time."""
    found: dict[Unknown, Any] = {}
    for case in cases:
        for question in questions(case):
            while True:
                try:
                    question(found)
                    break
                except Missing as missing:
                    found[missing.unknown] = next(iter(values_of(missing.unknown, cases)))
    return dict.fromkeys(found)


def questions(case: Case) -> Iterator[Callable[[Completion], object]]:
    yield partial(case.fact, "component")
    for term in case.terms:
        yield from (partial(case.holds, atom) for atom in atoms(term.when))
        if isinstance(term, Reservation):
            yield partial(case.lifted, term)
            yield from (partial(case.dated, grant) for grant in case.grants(term))


def values_of(unknown: Unknown, cases: Sequence[Case]) -> Iterator[Any]:
    """Values of the fact of which every other is like one, as far as the terms can tell."""
    found = [atom for case in cases for term in case.terms for atom in atoms(term.when)]
    if unknown.fact == "reading":
        license_, name = unknown.path.removeprefix("readings.").split("#")
        point = next(
            a for case in cases if case.license.id == license_ for a in case.license.ambiguities if a.id == name
        )
        yield from point.readings
        return
    if unknown.fact == "rate":
        yield from rates(unknown.window, cases, found)
        return
    fact = FACTS[unknown.fact]
    asking = [
        atom for atom in found if not isinstance(atom, Reading) and atom.fact in LIKE.get(unknown.fact, (unknown.fact,))
    ]
    match fact.kind:
        case "flag":
            yield from (True, False)
        case "choice":
            yield from fact.values
        case "country":
            yield from places(asking, cases[0])
        case "places":
            yield from subsets(places(asking, cases[0]), least=1)
        case "set":
            asked = [word for word in fact.values if any(isinstance(a, SetOf) and word in a.words for a in asking)]
            others = [word for word in fact.values if word not in asked][:1]
            yield from subsets([*asked, *others], least=unknown.fact not in ("fields", "licensee.trades", "litigation"))
        case "date":
            yield from dates(found, cases)
        case _:
            yield from numbers(unknown, cases, found)


LIKE = {"model_modalities": ("model_modalities", "product_modalities"), "on": ("on", "acquired")}
"""Facts that others follow by default."""


def subsets(words: Sequence[str], least: int) -> Iterator[tuple[str, ...]]:
    for size in range(least, len(words) + 1):
        yield from itertools.combinations(words, size)


def places(asking: Iterable[Atom], case: Case) -> list[str]:
    """One country of each sort that the conditions tell apart."""
    asked = [
        case.places(a.words if isinstance(a, SetOf) else a.one_of) for a in asking if isinstance(a, SetOf | Choice)
    ]
    sorts: dict[tuple[bool, ...], str] = {}
    for country in sorted(COUNTRIES):
        sorts.setdefault(tuple(country in each for each in asked), country)
    return list(sorts.values())


def dates(found: Iterable[Atom], cases: Sequence[Case]) -> Iterator[Day]:
    """Each day that anything turns on, and the day before and after it; a day long before and long after."""
    days = [atom.since or atom.before for atom in found if isinstance(atom, DateTest)]
    days += [day for case in cases for day in (case.stated("on"), case.stated("acquired"))]
    days += [day for case in cases for grant in case.use.grants for day in (grant.since, grant.until)]
    yield from (Day("2000-01-01"), Day("2099-01-01"))
    for day in days:
        if day is not None:
            yield from (Day((day.first() + dt.timedelta(days=step)).isoformat()) for step in (-1, 0, 1))


def numbers(unknown: Unknown, cases: Sequence[Case], found: Iterable[Atom]) -> Iterator[Fraction]:
    """Each number that a figure of this quantity is held against, one less and one more; nothing; and very many."""
    alike = {fact.path for fact in chain(FACTS[unknown.fact])}
    held = [limit_of(atom)[0] for atom in found if isinstance(atom, Users | Amount) and atom.fact in alike]
    for case in cases:
        for fact in chain(FACTS[unknown.fact]):
            for window in {atom.window for atom in found if isinstance(atom, Users | Amount)}:
                held += [
                    each
                    for figure in case.told(fact, window)[0]
                    if (each := case.convertible(figure, unknown.unit)) is not None
                ]
    step = Fraction(1) if FACTS[unknown.fact].kind == "users" else Fraction(1, 10**9)
    yield from (Fraction(0), max(held) * 2 + 1)
    for number in sorted(set(held)):
        yield from (each for each in (number - step, number, number + step) if each >= 0)


def rates(unit: str, cases: Sequence[Case], found: Iterable[Atom]) -> Iterator[Fraction]:
    """The rates at which some stated amount is just a clause's limit, half of them and twice of them."""
    yield Fraction(1)
    limits = [limit_of(atom) for atom in found if isinstance(atom, Amount)]
    amounts = [
        figure
        for case in cases
        for atom in found
        if isinstance(atom, Amount)
        for figure in case.told(FACTS[atom.fact], atom.window)[0]
    ]
    for (limit, other), figure in itertools.product(limits, amounts):
        assert not isinstance(figure, int)
        if figure.amount and limit and unit in (figure.currency, other) and figure.currency != other:
            even = limit / Fraction(figure.amount)
            against = cases[0].use.rates.get(other if unit == figure.currency else figure.currency, 1)
            turning = (even if unit == figure.currency else 1 / even) * Fraction(against)
            yield from (turning * part for part in (Fraction(1, 2), 1, 2))
