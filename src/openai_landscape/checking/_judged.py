"""What a predicate's judge finds, before polarity and modality turn it into a status."""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen

from openai_landscape.checking._say import Sentence
from openai_landscape.checking.assessment import GapReason, Reason, Status
from openai_landscape.entities import Modality, Polarity


class Truth(Enum):
    """How the affirmed content stands.

    `LOOSE` is true in the main and wrong in a part; `SPLIT` is neither: it turns on what is meant, or differs between
    those that it speaks of.
    """

    TRUE = "true"
    LOOSE = "loose"
    SPLIT = "split"
    FALSE = "false"
    UNKNOWN = "unknown"


@frozen
class Judged:
    """A truth with its reasons and the sentence that says it right; `otherwise` if that differs at another date."""

    truth: Truth
    reasons: tuple[Reason, ...] = ()
    right: Sentence | None = None
    otherwise: bool = False

    def because(self, *reasons: Reason) -> Judged:
        """Return the same with more reasons."""
        return evolve(self, reasons=(*self.reasons, *reasons))


def unknown(*why: str) -> Judged:
    """Return that the catalogue cannot tell, and why."""
    return Judged(Truth.UNKNOWN, tuple(GapReason(text=text) for text in why))


_AFFIRMED = {
    Truth.TRUE: Status.SUPPORTED,
    Truth.LOOSE: Status.IMPRECISE,
    Truth.SPLIT: Status.IMPRECISE,
    Truth.FALSE: Status.CONTRADICTED,
    Truth.UNKNOWN: Status.UNVERIFIABLE,
}
_NEGATED = {
    Truth.TRUE: Status.CONTRADICTED,
    Truth.LOOSE: Status.CONTRADICTED,  # what is true in the main is wrongly denied
    Truth.SPLIT: Status.IMPRECISE,
    Truth.FALSE: Status.SUPPORTED,
    Truth.UNKNOWN: Status.UNVERIFIABLE,
}
_DENIED = frozenset({Status.CONTRADICTED, Status.OUTDATED})


def status_of(judged: Judged, polarity: Polarity, modality: Modality) -> Status:
    """Return the status of a claim whose affirmed content was judged so.

    What is only alleged, possible or foretold is never contradicted as if it were asserted; a forecast is not
    supported either, since what came later does not make it knowledge.
    """
    status = (_AFFIRMED if polarity == "affirmed" else _NEGATED)[judged.truth]
    if judged.otherwise and status in (Status.SUPPORTED, Status.CONTRADICTED):
        status = Status.OUTDATED
    if modality == "forecast" or (modality in ("alleged", "possible") and status in _DENIED):
        return Status.UNVERIFIABLE
    return status
