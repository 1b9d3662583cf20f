"""What the terms of a licence allow and forbid, and who gets access."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import artifact, licence, terms
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, rule
from openai_landscape.reading.rules._slots import Filled, goes_on, listed, owner
from openai_landscape.reading.rules.terms import whole


@rule("licence.allows", Predicate.ALLOWS, "activity")
def allows(scene: Scene) -> Drafts:
    """The terms or the thing itself make an activity possible, or forbid it."""
    for mark in scene.of("activity"):
        part = scene.clause(mark.start)
        sign = _permission(scene, part, mark)
        if sign is None or _of_another(scene, part):
            continue
        governed = _governing_start(scene, part) < part.start or _granted(scene, part)
        subjects = owner(scene, mark.start, terms, topic=False, outer=governed) or (
            _named_before(scene, part)
            or (scene.topic if listed(scene) or goes_on(scene, mark.start) or _of_topic(scene, mark) else ())
        )
        for subject in subjects:
            begin, end = whole(scene, part, subject)
            yield Draft(Predicate.ALLOWS, subject, mark.value, begin, end, mark.start, sign)


def _of_another(scene: Scene, part: Clause) -> bool:
    """Whether a relative clause is about something other than a thing or its licence: "a list, which may change"."""
    if part.opening != "relative" or scene.has(part.start, part.end, "licence_word", "np_licence"):
        return False
    if scene.names_in(part.start, part.end, terms):
        return False
    before = scene.before(part.start, lambda name: terms(name) or licence(name))
    if before is not None and scene.words_between(before.end, part.start) <= 2:
        return False
    return not scene.has(part.start - 24, part.start, "licence_word", "np_licence", "noun_model", "np_model")


def _named_before(scene: Scene, part: Clause) -> Filled:
    """Return what the sentence has set out to speak of before a colon: "Google does it otherwise with Gemma: …"."""
    colon = scene.level.rfind(": ", scene.start, part.start + 2)
    found = scene.names_in(scene.start, colon, lambda n: terms(n) and scene.lead(n) not in {"than", "since"})
    return found[-1:] if len(found) == 1 and colon > 0 else ()


def _of_topic(scene: Scene, mark: Mark) -> bool:
    """Whether the sentence speaks of what the one before was about."""
    if scene.has(scene.start, scene.end, "np_licence", "pronoun") or mark.value == "improve_other_models":
        return True
    first = scene.of("activity")[0]
    if scene.block.kind == "body" and scene.words_between(scene.start, first.start) <= 1 and not scene.names:
        return True
    return _THAT.match(scene.level, scene.start) is not None


_THAT: Final = lazily(
    r"\W*(?:(?:und|en|and|auch|ook) )?(?:die|das|den|der|dat|that|this|dies|dit) (?:darf|dürfen|mag|mogen|may"
    r"|kann|können|verbietet|erlaubt|gestattet|untersagt|verbiedt|forbids|allows|permits|prohibits|lässt|staat)\b"
)


def _permission(scene: Scene, part: Clause, mark: Mark) -> Polarity | None:
    """Return how the sentence stands to the activity: allowed, forbidden, or neither."""
    if _HOW.search(scene.level, part.start, mark.start):
        return None
    start = _carried_start(scene, _governing_start(scene, part), part)
    if _granted(scene, part):
        return "affirmed"
    if listed(scene) and scene.intro == "forbid":
        return "negated"
    if listed(scene) and (scene.intro == "permit" or _leads(scene, mark)):
        return "affirmed"
    if scene.has(start, part.end, "forbid"):
        return "negated"
    if _also_in(scene, part):
        start = scene.clauses[scene.clauses.index(part) - 1].start
    if scene.has(start, part.end, "permit"):
        return "negated" if scene.negated(start, part.end, mark.start) else "affirmed"
    return None


_HOW: Final = lazily(r"\b(?:how|wie|hoe) (?:you|they|users|people|one|man|du|sie|nutzer|je|men|gebruikers) ")
"""Of what may be done only the manner is spoken of: "restrictions on how you can modify it"."""


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


def _also_in(scene: Scene, part: Clause) -> bool:
    """Whether a clause only adds where a permission before it holds too: "…, also in commercial products"."""
    return scene.clauses.index(part) > 0 and _ALSO.match(scene.level, part.start) is not None


_ALSO: Final = lazily(r"\W*(?:(?:und|and|en) )?(?:also|even|auch|ook|including|selbst|sogar|zelfs|einschließlich)\b")


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


_INFINITIVE: Final = lazily(
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
            sign: Polarity | None = "negated" if _no_access(scene, access) else None
            yield Draft(Predicate.ACCESSIBLE_TO, subject, mark.value, begin, end, mark.start, sign)


def _no_access(scene: Scene, access: tuple[Mark, ...]) -> bool:
    """Whether it is no access that somebody gets: "get no access"."""
    return any(
        negation.value == "np" and 0 <= word.start - negation.end <= 2
        for word in access
        for negation in scene.within(scene.start, word.start, "negation")
    )


@rule("access.use", Predicate.ACCESSIBLE_TO, "people")
def may_use(scene: Scene) -> Drafts:
    """A kind of people may use the thing, or anyone can download it."""
    for mark in scene.of("people"):
        part = scene.clause(mark.start)
        if scene.has(part.start, part.end, "negation", "forbid", "conditional", "exclude"):
            continue
        if scene.has(part.start, part.end, "only") and not _USED_BY.search(scene.level, part.start, part.end):
            continue
        if not (
            _USED_BY.search(scene.level, part.start, part.end)
            or _MAY_USE.match(scene.level, mark.start, part.end)
            or _BY_ANYONE.search(scene.level, part.start, mark.end)
        ):
            continue
        for subject in owner(scene, mark.start, artifact, topic=False, outer=False):
            if scene.lead(subject) in {"", "agent"}:
                begin, end = whole(scene, part, subject)
                yield Draft(Predicate.ACCESSIBLE_TO, subject, mark.value, begin, end, mark.start, "affirmed")


_MAY_USE: Final = lazily(
    r"(?:anyone|everyone|jeder|iedereen) (?:can|kann|kan) (?:[\w-]+ ){0,4}?(?:use|download|nutzen|herunterladen"
    r"|gebruiken|downloaden)\b|[\w-]+(?:,? (?:und|oder|en|of|and|or)?(?: ?[\w-]+)?)? (?:mag|mogen|darf|dürfen"
    r"|may)\b[^.;:]*\b(?:gebruiken|nutzen|verwenden|einsetzen|inzetten|use|download|downloaden|herunterladen)\b"
)
_USED_BY: Final = lazily(
    r"\b(?:mag|mogen|darf|dürfen|may|can|kann|kan) (?:[\w-]+ ){0,3}?(?:door|von|by) [^.;:]*\b(?:gebruikt|ingezet"
    r"|genutzt|verwendet|eingesetzt|used)\b|\b(?:may|can) (?:only )?be used (?:only )?by\b"
)
_BY_ANYONE: Final = lazily(
    r"\b(?:downloaded|used|heruntergeladen|genutzt|gebruikt|gedownload) (?:by|von|door) (?:[\w-]+ ){0,2}\w+$"
    r"|\b(?:von|door|by) (?:jedem|allen|iedereen|anyone|everyone)$"
)


def _kept_out(scene: Scene, mark: Mark, access: tuple[Mark, ...]) -> bool:
    """Whether "without" stands between the access and the people: they belong to something else."""
    low, high = sorted((access[0].end, mark.start))
    apart = [scene.level[no.start : no.end] for no in scene.within(low, high, "negation") if no.value == "np"]
    return any(word in _WITHOUT for word in apart)


_WITHOUT: Final = frozenset({"ohne", "without", "zonder"})


def _near(scene: Scene, mark: Mark, access: tuple[Mark, ...]) -> bool:
    return any(scene.words_between(*sorted((m.end, mark.start))) <= 14 for m in access)


RULES: Final = (allows, accessible, may_use)
