"""A document's examples run in a folder of their own, beside the files that the document shows."""

from pathlib import Path

import pytest

from documents import write_files


@pytest.fixture(autouse=True)
def _beside_its_files(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.path.suffix == ".md":
        write_files(request.node.path.read_text(encoding="utf-8"), tmp_path)
        monkeypatch.chdir(tmp_path)
