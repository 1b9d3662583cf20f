"""How licence texts print what a term says: section labels, numbers with their scale, currencies, prescribed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from openai_landscape.terms import Citation

BEFORE: Final = 40
BEHIND: Final = 12
"""How far from a span's start, in characters, its section's label may stand: before it in its line, or in the span."""

_PREFIXES = re.compile(r"^(?:AUP|GPL)\s+")
_PARTS = ("Article", "Annex", "Appendix", "Attachment", "Exhibit", "Part", "Schedule", "Section")
_LABEL = re.compile(r"[0-9]+|[A-Za-z]|[ivxIVX]+")
_POLICY = {"AUP": "use"}
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
_MARKUP = re.compile(r"[*_`#\\]|</?[a-z]+>")
_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
_UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HUNDREDS = {word and f"{word} hundred": 100 * number for number, word in enumerate(_UNITS[:10])}
_CJK = "〇一二三四五六七八九十"
_CURRENCIES = {
    "USD": ("$", "usd", "us dollar", "u.s. dollar"),
    "EUR": ("€", "eur"),
    "CNY": ("rmb", "cny", "yuan", "¥", "元", "人民币"),
    "KRW": ("krw", "₩", "won"),
}


def folded(text: str) -> str:
    r"""*text* without markup and line breaks, for comparing words.

    >>> folded("**Built\n with** Llama")
    'Built with Llama'
    """
    return " ".join(_MARKUP.sub("", text).split())


def label(section: str) -> str | None:
    """The last label that *section* gives as printed; None where it is a heading's words.

    >>> label("1.b.v"), label("AUP 3.14"), label("Attachment A"), label("Derivative Work(s)")
    ('v', '14', 'A', None)
    """
    tokens = _tokens(section)
    return tokens[-1] if tokens and all(_LABEL.fullmatch(token) for token in tokens) else None


def _tokens(section: str) -> list[str]:
    found: list[str] = re.findall(r"[A-Za-z]+|[0-9]+", _PREFIXES.sub("", section))
    return found[1:] if found and found[0] in _PARTS else found


def stands(citation: Citation, text: str) -> bool:
    """Whether the section that is cited is printed where the span says.

    A label stands near the span's start, or it opens a line before it and the next label of its list (in the same
    column) does not come in between. Where a text leaves its items without labels they are counted: then the section
    above stands. A heading's words stand in the span or before it. The preamble comes before the first number.
    """
    start, end = citation.span
    section = _PREFIXES.sub("", citation.section)
    if section == "Preamble":
        return not _lines("1", text, end)
    if label(section) is None:
        return folded(_POLICY.get(section, section)).casefold() in folded(text[:end]).casefold()
    labels = _tokens(section)
    return _near(labels[-1], text, start) or _opening(labels, text, start) is not None


def _opening(labels: list[str], text: str, start: int) -> int | None:
    """Where the section that *labels* lead to opens, for a clause that starts at *start*."""
    *above, printed = labels
    parent = _opening(above, text, start) if above else 0
    if parent is None:
        return None
    found = _governing(printed, text, parent, start)
    return found if found is not None else _counted(above, printed, text, parent, start)


def _counted(above: list[str], printed: str, text: str, parent: int, start: int) -> int | None:
    """Where the list opens of an item that carries no label, if its section prints no such labels."""
    if not above:
        # where it opens is not printed: of what comes before, nothing tells against the items of its lists
        return start if printed.isdigit() and _left_out(int(printed), text, start) else None
    firsts = "1" if printed.isdigit() else "ai"
    listed = (place for first in firsts for place, _ in _lines(first, text, start + BEHIND))
    dotted = re.search(rf"^\W*{re.escape('.'.join(above))}\.1(?![0-9])", text, re.MULTILINE)
    return None if dotted or any(place > parent for place in listed) else parent


def _left_out(number: int, text: str, start: int) -> bool:
    """Whether the text left out the number of a section: it prints smaller ones before and greater ones behind."""
    if _sections(number, text, len(text)):
        return False
    known = {n: _sections(n, text, len(text)) for n in range(1, number + 9) if n != number}
    before = max((n for n, places in known.items() if any(place <= start for place in places)), default=0)
    after = [n for n, places in known.items() if any(place > start for place in places)]
    return before < number and (not any(known.values()) or any(n > number for n in after))


def _near(printed: str, text: str, start: int) -> bool:
    # a letter or a Roman numeral is a label only with a bracket or a full stop
    after = r"(?![0-9A-Za-z])" if printed.isdigit() else r"(?=[*]*\\?[.):、．）])"
    since = max(text.rfind("\n", 0, start) + 1, start - BEFORE)
    return re.search(rf"(?<![0-9A-Za-z]){printed}{after}", text[since : start + BEHIND]) is not None


def _governing(printed: str, text: str, parent: int, start: int) -> int | None:
    following = _lines(_next(printed), text, start)
    open_ = [
        since
        for since, look in _lines(printed, text, start)
        if since >= parent and not any(place > since and other == look for place, other in following)
    ]
    return open_[-1] if open_ else None


def _sections(number: int, text: str, end: int) -> list[int]:
    return [place for place, look in _lines(str(number), text, end) if " 0 " in look]


def _lines(printed: str, text: str, end: int) -> list[tuple[int, str]]:
    """Where a line opens with the label, up to *end*, each with the look of its list: column, signs, depth."""
    form = (
        rf"^(?P<indent>[ \t]*)[*#_\-\s]*(?P<part>{'|'.join(_PARTS)})?\s*(?P<open>\(?)(?P<above>(?:[0-9A-Za-z]+\.)*)"
        rf"{re.escape(printed)}(?![0-9A-Za-z])(?P<close>[*\\.):、．）]*)"
    )
    found = re.finditer(form, text[:end], re.MULTILINE | re.IGNORECASE)
    # a letter alone, without a sign behind it, is a word of the text
    return [(m.start(), _look(m)) for m in found if printed.isdigit() or m["part"] or m["close"]]


def _look(match: re.Match[str]) -> str:
    column = len(match["indent"].expandtabs(4))
    return f"{column} {match['open']} {match['above'].count('.')} {match['close']}"


def _next(printed: str) -> str:
    """The label that follows.

    >>> _next("9"), _next("a"), _next("iv"), _next("i")
    ('10', 'b', 'v', 'ii')
    """
    if printed.isdigit():
        return str(int(printed) + 1)
    if printed.casefold() in _ROMAN:
        following = _ROMAN[_ROMAN.index(printed.casefold()) + 1]
        return following.upper() if printed.isupper() else following
    return chr(ord(printed) + 1) if len(printed) == 1 else printed


def says_number(text: str, number: int | Decimal) -> bool:
    """Whether *text* prints *number*, in figures, with a word for its scale, or in words.

    >>> says_number("more than 700 million monthly users", 700_000_000)
    True
    >>> says_number("US$1,000,000", Decimal(1_000_000)), says_number("$10,000,000", 1_000_000)
    (True, False)
    """
    plain = re.sub(r"(?<=[0-9])[,.'\u00a0](?=[0-9]{3}(?![0-9]))", "", folded(text)).casefold()
    return any(re.search(rf"(?<![0-9a-z.]){re.escape(form)}(?![0-9a-z])", plain) for form in _forms(Decimal(number)))


def _forms(number: Decimal) -> Iterator[str]:
    yield format(number.normalize(), "f")
    for word, scale in _SCALES.items():
        share = number / scale
        if share < Decimal("0.1") or share >= 1000 * 10:
            continue
        figure = format(share.normalize(), "f")
        yield from (f"{figure} {word}", f"{figure}{word}")
        yield from (f"{spelled} {word}" for spelled in _spelled(share))
        yield from (f"{digit}{word}" for digit in _cjk(share))


def _spelled(share: Decimal) -> Iterator[str]:
    if share == share.to_integral_value() and 0 < share <= 10:
        yield _UNITS[int(share)]
    yield from (words for words, value in _HUNDREDS.items() if words and value == share)


def _cjk(share: Decimal) -> Iterator[str]:
    if share == share.to_integral_value() and 0 < share <= 10:
        yield _CJK[int(share)]


def says_currency(text: str, code: str) -> bool:
    """Whether *text* names the currency of an ISO 4217 code, by sign, code or name."""
    plain = folded(text).casefold()
    return any(name in plain for name in _CURRENCIES.get(code, (code.casefold(),)))


def longest_copy(words: list[str], text_words: list[str], limit: int) -> list[str]:
    """The first run of more than *limit* words that *words* shares with *text_words*; empty where there is none.

    >>> longest_copy("we ask you to show the name".split(), "you to show the name of it".split(), 3)
    ['you', 'to', 'show', 'the']
    """
    runs = {tuple(text_words[i : i + limit + 1]) for i in range(len(text_words) - limit)}
    for i in range(len(words) - limit):
        if tuple(words[i : i + limit + 1]) in runs:
            return words[i : i + limit + 1]
    return []
