"""What holds for any text: claims or none, every span verbatim, the same claims each time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.entities import Claim, Language, Source
from openai_landscape.reading import UnreadableTextError, explain, ground, parse_claims
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source
from reading.known_names import BOOK

_SCRAPS = [
    "Meta", "Llama 3", "Foo-7B", "OpenAI", "ChatGPT", "GPT-4", "Sam Altman", "MIT", "Apache 2.0", "ist", "is",
    "nicht", "not", "niet", "Open Source", "veröffentlicht", "released", "uitgebracht", "von", "by", "door",
    "die Lizenz", "mehr als", "700 Millionen", "Nutzer", "1,5", "$", "%", "„", "“", "\"", "'", "(", ")", ":",
    ",", ".", "?", "\n", "\n\n", "• ", "\t", "25.04.2024", "sagte", "said that", "das Modell", "the company",
    "seine Modelle", "mit", "70B", "70 Milliarden Parameter", "-", "–", "✅", "❌", "dass", "wenn", "if", "\xa0",
    "\u200b", "\u202e", "İ", "ß", "ﬁ",
]  # fmt: skip

_texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300),
    st.lists(st.sampled_from(_SCRAPS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(_SCRAPS), max_size=60).map("".join),
)
_languages = st.sampled_from(["de", "nl", "en"])


def _source(text: str, language: Language) -> Source:
    return read_source(text, id="any", language=language)


@given(_texts, _languages)
def test_any_text_yields_claims_whose_spans_are_verbatim(text: str, language: Language) -> None:
    source = _source(text, language)

    for read in readings(source, BOOK):
        (evidence,) = read.claim.evidence
        assert source.text[evidence.start : evidence.end] == evidence.quote
        assert read.claim.rule == read.rule.name


@given(_texts, _languages)
def test_the_same_text_yields_the_same_claims_in_the_order_of_the_text(text: str, language: Language) -> None:
    claims = [read.claim for read in readings(_source(text, language), BOOK)]

    assert claims == [read.claim for read in readings(_source(text, language), BOOK)]
    assert claims == sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end))


@given(_texts, _languages)
def test_a_claim_put_together_is_one_that_validation_would_make(text: str, language: Language) -> None:
    for claim in (read.claim for read in readings(_source(text, language), BOOK)):
        again = Claim.model_validate(claim.model_dump())

        assert (again, repr(again)) == (claim, repr(claim))


@given(_texts, _languages)
def test_what_is_read_is_grounded(text: str, language: Language) -> None:
    source = _source(text, language)
    claims = [read.claim for read in readings(source, BOOK)]

    assert not [refusal for refusal in ground(claims, source).refused if refusal.reason.startswith("evidence")]


@given(_texts)
def test_the_text_is_kept_as_it_was_read(text: str) -> None:
    assert read_source(text).text == text
    assert read_source(text.encode()).text == text.removeprefix("\ufeff")


@given(st.text(st.characters(categories=["Cs"]), min_size=1, max_size=3))
def test_a_lone_surrogate_is_refused_by_its_place(surrogates: str) -> None:
    with pytest.raises(UnreadableTextError, match=r"character 5 is a lone surrogate \(U\+D[89A-F]"):
        read_source("Meta " + surrogates)


def test_a_text_in_another_language_yields_nothing() -> None:
    source = read_source("Meta a publié Llama 3 sous une licence libre pour la recherche et les entreprises.")

    assert source.language is None
    assert parse_claims(source) == ()
    assert explain(source) == ""


def test_hostile_lines_are_read() -> None:
    for line in (
        "." * 5000,
        "1" * 5000,
        "(" * 5000,
        "A" * 5000,
        '"' * 5000,
        "A-" * 2500,
        "Meta " * 1000,
        "1.000," * 900,
        "[] " * 1600,
    ):
        assert isinstance(readings(_source(line, "de"), BOOK), list)
