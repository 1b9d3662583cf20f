"""What a page says of its own making: the day it appeared, who wrote it, and the place that opens a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from openai_landscape.quantities import PartialDate
from openai_landscape.reading._dates import full_dates
from openai_landscape.reading._flat import flat
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._relative import WEEKDAY

_PERSON_PART: Final = r"[^\W\d_][\w.'’-]+"
_AUTHOR_WORD: Final = (
    r"(?:von|by|door|autor(?:in)?|author|auteur|text|tekst|geschrieben von|written by|geschreven door)"
)
_BYLINE: Final = lazily(rf"{_AUTHOR_WORD}\s*:?\s+(?P<name>{_PERSON_PART}(?: {_PERSON_PART}){{1,3}})\s*$", re.IGNORECASE)
_PERSON_LINE: Final = lazily(r"(?P<name>[A-ZÄÖÜÉ][\w'’-]+(?: (?:van|von|de|der|den))*(?: [A-ZÄÖÜÉ][\w'’-]+){1,2})\s*$")
_APPEARED: Final = (
    r"veröffentlicht|erschienen|ausgestrahlt|publiziert|erstellt|stand|datum|ausgabe|heft|folge|gesendet"
    r"|gepubliceerd|geplaatst|verschenen|uitgezonden|nummer|aflevering|editie"
    r"|published|posted|date|dated|aired|issued|recorded|released|issue|episode|vol\.?|volume|no\.?|nr\.?|as of"
)
_REVISED: Final = (
    r"aktualisiert|zuletzt geändert|zuletzt aktualisiert|letzte aktualisierung|update|updated|last updated"
    r"|last modified|bijgewerkt|laatst bijgewerkt|laatst gewijzigd|gewijzigd"
)
_SEPARATOR: Final = lazily(r"\s*[|·•]\s*|\s+[–—-]\s+|\t+| {3,}|[()\n]")
_BEFORE: Final = lazily(
    rf"\W*(?:[^\d,.;:!?]{{2,40}},\s+)?"
    rf"(?:(?:[\w .-]{{0,24}}\W)?(?:(?P<revised>{_REVISED})|(?P<appeared>{_APPEARED}))\b[\s:.#]*(?:\d{{1,4}},?\s+)?)?"
    rf"(?:(?:am|on|op|vom|at|van)\s+)?(?:(?:{WEEKDAY})\b[.,]*\s+)?(?:(?:den|the|am|op)\s+)?"
)
_AFTER: Final = lazily(
    r"(?:,?\s*(?:um |at |om )?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*(?:uhr|h|uur|[ap]\.?m\.?))?"
    r"(?:\s*(?:[a-z]{2,4}|[+-]\d\d:\d\d))?)?"
    r"(?:,?\s+(?:by|von|door)\s+(?P<name>[^,|]{2,60}))?\s*[.,:]?\s*"
)
_PHRASE: Final = 48
"""A longer piece of a line that ends as a sentence does is a part of one."""
_LONGEST: Final = 140
_REST: Final = 90
_PLACED: Final = lazily(r"\(?[A-ZÄÖÜ][\w.'’-]*(?:[ /][A-ZÄÖÜ(][\w.'’)-]*){0,3},? (?:[(,] ?)?(?:den |am |op )?")
_THEN: Final = lazily(r"\)?,?(?: ?\([\w/ ,.-]{2,30}\))?\s?(?:[–—:|.]|-(?=\s))\s")


_LISTED: Final = lazily(r"\d\): |^[•*▪◦-] ")
"""What stands in a list of things and their dates: "Foo-7B (September 2023): first model"."""


_DIGIT: Final = lazily(r"\d")


@attrs.frozen
class Imprint:
    """A date that a page gives for itself, and the author if he stands beside it; `revised` marks a later change."""

    date: PartialDate
    author: str | None = None
    revised: bool = False
    announced: bool = False


def imprint(line: str, *, head: bool = True) -> Imprint | None:
    """Return the date that *line* gives for its page, where it is no sentence that only mentions one.

    Further down than the *head* of a page a date beside other words is its date only if a word announces it as such.

    >>> imprint("door Jan de Vries, 18 oktober 2024"), imprint("Llama 3 kam im April 2024 heraus")
    (Imprint(date=PartialDate('2024-10-18'), author='Jan de Vries', revised=False, announced=False), None)
    """
    bare = line.strip()
    if not 6 <= len(bare) <= _LONGEST or _DIGIT.search(bare) is None:
        return None
    pieces = [piece.strip() for piece in _SEPARATOR.split(bare) if piece.strip()]
    found = [(piece, mark) for piece in pieces if (mark := _stated(piece)) is not None]
    sentence = bare.endswith((".", "!", "?")) and any(len(piece) > _PHRASE for piece in pieces)
    if _LISTED.search(bare) or sentence or (not head and len(pieces) > 1):
        found = [(piece, mark) for piece, mark in found if mark.announced]
    if not found or sum(len(piece) for piece in pieces) - max(len(piece) for piece, _ in found) > _REST:
        return None
    best = min((mark for _, mark in found), key=lambda mark: (mark.revised, -len(mark.date)))
    named = best.author or next((name for piece in pieces if (name := author_of(piece)) is not None), None)
    return attrs.evolve(best, author=named)


def _stated(piece: str) -> Imprint | None:
    level = flat(piece)
    for start, end, date in full_dates(level, 0, len(level)):
        before, after = _BEFORE.fullmatch(level, 0, start), _AFTER.fullmatch(level, end)
        if before is None or after is None:
            continue
        author = _author_beside(piece, start, after)
        revised = before["revised"] is not None
        return Imprint(date, author, revised=revised, announced=revised or before["appeared"] is not None)
    return None


def _author_beside(piece: str, start: int, after: re.Match[str]) -> str | None:
    head = piece[:start].strip().rstrip(",")
    if (name := author_of(head)) is not None:
        return name
    if after["name"] is None:
        return None
    match = _PERSON_LINE.fullmatch(piece[after.start("name") : after.end("name")].strip(" ."))
    return match["name"] if match else None


def author_of(piece: str) -> str | None:
    """Return who *piece* of a line says wrote the page."""
    match = _BYLINE.match(piece.strip()) if len(piece) < 80 else None
    return match["name"] if match else None


def byline_author(line: str) -> str | None:
    """Return who a byline names.

    >>> byline_author("Von Erika Muster")
    'Erika Muster'
    """
    for piece in _SEPARATOR.split(line.strip()):
        if (name := author_of(piece)) is not None:
            return name
    match = _PERSON_LINE.match(line.strip())
    return match["name"] if match else None


def person_line(line: str) -> bool:
    """Whether *line* is a person's name and nothing else."""
    return _PERSON_LINE.match(line) is not None


def opening(text: str, start: int, end: int) -> tuple[int, PartialDate] | None:
    """Return where the place and date that open a report end, and the date: "Hamburg, 14. März 2025 (dpa) – …"."""
    head = text[start : min(end, start + 110)].lstrip()
    shift = end - start - len(text[start:end].lstrip()) + start
    level = flat(head)
    for first, last, date in _some(full_dates(level, 0, min(len(level), 80))):
        then = _THEN.match(head, last)
        if then is not None and _PLACED.fullmatch(head, 0, first) and len(date) == 10:
            return shift + then.end(), date
    return None


def _some(found: Iterator[tuple[int, int, PartialDate]]) -> Iterator[tuple[int, int, PartialDate]]:
    """Yield the first of *found*: no later date opens a report."""
    first = next(found, None)
    if first is not None:
        yield first
