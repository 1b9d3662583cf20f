"""Where output goes: coloured on a terminal, plain in a pipe, at most 80 columns where the width is not known."""

from __future__ import annotations

import json
import sys

from rich.console import Console

WIDTH = 80


def screen() -> Console:
    """Return the console of standard output."""
    known = sys.stdout.isatty()
    return Console(file=sys.stdout, width=None if known else WIDTH, highlight=False, soft_wrap=False)


def put_json(value: object) -> None:
    """Print *value* as JSON, readable."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def put_line(value: object) -> None:
    """Print *value* as one line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
