"""May this use be made of this model: evaluation, and what follows from the same rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
    from openai_landscape.evaluation.auditing import Audit, audit
    from openai_landscape.evaluation.comparison import Comparison, Difference, Witness, compare
    from openai_landscape.evaluation.condition import Condition
    from openai_landscape.evaluation.history import (
        CatalogDiff,
        EntityChange,
        FieldChange,
        VerdictChange,
        diff,
        standard_uses,
    )
    from openai_landscape.evaluation.outcome import Outcome
    from openai_landscape.evaluation.pieces import Interval, Piece, frontier
    from openai_landscape.evaluation.questions import evaluate, is_permitted
    from openai_landscape.evaluation.record import Change, Replay, replay
    from openai_landscape.evaluation.verdict import Assumption, Clash, Finding, Obligation, OpenReading, Verdict

__all__ = [
    "Assumption",
    "Audit",
    "CatalogDiff",
    "Change",
    "Clash",
    "Comparison",
    "Condition",
    "Difference",
    "EntityChange",
    "FieldChange",
    "Finding",
    "Interval",
    "Obligation",
    "OpenReading",
    "Outcome",
    "Piece",
    "Replay",
    "Verdict",
    "VerdictChange",
    "Witness",
    "audit",
    "compare",
    "diff",
    "evaluate",
    "frontier",
    "is_permitted",
    "replay",
    "standard_uses",
]

# no module is called what it offers: importing it would put the module where the function belongs
_HOMES = {
    "auditing": ("Audit", "audit"),
    "comparison": ("Comparison", "Difference", "Witness", "compare"),
    "condition": ("Condition",),
    "history": ("CatalogDiff", "EntityChange", "FieldChange", "VerdictChange", "diff", "standard_uses"),
    "outcome": ("Outcome",),
    "pieces": ("Interval", "Piece", "frontier"),
    "questions": ("evaluate", "is_permitted"),
    "record": ("Change", "Replay", "replay"),
    "verdict": ("Assumption", "Clash", "Finding", "Obligation", "OpenReading", "Verdict"),
}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
