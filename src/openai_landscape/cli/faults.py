"""Errors told to a person: one line each, with the place, what was found and what would be right."""

from __future__ import annotations

from pydantic import ValidationError


def told(error: Exception) -> list[str]:
    """Return the lines that say what is wrong."""
    if isinstance(error, ValidationError):
        return [_line(fault["loc"], fault["msg"]) for fault in error.errors(include_url=False)]
    if isinstance(error, OSError) and error.filename is not None:
        return [f"{error.filename}: {(error.strerror or str(error)).lower()}"]
    if isinstance(error, LookupError) and error.args:
        return [str(error.args[0])]
    return [str(error)]


def _line(place: tuple[int | str, ...], message: str) -> str:
    said = message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    if said == "Extra inputs are not permitted":
        said = "no such key"
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place if step not in _FORMS)
    lowered = said[:1].lower() + said[1:] if said[1:2].islower() else said
    return f"use{path}: {lowered}"


_FORMS = ("undated", "dated", "[key]")
"""Steps of pydantic's own that say which form of a figure was tried."""
