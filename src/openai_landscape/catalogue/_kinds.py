"""The kinds of entities that the catalogue holds, and how the names of each are read off its data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, cast

from pydantic import Field

from openai_landscape.catalogue._files import Folder
from openai_landscape.catalogue._index import Named
from openai_landscape.catalogue._shelf import Kind, Shelf, Stock
from openai_landscape.catalogue._spelling import licence_forms, organization_forms, shortened
from openai_landscape.entities import License, Model, Organization, Person, Product
from openai_landscape.quantities.base import Value


class KnownText(Value):
    """A licence text that is known beside the licences: `license` encodes it or has its words, or nothing does."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    title: str
    license: str | None = None


def _strings(value: object) -> tuple[str, ...]:
    return tuple(cast("Iterable[str]", value or ()))


def _distinct(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _plain(key: str, data: Mapping[str, object]) -> Named:
    name = str(data["name"])
    return Named(key, name, _distinct(name, *_strings(data.get("aliases"))))


def _model(key: str, data: Mapping[str, object]) -> Named:
    named = _plain(key, data)
    sizes = cast("Iterable[Mapping[str, str]]", data.get("parameters") or ())
    alone = data.get("kind") == "family" and not data.get("members")  # sizes that are entries have names of their own
    labels = [size["label"] for size in sizes if alone]
    implied = _distinct(*(f"{name} {label}" for name in named.names for label in labels))
    maker = data.get("developer")
    return named._replace(implied=implied, maker=str(maker) if maker else None)


def _organization(key: str, data: Mapping[str, object]) -> Named:
    parent = data.get("parent")
    return _plain(key, data)._replace(maker=str(parent) if parent else None)


def _license(key: str, data: Mapping[str, object]) -> Named:
    named = _plain(key, data)
    return named._replace(names=_distinct(*named.names, str(data.get("spdx") or "")))


def _text(key: str, data: Mapping[str, object]) -> Named:
    return Named(key, str(data["title"]), (str(data["title"]),))


_NAMES: Final = frozenset({"name", "aliases"})

MODELS: Final = Kind[Model]("model", _model, _NAMES | {"kind", "parameters", "members", "developer"}, shortened)
LICENSES: Final = Kind[License]("licence", _license, _NAMES | {"spdx"}, licence_forms, licence_forms)
ORGANIZATIONS: Final = Kind[Organization](
    "organisation", _organization, _NAMES | {"parent"}, organization_forms, organization_forms
)
PEOPLE: Final = Kind[Person]("person", _plain, _NAMES)
PRODUCTS: Final = Kind[Product]("product", _plain, _NAMES)
TEXTS: Final = Kind[KnownText]("licence text", _text, frozenset({"title"}), licence_forms, licence_forms)


class Shelves(NamedTuple):
    """All that a catalogue holds, by kind."""

    models: Shelf[Model]
    licenses: Shelf[License]
    organizations: Shelf[Organization]
    people: Shelf[Person]
    products: Shelf[Product]
    texts: Shelf[KnownText]


def built_in() -> Shelves:
    """Return the shelves of the package's own data; nothing is read yet."""
    return Shelves(
        models=Shelf(Stock(MODELS, Folder("models", Model))),
        licenses=Shelf(Stock(LICENSES, Folder("licenses", License))),
        organizations=Shelf(Stock(ORGANIZATIONS, Folder("organizations", Organization))),
        people=Shelf(Stock(PEOPLE, Folder("people", Person))),
        products=Shelf(Stock(PRODUCTS, Folder("products", Product))),
        texts=Shelf(Stock(TEXTS, Folder("texts", KnownText))),
    )
