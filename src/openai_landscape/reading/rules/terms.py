"""What a licence says: which one it is, whom it caps, limits, shuts out, what it allows, who gets access."""

from __future__ import annotations

import re
from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._names import Name
from openai_landscape.reading._scene import Clause, Scene, anything, artifact, licence, organization, terms
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, goes_on, listed, members, owner


def whose_terms(scene: Scene, place: int) -> Filled:
    """Return whose terms are spoken of *place*: the artifact, else what the text is about."""
    found = owner(scene, place, lambda name: terms(name) and not _grantor(scene, name), topic=False)
    if found:
        return found
    later = scene.after(place, lambda name: terms(name) and not name.vague and not _grantor(scene, name))
    if later is not None:
        return members(scene, later, terms)
    if found := owner(scene, place, terms):
        return found
    named = scene.names_in(scene.start, scene.end, licence)
    if named:
        return named[:1]
    return scene.topic[:1] or owner(scene, place, organization, topic=False)[:1]


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
        if (
            not leads
            and not (listed(scene) and _alone(scene, part, name))
            and not _licensed(scene, name)
            and not _identified(scene, part, name)
            and not _in_brackets(scene, name)
            and not _after_word(scene, name)
        ):
            continue
        if not _is_licence(scene, name, leads) and len(scene.group(name)) == 1:
            continue
        place = leads[-1].start if leads else name.start
        subjects = (
            _in_brackets(scene, name)
            or _heading_line(scene)
            or owner(scene, place, artifact, topic=False, outer=False)
            or _makers(scene, part, place)
            or owner(scene, place, artifact, topic=False)
            or scene.topic[:2]
        )
        for subject in subjects:
            if _other_party(scene, subject, name):
                continue
            before = scene.within(part.start, scene.group(name)[0].start, "negation")
            denied = bool(before) and scene.words_between(before[-1].end, scene.group(name)[0].start) <= 1
            denied = denied or (bool(leads) and scene.has(leads[-1].start, name.start, "negation"))
            sign: Polarity | None = "negated" if denied else None
            named = _as_licence(scene, name)
            yield Draft(Predicate.LICENSED_UNDER, subject, named, *whole(scene, part, subject), name.start, sign)


def _identified(scene: Scene, part: Clause, name: Name) -> bool:
    """Whether a thing or its licence is said to be the licence: "Mini is Apache-2.0", "its licence, the X License"."""
    if any(
        back.resolved and _BESIDE.fullmatch(scene.level, back.end, name.start)
        for back in scene.names
        if scene.has(back.start, back.end, "np_licence")
    ):
        return True
    first = scene.group(name)[0].start
    links = [m for m in scene.within(part.start, first, "copula") if _NOW.fullmatch(scene.level, m.end, first)]
    return bool(links) and bool(scene.names_in(part.start, links[-1].start, artifact))


_NOW: Final = re.compile(r" (?:(?:never|not|nie|nicht|nooit|niet|now|jetzt|nun|nu) )?(?:been )?")
_BESIDE: Final = re.compile(r"(?:, | ist | is |: )(?:(?:die|der|the|de|an?|eine|een) )?")


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


_OWN: Final = re.compile(
    r"\b(?:unter|onder|under|uses?|carries|carry|comes with|ships with|nutzt|verwendet|trägt|gebruikt|draagt) "
    r"(?:eine[rm]?|een|an?|its|their|ihrer?|seiner?|zijn|haar|hun) "
    r"(?P<words>(?:eigen(?:en|e|er)?|own|custom|bespoke|community|selbst verfassten|selbstgeschriebenen) "
    r"(?:[\w-]+ )?[\w-]*(?:lizenz|licentie|licen[cs]e))\b"
)
_PLAIN_FORM: Final = re.compile(r"\b([Ee]igen)(?:en|er)\b")


def _as_licence(scene: Scene, name: Name) -> Name:
    """Return a thing's licence as the licence that it is called by."""
    if name.kind == "licence":
        return name
    return Name(name.start, name.end, "licence", scene.text[name.start : name.end])


def _is_licence(scene: Scene, name: Name, leads: list[Mark]) -> bool:
    """Whether a short name means the licence, not its namesake: "MIT" needs the word, or "under" before it."""
    if len(name.mention) > 3 or "li" in name.tail[:2]:
        return True
    if scene.has(name.end, name.end + 12, "licence_word"):
        return True
    return bool(leads) and _UNDER.search(scene.level, leads[-1].start, leads[-1].end) is not None


_UNDER: Final = re.compile(r"unter\b|under\b|onder\b|li[cz]en")


def _licensed(scene: Scene, name: Name) -> bool:
    """Whether the licence's name is part of "MIT-licensed", "Apache 2.0 licensed"."""
    return _LICENSED.match(name.tail) is not None or _LICENSED.match(scene.level, name.end + 1) is not None


_LICENSED: Final = re.compile(
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
    return (before,) if _CLOSED.match(scene.level, name.end) else ()


def _after_word(scene: Scene, name: Name) -> bool:
    """Whether the word for it and a colon stand before the licence: "Licence: Apache 2.0"."""
    return _LICENCE_IS.search(scene.level, max(scene.start, name.start - 24), name.start) is not None


_LICENCE_IS: Final = re.compile(r"(?:lizenz|licen[cs]e|licensing|licentie|lizenzierung)\s*[:–|-]\s*$")
_OPENED: Final = re.compile(r" \((?:[\w. -]{1,24}, ){0,2}")
_CLOSED: Final = re.compile(r"[\w -]{0,12}[,);]")


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
    return members(scene, found[-1], organization) if found else ()


def _alone(scene: Scene, part: Clause, name: Name) -> bool:
    first = part.start <= scene.start + 2 or scene.words_between(scene.start, part.start) <= 2
    return first and scene.words_between(part.start, name.start) <= 4 and scene.words_between(name.end, part.end) <= 3


def _other_party(scene: Scene, subject: Name, name: Name) -> bool:
    """Whether an enumeration of contrasts ("statt", "unlike") parts the two."""
    low, high = sorted((subject.end, name.start))
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
        if not limits and not _inherent(scene, part, mark):
            continue
        sign: Polarity | None = "negated" if any(_negated(scene, part.start, m) for m in limits) else "affirmed"
        for subject in whose_terms(scene, mark.start):
            begin, end = whole(scene, part, subject)
            yield Draft(
                Predicate.LIMITED_TO, subject, _PURPOSES.get(mark.value, mark.value), begin, end, mark.start, sign
            )


def _inherent(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether the words limit by themselves: "a non-commercial licence", "research-only"."""
    return mark.value in {"non_commercial", "research_only"} and scene.has(
        part.start, part.end, "licence_word", "np_licence", "permit"
    )


def _negated(scene: Scene, start: int, mark: Mark) -> bool:
    return any(scene.words_between(n.end, mark.start) <= 1 for n in scene.within(start, mark.start, "negation"))


_PURPOSES: Final = {"non_commercial": "non_commercial_use", "research_only": "research"}


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
        inner = scene.within(mark.start, mark.end, "negation")  # "gilt nicht in" shuts out by its own "nicht"
        outer = [m for m in scene.within(part.start, part.end, "negation") if m not in inner]
        sign: Polarity | None = "affirmed" if inner and not outer else None
        subjects = [s for s in _terms_before(scene, part) if s.key not in {name.key for name in out}]
        for subject in subjects[:2]:
            for name in out:
                begin, end = reach((part.start, part.end), at(name))
                yield Draft(Predicate.EXCLUDES, subject, name, begin, end, mark.start, sign)


_THOSE_IN: Final = re.compile(
    r"\b(?:kunden|klanten|customers|users|residents|citizens|bewohner|inwoners|behörden|overheden|companies|firmen"
    r"|bedrijven|unternehmen|anbieter|nutzer|gebruikers) (?:in|aus|uit|from|of|van|von)\b"
)


def _shut_out(scene: Scene, part: Clause, mark: Mark) -> tuple[Name, ...]:
    parties = [group for group in scene.groups if part.start <= group[0].start < part.end and organization(group[0])]
    if len(parties) > 1 and parties[0][0].start < mark.start:
        parties = parties[1:]
    elif len(parties) == 1 and parties[0][0].resolved:
        parties = []
    places = _places(scene, part.start, part.end)
    if places:
        parties = [group for group in parties if group[0].start > mark.start]
    return tuple(name for group in parties for name in group if _audience(name)) + places


def _audience(name: Name) -> bool:
    return organization(name) or (name.kind == "product" and not name.tail)


def _places(scene: Scene, start: int, end: int) -> tuple[Name, ...]:
    found = list(scene.within(start, end, "place"))
    for mark in scene.of("place"):  # "in the EU, in Britain and in South Korea" goes on over commas
        if found and mark.start > found[-1].end and _AND_PLACE.fullmatch(scene.level, found[-1].end, mark.start):
            found.append(mark)
    return tuple(
        Name(mark.start, mark.end, "place", scene.text[mark.start : mark.end], None, mark.value or None)
        for mark in found
    )


_AND_PLACE: Final = re.compile(
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


_BY_WHOM: Final = re.compile(
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


_THOSE_OUTSIDE: Final = re.compile(
    r"\b(?:gebruikers|klanten|bedrijven|nutzer|kunden|unternehmen|users|customers|companies|people) "
    r"(?:buiten|außerhalb|outside)\b"
)
_OUTSIDE: Final = re.compile(r"(?:außerhalb|buiten|outside)\b.*")
_EXCEPT: Final = re.compile(
    r"\b(?:außer|ausgenommen|mit ausnahme|behalve|met uitzondering|except|except for|apart from|außerhalb|buiten"
    r"|outside)(?: (?:in|von|van|of|der|de|the))*(?: (?:der|de|the))? ?$"
)


@rule("licence.allows", Predicate.ALLOWS, "activity")
def allows(scene: Scene) -> Drafts:
    """The terms or the thing itself make an activity possible, or forbid it."""
    for mark in scene.of("activity"):
        part = scene.clause(mark.start)
        sign = _permission(scene, part, mark)
        if sign is None:
            continue
        governed = _governing_start(scene, part) < part.start or _granted(scene, part)
        subjects = owner(scene, mark.start, terms, topic=False, outer=governed) or (
            scene.topic if listed(scene) or goes_on(scene, mark.start) or _of_topic(scene, mark) else ()
        )
        for subject in subjects:
            begin, end = whole(scene, part, subject)
            yield Draft(Predicate.ALLOWS, subject, mark.value, begin, end, mark.start, sign)


def _of_topic(scene: Scene, mark: Mark) -> bool:
    """Whether the sentence speaks of what the one before was about."""
    if scene.has(scene.start, scene.end, "np_licence", "pronoun") or mark.value == "improve_other_models":
        return True
    return _THAT.match(scene.level, scene.start) is not None


_THAT: Final = re.compile(
    r"\W*(?:(?:und|en|and|auch|ook) )?(?:die|das|den|der|dat|that|this|dies|dit) (?:darf|dürfen|mag|mogen|may"
    r"|kann|können|verbietet|erlaubt|gestattet|untersagt|verbiedt|forbids|allows|permits|prohibits|lässt|staat)\b"
)


def _permission(scene: Scene, part: Clause, mark: Mark) -> Polarity | None:
    """Return how the sentence stands to the activity: allowed, forbidden, or neither."""
    start = _carried_start(scene, _governing_start(scene, part), part)
    if _granted(scene, part):
        return "affirmed"
    if listed(scene) and (scene.intro == "permit" or _leads(scene, mark)):
        return "affirmed"
    if scene.has(start, part.end, "forbid"):
        return "negated"
    if scene.has(start, part.end, "permit"):
        return "negated" if scene.negated(start, part.end, mark.start) else "affirmed"
    return None


def _granted(scene: Scene, part: Clause) -> bool:
    """Whether the activity follows on a colon after a licence: "X is MIT-licensed: use it, change it"."""
    colon = scene.level.find(": ", scene.start, part.start + 1)
    head = scene.names_in(scene.start, max(colon, scene.start), licence) if colon >= 0 else ()
    named = colon >= 0 and bool(scene.names_in(scene.start, colon, artifact))
    return bool(head) and named and not scene.has(colon, scene.end, "negation", "forbid", "permit", "only")


def _carried_start(scene: Scene, start: int, part: Clause) -> int:
    """Return where the clause begins whose permission goes on: "you may change it, resell it and build on it"."""
    index = scene.clauses.index(part)
    while index and not scene.has(start, part.end, "permit", "forbid"):
        first = scene.within(scene.clauses[index].start, scene.clauses[index].end, "activity")
        if not first or scene.words_between(scene.clauses[index].start, first[0].start) > 1:
            break
        if not scene.has(scene.clauses[index - 1].start, scene.clauses[index - 1].end, "activity"):
            break
        index -= 1
        start = scene.clauses[index].start
    return start


def _leads(scene: Scene, mark: Mark) -> bool:
    """Whether a line of a list begins with the activity, itself or after its heading: "Run it locally"."""
    colon = scene.level.find(":", scene.start, mark.start)
    word = scene.text[mark.start : mark.end]
    verbal = (scene.language == "en" and not word.endswith(("tion", "ing", "use", "s"))) or (
        word.islower() and scene.language != "en"
    )
    return verbal and scene.words_between(colon + 1 if colon >= 0 else scene.start, mark.start) == 0


def _governing_start(scene: Scene, part: Clause) -> int:
    """Return where the clause that governs *part* begins: an infinitive clause hangs on the one before it."""
    if not _INFINITIVE.search(scene.level, part.start, part.end):
        return part.start
    index = scene.clauses.index(part)
    return scene.clauses[index - 1].start if index else part.start


_INFINITIVE: Final = re.compile(
    r"\b(?:zu|te|to)\b|zu(?:bauen|geben|passen|setzen|verbreiten|laden)|aufzubauen|anzupassen|einzu|weiterzu"
)


@rule("access.kind", Predicate.ACCESSIBLE_TO, "people")
def accessible(scene: Scene) -> Drafts:
    """A kind of people gets access."""
    for mark in scene.of("people"):
        part = scene.clause(mark.start)
        access = scene.within(part.start, part.end, "access", "access_noun")
        if not access or not _near(scene, mark, access) or _kept_out(scene, mark, access):
            continue
        if scene.has(mark.end, mark.end + 24, "place"):  # not the people, but those of one country
            continue
        subjects = owner(scene, mark.start, artifact, topic=False)
        if not subjects and (
            scene.has(part.start, part.end, "access_noun") or listed(scene) or goes_on(scene, mark.start)
        ):
            subjects = scene.topic
        for subject in subjects:
            begin, end = whole(scene, part, subject)
            yield Draft(Predicate.ACCESSIBLE_TO, subject, mark.value, begin, end, mark.start)


@rule("access.use", Predicate.ACCESSIBLE_TO, "people")
def may_use(scene: Scene) -> Drafts:
    """A kind of people may use the thing, or anyone can download it."""
    for mark in scene.of("people"):
        part = scene.clause(mark.start)
        if scene.has(part.start, part.end, "negation", "forbid", "conditional", "only", "exclude"):
            continue
        if not (
            _MAY_USE.match(scene.level, mark.start, part.end) or _BY_ANYONE.search(scene.level, part.start, mark.end)
        ):
            continue
        for subject in owner(scene, mark.start, artifact, topic=False, outer=False):
            if scene.lead(subject) in {"", "agent"}:
                begin, end = whole(scene, part, subject)
                yield Draft(Predicate.ACCESSIBLE_TO, subject, mark.value, begin, end, mark.start, "affirmed")


_MAY_USE: Final = re.compile(
    r"(?:anyone|everyone|jeder|iedereen) (?:can|kann|kan) (?:[\w-]+ ){0,4}?(?:use|download|nutzen|herunterladen"
    r"|gebruiken|downloaden)\b|[\w-]+(?:,? (?:und|oder|en|of|and|or)?(?: ?[\w-]+)?)? (?:mag|mogen|darf|dürfen"
    r"|may)\b[^.;:]*\b(?:gebruiken|nutzen|verwenden|einsetzen|inzetten|use|download|downloaden|herunterladen)\b"
)
_BY_ANYONE: Final = re.compile(
    r"\b(?:downloaded|used|heruntergeladen|genutzt|gebruikt|gedownload) (?:by|von|door) (?:[\w-]+ ){0,2}\w+$"
    r"|\b(?:von|door|by) (?:jedem|allen|iedereen|anyone|everyone)$"
)


def _kept_out(scene: Scene, mark: Mark, access: tuple[Mark, ...]) -> bool:
    """Whether "without" stands between the access and the people: they belong to something else."""
    low, high = sorted((access[0].end, mark.start))
    return any(negation.value == "np" for negation in scene.within(low, high, "negation"))


def _near(scene: Scene, mark: Mark, access: tuple[Mark, ...]) -> bool:
    return any(scene.words_between(*sorted((m.end, mark.start))) <= 14 for m in access)


RULES: Final = (under, own, purpose, excludes, barred, unavailable, allows, accessible, may_use)
