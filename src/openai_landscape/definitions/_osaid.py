"""The Open Source AI Definition, version 1.0 (Open Source Initiative, October 2024)."""

from __future__ import annotations

from typing import Final

from openai_landscape.definitions._facts import PUBLISHED, TRAINING_CODE, States, no_model, recorded
from openai_landscape.definitions._freedoms import Freedoms, Target, Withheld
from openai_landscape.definitions._osd import judged
from openai_landscape.definitions.verdict import Criterion
from openai_landscape.entities import Model


def osaid(target: Target, freedoms: Freedoms) -> tuple[Criterion, ...]:
    """Hold *target* against the four freedoms and the preferred form for making modifications."""
    use = freedoms.use().joined(freedoms.persons()).joined(freedoms.fields())
    return (
        judged("use", "for any purpose, without asking", use, "Freedom to use"),
        _of_model(target, "study", "Freedom to study", "weights", PUBLISHED),
        judged("modify", "for any purpose", freedoms.changes(), "Freedom to modify"),
        judged("share", "with or without changes, for any purpose", freedoms.redistribution(), "Freedom to share"),
        _of_model(target, "data", "Data Information", "training_data", _DATA),
        _of_model(target, "code", "Code", "training_code", TRAINING_CODE),
        _parameters(target, use),
    )


_DATA: Final[States] = {
    "open": ("met", "the training data are published"),
    "described": ("unknown", "the data are described; whether in enough detail to build an equivalent is not recorded"),
    "closed": ("not_met", "the training data are not disclosed"),
    "unknown": ("unknown", "no source says what the training data are"),
}


def _of_model(target: Target, number: str, name: str, field: str, states: States) -> Criterion:
    return recorded(target, number, name, field, states) if isinstance(target, Model) else no_model(number, name)


def _parameters(target: Target, use: Withheld) -> Criterion:
    terms = judged("parameters", "published under terms that the Open Source Definition lets pass", use, "Parameters")
    if not isinstance(target, Model) or terms.outcome != "met":
        return terms
    published = recorded(target, "parameters", "Parameters", "weights", PUBLISHED)
    return terms if published.outcome == "met" else published
