"""Partners: two parties that work together."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import anything, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, rule
from openai_landscape.reading.rules.compare import pairs, span


@rule("partner.words", Predicate.PARTNERS_WITH, "partner")
def partners(scene: Scene) -> Drafts:
    """Two parties work together."""
    for mark in scene.of("partner"):
        part = scene.clause(mark.start)
        if not _works_together(scene, mark, part):
            continue
        parties = _partners_in(scene, part)
        withs = [g for g in parties if scene.lead(g[0]) in {"with", "agent"} and g[0].start > mark.start - 60]
        others = [g for g in parties if g not in withs]
        if withs and not others and not part.opening:
            others = [found] if (found := _named_before(scene, part)) else []
        if withs and not others and _it_opens(scene, part):
            others = [(scene.party,)] if scene.party is not None else []
        if withs and not others and scene.level[part.start] == ")":  # "Foo (the people behind X) works with Bar"
            first = scene.before(scene.clauses[max(0, scene.clauses.index(part) - 1)].start, organization)
            others = [(first,)] if first is not None else []
        if withs and others:
            left, right = others[0], withs[-1]
        elif len(parties) == 1 and len(parties[0]) > 1:
            left, right = parties[0][:1], parties[0][1:]
        elif len(everybody := _houses(scene)) == 2 and _ENTERED.search(scene.level, part.start, part.end):
            left, right = everybody
        else:
            continue
        for one, other in pairs(left[:2], right):
            begin, end = span(scene, one, other, mark)
            yield Draft(Predicate.PARTNERS_WITH, one, other, begin, end, mark.start)


_COPES: Final = lazily(r"\bto deal with$")
_CAME_TO_NOTHING: Final = lazily(
    r"\b(?:never (?:came|come|materiali[sz]ed|happened)|fell through|fell apart|collapsed|nie zustande"
    r"|kam nicht zustande"
    r"|geplatzt|platzte|gescheitert|scheiterte|nooit van de grond|nooit tot stand|liep spaak|ging niet door)\b"
)


def _works_together(scene: Scene, mark: Mark, part: Clause) -> bool:
    """Whether the words are of partners: not of coping with somebody, of what came to nothing, of a joint release."""
    if _COPES.search(scene.level, part.start, mark.end) or _CAME_TO_NOTHING.search(scene.level, part.start, part.end):
        return False
    return _JOINT.match(scene.level, mark.start) is None or scene.has(part.start, part.end, "develop", "release")


def _partners_in(scene: Scene, part: Clause) -> list[tuple[Name, ...]]:
    """Return who can be partners in a clause; "the start-up" is one of those that it names together."""
    found = [
        g for g in scene.groups if part.start <= g[0].start < part.end and anything(g[0]) and organization_like(g[0])
    ]
    named = [group for group in found if not group[0].resolved]
    return named if any(len(group) > 1 for group in named) else found


def _it_opens(scene: Scene, part: Clause) -> bool:
    """Whether a main clause begins with a pronoun: "And it announced a deal with Foo"."""
    return not part.opening and scene.has(part.start, part.start + 12, "pronoun_org")


def _named_before(scene: Scene, part: Clause) -> tuple[Name, ...]:
    """Return whose partnership an infinitive clause is about: "Foo plans, together with Bar, to …"."""
    if not _INFINITIVE.search(scene.level, part.start, part.end):
        return ()
    return scene.names_in(scene.start, part.start, lambda name: organization(name) and scene.lead(name) == "")[:1]


_INFINITIVE: Final = lazily(r"\b(?:zu|te|to) \w+|\w+zu\w+en\b")


def _houses(scene: Scene) -> list[tuple[Name, ...]]:
    """Return the houses of the sentence, those enumerated together as one."""
    return [group for group in scene.groups if organization(group[0]) and scene.lead(group[0]) != "source"]


_ENTERED: Final = lazily(
    r"\b(?:partnerschaft|kooperation|allianz|partnership|alliance|partnerschap|samenwerking)\b[^.;:]*\b(?:eingegangen"
    r"|geschlossen|vereinbart|verkündet|announced|signed|entered|struck|aangegaan|gesloten|aangekondigd)\b"
    r"|\b(?:announced|signed|entered|struck)\b[^.;:]*\b(?:partnership|alliance)\b"
)
_JOINT: Final = lazily(r"gemeinsam mit|zusammen mit|together with|samen met")
"""What makes partners only of those who make or release something so."""


def organization_like(name: Name) -> bool:
    """Whether *name* can be a partner: an organisation, or a product that stands for one."""
    return name.kind in {"organization", "product"}


RULES: Final = (partners,)
