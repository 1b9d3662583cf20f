"""What ties a label to the thing that it is said of: a verb, "as", or what makes it so."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import anything, artifact, terms
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._slots import Filled, listed, members


def tie(scene: Scene, start: int, mark: Mark) -> Mark | None:
    """Return the verb or "as" that ties the label to its subject, unless the label is a rival's."""
    if any(rival.end + 1 == mark.start for rival in scene.of("compete")):
        return None
    return _as(scene, start, mark) or _made_so(scene, start, mark) or _verb(scene, start, mark)


def _as(scene: Scene, start: int, mark: Mark) -> Mark | None:
    for link in reversed(scene.within(start, mark.start, "as_label")):
        if _EQUALLY.search(scene.level, max(start, link.start - 40), link.end) or _EQUAL.search(
            scene.level, link.start, mark.start
        ):
            continue
        blocked = scene.has(link.end, mark.start, "prep", "compete") or scene.names_in(link.end, mark.start, anything)
        if scene.words_between(link.end, mark.start) <= 4 and not blocked:
            return link
    return None


def _made_so(scene: Scene, start: int, mark: Mark) -> Mark | None:
    """Return the verb of "makes Foo-7B open source"."""
    for link in scene.within(start, mark.start, "makes"):
        made = scene.names_in(link.end, mark.start, artifact)
        if (
            made
            and scene.words_between(made[-1].end, mark.start) <= 1
            and scene.words_between(link.end, made[0].start) <= 3
        ):
            return link
    return None


def _verb(scene: Scene, start: int, mark: Mark) -> Mark | None:
    part = scene.clause(mark.start)
    for link in scene.within(
        start, part.end, *(("copula", "makes", "possesses") if mark.value == "open_weights" else ("copula", "makes"))
    ):
        inverted = (
            (link.kind == "makes" and link.start >= mark.end)
            or (link.start > mark.end and part.opening in {"relative", "subordinate", "conditional"})
            or link.start >= mark.end
        )
        if inverted and scene.words_between(strictly(scene, mark), link.start) <= 1:
            return link
        if link.end <= mark.start and scene.words_between(link.end, mark.start) <= 8:
            if _EQUAL.search(scene.level, link.end, mark.start) or scene.has(
                link.end, mark.start, "compare", "compete"
            ):
                continue
            between = scene.names_in(link.end, mark.start, anything)
            turned = bool(between) and all(scene.lead(name) in _SIDES for name in _own(scene, start, link.start))
            if turned or not _noun_between(scene, link, mark):
                return link
    return None


def strictly(scene: Scene, mark: Mark) -> int:
    """Return where the label ends with "in the strict sense" or the like, which may follow it."""
    return next((sense.end for sense in scene.of("strictly") if 0 <= sense.start - mark.end <= 1), mark.end)


def _noun_between(scene: Scene, link: Mark, mark: Mark) -> bool:
    preps = () if _ONE_OF.match(scene.level, link.end) else scene.within(link.end, mark.start, "prep")
    numbered = {prep for prep in preps if any(0 <= number.start - prep.end <= 2 for number in scene.numbers)}
    denied = scene.within(link.end, mark.start, "negation", "source", "strictly")
    if any(
        not any(no.start <= prep.start and prep.end <= no.end for no in denied)
        for prep in preps
        if prep not in numbered
    ):
        return True
    return any(not name.possessive for name in _own(scene, link.end, mark.start))


_WHOSE: Final = lazily(r"its|their")
_SIDES: Final = frozenset({"than", "since", "against", "source"})
"""What governs a name that nothing is said of."""


def _own(scene: Scene, start: int, end: int) -> Filled:
    """Return the names between *start* and *end* that are not only whose word it is."""
    return scene.names_in(start, end, lambda n: anything(n) and scene.lead(n) != "source")


def described_by(scene: Scene, start: int, link: Mark, mark: Mark) -> Filled:
    """Return what the label at *mark* is said of, by the verb or "as" at *link*."""
    part = scene.clause(mark.start)
    limit = min(link.start, mark.start)
    if link.kind == "makes" and (made := scene.names_in(link.end, mark.start, artifact)):
        return members(scene, made[-1], artifact)
    sides = _SIDES if link.kind == "as_label" else {*_SIDES, "agent"}
    if (
        link.end <= mark.start
        and link.kind in {"copula", "possesses"}
        and all(scene.lead(name) in sides for name in _own(scene, start, limit))
    ):
        limit = mark.start
    own = scene.names_in(
        start, limit, lambda n: (anything(n) or terms(n)) and scene.lead(n) not in sides and not n.possessive
    )
    named = [name for name in own if terms(name)]
    artifacts = [name for name in named if scene.lead(name) != "base"] or named
    if artifacts and artifacts[-1].vague:
        return ()  # "plans to release a model with open weights": of no model that has a name
    if artifacts:
        return members(scene, artifacts[-1], lambda name: terms(name) or name.twofold)
    if own:
        return members(scene, own[-1], anything)
    return _further_off(scene, link, mark, part)


def _further_off(scene: Scene, link: Mark, mark: Mark, part: Clause) -> Filled:
    """Return what the label is said of where its clause does not say it before the label."""
    if link.kind == "as_label" and scene.words_between(part.start, link.start) == 0:
        found = scene.names_in(
            scene.start, part.start, lambda n: artifact(n) and scene.lead(n) not in {"than", "since"}
        )
        found = found or scene.names_in(mark.end, part.end, lambda n: artifact(n) and scene.lead(n) == "")
        return members(scene, found[0], artifact) if found else ()
    if link.kind == "makes":
        before = scene.before(part.start, artifact)
        return members(scene, before, artifact) if before is not None else ()
    if part.opening == "relative":
        before = scene.before(part.start, anything)
        if before is not None and scene.words_between(before.end, part.start) <= 3:
            return members(scene, before, anything)
        return ()
    if (
        any(
            _WHOSE.fullmatch(scene.level, m.start, m.end) is None
            for m in scene.within(part.start, mark.start, "pronoun")
        )
        or _IT_IS.search(scene.level, part.start, mark.start)
        or _THAT_IS.match(scene.level, part.start)
    ):
        said = scene.names_in(scene.start, part.start, lambda n: artifact(n) and scene.lead(n) not in {"than", "since"})
        if not said:
            said = scene.names_in(scene.start, part.start, lambda n: n.twofold and scene.lead(n) == "")
            return said[-1:] or scene.topic[:2]
        return members(scene, said[-1], artifact)
    if above := _head_of_line(scene) or (scene.topic[:2] if listed(scene) else ()):
        return above
    at_once = link.kind == "copula" and scene.words_between(part.start, link.start) == 0
    return _around_aside(scene, part) if link.kind == "as_label" or at_once else ()


def _head_of_line(scene: Scene) -> Filled:
    """Return what a line of a list begins with, where a colon or a dash sets it apart."""
    first = scene.names[0] if scene.block.kind == "list" and scene.names else None
    if first is None or not anything(first) or first.start - scene.start >= 8:
        return ()
    return (first,) if _HEAD_OF_LINE.match(scene.level, first.end) else ()


_HEAD_OF_LINE: Final = lazily(r"\s*(?::| [–—-] )")


def _around_aside(scene: Scene, part: Clause) -> Filled:
    """Return what the clause goes on about after a relative clause: "Zephra, in which …, describes itself as"."""
    index = scene.clauses.index(part)
    if index < 2 or scene.clauses[index - 1].opening != "relative":
        return ()
    before = scene.clauses[index - 2]
    name = scene.before(before.end, anything, before.start)
    return (name,) if name is not None and name.end == before.end and scene.lead(name) == "" else ()


_ONE_OF: Final = lazily(r" (?:one|some|two|part|among) of | (?:een|een|twee|enkele) van | eine?[rs]? (?:der|von) ")
_THAT_IS: Final = lazily(r"\W*(?:und |and |en )?(?:das|dies|dat|dit|that|this) (?:ist|is|war|was)\b")
_IT_IS: Final = lazily(r"\b(?:it|they)'")
_EQUALLY: Final = lazily(r"\b(?:as|so|even|ebenso|zo) \w+ (?:as|wie|als)$")
_EQUAL: Final = lazily(r"\b(?:as|so|even|ebenso|zo) \w+ (?:as|wie|als)\b")
