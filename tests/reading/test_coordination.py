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
