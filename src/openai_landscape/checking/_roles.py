"""Who somebody is or was, and where."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import say
from openai_landscape.checking._scene import Scene
from openai_landscape.checking._words import folded, meaning, words_of
from openai_landscape.checking.assessment import FactReason
from openai_landscape.entities import Organization, Person, Product, Role
from openai_landscape.quantities import PartialDate

_SOLE = frozenset({"ceo", "chair"})
"""Titles that one person at a time holds."""


def judge_role(scene: Scene) -> Judged:
    """Judge "A is CEO of B"."""
    person = scene.subject("person")
    where = scene.find(scene.said, "organization", "product")
    if isinstance(where, Product):
        where = scene.catalog.organizations.get(where.owner or "")
    if not isinstance(where, Organization):
        return unknown(f"{scene.word!r}: no organisation of that name is in the catalogue")
    if not isinstance(person, Person):
        return _stranger(scene, where)
    asked = titles(scene.claim.qualifiers.get("title", ""))
    here = [role for role in person.roles if role.organization == where.id]
    told = tuple(_told(person, role) for role in person.roles)
    if not here:
        return _elsewhere(scene, person, where, asked).because(*told)
    return _held(scene, person, here, asked, told)


def titles(text: str) -> frozenset[str]:
    """Return the titles that *text* names, by their keys; those that are not known as they stand.

    >>> sorted(titles("Gründer und CEO"))
    ['ceo', 'founder']
    """
    words = folded(text)
    whole = meaning("title", words)
    if whole is not None:
        return frozenset({whole, *_IMPLIED.get(whole, ())})
    return frozenset(found for run in words_of(words) for found in (meaning("title", run),) if found is not None)


_IMPLIED: Final = MappingProxyType({"chief_scientist": ("scientist",)})
"""Titles that another one says as well."""


def _told(person: Person, role: Role) -> FactReason:
    span = "".join((f" from {role.since}" if role.since else "", f" until {role.until}" if role.until else ""))
    return FactReason(
        text=f"{person.name}: {role.title} at {role.organization}{span}",
        entity=person.id,
        field="roles",
        value=role.title,
        as_of=role.since,
        source=role.source or next(iter(person.sources), None),
    )


def _held(
    scene: Scene, person: Person, here: list[Role], asked: frozenset[str], told: tuple[FactReason, ...]
) -> Judged:
    named = scene.claim.qualifiers.get("title")
    right = say("role", name=person.name, title=" / ".join(each.title for each in here), where=scene.word)
    if named and not asked:
        return unknown(f"whether {person.name} is {named!r} is not on record").because(*told)
    fitting = [role for role in here if not asked or titles(role.title) & asked]
    known = frozenset(title for role in here for title in titles(role.title))
    if not fitting:
        return _other_title(scene, person, asked, told)
    now = [role for role in fitting if _held_at(role, scene.at)]
    if not now:
        return Judged(Truth.FALSE, told, right, otherwise=True)
    if scene.when is None and not any(_held_at(role, None) for role in fitting):
        return Judged(Truth.TRUE, told, right, otherwise=True)
    return Judged(Truth.TRUE if asked <= known else Truth.LOOSE, told, right)


def _other_title(scene: Scene, person: Person, asked: frozenset[str], told: tuple[FactReason, ...]) -> Judged:
    where = scene.find(scene.said, "organization")
    if isinstance(where, Organization) and (others := list(_holders(scene, where, asked & _SOLE))):
        other, role = others[0]
        right = say("role", name=other.name, title=role.title, where=where.name)
        return Judged(Truth.FALSE, (*told, _told(other, role)), right)
    return unknown(f"whether {person.name} holds that title is not on record").because(*told)


def _held_at(role: Role, at: PartialDate | None) -> bool:
    """Whether a role can have been held on a day of *at*; without a date, whether it still is."""
    if at is None:
        return role.until is None
    begun = role.since is None or role.since.first() <= at.last()
    return begun and (role.until is None or role.until.last() >= at.first())


def _elsewhere(scene: Scene, person: Person, where: Organization, asked: frozenset[str]) -> Judged:
    """A title that one person holds, and somebody else is on record with it."""
    for other, role in _holders(scene, where, asked & _SOLE):
        if other.id != person.id:
            right = say("role", name=other.name, title=role.title, where=where.name)
            return Judged(Truth.FALSE, (_told(other, role),), right)
    return unknown(f"no role of {person.name} at {where.name} is on record")


def _stranger(scene: Scene, where: Organization) -> Judged:
    asked = titles(scene.claim.qualifiers.get("title", ""))
    for other, role in _holders(scene, where, asked & _SOLE):
        right = say("role", name=other.name, title=role.title, where=where.name)
        return Judged(Truth.FALSE, (_told(other, role),), right)
    return unknown(f"{scene.name}: no person of that name is in the catalogue")


def _holders(scene: Scene, where: Organization, asked: frozenset[str]) -> Iterator[tuple[Person, Role]]:
    for person in scene.catalog.people.values():
        for role in person.roles:
            if role.organization == where.id and titles(role.title) & asked and _held_at(role, scene.at):
                yield person, role
