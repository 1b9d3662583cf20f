"""The command line as a shell has it: in a process of its own, with pipes, files and terminals."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

COMMAND = (sys.executable, "-m", "openai_landscape")


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


def ran(*arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, given: bytes = b"") -> Ran:
    """Run the command in a process of its own and wait for it."""
    environment = {**os.environ, **(env or {})}
    done = subprocess.run(
        (*COMMAND, *arguments), capture_output=True, cwd=cwd, env=environment, input=given, check=False
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def typed(arguments: Sequence[str], keys: str) -> Ran:
    """Run the command on a terminal at which somebody types *keys*; standard error is the terminal's screen, too."""
    terminal, seat = pty.openpty()
    try:
        process = subprocess.Popen((*COMMAND, *arguments), stdin=seat, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.write(terminal, keys.encode())
        out, err = process.communicate(timeout=120)
    finally:
        for end in (terminal, seat):
            with contextlib.suppress(OSError):
                os.close(end)
    return Ran(process.returncode, out.decode(), err.decode())


def on_screen(*arguments: str) -> str:
    """Return what the command shows on a terminal, colours and all."""
    terminal, seat = pty.openpty()
    shown = bytearray()
    process = subprocess.Popen((*COMMAND, *arguments), stdin=seat, stdout=seat, stderr=seat, env=_COLOURED)
    os.close(seat)
    with contextlib.suppress(OSError):  # a terminal that was hung up cannot be read
        while chunk := os.read(terminal, 4096):
            shown += chunk
    process.wait(timeout=120)
    os.close(terminal)
    return shown.decode()


_COLOURED = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
