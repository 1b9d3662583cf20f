"""More is said of a use: facts left out and given, facts that a verdict asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from openai_landscape.entities import License
from openai_landscape.evaluation import Verdict
from openai_landscape.quantities import FrozenMapping, Money
from openai_landscape.terms import Amount, atoms
from openai_landscape.testing._facts import NESTED, values
from openai_landscape.testing._interests import Interests, interests_of
from openai_landscape.testing._uses import uses
from openai_landscape.testing._values import subsets
from openai_landscape.use import FACTS, Use

Json = dict[str, object]

_FIGURE: Final = re.compile(r"licensee\.(?P<name>\w+)(?:\[(?P<period>[0-9-]+)\])?")
_OPEN_WITHOUT_DEFAULT: Final = ("improved_model.foundational", "improved_model.competing", "improved_model.released")
_IMPLY_OTHERS: Final = ("circumstances.lawful",)  # what is not lawful touches a field that was not named


def fuller_uses(*licenses: License, defaults: bool = False) -> SearchStrategy[tuple[Use, Use]]:
    """Return pairs of uses of which the second says all that the first does, and perhaps more.

    Args:
        *licenses: The licences that will be asked about.
        defaults: Whether facts that have a default may be what the first leaves out: they are unknown only under
            `strict`.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(fuller_uses())
    ... def test_both_do_the_same(pair):
    ...     assert pair[0].activities == pair[1].activities
    >>> test_both_do_the_same()
    """
    return _fuller_uses(licenses, defaults)


@st.composite
def _fuller_uses(draw: DrawFn, licenses: Sequence[License], defaults: bool) -> tuple[Use, Use]:
    more = draw(uses(*licenses))
    given = [path for path in _given(more) if defaults or not _has_default(path, more)]
    dropped = draw(subsets(given)) if given else ()
    return without(more, dropped), more


def _given(use: Use) -> Iterator[str]:
    """The paths of the facts that *use* states, a dated figure's with its period."""
    for path in FACTS:
        holder, _, rest = path.partition(".")
        value = getattr(use, holder)
        if holder == "circumstances":
            value = value.get(rest)
        elif rest:
            value = getattr(value, rest)
        if path in _IMPLY_OTHERS and value is False:
            continue
        if isinstance(value, FrozenMapping):
            yield from (f"{path}[{period}]" for period in value)
        elif value is not None:
            yield path
    yield from (f"rates.{currency}" for currency in use.rates)
    yield from (f"readings.{key}" for key in use.readings)


def _has_default(path: str, use: Use) -> bool:
    if path == "copies":
        return "distribute" in use.activities or "embed" not in use.activities
    fact = FACTS.get(path.partition("[")[0])
    return fact is not None and fact.default is not None


def without(use: Use, paths: Collection[str]) -> Use:
    """Return *use* without the facts at *paths*, dotted, a dated figure's with its period.

    >>> people = {"2024-03": 5, "2024-04": 6}
    >>> use = Use(activities=["run"], licensee={"kind": "company", "monthly_active_users": people})
    >>> less = without(use, ["licensee.kind", "licensee.monthly_active_users[2024-03]"])
    >>> less.licensee.kind, less.licensee.monthly_active_users
    (None, FrozenMapping({Month('2024-04'): 6}))
    """
    facts = use.model_dump(mode="json")
    for path in paths:
        holder, _, rest = path.partition(".")
        name, _, period = rest.partition("[")
        part = facts[holder]
        if not rest:
            facts[holder] = None
        elif period and holder == "licensee":
            del part[name][period.removesuffix("]")]
            part[name] = part[name] or None
        elif holder in ("rates", "readings", "circumstances"):
            del part[rest]
        else:
            part[name] = None
    return Use.model_validate(facts)


def is_answerable(verdict: Verdict) -> bool:
    """Whether a use can state every fact that *verdict* depends on: a licence that nobody recorded is no such fact."""
    return not any(path.startswith(("license[", "ancestry[")) for path in verdict.unknown)


def answers(use: Use, verdict: Verdict, *licenses: License) -> SearchStrategy[Use]:
    """Return uses that say what *use* says, and all that *verdict* depends on: its `unknown` facts and open readings.

    An amount is stated in the currency that the clauses ask for, with the rates where they ask for several.

    Args:
        use: What was asked.
        verdict: What was answered.
        *licenses: The licences that were asked about.

    >>> from hypothesis import find
    >>> from openai_landscape import evaluate
    >>> use = Use(activities=["embed"], fields=[])
    >>> verdict = evaluate("llama-3-community", use)
    >>> verdict.unknown
    ('licensee.monthly_active_users[2024-03]',)
    >>> find(answers(use, verdict), lambda use: True).licensee.monthly_active_users
    FrozenMapping({Month('2024-03'): 700000000})
    """
    return _answers(use, verdict, licenses)


@st.composite
def _answers(draw: DrawFn, use: Use, verdict: Verdict, licenses: Sequence[License]) -> Use:
    interests, facts = interests_of(licenses), use.model_dump(mode="json")
    for path in verdict.unknown:
        currencies = _currencies(path, licenses)
        _state(facts, path, draw(_answer(path, Use.model_validate(facts), interests, currencies[0])))
        for currency in currencies if len(currencies) > 1 else ():
            facts["rates"].setdefault(currency, "1")
    for open_ in verdict.ambiguities:
        facts["readings"][f"{open_.license}#{open_.id}"] = draw(st.sampled_from(tuple(open_.readings)))
    return Use.model_validate(facts)


def _currencies(path: str, licenses: Iterable[License]) -> tuple[str, ...]:
    """In which currencies clauses ask for the amount at *path*."""
    asked = [atom for each in licenses for term in each.terms for atom in atoms(term.when) if isinstance(atom, Amount)]
    bounds = [atom.gt or atom.ge or atom.lt or atom.le for atom in asked if path.startswith(atom.fact)]
    return tuple(dict.fromkeys(bound.currency for bound in bounds if bound is not None)) or ("USD",)


def _answer(path: str, use: Use, interests: Interests, currency: str) -> SearchStrategy[object]:
    figure = _FIGURE.fullmatch(path)
    if figure is not None and FACTS[f"licensee.{figure['name']}"].measure is not None:
        numbers = _numbers(figure["name"], figure["period"], use, interests)
        return numbers.map(lambda number: _figure(number, figure["period"], currency))
    if path.startswith("rates."):
        return st.integers(1, 300).map(lambda cents: str(Decimal(cents) / 100))
    if path.startswith("registered["):
        return st.booleans()
    fact = path.rpartition(".")[2] if path.startswith("per_target.") else path
    found = values(fact, interests)
    if fact == "on" and use.acquired is not None:
        return found.map(lambda day: max(str(day), str(use.acquired)))
    if fact == "acquired" and use.on is not None:
        return found.map(lambda day: min(str(day), str(use.on)))
    return found


def _numbers(name: str, period: str | None, use: Use, interests: Interests) -> SearchStrategy[int | Decimal]:
    """The numbers at and beside the thresholds that the other figures leave room for."""
    low, high = _room(name, period, use)
    counted = FACTS[f"licensee.{name}"].kind == "users"
    near = interests.counts if counted else tuple(each.amount for each in interests.sums)
    ends = [end for end in (low, high) if end is not None]
    fitting = [
        n for n in (*(n + step for n in near for step in (0, -1, 1)), *ends) if low <= n and (high is None or n <= high)
    ]
    return st.sampled_from(fitting or [low])


def _figure(number: int | Decimal, period: str | None, currency: str) -> object:
    figure = {"amount": str(number), "currency": currency} if isinstance(number, Decimal) else number
    return {period: figure} if period else figure


def _room(name: str, period: str | None, use: Use) -> tuple[Decimal | int, Decimal | int | None]:
    chain: tuple[str, ...] = next((chain for chain in NESTED if name in chain), (name,))
    place = chain.index(name)
    narrower = [number for each in chain[:place] for number in _said(each, period, use)]
    wider = [number for each in chain[place + 1 :] for number in _said(each, period, use)]
    none = 0 if FACTS[f"licensee.{name}"].kind == "users" else Decimal(0)
    return max(narrower, default=none), min(wider, default=None)


def _said(name: str, period: str | None, use: Use) -> Iterator[Decimal | int]:
    figures = getattr(use.licensee, name)
    found = figures.items() if isinstance(figures, FrozenMapping) else [(period, figures)]
    for when, figure in found:
        if figure is not None and period in (when, None):
            yield figure.amount if isinstance(figure, Money) else figure


def _state(facts: Json, path: str, value: object) -> None:
    """Put *value* at the dotted *path* into a use's JSON."""
    if path.startswith("registered["):
        listed = facts["registered"] or []
        assert isinstance(listed, list)
        facts["registered"] = [*listed, *([path[len("registered[") : -1]] if value else [])]
        return
    if path.startswith("rates."):
        _part(facts, "rates")[path.removeprefix("rates.")] = value
        return
    *holders, name = path.partition("[")[0].split(".") if not path.startswith("per_target.") else _target(path)
    part = facts
    for holder in holders:
        part = _part(part, holder)
    dated = isinstance(value, Mapping) and isinstance(part.get(name), Mapping) and "amount" not in value
    part[name] = {**_part(part, name), **dict(value)} if dated and isinstance(value, Mapping) else value


def _target(path: str) -> tuple[str, str, str]:
    target, _, name = path.removeprefix("per_target.").rpartition(".")  # a licence's id may hold dots
    return ("per_target", target, name)


def _part(facts: Json, name: str) -> Json:
    part = facts.setdefault(name, {})
    assert isinstance(part, dict)
    return part
