"""The built-in landscape, loaded lazily, looked up by any name; users add to it without touching the package."""

from functools import cache

from openai_landscape.catalog._catalog import Catalog, CatalogName, EntityKind
from openai_landscape.catalog._entries import Entry
from openai_landscape.catalog._errors import (
    AmbiguousNameError,
    LineageError,
    ModelOrLicenseError,
    NotEncodedError,
    UnknownNameError,
)
from openai_landscape.catalog._kinds import KnownText, built_in
from openai_landscape.catalog._lineage import Ancestor
from openai_landscape.catalog._places import EntryError, Fault, Place

__all__ = [
    "AmbiguousNameError",
    "Ancestor",
    "Catalog",
    "CatalogName",
    "EntityKind",
    "Entry",
    "EntryError",
    "Fault",
    "KnownText",
    "LineageError",
    "ModelOrLicenseError",
    "NotEncodedError",
    "Place",
    "UnknownNameError",
    "catalog",
]


@cache
def catalog() -> Catalog:
    """Return the built-in catalogue: the same object each time, read from its files as far as it is asked.

    >>> catalog() is catalog()
    True
    """
    return Catalog(built_in())
