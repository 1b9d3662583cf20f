"""May this use be made of this model: evaluation, and what follows from the same rules."""

from openai_landscape.evaluation.audit import Audit, audit
from openai_landscape.evaluation.compare import Comparison, Difference, Witness, compare
from openai_landscape.evaluation.condition import Condition
from openai_landscape.evaluation.evaluate import evaluate, is_permitted
from openai_landscape.evaluation.frontier import Interval, Piece, frontier
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.record import Change, Replay, replay
from openai_landscape.evaluation.verdict import Assumption, Clash, Finding, Obligation, OpenReading, Verdict

__all__ = [
    "Assumption",
    "Audit",
    "Change",
    "Clash",
    "Comparison",
    "Condition",
    "Difference",
    "Finding",
    "Interval",
    "Obligation",
    "OpenReading",
    "Outcome",
    "Piece",
    "Replay",
    "Verdict",
    "Witness",
    "audit",
    "compare",
    "evaluate",
    "frontier",
    "is_permitted",
    "replay",
]
