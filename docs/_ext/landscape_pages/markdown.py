"""Markdown made of data: text that stays text, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~$&@^!])")


def plain(text: str) -> str:
    r"""Return *text* on one line, with nothing left in it that Markdown would take for markup.

    >>> print(plain("a *b*\n<c> | d"))
    a \*b\* \<c\> \| d
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """Return *text* as code; a backtick in it would end it, so it becomes an apostrophe.

    >>> code("mit")
    '`mit`'
    """
    return "`" + " ".join(text.replace("`", "'").replace("|", "\\|").split()) + "`"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; its cells are Markdown already.

    >>> print(*table(["a", "b"], [["1", "2"]]), sep=chr(10))
    | a | b |
    | --- | --- |
    | 1 | 2 |
    """
    yield from (f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))
