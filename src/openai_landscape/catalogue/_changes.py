"""The changelog of the data: for each version of them what was added, changed or removed, and why."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from openai_landscape.quantities import PartialDate
from openai_landscape.quantities.base import Value

Recorded: TypeAlias = Literal["model", "licence", "organization", "person", "product", "text"]
"""What sort of entity a change is of."""


class DataChange(Value):
    """A change of the data: of which entities, in which fields, and on whose word.

    `answers` says what is answered otherwise since, with the clause; it is empty where no answer changed.
    """

    kind: Recorded
    ids: tuple[str, ...] = Field(min_length=1)
    what: Literal["added", "changed", "removed"]
    fields: tuple[str, ...] = ()
    says: str = Field(min_length=1)
    sources: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.what == "changed") is not bool(self.fields):
            raise ValueError('fields: write those that changed, where what is "changed", and none otherwise')
        return self


class DataRelease(Value):
    """A version of the data: when it came out, None while it has not, and what changed since the one before."""

    version: str = Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")
    released: PartialDate | None = None
    says: str = Field(min_length=1)
    changes: tuple[DataChange, ...] = ()


class DataChanges(Value):
    """All versions of the data, the newest first."""

    releases: tuple[DataRelease, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _newest_first(self) -> Self:
        numbers = [tuple(map(int, release.version.split("."))) for release in self.releases]
        for newer, older in pairwise(numbers):
            if newer <= older:
                shown = [".".join(map(str, each)) for each in (newer, older)]
                raise ValueError(f"releases: {shown[0]!r} stands before {shown[1]!r}; write each once, newest first")
        return self
