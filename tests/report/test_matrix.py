"""The table's answers are the evaluator's own, for every number of users."""

from __future__ import annotations

import json
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.catalogue import catalog
from openai_landscape.entities import License
from openai_landscape.evaluation import evaluate, frontier
from openai_landscape.report._matrix import Cell, Matrix, matrix
from openai_landscape.report._questions import QUESTIONS, USERS

TARGETS: Final = ("llama-3", "llama-2", "qwen2.5-72b", "deepseek-r1", "kimi-k2", "minimax-m2", "llama-1-7b", "gpt-2")

THRESHOLDS: Final = (0, 1, 99_999_999, 100_000_000, 100_000_001, 699_999_999, 700_000_000, 700_000_001)


@pytest.fixture(scope="module")
def table() -> Matrix:
    return matrix([catalog().models[id_] for id_ in TARGETS], catalog())


def answer(table: Matrix, cell: Cell, users: int) -> tuple[str, str, str]:
    found = table.answers[cell.at(users)]
    return found.outcome, found.clause, found.grounds


def outcome(target: str, column: int, users: int) -> str:
    question = QUESTIONS[column]
    asked = users if question.users is None else question.users
    use = question.use.evolve(licensee=question.use.licensee.evolve(monthly_active_users=asked))
    return evaluate(catalog().models[target], use).outcome.value


@given(
    st.sampled_from(range(len(TARGETS))),
    st.sampled_from(range(len(QUESTIONS))),
    st.sampled_from(THRESHOLDS) | st.integers(min_value=0, max_value=10**11),
)
def test_a_cell_answers_as_the_evaluator_does(table: Matrix, row: int, column: int, users: int) -> None:
    cell = table.rows[row].cells[column]

    assert table.rows[row].id == TARGETS[row]
    assert table.answers[cell.at(users)].outcome == outcome(TARGETS[row], column, users)


@pytest.mark.parametrize("target", TARGETS)
def test_the_pieces_are_those_of_the_frontier(table: Matrix, target: str) -> None:
    row = table.rows[TARGETS.index(target)]
    for cell in row.cells:
        if cell.question.users is None:
            for piece in frontier(catalog().models[target], cell.question.use, USERS):
                ends = [int(piece.interval.low), int(piece.interval.high or 10**12)]

                assert {table.answers[cell.at(users)].outcome for users in ends} == {piece.outcome.value}
                assert ends[0] == 0 or ends[0] in [step.low for step in cell.steps]


@pytest.mark.parametrize(
    ("users", "expected"),
    [
        (699_999_999, "permitted"),
        (700_000_000, "permitted"),  # section 2 says greater than: the number itself is within
        (700_000_001, "needs_agreement"),
    ],
)
def test_llama_3_turns_above_its_cap(table: Matrix, users: int, expected: str) -> None:
    cell = table.rows[0].cells[2]

    assert answer(table, cell, users)[0] == expected
    assert table.thresholds() == (100_000_001, 700_000_001)


def test_a_cell_names_the_clause_that_decides(table: Matrix) -> None:
    cell = table.rows[0].cells[2]

    assert answer(table, cell, 1)[1] == "llama-3-community 1.a"
    assert answer(table, cell, 10**9)[1] == "llama-3-community 2"
    assert "must ask Meta for a licence" in answer(table, cell, 10**9)[2]


def test_grounds_hold_for_every_number_of_their_piece(table: Matrix) -> None:
    for row in table.rows:
        for cell in row.cells:
            if cell.question.users is None:
                for step in cell.steps:
                    assert f"the undated figure, {step.low:,}" not in table.answers[step.answer].grounds


def test_a_duty_that_begins_at_a_number_begins_a_piece() -> None:
    mit = catalog().license("mit")
    badge = {
        "id": "badge",
        "kind": "duty",
        "activities": ["embed"],
        "when": {"fact": "licensee.monthly_active_users", "window": "present", "ge": 1000},
        "asks": "display",
        "summary": "Show a badge from a thousand users on.",
        "citation": mit.terms[0].citation.model_dump(),
    }
    licence = License.model_validate({**mit.model_dump(), "id": "badged", "terms": [*mit.model_dump()["terms"], badge]})
    found = matrix([licence], catalog().extend(licence))
    cell = found.rows[0].cells[2]

    assert [step.low for step in cell.steps] == [0, 1000]
    assert ["Show a badge" in answer(found, cell, users)[2] for users in (0, 999, 1000, 1001)] == [
        False,
        False,
        True,
        True,
    ]
    assert {answer(found, cell, users)[0] for users in (999, 1000)} == {"permitted"}


def test_a_family_whose_models_differ_gives_way_to_its_models() -> None:
    found = matrix([catalog().models["falcon-family"]], catalog())

    assert {"falcon-180b", "falcon-7b"} <= {row.id for row in found.rows}
    assert "falcon-family" not in {row.id for row in found.rows}


def test_what_has_no_licence_on_record_is_named_and_not_asked_about() -> None:
    found = matrix([catalog().models["gpt-4"], catalog().models["deepseek-r1"]], catalog())

    assert found.unrecorded == ["GPT-4"]
    assert [row.id for row in found.rows] == ["deepseek-r1"]


def test_a_target_is_asked_about_once() -> None:
    models = catalog().models
    found = matrix([models["falcon-180b"], models["falcon-family"], models["falcon-180b"]], catalog())

    assert [row.id for row in found.rows].count("falcon-180b") == 1


def test_the_scripts_data_is_the_table(table: Matrix) -> None:
    data = json.loads(json.dumps(table.data()))

    for name, steps in data["cells"].items():
        row, column = map(int, name.split("-"))
        cell = table.rows[row].cells[column]

        assert steps == [[step.low, step.answer] for step in cell.steps]
        assert steps[0][0] == 0
    assert [each[0] for each in data["answers"]] == [each.outcome for each in table.answers]
