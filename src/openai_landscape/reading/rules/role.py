"""Who somebody is: a person, a title and an organisation, named beside them or plainly the one spoken of."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._kinds import organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._nouns import CAPITAL, common
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import HOSTS


def _person(name: Name) -> bool:
    return name.kind == "person"


@rule("role.title", Predicate.ROLE, "title")
def role(scene: Scene) -> Drafts:
    """A person, a title, and where: "X, CEO of Z", "Z-Chef X", "Zs Gründer X", "X is Z's CEO"."""
    for mark in scene.of("title"):
        person = _holder(scene, mark)
        if person is None:
            continue
        where = (
            _place(scene, mark)
            or _bracketed(scene, mark, person)
            or _first_said(scene, mark, person)
            or _where(scene, mark)
            or _of_person(scene, mark, person)
        )
        inside = where is not None
        ours = _OURS.search(scene.level, max(scene.start, mark.start - 12), mark.start)
        where = where or (_spoken_of(scene, mark, person) if ours is None else None)
        if where is None:
            continue
        begin, end = reach(at(person), (mark.start, mark.end), *([at(where)] if inside else []))
        if end - begin > 160:
            continue
        yield Draft(Predicate.ROLE, person, where, begin, end, mark.start, qualifiers=(("title", _title(scene, mark)),))


_OURS: Final = lazily(r"\b(?:unser\w*|our|onze|ons) $")
"""Before the title of whoever writes: "von unserem Redakteur"."""


def _holder(scene: Scene, mark: Mark) -> Name | None:
    after = scene.after(mark.end, _person)
    before = scene.before(mark.start, _person)
    if (
        after is not None
        and (scene.words_between(mark.end, after.start) <= 4 or _CHIEF_OF.fullmatch(scene.level, mark.end, after.start))
        and not _break(scene, mark.end, after.start)
    ):
        return after
    if before is None or scene.words_between(before.end, mark.start) > 6:
        return None
    acts = _ACTS_ON.fullmatch(scene.level, before.end, mark.start) and not scene.has(
        before.end, mark.start, "copula", "passive"
    )
    return None if acts else before


_CHIEF_OF: Final = lazily(r" (?:des|der|von|vom|of|at|van|bei|bij)(?: [\w&.-]+){1,6}, ")
"""Between a title and whose it is: "Der Chef des deutschen Start-ups Foo, Jane Doe, …"."""
_ACTS_ON: Final = lazily(r" \w+(?: (?:to|an|mit|met|with))? (?:the|an?|den|dem|die|der|de|het) ")
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
    near = after is not None and scene.words_between(mark.end, after.start) <= 4
    persons = scene.names_in(mark.end, after.start, _person) if after is not None else ()
    if after is not None and persons and not _LINKED.fullmatch(scene.level, persons[-1].end, after.start):
        near = False  # "der Juristin X vor allem Y": Y comes after the person, and is another's
    if (
        after is not None
        and near
        and scene.lead(after) in {"agent", "to"}
        and not _parted(scene, mark.end, after.start)
    ):
        return after
    genitive = scene.before(mark.start, organization)
    if genitive is not None and genitive.possessive and scene.words_between(genitive.end, mark.start) <= 3:
        return genitive
    if after is not None and _OF.fullmatch(scene.level, mark.end, after.start):
        return after
    return inside[0] if inside else None


_LINKED: Final = lazily(r",? (?:van|von|vom|of|at|bei|beim|bij|from|des|der)(?: (?:de|der|dem|the|het))? ?")


def _parted(scene: Scene, start: int, end: int) -> bool:
    """Whether a comma ends the apposition with the title before the house is spoken of."""
    return "," in scene.level[start:end]


_OF: Final = lazily(
    r"(?: und [\w-]+| and [\w-]+| en [\w-]+)? (?:von|van|of|at|bei|bij|der|des|beim|am) (?:der |des |de |the "
    r")?(?:[\w-]+ ){0,2}"
)
_PROPER: Final = rf"{CAPITAL}[\w&+.-]*\w(?: (?:(?:of|for|van|de|voor|für|zu|der) )?{CAPITAL}[\w&+-]*){{0,4}}"
_AT: Final = lazily(
    rf"(?:, (?:{CAPITAL}[\w-]+ ?){{1,3}},?)? (?:at|bei|beim|bij|am|an|aan|of|von|van|der|des)"
    rf"(?: (?:der|dem|the|de|het))? (?P<place>{_PROPER})"
)
_IN_BRACKETS: Final = lazily(rf" \((?P<place>{_PROPER})\)")
_HOUSE: Final = lazily(
    r"(?:uni\b|universit|hochschule|hogeschool|tu\b|eth\b|instit|fraunhofer|max-planck|akademie|academ|college|lab\b"
    r"|school|helmholtz|stiftung|foundation|zentrum|center|centre|ministeri|kammer|verband|verein|kanzlei"
    r"|bundesamt|behörde)"
)
_ANY_HOUSE: Final = lazily(
    r"(?:instituts?|institutes?|universität|universiteit|university|hochschule|hogeschool|stiftung|foundation"
    r"|akademie|academy|academie|zentrums?|centers?|centre|centrum|ministeriums?|ministeries?|ministry|kammer"
    r"|verbands?|verbandes|vereins?|kanzlei|behörde|labs?|labors?|college|school)"
)
"""A house without a name of its own."""
_LEARNED: Final = lazily(
    r"prof|hochschul|hoogleraar|wissenschaftler|forscher|research|scientist|onderzoek|wetenschapper|jurist|lawyer"
    r"|fellow|lecturer|docent|lector|informatik|chair$|ingenieur|engineer|anal[iy]st"
)


def _bracketed(scene: Scene, mark: Mark, person: Name) -> Name | None:
    """Return the house in brackets behind a person or a title: "Professor X (Universität Y)"."""
    for after in (person.end, mark.end):
        match = _IN_BRACKETS.match(scene.text, after, scene.end)
        if match is not None:
            found = _proper(scene, match.start("place"), match.end("place"))
            if found is not None:
                return found
    return None


def _first_said(scene: Scene, mark: Mark, person: Name) -> Name | None:
    """Return the house that begins an apposition: "Jane Doe, Foo machine learning professor"."""
    house = scene.after(person.end, organization)
    if house is None or house.start - person.end != 2 or not scene.level.startswith(", ", person.end):
        return None
    return house if house.end < mark.start and scene.words_between(house.end, mark.start) <= 3 else None


def _of_person(scene: Scene, mark: Mark, person: Name) -> Name | None:
    """Return the organisation after a titled person: "CEO X of Y"."""
    match = _FROM.match(scene.text, person.end, scene.end) if 0 <= person.start - mark.end <= 2 else None
    return _proper(scene, match.start("place"), match.end("place")) if match else None


_FROM: Final = lazily(
    rf" (?:of|at|from|von|vom|van|bei|beim|bij)(?: (?:der|dem|de|the|het))?(?: [a-zäöü][\w-]+)? (?P<place>{_PROPER})"
)


def _where(scene: Scene, mark: Mark) -> Name | None:
    """Return the place after a title and "at" or "of", where nothing in the text names it as an organisation."""
    match = _AT.match(scene.text, mark.end, scene.end)
    if match is None or (_LEARNED.search(scene.level, mark.start, mark.end) and _OF_FIELD.match(match[0])):
        house = match is not None and _HOUSE.search(match["place"].lower())
        if match is None or not house:
            return None
    found = _proper(scene, match.start("place"), match.end("place"))
    if found is None and _NO_ARTICLE.match(match[0]) and not _LEARNED.search(scene.level, mark.start, mark.end):
        word = match["place"].split(" ")[0]
        start = match.start("place")
        if not common(word, scene.lexicon) and not any(
            n.start < start + len(word) and start < n.end for n in scene.names
        ):
            return Name(start, start + len(word), "organization", word)
    return found


_NO_ARTICLE: Final = lazily(r" (?:von|bei) [A-ZÄÖÜ]")
_OF_FIELD: Final = lazily(r" (?:of|von|van|der|des) ")


def _proper(scene: Scene, start: int, end: int) -> Name | None:
    """Return the organisation that a proper name is; German writes every noun so, and must say what house it is."""
    named = next((n for n in scene.names if n.start == start and n.kind in {"organization", "product"}), None)
    if named is not None:
        return named
    if any(n.start < end and start < n.end for n in scene.names if n.kind in {"person", "model", "licence"}):
        return None
    surface = scene.text[start:end]
    words = [word for word in surface.split() if word[0].isupper()]
    if _HOUSE.search(surface.lower()) and not _ANY_HOUSE.fullmatch(surface.lower()):
        return Name(start, end, "organization", surface)
    if scene.language == "de" and not any(sum(map(str.isupper, word)) > 1 for word in words):
        return None
    plain = all(common(word, scene.lexicon) for word in words)
    return None if plain else Name(start, end, "organization", surface)


def _spoken_of(scene: Scene, mark: Mark, person: Name) -> Name | None:
    """Return whose officer it plainly is: the title stands at the name, and one organisation is all the text's."""
    beside = 0 <= person.start - mark.end <= 2 or _APPOSED.fullmatch(scene.level, person.end, mark.start)
    if not beside or _LEARNED.search(scene.level, mark.start, mark.end):
        return None
    if _ELSEWHERE.match(scene.level, mark.end, scene.end) or _ELSEWHERE.match(scene.level, person.end, scene.end):
        return None
    own = [
        name for name in scene.names if organization(name) and not name.resolved and scene.quoted(name.start) is None
    ]
    before = [name for name in own if name.end < mark.start and scene.lead(name) in {"", "with"}]
    if len({name.key for name in before}) == 1:
        return before[0]
    main, last = scene.main_party, scene.party
    if main is not None and {name.key for name in own} == {main.key} and own[0].end < person.start:
        return own[0]
    if own or main is None:
        return None
    return main if last is None or last.key == main.key or last.key in HOSTS else None


_APPOSED: Final = lazily(r", (?:(?:the|its|der|die|ihr|sein|de|zijn|hun) )?(?:[\w'’-]+ )?")
_ELSEWHERE: Final = lazily(r",? (?:von|van|of|at|bei|bij|der|des|beim|am|an der|aan|for|für|voor|\() ?")


def _title(scene: Scene, mark: Mark) -> str:
    start, end = mark.start, mark.end
    for other in scene.within(max(scene.start, mark.start - 40), min(scene.end, mark.end + 40), "title"):
        low, high = sorted((other, mark), key=lambda m: m.start)
        if other is not mark and _AND.fullmatch(scene.level, low.end, high.start):
            start, end = min(start, other.start), max(end, other.end)
    return scene.text[start:end]


_AND: Final = lazily(r" (?:und|and|en|&) (?:[\w-]+ ){0,1}")


@rule("role.verb", Predicate.ROLE, "leads works_at")
def office(scene: Scene) -> Drafts:
    """A person, and what it does where: "X, who heads research at Z", "X forscht an der Universität Z"."""
    for mark in scene.of("leads", "works_at"):
        person = scene.before(mark.start, _person)
        if person is None:
            continue
        if (verbal := _VERB_LAST.fullmatch(scene.text, person.end, mark.start)) is not None:
            where = _proper(scene, verbal.start("place"), verbal.end("place"))
            if where is not None:
                yield _held(mark, person, where, scene.text[where.end : mark.end].strip())
            continue
        house = _headed(scene, mark)
        between = house.start if house is not None and house.end < mark.start else mark.start
        if _WHO.fullmatch(scene.level, person.end, between) is None:
            continue
        if house is not None:
            yield _held(mark, person, house, scene.text[mark.start : mark.end])
            continue
        match = _DOING.match(scene.text, mark.end, scene.end)
        where = _proper(scene, match.start("place"), match.end("place")) if match else None
        if where is None:
            continue
        title = scene.text[mark.start : where.start].rsplit(" ", 1)[0]
        yield _held(mark, person, where, title)


def _headed(scene: Scene, mark: Mark) -> Name | None:
    """Return the house that somebody leads, beside the verb: "Jane Doe, who runs Foo", "Jan Jansen, die Foo leidt"."""
    for house in scene.names if mark.kind == "leads" else ():
        if organization(house) and not house.possessive and mark.end + 1 == house.start:
            return house
        if organization(house) and scene.language != "en" and house.end + 1 == mark.start:
            return house
    return None


def _held(mark: Mark, person: Name, where: Name, title: str) -> Draft:
    end = max(where.end, mark.end)
    return Draft(Predicate.ROLE, person, where, person.start, end, mark.start, qualifiers=(("title", title),))


_WHO: Final = lazily(r",? (?:(?:who|der|die|das|dat|sie|er|he|she|hij|zij) )?(?:[\w-]+ )?|, (?:sie|u) ")
_VERB_LAST: Final = lazily(
    rf", (?:der|die) (?:bei|beim|bij|am|an|aan)(?: (?:der|dem|de|het))? (?P<place>{_PROPER})(?: [\w-]+){{0,4}} "
)
_DOING: Final = lazily(
    rf"(?: (?:the|die|das|den|de|het|its))?(?: [\w-]+){{0,3}} (?:at|bei|beim|bij|am|an|aan|of|von|van|for|für|voor)"
    rf"(?: (?:der|dem|the|de|het))? (?P<place>{_PROPER})"
)


def _otherwise_named(scene: Scene, house: Name) -> bool:
    """Whether a phrase points at a house that the sentence names: it is then likelier another one's."""
    return house.resolved and any(name.key == house.key and not name.resolved for name in scene.names)


@rule("role.founder", Predicate.ROLE, "founded_by")
def founder(scene: Scene) -> Drafts:
    """An organisation and who founded it."""
    for mark in scene.of("founded_by"):
        house = scene.before(mark.start, lambda name: organization(name) and scene.lead(name) != "agent")
        after = scene.after(mark.end, _person)
        if (
            house is None
            or after is None
            or _otherwise_named(scene, house)
            or scene.words_between(mark.end, after.start) > 4
        ):
            continue
        if scene.words_between(house.end, mark.start) > 6:
            continue
        for person in scene.group(after):
            begin, end = reach(at(house), at(person))
            title = scene.text[mark.start : mark.end]
            yield Draft(Predicate.ROLE, person, house, begin, end, mark.start, qualifiers=(("title", title),))


@rule("role.founded_last", Predicate.ROLE, "founded_last")
def founded(scene: Scene) -> Drafts:
    """An organisation, who founded it, and the verb last: "X wurde von A und B gegründet"."""
    for mark in scene.of("founded_last"):
        last = scene.before(mark.start, _person)
        if last is None or scene.words_between(last.end, mark.start) > 0:
            continue
        founders = scene.group(last)
        house = scene.before(founders[0].start, organization)
        if house is not None and _BY.search(scene.level, house.end, founders[0].start):
            for person in founders:
                yield _held(mark, person, house, scene.text[mark.start : mark.end])


_BY: Final = lazily(r"\b(?:von|door) $")


@rule("role.founds", Predicate.ROLE, "founds")
def founds(scene: Scene) -> Drafts:
    """A person, and what it founded: "X co-founded Y in 2020"."""
    for mark in scene.of("founds"):
        person = scene.before(mark.start, _person)
        house = scene.after(mark.start, organization)
        if person is None or house is None or scene.words_between(person.end, mark.start) > 1:
            continue
        near = scene.words_between(mark.end, house.start) <= 6 and house.start < scene.clause(mark.start).end
        if near and _UPON.search(scene.level, mark.start, house.start) is None:
            yield _held(mark, person, house, scene.text[mark.start : mark.end].split(" ")[0])


_UPON: Final = lazily(r" (?:on|upon|auf|op|with|mit|met|at|bei|bij|for|für|voor) ")
"""Before what something else was founded on, or with: "founded her career on X"."""


RULES: Final = (role, office, founder, founded, founds)
