"""Claims held against the catalogue and the evaluator, and against one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
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
    from openai_landscape.checking.opposition import Conflict, conflicts
    from openai_landscape.checking.questions import check
    from openai_landscape.checking.register import Entry, Ledger, ledger

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

# no module is called what it offers: importing it would put the module where the function belongs
_HOMES = {
    "assessment": (
        "Assessment",
        "ClauseReason",
        "DefinitionReason",
        "FactReason",
        "GapReason",
        "PartReason",
        "Reason",
        "Status",
    ),
    "opposition": ("Conflict", "conflicts"),
    "questions": ("check",),
    "register": ("Entry", "Ledger", "ledger"),
}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
