"""Within a gap between phrases: which words are the licence's after all, which came, and how many went.

What a licence says in a gap is not on record. A word is kept if its shingle with kept neighbours is the licence's, and
if numbers, negations and words of condition agree with the licence's place by place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple, Protocol

from openai_landscape.identification._align import Gap
from openai_landscape.identification._marks import is_mark
from openai_landscape.identification._store import Known, Store

_LONGEST: Final = 400  # words of a gap up to which it is compared word by word
_INNER: Final = 3  # so many words in a row between two changes are the licence's


class Refiner(Protocol):
    """Tells the words that came and went in a gap."""

    def __call__(self, gap: Gap) -> Sequence[Gap]:
        """Return *gap* cut down to what differs."""
        ...


class ByFingerprint(NamedTuple):
    """Tells by shingles and marks, where the licence's own words are not at hand."""

    words: Sequence[str]
    hashes: Sequence[int]
    known: Known
    marks: Mapping[int, str]
    store: Store

    def __call__(self, gap: Gap) -> Sequence[Gap]:
        """Return *gap* cut down to what differs."""
        if gap.start == gap.end or gap.place == gap.stop:
            return (gap,)
        left, right = self._kept_from_left(gap), self._kept_from_right(gap)
        came, went = gap.end - gap.start, gap.stop - gap.place
        if left + right >= came == went:
            return self._seam(gap, left, right)
        right = min(right, came - left, went - left)
        rest = Gap(gap.start + left, gap.end - right, gap.place + left, gap.stop - right)
        return tuple(self._inner(rest))

    def _seam(self, gap: Gap, left: int, right: int) -> Sequence[Gap]:
        """Return where two kept sides meet: something differs there, since the phrases do, unless the text just begins.

        A word that came can follow its neighbours elsewhere in the licence, and then looks kept from one side.
        """
        begins = gap.place == 0 and gap.start > 0
        ends = gap.stop == self.known.words and gap.end < len(self.words)
        first = max(0, gap.end - gap.start - right - 1)
        last = min(left + 1, gap.end - gap.start)
        whole = Gap(gap.start + first, gap.start + last, gap.place + first, gap.place + last)
        return () if begins or ends else (whole,)

    def _kept_from_left(self, gap: Gap) -> int:
        room = min(gap.end - gap.start, gap.stop - gap.place)
        return _count(room, lambda n: self._agrees(gap.start + n, gap.place + n) and self._held(gap.start + n))

    def _kept_from_right(self, gap: Gap) -> int:
        room = min(gap.end - gap.start, gap.stop - gap.place)
        return _count(room, lambda n: self._agrees(gap.end - n - 1, gap.stop - n - 1) and self._held(gap.end - n + 1))

    def _held(self, at: int) -> bool:
        return self.store.holds(self.known.number, self.hashes[at])

    def _agrees(self, at: int, place: int) -> bool:
        word, marked = self.words[at], self.marks.get(place)
        return word == marked or (marked is None and not is_mark(word))

    def _inner(self, gap: Gap) -> Iterator[Gap]:
        """Yield the changes of a gap with several, each put where the marks between them agree best."""
        start, place = gap.start, gap.place
        if gap.end - gap.start <= _LONGEST:
            for begin, end in self._islands(gap):
                here = self._landing(begin, end, place + begin - start, place, gap.stop)
                if here is not None:
                    yield from _some(Gap(start, begin, place, here))
                    start, place = end, here + end - begin
        yield from _some(Gap(start, gap.end, place, gap.stop))

    def _islands(self, gap: Gap) -> Iterator[tuple[int, int]]:
        """Yield start and end of each run of words, inside *gap*, whose shingles the licence has."""
        first = gap.start
        while first + _INNER <= gap.end:
            last = next((n for n in range(first + 2, gap.end) if not self._held(n)), gap.end)
            if last - first >= _INNER:
                yield first, last
                first = last
            else:
                first += 1

    def _landing(self, begin: int, end: int, expected: int, low: int, high: int) -> int | None:
        """Return the place nearest to *expected* where the words *begin* to *end* agree with the licence's marks."""
        places = sorted(range(low, high - (end - begin) + 1), key=lambda place: (abs(place - expected), place))
        return next(
            (place for place in places if all(self._agrees(begin + n, place + n) for n in range(end - begin))), None
        )


class ByWords(NamedTuple):
    """Tells by the words themselves, where the caller has passed the licence's text."""

    words: Sequence[str]
    original: Sequence[str]

    def __call__(self, gap: Gap) -> Sequence[Gap]:
        """Return *gap* cut down to what differs."""
        ours, theirs = self.words[gap.start : gap.end], self.original[gap.place : gap.stop]
        left = _count(min(len(ours), len(theirs)), lambda n: ours[n] == theirs[n])
        room = min(len(ours), len(theirs)) - left
        right = _count(room, lambda n: ours[-n - 1] == theirs[-n - 1])
        rest = Gap(gap.start + left, gap.end - right, gap.place + left, gap.stop - right)
        if max(rest.end - rest.start, rest.stop - rest.place) > _LONGEST:
            return (rest,)
        return tuple(self._compared(rest))

    def _compared(self, gap: Gap) -> Iterator[Gap]:
        ours, theirs = self.words[gap.start : gap.end], self.original[gap.place : gap.stop]
        for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            if tag != "equal":
                yield Gap(gap.start + a, gap.start + b, gap.place + c, gap.place + d)


def _count(room: int, holds: Callable[[int], bool]) -> int:
    """Return for how many numbers from 0, *room* at most, *holds* is true without a break."""
    return next((n for n in range(room) if not holds(n)), room)


def _some(gap: Gap) -> Iterator[Gap]:
    if gap.size:
        yield gap
