"""Where the words of a licence stand in a text: runs of phrases found whole, put in one order that both share."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


class Hit(NamedTuple):
    """A phrase of a text, words *start* to *end*, and where licences have it: their numbers and places."""

    start: int
    end: int
    hash: int
    places: list[tuple[int, int]]


def hits(phrases: Iterable[Phrase], store: Store) -> Iterator[Hit]:
    """Yield the phrases that some licence has."""
    seen: Counter[int] = Counter()
    for start, end, hash_ in phrases:
        places = store.places(hash_)
        if places:
            seen[hash_] += 1
            if seen[hash_] <= _MOST_REPEATS:
                yield Hit(start, end, hash_, places)


def words_in_hits(hits: Iterable[Hit]) -> Counter[int]:
    """Return how many words of each licence, by its number, stand in phrases that the text has too."""
    counted: Counter[int] = Counter()
    for start, end, places in {hit.hash: (hit.start, hit.end, hit.places) for hit in hits}.values():
        length = end - start
        for number, _ in places:
            counted[number] += length
    return counted


def runs(hits: Iterable[Hit], number: int) -> list[Run]:
    """Return the longest runs of phrases that the licence of that *number* has, in the order of the text."""
    ends: dict[int, list[list[int]]] = defaultdict(list)
    for start, end, _, places in hits:
        for other, place in places:
            if other == number:
                on = ends[start - place]
                if on and on[-1][1] == start:
                    on[-1][1] = end
                else:
                    on.append([start, end])
    return sorted(Run(start, end, start - shift) for shift, on in ends.items() for start, end in on)


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
