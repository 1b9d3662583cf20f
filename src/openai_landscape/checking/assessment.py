"""What a check answers: how a claim stands to the record, with the facts and clauses that decide."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from typing_extensions import override

from openai_landscape.entities import Claim, Language
from openai_landscape.quantities import FrozenMapping, PartialDate
from openai_landscape.quantities.base import Value
from openai_landscape.terms import Citation


class Status(StrEnum):
    """How a claim stands to the record."""

    SUPPORTED = "supported"
    IMPRECISE = "imprecise"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    UNVERIFIABLE = "unverifiable"


class FactReason(Value):
    """A recorded fact: the entity and field it is of, the value, its date where it has one, and where it stands."""

    kind: Literal["fact"] = "fact"
    text: str
    entity: str | None = None
    field: str
    value: str
    as_of: PartialDate | None = None
    source: str | None = None


class ClauseReason(Value):
    """A clause of a licence that decides: its section as the document prints it, and the citation of its words."""

    kind: Literal["clause"] = "clause"
    text: str
    license: str
    clause: str
    term: str | None = None
    citation: Citation | None = None


class DefinitionReason(Value):
    """How a model stands under a definition of openness, with the criterion that decides where there is one."""

    kind: Literal["definition"] = "definition"
    text: str
    definition: str
    outcome: str
    criterion: str | None = None


class PartReason(Value):
    """One part of a claim, held against the record by itself: which part, what it says, what is recorded."""

    kind: Literal["part"] = "part"
    text: str
    part: str
    agrees: bool | None


class GapReason(Value):
    """Why the catalogue cannot tell."""

    kind: Literal["gap"] = "gap"
    text: str


Reason: TypeAlias = Annotated[
    FactReason | ClauseReason | DefinitionReason | PartReason | GapReason, Field(discriminator="kind")
]


class Assessment(Value):
    """A claim, its status, the reasons, and where it is wrong one sentence that says it right.

    `correction` is in English, `corrections` has the same sentence by language; None and empty where there is nothing
    to put right, or nothing known.
    """

    claim: Claim
    status: Status
    reasons: tuple[Reason, ...] = ()
    correction: str | None = None
    corrections: FrozenMapping[Language, str] = Field(default_factory=FrozenMapping)

    @override
    def __str__(self) -> str:
        lines = [self.status.value, *(f"  {reason.text}" for reason in self.reasons)]
        return "\n".join([*lines, *([f"right would be: {self.correction}"] if self.correction else [])])

    def _repr_html_(self) -> str:
        from openai_landscape.checking.shown import assessment_html

        return assessment_html(self)
