"""Facts of a use given as options."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from openai_landscape.use import ACTIVITIES, FIELDS, Use

F = TypeVar("F", bound=Callable[..., object])

_PURPOSES = ("personal", "education", "research", "evaluation", "charitable", "governmental", "commercial")

_OPTIONS = (
    click.option("--use", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A use as JSON."),
    click.option("--activity", "activities", multiple=True, type=click.Choice(tuple(ACTIVITIES)), help="Repeatable."),
    click.option("--purpose", type=click.Choice(_PURPOSES)),
    click.option("--country", help="Seat of the licensee, ISO 3166-1 alpha-2."),
    click.option("--kind", type=click.Choice(("individual", "company", "academic", "nonprofit", "government"))),
    click.option("--users", multiple=True, metavar="[YYYY-MM=]N", help="Monthly active users, affiliates included."),
    click.option("--territory", "territories", multiple=True, help="Where it is run or offered; * for worldwide."),
    click.option("--field", "fields", multiple=True, type=click.Choice(FIELDS), metavar="FIELD"),
    click.option("--production/--no-production", default=None, help="Whether it runs for real."),
    click.option("--name", "new_model_name", help="The name of a new model."),
    click.option("--acquired", help="When the copy was taken, YYYY-MM-DD."),
    click.option("--on", help="The date of the question, YYYY-MM-DD."),
    click.option("--fact", "facts", multiple=True, metavar="PATH=JSON", help="Any other fact of a use."),
)


def use_options(command: F) -> F:
    """Add the options that state a use."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def stated_use(file: Path | None, facts: Sequence[str], users: Sequence[str], **given: object) -> Use:
    """Return the use that a file and the options state, the options in the place of the file's facts.

    Raises:
        ValueError: If an option cannot be read, or the use is not valid.
    """
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file else {}
    if not isinstance(data, dict):
        raise ValueError(f'{file}: not a use; write a JSON object with at least "activities"')
    for name, value in given.items():
        if value not in (None, ()):
            _put(data, _PLACES.get(name, name), list(value) if isinstance(value, tuple) else value)
    if users:
        _put(data, "licensee.monthly_active_users", _figures(users))
    for fact in facts:
        path, found, value = fact.partition("=")
        if not found:
            raise ValueError(f"--fact {fact!r}: write PATH=JSON, for example production=true")
        _put(data, path, _value(value))
    return Use.model_validate(data)


_PLACES: Mapping[str, str] = {"country": "licensee.country", "kind": "licensee.kind"}


def _put(data: dict[str, Any], path: str, value: object) -> None:
    *holders, last = path.split(".")
    for holder in holders:
        data = data.setdefault(holder, {})
    data[last] = value


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
        return _count(undated[0])
    return {month: _count(number) for month, number in dated.items()}


def _count(text: str) -> int:
    plain = text.replace("_", "").replace(",", "")
    if not plain.isdigit():
        raise ValueError(f"--users {text!r}: not a count; write a whole number such as 700000000")
    return int(plain)
