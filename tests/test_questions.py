"""The questions read off the licence texts, each file's put to the catalogue; and those beside the checkout.

A line: `{"id", "question", "target", "use", "expect", "why"}`; `expect` holds `outcome` (or all that a careful reader
could defend), and may hold `clauses` (of "2/3" one suffices), `words` and `no_words` (of duties), `unknown` (of "a/b"
one suffices) and `settled`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from openai_landscape import Use, evaluate
from openai_landscape.catalogue import catalog
from shared_material import ROOT

FOLDER: Final = ROOT / "tests" / "questions"
FILES: Final = sorted(FOLDER.glob("*.jsonl"))
ENCODED: Final = [path for path in FILES if path.stem in catalog().licenses]

Case = dict[str, Any]


Answer = dict[str, Any] | str
"""A verdict's JSON, or why the question was refused."""


def cases(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@cache
def answered(path: Path) -> list[tuple[Case, Answer]]:
    """Each case of a file with its answer."""
    return [(case, answer(case)) for case in cases(path)]


def answer(case: Case) -> Answer:
    try:
        return evaluate(case["target"], Use.model_validate(case["use"])).model_dump(mode="json")
    except (LookupError, ValueError) as error:
        return f"refused: {error}"


def outcomes(case: Case) -> list[str]:
    wanted = case["expect"]["outcome"]
    return wanted if isinstance(wanted, list) else [wanted]


def section(text: str) -> str:
    """The clause in one spelling: 'Section 1.b.v', '§ 1(b)(v)' and '1 b v' are 1.b.v; 'AUP 2' is aup.2."""
    bare = re.sub(r"(?i)\b(section|sec\.|clause|article|art\.|paragraph|para\.)|§", " ", text)
    return ".".join(re.findall(r"[a-z]+|\d+", bare.casefold()))


def cited(verdict: dict[str, Any]) -> set[str]:
    live = [found for found in verdict["findings"] if found["truth"] is not False]
    return {section(each["clause"]) for each in (*live, *verdict["duties"], *verdict["ambiguities"])}


def cites(found: Iterable[str], wanted: str) -> bool:
    return any(
        clause == each or clause.startswith(f"{each}.") for each in map(section, wanted.split("/")) for clause in found
    )


def faults(expect: Case, verdict: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the answer beside its outcome."""
    found = cited(verdict)
    for clause in expect.get("clauses", ()):
        if not cites(found, clause):
            yield f"clause {clause} is not cited (cited: {', '.join(sorted(found)) or 'none'})"
    texts = [duty["text"] for duty in verdict["duties"]]
    yield from (f"no duty has the words {words!r}" for words in expect.get("words", ()) if not _said(words, texts))
    certain = [duty["text"] for duty in verdict["duties"] if duty["truth"] is True]
    yield from (f"a duty has the words {words!r}" for words in expect.get("no_words", ()) if _said(words, certain))
    facts = {fact.partition("[")[0] for fact in verdict["unknown"]}
    yield from (f"does not depend on {fact}" for fact in expect.get("unknown", ()) if not facts & set(fact.split("/")))
    yield from (f"depends on {fact}" for fact in expect.get("settled", ()) if fact in facts)


def _said(words: str, texts: Iterable[str]) -> bool:
    return any(words in text for text in texts)


def told(case: Case, verdict: Answer) -> Iterator[str]:
    """The faults of one answer, each a line that names the question."""
    asked = f"{case['id']}: {case['question']}"
    if isinstance(verdict, str):
        yield f"{asked} -- {verdict}"
        return
    wanted, found = outcomes(case), verdict["outcome"]
    wrong = [] if found in wanted else [f"{found}, expected {' or '.join(wanted)}"]
    yield from (f"{asked} -- {fault}" for fault in (*wrong, *faults(case["expect"], verdict)))


def unsafe(case: Case, verdict: Answer) -> bool:
    """Whether the answer is "permitted" where the text does not bear it out: the worst fault."""
    return not isinstance(verdict, str) and verdict["outcome"] == "permitted" and "permitted" not in outcomes(case)


@pytest.mark.parametrize("path", ENCODED, ids=lambda path: path.stem)
def test_every_question_about_a_licence_is_answered_as_its_text_says(path: Path) -> None:
    assert [fault for asked in answered(path) for fault in told(*asked)] == []


@pytest.mark.parametrize("path", ENCODED, ids=lambda path: path.stem)
def test_no_answer_permits_what_the_text_does_not(path: Path) -> None:
    assert [case["id"] for case, verdict in answered(path) if unsafe(case, verdict)] == []


def test_every_licence_has_questions_and_every_question_a_licence() -> None:
    asked = {path.stem for path in FILES}

    assert asked == set(catalog().licenses)


def test_no_two_questions_have_one_id() -> None:
    ids = [case["id"] for path in FILES for case in cases(path)]

    assert sorted(ids) == sorted(set(ids))


def test_the_questions_beside_the_checkout_are_answered(shared: Path) -> None:
    asked = answered(shared / "cases" / "dev.jsonl")

    assert asked
    assert [fault for each in asked for fault in told(*each)] == []
    assert [case["id"] for case, verdict in asked if unsafe(case, verdict)] == []


WRONG: Final = [
    ({"outcome": "permitted"}, "needs_agreement, expected permitted"),
    ({"outcome": "needs_agreement", "clauses": ["7"]}, "clause 7 is not cited"),
    ({"outcome": "needs_agreement", "words": ["Made with"]}, "no duty has the words 'Made with'"),
    ({"outcome": "needs_agreement", "no_words": ["Built with Meta Llama 3"]}, "a duty has the words"),
    ({"outcome": "needs_agreement", "unknown": ["purpose"]}, "does not depend on purpose"),
]


@pytest.mark.parametrize(("expect", "fault"), WRONG)
def test_a_wrong_answer_is_seen(expect: Case, fault: str) -> None:
    use = {"activities": ["embed"], "licensee": {"monthly_active_users": {"2024-03": 700_000_001}}}
    case = {"id": "x", "question": "may we?", "target": "llama-3-community", "use": use, "expect": expect}

    assert [line for line in told(case, answer(case)) if fault in line]
