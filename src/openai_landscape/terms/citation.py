"""Where in a licence's text a term stands."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Self

from pydantic import Field, model_validator

from openai_landscape.quantities.base import Value


def normalized(text: str) -> str:
    r"""Return *text* as citations count it: NFC, LF line ends, no byte order mark; every word as it was.

    >>> normalized("\ufeffa\r\nb")
    'a\nb'
    """
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def text_hash(text: str) -> str:
    """Return the SHA-256 of the normalised text, in hexadecimal: what a `License` records of each of its texts."""
    return hashlib.sha256(normalized(text).encode()).hexdigest()


class Citation(Value):
    """A clause: the section as the document prints it, the id of the text, and the span in its normalised form.

    A companion use policy's section has ``AUP`` before it; where a text numbers nothing, the heading's words stand for
    the number.
    """

    section: str = Field(min_length=1)
    text: str = Field(min_length=1)
    span: tuple[int, int]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        start, end = self.span
        if not 0 <= start < end:
            raise ValueError(f"span {list(self.span)}: write [start, end] with 0 <= start < end")
        return self

    def quote(self, text: str) -> str:
        """Return the clause's words from *text*, the licence's text however its lines end.

        Raises:
            ValueError: If *text* is too short to be the text that is cited.
        """
        start, end = self.span
        whole = normalized(text)
        if end > len(whole):
            raise ValueError(f"{self.text}: the text ends at {len(whole)}, before the clause's end, {end}")
        return whole[start:end]
