"""The lineage graph and the timeline draw what is on record, each thing in a place of its own."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Final

import pytest

from openai_landscape.catalogue import catalog
from openai_landscape.entities import Model, Source
from openai_landscape.report import Text
from openai_landscape.report._lineage import HEIGHT, WIDTH, graph
from openai_landscape.report._timeline import timeline
from report.conftest import Told

Make = Callable[[Source, list[Told]], Text]

SOURCE: Final = Source(id="a", text="LLaMA came out in May and leaked.", language="en", published="2023-06-01")


def models(*ids: str) -> list[Model]:
    return [catalog().models[id_] for id_ in ids]


@pytest.mark.parametrize("name", ["deepseek-r1-distill-llama-70b", "vicuna-v1.3", "llama-3.2-11b-vision", "tulu-3"])
def test_a_graph_holds_the_whole_lineage(name: str) -> None:
    drawn = graph(models(name), catalog())
    edges = {(edge.base.model.id, edge.node.model.id) for edge in drawn.edges}

    assert {(each.model.id, each.via) for each in catalog().lineage(name)} <= edges


def test_a_graph_holds_what_is_made_of_a_model() -> None:
    drawn = graph(models("deepseek-r1"), catalog())
    found = {(edge.base.model.id, edge.relation, edge.node.model.id) for edge in drawn.edges}

    assert ("deepseek-v3", "finetune", "deepseek-r1") in found
    assert ("deepseek-r1", "distilled from outputs", "deepseek-r1-distill") in found
    assert [node.model.id for node in drawn.nodes if node.named] == ["deepseek-r1"]


def test_a_family_is_joined_to_its_models_that_something_is_made_of() -> None:
    drawn = graph(models("llama-1"), catalog())
    found = {(edge.base.model.id, edge.relation, edge.node.model.id) for edge in drawn.edges}

    assert {("llama-1", "member", "llama-1-7b"), ("llama-1-7b", "finetune", "alpaca")} <= found


@pytest.mark.parametrize("name", ["llama-1", "llama-2", "llama-3.1", "deepseek-family", "mistral-family", "gpt-family"])
def test_bases_stand_left_and_nothing_covers_anything(name: str) -> None:
    drawn = graph(models(name, *catalog().models[name].members), catalog())

    assert all(edge.base.x + WIDTH < edge.node.x for edge in drawn.edges)
    for one, two in itertools.combinations(drawn.nodes, 2):
        assert abs(one.x - two.x) > WIDTH or abs(one.y - two.y) > HEIGHT
    assert all(node.x + WIDTH < drawn.width and node.y + HEIGHT < drawn.height for node in drawn.nodes)


def test_a_family_that_derives_from_its_own_model_is_drawn() -> None:
    own = catalog().extend(
        {
            "models": [
                {"id": "odd-1", "name": "Odd 1", "ancestry": "none", "family": "odd"},
                {
                    "id": "odd",
                    "name": "Odd",
                    "kind": "family",
                    "members": ["odd-1"],
                    "ancestry": "known",
                    "base_models": [{"model": "odd-1", "relation": "finetune"}],
                },
            ]
        }
    )
    drawn = graph([own.models["odd"], own.models["odd-1"]], own)

    assert [(edge.base.model.id, edge.node.model.id) for edge in drawn.edges] == [("odd-1", "odd")]


def test_a_model_without_recorded_relatives_has_no_graph() -> None:
    assert graph(models("bert"), catalog()).nodes == ()


def llama(**parts: object) -> dict[str, object]:
    return {"subject": {"mention": "LLaMA", "entity": "llama-1", "name": "LLaMA"}, **parts}


def test_a_claim_stands_at_the_date_it_states_beside_the_facts(told: Make) -> None:
    claim = llama(when={"date": "2023-05", "text": "in May"}, said_on="2023-06-01")
    (line,) = timeline([told(SOURCE, [("May", "contradicted", claim)])], catalog()).lines
    found = [(mark.kind, str(mark.date), mark.text) for mark in line.marks]

    assert ("dated", "2023-05", "LLaMA: openness open source") in found
    assert ("fact", "2023-02-24", "released") in found
    assert any(kind == "fact" and text.startswith("leaked") for kind, _, text in found)
    assert [mark.x for mark in sorted(line.marks, key=lambda mark: mark.date.first())] == sorted(
        mark.x for mark in line.marks
    )


def test_a_claim_without_a_date_of_its_own_stands_at_that_of_its_text(told: Make) -> None:
    drawn = timeline([told(SOURCE, [("May", "supported", llama(said_on="2023-06-01"))])], catalog())

    assert [(mark.kind, str(mark.date)) for mark in drawn.lines[0].marks if mark.card] == [("said", "2023-06-01")]
    assert drawn.undated == 0


def test_claims_without_any_date_are_counted(told: Make) -> None:
    drawn = timeline([told(SOURCE, [("May", "supported", llama()), ("leaked", "supported", llama())])], catalog())

    assert drawn.undated == 2
    assert all(mark.kind == "fact" for line in drawn.lines for mark in line.marks)


def test_a_month_and_a_year_are_drawn_as_long_as_they_are(told: Make) -> None:
    stated = [{"date": date, "text": date} for date in ("2023", "2023-05", "2023-05-01")]
    claims: list[Told] = [("May", "supported", llama(when=when)) for when in stated]
    (line,) = timeline([told(SOURCE, claims)], catalog()).lines
    lengths = {str(mark.date): mark.until - mark.x for mark in line.marks if mark.card}

    assert lengths["2023"] > 10 * lengths["2023-05"] > 0
    assert lengths["2023-05-01"] == 0


def test_marks_do_not_cover_one_another(told: Make) -> None:
    claims: list[Told] = [("May", "supported", llama(said_on="2023-06-01"))] * 30
    drawn = timeline([told(SOURCE, claims)], catalog())
    places = [(mark.x, mark.y) for line in drawn.lines for mark in line.marks]

    for (x, y), (other_x, other_y) in itertools.combinations(places, 2):
        assert abs(x - other_x) >= 18 or abs(y - other_y) >= 18
    assert max(y for _, y in places) < drawn.height


def test_nothing_dated_makes_no_timeline() -> None:
    assert timeline([], catalog()).lines == ()
