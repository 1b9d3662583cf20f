"""Expressions of several parts, which stand apart in German and Dutch: "stellt … vor"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Final

from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Mark


def gathered(
    level: str, marks: Iterable[Mark], clauses_of: Callable[[int], tuple[int, int]]
) -> Mapping[str, tuple[Mark, ...]]:
    """Return *marks* by kind; the parts of one expression that stand in one clause of *level* become one mark."""
    by_kind: dict[str, list[Mark]] = {}
    firsts: dict[str, Mark] = {}
    for mark in marks:
        kind = mark.kind
        if kind == "gap.first":
            firsts[mark.value] = mark
        elif kind == "gap.second":
            kind, value, middle, begun = mark.value.split("|")
            first = firsts.get(begun)
            if first is None or (middle and f" {middle} " not in level[first.end : mark.start]):
                continue
            if (
                kind == "release"
                and _PARTICLE.fullmatch(level, mark.start, mark.end)
                and not _ENDS.match(level, mark.end)
            ):
                continue  # a preposition: "stellt OpenAI vor Probleme"
            start, end = clauses_of(first.start)
            if end >= mark.end and not _imagined(level, kind, first.start, mark.end, start):
                by_kind.setdefault(kind, []).append(Mark(kind, first.start, mark.end, value))
        elif kind == "release" and _imagined(level, kind, mark.start, mark.end, clauses_of(mark.start)[0]):
            continue
        elif kind in by_kind:
            by_kind[kind].append(mark)
        else:
            by_kind[kind] = [mark]
    return {kind: tuple(sorted(found, key=_PLACE) if len(found) > 1 else found) for kind, found in by_kind.items()}


def _imagined(level: str, kind: str, start: int, end: int, floor: int) -> bool:
    """Whether German "vorstellen" is reflexive and means to imagine, not to present."""
    if kind != "release" or "stell" not in level[start:end] or "vor" not in level[start:end]:
        return False
    return " sich " in level[max(floor, start - 120) : end]


_PARTICLE: Final = lazily(r"vor|aus|an|auf|ein|ab|nach|achter|open|offen")
_ENDS: Final = lazily(
    r"\W*$|\s*[,.;:!?()–—\"“”]|\s(?:und|oder|en|of|sowie|als|wie|mit|met|unter|onder|voor|für|aan|op|zodat|zonder"
    r"|ohne)\b"
)
_PLACE: Final = attrgetter("end", "start")
