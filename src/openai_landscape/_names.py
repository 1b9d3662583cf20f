"""Names that a package offers and brings in on first use (PEP 562), so that a question costs only what it touches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping


def on_first_use(
    package: str, homes: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the `__getattr__` and the `__dir__` of *package*.

    Args:
        package: The package's own name.
        homes: The names that each module holds, by the module's name below *package*.
    """
    home = {name: f"{package}.{module}" for module, names in homes.items() for name in names}

    def get(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        __import__(home[name])
        value: object = getattr(sys.modules[home[name]], name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *home})

    return get, names
