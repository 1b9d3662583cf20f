"""The kinds of entities that the catalogue holds, and how the names of each are read off its data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from openai_landscape import entities
from openai_landscape.catalogue._files import Folder
from openai_landscape.catalogue._index import Named
from openai_landscape.catalogue._shelf import Kind, Shelf, Stock
from openai_landscape.catalogue._spelling import licence_forms, organization_forms, shortened

if TYPE_CHECKING:
    from openai_landscape.catalogue._texts import KnownText
    from openai_landscape.catalogue._validate import Entity
    from openai_landscape.entities import License, Model, Organization, Person, Product


def _strings(value: object) -> tuple[str, ...]:
    return tuple(cast("Iterable[str]", value or ()))


def _names(data: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((str(data["name"]), *_strings(data.get("aliases")))))


def _plain(key: str, data: Mapping[str, object]) -> Named:
    return Named(key, str(data["name"]), _names(data))


def _model(key: str, data: Mapping[str, object]) -> Named:
    names = _names(data)
    alone = data.get("kind") == "family" and not data.get("members")  # sizes that are entries have names of their own
    sizes = cast("Iterable[Mapping[str, str]]", data.get("parameters") or ()) if alone else ()
    labels = [size["label"] for size in sizes if size["label"]]
    implied = tuple(f"{name} {label}" for name in names for label in labels)
    return Named(key, names[0], names, implied, _id(data.get("developer")))


def _organization(key: str, data: Mapping[str, object]) -> Named:
    return Named(key, str(data["name"]), _names(data), maker=_id(data.get("parent")))


def _id(value: object) -> str | None:
    return str(value) if value else None


def _license(key: str, data: Mapping[str, object]) -> Named:
    spdx = data.get("spdx")
    return Named(key, str(data["name"]), _names(data) + ((str(spdx),) if spdx else ()))


def _text(key: str, data: Mapping[str, object]) -> Named:
    return Named(key, str(data["title"]), (str(data["title"]),))


_NAMES: Final = frozenset({"name", "aliases"})

MODELS: Final[Kind[Model]] = Kind("model", _model, _NAMES | {"kind", "parameters", "members", "developer"}, shortened)
LICENSES: Final[Kind[License]] = Kind("licence", _license, _NAMES | {"spdx"}, licence_forms, licence_forms)
ORGANIZATIONS: Final[Kind[Organization]] = Kind(
    "organisation", _organization, _NAMES | {"parent"}, organization_forms, organization_forms
)
PEOPLE: Final[Kind[Person]] = Kind("person", _plain, _NAMES)
PRODUCTS: Final[Kind[Product]] = Kind("product", _plain, _NAMES)
TEXTS: Final[Kind[KnownText]] = Kind("licence text", _text, frozenset({"title"}), licence_forms, licence_forms)


class Shelves(NamedTuple):
    """All that a catalogue holds, by kind."""

    models: Shelf[Model]
    licenses: Shelf[License]
    organizations: Shelf[Organization]
    people: Shelf[Person]
    products: Shelf[Product]
    texts: Shelf[KnownText]

    def placed(self) -> tuple[Entity, ...]:
        """Return what a user has put in place, which is never a text."""
        shelves = (self.models, self.licenses, self.organizations, self.people, self.products)
        return tuple(entity for shelf in shelves for entity in shelf.placed.values())


def built_in() -> Shelves:
    """Return the shelves of the package's own data; nothing is read yet, and no class is brought in."""
    return Shelves(
        models=Shelf(Stock(MODELS, Folder("models", lambda: entities.Model))),
        licenses=Shelf(Stock(LICENSES, Folder("licenses", lambda: entities.License))),
        organizations=Shelf(Stock(ORGANIZATIONS, Folder("organizations", lambda: entities.Organization))),
        people=Shelf(Stock(PEOPLE, Folder("people", lambda: entities.Person))),
        products=Shelf(Stock(PRODUCTS, Folder("products", lambda: entities.Product))),
        texts=Shelf(Stock(TEXTS, Folder("texts", _known_text))),
    )


def _known_text() -> type[KnownText]:
    from openai_landscape.catalogue._texts import KnownText

    return KnownText
