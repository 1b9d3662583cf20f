"""Strategies for answers: of generated licences to uses drawn for them."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from openai_landscape.evaluation import Verdict, evaluate
from openai_landscape.testing._licenses import licenses
from openai_landscape.testing._uses import uses


@st.composite
def verdicts(draw: DrawFn) -> Verdict:
    """Return verdicts with every outcome, with findings, duties, open facts and assumptions.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(verdicts())
    ... def test_an_open_answer_is_no_answer(verdict):
    ...     assert (verdict.outcome == "depends") is (verdict.permitted is None)
    >>> test_an_open_answer_is_no_answer()
    """
    license_ = draw(licenses())
    return evaluate(license_, draw(uses(license_)))
