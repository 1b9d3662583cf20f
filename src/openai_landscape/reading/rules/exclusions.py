"""Whom and where the terms of a licence shut out."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import licence, organization, terms
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, members, owner
from openai_landscape.reading.rules.terms import whole, whose_terms


@rule("licence.excludes", Predicate.EXCLUDES, "exclude")
def excludes(scene: Scene) -> Drafts:
    """The terms shut somebody or some territory out."""
    for mark in scene.of("exclude"):
        part = scene.clause(mark.end - 1)
        out = _shut_out(scene, part, mark)
        if not out or (
            not (
                scene.of("licence_word", "np_licence")
                or scene.names_in(scene.start, scene.end, lambda n: terms(n) or licence(n))
            )
            and part.opening != "relative"
            and not (scene.topic and _THOSE_IN.search(scene.level, part.start, part.end))
        ):
            continue
        inner: tuple[
            Mark, ...
        ] = ()  # "gilt nicht in" shuts out by its own "nicht", "schließt die EU nicht aus" does not
        if scene.lexicon.look_up(scene.level[mark.start : mark.end]):
            inner = scene.within(mark.start, mark.end, "negation")
        outer = [m for m in scene.within(part.start, part.end, "negation") if m not in inner]
        sign: Polarity | None = "affirmed" if inner and not outer else None
        subjects = [s for s in _terms_before(scene, part) if s.key not in {name.key for name in out}]
        for subject in subjects[:2]:
            for name in out:
                begin, end = reach((part.start, part.end), at(name))
                yield Draft(Predicate.EXCLUDES, subject, name, begin, end, mark.start, sign)


_THOSE_IN: Final = lazily(
    r"\b(?:kunden|klanten|customers|users|residents|citizens|bewohner|inwoners|behörden|overheden|companies|firmen"
    r"|bedrijven|unternehmen|anbieter|nutzer|gebruikers)(?: (?:mit (?:haupt)?sitz|met (?:hoofd)?vestiging|based"
    r"|headquartered|domiciled|gevestigd))? (?:in|aus|uit|from|of|van|von)\b"
)


def _shut_out(scene: Scene, part: Clause, mark: Mark) -> tuple[Name, ...]:
    parties = [
        group
        for group in scene.groups
        if part.start <= group[0].start < part.end and (organization(group[0]) or _by_example(scene, group[0]))
    ]
    if parties and parties[0][0].start < mark.start and (len(parties) > 1 or _shuts(scene, part, mark)):
        parties = parties[1:]
    elif len(parties) == 1 and parties[0][0].resolved:
        parties = []
    places = _places(scene, part.start, part.end)
    if places:
        parties = [group for group in parties if group[0].start > mark.start]
    return tuple(name for group in parties for name in group if _audience(name)) + places


def _shuts(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether the verb has its subject before it, who shuts others out: "Foo schließt das Militär aus"."""
    if scene.has(part.start, part.end, "passive"):
        return False
    words = scene.level[mark.start : mark.end]
    return _VERB_FIRST.match(words) is not None and (scene.language == "en" or " " in words or words == "weert")


_VERB_FIRST: Final = lazily(r"schlie(?:ß|ss)|schlo|slui|sloo|exclude|bar|weert|sperr|nimmt|nahm|shut|lock|keep|rule")


def _by_example(scene: Scene, name: Name) -> bool:
    """Whether a service is named as one of those shut out: "services such as TikTok"."""
    return name.kind == "product" and any(0 <= name.start - mark.end <= 2 for mark in scene.of("example"))


def _audience(name: Name) -> bool:
    return (organization(name) and not name.possessive) or (name.kind == "product" and not name.tail)


def _places(scene: Scene, start: int, end: int) -> tuple[Name, ...]:
    found = list(scene.within(start, end, "place"))
    for mark in reversed(scene.of("place")):
        if found and mark.end <= found[0].start and _AND_PLACE.fullmatch(scene.level, mark.end, found[0].start):
            found.insert(0, mark)
    for mark in scene.of("place"):  # "in the EU, in Britain and in South Korea" goes on over commas
        if found and mark.start > found[-1].end and _AND_PLACE.fullmatch(scene.level, found[-1].end, mark.start):
            found.append(mark)
    return tuple(
        Name(mark.start, mark.end, "place", scene.text[mark.start : mark.end], None, mark.value or None)
        for mark in found
    )


_AND_PLACE: Final = lazily(
    r",? ?(?:(?:und|oder|sowie|en|of|and|or|nor|noch) )?(?:(?:in|im|aus|uit|from|of) )?(?:(?:der|die|dem|de|het|the) )?"
)


@rule("licence.barred", Predicate.EXCLUDES, "barred_kind")
def barred(scene: Scene) -> Drafts:
    """Kinds of users that the terms shut out: "use by police and defence is prohibited"."""
    for mark in scene.of("barred_kind"):
        part = scene.clause(mark.start)
        shut = scene.has(part.start, part.end, "exclude", "forbid") or (
            scene.has(part.start, part.end, "permit") and scene.negated(part.start, part.end, mark.start)
        )
        if not shut or not _user(scene, part, mark) or not scene.licensed(part.start, part.end):
            continue
        name = Name(mark.start, mark.end, "organization", scene.text[mark.start : mark.end])
        for subject in _terms_before(scene, part)[:2]:
            begin, end = reach((part.start, part.end), (mark.start, mark.end))
            yield Draft(Predicate.EXCLUDES, subject, name, begin, end, mark.start, "affirmed")


def _user(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether *mark* is who would use the thing: the agent, the subject, or what "excludes" is said of."""
    if scene.has(part.start, part.end, "exclude"):
        return True
    return (
        _BY_WHOM.search(scene.level, part.start, mark.start) is not None
        or scene.words_between(part.start, mark.start) <= 1
    )


_BY_WHOM: Final = lazily(
    r"\b(?:von|durch|door|by|für|voor|for|to|aan|an)(?: (?:die|der|den|de|het|the))?"
    r"(?: [\w-]+,?(?: (?:und|oder|en|of|and|or))?(?: (?:die|der|de|het|the))?)? ?$"
)


def _terms_before(scene: Scene, part: Clause) -> Filled:
    inside = scene.names_in(part.start, part.end, terms)
    return members(scene, inside[0], terms) if inside else whose_terms(scene, part.start)


@rule("licence.unavailable", Predicate.EXCLUDES, "place")
def unavailable(scene: Scene) -> Drafts:
    """A thing is not to be had, or not to be used, in a territory."""
    for mark in scene.of("place"):
        part = scene.clause(mark.start)
        shut = any(
            not _OUTSIDE.fullmatch(scene.level, no.start, no.end)
            for no in scene.within(part.start, part.end, "negation")
        ) or (scene.has(part.start, part.end, "forbid") and scene.licensed(part.start, part.end))
        if _THOSE_OUTSIDE.search(scene.level, part.start, mark.start):
            continue
        if scene.of("exclude") or not (shut or _EXCEPT.search(scene.level, part.start, mark.start)):
            continue
        if not scene.has(part.start, part.end, "available", "permit", "forbid", "licence_word", "release"):
            continue
        place = Name(mark.start, mark.end, "place", scene.text[mark.start : mark.end], None, mark.value or None)
        for subject in owner(scene, mark.start, terms)[:3]:
            begin, end = whole(scene, part, subject)
            yield Draft(Predicate.EXCLUDES, subject, place, begin, end, mark.start, "affirmed")


_THOSE_OUTSIDE: Final = lazily(
    r"\b(?:gebruikers|klanten|bedrijven|nutzer|kunden|unternehmen|users|customers|companies|people) "
    r"(?:buiten|außerhalb|outside)\b"
)
_OUTSIDE: Final = lazily(r"(?:außerhalb|buiten|outside)\b.*")
_EXCEPT: Final = lazily(
    r"\b(?:außer|ausgenommen|mit ausnahme|behalve|met uitzondering|except|except for|apart from|außerhalb|buiten"
    r"|outside)(?: (?:in|von|van|of|der|de|the))*(?: (?:der|de|the))? ?$"
)


@rule("licence.residents", Predicate.EXCLUDES, "place")
def residents(scene: Scene) -> Drafts:
    """Those of a territory may not use the thing: "wie in Rusland gevestigd is, mag het model niet gebruiken"."""
    for mark in scene.of("place"):
        index = scene.clauses.index(scene.clause(mark.start))
        if index + 1 >= len(scene.clauses) or not _WHOEVER.match(scene.level, scene.clauses[index].start):
            continue
        after = scene.clauses[index + 1]
        barred = scene.has(after.start, after.end, "permit") and scene.has(after.start, after.end, "negation")
        if not (barred or scene.has(after.start, after.end, "forbid")) or scene.of("exclude"):
            continue
        place = Name(mark.start, mark.end, "place", scene.text[mark.start : mark.end], None, mark.value or None)
        for subject in owner(scene, after.start, terms)[:1] or owner(scene, after.end - 1, terms)[:1]:
            begin, end = scene.clauses[index].start, after.end
            yield Draft(Predicate.EXCLUDES, subject, place, begin, end, mark.start, "affirmed")


_WHOEVER: Final = lazily(
    r"\W*(?:(?:und|and|en|aber|doch|but|maar) )?(?:wer|wie|whoever|anyone|those|people|companies|firmen"
    r"|unternehmen|bedrijven|nutzer|gebruikers|users|(?:woon|woont|ben|bent|zit) (?:je|u)|wohn\w* (?:du|man|sie)"
    r"|if you(?:'re| are| live)?|wenn (?:du|man|sie)|als je) "
)


@rule("licence.party", Predicate.EXCLUDES, "permit forbid")
def party_barred(scene: Scene) -> Drafts:
    """A house that may not use the thing: "Google may not use Llama 3", "Llama 3 may not be used by Google"."""
    for verb in _USES.finditer(scene.level, scene.start, scene.end):
        part = scene.clause(verb.start())
        denied = scene.has(part.start, part.end, "permit") and scene.negated(part.start, part.end, verb.start())
        if not (denied or scene.has(part.start, part.end, "forbid")) or scene.of("exclude", "conditional"):
            continue
        things = scene.names_in(part.start, part.end, terms)
        out = scene.names_in(part.start, part.end, lambda n: _audience(n) and scene.lead(n) in {"", "agent"})
        for subject in things[:1]:
            for name in (each for each in out if each.key != subject.key and organization(each)):
                begin, end = reach((part.start, part.end), at(name))
                yield Draft(Predicate.EXCLUDES, subject, name, begin, end, verb.start(), "affirmed")


_USES: Final = lazily(
    r"\b(?:nutzen|genutzt|verwenden|verwendet|einsetzen|eingesetzt|use|used|gebruiken|gebruikt|inzetten)\b"
)

RULES: Final = (excludes, barred, unavailable, residents, party_barred)
