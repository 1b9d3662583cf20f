"""What a claim comes to, in terms that can be set against another's: of which artifact, which aspect, what value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import frozen

from openai_landscape.checking._dates import month_named
from openai_landscape.checking._licence_names import NamedLicence
from openai_landscape.checking._scene import ARTIFACT, TERMS, Scene
from openai_landscape.checking._words import meaning, purposes_of
from openai_landscape.entities import Mention, Predicate
from openai_landscape.quantities import PartialDate, Quantity

FacetValue: TypeAlias = "str | int | bool | PartialDate | Quantity | frozenset[str]"


@frozen
class Facet:
    """One thing that a claim says: `aspect` is what of the artifact, `affirmed` if it is so said, `at` for when."""

    artifact: str
    aspect: str
    value: FacetValue
    affirmed: bool
    at: PartialDate | None


def facets(scene: Scene) -> tuple[Facet, ...]:
    """Return what the claim says; nothing where it is no statement that could collide with another."""
    claim = scene.claim
    if claim.modality in ("alleged", "forecast", "possible") or claim.predicate not in _SAYS:
        return ()
    affirmed = claim.polarity == "affirmed"
    found = _SAYS[claim.predicate](scene)
    return tuple(Facet(artifact, aspect, value, affirmed, scene.at) for artifact, aspect, value in found)


Said: TypeAlias = Iterator[tuple[str, str, FacetValue]]


def _key(scene: Scene, named: object, *, terms: bool = False) -> str:
    """The id of what is named, with its kind; else its words as a name of their own."""
    found = scene.find(named, *(TERMS if terms else ARTIFACT))
    if found is not None:
        return f"{type(found).__name__}:{found.id}"
    text = (named.name or named.mention) if isinstance(named, Mention) else str(named)
    return f"name:{' '.join(text.casefold().split())}"


def _party(scene: Scene, named: object) -> str:
    found = scene.find(named, "organization", "person")
    if found is not None:
        return found.id
    return " ".join(named.mention.casefold().split()) if isinstance(named, Mention) else str(named)


def _developed(scene: Scene) -> Said:
    yield _key(scene, scene.said), "maker", _party(scene, scene.claim.subject)


def _released(scene: Scene) -> Said:
    artifact = _key(scene, scene.said)
    if scene.find(scene.claim.subject, "organization", "person") is not None:
        yield artifact, "maker", _party(scene, scene.claim.subject)
    when = scene.claim.when
    if when is not None and when.date is not None:
        yield artifact, "released", when.date
    elif when is not None and (month := month_named(when.text)) is not None:
        yield artifact, "released", month
    if (manner := scene.claim.qualifiers.get("manner")) in ("open_source", "open_weights"):
        yield artifact, "openness", str(manner)
    elif manner == "research":
        yield artifact, "purposes", frozenset({"research"})


def _openness(scene: Scene) -> Said:
    yield _key(scene, scene.claim.subject, terms=True), "openness", str(scene.said)


def _licence(scene: Scene) -> Said:
    component = scene.claim.qualifiers.get("component", "weights")
    if isinstance(scene.said, Mention) and meaning("licence_label", scene.word) is None:
        named = NamedLicence(scene.said, scene.catalog)
        ids = named.ids or (frozenset() if named.known else frozenset({scene.word}))
        if ids:
            yield _key(scene, scene.claim.subject), f"licence of the {component}", ids


def _cap(scene: Scene) -> Said:
    if isinstance(scene.said, Quantity):
        yield _key(scene, scene.claim.subject, terms=True), "cap", scene.said


def _purposes(scene: Scene) -> Said:
    asked = purposes_of(scene.word)
    if asked is not None:
        yield _key(scene, scene.claim.subject, terms=True), "purposes", asked


def _allows(scene: Scene) -> Said:
    named = meaning("activity", scene.word)
    if named is not None:
        yield _key(scene, scene.claim.subject, terms=True), "allows", named


def _excludes(scene: Scene) -> Said:
    yield _key(scene, scene.claim.subject, terms=True), "shuts out", _party(scene, scene.said)


def _access(scene: Scene) -> Said:
    named = meaning("access", scene.word)
    if named is not None:
        yield _key(scene, scene.claim.subject, terms=True), "open to", named


def _disclosed(scene: Scene) -> Said:
    yield _key(scene, scene.claim.subject), "discloses", str(scene.said)


def _built(scene: Scene) -> Said:
    yield _key(scene, scene.claim.subject), "architecture", meaning("architecture", scene.word) or scene.word


def _size(scene: Scene) -> Said:
    if isinstance(scene.said, Quantity):
        yield _key(scene, scene.claim.subject), scene.said.unit.replace("_", " "), scene.said


def _base(scene: Scene) -> Said:
    yield _key(scene, scene.claim.subject), "derives from", _key(scene, scene.said)


def _role(scene: Scene) -> Said:
    person = scene.find(scene.claim.subject, "person")
    title = scene.claim.qualifiers.get("title", "")
    yield person.id if person else scene.name.casefold(), f"role at {_party(scene, scene.said)}", title.casefold()


def _leaked(scene: Scene) -> Said:
    yield _key(scene, scene.claim.subject), "leaked", True


_SAYS: Final[Mapping[Predicate, Callable[[Scene], Said]]] = MappingProxyType(
    {
        Predicate.DEVELOPED: _developed,
        Predicate.RELEASED: _released,
        Predicate.LEAKED: _leaked,
        Predicate.LICENSED_UNDER: _licence,
        Predicate.OPENNESS: _openness,
        Predicate.CAPPED_AT: _cap,
        Predicate.LIMITED_TO: _purposes,
        Predicate.EXCLUDES: _excludes,
        Predicate.ALLOWS: _allows,
        Predicate.ACCESSIBLE_TO: _access,
        Predicate.DISCLOSES: _disclosed,
        Predicate.ARCHITECTURE: _built,
        Predicate.HAS_SIZE: _size,
        Predicate.DERIVES_FROM: _base,
        Predicate.ROLE: _role,
    }
)
