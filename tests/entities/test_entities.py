"""Entities are values: frozen, equal by content, back from everywhere, and checked on every way in."""

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import ValidationError

from openai_landscape import Claim, License, Licensee, Model, Organization, Person, Product, Source, Use, Verdict
from openai_landscape.catalogue import Catalog
from openai_landscape.entities import PREDICATES, Evidence, Mention, Span
from openai_landscape.entities.claim import Predicate
from openai_landscape.quantities import Day, Money, Month, PartialDate, Quantity, Year
from openai_landscape.quantities.base import Value
from openai_landscape.terms import Citation
from openai_landscape.testing import (
    claims,
    evidence,
    grants,
    laws,
    licensees,
    licenses,
    models,
    organizations,
    people,
    products,
    sources,
    spans,
    uses,
    verdicts,
)
from openai_landscape.use import Grant

DRAWN: Final[dict[type[Value], Callable[[], SearchStrategy[Any]]]] = {
    Claim: claims,
    Evidence: evidence,
    Grant: grants,
    License: licenses,
    Licensee: licensees,
    Model: models,
    Organization: organizations,
    Person: people,
    Product: products,
    Source: sources,
    Use: uses,
    Verdict: verdicts,
}
KNOWN: Final = (*DRAWN, Catalog, Citation, Day, Mention, Money, Month, PartialDate, Quantity, Year)

NONSENSE: Final[dict[str, Any]] = {"nonsense": 1}

slowly_drawn = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", DRAWN)
@slowly_drawn
@given(st.data())
def test_an_entity_comes_back_from_everywhere(kind: type[Value], data: st.DataObject) -> None:
    value = data.draw(DRAWN[kind]())

    assert type(value) is kind
    laws.round_trips(value)


@pytest.mark.parametrize("kind", DRAWN)
@slowly_drawn
@given(st.data())
def test_an_entity_has_no_back_door(kind: type[Value], data: st.DataObject) -> None:
    value: Value = data.draw(DRAWN[kind]())
    field = data.draw(st.sampled_from(sorted(kind.model_fields)))
    bad: dict[str, Any] = {next(iter(kind.model_fields)): {"no": "such thing"}}
    before = value.model_dump_json()

    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, field, None)
    ways_in: list[Callable[[], object]] = [
        lambda: kind.model_validate({**value.model_dump(), **NONSENSE}),
        lambda: value.evolve(**NONSENSE),
        lambda: value.model_copy(update=NONSENSE),
        lambda: kind.model_construct(**NONSENSE),
        lambda: value.evolve(**bad),
        lambda: value.model_copy(update=bad),
    ]
    for way_in in ways_in:
        with pytest.raises(ValidationError):
            way_in()
    assert value.model_dump_json() == before


@pytest.mark.parametrize("kind", KNOWN, ids=lambda kind: kind.__name__)
@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_hypothesis_draws_it_without_set_up(kind: type[object], data: st.DataObject) -> None:
    assert isinstance(data.draw(st.from_type(kind)), kind)


@pytest.mark.parametrize("kind", [Claim, License, Use, Verdict])
@slowly_drawn
@given(st.data())
def test_two_entities_are_equal_when_their_json_is(kind: type[Value], data: st.DataObject) -> None:
    one, other = data.draw(DRAWN[kind]()), data.draw(DRAWN[kind]())

    assert (one == other) is (one.model_dump_json() == other.model_dump_json())
    assert len({one, other, one.evolve()}) == (1 if one == other else 2)


@given(sources(), st.data())
def test_evidence_stands_where_it_says(source: Source, data: st.DataObject) -> None:
    span = data.draw(spans(source.text))
    found = source.evidence(span.start, span.end)

    assert source.text[found.start : found.end] == found.quote == span.cut(source.text)
    for start, end in ((0, len(source.text) + 1), (len(source.text) + 1, len(source.text) + 2)):
        with pytest.raises(ValueError, match="before the end of the span"):
            source.evidence(start, end)


@given(claims())
def test_a_claim_takes_only_what_its_predicate_does(claim: Claim) -> None:
    rule = PREDICATES[claim.predicate]

    assert claim.object_kind in rule.objects
    for other in Predicate:
        fits = claim.object_kind in PREDICATES[other].objects
        words = PREDICATES[other].words
        if fits and (words is None or claim.object in words):
            assert claim.evolve(predicate=other).predicate is other
        else:
            with pytest.raises(ValidationError, match=f"{other} takes"):
                claim.evolve(predicate=other)


LINKED: Final = [{"model": "b", "relation": "merge"}]
REFUSED: Final[list[tuple[type[Value], dict[str, Any], str]]] = [
    (Span, {"start": 3, "end": 2}, "end 2 lies before start 3"),
    (Span, {"start": -1, "end": 2}, "greater than or equal to 0"),
    (Span, {"start": True, "end": 2}, "valid integer"),
    (Evidence, {"source": "a", "start": 0, "end": 2, "quote": "abc"}, "the quote has 3 characters, the span 2"),
    (Source, {"id": "a", "text": "abc", "furniture": [{"start": 0, "end": 4}]}, "furniture[0] ends at 4"),
    (Source, {"id": "", "text": ""}, "at least 1 character"),
    (Source, {"id": "a", "text": "", "language": "fr"}, "'de', 'nl' or 'en'"),
    (Model, {"id": "A 7B", "name": "A"}, "should match pattern"),
    (
        Model,
        {"id": "a", "name": "A", "ancestry": "none", "base_models": [{"model": "b", "relation": "merge"}]},
        "base_",
    ),
    (Claim, {"predicate": "openness", "subject": {"mention": "X"}, "object": "free"}, "openness takes one of open_"),
    (Claim, {"predicate": "counts", "subject": {"mention": "X"}, "object": "many"}, "takes a quantity, not a text"),
    (Claim, {"predicate": "is", "subject": {"mention": "X"}}, "predicate"),
]


@pytest.mark.parametrize(("kind", "facts", "message"), REFUSED)
def test_what_is_wrong_is_refused_by_name(kind: type[Value], facts: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        kind.model_validate(facts)


@slowly_drawn
@given(licenses())
def test_a_licence_holds_together(license_: License) -> None:
    first = license_.terms[0] if license_.terms else None
    with pytest.raises(LookupError, match="was not read from a text 'policy'; it has agreement"):
        license_.text("policy")
    assert license_.text("agreement").chars > 0
    if first is None:
        return
    elsewhere = first.citation.evolve(text="policy")
    beyond = first.citation.evolve(span=(0, 10**6))
    for terms, message in (
        ((*license_.terms, first), f"two terms are called '{first.id}'"),
        ((first.evolve(citation=elsewhere),), "cites the text 'policy', which is not among the licence's texts"),
        ((first.evolve(citation=beyond),), "span ends at 1000000, past the text's 10000 characters"),
        ((first.evolve(when={"reading": "x", "equals": "y"}),), "no reading 'y' of ambiguity 'x'"),
    ):
        with pytest.raises(ValidationError, match=re.escape(message)):
            license_.evolve(terms=terms)


def test_a_window_that_follows_from_the_release_is_held_against_it() -> None:
    when = {"fact": "licensee.monthly_active_users", "window": "2024-03", "derived": "month_before_release", "gt": 1}
    cited = {"section": "2", "text": "t", "span": [0, 1]}
    term = {"id": "cap", "kind": "reservation", "activities": "all", "when": when, "summary": "cap", "grantor": "a"}
    whole = {
        "id": "x",
        "name": "X",
        "texts": [{"id": "t", "sha256": "0" * 64, "chars": 1}],
        "terms": [{**term, "citation": cited}],
        "released": "2024-04-18",
        "released_citation": cited,
    }

    assert License.model_validate(whole).released == "2024-04-18"
    for change in ({"released": "2024-03-31"}, {"released": None}, {"released_citation": None}):
        with pytest.raises(ValidationError, match="is not the month before a cited release date"):
            License.model_validate({**whole, **change})
