"""Assessments made by hand: of the seeds' claims, in seeds.assessments.jsonl, and those beside the checkout.

A line is what `check_claims.py` beside the checkout reads: a claim, every status that a careful reader could defend,
and why. Of what somebody is quoted to say only the first words are kept.
"""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from openai_landscape import Claim, check

SEEDS: Final = [
    json.loads(line)
    for line in (Path(__file__).parent / "seeds.assessments.jsonl").read_text(encoding="utf-8").splitlines()
]


def folded(text: str) -> str:
    """Letters and digits alone."""
    return "".join(char for char in text.casefold() if char.isalnum())


@pytest.mark.parametrize("case", SEEDS, ids=[case["id"] for case in SEEDS])
def test_the_seeds_claims_are_assessed_as_argued(case: dict[str, Any]) -> None:
    assert case["why"]
    assert check(Claim.model_validate(case["claim"])).status.value in case["expect"]["status"], case["text"]


def test_every_claim_of_the_seeds_is_argued(shared: Path) -> None:
    gold = [json.loads(line) for line in (shared / "claims" / "seeds.gold.jsonl").read_text("utf-8").splitlines()]
    wanted = [(each["file"][:3], each["predicate"], each["subject"]) for each in gold if not each.get("optional")]

    assert [
        (each["id"][:3], each["claim"]["predicate"], each["claim"]["subject"]["mention"]) for each in SEEDS
    ] == wanted


def test_every_assessment_is_one_that_a_careful_reader_could_defend(shared: Path) -> None:
    wrong = []
    for line in (shared / "claims" / "assessments.dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = check(Claim.model_validate(case["claim"]))
        said = folded(json.dumps([found.model_dump(mode="json")["reasons"], found.correction], ensure_ascii=False))
        mentioned = all(folded(word) in said for word in case["expect"].get("mentions", []))
        if found.status.value not in case["expect"]["status"] or not mentioned:
            wrong.append((case["id"], found.status.value))

    assert not wrong
