"""The documents of the repository, their blocks of code, and the files that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from shared_material import ROOT

MADE: Final = frozenset({"_build", "licenses"})
"""Folders of `docs` that a build writes."""

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_CAPTION = re.compile(r"\A:caption: (?P<name>\S+)\n\n")


class Block(NamedTuple):
    """A fenced block: its language, its lines, the line it starts at, and the name of the file that it shows."""

    language: str
    body: str
    line: int
    file: str | None = None


class Session(NamedTuple):
    """A command as it is typed, and what it prints; `…` or `...` stand for what is left out."""

    command: str
    printed: str
    line: int


def documents() -> list[Path]:
    """The README and every document that is written by hand."""
    found = (path for path in (ROOT / "docs").rglob("*.md") if not MADE & set(path.parts))
    return [ROOT / "README.md", *sorted(found)]


def blocks(text: str) -> Iterator[Block]:
    r"""Yield the fenced blocks of a document.

    >>> [block.language for block in blocks("```sh\nls\n```\n")]
    ['sh']
    """
    for match in _FENCE.finditer(text):
        info, body = match["info"].strip(), match["body"]
        caption = _CAPTION.match(body)
        yield Block(
            language=info.removeprefix("{code-block}").strip(),
            body=body[caption.end() :] if caption else body,
            line=text.count("\n", 0, match.start()) + 1,
            file=caption["name"] if caption else None,
        )


def write_files(text: str, folder: Path) -> None:
    """Write the files that a document shows to *folder*."""
    for block in blocks(text):
        if block.file is not None:
            (folder / block.file).write_text(block.body, encoding="utf-8")


def sessions(text: str) -> Iterator[Session]:
    r"""Yield the commands of a document's console blocks, each with what it prints.

    >>> list(sessions("```console\n$ ls\na\nb\n$ pwd\n```\n"))
    [Session(command='ls', printed='a\nb\n', line=2), Session(command='pwd', printed='', line=5)]
    """
    for block in blocks(text):
        if block.language == "console":
            for part in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.body, re.MULTILINE):
                yield Session(part[1], part[2], block.line + 1 + block.body.count("\n", 0, part.start()))


def table(text: str, head: str) -> list[list[str]]:
    """Return the rows of the table whose first line is *head*, cell by cell.

    Raises:
        LookupError: If the document has no such table.
    """
    lines = text.splitlines()
    if head not in lines:
        raise LookupError(f"no table has the head {head!r}")
    rows = []
    for line in lines[lines.index(head) + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split(" |")])
    return rows


def codes(cell: str) -> tuple[str, ...]:
    """Return the words that a cell gives as code.

    >>> codes("`a`, or `b`")
    ('a', 'b')
    """
    return tuple(re.findall(r"`([^`]+)`", cell))
