"""Derives from: what a model is built on."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import anything, artifact, organization
from openai_landscape.reading._names import LICENCE, Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import follows, members, owner, precedes


@rule("lineage.derives", Predicate.DERIVES_FROM, "derive")
def derives(scene: Scene) -> Drafts:
    """A model built on another."""
    for mark in scene.of("derive"):
        part = scene.clause(mark.start)
        if _held(scene, mark):
            continue
        within = scene.names_in(mark.start, mark.end, _origin)
        origins = _origins(scene, mark, within)
        if not origins or scene.quoted(mark.start) is not None:
            continue
        if within and (based := follows(scene, mark.end, artifact, 1)):
            for subject in based:
                yield Draft(Predicate.DERIVES_FROM, subject, within[0], mark.start, subject.end, mark.start)
            continue
        subjects = _apposed(scene, part, mark) or owner(scene, mark.start, artifact, topic=True)
        subjects = tuple(
            s
            for s in subjects
            if (part.start <= s.start < mark.start and scene.lead(s) != "base")
            or (s in scene.topic and _BASIS.match(scene.level, mark.start) is None)
            or part.opening == "relative"
            or s in _apposed(scene, part, mark)
        )
        for subject in subjects:
            for origin in origins:
                if subject.key != origin.key and origin not in scene.group(subject):
                    begin, end = reach((mark.start, mark.end), at(origin), (max(part.start, scene.start), part.start))
                    yield Draft(Predicate.DERIVES_FROM, subject, origin, begin, end, mark.start)


def _origins(scene: Scene, mark: Mark, within: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return what the words at *mark* lead to, or hold; a house for the thing right after it."""
    around = _AROUND.match(scene.level, mark.start, mark.end)
    found = within or (() if around else follows(scene, mark.end, _origin, 5))
    if found and organization(found[0]):
        beside = scene.after(found[0].end, artifact)
        if beside is not None and beside.start - found[0].end <= 1:
            return members(scene, beside, _origin)
    return found


@rule("lineage.built", Predicate.DERIVES_FROM, "derive")
def built(scene: Scene) -> Drafts:
    """What is built on another thing, named within the words for it: "Nvidia bouwde Foo-7B op Llama 3"."""
    for mark in scene.of("derive"):
        held = _held(scene, mark)
        within = tuple(name for name in scene.names_in(mark.start, mark.end, _origin) if name not in held)
        for subject in held:
            for origin in within or follows(scene, mark.end, _origin, 5):
                if subject.key != origin.key:
                    begin, end = reach((mark.start, mark.end), at(origin))
                    yield Draft(Predicate.DERIVES_FROM, subject, origin, begin, end, mark.start)


def _held(scene: Scene, mark: Mark) -> tuple[Name, ...]:
    """Return what stands between a finite verb and its preposition, and is what is built, not what it is built on."""
    verb = _VERB_FIRST.match(scene.level, mark.start)
    held = scene.names_in(mark.start, mark.end, artifact) if verb is not None else ()
    if not held or verb is None or _PREPOSITION.search(scene.level, verb.end(), held[0].start):
        return ()
    return members(scene, held[0], artifact)


_BASIS: Final = lazily(r"(?:auf|op) (?:der |de )?ba")
"""What is done "auf der Basis von X" is done to what the clause itself names."""
_VERB_FIRST: Final = lazily(
    r"(?:bouw\w*|built|builds?|basier(?:t|en|ten?)|beruh(?:t|en|ten?)|baut(?:en?)?|bauen|fu(?:ß|ss)t?e?n?|gründe[tn]"
    r"|baseert|steunt|rust|stamm(?:t|en|te|ten)|stam(?:t|de|den)) "
)
_PREPOSITION: Final = lazily(r"\b(?:auf|aus|von|op|on|upon|uit|van|from)\b")
_AROUND: Final = lazily(r"(?:auf|aus|von|op|uit|van) .* (?!(?:von|van|des|der)$)\w+$")
"""A preposition and its verb around what a thing is built on: "auf Llama 3 basiert"."""


def _origin(name: Name) -> bool:
    """Whether a thing can be built on *name*: on a model, also by way of its architecture or its weights."""
    return anything(name) or (name.artifact and name.tail != LICENCE)


@rule("lineage.ground", Predicate.DERIVES_FROM, "+artifact")
def ground(scene: Scene) -> Drafts:
    """What a thing rests on, said of the ground: "Grundlage von Foo-7B ist Llama 3"."""
    for match in _GROUND_OF.finditer(scene.level, scene.start, scene.end):
        part = scene.clause(match.start())
        inside = scene.names_in(match.end(), part.end, _origin)
        if len(inside) > 1 and inside[0].start - match.end() <= 20 and _IS.match(scene.level, inside[0].end):
            for origin in members(scene, inside[1], _origin):
                yield Draft(Predicate.DERIVES_FROM, inside[0], origin, match.start(), origin.end, match.start())


_GROUND_OF: Final = lazily(
    r"\b(?:grundlage|basis|fundament|foundation|ausgangspunkt|uitgangspunt|starting point|base) (?:von|für|of|for"
    r"|van|voor|des|der) |\b(?:unter der (?:motor)?haube|onder de motorkap|under the hood) (?:von|van|of) "
)


@rule("lineage.serves", Predicate.DERIVES_FROM, "+artifact")
def serves(scene: Scene) -> Drafts:
    """What a thing rests on, said of the ground as its act: "Als basis diende Mistral Nemo", "X served as the base"."""
    for match in _SERVES.finditer(scene.level, scene.start, scene.end):
        part = scene.clause(match.start())
        named = scene.names_in(part.start, part.end, artifact)
        beside = [name for name in named if 0 <= name.start - match.end() <= 24]
        if match["fronted"]:
            origins, subjects = beside[:1], [n for n in named if n not in beside[:1]]
        else:
            held = scene.names_in(match.start(), match.end(), artifact)  # "Zudem dient Foo-7B als Basis für Bar"
            origins, subjects = list(held) or [n for n in named if n.end <= match.start()][-1:], beside
        for subject in subjects[:1] or scene.topic[:1]:
            for origin in origins:
                if subject.key != origin.key:
                    begin, end = reach(match.span(), at(origin))
                    yield Draft(Predicate.DERIVES_FROM, subject, origin, begin, end, match.start())


_SERVES: Final = lazily(
    r"\b(?P<fronted>als (?:basis|grundlage|fundament|ausgangspunkt|uitgangspunt)(?: (?:voor|für) [^,.;]{2,40}?)?"
    r" (?:dient|diente|dienten|diende|dienden|fungiert|fungierte|fungeert))\b"
    r"|\b(?:dient|diente|diende|bildet|bildete|vormt|vormde|serves|served|acts|acted|forms|formed)"
    r"(?: [\w.-]+(?: [\w.-]+)?)??(?: as"
    r"| als)? (?:die |de |das |the |a )?(?:technische |technical )?(?:basis|grundlage|fundament"
    r"|ausgangspunkt|uitgangspunt|base|foundation|starting point)\b(?: (?:für|for|of|voor|van|von))?"
)
_IS: Final = lazily(r"[\w-]* (?:ist|sind|war|bildet|bildete|is|was|are|vormt|vormde|steckt|arbeitet|zit|lies|sits)\b")


def _apposed(scene: Scene, part: Clause, mark: Mark) -> tuple[Name, ...]:
    """Return the thing right before a comma and words of descent: "Foo-7B, a fine-tune of Llama 3"."""
    name = scene.before(part.start, artifact)
    near = name is not None and part.start - name.end <= 1 and scene.words_between(part.start, mark.start) <= 3
    return (name,) if name is not None and near else ()


@rule("lineage.uses", Predicate.DERIVES_FROM, "uses example")
def uses(scene: Scene) -> Drafts:
    """A product that runs on named models: "uses models such as A and B"."""
    for mark in scene.of("uses"):
        origins = follows(scene, mark.end, artifact, 8, clause=False)
        lead = [m for m in scene.of("example") if origins and mark.end <= m.start and m.end <= origins[0].start]
        subjects = precedes(scene, mark.start, artifact, 6) or owner(scene, mark.start, artifact, topic=False)
        for subject in subjects:
            for origin in origins if lead else ():
                if subject.key != origin.key and subject.start < mark.start:
                    yield Draft(Predicate.DERIVES_FROM, subject, origin, *reach(at(subject), at(origin)), mark.start)


RULES: Final = (derives, built, ground, serves, uses)
