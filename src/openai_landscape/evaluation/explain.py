"""A verdict told to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openai_landscape.evaluation.verdict import Finding, Obligation, Verdict

_OUTCOMES: Final = {
    "permitted": "permitted",
    "depends": "depends on what is not stated",
    "needs_agreement": "needs an agreement with the licensor",
    "prohibited": "prohibited",
}


def to_text(verdict: Verdict) -> str:
    """Return the verdict in words: the outcome, the clauses that decide, duties, what it depends on, assumptions."""
    lines = [f"{', '.join(verdict.target)}: {_OUTCOMES[verdict.outcome]}"]
    lines += [f"  {_finding(finding)}" for finding in verdict.findings if finding.deciding]
    if verdict.duties:
        lines += ["duties:", *(f"  {_duty(duty)}" for duty in verdict.duties)]
    if verdict.unknown:
        lines += ["depends on:", *(f"  {fact}" for fact in verdict.unknown)]
    if verdict.condition:
        lines.append(f"condition: {verdict.condition.text}")
    for reading in verdict.ambiguities:
        lines.append(f"open: {reading.license} {reading.clause}: {reading.question}")
        lines += [f"  {name}: {text}" for name, text in reading.readings.items()]
    if verdict.assumptions:
        lines += ["assumed:", *(f"  {assumption.text}" for assumption in verdict.assumptions)]
    lines += [f"clash: {clash.text}" for clash in verdict.clashes]
    lines += [f"note: {note}" for note in verdict.notes]
    return "\n".join(lines)


def _finding(finding: Finding) -> str:
    doubt = "" if finding.truth else "perhaps: "
    return f"{doubt}{finding.license} {finding.clause}: {finding.summary}"


def _duty(duty: Obligation) -> str:
    state = {True: "done: ", False: "not met: ", None: ""}[duty.fulfilled]
    doubt = "" if duty.truth else "perhaps: "
    return f"{state}{doubt}{duty.license} {duty.clause}: {duty.text}"
