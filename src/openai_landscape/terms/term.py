"""Permissions, prohibitions, reservations and duties (ODRL Information Model 2.2), each with its citation."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from openai_landscape.quantities.base import Value
from openai_landscape.terms.citation import Citation
from openai_landscape.terms.constraint import Constraint
from openai_landscape.use import ACTIVITIES, Activity

DutyKind: TypeAlias = Literal[
    "copy",
    "notice",
    "display",
    "name",
    "attribution",
    "mark_changes",
    "same_license",
    "pass_on",
    "source",
    "disclose",
    "register",
    "report",
    "pay",
    "comply",
    "other",
]
"""What sort of thing a duty asks for: a copy of the licence, a notice, a display, a name, and so on."""


def _spelled_out(value: object) -> object:
    return tuple(ACTIVITIES) if value == "all" else value


def _in_order(value: tuple[Activity, ...]) -> tuple[Activity, ...]:
    return tuple(activity for activity in ACTIVITIES if activity in value)


Activities: TypeAlias = Annotated[
    tuple[Activity, ...],
    Field(min_length=1),
    BeforeValidator(_spelled_out, json_schema_input_type=Literal["all"] | tuple[Activity, ...]),
    AfterValidator(_in_order),
]
"""The activities that a term covers; JSON may write "all"."""


class _Cited(Value):
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: Literal["permission", "prohibition", "reservation", "duty"]  # here, so that JSON has it beside the id
    activities: Activities
    when: Constraint = Field(default={"all_of": ()}, validate_default=True)
    summary: str = Field(min_length=1)
    citation: Citation
    also: tuple[Citation, ...] = ()


class Permission(_Cited):
    """Grants the activities when its constraint holds. What no permission covers is not granted."""

    kind: Literal["permission"] = "permission"


class Prohibition(_Cited):
    """Forbids the activities when its constraint holds, whatever a permission says."""

    kind: Literal["prohibition"] = "prohibition"


class Reservation(_Cited):
    """These rights are not given here when its constraint holds: ask the grantor.

    `lifted_by` says what lifts it beside a recorded grant: a registration that the licensor confirms.
    """

    kind: Literal["reservation"] = "reservation"
    grantor: str = Field(min_length=1)
    lifted_by: Literal["grant", "registration"] = "grant"


class Duty(_Cited):
    """Must be done by whoever uses a permission; never changes the outcome.

    `words` are shown byte for byte and stand in `summary`; of `places` one suffices; `name_begins` is what the name of
    a new model must begin with.
    """

    kind: Literal["duty"] = "duty"
    asks: DutyKind
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    name_begins: str | None = None

    @property
    def exact(self) -> tuple[str, ...]:
        """The words that the licence prescribes, those a name must begin with among them."""
        return (*self.words, self.name_begins) if self.name_begins else self.words

    @model_validator(mode="after")
    def _shows_words(self) -> Self:
        missing = [words for words in self.exact if words not in self.summary]
        if missing:
            raise ValueError(f"{self.id}: the summary does not hold the prescribed words {missing[0]!r}")
        return self


Term: TypeAlias = Annotated[Permission | Prohibition | Reservation | Duty, Field(discriminator="kind")]
"""One rule of a licence."""
