"""Many words as one regular expression, shaped as a trie: each character of the text is looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

STEM: Final = "*"
"""At the end of a word: any further letters may follow."""
JOINT: Final = "~"
"""Within a word: a space, a hyphen or nothing."""

Node = dict[str, "Node"]


def alternation(words: Iterable[str]) -> str:
    """Return the source of a regular expression that matches the longest of *words*.

    >>> re.fullmatch(alternation(["open~source", "open*"]), "open-source") is not None
    True
    """
    root: Node = {}
    for word in words:
        node = root
        for symbol in word:
            node = node.setdefault(symbol, {})
        node[""] = {}
    return _render(root)


_LITERAL: Final = {" ": " +", JOINT: "(?: +|-)?", STEM: r"\w*"}


def _render(node: Node) -> str:
    branches = []
    while True:
        ends = "" in node
        inner = {symbol: below for symbol, below in node.items() if symbol}
        if len(inner) != 1 or ends:
            break
        ((symbol, node),) = inner.items()
        branches.append(_literal(symbol))
    prefix = "".join(branches)
    if not inner:
        return prefix
    choices = [_literal(symbol) + _render(below) for symbol, below in sorted(inner.items(), key=_rank)]
    body = choices[0] if len(choices) == 1 else "|".join(choices)
    return f"{prefix}(?:{body}){'?' if ends else ''}"


def _rank(item: tuple[str, Node]) -> tuple[bool, str]:
    return (item[0] == STEM, item[0])


def _literal(symbol: str) -> str:
    if symbol.isalnum():
        return symbol  # most are, and `re.escape` takes its time
    return _LITERAL.get(symbol) or re.escape(symbol)
