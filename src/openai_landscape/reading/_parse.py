"""From a source to its sentences as rules see them: the stages in their order, with what earlier sentences said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from openai_landscape.entities import Source
from openai_landscape.reading._acronyms import acronyms
from openai_landscape.reading._blocks import Block, blocks
from openai_landscape.reading._discourse import Discourse
from openai_landscape.reading._expressions import gathered
from openai_landscape.reading._flat import flat
from openai_landscape.reading._markup import Bare, bare
from openai_landscape.reading._names import Alias, Name, NameBook, grown
from openai_landscape.reading._numbers import Number, numbers
from openai_landscape.reading._people import people, turns
from openai_landscape.reading._place import Place
from openai_landscape.reading._quotes import quotations
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._sentences import LONGEST, sentences
from openai_landscape.reading._shapes import shortened, unknown_names
from openai_landscape.reading._spotting import spelt
from openai_landscape.reading._words import Lexicon, Mark, lexicon

_READ: Final = frozenset({"title", "heading", "list", "caption", "body", "byline", "table"})


@attrs.frozen
class Page:
    """A source's text without inline markup, with its blocks and all names in it."""

    bare: Bare
    level: str
    words: Lexicon
    blocks: tuple[Block, ...]
    names: tuple[Name, ...]
    marks: tuple[Mark, ...]


def page(source: Source, book: NameBook) -> Page | None:
    """Return *source* divided into blocks, with its names found; None where its language is not read."""
    if source.language is None:
        return None
    shown = bare(source.text)
    level = flat(shown.text)
    words = lexicon(source.language)
    marks = tuple(words.marks(level, 0, len(level)))
    names = _all_names(shown.text, level, words, book, marks)
    return Page(shown, level, words, blocks(shown.text), names, marks)


def _all_names(text: str, level: str, words: Lexicon, book: NameBook, marks: tuple[Mark, ...]) -> tuple[Name, ...]:
    known = list(book.find(text, level))
    surfaces = frozenset(name.mention for name in known)
    makers = frozenset(name.mention for name in known if name.kind == "organization" and not name.twofold)
    strangers = {
        surface: (alias.kind == "licence" and book.licence(surface)) or alias
        for surface, alias in unknown_names(text, marks, words, surfaces, makers).items()
    }
    for short, full in shortened(strangers, words).items():
        if short not in surfaces:
            strangers.setdefault(short, Alias(short, full.kind, "", full.alias))
    for short, name in _shorter(known).items():
        if short not in surfaces:
            strangers.setdefault(short, Alias(short, name.kind, name.entity or "", name.name or name.mention))
    for word, member in _siblings(text, known, book).items():
        if word not in surfaces:
            strangers.setdefault(word, member)
    for called, person in _persons(text, marks, words):
        if person.split()[0] not in makers and (called == person or called not in surfaces):
            strangers.setdefault(called, Alias(called, "person", "", "" if called == person else person))
    merged = _merged(known, list(_strangers(text, strangers)))
    beside = {short: Alias(short, "organization", "", "") for short in acronyms(text, merged, words)}
    return _merged(list(merged), list(_strangers(text, beside))) if beside else merged


def _persons(text: str, marks: tuple[Mark, ...], words: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield what the people in *text* are called there, each with the full name: by it, by surname, and in turns."""
    spoken = turns(text)
    for person in people(text, marks, words):
        yield person, person
        first, surname = person.split()[0], person.split()[-1]
        if len(surname) > 3:
            yield surname, person
        for part in (first, surname):
            if spoken[part] > 1 or spoken[part.upper()] > 1:
                yield from ((part, person), (part.upper(), person))


def _shorter(known: list[Name]) -> dict[str, Name]:
    """Return by its last word alone what a text may go on to call a model: "K2" for "Kimi K2".

    A last word that two of the names share stands for neither.
    """
    found: dict[str, dict[str, Name]] = {}
    for name in known:
        if name.artifact and " " in name.mention and (short := _LAST_WORD.search(name.mention)) is not None:
            found.setdefault(short[0], {})[name.key] = name
    return {short: next(iter(named.values())) for short, named in found.items() if len(named) == 1}


def _siblings(text: str, known: list[Name], book: NameBook) -> dict[str, Alias]:
    """Return by its last word alone each member of a family that the text names: "Scout" beside "Llama 4".

    One that the catalogue does not hold is a model of its own beside those that it does.
    """
    words = set(_MEMBER.findall(text))
    families = {name.mention for name in known if name.kind == "model"} if words else ()
    members = ((word, book.chosen(f"{family} {word}")) for word in words for family in families)
    found = {word: member._replace(alias=word) for word, member in members if member is not None}
    unheld = {word: Alias(word, "model", "", "") for word in words - found.keys()} if found else {}
    return {**unheld, **found}


_MEMBER: Final = lazily(r"(?<![\w-])(?:Scout|Maverick|Behemoth|Opus|Sonnet|Haiku)(?![\w-])")
_LAST_WORD: Final = lazily(
    r"(?<= )(?:[A-Z]{1,2}\d{1,2}(?:\.\d)?|Scout|Maverick|Behemoth|Opus|Sonnet|Haiku|Nemo|Codestral|Pixtral"
    r"|Magistral|Devstral|Ministral)$"
)


def _strangers(text: str, names: dict[str, Alias]) -> Iterator[Name]:
    for start, end in spelt(text, names):
        yield grown(text, start, end, names[text[start:end]])


def _merged(known: list[Name], strangers: list[Name]) -> tuple[Name, ...]:
    """Return both in order; where they overlap the longer one, and of equals the known one."""
    solid = {at for name in known for at in (name.start, name.end - 1)}
    ends = {name.end: name.start for name in known if name.kind == "model"}
    strangers = [
        name for name in strangers if _stands(name, solid) and not _swallows(name, ends.get(name.end, name.start))
    ]
    found: list[Name] = []
    for name in sorted(
        [*known, *strangers], key=lambda name: (name.start, -(name.end - name.start), name.entity is None)
    ):
        if found and name.start < found[-1].end:
            if name.start == found[-1].start and name.entity is not None and name.kind == found[-1].kind == "licence":
                found[-1] = name
                continue
            if name.end - name.start > found[-1].end - found[-1].start and name.entity is not None:
                found[-1] = name
            continue
        found.append(name)
    return tuple(found)


def _swallows(name: Name, start: int) -> bool:
    """Whether *name* is a known model's, from *start* on, with a word before it: "Benchmarks Llama 2"."""
    return (
        name.kind == "model" and start > name.start and name.mention[start - name.start - 1 : start - name.start] == " "
    )


def _stands(name: Name, solid: set[int]) -> bool:
    """Whether an unknown name is one by itself, and does not only swallow a known one ("OpenAIs ChatGPT")."""
    if name.kind == "licence" or (name.kind == "model" and any(c.isdigit() for c in name.mention)):
        return True
    return not any(at in solid for at in range(name.start, name.end))


@attrs.define
class _Cursor:
    """How far the reading has come in the names, marks and quotations of the page."""

    name: int = 0
    mark: int = 0
    quote: int = 0


def scenes(sheet: Page) -> Iterator[Scene]:
    """Yield the sentences of *sheet* in order, each with what the stages found in it."""
    discourse = Discourse.over(sheet.level, sheet.names, sheet.blocks)
    cursor = _Cursor()
    for block in sheet.blocks:
        discourse.enter(block)
        if block.kind not in _READ:
            continue
        quotes = quotations(sheet.bare.text, block.start, block.end)
        cursor.quote = 0
        for span in _spans(sheet, block, quotes):
            scene = _scene(sheet, block, span, quotes, cursor, discourse)
            yield scene
            discourse.leave(scene)


def _spans(sheet: Page, block: Block, quotes: tuple[Place, ...]) -> Iterator[Place]:
    if block.kind == "table" and block.end - block.start <= LONGEST:
        yield Place(block.start, block.end)
    else:
        yield from sentences(sheet.bare.text, block.start, block.end, quotes)


Placed = TypeVar("Placed", Name, Mark, Place)


def _within(items: tuple[Placed, ...], at: int, span: Place) -> tuple[int, tuple[Placed, ...]]:
    """Return the *items* in *span*, looked for from index *at* on, and where to look from the next time."""
    count = len(items)
    while at < count and items[at].end <= span.start:
        at += 1
    index = at
    while index < count and items[index].start < span.end:
        index += 1
    return at, items[at:index]


def _scene(
    sheet: Page, block: Block, span: Place, quotes: tuple[Place, ...], cursor: _Cursor, discourse: Discourse
) -> Scene:
    text, level, words = sheet.bare.text, sheet.level, sheet.words
    cursor.name, own = _within(sheet.names, cursor.name, span)
    cursor.mark, raw = _within(sheet.marks, cursor.mark, span)
    cursor.quote, quoted = _within(quotes, cursor.quote, span)
    marks = _gathered(level, span, raw, own)
    discourse.begin(level, span)
    digits = _DIGIT_OR_SCALE.search(level, span.start, span.end)
    return Scene(
        text=text,
        level=level,
        start=span.start,
        end=span.end,
        lexicon=words,
        block=block,
        names=_spelt(text, discourse.named(level, own, marks, span)),
        marks=marks,
        numbers=_apart(own, numbers(text, level, span.start, span.end, words)) if digits else (),
        quotes=tuple(quote for quote in quoted if span.start <= quote.start and quote.end <= span.end),
        topic=discourse.topic,
        party=discourse.party,
        main_party=discourse.main_party,
        person=discourse.person,
        document=discourse.document,
        voice=discourse.voice,
        teller=discourse.teller,
        columns=discourse.columns,
        component=discourse.component,
        leaky=discourse.leaky,
        intro=discourse.intro[0] if discourse.intro else "",
        intro_party=discourse.intro_party if discourse.intro else None,
        owners=MappingProxyType(discourse.owners),
        asked=discourse.asked,
    )


def _gathered(level: str, span: Place, raw: tuple[Mark, ...], own: tuple[Name, ...]) -> Mapping[str, tuple[Mark, ...]]:
    """Return the marks of a sentence by kind, without the words that are parts of names."""
    inside: set[int] = set()
    for name in own:
        inside.update(range(name.start, name.end))
    if inside:
        raw = tuple(m for m in raw if not (m.start in inside and m.end - 1 in inside) or m.kind == "criteria")
    return gathered(level, raw, lambda at: _part(level, span, at))


def _apart(names: tuple[Name, ...], found: Iterable[Number]) -> tuple[Number, ...]:
    """Return the numbers that are no part of a name."""
    return tuple(number for number in found if not any(name.start <= number.at < name.end for name in names))


def _spelt(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return *names*, those without a name of their own called as the text calls them."""
    return tuple(name if name.mention else attrs.evolve(name, mention=text[name.start : name.end]) for name in names)


_CUT: Final = lazily(r"[;:](?=\s)|\t")
_DIGIT_OR_SCALE: Final = lazily(r"\d|[mb]il[lj]|duizend|tausend|thousand|sprachen|languages|talen")


def _part(level: str, span: Place, at: int) -> tuple[int, int]:
    cuts = [span.start, *(match.start() for match in _CUT.finditer(level, span.start, span.end)), span.end]
    for start, end in pairwise(cuts):
        if start <= at < end:
            return start, end
    return cuts[0], cuts[-1]


def marks_of(scene: Scene) -> tuple[Mark, ...]:
    """Return all marks of a sentence in order, for showing them."""
    return tuple(
        sorted((mark for found in scene.marks.values() for mark in found), key=lambda mark: (mark.start, mark.kind))
    )
