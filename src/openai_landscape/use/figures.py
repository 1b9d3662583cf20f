"""Figures as a licensee gives them: one undated number, or one a month, a day or a year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Tag
from typing_extensions import TypeAliasType

from openai_landscape.quantities import Count, Day, FrozenMapping, Money, Month, Year

# types with names of their own: pydantic makes the schema of each once, however many fields are of it


def _count_form(value: object) -> str:
    return "dated" if isinstance(value, Mapping) else "undated"


def _money_form(value: object) -> str:
    if isinstance(value, Mapping) and not {"amount", "currency"} & set(value):
        return "dated"
    return "undated"


MonthlyCount = TypeAliasType(
    "MonthlyCount",
    Annotated[
        Annotated[Count, Tag("undated")] | Annotated[FrozenMapping[Month, Count], Tag("dated")],
        Discriminator(_count_form),
    ],
)
"""People or visits: one undated count, or one for each calendar month that is known."""

DailyCount = TypeAliasType(
    "DailyCount",
    Annotated[
        Annotated[Count, Tag("undated")] | Annotated[FrozenMapping[Day, Count], Tag("dated")],
        Discriminator(_count_form),
    ],
)
"""People: one undated count, or one for each day that is known."""

AnnualMoney = TypeAliasType(
    "AnnualMoney",
    Annotated[
        Annotated[Money, Tag("undated")] | Annotated[FrozenMapping[Year, Money], Tag("dated")],
        Discriminator(_money_form),
    ],
)
"""Money: one undated amount, or one for each year that is known."""

MonthlyMoney = TypeAliasType(
    "MonthlyMoney",
    Annotated[
        Annotated[Money, Tag("undated")] | Annotated[FrozenMapping[Month, Money], Tag("dated")],
        Discriminator(_money_form),
    ],
)
"""Money: one undated amount, or one for each calendar month that is known."""
