"""The shared scorer, run on what the reader finds."""

import importlib.util
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

from openai_landscape.reading import parse_claims, read_source

Row = dict[str, object]
Figures = dict[str, float]


def scorer(shared: Path) -> ModuleType:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "claims" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predicted(texts: Iterable[tuple[str, str]]) -> list[Row]:
    """Return the claims of *texts*, each a file's name and its text, as the scorer reads them."""
    return [
        {**claim.model_dump(mode="json"), "file": name}
        for name, text in texts
        for claim in parse_claims(read_source(text, id=name))
    ]


def texts_of(folder: Path) -> list[tuple[str, str]]:
    """Return the texts of *folder*, by name."""
    return [(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def gold(path: Path, wanted: Callable[[Row], bool] = lambda _: True) -> list[Row]:
    """Return the rows of a gold file that are *wanted*."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if wanted(row)]


def figures(score: ModuleType, rows: list[Row], found: list[Row]) -> Figures:
    """Return precision, recall and F1 of *found* against *rows*."""
    files = {Path(str(row["file"])).name for row in rows}
    every = [row for row in found if row["file"] in files]
    must = [row for row in rows if not row.get("optional")]
    matched, excused = score.match(must, [row for row in rows if row.get("optional")], every)
    return dict(score.figures(len(matched), len(must), len(every) - len(excused)))
