"""`read` and `check`: the claims of texts, and whether the terms and the catalogue bear them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from openai_landscape.checking import Assessment, check
from openai_landscape.cli.output import put_json, put_line, screen
from openai_landscape.cli.told import assessment_lines, claim_line, source_line
from openai_landscape.entities import Claim, Source
from openai_landscape.reading import parse_claims, read_source

_FILES = click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)


def _read(files: tuple[Path, ...]) -> Iterator[tuple[Path, Source, tuple[Claim, ...]]]:
    for file in files:
        source = read_source(file)
        yield file, source, parse_claims(source)


def _with_source(source: Source, name: str, values: Iterable[Claim | Assessment]) -> dict[str, object]:
    return {"source": source.model_dump(mode="json"), name: [value.model_dump(mode="json") for value in values]}


@click.command("read")
@_FILES
@click.option("--jsonl", is_flag=True, help="One claim a line, with its file.")
@click.option("--json", "as_json", is_flag=True, help="Sources and claims as JSON.")
def read_command(files: tuple[Path, ...], *, jsonl: bool, as_json: bool) -> None:
    r"""Print the claims that FILEs make, each with the place where it stands.

    \b
    Examples:
      openai-landscape read article.txt
      openai-landscape read *.txt --jsonl > claims.jsonl
    """
    if as_json:
        put_json([_with_source(source, "claims", claims) for _, source, claims in _read(files)])
        return
    console = screen()
    for file, source, claims in _read(files):
        if jsonl:
            for claim in claims:
                put_line({**claim.model_dump(mode="json"), "file": file.name})
            continue
        console.print(source_line(source), markup=False)
        for claim in claims:
            console.print(claim_line(claim, source))


@click.command("check")
@_FILES
@click.option("--json", "as_json", is_flag=True, help="Claims with their assessments as JSON.")
def check_command(files: tuple[Path, ...], *, as_json: bool) -> None:
    r"""Hold the claims of FILEs against the licences' terms and the catalogue's facts.

    \b
    Example:
      openai-landscape check article.txt
    """
    if as_json:
        put_json([_with_source(source, "assessments", map(check, claims)) for _, source, claims in _read(files)])
        return
    console = screen()
    for _, source, claims in _read(files):
        console.print(source_line(source), markup=False)
        for claim in claims:
            console.print(claim_line(claim, source))
            for line in assessment_lines(check(claim)):
                console.print(line)
