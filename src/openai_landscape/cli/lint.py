"""`lint`: files of one's own licences, models and organisations held against what the catalogue takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import click
from attrs import frozen
from typing_extensions import override

from openai_landscape.catalogue import Catalog, EntryError, Fault, catalog
from openai_landscape.catalogue._entries import read_file
from openai_landscape.catalogue._places import Document
from openai_landscape.catalogue._validate import entities
from openai_landscape.cli.output import put_json, put_wrapped, reader_may_leave, screen
from openai_landscape.entities import License
from openai_landscape.evaluation import audit
from openai_landscape.terms import normalized, text_hash

_FILE = click.Path(dir_okay=False, path_type=Path)

_NOUNS: Final = {
    "License": ("licence", "licences"),
    "Model": ("model", "models"),
    "Organization": ("organisation", "organisations"),
    "Person": ("person", "people"),
    "Product": ("product", "products"),
}


@frozen
class Linted:
    """A file without faults: what it holds, by kind, and what in its licences is idle."""

    file: str
    holds: Mapping[str, int]
    idle: tuple[str, ...]

    @override
    def __str__(self) -> str:
        """What it holds, in words."""
        counts = (f"{number} {_NOUNS[kind][number != 1]}" for kind, number in self.holds.items())
        return f"{self.file}: {', '.join(counts) or 'no entries'}: {'nothing wrong' if not self.idle else 'taken'}"


@click.command("lint")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=_FILE)
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="ID=FILE",
    help="The text called ID, to hold hash, length and citations against. Repeatable.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what is wrong, or what the files hold, as JSON.")
def lint_command(files: tuple[Path, ...], texts: tuple[str, ...], *, as_json: bool) -> int:
    r"""Check FILEs with licences, models and organisations of your own, JSON or YAML, all of them together.

    Every fault is told with its line and what would be right. Rules of a licence that never apply are told, too.

    Exit status: 0 nothing wrong, 2 faults.

    \b
    Examples:
      openai-landscape lint our-licence.json
      openai-landscape lint licences/*.yaml --text acme-1.0=acme-1.0.txt
    """
    try:
        linted = _linted(files, dict(map(_text, texts)))
    except EntryError as error:
        _tell(error, as_json=as_json)
        return 2
    with reader_may_leave():
        if as_json:
            put_json({"faults": [], "files": [{"file": f.file, "holds": f.holds, "idle": f.idle} for f in linted]})
        else:
            console = screen()
            for each in linted:
                put_wrapped(console, str(each))
                for idle in each.idle:
                    put_wrapped(console, idle, lead="  ")
    return 0


def _tell(error: EntryError, *, as_json: bool) -> None:
    """Print faults, as data or a line each: file, line, column, as editors take them."""
    with reader_may_leave():
        if as_json:
            put_json({"faults": [_as_data(fault) for fault in error.faults]})
        else:
            click.echo(str(error), err=True)


def _text(given: str) -> tuple[str, str]:
    id_, found, file = given.partition("=")
    if not found:
        raise click.UsageError(f"--text {given!r}: write ID=FILE, for example acme-1.0=acme-1.0.txt")
    try:
        return id_, normalized(Path(file).read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{file}: not UTF-8: byte {error.start} is {error.object[error.start]:#04x}") from None


def _linted(files: Sequence[Path], texts: Mapping[str, str]) -> list[Linted]:
    known = catalog().extend(files)
    documents = [read_file(file) for file in files]
    faults = [fault for document in documents for fault in _against_texts(document, texts)]
    if faults:
        raise EntryError(tuple(faults))
    return [_held(document, known) for document in documents]


def _held(document: Document, known: Catalog) -> Linted:
    found = [each[0] for each in entities(document) if not isinstance(each, Fault)]
    idle = (said for each in found if isinstance(each, License) for said in _idle(each, known))
    return Linted(str(document.file), Counter(type(each).__name__ for each in found), tuple(idle))


def _idle(license_: License, known: Catalog) -> Iterator[str]:
    found = audit(license_, catalog=known)
    yield from (f"{license_.id}: the term {term!r} applies to no use at all" for term in found.never)
    yield from (f"{license_.id}: a prohibition takes back all that {term!r} permits" for term in found.overridden)


def _against_texts(document: Document, texts: Mapping[str, str]) -> Iterator[Fault]:
    for each in entities(document):
        if not isinstance(each, Fault) and isinstance(each[0], License):
            for number, recorded in enumerate(each[0].texts):
                if recorded.id in texts:
                    held, path = texts[recorded.id], (*each[1], "texts", number)
                    if recorded.sha256 != text_hash(held):
                        yield document.fault((*path, "sha256"), f"not that of the text; it is {text_hash(held)}")
                    if recorded.chars != len(held):
                        yield document.fault((*path, "chars"), f"not the text's length; it has {len(held)} characters")


def _as_data(fault: Fault) -> dict[str, object]:
    line, column = fault.place or (None, None)
    return {"file": fault.file, "line": line, "column": column, "path": fault.path, "message": fault.message}
