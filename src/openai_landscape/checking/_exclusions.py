"""Who is said to be shut out: parties by their audience and seat, places, kinds of licensees; always by evaluating."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from openai_landscape.checking._audiences import Answer, audience_in, figures, group_of
from openai_landscape.checking._caps import Cap, caps, governing
from openai_landscape.checking._clauses import clause, deciding
from openai_landscape.checking._combine import over_parts
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._places import judge_place, place_of
from openai_landscape.checking._say import Slot, say
from openai_landscape.checking._scene import NEWEST, Entity, Scene
from openai_landscape.checking._terms import Terms
from openai_landscape.checking._words import meaning
from openai_landscape.checking.assessment import GapReason, Reason
from openai_landscape.definitions.parts import Part
from openai_landscape.definitions.probes import for_purpose, small
from openai_landscape.entities import Organization, Product
from openai_landscape.evaluation import Outcome
from openai_landscape.quantities import Day, Month, month_before
from openai_landscape.use import Licensee, Use


def judge_exclusion(scene: Scene) -> Judged:
    """Judge "X's licence shuts out Y"."""
    held = scene.terms()
    if not held:
        return unknown(f"{scene.name}: no licence or model of that name is in the catalogue")
    place = place_of(scene)
    if place is not None:
        return over_parts(scene, held, lambda part, day: judge_place(scene, place, part, day))
    kind = meaning("licensee", scene.word)
    if kind is not None:
        return over_parts(scene, held, lambda part, day: _kind(scene, kind, part, day))
    party = _organization(scene, scene.party())
    if party is None:
        return unknown(f"{scene.word!r}: no party or territory that the catalogue knows")
    return over_parts(scene, held, lambda part, day: _party(scene, party, part, day))


def _organization(scene: Scene, found: Entity | None) -> Organization | None:
    if isinstance(found, Product) and found.owner is not None:
        return scene.catalog.organizations.get(found.owner)
    return found if isinstance(found, Organization) else None


def _party(scene: Scene, party: Organization, part: Part, day: Day) -> Judged:
    terms = Terms(scene, part, day)
    if terms.gap is not None:
        return terms.gap
    licences = governing(terms)
    if party.id in {each.licensor for each in licences}:
        own = f"{party.name} is the licensor itself, which its own licence does not bind"
        return Judged(Truth.FALSE, (GapReason(text=own),), say("licensor", name=party.name, licence=licences[0].name))
    seat = _by_seat(terms, party)
    if seat is not None:
        return seat
    limits = [cap for each in licences for cap in caps(each, scene.catalog, day) if cap.outcome is not None]
    if not limits:
        names = ", ".join(each.id for each in licences)
        why = GapReason(text=f"no term of {names} shuts out licensees by their size, seat or kind")
        return Judged(Truth.FALSE, (why,), say("nobody-shut-out", licence=licences[0].name, name=party.name))
    return _worst([_by_cap(terms, party, cap) for cap in limits])


_ORDER: Final = (Truth.TRUE, Truth.LOOSE, Truth.SPLIT, Truth.UNKNOWN, Truth.FALSE)


def _worst(found: list[Judged]) -> Judged:
    return min(found, key=lambda each: _ORDER.index(each.truth))


def _by_seat(terms: Terms, party: Organization) -> Judged | None:
    """Whether the party's country alone shuts it out; None if not, or if its country is not on record."""
    if party.country is None:
        return None
    free = terms.ask(_use(small(), "US", terms.day))
    there = terms.ask(_use(small(country=party.country), party.country, terms.day))
    if free.outcome is not Outcome.PERMITTED or there.outcome is Outcome.PERMITTED:
        return None
    reasons = deciding(terms.scene.catalog, there)
    right = say("seat", name=party.name, country=party.country, clause=reasons[0].clause if reasons else "")
    return Judged(Truth.TRUE if there.outcome is Outcome.PROHIBITED else Truth.LOOSE, reasons, right)


def _use(licensee: Licensee, territory: str, day: Day) -> Use:
    return for_purpose("commercial", "run", licensee=licensee, territories=(territory,), on=day)


def _by_cap(terms: Terms, party: Organization, cap: Cap) -> Judged:
    scene = terms.scene
    measure = cap.fact.measure
    assert measure is not None
    term = clause(scene.catalog, cap.license.id, cap.term.citation.section, cap.term.id, cap.term.summary)
    if cap.currency is not None or measure.quantity not in _RECORDED:
        return unknown(f"the {measure.noun} of {party.name} is not on record").because(term)
    owners = group_of(party, scene.catalog, affiliates=measure.breadth == _AFFILIATES)
    found = figures(owners, scene.catalog, measure.quantity)
    month = _month(cap.window, scene, terms.day)
    answer = audience_in(found, month, int(cap.number) if cap.inclusive is not False else int(cap.number) - 1)
    reasons: tuple[Reason, ...] = (term, *(each.told() for each in found))
    if answer.side == "open" or answer.value is None:
        return unknown(_why_open(party, cap, answer)).because(*reasons)
    verdict = terms.ask(_counted(cap, answer.value, terms.day))
    told = (*(() if answer.exact else (_not_of_the_month(month),)), *reasons)
    slots: dict[str, Slot] = {
        "name": party.name,
        "licence": cap.license.name,
        "clause": cap.term.citation.section,
        "number": cap.number,
    }
    if verdict.outcome is Outcome.PERMITTED:
        return Judged(Truth.FALSE, told, say("below-cap", **slots))
    if verdict.outcome is Outcome.DEPENDS:
        return unknown(f"the outcome still depends on {', '.join(verdict.unknown)}").because(*told)
    certain = verdict.outcome is Outcome.PROHIBITED and answer.exact
    return Judged(Truth.TRUE if certain else Truth.LOOSE, told, say("must-ask", **slots))


_AFFILIATES: Final = 2
_RECORDED: Final = frozenset({"monthly_active_users", "daily_active_users"})


def _month(window: str, scene: Scene, day: Day) -> Month | None:
    if window[0].isdigit():
        return Month(window) if len(window) > 4 else None
    return None if day == NEWEST or scene.at is None else month_before(day)


def _counted(cap: Cap, value: int, day: Day) -> Use:
    """A commercial use by a company of which only this figure is known, as of the month that the clause counts."""
    name = cap.fact.path.removeprefix("licensee.")
    figure: object = {cap.window: value} if cap.window[0].isdigit() else value
    licensee = Licensee.model_validate({"kind": "company", "country": "US", "trades": (), name: figure})
    activities = tuple(each for each in cap.term.activities if each != "improve_other_models") or cap.term.activities
    return for_purpose("commercial", *activities[:1], licensee=licensee, on=day)


def _why_open(party: Organization, cap: Cap, answer: Answer) -> str:
    when = f"for {cap.window}" if cap.window[0].isdigit() else "at the time that counts"
    if not answer.used:
        return f"no audience of {party.name} is on record {when}"
    return f"the figures on record do not settle whether {party.name} was beyond {cap.number:,f} {when}"


def _not_of_the_month(month: Month | None) -> GapReason:
    if month is None:
        return GapReason(text="the newest figures on record are taken for the time that the clause counts")
    return GapReason(text=f"no figure is of {month} itself, the month that counts; those before and after it agree")


def _kind(scene: Scene, kind: str, part: Part, day: Day) -> Judged:
    """Whether a kind of licensee is shut out: of every use, or of business only."""
    terms = Terms(scene, part, day)
    if terms.gap is not None:
        return terms.gap
    who = small(kind=kind)
    outcomes = {end: terms.ask(for_purpose(end, "run", licensee=who, on=day)) for end in ("research", "commercial")}
    free = [end for end, each in outcomes.items() if each.outcome is Outcome.PERMITTED]
    clauses = _first(reason for each in outcomes.values() for reason in deciding(scene.catalog, each))
    if len(free) == len(outcomes):
        return Judged(Truth.FALSE, clauses, say("kind-free", kind=scene.word, name=scene.name))
    if free:
        return Judged(Truth.LOOSE, clauses, say("kind-research", kind=scene.word, name=scene.name))
    barred = all(each.outcome is Outcome.PROHIBITED for each in outcomes.values())
    return Judged(
        Truth.TRUE if barred else Truth.LOOSE, clauses, say("kind-must-ask", kind=scene.word, name=scene.name)
    )


def _first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))
