"""Criteria that rest on what is recorded of a model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from openai_landscape.definitions.verdict import Criterion, CriterionOutcome, Ground
from openai_landscape.entities import Model

States: TypeAlias = Mapping[str, tuple[CriterionOutcome, str]]
"""For each value of a field, what it means for a criterion, and why."""


def recorded(model: Model, number: str, name: str, field: str, states: States) -> Criterion:
    """Return a criterion by the recorded value of *field*; unknown where there is none."""
    value: str | None = getattr(model, field)
    if value is None:
        return not_recorded(number, name, f"the {field.replace('_', ' ')} of {model.name}")
    outcome, reason = states[value]
    return Criterion(id=number, name=name, outcome=outcome, reason=reason, grounds=(ground(model, field, value),))


def ground(model: Model, field: str, value: str, source: str | None = None) -> Ground:
    """Return a recorded fact, with the model's first source where it has none of its own."""
    text = f"{field.replace('_', ' ')} of {model.name}: {value}"
    at = source or next(iter(model.sources), None)
    return Ground(text=text, model=model.id, field=field, value=value, source=at)


def not_recorded(number: str, name: str, what: str) -> Criterion:
    """Return a criterion that nothing on record decides."""
    return Criterion(id=number, name=name, outcome="unknown", reason=f"not on record: {what}")


def no_model(number: str, name: str) -> Criterion:
    """Return a criterion that asks about a model, where a licence by itself was asked about."""
    reason = "a licence by itself publishes and discloses nothing"
    return Criterion(id=number, name=name, outcome="not_applicable", reason=reason)


PUBLISHED: States = {
    "open": ("met", "the weights are published, the form in which a model is run and changed"),
    "gated": ("met", "the weights are published to whoever accepts the terms"),
    "leaked": ("not_met", "the weights got out against the maker's will; they were not published under the terms"),
    "closed": ("not_met", "the weights are not published"),
}
"""Whether the weights are published."""

TRAINING_CODE: States = {
    "open": ("met", "the code that trained the model is published"),
    "restricted": ("not_met", "the training code is published, not under open terms"),
    "closed": ("not_met", "the code that trained the model is not published"),
}
"""Whether the code that trained a model is published."""
