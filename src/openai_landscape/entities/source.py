"""A text that was read, and places in it."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from openai_landscape.quantities import PartialDate
from openai_landscape.quantities.base import Value

Language: TypeAlias = Literal["de", "nl", "en"]
"""The languages that are read (ISO 639-1)."""


class Span(Value):
    """A place in a text: code points `start` up to, not including, `end` (W3C Web Annotation's text position).

    >>> Span(start=2, end=5).cut("a claim")
    'cla'
    """

    start: int = Field(ge=0, strict=True)
    end: int = Field(ge=0, strict=True)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"end {self.end} lies before start {self.start}")
        return self

    def cut(self, text: str) -> str:
        """Return what stands here in *text*.

        Raises:
            ValueError: If the place lies outside *text*.
        """
        if self.end > len(text):
            raise ValueError(f"the text ends at {len(text)}, before the end of the span, {self.end}")
        return text[self.start : self.end]


class Evidence(Value):
    """The words of a source that a claim rests on: `source.text[start:end] == quote`."""

    source: str
    start: int = Field(ge=0, strict=True)
    end: int = Field(ge=0, strict=True)
    quote: str

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"the quote has {len(self.quote)} characters, the span {self.end - self.start}")
        return self


class Source(Value):
    """A text as it was read: nothing is normalised under its offsets.

    `language` is None where the text is in none of the languages that are read; such a source yields no claims.
    `furniture` holds the spans of page furniture: menus, adverts, consent texts, phone numbers.
    """

    id: str = Field(min_length=1)
    text: str
    language: Language | None = None
    title: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    furniture: tuple[Span, ...] = ()

    @model_validator(mode="after")
    def _inside(self) -> Self:
        for index, span in enumerate(self.furniture):
            if span.end > len(self.text):
                raise ValueError(f"furniture[{index}] ends at {span.end}, past the text's end, {len(self.text)}")
        return self

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence that stands at *start* to *end*, in code points of the text.

        Raises:
            ValueError: If the place lies outside the text.
        """
        return Evidence(source=self.id, start=start, end=end, quote=Span(start=start, end=end).cut(self.text))
