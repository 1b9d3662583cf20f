"""The parts of a page: title, dateline, byline, headings, lists, tables, captions, body and furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, Literal, TypeAlias

import attrs

from openai_landscape.reading._flat import flat
from openai_landscape.reading._imprint import author_of, imprint, opening, person_line
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._trie import alternation

BlockKind: TypeAlias = Literal[
    "title", "dateline", "byline", "heading", "list", "table", "caption", "code", "body", "furniture"
]


@attrs.frozen
class Block:
    """A part of the page, at *start* to *end*; `level` is how deep a list item is indented."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


_LINE: Final = lazily(r"[^\n\r]+")
_BULLET: Final = lazily(
    r"\s*(?:[•*▪‣◦●○■–+-]|[\u2300-\u27bf\U0001f300-\U0001faff]\ufe0f?|\d{1,2}[.)]|\[\d{1,2}\])\s+(?=\S)"
)
_TERMINAL: Final = (".", "!", "?", ":", "…", '"', "”", "“", ";")
_CODE: Final = lazily(r"\s*(?:def \w+\(|class \w+[(:]|import \w|self\.\w+|return \w+[.(]|\w+ = \w+[.(]|```|#!|</?\w+>)")
_CAPTION: Final = lazily(r"(?:foto|photo|bild|abbildung|image|afbeelding|figure|fig\.)\s*\d*\s*[:(]", re.IGNORECASE)
_CONSENT: Final = lazily(
    alternation(
        "newsletter|nieuwsbrief|e-mail-adres|e-mailadres|email address|cookie|einwilligung|datenschutzerkl"
        "|privacy policy"
        "|privacypolicy|privacybeleid|abonnier|subscribe|abonneer|sign up|melden sie sich|meld je aan|unsubscribe"
        "|impressum|all rights reserved|alle rechte vorbehalten|alle rechten voorbehouden|advertorial|werbung"
        "|advertentie|advertisement|kostenlose beratung|gratis advies|free consultation|jetzt kaufen|jetzt bestellen"
        "|jetzt testen|hier klicken|click here|klik hier".split("|")
    )
)
_TEASER: Final = lazily(
    r"\W*(?:lesen sie auch|lies auch|auch interessant|mehr zum thema|mehr dazu|weitere artikel|siehe auch"
    r"|das könnte sie|wissenswertes zum thema|lees ook|lees verder|lees meer|meer lezen|zie ook|gerelateerd"
    r"|volgende blog|vorige blog|read also|read more|also read|related|see also|more on|recommended|you may also"
    r"|up next|inhalt(?:sverzeichnis)?\W*$|inhoud(?:sopgave)?\W*$|table of contents|contents\W*$)"
)
_REFERENCES: Final = lazily(
    r"\W*(?:quellen?(?:verzeichnis|angaben)?|bronnen|bron|sources?|references?|reading list|weiterführende links"
    r"|links|literatur|verwandte (?:[\w-]+ ){0,4}(?:artikel|themen|begriffe|beiträge)|ähnliche artikel"
    r"|related (?:articles|posts|stories)|gerelateerde artikelen|meer nieuws|weitere themen|footnotes|fußnoten"
    r"|voetnoten|kommentare|comments|reacties|tags?)\W*$"
)
_PHONE: Final = lazily(r"\s*(?:tel(?:efon|efoon)?\.?:?\s*)?\+?[\d\s()/.-]{6,}\s*$")
_HASHTAGS: Final = lazily(r"\s*(?:#\w+\s*){2,}$")


_TRAIL: Final = lazily(r"[\w&+ -]{2,30}(?: [>›»→] [\w&+ -]{2,40}){1,5}$")
_RUBRIC: Final = lazily(
    r"(?:kommentar|kolumne|glosse|meinung|column|opinie|nieuws|news|opinion|comment|analyse|analysis|blog|commentaar)"
    r"(?: ?[–|:·-] .{2,30})?$"
)
_TIME: Final = lazily(r"\d{1,2}[:.]\d\d(?: (?:uhr|uur|h|[ap]\.?m\.?))?$")


@lru_cache(maxsize=1)  # a source is divided when it is read, and again for its claims
def blocks(text: str) -> tuple[Block, ...]:
    """Return the parts of *text*, in order; blank lines belong to none."""
    lines = list(_lines(text))
    level = flat(text)
    found: list[Block] = []
    menu = _menu_end(text, lines)
    closed: int | None = None
    title: Block | None = None
    begun = False
    for index, (start, end) in enumerate(lines):
        if not begun and (placed := opening(text, start, end)) is not None:
            found.append(Block("dateline", start, placed[0]))
            start = placed[0]
        block = _block(text, level, start, end, title is None and not begun, head=not begun)
        begun = begun or (block.kind == "body" and end - start > 100)
        if index < menu and block.kind not in {"dateline", "byline"}:
            block = attrs.evolve(block, kind="furniture")
        if closed is None and _REFERENCES.match(level, start, end):
            closed = index
        elif closed is not None and block.kind == "body" and end - start > 200:
            closed = None
        if closed is not None or (title is not None and _repeats(text, block, title)):
            block = attrs.evolve(block, kind="furniture")
        if block.kind == "title":
            title = block
        found.append(block)
    return tuple(_headed(text, found))


def _repeats(text: str, block: Block, title: Block) -> bool:
    return text[block.start : block.end].strip() == text[title.start : title.end].strip()


def _block(text: str, level: str, start: int, end: int, untitled: bool, *, head: bool) -> Block:
    line = text[start:end]
    indent = len(line) - len(line.lstrip())
    dated = imprint(line, head=head) is not None
    kind = "dateline" if dated else _kind(line.strip(), level[start:end].strip(), untitled)
    return Block(kind, start, end, indent)


def _kind(bare: str, level: str, untitled: bool) -> BlockKind:
    for test, kind in _TESTS:
        if test(bare, level):
            return kind
    if len(bare) <= 160 and not bare.endswith((".", ";", ",", ":")):
        return "title" if untitled and len(bare) >= 4 else "heading"
    return "body"


def _is_furniture(bare: str, level: str) -> bool:
    if _TRAIL.match(bare) or _RUBRIC.match(level) or _TIME.match(level):
        return True
    if _PHONE.match(bare) or _HASHTAGS.match(bare) or _TEASER.match(level):
        return True
    return len(bare) < 1200 and len(_CONSENT.findall(level)) >= (1 if len(bare) < 200 else 2)


_TESTS: Final[tuple[tuple[Callable[[str, str], object], BlockKind], ...]] = (
    (lambda bare, _level: author_of(bare) is not None, "byline"),
    (_is_furniture, "furniture"),
    (lambda bare, _level: bare.count("\t") >= 2 or bare.count("|") >= 3 or bare.count(" | ") == 2, "table"),
    (lambda bare, _level: _CODE.match(bare) is not None, "code"),
    (lambda bare, _level: _BULLET.match(bare) is not None, "list"),
    (lambda bare, _level: len(bare) < 200 and _CAPTION.match(bare) is not None, "caption"),
)


def _headed(text: str, found: list[Block]) -> Iterator[Block]:
    """Yield the blocks, where a person's name alone beside the dateline is the byline."""
    for index, block in enumerate(found):
        near = found[max(0, index - 1) : index + 2]
        if (
            block.kind == "heading"
            and any(other.kind == "dateline" for other in near)
            and person_line(text[block.start : block.end].strip())
        ):
            yield attrs.evolve(block, kind="byline")
        else:
            yield block


def _menu_end(text: str, lines: list[tuple[int, int]]) -> int:
    """Return how many of the first lines are a menu: at least five short ones in a row, none of them a sentence."""
    count = 0
    for start, end in lines[:60]:
        line = text[start:end].strip()
        if len(line) > 40 or line.endswith((".", "!", "?")) or _BULLET.match(line) or imprint(line):
            break
        count += 1
    return count if count >= 5 else 0


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold something, those of a wrapped paragraph as one."""
    current: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        start, end = match.span()
        if match[0].isspace():
            continue
        if current is not None and _continues(text, current, start, end):
            current = (current[0], end)
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current


def _continues(text: str, line: tuple[int, int], start: int, end: int) -> bool:
    between = text[line[1] : start]
    if between.count("\n") > 1 or between.count("\r") > 1:
        return False
    last = text.rfind("\n", line[0], line[1]) + 1
    width = line[1] - max(line[0], last)
    if not 45 <= width <= 100 or text[line[1] - 1] in ".!?:;|" or _BULLET.match(text, start, end):
        return False
    if "\t" in text[start:end] or text.count(" | ", start, end) > 1 or imprint(text[start:end]) is not None:
        return False
    return text[start].islower() or (
        width >= 60 and end - start >= 20 and not _looks_headed(text, line, start, alone=last <= line[0])
    )


def _looks_headed(text: str, line: tuple[int, int], start: int, *, alone: bool) -> bool:
    return alone and text[start].isupper() and text[start - 2 : start].count("\n") == 1 and line[1] - line[0] < 60
