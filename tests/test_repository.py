"""What holds for every file here: small pieces, nothing waved through without a reason, nothing of one machine."""

import ast
import inspect
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest

import openai_landscape
from shared_material import ROOT

FOLDERS: Final = (".ci", "docs", "src", "tests")
GENERATED: Final = frozenset({"__pycache__", "_build"})
MOST_LINES_OF_A_FILE: Final = 500
MOST_LINES_OF_A_FUNCTION: Final = 60
MOST_WORDS_OF_A_LICENCE: Final = 21
MOST_WORDS_OF_AN_ARTICLE: Final = 5

A_MACHINE: Final = re.compile(r"(?<![\w.])/(?:farm|home|root|tmp|Users|work)/")
WAVED_THROUGH: Final = re.compile(r"#\s*(?:type:\s*ignore(?:\[[\w, -]+\])?|noqa(?::\s*[\w, ]+)?|pragma: no cover)\s*$")
LEFT_OUT: Final = re.compile(r"(?:pytest|mark|unittest)\.(?:skip|xfail)|import[o]rskip|SkipTes[t]")
UNFINISHED: Final = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|NotImplementedError")


def files() -> Iterator[Path]:
    """Every file of the repository but the seeds and what a tool made."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and not GENERATED & set(path.parts))


FILES: Final = sorted(files())
PYTHON: Final = [path for path in FILES if path.suffix == ".py"]
SOURCES: Final = [path for path in PYTHON if path.is_relative_to(ROOT / "src")]
TESTS: Final = [path for path in PYTHON if path.is_relative_to(ROOT / "tests")]


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Each line of *paths* that *pattern* occurs in, with its place."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_bytes())
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_source_file_is_long() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{function.lineno}: {function.name} has {length(function)} lines"
        for path in SOURCES
        for function in functions(path)
        if length(function) > MOST_LINES_OF_A_FUNCTION
    ]

    assert long == []


def test_whatever_is_waved_through_has_its_reason_beside_it() -> None:
    assert lines_with(WAVED_THROUGH, PYTHON) == []


def test_no_test_is_left_out() -> None:
    assert lines_with(LEFT_OUT, TESTS) == []


def test_no_source_is_unfinished() -> None:
    assert lines_with(UNFINISHED, SOURCES) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert lines_with(A_MACHINE, FILES) == []


@pytest.mark.parametrize(
    ("pattern", "line"),  # joined from pieces where this file must not hold the line itself
    [
        (WAVED_THROUGH, "x = y  # type: ignore[assignment]"),
        (WAVED_THROUGH, "import x  # noqa: F401"),
        (WAVED_THROUGH, "else:  # pragma: no cover"),
        (LEFT_OUT, ".".join(["@pytest", "mark", "skip"])),
        (LEFT_OUT, ".".join(["pytest", "xfail('some day')"])),
        (UNFINISHED, "# TODO: the rest"),
        (UNFINISHED, "raise NotImplementedError"),
        (A_MACHINE, "/".join(["see ", "root", "notes.txt"])),
    ],
)
def test_a_pattern_sees_what_it_is_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (WAVED_THROUGH, "x = y  # type: ignore[assignment]  # the stubs lag behind"),
        (A_MACHINE, "docs/work/notes.txt and ../work/notes.txt"),
    ],
)
def test_a_pattern_lets_pass_what_is_fine(pattern: re.Pattern[str], line: str) -> None:
    assert not pattern.search(line)


def test_every_public_name_says_what_it_is() -> None:
    public = {name: getattr(openai_landscape, name) for name in openai_landscape.__all__}
    described = {name: value for name, value in public.items() if inspect.isclass(value) or inspect.isroutine(value)}

    assert described
    assert [name for name, value in described.items() if not (value.__doc__ or "").strip()] == []


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str, length: int) -> Iterator[str]:
    """Each run of *length* words in *text*."""
    found = words(text)
    yield from (" ".join(found[start : start + length]) for start in range(len(found) - length + 1))


def prescribed() -> Iterator[str]:
    """The words that a licence obliges people to display: they carry over whole, however long they are."""
    for path in sorted((ROOT / "src" / "openai_landscape" / "data" / "licenses").glob("*.json")):
        for term in json.loads(path.read_text(encoding="utf-8"))["terms"]:
            yield from term.get("words", ())


def carried_over(originals: list[Path], most: int, allowed: Iterable[str] = ()) -> list[str]:
    """Where the package holds more than *most* words in a row of one of the texts of others."""
    known = {run for original in originals for run in runs(original.read_text(encoding="utf-8"), most + 1)}
    known -= {run for words_ in allowed for run in runs(words_, most + 1)}
    package = [path for path in FILES if path.is_relative_to(ROOT / "src")]
    return [
        f"{path.relative_to(ROOT)}: {run}"
        for path in package
        for run in runs(path.read_text(encoding="utf-8"), most + 1)
        if run in known
    ]


def test_the_package_holds_no_licence_text(shared: Path) -> None:
    originals = sorted((shared / "licenses" / "texts").glob("*.txt"))

    assert originals
    assert carried_over(originals, MOST_WORDS_OF_A_LICENCE, prescribed()) == []


def test_the_package_holds_no_words_of_an_article(shared: Path) -> None:
    originals = sorted((shared / "claims" / "dev" / "articles").glob("*.txt"))

    assert originals
    assert carried_over([*originals, *(ROOT / "seeds").glob("*.txt")], MOST_WORDS_OF_AN_ARTICLE) == []
