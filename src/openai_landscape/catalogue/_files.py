"""The data files, one an entity: listed, read and validated when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, Generic, NoReturn, TypeVar

from pydantic_core import from_json
from typing_extensions import override

from openai_landscape.quantities.base import Value

E = TypeVar("E", bound=Value)

_SUFFIX: Final = ".json"


def data_root() -> Traversable:
    """Return the folder that holds the package's data."""
    return files("openai_landscape") / "data"


class Folder(Mapping[str, E], Generic[E]):
    """The entities of one folder by id, each read from its file on first use and kept.

    A mapping that cannot be changed: reading a file twice gives the same entity, so what is kept is no state.
    """

    def __init__(self, name: str, kind: type[E], root: Traversable | None = None) -> None:
        self.__dict__.update(_name=name, _kind=kind, _root=root, _read={})

    _name: str
    _kind: type[E]
    _root: Traversable | None
    _read: dict[str, E]

    @override
    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"the catalogue cannot be changed: {name!r}; extend() gives a new one")

    @cached_property
    def _files(self) -> dict[str, Traversable]:
        folder = (self._root or data_root()) / self._name
        found = folder.iterdir() if folder.is_dir() else ()
        return {
            file.name.removesuffix(_SUFFIX): file for file in sorted(found, key=_by_name) if file.name.endswith(_SUFFIX)
        }

    @override
    def __getitem__(self, key: str) -> E:
        if key not in self._read:
            self._read[key] = self._kind.model_validate_json(self._files[key].read_bytes())
        return self._read[key]

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._files

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    @override
    def __len__(self) -> int:
        return len(self._files)

    def raw(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Yield id and content of every file, parsed but not validated: what an index of names needs."""
        for key, file in self._files.items():
            yield key, from_json(file.read_bytes(), cache_strings="keys")


def _by_name(file: Traversable) -> str:
    return file.name
