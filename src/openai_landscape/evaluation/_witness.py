"""A use made from the cells of a diagram's path: it says everything that any term asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from openai_landscape.evaluation._diagram import Space
from openai_landscape.evaluation._slots import Cell, ChainSlot, ChoiceSlot, Exact, Slot
from openai_landscape.quantities import Money
from openai_landscape.use import FACTS, Use

_LISTED: Final = ("fields", "licensee.trades", "litigation", "registered")
"""Facts whose members are told apart one by one."""


def witness(activity: str, chosen: Mapping[Slot, int], space: Space) -> Use:
    """Return a use in the cells *chosen*; of every other slot it is in the first cell, or in that which says no."""
    flat: dict[str, object] = {name: [] for name in _LISTED}
    for slot, cells in space.cells.items():
        cell = cells[chosen[slot]] if slot in chosen else _plain(cells)
        if isinstance(slot, ChainSlot):
            _numbers(flat, slot, cell)
        elif isinstance(slot, ChoiceSlot):
            _choice(flat, slot.path, str(cell.values[0]))
        else:
            flat[slot.path] = list(cell.values)
    return Use.model_validate({"activities": [activity], **_nested(flat)})


def _plain(cells: tuple[Cell, ...]) -> Cell:
    return next((cell for cell in cells if cell.values == ("false",)), cells[0])


def _nested(flat: Mapping[str, object]) -> dict[str, object]:
    data: dict[str, object] = {}
    for path, value in flat.items():
        holder, _, rest = path.partition(".")
        if not rest:
            data[holder] = value
            continue
        inner = data.setdefault(holder, {})
        assert isinstance(inner, dict)
        inner[rest] = value
    return data


def _choice(flat: dict[str, object], path: str, value: str) -> None:
    name, _, member = path.partition("[")
    if name in _LISTED:
        held = flat[name]
        if value == "true" and isinstance(held, list):
            held.append(member.removesuffix("]"))
    else:
        flat[path] = value == "true" if name in FACTS and FACTS[name].kind == "flag" else value


def _numbers(flat: dict[str, object], slot: ChainSlot, cell: Cell) -> None:
    for path, value in zip(slot.facts, cell.values, strict=True):
        assert not isinstance(value, str)
        name, _, period = path.partition("[")
        figure = _figure(name, value, currency=slot.currency)
        if not period:
            flat[name] = figure
            continue
        dated = flat.setdefault(name, {})
        # an undated figure of the same fact stands for every month already
        if isinstance(dated, dict):
            dated[period.removesuffix("]")] = figure


def _figure(name: str, value: Exact, *, currency: str) -> object:
    kind = FACTS[name].kind
    if kind == "date":
        return dt.date.fromordinal(int(value)).isoformat()
    if kind == "users":
        return int(value)
    exact = Fraction(value)
    return Money(amount=Decimal(exact.numerator) / Decimal(exact.denominator), currency=currency)
