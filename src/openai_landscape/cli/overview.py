"""The main job: the five texts that come with the package, their claims, and the licences behind them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import click
from attrs import frozen
from rich.console import Console
from rich.text import Text

from openai_landscape.catalogue import Catalog, catalog
from openai_landscape.checking import Assessment, check
from openai_landscape.cli.output import WIDTH, put_json, screen
from openai_landscape.cli.told import assessment_lines, claim_line, source_line
from openai_landscape.entities import Claim, License, Mention, Source
from openai_landscape.evaluation import Outcome, Verdict, evaluate
from openai_landscape.reading import parse_claims, seeds
from openai_landscape.terms import Users, atoms
from openai_landscape.use import FACTS, Use

AUDIENCES: Final = (500_000_000, 700_000_000, 800_000_000)
"""The sizes of company that the question is put for."""

Read: TypeAlias = list[tuple[Source, list[tuple[Claim, Assessment]]]]
"""Each text with its claims and what became of them."""

_COLOURS: Final = {
    Outcome.PERMITTED: "green",
    Outcome.DEPENDS: "yellow",
    Outcome.NEEDS_AGREEMENT: "magenta",
    Outcome.PROHIBITED: "red",
}


@frozen
class Answer:
    """The verdict for one size of company under one licence."""

    users: int
    month: str | None
    verdict: Verdict


@click.command("overview", hidden=True)
@click.option("--json", "as_json", is_flag=True)
def overview_command(*, as_json: bool) -> None:
    """Read the five texts, check their claims, and ask the licences behind them."""
    known = catalog()
    read = [(source, [(claim, check(claim)) for claim in parse_claims(source)]) for source in seeds()]
    licenses = involved((claim for _, claims in read for claim, _ in claims), known)
    answers = {license_.id: tuple(asked(license_)) for license_ in licenses}
    if as_json:
        put_json(_as_data(read, answers))
    else:
        _print(screen(), read, licenses, answers)


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


def _print(
    console: Console,
    read: Read,
    licenses: tuple[License, ...],
    answers: dict[str, tuple[Answer, ...]],
) -> None:
    for source, claims in read:
        console.print(source_line(source))
        for claim, assessment in claims:
            console.print(claim_line(claim, source))
            for line in assessment_lines(assessment):
                console.print(line)
        console.print()
    console.print(Text("The licences behind them: a commercial product by a company with so many", style="bold"))
    console.print(Text("monthly active users, its affiliates included", style="bold"))
    for license_ in licenses:
        _print_license(console, license_, answers[license_.id])


def _print_license(console: Console, license_: License, answers: tuple[Answer, ...]) -> None:
    month = f", counted in {answers[0].month}" if answers[0].month else ""
    console.print(Text(f"{license_.name} ({license_.id}){month}"))
    for answer in answers:
        outcome = answer.verdict.outcome
        line = Text(f"  {answer.users:>11,}  ")
        line.append(outcome.replace("_", " "), style=_COLOURS[outcome])
        console.print(line)
        for text in _grounds(answer.verdict):
            console.print(Text(text))


def _grounds(verdict: Verdict) -> Iterator[str]:
    deciding = next((f for f in verdict.findings if f.deciding), None)
    if deciding is not None:
        said = f"{deciding.clause}: {deciding.summary}"
        yield from textwrap.wrap(said, WIDTH, initial_indent=" " * 15, subsequent_indent=" " * 15)


def _as_data(read: Read, answers: dict[str, tuple[Answer, ...]]) -> object:
    return {
        "texts": [
            {
                "source": source.model_dump(mode="json"),
                "claims": [
                    {"claim": claim.model_dump(mode="json"), "assessment": assessment.model_dump(mode="json")}
                    for claim, assessment in claims
                ],
            }
            for source, claims in read
        ],
        "licenses": [
            {"license": license_, "users": a.users, "month": a.month, "verdict": a.verdict.model_dump(mode="json")}
            for license_, found in answers.items()
            for a in found
        ],
    }
