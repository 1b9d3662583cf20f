"""A model or model family, with what is recorded of its licences, ancestors and openness."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from openai_landscape.entities.license import Governed, Relation
from openai_landscape.quantities import Count, PartialDate
from openai_landscape.quantities.base import Value

Modality: TypeAlias = Literal["text", "code", "image", "audio", "video", "3d", "other"]


class Parameters(Value):
    """Numbers of parameters: `active` only for mixtures of experts."""

    label: str
    total: Count | None = None
    active: Count | None = None


class LicenseRecord(Value):
    """Which licence a component carries, from and until when (`until` is the first day on which it no longer does).

    `license` is an id of the catalogue, None where none is recorded; `as_written` is the name the source prints.
    Where its terms are not encoded, `text` is the id of the text that is known of it.
    `members` are the models of a family that the record is of: none named, it is of all. `also` are texts by their
    ids, such as a maker's use policy, that are asked for beside the licence.
    """

    component: Governed = "weights"
    license: str | None
    text: str | None = None
    as_written: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    members: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    source: str


class BaseModelLink(Value):
    """A model that this one derives from, and how (the hub's `base_model_relation`, with the kinds of distillation)."""

    model: str
    relation: Relation
    source: str | None = None


class Disagreement(Value):
    """What another source says of a field; neither value is thereby proven right."""

    field: str
    value: str
    source: str


class Model(Value):
    """A model or family of models.

    `members` are the ids of a family's models. `ancestry` says whether the base models are all recorded: `none` for a
    model trained from scratch, `known` where `base_models` is complete, `unknown` otherwise; `ancestry_source` is where
    that stands. `leaked_to` are the places that the weights got out to, `datasets` what sources name as training data.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")
    name: str
    aliases: tuple[str, ...] = ()
    kind: Literal["model", "family"] = "model"
    developer: str | None = None
    family: str | None = None
    members: tuple[str, ...] = ()
    released: PartialDate | None = None
    parameters: tuple[Parameters, ...] = ()
    context_tokens: Count | None = None
    modalities: tuple[Modality, ...] = ()
    architecture: str | None = None
    weights: Literal["open", "gated", "leaked", "closed"] | None = None
    leaked: PartialDate | None = None
    leaked_to: tuple[str, ...] = ()
    training_data: Literal["open", "described", "closed", "unknown"] | None = None
    training_code: Literal["open", "restricted", "closed"] | None = None
    datasets: tuple[str, ...] = ()
    licenses: tuple[LicenseRecord, ...] = ()
    ancestry: Literal["none", "known", "unknown"] = "unknown"
    ancestry_source: str | None = None
    base_models: tuple[BaseModelLink, ...] = ()
    sources: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    note: str | None = None

    def _repr_html_(self) -> str:
        from openai_landscape.entities.shown import model_html

        return model_html(self)

    @model_validator(mode="after")
    def _ancestry_fits(self) -> Self:
        if bool(self.base_models) and self.ancestry == "none":
            raise ValueError('ancestry: "none", but base_models are given; write "known" or "unknown"')
        return self
