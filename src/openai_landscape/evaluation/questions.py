"""May this use be made of this model? The public questions."""

from __future__ import annotations

from collections.abc import Sequence

from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.evaluation._decide import Binding, Gap
from openai_landscape.evaluation._judge import judge, outcome
from openai_landscape.evaluation._targets import Resolved, Target, resolve
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.verdict import Verdict
from openai_landscape.quantities.base import Value
from openai_landscape.use import Use

_RELAXING = ("acquired", "received_in_product", "component", "handed_over", "copies", "model_modalities")


def evaluate(
    target: Target | Sequence[Target], use: Use, *, catalog: Catalog | None = None, strict: bool = False
) -> Verdict:
    """Return whether *use* may be made of *target*, with clauses, duties and what it still depends on.

    Args:
        target: A model, a licence, a name of one, or several that are used together.
        use: What is to be done. A fact not given is unknown.
        catalog: Where names and lineage are looked up; the built-in catalogue by default.
        strict: Count every default as unknown, and an undated figure where a clause asks for a month.

    Raises:
        LookupError: If a name is unknown, or could be several things.
        ValueError: If facts of one of several targets are given for all where that would relax the answer.

    Source: the meaning by completions of `docs/architecture.md`.
    """
    found = _resolve(target, use, catalog, strict=strict)
    return judge(found.bindings, use, tuple(found.names), tuple(dict.fromkeys(found.notes)))


def is_permitted(
    target: Target | Sequence[Target], use: Use, *, catalog: Catalog | None = None, strict: bool = False
) -> bool | None:
    """Return True or False where the answer is certain, None where it depends on facts not given.

    Takes and raises what `evaluate` does.
    """
    result = outcome(_resolve(target, use, catalog, strict=strict).bindings)
    return None if result is Outcome.DEPENDS else result is Outcome.PERMITTED


def bindings_of(
    target: Target | Sequence[Target], use: Use, catalog: Catalog | None, *, strict: bool = False
) -> list[Binding | Gap]:
    """Return what governs *target*, for the analyses that ask the same question again and again."""
    return _resolve(target, use, catalog, strict=strict).bindings


def _resolve(target: Target | Sequence[Target], use: Use, catalog: Catalog | None, *, strict: bool) -> Resolved:
    targets = (target,) if isinstance(target, str | Value) else tuple(target)
    if not targets:
        raise ValueError("target: nothing to evaluate; name a model or a licence")
    known = built_in() if catalog is None else catalog
    found = resolve(targets, use, known, strict=strict)
    if len(targets) > 1:
        _refuse_relaxing(targets, use, known, found, strict=strict)
    return found


def _refuse_relaxing(targets: tuple[Target, ...], use: Use, catalog: Catalog, found: Resolved, *, strict: bool) -> None:
    """A fact of one target that is given for all must not make the answer better than it is without."""
    for name in _RELAXING:
        if getattr(use, name) is not None:
            without = resolve(targets, use.evolve(**{name: None}), catalog, strict=strict)
            if outcome(found.bindings).rank < outcome(without.bindings).rank:
                raise ValueError(
                    f"use.{name}: given for all of {len(targets)} targets, where it relaxes the answer; "
                    f'write it for each it is true of: use.per_target["{found.names[0]}"].{name}'
                )
