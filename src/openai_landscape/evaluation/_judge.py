"""From licences bound to a use to the whole verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openai_landscape.entities.license import License
from openai_landscape.evaluation._assumptions import assumptions
from openai_landscape.evaluation._decide import Binding, Gap, Grounds, grounds, outcome_of
from openai_landscape.evaluation._diagram import Diagram, facts_of, settles
from openai_landscape.evaluation._duties import clashes, obligations
from openai_landscape.evaluation._findings import findings
from openai_landscape.evaluation.condition import condition
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.verdict import Obligation, OpenReading, Verdict
from openai_landscape.quantities import FrozenMapping
from openai_landscape.use import Use


def outcome(bindings: Sequence[Binding | Gap]) -> Outcome:
    """Return the outcome alone."""
    return outcome_of(grounds(bindings).diagram())


def judge(bindings: Sequence[Binding | Gap], use: Use, target: tuple[str, ...], notes: tuple[str, ...] = ()) -> Verdict:
    """Return the verdict on *use* under every licence in *bindings*."""
    found = grounds(bindings)
    diagram = found.diagram()
    result = outcome_of(diagram)
    turning = facts_of(diagram, found.space)
    duties = obligations(found)
    return Verdict(
        outcome=result,
        permitted=None if result is Outcome.DEPENDS else result is Outcome.PERMITTED,
        target=target,
        findings=findings(found, result),
        duties=duties,
        unknown=_unknown(turning, diagram, found),
        ambiguities=_open_readings(turning, duties, bindings),
        assumptions=assumptions(found, result, bindings, use),
        clashes=clashes(found),
        condition=condition(found) if result is Outcome.DEPENDS else None,
        notes=notes,
        use=use,
        strict=any(binding.view.strict for binding in bindings),
        texts=_texts(bindings),
    )


def _unknown(turning: Mapping[str, frozenset[int]], diagram: Diagram, found: Grounds) -> tuple[str, ...]:
    """The facts that decide: first what can settle the verdict alone, then the worst it can bring, then the path."""
    facts = [path for path in turning if not path.startswith("readings.")]
    key = {path: (not settles(diagram, found.space, path), -max(turning[path]), path) for path in facts}
    return tuple(dict.fromkeys(_whole(path) for path in sorted(facts, key=key.__getitem__)))


def _whole(path: str) -> str:
    # a set is one fact, although each of its members can be decided apart
    name, bracket, _ = path.partition("[")
    return name if bracket and name in ("fields", "licensee.trades", "litigation") else path


def _open_readings(
    turning: Mapping[str, frozenset[int]], duties: tuple[Obligation, ...], bindings: Sequence[Binding | Gap]
) -> tuple[OpenReading, ...]:
    paths = {*turning, *(path for duty in duties for path in duty.depends_on)}
    keys = sorted(path.removeprefix("readings.") for path in paths if path.startswith("readings."))
    licenses: dict[str, License] = {b.license.id: b.license for b in bindings if isinstance(b, Binding)}
    return tuple(_open_reading(key, licenses) for key in keys)


def _open_reading(key: str, licenses: Mapping[str, License]) -> OpenReading:
    license_id, _, name = key.partition("#")
    ambiguity = next(a for a in licenses[license_id].ambiguities if a.id == name)
    return OpenReading(
        license=license_id,
        id=name,
        clause=ambiguity.citation.section,
        question=ambiguity.question,
        readings=ambiguity.readings,
    )


def _texts(bindings: Sequence[Binding | Gap]) -> FrozenMapping[str, str]:
    return FrozenMapping(
        {text.id: text.sha256 for binding in bindings if isinstance(binding, Binding) for text in binding.license.texts}
    )
