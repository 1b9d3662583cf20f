"""The same terms for two general policy engines: Cedar and CEL."""

from __future__ import annotations

import json

from openai_landscape.entities import License
from openai_landscape.evaluation._facts import View
from openai_landscape.terms import (
    AnyOf,
    Choice,
    Constraint,
    DateTest,
    Duty,
    Everything,
    Flag,
    NoneOf,
    Permission,
    Prohibition,
    Reading,
    Reservation,
    SetOf,
    Users,
)
from openai_landscape.terms.constraint import parts
from openai_landscape.use import FACTS, Use


def cedar_policies(license_: License, activity: str) -> str:
    """Return every rule of the licence for *activity* as a Cedar policy: grants permit, the others forbid."""
    rules = []
    for term in license_.terms:
        if activity in term.activities and isinstance(term, Permission | Prohibition | Reservation):
            effect = "permit" if isinstance(term, Permission) else "forbid"
            when = condition(term.when, "context.", cel=False)
            rules.append(f"{effect}(principal, action, resource) when {{ {when} }};")
    return "\n".join(rules)


def cel_expression(license_: License, activity: str) -> str:
    """Return the whole licence for *activity* as one CEL expression: granted, and neither forbidden nor reserved."""
    sides: dict[type, list[str]] = {Permission: [], Prohibition: [], Reservation: []}
    for term in license_.terms:
        if activity in term.activities and type(term) in sides:
            sides[type(term)].append(condition(term.when, "", cel=True))
    granted = " || ".join(f"({each})" for each in sides[Permission])
    barred = " || ".join(f"({each})" for each in (*sides[Prohibition], *sides[Reservation]))
    return f"({granted}) && !({barred})"


def name(path: str) -> str:
    """Return a fact's path as a name that both engines take."""
    return path.replace(".", "_").replace("[", "_").replace("]", "").replace("-", "_").replace("#", "_")


def condition(constraint: Constraint, prefix: str, *, cel: bool) -> str:
    """Return the constraint in the engine's language."""
    if isinstance(constraint, Everything | AnyOf | NoneOf):
        joined = [f"({condition(part, prefix, cel=cel)})" for part in parts(constraint)]
        if isinstance(constraint, Everything):
            return " && ".join(joined) or "true"
        return f"!({' || '.join(joined)})" if isinstance(constraint, NoneOf) else " || ".join(joined)
    match constraint:
        case Users(fact=fact, window=window, gt=limit):
            return f"{prefix}{name(f'{fact}[{window}]')} > {limit}"
        case Flag(fact=fact, equals=wanted):
            return f"{prefix}{name(fact)} == {json.dumps(wanted)}"
        case Choice(fact=fact, one_of=words):
            return (
                f"{prefix}{name(fact)} in {json.dumps(words)}"
                if cel
                else f"{json.dumps(words)}.contains({prefix}{name(fact)})"
            )
        case SetOf(fact=fact):
            words = json.dumps(constraint.words)
            held = f"{prefix}{name(fact)}"
            return f"{held}.exists(w, w in {words})" if cel else f"{held}.containsAny({words})"
        case Reading(reading=reading, equals=wanted):
            return f"{prefix}reading_{name(reading)} == {json.dumps(wanted)}"
        case DateTest(fact=fact, since=day):
            return f'{prefix}{name(fact)} >= "{day}"'
    raise AssertionError(constraint)


def asked(license_: License, activity: str) -> list[str]:
    """Return the names of the facts that the rules for *activity* read."""
    found = []
    for term in license_.terms:
        if activity in term.activities and not isinstance(term, Duty):
            for atom in _atoms(term.when):
                fact = f"{atom.fact}[{atom.window}]" if isinstance(atom, Users) else getattr(atom, "fact", None)
                found.append(name(fact or f"reading_{getattr(atom, 'reading', '')}"))
    return found


def context(license_: License, use: Use) -> dict[str, object]:
    """Return what the use says of each fact that the licence reads; unknown ones are left out."""
    view = View(use)
    found: dict[str, object] = {}
    for term in license_.terms:
        for atom in _atoms(term.when):
            if isinstance(atom, Users):
                figures = use.licensee.monthly_active_users
                value = figures if isinstance(figures, int) else None if figures is None else figures.get(atom.window)
                found[name(f"{atom.fact}[{atom.window}]")] = value
            elif not isinstance(atom, Reading):
                found[name(atom.fact)] = _value(view, atom.fact)
    return {key: value for key, value in found.items() if value is not None}


def _atoms(constraint: Constraint) -> list[Constraint]:
    if isinstance(constraint, Everything | AnyOf | NoneOf):
        return [atom for part in parts(constraint) for atom in _atoms(part)]
    return [constraint]


def _value(view: View, fact: str) -> object:
    kind = FACTS[fact].kind
    if kind == "flag":
        return view.flag(fact, "")
    if kind in ("set", "places"):
        members = view.members(fact)
        return None if members is None else sorted(members)
    return view.choice(fact)
