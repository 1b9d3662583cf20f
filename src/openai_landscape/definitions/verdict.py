"""What `openness` answers."""

from __future__ import annotations

from typing import Literal, NoReturn, TypeAlias

from pydantic import Field
from typing_extensions import override

from openai_landscape.quantities.base import Value

DefinitionId: TypeAlias = Literal["osd", "osaid-1.0", "mof-1.0", "eu-ai-act"]
"""Which definition of openness."""

CriterionOutcome: TypeAlias = Literal["met", "not_met", "unknown", "not_applicable"]

OpennessOutcome: TypeAlias = Literal["meets", "does_not_meet", "unknown", "class_i", "class_ii", "class_iii"]
"""The answer; the Model Openness Framework answers with a class."""


class Ground(Value):
    """What a criterion rests on: a clause of a licence, or a recorded fact of a model with where it stands.

    `license` and `clause` name the clause, `field` and `value` the fact; the other two are then None.
    """

    text: str
    model: str | None = None
    license: str | None = None
    clause: str | None = None
    term: str | None = None
    field: str | None = None
    value: str | None = None
    source: str | None = None


class Criterion(Value):
    """One criterion of a definition, held against the model: as the definition numbers it, outcome, grounds."""

    id: str
    name: str
    outcome: CriterionOutcome
    reason: str
    grounds: tuple[Ground, ...] = ()


class OpennessVerdict(Value):
    """How a model stands under one definition.

    A family is held to it as a whole: it meets a definition if each of its models does. `at_best` is the highest class
    of the Model Openness Framework that what is recorded leaves open.
    """

    definition: DefinitionId
    target: str
    outcome: OpennessOutcome
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    at_best: Literal["class_i", "class_ii", "class_iii"] | None = None
    notes: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[Criterion, ...]:
        """The criteria that are not met."""
        return tuple(each for each in self.criteria if each.outcome == "not_met")

    def __bool__(self) -> NoReturn:
        """Refuse: a verdict in an `if` would always be true."""
        raise TypeError('an openness verdict is neither true nor false; ask verdict.outcome == "meets"')

    @override
    def __str__(self) -> str:
        lines = [f"{self.target} under {self.definition}: {self.outcome.replace('_', ' ')}"]
        for each in self.criteria:
            lines.append(f"  {each.id} {each.name}: {each.outcome.replace('_', ' ')}: {each.reason}")
            lines += [f"    {ground.text}" for ground in each.grounds]
        return "\n".join([*lines, *(f"note: {note}" for note in self.notes)])
