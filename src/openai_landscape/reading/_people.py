"""People, by the titles beside their names: "CEO X", "X, CEO of Z", "Z-Chef X", "X is CEO of Z"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from openai_landscape.reading._shapes import PERSON
from openai_landscape.reading._words import Lexicon, Mark

_AFTER_TITLE: Final = re.compile(rf",? (?P<person>{PERSON})(?!\w)")
_BEFORE_TITLE: Final = re.compile(
    rf"(?P<person>{PERSON})(?:,| ist| was| war| is|, (?:der|die|de|the|een|ein|eine|a))?(?: [\w-]+){{0,4}} ?-?$"
)
_BEFORE_SPEECH: Final = re.compile(rf"(?P<person>{PERSON})(?: \([^)]{{0,40}}\))? $")
_AFTER_SPEECH: Final = re.compile(rf" (?:auch |ook )?(?P<person>{PERSON})(?!\w)")
_AFTER_FOUNDING: Final = re.compile(rf" (?:dem |der |den |the )?(?:[a-zäöü][\w-]+ ){{0,3}}(?P<person>{PERSON})(?!\w)")
_BEFORE_WHO: Final = re.compile(
    rf"(?P<person>{PERSON})(?: |,? (?:who|der|die) (?:[\w-]+ )?|,? die (?:bij|bei) [^,.;]{{2,40}} )$"
)
_TURN: Final = re.compile(rf"^(?P<person>{PERSON}): (?=\S)", re.MULTILINE)
_SHORT_TURN: Final = re.compile(r"^(?P<word>[^\W\d_][\w'’-]+): (?=\S)", re.MULTILINE)
_ARTICLE: Final = re.compile(r"\b(?:[Tt]he|[Dd]e[rnm]?|[Dd]ie|[Dd]as|[Hh]et) $")
"""Before a newspaper or a house, never before a person: "the Financial Times"."""
_BACK: Final = 90


def people(text: str, marks: Sequence[Mark], lexicon: Lexicon) -> Iterator[str]:
    """Yield the full names of persons that a title or a verb of saying stands beside."""
    turns = list(_TURN.finditer(text))
    speakers = Counter(turn["person"].split()[-1] for turn in turns)
    speakers.update(turn["word"] for turn in _SHORT_TURN.finditer(text))
    for turn in turns:
        if _is_person(turn["person"], lexicon) and (turn.start() == 0 or speakers[turn["person"].split()[-1]] > 1):
            yield turn["person"]
    for mark in marks:
        if mark.kind == "title":
            found = [
                _AFTER_TITLE.match(text, mark.end),
                _BEFORE_TITLE.search(text[max(0, mark.start - _BACK) : mark.start]),
            ]
        elif mark.kind == "founded_by":
            found = [_AFTER_FOUNDING.match(text, mark.end)]
        elif mark.kind in {"leads", "works_at"}:
            found = [_BEFORE_WHO.search(text[max(0, mark.start - _BACK) : mark.start])]
        elif mark.kind == "speech":
            found = [
                _AFTER_SPEECH.match(text, mark.end),
                _BEFORE_SPEECH.search(text[max(0, mark.start - _BACK) : mark.start]),
            ]
        else:
            continue
        for match in found:
            if match is None or _ARTICLE.search(match.string, 0, match.start("person")):
                continue
            name = _untitled(match["person"], lexicon)
            if name and _is_person(name, lexicon):
                yield name


def _untitled(name: str, lexicon: Lexicon) -> str:
    """Return *name* without a compound of a house and a title before it: "Foo-Chef X Y" is X Y."""
    first, _, rest = name.partition(" ")
    titled = any(kind == "title" for kind, _ in lexicon.look_up(first.rpartition("-")[2].lower()))
    return rest if "-" in first and titled and " " in rest else name


def _is_person(name: str, lexicon: Lexicon) -> bool:
    return not any(lexicon.look_up(word.lower()) for word in name.split() if not word.islower())
