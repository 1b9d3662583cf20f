"""How far long work has come, for somebody who is looking on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def followed(items: Sequence[T], doing: str) -> Iterator[T]:
    """Yield *items*; on a terminal a bar says how many are done, and goes away at the end."""
    if sys.stderr.isatty():
        yield from track(items, doing, console=Console(stderr=True), transient=True)
    else:
        yield from items
