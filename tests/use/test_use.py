"""A use says what is known and nothing else: unknown keys, inexact numbers and contradictions are refused by name."""

import itertools
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from openai_landscape import Licensee, Use
from openai_landscape.testing import counts, fuller_uses, laws, licensees, money, months, uses, without, years
from openai_landscape.use import ACTIVITIES, CIRCUMSTANCES, FACTS, FIELDS, ImprovedModel, fact_named

CHAINS: Final = (
    ("product_monthly_active_users", "own_monthly_active_users", "monthly_active_users"),
    ("product_annual_revenue", "own_annual_revenue", "annual_revenue"),
    ("product_monthly_revenue", "monthly_revenue"),
)
NESTED: Final = [pair for chain in CHAINS for pair in itertools.combinations(chain, 2)]
USERS: Final = [pair for pair in NESTED if pair[1].endswith("users")]
MONEY: Final = [pair for pair in NESTED if pair[1].endswith("revenue")]


@given(uses())
def test_a_use_comes_back_from_everywhere(use: Use) -> None:
    laws.round_trips(use)
    laws.round_trips(use.licensee)


@given(uses(), st.randoms(use_true_random=False))
def test_lists_are_sets_in_any_order(use: Use, chance: Any) -> None:
    facts = use.model_dump(mode="json")
    for value in facts.values():
        if isinstance(value, list) and value and isinstance(value[0], str):
            chance.shuffle(value)
            value.append(value[0])

    assert Use.model_validate(facts) == use
    assert hash(Use.model_validate(facts)) == hash(use)


@given(fuller_uses(defaults=True))
def test_null_is_absent_and_absent_is_unknown(pair: tuple[Use, Use]) -> None:
    less, _ = pair
    written = less.model_dump(mode="json")
    bare = {key: value for key, value in written.items() if value is not None}

    assert Use.model_validate({**dict.fromkeys(Use.model_fields), **bare}) == less == Use.model_validate(bare)


@given(uses())
def test_what_is_left_out_is_unknown(use: Use) -> None:
    assert without(use, ()) == use
    for path in ("purpose", "licensee.kind", "licensee.monthly_active_users", "improved_model.kind"):
        holder, _, name = path.partition(".")
        bare = without(use, [path])
        assert (getattr(getattr(bare, holder), name) if name else getattr(bare, holder)) is None


@pytest.mark.parametrize(("narrow", "wide"), USERS)
@given(counts(), st.integers(1, 10**9), st.none() | months())
def test_more_users_of_a_part_than_of_the_whole_are_refused_naming_both(
    narrow: str, wide: str, whole: int, excess: int, month: str | None
) -> None:
    part = whole + excess
    given_ = {narrow: part, wide: whole} if month is None else {narrow: {month: part}, wide: {month: whole}}
    when = "" if month is None else f"[{month}]"

    with pytest.raises(ValidationError) as refused:
        Licensee.model_validate(given_)
    assert f"{narrow}{when} is {part:,}, more than {wide}{when}, {whole:,}, which includes it" in str(refused.value)


@pytest.mark.parametrize(("narrow", "wide"), MONEY)
@given(money(["EUR"]), money(["EUR"]), years())
def test_more_revenue_of_a_part_than_of_the_whole_is_refused_naming_both(
    narrow: str, wide: str, part: Any, whole: Any, year: str
) -> None:
    assume(part.amount > whole.amount)
    period = year if "annual" in wide else f"{year}-01"

    with pytest.raises(ValidationError, match=rf"{narrow}.* more than {wide}.* EUR"):
        Licensee.model_validate({narrow: {period: part}, wide: {period: whole}})


@pytest.mark.parametrize(("narrow", "wide"), USERS)
@given(counts(), counts(), st.lists(months(), min_size=2, max_size=2, unique=True))
def test_another_month_contradicts_nothing(narrow: str, wide: str, part: int, whole: int, when: list[str]) -> None:
    licensee = Licensee.model_validate({narrow: {when[0]: part}, wide: {when[1]: whole}})

    assert getattr(licensee, narrow) == {when[0]: part}


def test_another_currency_contradicts_nothing_for_want_of_a_rate() -> None:
    dear, cheap = {"amount": "5", "currency": "EUR"}, {"amount": "4", "currency": "USD"}

    assert Licensee.model_validate({"own_annual_revenue": dear, "annual_revenue": cheap}).annual_revenue


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({}, "activities\n  Field required"),
        ({"activities": []}, "empty; write at least one"),
        ({"activities": ["train"]}, "'run', 'modify'"),
        ({"activities": ["run"], "licence": "mit"}, "licence\n  Extra inputs are not permitted"),
        ({"activities": ["run"], "licensee": {"mau": 5}}, "licensee.mau\n  Extra inputs are not permitted"),
        ({"activities": ["run"], "circumstances": {"legal": True}}, "circumstances.legal"),
        ({"activities": ["run"], "territories": ["UK"]}, 'the United Kingdom is "GB"'),
        ({"activities": ["run"], "territories": ["EU"]}, "'EU': not a country"),
        ({"activities": ["run"], "territories": []}, "empty; write at least one"),
        ({"activities": ["run"], "licensee": {"country": "de"}}, "'de': not a country"),
        ({"activities": ["run"], "licensee": {"country": "*"}}, "'*': not a country"),
        ({"activities": ["run"], "licensee": {"monthly_active_users": 7e8}}, "not a count"),
        ({"activities": ["run"], "licensee": {"monthly_active_users": -1}}, "greater than or equal to 0"),
        ({"activities": ["run"], "licensee": {"monthly_active_users": {"2024-3": 1}}}, "'2024-3': not a month"),
        ({"activities": ["run"], "licensee": {"daily_active_users": {"2024-03": 1}}}, "'2024-03': not a day"),
        ({"activities": ["run"], "licensee": {"annual_revenue": {"2024-03": None}}}, "'2024-03': not a year"),
        ({"activities": ["run"], "licensee": {"annual_revenue": 5}}, "annual_revenue"),
        ({"activities": ["run"], "rates": {"EUR": 1.08}}, "1.08: not exact"),
        ({"activities": ["run"], "rates": {"EUR": "0"}}, "greater than 0"),
        ({"activities": ["run"], "on": "2024-04"}, "'2024-04': not a day"),
        ({"activities": ["run"], "on": "2024-04-01", "acquired": "2024-04-02"}, 'acquired "2024-04-02" lies after on'),
        (
            {"activities": ["run"], "on": "2024-04-01", "per_target": {"mit": {"acquired": "2024-04-02"}}},
            'per_target.mit.acquired "2024-04-02" lies after on "2024-04-01"',
        ),
        (
            {
                "activities": ["run"],
                "grants": [{"license": "x", "terms": ["y"], "from": "2024-02-01", "until": "2024-01-01"}],
            },
            'until "2024-01-01" lies before from "2024-02-01"',
        ),
        ({"activities": ["run"], "grants": [{"license": "x", "terms": []}]}, "at least 1 item"),
    ],
)
def test_what_is_wrong_is_refused_by_name(facts: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Use.model_validate(facts)

    assert message in str(refused.value)


def test_all_faults_are_named_at_once() -> None:
    with pytest.raises(ValidationError) as refused:
        Use.model_validate({"activities": ["train"], "purpose": "fun", "licensee": {"country": "XX", "kind": "club"}})

    assert refused.value.error_count() == 4


WRONG: Final[dict[str, Any]] = {"activities": ("train",)}


@given(uses())
def test_there_is_no_back_door(use: Use) -> None:
    for way_in in (
        lambda: use.evolve(purpose="fun"),
        lambda: use.model_copy(update={"purpose": "fun"}),
        lambda: Use.model_construct(**WRONG),
        lambda: use.evolve(activities=()),
        lambda: setattr(use, "purpose", "research"),
        lambda: use.licensee.evolve(monthly_active_users=1.5),
    ):
        with pytest.raises(ValidationError):
            way_in()


@given(licensees(), counts())
def test_evolving_checks_the_whole(licensee: Licensee, count: int) -> None:
    bare = licensee.evolve(own_monthly_active_users=None, monthly_active_users=None, product_monthly_active_users=None)
    grown = bare.evolve(monthly_active_users=count)

    assert grown.monthly_active_users == count
    assert bare.monthly_active_users is None
    with pytest.raises(ValidationError, match="which includes it"):
        grown.evolve(own_monthly_active_users=count + 1)


def test_every_fact_of_the_registry_can_be_stated() -> None:
    holders = {"licensee": Licensee.model_fields, "improved_model": ImprovedModel.model_fields}
    homeless = [
        path
        for path in FACTS
        if (holder := path.partition(".")[0]) not in Use.model_fields
        or ("." in path and holder in holders and path.partition(".")[2] not in holders[holder])
        or (holder == "circumstances" and path.partition(".")[2] not in CIRCUMSTANCES)
    ]

    assert homeless == []
    assert len(FACTS) == len({fact.path for fact in FACTS.values()})
    assert FACTS["fields"].values == FIELDS
    assert set(ACTIVITIES) >= set(Use(activities=["run"]).activities)


@pytest.mark.parametrize(
    ("wrong", "nearest"), [("licensee.monthly_users", "monthly_active_users"), ("teritories", "territories"), ("", "")]
)
def test_an_unknown_fact_is_refused_with_the_nearest(wrong: str, nearest: str) -> None:
    with pytest.raises(ValueError, match=f"no fact is called '{wrong}'; perhaps '.*{nearest}"):
        fact_named(wrong)


def test_money_is_never_a_float() -> None:
    with pytest.raises(ValidationError, match="not exact"):
        Licensee.model_validate({"annual_revenue": {"amount": 0.1, "currency": "USD"}})
    exact = Licensee.model_validate({"annual_revenue": {"amount": "0.1", "currency": "USD"}})
    assert (
        exact.annual_revenue
        == Licensee.model_validate({"annual_revenue": {"amount": Decimal("0.10"), "currency": "USD"}}).annual_revenue
    )
