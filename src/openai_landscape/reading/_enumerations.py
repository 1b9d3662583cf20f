"""Enumerations: which names stand beside one another as one list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily

_LIST: Final = lazily(
    r"(?: (?:in|im|from|von|uit) (?:(?:late|early|mid|ende|anfang|mitte|eind|begin) )?\d{4}| \(\d{4}\))?"
    r"\s*(?:,|/|&|und|oder|sowie|bzw\.|and|or|as well as|noch|nor|en|of|alsook|,\s*(?:and|or|und|en|sowie))\s*"
    r"(?:(?:der|die|das|den|dem|the|de|het|auch|sogar|even|ook|von|of|van|direkt|later|später|dann|then|daarna)\s+)?"
    r"(?:(?:neue|brandneue|new|brand-new|nieuwe|newer|neuere|nieuwere|größere|larger|grotere|kleinere"
    r"|smaller)[nrs]?\s+)?"
)
_NEW_CLAUSE: Final = lazily(r", (?:and|und|en) (?:the |die |das |der |het |de )?")
_AND: Final = lazily(r" (?:und|oder|sowie|and|or|en|of) ")
_OF: Final = lazily(r" (?:von|van|by|from|der|des|door|of) (?:the |der |de |het )?")
_FRONTED: Final = lazily(
    r"\W*(?:unlike|compared (?:to|with)|in contrast to|im vergleich (?:zu|mit)|im gegensatz zu|in vergelijking met"
    r"|vergeleken met|in tegenstelling tot) (?:[\w'’]+ )?$"
)
"""What opens a sentence by setting something against its subject, which the comma then brings."""


def grouped(level: str, start: int, names: Sequence[Name]) -> tuple[tuple[Name, ...], ...]:
    """Return *names*, in order, those of one enumeration together; *start* is where their sentence begins."""
    found: list[list[Name]] = []
    for name in names:
        if found and not _ended(level, found[-1], name) and _coordinated(level, start, found[-1][-1], name):
            found[-1].append(name)
            continue
        begun = next((each for each in found[-2:-4:-1] if _goes_on(level, start, each[-1], found[-1], name)), None)
        if begun is not None:
            begun.append(name)
        else:
            found.append([name])
    return tuple(map(tuple, found))


def _ended(level: str, group: list[Name], name: Name) -> bool:
    """Whether "and" has ended the enumeration before a comma: "founded by people of X and Y, Z has …"."""
    if len(group) == 1:  # "evenaart Foo-7B, en Bar-9B komt in de buurt": two alone have no comma between them
        return _NEW_CLAUSE.fullmatch(level, group[0].end, name.start) is not None
    if level[group[-1].end : name.start] != ", ":
        return False
    return _AND.search(level, group[-2].end, group[-1].start) is not None


def _coordinated(level: str, start: int, one: Name, other: Name) -> bool:
    if one.start == other.start:
        return True
    alike = (
        one.kind == other.kind
        or (one.artifact and other.artifact and not one.mention.endswith(" AI"))
        or (one.party and other.party)
        or (one.twofold and other.artifact)
        or (one.artifact and other.twofold)
    )
    if one.tail and not other.tail:
        return False
    if level[one.end : other.start] == ", " and one.resolved is not other.resolved:
        return False  # "…, the model has …" goes on with no enumeration
    if level[one.end : other.start] == ", " and _FRONTED.match(level, start, one.start):
        return False
    end = one.end + (1 + len(one.tail) if one.tail else 0)
    return alike and _LIST.fullmatch(level, end, other.start) is not None


def _goes_on(level: str, start: int, one: Name, makers: list[Name], other: Name) -> bool:
    """Whether *other* goes on with the enumeration that *one* is of, though *makers* stand in between."""
    within = makers[0].start < one.start and _coordinated(level, start, one, other)
    return within or _each_of_its_maker(level, one, makers, other)


def _each_of_its_maker(level: str, one: Name, makers: list[Name], other: Name) -> bool:
    """Whether two things are enumerated with their makers: "Llama by Meta and Gemma", "Llama and Google Gemma"."""
    if not (one.artifact and other.artifact and len(makers) == 1 and makers[0].kind == "organization"):
        return False
    maker = makers[0]
    after = _OF.fullmatch(level, one.end, maker.start) and _LIST.fullmatch(level, maker.end, other.start)
    beside = level[maker.end : other.start] in _ITS and not maker.tail
    return bool(after or (beside and _LIST.fullmatch(level, one.end, maker.start)))


_ITS: Final = frozenset({" ", "'s ", "s "})
"""What stands between a maker and its thing: "Google Gemma", "Google's Gemma", "Googles Gemma"."""
