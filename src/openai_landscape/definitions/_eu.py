"""The free-and-open-source exemption of the EU AI Act: Regulation (EU) 2024/1689, Articles 2(12) and 53(2).

Read with recitals 102 to 104 and the Commission's guidelines on general-purpose AI models of 18 July 2025, section 4.2:
a limit to research or to non-commercial use, a ban on distribution, limits by the scale of users, and a separate
commercial licence all disqualify; terms for safety that are specific, proportionate and do not discriminate need not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openai_landscape.definitions._facts import PUBLISHED, ground, no_model, not_recorded, recorded
from openai_landscape.definitions._freedoms import Freedoms, Target
from openai_landscape.definitions._osd import clauses, judged
from openai_landscape.definitions.verdict import Criterion
from openai_landscape.entities import Model

NOTES: Final = (
    "The exemption frees from Article 53(1)(a) and (b) alone, and no model with systemic risk, which is not recorded.",
    "Money made from the model otherwise (support, a platform, personal data: recital 103) is not on record.",
)


def eu(target: Target, freedoms: Freedoms) -> tuple[Criterion, ...]:
    """Hold *target* against the conditions of Article 53(2)."""
    return tuple(_criteria(target, freedoms))


def _criteria(target: Target, freedoms: Freedoms) -> Iterator[Criterion]:
    yield _access(freedoms)
    scale = freedoms.use().joined(freedoms.persons()).joined(freedoms.fields(()))
    yield _usage(judged("usage", "for any purpose, by anybody", scale, "Licence: usage"), freedoms)
    yield judged("modification", "may be modified", freedoms.changes(), "Licence: modification")
    yield judged("distribution", "may be distributed", freedoms.redistribution(), "Licence: distribution")
    yield from _published(target)


def _access(freedoms: Freedoms) -> Criterion:
    name = "No price (recital 103)"
    fees = freedoms.duties("pay")
    if fees:
        return Criterion(id="price", name=name, outcome="not_met", reason=clauses(fees), grounds=fees)
    return Criterion(id="price", name=name, outcome="met", reason="the terms ask for no payment")


def _usage(found: Criterion, freedoms: Freedoms) -> Criterion:
    """Bans of fields are no bar if they serve safety and are proportionate, which is not for a record to say."""
    bans = freedoms.fields().certain if found.outcome == "met" else ()
    if not bans:
        return found
    reason = f"bars fields of use; whether for safety and in proportion is to be judged: {clauses(bans)}"
    return found.evolve(outcome="unknown", reason=reason, grounds=bans)


def _published(target: Target) -> Iterator[Criterion]:
    names = {"weights": "Parameters public", "architecture": "Architecture public", "documentation": "Usage public"}
    if not isinstance(target, Model):
        yield from (no_model(number, name) for number, name in names.items())
        return
    yield recorded(target, "weights", names["weights"], "weights", PUBLISHED)
    yield _architecture(target, names["architecture"])
    yield _documentation(target, names["documentation"])


def _architecture(model: Model, name: str) -> Criterion:
    """Weights that are published to be run show how the model is built."""
    if model.weights in ("open", "gated"):
        grounds = (ground(model, "weights", model.weights),)
        reason = "the weights are published to be run, and with them how the model is built"
        return Criterion(id="architecture", name=name, outcome="met", reason=reason, grounds=grounds)
    return not_recorded("architecture", name, f"whether the architecture of {model.name} is public")


def _documentation(model: Model, name: str) -> Criterion:
    homes = {_repository(each.source) for each in model.licenses}
    for source in model.sources:
        page = source.rsplit(":", 1)[-1].casefold()
        if _repository(source) in homes and any(word in page for word in _DOCUMENTS):
            found = ground(model, "sources", source, source)
            reason = "where its licence stands, the maker describes the model and its use"
            return Criterion(id="documentation", name=name, outcome="met", reason=reason, grounds=(found,))
    return not_recorded("documentation", name, f"whether the maker describes the use of {model.name}")


_DOCUMENTS: Final = ("readme", "model_card", "modelcard")


def _repository(source: str) -> str:
    return source.split("@", 1)[0].split(":", 1)[0]
