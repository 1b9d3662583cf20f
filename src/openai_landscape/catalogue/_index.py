"""Which entity a name is: an index over the names of one kind of entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from openai_landscape.catalogue._spelling import as_written, readings, tokens

Tokens: TypeAlias = tuple[str, ...]
Shorten: TypeAlias = Callable[[str], Iterator[Tokens]]


class Named(NamedTuple):
    """An entity as far as its names go: `names` are its own, `implied` follow from them, such as a family's sizes.

    `maker` is the organisation behind a model, or the parent of an organisation.
    """

    id: str
    name: str
    names: tuple[str, ...]
    implied: tuple[str, ...] = ()
    maker: str | None = None


class NameIndex:
    """Names of one kind of entity, and what finds them."""

    __slots__ = ("_exact", "_implied", "_spelled", "entities")

    def __init__(self, entities: Iterable[Named], forms: Shorten = as_written) -> None:
        self.entities = {each.id: each for each in entities}
        self._exact: dict[str, set[str]] = {}
        self._spelled: dict[str, set[str]] = {}
        self._implied: dict[str, set[str]] = {}
        for entity in self.entities.values():
            self._enter(entity, forms)

    def _enter(self, entity: Named, forms: Shorten) -> None:
        for name in (entity.id, *entity.names):
            self._exact.setdefault(name, set()).add(entity.id)
            for parts in forms(name):
                for reading in readings(parts):
                    self._spelled.setdefault(reading, set()).add(entity.id)
        for name in entity.implied:
            for reading in readings(tokens(name)):
                self._implied.setdefault(reading, set()).add(entity.id)

    def exact(self, name: str) -> set[str]:
        """Return the ids of those that are called just *name*."""
        return self._exact.get(name, set())

    def spelled(self, parts: Tokens) -> set[str]:
        """Return the ids of those that *parts* name, by the first reading that any of them bears."""
        for table in (self._spelled, self._implied):
            for reading in readings(parts):
                if found := table.get(reading):
                    return found
        return set()
