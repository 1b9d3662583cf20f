"""Licences bound to a use: from their terms to an outcome over all completions.

In a completion an activity is prohibited if a prohibition covers it, or if neither a permission nor a reservation does;
it needs an agreement if a reservation covers it that no grant lifts; else it is permitted. The worst over activities
and licences is the completion's outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import evolve, frozen

from openai_landscape.entities.license import License
from openai_landscape.evaluation._bind import Binder, in_days
from openai_landscape.evaluation._compiled import CompiledTerm, compiled
from openai_landscape.evaluation._diagram import Diagram, Space, ends
from openai_landscape.evaluation._facts import View
from openai_landscape.evaluation._formula import Formula, Leaf, conj, disj, negate
from openai_landscape.evaluation._slots import ChoiceSlot, Test
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.terms import Constraint, Permission, Prohibition, Reservation, Term
from openai_landscape.terms.constraint import Flag

PERMITTED, NEEDS_AGREEMENT, PROHIBITED = 0, 1, 2
"""Ranks of a completion's outcome."""


@frozen(eq=False)
class Binding:
    """A licence that governs one target, with the facts as that target sees them.

    `guard` holds where this licence is the one that applies; `via` says through which model an ancestor's licence does.
    """

    license: License
    view: View
    guard: Constraint | None = None
    via: str | None = None

    @cached_property
    def binder(self) -> Binder:
        """What binds the licence's constraints to the facts."""
        return Binder(self.license.id, compiled(self.license).readings, self.view)

    @cached_property
    def guarded(self) -> Formula:
        """When this licence is the one that applies."""
        return True if self.guard is None else self.binder.bind(self.guard)

    @cached_property
    def offered(self) -> Formula:
        """When it applies and governs the component that is used."""
        return conj((self.guarded, self.binder.bind(compiled(self.license).governed)))

    def loosen(self, name: str) -> Binding:
        """Return the same binding with the default or the undated figure called *name* set aside."""
        return Binding(self.license, self.view.loosen(name), self.guard, self.via)


@frozen(eq=False)
class Gap:
    """A licence or an ancestry that is not known: it could say anything, so it is never permitted."""

    path: str
    summary: str
    license: str
    view: View
    guard: Constraint | None = None


@frozen(eq=False)
class Bound:
    """One term with the formulas of when it applies, and of when it does so unlifted by a grant or a registration."""

    binding: Binding
    term: Term
    formula: Formula
    unlifted: Formula


@frozen(eq=False)
class Ungranted:
    """An activity, and when nothing in the licence grants or reserves it."""

    binding: Binding
    activity: str
    formula: Formula


@frozen(eq=False)
class Unrecorded:
    """A gap, and when what is missing would forbid or reserve."""

    gap: Gap
    forbids: Formula
    reserves: Formula


@frozen(eq=False)
class Grounds:
    """Everything that the outcome is made of: for each rank a formula, and each term with its own."""

    terms: tuple[Bound, ...]
    ungranted: tuple[Ungranted, ...]
    gaps: tuple[Unrecorded, ...]

    @cached_property
    def prohibited(self) -> Formula:
        """When the use is prohibited."""
        barred = [bound.formula for bound in self.terms if isinstance(bound.term, Prohibition)]
        barred += [each.formula for each in self.ungranted]
        return disj([*barred, *(each.forbids for each in self.gaps)])

    @cached_property
    def reserved(self) -> Formula:
        """When some right is reserved, and not lifted."""
        withheld = [bound.unlifted for bound in self.terms if isinstance(bound.term, Reservation)]
        return disj([*withheld, *(each.reserves for each in self.gaps)])

    @cached_property
    def space(self) -> Space:
        """The unknown facts that all of these read."""
        return Space(self.formulas())

    def formulas(self) -> Iterator[Formula]:
        """Yield the formula of every term and of everything else that bears on the outcome."""
        for bound in self.terms:
            yield bound.formula
            yield bound.unlifted
        for each in self.ungranted:
            yield each.formula
        for gap in self.gaps:
            yield gap.forbids
            yield gap.reserves

    @cached_property
    def diagram(self) -> Diagram:
        """Which completions end in which rank."""
        settled = _rank((self.prohibited, self.reserved))
        return self.space.diagram((self.prohibited, self.reserved), _rank) if settled is None else settled


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
    terms: list[Bound] = []
    ungranted: list[Ungranted] = []
    gaps: list[Unrecorded] = []
    for binding in bindings:
        if isinstance(binding, Gap):
            gaps.append(_unrecorded(binding))
        elif binding.guarded is not False:
            bound = list(_bind(binding))
            terms += bound
            ungranted += _ungranted(binding, bound)
    return Grounds(tuple(terms), tuple(ungranted), tuple(gaps))


def loosened(base: Grounds, bindings: Iterable[Binding | Gap], name: str) -> Grounds | None:
    """Return the grounds as they are when the fact called *name* is left open, or None where that changes nothing.

    Only what can read the fact is bound again.
    """
    before = {(id(bound.binding), id(bound.term)): bound for bound in base.terms}
    terms: list[Bound] = []
    ungranted: list[Ungranted] = []
    gaps: list[Unrecorded] = []
    changed = False
    for binding in bindings:
        if isinstance(binding, Gap):
            gaps.append(_unrecorded(evolve(binding, view=binding.view.loosen(name))))
            changed = True
            continue
        loose = binding.loosen(name)
        covering = compiled(binding.license).covering(binding.view.use.activities)
        again = covering.terms if binding.guard is not None else covering.reading(name)
        bound = {id(term.term): _bind_term(loose, term) for term in again}
        changed = changed or any(_differs(new, before.get((id(binding), key))) for key, new in bound.items())
        mine = {id(old.term): old for old in base.terms if old.binding is binding} | bound
        terms += mine.values()
        ungranted += _ungranted(loose, mine.values())
    return Grounds(tuple(terms), tuple(ungranted), tuple(gaps)) if changed else None


def _differs(new: Bound, old: Bound | None) -> bool:
    # a term that was passed over for want of a word of its set did not apply
    if old is None:
        return new.formula is not False
    return new.formula != old.formula or new.unlifted != old.unlifted


def _bind(binding: Binding) -> Iterator[Bound]:
    for term in compiled(binding.license).covering(binding.view.use.activities).touched(binding.view):
        bound = _bind_term(binding, term)
        if term.gate is None or bound.formula is not False:
            yield bound


def _bind_term(binding: Binding, compiled_term: CompiledTerm) -> Bound:
    term = compiled_term.term
    formula = True if compiled_term.always else binding.binder.bind(term.when)
    if isinstance(term, Permission | Reservation):
        formula = conj((binding.offered, formula))
    elif binding.guard is not None:
        formula = conj((binding.guarded, formula))
    if isinstance(term, Reservation):
        return Bound(binding, term, formula, conj((formula, negate(_lifted(binding, term)))))
    return Bound(binding, term, formula, formula)


def _ungranted(binding: Binding, bound: Iterable[Bound]) -> Iterator[Ungranted]:
    offers = [each for each in bound if isinstance(each.term, Permission | Reservation)]
    for activity in binding.view.use.activities:
        covered = disj(each.formula for each in offers if activity in each.term.activities)
        yield Ungranted(binding, activity, conj((binding.guarded, negate(covered))))


def _lifted(binding: Binding, term: Reservation) -> Formula:
    """When a recorded grant, or a registration, lifts the reservation."""
    view, license_id = binding.view, binding.license.id
    parts: list[Formula] = [
        in_days(view, grant.since, grant.until)
        for grant in view.use.grants
        if grant.license == license_id and term.id in grant.terms
    ]
    if term.lifted_by == "registration":
        parts.append(binding.binder.bind(Flag(fact="registered", equals=True)))
    return disj(parts)


def _unrecorded(gap: Gap) -> Unrecorded:
    slot = ChoiceSlot(gap.path, ("permits", "reserves", "forbids"))
    guard = True if gap.guard is None else Binder(gap.license, {}, gap.view).bind(gap.guard)
    forbids = conj((guard, Leaf(Test(slot, frozenset({"forbids"})), True)))
    return Unrecorded(gap, forbids, conj((guard, Leaf(Test(slot, frozenset({"reserves"})), True))))
