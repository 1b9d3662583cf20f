"""Claims held against one another: which cannot all be true, and which the record backs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Literal, TypeAlias

from typing_extensions import override

from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.checking._collide import collision
from openai_landscape.checking._facets import Facet, facets
from openai_landscape.checking._scene import Scene
from openai_landscape.checking.assessment import Assessment, Status
from openai_landscape.checking.questions import check
from openai_landscape.entities import Claim
from openai_landscape.quantities.base import Value

Backed: TypeAlias = Literal["first", "second", "neither", "unknown"]


class Conflict(Value):
    """Two claims that cannot both hold, why, and which of them the catalogue's record backs.

    `aspects` is what each says it of; `backed` is `neither` where the record is against both.
    """

    first: Claim
    second: Claim
    reason: str
    aspects: tuple[str, str]
    backed: Backed
    assessments: tuple[Assessment, Assessment]

    @override
    def __str__(self) -> str:
        return f"{self.reason} (the record backs: {self.backed})"


def conflicts(claims: Iterable[Claim], *, catalog: Catalog | None = None) -> tuple[Conflict, ...]:
    """Return the pairs of *claims* that cannot both hold, in the order of the claims.

    What is only alleged, possible or foretold collides with nothing.

    >>> from openai_landscape import Claim
    >>> study = Claim(predicate="limited_to", subject={"mention": "LLaMA"}, object="research")
    >>> open_ = Claim(predicate="openness", subject={"mention": "LLaMA"}, object="open_source")
    >>> [each.backed for each in conflicts([study, open_])]
    ['first']
    """
    known = built_in() if catalog is None else catalog
    said = [(claim, facets(Scene(claim, known))) for claim in claims]
    found: dict[int, Assessment] = {}
    return tuple(
        _conflict(known, found, (i, a), (j, b), collided)
        for (i, (a, ours)), (j, (b, theirs)) in combinations(enumerate(said), 2)
        if (collided := _first(ours, theirs, known)) is not None
    )


def _first(ours: tuple[Facet, ...], theirs: tuple[Facet, ...], catalog: Catalog) -> tuple[str, tuple[str, str]] | None:
    for a in ours:
        for b in theirs:
            reason = collision(a, b, catalog)
            if reason is not None:
                return reason, (a.aspect, b.aspect)
    return None


def _conflict(
    catalog: Catalog,
    found: dict[int, Assessment],
    a: tuple[int, Claim],
    b: tuple[int, Claim],
    collided: tuple[str, tuple[str, str]],
) -> Conflict:
    for index, claim in (a, b):
        if index not in found:
            found[index] = check(claim, catalog=catalog)
    first, second = found[a[0]], found[b[0]]
    reason, aspects = collided
    return Conflict(
        first=a[1],
        second=b[1],
        reason=reason,
        aspects=aspects,
        backed=_backed(first.status, second.status),
        assessments=(first, second),
    )


_FOR = frozenset({Status.SUPPORTED, Status.IMPRECISE})
_AGAINST = frozenset({Status.CONTRADICTED, Status.OUTDATED})


def _backed(first: Status, second: Status) -> Backed:
    if first in _AGAINST and second in _AGAINST:
        return "neither"
    if first in _FOR and (second in _AGAINST or (first is Status.SUPPORTED and second is Status.IMPRECISE)):
        return "first"
    if second in _FOR and (first in _AGAINST or (second is Status.SUPPORTED and first is Status.IMPRECISE)):
        return "second"
    return "unknown"
