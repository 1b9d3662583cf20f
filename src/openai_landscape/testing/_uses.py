"""Strategies for what somebody wants to do with a model, and who: with facts left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from openai_landscape.entities import License
from openai_landscape.terms import Reservation
from openai_landscape.testing._facts import figures_in, values
from openai_landscape.testing._interests import USUAL, Interests, interests_of
from openai_landscape.testing._values import CURRENCIES, days, subsets
from openai_landscape.use import ACTIVITIES, FACTS, Grant, Licensee, TargetFacts, Use

_PATHS: Final = tuple(path for path in FACTS if path != "registered")  # which is of a licence, not of a use
_OF_LICENSEE: Final = tuple(path for path in _PATHS if path.startswith("licensee."))
_PARTS: Final = ("licensee", "circumstances", "improved_model")

Facts = dict[str, object]
"""Facts by dotted path."""


def licensees() -> SearchStrategy[Licensee]:
    """Return licensees of whom some facts are known and others not.

    Figures lie at, one below and one above the thresholds of real licences, by calendar month, day or year or undated;
    what a product has never exceeds what its maker has, nor that what the group has.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(licensees())
    ... def test_a_seat_is_a_country_or_unknown(licensee):
    ...     assert licensee.country is None or len(licensee.country) == 2
    >>> test_a_seat_is_a_country_or_unknown()
    """
    return _facts(_OF_LICENSEE, USUAL).map(lambda facts: Licensee.model_validate(facts["licensee"]))


def uses(*licenses: License, several: bool = False, most_unknown: int | None = None) -> SearchStrategy[Use]:
    """Return uses: any activities, purposes, places, licensees and dates, each fact given or left out.

    Args:
        *licenses: Licences that will be asked about. Figures then cluster at their thresholds, words and dates are
            theirs, and grants, readings and registrations refer to them.
        several: Whether they will be asked about together: facts are then given for each of them, not for all.
        most_unknown: How many of the facts that their terms read are left out at most; any number by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(uses())
    ... def test_something_is_done(use):
    ...     assert use.activities
    >>> test_something_is_done()
    """
    interests = interests_of(licenses)
    whole = [path for path in _PATHS if not (several and path in TargetFacts.model_fields)]
    recorded = _recorded(licenses)
    if several:
        recorded["per_target"] = lambda: _per_target(licenses, interests)
    return st.builds(_use, _activities(), _facts(tuple(whole), interests, most_unknown), _some(recorded))


@cache
def _activities() -> SearchStrategy[tuple[str, ...]]:
    return subsets(tuple(ACTIVITIES), least=1, most=3)


@st.composite
def _facts(draw: DrawFn, paths: Sequence[str], interests: Interests, most_unknown: int | None = None) -> Facts:
    """Draw which facts are given, those that conditions read before others, and then only what those are."""
    wanted = [path for path in paths if path in interests.facts]
    others = [path for path in paths if path not in interests.facts]
    if most_unknown is None:
        given = draw(subsets(wanted)) if wanted else ()
    else:
        unknown = draw(subsets(wanted, most=most_unknown)) if wanted else ()
        given = tuple(path for path in wanted if path not in unknown)
    given = (*given, *draw(subsets(others, most=4)))
    return nested({path: draw(values(path, interests)) for path in given}, draw(_currencies()), draw(rates()))


@cache
def _currencies() -> SearchStrategy[str]:
    return st.sampled_from(CURRENCIES)


def nested(given: Mapping[str, object], currency: str, at: Mapping[str, Decimal]) -> Facts:
    """Return facts given by dotted path as a use has them in JSON, figures put right."""
    facts: Facts = {"rates": at}
    parts: dict[str, Facts] = {part: {} for part in _PARTS}
    for path, value in given.items():
        part, _, rest = path.partition(".")
        if rest:
            parts[part][rest] = value
        else:
            facts[path] = value
    parts["licensee"] = figures_in(currency, parts["licensee"])
    return {**facts, **parts}


@st.composite
def _some(draw: DrawFn, makes: Mapping[str, Callable[[], SearchStrategy[object]]]) -> Facts:
    """Draw some of the facts, making the strategies of those alone."""
    return {name: draw(makes[name]()) for name in draw(subsets(sorted(makes)))} if makes else {}


def _use(activities: tuple[str, ...], facts: Facts, recorded: Facts) -> Use:
    found = {**facts, **recorded, "activities": activities}
    on = found.get("on")
    if isinstance(on, str):  # a copy is taken before the question is asked
        found = _taken_by(on, found)
        targets = found.get("per_target", {})
        assert isinstance(targets, Mapping)
        found["per_target"] = {name: _taken_by(on, own) for name, own in targets.items()}
    return Use.model_validate(found)


def _taken_by(on: str, facts: Mapping[str, object]) -> Facts:
    acquired = facts.get("acquired")
    return {**facts, "acquired": min(acquired, on)} if isinstance(acquired, str) else dict(facts)


@cache
def rates() -> SearchStrategy[dict[str, Decimal]]:
    """Return rates of exchange: US dollars for one unit."""
    rate = st.integers(1, 300).map(lambda cents: Decimal(cents) / 100)
    return st.dictionaries(st.sampled_from([each for each in CURRENCIES if each != "USD"]), rate)


def grants(*licenses: License) -> SearchStrategy[Grant]:
    """Return rights given by separate agreement: those that *licenses* reserve, else Llama 3's.

    >>> from hypothesis import find
    >>> find(grants(), lambda grant: True).terms
    ('audience-cap',)
    """
    reserved = [(each.id, term.id) for each in licenses for term in each.terms if isinstance(term, Reservation)]
    lifted = st.sampled_from(reserved or [("llama-3-community", "audience-cap")])
    return st.builds(_grant, lifted, _spans())


@cache
def _spans() -> SearchStrategy[tuple[str | None, str | None]]:
    return st.tuples(st.none() | days(), st.none() | days()).map(_ordered)


def _ordered(dates: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    since, until = dates
    return (until, since) if since and until and until < since else dates


def _grant(lifted: tuple[str, str], dates: tuple[str | None, str | None]) -> Grant:
    return Grant.model_validate(
        {"license": lifted[0], "terms": [lifted[1]], "from": dates[0], "until": dates[1], "source": "an agreement"}
    )


def _recorded(licenses: Sequence[License]) -> dict[str, Callable[[], SearchStrategy[object]]]:
    """What a use can record of *licenses*, by name: agreements, registrations, duties met, readings chosen."""
    duties = [f"{each.id}#{term.id}" for each in licenses for term in each.terms if term.kind == "duty"]
    open_ = {f"{each.id}#{point.id}": tuple(point.readings) for each in licenses for point in each.ambiguities}
    reserved = any(isinstance(term, Reservation) for each in licenses for term in each.terms)
    found: dict[str, Callable[[], SearchStrategy[object]]] = {
        "registered": lambda: subsets([each.id for each in licenses] or ["chatglm-6b"])
    }
    if reserved or not licenses:
        found["grants"] = lambda: st.lists(grants(*licenses), max_size=2)
    if duties or not licenses:
        found["fulfilled"] = lambda: subsets(duties or ["llama-3-community#badge"], most=3)
    if open_:
        found["readings"] = lambda: readings(open_)
    return found


def readings(offered: Mapping[str, tuple[str, ...]]) -> SearchStrategy[dict[str, str]]:
    """Return a choice of readings for some of the ambiguities that *offered* names, each with its readings."""
    choices = [(key, name) for key, names in offered.items() for name in names]
    return st.lists(st.sampled_from(choices), unique_by=lambda choice: choice[0]).map(dict)


def _per_target(licenses: Sequence[License], interests: Interests) -> SearchStrategy[Mapping[str, object]]:
    paths = tuple(TargetFacts.model_fields)
    facts = st.lists(st.sampled_from(paths), unique=True, max_size=3).flatmap(
        lambda given: st.fixed_dictionaries({path: values(path, interests) for path in given})
    )
    return st.fixed_dictionaries({each.id: facts for each in licenses})
