"""A limit that is found is a limit: the answer at the number differs from that beyond it."""

from decimal import Decimal

from hypothesis import given, settings

from openai_landscape import License, catalog, evaluate
from openai_landscape.checking._caps import Cap, caps
from openai_landscape.definitions.probes import for_purpose
from openai_landscape.quantities import Day
from openai_landscape.testing import licenses
from openai_landscape.use import Licensee

DAY = Day("2026-01-01")


def rank(cap: Cap, number: Decimal) -> int:
    """How bad the answer is for a company of which only this figure is known."""
    name = cap.fact.path.removeprefix("licensee.")
    figure: object = int(number) if cap.currency is None else {"amount": str(number), "currency": cap.currency}
    if cap.window[0].isdigit():
        figure = {cap.window: figure}
    licensee = Licensee.model_validate({"kind": "company", "country": "US", "trades": (), name: figure})
    activities = tuple(each for each in cap.term.activities if each != "improve_other_models") or cap.term.activities
    return evaluate(cap.license, for_purpose("commercial", *activities, licensee=licensee, on=DAY)).outcome.rank


def holds(license_: License) -> None:
    """Hold every limit of *license_* against the evaluator."""
    for cap in caps(license_, catalog(), DAY):
        if cap.outcome is None:
            continue
        step = Decimal(1) if cap.currency is None else Decimal("0.01")
        beyond, below = rank(cap, cap.number + step), rank(cap, max(cap.number - step, Decimal(0)))

        assert below < beyond
        at = rank(cap, cap.number)
        if cap.inclusive is not None:
            assert at == (below if cap.inclusive else beyond)


@settings(max_examples=60)
@given(licenses(most_terms=4))
def test_every_limit_of_a_generated_licence_is_one(licence: License) -> None:
    holds(licence)


def test_every_limit_of_a_known_licence_is_one() -> None:
    for licence in catalog().licenses.values():
        holds(licence)
