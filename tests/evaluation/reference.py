"""The meaning of licences by completions, slowly and obviously: every unknown fact takes every value that matters.

A completion maps each unknown fact to a value. In each, terms are plainly true or false; the answer is read off the
list of all completions. Nothing is shared with the package's evaluator but the entities.
"""

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from openai_landscape.entities import License
from openai_landscape.quantities import Money
from openai_landscape.terms import (
    Amount,
    AnyOf,
    Choice,
    Constraint,
    DateTest,
    Everything,
    Flag,
    NoneOf,
    Permission,
    Prohibition,
    Reading,
    Reservation,
    SetOf,
    Term,
    Users,
    atoms,
)
from openai_landscape.use import FACTS, Fact, Grant, TargetFacts, Use, members

MAY_BE_EMPTY = ("fields", "licensee.trades", "litigation")
PLAIN_DEFAULTS = {
    "component": "weights",
    "improved_model.kind": "language",
    "received_in_product": False,
    "registered": False,
    "circumstances.safeguards_removed": False,
    "circumstances.sanctioned_party": False,
    **dict.fromkeys(MAY_BE_EMPTY, ()),
}


class Unknown(NamedTuple):
    """A fact that is not given: the path under which it is reported; of a figure also window and currency."""

    path: str
    fact: str
    window: str = ""
    unit: str = ""


Completion = Mapping[Unknown, Any]


class Missing(Exception):  # noqa: N818 - says which fact a completion still lacks, no error
    def __init__(self, unknown: Unknown) -> None:
        self.unknown = unknown


class ContradictionError(Exception):
    """No completion is consistent with what is given."""


class TooManyError(Exception):
    """More completions than are worth going through."""


def look(world: Completion, unknown: Unknown) -> Any:
    if unknown not in world:
        raise Missing(unknown)
    return world[unknown]


class Case:
    """One licence and one use: what each fact is in a completion, and what each term is then."""

    def __init__(self, license_: License, use: Use, strict: bool, several: bool) -> None:
        self.license, self.use, self.strict = license_, use, strict
        named = [name for name in (license_.id, license_.name) if name in use.per_target]
        self.target = named[0] if named else license_.id if several else None
        self.own = use.per_target[named[0]] if named else TargetFacts()
        self.terms = [term for term in license_.terms if set(term.activities) & set(use.activities)]

    def stated(self, path: str) -> Any:
        if path == "registered":
            return None if self.use.registered is None else self.license.id in self.use.registered
        if path in TargetFacts.model_fields and (value := getattr(self.own, path)) is not None:
            return value
        holder, _, rest = path.partition(".")
        value = getattr(self.use, holder)
        return value if not rest else value.get(rest) if holder == "circumstances" else getattr(value, rest)

    def fact(self, path: str, world: Completion) -> Any:
        value = self.stated(path)
        if value is None and not self.strict:
            value = self.default(path, world)
        if value is None:
            value = look(world, self.unknown(path))
        if path == "fields" and self.stated("circumstances.lawful") is False:
            return {*value, "other_illegal"}
        return value

    def default(self, path: str, world: Completion) -> Any:
        if path == "gain":
            return "direct" if self.fact("purpose", world) == "commercial" else "none"
        if path == "product_modalities":
            return self.fact("model_modalities", world)
        if path == "acquired":
            return self.fact("on", world)
        if path == "copies":
            return "distribute" in self.use.activities or (None if "embed" in self.use.activities else False)
        if path == "handed_over":
            made = {"modify": "derivative", "improve_other_models": "improved_model"}
            return {made[each] for each in self.use.activities if each in made} or {"original"}
        return PLAIN_DEFAULTS.get(path)

    def unknown(self, path: str) -> Unknown:
        if path == "registered":
            return Unknown(f"registered[{self.license.id}]", path)
        return Unknown(
            f"per_target.{self.target}.{path}" if self.target and path in TargetFacts.model_fields else path, path
        )

    def holds(self, when: Constraint, world: Completion) -> bool:
        match when:
            case Everything():
                return all(self.holds(part, world) for part in when.all_of)
            case AnyOf():
                return any(self.holds(part, world) for part in when.any_of)
            case NoneOf():
                return not any(self.holds(part, world) for part in when.none_of)
            case Reading():
                key = f"{self.license.id}#{when.reading}"
                chosen = self.use.readings.get(key)
                return when.equals == (chosen or look(world, Unknown(f"readings.{key}", "reading", when.reading)))
            case Flag():
                return self.fact(when.fact, world) is when.equals
            case Choice():
                return self.fact(when.fact, world) in self.places(when.one_of)
            case SetOf():
                given, words = set(self.fact(when.fact, world)), self.places(when.words)
                given = words | {"elsewhere"} if "*" in given else given
                return bool(given & words) if when.overlaps else given <= words
            case DateTest():
                day = self.fact(when.fact, world)
                return bool(day >= when.since if when.since else day < when.before)
            case Users() | Amount():
                return self.compares(when, world)

    def places(self, words: Iterable[str]) -> set[str]:
        return {
            place for word in words for place in members(word, None if self.use.on is None else self.use.on.first())
        }

    def compares(self, when: Users | Amount, world: Completion) -> bool:
        limit, unit = limit_of(when)
        figure = self.figure(FACTS[when.fact], when.window, unit, world)
        if when.gt is not None or when.le is not None:
            return (figure > limit) is (when.gt is not None)
        return (figure >= limit) is (when.ge is not None)

    def figure(self, fact: Fact, window: str, unit: str, world: Completion) -> Fraction:
        told, complete = self.told(fact, window)
        if complete:
            return max(self.converted(each, unit, world) for each in told)
        return Fraction(look(world, self.unknown_figure(fact, window, unit)))

    def unknown_figure(self, fact: Fact, window: str, unit: str) -> Unknown:
        period = label(fact, window, self.use.on)
        return Unknown(f"{fact.path}{period}", fact.path, period or window, unit)

    def told(self, fact: Fact, window: str) -> tuple[list[int | Money], bool]:
        """What is said of a figure in a window: the figures that lie in it, and whether nothing is left unsaid."""
        said, on = self.stated(fact.path), self.use.on
        if said is None or not isinstance(said, Mapping):
            given = [] if said is None or self.strict else [said]
            return given, bool(given)
        if window != "since_acquired":
            inside = [said[period] for period in periods(fact, window, on) if period in said][:1]
            return inside, bool(inside)
        since = self.stated("acquired") or (None if self.strict else on)
        if on is None or since is None:
            return [], False
        length = {"year": 4, "month": 7, "day": 10}[grain(fact)]
        running = on[:length]
        days = (dt.date.fromordinal(day) for day in range(since.first().toordinal(), on.first().toordinal()))
        complete = {day.isoformat()[:length] for day in days} - {running}
        if not complete:  # a copy taken in the running period: what answers for the present answers for it
            inside = [said[period] for period in periods(fact, "present", on) if period in said]
            return inside, bool(inside)
        inside = [said[period] for period in complete | {running} if period in said]
        return inside, all(period in said for period in complete)

    def converted(self, figure: int | Money, unit: str, world: Completion) -> Fraction:
        if isinstance(figure, int) or figure.currency == unit or not figure.amount:
            return Fraction(figure if isinstance(figure, int) else figure.amount)
        return Fraction(figure.amount) * self.rate(figure.currency, world) / self.rate(unit, world)

    def rate(self, unit: str, world: Completion) -> Fraction:
        given = 1 if unit == "USD" else self.use.rates.get(unit)
        return look(world, Unknown(f"rates.{unit}", "rate", unit)) if given is None else Fraction(given)

    def between(self, fact: Fact, window: str, unit: str, world: Completion) -> tuple[Fraction, Fraction | float]:
        """The least and the greatest that a figure can be in a completion, by what is said of it alone."""
        told, complete = self.told(fact, window)
        known = [figure for each in told if (figure := self.convertible(each, unit)) is not None]
        value = world.get(self.unknown_figure(fact, window, unit))
        low = max(known, default=Fraction(0))
        high = low if complete and len(known) == len(told) else math.inf
        return (low, high) if value is None else (max(low, value), min(high, value))

    def convertible(self, figure: int | Money, unit: str) -> Fraction | None:
        try:
            return self.converted(figure, unit, {})
        except Missing:
            return None

    def consistent(self, world: Completion) -> bool:
        """Whether acquisition lies before the question, and each figure within those that include it."""
        on, acquired = (self.stated(path) or world.get(self.unknown(path)) for path in ("on", "acquired"))
        if on is not None and acquired is not None and acquired > on:
            return False
        return all(self.nested(FACTS[path], window, unit, world) for path, window, unit in self.asked())

    def asked(self) -> set[tuple[str, str, str]]:
        found = [atom for term in self.terms for atom in atoms(term.when) if isinstance(atom, Users | Amount)]
        return {(atom.fact, atom.window, limit_of(atom)[1]) for atom in found}

    def nested(self, fact: Fact, window: str, unit: str, world: Completion) -> bool:
        bounds = [self.between(each, window, unit, world) for each in chain(fact)]
        return all(part[0] <= whole[1] for part, whole in itertools.combinations(bounds, 2)) and all(
            a <= b for a, b in bounds
        )

    def grants(self, term: Reservation) -> list[Grant]:
        return [each for each in self.use.grants if each.license == self.license.id and term.id in each.terms]

    def lifted(self, term: Reservation, world: Completion) -> bool:
        found = [self.dated(grant, world) for grant in self.grants(term)]
        return any([*found, term.lifted_by == "registration" and self.fact("registered", world)])

    def dated(self, grant: Grant, world: Completion) -> bool:
        begun = grant.since is None or self.fact("on", world) >= grant.since
        return (grant.until is None or self.fact("on", world) <= grant.until) and begun

    def applies(self, term: Term, world: Completion) -> bool:
        governed = self.fact("component", world) in self.license.components
        return self.holds(term.when, world) and (governed or not isinstance(term, Permission | Reservation))

    def rank(self, world: Completion) -> int:
        """0 permitted, 1 needs an agreement, 2 prohibited: the worst over the activities."""
        return max(self.rank_of(activity, world) for activity in self.use.activities)

    def rank_of(self, activity: str, world: Completion) -> int:
        found = [each for each in self.terms if activity in each.activities and self.applies(each, world)]
        if any(isinstance(each, Prohibition) for each in found):
            return 2
        if not any(isinstance(each, Permission | Reservation) for each in found):
            return 2
        return int(any(isinstance(each, Reservation) and not self.lifted(each, world) for each in found))


def limit_of(when: Users | Amount) -> tuple[Fraction, str]:
    limit = next(each for each in (when.gt, when.ge, when.lt, when.le) if each is not None)
    return (Fraction(limit.amount), limit.currency) if isinstance(limit, Money) else (Fraction(limit), "")


def grain(fact: Fact) -> str:
    assert fact.measure is not None
    return fact.measure.period


def chain(fact: Fact) -> list[Fact]:
    """The facts of the same quantity, the narrowest population first."""
    alike = [
        each
        for each in FACTS.values()
        if each.measure and fact.measure and each.measure.quantity == fact.measure.quantity
    ]
    return sorted(alike, key=lambda each: each.measure.breadth if each.measure else 0)


def periods(fact: Fact, window: str, on: Any) -> list[str]:
    """The periods of which one figure answers for the window, the best first."""
    if window[0].isdigit():
        return [window]
    if on is None:
        return []
    day = on.first()
    before = {
        "day": day - dt.timedelta(days=1),
        "month": day.replace(day=1) - dt.timedelta(days=1),
        "year": day.replace(month=1, day=1) - dt.timedelta(days=1),
    }[grain(fact)]
    length = {"year": 4, "month": 7, "day": 10}[grain(fact)]
    if window == "present":
        return [before.isoformat()[:length], on[:length]]
    return [before.isoformat()[:length]] if window == f"preceding_{grain(fact)}" else []


def label(fact: Fact, window: str, on: Any) -> str:
    found = periods(fact, window, on) if window != "present" else []
    return f"[{found[0]}]" if found else ""
