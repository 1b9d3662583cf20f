"""What evaluation needs to know of a licence again and again, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, get_args

from attrs import field, frozen

from openai_landscape.entities.license import License, Relation
from openai_landscape.evaluation._bind import Binder
from openai_landscape.evaluation._diagram import Space
from openai_landscape.evaluation._facts import View, statements
from openai_landscape.evaluation._figures import CHAINS
from openai_landscape.terms import (
    Amount,
    Choice,
    Constraint,
    Duty,
    Everything,
    Permission,
    Prohibition,
    Reading,
    Reservation,
    SetOf,
    Term,
    Users,
    atoms,
)
from openai_landscape.use import COMPONENTS, FACTS, Use

REACH: Final = "reach:"
"""Before a relation: the name of the open question whether a licence reaches a model that derives through it."""

REACHES: Final = ("reached", "not reached")

_GATES: Final = ("fields", "licensee.trades", "litigation")
"""Sets that are mostly empty: a term that needs one of their words is passed over where no such word is given."""

_FOLLOWS: Final = MappingProxyType(
    {
        "gain": ("purpose",),
        "acquired": ("on",),
        "product_modalities": ("model_modalities",),
        "fields": ("circumstances.lawful",),
    }
)
"""Facts on which another rests where it is not given itself."""


@frozen(eq=False)
class CompiledTerm:
    """A term: the facts that can bear on it, the words of a set of which it needs one, whether it always applies."""

    term: Term
    reads: frozenset[str]
    gate: tuple[str, frozenset[str]] | None
    always: bool


@frozen(eq=False)
class Covering:
    """The terms of a licence that cover some activities, those that need a word of a set filed under it.

    `stated` reads all that they ask of a use: uses that state the same get the same answer, kept in `answers`.
    `bars_alone` are the facts of which some value forbids the activities whatever else is so, `obliges_alone` those
    which alone decide some duty.
    """

    terms: tuple[CompiledTerm, ...]
    bars_alone: frozenset[str]
    obliges_alone: frozenset[str]
    stated: Callable[[Use], tuple[object, ...]] = field(init=False)
    answers: dict[object, Any] = field(factory=dict, init=False)
    _reading: dict[str, tuple[CompiledTerm, ...]] = field(factory=dict, init=False)
    open: tuple[CompiledTerm, ...] = field(init=False)
    gated: Mapping[str, Mapping[str, tuple[CompiledTerm, ...]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        gated: dict[str, dict[str, list[CompiledTerm]]] = {}
        for term in self.terms:
            if term.gate is not None:
                for word in term.gate[1]:
                    gated.setdefault(term.gate[0], {}).setdefault(word, []).append(term)
        filed = {fact: {word: tuple(found) for word, found in words.items()} for fact, words in gated.items()}
        reads = frozenset().union(*(term.reads for term in self.terms))
        object.__setattr__(self, "stated", statements(path for path in reads if path in FACTS))
        object.__setattr__(self, "open", tuple(term for term in self.terms if term.gate is None))
        object.__setattr__(self, "gated", filed)

    def reading(self, name: str) -> tuple[CompiledTerm, ...]:
        """Return the terms that can read the fact, or the figure with its month, called *name*."""
        found = self._reading.get(name)
        if found is None:
            fact = name.partition("[")[0]
            found = tuple(term for term in self.terms if fact in term.reads or name in term.reads)
            self._reading[name] = found
        return found

    def touched(self, view: View) -> Iterable[CompiledTerm]:
        """Return the terms that can apply: those whose gate no given set opens are left out."""
        found = dict.fromkeys(self.open)
        for fact, words in self.gated.items():
            given = view.members(fact)
            for word in words if given is None else sorted(given & words.keys()):
                found.update(dict.fromkeys(words[word]))
        return found


@frozen(eq=False)
class Compiled:
    """A licence's terms with what they read, and the names of its readings."""

    license: License
    terms: tuple[CompiledTerm, ...]
    readings: Mapping[str, tuple[str, ...]]
    governed: Choice
    _coverings: dict[tuple[str, ...], Covering] = field(factory=dict, init=False)

    def covering(self, activities: tuple[str, ...]) -> Covering:
        """Return the terms that cover one of *activities*."""
        found = self._coverings.get(activities)
        if found is None:
            terms = tuple(term for term in self.terms if not set(activities).isdisjoint(term.term.activities))
            found = Covering(terms, frozenset(self._bars(terms)), frozenset(self._obliges(terms)))
            self._coverings[activities] = found
        return found

    def _bars(self, terms: Iterable[CompiledTerm]) -> Iterator[str]:
        if set(self.license.components) < set(COMPONENTS):
            yield "component"
        yield from (fact for fact in self._deciding(term for term in terms if isinstance(term.term, Prohibition)))

    def _obliges(self, terms: Iterable[CompiledTerm]) -> Iterator[str]:
        yield from self._deciding(term for term in terms if isinstance(term.term, Duty))

    def _deciding(self, terms: Iterable[CompiledTerm]) -> Iterator[str]:
        for term in terms:
            named = {"reading" if isinstance(atom, Reading) else atom.fact for atom in atoms(term.term.when)}
            if len(named) == 1 and self._open(term.term.when):
                yield from named

    def _open(self, constraint: Constraint) -> bool:
        """Whether the constraint can hold and can fail where nothing is known."""
        nothing = View(Use(activities=("run",)), strict=True)
        formula = Binder(self.license.id, self.readings, nothing).bind(constraint)
        return Space((formula,)).truth(formula)[0] is None


def compiled(license_: License) -> Compiled:
    """Return the licence compiled; the result stays with the licence, outside its value."""
    found = getattr(license_, "_compiled", None)
    if found is None:
        terms = tuple(
            CompiledTerm(term, _reads(license_, term), _gate(term.when), _always(term.when)) for term in license_.terms
        )
        readings = {ambiguity.id: tuple(ambiguity.readings) for ambiguity in license_.ambiguities}
        readings |= {f"{REACH}{relation}": REACHES for relation in get_args(Relation)}
        governed = Choice(fact="component", one_of=license_.components)
        found = Compiled(license_, terms, readings, governed)
        object.__setattr__(license_, "_compiled", found)
    assert isinstance(found, Compiled)
    return found


def _always(constraint: Constraint) -> bool:
    return isinstance(constraint, Everything) and not constraint.all_of


def _gate(constraint: Constraint) -> tuple[str, frozenset[str]] | None:
    if isinstance(constraint, SetOf) and constraint.overlaps and constraint.fact in _GATES:
        return constraint.fact, frozenset(constraint.overlaps)
    if isinstance(constraint, Everything):
        return next((gate for part in constraint.all_of if (gate := _gate(part))), None)
    return None


def _reads(license_: License, term: Term) -> frozenset[str]:
    found: set[str] = set()
    for atom in atoms(term.when):
        if isinstance(atom, Reading):
            found.add(f"readings.{license_.id}#{atom.reading}")
            continue
        found.add(atom.fact)
        if FACTS[atom.fact].kind in ("country", "places"):
            found.add("on")  # which countries a group has is a matter of date
        found.update(_FOLLOWS.get(atom.fact, ()))
        if isinstance(atom, Users | Amount):
            measure = FACTS[atom.fact].measure
            assert measure is not None
            found.update(fact.path for fact in CHAINS[measure.quantity])
            found.update(("acquired", "on"))
    if isinstance(term, Permission | Reservation):
        found.add("component")
    if isinstance(term, Reservation):
        found.update(("registered", "on"))
    return frozenset(found)
