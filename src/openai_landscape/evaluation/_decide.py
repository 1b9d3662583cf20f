"""Licences bound to a use: from their terms to an outcome over all completions.

In a completion an activity is prohibited if a prohibition covers it, or if neither a permission nor a reservation does;
it needs an agreement if a reservation covers it that no grant lifts; else it is permitted. The worst over activities
and licences is the completion's outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from openai_landscape.entities.license import License
from openai_landscape.evaluation._bind import Binder, on_or_after
from openai_landscape.evaluation._diagram import Diagram, Space, ends
from openai_landscape.evaluation._facts import View
from openai_landscape.evaluation._formula import Formula, Leaf, conj, disj, negate
from openai_landscape.evaluation._slots import ChoiceSlot, Test
from openai_landscape.evaluation.verdict import Outcome
from openai_landscape.terms import Constraint, Permission, Prohibition, Reservation, Term
from openai_landscape.terms.constraint import Choice, Flag

PERMITTED, NEEDS_AGREEMENT, PROHIBITED = 0, 1, 2
"""Ranks of a completion's outcome."""


@frozen
class Binding:
    """A licence that governs one target, with the facts as that target sees them.

    `guard` holds where this licence is the one that applies; `via` says through which model an ancestor's licence does.
    """

    license: License
    view: View
    guard: Constraint | None = None
    via: str | None = None

    def binder(self) -> Binder:
        """Return what binds this licence's constraints."""
        readings = {ambiguity.id: tuple(ambiguity.readings) for ambiguity in self.license.ambiguities}
        return Binder(self.license.id, readings, self.view)


@frozen
class Gap:
    """A licence or an ancestry that is not known: it could say anything, so it is never permitted."""

    path: str
    summary: str
    license: str
    guard: Constraint | None = None
    view: View | None = None


@frozen
class Bound:
    """One term with the formula of when it applies."""

    binding: Binding
    term: Term
    formula: Formula


@frozen
class Grounds:
    """Everything that the outcome is made of: for each rank a formula, and each term with its own."""

    prohibited: Formula
    reserved: Formula
    terms: tuple[Bound, ...]
    ungranted: tuple[tuple[Binding, str, Formula], ...]
    gaps: tuple[tuple[Gap, Formula, Formula], ...]
    space: Space = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        formulas = (self.prohibited, self.reserved, *(b.formula for b in self.terms), *(f for *_, f in self.ungranted))
        object.__setattr__(self, "space", Space(formulas))

    def diagram(self) -> Diagram:
        """Return which completions end in which rank."""
        return self.space.diagram((self.prohibited, self.reserved), _rank)


def _rank(state: tuple[Formula, ...]) -> int | None:
    prohibited, reserved = state
    if prohibited is True:
        return PROHIBITED
    if prohibited is not False:
        return None
    return None if not isinstance(reserved, bool) else NEEDS_AGREEMENT if reserved else PERMITTED


def outcome_of(diagram: Diagram) -> Outcome:
    """Return the outcome over all completions."""
    ranks = ends(diagram)
    if PERMITTED in ranks:
        return Outcome.PERMITTED if len(ranks) == 1 else Outcome.DEPENDS
    return Outcome.NEEDS_AGREEMENT if NEEDS_AGREEMENT in ranks else Outcome.PROHIBITED


def grounds(bindings: Iterable[Binding | Gap]) -> Grounds:
    """Bind every licence to its facts and gather what each term and activity comes to."""
    prohibited: list[Formula] = []
    reserved: list[Formula] = []
    terms: list[Bound] = []
    ungranted: list[tuple[Binding, str, Formula]] = []
    gaps: list[tuple[Gap, Formula, Formula]] = []
    for binding in bindings:
        if isinstance(binding, Gap):
            barred, withheld = _gap(binding)
            gaps.append((binding, barred, withheld))
            prohibited.append(barred)
            reserved.append(withheld)
            continue
        bound = tuple(_bind_terms(binding))
        terms += bound
        for activity, formula in _ungranted(binding, bound):
            ungranted.append((binding, activity, formula))
            prohibited.append(formula)
        prohibited += [b.formula for b in bound if isinstance(b.term, Prohibition)]
        reserved += [conj((b.formula, negate(lifted(b)))) for b in bound if isinstance(b.term, Reservation)]
    return Grounds(disj(prohibited), disj(reserved), tuple(terms), tuple(ungranted), tuple(gaps))


def _bind_terms(binding: Binding) -> Iterator[Bound]:
    binder = binding.binder()
    asked = frozenset(binding.view.use.activities)
    guard = _guard(binding, binder)
    governed = binder.bind(Choice(fact="component", one_of=binding.license.components))
    for term in binding.license.terms:
        if asked.isdisjoint(term.activities):
            continue
        parts = [guard, binder.bind(term.when)]
        if isinstance(term, Permission | Reservation):
            parts.append(governed)
        yield Bound(binding, term, conj(parts))


def _guard(binding: Binding | Gap, binder: Binder) -> Formula:
    return True if binding.guard is None else binder.bind(binding.guard)


def _ungranted(binding: Binding, bound: tuple[Bound, ...]) -> Iterator[tuple[str, Formula]]:
    guard = _guard(binding, binding.binder())
    for activity in binding.view.use.activities:
        covering = [
            b.formula for b in bound if activity in b.term.activities and isinstance(b.term, Permission | Reservation)
        ]
        yield activity, conj((guard, negate(disj(covering))))


def lifted(bound: Bound) -> Formula:
    """Return when a recorded grant, or a registration, lifts the reservation."""
    view, term, license_id = bound.binding.view, bound.term, bound.binding.license.id
    parts: list[Formula] = [
        on_or_after(view, grant.since, grant.until)
        for grant in view.use.grants
        if grant.license == license_id and term.id in grant.terms
    ]
    if isinstance(term, Reservation) and term.lifted_by == "registration":
        parts.append(bound.binding.binder().bind(Flag(fact="registered", equals=True)))
    return disj(parts)


def _gap(gap: Gap) -> tuple[Formula, Formula]:
    slot = ChoiceSlot(gap.path, ("permits", "reserves", "forbids"))
    guard: Formula = True
    if gap.guard is not None and gap.view is not None:
        guard = Binder(gap.license, {}, gap.view).bind(gap.guard)
    barred = conj((guard, Leaf(Test(slot, frozenset({"forbids"})), True)))
    return barred, conj((guard, Leaf(Test(slot, frozenset({"reserves"})), True)))


def unlifted(bound: Bound) -> Formula:
    """Return when the term bars its activities: a lifted reservation does not."""
    return conj((bound.formula, negate(lifted(bound)))) if isinstance(bound.term, Reservation) else bound.formula
