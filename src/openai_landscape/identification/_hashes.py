"""Hashes of words: of a whole text, of its shingles of three words, and of the phrases it falls into.

All are stable across machines and runs. Phrases end where a shingle's hash is the least of its neighbourhood, so the
same words fall into the same phrases whatever stands some words before or after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b, sha256
from itertools import chain, repeat
from typing import Final, NamedTuple

SHINGLE: Final = 3
"""Of how many words a shingle is made."""

_BLANK: Final = ""
_REACH: Final = 4  # a phrase ends where no shingle within this distance has a lower hash
_MASK: Final = (1 << 64) - 1
_FIRST: Final = 0x9E3779B97F4A7C15  # odd constants of SplitMix64, to spread bits
_SECOND: Final = 0xBF58476D1CE4E5B9
_HIGHEST: Final = 1 << 32


class Phrase(NamedTuple):
    """Words *start* up to, not including, *end*, and the hash of them in their order (64 bits)."""

    start: int
    end: int
    hash: int


def file_hash(text: str) -> str:
    """Return the SHA-256 of *text* in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def whole_hash(words: Iterable[str]) -> str:
    """Return the SHA-256 of *words* in their order."""
    return file_hash("\n".join(words))


@lru_cache(maxsize=1 << 14)
def word_hash(word: str) -> int:
    """Return a hash of *word*, of 64 bits."""
    return _hash(word)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def shingles(words: Sequence[str]) -> list[int]:
    """Return the hash, of 32 bits, of each three words in a row, two blanks before the first and after the last.

    The hash at *n* is that of the words that end with word *n*; the one at *n* + 2 of those that begin with it.
    """
    hashes = {word: word_hash(word) for word in {*words, _BLANK}}
    each = [hashes[word] for word in (_BLANK, _BLANK, *words, _BLANK, _BLANK)]
    return [((a * _FIRST + b * _SECOND + c) & _MASK) >> 32 for a, b, c in zip(each, each[1:], each[2:], strict=False)]


def phrases(words: Sequence[str], hashes: Sequence[int]) -> list[Phrase]:
    """Return the phrases that *words* fall into; *hashes* are those of their shingles."""
    ends = [*_lowest(hashes[2:-2]), len(words)] if words else []
    starts = [0, *ends]
    return [
        Phrase(start, end, _hash("\n".join(words[start:end])))
        for start, end in zip(starts, ends, strict=False)
        if end > start
    ]


def _lowest(hashes: Sequence[int]) -> list[int]:
    """Return the word after the first of each shingle whose hash is the least within reach."""
    edge = repeat(_HIGHEST, _REACH)
    padded = list(chain(edge, hashes, repeat(_HIGHEST, _REACH)))
    two = list(map(min, padded, padded[1:]))
    four = list(map(min, two, two[2:]))
    eight = list(map(min, four, four[4:]))
    nine = map(min, eight, padded[2 * _REACH :])
    return [place + 1 for place, (least, own) in enumerate(zip(nine, hashes, strict=False)) if least == own]
