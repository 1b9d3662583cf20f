"""Errors told to a person: one line each, with the place, what was found and what would be right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from pydantic import BaseModel, ValidationError

from openai_landscape.use import ACTIVITIES, Grant, Licensee, TargetFacts, Use
from openai_landscape.use.use import ImprovedModel

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Path: TypeAlias = tuple[str | int, ...]

_PARTS: Final[Mapping[str, type[BaseModel]]] = {
    "licensee": Licensee,
    "improved_model": ImprovedModel,
    "grants": Grant,
    "per_target": TargetFacts,
}
"""What the parts of a use are that are objects themselves."""

_WRITE: Final = {
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "dict_type": "write an object, {…}",
    "mapping_type": "write an object, {…}",
    "model_attributes_type": "write an object, {…}",
    "model_type": "write an object, {…}",
    "string_type": 'write text, "…"',
    "tuple_type": "write a list, […]",
}
"""What would be right where something is of the wrong kind."""

_FEW: Final = 12


def told(error: Exception) -> list[str]:
    """Return the lines that say what is wrong."""
    if isinstance(error, OSError) and error.filename is not None:
        return [f"{error.filename}: {(error.strerror or str(error)).lower()}"]
    return str(error).splitlines() or [type(error).__name__]


def use_faults(error: ValidationError, data: object) -> list[tuple[Path, str]]:
    """Return what is wrong with *data*, a use that was refused: each fault at its path, in words."""
    return [_fault(detail, data) for detail in error.errors(include_url=False)]


def written(path: Path) -> str:
    """Return *path* as messages write it.

    >>> written(("licensee", "monthly_active_users", "2024-3")), written(("grants", 0, "terms"))
    ('use.licensee.monthly_active_users["2024-3"]', 'use.grants[0].terms')
    """
    return "use" + "".join(map(_step, path))


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isidentifier() else f'["{step}"]'


def _fault(detail: ErrorDetails, data: object) -> tuple[Path, str]:
    path = _path(detail["loc"], data, missing=detail["type"] == "missing")
    return path, _message(detail, path)


def _path(loc: Sequence[str | int], data: object, *, missing: bool) -> Path:
    """Return *loc* without the steps that only say which form of a figure was tried."""
    steps: list[str | int] = []
    for number, step in enumerate(loc):
        if _has(data, step):
            data = data[step]  # type: ignore[index]  # _has has seen that it is a mapping or a list
        elif not (missing and number == len(loc) - 1):
            continue
        steps.append(step)
    return tuple(steps)


def _has(data: object, step: str | int) -> bool:
    if isinstance(data, Mapping):
        return step in data
    return isinstance(data, list | tuple) and isinstance(step, int) and step < len(data)


def _message(detail: ErrorDetails, path: Path) -> str:
    kind, found = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        return _no_such_key(path)
    if kind == "missing":
        return "not given; write it" if path != ("activities",) else f"not given; name one of {', '.join(ACTIVITIES)}"
    if kind == "too_short":
        return "empty; write at least one, or leave it out"
    if kind == "literal_error":
        return one_of(found, re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", ""))))
    if kind in _WRITE:
        return f"{found!r:.60}: {_WRITE[kind]}"
    said = detail["msg"].removeprefix("Value error, ")
    return said if said != detail["msg"] else f"{found!r:.60}: {said[:1].lower()}{said[1:]}"


def one_of(found: object, words: Sequence[str]) -> str:
    """Return that *found* is none of *words*, with all of them, or with the nearest where they are many.

    >>> one_of("comercial", ["research", "commercial"])
    "'comercial': none of its values; write one of research, commercial"
    """
    near = difflib.get_close_matches(str(found), words, n=3, cutoff=0.5)
    if len(words) <= _FEW or not near:
        return f"{found!r}: none of its values; write one of {', '.join(words)}"
    return f"{found!r}: none of its values; nearest: {', '.join(near)}"


def _no_such_key(path: Path) -> str:
    kind: type[BaseModel] = Use if len(path) == 1 else _PARTS.get(str(path[0]), Use)
    key, names = str(path[-1]), list(kind.model_fields)
    near = [name for name in names if key == _initials(name)] or difflib.get_close_matches(key, names, 1, 0.5)
    return f"no such key; perhaps {near[0]!r}" if near else f"no such key; write one of {', '.join(names)}"


def _initials(name: str) -> str:
    """The short form that people give a name of several words.

    >>> _initials("monthly_active_users")
    'mau'
    """
    return "".join(word[0] for word in name.split("_"))
