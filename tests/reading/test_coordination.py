"""Two verbs of one subject: each statement keeps its own sign, and both are of the subject."""

from typing import Final

import pytest

from openai_landscape.entities import Language
from openai_landscape.reading import parse_claims, read_source

_SAID: Final[dict[Language, tuple[tuple[str, str, str], ...]]] = {
    "en": (
        ("is based on Llama 3", "is not based on Llama 3", "derives_from"),
        ("is open source", "is not open source", "openness"),
        ("is licensed under Apache 2.0", "is not licensed under Apache 2.0", "licensed_under"),
        ("can be used commercially", "cannot be used commercially", "allows"),
    ),
    "de": (
        ("basiert auf Llama 3", "basiert nicht auf Llama 3", "derives_from"),
        ("ist quelloffen", "ist nicht quelloffen", "openness"),
        ("steht unter der Apache-Lizenz", "steht nicht unter der Apache-Lizenz", "licensed_under"),
        ("darf kommerziell genutzt werden", "darf nicht kommerziell genutzt werden", "allows"),
    ),
    "nl": (
        ("is gebaseerd op Llama 3", "is niet gebaseerd op Llama 3", "derives_from"),
        ("is open source", "is niet open source", "openness"),
        ("valt onder de Apache-licentie", "valt niet onder de Apache-licentie", "licensed_under"),
        ("mag commercieel worden gebruikt", "mag niet commercieel worden gebruikt", "allows"),
    ),
}
_JOINED: Final[dict[Language, tuple[str, str]]] = {"en": ("and", "but"), "de": ("und", "aber"), "nl": ("en", "maar")}
_PAIRS: Final = [
    (language, f"Foo-7B {first[one]} {link} {second[other]}.", {first[2]: one, second[2]: other})
    for language, said in _SAID.items()
    for first in said
    for second in said
    if first != second
    for one, other in ((0, 1), (1, 0))
    for link in _JOINED[language]
]


@pytest.mark.parametrize(("language", "sentence", "signs"), _PAIRS, ids=[pair[1] for pair in _PAIRS])
def test_each_of_two_verbs_keeps_its_sign(language: Language, sentence: str, signs: dict[str, int]) -> None:
    found = parse_claims(read_source(sentence, id="a", language=language))
    wanted = {predicate: ("affirmed", "negated")[sign] for predicate, sign in signs.items()}
    read = {claim.predicate.value: claim.polarity for claim in found if claim.predicate.value in wanted}
    assert read == wanted
    assert {claim.modality for claim in found if claim.predicate.value in wanted} == {"asserted"}
    assert {claim.subject.mention for claim in found if claim.predicate.value in wanted} == {"Foo-7B"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Meta released Foo-7B and has not published the training data."),
        ("en", "Meta released Foo-7B but has not published the code."),
        ("de", "Meta hat Foo-7B veröffentlicht und hat die Trainingsdaten nicht veröffentlicht."),
        ("nl", "Meta heeft Foo-7B uitgebracht maar heeft de trainingsdata niet vrijgegeven."),
    ],
)
def test_what_a_second_verb_withholds_was_not_the_first_ones_object(language: Language, sentence: str) -> None:
    found = parse_claims(read_source(sentence, id="a", language=language))
    assert [claim.polarity for claim in found if claim.predicate.value == "released"] == ["affirmed"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Foo-7B is based on Llama 3 and was developed by DeepSeek."),
        ("de", "Foo-7B basiert auf Llama 3 und wurde von DeepSeek entwickelt."),
        ("nl", "Foo-7B is gebaseerd op Llama 3 en is ontwikkeld door DeepSeek."),
    ],
)
def test_who_makes_a_thing_does_not_make_what_it_is_based_on(language: Language, sentence: str) -> None:
    found = parse_claims(read_source(sentence, id="a", language=language))
    things = {getattr(claim.object, "mention", None) for claim in found if claim.predicate.value == "developed"}
    assert things == {"Foo-7B"}


@pytest.mark.parametrize(
    ("language", "sentence", "signs"),
    [
        (
            "en",
            "Foo-7B is licensed under MIT and Bar-8B is not licensed under MIT.",
            {("licensed_under", "Foo-7B", "affirmed"), ("licensed_under", "Bar-8B", "negated")},
        ),
        (
            "de",
            "Foo-7B steht unter der MIT-Lizenz und Bar-8B steht nicht unter der MIT-Lizenz.",
            {("licensed_under", "Foo-7B", "affirmed"), ("licensed_under", "Bar-8B", "negated")},
        ),
        (
            "nl",
            "Foo-7B valt onder de MIT-licentie maar Bar-8B valt niet onder de MIT-licentie.",
            {("licensed_under", "Foo-7B", "affirmed"), ("licensed_under", "Bar-8B", "negated")},
        ),
        (
            "en",
            "Foo-7B is open source and Bar-8B is not open source.",
            {("openness", "Foo-7B", "affirmed"), ("openness", "Bar-8B", "negated")},
        ),
        (
            "en",
            "Meta released Foo-7B and OpenAI did not release Bar-8B.",
            {("released", "Meta", "affirmed"), ("released", "OpenAI", "negated")},
        ),
        (
            "de",
            "Meta hat Foo-7B veröffentlicht und OpenAI hat Bar-8B nicht veröffentlicht.",
            {("released", "Meta", "affirmed"), ("released", "OpenAI", "negated")},
        ),
    ],
)
def test_each_of_two_subjects_has_its_own_verb(
    language: Language, sentence: str, signs: set[tuple[str, str, str]]
) -> None:
    found = parse_claims(read_source(sentence, id="a", language=language))
    assert {(claim.predicate.value, claim.subject.mention, claim.polarity) for claim in found} == signs


def test_what_one_thing_is_and_another_is_not_is_not_said_of_the_other() -> None:
    found = parse_claims(read_source("Foo-7B is open source while Llama 3 is not.", id="a", language="en"))
    assert ("Llama 3", "affirmed") not in {(claim.subject.mention, claim.polarity) for claim in found}
