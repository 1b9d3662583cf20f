"""What a licence's rules leave idle: rules that never fire, grants that never count, facts that nothing reads."""

from __future__ import annotations

from collections.abc import Iterator

from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.entities import License
from openai_landscape.evaluation._decide import Binding, Bound, Grounds, grounds
from openai_landscape.evaluation._facts import View
from openai_landscape.evaluation._formula import Formula, conj, disj, negate
from openai_landscape.quantities.base import Value
from openai_landscape.terms import Permission, Prohibition, Reading, atoms
from openai_landscape.use import ACTIVITIES, FACTS, Use


class Audit(Value):
    """What is idle in a licence.

    `never` are the terms that hold in no use, `overridden` the permissions of which a prohibition takes back every use,
    `unread` the facts on which no term turns.
    """

    license: str
    never: tuple[str, ...] = ()
    overridden: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def audit(license: License | str, *, catalog: Catalog | None = None) -> Audit:  # noqa: A002 - the word of the field
    """Return which rules of a licence are idle, over every use that its terms tell apart.

    Raises:
        LookupError: If a name is not that of a licence.

    >>> audit("mit").never
    ()
    """
    known = built_in() if catalog is None else catalog
    asked = known.license(license) if isinstance(license, str) else license
    # one activity at a time: a term of several may be idle for one and not for another
    sides = [grounds([Binding(asked, View(Use.model_validate({"activities": [a]}), strict=True))]) for a in ACTIVITIES]
    fires = {term for side in sides for term in _firing(side)}
    counts = {term for side in sides for term in _counting(side)}
    permissions = [term.id for term in asked.terms if isinstance(term, Permission)]
    return Audit(
        license=asked.id,
        never=tuple(sorted(term.id for term in asked.terms if term.id not in fires)),
        overridden=tuple(sorted(term for term in permissions if term in fires and term not in counts)),
        unread=tuple(path for path in FACTS if path not in _read(asked)),
    )


def _firing(side: Grounds) -> Iterator[str]:
    yield from (bound.term.id for bound in side.terms if side.space.truth(bound.formula)[0] is not False)


def _counting(side: Grounds) -> Iterator[str]:
    banned = disj(bound.formula for bound in side.terms if isinstance(bound.term, Prohibition))
    for bound in side.terms:
        if isinstance(bound.term, Permission) and _possible(side, bound, banned=banned):
            yield bound.term.id


def _possible(side: Grounds, bound: Bound, *, banned: Formula) -> bool:
    return side.space.truth(conj((bound.formula, negate(banned))))[0] is not False


def _read(license_: License) -> frozenset[str]:
    named = (atom for term in license_.terms for atom in atoms(term.when))
    return frozenset({"component", *(atom.fact for atom in named if not isinstance(atom, Reading))})
