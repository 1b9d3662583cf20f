"""The built-in landscape, loaded lazily, looked up by any name; users add to it without touching the package."""

from openai_landscape.catalogue._catalog import Catalog, CatalogName, EntityKind, catalog
from openai_landscape.catalogue._entries import Entry
from openai_landscape.catalogue._errors import (
    AmbiguousNameError,
    LineageError,
    ModelOrLicenseError,
    NotEncodedError,
    UnknownNameError,
)
from openai_landscape.catalogue._kinds import KnownText
from openai_landscape.catalogue._lineage import Ancestor
from openai_landscape.catalogue._places import EntryError, Fault, Place

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
