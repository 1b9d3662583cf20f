"""The floors hold, importing costs three packages, and nothing reads a clock or a network."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from typing import Final

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from shared_material import ROOT

SOURCES: Final = sorted((ROOT / "src").rglob("*.py"))

BARE: Final = ("attrs", "pydantic", "typing-extensions")

# The tree's own package, whatever else this environment has installed under its name.
LOADED: Final = """
import json, sys
before = set(sys.modules)
sys.path.insert(0, sys.argv[1])
import openai_landscape
print(json.dumps(sorted(set(sys.modules) - before)))
"""

NETWORK: Final = frozenset(
    {"aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket"}
    | {"socketserver", "ssl", "urllib", "urllib3", "webbrowser", "xmlrpc"}
)
CHANCE: Final = frozenset({"random", "secrets", "uuid"})
CLOCK: Final = frozenset({"time", "sched", "timeit"})
READS_A_CLOCK: Final = frozenset({"today", "now", "utcnow"})


def with_what_they_require(distributions: tuple[str, ...]) -> set[str]:
    """*distributions* and whatever they need here without an extra, by canonical name."""
    found: set[str] = set()
    ahead = list(distributions)
    while ahead:
        name = canonicalize_name(ahead.pop())
        if name not in found:
            found.add(name)
            needed = [Requirement(line) for line in requires(name) or ()]
            ahead += [each.name for each in needed if each.marker is None or each.marker.evaluate({"extra": ""})]
    return found


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The top-level modules that `import openai_landscape` brings in."""
    command = [sys.executable, "-I", "-c", LOADED, str(ROOT / "src")]
    ran = subprocess.run(command, capture_output=True, check=True, text=True)
    return {name.split(".")[0] for name in json.loads(ran.stdout)}


def test_modules_import_only_from_floors_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_importing_needs_three_packages_alone(loaded: set[str]) -> None:
    allowed = with_what_they_require(BARE)
    owners = packages_distributions()
    foreign = {
        module
        for module in loaded - set(sys.stdlib_module_names) - {"openai_landscape"}
        if not {canonicalize_name(owner) for owner in owners.get(module, ())} & allowed
    }

    assert foreign == set()


def test_importing_leaves_the_extras_alone(loaded: set[str]) -> None:
    extras = {"click", "hypothesis", "jinja2", "license_expression", "rapidfuzz", "rich", "ruamel"}

    assert loaded & extras == set()


def imported_modules(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def clock_reads(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in READS_A_CLOCK:
            yield node.lineno, f".{node.attr}"


def impurities(code: str) -> list[str]:
    """Where *code* names a clock, a network or chance."""
    tree = ast.parse(code)
    imports = [
        (line, name)
        for line, name in imported_modules(tree)
        if name.split(".")[0] in NETWORK | CLOCK | CHANCE and not name.startswith("urllib.parse")
    ]
    return [f"{line}: {name}" for line, name in [*imports, *clock_reads(tree)]]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_source_names_a_clock_a_network_or_chance(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "from time import time",
        "import datetime\ndatetime.date.today()",
        "from datetime import datetime as moment\nmoment.now()",
        "def f():\n    import random",
    ],
)
def test_an_impurity_is_seen(code: str) -> None:
    assert impurities(code) != []
