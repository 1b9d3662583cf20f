"""One kind of entity: the built-in ones in their files, and over them what a user has put in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, NoReturn, TypeVar

from typing_extensions import override

from openai_landscape.catalogue._errors import AmbiguousNameError, Titled, UnknownNameError, nearest
from openai_landscape.catalogue._files import Folder
from openai_landscape.catalogue._index import Named, NameIndex, Shorten, Tokens
from openai_landscape.catalogue._spelling import as_written, canonical, tokens
from openai_landscape.quantities.base import Value

E = TypeVar("E", bound=Value)


class Kind(Generic[E]):
    """What sort of entity a shelf holds.

    `word` is its name in messages, `read` takes names off the data's `fields`; `shorten` yields the forms in which a
    name that is asked for is tried, `forms` those in which an entity's own names are known beside as they are written.
    """

    def __init__(
        self,
        word: str,
        read: Callable[[str, Mapping[str, object]], Named],
        fields: frozenset[str],
        shorten: Shorten = as_written,
        forms: Shorten | None = None,
    ) -> None:
        self.word = word
        self.read = read
        self.fields = fields
        self.shorten = shorten
        self.forms = forms

    def index_of_files(self, folder: Folder[E]) -> NameIndex:
        """Return the index of all built-in entities, which reads every file of the kind, unvalidated."""
        return NameIndex((self.read(key, data) for key, data in folder.raw()), self.forms)

    def index_of(self, entities: Mapping[str, E]) -> NameIndex:
        """Return the index of entities at hand."""
        data = ((key, entity.model_dump(include=set(self.fields))) for key, entity in entities.items())
        return NameIndex((self.read(key, fields) for key, fields in data), self.forms)


class Stock(Generic[E]):
    """The built-in entities of one kind with their index: shared by a catalogue and all that extend it."""

    def __init__(self, kind: Kind[E], folder: Folder[E]) -> None:
        self.kind = kind
        self.folder = folder

    @cached_property
    def ids(self) -> dict[str, str]:
        """The ids by their canonical spelling: known from the folder's listing alone."""
        return {canonical(key): key for key in self.folder}

    @cached_property
    def index(self) -> NameIndex:
        """The names of all."""
        return self.kind.index_of_files(self.folder)


class Shelf(Mapping[str, E], Generic[E]):
    """The entities of one kind by id, and by any name that users give them. Cannot be changed."""

    def __init__(self, stock: Stock[E], placed: Mapping[str, E] | None = None) -> None:
        self.__dict__.update(stock=stock, placed=dict(placed or {}))

    stock: Stock[E]
    placed: Mapping[str, E]

    @override
    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"the catalogue cannot be changed: {name!r}; extend() gives a new one")

    @override
    def __getitem__(self, key: str) -> E:
        return self.placed[key] if key in self.placed else self.stock.folder[key]

    @override
    def __contains__(self, key: object) -> bool:
        return key in self.placed or key in self.stock.folder

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    @override
    def __len__(self) -> int:
        return len(self._ids)

    @override
    def __repr__(self) -> str:
        return f"<{len(self)} {self.stock.kind.word}s, {len(self.placed)} of them put in place>"

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(sorted({*self.stock.folder, *self.placed}))

    @cached_property
    def _placed_index(self) -> NameIndex:
        return self.stock.kind.index_of(self.placed)

    def extended(self, entities: Mapping[str, E]) -> Shelf[E]:
        """Return a shelf with *entities* added, or put in the place of those that have their ids."""
        return Shelf(self.stock, {**self.placed, **entities}) if entities else self

    def id_of(self, name: str, otherwise: Callable[[str], set[str]] | None = None) -> str:
        """Return the id of the entity that *name* names.

        Args:
            name: An id, name or alias in any spelling.
            otherwise: What else may find it, asked where the index does not.

        Raises:
            UnknownNameError: If nothing is called so.
            AmbiguousNameError: If several are.
        """
        if name in self:
            return name
        found = self._by_id(name) or self._by_name(name) or (otherwise(name) if otherwise else set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise AmbiguousNameError(name, self.stock.kind.word, self._titled(found))
        raise UnknownNameError(name, self.stock.kind.word, nearest(canonical(name), self._spellings()))

    def find(self, name: str, otherwise: Callable[[str], set[str]] | None = None) -> E:
        """Return the entity that *name* names; see `id_of`."""
        return self[self.id_of(name, otherwise)]

    def fit(self, name: str, key: str) -> int:
        """Return how well *name* fits the entity *key*: 2 spells a name, 1 an id alone, 0 is cut to fit."""
        spelling, names = canonical(name), self.named_as(key)
        if spelling in map(canonical, (*names.names, *names.implied)):
            return 2
        return int(spelling == canonical(key))

    def _by_id(self, name: str) -> set[str]:
        """Find a built-in entity whose id *name* spells, where nothing put in place could be meant: reads no file."""
        if self.placed and (self._placed_index.exact(name) or self._placed_index.spelled(tokens(name))):
            return set()
        key = self.stock.ids.get(canonical(name))
        return {key} if key else set()

    def _by_name(self, name: str) -> set[str]:
        if found := self._both(lambda index: index.exact(name)):
            return found
        for parts in self.stock.kind.shorten(name):
            if found := self.spelled(parts):
                return found
        return set()

    def spelled(self, parts: Tokens) -> set[str]:
        """Return the ids of those that *parts* name."""
        return self._both(lambda index: index.spelled(parts))

    def _both(self, ask: Callable[[NameIndex], set[str]]) -> set[str]:
        built_in = {key for key in ask(self.stock.index) if key not in self.placed}
        return built_in | ask(self._placed_index) if self.placed else built_in

    def named(self) -> Iterator[Named]:
        """Yield the names of every entity, in the order of their ids."""
        for key in self:
            index = self._placed_index if key in self.placed else self.stock.index
            yield index.entities[key]

    def named_as(self, key: str) -> Named:
        """Return the names of the entity with that id."""
        return (self._placed_index if key in self.placed else self.stock.index).entities[key]

    def _titled(self, ids: set[str]) -> tuple[Titled, ...]:
        return tuple((self.named_as(key).name, key) for key in sorted(ids))

    def _spellings(self) -> list[tuple[str, str, str]]:
        return [(canonical(name), name, entity.id) for entity in self.named() for name in entity.names]
