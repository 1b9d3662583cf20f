"""The duties of a use, with their state, and which of them cannot all be met."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from openai_landscape.evaluation._decide import Bound, Grounds
from openai_landscape.evaluation._diagram import facts_of
from openai_landscape.evaluation._facts import named
from openai_landscape.evaluation.verdict import Clash, Obligation
from openai_landscape.quantities.base import assembled
from openai_landscape.terms import Duty
from openai_landscape.use import Use


def obligations(grounds: Grounds) -> tuple[Obligation, ...]:
    """Return the duties that apply or may apply: broken ones first, then the certain ones."""
    found: dict[tuple[str, str], Obligation] = {}
    for bound, duty in _duties(grounds):
        truth, diagram = grounds.space.truth(bound.formula)
        key = (bound.binding.license.id, duty.id)
        if truth is False or (key in found and found[key].truth):
            continue
        found[key] = assembled(
            Obligation,
            {
                "license": key[0],
                "id": duty.id,
                "asks": duty.asks,
                "clause": duty.citation.section,
                "text": duty.summary,
                "words": duty.exact,
                "places": duty.places,
                "truth": truth,
                "depends_on": tuple(sorted(named(facts_of(diagram, grounds.space)))),
                "fulfilled": _fulfilled(duty, bound.binding.license.id, bound.binding.view.use),
            },
        )
    return tuple(sorted(found.values(), key=_order))


def _order(duty: Obligation) -> tuple[bool, bool, str, str]:
    return (duty.fulfilled is not False, duty.truth is None, duty.license, duty.id)


def _duties(grounds: Grounds) -> Iterator[tuple[Bound, Duty]]:
    for bound in grounds.terms:
        if isinstance(bound.term, Duty):
            yield bound, bound.term


def _fulfilled(duty: Duty, license_id: str, use: Use) -> bool | None:
    if f"{license_id}#{duty.id}" in use.fulfilled:
        return True
    if duty.name_begins is not None and use.new_model_name is not None:
        return begins(use.new_model_name, duty.name_begins)
    if duty.asks == "register" and use.registered is not None:
        return license_id in use.registered
    return None


def begins(name: str, wanted: str) -> bool:
    """Whether a model's name begins with the wanted words, however they are joined; a hub's owner is no part of it.

    >>> begins("acme/Llama-3-Foo", "Llama 3"), begins("Llama-30B-Foo", "Llama 3")
    (True, False)
    """
    rest = name.rpartition("/")[2].casefold()
    for word in wanted.casefold().replace("-", " ").split():
        rest = rest.lstrip(" -_/")
        if not rest.startswith(word):
            return False
        rest = rest.removeprefix(word)
    return not (rest[:1].isdigit() and wanted[-1].isdigit())


def clashes(grounds: Grounds) -> tuple[Clash, ...]:
    """Return the naming duties that no one name can meet: each wants its own words first."""
    wanted: dict[str, str] = {}
    for bound, duty in _duties(grounds):
        if duty.name_begins is not None and grounds.space.truth(bound.formula)[0] is True:
            wanted[f"{bound.binding.license.id}#{duty.id}"] = duty.name_begins
    return tuple(
        Clash(duties=(one, two), text=f'a name cannot begin with both "{first}" and "{second}"')
        for (one, first), (two, second) in itertools.combinations(sorted(wanted.items()), 2)
        if not begins(first, second) and not begins(second, first)
    )
