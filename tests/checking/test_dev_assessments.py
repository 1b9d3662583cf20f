"""The assessments made by hand beside the checkout."""

import json
from pathlib import Path

from openai_landscape import Claim, check


def folded(text: str) -> str:
    """Letters and digits alone."""
    return "".join(char for char in text.casefold() if char.isalnum())


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
