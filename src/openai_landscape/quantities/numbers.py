"""Numbers that stay exact: counts, decimals, money, and quantities as texts state them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from openai_landscape.quantities.base import Value

Comparator: TypeAlias = Literal["eq", "lt", "le", "gt", "ge", "approx"]
"""How a stated number bounds the real one: exactly, less than, at most, more than, at least, about."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_DECIMAL = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def _exact_count(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r}: not a count; write a whole number such as 700000000")
    return value


def _exact_decimal(value: object) -> object:
    if isinstance(value, bool | float):
        raise ValueError(f'{value!r}: not exact; write a decimal as text, for example "1.08"')
    if isinstance(value, str) and not _DECIMAL.fullmatch(value):
        raise ValueError(f'{value!r}: not a decimal number; write for example "1000000" or "0.55"')
    try:
        number = Decimal(value) if isinstance(value, int | str | Decimal) else None
    except InvalidOperation:  # pragma: no cover - the pattern above leaves nothing that Decimal refuses
        number = None
    if number is None or not number.is_finite():
        raise ValueError(f'{value!r}: not a decimal number; write for example "1000000" or "0.55"')
    return Decimal(_plain(number))  # equal numbers are then written alike wherever they are shown


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _currency(value: str) -> str:
    if not _CURRENCY.fullmatch(value):
        raise ValueError(f'{value!r}: not a currency; write its ISO 4217 code, for example "USD"')
    return value


Count: TypeAlias = Annotated[int, BeforeValidator(_exact_count), Field(ge=0)]
"""A whole number of things, zero or more; a float or a bool is refused."""

ExactDecimal: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_exact_decimal),
    PlainSerializer(_plain, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)?$"}),
]
"""A finite decimal, read from text, an integer or a Decimal, never from a float; text in JSON."""

Currency: TypeAlias = Annotated[str, AfterValidator(_currency)]
"""An ISO 4217 currency code."""

Percentage: TypeAlias = Annotated[ExactDecimal, Field(ge=0, le=100)]
"""A percentage, 0 to 100."""


class Money(Value):
    """An exact amount in one currency (ISO 4217).

    >>> Money(amount="1000000", currency="USD")
    Money(amount=Decimal('1000000'), currency='USD')
    """

    amount: ExactDecimal
    currency: Currency


class Quantity(Value):
    """A number as a text states it: exact value, unit, and how the text bounds it.

    >>> Quantity(value="700000000", unit="customers", comparator="lt").model_dump(mode="json")
    {'value': '700000000', 'unit': 'customers', 'comparator': 'lt'}
    """

    value: ExactDecimal
    unit: str = Field(min_length=1)
    comparator: Comparator = "eq"
