"""What is kept of a licence text: hashes, numbers and the places of words that decide, never the text.

Shingles are kept without any order. Phrases and deciding words are kept with their places, each place masked by the
hash of the very words, so that only whoever holds the words can read where they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from openai_landscape.identification._hashes import file_hash, phrases, shingles, whole_hash, word_hash
from openai_landscape.identification._marks import has_digit, is_mark
from openai_landscape.identification._notices import Notice, notice_lines
from openai_landscape.identification._words import pieces, spans, words
from openai_landscape.identification.result import TextKind

PLACE: Final = (1 << 16) - 1
"""The bits of a masked entry that hold a place, in words from the start."""

TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "mit": ("MIT License", "The MIT License", "The MIT License (MIT)", ""),
    "isc": ("ISC License", "The ISC License", "ISC License (ISC)", ""),
    "bsd-2-clause": ("BSD 2-Clause License", "The 2-Clause BSD License", "BSD-2-Clause", ""),
    "bsd-3-clause": ("BSD 3-Clause License", "The 3-Clause BSD License", "BSD-3-Clause", ""),
}
"""The titles a copy of a standard licence may bear: SPDX's matching guidelines leave the title open."""


class Fingerprint(NamedTuple):
    """The fingerprint of one licence text.

    `forms` are hashes of whole texts that are this licence, word for word; `files` those of texts as published. `slots`
    are the places where copyright notices stand, `numbers` the words with digits. `marks` and `phrases` are masked.
    """

    kind: TextKind
    words: int
    forms: frozenset[str]
    files: frozenset[str]
    slots: tuple[int, ...]
    numbers: tuple[str, ...]
    marks: tuple[int, ...]
    phrases: tuple[int, ...]
    shingles: frozenset[int]


def masked(hash_: int, place: int) -> int:
    """Return *hash_* with its low bits hiding *place*."""
    return hash_ ^ place


class Body(NamedTuple):
    """The words of a text without its copyright notices, where those stood among them, and each word's span."""

    words: Sequence[str]
    slots: Sequence[int]
    spans: Sequence[tuple[int, int]]


def body(said: Sequence[str], places: Sequence[tuple[int, int]], notices: Sequence[Notice]) -> Body:
    """Return the words *said*, which stand at *places*, but for those within *notices*, in the order of the text."""
    kept, left, slots = list[str](), list[tuple[int, int]](), list[int]()
    start = 0
    for notice in notices:
        begin, end = bisect_left(places, (notice.start,)), bisect_left(places, (notice.end,))
        kept += said[start:begin]
        left += places[start:begin]
        slots.append(len(kept))
        start = end
    return Body([*kept, *said[start:]], slots, [*left, *places[start:]])


def fingerprint(license_id: str, kind: TextKind, text: str) -> Fingerprint:
    """Return the fingerprint of *text*, an agreement or a policy called *license_id*.

    Raises:
        ValueError: If the text has no words, or more than a place can count.
    """
    parts = pieces(text)
    said = words(parts)
    kept, slots, _ = body(said, spans(parts), [notice for notice in notice_lines(text) if notice.alone])
    if not 0 < len(kept) <= PLACE:
        raise ValueError(f"{license_id}: the text has {len(kept)} words; at least 1 and at most {PLACE} can be told")
    hashes = shingles(kept)
    return Fingerprint(
        kind=kind,
        words=len(kept),
        forms=frozenset(map(whole_hash, _forms(license_id, said, kept))),
        files=frozenset({file_hash(text)}),
        slots=tuple(dict.fromkeys(slots)),
        numbers=tuple(sorted({word for word in kept if has_digit(word)})),
        marks=tuple(sorted(masked(word_hash(word), place) for place, word in enumerate(kept) if is_mark(word))),
        phrases=tuple(sorted(masked(phrase.hash, phrase.start) for phrase in phrases(kept, hashes))),
        shingles=frozenset(hashes),
    )


def _forms(license_id: str, said: Sequence[str], kept: Sequence[str]) -> Iterator[Sequence[str]]:
    yield said
    yield kept
    titles = [words(pieces(title)) for title in TITLES.get(license_id, ())]
    own = max((title for title in titles if list(kept[: len(title)]) == title), key=len, default=[])
    for title in titles:
        yield [*title, *kept[len(own) :]]
