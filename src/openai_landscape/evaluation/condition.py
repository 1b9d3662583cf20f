"""The condition that an open verdict still turns on: simplified, printable, and a constraint itself."""

from __future__ import annotations

import calendar
import itertools
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from openai_landscape.evaluation._bind import Binder
from openai_landscape.evaluation._decide import Grounds
from openai_landscape.evaluation._diagram import Space
from openai_landscape.evaluation._facts import View
from openai_landscape.evaluation._formula import Formula, Joint, Leaf, conj, disj, negate
from openai_landscape.evaluation._slots import ChainSlot, ChoiceSlot, number
from openai_landscape.quantities.base import Value, assembled
from openai_landscape.terms import (
    WINDOW_RULES,
    Amount,
    AnyOf,
    Atom,
    Choice,
    Constraint,
    DateTest,
    Everything,
    Flag,
    NoneOf,
    Reading,
    SetOf,
    Users,
)
from openai_landscape.use import FACTS, Use
from openai_landscape.use.countries import GROUPS

_MOST: Final = 40
"""Beyond so many comparisons a condition is printed as it is: to leave one out is to compare the whole again."""


class Condition(Value):
    """When the use is permitted: in words, and as a constraint over the facts that are open.

    `when` is None where the condition is about something that no fact of a use can say, such as a licence not recorded.
    """

    text: str
    when: Constraint | None = None

    def holds(self, use: Use) -> bool | None:
        """Return whether the condition holds for *use*, None where it is open or cannot be put as a constraint."""
        if self.when is None:
            return None
        formula = Binder("", {}, View(use)).bind(self.when)
        return Space((formula,)).truth(formula)[0]


def condition(grounds: Grounds) -> Condition:
    """Return the condition under which the completions of *grounds* are permitted."""
    barred = simplified(_in_order(disj((grounds.prohibited, grounds.reserved))), grounds.space)
    return assembled(Condition, {"text": f"permitted unless {told(barred)}", "when": _constraint(negate(barred))})


def _in_order(formula: Formula) -> Formula:
    """Return the formula with its parts in the order of their words, whatever the order of the terms was."""
    if not isinstance(formula, Joint):
        return formula
    parts = sorted(map(_in_order, formula.parts), key=lambda part: (_size(part), told(part)))
    return conj(parts) if formula.every else disj(parts)


def simplified(formula: Formula, space: Space) -> Formula:
    """Return an equivalent formula from which no part can be left out."""
    if _size(formula) > _MOST:
        return formula
    meaning = space.truth(formula)[1]
    at, dropped = 0, False
    while isinstance(formula, Joint):
        smaller = next(itertools.islice(_smaller(formula), at, None), None)
        if smaller is not None and space.truth(smaller)[1] is not meaning:
            at += 1
        elif smaller is not None:
            formula, dropped = smaller, True
        elif dropped:
            at, dropped = 0, False  # what could not go before may be able to now
        else:
            break
    return formula


def _size(formula: Formula) -> int:
    return sum(map(_size, formula.parts)) if isinstance(formula, Joint) else 1


def _smaller(formula: Joint) -> Iterator[Formula]:
    """Each formula that is this one with one part, at any depth, left out, from the outside in."""
    join = conj if formula.every else disj
    for index, part in enumerate(formula.parts):
        rest = formula.parts[:index] + formula.parts[index + 1 :]
        yield join(rest)
        if isinstance(part, Joint):
            for inner in _smaller(part):
                yield join((*rest, inner))


def told(formula: Formula) -> str:
    """Return the formula in words."""
    if isinstance(formula, bool):
        return "always" if formula else "never"
    if isinstance(formula, Leaf):
        return _leaf(formula)
    words = [f"({told(part)})" if isinstance(part, Joint) else told(part) for part in _gathered(formula)]
    return (" and " if formula.every else " or ").join(words)


def _gathered(formula: Joint) -> list[Leaf | Joint]:
    """The parts, those that ask a set for one word each made one question for any of the words."""
    if formula.every:
        return list(formula.parts)
    asked: dict[str, tuple[str, ...]] = {}
    for part in formula.parts:
        if (
            isinstance(part, Leaf)
            and part.positive
            and isinstance(part.test.atom, SetOf)
            and part.test.overlaps is None
        ):
            asked[part.test.atom.fact] = (*asked.get(part.test.atom.fact, ()), *part.test.atom.words)
    found: list[Leaf | Joint] = []
    for part in formula.parts:
        atom = part.test.atom if isinstance(part, Leaf) and part.positive and part.test.overlaps is None else None
        if isinstance(part, Leaf) and isinstance(atom, SetOf):
            words = asked.pop(atom.fact, None)
            if words is not None:
                found.append(Leaf(evolve(part.test, atom=SetOf(fact=atom.fact, overlaps=words)), True))
        else:
            found.append(part)
    return found


def _leaf(leaf: Leaf) -> str:
    test, yes = leaf.test, leaf.positive
    if isinstance(test.slot, ChainSlot):
        return _reached(test.slot, leaf)
    match test.atom:
        case Choice(fact=fact, one_of=words):
            return f"{FACTS[fact].says} is {'' if yes else 'not '}{_either(words)}"
        case Flag(fact=fact):
            said = FACTS[fact].says.removeprefix("whether ")
            return said if yes else f"it is not so that {said}"
        case SetOf(fact=fact) as atom:
            verbs = ("include", "do not include") if atom.overlaps else ("keep to", "go beyond")
            return f"{FACTS[fact].says} {verbs[0 if yes else 1]} {_either(atom.words)}"
        case Reading(reading=reading, equals=equals):
            return f"the open clause {reading} is {'' if yes else 'not '}read as {equals!r}"
    assert isinstance(test.slot, ChoiceSlot)
    missing, _, model = test.slot.path.removesuffix("]").partition("[")
    return f"the {missing} of {model}, which is not on record, {'' if yes else 'does not '}{_says(test.among, yes=yes)}"


def _says(words: frozenset[str], *, yes: bool) -> str:
    """What a text that is not on record says, of "forbids", "reserves" and "permits"."""
    return " or ".join(word if yes else word.removesuffix("s") for word in sorted(words))


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(GROUPS.get(word, word) for word in words)


def _reached(slot: ChainSlot, leaf: Leaf) -> str:
    test, yes = leaf.test, leaf.positive
    assert test.reaches is not None
    index, (value, above) = test.reaches
    match test.atom:
        case DateTest(fact=fact, since=day):
            return f"{FACTS[fact].says} is {'on or after' if yes else 'before'} {day}"
        case Users() | Amount() as atom:
            return f"{_whose(atom)} had {_bound(atom, yes=yes)} {_noun(atom)} {_when(atom.window)}"
    bound = ("more than" if above else "at least") if yes else ("at most" if above else "less than")
    worth = slot.components[index].path.replace("rates.", "one ")
    return f"{worth} is worth {bound} {number(value)} US dollars"


def _whose(atom: Users | Amount) -> str:
    measure = FACTS[atom.fact].measure
    assert measure is not None
    return measure.whose


def _noun(atom: Users | Amount) -> str:
    measure = FACTS[atom.fact].measure
    assert measure is not None
    return measure.noun


_BOUNDS: Final = {
    "gt": ("more than", "at most"),
    "ge": ("at least", "less than"),
    "lt": ("less than", "at least"),
    "le": ("at most", "more than"),
}


def _bound(atom: Users | Amount, *, yes: bool) -> str:
    # a test asks whether the figure reaches a point, which "less than" and "at most" deny
    name = next(name for name in _BOUNDS if getattr(atom, name) is not None)
    limit = getattr(atom, name)
    truth = yes if name in ("gt", "ge") else not yes
    shown = f"{limit:,}" if isinstance(limit, int) else f"{limit.currency} {limit.amount:,f}"
    return f"{_BOUNDS[name][0 if truth else 1]} {shown}"


def _when(window: str) -> str:
    if window in WINDOW_RULES:
        return WINDOW_RULES[window]
    return f"in {calendar.month_name[int(window[5:])]} {window[:4]}" if len(window) > 4 else f"in {window}"


def _constraint(formula: Formula) -> Constraint | None:
    if isinstance(formula, bool):
        return _put_together(every=formula, parts=())
    if isinstance(formula, Leaf):
        return _atom(formula)
    parts = [_constraint(part) for part in formula.parts]
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return None
    return _put_together(every=formula.every, parts=known)


def _put_together(*, every: bool, parts: tuple[Constraint, ...]) -> Constraint:
    return assembled(Everything, {"all_of": parts}) if every else assembled(AnyOf, {"any_of": parts})


def _atom(leaf: Leaf) -> Constraint | None:
    atom: Atom | None = leaf.test.atom
    if atom is None or (isinstance(atom, Flag) and atom.fact == "registered"):
        return None
    turned = isinstance(atom, Users | Amount) and (atom.lt is not None or atom.le is not None)
    return atom if leaf.positive is not turned else assembled(NoneOf, {"none_of": (atom,)})
