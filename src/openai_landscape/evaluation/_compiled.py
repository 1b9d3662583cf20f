"""What evaluation needs to know of a licence again and again, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from openai_landscape.entities.license import License
from openai_landscape.evaluation._figures import CHAINS
from openai_landscape.terms import Amount, Permission, Reading, Reservation, Term, Users, atoms
from openai_landscape.use import FACTS


@frozen
class CompiledTerm:
    """A term, and the facts that can bear on whether it applies."""

    term: Term
    reads: frozenset[str]
    activities: frozenset[str]


@frozen
class Compiled:
    """A licence's terms with what they read, and the names of the readings of each ambiguity."""

    license: License
    terms: tuple[CompiledTerm, ...]
    readings: Mapping[str, tuple[str, ...]]
    _asked: dict[tuple[str, ...], tuple[CompiledTerm, ...]] = field(factory=dict, init=False, eq=False)

    def covering(self, activities: tuple[str, ...]) -> tuple[CompiledTerm, ...]:
        """Return the terms that cover one of *activities*."""
        found = self._asked.get(activities)
        if found is None:
            found = tuple(term for term in self.terms if not term.activities.isdisjoint(activities))
            self._asked[activities] = found
        return found


_FOLLOWS: Final = {"gain": ("purpose",), "acquired": ("on",), "product_modalities": ("model_modalities",)}
"""Facts that stand for another where that is not given."""


def compiled(license_: License) -> Compiled:
    """Return the licence compiled; the result stays with the licence, outside its value."""
    found = getattr(license_, "_compiled", None)
    if found is None:
        found = Compiled(
            license_,
            tuple(CompiledTerm(term, _reads(license_, term), frozenset(term.activities)) for term in license_.terms),
            {ambiguity.id: tuple(ambiguity.readings) for ambiguity in license_.ambiguities},
        )
        object.__setattr__(license_, "_compiled", found)
    assert isinstance(found, Compiled)
    return found


def _reads(license_: License, term: Term) -> frozenset[str]:
    found: set[str] = set()
    for atom in atoms(term.when):
        if isinstance(atom, Reading):
            found.add(f"readings.{license_.id}#{atom.reading}")
            continue
        found.add(atom.fact)
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
