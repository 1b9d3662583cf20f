"""Claims made by hand, for tables of them."""

from typing import Final, NamedTuple

from typing_extensions import override

from openai_landscape import Claim, Quantity

_MENTIONS: Final = frozenset(
    "developed released licensed_under excludes derives_from role compares_to competes_with partners_with".split()
)


class Case(NamedTuple):
    """What is claimed in short, and every status that a careful reader could defend."""

    statuses: str
    subject: str
    said: str | Quantity | None = None
    more: dict[str, object] = {}  # noqa: RUF012 - never changed; a table's cells are read only

    def claim(self, predicate: str) -> Claim:
        """The claim that the case is about."""
        said: object = self.said
        if isinstance(said, str) and (predicate in _MENTIONS or predicate == "leaked"):
            said = {"mention": said}
        facts: dict[str, object] = {"predicate": predicate, "subject": {"mention": self.subject}, "object": said}
        return Claim.model_validate({**facts, **self.more})

    @override
    def __str__(self) -> str:
        """A name for the test's report."""
        return " ".join(map(str, (self.subject, self.said or "", *self.more.values())))


def amount(value: int, unit: str, comparator: str = "eq") -> Quantity:
    """A quantity as a text states it."""
    return Quantity.model_validate({"value": value, "unit": unit, "comparator": comparator})


NEGATED: Final[dict[str, object]] = {"polarity": "negated"}
ALLEGED: Final[dict[str, object]] = {"modality": "alleged"}
FORECAST: Final[dict[str, object]] = {"modality": "forecast"}
POSSIBLE: Final[dict[str, object]] = {"modality": "possible"}


def reported(speaker: str) -> dict[str, object]:
    """Somebody's word."""
    return {"modality": "reported", "speaker": {"mention": speaker}}


def said_on(date: str) -> dict[str, object]:
    """The date of the text."""
    return {"said_on": date}


def when(date: str | None, text: str = "then") -> dict[str, object]:
    """The date that the claim names."""
    return {"when": {"date": date, "text": text}}


def qualified(**qualifiers: str) -> dict[str, object]:
    """Qualifiers of a claim."""
    return {"qualifiers": qualifiers}
