"""What each term says of the use, the deciding ones first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from openai_landscape.evaluation._decide import (
    NEEDS_AGREEMENT,
    PERMITTED,
    PROHIBITED,
    Grounds,
    Ungranted,
)
from openai_landscape.evaluation._diagram import facts_of
from openai_landscape.evaluation._facts import named
from openai_landscape.evaluation._formula import Formula
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.verdict import Finding
from openai_landscape.quantities.base import assembled
from openai_landscape.terms import Duty, Permission, Prohibition, Reservation

Effect = Literal["permission", "prohibition", "reservation", "not_granted", "unrecorded"]

_WEIGHT: Final[dict[Effect, int]] = {
    "prohibition": PROHIBITED,
    "not_granted": PROHIBITED,
    "reservation": NEEDS_AGREEMENT,
    "unrecorded": PROHIBITED,
    "permission": PERMITTED,
}
_ORDER: Final[tuple[Effect, ...]] = ("prohibition", "not_granted", "reservation", "unrecorded", "permission")


@frozen
class _Draft:
    license: str
    term: str
    effect: Effect
    clause: str
    summary: str
    activities: tuple[str, ...]
    formula: Formula


def findings(grounds: Grounds, outcome: Outcome) -> tuple[Finding, ...]:
    """Return the findings of every term that is not a duty and does not plainly miss the use."""
    drafts = list(dict.fromkeys((*_terms(grounds), *_ungranted(grounds), *_gaps(grounds))))
    judged = [(draft, *grounds.space.truth(draft.formula)) for draft in drafts]
    decisive = _decisive([(draft.effect, truth) for draft, truth, _ in judged], outcome)
    found = [
        assembled(
            Finding,
            {
                "license": draft.license,
                "term": draft.term,
                "effect": draft.effect,
                "clause": draft.clause,
                "summary": draft.summary,
                "truth": truth,
                "deciding": (draft.effect, truth) in decisive,
                "activities": draft.activities,
                "depends_on": tuple(sorted(named(facts_of(diagram, grounds.space)))),
            },
        )
        for draft, truth, diagram in judged
        if _worth_telling(draft.effect, truth)
    ]
    return tuple(sorted(found, key=_rank))


def _worth_telling(effect: Effect, truth: bool | None) -> bool:
    # of a use policy's many items only those that are touched; a cap that is kept is worth telling
    return truth is not False or effect in ("reservation", "permission")


def _rank(finding: Finding) -> tuple[bool, int, int, str, str]:
    certainty = {True: 0, None: 1, False: 2}[finding.truth]
    return (not finding.deciding, certainty, _ORDER.index(finding.effect), finding.license, finding.term)


def _decisive(found: list[tuple[Effect, bool | None]], outcome: Outcome) -> frozenset[tuple[Effect, bool | None]]:
    """Which kinds of finding bear the outcome: those that are certain, else those that are open."""
    if outcome is Outcome.PERMITTED:
        granted = frozenset(pair for pair in found if pair[0] == "permission" and pair[1] is not False)
        # where several texts may be the one in force no single grant is certain, although one of them is
        return frozenset(pair for pair in granted if pair[1] is True) or granted
    barring = [(effect, truth) for effect, truth in found if _WEIGHT[effect] > PERMITTED and truth is not False]
    if outcome is Outcome.DEPENDS:
        return frozenset(pair for pair in barring if pair[1] is None)
    wanted = PROHIBITED if outcome is Outcome.PROHIBITED else NEEDS_AGREEMENT
    certain = frozenset(pair for pair in barring if pair[1] is True and _WEIGHT[pair[0]] == wanted)
    return certain or frozenset(barring)


def _terms(grounds: Grounds) -> Iterator[_Draft]:
    for bound in grounds.terms:
        term = bound.term
        if not isinstance(term, Duty):
            shared = tuple(a for a in bound.binding.view.use.activities if a in term.activities)
            lifted = bound.unlifted is False and bound.formula is not False
            summary = f"{term.summary} (lifted by what is recorded)" if lifted else term.summary
            for clause in _clauses(term):
                yield _Draft(bound.binding.license.id, term.id, term.kind, clause, summary, shared, bound.unlifted)


def _clauses(term: Permission | Prohibition | Reservation) -> tuple[str, ...]:
    """The section that states the term, then the numbered ones that it rests on beside it."""
    beside = (citation.section for citation in term.also if any(sign.isdigit() for sign in citation.section))
    return tuple(dict.fromkeys((term.citation.section, *beside)))


def _ungranted(grounds: Grounds) -> Iterator[_Draft]:
    merged: dict[tuple[str, Formula, str, str, str], list[str]] = {}
    for each in grounds.ungranted:
        if each.formula is not False:
            key = (each.binding.license.id, each.formula, *_nearest_grant(each))
            merged.setdefault(key, []).append(each.activity)
    for (license_id, formula, term, clause, said), activities in merged.items():
        summary = f"{' or '.join(activities)}: {said}"
        yield _Draft(license_id, term, "not_granted", clause, summary, tuple(activities), formula)


def _nearest_grant(each: Ungranted) -> tuple[str, str, str]:
    """The first grant, by id, that covers the activity under another condition: its id, clause and what it says."""
    license_ = each.binding.license
    grants = sorted((t for t in license_.terms if isinstance(t, Permission)), key=lambda term: term.id)
    for grant in grants:
        if each.activity in grant.activities:
            return grant.id, grant.citation.section, f"not covered here by what is granted ({grant.summary})"
    clause = grants[0].citation.section if grants else ""
    return "no-grant", clause, "nothing in the licence grants it"


def _gaps(grounds: Grounds) -> Iterator[_Draft]:
    for each in grounds.gaps:
        gap = each.gap
        yield _Draft(gap.license, gap.path, "unrecorded", "", gap.summary, (), each.forbids)
