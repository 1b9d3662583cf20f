"""What the words of a text are, whatever its layout: case, quotation marks, bullets, wrapping and markdown are none.

A word is a run of letters and digits, a number with its separators ("700,000,000", "3.1"), a currency or per cent sign
at a number, or one CJK character, since those scripts wrap anywhere. Everything else stands between words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import normalize

_CJK: Final = r"\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WITHIN: Final = r"\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"  # combining marks, soft hyphens, zero-width characters
_APOSTROPHES: Final = "'’‘ʼ´`′＇"
_LETTERS: Final = rf"[^\W_{_CJK}]+"

_WORD: Final = re.compile(
    r"[Cc][Oo][Pp][Yy][Rr][Ii][Gg][Hh][Tt]\s*(?:\([Cc]\)|©)|©"  # one word, however the sign is written
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)*|\d+(?:\.\d+)+"
    rf"|{_LETTERS}(?:[{_WITHIN}{_APOSTROPHES}]{{1,3}}{_LETTERS})*[\u0300-\u036f]*"
    rf"|[{_CJK}]"
    r"|[$€£¥＄￡￥](?=\s?\d)|(?<=\d)\s?[%％]|[≤≥]"
)

_TAGS: Final = (
    "a|b|blockquote|br|center|code|div|em|h[1-6]|hr|i|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul"
)
# Every repetition is bounded, so that no text costs more than its length.
_FENCE: Final = r"^[ \t>]{{0,20}}{}{{3,20}}[ \t]{{0,8}}[\w.+-]{{0,30}}[ \t]{{0,8}}$"
_MARKUP: Final = (
    ("~~~", re.compile(_FENCE.format("~"), re.MULTILINE)),
    ("```", re.compile(_FENCE.format("`"), re.MULTILINE)),
    ("</", re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)),
    ("<br", re.compile(r"<br\s?/?>", re.IGNORECASE)),
)
_LINK: Final = re.compile(r"\[([^\[\]]{1,500})\](\(<?(?:mailto:)?([^()<>]{1,500})>?\))", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"^\s*(?:https?://)?(?:www\.)?|[\\\s]|[/.*_]+\s*$")
_TORN: Final = re.compile(r"(?:[/@.]\S*|\S{30,})$")
_SEAM: Final = re.compile(rf"{_LETTERS}\r?\n{_LETTERS}")
_TAIL: Final = 300


def bare(text: str) -> str:
    """Return *text* with markup blanked out, character for character: fences, tags, and link targets said twice.

    >>> bare("[llama.com](https://www.llama.com/)")
    '[llama.com]                        '
    """
    for mark, pattern in _MARKUP:
        if mark in text:
            text = pattern.sub(_blank, text)
    return _LINK.sub(_without_target, text) if "](" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without_target(match: re.Match[str]) -> str:
    """A link that names its own address says it once; any other target is words of the text."""
    if _ADDRESS.sub("", match[1].lower()) != _ADDRESS.sub("", match[3].lower()):
        return match[0]
    return match[0][: -len(match[2])] + " " * len(match[2])


def words(text: str) -> list[str]:
    """Return the words of *text*, normalised, in order.

    >>> words("**700 Million** users’ “data”, (c) $5.50")
    ['700', 'million', 'users', 'data', 'c', '$', '5.50']
    """
    found = _WORD.findall(bare(text))
    return [word.lower() if word.isascii() and word.isalnum() else _normal(word) for word in found]


def spans(text: str) -> list[tuple[int, int]]:
    """Return where each of `words(text)` stands in *text*: code points, start and end."""
    return [match.span() for match in _WORD.finditer(bare(text))]


def _normal(word: str) -> str:
    return _plain(word.lower() if word.isascii() else normalize("NFKC", normalize("NFKC", word).casefold()))


def _plain(word: str) -> str:
    """Fold what is written in several ways: the copyright sign, apostrophes, marks within a word."""
    if word.endswith(("(c)", "©")):
        return "copyright"
    return _FOLDED.sub("", word.translate(_APOSTROPHE)) or word


_FOLDED: Final = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_APOSTROPHE: Final = {ord(mark): "'" for mark in _APOSTROPHES}


def rejoined(text: str, said: Sequence[str], places: Sequence[tuple[int, int]]) -> list[str] | None:
    r"""Return the words *said* of *text*, at *places*, with addresses made whole that a narrow column tore apart.

    Whether an address ends with its line or goes on cannot be seen: only a line as long as the longest is joined to the
    next. None where nothing is torn.

    >>> text = "see acme.example/lic\nense or write"
    >>> rejoined(text, words(text), spans(text))
    ['see', 'acme', 'example', 'license', 'or', 'write']
    """
    joined = {bisect_left(places, (end,)) for end in _torn(text) if _SEAM.match(text, end - 1)}
    if not joined:
        return None
    whole: list[str] = []
    for at, word in enumerate(said):
        if at in joined:
            whole[-1] += word
        else:
            whole.append(word)
    return whole


def _torn(text: str) -> Iterator[int]:
    """Yield the end of each line that may break off within an address."""
    lines = text.split("\n")
    width = max(map(len, lines))
    end = -1
    for line in lines:
        end += len(line) + 1
        if len(line) == width and _TORN.search(line[-_TAIL:].rstrip("\r")):
            yield end - line.endswith("\r")
