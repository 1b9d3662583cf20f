"""Openness, said without its label: by a definition met, by what is kept closed, by what a licence restricts."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._kinds import artifact, organization
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._labels import labelled, sign_of
from openai_landscape.reading.rules._slots import follows, listed, members, owner


@rule("openness.criteria", Predicate.OPENNESS, "criteria definition")
def criteria(scene: Scene) -> Drafts:
    """A model meets, or does not meet, the definition of open source."""
    spoken = _OF_OPENNESS.search(scene.level, max(0, scene.start - 300), scene.end) is not None
    for mark in scene.of("criteria", "definition") if spoken else scene.of("criteria"):
        part = scene.clause(mark.start)
        meets = scene.within(part.start, part.end, "meets")
        negated = scene.has(part.start, part.end, "negation", "not_fully")
        negated = negated or scene.negated(part.start, part.end, mark.start)
        if not meets or (not negated and not _plain_verb(meets)):
            continue
        said = (
            scene.names_in(scene.start, part.start, artifact)
            if _OF_IT.search(scene.level, part.start, part.end)
            else ()
        )
        for subject in said[-1:] or owner(scene, mark.start, artifact)[:2]:
            begin, end = reach((part.start, part.end), at(subject) if not listed(scene) else (part.start, part.end))
            yield Draft(
                Predicate.OPENNESS, subject, "open_source", begin, end, mark.start, "negated" if negated else "affirmed"
            )


_OF_IT: Final = lazily(r"\b(?:version of it|it (?:has|had|does|did)|davon|ervan)\b")
_OF_OPENNESS: Final = lazily(
    r"open[ -]source initiative|open[ -]source[ -]definition|\bosi\b|\bosaid\b"
    r"|\b(?:kriterien|anforderungen|definition|criteria|requirements|definitie|eisen) (?:für|an|von|for|of|voor|van)"
    r" open[ -]source\b"
)


def _plain_verb(meets: tuple[Mark, ...]) -> bool:
    return any(mark.value == "verb" for mark in meets)


@rule("openness.kept", Predicate.OPENNESS, "kept")
def kept(scene: Scene) -> Drafts:
    """A thing or a maker's things are kept closed: "keep GPT-4 behind closed APIs", "halten ihre Software geheim"."""
    for mark in scene.of("kept"):
        part = scene.clause(mark.start)
        if scene.has(part.start, part.end, "component"):  # the weights or the code are kept, not the thing
            continue
        things = scene.names_in(part.start, part.end, artifact)
        if not things and _WHO_KEEP.search(scene.level, part.start, mark.start):
            continue
        subjects = (
            members(scene, things[-1], artifact) if things else owner(scene, mark.start, organization, topic=False)
        )
        for subject in subjects:
            yield labelled(scene, subject, "proprietary", mark, end=part.end)


_WHO_KEEP: Final = lazily(
    r"\b(?:rivals|competitors|companies|labs|firms|makers|developers|konkurrenten|anbieter|firmen|unternehmen|rivalen"
    r"|concurrenten|bedrijven),? (?:that|which|who|die) "
)
"""Who keeps things closed without a name: "rivals that keep their best systems behind paid interfaces"."""


@rule("openness.restricts", Predicate.OPENNESS, "restricts")
def restricts(scene: Scene) -> Drafts:
    """A licence or its giver restricts what may be done: the thing is restricted."""
    for mark in scene.of("restricts"):
        part = scene.clause(mark.start)
        if not scene.licensed(scene.start, scene.end) or _of_a_kind(scene, mark):
            continue
        if _HOUSE_THAT.search(scene.level, part.start, mark.start):
            continue
        if part.opening == "relative" and not scene.licensed(part.start, part.end):
            before = scene.before(part.start, lambda name: artifact(name) or organization(name))
            if before is None or scene.words_between(before.end, part.start) > 1:
                continue
        for subject in (owner(scene, mark.start, artifact) or owner(scene, mark.start, organization))[:2]:
            if sign_of(scene, mark) == "affirmed" and not _BUT_NOT.search(scene.level, mark.end, part.end):
                yield labelled(scene, subject, "restricted", mark, "affirmed", end=part.end)


_BUT_NOT: Final = lazily(r"\b(?:nicht|niet|not) (?:auf|tot|to)\b")
_HOUSE_THAT: Final = lazily(
    r"\b(?:firm|company|start-?up|lab|unternehmen|firma|bedrijf|maker),? (?:that|which|who|die|das|dat) "
)
"""Whoever restricts is not the thing of the sentence: "Mistral, the firm that had experimented with …"."""


def _of_a_kind(scene: Scene, mark: Mark) -> bool:
    """Whether it is asked which restrictions there are, or only some users or results are restricted."""
    return (
        _WHICH.search(scene.level, max(scene.start, mark.start - 16), mark.start) is not None
        or _SOME.match(scene.level, mark.end) is not None
    )


_WHICH: Final = lazily(r"\b(?:what|which|welche|welke|any|no|keine|geen) $")
_SOME: Final = lazily(
    r" (?:use by |die nutzung durch |het gebruik door )?(?:companies|firms|unternehmen|firmen|bedrijven)\b"
    r"|(?: the)? (?:certain|some) |apply\b| gelten\b"
)


@rule("openness.permissive", Predicate.OPENNESS, "label")
def permissive(scene: Scene) -> Drafts:
    """A permissive licence makes the thing that carries it permissive."""
    for mark in scene.of("label"):
        part = scene.clause(mark.start)
        tied = (
            scene.within(part.start, mark.start, "under", "copula")
            or "lizenziert" in scene.level[mark.start : mark.end]
        )
        if (
            mark.value != "permissive"
            or not tied
            or not (
                scene.has(mark.start, min(part.end, mark.end + 40), "licence_word")
                or "lizenziert" in scene.level[mark.start : mark.end]
            )
        ):
            continue
        subjects = owner(scene, mark.start, artifact) or follows(scene, mark.end, artifact, 14, clause=False)
        for subject in subjects:
            yield labelled(scene, subject, "permissive", mark)


@rule("openness.licence", Predicate.OPENNESS, "label")
def licence_of(scene: Scene) -> Drafts:
    """The kind of licence that a thing is released under: "under an open-weights license"."""
    for match in _UNDER_A.finditer(scene.level, scene.start, scene.end):
        for mark in scene.within(match.start(), match.end(), "label"):
            if mark.value not in {"open_source", "open_weights", "proprietary"} or mark.start < match.start("label"):
                continue
            part = scene.clause(mark.start)
            if scene.has(part.start, mark.start, "future", "plan"):
                continue
            for subject in owner(scene, mark.start, artifact):
                yield labelled(scene, subject, mark.value, mark, None, end=match.end())


_UNDER_A: Final = lazily(
    r"\b(?:under|unter|onder) (?:an?|eine[rn]?|een|the|der|de) (?:[\w-]+ )?"
    r"(?P<label>(?:open|proprietary|proprietär|propriëtaire)[\w-]*[ -]?[\w-]*(?:licen[cs]e|lizenz|licentie))\b"
)


RULES: Final = (criteria, kept, restricts, permissive, licence_of)
