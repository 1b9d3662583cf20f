"""Exact counts, money, partial dates and the frozen mapping: the values that everything above is written in."""

from openai_landscape.quantities.dates import Day, Month, PartialDate, Year, month_before
from openai_landscape.quantities.mapping import FrozenMapping
from openai_landscape.quantities.numbers import Comparator, Count, ExactDecimal, Money, Percentage, Quantity

__all__ = [
    "Comparator",
    "Count",
    "Day",
    "ExactDecimal",
    "FrozenMapping",
    "Money",
    "Month",
    "PartialDate",
    "Percentage",
    "Quantity",
    "Year",
    "month_before",
]
