"""Finding many patterns and names in a long text without trying each at every character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from openai_landscape.reading._regex import lazily


def on_lines(pattern: re.Pattern[str], anchor: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    r"""Yield the matches of *pattern*, which crosses no line break, in the lines where *anchor* matches.

    Every match of *pattern* must hold one of *anchor*; the lines without it are then passed over at the speed of the
    shorter search.

    >>> [match[0] for match in on_lines(lazily(r"[A-Z]\w+-\d"), lazily(r"-\d"), "Foo\nBar Baz-7")]
    ['Baz-7']
    """
    found = anchor.search(text)
    while found is not None:
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, start, end)
        found = anchor.search(text, end)


_RUN: Final = lazily(r"\w+")


def spelt(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where *names* stand in *text* as they are spelt, the longest first, also with a genitive's "s" after them.

    Words are looked up by how they begin, so that no regular expression has to be compiled for each text.

    >>> list(spelt("Foos Bar and Foo Bar-7", ["Foo", "Foo Bar"]))
    [(0, 3), (13, 20)]
    """
    heads = _by_first_word(names)
    reach = 0
    for word in _RUN.finditer(text):
        for offset, name in heads.get(word[0], ()):
            start = word.start() - offset
            if start >= reach and text.startswith(name, start) and _stands_apart(text, start, start + len(name)):
                yield start, (reach := start + len(name))
                break


def _by_first_word(names: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Return *names*, each with what stands before its first word, by that word as a text may write it."""
    heads: dict[str, list[tuple[int, str]]] = {}
    for name in sorted(names, key=len, reverse=True):
        run = _RUN.search(name)
        if run is not None:
            heads.setdefault(run[0], []).append((run.start(), name))
            if run.end() == len(name):
                heads.setdefault(f"{run[0]}s", []).append((run.start(), name))
    return heads


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before *start* or after *end*, but for the "s" of a genitive."""
    if start and _in_word(text[start - 1]):
        return False
    following = text[end : end + 2]
    return not _in_word(following[:1]) or (following[0] == "s" and not _in_word(following[1:]))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
