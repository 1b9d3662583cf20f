"""Tables: the row says of what, the column says what, the cell says whether."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._kinds import anything, licence
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading.rules._draft import Draft, Drafts, rule
from openai_landscape.reading.rules.terms import as_licence

Place = tuple[int, int]

_YES: Final = lazily(r"\W*(?:✅|✓|✔|☑|ja\b|yes\b|full\b|open\b|vollständig)")
_NO: Final = lazily(r"\W*(?:❌|✗|✘|✖|nein\b|nee\b|no\b|none\b|kein|geen\b|closed\b)")
_CELL: Final = lazily(r"[^\t|]+")


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


_HEAD: Final = lazily(r"\s*(?P<name>[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2})\s*")


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
            end = name.end + (1 + len(name.tail) if name.tail else 0)
            if end - name.start + 3 >= len(scene.text[slice(*place)].strip()):
                yield Draft(
                    Predicate.LICENSED_UNDER,
                    names[0],
                    as_licence(scene, name),
                    scene.start,
                    scene.end,
                    name.start,
                    "affirmed",
                )


@rule("table.sized", Predicate.HAS_SIZE, "+table")
def sized(scene: Scene) -> Drafts:
    """A column of sizes: "Parameters", "Context"; a second figure in the cell is what of it is active."""
    for subject, heading, place in _rows(scene):
        unit = next((unit for unit, words in _SIZES if words.search(heading)), None)
        figures = [number for number in scene.numbers if place[0] <= number.at < place[1]]
        for index, number in enumerate(figures[:2] if unit is not None else ()):
            active = index > 0 and _ACTIVE.search(scene.level, *place) is not None
            if index > 0 and not active:
                break
            found = number.to_quantity("active_parameters" if active else unit)
            yield Draft(Predicate.HAS_SIZE, subject, found, scene.start, scene.end, number.start, "affirmed")


_SIZES: Final = (
    ("active_parameters", lazily(r"\bact(?:ive|ief)|\baktiv")),
    ("parameters", lazily(r"\bparam|^(?:size|größe|grootte|omvang)$")),
    ("context_tokens", lazily(r"[ck]ontext")),
)
"""What a column counts, by the words of its heading."""
_ACTIVE: Final = lazily(r"\b(?:active|actief|aktiv)\b")

RULES: Final = (openness, allows, discloses, licensed, sized)
