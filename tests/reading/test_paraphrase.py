"""What is said stays the same however the sentence is built: laws over the sentences of the corpora.

A sentence is turned by a rule that knows no more than its subject and its verb, so that some come out as nobody would
write them; a law holds where all but one in forty are read as before.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from openai_landscape.entities import Language
from reading.known_names import BOOK
from reading.test_corpora import cases, claims_of, says

_SHARE: Final = 1 / 40
_NO_VERB: Final = frozenset(
    "und oder sowie als von van hinter wie en of or and by for with from behind as modelle modellen models systems"
    " maker rival".split()
)
_PLAIN: Final = re.compile(r"(?P<subject>[A-Z][\w.-]*(?: \d)?) (?P<verb>[a-zäöüß']+)\b(?!,)(?P<rest>.*)")
_PARTICLES: Final = frozenset(
    "vor heraus frei aus an ab auf mit ein bereit zurück hinterher gleich heran nahe offen uit vrij voor af"
    " beschikbaar".split()
)
_LOOSE: Final = _PARTICLES | {"voort", "op", "onder", "samen", "ineen", "achter", "afleggen"}
Sentence = tuple[Language, str, str, str]
"""A language, the subject, the verb and the rest, which begins with a space."""


def _named(subject: str) -> bool:
    return "-" in subject or BOOK.chosen(subject) is not None


def _model(subject: str) -> bool:
    known = BOOK.chosen(subject)
    return known.kind == "model" if known is not None else True


def _plain() -> Iterator[tuple[Language, str, str, str, str]]:
    for language, key, sentence in cases(near_misses=False):
        match = _PLAIN.fullmatch(sentence)
        if match is None or match["verb"] in _NO_VERB or not _named(match["subject"]):
            continue
        verb, rest = match["verb"], match["rest"]
        if rest.startswith(" sich "):
            verb, rest = f"{verb} sich", rest.removeprefix(" sich")
        yield language, key, match["subject"], verb, rest


def _by_language(de: str, nl: str, en: str) -> Callable[[Sentence], str | None]:
    """Return a way to put subject, verb and rest of a sentence into the frame of its language."""
    frames: dict[Language, str] = {"de": de, "nl": nl, "en": en}

    def framed(sentence: Sentence) -> str | None:
        language, subject, verb, rest = sentence
        return frames[language].format(s=subject, v=verb, r=rest) or None

    return framed


def _subordinate(sentence: Sentence) -> str | None:
    """German and Dutch put the verb last after "that", with its particle before it."""
    language, subject, verb, rest = sentence
    body = rest.strip()
    if language == "en":
        return f"It is clear that {subject} {verb}{rest}"
    if not body.endswith(".") or re.search(r"[,;:„]|\. ", body) or " sich" in verb:
        return None
    words = body[:-1].split()
    last = words.pop() if words and words[-1] in _PARTICLES else ""
    if language == "nl" and (set(words) & _LOOSE or words[-1:] == ["gebruikt"]):
        return None  # Dutch may put a particle, or a part of the predicate, anywhere
    opening = "Fest steht, dass" if language == "de" else "Vast staat dat"
    return f"{opening} {subject} {' '.join(words)} {last}{verb}."


def _back(sentence: Sentence) -> str | None:
    """A noun points back at what the sentence before named."""
    language, subject, verb, rest = sentence
    if ". " in rest or re.match(r" (?:ein|eine|een|a|an|das|het|the) ", rest):
        return None
    known = BOOK.chosen(subject)
    if known is not None and known.kind == "organization":
        return {
            "de": f"Viele kennen {subject}. Das Unternehmen {verb}{rest}",
            "nl": f"Velen kennen {subject}. Het bedrijf {verb}{rest}",
            "en": f"Many people know {subject}. The company {verb}{rest}",
        }[language]
    return {
        "de": f"Wir haben {subject} getestet. Das Modell {verb}{rest}",
        "nl": f"Wij hebben {subject} getest. Het model {verb}{rest}",
        "en": f"We have tried {subject}. The model {verb}{rest}",
    }[language] if _model(subject) else None  # fmt: skip


_LAWS: Final[dict[str, Callable[[Sentence], str | None]]] = {
    "the verb comes before its subject": _by_language("Inzwischen {v} {s}{r}", "Inmiddels {v} {s}{r}", ""),
    "somebody else has said so": _by_language(
        "Laut einem Bericht {v} {s}{r}",
        "Volgens een rapport {v} {s}{r}",
        "According to those who know it well, {s} {v}{r}",
    ),
    "an aside parts subject and verb": _by_language(
        "{s}, über das viele reden, {v}{r}",
        "{s}, waarover velen praten, {v}{r}",
        "{s}, which many people talk about, {v}{r}",
    ),
    "another statement comes first": _by_language(
        "{s} ist seit Monaten im Gespräch und {v}{r}",
        "{s} is al maanden in het nieuws en {v}{r}",
        "{s} has been in the news for months and {v}{r}",
    ),
    "a source is named after the verb": _by_language(
        "{s} {v} nach Ansicht vieler Fachleute{r}", "{s} {v} volgens deskundigen{r}", ""
    ),
    "it is the object of that": _subordinate,
    "a noun points back": _back,
    "a question comes first": _by_language(
        "Und was heißt das? {s} {v}{r}", "En wat betekent dat? {s} {v}{r}", "So what? {s} {v}{r}"
    ),
}


@pytest.mark.parametrize("law", _LAWS)
def test_what_is_said_stays_the_same_where(law: str) -> None:
    turned = [
        (language, key, text)
        for language, key, subject, verb, rest in _plain()
        if (text := _LAWS[law]((language, subject, verb, rest))) is not None
    ]

    missed = [
        f"{key}: {text}"
        for language, key, text in turned
        if not any(says(claim, key) for claim in claims_of(language, text))
    ]

    assert len(turned) > 200
    assert len(missed) <= len(turned) * _SHARE, "\n".join(missed)
