"""The catalogue, as the reading sees it: who and what has which names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Protocol, runtime_checkable

from openai_landscape.reading._names import Alias, Kind, NameBook, name_book
from openai_landscape.reading._regex import lazily


class Named(Protocol):
    """An entity with an id, a canonical name and other names."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def name(self) -> str:
        """Its canonical name."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its other names."""
        ...


class HasNames(Protocol):
    """What parsing needs of a catalogue: its entities by kind."""

    @property
    def models(self) -> Mapping[str, Named]:
        """Models and families."""
        ...

    @property
    def licenses(self) -> Mapping[str, Named]:
        """Licences."""
        ...

    @property
    def organizations(self) -> Mapping[str, Named]:
        """Organisations."""
        ...

    @property
    def people(self) -> Mapping[str, Named]:
        """Persons."""
        ...

    @property
    def products(self) -> Mapping[str, Named]:
        """Products."""
        ...


@runtime_checkable
class TellsNames(Protocol):
    """A catalogue that gives its entities' names without the entities."""

    def names_only(self) -> HasNames:
        """Return the entities with their names alone."""
        ...


def names_of(catalog: HasNames) -> Iterator[Alias]:
    """Yield every name of every entity; where two share one, who makes things comes before the things."""
    if isinstance(catalog, TellsNames):
        catalog = catalog.names_only()
    groups: tuple[tuple[Kind, Mapping[str, Named]], ...] = (
        ("organization", catalog.organizations),
        ("model", catalog.models),
        ("product", catalog.products),
        ("person", catalog.people),
        ("licence", catalog.licenses),
    )
    artifacts = {
        alias.casefold()
        for entities in (catalog.models, catalog.products)
        for entity in entities.values()
        for alias in (entity.name, *entity.aliases)
    }
    for kind, entities in groups:
        for entity in entities.values():
            for alias in dict.fromkeys((entity.name, *entity.aliases)):
                if alias not in _COMMON and not (kind == "licence" and _is_owned(alias, artifacts)):
                    yield Alias(alias, kind, entity.id, entity.name)
            if kind == "licence" and _SHORT.fullmatch(entity.id):
                yield Alias(entity.id.upper(), kind, entity.id, entity.name)


def _is_owned(alias: str, artifacts: set[str]) -> bool:
    """Whether a licence's alias only says whose it is: "Llama 3 license" is a way of speaking of Llama 3."""
    whose, _, noun = alias.casefold().rpartition(" ")
    return noun in {"license", "licence"} and whose in artifacts


_COMMON: Final = frozenset(
    {"Together", "Threads", "Messenger", "Inception", "Upstage", "Telegram", "Stanford", "Runway", "Camunda"}
)
"""Names that are common words, or mean something else more often."""
_SHORT: Final = lazily(r"(?:mit|isc|apache|[al]?gpl|bsd|cc|cc0|mpl|odbl)(?:-[\w.-]+)?")
"""Licences that texts call by their SPDX id."""


@cache
def default_book() -> NameBook:
    """Return the names of the built-in catalogue, compiled once."""
    from openai_landscape.catalogue import catalog  # loaded when first asked for, as the catalogue itself is

    return name_book(names_of(catalog()))
