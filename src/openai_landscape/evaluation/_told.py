"""What an explanation of a verdict says, in order, whatever the form it is printed in."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from openai_landscape.evaluation.verdict import Finding, Obligation, OpenReading, Verdict
from openai_landscape.terms import WINDOW_RULES
from openai_landscape.use import FACTS

OUTCOMES: Final = {
    "permitted": "permitted",
    "depends": "depends on what is not stated",
    "needs_agreement": "needs an agreement with the licensor",
    "prohibited": "prohibited",
}

_EFFECTS: Final = {
    "permission": ("permits", "may permit"),
    "prohibition": ("prohibits", "may prohibit"),
    "reservation": ("reserves the rights", "may reserve the rights"),
    "not_granted": ("does not grant", "may not grant"),
    "unrecorded": ("no record", "no record"),
}
"""What a term does to the use where it certainly covers it, and where that is open."""

_STATES: Final = {True: "done", False: "not met", None: ""}


@frozen
class Line:
    """A line: who says it (a licence and its clause), in what way, the text, its exact words, what stands below."""

    text: str
    label: str = ""
    state: str = ""
    exact: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@frozen
class Section:
    """A titled group of lines."""

    title: str
    lines: tuple[Line, ...]


def headline(verdict: Verdict) -> tuple[str, str]:
    """Return what was asked about, and the outcome in words."""
    return " with ".join(verdict.target), OUTCOMES[verdict.outcome]


def sections(verdict: Verdict) -> Iterator[Section]:
    """Yield what decides, the duties, what it depends on, what is open, what was assumed; nothing that is empty."""
    for title, lines in (
        ("decided by", _findings(deciding(verdict))),
        ("duties", map(_duty, verdict.duties)),
        ("duties that cannot all be met", (Line(clash.text) for clash in verdict.clashes)),
        ("depends on", _open(verdict)),
        ("left open by the text", map(_reading, verdict.ambiguities)),
        ("assumed", (Line(assumption.text) for assumption in verdict.assumptions)),
        ("notes", map(Line, verdict.notes)),
    ):
        found = tuple(lines)
        if found:
            yield Section(title, found)


def deciding(verdict: Verdict) -> tuple[Finding, ...]:
    """Return the findings that bear the outcome.

    Where any of several texts may be the one in force, no single grant decides: all that may are given.
    """
    found = tuple(finding for finding in verdict.findings if finding.deciding)
    return found or tuple(f for f in verdict.findings if f.effect == "permission" and f.truth is not False)


def _findings(found: tuple[Finding, ...]) -> Iterator[Line]:
    """A line for each term, with every clause that states it."""
    clauses: dict[tuple[str, str, str], list[str]] = {}
    for finding in found:
        clauses.setdefault((finding.license, finding.term, finding.summary), []).append(finding.clause)
    for finding in found:
        stated = clauses.pop((finding.license, finding.term, finding.summary), None)
        if stated is not None:
            certain, open_ = _EFFECTS[finding.effect]
            label = _clause(finding.license, ", ".join(stated))
            yield Line(finding.summary, label, certain if finding.truth else open_)


def _clause(license_: str, clause: str) -> str:
    return f"{license_} {clause}".rstrip()


def _duty(duty: Obligation) -> Line:
    states = (_STATES[duty.fulfilled], "" if duty.truth else "may apply")
    after = f"one of these places is enough: {', '.join(duty.places)}" if len(duty.places) > 1 else ""
    return Line(
        duty.text,
        _clause(duty.license, duty.clause),
        ", ".join(filter(None, states)),
        duty.words,
        (after,) if after else (),
    )


def _open(verdict: Verdict) -> Iterator[Line]:
    if verdict.condition is not None:
        yield Line(verdict.condition.text)
    for fact in verdict.unknown:
        yield Line(fact_in_words(fact), fact)


def _reading(reading: OpenReading) -> Line:
    readings = tuple(f"{name}: {text}" for name, text in reading.readings.items())
    choose = f'a use chooses one by its name, in readings["{reading.license}#{reading.id}"]'
    return Line(reading.question, _clause(reading.license, reading.clause), after=(*readings, choose))


def fact_in_words(path: str) -> str:
    """Return what the fact at *path* is.

    >>> fact_in_words("purpose")
    'the primary purpose of the use'
    >>> fact_in_words("license[some-model]")
    'which licence some-model carries and what it says'
    """
    name, _, key = path.partition("[")
    key = key.removesuffix("]")
    if name in _RECORDS:
        return _RECORDS[name].format(key)
    if name.startswith("rates."):
        return f"what one {name.removeprefix('rates.')} is in US dollars"
    if name.startswith("readings."):
        return "how the open clause is read"
    said = FACTS[name].says if name in FACTS else name.replace("_", " ")
    return f"{said}, {_period(key)}" if key else said


_RECORDS: Final = {
    "license": "which licence {} carries and what it says",
    "ancestry": "which models {} derives from",
}


def _period(key: str) -> str:
    if key in WINDOW_RULES:
        return WINDOW_RULES[key]
    year, _, month = key.partition("-")
    return f"in {calendar.month_name[int(month)]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else f"in {key}"
