"""A text without its inline markup: emphasis, links, footnote marks, tags and addresses say nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final

import attrs

from openai_landscape.reading._regex import lazily


@attrs.frozen
class Bare:
    """A text without inline markup; `cuts` are the places in it where something stood, `gone` how much by then."""

    text: str
    cuts: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text as it was read that stands which stands at *start* to *end* here.

        >>> bare("**Foo** is [open](https://example.org).").place(0, 11)
        (2, 16)
        """
        return start + self._before(bisect_right(self.cuts, start)), end + self._before(bisect_left(self.cuts, end))

    def _before(self, count: int) -> int:
        return self.gone[count - 1] if count else 0


def bare(text: str) -> Bare:
    """Return *text* without its inline markup.

    >>> bare("**Foo** is [open](https://example.org).").text
    'Foo is open.'
    """
    if not any(sign in text for sign in _SIGNS):
        return Bare(text)
    pieces: list[str] = []
    cuts: list[int] = []
    lengths: list[int] = []
    at = length = 0
    for match in _MARKUP.finditer(text):
        kept = match.span("label") if match["label"] is not None else (match.end(), match.end())
        for start, end in ((match.start(), kept[0]), (kept[1], match.end())):
            if start < end:
                pieces.append(text[at:start])
                length += start - at
                at = end
                cuts.append(length)
                lengths.append(end - start)
    pieces.append(text[at:])
    return Bare("".join(pieces), tuple(cuts), tuple(accumulate(lengths)))


_SIGNS: Final = ("**", "](", "[^", "`", "{{", "__", "<", "://")
_ADDRESS: Final = r"(?:https?:|mailto:|/|\#|\.)[^\s()]{0,400}"
_MARKUP: Final = lazily(
    rf"""
    !\[[^\[\]\n]{{0,300}}\]\({_ADDRESS}\)                              # an image
    | \[(?P<label>[^\[\]\n]{{1,300}})\]\({_ADDRESS}(?:\ "[^"\n]{{0,200}}")?\)    # a link, by what is shown of it
    | \[\^\w{{1,20}}\]                                                 # a footnote's mark
    | \*\*+ | (?<!\w)__(?=\w) | (?<=[\w.!?)])__(?!\w) | (?<!`)`(?!`)        # emphasis and code in the line
    | \{{\{{[^{{}}\n]{{0,200}}\}}\}}                                   # what a template would fill in
    | </?(?:a|b|i|u|em|strong|span|mark|sup|sub|code|br|small|abbr)\b[^<>\n]{{0,300}}>
    | (?<![\w/])https?://[^\s<>()\[\]|]{{0,400}}[\w/]                  # an address by itself
    """,
    re.VERBOSE,
)
