"""Leaked: what got out against its owner's will, and where it turned up."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import artifact, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, follows, listed, owner


def _place(scene: Scene, start: int, end: int) -> Name | None:
    marks = scene.within(start, end, "leak_place")
    if not marks:
        return None
    first = marks[0]
    return Name(first.start, first.end, "place", scene.text[first.start : first.end])


@rule("leak.said", Predicate.LEAKED, "leak")
def leaked(scene: Scene) -> Drafts:
    """Something is said to have leaked, with or without the place."""
    for mark in scene.of("leak"):
        part = scene.clause(mark.start)
        if _of_components(scene, mark) or _drips(scene, mark):
            continue
        for subject in _leaked(scene, mark)[:2]:
            place = _place(scene, part.start, part.end) or _platform(scene, part)
            begin, end = reach(at(subject), (mark.start, mark.end), at(place) if place else at(subject))
            yield Draft(Predicate.LEAKED, subject, place, begin, end, mark.start)


def _drips(scene: Scene, mark: Mark) -> bool:
    """Whether a leak is one of pipes or memory: no article points at it, and nothing is said to have come out."""
    if _LEAK.fullmatch(scene.level, mark.start, mark.end) is None:
        return False
    if _PLUGGED.search(scene.level, mark.end, min(scene.end, mark.end + 30)):
        return True
    return (
        _OUT_OF.match(scene.level, mark.end) is None
        and _THE_LEAK.search(scene.level, max(scene.start, mark.start - 8), mark.start) is None
    )


_PLUGGED: Final = lazily(r"\b(?:gedicht|geschlossen|gestopft|behoben|patched|fixed|plugged|verholpen)\b")
_LEAK: Final = lazily(r"leaks?|lek|leck")
_OUT_OF: Final = lazily(r" (?:of|from|on|to|by|via|auf|aus|von|op|uit|van|bij|bei)\b")
_THE_LEAK: Final = lazily(r"\b(?:the|this|that|its|confirms|confirmed) $")


def _of_components(scene: Scene, mark: Mark) -> bool:
    """Whether "leaked" only describes weights that something else is built on."""
    after = scene.within(mark.end, mark.end + 14, "component")
    part = scene.clause(mark.start)
    return bool(after) and after[0].start - mark.end <= 1 and scene.has(part.start, mark.start, "derive", "develop")


def _leaked(scene: Scene, mark: Mark) -> Filled:
    part = scene.clause(mark.start)
    document = _document(scene, part.start, part.end, mark)
    if document is not None:
        return (document,)
    found = tuple(
        name
        for name in owner(scene, mark.start, artifact, topic=False)
        if _NEXT.search(scene.text, min(mark.end, name.end), max(mark.start, name.start)) is None
    )
    return found or (scene.topic[:1] if scene.has(part.start, part.end, "component", "pronoun") else ())


def _platform(scene: Scene, part: Clause) -> Name | None:
    """Return the platform through which something is said to have leaked."""
    for name in scene.names_in(part.start, part.end, organization):
        if _VIA.search(scene.level, part.start, name.start):
            return Name(name.start, name.end, "place", name.mention)
    return None


_NEXT: Final = lazily(r"[.!?] [A-ZÄÖÜ]")
"""Where another sentence begins, within one quotation."""
_VIA: Final = lazily(r"\b(?:via|über|on|onto|op|auf|through) $")


def _document(scene: Scene, start: int, end: int, mark: Mark) -> Name | None:
    found = scene.within(start, end, "document")
    if not found or (scene.names_in(start, end, artifact) and not _beside(found[0], mark)):
        return None
    first = min(found, key=lambda doc: abs(doc.start - mark.start))
    return Name(first.start, first.end, "document", scene.text[first.start : first.end])


def _beside(document: Mark, mark: Mark) -> bool:
    return 0 <= document.start - mark.end <= 3 or mark.start <= document.start < mark.end


@rule("leak.posted", Predicate.LEAKED, "leak_act leak_place")
def posted(scene: Scene) -> Drafts:
    """Somebody put a model or its code where its owner did not."""
    if scene.of("leak"):
        return
    for mark in scene.of("leak_act"):
        part = scene.clause(mark.start)
        place = _place(scene, part.start, part.end) or _host(scene, mark, part)
        if (
            place is None
            or (scene.level[place.start : place.end] in _HOSTS and not scene.leaky)
            or any(n.start != place.start for n in scene.names_in(part.start, part.end, organization))
        ):
            continue
        things = owner(scene, mark.start, artifact) or scene.topic[:1]
        for subject in things[:1]:
            begin, end = reach((part.start, part.end), at(subject) if not listed(scene) else (part.start, part.end))
            yield Draft(Predicate.LEAKED, subject, place, max(begin, scene.start), end, mark.start)


def _host(scene: Scene, mark: Mark, part: Clause) -> Name | None:
    """Return on whose platform a thing turned up, in a text that has told of a leak."""
    if not scene.leaky or not _SURFACED.search(scene.level, mark.start, mark.end):
        return None
    near = follows(scene, mark.end, lambda n: organization(n) and scene.lead(n) == "to", 3)
    return Name(near[0].start, near[0].end, "place", near[0].mention) if near and near[0].start < part.end else None


_SURFACED: Final = lazily(r"up|appear|surfac|circulat|tauch|kursier|land|op$|circul|beland|dook|doken|terecht")
_HOSTS: Final = frozenset({"github", "reddit", "telegram", "hugging face"})

RULES: Final = (leaked, posted)
