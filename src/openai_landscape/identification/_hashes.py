"""Hashes of words: of a whole text, of its shingles of three words, and of the phrases it falls into.

All are stable across machines and runs. Phrases end where a shingle's hash is the least of its neighbourhood, so the
same words fall into the same phrases whatever stands some words before or after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b, sha256
from struct import Struct
from typing import Final, NamedTuple

_BLANK: Final = ""
_REACH: Final = 4  # a phrase ends where no shingle within this distance has a lower hash
_LOW: Final = 1 << 30  # a quarter of all hashes; few neighbourhoods have none
_MASK: Final = (1 << 32) - 1
_THREE: Final = Struct("<III")


class Phrase(NamedTuple):
    """Words *start* up to, not including, *end*, and the hash of them in their order (64 bits)."""

    start: int
    end: int
    hash: int


def file_hash(text: str) -> str:
    """Return the SHA-256 of *text* in UTF-8."""
    return sha256(_bytes(text)).hexdigest()


def whole_hash(words: Iterable[str]) -> str:
    """Return the SHA-256 of *words* in their order."""
    return file_hash("\n".join(words))


@lru_cache(maxsize=1 << 14)
def word_hash(word: str) -> int:
    """Return a hash of *word*, of 64 bits."""
    return _hash(word)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(_bytes(text), digest_size=8).digest(), "little")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def shingles(words: Sequence[str]) -> list[int]:
    """Return the hash, of 32 bits, of each three words in a row, two blanks before the first and after the last.

    The hash at *n* is that of the words that end with word *n*; the one at *n* + 2 of those that begin with it.
    """
    said = (_BLANK, _BLANK, *words, _BLANK, _BLANK)
    three = {word: _three(word) for word in set(said)}
    first, second, third = zip(*(three[word] for word in said), strict=True)
    return [(a + b + c) & _MASK for a, b, c in zip(first, second[1:], third[2:], strict=False)]


@lru_cache(maxsize=1 << 14)
def _three(word: str) -> tuple[int, int, int]:
    """Return what *word* adds to a shingle's hash as its first, its second and its third word."""
    first, second, third = _THREE.unpack(blake2b(_bytes(word), digest_size=_THREE.size).digest())
    return first, second, third


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
    """Return the word after the first of each shingle whose hash is low, and the least within reach."""
    low = [place for place, own in enumerate(hashes) if own < _LOW]
    return [place + 1 for place in low if hashes[place] == min(hashes[max(0, place - _REACH) : place + _REACH + 1])]
