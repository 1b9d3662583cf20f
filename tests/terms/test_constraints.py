"""The licence language: each form of condition is told by its keys, read strictly, and comes back as it was."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from openai_landscape.quantities.base import Value
from openai_landscape.terms import (
    Amount,
    AnyOf,
    Choice,
    Citation,
    Constraint,
    DateTest,
    Everything,
    Flag,
    NoneOf,
    Reading,
    SetOf,
    Term,
    Users,
    atoms,
    normalized,
    parts,
    text_hash,
)
from openai_landscape.testing import constraints, laws, terms
from openai_landscape.testing._terms import OPEN
from openai_landscape.use import FACTS

CONSTRAINT: TypeAdapter[Constraint] = TypeAdapter(Constraint)
TERM: TypeAdapter[Term] = TypeAdapter(Term)

FORMS: dict[type[Value], dict[str, Any]] = {
    Choice: {"fact": "purpose", "one_of": ["research"]},
    Flag: {"fact": "production", "equals": False},
    SetOf: {"fact": "fields", "overlaps": ["military"]},
    Users: {"fact": "licensee.monthly_active_users", "window": "2024-03", "gt": 700_000_000},
    Amount: {"fact": "licensee.annual_revenue", "window": "2024", "ge": {"amount": "1", "currency": "USD"}},
    DateTest: {"fact": "on", "since": "2025-06-27"},
    Reading: {"reading": "outputs", "equals": "wide"},
    Everything: {"all_of": []},
    AnyOf: {"any_of": []},
    NoneOf: {"none_of": [{"all_of": []}]},
}


@given(constraints())
def test_a_condition_comes_back_from_everywhere(when: Constraint) -> None:
    laws.round_trips(when)
    written = CONSTRAINT.dump_python(when, mode="json")

    assert CONSTRAINT.validate_python(written) == when
    assert type(CONSTRAINT.validate_python(written)) is type(when)


@given(constraints())
def test_a_condition_is_told_by_its_keys_without_the_absent_ones(when: Constraint) -> None:
    bare = CONSTRAINT.dump_python(when, mode="json", exclude_none=True, exclude_defaults=True)

    assert CONSTRAINT.validate_python(bare) == when


@given(terms())
def test_a_term_comes_back_from_everywhere(term: Term) -> None:
    laws.round_trips(term)

    assert TERM.validate_json(TERM.dump_json(term)) == term


@pytest.mark.parametrize(("form", "written"), FORMS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_each_form_has_keys_of_its_own(form: type[Value], written: dict[str, Any]) -> None:
    assert type(CONSTRAINT.validate_python(written)) is form


ASKABLE = [path for path, fact in FACTS.items() if fact.kind != "text"]


def test_the_strategies_make_every_form_and_ask_for_every_fact() -> None:
    made: set[type[object]] = set()
    asked: set[str] = set()

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(st.tuples(*(constraints(OPEN[0], about=[path]) for path in ASKABLE)))
    def gather(drawn: tuple[Constraint, ...]) -> None:
        for when in drawn:
            made.update(map(type, [when, *atoms(when)]))
            asked.update(atom.fact for atom in atoms(when) if not isinstance(atom, Reading))

    gather()

    assert made >= set(FORMS)
    assert asked == set(ASKABLE)


@given(constraints(), constraints())
def test_comparisons_are_listed_through_every_joint(one: Constraint, other: Constraint) -> None:
    joined = Everything(all_of=(NoneOf(none_of=(one,)), AnyOf(any_of=(other, one))))

    assert list(atoms(joined)) == [*atoms(one), *atoms(other), *atoms(one)]
    assert parts(joined) == joined.all_of


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({}, 'not a condition; write for example {"fact": "purpose", "one_of": ["research"]}'),
        ("always", "not a condition"),
        ({"fact": "purpose"}, "not a condition"),
        ({"fact": "purpose", "one_of": []}, "at least 1 item"),
        ({"fact": "purpose", "one_of": ["fun"]}, "purpose: 'fun' is none of its values; write one of charitable"),
        ({"fact": "porpose", "one_of": ["research"]}, "no fact is called 'porpose'; perhaps 'purpose'"),
        ({"fact": "production", "one_of": ["true"]}, "production is a flag"),
        ({"fact": "purpose", "equals": True}, "purpose is a choice"),
        ({"fact": "production", "equals": "yes"}, "valid boolean"),
        ({"fact": "production", "equals": 1}, "valid boolean"),
        ({"fact": "new_model_name", "equals": True}, "new_model_name is a text"),
        ({"fact": "licensee.country", "one_of": ["UK"]}, "licensee.country: 'UK' is none of its values"),
        ({"fact": "fields", "overlaps": ["war"]}, "fields: 'war' is none of its values"),
        ({"fact": "fields", "overlaps": ["military"], "within": ["military"]}, 'write either "overlaps" or "within"'),
        ({"fact": "fields", "overlaps": []}, "at least 1 item"),
        ({"fact": "licensee.monthly_active_users", "gt": 5}, "window\n  Field required"),
        ({"fact": "licensee.monthly_active_users", "window": "2024-3", "gt": 5}, "'2024-3': not a window"),
        ({"fact": "licensee.monthly_active_users", "window": "last month", "gt": 5}, "write a month"),
        ({"fact": "licensee.monthly_active_users", "window": "2024-03", "gt": 5, "lt": 9}, 'write one of "gt"'),
        ({"fact": "licensee.monthly_active_users", "window": "2024-03", "gt": 5.5}, "5.5: not a count"),
        ({"fact": "licensee.annual_revenue", "window": "2024", "gt": 5}, "licensee.annual_revenue is a money"),
        ({"fact": "on", "since": "2025"}, "'2025': not a day"),
        ({"fact": "on", "since": "2025-01-01", "before": "2026-01-01"}, 'write either "since" or "before"'),
        ({"fact": "purpose", "since": "2025-01-01"}, "purpose is a choice"),
        ({"none_of": []}, "at least 1 item"),
        ({"all_of": [], "any_of": []}, "Extra inputs are not permitted"),
        ({"all_of": [{"any_of": [{"fact": "nope", "equals": True}]}]}, "no fact is called 'nope'"),
    ],
)
def test_what_is_wrong_is_refused_by_name(written: object, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        CONSTRAINT.validate_python(written)

    assert message in str(refused.value)


CITED: dict[str, Any] = {"section": "1", "text": "agreement", "span": [0, 5]}
DUTY: dict[str, Any] = {
    "id": "badge",
    "kind": "duty",
    "activities": ["host", "run"],
    "summary": "Show “Built with Foo”.",
    "citation": CITED,
    "asks": "display",
    "words": ["Built with Foo"],
}


def test_activities_are_kept_in_one_order_and_all_is_all() -> None:
    assert TERM.validate_python(DUTY).activities == ("run", "host")
    whole = TERM.validate_python({**DUTY, "activities": "all"})

    assert whole.activities[0] == "run"
    assert len(whole.activities) == 7


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "wish"}, "'permission', 'prohibition', 'reservation', 'duty'"),
        ({"activities": []}, "at least 1 item"),
        ({"activities": "some"}, "valid tuple"),
        ({"words": ["Made with Foo"]}, "badge: the summary does not hold the prescribed words 'Made with Foo'"),
        ({"name_begins": "Bar"}, "the summary does not hold the prescribed words 'Bar'"),
        ({"summary": ""}, "at least 1 character"),
        ({"id": "Badge"}, "should match pattern"),
        ({"citation": {**CITED, "span": [5, 5]}}, "span [5, 5]: write [start, end] with 0 <= start < end"),
        ({"citation": {**CITED, "span": [-1, 5]}}, "0 <= start < end"),
        ({"grantor": "acme"}, "Extra inputs are not permitted"),
        ({"asks": "dance"}, "'copy', 'notice'"),
    ],
)
def test_a_faulty_term_is_refused_by_name(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TERM.validate_python({**DUTY, **change})

    assert message in str(refused.value)


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.data())
def test_a_citation_quotes_the_same_words_however_lines_end(text: str, data: st.DataObject) -> None:
    whole = normalized(text)
    if not whole:
        return
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    citation = Citation(section="1", text="agreement", span=(start, end))

    for form in (whole, whole.replace("\n", "\r\n"), f"\ufeff{whole}"):
        assert citation.quote(form) == whole[start:end]
        assert text_hash(form) == text_hash(whole)
    assert normalized(whole) == whole
    with pytest.raises(ValueError, match="before the clause's end"):
        Citation(section="1", text="agreement", span=(start, len(whole) + 1)).quote(text)
