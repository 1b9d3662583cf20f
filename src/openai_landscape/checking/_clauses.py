"""Clauses as reasons: the findings of a verdict with the citation of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openai_landscape.catalogue import Catalog
from openai_landscape.checking.assessment import ClauseReason, DefinitionReason, Reason
from openai_landscape.definitions import OpennessVerdict
from openai_landscape.evaluation import Finding, Verdict
from openai_landscape.evaluation.verdict import one_a_term
from openai_landscape.terms import Citation

_SHOWN = 8
"""How many clauses of one use policy are told; the rest are counted."""


def citation_of(catalog: Catalog, license_id: str, term: str | None) -> Citation | None:
    """Return where *term* of a licence stands, None for what is not a term."""
    known = catalog.licenses.get(license_id)
    return next((each.citation for each in known.terms if each.id == term), None) if known else None


def clause(catalog: Catalog, license_id: str, section: str, term: str | None, summary: str) -> ClauseReason:
    """Return a clause as a reason."""
    return ClauseReason(
        text=f"{license_id}, {section}: {summary}",
        license=license_id,
        clause=section,
        term=term,
        citation=citation_of(catalog, license_id, term),
    )


def of_findings(catalog: Catalog, findings: Iterable[Finding]) -> tuple[ClauseReason, ...]:
    """Return *findings* as reasons; what is unrecorded has no clause."""
    kept = [each for each in one_a_term(findings) if each.effect != "unrecorded"]
    return tuple(clause(catalog, each.license, each.clause, each.term, each.summary) for each in kept[:_SHOWN])


def deciding(catalog: Catalog, verdict: Verdict) -> tuple[ClauseReason, ...]:
    """Return the clauses that bear a verdict's outcome."""
    return of_findings(catalog, (each for each in verdict.findings if each.deciding))


def of_openness(catalog: Catalog, verdict: OpennessVerdict) -> Iterator[Reason]:
    """Yield how a model stands under a definition, each criterion that is not met, and the clauses behind it."""
    title = f"{verdict.target} under {_TITLES[verdict.definition]}: {verdict.outcome.replace('_', ' ')}"
    yield DefinitionReason(text=title, definition=verdict.definition, outcome=verdict.outcome)
    told = 0
    for each in verdict.criteria:
        if each.outcome not in ("not_met", "unknown"):
            continue
        text = (
            f"{_TITLES[verdict.definition]}, {each.id} ({each.name}): {each.outcome.replace('_', ' ')}: {each.reason}"
        )
        yield DefinitionReason(text=text, definition=verdict.definition, outcome=each.outcome, criterion=each.id)
        for ground in each.grounds[: max(0, _SHOWN - told)]:
            if ground.license and ground.clause is not None and each.outcome == "not_met":
                told += 1
                yield clause(catalog, ground.license, ground.clause, ground.term, ground.text)


_TITLES = {
    "osd": "the Open Source Definition",
    "osaid-1.0": "the Open Source AI Definition 1.0",
    "mof-1.0": "the Model Openness Framework 1.0",
    "eu-ai-act": "the EU AI Act",
}
