"""Claims, sources and assessments as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from rich.text import Text

from openai_landscape.checking import Assessment
from openai_landscape.cli.output import WIDTH
from openai_landscape.entities import Claim, Mention, Source
from openai_landscape.quantities import Quantity

COLOURS: Final = {
    "supported": "green",
    "imprecise": "yellow",
    "contradicted": "red",
    "outdated": "magenta",
    "unverifiable": "bright_black",
}

_BOUNDS: Final = {
    "eq": "",
    "lt": "less than ",
    "le": "at most ",
    "gt": "more than ",
    "ge": "at least ",
    "approx": "about ",
}


def source_line(source: Source) -> Text:
    """Return what a source is: title, author, date, language."""
    about = [part for part in (source.author, source.published, source.language) if part]
    line = Text(source.title or source.id, style="bold")
    if about:
        line.append(f" ({', '.join(about)})", style="not bold")
    return line


def claim_line(claim: Claim, source: Source) -> Text:
    """Return a claim: the line where it stands, what it says, and in what mood."""
    line = Text(f"  line {_line_number(claim, source):<4}")
    line.append(f"{claim.subject.mention} ")
    line.append(f"{'not ' if claim.polarity == 'negated' else ''}{claim.predicate.replace('_', ' ')} ", style="cyan")
    line.append(shown(claim.object))
    mood = [] if claim.modality == "asserted" else [str(claim.modality)]
    mood += [f"says {claim.speaker.mention}"] if claim.speaker else []
    if mood:
        line.append(f" [{', '.join(mood)}]", style="italic")
    return line


def shown(value: Mention | Quantity | str | None) -> str:
    """Return the object of a claim in words."""
    if isinstance(value, Mention):
        return value.mention
    if isinstance(value, Quantity):
        return f"{_BOUNDS[value.comparator]}{value.value:,f} {value.unit.replace('_', ' ')}"
    return "" if value is None else value


def assessment_lines(assessment: Assessment) -> Iterator[Text]:
    """Yield the status with its first reason, then what would be right."""
    reason = assessment.reasons[0].text if assessment.reasons else ""
    yield from _wrapped(f"{assessment.status}: {reason}", COLOURS[assessment.status])
    if assessment.correction:
        yield from _wrapped(f"rather: {assessment.correction}", "")


def _wrapped(text: str, style: str) -> Iterator[Text]:
    for part in textwrap.wrap(text, WIDTH, initial_indent=" " * 11, subsequent_indent=" " * 13):
        yield Text(part, style=style)


def _line_number(claim: Claim, source: Source) -> int:
    start = claim.evidence[0].start if claim.evidence else 0
    return source.text.count("\n", 0, start) + 1
