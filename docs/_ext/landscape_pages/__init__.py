"""What the documents take from the code when they are built: the licences' pages, and what each command says of itself.

Nothing of it is kept in the repository.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Have the licences' pages written before Sphinx looks for documents, and the markers filled in as it reads."""
    app.connect("builder-inited", _write_licenses)
    app.connect("source-read", _fill_in)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write_licenses(app: Sphinx) -> None:
    from openai_landscape.catalogue import catalog

    from .licenses import FOLDER, write

    write(Path(app.srcdir) / FOLDER, catalog())


def _fill_in(app: Sphinx, name: str, source: list[str]) -> None:
    del app, name
    from .commands import MARKER, filled

    # doctest wants an empty line between what is printed and the fence; a reader does not
    source[0] = source[0].replace("\n\n```\n", "\n```\n")
    if MARKER.search(source[0]):
        source[0] = filled(source[0])
