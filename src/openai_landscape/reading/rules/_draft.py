"""What a rule proposes, before modality, speaker and date are read off its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.quantities import Quantity
from openai_landscape.reading._names import Name
from openai_landscape.reading._scene import Scene

Thing: TypeAlias = Name | Quantity | str | None


@attrs.frozen
class Draft:
    """A claim to be: who, what, where it stands (`start` to `end`), and where its decisive word is (`at`).

    `polarity` is None where the clause decides; `speaker` where the rule itself knows whose word it is.
    """

    predicate: Predicate
    subject: Name
    object: Thing
    start: int
    end: int
    at: int
    polarity: Polarity | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    speaker: Name | None = None
    modality: str | None = None
    exact: bool = False


Drafts: TypeAlias = Iterator[Draft]


@attrs.frozen
class Rule:
    """One way of saying a predicate: `cues` are the kinds of marks without which it cannot apply."""

    name: str
    predicate: Predicate
    cues: frozenset[str]
    read: Callable[[Scene], Drafts]


def rule(name: str, predicate: Predicate, cues: str) -> Callable[[Callable[[Scene], Drafts]], Rule]:
    """Make a function the rule *name* of the grammar."""

    def made(read: Callable[[Scene], Drafts]) -> Rule:
        return Rule(name, predicate, frozenset(cues.split()), read)

    return made


def reach(*spans: tuple[int, int]) -> tuple[int, int]:
    """Return from the first to the last of *spans*."""
    return min(start for start, _ in spans), max(end for _, end in spans)


def at(name: Name) -> tuple[int, int]:
    """Return where *name* stands."""
    return name.start, name.end
