"""The built-in landscape, loaded lazily, looked up by any name; users add to it without touching the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
    from openai_landscape.catalogue._catalog import Catalog, CatalogName, EntityKind, catalog
    from openai_landscape.catalogue._changes import DataChange, DataRelease
    from openai_landscape.catalogue._entries import Entry
    from openai_landscape.catalogue._errors import (
        AmbiguousNameError,
        LineageError,
        ModelOrLicenseError,
        NotEncodedError,
        UnknownNameError,
    )
    from openai_landscape.catalogue._lineage import Ancestor
    from openai_landscape.catalogue._places import EntryError, Fault, Place
    from openai_landscape.catalogue._texts import KnownText

__all__ = [
    "AmbiguousNameError",
    "Ancestor",
    "Catalog",
    "CatalogName",
    "DataChange",
    "DataRelease",
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

_HOMES = {
    "_catalog": ("Catalog", "CatalogName", "EntityKind", "catalog"),
    "_changes": ("DataChange", "DataRelease"),
    "_entries": ("Entry",),
    "_errors": ("AmbiguousNameError", "LineageError", "ModelOrLicenseError", "NotEncodedError", "UnknownNameError"),
    "_lineage": ("Ancestor",),
    "_places": ("EntryError", "Fault", "Place"),
    "_texts": ("KnownText",),
}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
