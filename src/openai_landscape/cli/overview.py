"""The main job: the five texts that come with the package, their claims, and the licences behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

import click
from attrs import frozen
from rich.console import Console
from rich.text import Text

from openai_landscape.catalogue import Catalog, catalog
from openai_landscape.checking import Ledger
from openai_landscape.cli.output import put_json, put_wrapped, reader_may_leave, screen
from openai_landscape.cli.texts import by_source, checked, put_checked
from openai_landscape.cli.told import OUTCOME_COLOURS
from openai_landscape.entities import Claim, License, Mention
from openai_landscape.evaluation import Finding, Outcome, Verdict, evaluate
from openai_landscape.reading import seeds
from openai_landscape.terms import Users, atoms
from openai_landscape.use import FACTS, Use

AUDIENCES: Final = (500_000_000, 700_000_000, 800_000_000)
"""The sizes of company that the question is put for."""


@frozen
class Answer:
    """The verdict for one size of company under one licence; the month is the one that the licence counts."""

    users: int
    month: str | None
    verdict: Verdict

    @property
    def ground(self) -> Finding | None:
        """The finding that decides first."""
        return next((finding for finding in self.verdict.findings if finding.deciding), None)


@click.command("overview")
@click.option("--json", "as_json", is_flag=True)
def overview_command(*, as_json: bool) -> None:
    """Read the five texts, check their claims, and ask the licences behind them."""
    read = checked(seeds())
    licenses = involved(read.claims, catalog())
    answers = [(license_, tuple(asked(license_))) for license_ in licenses]
    with reader_may_leave():
        if as_json:
            put_json(_as_data(read, answers))
        else:
            put_checked(read)
            _put_answers(screen(), answers)


def involved(claims: Iterable[Claim], known: Catalog) -> tuple[License, ...]:
    """Return the licences that the claims name, or that the models they name carry, in the order of their ids."""
    found: set[str] = set()
    for claim in claims:
        for mention in (claim.subject, claim.object):
            if isinstance(mention, Mention) and mention.entity is not None:
                found |= _carried(mention.entity, known)
    return tuple(known.licenses[id_] for id_ in sorted(found & known.licenses.keys()))


def _carried(entity: str, known: Catalog) -> set[str]:
    if entity not in known.models:
        return {entity}
    records = known.models[entity].licenses
    return {record.license for record in records if record.component == "weights" and record.license is not None}


def asked(license_: License) -> Iterator[Answer]:
    """Yield whether a company of each size may build a commercial product on what the licence covers."""
    month = _month_that_counts(license_)
    for users in AUDIENCES:
        licensee = {"kind": "company", "monthly_active_users": users if month is None else {month: users}}
        use = Use.model_validate({"activities": ["embed"], "purpose": "commercial", "licensee": licensee})
        yield Answer(users, month, evaluate(license_, use))


def _month_that_counts(license_: License) -> str | None:
    every = (atom for term in license_.terms for atom in atoms(term.when) if isinstance(atom, Users))
    return min((atom.window for atom in every if atom.window[0].isdigit() and _of_group(atom)), default=None)


def _of_group(atom: Users) -> bool:
    return FACTS[atom.fact].path == "licensee.monthly_active_users"


def _put_answers(console: Console, answers: list[tuple[License, tuple[Answer, ...]]]) -> None:
    put_wrapped(console, "The licences behind them", style="bold")
    put_wrapped(
        console, "May a company build a commercial product on it? Its monthly active users, affiliates included:"
    )
    for license_, found in answers:
        console.print()
        month = f", users of {found[0].month}" if found[0].month else ""
        put_wrapped(console, f"{license_.name} ({license_.id}){month}")
        for answer, following in pairwise((*found, None)):
            assert answer is not None
            _put_answer(console, answer, following)


def _put_answer(console: Console, answer: Answer, following: Answer | None) -> None:
    """Print the outcome, and its ground unless the next line has the same."""
    outcome = answer.verdict.outcome
    put_wrapped(console, Text(_said(outcome), style=OUTCOME_COLOURS[outcome]), lead=f"  {answer.users:>11,}  ")
    ground = answer.ground
    if ground is not None and (following is None or following.ground != ground):
        put_wrapped(console, f"{ground.clause}: {ground.summary}", lead=" " * 15)


def _said(outcome: Outcome) -> str:
    return outcome.replace("_", " ").replace("needs", "needs an")


def _as_data(read: Ledger, answers: list[tuple[License, tuple[Answer, ...]]]) -> object:
    return {
        "texts": [
            {
                "source": source.model_dump(mode="json"),
                "claims": [
                    {"claim": each.claim.model_dump(mode="json"), "assessment": each.model_dump(mode="json")}
                    for each in assessments
                ],
            }
            for source, assessments in by_source(read)
        ],
        "conflicts": [each.model_dump(mode="json") for each in read.conflicts],
        "licenses": [
            {"license": license_.id, "users": a.users, "month": a.month, "verdict": a.verdict.model_dump(mode="json")}
            for license_, found in answers
            for a in found
        ],
    }
