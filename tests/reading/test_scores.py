"""The reader against the gold annotations that stand beside the checkout: what it has reached, it keeps."""

from pathlib import Path
from typing import Final

import pytest

from reading.scoring import Row, figures, gold, predicted, scorer, texts_of

ASIDE: Final = frozenset({"008.txt", "020.txt", "036.txt", "054.txt"})
"""The development articles that were kept aside while rules were written."""


@pytest.fixture(scope="module")
def found(shared: Path) -> list[Row]:
    return predicted([*texts_of(shared / "seeds"), *texts_of(shared / "claims" / "dev" / "articles")])


def test_the_seeds_are_read(shared: Path, found: list[Row]) -> None:
    reached = figures(scorer(shared), gold(shared / "claims" / "seeds.gold.jsonl"), found)

    assert reached["precision"] >= 0.93
    assert reached["recall"] >= 0.80


def test_the_development_articles_are_read(shared: Path, found: list[Row]) -> None:
    reached = figures(scorer(shared), gold(shared / "claims" / "dev" / "gold.jsonl"), found)

    assert reached["precision"] >= 0.93
    assert reached["recall"] >= 0.67


@pytest.mark.parametrize("language", ["de", "nl", "en"])
def test_each_language_is_read_with_care(shared: Path, found: list[Row], language: str) -> None:
    rows = gold(shared / "claims" / "dev" / "gold.jsonl", lambda row: row["language"] == language)

    assert figures(scorer(shared), rows, found)["precision"] >= 0.90


def test_articles_kept_aside_are_read(shared: Path, found: list[Row]) -> None:
    reached = figures(
        scorer(shared), gold(shared / "claims" / "dev" / "gold.jsonl", lambda row: row["file"] in ASIDE), found
    )

    assert reached["precision"] >= 0.80
    assert reached["recall"] >= 0.37
