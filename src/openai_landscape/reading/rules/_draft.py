"""What a rule proposes, before modality, speaker and date are read off its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Self, TypeAlias

import attrs

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.quantities import Quantity
from openai_landscape.reading._names import Name
from openai_landscape.reading._scene import Scene

Thing: TypeAlias = Name | Quantity | str | None


@attrs.frozen
class Draft:
    """A claim to be: who, what, where it stands (`start` to `end`), and where its decisive word is (`at`).

    `polarity` is None where the clause decides; `speaker` where the rule itself knows whose word it is. What is
    `denied` by words that else only suspend a statement has its sign from them.
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
    denied: bool = False


Drafts: TypeAlias = Iterator[Draft]


@attrs.frozen
class Rule:
    """One way of saying a predicate: `cues` are the signals of a sentence without any of which it cannot apply."""

    name: str
    predicate: Predicate
    cues: frozenset[str]
    read: Callable[[Scene], Drafts]


@attrs.frozen
class Grammar:
    """Rules in the order in which they are tried, looked up by the cues of a sentence instead of tried one by one."""

    rules: tuple[Rule, ...]
    always: frozenset[int]
    by_cue: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """Put *rules* in an index by their cues; a rule that needs none is always tried."""
        every = tuple(rules)
        by_cue: dict[str, list[int]] = {}
        for index, each in enumerate(every):
            for cue in each.cues:
                by_cue.setdefault(cue, []).append(index)
        always = frozenset(index for index, each in enumerate(every) if not each.cues)
        return cls(every, always, MappingProxyType({cue: tuple(found) for cue, found in by_cue.items()}))

    def applicable(self, signals: Iterable[str]) -> list[Rule]:
        """Return the rules that a sentence with these *signals* can satisfy, in order."""
        wanted = set(self.always)
        for signal in signals:
            wanted.update(self.by_cue.get(signal, ()))
        return [self.rules[index] for index in sorted(wanted)]


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
