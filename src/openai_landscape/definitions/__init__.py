"""How open a model is under a definition: OSD, OSAID 1.0, the Model Openness Framework, the EU AI Act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
    from openai_landscape.definitions.questions import openness
    from openai_landscape.definitions.verdict import (
        Criterion,
        CriterionOutcome,
        DefinitionId,
        Ground,
        OpennessOutcome,
        OpennessVerdict,
    )

__all__ = ["Criterion", "CriterionOutcome", "DefinitionId", "Ground", "OpennessOutcome", "OpennessVerdict", "openness"]

# no module is called what it offers: importing it would put the module where the function belongs
_HOMES = {
    "questions": ("openness",),
    "verdict": ("Criterion", "CriterionOutcome", "DefinitionId", "Ground", "OpennessOutcome", "OpennessVerdict"),
}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
