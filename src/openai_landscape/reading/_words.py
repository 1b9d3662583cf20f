"""The lexicon of a language: words by what they signal, loaded when first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Any, Final

import attrs

from openai_landscape.entities import Language
from openai_landscape.reading._trie import JOINT, STEM, alternation

GAP: Final = " … "
"""In an entry: other words of the clause may stand between the two parts."""


@attrs.frozen
class Mark:
    """A word or phrase of the lexicon in a text: what it signals, where it stands, and its value there."""

    kind: str
    start: int
    end: int
    value: str = ""


_OPAQUE: Final = frozenset({"not_only", "whole_verb"})
_HIDDEN: Final = frozenset({"negation"})
_CLOSED: Final = frozenset({"comparator", "purpose"})
"""Kinds within which "not" belongs to the next word: "not more than", "nicht kommerziell"."""
Sense = tuple[str, str]


@attrs.frozen
class Lexicon:
    """One language's words: `senses` of exact words and `stems`, and the pairs of parts that stand apart."""

    language: Language
    finder: re.Pattern[str]
    senses: Mapping[str, tuple[Sense, ...]]
    stems: Mapping[str, tuple[Sense, ...]]
    tables: Mapping[str, Mapping[str, str]]

    def marks(self, flat: str, start: int, end: int) -> Iterator[Mark]:
        """Yield what the words between *start* and *end* signal; each word once for each thing it signals."""
        known: dict[str, tuple[Sense, ...]] = {}
        for match in self.finder.finditer(flat, start, end):
            word = match[0]
            senses = known.get(word)
            if senses is None:
                senses = known[word] = self.look_up(word)
            for kind, value in senses:
                yield Mark(kind, match.start(), match.end(), value)
            if " " in word:
                yield from self._inner(flat, match.start(), match.end(), frozenset(kind for kind, _ in senses))

    def _inner(self, flat: str, start: int, end: int, outer: frozenset[str]) -> Iterator[Mark]:
        """Yield what shorter words within a longer expression signal besides what the whole says."""
        if outer & _OPAQUE:
            return
        hidden = outer | (_HIDDEN if outer & _CLOSED else frozenset())
        last, at = flat.rfind(" ", start, end), start
        seen: set[tuple[int, int]] = set()
        while start <= at < end:
            for limit in (last, end) if at == start else (end,):
                match = self.finder.match(flat, at, limit) if limit > at else None
                if match is not None and match.span() not in seen:
                    seen.add(match.span())
                    yield from (
                        Mark(kind, *match.span(), value) for kind, value in self.look_up(match[0]) if kind not in hidden
                    )
            at = flat.find(" ", at, end) + 1 or end

    def found(self, flat: str) -> tuple[Sense, ...]:
        """Return what the words of *flat*, a short text by itself, signal."""
        return tuple((mark.kind, mark.value) for mark in self.marks(flat, 0, len(flat)))

    def look_up(self, word: str) -> tuple[Sense, ...]:
        """Return what *word*, as the finder matched it, signals."""
        key = _key(word)
        found = self.senses.get(key, ())
        for length in range(len(key), 0, -1):
            if (stemmed := self.stems.get(key[:length])) is not None:
                return tuple(dict.fromkeys((*found, *stemmed)))
        return found


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the lexicon of *language*.

    >>> [mark.kind for mark in lexicon("nl").marks("het model is gelekt", 0, 19)][-1]
    'leak'
    """
    text = files("openai_landscape.reading").joinpath("lexicon", f"{language}.toml").read_text(encoding="utf-8")
    return _compile(language, tomllib.loads(text))


def _compile(language: Language, data: Mapping[str, Any]) -> Lexicon:
    senses: dict[str, list[Sense]] = {}
    stems: dict[str, list[Sense]] = {}
    words: set[str] = set()
    for entry, sense in _entries(data):
        words.add(entry)
        into = stems if entry.endswith(STEM) else senses
        for key in _variants(entry.removesuffix(STEM)):
            into.setdefault(key, []).append(sense)
    return Lexicon(
        language=language,
        finder=re.compile(rf"(?<!\w)(?:{alternation(words)})(?!\w)"),
        senses=MappingProxyType({key: tuple(dict.fromkeys(value)) for key, value in senses.items()}),
        stems=MappingProxyType({key: tuple(dict.fromkeys(value)) for key, value in stems.items()}),
        tables=MappingProxyType({name: MappingProxyType(table) for name, table in data.get("table", {}).items()}),
    )


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    for kind, value in data["cue"].items():
        groups = value.items() if isinstance(value, dict) else [("", value)]
        for label, entries in groups:
            for entry in entries:
                yield from _parts(entry, kind, label)


def _parts(entry: str, kind: str, label: str) -> Iterator[tuple[str, Sense]]:
    first, apart, second = entry.partition(GAP)
    if not apart:
        yield entry, (kind, label)
        return
    yield first, ("gap.first", f"{kind}|{label}|{entry}")
    yield second, ("gap.second", f"{kind}|{label}|{entry}")


def _variants(entry: str) -> Iterator[str]:
    pieces = entry.split(JOINT)
    for joints in product((" ", ""), repeat=len(pieces) - 1):
        yield _key("".join(piece + joint for piece, joint in zip(pieces, (*joints, ""), strict=True)))


_SPACES: Final = re.compile(r"[ -]+")


def _key(word: str) -> str:
    return _SPACES.sub(" ", word)
