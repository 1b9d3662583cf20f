"""The parts of a sentence: what punctuation divides, and what it only interrupts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import attrs

_MOST: Final = 3
"""So many parts may an aside have."""
_AROUND: Final = ",()–—-"
"""What sets an aside apart; a colon or semicolon ends what it follows."""


@attrs.frozen
class Clause:
    """A part of a sentence between marks of punctuation. `opening` says how it begins: relative, conditional, …."""

    start: int
    end: int
    opening: str = ""


def rejoined(
    level: str,
    parts: Sequence[Clause],
    interrupted: Callable[[Clause, Sequence[Clause], Clause], bool],
    goes_on: Callable[[Clause], bool],
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """Return *parts* with those made one that an aside interrupts, and the asides.

    What comes first in "Foo-7B, which many like, is open source" names only the subject; where it is
    *interrupted* and a later part *goes_on* with its verb, both are one clause, which reaches over the aside.
    """
    found: list[Clause] = []
    asides: list[Clause] = []
    index = 0
    while index < len(parts):
        head = parts[index]
        after = index + 1
        while after < len(parts) and after - index <= _MOST + 1 and level[parts[after].start] in _AROUND:
            if goes_on(parts[after]):
                break
            after += 1
        else:
            after = index
        if after > index + 1 and interrupted(head, parts[index + 1 : after], parts[after]):
            found.append(Clause(head.start, parts[after].end, head.opening))
            found += parts[index + 1 : after]
            asides.append(Clause(parts[index + 1].start, parts[after].start))
            index = after + 1
        else:
            found.append(head)
            index += 1
    return tuple(found), tuple(asides)
