"""The pages that a build of the documents makes of the catalogue and of the commands."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

from documents import codes, table
from openai_landscape import License, catalog
from openai_landscape.cli.app import COMMANDS
from shared_material import ROOT

DOCS: Final = ROOT / "docs"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    return importlib.import_module("landscape_pages.licenses")


def test_a_licence_page_tells_every_term(pages: ModuleType) -> None:
    for license_ in catalog().licenses.values():
        page: str = pages.page(license_, catalog())
        rows = table(page, "| clause |  | term | in our words | activities | when |")

        assert sorted(codes(row[2])[0] for row in rows) == sorted(term.id for term in license_.terms)
        assert [text.id for text in license_.texts if text.sha256 not in page] == []
        assert [point.id for point in license_.ambiguities if f"- `{point.id}` (clause " not in page] == []


def test_a_cap_stands_on_its_page_as_the_clause_has_it(pages: ModuleType) -> None:
    page: str = pages.page(catalog().license("llama-3-community"), catalog())
    (cap,) = table(page, "| fact | counts | bound | measured | clause | then the clause |")

    assert cap[0] == "`licensee.monthly_active_users`"
    assert cap[2:4] == ["more than 700,000,000", "in 2024-03"]
    assert cap[5] == "reserves"


def test_markup_in_an_entry_stays_text(pages: ModuleType) -> None:
    data: dict[str, Any] = catalog().license("mit").model_dump(mode="json")
    hostile = "<b>*x*</b> | {{y}} `z` [a](b) $c$"
    data |= {"name": hostile, "notes": [hostile], "aliases": [hostile]}
    page: str = pages.page(License.model_validate(data), catalog())

    assert "<b>" not in page.replace("\\<b\\>", "")
    assert page.count("\\<b\\>\\*x\\*\\</b\\> \\| \\{\\{y\\}\\} \\`z\\` \\[a\\](b) \\$c\\$") == 3


def test_pages_are_written_once_and_strangers_go(pages: ModuleType, tmp_path: Path) -> None:
    stranger = tmp_path / "gone.md"
    stranger.write_text("", encoding="utf-8")

    pages.write(tmp_path, catalog())
    written = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    pages.write(tmp_path, catalog())

    assert set(written) == {"index.md", *(f"{id_}.md" for id_ in catalog().licenses)}
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == written


def test_a_document_takes_a_command_at_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    commands = importlib.import_module("landscape_pages.commands")

    filled: str = commands.filled((DOCS / "reference" / "cli.md").read_text(encoding="utf-8"))

    assert "<!-- help" not in filled
    assert [name for name in COMMANDS if f"Usage: openai-landscape {name}" not in filled] == []
