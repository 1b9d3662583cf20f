"""Hostile texts: scripts mixed, directions turned, brackets and quotations nested, long runs of anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.entities import Language
from openai_landscape.reading import explain
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source
from reading.known_names import BOOK

_PAIRS = ["()", "[]", "{}", "„“", "“”", "«»", "»«", '""', "''", "‚‘", "<>", "\u2066\u2069", "\u202e\u202c"]
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LOOKALIKES = str.maketrans("aeopcxyMOA", "аеорсхуМОА")  # Latin letters to Cyrillic ones
_STATEMENTS = [
    "Meta hat Llama 3 unter der MIT-Lizenz veröffentlicht.",
    "„Llama 3 ist Open Source“, sagte Sam Altman.",
    "OpenAI released GPT-4 under a license that allows commercial use.",
    "Foo-7B heeft 7 miljard parameters en is niet open source.",
    "Wer mehr als 700 Millionen Nutzer hat, braucht eine Lizenz von Meta.",
    "\t|Modell|Lizenz|Offen|\nLlama 3\tMIT\tja\tnein\n",
]
_languages: st.SearchStrategy[Language] = st.sampled_from(["de", "nl", "en"])
_statements = st.sampled_from(_STATEMENTS)


def _nested(inner: str, pairs: list[str]) -> str:
    return "".join(pair[0] for pair in pairs) + inner + "".join(pair[1] for pair in reversed(pairs))


@st.composite
def _disturbed(draw: st.DrawFn) -> str:
    """A statement with something put in at a few places: a control, another script, a combining mark, an emoji."""
    text = draw(_statements)
    if draw(st.booleans()):
        text = text.translate(_LOOKALIKES)
    odd = st.one_of(st.sampled_from(_BIDI), st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
    for at, put in draw(st.lists(st.tuples(st.integers(0, len(text)), odd), max_size=6)):
        text = text[:at] + put + text[at:]
    return text


_units = st.one_of(
    st.sampled_from(
        [*'.,;:!?()[]{}"„“”»«‚‘’-–—*#|\t\n\r 1aAİßΣ', "1.", "A-", "a b ", "Meta ", "7B-", "„“", ") (", "\u0301"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=3),
)
_runs = st.builds(lambda unit, count: unit * count, _units, st.integers(1, 400))
_deep = st.builds(_nested, _statements, st.lists(st.sampled_from(_PAIRS), max_size=60))
_hostile = st.lists(st.one_of(_disturbed(), _runs, _deep, _statements), min_size=1, max_size=4).map(" ".join)


@given(_hostile, _languages)
def test_no_text_is_too_odd_to_be_read(text: str, language: Language) -> None:
    source = read_source(text, id="any", language=language)

    for read in readings(source, BOOK):
        (evidence,) = read.claim.evidence
        assert source.text[evidence.start : evidence.end] == evidence.quote
        assert evidence.quote.strip()


@given(_hostile)
def test_no_text_is_too_odd_for_a_page(text: str) -> None:
    source = read_source(text, id="any")

    assert explain(source, html=True).endswith("</html>\n")


@given(_statements, st.lists(st.sampled_from(_PAIRS[:8]), max_size=300), _languages)
def test_depth_is_only_length(statement: str, pairs: list[str], language: Language) -> None:
    source = read_source(_nested(statement, pairs), id="any", language=language)

    assert all(read.claim.subject.mention in source.text for read in readings(source, BOOK))


_LINES = """. ! 1 1. ( [] A A- Aa " „ ' 1.000, Meta- A+ A.A& 7B- #a \u202e a\u0301 字""".split()


@pytest.mark.parametrize("unit", [*_LINES, *(f"{unit} " for unit in _LINES), " ", "\t", "a\t", "\n", "1\n"])
def test_a_long_line_of_one_thing_claims_nothing(unit: str) -> None:
    line = unit * (20_000 // len(unit))

    for tail in ("", " AG und MIT License, or OS, for short"):
        assert readings(read_source(line + tail, id="any", language="de"), BOOK) == []


def test_a_claim_after_a_hundred_thousand_quotation_marks_is_read() -> None:
    source = read_source(f"{'„' * 100_000}\n\nFoo-7B ist Open Source.", id="any", language="de")

    assert [(read.claim.predicate.value, read.claim.subject.mention) for read in readings(source, BOOK)] == [
        ("openness", "Foo-7B")
    ]


def test_a_claim_in_the_middle_of_a_long_line_is_read() -> None:
    source = read_source("und so weiter " * 2_000 + ". Foo-7B ist Open Source. " + "1 2 3 " * 2_000, language="de")

    assert ("openness", "Foo-7B") in {
        (read.claim.predicate.value, read.claim.subject.mention) for read in readings(source, BOOK)
    }
