"""Who made a thing, when it was released and how, and whether it got out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from types import MappingProxyType
from typing import Final, TypeAlias

from openai_landscape.checking._dates import dates_agree, month_named
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._openness import openness_of
from openai_landscape.checking._say import say
from openai_landscape.checking._scene import ARTIFACT, Scene, fact
from openai_landscape.checking._words import folded, meaning
from openai_landscape.checking.assessment import FactReason, GapReason, PartReason, Reason
from openai_landscape.definitions.parts import models
from openai_landscape.entities import Mention, Model, Organization, Person, Product
from openai_landscape.quantities import PartialDate

Artifact: TypeAlias = Model | Product


def judge_developed(scene: Scene) -> Judged:
    """Judge "X was made by Y"."""
    made = _artifact(scene, scene.said)
    if made is None:
        return unknown(f"{scene.word!r}: no model or product of that name is in the catalogue")
    return _made_by(scene, made)


def _artifact(scene: Scene, named: object) -> Artifact | None:
    found = scene.find(named, *ARTIFACT)
    return found if isinstance(found, Model | Product) else None


def makers(scene: Scene, made: Artifact) -> tuple[Organization, ...]:
    """Return the recorded makers: its own, or where a family records none, those of its members."""
    if isinstance(made, Product):
        names = [made.owner]
    elif made.developer is not None:
        names = [made.developer]
    else:
        names = list(dict.fromkeys(each.developer for each in models(made, scene.catalog)))
    known = scene.catalog.organizations
    return tuple(known[name] for name in names if name is not None and name in known)


def _made_by(scene: Scene, made: Artifact) -> Judged:
    recorded = makers(scene, made)
    if not recorded:
        return unknown(f"who made {made.name} is not on record")
    field = "owner" if isinstance(made, Product) else "developer"
    reasons = tuple(fact(made, field, each.name) for each in recorded)
    party = scene.subject("organization", "person")
    right = say("maker", name=made.name, maker=recorded[0].name)
    if isinstance(party, Person):
        return Judged(_by_person(party, recorded), reasons, right)
    if not isinstance(party, Organization):
        return unknown(f"{scene.name!r}: no party of that name is in the catalogue").because(*reasons)
    truths = [_same_house(scene, party, each) for each in recorded]
    if all(truth is Truth.TRUE for truth in truths):
        return Judged(Truth.TRUE, reasons, right)
    if any(truth is not Truth.FALSE for truth in truths):
        return Judged(Truth.LOOSE, reasons, right)
    return Judged(_disputed(scene, made, party), (*reasons, *_disagreements(made, "developer")), right)


def _by_person(person: Person, recorded: tuple[Organization, ...]) -> Truth:
    held = {role.organization for role in person.roles}
    if held & {each.id for each in recorded}:
        return Truth.LOOSE
    return Truth.FALSE if held else Truth.UNKNOWN


def _same_house(scene: Scene, party: Organization, maker: Organization) -> Truth:
    """The maker itself or who owns it: true; a part of it, or of the same house: loosely."""
    if party.id == maker.id or party.id in _owners(scene, maker):
        return Truth.TRUE
    ours, theirs = {party.id, *_owners(scene, party)}, {maker.id, *_owners(scene, maker)}
    return Truth.LOOSE if ours & theirs else Truth.FALSE


def _owners(scene: Scene, organization: Organization) -> tuple[str, ...]:
    found: list[str] = []
    parent = organization.parent
    while parent is not None and parent not in found:
        found.append(parent)
        known = scene.catalog.organizations.get(parent)
        parent = known.parent if known else None
    return tuple(found)


def _disputed(scene: Scene, made: Artifact, party: Organization) -> Truth:
    """Whether another source names the party after all."""
    said = [each.value for each in _disagreeing(made, "developer")]
    return Truth.SPLIT if any(_called(scene, value) == party.id for value in said) else Truth.FALSE


def _called(scene: Scene, name: str) -> str | None:
    found = scene.find(Mention(mention=name), "organization")
    return found.id if found else None


def _disagreeing(made: Artifact, field: str) -> Iterator[FactReason]:
    for each in made.disagreements if isinstance(made, Model) else ():
        if each.field == field:
            yield FactReason(
                text=f"another source: {field} of {made.name}: {each.value}",
                entity=made.id,
                field=field,
                value=each.value,
                source=each.source,
            )


def _disagreements(made: Artifact, field: str) -> tuple[FactReason, ...]:
    return tuple(_disagreeing(made, field))


def judge_released(scene: Scene) -> Judged:
    """Judge "Y released X", with its date and manner, part by part."""
    made = _artifact(scene, scene.said)
    if made is None:
        return unknown(f"{scene.word!r}: no model or product of that name is in the catalogue")
    maker, dated, manner = _made_by_or_itself(scene, made), _dated(scene, made), _manner(scene, made)
    parts = [each for each in (maker, dated, manner) if each is not None]
    found = sorted(parts, key=lambda each: _WORST.index(each.truth))  # what decides is told first
    truth = found[0].truth
    right = next((each.right for each in found if each.truth is truth and each.right is not None), None)
    reasons = tuple(dict.fromkeys(reason for each in found for reason in each.reasons))
    return Judged(truth, reasons, right, any(each.otherwise for each in found))


_WORST: Final = (Truth.FALSE, Truth.UNKNOWN, Truth.SPLIT, Truth.LOOSE, Truth.TRUE)


def _made_by_or_itself(scene: Scene, made: Artifact) -> Judged | None:
    """The maker's part of a release; none where the claim names the thing itself, and no party."""
    itself = scene.subject(*ARTIFACT)
    if itself is not None and itself.id == made.id and scene.subject("organization", "person") is None:
        return None
    return _made_by(scene, made)


def released(scene: Scene, made: Artifact) -> PartialDate | None:
    """Return when a thing came out: its own date, or the earliest of its members'."""
    if made.released is not None or isinstance(made, Product):
        return made.released
    dates = [each.released for each in models(made, scene.catalog) if each.released is not None]
    return min(dates, default=None)


def _dated(scene: Scene, made: Artifact) -> Judged:
    out = released(scene, made)
    if out is None:
        if isinstance(made, Model) and made.weights in ("open", "gated") and scene.claim.when is None:
            return Judged(Truth.TRUE, (fact(made, "weights", made.weights),), say("weights-out", name=made.name))
        return unknown(f"when {made.name} was released is not on record")
    told = fact(made, "released", out)
    right = say("released", name=made.name, date=out)
    if scene.claim.when is not None:
        return _on_date(scene, made, out).because(told, *_disagreements(made, "released"))
    said_on = scene.claim.said_on
    if said_on is not None and said_on.last() < out.first() - _DAY and not _disagreements(made, "released"):
        return Judged(Truth.FALSE, (told,), right, otherwise=True)
    return Judged(Truth.TRUE, (told,), right)


_DAY: Final = timedelta(days=1)
"""Around the globe one moment has two dates."""


def _on_date(scene: Scene, made: Artifact, out: PartialDate) -> Judged:
    assert scene.claim.when is not None
    right = say("released", name=made.name, date=out)
    said = scene.claim.when.date
    if said is None:
        if meaning("vague_time", folded(scene.claim.when.text)) is not None:
            return Judged(Truth.TRUE, (GapReason(text=f"{scene.claim.when.text.strip()!r} names no date"),), right)
        month = month_named(scene.claim.when.text)
        if month is None or out.month is None:
            return unknown(f"{scene.claim.when.text!r}: no date that could be compared")
        agrees = out[5:7] == f"{month:02}"
        part = PartReason(text=f"month: on record is {out}", part="date", agrees=agrees)
        return Judged(Truth.TRUE if agrees else Truth.FALSE, (part,), right)
    agreed = dates_agree(said, out)
    if agreed is None:
        return unknown(f"on record is no more than {out}")
    if agreed:
        return Judged(Truth.TRUE, (), right)
    if any(dates_agree(said, each) for each in _other_dates(scene, made)):
        return Judged(Truth.SPLIT, (), right)
    near = said.first() <= out.last() + _DAY and said.last() >= out.first() - _DAY
    return Judged(Truth.LOOSE if near else Truth.FALSE, (), right)


def _other_dates(scene: Scene, made: Artifact) -> Iterator[PartialDate]:
    """Other dates on record: by other sources, of single models, or in the note that the record carries."""
    for each in _disagreements(made, "released"):
        yield from _read_dates(each.value)
    yield from _read_dates(made.note or "")
    if isinstance(made, Model):
        yield from (each.released for each in models(made, scene.catalog) if each.released is not None)


_DATE: Final = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b", re.ASCII)


def _read_dates(text: str) -> Iterator[PartialDate]:
    for found in _DATE.findall(text):
        try:
            yield PartialDate(found)
        except ValueError:
            continue


_MANNERS: Final = MappingProxyType({"open_source": "open_source", "open_weights": "open_weights"})


def _manner(scene: Scene, made: Artifact) -> Judged | None:
    manner = scene.claim.qualifiers.get("manner")
    if manner is not None and manner in _MANNERS:
        return openness_of(scene, made, _MANNERS[manner])
    if manner == "api" and isinstance(made, Model):
        if made.weights == "closed":
            return Judged(Truth.TRUE, (fact(made, "weights", made.weights),), say("closed", name=made.name))
        return unknown(f"whether {made.name} is offered as a service is not on record")
    if manner in ("research", "commercial"):
        from openai_landscape.checking._allowed import judge_allowed
        from openai_landscape.checking._purposes import judge_purpose

        said = "research" if manner == "research" else "commercial_use"
        claim = scene.claim.evolve(
            predicate="limited_to" if manner == "research" else "allows", subject=scene.said, object=said, qualifiers={}
        )
        return (judge_purpose if manner == "research" else judge_allowed)(Scene(claim, scene.catalog))
    return None


def judge_leak(scene: Scene) -> Judged:
    """Judge "X leaked", with its date and place."""
    found = scene.subject("model")
    if not isinstance(found, Model):
        return unknown(
            f"{scene.name}: no model of that name is in the catalogue; leaks of other things are not recorded"
        )
    singles = (found, *models(found, scene.catalog))
    got_out = [each for each in singles if each.weights == "leaked" or each.leaked is not None]
    if not got_out:
        return _no_leak(found)
    model = got_out[0]
    parts = [_leaked_on(scene, model), _leaked_to(scene, model)]
    truth = min((each.truth for each in parts), key=_WORST.index)
    right = next((each.right for each in parts if each.truth is truth and each.right is not None), None)
    told: list[Reason] = [fact(model, "weights", model.weights)]
    return Judged(truth, (*told, *(reason for each in parts for reason in each.reasons)), right)


def _no_leak(model: Model) -> Judged:
    if model.weights == "open":
        right = say("published", name=model.name)
        return Judged(Truth.FALSE, (fact(model, "weights", model.weights),), right)
    return unknown(f"no leak of {model.name} is on record")


def _leaked_on(scene: Scene, model: Model) -> Judged:
    if model.leaked is None:
        out = Judged(Truth.TRUE, (), say("leaked", name=model.name))
        return out if scene.when is None else unknown(f"when {model.name} leaked is not on record")
    told = fact(model, "leaked", model.leaked)
    right = say("leaked-on", name=model.name, date=model.leaked)
    said_on = scene.claim.said_on
    if scene.when is None:
        early = said_on is not None and said_on.last() < model.leaked.first() - _DAY
        return Judged(Truth.FALSE if early else Truth.TRUE, (told,), right, otherwise=early)
    agreed = dates_agree(scene.when, model.leaked)
    if agreed is None:
        return unknown(f"on record is no more than {model.leaked}")
    near = scene.when.first() <= model.leaked.last() + _WEEK and scene.when.last() >= model.leaked.first() - _WEEK
    return Judged(Truth.TRUE if agreed else Truth.LOOSE if near else Truth.FALSE, (told,), right)


_WEEK: Final = timedelta(days=7)
"""A leak spreads; what is on record is about when."""


def _leaked_to(scene: Scene, model: Model) -> Judged:
    if not scene.word or not model.leaked_to:
        return Judged(Truth.TRUE) if not scene.word else unknown(f"where {model.name} leaked to is not on record")
    told = tuple(fact(model, "leaked_to", place) for place in model.leaked_to)
    said = _folded(scene.word)
    if any(_folded(place) in said or said in _folded(place) for place in model.leaked_to):
        return Judged(Truth.TRUE, told)
    return unknown(f"that {model.name} leaked to {scene.word!r} is not on record").because(*told)


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
