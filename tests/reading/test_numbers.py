"""Numbers: the value first, then the ways of writing it."""

from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.entities import Language
from openai_landscape.quantities import Comparator
from openai_landscape.reading._flat import flat
from openai_landscape.reading._numbers import numbers
from openai_landscape.reading._words import lexicon

_LANGUAGES: Final[st.SearchStrategy[Language]] = st.sampled_from(("de", "nl", "en"))
_SCALES: Final = ("", " Mio.", " miljard", " million", "K", "b", " %", " $")


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "language", "text"),
    [
        ("700000000", "users", "lt", "de", "weniger als 700 Millionen Nutzer"),
        ("700000000", "users", "lt", "de", "unter 700 Mio. Nutzern"),
        ("700000000", "monthly_active_users", "gt", "de", "mehr als 700 Millionen monatlich aktiven Nutzern"),
        ("1500000000000", "parameters", "eq", "de", "1,5 Billionen Parameter"),
        ("1500000000", "parameters", "eq", "de", "anderthalb Milliarden Parameter"),
        ("13000", "tools", "gt", "de", "über 13.000 Tools"),
        ("90", "percent", "le", "de", "bis zu 90 Prozent"),
        ("0.55", "USD", "eq", "de", "0,55 Dollar"),
        ("70000000000", "parameters", "approx", "de", "rund 70 Mrd. Parameter"),
        ("2000000", "users", "ge", "de", "mindestens zwei Millionen Nutzer"),
        ("1800000000000", "parameters", "approx", "nl", "ongeveer 1.800 miljard parameters"),
        ("1800000000000", "parameters", "eq", "de", "1.800 Milliarden Parameter"),
        ("1800000000000", "parameters", "eq", "en", "1,800 billion parameters"),
        ("1750000000", "parameters", "eq", "de", "1.75 Milliarden Parameter"),
        ("1000.5", "users", "eq", "de", "1,000.5 Nutzer"),
        ("1000500000", "users", "eq", "de", "1,000.5 Mio. Nutzer"),
        ("1000.5", "users", "eq", "nl", "1,000.5 gebruikers"),
        ("2000.5", "users", "eq", "en", "2.000,5 users"),
        ("700000000", "users", "lt", "nl", "minder dan 700 miljoen gebruikers"),
        ("700000000", "users", "lt", "nl", "nog geen 700 mln. gebruikers"),
        ("2000000", "users", "approx", "nl", "zo'n twee miljoen gebruikers"),
        ("2000000", "users", "approx", "nl", "circa 2.000.000 gebruikers"),
        ("1000000000000", "parameters", "eq", "nl", "1 biljoen parameters"),
        ("90", "percent", "le", "nl", "tot 90 procent"),
        ("700000000", "users", "lt", "en", "fewer than 700 million users"),
        ("1000000000", "parameters", "eq", "en", "1 billion parameters"),
        ("128000", "tokens", "eq", "en", "128,000 tokens"),
        ("128000", "tokens", "eq", "en", "128K tokens"),
        ("1000000", "USD", "lt", "en", "less than $1 million"),
        ("1000000", "USD", "lt", "en", "under $1M"),
        ("700000000", "monthly_active_users", "ge", "en", "700 million or more monthly active users"),
    ],
)
def test_a_number_is_read_with_unit_scale_and_comparator(
    value: str, unit: str, comparator: Comparator, language: Language, text: str
) -> None:
    found = list(numbers(text, flat(text), 0, len(text), lexicon(language)))

    assert [(number.value, number.unit, number.comparator) for number in found] == [(Decimal(value), unit, comparator)]


@given(_LANGUAGES, st.lists(st.sampled_from(("1", "00", "000", ",", ".", "'")), max_size=8), st.sampled_from(_SCALES))
def test_no_digits_and_signs_are_too_odd_to_be_read(language: Language, digits: list[str], scale: str) -> None:
    text = f"1{''.join(digits)}{scale}"

    assert all(number.value >= 0 for number in numbers(text, flat(text), 0, len(text), lexicon(language)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "von einer Milliarde bis 27 Milliarden Parameter"),
        ("nl", "van 1 miljard tot 27 miljard parameters"),
        ("en", "from 1 billion to 27 billion parameters"),
    ],
)
def test_the_ends_of_a_range_are_no_bounds(language: Language, text: str) -> None:
    found = list(numbers(text, flat(text), 0, len(text), lexicon(language)))

    assert [(number.value, number.comparator) for number in found] == [
        (Decimal(10**9), "eq"),
        (Decimal(27 * 10**9), "eq"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "meerdere gebruikers"),
        ("de", "einige Millionen Nutzer"),
        ("en", "millions of users"),
        ("de", "viele Nutzer"),
    ],
)
def test_a_vague_word_is_no_number(language: Language, text: str) -> None:
    assert list(numbers(text, flat(text), 0, len(text), lexicon(language))) == []


def test_numbers_that_stand_together_share_unit_and_scale() -> None:
    text = "mit 8, 70 oder 405 Milliarden Parametern"

    found = list(numbers(text, flat(text), 0, len(text), lexicon("de")))

    assert [(int(number.value), number.unit) for number in found] == [
        (8_000_000_000, "parameters"),
        (70_000_000_000, "parameters"),
        (405_000_000_000, "parameters"),
    ]
