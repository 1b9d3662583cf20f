"""A verdict told to a person: as text, as Markdown and as HTML, the same words in each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from openai_landscape.entities.html import Html, element, items, join
from openai_landscape.evaluation._told import Line, Section, deciding, headline, sections
from openai_landscape.evaluation.verdict import Verdict

__all__ = ["deciding", "grounds_html", "to_html", "to_markdown", "to_text"]


def to_text(verdict: Verdict) -> str:
    """Return the verdict in words: the outcome, the clauses that decide, duties, what it depends on, assumptions."""
    about, outcome = headline(verdict)
    lines = [f"{about}: {outcome}"]
    for section in sections(verdict):
        lines.append(f"{section.title}:")
        lines += [text for line in section.lines for text in _as_text(line)]
    return "\n".join(lines)


def _as_text(line: Line) -> Iterator[str]:
    lead = ", ".join(filter(None, (line.label, line.state)))
    yield f"  {lead}: {line.text}" if lead else f"  {line.text}"
    yield from (f"      exact words: {words}" for words in line.exact)
    yield from (f"      {text}" for text in line.after)


def to_markdown(verdict: Verdict) -> str:
    """Return the verdict in CommonMark; whatever names and texts hold, they are shown as they are."""
    about, outcome = headline(verdict)
    blocks = [f"**{_plain(about)}: {_plain(outcome)}**"]
    for section in sections(verdict):
        lines = [text for line in section.lines for text in _as_markdown(line)]
        blocks.append("\n".join([f"{section.title.capitalize()}:", "", *lines]))
    return "\n\n".join(blocks) + "\n"


def _as_markdown(line: Line) -> Iterator[str]:
    lead = ", ".join(filter(None, (f"**{_plain(line.label)}**" if line.label else "", _plain(line.state))))
    said = "".join(_code(part) if exact else _plain(part) for part, exact in _pieces(line))
    yield f"- {lead}: {said}" if lead else f"- {said}"
    yield from (f"    - {_plain(text)}" for text in line.after)


def _plain(text: str) -> str:
    """Escape what CommonMark or HTML would read as markup, and what would begin a block."""
    marked = re.sub(r"([\\`*_\[\]<>&|~$#])", r"\\\1", _one_line(text))
    return re.sub(r"^(\s*\d*)([-+=.)])", r"\1\\\2", marked)


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n\f\v]+", " ", text)


def _code(words: str) -> str:
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    pad = " " if words[:1] in "` " or words[-1:] in "` " else ""
    return f"{fence}{pad}{_one_line(words)}{pad}{fence}"


def to_html(verdict: Verdict) -> Html:
    """Return the verdict as HTML without colours or styles, readable on light and on dark ground."""
    about, outcome = headline(verdict)
    head = element("p", element("strong", f"{about}: {outcome}"))
    return element("div", head, grounds_html(verdict), class_="openai-landscape")


def grounds_html(verdict: Verdict) -> Html:
    """Return the grounds of the verdict as HTML, without what was asked about and the outcome."""
    return join(map(_section_html, sections(verdict)))


def _section_html(section: Section) -> Html:
    return join((element("p", section.title.capitalize(), ":"), items(map(_line_html, section.lines))))


def _line_html(line: Line) -> Html:
    lead: list[str] = [element("strong", line.label)] if line.label else []
    lead += [f", {line.state}" if lead else line.state] if line.state else []
    said = [element("code", part) if exact else part for part, exact in _pieces(line)]
    return join((*lead, ": " if lead else "", *said, items(line.after)))


def _pieces(line: Line) -> Iterator[tuple[str, bool]]:
    """The line's text cut at the words that must be shown exactly, each piece with whether it is such words."""
    if not line.exact:
        yield line.text, False
        return
    longest_first = sorted(line.exact, key=len, reverse=True)
    for part in re.split(f"({'|'.join(map(re.escape, longest_first))})", line.text):
        if part:
            yield part, part in line.exact
