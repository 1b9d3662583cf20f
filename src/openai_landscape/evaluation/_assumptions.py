"""Which defaults, undated figures and chosen readings matter: those of which another value would change the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from openai_landscape.evaluation._decide import Binding, Gap, Grounds, grounds
from openai_landscape.evaluation._diagram import facts_of
from openai_landscape.evaluation._facts import View, defaults
from openai_landscape.evaluation.verdict import Assumption
from openai_landscape.terms import Duty
from openai_landscape.use import FACTS, Use


def assumptions(bindings: Sequence[Binding | Gap], use: Use) -> tuple[Assumption, ...]:
    """Return the facts that were assumed and matter, by path."""
    noted = defaults(view for view in map(_view, bindings) if view is not None)
    return tuple(_assumption(name, bindings, use) for name in sorted(noted) if _matters(name, bindings))


def _view(binding: Binding | Gap) -> View | None:
    return binding.view


def _matters(name: str, bindings: Sequence[Binding | Gap]) -> bool:
    loosened = grounds(list(_loosen(name, bindings)))
    return any(_is_of(path, name, bindings) for path in _turns_on(loosened))


def _loosen(name: str, bindings: Sequence[Binding | Gap]) -> Iterator[Binding | Gap]:
    for binding in bindings:
        view = _view(binding)
        if view is None:
            yield binding
        else:
            yield evolve(binding, view=evolve(view, loosened=frozenset({name}), noted=set()))


def _turns_on(found: Grounds) -> Iterator[str]:
    yield from facts_of(found.diagram(), found.space)
    for bound in found.terms:
        if isinstance(bound.term, Duty):
            yield from facts_of(found.space.truth(bound.formula)[1], found.space)


def _is_of(path: str, name: str, bindings: Iterable[Binding | Gap]) -> bool:
    names = {name, *(view.path(name) for view in map(_view, bindings) if view is not None)}
    return any(path == one or path.startswith(f"{one}[") for one in names)


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
    view = next(view for view in map(_view, bindings) if view is not None and name in view.noted)
    if spec.kind == "set":
        members = view.members(base)
        return ", ".join(sorted(members)) if members else "none"
    if spec.kind == "flag":
        return str(view.flag(base, "")).lower()
    if spec.kind == "date":
        return str(view.acquired)
    return view.choice(base) or "direct for commercial, else none"
