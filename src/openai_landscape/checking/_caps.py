"""Numeric limits: those of a licence found along the number line, and a claim held against them part by part."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.checking._clauses import clause
from openai_landscape.checking._combine import over_parts
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Sentence, Word, say
from openai_landscape.checking._scene import Scene
from openai_landscape.checking._terms import Terms
from openai_landscape.checking.assessment import PartReason, Reason
from openai_landscape.definitions.parts import Part
from openai_landscape.definitions.probes import for_purpose
from openai_landscape.entities import License
from openai_landscape.evaluation import Outcome, frontier
from openai_landscape.quantities import Comparator, Day, Money, PartialDate, Quantity
from openai_landscape.terms import WINDOW_RULES, Amount, Duty, Term, Users, atoms
from openai_landscape.use import ACTIVITIES, Fact, Licensee


@frozen
class Cap:
    """A limit: up to `number` the outcome is better than beyond.

    `inclusive` is whether the number itself is within, None where the text leaves that open. `outcome` is the one
    beyond; None where beyond the number only a duty begins.
    """

    license: License
    term: Term
    fact: Fact
    window: str
    number: Decimal
    currency: str | None
    inclusive: bool | None
    outcome: Outcome | None

    @property
    def path(self) -> str:
        """The fact with its period, as a frontier wants it."""
        return f"{self.fact.path}[{self.window}]" if self.window[0].isdigit() else self.fact.path


def governing(terms: Terms) -> tuple[License, ...]:
    """Return the licences that govern a part, those of ancestors that reach it included."""
    if isinstance(terms.target, License):
        return (terms.target,)
    found = terms.ask(for_purpose("commercial", *ACTIVITIES, licensee=Licensee(), territories=None, on=terms.day))
    known = terms.scene.catalog.licenses
    return tuple(known[key] for key in dict.fromkeys(each.license for each in found.findings) if key in known)


def caps(license_: License, catalog: Catalog, day: Day) -> tuple[Cap, ...]:
    """Return the numeric limits of a licence, whatever term they come from."""
    merged: dict[tuple[str, str, Decimal, str | None], Cap] = {}
    for cap in _caps(license_, catalog, day):
        key = (cap.term.id, cap.path, cap.number, cap.currency)
        known = merged.get(key)
        merged[key] = cap if known is None else _at_one_number(known, cap)
    return tuple(merged.values())


def _at_one_number(a: Cap, b: Cap) -> Cap:
    """One limit of two at the same number: where they differ at the number itself, the text leaves that open."""
    worse = max((a, b), key=lambda cap: -1 if cap.outcome is None else cap.outcome.rank)
    return worse if a.inclusive == b.inclusive else evolve(worse, inclusive=None)


def _caps(license_: License, catalog: Catalog, day: Day) -> Iterator[Cap]:
    for term in license_.terms:
        for atom in atoms(term.when):
            if isinstance(atom, Users | Amount):
                yield from _steps(license_, term, atom, catalog, day)


def _steps(license_: License, term: Term, atom: Users | Amount, catalog: Catalog, day: Day) -> Iterator[Cap]:
    bound, closed = _bound(atom)
    number = bound.amount if isinstance(bound, Money) else Decimal(bound)
    currency = bound.currency if isinstance(bound, Money) else None
    cap = Cap(license_, term, atom.spec(), atom.window, number, currency, closed, None)
    if isinstance(term, Duty):
        yield cap
        return
    use = for_purpose("commercial", *_activities(term), licensee=_ANYBODY, on=day)
    pieces = frontier(license_, use, cap.path, catalog=catalog, currency=currency or "USD")
    for lower, higher in pairwise(pieces):
        step = lower.interval.high
        if step == number and higher.outcome.rank > lower.outcome.rank:
            yield Cap(
                license_, term, atom.spec(), atom.window, number, currency, lower.interval.high_closed, higher.outcome
            )


_ANYBODY: Final = Licensee(kind="company", country="US", trades=())


def _bound(atom: Users | Amount) -> tuple[int | Money, bool]:
    """The number of a comparison, and whether the number itself is on its lower side."""
    for name, closed in (("gt", True), ("le", True), ("ge", False), ("lt", False)):
        value: int | Money | None = getattr(atom, name)
        if value is not None:
            return value, closed
    raise AssertionError("a bound is one of gt, ge, lt and le")


def _activities(term: Term) -> tuple[str, ...]:
    return tuple(name for name in term.activities if name != "improve_other_models") or term.activities


def judge_cap(scene: Scene) -> Judged:
    """Judge "only those with fewer than N users may use X", part by part."""
    held = scene.terms()
    if not held:
        return unknown(f"{scene.name}: no licence or model of that name is in the catalogue")
    assert isinstance(scene.said, Quantity)
    said = scene.said
    return over_parts(scene, held, lambda part, day: _judge(scene, said, part, day))


def _judge(scene: Scene, said: Quantity, part: Part, day: Day) -> Judged:
    terms = Terms(scene, part, day)
    if terms.gap is not None:
        return terms.gap
    licences = governing(terms)
    found = [cap for each in licences for cap in caps(each, scene.catalog, day)]
    limits = [cap for cap in found if cap.outcome is not None]
    if not limits:
        names = ", ".join(each.id for each in licences)
        told = PartReason(text=f"no term of {names} limits by a number who may use it", part="number", agrees=False)
        duties = tuple(_told(scene.catalog, cap) for cap in found)
        right = duty_sentence(found[0]) if found else say("no-cap", licence=licences[0].name)
        # the number is the clause's own, what follows beyond it is not
        truth = Truth.LOOSE if any(cap.number == said.value for cap in found) else Truth.FALSE
        return Judged(truth, (told, *duties), right)
    best = min(limits, key=lambda cap: _distance(cap, said))
    parts_ = tuple(_compared(best, said, scene))
    reasons: tuple[Reason, ...] = (_told(scene.catalog, best), *parts_)
    right = cap_sentence(best)
    if best.number != said.value and not (said.comparator == "approx" and _near(best.number, said.value)):
        return Judged(Truth.FALSE, reasons, right)
    wrong = [each for each in parts_ if each.agrees is False]
    return Judged(Truth.LOOSE if wrong else Truth.TRUE, reasons, right)


def _near(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) * 10 <= max(a, b)


def _told(catalog: Catalog, cap: Cap) -> Reason:
    return clause(catalog, cap.license.id, cap.term.citation.section, cap.term.id, cap.term.summary)


def _distance(cap: Cap, said: Quantity) -> tuple[bool, bool, Decimal]:
    return (cap.number != said.value, not _metric(cap, said.unit), abs(cap.number - said.value))


_COUNTS: Final = MappingProxyType(
    {
        "monthly_active_users": frozenset({"monthly active users", "mau", "monthly users", "active monthly users"}),
        "daily_active_users": frozenset({"daily active users", "dau", "daily users"}),
        "monthly_visits": frozenset({"monthly visits", "visits", "visits per month"}),
    }
)
_CURRENCY_WORDS: Final = MappingProxyType(
    {
        "dollars": "USD",
        "dollar": "USD",
        "us dollars": "USD",
        "us dollar": "USD",
        "$": "USD",
        "euros": "EUR",
        "euro": "EUR",
    }
)


def _metric(cap: Cap, unit: str) -> bool:
    """Whether a claim's unit is what the clause counts; a sum of money is taken to be a year's revenue."""
    word = unit.replace("_", " ").casefold()
    assert cap.fact.measure is not None
    if cap.currency is not None:
        currency = _CURRENCY_WORDS.get(word, unit[:3].upper())
        return currency == cap.currency and (cap.fact.measure.period == "year" or cap.fact.measure.noun in word)
    return word in _COUNTS.get(cap.fact.measure.quantity, frozenset({cap.fact.measure.noun}))


def _compared(cap: Cap, said: Quantity, scene: Scene) -> Iterator[PartReason]:
    catalog = scene.catalog
    measure = cap.fact.measure
    assert measure is not None
    unit = said.unit.replace("_", " ")
    counted = measure.noun if cap.currency is None else f"{cap.currency} of {measure.noun}"
    same = _metric(cap, said.unit)
    yield PartReason(text=f"metric: the clause counts {counted}; the claim says {unit}", part="metric", agrees=same)
    number = f"{cap.number:,f}"
    exact = cap.number == said.value
    yield PartReason(
        text=f"number: the clause says {number}; the claim says {said.value:,f}", part="number", agrees=exact
    )
    yield _bounded(cap, said.comparator)
    dated = cap.window[0].isdigit()
    told = any(key in scene.claim.qualifiers for key in _TIMED)
    when = f"in {cap.window}" if dated else WINDOW_RULES[cap.window]
    text = f"time: counted {when}; the claim {'names a time' if told else 'leaves the time out'}"
    yield PartReason(text=text, part="time", agrees=told or not dated)
    product = measure.breadth == 0 and cap.currency is None
    if _only_business(cap, catalog):
        text = "use: beyond the number research is, or may be, free; the claim does not say so"
        yield PartReason(text=text, part="use", agrees=False)
    yield PartReason(text=f"whose: the {counted} of {measure.whose}", part="whose", agrees=False if product else None)
    beyond = "ask the licensor for a licence" if cap.outcome is Outcome.NEEDS_AGREEMENT else "not licensed"
    yield PartReason(text=f"consequence beyond the number: {beyond}", part="consequence", agrees=None)


def _only_business(cap: Cap, catalog: Catalog) -> bool:
    """Whether research may go on beyond the number."""
    use = for_purpose("research", *_activities(cap.term)[:1], licensee=_ANYBODY)
    pieces = frontier(cap.license, use, cap.path, catalog=catalog, currency=cap.currency or "USD")
    assert cap.outcome is not None
    return pieces[-1].outcome.rank < cap.outcome.rank


_TIMED: Final = ("window", "period", "measured", "time", "month")

_WITHIN: Final[dict[bool | None, frozenset[Comparator]]] = {
    True: frozenset({"le", "eq"}),
    False: frozenset({"lt", "eq"}),
    None: frozenset({"le", "lt", "eq"}),
}


def _bounded(cap: Cap, said: Comparator) -> PartReason:
    held = {True: "within", False: "beyond", None: "left open by the text"}[cap.inclusive]
    agrees = said in _WITHIN[cap.inclusive]
    return PartReason(
        text=f"comparator: exactly {cap.number:,f} is {held}; the claim says {_COMPARED[said]}",
        part="comparator",
        agrees=agrees,
    )


_COMPARED: Final = MappingProxyType(
    {"eq": "that number", "lt": "fewer", "le": "at most", "gt": "more", "ge": "at least", "approx": "about"}
)


def cap_sentence(cap: Cap) -> Sentence:
    """Return the limit put right, in one sentence."""
    beyond = "agreement" if cap.outcome is Outcome.NEEDS_AGREEMENT else "barred"
    return say(
        f"cap-{beyond}",
        licence=cap.license.name,
        clause=cap.term.citation.section,
        amount=_amount(cap),
        window=_window(cap.window),
        edge=say(_EDGES[cap.inclusive], number=cap.number),
    )


_EDGES: Final = MappingProxyType({True: "edge-within", False: "edge-beyond", None: "edge-open"})


def duty_sentence(cap: Cap) -> Sentence:
    """Return that beyond the number only a duty begins."""
    return say(
        "cap-duty",
        licence=cap.license.name,
        clause=cap.term.citation.section,
        amount=_amount(cap),
        window=_window(cap.window),
    )


def _amount(cap: Cap) -> Sentence:
    assert cap.fact.measure is not None
    measure = Word(f"measure-{cap.fact.measure.quantity}")
    whose = Word(f"whose-{cap.fact.measure.breadth}" if cap.currency is None else f"earner-{cap.fact.measure.breadth}")
    if cap.currency is None:
        return say("amount-users", number=cap.number, measure=measure, whose=whose)
    return say("amount-money", number=cap.number, currency=cap.currency, measure=measure, whose=whose)


def _window(window: str) -> Sentence:
    if window[0].isdigit():
        return say("window-fixed", date=PartialDate(window))
    return say(f"window-{window.replace('_', '-')}")
