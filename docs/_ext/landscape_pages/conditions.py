"""Conditions of a licence's terms in words, with the facts under their own names."""

from __future__ import annotations

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
    parts,
)
from openai_landscape.use.countries import GROUPS

from .markdown import code, plain

_BOUNDS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}


def in_words(constraint: Constraint) -> str:
    """Return *constraint* as Markdown; nothing where it always holds.

    >>> in_words(Flag(fact="copies", equals=True))
    '`copies` is true'
    """
    if isinstance(constraint, NoneOf):
        return "not: " + _joined(constraint.none_of, " or ")
    if isinstance(constraint, Everything | AnyOf):
        return _joined(parts(constraint), " and " if isinstance(constraint, Everything) else " or ")
    return _atom(constraint)


def _joined(constraints: tuple[Constraint, ...], word: str) -> str:
    if len(constraints) == 1:
        return in_words(constraints[0])
    return word.join(f"({in_words(each)})" if _is_joint(each) else in_words(each) for each in constraints)


def _is_joint(constraint: Constraint) -> bool:
    return isinstance(constraint, NoneOf) or (isinstance(constraint, Everything | AnyOf) and len(parts(constraint)) > 1)


def _atom(atom: Atom) -> str:
    match atom:
        case Reading(reading=reading, equals=equals):
            return f"the open point {code(reading)} is read as “{plain(equals)}”"
        case Choice(fact=fact, one_of=words):
            return f"{code(fact)} is {_either(words)}"
        case Flag(fact=fact, equals=equals):
            return f"{code(fact)} is {'true' if equals else 'false'}"
        case SetOf(fact=fact, overlaps=overlaps) as among:
            return f"{code(fact)} {'has' if overlaps else 'has nothing but'} {_either(among.words)}"
        case DateTest(fact=fact, since=since, before=before):
            return f"{code(fact)} is {f'on or after {since}' if since else f'before {before}'}"
        case Users() | Amount():
            return f"{code(atom.fact)} is {bound(atom)} {when(atom.window)}"


def bound(atom: Users | Amount) -> str:
    """Return the bound of a figure with its number, exactly as the condition compares."""
    name = next(name for name in _BOUNDS if getattr(atom, name) is not None)
    limit = getattr(atom, name)
    return f"{_BOUNDS[name]} {f'{limit:,}' if isinstance(limit, int) else f'{limit.currency} {limit.amount:,f}'}"


def when(window: str) -> str:
    """Return when a figure is measured."""
    return WINDOW_RULES.get(window, f"in {window}")


def _either(words: tuple[str, ...]) -> str:
    *first, last = (GROUPS.get(word) or code(word) for word in words)
    return f"{', '.join(first)} or {last}" if first else last
