"""The evaluator agrees with the reference: on generated licences, theme by theme, and on those of the catalogue."""

from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from evaluation.completions import Answer, answer
from evaluation.reference import ContradictionError, TooManyError
from openai_landscape.catalogue import catalog
from openai_landscape.entities import License
from openai_landscape.evaluation import Verdict, evaluate
from openai_landscape.testing import constraints, licenses, uses
from openai_landscape.use import FACTS, Use

THEMES: Final = {
    "audiences": ("monthly_active_users", "own_monthly_active_users", "product_monthly_active_users"),
    "days and visits": ("daily_active_users", "product_monthly_visits", "on", "acquired"),
    "revenues": ("annual_revenue", "own_annual_revenue", "product_annual_revenue"),
    "monthly revenues": ("monthly_revenue", "product_monthly_revenue", "attributable_revenue"),
    "dates": ("on", "acquired", "component"),
    "fields": ("fields", "circumstances.lawful", "purpose", "gain"),
    "what is handed over": ("model_modalities", "product_modalities", "handed_over", "copies"),
    "places": ("territories", "country", "production"),
    "kinds": ("kind", "trades", "litigation", "registered"),
    "improved models": ("improved_model.kind", "improved_model.released", "received_in_product"),
    "circumstances": ("circumstances.sanctioned_party", "circumstances.public", "purpose"),
    "everything": tuple(FACTS),
}
"""Facts that bear on one another, asked about together: so that few are unknown and all that are matter."""


DECIDED_APART: Final = ("fields", "licensee.trades", "litigation", "rates.")
"""Facts of which the evaluator decides parts: several can settle what no one of them does."""

much_drawn = settings(max_examples=8, suppress_health_check=list(HealthCheck))


@st.composite
def questions(draw: DrawFn, theme: str, *, several: bool = False) -> tuple[Sequence[License], Use]:
    about = [name if name in FACTS else f"licensee.{name}" for name in THEMES[theme]]
    names = ("first", "second") if several else ("only",)
    asked = [draw(licenses(id=name, conditions=constraints(about=about, most=3), most_terms=3)) for name in names]
    return asked, draw(uses(*asked, several=several, most_unknown=2))


def told(verdict: Verdict) -> Answer:
    """What a verdict says, as the reference says it."""
    return Answer(
        outcome=verdict.outcome.value,
        unknown=frozenset(verdict.unknown),
        readings=frozenset(f"{reading.license}#{reading.id}" for reading in verdict.ambiguities),
        duties={(duty.license, duty.id): duty.truth for duty in verdict.duties},
        settling=frozenset(),
    )


def agree(asked: Sequence[License], use: Use, *, strict: bool = False) -> None:
    try:
        slow = answer(asked, use, strict=strict)
    except TooManyError:
        reject()
    except ContradictionError:
        with pytest.raises(ValueError, match="which includes it"):
            evaluate(asked[0] if len(asked) == 1 else asked, use, strict=strict)
        return
    verdict = evaluate(asked[0] if len(asked) == 1 else asked, use, strict=strict)
    assert told(verdict) == slow._replace(settling=frozenset())
    if not any(fact.startswith(DECIDED_APART) for fact in slow.unknown):
        assert slow.settling == set(verdict.unknown[: len(slow.settling)])


@pytest.mark.parametrize("strict", [False, True], ids=["by default", "strict"])
@pytest.mark.parametrize("theme", THEMES)
@much_drawn
@given(st.data())
def test_the_evaluator_agrees_on_generated_licences(theme: str, strict: bool, data: st.DataObject) -> None:
    asked, use = data.draw(questions(theme))

    agree(asked, use, strict=strict)


@pytest.mark.parametrize("theme", THEMES)
@much_drawn
@given(st.data())
def test_the_evaluator_agrees_on_several_licences(theme: str, data: st.DataObject) -> None:
    asked, use = data.draw(questions(theme, several=True))

    agree(asked, use)


@settings(suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(catalog().licenses)), st.data())
def test_the_evaluator_agrees_on_the_catalogue(name: str, data: st.DataObject) -> None:
    license_ = catalog().licenses[name]
    assume(not license_.incorporates)  # the reference takes licences as they stand, not what they take in

    agree([license_], data.draw(uses(license_, most_unknown=3)))
