"""A claim with its names resolved: who and what it speaks of, and the date it speaks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal, TypeAlias

from openai_landscape.catalogue import AmbiguousNameError, Catalog
from openai_landscape.checking._words import folded
from openai_landscape.checking.assessment import FactReason
from openai_landscape.definitions.parts import Part, models, parts
from openai_landscape.entities import Claim, License, LicenseRecord, Mention, Model, Organization, Person, Product
from openai_landscape.quantities import Day, PartialDate, Quantity
from openai_landscape.use import Component

Entity: TypeAlias = Model | License | Organization | Person | Product
EntityKind: TypeAlias = Literal["model", "license", "organization", "person", "product"]

ARTIFACT: Final[tuple[EntityKind, ...]] = ("model", "product")
PARTY: Final[tuple[EntityKind, ...]] = ("organization", "person")
TERMS: Final[tuple[EntityKind, ...]] = ("model", "license", "product")

_EVERY: Final[tuple[EntityKind, ...]] = ("model", "product", "organization", "person", "license")

NEWEST: Final = Day("9999-12-31")

_FEW: Final = 3

_TERMS_OF: Final = re.compile(r"^(?:the |die |de )?(?:licen[cs]e|terms|lizenz|licentie) (?:of|von|van) ", re.IGNORECASE)
"""What stands before a model's name where its terms are spoken of."""


class Scene:
    """A claim in the light of a catalogue."""

    def __init__(self, claim: Claim, catalog: Catalog) -> None:
        self.claim, self.catalog = claim, catalog

    @property
    def name(self) -> str:
        """The subject's name as the claim gives it."""
        return self.claim.subject.name or self.claim.subject.mention

    @property
    def said(self) -> Mention | Quantity | str | None:
        """What the claim says of its subject."""
        return self.claim.object

    @cached_property
    def word(self) -> str:
        """The object's words, folded: lower case, single spaces."""
        said = self.said
        text = said if isinstance(said, str) else ""
        if isinstance(said, Mention):
            text = said.name or said.mention
        return folded(text)

    @property
    def when(self) -> PartialDate | None:
        """The date that the claim names."""
        return self.claim.when.date if self.claim.when else None

    @property
    def at(self) -> PartialDate | None:
        """The date that the claim speaks for: the one it names, else the day of the text."""
        return self.when or self.claim.said_on

    @property
    def day(self) -> Day:
        """The last day that the claim can speak for; without a date the newest on record."""
        return NEWEST if self.at is None else Day(self.at.last().isoformat())

    def subject(self, *kinds: EntityKind) -> Entity | None:
        """Return what the subject is, among *kinds*, the first that knows the name."""
        return self.find(self.claim.subject, *kinds)

    def party(self) -> Entity | None:
        """Return the object as a party: an organisation, person or product's name."""
        return self.find(self.said, *PARTY, "product")

    def find(self, named: object, *kinds: EntityKind) -> Entity | None:
        """Return the entity that *named*, a mention, is: by id, then by name, then by its words; None if unknown."""
        return next(self._found(named, kinds), None) if isinstance(named, Mention) else None

    def several(self, named: object) -> tuple[Mention, ...]:
        """Return what *named* can be where it is the name of several models, each by its id; else nothing."""
        if not isinstance(named, Mention) or self.find(named, *_EVERY) is not None:
            return ()
        try:
            self.catalog.model(named.mention)
        except AmbiguousNameError as error:
            return tuple(named.evolve(entity=key, name=self.catalog.models[key].name) for key in error.candidates)
        except LookupError:
            return ()
        return ()

    def _found(self, named: Mention, kinds: tuple[EntityKind, ...]) -> Iterator[Entity]:
        if named.entity is not None:
            yield from self._by_id(named.entity, kinds)
        for text in dict.fromkeys(filter(None, (named.name, named.mention, _TERMS_OF.sub("", named.mention)))):
            for kind in kinds:
                yield from self._by_name(text, kind)

    def _by_id(self, key: str, kinds: tuple[EntityKind, ...]) -> Iterator[Entity]:
        for kind in kinds:
            if key in self._shelves[kind]:
                yield self._shelves[kind][key]

    def _by_name(self, text: str, kind: EntityKind) -> Iterator[Entity]:
        try:
            yield self._finders[kind](text)
        except LookupError:
            return

    @cached_property
    def _shelves(self) -> Mapping[EntityKind, Mapping[str, Entity]]:
        known = self.catalog
        return {
            "model": known.models,
            "license": known.licenses,
            "organization": known.organizations,
            "person": known.people,
            "product": known.products,
        }

    @cached_property
    def _finders(self) -> Mapping[EntityKind, Callable[[str], Entity]]:
        known = self.catalog
        return {
            "model": known.model,
            "license": known.license,
            "organization": known.organization,
            "person": known.person,
            "product": known.product,
        }

    def records(self, model: Model, component: Component, day: Day) -> tuple[LicenseRecord, ...]:
        """Return what is recorded of a component's licence on a day; without a date, of the newest."""
        found = self.catalog.license_records(model, component, day)
        still = tuple(record for record in found if record.until is None)
        return still if day == NEWEST and still else found

    def parts(self, found: Model | License) -> tuple[Part, ...]:
        """Return the parts of what was found that were out at the claim's date."""
        return parts(found, self.catalog, self.at)

    def models(self, model: Model) -> tuple[Model, ...]:
        """Return the single models that *model* stands for, of those that were out at the claim's date."""
        return models(model, self.catalog, self.at)

    def called(self, part: Part) -> str:
        """Return how to call a part: by its models' names where they are few, else as the claim does."""
        return " / ".join(part.names) if len(part.names) <= _FEW else self.name

    def terms(self) -> tuple[Part, ...]:
        """Return what the subject's terms are the terms of: a licence, or the models that the subject stands for."""
        found = self.subject(*TERMS)
        if isinstance(found, Product):
            known = (self.catalog.models[name] for name in found.models if name in self.catalog.models)
            return tuple(part for model in known for part in self.parts(model))
        return self.parts(found) if isinstance(found, Model | License) else ()


def fact(entity: Entity, field: str, value: object, text: str | None = None, source: str | None = None) -> FactReason:
    """Return a recorded fact as a reason, with the entity's first source where it has no own."""
    said = text or f"{field.replace('_', ' ')} of {entity.name}: {value}"
    known = getattr(entity, "sources", ())
    return FactReason(
        text=said, entity=entity.id, field=field, value=str(value), source=source or next(iter(known), None)
    )
