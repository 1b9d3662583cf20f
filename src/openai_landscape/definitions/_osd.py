"""The Open Source Definition, version 1.9: ten criteria of a licence, and the form in which the thing is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openai_landscape.definitions._facts import PUBLISHED, no_model, recorded
from openai_landscape.definitions._freedoms import Freedoms, Target, Withheld
from openai_landscape.definitions.verdict import Criterion, CriterionOutcome, Ground
from openai_landscape.entities import Model

_NAMES: Final = {
    "1": "Free Redistribution",
    "2": "Source Code",
    "3": "Derived Works",
    "4": "Integrity of The Author's Source Code",
    "5": "No Discrimination of Persons or Groups",
    "6": "No Discrimination of Fields of Endeavor",
    "7": "Distribution of License",
    "8": "License Must Not Be Specific to a Product",
    "9": "License Must Not Restrict Other Software",
    "10": "License Must Be Technology-Neutral",
}


def osd(target: Target, freedoms: Freedoms) -> tuple[Criterion, ...]:
    """Hold *target* against the ten criteria."""
    return tuple(_criteria(target, freedoms))


def _criteria(target: Target, freedoms: Freedoms) -> Iterator[Criterion]:
    redistribution = freedoms.redistribution()
    yield _paid(judged("1", "the terms let everybody hand it on, also for money", redistribution), freedoms)
    yield _source(target)
    yield judged("3", "the terms let derivatives be made and handed on", freedoms.changes())
    yield _open("4", "nothing keeps changed versions from being handed on under the terms")
    yield _persons(freedoms)
    yield _fields(freedoms)
    yield _registration(freedoms)
    yield _open("8", "no term depends on a particular product or distribution")
    yield _open("9", "no term speaks of other software that is handed on alongside")
    yield _open("10", "no term asks for a particular technology or interface")


def judged(number: str, met: str, withheld: Withheld, name: str | None = None) -> Criterion:
    """Return a criterion's outcome: not met by what is certainly withheld, unknown by what may be."""
    name = name or _NAMES[number]
    if withheld.certain:
        return _criterion(number, name, "not_met", clauses(withheld.certain), withheld.certain)
    if withheld.unrecorded:
        reason = f"not known: {'; '.join(each.text for each in withheld.unrecorded)}"
        return _criterion(number, name, "unknown", reason, withheld.unrecorded)
    if withheld.unsettled:
        reason = f"depends on how the text is read: {clauses(withheld.unsettled)}"
        return _criterion(number, name, "unknown", reason, withheld.unsettled)
    return _criterion(number, name, "met", met)


def _criterion(
    number: str, name: str, outcome: CriterionOutcome, reason: str, grounds: tuple[Ground, ...] = ()
) -> Criterion:
    return Criterion(id=number, name=name, outcome=outcome, reason=reason, grounds=grounds)


def clauses(grounds: tuple[Ground, ...]) -> str:
    """Return the first clauses of *grounds*, in one line."""
    first = "; ".join(f"{each.license} {each.clause}: {each.text}" for each in grounds[:3])
    return first if len(grounds) <= 3 else f"{first}; and {len(grounds) - 3} more"


def _open(number: str, reason: str) -> Criterion:
    return _criterion(number, _NAMES[number], "met", reason)


def _paid(criterion: Criterion, freedoms: Freedoms) -> Criterion:
    fees = freedoms.duties("pay")
    if fees and criterion.outcome != "not_met":
        return _criterion("1", _NAMES["1"], "not_met", clauses(fees), fees)
    return criterion


def _persons(freedoms: Freedoms) -> Criterion:
    found = judged("5", "the terms are the same for every licensee and every place", freedoms.persons())
    burdens = freedoms.burdens() if found.outcome == "met" else ()
    if burdens:
        reason = f"a duty falls on some licensees only, and the definition does not say if it may: {clauses(burdens)}"
        return _criterion("5", _NAMES["5"], "unknown", reason, burdens)
    return found


def _fields(freedoms: Freedoms) -> Criterion:
    found = judged("6", "the terms bar no field and no purpose", freedoms.fields())
    if found.outcome == "not_met" and not freedoms.lawful_ends().certain:
        reason = f"the licence itself makes the law a condition: {found.reason}"
        return _criterion("6", _NAMES["6"], "not_met", reason, found.grounds)
    return found


def _registration(freedoms: Freedoms) -> Criterion:
    asked = freedoms.duties("register")
    if asked:
        return _criterion("7", _NAMES["7"], "not_met", clauses(asked), asked)
    return _open("7", "the rights come with the copy; no further agreement has to be signed")


def _source(target: Target) -> Criterion:
    if isinstance(target, Model):
        return recorded(target, "2", _NAMES["2"], "weights", PUBLISHED)
    return no_model("2", _NAMES["2"])
