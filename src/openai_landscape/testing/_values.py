"""Strategies for the values that everything else is made of: counts, money, dates, quantities, names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from openai_landscape.quantities import Comparator, Day, Money, Month, PartialDate, Quantity, Year
from openai_landscape.testing._interests import USUAL

T = TypeVar("T")

FIRST: Final = dt.date(2022, 1, 1)
LAST: Final = dt.date(2027, 12, 31)
"""The days between which dates are drawn: the years in which models with open weights came out."""

CURRENCIES: Final = ("USD", "EUR", "CNY")

_NAMES: Final = ("Acme", "Waldmeier GmbH", "De Vries B.V.", "Universität Nirgendwo", "Foo 7B", "Bar", "梧桐")


@cache
def counts(near: Sequence[int] = USUAL.counts) -> SearchStrategy[int]:
    """Return whole numbers of users or visits, most of them one below, at or one above a number of *near*.

    >>> from hypothesis import find
    >>> find(counts(), lambda count: count > 699_999_999)
    700000000
    """
    beside = st.builds(lambda number, step: max(0, number + step), st.sampled_from(near), st.sampled_from((-1, 0, 1)))
    return beside | st.integers(0, 9_000_000_000)


@cache
def months(near: Sequence[Month] = USUAL.months) -> SearchStrategy[Month]:
    """Return calendar months: those of *near*, their neighbours, and others."""
    beside = st.builds(_moved, st.sampled_from(near), st.sampled_from((0, -1, 1)))
    return beside | st.dates(FIRST, LAST).map(lambda day: Month(f"{day:%Y-%m}"))


def _moved(month: Month, by: int) -> Month:
    number = month.year * 12 + int(month[5:]) - 1 + by
    return Month(f"{number // 12:04}-{number % 12 + 1:02}")


@cache
def days(near: Sequence[Day] = USUAL.days) -> SearchStrategy[Day]:
    """Return days: those of *near*, the days before and after them, and others."""
    beside = st.builds(
        lambda day, by: day.first() + dt.timedelta(days=by), st.sampled_from(near), st.sampled_from((0, -1, 1))
    )
    return (beside | st.dates(FIRST, LAST)).map(lambda day: Day(day.isoformat()))


@cache
def years() -> SearchStrategy[Year]:
    """Return calendar years from 2022 to 2027."""
    return st.integers(FIRST.year, LAST.year).map(lambda year: Year(str(year)))


def partial_dates() -> SearchStrategy[PartialDate]:
    """Return dates as far as they are known: years, months and days.

    >>> from hypothesis import find
    >>> find(partial_dates(), lambda date: date.month is None)
    PartialDate('2022')
    """
    return st.one_of(years(), months(), days()).map(PartialDate)


@cache
def decimals(most: int = 10**9) -> SearchStrategy[Decimal]:
    """Return exact decimals from 0 to *most* with at most two places."""
    return st.integers(0, most * 100).map(lambda cents: Decimal(cents) / 100)


@cache
def amounts(near: Sequence[Money] = USUAL.sums) -> SearchStrategy[Decimal]:
    """Return amounts, most of them one cent below, at or one cent above one of *near*."""
    step = st.sampled_from((Decimal(0), Decimal("-0.01"), Decimal("0.01")))
    beside = st.builds(lambda sum_, by: max(Decimal(0), sum_.amount + by), st.sampled_from(near), step)
    return beside | decimals()


def money(currencies: Sequence[str] = CURRENCIES) -> SearchStrategy[Money]:
    """Return amounts in one of *currencies*, most of them at or beside a threshold of a real licence.

    >>> from hypothesis import find
    >>> find(money(["USD"]), lambda money: money.amount >= 1_000_000)
    Money(amount=Decimal('1000000'), currency='USD')
    """
    return st.builds(Money, amount=amounts(), currency=st.sampled_from(currencies))


def quantities() -> SearchStrategy[Quantity]:
    """Return numbers as texts state them, with units and comparators.

    >>> from hypothesis import find
    >>> find(quantities(), lambda quantity: quantity.comparator == "lt").unit
    'users'
    """
    units = st.sampled_from(("users", "customers", "parameters", "USD", "percent"))
    values = counts().map(Decimal) | decimals()
    return st.builds(Quantity, value=values, unit=units, comparator=st.sampled_from(get_args(Comparator)))


def names() -> SearchStrategy[str]:
    """Return names of people, firms and models, in several scripts, and any other text."""
    return st.sampled_from(_NAMES) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


def subsets(words: Sequence[T], *, least: int = 0, most: int | None = None) -> SearchStrategy[tuple[T, ...]]:
    """Return tuples of distinct members of *words*."""
    return st.lists(st.sampled_from(words), min_size=least, max_size=most, unique=True).map(tuple)
