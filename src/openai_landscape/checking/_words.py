"""Words in which claims name purposes, activities, parties and places, in the languages that are read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, get_args

from openai_landscape.use.taxonomy import Purpose

_PURPOSES: Final = frozenset(get_args(Purpose))
_GROUPS: Final = MappingProxyType(
    {
        "non_commercial": _PURPOSES - {"commercial"},
        "non_production": frozenset({"evaluation", "personal", "research"}),
        "study": frozenset({"education", "research"}),
        "academic": frozenset({"education", "research"}),
    }
)


def folded(text: str) -> str:
    """Return *text* as words are compared: lower case, hyphens and underscores as single spaces.

    >>> folded("Zu Forschungs-Zwecken")
    'zu forschungs zwecken'
    """
    return " ".join(text.replace("_", " ").replace("-", " ").casefold().split())


@cache
def _lexicon() -> Mapping[str, Mapping[str, str]]:
    """For each kind of word, what each surface form means, folded."""
    text = files("openai_landscape.checking").joinpath("words.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            kind: MappingProxyType({folded(form): meaning for meaning, forms in table.items() for form in forms})
            for kind, table in tomllib.loads(text).items()
        }
    )


def meaning(kind: str, word: str) -> str | None:
    """Return what *word*, folded, means among the words of *kind*; None if it is none of them.

    >>> meaning("purpose", "studienzwecke")
    'study'
    """
    return _lexicon()[kind].get(word)


def purposes_of(word: str) -> frozenset[str] | None:
    """Return the purposes that a word stands for.

    >>> sorted(purposes_of("non commercial research"))
    ['research']
    """
    named = meaning("purpose", word)
    if named is None:
        return None
    return _GROUPS.get(named, frozenset({named}))


def words_of(text: str) -> tuple[str, ...]:
    """Return every run of words in *text*, the longest first, so that "chief executive officer" is found in a title."""
    words = text.replace(",", " ").replace("/", " ").split()
    runs = [(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    return tuple(" ".join(words[start:end]) for start, end in sorted(runs, key=lambda run: run[0] - run[1]))
