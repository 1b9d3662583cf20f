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
    """What is known of a figure in a window: at least `low`, at most `high`; `undated` if an undated figure says so."""

    low: Exact | Money | None = None
    high: Exact | Money | None = None
    undated: bool = False

    @property
    def settled(self) -> bool:
        """Whether the figure itself is known."""
        return self.low is not None and self.low == self.high


def periods(window: str, grain: str, on: Day | None) -> tuple[str, ...]:
    """Return the periods of which a figure answers for *window*, the best first; none where only an undated one can.

    >>> periods("preceding_month", "month", Day("2024-05-01"))
    (Month('2024-04'),)
    """
    if window[0].isdigit():
        return (window,)
    if on is None:
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
        return Known(figure, figure, undated=True)
    if window == "since_acquired":
        return _ever(figure, grain, on, since)
    for period in periods(window, grain, on):
        if period in figure:
            return Known(figure[period], figure[period])
    return Known()


def _ever(figure: FrozenMapping[str, int | Money], grain: str, on: Day | None, since: Day | None) -> Known:
    """The greatest figure since acquisition: known when every period is, else bounded below by the greatest given."""
    if on is None or since is None:
        return Known()
    length = {"year": 4, "month": 7, "day": 10}[grain]
    inside = {period: value for period, value in figure.items() if since[:length] <= period <= on[:length]}
    if not inside or any(isinstance(value, Money) for value in inside.values()):
        alone = next(iter(inside.values())) if len(inside) == 1 and since[:length] == on[:length] else None
        return Known(alone, alone)
    greatest = max(value for value in inside.values() if isinstance(value, int))
    whole = grain != "day" and len(inside) == _length(since, on, grain)
    return Known(greatest, greatest if whole else None)


def _length(since: Day, on: Day, grain: str) -> int:
    years = on.year - since.year
    return years + 1 if grain == "year" else years * 12 + int(on[5:7]) - int(since[5:7]) + 1


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
