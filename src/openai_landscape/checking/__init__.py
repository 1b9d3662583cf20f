"""Claims held against the catalogue and the evaluator, and against one another."""

from openai_landscape.checking.assessment import (
    Assessment,
    ClauseReason,
    DefinitionReason,
    FactReason,
    GapReason,
    PartReason,
    Reason,
    Status,
)
from openai_landscape.checking.check import check

__all__ = [
    "Assessment",
    "ClauseReason",
    "DefinitionReason",
    "FactReason",
    "GapReason",
    "PartReason",
    "Reason",
    "Status",
    "check",
]
