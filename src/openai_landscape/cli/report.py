"""`report`: one HTML page on what texts claim."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from openai_landscape.cli.output import put_json
from openai_landscape.entities import Source
from openai_landscape.reading import read_source, seeds
from openai_landscape.report import STATUSES, Text, assessed, page

_TO_SCREEN = "-"


@click.command("report")
@click.argument("files", nargs=-1, metavar="[FILE…]", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    help="The page to write; - writes it to standard output.",
)
@click.option("--json", "as_json", is_flag=True, help="Say as JSON what the page holds.")
def report_command(files: tuple[Path, ...], output: str, *, as_json: bool) -> None:
    r"""Write one HTML page on what FILEs claim: the texts, their claims checked, the models and licences they name.

    Without a FILE: the five texts that come with the package. The page needs no network and no other file.

    \b
    Examples:
      openai-landscape report -o page.html
      openai-landscape report article.txt interview.txt -o page.html
    """
    with _sources(files) as sources:
        texts = assessed(sources)
    whole = page(texts)
    if output == _TO_SCREEN:
        sys.stdout.write(whole)
        return
    Path(output).write_text(whole, encoding="utf-8", newline="\n")
    if as_json:
        put_json({"output": output, **_counts(texts)})
    else:
        sys.stdout.write(f"{output}: {_told(texts)}\n")


@contextmanager
def _sources(files: tuple[Path, ...]) -> Iterator[Iterator[Source]]:
    """Yield the texts one by one; on a terminal a bar shows how many are done."""
    given = map(read_source, files) if files else iter(seeds())
    if sys.stderr.isatty():
        with click.progressbar(given, length=len(files or seeds()), label="reading", file=sys.stderr) as bar:
            yield iter(bar)
    else:
        yield given


def _counts(texts: tuple[Text, ...]) -> dict[str, object]:
    found = Counter(card.status for text in texts for card in text.cards)
    return {"texts": len(texts), "claims": found.total(), "statuses": {status: found[status] for status in STATUSES}}


def _told(texts: tuple[Text, ...]) -> str:
    found = Counter(card.status for text in texts for card in text.cards)
    told = ", ".join(f"{found[status]} {status}" for status in STATUSES if found[status])
    return f"texts: {len(texts)}, claims: {found.total()}{f' ({told})' if told else ''}"
