"""Text as the matchers see it: lower case, one kind of apostrophe, space and hyphen, each in its place."""

from __future__ import annotations

from typing import Final

_SAME: Final = (
    ("\u0130", "i"),  # the one capital whose lower case is two code points
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u00b4", "'"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\n", " "),
    ("\r", " "),
    ("\t", " "),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u00ad", "-"),
)


def flat(text: str) -> str:
    r"""Return *text* in lower case with typographic variants levelled, of the same length.

    >>> flat("Meta’s Llama\u201130")
    "meta's llama-30"
    """
    for wide, plain in _SAME:
        text = text.replace(wide, plain)
    return text.lower()
