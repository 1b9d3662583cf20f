"""A claim held against the catalogue and the evaluator: the public question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.checking._allowed import judge_access, judge_allowed
from openai_landscape.checking._caps import judge_cap
from openai_landscape.checking._exclusions import judge_exclusion
from openai_landscape.checking._judged import Judged, status_of, unknown
from openai_landscape.checking._licences import judge_licence
from openai_landscape.checking._makers import judge_developed, judge_leak, judge_released
from openai_landscape.checking._openness import judge_openness
from openai_landscape.checking._purposes import judge_purpose
from openai_landscape.checking._roles import judge_role
from openai_landscape.checking._say import spoken
from openai_landscape.checking._scene import Scene
from openai_landscape.checking._sizes import judge_count, judge_size
from openai_landscape.checking._structure import judge_architecture, judge_derivation, judge_disclosure
from openai_landscape.checking._unheld import judge_comparison, judge_unheld
from openai_landscape.checking.assessment import Assessment, Status
from openai_landscape.entities import Claim, Language, Mention, Predicate
from openai_landscape.quantities import FrozenMapping

_JUDGES: Final[Mapping[Predicate, Callable[[Scene], Judged]]] = MappingProxyType(
    {
        Predicate.OPENNESS: judge_openness,
        Predicate.CAPPED_AT: judge_cap,
        Predicate.LIMITED_TO: judge_purpose,
        Predicate.EXCLUDES: judge_exclusion,
        Predicate.LICENSED_UNDER: judge_licence,
        Predicate.ALLOWS: judge_allowed,
        Predicate.ACCESSIBLE_TO: judge_access,
        Predicate.DEVELOPED: judge_developed,
        Predicate.RELEASED: judge_released,
        Predicate.LEAKED: judge_leak,
        Predicate.HAS_SIZE: judge_size,
        Predicate.COUNTS: judge_count,
        Predicate.ARCHITECTURE: judge_architecture,
        Predicate.DERIVES_FROM: judge_derivation,
        Predicate.DISCLOSES: judge_disclosure,
        Predicate.ROLE: judge_role,
        Predicate.COMPARES_TO: judge_comparison,
        Predicate.COMPETES_WITH: judge_unheld,
        Predicate.PARTNERS_WITH: judge_unheld,
        Predicate.INVESTS: judge_unheld,
        Predicate.SAVES: judge_unheld,
        Predicate.STATES: judge_unheld,
        Predicate.STANDS_FOR: judge_unheld,
    }
)

_SETTLED: Final = frozenset({Status.SUPPORTED, Status.UNVERIFIABLE})


def check(claim: Claim, *, catalog: Catalog | None = None, language: Language | None = None) -> Assessment:
    """Return how *claim* stands to the catalogue's facts and to the terms themselves.

    Args:
        claim: A claim read from a text, or made by hand.
        catalog: Where names, facts and licences are looked up; the built-in catalogue by default.
        language: The language of the claim; `corrections` then holds English and that one, else all three.

    >>> from openai_landscape import Claim
    >>> said = Claim(predicate="openness", subject={"mention": "Llama 3"}, object="open_source")
    >>> check(said).status.value
    'contradicted'
    """
    scene = Scene(claim, built_in() if catalog is None else catalog)
    judged = _judged(scene)
    status = status_of(judged, claim.polarity, claim.modality)
    put_right = judged.right is not None and status not in _SETTLED
    corrections = _corrections(judged, language) if put_right else FrozenMapping()
    return Assessment(
        claim=claim,
        status=status,
        reasons=tuple(dict.fromkeys(judged.reasons)),
        correction=corrections.get("en"),
        corrections=corrections,
    )


def _judged(scene: Scene) -> Judged:
    """Judge a claim; where a name of it is that of several models, each of them, and all must agree."""
    claim = scene.claim
    meant = [claim.evolve(subject=each) for each in scene.several(claim.subject)]
    meant += [claim.evolve(object=each) for each in scene.several(claim.object)]
    if not meant:
        return _JUDGES[claim.predicate](scene)
    found = [_JUDGES[claim.predicate](Scene(each, scene.catalog)) for each in meant]
    if len({each.truth for each in found}) == 1:
        return found[0]
    names = [each.name for claimed in meant for each in (claimed.subject, claimed.object) if isinstance(each, Mention)]
    told = ", ".join(dict.fromkeys(name for name in names if name is not None))
    return unknown(f"a name of several models, of which not the same holds: {told}")


def _corrections(judged: Judged, language: Language | None) -> FrozenMapping[Language, str]:
    assert judged.right is not None
    every = spoken(judged.right)
    return FrozenMapping({key: text for key, text in every.items() if language is None or key in ("en", language)})
