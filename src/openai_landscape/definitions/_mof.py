"""The Model Openness Framework, version 1.0 (December 2024): three classes by the components that are released.

Of its sixteen components the catalogue records the final parameters, the training code and the datasets. A class is
reached only if all of its components are; what is not recorded stays unknown.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from openai_landscape.definitions._facts import PUBLISHED, TRAINING_CODE, States, no_model, not_recorded, recorded
from openai_landscape.definitions._freedoms import Freedoms, Target
from openai_landscape.definitions._osd import judged
from openai_landscape.definitions.verdict import Criterion
from openai_landscape.entities import Model

MofClass: TypeAlias = Literal["class_i", "class_ii", "class_iii"]

CLASSES: Final[tuple[MofClass, ...]] = ("class_iii", "class_ii", "class_i")
"""From the least open to the most; each holds the components of those before it."""

_COMPONENTS: Final[dict[MofClass, tuple[str, ...]]] = {
    "class_iii": (
        "Model parameters (final)",
        "Model architecture",
        "Model card",
        "Data card",
        "Technical report",
        "Evaluation results",
    ),
    "class_ii": (
        "Training code",
        "Inference code",
        "Evaluation code",
        "Evaluation data",
        "Supporting libraries and tools",
    ),
    "class_i": (
        "Datasets",
        "Data preprocessing code",
        "Model parameters (intermediate)",
        "Research paper",
    ),
}

_FIELDS: Final[dict[str, tuple[str, States]]] = {
    "Training code": ("training_code", TRAINING_CODE),
    "Datasets": (
        "training_data",
        {
            "open": ("met", "the training data are published"),
            "described": ("not_met", "the training data are described, not published"),
            "closed": ("not_met", "the training data are not disclosed"),
            "unknown": ("unknown", "no source says what the training data are"),
        },
    ),
}


def mof(target: Target, freedoms: Freedoms) -> tuple[Criterion, ...]:
    """Return each component, its class before its name in the criterion's id."""
    return tuple(
        _component(target, freedoms, f"{_ROMAN[level]}.{number}", name)
        for level in CLASSES
        for number, name in enumerate(_COMPONENTS[level], 1)
    )


_ROMAN: Final[dict[MofClass, str]] = {"class_iii": "III", "class_ii": "II", "class_i": "I"}


def _component(target: Target, freedoms: Freedoms, number: str, name: str) -> Criterion:
    if not isinstance(target, Model):
        return no_model(number, name)
    if name == _COMPONENTS["class_iii"][0]:
        return _parameters(target, freedoms, number, name)
    if name in _FIELDS:
        field, states = _FIELDS[name]
        return recorded(target, number, name, field, states)
    return not_recorded(number, name, f"whether {name[0].lower()}{name[1:]} is released")


def _parameters(model: Model, freedoms: Freedoms, number: str, name: str) -> Criterion:
    published = recorded(model, number, name, "weights", PUBLISHED)
    if published.outcome != "met":
        return published
    withheld = (freedoms.use, freedoms.redistribution, freedoms.changes, freedoms.persons, freedoms.fields)
    taken = withheld[0]()
    for ask in withheld[1:]:
        taken = taken.joined(ask())
    return judged(number, "published under an open licence", taken, name)


def class_of(criteria: tuple[Criterion, ...]) -> tuple[MofClass | None, MofClass | None]:
    """Return the class that is reached for certain, and the highest that is not ruled out."""
    reached = at_best = None
    for level in CLASSES:
        outcomes = {each.outcome for each in criteria if each.id.startswith(f"{_ROMAN[level]}.")}
        if "not_met" in outcomes:
            break
        at_best = level
        if outcomes == {"met"} and reached == _before(level):
            reached = level
    return reached, at_best


def _before(level: MofClass) -> MofClass | None:
    index = CLASSES.index(level)
    return CLASSES[index - 1] if index else None
