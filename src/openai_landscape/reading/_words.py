"""The lexicon of a language: words by what they signal, loaded when first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import attrs

from openai_landscape.entities import Language
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._trie import JOINT, STEM, alternation

GAP: Final = " … "
"""In an entry: other words of the clause may stand between its parts, of which there are two or three."""


class Mark(NamedTuple):
    """A word or phrase of the lexicon in a text: what it signals, where it stands, and its value there.

    A text has a mark for every few words; a tuple is made in a third of the time that an attrs class takes.
    """

    kind: str
    start: int
    end: int
    value: str = ""


_OPAQUE: Final = frozenset({"not_only", "whole_verb"})
_HIDDEN: Final = frozenset({"negation"})
_CLOSED: Final = frozenset({"comparator", "purpose"})
"""Kinds within which "not" belongs to the next word: "not more than", "nicht kommerziell"."""
_SILENT: Final = frozenset({"stop"})
"""Kinds that only say what a word is not; no rule looks for them in a sentence."""
_REMEMBERED: Final = 8192
"""For so many different words of a text a lexicon keeps what it has found out."""
_FIRST, _SECOND = "gap.first", "gap.second"
_APART: Final = 2000
"""No sentence is longer, so that two parts farther apart are never one expression."""
Sense = tuple[str, str]
Signal = tuple[str, str, int, int]
"""A sense, and from where to where in the word or phrase it holds."""


@attrs.frozen
class Lexicon:
    """One language's words: `senses` of exact words and `stems`, and the pairs of parts that stand apart."""

    language: Language
    finder: re.Pattern[str]
    senses: Mapping[str, tuple[Sense, ...]]
    stems: Mapping[str, tuple[Sense, ...]]
    tables: Mapping[str, Mapping[str, str]]
    lengths: Mapping[str, tuple[int, ...]]
    look_up: Callable[[str], tuple[Sense, ...]] = attrs.field(init=False, eq=False, repr=False)
    _signals: Callable[[str], tuple[Signal, ...]] = attrs.field(init=False, eq=False, repr=False)

    @look_up.default
    def _remembered(self) -> Callable[[str], tuple[Sense, ...]]:
        """Return a function for what a word, as the finder matched it, signals."""
        return lru_cache(_REMEMBERED)(self._look_up)

    @_signals.default
    def _heard(self) -> Callable[[str], tuple[Signal, ...]]:
        return lru_cache(_REMEMBERED)(lambda word: tuple(self._signals_of(word)))

    def marks(self, flat: str, start: int, end: int) -> list[Mark]:
        """Return what the words between *start* and *end* signal; each word once for each thing it signals."""
        found: list[Mark] = []
        begun: dict[str, int] = {}
        add, signals, new = found.append, self._signals, tuple.__new__
        for match in self.finder.finditer(flat, start, end):
            signalled = signals(match[0])
            if signalled:
                at = match.start()
                for kind, value, first, last in signalled:
                    if kind == _FIRST:
                        begun[value] = at
                    elif kind == _SECOND and at - begun.get(value.rpartition("|")[2], -_APART) >= _APART:
                        continue
                    add(new(Mark, (kind, at + first, at + last, value)))
        return found

    def _signals_of(self, word: str) -> Iterator[Signal]:
        senses = self.look_up(word)
        yield from ((kind, value, 0, len(word)) for kind, value in senses if kind not in _SILENT)
        if " " in word:
            yield from self._inner(word, frozenset(kind for kind, _ in senses))

    def _inner(self, word: str, outer: frozenset[str]) -> Iterator[Signal]:
        """Yield what shorter words within a longer expression signal besides what the whole says."""
        if outer & _OPAQUE:
            return
        hidden = outer | _SILENT | (_HIDDEN if outer & _CLOSED else frozenset())
        end = len(word)
        last, at = word.rfind(" "), 0
        seen: set[tuple[int, int]] = set()
        while at < end:
            for limit in (last, end) if at == 0 else (end,):
                match = self.finder.match(word, at, limit) if limit > at else None
                if match is not None and match.span() not in seen:
                    seen.add(match.span())
                    yield from (
                        (kind, value, *match.span()) for kind, value in self.look_up(match[0]) if kind not in hidden
                    )
            at = word.find(" ", at) + 1 or end

    def found(self, flat: str) -> tuple[Sense, ...]:
        """Return what the words of *flat*, a short text by itself, signal."""
        return tuple((mark.kind, mark.value) for mark in self.marks(flat, 0, len(flat)))

    def _look_up(self, word: str) -> tuple[Sense, ...]:
        key = _key(word)
        found = self.senses.get(key, ())
        for length in self.lengths.get(key[:2], ()):
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
    for entry, sense in _entries(data, turned=language != "en"):
        words.add(entry)
        into = stems if entry.endswith(STEM) else senses
        for key in _variants(entry.removesuffix(STEM)):
            into.setdefault(key, []).append(sense)
    return Lexicon(
        language=language,
        finder=lazily(rf"(?<!\w)(?:{alternation(words)})(?!\w)"),
        senses=MappingProxyType({key: tuple(dict.fromkeys(value)) for key, value in senses.items()}),
        stems=MappingProxyType({key: tuple(dict.fromkeys(value)) for key, value in stems.items()}),
        lengths=_lengths(stems),
        tables=MappingProxyType({name: MappingProxyType(table) for name, table in data.get("table", {}).items()}),
    )


def _lengths(stems: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """Return how long the stems are that begin with two letters, longest first, so that no other length is tried."""
    found: dict[str, set[int]] = {}
    for stem in stems:
        found.setdefault(stem[:2], set()).add(len(stem))
    return MappingProxyType({head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()})


def _entries(data: Mapping[str, Any], *, turned: bool) -> Iterator[tuple[str, Sense]]:
    for kind, value in data["cue"].items():
        groups = value.items() if isinstance(value, dict) else [("", value)]
        for label, entries in groups:
            for entry in entries:
                yield from _parts(entry, kind, label)
                if turned:
                    yield from ((final, (kind, label)) for final in _verb_final(entry))


def _verb_final(entry: str) -> Iterator[str]:
    """Yield how a subordinate clause puts together what a main clause parts: "vorstellt" for "stellt … vor".

    >>> list(_verb_final("bringt … heraus")), list(_verb_final("bringt … auf den markt"))
    (['heraus bringt', 'herausbringt'], ['auf den markt bringt'])
    """
    verb, *rest = entry.split(GAP)
    if len(rest) == 1 and " " not in verb:
        yield f"{rest[0]} {verb}"
        if " " not in rest[0]:
            yield f"{rest[0]}{verb}"


def _parts(entry: str, kind: str, label: str) -> Iterator[tuple[str, Sense]]:
    first, *middle = entry.split(GAP)
    if not middle:
        yield entry, (kind, label)
        return
    yield first, (_FIRST, first)
    yield middle.pop(), (_SECOND, f"{kind}|{label}|{GAP.join(middle)}|{first}")


def _variants(entry: str) -> Iterator[str]:
    pieces = entry.split(JOINT)
    for joints in product((" ", ""), repeat=len(pieces) - 1):
        yield _key("".join(piece + joint for piece, joint in zip(pieces, (*joints, ""), strict=True)))


_SPACES: Final = lazily(r"[ -]+")


def _key(word: str) -> str:
    return _SPACES.sub(" ", word)
