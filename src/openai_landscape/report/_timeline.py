"""What the texts claim, and what the catalogue records, along time: a line for each model, licence or product."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from attrs import evolve, frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.entities import License, Mention, Model, Product
from openai_landscape.quantities import PartialDate
from openai_landscape.report._texts import Card, Text

LEFT: Final = 190
WIDTH: Final = 1200
STEP: Final = 20
TOP: Final = 34
ABREAST: Final = 8
"""So many claims of one day stand side by side."""


@frozen
class Mark:
    """A fact, a claim about when something was, or the day on which a claim was made, with where it is drawn."""

    kind: Literal["fact", "dated", "said"]
    date: PartialDate
    text: str
    card: Card | None = None
    x: float = 0
    y: int = 0
    until: float = 0


@frozen
class Line:
    """An entity with its marks; `y` is where its name stands."""

    id: str
    name: str
    marks: tuple[Mark, ...]
    y: int = 0


@frozen
class Tick:
    """The first day of a year."""

    year: int
    x: float


@frozen
class Timeline:
    """The lines with the years above them."""

    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    undated: int

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return TOP + sum(_levels(line.marks) * STEP + STEP // 2 for line in self.lines) + STEP


def timeline(read: Sequence[Text], catalog: Catalog) -> Timeline:
    """Return the timeline of whatever the texts make dated claims about, or the catalogue dates."""
    cards = [card for text in read for card in text.cards]
    lines = [line for line in _lines(cards, catalog) if line.marks]
    dates = [mark.date for line in lines for mark in line.marks]
    undated = sum(_when(card) is None for card in cards)
    if not dates:
        return Timeline((), (), undated)
    first, last = min(date.year for date in dates), max(date.year for date in dates) + 1
    scale = _Scale(dt.date(first, 1, 1), dt.date(last, 1, 1))
    ticks = tuple(Tick(year, scale.x(dt.date(year, 1, 1))) for year in range(first, last + 1))
    return Timeline(tuple(_placed(lines, scale)), ticks, undated)


def _lines(cards: Sequence[Card], catalog: Catalog) -> Iterator[Line]:
    about: dict[str, list[Card]] = {}
    for card in cards:
        for mention in (card.claim.subject, card.claim.object):
            if isinstance(mention, Mention) and mention.entity is not None:
                about.setdefault(mention.entity, []).append(card)
    for id_ in sorted(about):
        entity = catalog.models.get(id_) or catalog.products.get(id_) or catalog.licenses.get(id_)
        if entity is not None:
            claims = [mark for card in dict.fromkeys(about[id_]) for mark in _claimed(card)]
            yield Line(
                id_,
                entity.name,
                tuple(sorted((*_facts(entity), *claims), key=lambda mark: (mark.date, mark.kind != "fact", mark.kind))),
            )


def _claimed(card: Card) -> Iterator[Mark]:
    when = _when(card)
    if when is not None:
        yield Mark("dated" if card.claim.when and card.claim.when.date else "said", when, card.said, card)


def _when(card: Card) -> PartialDate | None:
    stated = card.claim.when.date if card.claim.when else None
    return stated or card.claim.said_on


def _facts(entity: Model | Product | License) -> Iterator[Mark]:
    if entity_released := entity.released:
        yield Mark("fact", PartialDate(entity_released), "released")
    if isinstance(entity, Model):
        if entity.leaked:
            yield Mark("fact", entity.leaked, f"leaked {' and '.join(entity.leaked_to)}".rstrip())
        for record in entity.licenses:
            if record.since:
                yield Mark("fact", record.since, f"{record.component} under {record.license or record.as_written}")
    if isinstance(entity, License) and entity.in_force.until:
        yield Mark("fact", PartialDate(entity.in_force.until), "no longer the text in force")


@frozen
class _Scale:
    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> float:
        """Return where *day* is drawn."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(LEFT + share * (WIDTH - LEFT - STEP), 1)


def _placed(lines: Iterable[Line], scale: _Scale) -> Iterator[Line]:
    y = TOP + STEP
    for line in lines:
        marks = tuple(_spread(line.marks, scale, y))
        yield evolve(line, marks=marks, y=y)
        y += _levels(marks) * STEP + STEP // 2


def _spread(marks: Sequence[Mark], scale: _Scale, y: int) -> Iterator[Mark]:
    """Put each mark at its date on the first level where there is room, claims of one day side by side."""
    ends: list[float] = []
    for run in _runs(marks):
        x, until = scale.x(run[0].date.first()), scale.x(run[0].date.last())
        level = next((number for number, end in enumerate(ends) if x >= end), len(ends))
        ends[level : level + 1] = [max(until, x + _width(run)) + STEP]
        for number, mark in enumerate(run):
            yield evolve(mark, x=x + number * STEP, y=y + level * STEP, until=until)


def _runs(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    for (kind, _), same in itertools.groupby(marks, key=lambda mark: (mark.kind, mark.date)):
        together = list(same)
        most = 1 if kind == "fact" else ABREAST
        yield from (together[start : start + most] for start in range(0, len(together), most))


def _width(run: Sequence[Mark]) -> float:
    return len(run[0].text) * 6 if run[0].kind == "fact" else (len(run) - 1) * STEP


def _levels(marks: Sequence[Mark]) -> int:
    return (max((mark.y for mark in marks), default=0) - min((mark.y for mark in marks), default=0)) // STEP + 1
