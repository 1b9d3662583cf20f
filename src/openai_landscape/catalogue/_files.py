"""The data files, one an entity: listed, read and validated when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from os import listdir
from pathlib import Path
from typing import Final, Generic, NoReturn, TypeVar

from pydantic_core import from_json
from typing_extensions import override

from openai_landscape.quantities.base import Value

E = TypeVar("E", bound=Value)

_SUFFIX: Final = ".json"


def data_root() -> Path:
    """Return the folder that holds the package's data."""
    return Path(__file__).parent.parent / "data"


class Folder(Mapping[str, E], Generic[E]):
    """The entities of one folder by id, each read from its file on first use and kept.

    A mapping that cannot be changed: reading a file twice gives the same entity, so what is kept is no state.
    `kind` returns the entities' class, which is not asked for before an entity is.
    """

    def __init__(self, name: str, kind: Callable[[], type[E]], root: Path | None = None) -> None:
        self.__dict__.update(_folder=(root or data_root()) / name, _kind=kind, _read={})

    _folder: Path
    _kind: Callable[[], type[E]]
    _read: dict[str, E]

    @override
    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"the catalogue cannot be changed: {name!r}; extend() gives a new one")

    @cached_property
    def _ids(self) -> dict[str, None]:
        # a dict, since a set would not keep the order
        names = listdir(self._folder) if self._folder.is_dir() else ()  # noqa: PTH208 - names are all that is needed
        return dict.fromkeys(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))

    def _bytes(self, key: str) -> bytes:
        # unbuffered: each file is read once and whole
        with open(f"{self._folder}/{key}{_SUFFIX}", "rb", buffering=0) as file:  # noqa: PTH123 - 400 path objects cost too much
            return file.read()

    @override
    def __getitem__(self, key: str) -> E:
        if key not in self._read:
            if key not in self._ids:
                raise KeyError(key)
            self._read[key] = self._kind().model_validate_json(self._bytes(key))
        return self._read[key]

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._ids

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    @override
    def __len__(self) -> int:
        return len(self._ids)

    def raw(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Yield id and content of every file, parsed but not validated: what an index of names needs."""
        for key in self._ids:
            yield key, from_json(self._bytes(key), cache_strings="keys")
