"""An organisation, with the audiences of what it runs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from openai_landscape.entities.model import Disagreement
from openai_landscape.quantities import Count, PartialDate
from openai_landscape.quantities.base import Value


class Audience(Value):
    """How many used a product or group, in what sense, when, and on whose word.

    `basis` is the kind of source: a company's report, its statement, the press, a list, advertising reach, an estimate.
    """

    product: str
    measure: Literal["monthly_active_users", "daily_active_users", "visits", "users"] = "monthly_active_users"
    value: Count
    as_of: PartialDate | None = None
    at_least: bool = False
    basis: str
    source: str
    note: str | None = None


class Organization(Value):
    """An organisation: `country` is its ISO 3166-1 alpha-2 seat, `affiliates` and `products` are names or ids."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "company"
    country: str | None = None
    parent: str | None = None
    affiliates: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ()
    sources: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    note: str | None = None
