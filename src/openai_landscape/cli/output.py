"""Where output goes: coloured on a terminal, plain in a pipe, in 80 columns where the width is not known."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from typing import Final, NoReturn

from rich.console import Console
from rich.style import Style
from rich.text import Text
from typing_extensions import override

WIDTH: Final = 80
"""Columns in a pipe."""

WIDEST: Final = 100
"""Columns at most: longer lines are hard to read, however wide the terminal is."""


class ReaderGoneError(Exception):
    """Whoever was reading the output has closed it, and wants no more."""


class Screen(Console):
    """A console that says when nobody reads it any more, and leaves the exit status to the command."""

    @override
    def on_broken_pipe(self) -> NoReturn:
        """Give up on the output."""
        raise ReaderGoneError from None


def screen() -> Screen:
    """Return the console of standard output."""
    known = sys.stdout.isatty()
    return Screen(file=sys.stdout, width=None if known else WIDTH, highlight=False, markup=False, emoji=False)


def put_json(value: object) -> None:
    """Print *value* as JSON, readable."""
    put(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def put_line(value: object) -> None:
    """Print *value* as one line of JSON."""
    put(json.dumps(value, ensure_ascii=False) + "\n")


def put(text: str) -> None:
    """Print *text* as it is.

    Raises:
        ReaderGoneError: If nobody reads it any more.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGoneError from None


@contextlib.contextmanager
def reader_may_leave() -> Iterator[None]:
    """Let the reader close the output: the rest of it is dropped, and nothing is said of it."""
    try:
        yield
        sys.stdout.flush()
    except (ReaderGoneError, BrokenPipeError):
        # what is still held back would be tried again, and complained of, when the interpreter ends
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def visible(text: str) -> str:
    r"""Return *text* on one line, without the characters that would steer a terminal instead of being shown.

    >>> visible("a\nb \x1b[31m red")
    'a b \ufffd[31m red'
    """
    kept = (_VISIBLE.get(unicodedata.category(char), char) for char in " ".join(text.split()))
    return "".join(kept)


_VISIBLE: Final = {"Cc": "\N{REPLACEMENT CHARACTER}", "Cf": "", "Cs": "\N{REPLACEMENT CHARACTER}"}
"""What stands in the place of a character: controls, formats such as a change of direction, halves of a character."""


def columns(console: Console) -> int:
    """Return how many columns a line of text may have."""
    return max(min(console.width, WIDEST), WIDTH // 2)


def put_wrapped(console: Console, text: str | Text, *, lead: str = "", style: str | Style = "") -> None:
    """Print *text* with *lead* before its first line; the further lines begin below the text."""
    said = Text(visible(text), style=style) if isinstance(text, str) else text
    for number, line in enumerate(said.wrap(console, columns(console) - len(lead))):
        line.rstrip()
        before = Text(lead if not number else " " * len(lead))
        console.print(before + line, soft_wrap=True)
