"""From licences bound to a use to the whole verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen

from openai_landscape.entities.license import License
from openai_landscape.evaluation._assumptions import assumptions
from openai_landscape.evaluation._compiled import REACH, REACHES, compiled
from openai_landscape.evaluation._decide import PROHIBITED, Binding, Gap, Grounds, grounds, outcome_of
from openai_landscape.evaluation._diagram import Diagram, facts_of, settles
from openai_landscape.evaluation._duties import clashes, obligations
from openai_landscape.evaluation._facts import named
from openai_landscape.evaluation._findings import findings
from openai_landscape.evaluation.condition import condition
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.verdict import Obligation, OpenReading, Verdict
from openai_landscape.quantities import FrozenMapping
from openai_landscape.quantities.base import assembled
from openai_landscape.use import Use

KEPT: Final = 4096
"""How many answers are kept for one licence and one set of activities."""


@frozen(eq=False)
class Answer:
    """All of a verdict that the facts which the terms read decide."""

    outcome: Outcome
    parts: Mapping[str, object]


def outcome(bindings: Sequence[Binding | Gap]) -> Outcome:
    """Return the outcome alone."""
    kept, key = _kept(bindings)
    answer = None if kept is None else kept.get(key)
    return outcome_of(grounds(bindings).diagram) if answer is None else answer.outcome


def judge(bindings: Sequence[Binding | Gap], use: Use, target: tuple[str, ...], notes: tuple[str, ...] = ()) -> Verdict:
    """Return the verdict on *use* under every licence in *bindings*."""
    answer = _answer(bindings, use)
    permitted = None if answer.outcome is Outcome.DEPENDS else answer.outcome is Outcome.PERMITTED
    asked = {"target": target, "notes": notes, "use": use, "strict": bindings[0].view.strict}
    return assembled(Verdict, {**answer.parts, "permitted": permitted, **asked})


def _answer(bindings: Sequence[Binding | Gap], use: Use) -> Answer:
    kept, key = _kept(bindings)
    if kept is None:
        return _decide(bindings, use)
    answer = kept.get(key)
    if answer is None:
        if len(kept) >= KEPT:
            kept.clear()
        answer = kept[key] = _decide(bindings, use)
    return answer


def _kept(bindings: Sequence[Binding | Gap]) -> tuple[dict[object, Answer] | None, object]:
    """Where the answers to a lone licence are kept, and under what: all that the use says of what its terms ask."""
    if len(bindings) != 1 or not isinstance(bindings[0], Binding) or bindings[0].guard is not None:
        return None, None
    covering = compiled(bindings[0].license).covering(bindings[0].view.use.activities)
    return covering.answers, bindings[0].view.says(covering.stated)


def _decide(bindings: Sequence[Binding | Gap], use: Use) -> Answer:
    found = grounds(bindings)
    diagram = found.diagram
    result = outcome_of(diagram)
    turning = facts_of(diagram, found.space)
    duties = obligations(found)
    parts: dict[str, object] = {
        "outcome": result,
        "findings": findings(found, result),
        "duties": duties,
        "unknown": _unknown(turning, diagram, found),
        "ambiguities": _open_readings(turning, duties, bindings),
        "assumptions": assumptions(found, result, bindings, use),
        "clashes": clashes(found),
        "condition": condition(found) if result is Outcome.DEPENDS else None,
        "texts": _texts(bindings),
    }
    # in the order of the verdict's fields, so that what is put together prints as what is read back
    return Answer(result, {name: parts.get(name) for name in Verdict.model_fields})


def _unknown(turning: Iterable[str], diagram: Diagram, found: Grounds) -> tuple[str, ...]:
    """The facts that decide: first what can settle the verdict alone, then the worst it can bring, then the path."""
    facts = [path for path in turning if not path.startswith("readings.")]
    if len(facts) < 2:
        return named(facts)
    worst = facts_of(found.space.ending(diagram, PROHIBITED), found.space)
    key = {path: (not settles(diagram, found.space, path), path not in worst, path) for path in facts}
    return named(sorted(facts, key=key.__getitem__))


def _open_readings(
    turning: Iterable[str], duties: tuple[Obligation, ...], bindings: Sequence[Binding | Gap]
) -> tuple[OpenReading, ...]:
    paths = {*turning, *(path for duty in duties for path in duty.depends_on)}
    keys = sorted(path.removeprefix("readings.") for path in paths if path.startswith("readings."))
    licenses: dict[str, License] = {b.license.id: b.license for b in bindings if isinstance(b, Binding)}
    return tuple(_open_reading(key, licenses) for key in keys)


def _open_reading(key: str, licenses: Mapping[str, License]) -> OpenReading:
    license_id, _, name = key.partition("#")
    if name.startswith(REACH):
        return _open_reach(licenses[license_id], name.removeprefix(REACH))
    ambiguity = next(a for a in licenses[license_id].ambiguities if a.id == name)
    return OpenReading(
        license=license_id,
        id=name,
        clause=ambiguity.citation.section,
        question=ambiguity.question,
        readings=ambiguity.readings,
    )


def _open_reach(license_: License, relation: str) -> OpenReading:
    known = next((reach for reach in license_.reach if reach.relation == relation), None)
    words = relation.replace("_", " ")
    return OpenReading(
        license=license_.id,
        id=f"{REACH}{relation}",
        clause=known.citation.section if known and known.citation else "",
        question=f"does the licence reach a model that derives from one under it ({words})?",
        readings=FrozenMapping(zip(REACHES, ("it does", "it does not"), strict=True)),
    )


def _texts(bindings: Sequence[Binding | Gap]) -> FrozenMapping[str, str]:
    return FrozenMapping(
        {
            text.id: text.sha256
            for binding in bindings
            if isinstance(binding, Binding) and binding.guarded is not False
            for text in binding.license.texts
        }
    )
