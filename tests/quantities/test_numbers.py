"""Counts, decimals and money stay exact; what is not exact is refused, by name."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from openai_landscape.quantities import Count, ExactDecimal, Money, Percentage, Quantity
from openai_landscape.testing import decimals, money, quantities

COUNT: TypeAdapter[int] = TypeAdapter(Count)
DECIMAL: TypeAdapter[Decimal] = TypeAdapter(ExactDecimal)
PERCENTAGE: TypeAdapter[Decimal] = TypeAdapter(Percentage)


def written(value: Decimal) -> str:
    return str(DECIMAL.dump_python(value, mode="json"))


@given(st.integers(0, 10**30))
def test_a_count_is_any_whole_number(value: int) -> None:
    assert COUNT.validate_python(value) == value
    assert COUNT.validate_json(COUNT.dump_json(value)) == value


@pytest.mark.parametrize("value", [True, False, 1.0, 7e8, "700000000", Decimal(7), None, -1])
def test_a_count_is_nothing_else(value: Any) -> None:
    with pytest.raises(ValidationError):
        COUNT.validate_python(value)


def test_a_refused_count_says_what_to_write() -> None:
    with pytest.raises(ValidationError, match=re.escape("1.5: not a count; write a whole number such as 700000000")):
        COUNT.validate_python(1.5)


@given(st.integers(-(10**30), 10**30), st.integers(0, 30))
def test_a_decimal_comes_back_digit_for_digit(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)

    assert DECIMAL.validate_json(DECIMAL.dump_json(value)) == value
    assert "E" not in written(value)


@given(st.integers(-(10**12), 10**12), st.integers(0, 6), st.integers(1, 6))
def test_equal_decimals_are_written_alike(digits: int, places: int, zeros: int) -> None:
    value = Decimal(digits).scaleb(-places)
    longer = Decimal(digits * 10**zeros).scaleb(-places - zeros)

    assert written(value) == written(longer)


@pytest.mark.parametrize(
    "value",
    [1.08, float("nan"), True, "1e6", "1,5", "1_000", " 1", "1.", ".5", "", "NaN", "Infinity", "١٢", Decimal("NaN")],
)
def test_a_decimal_is_written_plainly(value: Any) -> None:
    with pytest.raises(ValidationError):
        DECIMAL.validate_python(value)


def test_a_refused_float_says_what_to_write() -> None:
    with pytest.raises(
        ValidationError, match=re.escape('1.08: not exact; write a decimal as text, for example "1.08"')
    ):
        DECIMAL.validate_python(1.08)


@pytest.mark.parametrize(("value", "fits"), [("0", True), ("100", True), ("100.01", False), ("-0.01", False)])
def test_a_percentage_lies_between_nothing_and_all(value: str, fits: bool) -> None:
    if fits:
        assert PERCENTAGE.validate_python(value) == Decimal(value)
    else:
        with pytest.raises(ValidationError):
            PERCENTAGE.validate_python(value)


@given(money())
def test_money_of_equal_worth_is_equal(value: Money) -> None:
    longer = Money(
        amount=Decimal(f"{value.amount:f}0" if "." in f"{value.amount:f}" else f"{value.amount:f}.0"),
        currency=value.currency,
    )

    assert longer == value
    assert hash(longer) == hash(value)
    assert longer.model_dump_json() == value.model_dump_json()


@pytest.mark.parametrize("currency", ["usd", "US", "USDT", "€", "", "US1"])
def test_a_currency_is_an_iso_code(currency: str) -> None:
    with pytest.raises(ValidationError, match="ISO 4217"):
        Money(amount=Decimal(1), currency=currency)


@given(decimals(), decimals())
def test_amounts_compare_as_numbers(one: Decimal, other: Decimal) -> None:
    # as texts "9" comes after "10"
    first, second = (Money(amount=value, currency="EUR") for value in (one, other))

    assert (first == second) is (one == other)


@given(quantities())
def test_a_quantity_keeps_its_comparator(quantity: Quantity) -> None:
    assert Quantity.model_validate_json(quantity.model_dump_json()).comparator == quantity.comparator
    assert quantity != quantity.evolve(comparator="lt" if quantity.comparator != "lt" else "eq")
