"""What each term says of the use, the deciding ones first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from openai_landscape.evaluation._decide import (
    NEEDS_AGREEMENT,
    PERMITTED,
    PROHIBITED,
    Binding,
    Bound,
    Grounds,
    unlifted,
)
from openai_landscape.evaluation._diagram import facts_of
from openai_landscape.evaluation._formula import Formula
from openai_landscape.evaluation.verdict import Finding, Outcome
from openai_landscape.terms import Duty, Permission, Reservation

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
        Finding(
            license=draft.license,
            term=draft.term,
            effect=draft.effect,
            clause=draft.clause,
            summary=draft.summary,
            truth=truth,
            deciding=(draft.effect, truth) in decisive,
            activities=draft.activities,
            depends_on=tuple(sorted(facts_of(diagram, grounds.space))),
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
        return frozenset({("permission", True)})
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
            summary = term.summary
            if isinstance(term, Reservation) and unlifted(bound) is False and bound.formula is not False:
                summary = f"{summary} (lifted by what is recorded)"
            yield _Draft(
                bound.binding.license.id, term.id, term.kind, term.citation.section, summary, shared, unlifted(bound)
            )


def _ungranted(grounds: Grounds) -> Iterator[_Draft]:
    merged: dict[tuple[str, Formula, Bound | None], list[str]] = {}
    bindings: dict[str, Binding] = {}
    for binding, activity, formula in grounds.ungranted:
        nearest = _nearest_grant(grounds, binding, activity)
        merged.setdefault((binding.license.id, formula, nearest), []).append(activity)
        bindings[binding.license.id] = binding
    for (license_id, formula, nearest), activities in merged.items():
        listed = " or ".join(activities)
        if nearest is not None:
            said = f"what is granted does not cover to {listed} here; the grant: {nearest.term.summary}"
            yield _Draft(
                license_id,
                nearest.term.id,
                "not_granted",
                nearest.term.citation.section,
                said,
                tuple(activities),
                formula,
            )
            continue
        first = next((t for t in bindings[license_id].license.terms if isinstance(t, Permission)), None)
        clause = "" if first is None else first.citation.section
        said = f"nothing in the licence grants to {listed}"
        yield _Draft(license_id, "no-grant", "not_granted", clause, said, tuple(activities), formula)


def _nearest_grant(grounds: Grounds, binding: Binding, activity: str) -> Bound | None:
    """The grant that covers the activity under another condition, by the order of ids."""
    covering = [
        bound
        for bound in grounds.terms
        if bound.binding is binding and isinstance(bound.term, Permission) and activity in bound.term.activities
    ]
    return min(covering, key=lambda bound: bound.term.id, default=None)


def _gaps(grounds: Grounds) -> Iterator[_Draft]:
    for gap, barred, _ in grounds.gaps:
        yield _Draft(gap.license, gap.path, "unrecorded", "", gap.summary, (), barred)
