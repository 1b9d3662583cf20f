"""A text against the licences that share phrases with it: the one with the fewest differences, and what they are."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from openai_landscape.identification._align import Gap, Hit, Run, gaps, hits, in_order, runs, words_in_hits
from openai_landscape.identification._fingerprint import Body, body
from openai_landscape.identification._hashes import file_hash, phrases, shingles, whole_hash
from openai_landscape.identification._notices import Notice, notice_at_end, notice_lines
from openai_landscape.identification._refine import ByFingerprint, ByWords, Refiner
from openai_landscape.identification._store import Known, Store
from openai_landscape.identification._words import is_torn, pieces, spans, words

_CANDIDATES: Final = 8
_WIDEST: Final = 64  # a changed word spoils its phrase and its neighbours, hardly ever more words than these
_NEAREST: Final = 3
_HINT: Final = 10  # a licence is looked at if a tenth of its words stand in whole phrases
_HALF: Final = 2
_FEWEST: Final = 12  # words that could be a licence of their own
_MOST_PARTS: Final = 16
_MOST_TORN: Final = 64


class Stretch(NamedTuple):
    """Words *start* up to, not including, *end* of a text."""

    start: int
    end: int


class Match(NamedTuple):
    """A licence held against a stretch of text: what differs, and where in the text its first and last words stand."""

    known: Known
    marks: Mapping[int, str]
    changes: tuple[Gap, ...]
    kept: int
    body: Stretch

    @property
    def differences(self) -> int:
        """How many words came and went."""
        return sum(change.size for change in self.changes)

    def around(self, stretch: Stretch) -> tuple[Stretch, Stretch]:
        """Return what of *stretch* stands before and after the licence."""
        return Stretch(stretch.start, self.body.start), Stretch(self.body.end, stretch.end)


def _fewest(gap: Gap, stretch: Stretch, words: int) -> int:
    """Return how many words differ in *gap* at least; what came around the licence may be another one."""
    came, went = gap.end - gap.start, gap.stop - gap.place
    outside = (gap.start == stretch.start and not gap.place) or (gap.end == stretch.end and gap.stop == words)
    return max(0, went - came) if outside else max(1, abs(came - went))


class Text:
    """A text whose words are to be held against those of licences. All is worked out once, when first asked for."""

    def __init__(self, text: str, store: Store) -> None:
        self.text = text
        self.store = store

    @cached_property
    def _pieces(self) -> list[str]:
        return pieces(self.text)

    @cached_property
    def _all_words(self) -> list[str]:
        return words(self._pieces)

    @cached_property
    def _all_spans(self) -> list[tuple[int, int]]:
        return spans(self._pieces)

    @cached_property
    def _notices(self) -> list[Notice]:
        return notice_lines(self.text)

    @cached_property
    def _body(self) -> Body:
        return body(self._all_words, self._all_spans, [notice for notice in self._notices if notice.alone])

    def known(self) -> Known | None:
        """Return the licence that the text is, word for word, if that can be told from the text alone."""
        return next((known for form in self._forms() if (known := self.store.forms.get(whole_hash(form)))), None)

    def _forms(self) -> Iterator[Sequence[str]]:
        yield self._all_words
        if self._notices:
            yield self._body.words
        if not all(notice.alone for notice in self._notices):
            yield body(self._all_words, self._all_spans, self._notices).words

    @property
    def words(self) -> Sequence[str]:
        """The words but for copyright notices that stand by themselves."""
        return self._body.words

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each of the words stands, in code points."""
        return self._body.spans

    @cached_property
    def _hashes(self) -> list[int]:
        return shingles(self.words)

    @cached_property
    def _hits(self) -> list[Hit]:
        return list(hits(phrases(self.words, self._hashes), self.store))

    def runs(self, known: Known, stretch: Stretch) -> list[Run]:
        """Return the runs of phrases that *stretch* and a licence have in one order."""
        found = runs(self._within(stretch), known.number)
        return in_order(run.within(*stretch) for run in found)

    def _within(self, stretch: Stretch) -> list[Hit]:
        return [hit for hit in self._hits if hit.start < stretch.end and stretch.start < hit.end]

    def best(self, stretch: Stretch) -> Match | None:
        """Return the licence that explains *stretch* best: with the fewest differences, other licences in it apart.

        At least half of the licence has to be there.
        """
        best, least = None, sys.maxsize
        for missing, known in self._likely(stretch):
            if missing <= _WIDEST * least:
                match = self._against(known, stretch, least)
                if match is not None:
                    left = self._unexplained(match, stretch, least)
                    best, least = (match, left) if left < least else (best, least)
        return best

    def _against(self, known: Known, stretch: Stretch, least: int) -> Match | None:
        """Return what differs if at least half of the licence is there and *least* words or more need not differ."""
        found = self.runs(known, stretch)
        if sum(_fewest(gap, stretch, known.words) for gap in gaps(found, *stretch, known.words)) >= least:
            return None
        match = self.against(known, found, stretch)
        return match if _HALF * match.kept >= known.words else None

    def _unexplained(self, match: Match, stretch: Stretch, least: int) -> int:
        """Return how many words of *stretch* neither the licence nor one beside it explains, if fewer than *least*."""
        around = [rest for rest in match.around(stretch) if rest.end - rest.start >= _FEWEST]
        if not around or match.differences - sum(rest.end - rest.start for rest in around) >= least:
            return match.differences
        return match.differences - sum(self._explained(rest) for rest in around)

    def _explained(self, stretch: Stretch) -> int:
        """Return how many words less there are to explain if the nearest licence stands in *stretch*."""
        found = (self._against(known, stretch, sys.maxsize) for _, known in self._likely(stretch)[:_NEAREST])
        left = [match.differences for match in found if match is not None]
        return max(0, stretch.end - stretch.start - min(left, default=sys.maxsize))

    def _likely(self, stretch: Stretch) -> list[tuple[int, Known]]:
        """Return the licences that share most with *stretch*, each with how many of its words no phrase shows there."""
        counted = words_in_hits(self._within(stretch))
        shared = ((self.store.licenses[number], words) for number, words in counted.items())
        likely = [(max(0, known.words - words), known) for known, words in shared if _HINT * words >= known.words]
        likely.sort(key=lambda each: (2 * each[0] - each[1].words, each[1].id))
        return likely[:_CANDIDATES]

    def against(
        self, known: Known, runs: Sequence[Run], stretch: Stretch, original: Sequence[str] | None = None
    ) -> Match:
        """Return what differs between *stretch* and the licence, which have *runs* in common, in one order.

        *original* are the licence's words, where they are at hand.
        """
        marks = self.store.marks(known)
        refine: Refiner = ByFingerprint(self.words, self._hashes, known, marks, self.store)
        if original is not None:
            refine = ByWords(self.words, original)
        changes = tuple(each for gap in gaps(runs, *stretch, known.words) for each in refine(gap))
        kept = known.words - sum(change.stop - change.place for change in changes)
        return Match(known, marks, changes, kept, _body(changes, stretch, known.words))

    def notices(self, match: Match) -> list[Stretch]:
        """Return the words that are copyright notices where the licence has room for one: at its head or at a slot."""
        return [
            notice
            for change in match.changes
            if change.place == 0 or any(change.place <= slot <= change.stop for slot in match.known.slots)
            for notice in self._notice(change)
        ]

    def _notice(self, change: Gap) -> Iterator[Stretch]:
        if change.start < change.end:
            base = self.spans[change.start - 1][1] if change.start else 0
            end = self.spans[change.end - 1][1]
            begin = notice_at_end(self.text[base:end])
            if begin is not None:
                yield Stretch(bisect_left(self.spans, (base + begin,)), change.end)

    def is_whole(self, match: Match, stretch: Stretch) -> bool:
        """Whether *stretch* is the licence, word for word, but for copyright notices and words torn by a column."""
        said, torn, notices = self.words, self._torn(match), self.notices(match)
        if stretch == (0, len(said)) and not torn and not notices:
            return False  # the text would be known
        kept = [at for part in _without(stretch, notices) for at in range(part.start, part.end)]
        joined = "".join(said[at] if at in torn else f"\n{said[at]}" for at in kept)
        return self.store.forms.get(file_hash(joined[1:])) is match.known

    def _torn(self, match: Match) -> set[int]:
        """Return the words that may belong to the ones before: a hash tells whether one word went for two that came."""
        short = (change for change in match.changes if change.end - change.start <= _MOST_TORN)
        pairs = (pair for change in short for pair in pairwise(range(change.start, change.end)))
        return {other for one, other in pairs if is_torn(self.text, self.spans[one], self.spans[other])}

    def parts(self, first: Match) -> Iterator[Match]:
        """Yield the licences within the text, *first* among them."""
        ahead = [(Stretch(0, len(self.words)), first)]
        for _ in range(_MOST_PARTS):
            if not ahead:
                return
            stretch, match = ahead.pop()
            yield match
            for rest in match.around(stretch):
                found = self.best(rest) if rest.end - rest.start >= _FEWEST else None
                if found:
                    ahead.append((rest, found))


def _body(changes: Sequence[Gap], stretch: Stretch, words: int) -> Stretch:
    """Return *stretch* without what only came before the licence's first word and after its last kept one."""
    start, end = stretch
    if changes and changes[0].start == start and changes[0].place == 0:
        start = changes[0].end
    if changes and changes[-1].end == end and changes[-1].stop == words:
        end = max(start, changes[-1].start)
    return Stretch(start, end)


def _without(stretch: Stretch, notices: Sequence[Stretch]) -> Iterator[Stretch]:
    start = stretch.start
    for notice in notices:
        if stretch.start <= notice.start and notice.end <= stretch.end:
            yield Stretch(start, notice.start)
            start = notice.end
    yield Stretch(start, stretch.end)
