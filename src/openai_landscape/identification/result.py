"""What an identification says: which licence a text is, and what in it is not that licence."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator
from typing_extensions import override

from openai_landscape.quantities.base import Value

Match: TypeAlias = Literal["exact", "modified", "none"]
"""The same words in the same order; that licence with changes; no licence that is known."""

TextKind: TypeAlias = Literal["agreement", "use_policy", "both"]
"""What the text is: an agreement, a use policy that belongs to one, or both in one file."""

_SHOWN = 60


class Change(Value):
    """A place where words came, went, or both.

    `start` to `end` are code points of the text as given and hold what came; where nothing came they are equal, and
    the words went there. `quote` is what stands there. `came` and `went` count words. `lost` names those that went:
    numbers, negations and words of condition, or all of them where the original was passed.
    """

    start: int = Field(ge=0, strict=True)
    end: int = Field(ge=0, strict=True)
    quote: str = ""
    came: int = Field(ge=0)
    went: int = Field(ge=0)
    lost: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"the quote has {len(self.quote)} characters, the span {self.end - self.start}")
        if not self.came + self.went:
            raise ValueError("came and went are both 0; a change has at least one of them")
        return self

    @override
    def __str__(self) -> str:
        lost = f" ({', '.join(self.lost[:_SHOWN])})" if self.lost else ""
        came = f"{_words(self.came)} came: {_short(self.quote)!r}" if self.came else ""
        went = f"{_words(self.went)} went{lost}" if self.went else ""
        return f"{self.start}-{self.end}: {'; '.join(filter(None, (came, went)))}"


class Part(Value):
    """A licence that stands within the text, from code point `start` up to, not including, `end`."""

    license: str
    match: Literal["exact", "modified"]
    start: int = Field(ge=0, strict=True)
    end: int = Field(ge=0, strict=True)


class Identification(Value):
    """Which known licence a text is.

    `license` is its id, None if no licence is known that the text could be. `encoded` says whether the catalogue has
    its terms: asked about a licence that is not encoded, an evaluation raises. `changes` are all differences, in the
    order of the text; an exact match has none. `parts` are the licences that stand in a text that is more than one
    licence: a README that quotes one, a file with two.

    A modified text is another text: nothing that holds of the licence need hold of it.
    """

    license: str | None = None
    match: Match = "none"
    kind: TextKind | None = None
    encoded: bool = False
    changes: tuple[Change, ...] = ()
    parts: tuple[Part, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.match == "none") != (self.license is None):
            raise ValueError(f"match {self.match!r} does not go with license {self.license!r}")
        if (self.match == "modified") != bool(self.changes):
            raise ValueError(f"match {self.match!r} does not go with {len(self.changes)} changes")
        return self

    @property
    def came(self) -> int:
        """How many words came."""
        return sum(change.came for change in self.changes)

    @property
    def went(self) -> int:
        """How many words of the licence went."""
        return sum(change.went for change in self.changes)

    @property
    def lost(self) -> tuple[str, ...]:
        """The words that went, as far as they are named, in the order of the text."""
        return tuple(word for change in self.changes for word in change.lost)

    @override
    def __str__(self) -> str:
        if self.license is None:
            return "no known licence"
        encoded = "" if self.encoded else " (identified, not encoded)"
        if self.match == "exact":
            return f"{self.license}, word for word{encoded}"
        counts = f"{_words(self.came)} came, {_words(self.went)} went"
        return "\n  ".join((f"{self.license}, modified: {counts}{encoded}", *map(str, self.changes)))


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _short(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else f"{quote[: _SHOWN - 2]} …"
