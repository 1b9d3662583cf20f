"""People, by the titles beside their names: "CEO X", "X, CEO of Z", "Z-Chef X", "X is CEO of Z"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from openai_landscape.reading._phrases import CLOCK
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._shapes import PERSON
from openai_landscape.reading._words import Lexicon, Mark

_AFTER_TITLE: Final = lazily(
    rf"(?:,? | (?:des|der|von|vom|of|at|van|bei|bij)(?: [\w&.-]+){{1,6}}, )(?P<person>{PERSON})(?!\w)"
)
_BEFORE_TITLE: Final = lazily(
    rf"(?P<person>{PERSON})(?:,| ist| was| war| is|, (?:der|die|de|the|een|ein|eine|a))?(?: [\w’'-]+){{0,4}} ?-?$"
)
_BEFORE_SPEECH: Final = lazily(rf"(?P<person>{PERSON})(?: \([^)]{{0,40}}\))? $")
_AFTER_SPEECH: Final = lazily(rf" (?:auch |ook )?(?P<person>{PERSON})(?!\w)")
_AFTER_FOUNDING: Final = lazily(
    rf" (?:dem |der |den |the )?(?:(?:[a-zäöü][\w-]+|AI|KI) ){{0,5}}(?P<person>{PERSON})(?!\w)"
)
_AND_PERSON: Final = lazily(rf"(?:,? und|,? and|,? en|,) (?P<person>{PERSON})(?!\w)")
_FOUNDINGS: Final = frozenset({"founded_by", "founded_last", "founds"})
_FOUNDED_BY: Final = lazily(
    rf" (?:(?:in|at|back in) [\w ]{{2,40}}? )?by (?:the )?(?:(?:[a-z][\w-]+|AI) ){{0,5}}(?P<person>{PERSON})(?!\w)"
)
_BEFORE_FOUNDED: Final = lazily(
    rf"\b(?:von|vom|door) (?:[a-zäöü][\w-]+ ){{0,3}}(?P<person>{PERSON})(?:(?:,| und| en) {PERSON}){{0,5}} $"
)
_BEFORE_FOUNDING: Final = lazily(rf"(?P<person>{PERSON})(?: [a-zäöü]+)? $")
_BEFORE_WHO: Final = lazily(
    rf"(?P<person>{PERSON})(?: |,? (?:who|der|die) (?:[\w-]+ )?|,? die (?:bij|bei) [^,.;]{{2,40}} )$"
)
_TURN: Final = lazily(rf"^{CLOCK}(?P<person>{PERSON}): (?=\S)", re.MULTILINE)
_SHORT_TURN: Final = lazily(rf"^{CLOCK}(?P<word>[^\W\d_][\w'’-]+): (?=\S)", re.MULTILINE)
_ARTICLE: Final = lazily(r"\b(?:[Tt]he|[Dd]e[rnm]?|[Dd]ie|[Dd]as|[Hh]et) $")
"""Before a newspaper or a house, never before a person: "the Financial Times"."""
_BACK: Final = 90
_BESIDE: Final[Mapping[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]] = MappingProxyType(
    {
        "title": (_BEFORE_TITLE, _AFTER_TITLE),
        "founded_by": (None, _AFTER_FOUNDING),
        "founded_last": (_BEFORE_FOUNDED, None),
        "founds": (_BEFORE_FOUNDING, _FOUNDED_BY),
        "leads": (_BEFORE_WHO, None),
        "works_at": (_BEFORE_WHO, None),
        "speech": (_BEFORE_SPEECH, _AFTER_SPEECH),
    }
)
"""What finds a person before and after each kind of word."""


def people(text: str, marks: Sequence[Mark], lexicon: Lexicon) -> Iterator[str]:
    """Yield the full names of persons that a title or a verb of saying stands beside."""
    turns = list(_TURN.finditer(text))
    speakers = Counter(turn["person"].split()[-1] for turn in turns)
    speakers.update(turn["word"] for turn in _SHORT_TURN.finditer(text))
    for turn in turns:
        if _is_person(turn["person"], lexicon) and (turn.start() == 0 or speakers[turn["person"].split()[-1]] > 1):
            yield turn["person"]
    for mark in marks:
        if (patterns := _BESIDE.get(mark.kind)) is None:
            continue
        before, after = patterns
        for match in (
            after.match(text, mark.end) if after else None,
            before.search(text[max(0, mark.start - _BACK) : mark.start]) if before else None,
        ):
            if match is None or _ARTICLE.search(match.string, 0, match.start("person")):
                continue
            name = _untitled(match["person"], lexicon)
            office = text[mark.start : mark.end].lower() in _OFFICES and _OF_WHAT.match(name)
            if name and not office and _is_person(name, lexicon):
                yield name
            at = match.end("person") if mark.kind in _FOUNDINGS else None
            while at is not None and (beside := _AND_PERSON.match(match.string, at)) is not None:
                yield beside["person"]
                at = beside.end()


def turns(text: str) -> Counter[str]:
    """Return how often somebody speaks under one word alone: "PRIYA: …"."""
    return Counter(turn["word"] for turn in _SHORT_TURN.finditer(text))


def _untitled(name: str, lexicon: Lexicon) -> str:
    """Return *name* without a compound of a house and a title before it: "Foo-Chef X Y" is X Y."""
    first, _, rest = name.partition(" ")
    titled = any(kind == "title" for kind, _ in lexicon.look_up(first.rpartition("-")[2].lower()))
    if first.lower() in _OFFICES and _OF_WHAT.match(rest):
        return ""
    if " " in rest and ((titled and "-" in first) or first.lower() in _TITLES):
        return rest
    return name


_OFFICES: Final = frozenset({"minister", "staatssecretaris", "secretary", "staatssekretär"})
_OF_WHAT: Final = lazily(r"\S+ (?:van|of|für|voor|for) ")
_TITLES: Final = frozenset(
    "executive officer representative senator congressman congresswoman president director minister secretary "
    "commissioner chairman chairwoman professor prof dr analyst chief spokesman spokeswoman spokesperson partner "
    "founder engineer researcher scientist herr frau mevrouw meneer mr mrs ms kanzler "
    "staatssekretär kamerlid lawyer ministerpräsident europarlementariër europaabgeordneter abgeordneter premier "
    "bundeskanzler präsident kommissar kommissarin eurocommissaris hoogleraar onderzoeker topman topvrouw".split()
)
"""What stands with a capital before a name and is none of it."""


def _is_person(name: str, lexicon: Lexicon) -> bool:
    return not any(lexicon.look_up(word.lower()) for word in name.split() if not word.islower())
