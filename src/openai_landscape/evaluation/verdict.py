"""What an evaluation answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NoReturn

from pydantic import Field
from typing_extensions import override

from openai_landscape.evaluation.condition import Condition
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.quantities import FrozenMapping
from openai_landscape.quantities.base import Value
from openai_landscape.use import Use


class Finding(Value):
    """What one term says of the use: `truth` is None while it is open. `deciding` ones bear the outcome.

    A term that several clauses make together has a finding for each, the clause that states it first.
    """

    license: str
    term: str
    effect: Literal["permission", "prohibition", "reservation", "not_granted", "unrecorded"]
    clause: str
    summary: str
    truth: bool | None
    deciding: bool = False
    activities: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()


def one_a_term(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings without those that say the same of a term by another of its clauses: the stating one stays."""
    seen: set[tuple[str, str, str]] = set()
    for finding in findings:
        key = (finding.license, finding.term, finding.effect)
        if key not in seen:
            seen.add(key)
            yield finding


class Obligation(Value):
    """A duty of the use: it applies (`truth` true) or may apply (None). `fulfilled` is None where that is not known."""

    license: str
    id: str
    asks: str
    clause: str
    text: str
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    truth: Literal[True] | None
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

    `unknown` names the facts on which the outcome still turns, the most decisive first; `condition` is the condition on
    them where the answer depends. `use`, `strict` and `texts`, the SHA-256 of each text that a licence was read from,
    are what the answer is an answer to.
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
    condition: Condition | None = None
    notes: tuple[str, ...] = ()
    use: Use
    strict: bool = False
    texts: FrozenMapping[str, str] = Field(default_factory=FrozenMapping)

    def __bool__(self) -> NoReturn:
        """Refuse: a verdict in an `if` would always be true."""
        raise TypeError("a verdict is neither true nor false; ask verdict.permitted is True")

    def record(self) -> str:
        """Return canonical JSON of the question and the answer, with hashes, versions and a digest (see `replay`)."""
        from openai_landscape.evaluation.record import record

        return record(self)

    @override
    def __str__(self) -> str:
        from openai_landscape.evaluation.explain import to_text

        return to_text(self)

    def to_markdown(self) -> str:
        """Return what `str` says, in CommonMark."""
        from openai_landscape.evaluation.explain import to_markdown

        return to_markdown(self)

    def _repr_html_(self) -> str:
        from openai_landscape.evaluation.explain import to_html

        return to_html(self)
