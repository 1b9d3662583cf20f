"""Which licence a thing carries, and for which purpose alone it may be used."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import anything, artifact, licence, organization, terms
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, listed, members, owner


def whose_terms(scene: Scene, place: int) -> Filled:
    """Return whose terms are spoken of *place*: the artifact, else what the text is about."""
    found = owner(scene, place, lambda name: _under_terms(scene, name), topic=False)
    if found:
        return found
    later = scene.after(place, lambda name: _under_terms(scene, name) and not name.vague)
    if later is not None:
        return members(scene, later, terms)
    if of_house := _models_of(scene):
        return of_house
    if found := owner(scene, place, terms):
        return found
    named = scene.names_in(scene.start, scene.end, licence)
    if named:
        return named[:1]
    return scene.topic[:1] or owner(scene, place, organization, topic=False)[:1]


def _models_of(scene: Scene) -> Filled:
    """Return the house whose models are spoken of without a name: "the models of Cohere"."""
    for name in scene.names_in(scene.start, scene.end, organization):
        nouns = [noun for noun in scene.of("noun_model") if noun.end < name.start]
        if nouns and _OF.fullmatch(scene.level, nouns[-1].end, name.start):
            return (name,)
    return ()


_OF: Final = lazily(r" (?:of|von|van|from) (?:the |de |het |der )?")


def _under_terms(scene: Scene, name: Name) -> bool:
    """Whether the terms can be those of *name*: neither who grants them nor a name that must be shown."""
    quote = scene.quoted(name.start)
    shown = quote is not None and scene.quoted(quote.start - 2) is None and name.start - quote.start > 3
    return terms(name) and not _grantor(scene, name) and not shown


def _grantor(scene: Scene, name: Name) -> bool:
    """Whether *name* is a laboratory called like a product, from which a licence is to be had: "from Meta AI"."""
    return name.kind == "product" and name.mention.endswith(" AI") and scene.lead(name) == "agent"


def whole(scene: Scene, part: Clause, subject: Name) -> tuple[int, int]:
    """Return from where to where *part* and *subject* reach, where the sentence names the subject at all."""
    inside = scene.start <= subject.start < scene.end
    return reach((part.start, part.end), at(subject)) if inside else (part.start, part.end)


@rule("licence.under", Predicate.LICENSED_UNDER, "+licence")
def under(scene: Scene) -> Drafts:
    """A thing stands under a named licence."""
    for name in filter(licence, scene.names):
        if name.resolved:
            continue
        part = scene.clause(name.start)
        leads = [
            m for m in scene.within(part.start, name.start, "under") if scene.words_between(m.end, name.start) <= 5
        ]
        if not leads and scene.ends_with_verb(part):  # "dass Foo-7B die MIT-Lizenz trägt"
            leads = [m for m in scene.within(name.end, part.end, "under") if scene.words_between(m.end, part.end) == 0]
        if (
            not leads
            and not ((listed(scene) or _opens(scene, name)) and _alone(scene, part, name))
            and not _licensed(scene, name)
            and not _identified(scene, part, name)
            and not _in_brackets(scene, name)
            and not _after_colon(scene, name)
            and not _after_word(scene, name)
        ):
            continue
        if not _is_licence(scene, name, leads) and len(scene.group(name)) == 1 and not _opens(scene, name):
            continue
        place = leads[-1].start if leads else name.start
        if _SOME_OF.match(scene.level, part.start) and not scene.names_in(part.start, place, artifact):
            continue
        subjects = (
            _in_brackets(scene, name)
            or _after_colon(scene, name)
            or _heading_line(scene)
            or owner(scene, place, artifact, topic=False, outer=False)
            or _makers(scene, part, place)
            or owner(scene, place, artifact, topic=False)
            or (() if _MODELS_OF_IT.match(scene.level, name.end) else scene.topic[:2])
        )
        for subject in subjects:
            if _other_party(scene, subject, name):
                continue
            before = scene.within(part.start, scene.group(name)[0].start, "negation")
            denied = bool(before) and scene.words_between(before[-1].end, scene.group(name)[0].start) <= 1
            denied = denied or (bool(leads) and scene.has(leads[-1].start, name.start, "negation"))
            sign: Polarity | None = "negated" if denied else None
            named = as_licence(scene, name)
            yield Draft(Predicate.LICENSED_UNDER, subject, named, *whole(scene, part, subject), name.start, sign)


_MODELS_OF_IT: Final = lazily(r"[ -](?:[a-z-]+ ){0,2}(?:models|modelle|modellen)\b")
"""Models of a licence in general: "the Apache 2.0 small models"."""


def _identified(scene: Scene, part: Clause, name: Name) -> bool:
    """Whether a thing or its licence is said to be the licence: "Mini is Apache-2.0", "its licence, the X License"."""
    if any(
        back.resolved and _BESIDE.fullmatch(scene.level, back.end, name.start)
        for back in scene.names
        if scene.has(back.start, back.end, "np_licence")
    ):
        return True
    if _ITS_LICENCE.search(scene.level, max(scene.start, name.start - 24), name.start) and scene.of("own_word"):
        return True
    first = scene.group(name)[0].start
    for link in scene.within(part.start, first, "copula"):
        beside = scene.names_in(link.end, first, artifact)  # "Inzwischen ist Foo-7B Apache-2.0"
        start = beside[0].end if beside and beside[0].start == link.end + 1 else link.end
        if _NOW.fullmatch(scene.level, start, first) and scene.names_in(part.start, start, artifact):
            return True
    return False


_NOW: Final = lazily(r" (?:(?:never|not|nie|nicht|nooit|niet|now|jetzt|nun|nu) )?(?:been )?")
_BESIDE: Final = lazily(r"(?:, | ist | is |: )(?:(?:die|der|the|de|an?|eine|een) )?")


@rule("licence.applies", Predicate.LICENSED_UNDER, "+licence")
def applies(scene: Scene) -> Drafts:
    """A licence that holds for a thing, or does not: "the MIT license does not apply to Foo-7B"."""
    for name in filter(licence, scene.names):
        stop = name.end + (1 + len(name.tail) if name.tail else 0)
        match = _APPLIES.match(scene.level, stop, scene.clause(name.start).end)
        thing = scene.after(match.end(), artifact) if match is not None else None
        if match is None or thing is None or thing.start - match.end() > 4:
            continue
        part = scene.clause(name.start)
        sign: Polarity = "negated" if scene.within(stop, part.end, "negation") else "affirmed"
        for subject in members(scene, thing, artifact):
            named = as_licence(scene, name)
            yield Draft(Predicate.LICENSED_UNDER, subject, named, *whole(scene, part, subject), name.start, sign)


_APPLIES: Final = lazily(
    r" (?:gilt|geldt|applies|applied|does not apply|doesn't apply|extends)(?: (?:nicht|niet|auch|ook|also))? "
    r"(?:für|voor|to) (?:die |das |de |het |the )?"
)


@rule("licence.own", Predicate.LICENSED_UNDER, "under")
def own(scene: Scene) -> Drafts:
    """A thing stands under a licence of its own, which has no name: "unter einer eigenen Lizenz"."""
    for match in _OWN.finditer(scene.level, scene.start, scene.end):
        if any(name.start < match.end() and match.start("words") < name.end for name in scene.names):
            continue
        part = scene.clause(match.start())
        words = _PLAIN_FORM.sub(r"\1e", scene.text[match.start("words") : match.end()])
        licence_ = Name(match.start("words"), match.end(), "licence", words)
        for subject in owner(scene, match.start(), artifact, topic=False) or scene.topic[:1]:
            yield Draft(Predicate.LICENSED_UNDER, subject, licence_, *whole(scene, part, subject), match.start())


_OWN: Final = lazily(
    r"\b(?:unter|onder|under|uses?|carries|carry|comes with|ships with|nutzt|verwendet|trägt|gebruikt|draagt) "
    r"(?:eine[rm]?|een|an?|its|their|ihrer?|seiner?|zijn|haar|hun) "
    r"(?P<words>(?:eigen(?:en|e|er)?|own|custom|bespoke|community|selbst verfassten|selbstgeschriebenen) "
    r"(?:[\w-]+ )?[\w-]*(?:lizenz|licentie|licen[cs]e))\b"
)
_PLAIN_FORM: Final = lazily(r"\b([Ee]igen)(?:en|er)\b")


def as_licence(scene: Scene, name: Name) -> Name:
    """Return a thing's licence as the licence that it is called by."""
    if name.kind == "licence":
        return name
    return Name(name.start, name.end, "licence", scene.text[name.start : name.end])


def _is_licence(scene: Scene, name: Name, leads: list[Mark]) -> bool:
    """Whether a short name means the licence, not its namesake: "MIT" needs the word, or "under" before it."""
    if len(name.mention) > 3 or "li" in name.tail[:2] or _in_brackets(scene, name):
        return True
    if _LABEL.match(scene.level, name.end):
        return True
    if scene.has(name.end, name.end + 12, "licence_word"):
        return True
    if _ITS_LICENCE.search(scene.level, max(scene.start, name.start - 24), name.start):
        return True
    return bool(leads) and _UNDER.search(scene.level, leads[-1].start, leads[-1].end) is not None


_ITS_LICENCE: Final = lazily(r"\b(?:licen[cs]e|lizenz|licentie)(?: is| ist|:)(?: an?| eine?| een| the| die| de)? $")
_LABEL: Final = lazily(r"[ -](?:label|licensed|lizenziert)\b")
_UNDER: Final = lazily(r"unter\b|under\b|onder\b|li[cz]en")


def _licensed(scene: Scene, name: Name) -> bool:
    """Whether the licence's name is part of "MIT-licensed", "Apache 2.0 licensed"."""
    return _LICENSED.match(name.tail) is not None or _LICENSED.match(scene.level, name.end + 1) is not None


_LICENSED: Final = lazily(
    r"lizenziert|licen[cs]ed|gelicentieerd|(?:[a-z-]+ )?(?:models?|modelle?n?|modellen|weights|gewichten?)\b"
)


def _in_brackets(scene: Scene, name: Name) -> Filled:
    """Return what stands before the brackets that begin with the licence: "Foo-7B (Apache 2.0)"."""
    before = scene.before(name.start, lambda other: artifact(other) and not other.resolved)
    noun = next(
        (m for m in scene.of("noun_model") if m.end + 2 == name.start and scene.level[m.end : name.start] == " ("), None
    )
    if noun is not None and before is not None and scene.has(before.end, noun.start, "copula"):
        return (before,)
    if before is None or _OPENED.fullmatch(scene.level, before.end, name.start) is None:
        return ()
    return members(scene, before, artifact) if _CLOSED.match(scene.level, name.end) else ()


def _after_word(scene: Scene, name: Name) -> bool:
    """Whether the word for it and a colon stand before the licence: "Licence: Apache 2.0"."""
    return _LICENCE_IS.search(scene.level, max(scene.start, name.start - 44), name.start) is not None


_LICENCE_IS: Final = lazily(
    r"(?:lizenz|licen[cs]e|licensing|licentie|lizenzierung)(?: (?:von|of|for|für|van|voor) [\w. -]{2,20})?\s*[:–|-]\s*$"
)
_OPENED: Final = lazily(r" \((?:[\w. -]{1,24}, ){0,2}")
_CLOSED: Final = lazily(r"[\w -]{0,12}[,);]")


def _after_colon(scene: Scene, name: Name) -> Filled:
    """Return what a colon alone parts from the licence: "Mistral 7B and Mixtral: Apache 2.0"."""
    before = scene.before(name.start, lambda other: artifact(other) and not other.resolved)
    if before is None or _PARTED.fullmatch(scene.level, before.end, name.start) is None:
        return ()
    return members(scene, before, artifact)


_PARTED: Final = lazily(r"(?: \([\w .-]{2,30}\))?(?:: | [–—-] )")


def _heading_line(scene: Scene) -> Filled:
    """Return the name that a line of a list begins with."""
    first = scene.names[0] if scene.block.kind == "list" and scene.names else None
    if first is None or not anything(first) or first.start - scene.start > 4:
        return ()
    acts = organization(first) and scene.has(first.end, scene.end, "release", "develop")
    return () if acts else (first,)


def _makers(scene: Scene, part: Clause, place: int) -> Filled:
    """Return the organisation before *place* that the clause speaks of, for what it makes."""
    found = scene.names_in(part.start, place, lambda n: organization(n) and scene.lead(n) == "")
    if not found or scene.has(found[-1].end, place, "noun_model", "label_head"):
        return ()
    return members(scene, found[-1], organization)


def _alone(scene: Scene, part: Clause, name: Name) -> bool:
    first = part.start <= scene.start + 2 or scene.words_between(scene.start, part.start) <= 2
    return first and scene.words_between(part.start, name.start) <= 4 and scene.words_between(name.end, part.end) <= 3


def _opens(scene: Scene, name: Name) -> bool:
    """Whether a fragment begins with the licence of what was just spoken of: "DeepSeek-R1. MIT, weights and all."."""
    fragment = scene.block.kind == "body" and not scene.has(scene.start, scene.end, "verb", "copula", "permit")
    return fragment and name.start - scene.start <= 1 and scene.level[name.end : name.end + 1] in {",", ".", ";"}


def _other_party(scene: Scene, subject: Name, name: Name) -> bool:
    """Whether an enumeration of contrasts ("statt", "unlike") parts the two."""
    low, high = sorted((subject.end, name.start))
    if not scene.start <= subject.start < scene.end:
        low = scene.clause(name.start).start
    return any(mark.value == "than" for mark in scene.within(low, high, "prep"))


@rule("licence.purpose", Predicate.LIMITED_TO, "purpose")
def purpose(scene: Scene) -> Drafts:
    """The terms allow one purpose only."""
    for mark in scene.of("purpose"):
        part = scene.clause(mark.start)
        limits = [
            m
            for m in scene.within(part.start, part.end, "only")
            if scene.level[m.start - 1] != "-" and scene.words_between(*sorted((m.end, mark.start))) <= 7
        ]
        beyond = [
            m
            for m in scene.within(part.start, mark.start, "not_only")
            if _FOR.fullmatch(scene.level, m.end, mark.start)
        ]
        if part.opening == "relative" and not _told_of_terms(scene, part):
            continue
        if _DIFFERS.search(scene.level, part.start, mark.start):
            continue
        if not beyond and not _inherent(scene, part, mark) and not (limits and _for_it(scene, part, mark)):
            continue
        denied = bool(beyond) or any(
            _negated(scene, part.start, min(m, mark, key=_START)) or _NOT_TO.search(scene.level, m.end, mark.start)
            for m in limits
        )
        sign: Polarity | None = "negated" if denied else "affirmed"
        for subject in whose_terms(scene, mark.start):
            begin, end = whole(scene, part, subject)
            yield Draft(
                Predicate.LIMITED_TO, subject, _PURPOSES.get(mark.value, mark.value), begin, end, mark.start, sign
            )


def _told_of_terms(scene: Scene, part: Clause) -> bool:
    """Whether a relative clause is about a thing or its licence that is named: "its predecessor, which …" is not."""
    if scene.names_in(part.start, part.end, terms) or scene.has(part.start - 24, part.start, "licence_word"):
        return True
    before = scene.before(part.start, lambda name: terms(name) or licence(name))
    return before is not None and scene.words_between(before.end, part.start) <= 2


_SOME_OF: Final = lazily(
    r"\W*(?:ein (?:großer |kleiner )?teil|viele|einige|manche|die meisten|(?:a (?:large |small )?)?part of|many"
    r"|some|most|several|a number of|een (?:groot |klein )?deel|veel|vele|enkele|sommige|de meeste)\b"
)
"""What stands for some of many things, and for none that was spoken of before."""
_DIFFERS: Final = lazily(r"\b(?:verschillen|verschilt|unterscheiden|unterscheidet|differs?|vary|varies) ")
"""Terms that are not the same for two purposes limit a thing to neither."""
_NOT_TO: Final = lazily(r"\b(?:nicht|niet|not) (?:auf|tot|to|für|voor|for) (?:[\w-]+ ){0,2}$")
"""What a verb of limiting denies after itself: "beschränkt die Nutzung nicht auf …"."""
_START: Final = attrgetter("start")
_FOR: Final = lazily(
    r"(?: (?:bedoeld|gedacht|bestimmt|intended|meant|beschikbaar|available|verfügbar))?"
    r" (?:für|zu|zur|for|to|voor|tot)(?: [\w-]+){0,2} "
)


def _for_it(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether the word is a purpose that something serves, and not what does something: "only research can tell"."""
    if _AIM.search(scene.level, mark.start, mark.end) or _TOWARDS.search(scene.level, part.start, mark.start):
        return True
    permits = scene.within(part.start, part.end, "permit", "forbid", "licence_word", "np_licence", "restricts")
    return any(scene.level[permit.start : permit.end] not in _MAY for permit in permits)


_AIM: Final = lazily(r"zweck|doeleind|purpose|nutzung|gebrauch|gebruik|use\b|only\b|kommerziell|commerc|privat|privé")
_TOWARDS: Final = lazily(
    r"\b(?:für|zu[rm]?|auf|in|im|for|to|voor|tot|aan|an|of|oder|or|und|and|en|,)(?: [\w-]+){0,3} ?$"
)
_MAY: Final = frozenset({"kann", "können", "könnte", "can", "could", "kan", "kunnen", "may", "mag"})


def _inherent(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether the words limit by themselves: "a non-commercial licence", "research-only"."""
    if mark.value == "research_only" and scene.has(part.start, mark.start, "copula"):
        return True
    return mark.value in {"non_commercial", "research_only"} and scene.has(
        part.start, part.end, "licence_word", "np_licence", "permit"
    )


def _negated(scene: Scene, start: int, mark: Mark) -> bool:
    return any(scene.words_between(n.end, mark.start) <= 2 for n in scene.within(start, mark.start, "negation"))


_PURPOSES: Final = {"non_commercial": "non_commercial_use", "research_only": "research"}


RULES: Final = (under, applies, own, purpose)
