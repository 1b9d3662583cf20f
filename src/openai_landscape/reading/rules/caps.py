"""Caps: up to how many users, or how much revenue, the terms of a licence hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from openai_landscape.entities import Predicate
from openai_landscape.quantities import Comparator
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._numbers import MONEY, Number
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading.rules._draft import Draft, Drafts, rule
from openai_landscape.reading.rules.terms import whole, whose_terms

AUDIENCE: Final = frozenset({"users", "customers", "monthly_active_users", "daily_active_users", "employees"})


@rule(
    "licence.cap",
    Predicate.CAPPED_AT,
    "permit forbid only special_licence np_licence licence_word unless exclude gratis stops must restricts",
)
def cap(scene: Scene) -> Drafts:
    """A number of users, customers, staff or revenue up to which, or from which, the terms hold."""
    if _SUBSCRIBED.search(scene.level, scene.start, scene.end) or _NAMING.search(scene.level, scene.start, scene.end):
        return
    for number in scene.numbers:
        part = scene.clause(number.start)
        if number.unit not in AUDIENCE and not (number.unit in MONEY and scene.has(part.start, part.end, "revenue")):
            continue
        if (
            not _free(scene, number)
            and not _restricted(scene, number)
            and (not _about_terms(scene) or _reached(scene, part))
        ):
            continue
        limit = _ending(scene, part, number)
        for subject in whose_terms(scene, number.start)[:2]:
            begin, end = whole(scene, part, subject)
            yield Draft(Predicate.CAPPED_AT, subject, limit.to_quantity(), begin, end, number.start, "affirmed")


def _restricted(scene: Scene, number: Number) -> bool:
    """Whether a licence is said to restrict those of such a size: "restricts companies above 700 million users"."""
    return scene.has(scene.start, number.start, "restricts") and scene.licensed(scene.start, scene.end)


_NAMING: Final = lazily(
    r"\b(?:namen?s?|name|naam|logo|schriftzug|hinweis|vermelding|attribution)\b[^.;]{0,60}\b(?:anzeigen|nennen|zeigen"
    r"|tonen|vermelden|weergeven|display|show|visible|zichtbaar|sichtbar)\b|\b(?:muss|müssen|moet|moeten"
    r"|must)\b[^.;]{0,80}\b(?:sichtbar"
    r"|zichtbaar|prominent|prominently)\b|\b(?:display|show|credit)\b[^.;]{0,40}\bname\b"
)
"""Who must show a name from some size on is shut out of nothing."""
_SUBSCRIBED: Final = lazily(r"\b(?:abos?|abonn\w+|subscri\w+|newsletter)\b")


def _free(scene: Scene, number: Number) -> bool:
    """Whether use is free of charge for those of such a size: "free for anyone earning under $2 million"."""
    if scene.of("must") and _PAYS.search(scene.level, scene.start, scene.end) and number.comparator in _BOUNDS:
        return True
    if not scene.of("gratis"):
        return False
    if sized_party(scene, number.start) or scene.has(scene.start, number.start, "stops"):
        return True
    part = scene.clause(number.start)
    return number.comparator in _BOUNDS and _WHOEVER.search(scene.level, part.start, number.start) is not None


_PAYS: Final = lazily(
    r"\b(?:wer|wie|whoever|anyone|firmen|unternehmen|anbieter|konzerne|bedrijven|organisaties|companies|businesses"
    r"|firms)\b[^.:]*\b(?:müssen|muss|must|moeten|moet) (?:[\w-]+ ){0,3}?(?:zahlen|bezahlen|pay|betalen)\b"
)
_BOUNDS: Final = frozenset({"lt", "le", "gt", "ge"})
_WHOEVER: Final = lazily(
    r"\b(?:wer|jede[rmn]?|alle[rn]?|solange|sofern|wenn|falls|es sei denn|bis|wie|iedereen|je|jullie"
    r"|zolang|mits|tenzij|als|anyone|everyone|you|your|as long as|provided|unless|until|if|teams?)\b"
)


def _ending(scene: Scene, part: Clause, number: Number) -> Number:
    """Return *number* as the most that is free, where the words say that free use ends there, or deny a bound."""
    if number.comparator in _DENIED and _not_so(scene, part, number):
        return attrs.evolve(number, comparator=_DENIED[number.comparator])
    if number.comparator == "eq" and scene.has(part.start, number.start, "stops"):
        return attrs.evolve(number, comparator="le")
    if number.comparator == "eq" and _THRESHOLD.match(scene.level, number.end):
        return attrs.evolve(number, comparator="gt")
    if number.comparator == "eq" and _REACHES.search(scene.level, part.start, part.end):
        return attrs.evolve(number, comparator="ge")
    return number


_DENIED: Final[Mapping[str, Comparator]] = MappingProxyType({"gt": "le", "ge": "lt", "lt": "ge", "le": "gt"})


def _not_so(scene: Scene, part: Clause, number: Number) -> bool:
    """Whether it is denied that somebody has so many: "as long as you don't have more than 700 million users"."""
    denials = scene.within(max(part.start, number.start - 40), number.start, "negation")
    return any(
        scene.words_between(no.end, number.start) <= 6 and _HAVING.search(scene.level, no.end, number.start)
        for no in denials
    )


_HAVING: Final = lazily(r"\b(?:ha[bvs]e?n?|hebt|heeft|hat|exceed\w*|reach\w*|serve|earn|make|zählen|tellen)\b")
_THRESHOLD: Final = lazily(r"[ -](?:[\w-]+ )?(?:threshold|schwelle|grenze|drempel|grens)\b")
"""A size from which on other terms hold: "the 700M MAU threshold"."""
_REACHES: Final = lazily(
    r"\b(?:kicks? in|applies from|greift ab|gilt ab|geldt vanaf|reach(?:es)?|hits?|erreicht|erreichen|bereikt"
    r"|bereiken)\b"
)


def of_terms(scene: Scene, number: Number) -> bool:
    """Whether *number* is one that terms set, and not one that somebody has reached."""
    return _about_terms(scene) and not _reached(scene, scene.clause(number.start))


def sized_party(scene: Scene, place: int) -> bool:
    """Whether the number at *place* is the size of a kind of party: "companies with fewer than 50 million users"."""
    return _WITH.search(scene.level, max(scene.start, place - 60), place) is not None


_WITH: Final = lazily(
    r"(?:unternehmen|firmen|konzerne\w?|anbieter\w?|organisation\w*|bedrijven|organisaties|partijen|companies"
    r"|businesses|firms|organi[sz]ations|startups) (?:mit|met|with|that have|under|below|above|over|unter|über|ab|boven"
    r"|onder|making|earning|that make|that earn|bringing in|generating|whose|die) (?:[\w-]+ ){0,3}$"
)


def _about_terms(scene: Scene) -> bool:
    noun = scene.has(scene.start, scene.end, "np_licence", "special_licence", "licence_word")
    rule_word = scene.has(
        scene.start,
        scene.end,
        "permit",
        "forbid",
        "only",
        "unless",
        "exclude",
        "special_licence",
        "conditional",
        "must",
    )
    return noun and rule_word


def _reached(scene: Scene, part: Clause) -> bool:
    """Whether the number is one that somebody has, not one that terms set."""
    if scene.of("unless", "special_licence", "np_licence", "only"):
        return False
    return scene.has(part.start, part.end, "reached")


RULES: Final = (cap,)
