"""Strategies for whole licences."""

from __future__ import annotations

from typing import Final, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from openai_landscape.entities import Ambiguity, InForce, License, LicenseText, Reach, Relation
from openai_landscape.quantities import Day, month_before
from openai_landscape.terms import Citation, Constraint, Permission, Reading, Reservation, Term, Users, atoms, text_hash
from openai_landscape.testing._terms import CHARS, OPEN, TEXT, citations, constraints, terms
from openai_landscape.testing._values import counts, days, subsets
from openai_landscape.use import ACTIVITIES, COMPONENTS

_TEXTS: Final = (LicenseText(id=TEXT, sha256=text_hash("generated"), chars=CHARS),)
_GRANT: Final = Permission(
    id="grant",
    activities=tuple(ACTIVITIES),
    summary="everything is granted",
    citation=Citation(section="1", text=TEXT, span=(0, 100)),
)
_POOL: Final = ("acme-open-1.0", "foo-community", "bar-research-2.1")


def licenses(
    *,
    id: str | None = None,  # noqa: A002 - the field's own name
    conditions: SearchStrategy[Constraint] | None = None,
    most_terms: int = 5,
) -> SearchStrategy[License]:
    """Return licences with every kind of term and condition that the language can express.

    Args:
        id: The licence's id; one of a few by default.
        conditions: What its terms hang on; any `constraints` by default.
        most_terms: How many terms it has at most; a broad grant and a cap derived from a release are not counted.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(licenses(id="ours"))
    ... def test_it_is_ours(license):
    ...     assert license.id == "ours"
    >>> test_it_is_ours()
    """
    optional = {
        "in_force": _in_force(),
        "components": subsets(COMPONENTS, least=1),
        "ambiguities": subsets(OPEN),
        "reach": st.lists(_reaches(), max_size=3, unique_by=lambda reach: reach.relation),
        "released": st.tuples(days(), citations(), st.none() | counts()),
    }
    return st.builds(
        _license,
        st.sampled_from(_POOL) if id is None else st.just(id),
        st.booleans(),
        st.lists(terms(constraints(*OPEN) if conditions is None else conditions), max_size=most_terms),
        st.fixed_dictionaries({}, optional=optional),
    )


def _license(id: str, granted: bool, found: list[Term], facts: dict[str, object]) -> License:  # noqa: A002 - the field's own name
    released = facts.pop("released", None)
    if isinstance(released, tuple):
        day, citation, cap = released
        facts |= {"released": day, "released_citation": citation}
        found = found if cap is None else [*found, _capped(day, cap)]
    numbered = [term.evolve(id=f"{term.kind}-{number}") for number, term in enumerate(found)]
    whole = (_GRANT, *numbered) if granted else tuple(numbered)
    open_ = facts.pop("ambiguities", ())
    assert isinstance(open_, tuple)
    return License.model_validate(
        {
            **facts,
            "id": id,
            "name": "a generated licence",
            "licensor": "acme",
            "texts": _TEXTS,
            "terms": whole,
            "ambiguities": (*open_, *(point for point in _asked(numbered) if point not in open_)),
        }
    )


def _asked(found: list[Term]) -> list[Ambiguity]:
    """The points that some condition reads."""
    read = {atom.reading for term in found for atom in atoms(term.when) if isinstance(atom, Reading)}
    return [point for point in OPEN if point.id in read]


def _capped(released: Day, cap: int) -> Reservation:
    """A reservation whose window follows from the release, as Llama's cap does."""
    users = {"fact": "licensee.monthly_active_users", "window": month_before(released), "gt": cap}
    return Reservation(
        id="cap",
        activities=tuple(ACTIVITIES),
        when=Users.model_validate({**users, "derived": "month_before_release"}),
        summary="a cap",
        citation=Citation(section="2", text=TEXT, span=(0, 100)),
        grantor="acme",
    )


def _in_force() -> SearchStrategy[InForce]:
    return st.builds(InForce, since=st.none() | days(), until=st.none() | days())


def _reaches() -> SearchStrategy[Reach]:
    return st.builds(
        Reach,
        relation=st.sampled_from(get_args(Relation)),
        reaches=st.sampled_from(("yes", "no", "open")),
        citation=st.none() | citations(),
    )
