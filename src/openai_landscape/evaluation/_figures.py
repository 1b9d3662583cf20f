"""The figures of a licensee, as far as they are known for the window that a clause asks for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from attrs import frozen

from openai_landscape.evaluation._slots import Exact
from openai_landscape.quantities import Day, FrozenMapping, Money, Month, Year, month_before
from openai_landscape.use import FACTS, Fact, Licensee


def _chains() -> dict[str, tuple[Fact, ...]]:
    chains: dict[str, list[Fact]] = {}
    for fact in FACTS.values():
        if fact.measure is not None:
            chains.setdefault(fact.measure.quantity, []).append(fact)
    return {
        name: tuple(sorted(facts, key=lambda fact: fact.measure.breadth if fact.measure else 0))
        for name, facts in chains.items()
    }


CHAINS: Final = MappingProxyType(_chains())
"""The facts of one quantity, the narrowest population first: each figure is at most the next."""


@frozen
class Known:
    """The figures that are given for a window; `whole` if none of it is left unsaid, `undated` if it has no date."""

    given: tuple[Exact | Money, ...] = ()
    whole: bool = False
    undated: bool = False


def periods(window: str, grain: str, on: Day | None) -> tuple[str, ...]:
    """Return the periods of which a figure answers for *window*, the best first; none where only an undated one can.

    >>> periods("preceding_month", "month", Day("2024-05-01"))
    (Month('2024-04'),)
    """
    if window[0].isdigit():
        return (window,)
    if on is None or on[:4] == "0001":  # nothing lies before the first year
        return ()
    if grain == "month" and window in ("present", "preceding_month"):
        last = month_before(on)
        return (last, Month(on[:7])) if window == "present" else (last,)
    if grain == "year" and window in ("present", "preceding_year"):
        before = Year(f"{on.year - 1:04}")
        return (before, Year(on[:4])) if window == "present" else (before,)
    if grain == "day" and window == "present":
        return (Day((on.first() - dt.timedelta(days=1)).isoformat()), on)
    return ()


def label(window: str, grain: str, on: Day | None) -> str:
    """Return the period to name in a fact's path: the month of a fixed or preceding window, else nothing."""
    found = periods(window, grain, on) if window != "present" else ()
    return f"[{found[0]}]" if found else ""


def known(licensee: Licensee, fact: Fact, window: str, on: Day | None, since: Day | None) -> Known:
    """Return what *licensee* tells of *fact* in *window*; *since* is when the copy was acquired."""
    figure = getattr(licensee, fact.path.removeprefix("licensee."))
    grain = fact.measure.period if fact.measure else "month"
    if figure is None:
        return Known()
    if not isinstance(figure, FrozenMapping):
        return Known((figure,), whole=True, undated=True)
    if window == "since_acquired":
        return _ever(figure, grain, on, since)
    for period in periods(window, grain, on):
        if period in figure:
            return Known((figure[period],), whole=True)
    return Known()


def _ever(figure: FrozenMapping[str, int | Money], grain: str, on: Day | None, since: Day | None) -> Known:
    """The figures since acquisition: of each period that was complete, and of the running one as far as it is given.

    A copy that was taken in the running period has none complete: what answers for the present answers for it.
    """
    if on is None or since is None:
        return Known()
    asked = _completed(since, on, grain)
    if not asked:
        given = [period for period in periods("present", grain, on) if period in figure]
        return Known(tuple(figure[period] for period in given), whole=bool(given))
    inside = [period for period in (*asked, _period(on.first(), grain)) if period in figure]
    return Known(tuple(figure[period] for period in inside), whole=all(period in figure for period in asked))


def _completed(since: Day, on: Day, grain: str) -> tuple[str, ...]:
    """The periods from that of *since* up to, not including, that of *on*."""
    first, last = since.first(), on.first()
    if grain == "year":
        return tuple(f"{year:04}" for year in range(first.year, last.year))
    if grain == "month":
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month - 1)
        return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in months)
    days = range(first.toordinal(), last.toordinal())
    return tuple(dt.date.fromordinal(day).isoformat() for day in days)


def _period(day: dt.date, grain: str) -> str:
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[grain]]


def shown(given: tuple[Exact | Money, ...]) -> str:
    """Return figures as a message names them."""
    return ", ".join(f"{each.currency} {each.amount:,f}" if isinstance(each, Money) else f"{each:,}" for each in given)


def in_currency(amount: Money, currency: str, rates: FrozenMapping[str, Decimal]) -> Fraction | None:
    """Return *amount* in *currency* by the rates of the use (USD for one unit), or None for want of a rate."""
    if amount.currency == currency or amount.amount == 0:
        return Fraction(amount.amount)
    have, want = rate(amount.currency, rates), rate(currency, rates)
    return None if have is None or want is None else Fraction(amount.amount) * have / want


def rate(currency: str, rates: FrozenMapping[str, Decimal]) -> Fraction | None:
    """Return how many US dollars one unit of *currency* is, where that is known."""
    if currency == "USD":
        return Fraction(1)
    return Fraction(rates[currency]) if currency in rates else None
