"""Several sentences: what "the model", "it", "the company" and a list mean is read off the ones before."""

import tomllib
from pathlib import Path
from typing import Final

import pytest

from openai_landscape.entities import Language
from reading.test_corpora import claims_of, says

_FOLDER: Final = Path(__file__).parent / "passages"
_LANGUAGES: Final[tuple[Language, ...]] = ("de", "nl", "en")
_PASSAGES: Final = [
    (language, passage, key)
    for language in _LANGUAGES
    for passage, keys in tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8")).items()
    for key in keys
]


@pytest.mark.parametrize(("language", "passage", "key"), _PASSAGES)
def test_what_sentences_say_between_them_is_read(language: Language, passage: str, key: str) -> None:
    claims = claims_of(language, passage)

    assert any(says(claim, key) for claim in claims), claims


def test_the_company_is_whose_model_is_spoken_of_not_whose_it_is_compared_with() -> None:
    claims = claims_of(
        "en", "DeepSeek has a new model. Its model R1 rivals OpenAI's GPT-4. The company published the weights."
    )

    assert not any(claim.predicate == "discloses" and claim.subject.entity == "openai" for claim in claims)


def test_a_model_without_a_name_is_no_subject() -> None:
    claims = claims_of("en", "OpenAI, the company said, plans to release a model with open weights this summer.")

    assert not any(claim.predicate == "openness" for claim in claims)
