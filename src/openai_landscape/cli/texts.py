"""`read` and `check`: the claims of texts, and whether the terms and the catalogue bear them out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import click

from openai_landscape.checking import Assessment, Conflict, Entry, Ledger, check, conflicts
from openai_landscape.cli.output import put, put_json, put_line, put_wrapped, reader_may_leave, screen
from openai_landscape.cli.progress import followed
from openai_landscape.cli.told import put_assessment, put_claim, put_conflict, put_source, sentence
from openai_landscape.entities import Claim, Source
from openai_landscape.reading import parse_claims, read_source

Claims: TypeAlias = list[tuple[Path, Source, tuple[Claim, ...]]]

FILES = click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
)
"""Files to read; - is standard input."""


def source_of(file: Path) -> Source:
    """Return the source in *file*, or on standard input."""
    return read_source(sys.stdin.buffer.read(), id="-") if str(file) == "-" else read_source(file)


def _read(files: tuple[Path, ...]) -> Claims:
    found = []
    for file in followed(files, "reading"):
        source = source_of(file)
        found.append((file, source, parse_claims(source)))
    return found


def checked(sources: Iterable[Source]) -> Ledger:
    """Return sources with their claims held against the record and one another; a bar follows it on a terminal."""
    read, entries = [], []
    for source in followed(tuple(sources), "checking"):
        read.append(source)
        assessments = (check(claim, language=source.language) for claim in parse_claims(source))
        entries += [Entry(source=source.id, assessment=assessment) for assessment in assessments]
    found = conflicts(entry.claim for entry in entries)
    return Ledger(sources=tuple(read), entries=tuple(entries), conflicts=found)


def by_source(found: Ledger) -> Iterator[tuple[Source, tuple[Assessment, ...]]]:
    """Yield each source with the assessments of its claims."""
    for source in found.sources:
        yield source, tuple(entry.assessment for entry in found.entries if entry.source == source.id)


def tally(assessments: Iterable[Assessment]) -> str:
    """Return how many claims came out how."""
    found = Counter(str(each.status) for each in assessments)
    told = ", ".join(f"{number} {status}" for status, number in found.most_common())
    return f"{found.total()} claims: {told}" if told else "no claims"


def _with_source(source: Source, name: str, values: Iterable[Claim | Assessment]) -> dict[str, object]:
    return {"source": source.model_dump(mode="json"), name: [value.model_dump(mode="json") for value in values]}


@click.command("read")
@FILES
@click.option("--jsonl", is_flag=True, help="One claim a line, with its file.")
@click.option("--json", "as_json", is_flag=True, help="Sources and claims as JSON.")
def read_command(files: tuple[Path, ...], *, jsonl: bool, as_json: bool) -> None:
    r"""Print the claims that FILEs make, each with the line where it stands. A dash reads standard input.

    \b
    Examples:
      openai-landscape read article.txt
      openai-landscape read *.txt --jsonl > claims.jsonl
    """
    found = _read(files)
    with reader_may_leave():
        if as_json:
            put_json([_with_source(source, "claims", claims) for _, source, claims in found])
        elif jsonl:
            for file, _, claims in found:
                for claim in claims:
                    put_line({**claim.model_dump(mode="json"), "file": file.name})
        else:
            _put_claims(found)


def _put_claims(found: Claims) -> None:
    console = screen()
    for _, source, claims in found:
        put_source(console, source)
        for claim in claims:
            put_claim(console, claim, source)
        if not claims:
            put_wrapped(console, "no claims" if source.language else "in no language that is read", lead="  ")


@click.command("check")
@FILES
@click.option("--jsonl", is_flag=True, help="One claim with its assessment a line, then one conflict a line.")
@click.option("--reviews", is_flag=True, help="schema.org ClaimReviews as JSON-LD.")
@click.option("--json", "as_json", is_flag=True, help="Claims with their assessments, and conflicts, as JSON.")
def check_command(files: tuple[Path, ...], *, jsonl: bool, reviews: bool, as_json: bool) -> None:
    r"""Hold the claims of FILEs against the licences' terms, the catalogue's facts, and one another.

    A dash reads standard input.

    \b
    Examples:
      openai-landscape check article.txt
      openai-landscape check article.txt --json | jq .conflicts
      openai-landscape check *.txt --jsonl > ledger.jsonl
    """
    found = checked(map(source_of, files))
    with reader_may_leave():
        if jsonl:
            put(found.jsonl())
        elif reviews:
            put_json(found.claim_reviews())
        elif as_json:
            texts = [_with_source(source, "assessments", each) for source, each in by_source(found)]
            put_json({"texts": texts, "conflicts": [each.model_dump(mode="json") for each in found.conflicts]})
        else:
            put_checked(found)


def put_checked(found: Ledger) -> None:
    """Print each source, its claims and what became of them, then the claims that cannot all be true."""
    console = screen()
    for source, assessments in by_source(found):
        put_source(console, source)
        for assessment in assessments:
            put_claim(console, assessment.claim, source)
            put_assessment(console, assessment)
        put_wrapped(console, tally(assessments), lead="  ")
        console.print()
    if found.conflicts:
        put_wrapped(console, "Claims that cannot all be true", style="bold")
        first = {_key(each): each for each in reversed(found.conflicts)}
        for conflict in reversed(first.values()):
            put_conflict(console, conflict)
        console.print()


def _key(conflict: Conflict) -> frozenset[str]:
    # what several texts say in the same words is told once
    return frozenset({sentence(conflict.first), sentence(conflict.second)})
