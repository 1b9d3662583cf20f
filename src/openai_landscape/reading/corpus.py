"""The five seed texts that travel with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from openai_landscape.entities import Source
from openai_landscape.reading.source import read_source


@cache
def seeds() -> tuple[Source, ...]:
    """Return the five seed texts in the order of their files' names: in the package, or beside it in a checkout.

    >>> [source.language for source in seeds()]
    ['de', 'de', 'de', 'de', 'nl']
    """
    found = sorted(
        (entry for entry in _folder().iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name
    )
    return tuple(read_source(entry.read_bytes(), id=entry.name) for entry in found)


def _folder() -> Traversable:
    inside = files("openai_landscape").joinpath("seeds")
    if inside.is_dir():
        return inside
    beside = Path(__file__).parents[3] / "seeds"
    if beside.is_dir():
        return beside
    raise FileNotFoundError('the seed texts are neither in the package nor beside it; reinstall "openai-landscape"')
