"""What each command says of itself, put where a document asks for it."""

from __future__ import annotations

import re
from typing import Final

MARKER: Final = re.compile(r"^<!-- help: (?P<command>[a-z]+) -->$", re.MULTILINE)
"""Where the help of a command goes: a comment, which shows nowhere else."""


def filled(text: str) -> str:
    """Return a document with the help of commands in the place of its markers."""
    return MARKER.sub(lambda match: _section(match["command"]), text)


def _section(command: str) -> str:
    return f"### {command}\n\n```text\n{help_of(command)}\n```"


def help_of(command: str) -> str:
    """Return what a command prints with `--help`, in 80 columns."""
    import click

    from openai_landscape.cli.app import app

    outer = click.Context(app, info_name="openai-landscape")
    found = app.get_command(outer, command)
    if found is None:
        raise LookupError(f"no command is called {command!r}")
    # a context, not a shell: the width of this terminal is nobody's business
    return found.get_help(click.Context(found, outer, command, terminal_width=80, max_content_width=80))
