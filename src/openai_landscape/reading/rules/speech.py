"""Who somebody is, and what somebody says."""

from __future__ import annotations

import re
from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._names import Name
from openai_landscape.reading._scene import Scene, organization
from openai_landscape.reading._speech import Speech, speeches
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule


def _person(name: Name) -> bool:
    return name.kind == "person"


@rule("role.title", Predicate.ROLE, "title")
def role(scene: Scene) -> Drafts:
    """A person, a title, and where: "X, CEO of Z", "Z-Chef X", "Zs Gründer X", "X is Z's CEO"."""
    for mark in scene.of("title"):
        person, where = _holder(scene, mark), _place(scene, mark)
        if person is None or where is None:
            continue
        begin, end = reach(at(person), at(where), (mark.start, mark.end))
        if end - begin > 160:
            continue
        title = _title(scene, mark)
        yield Draft(Predicate.ROLE, person, where, begin, end, mark.start, qualifiers=(("title", title),))


def _holder(scene: Scene, mark: Mark) -> Name | None:
    after = scene.after(mark.end, _person)
    before = scene.before(mark.start, _person)
    if (
        after is not None
        and scene.words_between(mark.end, after.start) <= 4
        and not _break(scene, mark.end, after.start)
    ):
        return after
    if before is None or scene.words_between(before.end, mark.start) > 6:
        return None
    acts = _ACTS_ON.fullmatch(scene.level, before.end, mark.start) and not scene.has(
        before.end, mark.start, "copula", "passive"
    )
    return None if acts else before


_ACTS_ON: Final = re.compile(r" \w+ (?:the|an?|den|dem|die|der|de|het) ")
"""Between a person and a title that is somebody else's: "Altman criticised the CEO of Meta"."""


def _break(scene: Scene, start: int, end: int) -> bool:
    return any(c in scene.level[start:end] for c in ";:.(") or scene.level[start:end].count(",") > 1


def _place(scene: Scene, mark: Mark) -> Name | None:
    tails = [
        name
        for name in scene.names
        if name.tail
        and name.kind in {"organization", "product"}
        and name.end < mark.start <= name.end + 2 + len(name.tail)
    ]
    if tails:
        return tails[0]
    inside = [
        name
        for name in scene.names
        if name.kind in {"organization", "product"} and name.end <= mark.start + 1 and mark.start - name.end <= 1
    ]
    after = scene.after(mark.end, lambda name: organization(name) or name.kind == "product")
    if after is not None and scene.words_between(mark.end, after.start) <= 4 and scene.lead(after) in {"agent", "to"}:
        return after
    genitive = scene.before(mark.start, organization)
    if genitive is not None and genitive.possessive and scene.words_between(genitive.end, mark.start) <= 3:
        return genitive
    if after is not None and _OF.fullmatch(scene.level, mark.end, after.start):
        return after
    return inside[0] if inside else None


_OF: Final = re.compile(
    r"(?: und [\w-]+| and [\w-]+| en [\w-]+)? (?:von|van|of|at|bei|bij|der|des|beim) (?:der |des |de |the "
    r")?(?:[\w-]+ ){0,2}"
)


def _title(scene: Scene, mark: Mark) -> str:
    start, end = mark.start, mark.end
    for other in scene.within(max(scene.start, mark.start - 40), min(scene.end, mark.end + 40), "title"):
        low, high = sorted((other, mark), key=lambda m: m.start)
        if other is not mark and _AND.fullmatch(scene.level, low.end, high.start):
            start, end = min(start, other.start), max(end, other.end)
    return scene.text[start:end]


_AND: Final = re.compile(r" (?:und|and|en|&) (?:[\w-]+ ){0,1}")


@rule("speech.quoted", Predicate.STATES, "")
def states(scene: Scene) -> Drafts:
    """Somebody's words, quoted or reported."""
    for speech in speeches(scene):
        if speech.text_start is None or speech.text_end is None or speech.speaker is None:
            continue
        content = scene.text[speech.text_start : speech.text_end].strip()
        if len(content) >= speech.least:
            yield _stated(scene, speech, content)


def _stated(scene: Scene, speech: Speech, content: str) -> Draft:
    assert speech.speaker is not None
    assert speech.text_start is not None
    assert speech.text_end is not None
    begin, end = speech.text_start, speech.text_end
    if scene.start <= speech.speaker.start < scene.end and abs(speech.speaker.start - begin) < 160:
        begin, end = reach((begin, end), at(speech.speaker))
    return Draft(
        Predicate.STATES,
        speech.speaker,
        content,
        begin,
        end,
        speech.text_start,
        "affirmed",
        speaker=speech.speaker,
        exact=True,
    )


RULES: Final = (role, states)
