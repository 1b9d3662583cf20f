"""A constraint and the facts of a use make a formula over what is not known."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import get_args

from attrs import frozen

from openai_landscape.evaluation import _figures as figures
from openai_landscape.evaluation._facts import View, gain_of
from openai_landscape.evaluation._formula import Formula, Leaf, conj, disj, negate
from openai_landscape.evaluation._slots import ChainSlot, ChoiceSlot, Component, Exact, Point, SubsetSlot, Test
from openai_landscape.quantities import Day, Money
from openai_landscape.terms import (
    Amount,
    AnyOf,
    Atom,
    Choice,
    Constraint,
    DateTest,
    Everything,
    Flag,
    NoneOf,
    Reading,
    SetOf,
    Users,
)
from openai_landscape.use import COUNTRIES, FACTS, Fact, Purpose, members

_COUNTRIES = tuple(sorted(COUNTRIES))
_PURPOSES: tuple[str, ...] = get_args(Purpose)
_MAY_BE_EMPTY = ("fields", "licensee.trades", "litigation")
_TRUE, _FALSE = "true", "false"
_ANOTHER = "another"


@frozen
class Binder:
    """Binds the constraints of one licence to one view of a use.

    `readings` are the names of the readings of each ambiguity of the licence.
    """

    license_id: str
    readings: Mapping[str, tuple[str, ...]]
    view: View

    def bind(self, constraint: Constraint) -> Formula:
        """Return *constraint* as a formula over the unknown facts."""
        if isinstance(constraint, Everything):
            return conj(self.bind(part) for part in constraint.all_of)
        if isinstance(constraint, AnyOf):
            return disj(self.bind(part) for part in constraint.any_of)
        if isinstance(constraint, NoneOf):
            return negate(disj(self.bind(part) for part in constraint.none_of))
        return self._atom(constraint)

    def _atom(self, atom: Atom) -> Formula:
        match atom:
            case Choice():
                return self._choice(atom)
            case Flag():
                return self._flag(atom)
            case SetOf():
                return self._set(atom)
            case DateTest():
                return self._date(atom)
            case Reading():
                return self._reading(atom)
            case Users():
                return self._users(atom)
            case Amount():
                return self._amount(atom)

    def _choice(self, atom: Choice) -> Formula:
        value = self.view.choice(atom.fact)
        country = FACTS[atom.fact].kind == "country"
        on = None if self.view.on is None else self.view.on.first()
        among = frozenset().union(*(members(word, on) for word in atom.one_of)) if country else frozenset(atom.one_of)
        if value is not None:
            return value in among
        if atom.fact == "gain" and not self.view.strict and "gain" not in self.view.loosened:
            self.view.noted.add("gain")
            purposes = tuple(p for p in _PURPOSES if gain_of(p) in among)
            if not purposes:
                return False
            return _pick(ChoiceSlot("purpose", _PURPOSES), Choice(fact="purpose", one_of=purposes), purposes)
        domain = _COUNTRIES if country else FACTS[atom.fact].values
        return _pick(ChoiceSlot(self.view.path(atom.fact), domain), atom, among)

    def _flag(self, atom: Flag) -> Formula:
        value = self.view.flag(atom.fact, self.license_id)
        if value is not None:
            return value is atom.equals
        leaf = _true(self.flag_path(atom.fact), Flag(fact=atom.fact, equals=True))
        return leaf if atom.equals else negate(leaf)

    def flag_path(self, fact: str) -> str:
        """Return the path of a flag: a registration is one of a licence."""
        return f"registered[{self.license_id}]" if fact == "registered" else self.view.path(fact)

    def _set(self, atom: SetOf) -> Formula:
        spec = FACTS[atom.fact]
        if spec.kind == "places":
            return self._places(atom)
        words = frozenset(atom.words)
        value = self.view.members(atom.fact)
        if value is not None:
            return bool(value & words) if atom.overlaps else value <= words
        if atom.fact in _MAY_BE_EMPTY:
            implied = self.view.implied(atom.fact)
            if implied & words if atom.overlaps else implied - words:
                return atom.overlaps is not None
            if atom.overlaps:
                return disj(_has(atom.fact, word) for word in atom.overlaps)
            return conj(negate(_has(atom.fact, word)) for word in spec.values if word not in words)
        return _meets(SubsetSlot(self._set_path(atom.fact), spec.values), atom, words)

    def _set_path(self, fact: str) -> str:
        # a product whose modalities are not given has the model's
        alike = fact == "product_modalities" and not self.view.strict and fact not in self.view.loosened
        return self.view.path("model_modalities" if alike else fact)

    def _places(self, atom: SetOf) -> Formula:
        on = None if self.view.on is None else self.view.on.first()
        among = frozenset().union(*(members(word, on) for word in atom.words))
        given = self.view.members(atom.fact)
        if given is None:
            return _meets(SubsetSlot(atom.fact, _COUNTRIES), atom, among)
        if "*" in given:
            return atom.overlaps is not None
        return bool(given & among) if atom.overlaps else given <= among

    def _date(self, atom: DateTest) -> Formula:
        day = atom.since or atom.before
        assert day is not None
        value = self.view.on if atom.fact == "on" else self.view.acquired
        if value is not None:
            return value >= day if atom.since else value < day
        slot = self._dates(apart=self.view.strict or "acquired" in self.view.loosened)
        last = len(slot.components) - 1
        component = last if atom.fact == "on" else 0
        asked = DateTest(fact="on" if component == last else "acquired", since=day)
        leaf = Leaf(Test(slot, reaches=(component, (day.first().toordinal(), 0)), atom=asked), True)
        return leaf if atom.since else negate(leaf)

    def _dates(self, *, apart: bool) -> ChainSlot:
        """The date of the question, which all targets share; before it, where it is *apart*, that of the copy."""
        stated = [self.view.use.acquired, *(facts.acquired for facts in self.view.use.per_target.values())]
        taken = max((day.first().toordinal() for day in stated if day is not None), default=1)
        on = None if self.view.on is None else self.view.on.first().toordinal()
        asked = Component("on", on or taken, on)
        if not apart:
            return ChainSlot("dates", (asked,))
        own = None if self.view.acquired is None else self.view.acquired.first().toordinal()
        return ChainSlot("dates", (Component(self.view.path("acquired"), own or 1, own or on), asked))

    def _reading(self, atom: Reading) -> Formula:
        key = atom.reading if "#" in atom.reading else f"{self.license_id}#{atom.reading}"
        chosen = self.view.use.readings.get(key)
        # outside its licence a condition knows no other reading than the one that it asks for
        offered = self.readings.get(atom.reading)
        given = chosen is not None and (offered is None or chosen in offered)
        if given and f"readings.{key}" not in self.view.loosened:
            self.view.noted.add(f"readings.{key}")
            return chosen == atom.equals
        slot = ChoiceSlot(f"readings.{key}", offered or (atom.equals, _ANOTHER))
        return _pick(slot, Reading(reading=key, equals=atom.equals), (atom.equals,))

    def _users(self, atom: Users) -> Formula:
        for limit, step, positive in ((atom.gt, 1, True), (atom.ge, 0, True), (atom.lt, 0, False), (atom.le, 1, False)):
            if limit is not None:
                reached = self._reaches(atom, (limit + step, 0), None)
                return reached if positive else negate(reached)
        raise AssertionError(atom)  # a count has exactly one bound

    def _amount(self, atom: Amount) -> Formula:
        for limit, above, positive in (
            (atom.gt, 1, True),
            (atom.ge, 0, True),
            (atom.lt, 0, False),
            (atom.le, 1, False),
        ):
            if limit is not None:
                reached = self._reaches(atom, (Fraction(limit.amount), above), limit.currency)
                return reached if positive else negate(reached)
        raise AssertionError(atom)  # an amount has exactly one bound

    def _reaches(self, atom: Users | Amount, point: Point, currency: str | None) -> Formula:
        """Whether the figure reaches *point*: a count, or an amount of *currency*."""
        fact, window = FACTS[atom.fact], atom.window
        assert fact.measure is not None
        chain = figures.CHAINS[fact.measure.quantity]
        index = chain.index(fact)
        told = [self._told(part, window) for part in chain]
        bounds = [self._bounds(part, currency) for part in told]
        self._refuse_contradictions(chain, told, bounds)
        if told[index].whole:
            return disj(self._figure_reaches(figure, point, currency) for figure in told[index].given)
        low = max((low for low, _ in bounds[: index + 1] if low is not None), default=0)
        highs = [high for _, high in bounds[index:] if high is not None]
        high = min(highs) if highs else None
        if (low, 0) >= point:
            return True
        if high is not None and (high, 0) < point:
            return False
        return Leaf(Test(self._chain(chain, bounds, window, currency), reaches=(index, point), atom=atom), True)

    def _refuse_contradictions(
        self, chain: tuple[Fact, ...], told: list[figures.Known], bounds: list[tuple[Exact | None, Exact | None]]
    ) -> None:
        """Refuse figures of one window of which a part exceeds the whole: a `Use` sees only those of one form alike."""
        for narrow, wide in itertools.combinations(range(len(chain)), 2):
            low, high = bounds[narrow][0], bounds[wide][1]
            if low is not None and high is not None and low > high:
                part, whole = (f"use.{chain[i].path} ({figures.shown(told[i].given)})" for i in (narrow, wide))
                raise ValueError(
                    f"{part} is more than {whole}, which includes it; correct one, or date the one that has no date"
                )

    def _figure_reaches(self, figure: Exact | Money, point: Point, currency: str | None) -> Formula:
        if isinstance(figure, Money):
            assert currency is not None
            return self._amount_reaches(figure, point, currency)
        return (figure, 0) >= point

    def _told(self, fact: Fact, window: str) -> figures.Known:
        path = self.figure_path(fact, window)
        told = figures.known(self.view.use.licensee, fact, window, self.view.on, self.view.acquired)
        if not told.undated:
            return told
        if self.view.strict or path in self.view.loosened:
            return figures.Known()
        self.view.noted.add(path)
        return told

    def figure_path(self, fact: Fact, window: str) -> str:
        """Return the path under which a figure is reported, with its month where the window is one."""
        grain = fact.measure.period if fact.measure else "month"
        return f"{fact.path}{figures.label(window, grain, self.view.on)}"

    def _bounds(self, told: figures.Known, currency: str | None) -> tuple[Exact | None, Exact | None]:
        exact = [found for figure in told.given if (found := self._exact(figure, currency)) is not None]
        low = max(exact, default=None)
        return low, low if told.whole and len(exact) == len(told.given) else None

    def _exact(self, value: Exact | Money, currency: str | None) -> Exact | None:
        if isinstance(value, Money):
            return None if currency is None else figures.in_currency(value, currency, self.view.use.rates)
        return value

    def _chain(
        self,
        chain: tuple[Fact, ...],
        bounds: list[tuple[Exact | None, Exact | None]],
        window: str,
        currency: str | None,
    ) -> ChainSlot:
        period = figures.label(window, chain[0].measure.period if chain[0].measure else "month", self.view.on)
        key = f"{period or window} {currency or ''}"
        parts = (
            Component(self.figure_path(fact, window), low or 0, high)
            for fact, (low, high) in zip(chain, bounds, strict=True)
        )
        return ChainSlot(key, tuple(parts))

    def _amount_reaches(self, amount: Money, point: Point, currency: str) -> Formula:
        rates = self.view.use.rates
        exact = figures.in_currency(amount, currency, rates)
        if exact is not None:
            return (exact, 0) >= point
        assert isinstance(point[0], Fraction)
        have, want = figures.rate(amount.currency, rates), figures.rate(currency, rates)
        if have is None and want is None:
            # only the ratio of the two rates matters; either fact can settle it with the other
            slot = _rate_slot(f"rates.{amount.currency}", f"rates.{currency}")
            return Leaf(Test(slot, reaches=(0, (point[0] / Fraction(amount.amount), point[1]))), True)
        if have is None and want is not None:
            needed = point[0] * want / Fraction(amount.amount)
            return Leaf(Test(_rate_slot(f"rates.{amount.currency}"), reaches=(0, (needed, point[1]))), True)
        assert have is not None
        # the dearer the clause's currency, the less the amount is worth in it
        most = Fraction(amount.amount) * have / point[0] if point[0] else Fraction(0)
        return negate(Leaf(Test(_rate_slot(f"rates.{currency}"), reaches=(0, (most, 1 - point[1]))), True))


def _rate_slot(*paths: str) -> ChainSlot:
    return ChainSlot("rate", (Component(" and ".join(paths), 0, None),))


def _pick(slot: ChoiceSlot, atom: Atom, among: Iterable[str]) -> Formula:
    return Leaf(Test(slot, frozenset(among), atom=atom), True)


def _meets(slot: SubsetSlot, atom: SetOf, words: frozenset[str]) -> Formula:
    return Leaf(Test(slot, words, atom.overlaps is not None, atom=atom), True)


def _true(path: str, atom: Atom) -> Formula:
    return _pick(ChoiceSlot(path, (_TRUE, _FALSE)), atom, (_TRUE,))


def _has(fact: str, word: str) -> Formula:
    return _true(f"{fact}[{word}]", SetOf(fact=fact, overlaps=(word,)))


def in_days(view: View, since: Day | None, until: Day | None) -> Formula:
    """Return whether the date of the question lies in the days from *since* to *until*, both included."""
    binder = Binder("", {}, view)
    parts: list[Formula] = []
    if since is not None:
        parts.append(binder.bind(DateTest(fact="on", since=since)))
    if until is not None:
        after = Day((until.first() + dt.timedelta(days=1)).isoformat())
        parts.append(binder.bind(DateTest(fact="on", before=after)))
    return conj(parts)
