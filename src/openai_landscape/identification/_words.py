"""What the words of a text are, whatever its layout: case, quotation marks, bullets, wrapping and markdown are none.

A word is a run of letters and digits, a number with its separators ("700,000,000", "3.1"), a currency or per cent sign
at a number, or one CJK character, since those scripts wrap anywhere. Everything else stands between words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final
from unicodedata import normalize

_CJK: Final = r"\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WITHIN: Final = r"\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"  # combining marks, soft hyphens, zero-width characters
_APOSTROPHES: Final = "'’‘ʼ´`′＇"
_LETTERS: Final = rf"[^\W_{_CJK}]+"

_WORD: Final = re.compile(
    r"((?=[^\W_]|[©$€£¥＄￡￥%％≤≥])(?:"  # a look ahead, since most places begin no word
    r"[Cc][Oo][Pp][Yy][Rr][Ii][Gg][Hh][Tt]\s*(?:\([Cc]\)|©)|©"  # one word, however the sign is written
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)*|\d+(?:\.\d+)+"
    rf"|{_LETTERS}(?:[{_WITHIN}{_APOSTROPHES}]{{1,3}}{_LETTERS})*[\u0300-\u036f]*"
    rf"|[{_CJK}]"
    r"|[$€£¥＄￡￥](?=\s?\d)|(?:(?<=\d)|(?<=\d\s))[%％]|[≤≥]))"
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
_LINK: Final = re.compile(r"\[([^\[\]]{1,500})\]\s{0,2}(\(<?([^()<>]{1,500})>?\))")
_AROUND_ADDRESS: Final = re.compile(r"^(?:https?://|mailto:)?(?:www\.)?|[/.*_]+$")
_SEAM: Final = re.compile(rf"{_LETTERS}\r?\n{_LETTERS}")
_LINE_END: Final = 2
_FOLDED: Final = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_APOSTROPHE: Final = {ord(mark): "'" for mark in _APOSTROPHES}


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
    if _address(match[1]) != _address(match[3]):
        return match[0]
    return match[0][: -len(match[2])] + " " * len(match[2])


def _address(text: str) -> str:
    return _AROUND_ADDRESS.sub("", "".join(text.split()).replace("\\", "").lower())


def pieces(text: str) -> list[str]:
    """Return *text*, its markup blanked, in pieces: what stands between words and each word, in turn."""
    return _WORD.split(bare(text))


def words(pieces: Sequence[str]) -> list[str]:
    """Return the words among *pieces*, normalised.

    >>> words(pieces("**700 Million** users’ “data”, (c) $5.50"))
    ['700', 'million', 'users', 'data', 'c', '$', '5.50']
    """
    found = pieces[1::2]
    normal = {word: word.lower() if word.isascii() and word.isalnum() else _normal(word) for word in set(found)}
    return [normal[word] for word in found]


def spans(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each of `words(pieces)` stands in the text: code points, start and end."""
    ends = list(accumulate(map(len, pieces)))
    return list(zip(ends[0::2], ends[1::2], strict=False))


def _normal(word: str) -> str:
    """Fold what is written in several ways: case, width, the copyright sign, apostrophes, marks within a word."""
    word = normalize("NFKC", normalize("NFKC", word).casefold())
    if word.endswith(("(c)", "©")):
        return "copyright"
    return _FOLDED.sub("", word.translate(_APOSTROPHE)) or word


def is_torn(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    r"""Whether two words, by their spans in *text*, may be one that a narrow column tore apart.

    >>> is_torn("acme.example/lic\nense", (13, 16), (17, 21))
    True
    """
    return other[0] - one[1] <= _LINE_END and bool(_SEAM.match(text, one[1] - 1))
