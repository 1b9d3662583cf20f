"""Strategies for the licence language: every form of condition, every kind of term."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Final, Literal, TypeAlias, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from openai_landscape.entities import Ambiguity
from openai_landscape.quantities import FrozenMapping
from openai_landscape.terms import (
    WINDOW_RULES,
    Amount,
    AnyOf,
    Choice,
    Citation,
    Constraint,
    DateTest,
    Duty,
    DutyKind,
    Everything,
    Flag,
    NoneOf,
    Permission,
    Prohibition,
    Reading,
    Reservation,
    SetOf,
    Term,
    Users,
)
from openai_landscape.testing._facts import SEATS
from openai_landscape.testing._values import counts, days, money, months, subsets, years
from openai_landscape.use import ACTIVITIES, FACTS, Fact, FactKind, fact_named

TermKind: TypeAlias = Literal["permission", "prohibition", "reservation", "duty"]

TEXT: Final = "agreement"
"""The id of the text that generated citations point into."""

CHARS: Final = 10_000
"""How long that text is."""

_SECTIONS: Final = ("1", "1.a", "1.b.ii", "2", "AUP 1.a", "Disclaimer")
_BOUNDS: Final = ("gt", "ge", "lt", "le")
_YEARLY_ONLY: Final = ("preceding_year", "preceding_12_months", "anniversary_12_months")
_WORDS: Final = ("Built with Foo", "Foo", "Powered by Bar", "„Foo“ <b>&")
_GROUPS: Final = ("EU", "EEA", *SEATS)


def constraints(
    *ambiguities: Ambiguity, about: Collection[str] = tuple(FACTS), most: int = 4
) -> SearchStrategy[Constraint]:
    """Return conditions over the facts of a use, of every form that there is.

    Args:
        *ambiguities: Points that a licence leaves open: conditions then ask how they are read, too.
        about: The paths of the facts that they ask for; any by default.
        most: How many comparisons a condition joins at most, about.

    >>> from hypothesis import given, settings
    >>> from openai_landscape.terms import atoms
    >>> @settings(max_examples=5)
    ... @given(constraints(about=["purpose", "production"]))
    ... def test_nothing_else_is_asked(when):
    ...     assert {atom.fact for atom in atoms(when)} <= {"purpose", "production"}
    >>> test_nothing_else_is_asked()
    """
    return _constraints(ambiguities, tuple(about), most)


@cache
def _constraints(ambiguities: tuple[Ambiguity, ...], about: tuple[str, ...], most: int) -> SearchStrategy[Constraint]:
    compared = _comparisons(about)  # named more than once: most conditions compare something
    simple = st.one_of(st.just(Everything(all_of=())), compared, compared, compared, _readings(ambiguities))
    return st.recursive(simple, _joint, max_leaves=most)


def _joint(parts: SearchStrategy[Constraint]) -> SearchStrategy[Constraint]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Everything, all_of=several),
        st.builds(AnyOf, any_of=several | st.just(())),
        st.builds(NoneOf, none_of=several),
    )


@cache
def _comparisons(about: tuple[str, ...]) -> SearchStrategy[Constraint]:
    # by fact and not by form: each fact is asked about as often as any other
    facts = [fact for path in about if (fact := fact_named(path)).kind in _FORMS]
    of = {fact.path: _FORMS[fact.kind](fact) for fact in facts}
    return st.sampled_from(facts).flatmap(lambda fact: of[fact.path])


def _choices(fact: Fact) -> SearchStrategy[Constraint]:
    words = _GROUPS if fact.kind == "country" else fact.values
    return st.builds(Choice, fact=st.just(fact.path), one_of=subsets(words, least=1, most=3))


def _flags(fact: Fact) -> SearchStrategy[Constraint]:
    return st.builds(Flag, fact=st.just(fact.path), equals=st.booleans())


def _sets(fact: Fact) -> SearchStrategy[Constraint]:
    words = subsets(_GROUPS if fact.kind == "places" else fact.values, least=1, most=3)
    return st.one_of(
        st.builds(SetOf, fact=st.just(fact.path), overlaps=words),
        st.builds(SetOf, fact=st.just(fact.path), within=words),
    )


def _dates(fact: Fact) -> SearchStrategy[Constraint]:
    return st.one_of(
        st.builds(DateTest, fact=st.just(fact.path), since=days()),
        st.builds(DateTest, fact=st.just(fact.path), before=days()),
    )


def windows(fact: Fact) -> SearchStrategy[str]:
    """Return the windows in which a figure of this fact's period can be measured."""
    assert fact.measure is not None
    if fact.measure.period == "day":
        return st.sampled_from(("present", "since_acquired"))
    if fact.measure.period == "year":
        return st.sampled_from(("present", "since_acquired", *_YEARLY_ONLY)) | years()
    return st.sampled_from([rule for rule in WINDOW_RULES if rule not in _YEARLY_ONLY]) | months()


def _users(fact: Fact) -> SearchStrategy[Constraint]:
    return _bounded(fact, Users, counts())


def _amounts(fact: Fact) -> SearchStrategy[Constraint]:
    return _bounded(fact, Amount, money(("USD", "EUR")))


def _bounded(fact: Fact, form: type[Users | Amount], values: SearchStrategy[object]) -> SearchStrategy[Constraint]:
    def build(window: str, bound: str, value: object) -> Constraint:
        return form.model_validate({"fact": fact.path, "window": window, bound: value})

    return st.builds(build, windows(fact), st.sampled_from(_BOUNDS), values)


_FORMS: Final[Mapping[FactKind, Callable[[Fact], SearchStrategy[Constraint]]]] = {
    "choice": _choices,
    "country": _choices,
    "flag": _flags,
    "set": _sets,
    "places": _sets,
    "users": _users,
    "money": _amounts,
    "date": _dates,
}


def _readings(ambiguities: Sequence[Ambiguity]) -> SearchStrategy[Constraint]:
    offered = [Reading(reading=each.id, equals=name) for each in ambiguities for name in each.readings]
    return st.sampled_from(offered) if offered else st.nothing()


@cache
def citations() -> SearchStrategy[Citation]:
    """Return places in the text of a generated licence."""
    return st.builds(_citation, st.sampled_from(_SECTIONS), st.integers(0, CHARS - 100))


def _citation(section: str, start: int) -> Citation:
    return Citation(section=section, text=TEXT, span=(start, start + 100))


def _ambiguity(id: str, *readings: str) -> Ambiguity:  # noqa: A002 - the field's own name
    return Ambiguity(
        id=id,
        question=f"what is meant by {id}?",
        readings=FrozenMapping({name: f"the {name} reading" for name in readings}),
        citation=_citation("3", 300),
    )


OPEN: Final = (_ambiguity("outputs", "narrow", "wide"), _ambiguity("scope", "first", "second", "third"))
"""The points that generated licences leave open."""


def terms(
    conditions: SearchStrategy[Constraint] | None = None, kinds: Sequence[TermKind] = get_args(TermKind)
) -> SearchStrategy[Term]:
    """Return permissions, prohibitions, reservations and duties.

    Args:
        conditions: What they hang on: any `constraints` by default.
        kinds: Which of the four.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(terms(kinds=["prohibition"]))
    ... def test_it_forbids(term):
    ...     assert term.kind == "prohibition"
    >>> test_it_forbids()
    """
    when = constraints() if conditions is None else conditions
    makes: dict[TermKind, SearchStrategy[Term]] = {
        "permission": st.builds(Permission, **_cited("permission", when)),
        "prohibition": st.builds(Prohibition, **_cited("prohibition", when)),
        "reservation": st.builds(
            Reservation,
            **_cited("reservation", when),
            grantor=st.just("acme"),
            lifted_by=st.sampled_from(("grant", "registration")),
        ),
        "duty": st.builds(_duty, st.fixed_dictionaries(_cited("duty", when)), _asked()),
    }
    return st.one_of([makes[kind] for kind in kinds])


def _cited(kind: TermKind, when: SearchStrategy[Constraint]) -> dict[str, SearchStrategy[object]]:
    everything = tuple(ACTIVITIES)
    return {
        "id": st.integers(1, 9).map(lambda number: f"{kind}-{number}"),
        "activities": st.just(everything) | subsets(everything, least=1),
        "when": when,
        "summary": st.just(f"a {kind}"),
        "citation": citations(),
    }


def _asked() -> SearchStrategy[dict[str, object]]:
    kinds: SearchStrategy[object] = st.sampled_from(get_args(DutyKind))
    beginnings: SearchStrategy[object] = st.sampled_from(("Foo", "Llama 3", "Llama"))
    places: SearchStrategy[object] = st.just(("a website", "the documentation"))
    shown = st.fixed_dictionaries({"asks": kinds, "words": subsets(_WORDS, most=2)}, optional={"places": places})
    return shown | st.fixed_dictionaries({"asks": st.just("name"), "name_begins": beginnings})


def _duty(cited: Mapping[str, object], asked: Mapping[str, object]) -> Duty:
    shown = [*_texts(asked.get("words")), *_texts(asked.get("name_begins"))]
    summary = " and ".join(["a duty", *(f"“{words}”" for words in shown)])
    return Duty.model_validate({**cited, **asked, "summary": summary})


def _texts(words: object) -> tuple[str, ...]:
    if isinstance(words, str):
        return (words,)
    return words if isinstance(words, tuple) else ()
