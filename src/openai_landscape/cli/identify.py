"""`identify`: which known licence a text is."""

from __future__ import annotations

from pathlib import Path

import click

from openai_landscape.cli.output import put_json, put_wrapped, reader_may_leave, screen
from openai_landscape.cli.told import put_hanging
from openai_landscape.identification import Identification, identify_license
from openai_landscape.reading import read_source

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("identify")
@click.argument("file", metavar="FILE", type=_FILE)
@click.option("--original", type=_FILE, metavar="FILE", help="The licence's own text, to name every word that went.")
@click.option("--json", "as_json", is_flag=True, help="Print the identification as JSON.")
def identify_command(file: Path, original: Path | None, *, as_json: bool) -> None:
    r"""Which known licence is the text in FILE: word for word, or with which changes?

    A modified text is another text: nothing that holds of the licence need hold of it.

    \b
    Examples:
      openai-landscape identify LICENSE
      openai-landscape identify LICENSE.txt --original apache-2.0.txt --json
    """
    found = identify_license(_text(file), original=None if original is None else _text(original))
    with reader_may_leave():
        if as_json:
            put_json(found.model_dump(mode="json"))
        else:
            _put(file, found)


def _text(file: Path) -> str:
    return read_source(file).text


def _put(file: Path, found: Identification) -> None:
    console = screen()
    first, *changes = str(found).splitlines()
    put_wrapped(console, f"{file}: {first}", style="bold")
    for part in found.parts:
        put_wrapped(console, f"{part.start}-{part.end}: {part.license}, {part.match}", lead="  in it: ")
    for change in changes:
        put_hanging(console, change, 2)
