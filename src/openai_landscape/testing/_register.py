"""What Hypothesis calls when it is imported (its entry point `hypothesis`): the types whose values it can draw."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Tell Hypothesis how to draw the entities, so that `from_type` finds them. Strategies are made at first use."""
    from openai_landscape import entities, evaluation, quantities, terms, use
    from openai_landscape.catalogue import Catalog

    drawn: dict[type[object], str] = {
        Catalog: "lineages",
        entities.Claim: "claims",
        entities.Evidence: "evidence",
        entities.License: "licenses",
        entities.Mention: "mentions",
        entities.Model: "models",
        entities.Organization: "organizations",
        entities.Person: "people",
        entities.Product: "products",
        entities.Source: "sources",
        evaluation.Verdict: "verdicts",
        quantities.Day: "days",
        quantities.Money: "money",
        quantities.Month: "months",
        quantities.PartialDate: "partial_dates",
        quantities.Quantity: "quantities",
        quantities.Year: "years",
        terms.Citation: "citations",
        use.Grant: "grants",
        use.Licensee: "licensees",
        use.Use: "uses",
    }
    for kind, name in drawn.items():
        st.register_type_strategy(kind, _maker(name))


def _maker(name: str) -> Callable[[type[object]], SearchStrategy[object]]:
    def make(kind: type[object]) -> SearchStrategy[object]:
        del kind
        from openai_landscape import testing

        strategy = getattr(testing, name)()
        assert isinstance(strategy, SearchStrategy)
        return strategy

    return make
