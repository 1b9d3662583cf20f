"""Territories that terms are said to shut out: by the licensee's seat, or by the place of use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from openai_landscape.checking._clauses import deciding
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Word, say
from openai_landscape.checking._scene import Scene
from openai_landscape.checking._terms import Terms
from openai_landscape.checking._words import folded, meaning
from openai_landscape.checking.assessment import Reason
from openai_landscape.definitions.parts import Part
from openai_landscape.definitions.probes import for_purpose, small
from openai_landscape.entities import License, Mention
from openai_landscape.evaluation import Outcome, Verdict
from openai_landscape.quantities import Day
from openai_landscape.terms import Choice, SetOf, atoms
from openai_landscape.use import COUNTRIES, members
from openai_landscape.use.countries import GROUPS

_ARTICLE: Final = re.compile(r"^(?:in )?(?:the|der|die|das|den|dem|de|het) ")

_ELSEWHERE: Final = "US"
"""A place that no licence on record shuts out, to compare with."""


def place_of(scene: Scene) -> str | None:
    """Return the country or group of countries that the object names, by its code."""
    named = scene.said
    if not isinstance(named, Mention):
        return None
    for text in filter(None, (named.entity, named.mention, named.name)):
        if text.upper() in GROUPS or (text in COUNTRIES and len(text) == len(named.mention)):
            return text.upper()
        if (code := meaning("territory", _ARTICLE.sub("", folded(text)))) is not None:
            return code
    return None


def judge_place(scene: Scene, place: str, part: Part, day: Day) -> Judged:
    """Judge whether a part's terms shut out *place*."""
    terms = Terms(scene, part, day)
    if terms.gap is not None:
        return terms.gap
    asked = _Asked(terms)
    if asked.free is None:
        return unknown(f"what the terms of {', '.join(part.names)} let be done anywhere is not settled")
    countries = tuple(_told_apart(asked.licences(), members(place, day.first())))
    both = [asked.ask(country, country) for country in countries]
    barred = [verdict for verdict in both if verdict.outcome is not Outcome.PERMITTED]
    reasons = tuple(dict.fromkeys(reason for each in barred for reason in deciding(scene.catalog, each)))
    name = terms.name
    where = Word(f"place-{place}") if place in GROUPS else place
    if not barred:
        return Judged(Truth.FALSE, asked.granted(), say("place-free", name=name, place=where))
    right = say("place-by", name=name, place=where, how=Word(_how(asked, countries)), clause=_first_clause(reasons))
    if len(barred) < len(both) or any(each.outcome is Outcome.DEPENDS for each in barred):
        return Judged(Truth.SPLIT, reasons, right)
    wholly = all(asked.ask(_ELSEWHERE, country).outcome is Outcome.PROHIBITED for country in countries)
    return Judged(Truth.TRUE if wholly else Truth.LOOSE, reasons, right)


def _first_clause(reasons: tuple[Reason, ...]) -> str:
    return next((f"{each.license} {each.clause}" for each in reasons if each.kind == "clause"), "")


def _how(asked: _Asked, countries: tuple[str, ...]) -> str:
    seat = any(asked.ask(country, _ELSEWHERE).outcome is not Outcome.PERMITTED for country in countries)
    use = any(asked.ask(_ELSEWHERE, country).outcome is not Outcome.PERMITTED for country in countries)
    return "by-both" if seat and use else "by-seat" if seat else "by-use"


class _Asked:
    """A part's terms, asked about seats and places of use, for the widest purpose that they let pass elsewhere."""

    def __init__(self, terms: Terms) -> None:
        self.terms, self.catalog = terms, terms.scene.catalog
        self.purpose = next((each for each in ("commercial", "research") if self._free(each)), None)
        self.free = self.purpose

    def _free(self, purpose: str) -> bool:
        return self._evaluate(purpose, _ELSEWHERE, _ELSEWHERE).outcome is Outcome.PERMITTED

    def ask(self, seat: str, place: str) -> Verdict:
        """Return the verdict for a licensee with its seat in one country and the use in another."""
        return self._evaluate(self.purpose or "research", seat, place)

    def _evaluate(self, purpose: str, seat: str, place: str) -> Verdict:
        use = for_purpose(purpose, "run", licensee=small(country=seat), territories=(place,), on=self.terms.day)
        return self.terms.ask(use)

    def granted(self) -> tuple[Reason, ...]:
        """Return the clauses that let it be used."""
        return deciding(self.catalog, self.ask(_ELSEWHERE, _ELSEWHERE))

    def licences(self) -> tuple[License, ...]:
        """Return the licences that bear on the answer."""
        ids = dict.fromkeys(each.license for each in self.ask(_ELSEWHERE, _ELSEWHERE).findings)
        return tuple(self.catalog.licenses[key] for key in ids if key in self.catalog.licenses)


def _told_apart(licences: tuple[License, ...], countries: frozenset[str]) -> Iterator[str]:
    """One of each lot of countries that no term tells apart."""
    seen: set[tuple[bool, ...]] = set()
    sets = [words for each in licences for words in _named(each)]
    for country in sorted(countries):
        key = tuple(country in words for words in sets)
        if key not in seen:
            seen.add(key)
            yield country


def _named(license_: License) -> Iterator[frozenset[str]]:
    for term in license_.terms:
        for atom in atoms(term.when):
            words = atom.words if isinstance(atom, SetOf) else atom.one_of if isinstance(atom, Choice) else ()
            if isinstance(atom, SetOf | Choice) and atom.spec().kind in ("places", "country"):
                yield frozenset(code for word in words for code in members(word))
