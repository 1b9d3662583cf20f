"""One statement that a text makes about the landscape, in typed form, with the place where it stands."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, Self, TypeAlias

from pydantic import Field, model_validator

from openai_landscape.entities.source import Evidence
from openai_landscape.quantities import FrozenMapping, PartialDate, Quantity
from openai_landscape.quantities.base import Value

Polarity: TypeAlias = Literal["affirmed", "negated"]
Modality: TypeAlias = Literal["asserted", "reported", "alleged", "forecast", "possible"]
ObjectKind: TypeAlias = Literal["mention", "quantity", "text", "none"]


class Predicate(StrEnum):
    """What a claim says of its subject; a closed set."""

    DEVELOPED = "developed"
    RELEASED = "released"
    LEAKED = "leaked"
    LICENSED_UNDER = "licensed_under"
    OPENNESS = "openness"
    CAPPED_AT = "capped_at"
    LIMITED_TO = "limited_to"
    EXCLUDES = "excludes"
    ALLOWS = "allows"
    ACCESSIBLE_TO = "accessible_to"
    DISCLOSES = "discloses"
    ARCHITECTURE = "architecture"
    HAS_SIZE = "has_size"
    DERIVES_FROM = "derives_from"
    COMPARES_TO = "compares_to"
    COMPETES_WITH = "competes_with"
    PARTNERS_WITH = "partners_with"
    INVESTS = "invests"
    SAVES = "saves"
    COUNTS = "counts"
    ROLE = "role"
    STATES = "states"
    STANDS_FOR = "stands_for"


class PredicateRule(NamedTuple):
    """What a predicate takes: the kinds its object may be, and the closed set of words where it is one."""

    objects: frozenset[ObjectKind]
    words: frozenset[str] | None = None
    qualifiers: frozenset[str] = frozenset()


def _takes(
    *objects: ObjectKind, words: tuple[str, ...] | None = None, qualifiers: tuple[str, ...] = ()
) -> PredicateRule:
    return PredicateRule(frozenset(objects), None if words is None else frozenset(words), frozenset(qualifiers))


_OPENNESS = ("open_source", "open_weights", "permissive", "restricted", "proprietary")
_COMPONENTS = ("weights", "code", "training_data", "architecture", "paper")

PREDICATES: Final = MappingProxyType(
    {
        Predicate.DEVELOPED: _takes("mention"),
        Predicate.RELEASED: _takes("mention", qualifiers=("manner",)),
        Predicate.LEAKED: _takes("mention", "text", "none"),
        Predicate.LICENSED_UNDER: _takes("mention"),
        Predicate.OPENNESS: _takes("text", words=_OPENNESS),
        Predicate.CAPPED_AT: _takes("quantity"),
        Predicate.LIMITED_TO: _takes("text"),
        Predicate.EXCLUDES: _takes("mention"),
        Predicate.ALLOWS: _takes("text"),
        Predicate.ACCESSIBLE_TO: _takes("mention", "text"),
        Predicate.DISCLOSES: _takes("text", words=_COMPONENTS),
        Predicate.ARCHITECTURE: _takes("text"),
        Predicate.HAS_SIZE: _takes("quantity"),
        Predicate.DERIVES_FROM: _takes("mention"),
        Predicate.COMPARES_TO: _takes("mention", qualifiers=("relation",)),
        Predicate.COMPETES_WITH: _takes("mention"),
        Predicate.PARTNERS_WITH: _takes("mention"),
        Predicate.INVESTS: _takes("quantity", "text", "mention"),
        Predicate.SAVES: _takes("quantity"),
        Predicate.COUNTS: _takes("quantity"),
        Predicate.ROLE: _takes("mention", qualifiers=("title",)),
        Predicate.STATES: _takes("text"),
        Predicate.STANDS_FOR: _takes("text"),
    }
)
"""What each predicate's object may be; the subject is always a mention."""


class Mention(Value):
    """A party, artifact, licence or territory as a text names it, with the catalogue's entity where it is known."""

    mention: str = Field(min_length=1)
    entity: str | None = None
    name: str | None = None


class ClaimDate(Value):
    """When something is said to be so: the date as far as it is known, else null, and the words that say it."""

    date: PartialDate | None = None
    text: str


class Claim(Value):
    """Subject, predicate, object, qualifiers and evidence.

    `speaker` is whose word it is, where it is not the text's own. `evidence` is empty for a claim made by hand. `rule`
    names the grammar rule that made a claim read from a text.

    >>> Claim(predicate="openness", subject={"mention": "Llama 3"}, object="open_source").polarity
    'affirmed'
    """

    predicate: Predicate
    subject: Mention
    object: Mention | Quantity | str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    speaker: Mention | None = None
    when: ClaimDate | None = None
    said_on: PartialDate | None = None
    qualifiers: FrozenMapping[str, str] = Field(default_factory=FrozenMapping)
    evidence: tuple[Evidence, ...] = ()
    rule: str | None = None

    @property
    def object_kind(self) -> ObjectKind:
        """What sort of thing the object is."""
        return _kind(self.object)

    def _repr_html_(self) -> str:
        from openai_landscape.entities.shown import claim_html

        return claim_html(self)

    @model_validator(mode="after")
    def _pairing(self) -> Self:
        wrong = mispaired(self.predicate, self.object)
        if wrong is not None:
            raise ValueError(wrong)
        return self


def _kind(thing: Mention | Quantity | str | None) -> ObjectKind:
    if thing is None:
        return "none"
    if isinstance(thing, str):
        return "text"
    return "mention" if isinstance(thing, Mention) else "quantity"


def mispaired(predicate: Predicate, thing: Mention | Quantity | str | None) -> str | None:
    """Return what is wrong where *predicate* cannot take *thing* as its object, None where it can."""
    rule, kind = PREDICATES[predicate], _kind(thing)
    if kind not in rule.objects:
        return f"object: {predicate} takes a {' or '.join(sorted(rule.objects))}, not a {kind}"
    if rule.words is not None and thing not in rule.words:
        return f"object: {thing!r}: {predicate} takes one of {', '.join(sorted(rule.words))}"
    return None
