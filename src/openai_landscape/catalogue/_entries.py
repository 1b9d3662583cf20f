"""Users' entries: read, validated as a whole, and put beside or in the place of the built-in ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path as FilePath
from typing import Final, TypeAlias, TypeVar

from openai_landscape.catalogue._errors import LineageError, listed, nearest
from openai_landscape.catalogue._json import read_json
from openai_landscape.catalogue._kinds import Shelves
from openai_landscape.catalogue._lineage import refuse_cycle
from openai_landscape.catalogue._places import Document, EntryError, Fault, Path
from openai_landscape.catalogue._shelf import Shelf
from openai_landscape.catalogue._spelling import canonical
from openai_landscape.catalogue._validate import Entity, entities
from openai_landscape.catalogue._yaml import read_yaml
from openai_landscape.entities import License, Model, Organization, Person, Product

Entry: TypeAlias = Entity | Mapping[str, object] | str | PathLike[str]
"""An entity, a mapping as JSON has it, or the path of a file."""

E = TypeVar("E", Model, License, Organization, Person, Product)

_YAML: Final = frozenset({".yaml", ".yml"})


class _Found:
    def __init__(self, entity: Entity, document: Document, path: Path) -> None:
        self.entity = entity
        self.document = document
        self.path = path

    def fault(self, message: str, *steps: str | int) -> Fault:
        return self.document.fault((*self.path, *steps), message)


def read_entries(entries: Entry | Iterable[Entry], shelves: Shelves) -> Shelves:
    """Return *shelves* with *entries* put in place.

    Raises:
        EntryError: With everything that is wrong in all of them.
    """
    found: list[_Found] = []
    faults: list[Fault] = []
    for document in _documents(entries, faults):
        faults += document.faults
        for each in entities(document):
            if isinstance(each, Fault):
                faults.append(each)
            else:
                found.append(_Found(each[0], document, each[1]))
    faults += _repeated(found)
    extended = _placed([each.entity for each in found], shelves)
    faults += (fault for each in found for fault in _dangling(each, extended))
    if faults:
        raise EntryError(tuple(faults))
    return extended


def _documents(entries: Entry | Iterable[Entry], faults: list[Fault]) -> Iterator[Document]:
    single = isinstance(entries, Entity | Mapping | str | PathLike)
    for number, entry in enumerate(_several(entries)):
        if isinstance(entry, str | PathLike):
            try:
                yield read_file(entry)
            except EntryError as error:
                faults += error.faults
        else:
            yield Document(entry, None if single else f"entries[{number}]", {}, {})


def _several(entries: Entry | Iterable[Entry]) -> Iterable[Entry]:
    if isinstance(entries, Entity | str | PathLike):  # an entity is iterable too: over its fields
        return (entries,)
    return (entries,) if isinstance(entries, Mapping) else entries


def read_file(path: str | PathLike[str]) -> Document:
    """Read a file of entries: YAML 1.2 by its suffix, else JSON; UTF-8, with or without a byte order mark.

    Raises:
        EntryError: If it cannot be read at all.
    """
    file = fspath(path)
    try:
        text = FilePath(file).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EntryError(
            (Fault(file, None, "", f"not UTF-8: byte {error.start} is {error.object[error.start]:#04x}"),)
        ) from None
    except OSError as error:
        raise EntryError((Fault(file, None, "", f"cannot be read: {error.strerror}"),)) from None
    return (read_yaml if FilePath(file).suffix.lower() in _YAML else read_json)(text, file)


def _repeated(found: list[_Found]) -> Iterator[Fault]:
    seen: set[tuple[type[Entity], str]] = set()
    for each in found:
        key = (type(each.entity), each.entity.id)
        if key in seen:
            yield each.fault(f"a second entry has the id {each.entity.id!r}; keep one", "id")
        seen.add(key)


def _placed(found: list[Entity], shelves: Shelves) -> Shelves:
    return shelves._replace(
        models=_with(shelves.models, found, Model),
        licenses=_with(shelves.licenses, found, License),
        organizations=_with(shelves.organizations, found, Organization),
        people=_with(shelves.people, found, Person),
        products=_with(shelves.products, found, Product),
    )


def _with(shelf: Shelf[E], found: list[Entity], kind: type[E]) -> Shelf[E]:
    return shelf.extended({each.id: each for each in found if isinstance(each, kind)})


def _dangling(found: _Found, shelves: Shelves) -> Iterator[Fault]:
    """Yield what an entry points at that is not there: models, members and licences, and lineage in a ring."""
    entity = found.entity
    if isinstance(entity, Model):
        yield from _dangling_of_model(found, entity, shelves)
    elif isinstance(entity, Product):
        for number, key in enumerate(entity.models):
            if key not in shelves.models:
                yield found.fault(_no_such("model", key, shelves.models), "models", number)
    elif isinstance(entity, License):
        for number, key in enumerate(entity.incorporates):
            if key not in shelves.licenses:
                yield found.fault(_no_licence(key, shelves), "incorporates", number)


def _dangling_of_model(found: _Found, model: Model, shelves: Shelves) -> Iterator[Fault]:
    for number, link in enumerate(model.base_models):
        if link.model not in shelves.models:
            yield found.fault(_no_such("model", link.model, shelves.models), "base_models", number, "model")
    for number, member in enumerate(model.members):
        if member not in shelves.models:
            yield found.fault(_no_such("model", member, shelves.models), "members", number)
    for number, record in enumerate(model.licenses):
        if record.license is not None and record.license not in shelves.licenses:
            yield found.fault(_no_licence(record.license, shelves), "licenses", number, "license")
    try:
        refuse_cycle(model, shelves.models)
    except LineageError as error:
        yield found.fault(str(error), "base_models")


def _no_licence(key: str, shelves: Shelves) -> str:
    if key in shelves.texts:
        text = shelves.texts[key]
        known = (
            f"write {text.license!r}"
            if text.license
            else "identified, not encoded; write null, and the id as as_written"
        )
        return f"{key!r}: {known}"
    return _no_such("licence", key, shelves.licenses)


def _no_such(what: str, key: str, shelf: Shelf[Model] | Shelf[License]) -> str:
    near = nearest(canonical(key), [(canonical(name), name, each.id) for each in shelf.named() for name in each.names])
    return f"no {what} has the id {key!r}" + (f"; nearest: {listed(near)}" if near else "")
