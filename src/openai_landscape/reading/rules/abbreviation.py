"""Abbreviations, and what the text says they stand for."""

from __future__ import annotations

import re
from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading.rules._draft import Draft, Drafts, reach, rule


@rule("abbreviation.spelt", Predicate.STANDS_FOR, "+bracket")
def stands_for(scene: Scene) -> Drafts:
    """An abbreviation, and in brackets or by a verb what it is short for; the initials must agree."""
    shortened = scene.explains
    for match in _FOR_SHORT.finditer(scene.text, scene.start, scene.end) if shortened else ():
        if _spells(match["long"], match["short"]) or _initials(match["long"], match["short"]):
            name = Name(*match.span("short"), "product", match["short"])
            yield Draft(Predicate.STANDS_FOR, name, match["long"], *match.span(), match.start(), "affirmed")
    for match in _STATED.finditer(scene.text, scene.start, scene.end) if shortened else ():
        group = "first" if match["first"] else "last"
        spelt_out = (
            _spelt_after(scene.text, match.end(), scene.end, match[group])
            if group == "first"
            else _spelt_out(scene.text, scene.start, match.start(), match[group])
        )
        if spelt_out is not None:
            name = Name(*match.span(group), "product", match[group])
            begin, end = reach(match.span(group), spelt_out)
            yield Draft(
                Predicate.STANDS_FOR, name, scene.text[slice(*spelt_out)], begin, end, match.start(), "affirmed"
            )
    for match in _BRACKETS.finditer(scene.text, scene.start, scene.end):
        short, long = _pair(scene.text, scene.start, match)
        if short is not None and long is not None:
            name = Name(*short, "product", scene.text[slice(*short)].removesuffix("s"))
            begin, end = reach(short, long)
            yield Draft(Predicate.STANDS_FOR, name, scene.text[slice(*long)], begin, end, match.start(), "affirmed")


_FOR_SHORT: Final = lazily(
    r"(?P<long>(?:[A-Z][\w-]*+ (?:(?:of|the|and|for|für|und|der|von|van|de|en) )?){0,6}[A-Z][\w-]*+),? "
    r"(?:or|oder|of) (?P<short>[A-Z][\w-]*[A-Z][\w-]*),? "
    r"(?:for short|kurz|kortweg)"
)
_SHORT_FORM: Final = r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*"
_STATED: Final = lazily(
    rf"(?<![\w-])(?P<first>{_SHORT_FORM})[\"”“»«]?,?(?: –)? (?:steht (?:dabei |hier )?für|stands for"
    r"|staat voor|bedeutet|means|betekent|(?:is |are )?short for|kurz für|kort voor|also|oftewel|ofwel"
    r"|(?:ist|is) (?:die|de|an|the) (?:abkürzung|Abkürzung|Kurzform|afkorting|abbreviation"
    r"|acronym) (?:für|von|of|for|van|voor)|verbirgt sich|schuilt)\b"
    rf"|,? (?:kurz|kortweg|afgekort|abgekürzt|abbreviated(?: as| to)?|or|oder|of) (?P<last>{_SHORT_FORM})(?![\w-])"
)
"""A short form, and after it what it is short for, or the other way round."""
_BRACKETS: Final = lazily(r"\((?P<inner>[^()\n]{2,60})\)| - (?P<dash>[A-Z][A-Za-z]{1,7})(?![\w-])")
_SHORT: Final = lazily(_SHORT_FORM)
_WORD: Final = lazily(r"[^\W_]+")
_SPELT: Final = lazily(
    r"^(?:which |das |die |der |dat )?(?:steht für|kurz für|stands for|short for|staat voor|kort voor|abkürzung für|"
    r"afkorting van)\s*:?\s*",
    re.IGNORECASE,
)

Place = tuple[int, int]


def _pair(text: str, floor: int, match: re.Match[str]) -> tuple[Place | None, Place | None]:
    group = "inner" if match["inner"] else "dash"
    start, end = match.span(group)
    twins = _pieces(text, start, end)
    if len(twins) == 2:
        for abbreviation, words in ((twins[0], twins[1]), (twins[1], twins[0])):
            if _SHORT.fullmatch(text[slice(*abbreviation)].removesuffix("s")) and _initials(
                text[slice(*words)], text[slice(*abbreviation)].removesuffix("s")
            ):
                return abbreviation, words
    spelt = _SPELT.match(match[group])
    before = _LAST.search(text, max(floor, match.start() - 30), match.start())
    if spelt is not None and before is not None:
        return before.span("word"), (start + spelt.end(), end)
    for first, last in _pieces(text, start, end):
        word = text[first:last].removesuffix("s")
        if _SHORT.fullmatch(word) and len(word) <= 8:
            long = _spelt_out(text, floor, match.start(), word)
            if long is not None:
                return (first, last), long
    if (
        before is not None
        and _SHORT.fullmatch(head := re.split(r"[-]", before["word"])[0].removesuffix("s"))
        and _initials(match[group], head)
    ):
        return (before.start("word"), before.start("word") + len(head)), (start, end)
    return None, None


def _spells(long: str, short: str) -> bool:
    """Whether three or more capitalised words hold the letters of a name in their order, as LLaMA's do."""
    words = long.split()
    if len(words) < 3 or not all(word[0].isupper() for word in words) or not _SHORT.fullmatch(short):
        return False
    rest = iter(long.lower())
    return words[0][0].lower() == short[0].lower() and all(letter in rest for letter in short.lower())


_LAST: Final = lazily(r"(?P<word>[\w-]+)[\"'”“]?\s*$")


def _pieces(text: str, start: int, end: int) -> list[Place]:
    return [m.span() for m in _PIECE.finditer(text, start, end)]


_PIECE: Final = lazily(r"[^\s,;/][^,;/()]*(?<!\s)")


def _spelt_out(text: str, floor: int, at_: int, short: str) -> Place | None:
    """Return the words right before *at_* whose initials are *short*."""
    letters = [c.lower() for c in short if c.isalpha()]
    words = list(_WORD.finditer(text, max(floor, at_ - 90), at_))
    for count in range(len(letters), min(len(words), len(letters) + 3) + 1):
        chosen = words[-count:]
        if count >= 2 and _initials(text[chosen[0].start() : chosen[-1].end()], short):
            return chosen[0].start(), chosen[-1].end()
    return None


def _spelt_after(text: str, at_: int, ceiling: int, short: str) -> Place | None:
    """Return the words after *at_* whose initials are *short*; an article and quotation marks may come before."""
    words = list(_WORD.finditer(text, at_, min(ceiling, at_ + 90)))
    if words and words[0][0] in _ARTICLES:
        words = words[1:]
    if not words or _BEFORE_IT.fullmatch(text, at_, words[0].start()) is None:
        return None
    for count in range(2, min(len(words), len(short) + 3) + 1):
        if _initials(text[words[0].start() : words[count - 1].end()], short):
            return words[0].start(), words[count - 1].end()
    return None


_ARTICLES: Final = frozenset("die der das de het the a an ein eine een".split())
_BEFORE_IT: Final = lazily(r"\s*:?\s*(?:\w+ )?[\"„“‘'«»]?")


def _initials(long: str, short: str) -> bool:
    """Whether the words of *long* begin with the letters of *short*, small words left out where they must be."""
    words = [m[0] for m in _WORD.finditer(long)]
    letters = "".join(c.lower() for c in short if c.isalpha())
    initials = [word.lower() if word.isupper() and len(word) <= 3 else word[0].lower() for word in words]
    if not 2 <= len(words) <= 8 or initials[0] != letters[0]:
        return False
    kept = [initial for initial, word in zip(initials, words, strict=True) if word.lower() not in _SMALL]
    return letters in ("".join(initials), "".join(kept))


_SMALL: Final = frozenset("of the for and with from in on von für und der die das mit van voor en het de".split())


RULES: Final = (stands_for,)
