"""Developed: by what the maker of a thing is called beside it, "the ChatGPT maker Foo", "the company behind Bar"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._kinds import artifact, organization
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Drafts, rule
from openai_landscape.reading.rules._slots import follows, members
from openai_landscape.reading.rules.developed import made


@rule("maker.compound", Predicate.DEVELOPED, "+artifact")
def compound(scene: Scene) -> Drafts:
    """A thing compounded with its maker's trade: "der ChatGPT-Entwickler OpenAI", "ChatGPT maker OpenAI"."""
    for thing in scene.names:
        if not thing.artifact or thing.resolved:
            continue
        trade = scene.lexicon.look_up(thing.tail) if thing.tail else ()
        gap = thing.end + (1 + len(thing.tail) if thing.tail else 0)
        follow = scene.after(gap, organization)
        if follow is None:
            continue
        if any(kind == "maker" for kind, _ in trade):
            if follow.start - gap <= 2:
                yield made(follow, thing, thing.start, follow.end, follow.start)
        else:
            makers = scene.within(gap, follow.start, "maker")
            if len(makers) == 1 and makers[0].start - gap <= 2 and follow.start - makers[0].end <= 2:
                yield made(follow, thing, thing.start, follow.end, follow.start)


@rule("maker.participle", Predicate.DEVELOPED, "+artifact")
def participle(scene: Scene) -> Drafts:
    """A maker compounded with what it has done: "Alibaba-developed Foo-7B"."""
    for maker_ in scene.names:
        if maker_.kind == "organization" and _DONE.fullmatch(maker_.tail):
            for thing in follows(scene, maker_.end + 1 + len(maker_.tail), artifact, 2):
                yield made(maker_, thing, maker_.start, thing.end, maker_.start)


_DONE: Final = lazily(r"developed|built|made|trained|created|designed")


@rule("maker.behind", Predicate.DEVELOPED, "behind maker noun_org")
def behind(scene: Scene) -> Drafts:
    """A maker and what it stands behind: "OpenAI, the company behind ChatGPT", "Meta is the maker of Llama"."""
    for mark in (*scene.of("behind", "maker"), *_standing(scene)):
        part = scene.clause(mark.start)
        if _BEHIND_IT.match(scene.level, mark.start):
            thing = scene.after(mark.start, artifact, part.end)
            house = scene.after(mark.end, organization, part.end) if thing is not None else None
            if thing is not None and house is not None and scene.words_between(mark.end, house.start) <= 5:
                for each in members(scene, house, organization):
                    yield made(each, thing, thing.start, each.end, mark.start)
            continue
        if mark.kind == "maker" and not _OF_THING.match(scene.level, mark.end):
            continue
        subject = scene.before(mark.start, organization, part.start) or scene.before(part.start, organization)
        for thing in follows(scene, mark.end, artifact, 7 if mark.kind == "behind" else 3):
            if subject is not None and scene.words_between(subject.end, mark.start) <= 6:
                yield made(subject, thing, subject.start, thing.end, mark.start)


def _standing(scene: Scene) -> Iterator[Mark]:
    """Yield each kind of house with the "behind" that follows it: "the institute behind Falcon"."""
    for noun in scene.of("noun_org"):
        if behind := _BEHIND_AFTER.match(scene.level, noun.end):
            yield Mark("behind", noun.start, behind.end())


_BEHIND_AFTER: Final = lazily(r" (?:hinter|behind|achter)\b")
_BEHIND_IT: Final = lazily(r"hinter |achter ")
_OF_THING: Final = lazily(r" (?:of|von|van|des|der) ")

RULES: Final = (compound, participle, behind)
