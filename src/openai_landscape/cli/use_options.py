"""Facts of a use given as options and in files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

import click
from pydantic import ValidationError
from typing_extensions import override

from openai_landscape.catalogue._entries import read_file
from openai_landscape.catalogue._places import Document
from openai_landscape.cli.complete import facts as known_facts
from openai_landscape.cli.faults import one_of, use_faults, written
from openai_landscape.use import ACTIVITIES, FIELDS, LicenseeKind, Purpose, Use

F = TypeVar("F", bound=Callable[..., object])

Data = dict[str, Any]
"""A use as JSON has it, before it is validated."""


class InvalidUseError(ValueError):
    """A use that cannot be taken: all that is wrong with it, a line each."""


class Word(click.Choice[str]):
    """A word of a closed list; a wrong one is told the nearest."""

    @override
    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return *value* if it is one of the list."""
        if value in self.choices:
            return str(value)
        raise click.BadParameter(one_of(value, tuple(self.choices)), ctx, param)


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

_OPTIONS = (
    click.option("--use", "file", type=_FILE, metavar="FILE", help="A use as JSON or YAML; options stand over it."),
    click.option(
        "--activity",
        "activities",
        multiple=True,
        type=Word(tuple(ACTIVITIES)),
        metavar="ACTIVITY",
        help=f"What is done: {', '.join(ACTIVITIES)}. Repeatable.",
    ),
    click.option("--purpose", type=Word(get_args(Purpose)), metavar="PURPOSE", help=f"{', '.join(get_args(Purpose))}."),
    click.option(
        "--kind",
        type=Word(get_args(LicenseeKind)),
        metavar="KIND",
        help=f"Of licensee: {', '.join(get_args(LicenseeKind))}.",
    ),
    click.option("--country", metavar="CC", help="Seat of the licensee, an ISO code such as DE."),
    click.option("--users", multiple=True, metavar="[YYYY-MM=]N", help="Monthly active users, affiliates included."),
    click.option("--territory", "territories", multiple=True, metavar="CC", help="Where it is run or offered, or *."),
    click.option(
        "--field",
        "fields",
        multiple=True,
        type=Word(FIELDS),
        metavar="FIELD",
        help="A field of use, such as military or medical_practice. Repeatable.",
    ),
    click.option("--production/--no-production", default=None, help="Whether it runs for real."),
    click.option("--name", "new_model_name", metavar="NAME", help="The name of a new model."),
    click.option("--acquired", metavar="YYYY-MM-DD", help="When the copy was taken."),
    click.option("--on", metavar="YYYY-MM-DD", help="The date of the question."),
    click.option(
        "--fact",
        "facts",
        multiple=True,
        metavar="PATH=VALUE",
        shell_complete=known_facts,
        help="Any other fact, such as circumstances.consented=true. Repeatable.",
    ),
)


def use_options(command: F) -> F:
    """Add the options that state a use."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Stated:
    """The use that a file and the options state, the options in the place of the file's facts.

    Raises:
        EntryError: If the file cannot be read.
        ValueError: If an option cannot be read.
    """

    def __init__(self, file: Path | None, facts: Sequence[str], users: Sequence[str], **given: object) -> None:
        self._document = None if file is None else _read(file)
        self.data: Data = {} if self._document is None else dict(self._document.data)  # type: ignore[call-overload]  # _read has seen that it is a mapping
        for name, value in given.items():
            if value not in (None, ()):
                self.data = put(self.data, _PLACES.get(name, name), list(value) if isinstance(value, tuple) else value)
        if users:
            self.data = put(self.data, "licensee.monthly_active_users", _figures(users))
        for fact in facts:
            path, found, value = fact.partition("=")
            if not found:
                raise ValueError(f"--fact {fact!r}: write PATH=VALUE, for example production=true")
            self.data = put(self.data, path, _value(value))

    def use(self) -> Use:
        """Return the use.

        Raises:
            InvalidUseError: If it is not valid: all that is wrong with it, each fault in the file at its line.
        """
        return validated(self.data, self._document)


def validated(data: Data, document: Document | None = None) -> Use:
    """Return the use that *data* states.

    Raises:
        InvalidUseError: If it is not valid.
    """
    try:
        return Use.model_validate(data)
    except ValidationError as error:
        raise InvalidUseError("\n".join(_placed(use_faults(error, data), document))) from None


def _placed(faults: Sequence[tuple[tuple[str | int, ...], str]], document: Document | None) -> Iterator[str]:
    for path, message in faults:
        # a fact given by an option stands at no line of the file
        if document is not None and (path in document.values or path in document.keys):
            yield str(document.fault(path, message, key=message.startswith("no such key")))
        else:
            yield f"{written(path)}: {message}"


def _read(file: Path) -> Document:
    document = read_file(file)
    if document.faults:
        raise InvalidUseError("\n".join(map(str, document.faults)))
    if not isinstance(document.data, Mapping):
        raise InvalidUseError(f'{file}: not a use; write an object with at least "activities"')
    return document


_PLACES: Final = {"country": "licensee.country", "kind": "licensee.kind"}

_STEP = re.compile(r"\.?([^.\[\]]+)|\[\"?([^\]\"]+)\"?\]")


def steps(path: str) -> list[str]:
    """Return the steps of a path, as verdicts write it.

    >>> steps("licensee.monthly_active_users[2024-03]")
    ['licensee', 'monthly_active_users', '2024-03']
    >>> steps("per_target.flux-1-dev-nc-1.1.copies"), steps('readings["llama-1#research"]')
    (['per_target', 'flux-1-dev-nc-1.1', 'copies'], ['readings', 'llama-1#research'])
    """
    holder, _, rest = path.partition(".")
    if holder == "per_target" and "." in rest:
        target, _, fact = rest.rpartition(".")
        return [holder, target, fact]
    return [name or key for name, key in _STEP.findall(path)]


def put(data: Data, path: str, value: object) -> Data:
    """Return *data* with *value* at *path*, in the place of what stood there."""
    first, *rest = steps(path) or [path]
    if not rest:
        return {**data, first: value}
    inner = data.get(first)
    return {**data, first: _within(inner if isinstance(inner, Mapping) else {}, rest, value)}


def _within(held: Mapping[str, object], path: Sequence[str], value: object) -> Data:
    first, *rest = path
    inner = held.get(first)
    return {**held, first: _within(inner if isinstance(inner, Mapping) else {}, rest, value) if rest else value}


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _figures(users: Sequence[str]) -> object:
    dated = dict(each.split("=", 1) for each in users if "=" in each)
    undated = [each for each in users if "=" not in each]
    if undated and (dated or len(undated) > 1):
        raise ValueError("--users: give one undated figure, or one for each month, not both")
    if undated:
        return count(undated[0], "--users")
    return {month: count(number, "--users") for month, number in dated.items()}


_COUNT = re.compile(r"[0-9]+(?:_[0-9]+)*|[0-9]{1,3}(?:,[0-9]{3})+", re.ASCII)


def count(text: str, what: str) -> int:
    """Return the whole number that *text* writes, with underscores or with commas between thousands.

    Raises:
        ValueError: If it writes none; the message begins with *what* was asked for.

    >>> count("700,000,000", "--users")
    700000000
    """
    if not _COUNT.fullmatch(text):
        raise ValueError(f"{what} {text!r}: not a count; write a whole number such as 700000000")
    return int(text.replace("_", "").replace(",", ""))
