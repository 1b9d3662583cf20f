"""How open a model is under a definition: OSD, OSAID 1.0, the Model Openness Framework, the EU AI Act."""

from openai_landscape.definitions.openness import openness
from openai_landscape.definitions.verdict import (
    Criterion,
    CriterionOutcome,
    DefinitionId,
    Ground,
    OpennessOutcome,
    OpennessVerdict,
)

__all__ = ["Criterion", "CriterionOutcome", "DefinitionId", "Ground", "OpennessOutcome", "OpennessVerdict", "openness"]
