"""Who can speak in a sentence, and who stands before or after a verb of saying."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import attrs

from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark


def speaks(name: Name) -> bool:
    """Whether *name* can say something: a person, an organisation, a document, and no compound with another sense."""
    return name.kind in {"person", "organization", "document"} and (not name.tail or name.kind == "document")


@lru_cache(maxsize=1)
def voices(scene: Scene) -> tuple[Name, ...]:
    """Return all who can speak in *scene*: names, and people or papers called by what they are."""
    found = [
        _whole_team(scene, name)
        for name in scene.names
        if (speaks(name) or name.tail == "team") and scene.quoted(name.start) is None and not _only_where(scene, name)
    ]
    found += [_crowd(scene, match) for match in _CROWD.finditer(scene.level, scene.start, scene.end)]
    for mark in scene.of("role_noun", "document"):
        if _CODE.search(scene.level, mark.start, mark.end) or scene.quoted(mark.start) is not None:
            continue
        end = mark.end
        within = [name for name in scene.names if name.tail and name.end < mark.start <= name.end + 1 + len(name.tail)]
        start = within[0].start if within else mark.start
        found.append(_called_by_kind(scene, mark, start, end))
    return tuple(sorted(found, key=lambda name: (name.start, -name.end)))


def _whole_team(scene: Scene, name: Name) -> Name:
    """Return a house's team by its whole name: "Foo-Team"."""
    if name.tail != "team":
        return name
    end = name.end + 1 + len(name.tail)
    return Name(name.start, end, "organization", scene.text[name.start : end])


def _only_where(scene: Scene, name: Name) -> bool:
    """Whether *name* is a platform on which somebody says something."""
    return name.key in _FORUMS or (name.key in _PLATFORMS and scene.lead(name) != "")


_PLATFORMS: Final = frozenset({"hugging-face", "huggingface", "github", "gitlab"})
_FORUMS: Final = frozenset({"reddit", "x", "twitter", "discord", "linkedin", "youtube"})
_CROWD: Final = lazily(
    r"(?<!\w)(?:users|commenters|posters|nutzer|nutzerinnen|gebruikers) (?:on|auf|bei|op|von|van) \w+"
)


def _crowd(scene: Scene, match: re.Match[str]) -> Name:
    """Return the people of a platform, who speak for nobody else: "users on Reddit"."""
    return Name(*match.span(), "person", scene.text[match.start() : match.end()])


_CODE: Final = lazily(r"code|torrent")


def _called_by_kind(scene: Scene, mark: Mark, start: int, end: int) -> Name:
    """Return somebody, or some paper, called by what it is and whose: "KI-Experte von Google"."""
    owner = next(
        (n for n in scene.names if n.kind == "organization" and _WHOSE.fullmatch(scene.level, end, n.start)), None
    )
    if mark.kind == "document":
        whole = f"{owner.mention}-{scene.text[start:end]}" if owner is not None else None
        return Name(start, end, "document", scene.text[start:end], name=whole)
    if owner is None and scene.party is not None and _SPOKESMAN.fullmatch(scene.level, start, end):
        return attrs.evolve(scene.party, start=start, end=end, tail="", possessive=False, resolved=True)
    stop = owner.end if owner is not None else end
    return Name(start, stop, "person", scene.text[start:stop])


_SPOKESMAN: Final = lazily(
    r"(?:firmen|konzern|unternehmens)?sprecher(?:in)?s?|woordvoerd(?:er|ster)|spokes(?:man|woman|person)"
)
_WHOSE: Final = lazily(r" (?:von|van|of|bei|at|aus|from) (?:der |de |the )?")


def last_before(scene: Scene, start: int, end: int) -> Name | None:
    found = [n for n in voices(scene) if start <= n.start and n.end <= end]
    if not found:
        return None
    persons = [n for n in found if n.kind == "person" and (not n.possessive or n is found[-1])]
    if any(n.kind != "person" for n in found):  # "Foo, founded by X and Y, says"
        persons = [n for n in persons if n not in scene.names or scene.lead(n) != "agent"]
    if persons:
        return persons[0]
    instances = [n for n in found if scene.lead(n) == "" if n in scene.names] or [
        n for n in found if n not in scene.names
    ]
    return (instances or found)[0] if not _owned(found) else found[-1]


def _owned(found: list[Name]) -> bool:
    return len(found) > 1 and found[0].possessive


def first_after(scene: Scene, start: int, end: int) -> Name | None:
    found = [n for n in voices(scene) if start <= n.start and n.end <= end]
    if not found:
        return None
    return (
        found[1]
        if len(found) > 1
        and (found[0].possessive or found[0].start == found[1].start)
        and found[1].start - found[0].end < 40
        else found[0]
    )


def subject_after(scene: Scene, start: int, end: int) -> Name | None:
    found = first_after(scene, start, end)
    if found is None or scene.words_between(start, found.start) > 5:
        return None
    return _its_chief(scene, found) or found


def _its_chief(scene: Scene, house: Name) -> Name | None:
    """Return whom the house only says the office of: "said Foo CEO Jane Doe", "sagte der Chef von Foo, Jane Doe"."""
    person = scene.after(house.end, lambda name: name.kind == "person") if house.kind == "organization" else None
    if person is None:
        return None
    beside = scene.words_between(house.end, person.start)
    if beside == 0 and scene.has(max(scene.start, house.start - 40), house.start, "title"):
        return person
    return person if 0 < beside <= 5 and scene.has(house.end, person.start, "title") else None


def by_pronoun(scene: Scene, start: int, end: int) -> Name | None:
    if scene.has(start, end, "pronoun_person"):
        here = [name for name in scene.names if name.kind == "person" and name.end <= end and scene.lead(name) == ""]
        return here[-1] if here else scene.person
    if any(not _article(scene, mark) for mark in scene.within(start, end, "pronoun_org")):
        return scene.party
    return None


def _article(scene: Scene, mark: Mark) -> bool:
    """Whether Dutch "het" is the article of what follows: no verb stands beside it."""
    if scene.level[mark.start : mark.end] != "het":
        return False
    near = scene.within(mark.start - 20, mark.end + 20, "speech", "call", "verb", "copula", "possesses", "passive")
    return not any(beside.end + 1 == mark.start or beside.start == mark.end + 1 for beside in near)
