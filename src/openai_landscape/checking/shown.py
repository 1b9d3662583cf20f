"""Assessments as HTML for a notebook, without colours of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from openai_landscape.checking.assessment import Assessment, Reason, Status
from openai_landscape.entities.html import Html, card, element, items, join
from openai_landscape.entities.shown import claim_in_words, mood

if TYPE_CHECKING:
    from openai_landscape.checking.register import Ledger


def assessment_html(assessment: Assessment) -> Html:
    """Return an assessment as HTML: the claim, how it stands, why, what would be right, and the words it rests on."""
    claim = assessment.claim
    right = [element("p", "Rather: ", assessment.correction)] if assessment.correction else []
    return card(
        f"{assessment.status}: {claim_in_words(claim)}",
        ", ".join(mood(claim)),
        items(
            f"{reason.text} ({ground})" if (ground := ground_of(reason)) else reason.text
            for reason in assessment.reasons
        ),
        *right,
        *(element("blockquote", each.quote) for each in claim.evidence),
    )


def ground_of(reason: Reason) -> str:
    """Return the clause or the source that a reason rests on, empty where its text says so itself."""
    if reason.kind == "clause" and reason.license not in reason.text:
        return f"{reason.license} {reason.clause}"
    return reason.source or "" if reason.kind == "fact" else ""


def assessments_html(title: str, assessments: Sequence[Assessment]) -> Html:
    """Return many assessments as one table, with how many there are of each status."""
    counts = Counter(assessment.status for assessment in assessments)
    about = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    head = element("thead", _row("th", ("status", "claim", "said", "rather")))
    rows = (
        _row(
            "td",
            (each.status, claim_in_words(each.claim), ", ".join(mood(each.claim)), each.correction or ""),
        )
        for each in assessments
    )
    return card(title, f"({about})" if about else "", element("table", head, element("tbody", join(rows))))


def ledger_html(ledger: Ledger) -> Html:
    """Return a ledger as HTML: its assessments as a table, then which claims cannot both hold."""
    title = f"Ledger of {len(ledger.sources)} {'source' if len(ledger.sources) == 1 else 'sources'}"
    odds = (
        f"{claim_in_words(each.first)} | {claim_in_words(each.second)}: {each.reason} (the record backs: {each.backed})"
        for each in ledger.conflicts
    )
    head = [element("p", "Claims that cannot both hold:")] if ledger.conflicts else []
    return join((assessments_html(title, ledger.assessments), *head, items(odds)))


def _row(cell: str, texts: Iterable[str]) -> Html:
    return element("tr", *(element(cell, text) for text in texts))
