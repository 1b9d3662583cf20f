"""Where sentences end: at a full stop that is no abbreviation, no ordinal and in no quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from openai_landscape.reading._place import Place
from openai_landscape.reading._regex import lazily

_STOP: Final = lazily(r"(?<![.!?…])[.!?…]++[\"'”“»«’)\]]{0,3}(?=\s)|[\n\r]{2,}")
_SHORT: Final = frozenset(
    "z.b b d.h h u.a a bzw ca dr prof mr mrs ms st nr no vs etc usw ggf evtl inkl mio mrd mln mld bio tsd inc "
    "ltd co corp "
    "e.g i.e g e bijv o.a d.w.z m.b.t t/m resp sog vgl jr sr fig approx est jan feb apr jun jul aug sep sept "
    "okt oct nov dec dez".split()
)
_MONTHS: Final = lazily(
    r"\s+(?:jan|feb|m[äa]r|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc]|jahrhundert|quartal)", re.IGNORECASE
)
_LAST_WORD: Final = lazily(r"[^\s(\"„“]+$")


def sentences(text: str, start: int, end: int, quotes: Sequence[Place]) -> Iterator[Place]:
    """Yield the sentences between *start* and *end*, without the space around them."""
    begin = start
    inside = iter(quotes)
    quote = next(inside, None)
    for match in _STOP.finditer(text, start, end):
        while quote is not None and quote.end < match.start():
            quote = next(inside, None)
        if quote is not None and quote.start <= match.start() and match.end() <= quote.end:
            continue
        if _ends(text, begin, match):
            yield from _chopped(text, begin, match.end())
            begin = match.end()
    yield from _chopped(text, begin, end)


LONGEST: Final = 1600
"""No sentence is longer: what goes on without a stop is cut at a space, so that no stage sees more at once."""


def _chopped(text: str, start: int, end: int) -> Iterator[Place]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut >= 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    if not match[0].startswith("."):
        return True
    before = _LAST_WORD.search(text, max(begin, match.start() - 24), match.start())
    word = before[0].lower() if before else ""
    if word in _SHORT or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit() and len(word) <= 2 and _MONTHS.match(text, match.end()):
        return False
    following = text[match.end() : match.end() + 40].lstrip()
    return not following[:1].islower() or _NAME.match(following) is not None


_NAME: Final = lazily(r"(?=[a-z-]*\d)[a-z]+(?:-[a-z]+)*-?\d[\w.-]*|[a-z]{1,2}[A-Z]\w")
"""What begins with a small letter though it begins a sentence: a name such as "gpt-oss-20b", "o3-mini", "xAI"."""


def _trimmed(text: str, start: int, end: int) -> Iterator[Place]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Place(start, end)
