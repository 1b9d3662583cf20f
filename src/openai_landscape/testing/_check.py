"""All laws held over uses that are drawn for one licence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from openai_landscape.entities import License
from openai_landscape.evaluation import evaluate
from openai_landscape.terms import Prohibition
from openai_landscape.testing import laws
from openai_landscape.testing._answers import answers, fuller_uses, is_answerable
from openai_landscape.testing._facts import NESTED
from openai_landscape.testing._interests import interests_of
from openai_landscape.testing._terms import CHARS, TEXT, constraints, terms
from openai_landscape.testing._uses import uses
from openai_landscape.testing._values import counts
from openai_landscape.use import FACTS, Use

Case: TypeAlias = tuple[object, ...]
Law: TypeAlias = Callable[..., None]
"""A law of `laws`, which takes the licence and then what its case is drawn from."""

_AUDIENCES: Final = (*NESTED[0], "daily_active_users", "product_monthly_visits")


def _plain(license_: License) -> SearchStrategy[Case]:
    return st.tuples(uses(license_))


def _permuted(license_: License) -> SearchStrategy[Case]:
    return st.tuples(uses(license_), st.permutations(range(len(license_.terms))))


def _banned(license_: License) -> SearchStrategy[Case]:
    bans = terms(constraints(*license_.ambiguities), kinds=["prohibition"])
    return st.tuples(uses(license_), bans.map(lambda ban: _of(license_, ban)))


def _of(license_: License, ban: object) -> Prohibition:
    """The prohibition as a term of *license_*: under an id of its own, citing one of its texts."""
    assert isinstance(ban, Prohibition)
    taken = {term.id for term in license_.terms}
    free = next(name for number in range(len(taken) + 1) if (name := f"prohibition-{number}") not in taken)
    text = license_.texts[0]
    cited = ban.citation if text.id == TEXT and text.chars == CHARS else ban.citation.evolve(text=text.id, span=(0, 1))
    return ban.evolve(id=free, citation=cited)


def _fuller(license_: License) -> SearchStrategy[Case]:
    return fuller_uses(license_)


@st.composite
def _answered(draw: DrawFn, license_: License) -> Case:
    use = draw(uses(license_).filter(lambda use: is_answerable(evaluate(license_, use))))
    return use, draw(answers(use, evaluate(license_, use), license_))


@st.composite
def grown(draw: DrawFn, license_: License) -> Case:
    """Two uses of which the second has more users: every audience is raised by the same number, or not at all."""
    use, more = draw(uses(license_)), draw(st.sampled_from((0, 1, 2, 10**6, 10**9)))
    figures = use.licensee.model_dump(mode="json", include=set(_AUDIENCES), exclude_none=True)
    raised = {name: _raised(figure, more) for name, figure in figures.items()}
    return use, use.evolve(licensee=use.licensee.evolve(**raised))


@st.composite
def _lined(draw: DrawFn, license_: License) -> Case:
    """A use, and the path of a figure that it states: one that the terms read, where there is one."""
    use = draw(uses(license_))
    stated = [path for path, fact in FACTS.items() if fact.measure is not None and _figure(use, path) is not None]
    if not stated:
        use = use.evolve(licensee=use.licensee.evolve(monthly_active_users=draw(counts())))
        return use, "licensee.monthly_active_users"
    asked = interests_of([license_]).facts
    fact = draw(st.sampled_from([path for path in stated if path in asked] or stated))
    figure = _figure(use, fact)
    return use, f"{fact}[{draw(st.sampled_from(sorted(figure)))}]" if isinstance(figure, Mapping) else fact


def _figure(use: Use, fact: str) -> object:
    return getattr(use.licensee, fact.removeprefix("licensee."))


def _raised(figure: object, more: int) -> object:
    if isinstance(figure, Mapping):
        return {period: number + more for period, number in figure.items()}
    assert isinstance(figure, int)
    return figure + more


CASES: Final[Mapping[Law, Callable[[License], SearchStrategy[Case]]]] = MappingProxyType(
    {
        laws.a_prohibition_trumps_every_permission: _banned,
        laws.adding_a_prohibition_never_helps: _banned,
        laws.an_agreement_lifts_reservations_alone: _plain,
        laws.duties_never_change_the_outcome: _plain,
        laws.earlier_questions_are_irrelevant: _fuller,
        laws.facts_in_unknown_settle: _answered,
        laws.is_permitted_says_the_same: _plain,
        laws.more_facts_never_overturn: _fuller,
        laws.more_users_never_help: grown,
        laws.order_of_terms_is_irrelevant: _permuted,
        laws.same_question_same_answer: _plain,
        laws.strict_never_relaxes: _plain,
        laws.the_condition_says_when: _answered,
        laws.the_frontier_says_the_same: _lined,
        laws.what_depends_says_on_what: _plain,
    }
)
"""The laws of one licence, each with what to draw it from."""


def cases(law: Law, license_: License) -> SearchStrategy[Case]:
    """Return what *law* takes beside the licence."""
    return CASES[law](license_)


def laws_of(license_: License) -> tuple[Law, ...]:
    """Return the laws that *license_* has to keep: one of them speaks of upper caps alone."""
    capped = laws.has_only_upper_caps(license_)
    return tuple(law for law in CASES if capped or law is not laws.more_users_never_help)


def check_license(license_: License, *, max_examples: int = 100) -> None:
    """Hold every law of one licence, each over *max_examples* uses drawn for it; the same ones each time.

    For a licence of one's own, before it goes to production:

    >>> from openai_landscape.catalogue import catalog
    >>> check_license(catalog().license("mit"), max_examples=5)

    Raises:
        BrokenLawError: If a law does not hold; the smallest case found is in the error's notes.
    """
    for law in laws_of(license_):
        _check(law, license_, max_examples)


def _check(law: Law, license_: License, max_examples: int) -> None:
    @settings(
        max_examples=max_examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(law, license_))
    def holds(case: Case) -> None:
        law(license_, *case)

    holds()
