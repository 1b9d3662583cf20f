"""Which entity a name is: an index over the names of one kind of entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeAlias

from openai_landscape.catalogue._spelling import letters, readings, tokens

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


Table: TypeAlias = dict[str, list[tuple[str, Tokens | str]]]
"""Ids by the letters of their names, each with the name as it is written, or a form of it in tokens."""


class NameIndex:
    """Names of one kind of entity, and what finds them.

    Two names of which some reading is the same have the same letters, whatever stands between and in what order. So
    names are sorted by their letters, and read only where those are the letters asked for: most never are.
    """

    def __init__(self, entities: Iterable[Named], forms: Shorten | None = None) -> None:
        self.entities = {each.id: each for each in entities}
        self._forms = forms

    @cached_property
    def _exact(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for entity in self.entities.values():
            for name in (entity.id, *entity.names):
                found.setdefault(name, set()).add(entity.id)
        return found

    @cached_property
    def _own(self) -> Table:
        return _by_letters(
            (form, each.id) for each in self.entities.values() for form in self._written((each.id, *each.names))
        )

    @cached_property
    def _implied(self) -> Table:
        return _by_letters((name, each.id) for each in self.entities.values() for name in each.implied)

    def _written(self, names: Iterable[str]) -> Iterable[Tokens | str]:
        return names if self._forms is None else (form for name in names for form in self._forms(name))

    def exact(self, name: str) -> set[str]:
        """Return the ids of those that are called just *name*."""
        return self._exact.get(name, set())

    def spelled(self, parts: Tokens) -> set[str]:
        """Return the ids of those that *parts* name, by the first reading that any of them bears."""
        asked = readings(parts)
        key = letters(parts)
        for table in (self._own, self._implied):
            alike = [(readings(_tokens(form)), entity) for entity, form in table.get(key, ())]
            for number, reading in enumerate(asked):
                if found := {entity for read, entity in alike if read[number] == reading}:
                    return found
        return set()


def _by_letters(names: Iterable[tuple[Tokens | str, str]]) -> Table:
    found: Table = {}
    for form, entity in names:
        found.setdefault(letters(form), []).append((entity, form))
    return found


def _tokens(form: Tokens | str) -> Tokens:
    return tokens(form) if isinstance(form, str) else form
