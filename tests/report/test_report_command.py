"""`openai-landscape report` writes the page, and says what is wrong where it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from openai_landscape.cli import run
from openai_landscape.reading import read_source
from openai_landscape.report import render

ARTICLE: Final = "Meta released Llama 3 under the MIT license. Llama 3 is open source."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "<b>article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def test_the_page_is_written(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.html"

    assert run(["report", str(article), "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == render([read_source(article)])
    assert capsys.readouterr().out.startswith(f"{target}: texts: 1, claims: ")


def test_json_says_what_the_page_holds(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.html"

    assert run(["report", str(article), str(article), "-o", str(target), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)

    assert told["output"] == str(target)
    assert told["texts"] == 2
    assert told["claims"] == sum(told["statuses"].values()) > 0
    assert list(told["statuses"]) == ["contradicted", "outdated", "imprecise", "unverifiable", "supported"]


def test_a_dash_writes_to_standard_output(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(article), "-o", "-"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report", "missing.txt", "-o", "page.html"], "missing.txt"),
        (["report"], "missing option '-o'"),
    ],
)
def test_bad_usage_is_told(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err.casefold()


def test_a_folder_that_is_not_there_is_told(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "none" / "page.html"

    assert run(["report", str(article), "-o", str(target)]) == 2
    assert capsys.readouterr().err == f"openai-landscape: {target}: no such file or directory\n"
