"""Hypothesis strategies and laws for the tests of those who use the package.

With the extra `hypothesis` installed, `from_type(Use)`, `from_type(License)` and so on work without set-up. The
strategies here say more precisely what to draw: uses whose figures lie at the thresholds of one licence, licences of a
few terms, pairs of uses of which one says more. `laws` holds what every evaluation keeps; `check_license` holds a
licence of one's own to all of it.

>>> from hypothesis import given
>>> from openai_landscape import evaluate
>>> from openai_landscape.catalogue import catalog
>>> llama = catalog().license("llama-3-community")
>>> @given(uses(llama))
... def test_a_refusal_names_its_clause(use):
...     verdict = evaluate(llama, use)
...     assert verdict.permitted is not False or verdict.findings[0].clause
>>> test_a_refusal_names_its_clause()
"""

from openai_landscape.testing import laws
from openai_landscape.testing._answers import answers, fuller_uses, without
from openai_landscape.testing._check import check_license
from openai_landscape.testing._landscape import lineages, models, organizations, people, products
from openai_landscape.testing._licenses import licenses
from openai_landscape.testing._terms import citations, constraints, terms
from openai_landscape.testing._texts import claims, evidence, mappings, mentions, sources, spans
from openai_landscape.testing._uses import grants, licensees, uses
from openai_landscape.testing._values import (
    counts,
    days,
    decimals,
    money,
    months,
    names,
    partial_dates,
    quantities,
    years,
)
from openai_landscape.testing._verdicts import verdicts

__all__ = [
    "answers",
    "check_license",
    "citations",
    "claims",
    "constraints",
    "counts",
    "days",
    "decimals",
    "evidence",
    "fuller_uses",
    "grants",
    "laws",
    "licensees",
    "licenses",
    "lineages",
    "mappings",
    "mentions",
    "models",
    "money",
    "months",
    "names",
    "organizations",
    "partial_dates",
    "people",
    "products",
    "quantities",
    "sources",
    "spans",
    "terms",
    "uses",
    "verdicts",
    "without",
    "years",
]
