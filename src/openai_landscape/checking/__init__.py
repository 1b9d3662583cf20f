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
from openai_landscape.checking.conflicts import Conflict, conflicts
from openai_landscape.checking.ledger import Entry, Ledger, ledger

__all__ = [
    "Assessment",
    "ClauseReason",
    "Conflict",
    "DefinitionReason",
    "Entry",
    "FactReason",
    "GapReason",
    "Ledger",
    "PartReason",
    "Reason",
    "Status",
    "check",
    "conflicts",
    "ledger",
]
