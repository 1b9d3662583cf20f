"""Claims, sources, assessments and verdicts as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

from openai_landscape.checking import Assessment, Conflict
from openai_landscape.cli.output import columns, put_wrapped, visible
from openai_landscape.entities import Claim, Mention, Source
from openai_landscape.evaluation import Outcome, Verdict
from openai_landscape.quantities import Quantity

STATUS_COLOURS: Final = {
    "supported": "green",
    "imprecise": "yellow",
    "contradicted": "red",
    "outdated": "magenta",
    "unverifiable": "bright_black",
}

OUTCOME_COLOURS: Final = {
    Outcome.PERMITTED: "green",
    Outcome.DEPENDS: "yellow",
    Outcome.NEEDS_AGREEMENT: "magenta",
    Outcome.PROHIBITED: "red",
}

_BOUNDS: Final = {
    "eq": "",
    "lt": "less than ",
    "le": "at most ",
    "gt": "more than ",
    "ge": "at least ",
    "approx": "about ",
}


_VERBS: Final = {
    "accessible_to": ("is accessible to", "is not accessible to"),
    "allows": ("allows", "does not allow"),
    "architecture": ("is built as", "is not built as"),
    "capped_at": ("is capped at", "is not capped at"),
    "compares_to": ("is compared to", "is not compared to"),
    "competes_with": ("competes with", "does not compete with"),
    "counts": ("counts", "does not count"),
    "derives_from": ("derives from", "does not derive from"),
    "developed": ("developed", "did not develop"),
    "discloses": ("discloses", "does not disclose"),
    "excludes": ("excludes", "does not exclude"),
    "has_size": ("has", "does not have"),
    "invests": ("invests", "does not invest"),
    "leaked": ("leaked", "did not leak"),
    "licensed_under": ("is licensed under", "is not licensed under"),
    "limited_to": ("is limited to", "is not limited to"),
    "openness": ("is", "is not"),
    "partners_with": ("partners with", "does not partner with"),
    "released": ("released", "did not release"),
    "role": ("has a role at", "has no role at"),
    "saves": ("saves", "does not save"),
    "stands_for": ("stands for", "does not stand for"),
    "states": ("says", "does not say"),
}
"""What a predicate says of its subject, and its denial."""


def put_verdict(console: Console, verdict: Verdict) -> None:
    """Print a verdict in its own words, wrapped below where each line begins."""
    first, *rest = str(verdict).splitlines()
    put_wrapped(console, first, style=f"bold {OUTCOME_COLOURS[verdict.outcome]}")
    for line in rest:
        indent = len(line) - len(line.lstrip())
        if indent:
            put_hanging(console, line, indent)
        else:
            put_wrapped(console, line, style="bold")


def put_hanging(console: Console, line: str, indent: int) -> None:
    """Print *line*, its further lines four columns deeper than its *indent*."""
    said = visible(line)
    first = Text(said).wrap(console, columns(console) - indent)[0].plain
    console.print(Text(" " * indent + first.rstrip()), soft_wrap=True)
    if rest := said[len(first) :].strip():
        put_wrapped(console, rest, lead=" " * (indent + 4))


def put_source(console: Console, source: Source) -> None:
    """Print what a source is: title, author, date, language."""
    about = ", ".join(part for part in (source.author, source.published, source.language) if part)
    line = Text(visible(source.title or source.id), style="bold")
    if about:
        line.append(f" ({visible(about)})", style="not bold")
    put_wrapped(console, line)


def put_claim(console: Console, claim: Claim, source: Source) -> None:
    """Print a claim: the line where it stands, what it says, and in what mood."""
    line = Text(f"{visible(claim.subject.mention)} ")
    line.append(verb(claim), style="cyan")
    if said := visible(_rest(claim)):
        line.append(f" {said}")
    if mood := list(_mood(claim)):
        line.append(f" [{visible(', '.join(mood))}]", style="italic")
    put_wrapped(console, line, lead=f"  line {line_number(claim, source):<4}")


def _mood(claim: Claim) -> Iterator[str]:
    yield from (f"{name}: {value.replace('_', ' ')}" for name, value in claim.qualifiers.items() if name != "manner")
    if claim.when is not None:
        yield f"when: {claim.when.text}"
    if claim.modality != "asserted":
        yield claim.modality
    if claim.speaker is not None:
        yield f"says {claim.speaker.mention}"


def put_assessment(console: Console, assessment: Assessment) -> None:
    """Print the status with its first reason, then what would be right."""
    reason = assessment.reasons[0].text if assessment.reasons else ""
    line = Text(str(assessment.status), style=STATUS_COLOURS[assessment.status])
    line.append(f": {visible(reason)}" if reason else "", style="default")
    put_wrapped(console, line, lead=" " * 11)
    if assessment.correction:
        put_wrapped(console, f"rather: {assessment.correction}", lead=" " * 11)


_BACKED: Final = {
    "first": "the record backs the first",
    "second": "the record backs the second",
    "neither": "the record is against both",
    "unknown": "the record cannot tell which",
}


def put_conflict(console: Console, conflict: Conflict) -> None:
    """Print two claims that cannot both hold, why, and which of them the record backs."""
    put_wrapped(console, sentence(conflict.first), lead="  ")
    put_wrapped(console, sentence(conflict.second), lead="    but ")
    put_wrapped(console, f"{conflict.reason}; {_BACKED[conflict.backed]}", lead="    ")


def sentence(claim: Claim) -> str:
    """Return what a claim says, without its mood."""
    return f"{claim.subject.mention} {verb(claim)} {_rest(claim)}".rstrip()


def verb(claim: Claim) -> str:
    """Return what the predicate says, or its denial."""
    return _VERBS[claim.predicate][claim.polarity == "negated"]


def _rest(claim: Claim) -> str:
    manner = claim.qualifiers.get("manner", "").replace("_", " ")
    return f"{shown(claim.object)} as {manner}" if manner else shown(claim.object)


def shown(value: Mention | Quantity | str | None) -> str:
    """Return the object of a claim in words."""
    if isinstance(value, Mention):
        return value.mention
    if isinstance(value, Quantity):
        return f"{_BOUNDS[value.comparator]}{value.value:,f} {value.unit.replace('_', ' ')}"
    return "" if value is None else value.replace("_", " ")


def line_number(claim: Claim, source: Source) -> int:
    """Return the line of the source on which the claim's evidence begins, counted from 1."""
    start = claim.evidence[0].start if claim.evidence else 0
    return source.text.count("\n", 0, start) + 1
