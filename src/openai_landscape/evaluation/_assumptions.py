"""Which defaults, undated figures and chosen readings matter: those of which another value would change the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openai_landscape.evaluation._compiled import compiled
from openai_landscape.evaluation._decide import Binding, Gap, Grounds, loosened
from openai_landscape.evaluation._diagram import Diagram, facts_of
from openai_landscape.evaluation._facts import defaults
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.verdict import Assumption
from openai_landscape.terms import Duty
from openai_landscape.use import FACTS, Use


def assumptions(base: Grounds, outcome: Outcome, bindings: Sequence[Binding | Gap], use: Use) -> tuple[Assumption, ...]:
    """Return the facts that were assumed and matter, by path."""
    noted = defaults(binding.view for binding in bindings)
    return tuple(_assumption(name, bindings, use) for name in sorted(noted) if _matters(name, base, outcome, bindings))


def _matters(name: str, base: Grounds, outcome: Outcome, bindings: Sequence[Binding | Gap]) -> bool:
    if any(_decides_alone(name, outcome, binding) for binding in bindings if isinstance(binding, Binding)):
        return True
    found = loosened(base, bindings, name)
    if found is None:
        return False
    names = {name, *(binding.view.path(name) for binding in bindings)}
    return any(_is_of(path, names) for path in _turns_on(found, base))


def _decides_alone(name: str, outcome: Outcome, binding: Binding) -> bool:
    """Whether some value of the fact, whatever else is so, forbids the use or changes a duty."""
    if binding.guard is not None or binding.view.descendant:
        return False
    covering = compiled(binding.license).covering(binding.view.use.activities)
    return name in covering.obliges_alone or (outcome is not Outcome.PROHIBITED and name in covering.bars_alone)


def _turns_on(found: Grounds, base: Grounds) -> Iterator[str]:
    """The facts on which the duties and the outcome turn, where these are not what they were."""
    before = {bound.formula for bound in base.terms if isinstance(bound.term, Duty)}
    for bound in found.terms:
        if isinstance(bound.term, Duty) and bound.formula not in before:
            yield from _bounding(found.space.truth(bound.formula)[1], found)
    if (found.prohibited, found.reserved) != (base.prohibited, base.reserved):
        yield from _bounding(found.diagram, found)


def _bounding(diagram: Diagram, found: Grounds) -> Iterator[str]:
    """The facts on which *diagram* turns, and the figures that would bound them: product <= own <= with affiliates."""
    turning = facts_of(diagram, found.space)
    for slot in found.space.cells:
        if not turning.isdisjoint(slot.facts):
            yield from slot.facts


def _is_of(path: str, names: set[str]) -> bool:
    return path in names or path.partition("[")[0] in names


def _assumption(name: str, bindings: Sequence[Binding | Gap], use: Use) -> Assumption:
    taken = _taken(name, bindings, use)
    if name.startswith("readings."):
        return Assumption(
            fact=name, taken=taken, text=f"the open clause {name.removeprefix('readings.')} is read as {taken!r}"
        )
    spec = FACTS.get(name.partition("[")[0])
    says = spec.says if spec else name
    if name.startswith("licensee.") and spec is not None and spec.kind in ("users", "money"):
        return Assumption(
            fact=name,
            taken=taken,
            text=f"the undated figure, {taken}, holds for the time that the clause asks for ({says})",
        )
    return Assumption(fact=name, taken=taken, text=f"not stated, taken as {taken}: {says}")


def _taken(name: str, bindings: Sequence[Binding | Gap], use: Use) -> str:
    if name.startswith("readings."):
        return use.readings[name.removeprefix("readings.")]
    base = name.partition("[")[0]
    spec = FACTS[base]
    if spec.kind in ("users", "money"):
        figure = getattr(use.licensee, base.removeprefix("licensee."))
        return f"{figure:,}" if isinstance(figure, int) else f"{figure.currency} {figure.amount:,f}"
    view = next(binding.view for binding in bindings if name in binding.view.noted)
    if spec.kind == "set":
        members = view.members(base)
        return ", ".join(sorted(members)) if members else "none"
    if spec.kind == "flag":
        return str(view.flag(base, "")).lower()
    if spec.kind == "date":
        return str(view.acquired)
    return view.choice(base) or "direct for commercial, else none"
