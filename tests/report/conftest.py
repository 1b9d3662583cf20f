"""Claims made by hand, so that the page is tested apart from the reader and the checker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from openai_landscape.checking import Assessment
from openai_landscape.entities import Claim, Source
from openai_landscape.report import Text
from openai_landscape.report._texts import texts

Told: TypeAlias = tuple[str, str, dict[str, object]]
"""The words that a claim rests on, its status, and its parts."""


def assessment(source: Source, words: str, status: str, **parts: object) -> Assessment:
    """A claim that rests on *words*, which must stand in the source, and what became of it."""
    start = source.text.index(words)
    claim = {
        "predicate": "openness",
        "subject": {"mention": "Llama 3", "entity": "llama-3", "name": "Llama 3"},
        "object": "open_source",
        "evidence": [source.evidence(start, start + len(words)).model_dump()],
        **parts,
    }
    reason = {
        "kind": "clause",
        "text": "Section 2 reserves rights above 700 million users.",
        "license": "llama-3-community",
        "clause": "2",
    }
    right = None if status == "supported" else "Llama 3's weights are open, under terms."
    return Assessment.model_validate(
        {"claim": Claim.model_validate(claim), "status": status, "reasons": [reason], "correction": right}
    )


@pytest.fixture(scope="session")
def told() -> Callable[[Source, list[Told]], Text]:
    """Make a text of a source and the claims on its words."""

    def make(source: Source, claims: list[Told]) -> Text:
        (text,) = texts([(source, [assessment(source, words, status, **parts) for words, status, parts in claims])])
        return text

    return make
