"""Each predicate by language and sign: the result first, then ways of saying it, and near misses."""

import tomllib
from pathlib import Path
from typing import Final

import pytest

from openai_landscape.entities import Claim, Language, Mention
from openai_landscape.quantities import Quantity
from openai_landscape.reading._names import folded
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source
from reading.known_names import BOOK

_FOLDER: Final = Path(__file__).parent / "corpora"
_LANGUAGES: Final[tuple[Language, ...]] = ("de", "nl", "en")


def cases(*, near_misses: bool) -> list[tuple[Language, str, str]]:
    return [
        (language, key, sentence)
        for language in _LANGUAGES
        for path in sorted(_FOLDER.glob(f"{language}*.toml"))
        for key, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for sentence in sentences
        if key.startswith("none: ") is near_misses
    ]


def claims_of(language: Language, sentence: str) -> list[Claim]:
    return [read.claim for read in readings(read_source(sentence, id="sentence", language=language), BOOK)]


def _called(mention: Mention) -> set[str]:
    return {folded(name) for name in (mention.mention, mention.name, mention.entity) if name}


def _objects(claim: Claim) -> set[str]:
    thing = claim.object
    if isinstance(thing, Mention):
        return _called(thing)
    if isinstance(thing, Quantity):
        return {folded(f"{thing.comparator} {thing.value:f} {thing.unit}")}
    return {folded(thing or "null")}


def says(claim: Claim, key: str) -> bool:
    head, _, thing = key.partition(" -> ")
    said, _, subject = head.partition(": ")
    predicate, _, sign = said.partition(" ")
    if claim.predicate != predicate or claim.polarity != {"+": "affirmed", "-": "negated"}[sign]:
        return False
    wanted, objects = folded(thing), _objects(claim)
    agrees = wanted in objects or (predicate == "states" and any(wanted in found for found in objects))
    return agrees and folded(subject) in _called(claim.subject)


@pytest.mark.parametrize(("language", "key", "sentence"), cases(near_misses=False))
def test_a_way_of_saying_it_is_read_as_it(language: Language, key: str, sentence: str) -> None:
    claims = claims_of(language, sentence)

    assert any(says(claim, key) for claim in claims), claims


@pytest.mark.parametrize(("language", "key", "sentence"), cases(near_misses=True))
def test_a_near_miss_is_not_read_as_it(language: Language, key: str, sentence: str) -> None:
    predicate = key.removeprefix("none: ")

    assert [
        claim
        for claim in claims_of(language, sentence)
        if claim.predicate == predicate and claim.polarity == "affirmed"
    ] == []
