"""German and Dutch put the verb first when anything but the subject opens the sentence; what is said stays the same."""

import re
from typing import Final

import pytest

from openai_landscape.entities import Language
from reading.known_names import BOOK
from reading.test_corpora import cases, claims_of, says

_OPENINGS: Final[dict[Language, tuple[str, ...]]] = {
    "de": ("Inzwischen", "Laut einem Bericht"),
    "nl": ("Inmiddels", "Volgens een rapport"),
}
_NO_VERB: Final = frozenset("und oder en of sowie als von van hinter".split())
_PLAIN: Final = re.compile(r"(?P<subject>[A-Z][\w.-]*(?: \d)?) (?P<verb>[a-zäöüß]+)\b(?!,)(?P<rest>.*)")


def _named(subject: str) -> bool:
    return "-" in subject or BOOK.chosen(subject) is not None


def _turned() -> list[tuple[Language, str, str]]:
    found = []
    for language, key, sentence in cases(near_misses=False):
        match = _PLAIN.fullmatch(sentence)
        if match is None or match["verb"] in _NO_VERB or not _named(match["subject"]):
            continue
        verb, rest = match["verb"], match["rest"]
        if rest.startswith(" sich "):
            verb, rest = f"{verb} sich", rest.removeprefix(" sich")
        found += [
            (language, key, f"{opening} {verb} {match['subject']}{rest}") for opening in _OPENINGS.get(language, ())
        ]
    return found


@pytest.mark.parametrize(("language", "key", "sentence"), _turned())
def test_the_verb_may_come_first(language: Language, key: str, sentence: str) -> None:
    claims = claims_of(language, sentence)

    assert any(says(claim, key) for claim in claims), claims
