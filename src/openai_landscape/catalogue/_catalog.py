"""The catalogue: every model, licence, organisation, person and product on record, found by any name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, NoReturn, TypeAlias

from typing_extensions import override

from openai_landscape.catalogue._errors import (
    AmbiguousNameError,
    ModelOrLicenseError,
    NotEncodedError,
    UnknownNameError,
    nearest,
)
from openai_landscape.catalogue._files import data_root
from openai_landscape.catalogue._index import Named
from openai_landscape.catalogue._kinds import Shelves, built_in
from openai_landscape.catalogue._records import When, record_of, records
from openai_landscape.catalogue._spelling import canonical, shortened

if TYPE_CHECKING:
    from openai_landscape.catalogue._changes import DataRelease
    from openai_landscape.catalogue._entries import Entry
    from openai_landscape.catalogue._lineage import Ancestor
    from openai_landscape.catalogue._texts import KnownText
    from openai_landscape.catalogue._validate import Entity
    from openai_landscape.entities import Governed, License, LicenseRecord, Model, Organization, Person, Product

EntityKind: TypeAlias = Literal["model", "licence", "organization", "person", "product"]

_LONGEST_MAKER: Final = 3
"""Of how many words an organisation's name before a model's may be."""


class CatalogName(NamedTuple):
    """A name of an entity: as people write it, what kind of thing it names, the entity's id and its canonical name."""

    alias: str
    kind: EntityKind
    entity: str
    name: str


class NamesOnly(NamedTuple):
    """What an entity is called, and nothing else of it."""

    id: str
    name: str
    aliases: tuple[str, ...]


class CalledEntities(NamedTuple):
    """All entities of a catalogue by id, with their names alone."""

    models: Mapping[str, NamesOnly]
    licenses: Mapping[str, NamesOnly]
    organizations: Mapping[str, NamesOnly]
    people: Mapping[str, NamesOnly]
    products: Mapping[str, NamesOnly]


class Catalog:
    """The models, licences, organisations, people and products on record. Cannot be changed; `extend` gives a new one.

    Each entity is read from its file when it is asked for. Names are found in any spelling that people use: case,
    hyphens, a hub's path, the maker before the name, `-Instruct`, `-it`, `-chat`, formats and quantisations after it.

    >>> from openai_landscape.catalogue import catalog
    >>> catalog().model("meta-llama/Meta-Llama-3-70B-Instruct").id
    'llama-3-70b'
    >>> catalog().organization("Meta Platforms, Inc.").id
    'meta'
    """

    def __init__(self, shelves: Shelves, version: str | None = None) -> None:
        self.__dict__.update(_shelves=shelves, _version=version)

    _shelves: Shelves
    _version: str | None

    @override
    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"the catalogue cannot be changed: {name!r}; extend() gives a new one")

    @override
    def __repr__(self) -> str:
        return f"<Catalog {self.version}>"

    @override
    def __reduce__(self) -> tuple[Callable[..., Catalog], tuple[tuple[Entity, ...], ...]]:
        """Pickle what a user put in place: the package's own data are where the pickle is read."""
        placed = self._shelves.placed()
        return (_extended, (placed,)) if placed else (catalog, ())

    @property
    def models(self) -> Mapping[str, Model]:
        """The models and families by id."""
        return self._shelves.models

    @property
    def licenses(self) -> Mapping[str, License]:
        """The licences by id."""
        return self._shelves.licenses

    @property
    def organizations(self) -> Mapping[str, Organization]:
        """The organisations by id."""
        return self._shelves.organizations

    @property
    def people(self) -> Mapping[str, Person]:
        """The people by id."""
        return self._shelves.people

    @property
    def products(self) -> Mapping[str, Product]:
        """The products and services by id."""
        return self._shelves.products

    @property
    def texts(self) -> Mapping[str, KnownText]:
        """The licence texts that are known beside the licences themselves, by id."""
        return self._shelves.texts

    @cached_property
    def version(self) -> str:
        """The version of the data; that of an extended catalogue says so."""
        return self._version or data_root().joinpath("VERSION").read_text(encoding="utf-8").strip()

    @cached_property
    def changes(self) -> tuple[DataRelease, ...]:
        """The changelog of the package's own data: each version of them, the newest first."""
        from openai_landscape.catalogue._changes import DataChanges

        return DataChanges.model_validate_json(data_root().joinpath("CHANGES.json").read_bytes()).releases

    def model(self, name: str) -> Model:
        """Return the model or family that *name* names.

        Raises:
            UnknownNameError: If none is called so; the error names the nearest.
            AmbiguousNameError: If several are; the error lists them.
        """
        return self._shelves.models.find(name, self._with_maker)

    def license(self, name: str) -> License:
        """Return the licence that *name* names; the id of a use policy finds the licence it belongs to.

        Raises:
            NotEncodedError: If the licence is known by its text, but its terms are not in the catalogue.
            UnknownNameError: If none is called so; the error names the nearest.
            AmbiguousNameError: If several are; the error lists them.

        >>> from openai_landscape.catalogue import catalog
        >>> catalog().license("MIT-Lizenz").id, catalog().license("mit-deepseek-r1").id
        ('mit', 'mit')
        """
        if name in self.licenses:
            return self.licenses[name]
        if name in self.texts:
            return self._license_of_text(name, self.texts[name])
        try:
            return self._shelves.licenses.find(name)
        except UnknownNameError:
            text = next(iter(self._text_named(name)), None)
            if text is None:
                raise
            return self._license_of_text(name, text)

    def organization(self, name: str) -> Organization:
        """Return the organisation that *name* names; errors as in `model`."""
        return self._shelves.organizations.find(name)

    def person(self, name: str) -> Person:
        """Return the person that *name* names; errors as in `model`."""
        return self._shelves.people.find(name)

    def product(self, name: str) -> Product:
        """Return the product or service that *name* names; errors as in `model`."""
        return self._shelves.products.find(name)

    def resolve(self, name: str) -> Model | License:
        """Return the model or the licence that *name* names.

        A licence's id, written exactly, is the licence. Otherwise the better fit counts: a name as it stands before an
        id in another spelling, and either before what is found with words taken off, such as the maker's or "licence".
        A name that fits both alike or spells both their ids is refused, and so is an id of both where the model was
        never under that licence: nothing says which is meant.

        Raises:
            ModelOrLicenseError: If the name is both a model's and a licence's.
            UnknownNameError: If it is neither's; the error names the nearest of both.
            AmbiguousNameError: If several models or several licences bear it.
            NotEncodedError: If it is a licence's whose terms are not in the catalogue.
        """
        if name in self.licenses:
            return self._license_by_id(name)
        if name in self.texts:
            return self.license(name)
        if name in self.models:
            return self.models[name]
        return self._one_of_two(name)

    def _license_by_id(self, name: str) -> License:
        model = self.models.get(name)
        if model and all(name not in (record.license, record.as_written) for record in model.licenses):
            raise ModelOrLicenseError(
                name, "model or licence", ((model.name, model.id), (self.licenses[name].name, name))
            )
        return self.licenses[name]

    def _one_of_two(self, name: str) -> Model | License:
        model, license_ = self._maybe_model(name), self._maybe_license(name)
        if not isinstance(model, LookupError) and not isinstance(license_, LookupError):
            return self._fitter(name, model, license_)
        for found in (model, license_):
            if not isinstance(found, LookupError):
                return found
        for error in (model, license_):
            if isinstance(error, LookupError) and not isinstance(error, UnknownNameError):
                raise error
        raise UnknownNameError(name, "model or licence", nearest(canonical(name), self._model_and_license_names()))

    def _fitter(self, name: str, model: Model, license_: License) -> Model | License:
        fits = self._shelves.models.fit(name, model.id), self._shelves.licenses.fit(name, license_.id)
        if fits[0] == fits[1] or canonical(model.id) == canonical(license_.id) == canonical(name):
            raise ModelOrLicenseError(name, "model or licence", ((model.name, model.id), (license_.name, license_.id)))
        return model if fits[0] > fits[1] else license_

    def _maybe_model(self, name: str) -> Model | LookupError:
        try:
            return self.model(name)
        except (UnknownNameError, AmbiguousNameError) as error:
            return error

    def _maybe_license(self, name: str) -> License | LookupError:
        try:
            return self.license(name)
        except (UnknownNameError, AmbiguousNameError, NotEncodedError) as error:
            return error

    def _model_and_license_names(self) -> list[tuple[str, str, str]]:
        both = (entity for shelf in (self._shelves.models, self._shelves.licenses) for entity in shelf.named())
        return [(canonical(name), name, entity.id) for entity in both for name in entity.names]

    def _license_of_text(self, name: str, text: KnownText) -> License:
        if text.license is not None and text.license in self.licenses:
            return self.licenses[text.license]
        raise NotEncodedError(name, "licence", ((text.title, text.id),))

    def _text_named(self, name: str) -> Iterator[KnownText]:
        try:
            yield self._shelves.texts.find(name)
        except LookupError:
            return

    def _with_maker(self, name: str) -> set[str]:
        """Find models whose maker's name, or its parent's, stands before their own: "Meta Llama 3"."""
        for parts in shortened(name):
            for length in range(1, min(_LONGEST_MAKER, len(parts) - 1) + 1):
                makers = self._shelves.organizations.spelled(parts[:length])
                found = self._shelves.models.spelled(parts[length:]) if makers else set()
                if made := {key for key in found if not makers.isdisjoint(self._makers(key))}:
                    return made
        return set()

    def _makers(self, model: str) -> tuple[str | None, ...]:
        maker = self._shelves.models.named_as(model).maker
        known = maker is not None and maker in self.organizations
        return (maker, self._shelves.organizations.named_as(maker).maker) if maker and known else (maker,)

    def lineage(self, model: Model | str) -> tuple[Ancestor, ...]:
        """Return the models that *model* derives from, nearest first, each with the relation and the distance.

        Raises:
            LineageError: If a model derives from itself.

        >>> from openai_landscape.catalogue import catalog
        >>> [(a.model.id, a.relation, a.distance) for a in catalog().lineage("Vicuna v1.5")]
        [('llama-2', 'finetune', 1)]
        """
        from openai_landscape.catalogue._lineage import ancestors

        return ancestors(self._model(model), self.models)

    def license_of(self, model: Model | str, component: Governed = "weights", as_of: When = None) -> LicenseRecord:
        """Return what is recorded of the licence of a component, at a date or, without one, newest.

        Args:
            model: A model or its name.
            component: "weights", "code" or "data".
            as_of: A date as far as it is known.

        Raises:
            LookupError: If nothing is recorded, or no one licence: sizes of a family or days of *as_of* differ.

        >>> from openai_landscape.catalogue import catalog
        >>> catalog().license_of("Falcon-40B", as_of="2023-05-28").license
        'falcon-llm-1.0'
        """
        return record_of(self._model(model), component, as_of)

    def license_records(
        self, model: Model | str, component: Governed = "weights", as_of: When = None
    ) -> tuple[LicenseRecord, ...]:
        """Return every record that can have been in force at *as_of*, without a date all that there are."""
        return records(self._model(model), component, as_of)

    def _model(self, model: Model | str) -> Model:
        return self.model(model) if isinstance(model, str) else model

    def names(self) -> Iterator[CatalogName]:
        """Yield every name: of organisations, people, products, models and licences, each in the order of their ids."""
        shelves = self._shelves
        kinds: tuple[tuple[EntityKind, Iterator[Named]], ...] = (
            ("organization", shelves.organizations.named()),
            ("person", shelves.people.named()),
            ("product", shelves.products.named()),
            ("model", shelves.models.named()),
            ("licence", shelves.licenses.named()),
        )
        for kind, entities in kinds:
            for entity in entities:
                for alias in dict.fromkeys((*entity.names, *entity.implied, entity.id)):
                    yield CatalogName(alias, kind, entity.id, entity.name)

    def names_only(self) -> CalledEntities:
        """Return the entities with their names alone, for which no entity has to be built and validated.

        >>> from openai_landscape.catalogue import catalog
        >>> catalog().names_only().organizations["meta"].name
        'Meta'
        """
        shelves = self._shelves
        every = (shelves.models, shelves.licenses, shelves.organizations, shelves.people, shelves.products)
        return CalledEntities(
            *({each.id: NamesOnly(each.id, each.name, each.names) for each in shelf.named()} for shelf in every)
        )

    def extend(self, entries: Entry | Iterable[Entry]) -> Catalog:
        """Return a catalogue with *entries* added, or put in the place of those that have their ids.

        Args:
            entries: One or several of: entities, mappings as JSON has them, paths of JSON or YAML 1.2 files. A file or
                mapping holds one entity, or lists of them under `models`, `licenses`, `organizations`, `people` and
                `products`.

        Raises:
            EntryError: If anything in them is wrong: all faults at once, each with file, line and what would be right.

        >>> from openai_landscape.catalogue import catalog
        >>> ours = catalog().extend({"models": [{"id": "acme-7b", "name": "Acme 7B", "ancestry": "none"}]})
        >>> ours.model("acme 7b").id
        'acme-7b'
        """
        from openai_landscape.catalogue._entries import read_entries  # parsers that only users' entries need

        return Catalog(read_entries(entries, self._shelves), f"{self.version.removesuffix('+extended')}+extended")


@cache
def catalog() -> Catalog:
    """Return the built-in catalogue: the same object each time, read from its files as far as it is asked.

    >>> catalog() is catalog()
    True
    """
    return Catalog(built_in())


def _extended(placed: tuple[Entity, ...]) -> Catalog:
    return catalog().extend(placed)
