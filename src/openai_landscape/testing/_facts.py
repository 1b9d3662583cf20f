"""What each fact of a use can be given as, near the numbers, dates and words that conditions ask for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from openai_landscape.quantities import Money
from openai_landscape.testing._interests import Interests
from openai_landscape.testing._values import amounts, counts, days, months, subsets, years
from openai_landscape.use import FACTS, Fact, members

Number = int | Decimal
"""A count, or an amount whose currency is yet to be named."""

SEATS: Final = ("US", "DE", "NL", "FR", "GB", "CH", "CN", "JP", "IN", "NO")
"""Where licensees sit and products are offered, within and without the groups that licences name."""

_MAY_BE_EMPTY: Final = ("licensee.trades", "fields", "litigation")
_MODEL_NAMES: Final = ("Llama-3-Foo", "llama 3 foo", "Foo-7B", "Built-with-Qwen")

# each row: figures that bound one another, the narrower population first
NESTED: Final = (
    ("product_monthly_active_users", "own_monthly_active_users", "monthly_active_users"),
    ("product_annual_revenue", "own_annual_revenue", "annual_revenue"),
    ("product_monthly_revenue", "monthly_revenue"),
)


@cache
def values(path: str, interests: Interests) -> SearchStrategy[object]:
    """Return what the fact at *path* can be given as; figures in the forms that `figures_in` puts right."""
    fact = FACTS[path]
    match fact.kind:
        case "choice":
            return st.sampled_from((*interests.asked(path), *fact.values))
        case "flag":
            return st.booleans()
        case "set":
            return _words(fact, interests)
        case "country":
            return st.sampled_from(_places(fact, interests))
        case "places":
            return subsets((*_places(fact, interests), "*"), least=1, most=3)
        case "users":
            return _forms(counts(interests.counts), fact, interests)
        case "money":
            return _forms(amounts(interests.sums), fact, interests)
        case "text":
            return st.sampled_from(_MODEL_NAMES)
        case "date":
            return days(interests.days)


def _words(fact: Fact, interests: Interests) -> SearchStrategy[object]:
    least = 0 if fact.path in _MAY_BE_EMPTY else 1
    asked, listed = interests.asked(fact.path), subsets(fact.values, least=least, most=3)
    return subsets(asked, least=least, most=3) | listed if asked else listed


def _places(fact: Fact, interests: Interests) -> tuple[str, ...]:
    asked = frozenset[str]().union(*map(members, interests.asked(fact.path)))
    return (*SEATS, *sorted(asked - frozenset(SEATS)))


def _forms(numbers: SearchStrategy[Number], fact: Fact, interests: Interests) -> SearchStrategy[object]:
    assert fact.measure is not None
    periods = {"month": months(interests.months), "day": days(interests.days), "year": years()}[fact.measure.period]
    return numbers | st.dictionaries(periods, numbers, min_size=1, max_size=3)


def figures_in(currency: str, given: Mapping[str, object]) -> dict[str, object]:
    """Return a licensee's facts with figures raised to what is a part of them, and amounts in *currency*."""
    found = dict(given)
    for chain in NESTED:
        narrower: list[object] = []
        for name in chain:
            if name in found:
                found[name] = _raised(found[name], narrower)
                narrower.append(found[name])
    return {name: _with_currency(currency, value) for name, value in found.items()}


def _raised(figures: object, narrower: list[object]) -> object:
    if isinstance(figures, dict):
        return {period: max([value, *_parts(narrower, period)]) for period, value in figures.items()}
    return max([figures, *_parts(narrower, None)])  # type: ignore[type-var]  # a fact's figures are of one type


def _parts(narrower: list[object], period: str | None) -> list[Number]:
    """What *narrower* figures say of the period; an undated figure is held against all, whatever its time."""
    parts: list[Number] = []
    for figures in narrower:
        if isinstance(figures, dict):
            parts += [value for when, value in figures.items() if period in (when, None)]
        elif isinstance(figures, Number):
            parts.append(figures)
    return parts


def _with_currency(currency: str, figures: object) -> object:
    if isinstance(figures, dict):
        return {period: _with_currency(currency, value) for period, value in figures.items()}
    return Money(amount=figures, currency=currency) if isinstance(figures, Decimal) else figures
