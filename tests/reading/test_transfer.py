"""What is read does not hang on names or order: invented names and shuffled paragraphs are read as well."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from openai_landscape.entities import Claim, Language
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source
from reading.known_names import BOOK
from reading.scoring import Row, figures, gold, predicted, scorer, texts_of

_FOLDER: Final = Path(__file__).parent / "corpora"
_INVENTED: Final = {"Foo-7B": "Zephon-13B", "Foo-Chat": "Quorra-Chat", "Erika Muster": "Berta Klamm"}


def _claims(language: Language, text: str) -> list[Claim]:
    return [read.claim for read in readings(read_source(text, id="text", language=language), BOOK)]


def _shape(claim: Claim) -> tuple[str, str, str]:
    return claim.predicate.value, claim.polarity, claim.rule or ""


@pytest.mark.parametrize("language", ["de", "nl", "en"])
def test_invented_names_are_read_like_any_other(language: Language) -> None:
    corpora = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob(f"{language}*.toml"))]
    for sentence in (sentence for corpus in corpora for sentences in corpus.values() for sentence in sentences):
        renamed = sentence
        for name, invented in _INVENTED.items():
            renamed = renamed.replace(name, invented)
        if renamed != sentence:
            before, after = _claims(language, sentence), _claims(language, renamed)
            assert [_shape(claim) for claim in after] == [_shape(claim) for claim in before], renamed
            assert not any(name in claim.model_dump_json() for claim in after for name in _INVENTED), renamed


def _shuffled(text: str) -> str:
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    head, body = paragraphs[:1], paragraphs[1:]
    return "\n\n".join(head + body[1::2] + body[::2])


def _found_by_words(rows: list[Row], text: str) -> list[Row]:
    """Return the gold *rows* with their evidence where the same words stand in *text*."""
    placed = []
    for row in rows:
        evidence = row["evidence"]
        first = evidence[0] if isinstance(evidence, list) else evidence
        quote = str(first["quote"]) if isinstance(first, dict) else ""
        start = text.find(quote)
        if quote and start >= 0:
            placed.append({**row, "evidence": {"start": start, "end": start + len(quote), "quote": quote}})
    return placed


def test_paragraphs_in_another_order_are_read_as_well(shared: Path) -> None:
    score = scorer(shared)
    rows = gold(shared / "claims" / "seeds.gold.jsonl") + gold(shared / "claims" / "dev" / "gold.jsonl")
    texts = [*texts_of(shared / "seeds"), *texts_of(shared / "claims" / "dev" / "articles")]
    moved = [(name, _shuffled(text)) for name, text in texts]
    there = [row for name, text in moved for row in _found_by_words([r for r in rows if r["file"] == name], text)]
    here = [row for row in rows if any(r["file"] == row["file"] and r["subject"] == row["subject"] for r in there)]

    before = figures(score, here, predicted(texts))["f1"]
    after = figures(score, there, predicted(moved))["f1"]

    assert after >= before - 0.05


_MAKERS: Final = {"DeepSeek": "Nordlicht", "Deepseek": "Nordlicht", "Mistral": "Zephyria", "Moonshot": "Sternwart"}


def test_invented_makers_and_models_are_read_as_well(shared: Path) -> None:
    score = scorer(shared)
    texts = texts_of(shared / "claims" / "dev" / "articles")
    rows = gold(shared / "claims" / "dev" / "gold.jsonl")
    names = re.compile("|".join(_MAKERS))

    def renamed(text: str) -> str:
        return names.sub(lambda match: _MAKERS[match[0]], text)

    there: list[Row] = []
    for name, text in texts:
        other = renamed(text)
        for row in (row for row in rows if row["file"] == name):
            changed = {key: _renamed_in(value, renamed) for key, value in row.items()}
            there += _found_by_words([changed], other)
    before = figures(score, rows, predicted(texts))["f1"]
    after = figures(score, there, predicted([(name, renamed(text)) for name, text in texts]))["f1"]

    assert after >= before - 0.05


def _renamed_in(value: object, renamed: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return renamed(value)
    if isinstance(value, list):
        return [_renamed_in(item, renamed) for item in value]
    if isinstance(value, dict):
        return {key: _renamed_in(item, renamed) for key, item in value.items()}
    return value
