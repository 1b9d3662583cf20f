"""How open a model is, under a definition: the public question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.definitions._eu import NOTES, eu
from openai_landscape.definitions._freedoms import NEWEST, Freedoms, Target
from openai_landscape.definitions._mof import class_of, mof
from openai_landscape.definitions._osaid import osaid
from openai_landscape.definitions._osd import osd
from openai_landscape.definitions.parts import Part, parts
from openai_landscape.definitions.verdict import (
    Criterion,
    CriterionOutcome,
    DefinitionId,
    OpennessOutcome,
    OpennessVerdict,
)
from openai_landscape.entities import License, Model
from openai_landscape.quantities import Day, PartialDate

_JUDGES: Final[Mapping[DefinitionId, Callable[[Target, Freedoms], tuple[Criterion, ...]]]] = MappingProxyType(
    {"osd": osd, "osaid-1.0": osaid, "mof-1.0": mof, "eu-ai-act": eu}
)

_WORST: Final[tuple[CriterionOutcome, ...]] = ("not_met", "unknown", "met", "not_applicable")


def openness(
    model: Model | License | str,
    definition: DefinitionId,
    *,
    catalog: Catalog | None = None,
    on: PartialDate | None = None,
) -> OpennessVerdict:
    """Return how *model* stands under *definition*, criterion by criterion.

    Args:
        model: A model, a licence by itself, or a name of one.
        definition: "osd" (Open Source Definition 1.9), "osaid-1.0" (Open Source AI Definition), "mof-1.0" (Model
            Openness Framework) or "eu-ai-act" (Regulation (EU) 2024/1689, Articles 2(12) and 53(2)).
        catalog: Where names, licences and lineage are looked up; the built-in catalogue by default.
        on: The date that is asked for, where licences changed; by default the newest that is recorded.

    Raises:
        LookupError: If a name is unknown or ambiguous.
        ValueError: If there is no such definition.

    >>> openness("DeepSeek-R1", "osd").outcome
    'meets'
    >>> [criterion.id for criterion in openness("Llama 3", "osd").failed]
    ['5', '6']
    """
    if definition not in _JUDGES:
        raise ValueError(f"{definition!r}: no definition is called so; write one of {', '.join(_JUDGES)}")
    known = built_in() if catalog is None else catalog
    target = known.resolve(model) if isinstance(model, str) else model
    verdicts = tuple((part, _one(part.target, definition, known, on)) for part in parts(target, known))
    if len(verdicts) == 1:
        return verdicts[0][1].evolve(target=target.id)
    return _together(target, definition, verdicts)


def _one(target: Target, definition: DefinitionId, catalog: Catalog, on: PartialDate | None) -> OpennessVerdict:
    day = NEWEST if on is None else Day(on.last().isoformat())
    return _judged(target, definition, catalog, day)


@lru_cache(maxsize=1024)  # a family's sizes, and many claims, ask the same of the same values
def _judged(target: Target, definition: DefinitionId, catalog: Catalog, day: Day) -> OpennessVerdict:
    return _verdict(target.id, definition, _JUDGES[definition](target, _freedoms(target, catalog, day)))


@lru_cache(maxsize=64)
def _freedoms(target: Target, catalog: Catalog, day: Day) -> Freedoms:
    return Freedoms(target, catalog, day)


def _verdict(
    target: str, definition: DefinitionId, criteria: tuple[Criterion, ...], notes: tuple[str, ...] = ()
) -> OpennessVerdict:
    outcome, at_best = _outcome(criteria), None
    if definition == "mof-1.0":
        reached, at_best = class_of(criteria)
        outcome = reached or ("does_not_meet" if at_best is None else "unknown")
    if definition == "eu-ai-act":
        notes = (*notes, *NOTES)
    return OpennessVerdict(
        definition=definition, target=target, outcome=outcome, criteria=criteria, at_best=at_best, notes=notes
    )


def _outcome(criteria: tuple[Criterion, ...]) -> OpennessOutcome:
    outcomes = {each.outcome for each in criteria}
    if "not_met" in outcomes:
        return "does_not_meet"
    return "unknown" if "unknown" in outcomes else "meets"


def _together(
    target: Target, definition: DefinitionId, verdicts: tuple[tuple[Part, OpennessVerdict], ...]
) -> OpennessVerdict:
    columns = zip(*(verdict.criteria for _, verdict in verdicts), strict=True)
    criteria = tuple(_merged(each) for each in columns)
    by: dict[str, list[str]] = {}
    for part, verdict in verdicts:
        by.setdefault(verdict.outcome, []).extend(part.names)
    notes = tuple(f"{name.replace('_', ' ')}: {', '.join(models)}" for name, models in by.items())
    return _verdict(target.id, definition, criteria, notes)


def _merged(same: tuple[Criterion, ...]) -> Criterion:
    worst = min(same, key=lambda each: _WORST.index(each.outcome))
    grounds = tuple(dict.fromkeys(g for each in same if each.outcome == worst.outcome for g in each.grounds))
    return worst.evolve(grounds=grounds)
