"""The file of fingerprints: written by `build`, read back on first use.

One line a licence; then the shingles of all of them, sorted by hash, each with the set of licences that hold it.
"""

from __future__ import annotations

import json
import sys
from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Final, NamedTuple, TypedDict

from openai_landscape.identification._fingerprint import Fingerprint
from openai_landscape.identification._hashes import word_hash
from openai_landscape.identification._marks import CLOSED
from openai_landscape.identification.result import TextKind

_FILE: Final = ("data", "fingerprints", "fingerprints.json")
_LOW: Final = 16  # bits of an entry that hide a place; the others are the hash's own


class _Entry(TypedDict):
    id: str
    kind: TextKind
    words: int
    forms: list[str]
    files: list[str]
    slots: list[int]
    numbers: list[str]
    marks: str
    phrases: str


class _File(TypedDict):
    licenses: list[_Entry]
    holders: list[str]
    held_by: str
    shingles: str


class Known(NamedTuple):
    """A licence that can be identified: its number in the file, its id and its fingerprint, hashes still packed."""

    number: int
    id: str
    kind: TextKind
    words: int
    forms: tuple[str, ...]
    files: tuple[str, ...]
    slots: tuple[int, ...]
    numbers: tuple[str, ...]
    marks: str
    phrases: str


class Store:
    """All that the file holds. Reading it twice gives the same, so what is kept of it is no state."""

    def __init__(self, content: str) -> None:
        self._data: _File = json.loads(content)
        self._marks: dict[int, Mapping[int, str]] = {}
        self.licenses = tuple(_known(number, entry) for number, entry in enumerate(self._data["licenses"]))

    @cached_property
    def files(self) -> Mapping[str, Known]:
        """The licences by the SHA-256 of a text as published."""
        return {hash_: known for known in self.licenses for hash_ in known.files}

    @cached_property
    def forms(self) -> Mapping[str, Known]:
        """The licences by the hash of all words of a text that is one."""
        return {hash_: known for known in self.licenses for hash_ in known.forms}

    @cached_property
    def _phrases(self) -> Mapping[int, list[tuple[int, int]]]:
        held: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for known in self.licenses:
            for entry in _unpacked("Q", known.phrases):
                held[entry >> _LOW].append((known.number, entry))
        return dict(held)

    def places(self, phrase_hash: int) -> list[tuple[int, int]]:
        """Return number of the licence and place of each phrase with that hash."""
        entries = self._phrases.get(phrase_hash >> _LOW, ())
        return [(number, entry ^ phrase_hash) for number, entry in entries]

    def marks(self, known: Known) -> Mapping[int, str]:
        """Return the numbers, negations and words of condition of a licence by their places."""
        if known.number not in self._marks:
            self._marks[known.number] = _marks(known)
        return self._marks[known.number]

    @cached_property
    def _shingles(self) -> tuple[array[int], array[int], list[int]]:
        holders = [int(bits, 16) for bits in self._data["holders"]]
        return _unpacked("I", self._data["shingles"]), _unpacked("H", self._data["held_by"]), holders

    def holds(self, number: int, shingle: int) -> bool:
        """Whether the licence has that shingle anywhere."""
        hashes, held_by, holders = self._shingles
        at = bisect_left(hashes, shingle)
        return at < len(hashes) and hashes[at] == shingle and bool(holders[held_by[at]] >> number & 1)


def _marks(known: Known) -> Mapping[int, str]:
    held: dict[int, list[int]] = defaultdict(list)
    for entry in _unpacked("Q", known.marks):
        held[entry >> _LOW].append(entry)
    hashes = (*_CLOSED, *((word_hash(number), number) for number in known.numbers))
    return {entry ^ hash_: word for hash_, word in hashes for entry in held.get(hash_ >> _LOW, ())}


_CLOSED: Final = tuple((word_hash(word), word) for word in CLOSED)


def _known(number: int, entry: _Entry) -> Known:
    return Known(
        number=number,
        id=entry["id"],
        kind=entry["kind"],
        words=entry["words"],
        forms=tuple(entry["forms"]),
        files=tuple(entry["files"]),
        slots=tuple(entry["slots"]),
        numbers=tuple(entry["numbers"]),
        marks=entry["marks"],
        phrases=entry["phrases"],
    )


@cache
def store() -> Store:
    """Return the fingerprints in the package: the same object each time, read on first use."""
    return Store(files("openai_landscape").joinpath(*_FILE).read_text(encoding="utf-8"))


def _packed(code: str, values: Iterable[int]) -> str:
    packed = array(code, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return b64encode(packed.tobytes()).decode("ascii")


def _unpacked(code: str, packed: str) -> array[int]:
    values: array[int] = array(code)
    values.frombytes(b64decode(packed))
    if sys.byteorder == "big":
        values.byteswap()
    return values


def written(fingerprints: Mapping[str, Fingerprint]) -> str:
    """Return the file's content for *fingerprints*, in the order of their ids."""
    ordered = sorted(fingerprints.items())
    holders, held_by, shingles = _shared([each.shingles for _, each in ordered])
    lines = ",\n".join(json.dumps(_entry(name, each), ensure_ascii=False) for name, each in ordered)
    return (
        f'{{"licenses": [\n{lines}\n],\n"holders": {json.dumps(holders)},\n'
        f'"held_by": "{_packed("H", held_by)}",\n"shingles": "{_packed("I", shingles)}"}}\n'
    )


def _entry(license_id: str, each: Fingerprint) -> _Entry:
    return {
        "id": license_id,
        "kind": each.kind,
        "words": each.words,
        "forms": sorted(each.forms),
        "files": sorted(each.files),
        "slots": list(each.slots),
        "numbers": list(each.numbers),
        "marks": _packed("Q", each.marks),
        "phrases": _packed("Q", each.phrases),
    }


def _shared(each: Sequence[frozenset[int]]) -> tuple[list[str], list[int], list[int]]:
    """Return the sets of licences that occur, as bits; for each shingle the number of its set; and the shingles."""
    holding: dict[int, int] = defaultdict(int)
    for number, held in enumerate(each):
        for shingle in held:
            holding[shingle] |= 1 << number
    holders = sorted(set(holding.values()))
    numbered = {bits: number for number, bits in enumerate(holders)}
    shingles = sorted(holding)
    return [f"{bits:x}" for bits in holders], [numbered[holding[shingle]] for shingle in shingles], shingles
