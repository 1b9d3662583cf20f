"""May this use be made of this model: evaluation, and what follows from the same rules."""

from openai_landscape.evaluation.evaluate import evaluate, is_permitted
from openai_landscape.evaluation.verdict import (
    Assumption,
    Clash,
    Finding,
    Obligation,
    OpenReading,
    Outcome,
    Verdict,
)

__all__ = [
    "Assumption",
    "Clash",
    "Finding",
    "Obligation",
    "OpenReading",
    "Outcome",
    "Verdict",
    "evaluate",
    "is_permitted",
]
