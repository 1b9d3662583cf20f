"""Where the words of a licence stand in a text: runs of phrases found whole, put in one order that both share."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from openai_landscape.identification._hashes import Phrase
from openai_landscape.identification._store import Store

_MOST_REPEATS: Final = 32  # a phrase that a text repeats more often says nothing new, and would cost without bound
_NEAR: Final = 64
_STRETCH: Final = 32


class Run(NamedTuple):
    """Words *start* to *end* of the text that are the words from *place* of the licence."""

    start: int
    end: int
    place: int

    @property
    def stop(self) -> int:
        """The place after the last word, in the licence."""
        return self.place + self.end - self.start

    def within(self, start: int, end: int) -> Run:
        """Return what of the run lies in words *start* to *end* of the text."""
        begin = max(start, self.start)
        return Run(begin, min(end, self.end), self.place + begin - self.start)


class Gap(NamedTuple):
    """Words *start* to *end* of the text where the licence has those from *place* to *stop*."""

    start: int
    end: int
    place: int
    stop: int

    @property
    def size(self) -> int:
        """How many words came and went, if none of them is the same."""
        return self.end - self.start + self.stop - self.place


def runs_by_license(phrases: Iterable[Phrase], store: Store) -> Mapping[int, list[Run]]:
    """Return the longest runs of phrases that each licence shares with a text, in the order of the text."""
    seen: Counter[int] = Counter()
    found: dict[tuple[int, int], list[list[int]]] = defaultdict(list)
    for start, end, hash_ in phrases:
        seen[hash_] += 1
        if seen[hash_] <= _MOST_REPEATS:
            for number, place in store.places(hash_):
                runs = found[number, start - place]
                if runs and runs[-1][1] == start:
                    runs[-1][1] = end
                else:
                    runs.append([start, end])
    by_license: dict[int, list[Run]] = defaultdict(list)
    for (number, shift), runs in found.items():
        by_license[number] += (Run(start, end, start - shift) for start, end in runs)
    return by_license


def shared(runs: Iterable[Run]) -> int:
    """Return how many words of the licence *runs* cover, at most: each place once."""
    reached = total = 0
    for run in sorted(runs, key=lambda each: each.place):
        total += max(0, run.stop - max(run.place, reached))
        reached = max(reached, run.stop)
    return total


def in_order(runs: Iterable[Run]) -> list[Run]:
    """Return the runs that stand in one order in text and licence, the longest first to be chosen.

    A short run far from the others is chance: licences share phrases with all prose.
    """
    chosen: list[Run] = []
    for run in sorted(runs, key=lambda each: (each.start - each.end, each.start, each.place)):
        at = bisect_left(chosen, run)
        before, after = chosen[at - 1 : at], chosen[at : at + 1]
        if all(_precedes(*pair) for pair in pairwise((*before, run, *after))) and _is_near(run, before, after):
            chosen.insert(at, run)
    return chosen


def _precedes(one: Run, other: Run) -> bool:
    return one.end <= other.start and one.stop <= other.place


def _is_near(run: Run, before: Sequence[Run], after: Sequence[Run]) -> bool:
    distances = [run.start - each.end for each in before] + [each.start - run.end for each in after]
    return not distances or min(distances) <= _NEAR + _STRETCH * (run.end - run.start)


def gaps(runs: Sequence[Run], start: int, end: int, words: int) -> Iterator[Gap]:
    """Yield what lies between *runs*, in words *start* to *end* of the text, against a licence of *words* words."""
    edges = (Run(start, start, 0), *runs, Run(end, end, words))
    for one, other in pairwise(edges):
        gap = Gap(one.end, other.start, one.stop, other.place)
        if gap.size:
            yield gap
