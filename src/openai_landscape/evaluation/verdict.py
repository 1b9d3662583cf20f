"""What an evaluation answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NoReturn

from typing_extensions import override

from openai_landscape.quantities import FrozenMapping
from openai_landscape.quantities.base import Value


class Outcome(StrEnum):
    """The answer over all completions, from best to worst."""

    PERMITTED = "permitted"
    DEPENDS = "depends"
    NEEDS_AGREEMENT = "needs_agreement"
    PROHIBITED = "prohibited"

    @property
    def rank(self) -> int:
        """0 for permitted to 3 for prohibited."""
        return tuple(Outcome).index(self)


class Finding(Value):
    """What one term says of the use: `truth` is None while it is open. `deciding` ones bear the outcome."""

    license: str
    term: str
    effect: Literal["permission", "prohibition", "reservation", "not_granted", "unrecorded"]
    clause: str
    summary: str
    truth: bool | None
    deciding: bool = False
    activities: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()


class Obligation(Value):
    """A duty of the use: it applies (`truth` true) or may apply (None). `fulfilled` is None where that is not known."""

    license: str
    id: str
    asks: str
    clause: str
    text: str
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    truth: bool | None
    depends_on: tuple[str, ...] = ()
    fulfilled: bool | None = None


class Assumption(Value):
    """A default, an undated figure or a chosen reading, another value of which would change outcome or duties."""

    fact: str
    taken: str
    text: str


class OpenReading(Value):
    """A clause whose reading is unsettled and matters here, with its readings."""

    license: str
    id: str
    clause: str
    question: str
    readings: FrozenMapping[str, str]


class Clash(Value):
    """Duties that cannot all be met."""

    duties: tuple[str, ...]
    text: str


class Verdict(Value):
    """The outcome with its grounds: findings, duties, what it depends on, what was assumed.

    `unknown` names the facts on which the outcome still turns, the most decisive first.
    """

    outcome: Outcome
    permitted: bool | None
    target: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    duties: tuple[Obligation, ...] = ()
    unknown: tuple[str, ...] = ()
    ambiguities: tuple[OpenReading, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    clashes: tuple[Clash, ...] = ()
    condition: str | None = None
    notes: tuple[str, ...] = ()

    def __bool__(self) -> NoReturn:
        """Refuse: a verdict in an `if` would always be true."""
        raise TypeError("a verdict is neither true nor false; ask verdict.permitted is True")

    @override
    def __str__(self) -> str:
        from openai_landscape.evaluation.explain import to_text

        return to_text(self)
