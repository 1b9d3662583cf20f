"""Copyright notices: who holds the rights and since when, which is no term of a licence.

A notice says a name and years, nothing else. Words that could set a condition, and a second sentence, make it a part of
the licence's text: "Copyright (c) 2024 Acme, no commercial use" is none. Source: SPDX matching guidelines, copyright
notice and licence title.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_YEAR: Final = r"(?=[\[(<{]?\s{0,9}(?:\d{4}|19xx|20xx|x{4}|y{4}|year)\b)"
_SIGN: Final = rf"copyright\s{{0,9}}(?:\(c\)|©|{_YEAR})|©|\(c\)\s{{0,9}}{_YEAR}"
_START: Final = re.compile(_SIGN, re.IGNORECASE)
_RESERVED: Final = re.compile(r"all\s+rights\s+reserved\W*$|版权所有\W*$", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(\w+)(?:[.;:!?]+\s+|[。；：！？]\s*)(?=[^\W\d_])")
_WORD: Final = re.compile(r"\w+")
_DECORATION: Final = r"[ \t>#*/%;|-]{0,40}"  # of quotations and comments in source code
_LINE: Final = re.compile(rf"^{_DECORATION}(?P<said>(?:{_SIGN})[^\n]{{0,400}})$", re.IGNORECASE | re.MULTILINE)
_RESERVED_LINE: Final = re.compile(rf"\n{_DECORATION}all\s+rights\s+reserved[^\w\n]*$", re.IGNORECASE | re.MULTILINE)
_EMPTY_BEFORE: Final = re.compile(rf"\n{_DECORATION}\r?\n\Z")
_QUOTE_ENDS: Final = re.compile(r"[\"'”’»]\s*$")

_ABBREVIATED: Final = frozenset("inc ltd corp co llc gmbh bv plc al jr sr dr st s a v b k c".split())
_TERMS: Final = frozenset(
    "no not non nor none never without except unless only solely use used uses using usage user users may must shall"
    " should can cannot will would if when where until provided subject prohibited forbidden permitted allowed granted"
    " permission license licence licensed licences licenses agreement terms conditions condition purpose purposes"
    " commercial commercially noncommercial you your please contact require required requires fee pay paid payment"
    " free this that these those which redistribution distribute modify sell 不 非 禁 仅 用 须 必".split()
)
_MOST_WORDS: Final = 24
_MOST_CHARACTERS: Final = 400
_HEAD: Final = 6  # so many lines from the top, a notice needs no empty line before it


def is_notice(text: str) -> bool:
    """Whether *text* is one or more copyright notices and nothing else.

    >>> is_notice("Copyright (c) 2023-2025 DeepSeek, Inc. All rights reserved.")
    True
    >>> is_notice("Copyright (c) 2023 DeepSeek. No commercial use.")
    False
    """
    text = text.strip()
    if len(text) > _MOST_CHARACTERS:
        return False
    starts = [match.start() for match in _START.finditer(text)]
    if not starts or _WORD.search(text[: starts[0]]):
        return False
    ends = [*starts[1:], len(text)]
    return all(_names(text[start:end]) for start, end in zip(starts, ends, strict=True))


def _names(notice: str) -> bool:
    """Whether what follows the sign is a name and years."""
    held = _RESERVED.sub("", notice[match.end() :] if (match := _START.match(notice)) else notice)
    words = [word.casefold() for word in _WORD.findall(held)]
    if not 0 < len(words) <= _MOST_WORDS or not _TERMS.isdisjoint(words) or any(set(word) & _TERMS for word in words):
        return False
    return all(end[1].casefold() in _ABBREVIATED or len(end[1]) == 1 for end in _SENTENCE.finditer(held))


def notice_at_end(text: str) -> int | None:
    """Return where the longest run of notices begins that *text* ends with, if it does."""
    tail = max(0, len(text) - _MOST_CHARACTERS)
    return next((match.start() for match in _START.finditer(text, tail) if is_notice(text[match.start() :])), None)


class Notice(NamedTuple):
    """Start and end of a line that is a copyright notice; `alone` if it stands by itself.

    That is at the head of the text or after an empty line, and unquoted: a quoted one that a clause prescribes is a
    term.
    """

    start: int
    end: int
    alone: bool


def notice_lines(text: str) -> list[Notice]:
    """Return the lines of *text* that are copyright notices, with those that reserve all rights after them."""
    found: list[Notice] = []
    head = _end_of_head(text)
    for match in _LINE.finditer(text):
        if is_notice(match["said"]):
            start, end = match.span()
            alone = start <= head or bool(_EMPTY_BEFORE.search(text, max(0, start - _MOST_CHARACTERS), start))
            goes_on = bool(found) and found[-1].end + 1 >= start and found[-1].alone
            found.append(Notice(start, end, (alone or goes_on) and not _QUOTE_ENDS.search(match["said"])))
            if reserved := _RESERVED_LINE.match(text, end):
                found.append(found[-1]._replace(start=end, end=reserved.end()))
    return found


def _end_of_head(text: str) -> int:
    end = -1
    for _ in range(_HEAD):
        end = text.find("\n", end + 1)
        if end < 0:
            return len(text)
    return end
