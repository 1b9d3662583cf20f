"""What the laws and the reference found, each with its smallest example."""

from decimal import Decimal
from typing import Any, Final

import pytest

from openai_landscape import Use, compare, evaluate, frontier
from openai_landscape.entities import Ambiguity, License, LicenseText
from openai_landscape.quantities import FrozenMapping
from openai_landscape.terms import Citation, text_hash

CITED: Final = {"section": "1", "text": "text", "span": [0, 1]}
GRANT: Final = {"id": "grant", "kind": "permission", "activities": "all", "summary": "granted", "citation": CITED}
OUTPUTS: Final = Ambiguity(
    id="outputs",
    question="which outputs?",
    readings=FrozenMapping({"narrow": "few", "wide": "all"}),
    citation=Citation(section="1", text="text", span=(0, 1)),
)


def license_of(*terms: dict[str, Any]) -> License:
    plain = {"activities": "all", "summary": "a term", "citation": CITED}
    return License(
        id="ours",
        name="Ours",
        texts=(LicenseText(id="text", sha256=text_hash("a"), chars=1),),
        terms=[GRANT, *({**plain, "id": f"term-{number}", **term} for number, term in enumerate(terms))],
        ambiguities=(OUTPUTS,),
    )


def ban(when: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "prohibition", "when": when}


def cap(fact: str, window: str, limit: object) -> dict[str, Any]:
    when = {"fact": f"licensee.{fact}", "window": window, "gt": limit}
    return {"kind": "reservation", "when": when, "grantor": "acme"}


def use(**facts: Any) -> Use:
    return Use.model_validate({"activities": ["run"], **facts})


def test_what_is_unknown_stands_in_one_order() -> None:
    terms = (
        ban({"all_of": [{"reading": "outputs", "equals": "narrow"}, {"fact": "purpose", "one_of": ["personal"]}]}),
        cap("monthly_active_users", "2024-03", 0),
    )
    one, other = license_of(*terms), license_of(*reversed(terms))

    assert evaluate(one, use()).unknown == ("purpose", "licensee.monthly_active_users[2024-03]")
    assert evaluate(other, use()).unknown == evaluate(one, use()).unknown


def test_a_part_settles_alone_where_it_exceeds_what_only_the_whole_is_asked() -> None:
    window = {"window": "2024-03"}
    both = [
        {"fact": "licensee.monthly_active_users", **window, "gt": 100},
        {"fact": "licensee.own_monthly_active_users", **window, "gt": 10},
    ]
    banned = license_of(ban({"all_of": both}), ban({"fact": "purpose", "one_of": ["personal"]}))

    assert evaluate(banned, use()).unknown == (
        "licensee.own_monthly_active_users[2024-03]",
        "purpose",
        "licensee.monthly_active_users[2024-03]",
    )


def test_a_reading_that_no_clause_has_leaves_it_open_and_is_told() -> None:
    license_ = license_of(ban({"reading": "outputs", "equals": "narrow"}))

    misspelt = evaluate(license_, use(readings={"ours#outputs": "narow"}))
    assert misspelt.outcome == "depends"
    assert "'narow' is none of its readings; write one of narrow, wide" in misspelt.notes[0]
    no_such_clause = evaluate(license_, use(readings={"ours#output": "narrow"}))
    assert no_such_clause.outcome == "depends"
    assert "no open clause is called so; those of ours: ours#outputs" in no_such_clause.notes[0]
    assert evaluate(license_, use(readings={"another#output": "narrow"})).outcome == "depends"


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-12-31"])
@pytest.mark.parametrize(
    ("metric", "window"),
    [
        ("monthly_active_users", "preceding_month"),
        ("monthly_active_users", "present"),
        ("daily_active_users", "present"),
    ],
)
def test_the_ends_of_the_calendar_have_nothing_beyond(metric: str, window: str, day: str) -> None:
    license_ = license_of(cap(metric, window, 700))

    assert evaluate(license_, use(on=day)).outcome == "depends"


def test_an_undated_part_that_exceeds_the_whole_is_refused_naming_both() -> None:
    license_ = license_of(cap("monthly_active_users", "2024-03", 700))
    figures = {"own_monthly_active_users": 800, "monthly_active_users": {"2024-03": 700}}

    with pytest.raises(
        ValueError, match=r"own_monthly_active_users \(800\) is more than .*\.monthly_active_users \(700\)"
    ):
        evaluate(license_, use(licensee=figures))
    assert evaluate(license_, use(licensee=figures), strict=True).permitted  # an undated figure says nothing then


def test_a_part_that_exceeds_the_whole_by_the_rate_is_refused_naming_both() -> None:
    license_ = license_of(cap("annual_revenue", "2024", {"amount": "9", "currency": "USD"}))
    figures = {
        "own_annual_revenue": {"2024": {"amount": "5", "currency": "EUR"}},
        "annual_revenue": {"2024": {"amount": "5", "currency": "USD"}},
    }

    with pytest.raises(ValueError, match=r"own_annual_revenue \(EUR 5\) is more than .*annual_revenue \(USD 5\)"):
        evaluate(license_, use(licensee=figures, rates={"EUR": "1.1"}))
    assert evaluate(license_, use(licensee=figures, rates={"EUR": "0.9"})).permitted


FRONTIERS: Final = [
    ("monthly_active_users", {"own_monthly_active_users": 701}, [("701", None, "needs_agreement")]),
    ("monthly_active_users", {"own_monthly_active_users": {"2024-03": 701}}, [("701", None, "needs_agreement")]),
    (
        "monthly_active_users",
        {"own_monthly_active_users": 5},
        [("5", "700", "permitted"), ("701", None, "needs_agreement")],
    ),
    ("own_monthly_active_users", {"monthly_active_users": 700}, [("0", "700", "permitted")]),
    ("own_monthly_active_users", {"monthly_active_users": 701}, [("0", "701", "needs_agreement")]),
]


@pytest.mark.parametrize(("fact", "figures", "pieces"), FRONTIERS)
def test_a_frontier_begins_and_ends_where_the_other_figures_let_it(fact: str, figures: Any, pieces: Any) -> None:
    license_ = license_of(cap("monthly_active_users", "2024-03", 700))
    found = frontier(license_, use(licensee=figures), f"licensee.{fact}[2024-03]")

    shown = [(str(piece.interval.low), piece.interval.high, piece.outcome.value) for piece in found]
    assert shown == [(low, None if high is None else Decimal(high), outcome) for low, high, outcome in pieces]


def test_a_frontier_of_money_ends_at_the_whole_itself() -> None:
    license_ = license_of(cap("annual_revenue", "2024", {"amount": "9", "currency": "USD"}))
    held = {"annual_revenue": {"2024": {"amount": "5", "currency": "EUR"}}}
    (piece,) = frontier(license_, use(licensee=held, rates={"EUR": "1.5"}), "licensee.own_annual_revenue[2024]")

    assert (piece.interval.high, piece.interval.high_closed) == (Decimal("7.5"), True)


DATES: Final = [("2020-01-31", "prohibited"), ("2020-02-01", "permitted"), (None, "permitted")]


@pytest.mark.parametrize(("on", "outcome"), DATES)
@pytest.mark.parametrize(
    ("condition", "facts"),
    [
        ({"fact": "territories", "overlaps": ["EU"]}, {"territories": ["GB"]}),
        ({"fact": "licensee.country", "one_of": ["EEA"]}, {"licensee": {"country": "GB"}}),
    ],
)
def test_an_earlier_question_without_a_date_is_no_answer_to_one_with(
    condition: dict[str, Any], facts: dict[str, Any], on: str | None, outcome: str
) -> None:
    license_ = license_of(ban(condition))
    evaluate(license_, use(**facts))

    assert evaluate(license_, use(**facts, on=on)).outcome == outcome


def test_equal_amounts_are_written_alike_whoever_asked_first() -> None:
    license_ = license_of(cap("annual_revenue", "preceding_year", {"amount": "1", "currency": "USD"}))
    texts = [
        evaluate(license_, use(licensee={"annual_revenue": {"amount": amount, "currency": "USD"}})).assumptions[0].taken
        for amount in ("2000.0", "2000", "2000.00")
    ]

    assert texts == ["USD 2,000"] * 3


def test_what_is_not_lawful_is_so_whatever_else_is_unknown() -> None:
    license_ = license_of(ban({"fact": "fields", "overlaps": ["other_illegal"]}))

    assert evaluate(license_, use(circumstances={"lawful": False}), strict=True).outcome == "prohibited"
    assert evaluate(license_, use(), strict=True).unknown == ("fields",)


def test_a_set_is_named_as_one_fact_wherever_something_depends_on_it() -> None:
    duty = {"kind": "duty", "asks": "other", "when": {"fact": "fields", "overlaps": ["military", "nuclear"]}}
    verdict = evaluate(license_of(duty, ban({"fact": "fields", "overlaps": ["malware"]})), use(), strict=True)

    assert [duty.depends_on for duty in verdict.duties] == [("fields",)]
    assert [found.depends_on for found in verdict.findings if found.truth is None] == [("fields",)]


def test_two_rates_are_two_facts() -> None:
    license_ = license_of(cap("annual_revenue", "2024", {"amount": "1", "currency": "EUR"}))
    held = {"annual_revenue": {"2024": {"amount": "1", "currency": "CNY"}}}

    assert evaluate(license_, use(licensee=held)).unknown == ("rates.CNY", "rates.EUR")
    assert evaluate(license_, use(licensee=held, rates={"EUR": "1.1"})).unknown == ("rates.CNY",)


def test_handing_over_nothing_is_left_out_not_written_empty() -> None:
    with pytest.raises(ValueError, match="handed_over\n  Value error, empty"):
        use(handed_over=[])


@pytest.mark.parametrize(("rates", "euros"), [({"EUR": "1.25"}, 8_000_000), ({"EUR": "2"}, 5_000_000)])
def test_a_frontier_in_another_currency_flips_where_the_answer_does(rates: dict[str, str], euros: int) -> None:
    license_ = license_of(cap("annual_revenue", "2024", {"amount": "10000000", "currency": "USD"}))
    pieces = frontier(license_, use(rates=rates), "licensee.annual_revenue[2024]", currency="EUR")

    assert [(piece.interval.high, piece.interval.high_closed) for piece in pieces] == [(euros, True), (None, False)]
    for amount, outcome in ((euros, "permitted"), (euros + 1, "needs_agreement")):
        revenue = {"2024": {"amount": amount, "currency": "EUR"}}
        assert evaluate(license_, use(rates=rates, licensee={"annual_revenue": revenue})).outcome == outcome


def test_without_a_rate_nothing_but_nothing_is_within_a_cap_of_another_currency() -> None:
    license_ = license_of(cap("annual_revenue", "2024", {"amount": "10000000", "currency": "USD"}))
    pieces = frontier(license_, use(), "licensee.annual_revenue[2024]", currency="EUR")

    assert [(piece.interval.high, piece.outcome.value) for piece in pieces] == [(0, "permitted"), (None, "depends")]


def test_a_condition_reads_the_same_in_any_order_of_the_terms() -> None:
    terms = (ban({"fact": "purpose", "one_of": ["personal"]}), ban({"fact": "purpose", "one_of": ["education"]}))

    one, other = (evaluate(license_of(*order), use()).condition for order in (terms, terms[::-1]))
    assert one is not None
    assert one == other


def test_what_is_recorded_of_an_unknown_licence_or_term_is_told_to_have_no_effect() -> None:
    license_ = license_of(cap("monthly_active_users", "2024-03", 700))
    grant = {"license": "ours", "terms": ["term-9"]}
    recorded = use(grants=[grant], registered=["our"], fulfilled=["ours#notice"])

    notes = evaluate(license_, recorded).notes
    assert [note.partition(":")[0] for note in notes] == [
        "use.grants has no effect for ours#term-9",
        "use.registered has no effect for 'our'",
        "use.fulfilled has no effect for ours#notice",
    ]
    known = use(grants=[{**grant, "terms": ["term-0"]}], registered=["ours"])
    assert evaluate(license_, known).notes == ()


def test_a_condition_on_a_reading_is_open_where_none_is_chosen() -> None:
    license_ = license_of(ban({"reading": "outputs", "equals": "narrow"}))
    condition = evaluate(license_, use()).condition

    assert condition is not None
    assert condition.holds(use()) is None
    assert condition.holds(use(readings={"ours#outputs": "narrow"})) is False
    assert condition.holds(use(readings={"ours#outputs": "wide"})) is True


def test_a_witness_may_hold_an_undated_amount_where_another_term_asks_for_one_of_a_year() -> None:
    plain = license_of().evolve(id="plain")
    dollars, euros = ({"amount": "100", "currency": currency} for currency in ("USD", "EUR"))
    capped = license_of(cap("annual_revenue", "present", dollars), cap("annual_revenue", "2022", euros))

    found = compare(capped, plain)
    assert found.differs is True
    assert {each.text for each in found.differences} == {"needs_agreement against permitted"}


def test_two_licences_are_asked_about_on_one_day() -> None:
    early, late = (
        license_of({**ban({"all_of": []}), "kind": "reservation", "grantor": "acme"}).evolve(id=name)
        for name in ("early", "late")
    )
    grants = [
        {"license": "early", "terms": ["term-0"], "until": "2024-04-18"},
        {"license": "late", "terms": ["term-0"], "from": "2025-03-24"},
    ]

    assert evaluate(early, use(grants=grants)).outcome == "depends"
    assert evaluate([early, late], use(grants=grants)).outcome == "needs_agreement"
