"""The file of names elsewhere, read on first use, and its licences by each kind of name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias, TypedDict

from openai_landscape.quantities.base import Value

Relation: TypeAlias = Literal["same", "one_of", "near"]
"""The name stands for this text; for one of several texts, not all of which need be known; for another text like it."""


class Counterpart(Value):
    """One of our licences by its id, and how the name that was asked about relates to it."""

    license: str
    relation: Relation


class Entry(TypedDict, total=False):
    """The names of one licence.

    `addresses` hold this text for good, `addresses_now` whatever text is in force.
    """

    spdx: str
    spdx_also: list[str]
    scancode: list[str]
    scancode_near: list[str]
    hugging_face: list[str]
    hugging_face_names: list[str]
    addresses: list[str]
    addresses_now: list[str]


class CrosswalkFile(TypedDict):
    """All that is on file."""

    aliases: dict[str, str]
    hugging_face_families: list[str]
    hugging_face_none: list[str]
    licenses: dict[str, Entry]


class Tables(NamedTuple):
    """The file, and its entries by the names of others, in lower case."""

    file: CrosswalkFile
    spdx: Mapping[str, str]
    scancode: Mapping[str, tuple[Counterpart, ...]]
    tags: Mapping[str, tuple[Counterpart, ...]]
    names: Mapping[str, tuple[Counterpart, ...]]
    addresses: Mapping[str, tuple[Counterpart, ...]]


@cache
def tables() -> Tables:
    """Return the tables: the same object each time, read on first use."""
    content = files("openai_landscape").joinpath("data", "crosswalk.json").read_text(encoding="utf-8")
    file: CrosswalkFile = json.loads(content)
    entries = file["licenses"]
    spdx = {
        name.lower(): license_id
        for license_id, entry in entries.items()
        for name in (*filter(None, (entry.get("spdx"),)), *entry.get("spdx_also", ()))
    }
    return Tables(
        file=file,
        spdx=spdx,
        scancode=_by(entries, lambda e: e.get("scancode", ()), near=lambda e: e.get("scancode_near", ())),
        tags=_by(entries, lambda e: e.get("hugging_face", ())),
        names=_by(entries, loose=lambda e: (*e.get("hugging_face", ()), *e.get("hugging_face_names", ()))),
        addresses=_by(entries, lambda e: e.get("addresses", ()), loose=lambda e: e.get("addresses_now", ())),
    )


_Names: TypeAlias = Callable[[Entry], Iterable[str]]


def _none(_entry: Entry) -> Iterable[str]:
    return ()


def _by(
    entries: Mapping[str, Entry], firm: _Names = _none, *, loose: _Names = _none, near: _Names = _none
) -> Mapping[str, tuple[Counterpart, ...]]:
    """Return the licences by the names that *firm*, *loose* and *near* give them."""
    held: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
    kinds: tuple[tuple[_Names, Relation], ...] = ((firm, "same"), (loose, "one_of"), (near, "near"))
    for license_id, entry in entries.items():
        for names, relation in kinds:
            for name in names(entry):
                held[name.lower()].append((license_id, relation))
    return {name: tuple(_related(found)) for name, found in held.items()}


def _related(found: Sequence[tuple[str, Relation]]) -> Iterator[Counterpart]:
    """Yield the counterparts of one name: if it is firm for several texts, it is for one of them."""
    several = sum(relation == "same" for _, relation in found) > 1
    for license_id, relation in sorted(found, key=lambda each: (each[1] == "near", each[0])):
        yield Counterpart(license=license_id, relation="one_of" if several and relation == "same" else relation)
