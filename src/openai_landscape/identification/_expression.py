"""Reading an SPDX licence expression with license-expression, and the ways in which it can be met."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Final, Literal, NamedTuple

_MOST: Final = 1_000
_LONGEST: Final = 10_000


class Node(NamedTuple):
    """A part of an expression: a name, or parts that all apply (AND), or one of which does (OR)."""

    operator: Literal["AND", "OR", "name"]
    text: str
    parts: tuple[Node, ...] = ()

    def names(self) -> Iterator[str]:
        """Yield the names, in their order."""
        if self.operator == "name":
            yield self.text
        for part in self.parts:
            yield from part.names()

    def alternatives(self, of: Callable[[str], str]) -> frozenset[frozenset[str]]:
        """Return the sets that meet the expression, each name put as *of* says.

        Raises:
            ValueError: If they are more than a thousand.
        """
        if self.operator == "name":
            return frozenset({frozenset({of(self.text)})})
        parts = [part.alternatives(of) for part in self.parts]
        if self.operator == "OR":
            return _few(frozenset().union(*parts))
        met = parts[0]
        for part in parts[1:]:
            if len(met) * len(part) > _MOST:
                raise ValueError(_TOO_MANY)
            met = frozenset(one | other for one, other in product(met, part))
        return met


_TOO_MANY: Final = f"the SPDX licence expression has more than {_MOST} alternatives; ask for parts of it"


def _few(alternatives: frozenset[frozenset[str]]) -> frozenset[frozenset[str]]:
    if len(alternatives) > _MOST:
        raise ValueError(_TOO_MANY)
    return alternatives


def parsed(expression: str) -> Node:
    """Return *expression*, parsed.

    Raises:
        ValueError: If it is no licence expression.
        ModuleNotFoundError: If `license-expression` is not installed.
    """
    try:
        from license_expression import ExpressionError, Licensing  # type: ignore[import-untyped]  # it ships no types
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "SPDX licence expressions need the extra 'spdx': install openai-landscape[spdx]", name=error.name
        ) from error
    if len(expression) > _LONGEST or not expression.strip():
        raise ValueError(
            f"an SPDX licence expression has 1 to {_LONGEST} characters, this one {len(expression.strip())}"
        )
    try:
        return _node(Licensing().parse(expression))
    except (ExpressionError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise ValueError(
            f"{expression!r} is not an SPDX licence expression: {why}; write one like 'MIT OR Apache-2.0'"
        ) from None


def _node(tree: object) -> Node:
    parts = tuple(_node(part) for part in getattr(tree, "args", ()))
    operator: Literal["AND", "OR", "name"] = "name"
    if parts:
        operator = "AND" if type(tree).__name__ == "AND" else "OR"
    return Node(operator, str(tree), parts)
