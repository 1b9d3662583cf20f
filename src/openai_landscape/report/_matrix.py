"""Models and licences against questions: every verdict along the number of users, worked out beforehand.

The page only looks up in which piece of the number line a number lies; nothing is evaluated there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field, frozen

from openai_landscape.catalogue import AmbiguousNameError, Catalog
from openai_landscape.entities import License, Model
from openai_landscape.entities.html import Html
from openai_landscape.evaluation import Finding, Verdict, evaluate, frontier
from openai_landscape.evaluation.explain import deciding, grounds_html
from openai_landscape.evaluation.verdict import one_a_term
from openai_landscape.report._questions import QUESTIONS, START, USERS, Question
from openai_landscape.terms import Atom, Users, atoms
from openai_landscape.use import Use

OUTCOMES: Final = {
    "permitted": ("✓", "permitted"),
    "depends": ("?", "depends"),
    "needs_agreement": ("§", "needs agreement"),
    "prohibited": ("✗", "prohibited"),
}
"""Each outcome's sign and words; the colour is never the only mark."""

MOST_CLAUSES: Final = 2
"""So many clauses stand in a cell; all of them stand in its grounds."""


@frozen
class Answer:
    """What a cell shows, and the grounds that it opens."""

    outcome: str
    clause: str
    grounds: Html


@frozen
class Step:
    """From how many users on an answer holds, up to the next step."""

    low: int
    answer: int


@frozen
class Cell:
    """An answer for each piece of the number line; one alone where the slider has no say."""

    question: Question
    steps: tuple[Step, ...]

    def at(self, users: int) -> int:
        """Return the number of the answer for so many *users*."""
        return next(step.answer for step in reversed(self.steps) if step.low <= users)


@frozen
class Row:
    """A model or a licence with its cells, or why none can be asked."""

    id: str
    name: str
    kind: str
    cells: tuple[Cell, ...]


@define
class Matrix:
    """The rows, each different answer once, and the names of what cannot be answered for want of a record."""

    rows: list[Row] = field(factory=list)
    unrecorded: list[str] = field(factory=list)
    answers: list[Answer] = field(factory=list)
    _numbers: dict[Answer, int] = field(factory=dict)

    def number(self, answer: Answer) -> int:
        """Return the number of *answer*, a new one where it was not met before."""
        if answer not in self._numbers:
            self._numbers[answer] = len(self.answers)
            self.answers.append(answer)
        return self._numbers[answer]

    def thresholds(self) -> tuple[int, ...]:
        """Return the numbers of users from which on some cell is another."""
        lows = {
            step.low for row in self.rows for cell in row.cells if cell.question.users is None for step in cell.steps
        }
        return tuple(sorted(lows - {0}))

    def data(self) -> dict[str, object]:
        """Return what the page's script looks up: answers, and the steps of each cell that the slider moves."""
        cells = {
            f"{row}-{column}": [[step.low, step.answer] for step in cell.steps]
            for row, each in enumerate(self.rows)
            for column, cell in enumerate(each.cells)
            if cell.question.users is None
        }
        told = [[answer.outcome, *OUTCOMES[answer.outcome], answer.clause] for answer in self.answers]
        return {"answers": told, "cells": cells, "start": START}


def matrix(targets: Iterable[Model | License], catalog: Catalog) -> Matrix:
    """Return the table of *targets*; a family whose models differ gives way to its models."""
    found = Matrix()
    asked = dict.fromkeys(one for target in targets for one in _asked(target, catalog))
    for one in asked:
        if not _recorded(one, catalog):
            found.unrecorded.append(one.name)
            continue
        kind = "licence" if isinstance(one, License) else one.kind
        cells = tuple(_cell(found, one, question, catalog) for question in QUESTIONS)
        found.rows.append(Row(one.id, one.name, kind, cells))
    return found


def _asked(target: Model | License, catalog: Catalog) -> Iterator[Model | License]:
    try:
        evaluate(target, QUESTIONS[0].use, catalog=catalog)
    except AmbiguousNameError:
        for member in getattr(target, "members", ()):
            if member in catalog.models:
                yield from _asked(catalog.models[member], catalog)
    else:
        yield target


def _recorded(target: Model | License, catalog: Catalog) -> bool:
    """Whether any licence at all speaks; without one every answer is that it depends on what is not recorded."""
    return isinstance(target, License) or any(
        finding.effect != "unrecorded"
        for question in QUESTIONS
        for finding in evaluate(target, question.use, catalog=catalog).findings
    )


def _cell(found: Matrix, target: Model | License, question: Question, catalog: Catalog) -> Cell:
    if question.users is not None:
        answer = found.number(_answer(target, question.use, question.users, catalog))
        return Cell(question, (Step(0, answer),))
    steps: list[Step] = []
    for low in _lows(target, question.use, catalog):
        answer = found.number(_answer(target, question.use, low, catalog))
        if not steps or steps[-1].answer != answer:
            steps.append(Step(low, answer))
    return Cell(question, tuple(steps))


def _lows(target: Model | License, use: Use, catalog: Catalog) -> list[int]:
    """Return where a piece may begin: where the outcome turns, and where a term counts users, a duty's included."""
    turns = {int(piece.interval.low) for piece in frontier(target, use, USERS, catalog=catalog)}
    return sorted({0, *turns, *_counted(target, use, catalog)})


def _counted(target: Model | License, use: Use, catalog: Catalog) -> Iterator[int]:
    verdict = evaluate(target, use, catalog=catalog)
    touched = {finding.license for finding in verdict.findings} | {duty.license for duty in verdict.duties}
    for id_ in sorted(touched):
        own = isinstance(target, License) and target.id == id_
        license_ = target if own else catalog.licenses.get(id_)
        for term in license_.terms if isinstance(license_, License) else ():
            for limit in filter(None, map(_limit, atoms(term.when))):
                yield from (limit, limit + 1)  # whichever of >, >=, <, <= it is, nothing turns elsewhere


def _limit(atom: Atom) -> int | None:
    if not isinstance(atom, Users):
        return None
    return next(limit for limit in (atom.gt, atom.ge, atom.lt, atom.le) if limit is not None)


def _answer(target: Model | License, use: Use, users: int, catalog: Catalog) -> Answer:
    verdict = evaluate(target, _with(use, users), catalog=catalog)
    return Answer(verdict.outcome.value, _clauses(deciding(verdict)), grounds_html(_for_any_number(verdict)))


def _with(use: Use, users: int) -> Use:
    return use.evolve(licensee=use.licensee.evolve(monthly_active_users=users))


def _clauses(findings: Iterable[Finding]) -> str:
    """Return the first clauses that decide, and how many more there are."""
    stated = (f"{finding.license} {finding.clause}".rstrip() for finding in one_a_term(findings))
    clauses = list(dict.fromkeys(stated))
    more = [f"and {len(clauses) - MOST_CLAUSES} more"] if len(clauses) > MOST_CLAUSES else []
    return "; ".join((*clauses[:MOST_CLAUSES], *more))


def _for_any_number(verdict: Verdict) -> Verdict:
    """Leave the number out of what was assumed of it: the answer holds for each number of its piece."""
    told = [
        each.evolve(text=each.text.replace(f", {each.taken},", "")) if each.fact.startswith(USERS) else each
        for each in verdict.assumptions
    ]
    return verdict.evolve(assumptions=tuple(told))
