"""Dates in a text, absolute and relative, in German, Dutch and English."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

import attrs

from openai_landscape.entities import ClaimDate, Language
from openai_landscape.quantities import PartialDate
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._relative import RELATIVE, RELATIVE_HOLDS, resolved

_MONTHS: Final = MappingProxyType(
    {
        stem: number
        for number, stems in enumerate(
            (
                "januar januari january jan jänner",
                "februar februari february feb",
                "märz maart march mar mrt",
                "april apr",
                "mai mei may",
                "juni june jun",
                "juli july jul",
                "august augustus aug",
                "september sept sep",
                "oktober october okt oct",
                "november nov",
                "dezember december dez dec",
            ),
            1,
        )
        for stem in stems.split()
    }
)
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PART: Final = "anfang|mitte|ende|begin|eind|half|early|mid|late|early\\ in|late\\ in"
_OPENING: Final = "|".join(sorted({word[:3] for word in (*_MONTHS, *_PART.split("|"))}))
_ABSOLUTE: Final = lazily(
    rf"""(?<![\w.])(?=\d|{_OPENING})(?:  # looks ahead only since most words fail at once then
      (?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)
    | (?P<d1>\d{{1,2}})\.\ ?(?P<m1>\d{{1,2}})\.\ ?(?P<y1>(?:19|20)\d\d)
    | (?P<d5>\d{{1,2}})[/-](?P<m5>\d{{1,2}})[/-](?P<y5>(?:19|20)\d\d)
    | (?P<d2>\d{{1,2}})(?:\.|st|nd|rd|th)?\ (?:of\ )?(?P<m2>{_MONTH})\.?,?(?:\ (?P<y2>(?:19|20)\d\d))?
    | (?P<m3>{_MONTH})\.?\ (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\ (?P<y3>(?:19|20)\d\d))?
    | (?:(?P<part>{_PART})[ -])?
      (?P<m4>{_MONTH})\.?,?(?:\ (?P<y4>(?:19|20)\d\d))?
    | (?P<y6>(?:19|20)\d\d)
    )(?![\w-]|\.\d)""",
    re.VERBOSE,
)
_AMBIGUOUS: Final = frozenset({"may", "mar", "mai", "mei", "march", "august", "jan", "sep", "dec", "jun"})


@attrs.frozen
class DateMark:
    """A date in the text; `date` as far as its words give it, without what the text's own date would add."""

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: str = ""

    def given(self, published: PartialDate | None) -> ClaimDate:
        """Return the date as a claim gives it, resolved against when the text was *published*."""
        return ClaimDate(date=_resolved(self, published), text=self.text)


def dates(text: str, level: str, start: int, end: int, language: Language) -> Iterator[DateMark]:
    """Yield the dates between *start* and *end*, in order."""
    found = []
    if _DIGIT.search(level, start, end) or _MONTHLY.search(level, start, end):
        found = [mark for match in _ABSOLUTE.finditer(level, start, end) if (mark := _absolute(text, match))]
    sentence = level[start:end]
    if any(word in sentence for word in RELATIVE_HOLDS[language]):
        found.extend(
            DateMark(match.start(), match.end(), text[match.start() : match.end()], relative=match[0])
            for match in RELATIVE[language].finditer(level, start, end)
        )
    yield from sorted(found, key=lambda mark: mark.start)


_DIGIT: Final = lazily(r"\d")
_MONTHLY: Final = lazily("|".join(sorted({stem[:3] for stem in _MONTHS})))
"""What every absolute date holds: a figure, or how a month's name begins; two searches take less than one for both."""


def _absolute(text: str, match: re.Match[str]) -> DateMark | None:
    start, end = match.span()
    if match["iso"]:
        parts = [int(part) for part in match["iso"].split("-")]
        return _mark(text, start, end, parts[0], parts[1], parts[2] if len(parts) > 2 else None)
    year_text = _first(match, "y1", "y5", "y2", "y3", "y4", "y6")
    month_text = _first(match, "m1", "m5", "m2", "m3", "m4")
    day_text = _first(match, "d1", "d5", "d2", "d3")
    if month_text is None:
        return _mark(text, start, end, int(match["y6"]), None, None)
    month = int(month_text) if month_text.isdigit() else _MONTHS[month_text]
    lone = year_text is None and day_text is None
    if lone and (
        (month_text in _AMBIGUOUS and not match["part"]) or (text[match.start("m4")].islower() and len(month_text) < 4)
    ):
        return None
    year = int(year_text) if year_text else None
    return _mark(text, start, end, year, month, int(day_text) if day_text else None)


def _first(match: re.Match[str], *groups: str) -> str | None:
    return next((match[group] for group in groups if match[group]), None)


def _mark(text: str, start: int, end: int, year: int | None, month: int | None, day: int | None) -> DateMark | None:
    try:
        dt.date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return DateMark(start, end, text[start:end], year, month, day)


def _resolved(mark: DateMark, published: PartialDate | None) -> PartialDate | None:
    year, month, day = mark.year, mark.month, mark.day
    if mark.relative:
        return resolved(mark.relative, published)
    if year is None:
        if published is None or month is None:
            return None
        year = published.year - (published.month is not None and month > published.last().month)
    text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
    try:
        return PartialDate(text)
    except ValueError:
        return None


def full_dates(level: str, start: int, end: int) -> Iterator[tuple[int, int, PartialDate]]:
    """Yield where dates stand that give at least year and month, each with its date."""
    for match in _ABSOLUTE.finditer(level, start, end):
        mark = _absolute(level, match)
        if mark is not None and mark.year is not None and mark.month is not None:
            date = _resolved(mark, None)
            if date is not None:
                yield mark.start, mark.end, date
