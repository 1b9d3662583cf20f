"""When two things that claims say cannot both hold."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

from openai_landscape.catalogue import Catalog
from openai_landscape.checking._dates import dates_agree
from openai_landscape.checking._facets import Facet, FacetValue
from openai_landscape.quantities import PartialDate, Quantity

Collision: TypeAlias = str | None
"""Why two facets cannot both hold; None where they can."""


def collision(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    """Return why *a* and *b*, of one artifact, cannot both hold.

    Only plain cases: what could hold of different members of a family, of different parts, or at different dates
    between which the record changes, does not collide.
    """
    if a.artifact != b.artifact or _changed_between(a, b, catalog):
        return None
    if a.affirmed != b.affirmed:
        return _denied(a, b)
    if not a.affirmed:
        return None
    if a.aspect == b.aspect:
        return _two_values(a, b, catalog)
    return _across(a, b) or _across(b, a)


def _denied(a: Facet, b: Facet) -> Collision:
    if a.aspect == b.aspect and a.value == b.value:
        return f"one says that it is so, the other that it is not: {a.aspect} {_shown(a.value)}"
    yes, no = (a, b) if a.affirmed else (b, a)
    if yes.aspect == "openness" and no.aspect == "discloses" and no.value == "weights" and yes.value in _NEEDS_WEIGHTS:
        return f"{_shown(yes.value)} needs published weights, which the other denies"
    return None


_NEEDS_WEIGHTS: Final = frozenset({"open_source", "open_weights", "permissive"})


def _changed_between(a: Facet, b: Facet, catalog: Catalog) -> bool:
    """Whether the record of the artifact's licence differs between the dates that the two speak for."""
    kind, _, key = a.artifact.partition(":")
    if a.at is None or b.at is None or kind != "Model" or key not in catalog.models:
        return False
    return catalog.license_records(key, as_of=a.at) != catalog.license_records(key, as_of=b.at)


def _two_values(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    judge = _SINGLE.get(a.aspect, _SINGLE_NUMBER if isinstance(a.value, Quantity) else None)
    if a.aspect.startswith("licence of"):
        judge = _licences
    return judge(a, b, catalog) if judge is not None else None


def _makers(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    if a.value == b.value or _houses(str(a.value), catalog) & _houses(str(b.value), catalog):
        return None
    return f"two makers: {a.value} and {b.value}"


def _houses(party: str, catalog: Catalog) -> set[str]:
    found = {party}
    known = catalog.organizations.get(party)
    while known is not None and known.parent is not None and known.parent not in found:
        found.add(known.parent)
        known = catalog.organizations.get(known.parent)
    return found


def _dates(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    del catalog
    if isinstance(a.value, PartialDate) and isinstance(b.value, PartialDate):
        apart = dates_agree(a.value, b.value) is False and dates_agree(b.value, a.value) is False
        return f"two dates of release: {a.value} and {b.value}" if apart else None
    months = [_month(each.value) for each in (a, b)]
    if None not in months and months[0] != months[1]:
        return f"two months of release: {_shown(a.value)} and {_shown(b.value)}"
    return None


def _month(value: FacetValue) -> int | None:
    if isinstance(value, PartialDate):
        return int(value[5:7]) if value.month else None
    return value if isinstance(value, int) else None


def _licences(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    assert isinstance(a.value, frozenset)
    assert isinstance(b.value, frozenset)
    if a.value & b.value or _family(a, catalog):
        return None
    return f"two licences: {_shown(a.value)} and {_shown(b.value)}"


def _family(facet: Facet, catalog: Catalog) -> bool:
    """Whether the artifact is a family, of whose members different things can hold."""
    kind, _, key = facet.artifact.partition(":")
    return kind == "Model" and key in catalog.models and len(catalog.models[key].members) > 1


def _labels(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    del catalog
    if frozenset({str(a.value), str(b.value)}) in _OPPOSED:
        return f"{_shown(a.value)} against {_shown(b.value)}"
    return None


_OPPOSED: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("open_source", "proprietary"),
        ("open_source", "restricted"),
        ("permissive", "proprietary"),
        ("permissive", "restricted"),
        ("open_weights", "proprietary"),
    )
)


def _ends(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    del catalog
    assert isinstance(a.value, frozenset)
    assert isinstance(b.value, frozenset)
    return None if a.value & b.value else f"limited to {_shown(a.value)} against limited to {_shown(b.value)}"


def _kinds(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    apart = {str(a.value), str(b.value)} in ({"moe", "dense"}, {"transformer", "rnn"}, {"transformer", "ssm"})
    return f"two architectures: {a.value} and {b.value}" if apart and not _family(a, catalog) else None


def _numbers(a: Facet, b: Facet, catalog: Catalog) -> Collision:
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if a.value.unit != b.value.unit or (a.aspect != "cap" and _family(a, catalog)):
        return None
    low, high = _range(a.value), _range(b.value)
    if a.aspect == "cap":
        apart = a.value.value != b.value.value and "approx" not in (a.value.comparator, b.value.comparator)
    else:
        apart = low[1] < high[0] or high[1] < low[0]
    return f"two numbers: {_shown(a.value)} and {_shown(b.value)}" if apart else None


def _range(said: Quantity) -> tuple[Decimal, Decimal]:
    tenth = said.value / 10
    tiny = Decimal("1e-9")
    return {
        "eq": (said.value, said.value),
        "approx": (said.value - tenth, said.value + tenth),
        "lt": (Decimal(0), said.value - tiny),
        "le": (Decimal(0), said.value),
        "gt": (said.value + tiny, Decimal("Infinity")),
        "ge": (said.value, Decimal("Infinity")),
    }[said.comparator]


_Judge: TypeAlias = Callable[[Facet, Facet, Catalog], Collision]
_SINGLE_NUMBER: Final[_Judge] = _numbers
_SINGLE: Final[MappingProxyType[str, _Judge]] = MappingProxyType(
    {
        "maker": _makers,
        "released": _dates,
        "openness": _labels,
        "purposes": _ends,
        "architecture": _kinds,
    }
)


def _across(a: Facet, b: Facet) -> Collision:
    """Whether a limit of *a* is at odds with a freedom of *b*."""
    limit = _limit(a)
    if limit is None:
        return None
    if b.aspect == "openness" and b.value in ("open_source", "permissive"):
        return f"{limit} against {_shown(b.value)}: a licence that limits so is not open source"
    if a.aspect == "purposes" and b.aspect == "allows" and str(b.value).startswith("commercial"):
        return f"{limit} against {_shown(b.value)}"
    return None


def _limit(facet: Facet) -> str | None:
    if facet.aspect == "purposes" and isinstance(facet.value, frozenset) and "commercial" not in facet.value:
        return f"limited to {_shown(facet.value)}"
    if facet.aspect == "cap":
        return f"capped at {_shown(facet.value)}"
    return f"shutting out {_shown(facet.value)}" if facet.aspect == "shuts out" else None


def _shown(value: FacetValue) -> str:
    if isinstance(value, Quantity):
        return f"{value.value:,f} {value.unit.replace('_', ' ')} ({value.comparator})"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    return str(value).replace("_", " ")
