"""The Open Source AI Definition, version 1.0 (Open Source Initiative, October 2024)."""

from __future__ import annotations

from typing import Final

from openai_landscape.definitions._freedoms import Freedoms, Target, Withheld
from openai_landscape.definitions._osd import judged, published
from openai_landscape.definitions.verdict import Criterion, CriterionOutcome, Ground
from openai_landscape.entities import Model


def osaid(target: Target, freedoms: Freedoms) -> tuple[Criterion, ...]:
    """Hold *target* against the four freedoms and the preferred form for making modifications."""
    use = _joined(freedoms.use(), freedoms.persons(), freedoms.fields())
    return (
        judged("use", "for any purpose, without asking", use, "Freedom to use"),
        _study(target),
        judged("modify", "for any purpose", freedoms.changes(), "Freedom to modify"),
        judged("share", "with or without changes, for any purpose", freedoms.redistribution(), "Freedom to share"),
        _fact(target, "data", "Data Information", "training_data", _DATA),
        _fact(target, "code", "Code", "training_code", _CODE),
        _parameters(target, use),
    )


_DATA: Final[dict[str, tuple[CriterionOutcome, str]]] = {
    "open": ("met", "the training data are published"),
    "described": ("unknown", "the data are described; whether in enough detail to build an equivalent is not recorded"),
    "closed": ("not_met", "the training data are not disclosed"),
    "unknown": ("unknown", "no source says what the training data are"),
}
_CODE: Final[dict[str, tuple[CriterionOutcome, str]]] = {
    "open": ("met", "the code that trained the model is published"),
    "restricted": ("not_met", "the training code is published, not under open terms"),
    "closed": ("not_met", "the code that trained the model is not published"),
}


def _fact(
    target: Target, number: str, name: str, field: str, table: dict[str, tuple[CriterionOutcome, str]]
) -> Criterion:
    if not isinstance(target, Model):
        return Criterion(id=number, name=name, outcome="not_applicable", reason="a licence by itself discloses nothing")
    value: str | None = getattr(target, field)
    if value is None:
        reason = f"the {field.replace('_', ' ')} of {target.name}: not recorded"
        return Criterion(id=number, name=name, outcome="unknown", reason=reason)
    outcome, reason = table[value]
    ground = Ground(
        text=f"{field.replace('_', ' ')} of {target.name}: {value}",
        model=target.id,
        field=field,
        value=value,
        source=next(iter(target.sources), None),
    )
    return Criterion(id=number, name=name, outcome=outcome, reason=reason, grounds=(ground,))


def _study(target: Target) -> Criterion:
    name = "Freedom to study"
    if not isinstance(target, Model):
        return Criterion(
            id="study", name=name, outcome="not_applicable", reason="a licence by itself gives nothing to inspect"
        )
    return published(target, "study", name)


def _parameters(target: Target, use: Withheld) -> Criterion:
    terms = judged("parameters", "published under terms that the Open Source Definition lets pass", use, "Parameters")
    if not isinstance(target, Model) or terms.outcome != "met":
        return terms
    found = published(target, "parameters", "Parameters")
    return terms if found.outcome == "met" else found


def _joined(*withheld: Withheld) -> Withheld:
    return Withheld(
        tuple(dict.fromkeys(ground for each in withheld for ground in each.certain)),
        tuple(dict.fromkeys(ground for each in withheld for ground in each.unsettled)),
        tuple(dict.fromkeys(ground for each in withheld for ground in each.unrecorded)),
    )
