"""Data made into entities, and what is wrong with it, each fault at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from pydantic import ValidationError

from openai_landscape.catalogue._errors import nearest
from openai_landscape.catalogue._places import Data, Document, Fault, Path
from openai_landscape.entities import License, Model, Organization, Person, Product

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Entity: TypeAlias = Model | License | Organization | Person | Product

GROUPS: Final[Mapping[str, type[Entity]]] = {
    "models": Model,
    "licenses": License,
    "organizations": Organization,
    "people": Person,
    "products": Product,
}
"""The lists that a document of entries may hold."""


_WANTED: Final[Mapping[str, str]] = {
    "literal_error": "write {expected}",
    "string_type": "not a text; write it in quotes",
    "string_pattern_mismatch": "does not fit the pattern {pattern}",
    "string_too_short": "too short; write at least {min_length} character",
    "too_short": "write at least {min_length}",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "int_type": "not a whole number",
    "int_parsing": "not a whole number",
    "int_from_float": "not a whole number",
    "greater_than": "write more than {gt}",
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
    "tuple_type": "not a list; write it in square brackets",
    "model_type": "not an object; write it in braces",
    "model_attributes_type": "not an object; write it in braces",
    "dict_type": "not an object; write it in braces",
    "union_tag_invalid": "{discriminator} is {tag!r}; write one of {expected_tags}",
    "union_tag_not_found": "{discriminator} is not given; write it",
}
"""What would be right, by pydantic's type of fault."""

_LONGEST: Final = 40


def entities(document: Document) -> Iterator[tuple[Entity, Path] | Fault]:
    """Yield every entity of *document* with its path in it, and every fault."""
    for kind, data, path in _items(document.data, ()):
        if isinstance(data, Entity):
            yield data, path
        elif not isinstance(data, Mapping):
            found = "nothing stands here" if data is None else f"{data!r:.40}: not an entry"
            yield document.fault(path, f"{found}; write an object with at least id and name")
        elif kind is None and "id" not in data and not data.keys().isdisjoint(GROUPS):
            yield from _strange_groups(document, data, path)
        elif kind := kind or _kind_of(data):
            yield from _validated(kind, data, document, path)
        else:
            yield document.fault(
                path, f"nothing tells what this is; put it into a list under one of {', '.join(GROUPS)}"
            )


def _items(data: Data, path: Path) -> Iterator[tuple[type[Entity] | None, Data, Path]]:
    if isinstance(data, Mapping) and data and set(data) <= set(GROUPS):
        for group, members in data.items():
            listed = members if isinstance(members, list | tuple) else [members]
            yield from ((GROUPS[group], each, (*path, group, number)) for number, each in enumerate(listed))
    elif isinstance(data, list | tuple):
        for number, each in enumerate(data):
            yield from _items(each, (*path, number))
    else:
        yield None, data, path


def _strange_groups(document: Document, data: Mapping[str, Data], path: Path) -> Iterator[Fault]:
    for key in data:
        if key not in GROUPS:
            near = nearest(key, [(group, group, group) for group in GROUPS])
            other = f"perhaps {near[0][0]!r}" if near else f"write one of {', '.join(GROUPS)}"
            yield document.fault((*path, key), f"no such list of entries; {other}", key=True)


def _kind_of(data: Mapping[str, Data]) -> type[Entity] | None:
    """Return the one kind whose fields these can be; where none has all of them, the one that has most."""
    kinds = [License] if "terms" in data else [kind for kind in GROUPS.values() if kind is not License]
    missing = {kind: len(set(data) - set(kind.model_fields)) for kind in kinds}
    best = [kind for kind in kinds if missing[kind] == min(missing.values())]
    return best[0] if len(best) == 1 else None


def _validated(
    kind: type[Entity], data: Mapping[str, Data], document: Document, path: Path
) -> Iterator[tuple[Entity, Path] | Fault]:
    try:
        yield kind.model_validate(data), path
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            yield _fault(detail, kind, document, path, data)


def _fault(detail: ErrorDetails, kind: type[Entity], document: Document, path: Path, data: Data) -> Fault:
    inner = _inner(detail["loc"], data, missing=detail["type"] == "missing")
    return document.fault((*path, *inner), _message(detail, kind, inner), key=detail["type"] == "extra_forbidden")


def _message(detail: ErrorDetails, kind: type[Entity], inner: Path) -> str:
    if detail["type"] == "extra_forbidden":
        return _unknown_key(str(inner[-1]), kind if len(inner) == 1 else None)
    if detail["type"] == "missing":
        return "not given, and nothing stands for it; write it"
    if detail["type"] == "string_pattern_mismatch" and inner[-1:] == ("id",):
        return f'{detail["input"]!r}: not an id; write lower-case letters, digits, dots and hyphens, as in "acme-7b"'
    if wanted := _WANTED.get(detail["type"]):
        return f"{_shown(detail['input'])}: {wanted.format_map(detail.get('ctx', {}))}"
    message = detail["msg"]
    ours = detail["type"] in ("value_error", "license", "constraint_form")  # whose messages name the value themselves
    return message.removeprefix("Value error, ") if ours else f"{message[:1].lower()}{message[1:]}"


def _shown(value: object) -> str:
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _inner(loc: Sequence[str | int], data: Data, *, missing: bool) -> Path:
    """Return *loc* without the names of union members, which stand nowhere in the data."""
    steps: list[str | int] = []
    for number, step in enumerate(loc):
        if isinstance(data, Mapping) and step in data:
            data = data[str(step)]
            steps.append(step)
        elif isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
            data = data[step]
            steps.append(step)
        elif missing and number == len(loc) - 1:
            steps.append(step)
    return tuple(steps)


def _unknown_key(key: str, kind: type[Entity] | None) -> str:
    fields = list(kind.model_fields) if kind else []
    near = nearest(key, [(field, field, field) for field in fields])
    return f"no such key; perhaps {near[0][0]!r}" if near else "no such key"
