"""Claims from elsewhere are kept only where the text bears them out."""

import pytest

from openai_landscape.entities import Claim, Mention
from openai_landscape.quantities import Quantity
from openai_landscape.reading import Extractor, ground, parse_claims, read_source

_SOURCE = read_source("Meta released Llama 3. It has 70 billion parameters and 700,000,000 users.", id="a")
_HELD = {"evidence": [_SOURCE.evidence(0, 22)]}


def _claim(**fields: object) -> Claim:
    return Claim.model_validate(
        {"predicate": "released", "subject": {"mention": "Meta"}, "object": {"mention": "Llama 3"}, **_HELD, **fields}
    )


def test_what_stands_in_the_text_is_kept() -> None:
    assert ground([_claim()], _SOURCE).claims == (_claim(),)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (_claim(evidence=[]), "evidence: none given"),
        (_claim(subject={"mention": "Google"}), 'subject: "Google" does not stand'),
        (_claim(object={"mention": "GPT-4"}), 'object: "GPT-4" does not stand'),
        (_claim(evidence=[{"source": "b", "start": 0, "end": 4, "quote": "Meta"}]), 'it names the source "b"'),
        (_claim(evidence=[{"source": "a", "start": 1, "end": 5, "quote": "Meta"}]), "is not what the quote says"),
        (_claim(speaker={"mention": "Altman"}), 'speaker: "Altman" does not stand'),
    ],
)
def test_what_does_not_is_refused_with_the_reason(claim: Claim, words: str) -> None:
    (refusal,) = ground([claim], _SOURCE).refused

    assert words in refusal.reason


def test_a_number_must_stand_in_the_evidence() -> None:
    size = {"predicate": "has_size", "evidence": [_SOURCE.evidence(23, len(_SOURCE.text))]}

    right = _claim(**size, object=Quantity(value=70_000_000_000, unit="parameters"))
    wrong = _claim(**size, object=Quantity(value=71_000_000_000, unit="parameters"))

    assert ground([right, wrong], _SOURCE).claims == (right,)


def test_the_packages_own_reader_is_an_extractor() -> None:
    assert isinstance(parse_claims, Extractor)
    assert all(isinstance(claim.subject, Mention) for claim in parse_claims(_SOURCE))
