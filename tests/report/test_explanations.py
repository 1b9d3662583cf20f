"""A verdict, a model, a licence and a claim told to a person: the same words in every form, whatever they hold."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from openai_landscape.catalogue import catalog
from openai_landscape.checking import Ledger, Status, ledger
from openai_landscape.checking.shown import assessments_html
from openai_landscape.entities import Claim, License, Source
from openai_landscape.entities.html import element, items, join
from openai_landscape.entities.shown import claim_in_words
from openai_landscape.evaluation import Verdict, evaluate
from openai_landscape.use import ACTIVITIES, Use
from report.conftest import assessment
from report.markup import Node, read

PRODUCT: Final = {"activities": ["embed"], "purpose": "commercial"}
FINE_TUNE: Final = {"activities": ["modify", "distribute"], "purpose": "commercial"}
HOSTILE: Final = "</li><img src=x onerror=hacked()> `code` *bold* [link](javascript:x) <b>&amp;</b> | 1. # $x$"


def verdict(target: str | License, **facts: object) -> Verdict:
    return evaluate(target, Use.model_validate(facts))


def hostile_license() -> License:
    mit = catalog().license("mit")
    terms = [term.evolve(summary=f"1. {HOSTILE}") for term in mit.terms if term.kind == "permission"]
    return mit.evolve(id="evil", name=HOSTILE, terms=terms, notes=[HOSTILE])


def shown(markup: str) -> str:
    return " ".join(read(markup).text().split())


def rendered(markdown: str) -> Node:
    return read(MarkdownIt("commonmark", {"html": True}).render(markdown))


def test_the_outcome_comes_first_then_what_decides_then_duties_then_what_is_open_then_what_was_assumed() -> None:
    told = str(verdict("llama-3-8b", **PRODUCT))
    order = ["llama-3-8b: depends on what is not stated", "decided by:", "duties:", "depends on:", "assumed:"]

    assert [line for line in told.splitlines() if not line.startswith(" ")] == order


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            PRODUCT,
            "  llama-3-community 2, 1.b.ii, may reserve the rights: Whoever, with affiliates, had more than 700",
        ),
        (
            PRODUCT | {"licensee": {"monthly_active_users": 700_000_001}},
            "  llama-3-community 2, 1.b.ii, reserves the rights: Whoever, with affiliates",
        ),
        (PRODUCT | {"licensee": {"monthly_active_users": 1}}, "  llama-3-community 1.a, permits: Use, copy, change"),
        (PRODUCT | {"fields": ["military"]}, "prohibits: "),
    ],
)
def test_what_decides_is_told_with_its_clause(facts: dict[str, object], line: str) -> None:
    assert line in str(verdict("llama-3-8b", **facts))


def test_what_it_depends_on_is_told_in_words() -> None:
    told = str(verdict("llama-3-8b", **PRODUCT))

    assert (
        "permitted unless the products and services of the licensee and its affiliates had more than 700,000,000"
        in told
    )
    assert (
        "licensee.monthly_active_users[2024-03]: the monthly active users of the products and services of the licensee "
        "and its affiliates, in March 2024"
    ) in told


@pytest.mark.parametrize("target", ["llama-3-8b", "llama-3.1-8b", "gemma-2-9b", "flux.1-dev", "gpt-j", "olmo-2-7b"])
def test_words_to_be_shown_stand_byte_for_byte_in_every_form(target: str) -> None:
    found = verdict(target, **FINE_TUNE)
    words = [exact for duty in found.duties for exact in duty.words]
    html, markdown = read(found._repr_html_()), rendered(found.to_markdown())

    assert all(f"exact words: {exact}" in str(found) for exact in words)
    assert all(exact in [node.text() for node in html.all("code")] for exact in words)
    assert all(exact in [node.text() for node in markdown.all("code")] for exact in words)


@pytest.mark.parametrize("target", ["llama-3-8b", "gemma-2-9b", "gpt-4", "llama-1-7b", "qwen2.5-72b"])
def test_every_form_says_the_same(target: str) -> None:
    found = verdict(target, **PRODUCT)
    html, markdown = shown(found._repr_html_()), " ".join(rendered(found.to_markdown()).text().split())

    assert html.replace(" ", "") == markdown.replace(" ", "")
    for line in str(found).splitlines():
        if not line.strip().startswith("exact words"):
            said = line.strip()
            assert (said[0].upper() + said[1:] if said.endswith(":") else said).replace(" ", "") in html.replace(
                " ", ""
            )


@pytest.mark.parametrize("target", sorted(catalog().licenses))
def test_no_word_of_ours_judges_more_than_the_terms_do(target: str) -> None:
    found = verdict(target, activities=[*ACTIVITIES])
    of_terms = [each.summary for each in found.findings] + [each.text for each in found.duties]
    told = f"{found} {found.to_markdown()} {found._repr_html_()}".replace("\\", "")
    for text in sorted(of_terms, key=len, reverse=True):
        told = told.replace(text, "")

    assert re.findall(r"\b(?:legal|compliant|safe)\b", told, re.IGNORECASE) == []


def test_markup_in_a_licence_stays_text() -> None:
    found = verdict(hostile_license(), **PRODUCT)
    html, markdown = read(found._repr_html_()), rendered(found.to_markdown())

    for document in (html, markdown):
        assert {node.name for node in document.walk()} <= {"document", "div", "p", "strong", "ul", "li", "code"}
        assert HOSTILE in document.text()
        assert document.all("code") == []


@given(st.text())
def test_any_text_in_an_element_is_shown_as_it_is(text: str) -> None:
    document = read(element("p", text, element("b", text), title=text))

    assert document.text() == text * 2
    assert document.all("p")[0].attributes["title"] == text


@given(st.lists(st.text(min_size=1)))
def test_lists_keep_every_line(lines: list[str]) -> None:
    assert [node.text() for node in read(items(lines)).all("li")] == lines
    assert read(join(lines)).text() == "".join(lines)


@pytest.mark.parametrize("name", ["llama-3-8b", "deepseek-r1", "llama-1", "vicuna-v1.3"])
def test_a_model_shows_its_licence_and_ancestors(name: str) -> None:
    model = catalog().models[name]
    said = shown(model._repr_html_())

    assert model.name in said
    assert all((record.license or record.as_written or "") in said for record in model.licenses)
    assert all(link.model in said for link in model.base_models)


def test_a_licence_shows_every_clause() -> None:
    licence = catalog().license("llama-3-community")
    document = read(licence._repr_html_())
    rows = [[cell.text() for cell in row.all("td")] for row in document.all("tr") if len(row.all("td")) == 4]

    assert [(row[0], row[3]) for row in rows] == [(term.citation.section, term.summary) for term in licence.terms]


def test_a_claim_shows_words_mood_and_evidence() -> None:
    claim = Claim.model_validate(
        {
            "predicate": "capped_at",
            "subject": {"mention": "Llama 3"},
            "object": {"value": "700000000", "unit": "customers", "comparator": "lt"},
            "polarity": "negated",
            "modality": "reported",
            "speaker": {"mention": "<Meta>"},
            "when": {"date": "2024-04", "text": "in April"},
            "evidence": [{"source": "a.txt", "start": 3, "end": 10, "quote": "<words>"}],
        }
    )
    said = shown(claim._repr_html_())

    assert said.startswith("Llama 3: not capped at less than 700,000,000 customers reported, says <Meta>, of 2024-04")
    assert "<words>" in said
    assert "a.txt, characters 3 to 10" in said


def test_an_assessment_shows_status_reasons_correction_and_evidence() -> None:
    source = Source(id="a", text="Llama 3 is <open source>.")
    found = assessment(source, "<open source>", "contradicted", modality="reported", speaker={"mention": "<Meta>"})
    document = read(found._repr_html_())
    said = shown(found._repr_html_())

    for words in (
        "contradicted: Llama 3: openness open source reported, says <Meta>",
        "Section 2 reserves rights above 700 million users. (llama-3-community 2)",
        "Rather: Llama 3's weights are open, under terms.",
        "<open source>",
    ):
        assert words in said
    assert {node.name for node in document.walk()} <= {
        "document",
        "div",
        "p",
        "strong",
        "span",
        "ul",
        "li",
        "blockquote",
    }


def test_many_assessments_show_as_one_table() -> None:
    source = Source(id="a", text="Llama 3 is open.")
    found = [assessment(source, "Llama 3", status) for status in ("supported", "contradicted", "supported")]
    document = read(assessments_html("A <ledger>", found))

    assert document.all("p")[0].text() == "A <ledger> (2 supported, 1 contradicted)"
    assert [row.all("td")[0].text() for row in document.all("tr")[1:]] == ["supported", "contradicted", "supported"]


def test_a_ledger_shows_its_assessments_and_what_is_at_odds() -> None:
    texts = [
        Source(id="a", language="en", text="Llama 3 is open source."),
        Source(id="b", language="en", text="Llama 3 is not open source."),
    ]
    found = ledger(texts)
    said = shown(found._repr_html_())

    assert found.conflicts
    assert said.startswith(f"Ledger of 2 sources ({', '.join(counted(found))})")
    assert f"Claims that cannot both hold:{claim_in_words(found.conflicts[0].first)} |" in said


def counted(found: Ledger) -> list[str]:
    counts = Counter(each.status for each in found.assessments)
    return [f"{counts[status]} {status}" for status in Status if counts[status]]


@pytest.mark.parametrize("markup", [hostile_license()._repr_html_(), catalog().models["llama-3"]._repr_html_()])
def test_what_a_notebook_shows_brings_no_colours_of_its_own(markup: str) -> None:
    document = read(markup)

    assert not any({"style", "bgcolor", "color", "src", "href"} & node.attributes.keys() for node in document.walk())
    assert document.all("style") == []
