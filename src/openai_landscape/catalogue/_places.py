"""Documents read with the place of everything in them, so that a fault can be shown where it stands."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from typing_extensions import override

Data: TypeAlias = object
"""What JSON can hold: None, bool, int, float, str, and lists and dicts of them."""

Path: TypeAlias = tuple[str | int, ...]


class Place(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


class Fault(NamedTuple):
    """One thing that is wrong: in which file and where, at which path of the data, and what would be right."""

    file: str | None
    place: Place | None
    path: str
    message: str

    @override
    def __str__(self) -> str:
        at = ":".join(str(part) for part in (self.file, *(self.place or ())) if part is not None)
        return ": ".join(part for part in (at, self.path, self.message) if part)


class EntryError(ValueError):
    """Entries that cannot be taken into the catalogue; `faults` holds everything that is wrong with them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    @override
    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class Document(NamedTuple):
    """Data, where it comes from, and the place of each value and of each key by path."""

    data: Data
    file: str | None
    values: dict[Path, Place]
    keys: dict[Path, Place]
    faults: tuple[Fault, ...] = ()

    def place(self, path: Path, *, key: bool = False) -> Place | None:
        """Return where *path* stands, or the nearest thing around it that stands anywhere."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path)

    def fault(self, path: Path, message: str, *, key: bool = False) -> Fault:
        """Return a fault at *path*."""
        return Fault(self.file, self.place(path, key=key), written(path), message)


def written(path: Path) -> str:
    """Return *path* as messages write it.

    >>> written(("terms", 3, "when"))
    'terms[3].when'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
