"""The reference material that may stand beside the checkout: licence texts, gold claims, cases.

It is not part of the repository, and the suite must pass without it. A test that needs it asks for the fixture
`shared` (see conftest.py), which takes it out of the run where the folder is absent and counts it where it is there.
Use SHARED or `shared_files` only for what must be known at collection, such as the values of a parametrization.
"""

from pathlib import Path
from typing import Final


def find_shared(repository: Path) -> Path | None:
    """The folder `shared` beside *repository*, if there is one."""
    folder = repository.parent / "shared"
    return folder if folder.is_dir() else None


ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = find_shared(ROOT)


def shared_files(pattern: str) -> list[Path]:
    """The files below ../shared that match *pattern*, in order of their names; none where the folder is absent."""
    return [] if SHARED is None else sorted(SHARED.glob(pattern))
