"""Tables: the row says of what, the column says what, the cell says whether."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._names import Name
from openai_landscape.reading._scene import Scene, anything, licence
from openai_landscape.reading.rules._draft import Draft, Drafts, rule

Place = tuple[int, int]

_YES: Final = re.compile(r"\W*(?:✅|✓|✔|☑|ja\b|yes\b|full\b|open\b|vollständig)")
_NO: Final = re.compile(r"\W*(?:❌|✗|✘|✖|nein\b|nee\b|no\b|none\b|kein|geen\b|closed\b)")
_CELL: Final = re.compile(r"[^\t|]+")


def cells(text: str, start: int, end: int) -> list[Place]:
    """Return where the cells of the row between *start* and *end* stand."""
    return [match.span() for match in _CELL.finditer(text, start, end) if match[0].strip()]


def _rows(scene: Scene) -> Iterator[tuple[Name, str, Place]]:
    """Yield what the row is about with each column's heading and cell."""
    if not scene.columns:
        return
    places = cells(scene.text, scene.start, scene.end)
    names = scene.names_in(*places[0], anything) or _row_name(scene, places[0]) if places else ()
    if not names or len(places) != len(scene.columns):
        return
    for heading, place in zip(scene.columns[1:], places[1:], strict=True):
        yield names[0], heading, place


def _row_name(scene: Scene, place: Place) -> tuple[Name, ...]:
    """Return what a row is headed by, where that is a short name that nothing else in the text gave away."""
    match = _HEAD.fullmatch(scene.text[slice(*place)])
    if match is None:
        return ()
    start = place[0] + match.start("name")
    return (Name(start, start + len(match["name"]), "product", match["name"]),)


_HEAD: Final = re.compile(r"\s*(?P<name>[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2})\s*")


def _sign(scene: Scene, place: Place) -> Polarity | None:
    if _NO.match(scene.level, *place):
        return "negated"
    return "affirmed" if _YES.match(scene.level, *place) else None


def _row(scene: Scene, predicate: Predicate, subject: Name, thing: str, place: Place, sign: Polarity | None) -> Draft:
    return Draft(predicate, subject, thing, scene.start, scene.end, place[0], sign)


@rule("table.openness", Predicate.OPENNESS, "+table")
def openness(scene: Scene) -> Drafts:
    """A column that asks for open source, and labels within any cell."""
    for subject, heading, place in _rows(scene):
        sign = _sign(scene, place)
        for kind, value in scene.lexicon.found(heading):
            if kind == "label" and sign is not None and value in {"open_source", "open_weights", "proprietary"}:
                yield _row(scene, Predicate.OPENNESS, subject, value, place, sign)
        for mark in scene.within(*place, "label"):
            if mark.value in {"open_weights", "restricted"}:
                yield _row(scene, Predicate.OPENNESS, subject, mark.value, place, "affirmed")


@rule("table.allows", Predicate.ALLOWS, "+table")
def allows(scene: Scene) -> Drafts:
    """A column that asks for an activity."""
    for subject, heading, place in _rows(scene):
        sign = _sign(scene, place)
        for kind, value in scene.lexicon.found(heading):
            if kind == "activity" and sign is not None:
                yield _row(scene, Predicate.ALLOWS, subject, value, place, sign)


@rule("table.discloses", Predicate.DISCLOSES, "+table")
def discloses(scene: Scene) -> Drafts:
    """A column that asks for a component."""
    for subject, heading, place in _rows(scene):
        sign = _sign(scene, place)
        for kind, value in scene.lexicon.found(heading):
            if kind == "component" and sign is not None:
                yield _row(scene, Predicate.DISCLOSES, subject, value, place, sign)


@rule("table.licensed", Predicate.LICENSED_UNDER, "+licence")
def licensed(scene: Scene) -> Drafts:
    """A cell that is a licence's name and no more, in the row of a thing."""
    if scene.block.kind != "table":
        return
    places = cells(scene.text, scene.start, scene.end)
    names = scene.names_in(*places[0], anything) if places else ()
    for place in places[1:] if names else ():
        for name in scene.names_in(*place, licence):
            if name.end - name.start + 3 >= len(scene.text[slice(*place)].strip()):
                called = Name(name.start, name.end, "licence", name.mention, name.entity, name.name)
                yield Draft(Predicate.LICENSED_UNDER, names[0], called, scene.start, scene.end, name.start, "affirmed")


RULES: Final = (openness, allows, discloses, licensed)
