"""From bytes, a path or a string to a source: its text as read, and what the page says of itself."""

from __future__ import annotations

from pathlib import Path

from openai_landscape.entities import Language, Source, Span
from openai_landscape.quantities import PartialDate
from openai_landscape.reading._blocks import Block, blocks
from openai_landscape.reading._decode import decoded, digest
from openai_landscape.reading._imprint import Imprint, byline_author, imprint, opening
from openai_landscape.reading._language import language_of


def read_source(
    given: str | bytes | Path,
    *,
    id: str | None = None,  # noqa: A002 - the field's own name
    language: Language | None = None,
    title: str | None = None,
    author: str | None = None,
    published: PartialDate | None = None,
) -> Source:
    r"""Return *given* as a source: a `Path` is read, bytes are decoded as UTF-8, a `str` is the text itself.

    Title, author, date and language are read off the page where they are not given; page furniture is set apart. The
    text stays exactly as it was, but for a byte order mark.

    Raises:
        UnreadableTextError: If it is no text in UTF-8.
        OSError: If the file cannot be read.

    >>> read_source("Meta veröffentlicht Llama 3\n\n18.04.2024\n\nDas Modell ist frei verfügbar.", id="a").published
    PartialDate('2024-04-18')
    """
    label = id or (str(given) if isinstance(given, Path) else "text")
    text = decoded(given, label)
    parts = blocks(text)
    return Source(
        id=id or (given.name if isinstance(given, Path) else digest(text)),
        text=text,
        language=language or language_of(text),
        title=title or _title(text, parts),
        author=author or _author(text, parts),
        published=published or _date(text, parts),
        furniture=_furniture(parts),
    )


def _first(text: str, parts: tuple[Block, ...], kind: str) -> str | None:
    return next((text[part.start : part.end].strip() for part in parts if part.kind == kind), None)


def _title(text: str, parts: tuple[Block, ...]) -> str | None:
    line = _first(text, parts, "title")
    return (line.lstrip("# ") or line) if line else None


def _author(text: str, parts: tuple[Block, ...]) -> str | None:
    line = _first(text, parts, "byline")
    if line:
        return byline_author(line)
    return next((mark.author for mark in _imprints(text, parts) if mark.author), None)


def _imprints(text: str, parts: tuple[Block, ...]) -> tuple[Imprint, ...]:
    lines = (text[part.start : part.end] for part in parts if part.kind == "dateline")
    return tuple(mark for line in lines if (mark := imprint(line)) is not None)


def _date(text: str, parts: tuple[Block, ...]) -> PartialDate | None:
    """Return when the page appeared; when it was last revised only where it does not say when it appeared."""
    found = sorted(_imprints(text, parts), key=lambda mark: mark.revised)
    if found:
        return found[0].date
    placed = (opening(text, part.start, len(text)) for part in parts if part.kind == "dateline")
    return next((place[1] for place in placed if place is not None), None)


def _furniture(parts: tuple[Block, ...]) -> tuple[Span, ...]:
    return tuple(Span(start=part.start, end=part.end) for part in parts if part.kind == "furniture")
