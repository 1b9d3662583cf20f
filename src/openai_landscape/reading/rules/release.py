"""Released, leaked: when something came out, and by whose hand."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import artifact, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._passive import in_passive
from openai_landscape.reading.rules._slots import Filled, actor, follows, maker, maker_like, members, owner

_MANNERS: Final = ("open_source", "open_weights")


def manner(scene: Scene, start: int, end: int) -> tuple[tuple[str, str], ...]:
    """Return how something is released, as far as the words between *start* and *end* say."""
    for mark in scene.within(start, end, "label"):
        if mark.value in _MANNERS:
            return (("manner", mark.value),)
    for mark in scene.within(start, end, "purpose"):
        if mark.value == "research":
            return (("manner", "research"),)
    return (("manner", "api"),) if _API.search(scene.level, start, end) else ()


_API: Final = lazily(r"\bapi\b")


def _objects(scene: Scene, mark: Mark) -> Filled:
    """Return what is released: the first artifact of the clause that is not only compared with."""
    part = scene.clause(mark.end - 1)
    first = scene.clause(mark.start)
    inside = scene.names_in(
        first.start,
        part.end,
        lambda n: (
            artifact(n)
            and (scene.lead(n) in {"", "to"} or _partitive(scene, n) or _governed(scene, mark, n))
            and not _about(scene, n)
            and not _RIVAL_TO.match(scene.level, n.end)
        ),
    )
    if all(n.resolved or n.vague for n in inside) and scene.has(first.start, part.end, "noun_model", "label"):
        inside = scene.names_in(first.start, part.end, lambda n: artifact(n) and scene.lead(n) == "with") or inside
    after = [name for name in inside if name.start >= mark.start]
    before = [name for name in inside if name.end <= mark.start]
    if after:
        return members(scene, after[0], artifact)
    if before:
        return members(scene, before[-1], artifact)
    participial = part.start <= mark.start and scene.words_between(part.start, mark.start) == 0
    if fronted := _fronted(scene, first, mark):
        return fronted
    return (
        _named_later(scene, part)
        or _newest(scene, part)
        or (_antecedent(scene, part.start) if part.opening == "relative" or participial else ())
    )


def _newest(scene: Scene, part: Clause) -> Filled:
    """Return what a clause ends on without its name, which comes next: "its latest powerhouse - the Foo-7B"."""
    thing = scene.after(part.end, artifact)
    if thing is None or not _NAMES_IT.fullmatch(scene.level, part.end, thing.start):
        return ()
    return (thing,) if _ITS_NEWEST.search(scene.level, part.start, part.end) else ()


_NAMES_IT: Final = lazily(r"\s*[-–—,:]\s*(?:(?:the|das|die|den|der|de|het) )?")
_ITS_NEWEST: Final = lazily(
    r"\b(?:its|their|seine?n?|ihre?n?|zijn|haar|hun)(?: [\w-]+)? (?:latest|newest|new|neue[ns]?|neuste[ns]?"
    r"|neueste[ns]?"
    r"|jüngste[ns]?|nieuwe|nieuwste|flagship|next)(?: [\w-]+){1,3}\W*$"
)


_RIVAL_TO: Final = lazily(
    r"[ -](?:competitor|rival|challenger|clone|alternative|killer|konkurrent\w*|rivale\w*|alternative\w*|klon"
    r"|concurrent|rivaal"
    r"|alternatief)\b"
)
"""What makes something else of a name: "a ChatGPT competitor"."""


def _fronted(scene: Scene, part: Clause, mark: Mark) -> Filled:
    """Return what a sentence opens with, or goes on to: "With Foo-7B, Bar has released …", "Released by Bar, Foo …"."""
    before = scene.names_in(scene.start, part.start, lambda name: artifact(name) and scene.lead(name) == "with")
    if before and scene.words_between(scene.start, before[0].start) == 1:
        return members(scene, before[0], artifact)
    after = scene.after(part.end, artifact)
    opens = scene.words_between(scene.start, mark.start) == 0 and scene.has(part.start, part.end, "agent_word")
    near = after is not None and scene.words_between(part.end, after.start) <= 1
    return members(scene, after, artifact) if after is not None and opens and near else ()


def _governed(scene: Scene, mark: Mark, name: Name) -> bool:
    """Whether the verb's own preposition leads to *name*: "announced the release of X", "komt met X"."""
    words = scene.level[mark.start : mark.end]
    if words.startswith(("met ", "mit ")) and mark.start <= name.start < mark.end:
        return True
    return words.endswith((" of", " von", " van", " met", " mit")) and scene.words_between(mark.end, name.start) <= 3


def _about(scene: Scene, name: Name) -> bool:
    """Whether something about or of *name* is released, not itself: "a study about Llama 4", "its model weights"."""
    if scene.has(name.end, name.end + 10, "component") and name.resolved:
        return True
    first = scene.group(name)[0]
    return _ABOUT.search(scene.level, max(scene.start, first.start - 8), first.start) is not None


_ABOUT: Final = lazily(r"\b(?:über|about|over|zu|zum|on|for|für|voor) $")


def _partitive(scene: Scene, name: Name) -> bool:
    """Whether *name* is what there are versions of: "most variants of Qwen2.5"."""
    return _SORTS.search(scene.level, max(scene.start, name.start - 40), name.start) is not None


_SORTS: Final = lazily(
    r"\b(?:versions?|variants?|sizes|checkpoints|versionen|varianten|version|versies|versie|fassung(?:en)?|ausgaben?"
    r"|modellen|modelle|models|weights|gewichte|gewichten) (?:of|von|van) (?:the |de |het )?$"
)


def _named_later(scene: Scene, part: Clause) -> Filled:
    """Return what stands after the clause as its example, or as the name of the model that the clause ends with."""
    start = part.end
    beside = scene.after(start, artifact)
    if (
        beside is not None
        and beside.start - start <= 3
        and scene.has(max(part.start, start - 24), start, "noun_model", "label_head", "versions")
    ):
        return members(scene, beside, artifact)
    for mark in scene.of("example"):
        if start <= mark.start <= start + 3:
            return tuple(n for n in follows(scene, mark.end, artifact, 4) if scene.lead(n) not in {"agent", "than"})
    return ()


def _antecedent(scene: Scene, start: int) -> Filled:
    name = scene.before(start, artifact)
    if name is not None and scene.words_between(name.end, start) <= 2:
        return members(scene, name, artifact)
    first = scene.after(scene.start, artifact)
    defined = first is not None and first.end < start and scene.has(first.end, start, "copula")
    return (first,) if first is not None and defined and scene.has(start - 30, start, "noun_model") else ()


@rule("release.act", Predicate.RELEASED, "release")
def act(scene: Scene) -> Drafts:
    """Somebody releases something, or something is released by somebody."""
    for mark in scene.of("release") if scene.block.kind != "table" else ():
        verb = mark.value == "act" or (mark.value == "noun" and _AUXILIARY.search(scene.level, scene.start, mark.start))
        if not verb or _NO_VERB.match(scene.level, mark.start) is not None or _already_out(scene, mark):
            continue
        part = scene.clause(mark.end - 1)
        objects = _objects(scene, mark)
        bare = scene.start < part.start <= mark.start and scene.words_between(part.start, mark.start) == 0
        bare = bare and not any(scene.lead(thing) == "" for thing in follows(scene, mark.end, artifact, 2))
        passive = bare or _passive(scene, part, mark) or _attributive(scene, mark)
        subjects = actor(scene, mark.end, organization, passive=passive, start=mark.start)
        if not subjects and not passive:
            subjects = actor(scene, mark.end, maker_like, start=mark.start) or actor(
                scene, mark.end, lambda name: _acting_person(scene, name), start=mark.start
            )
        if subjects and subjects[0].kind == "person" and _GERUND.match(scene.level, mark.start):
            continue  # "conveyed enthusiasm about making these models accessible"
        if not subjects and not passive and scene.party is not None and _spoken_to(scene):
            subjects = (scene.party,)
        if not subjects and _BY_DOING.match(scene.level, part.start):
            subjects = tuple(n for n in scene.names_in(part.end, scene.end, organization) if scene.lead(n) == "")[:1]
        if not passive:
            objects = _of_its_own(scene, part, mark, objects)
        for subject, thing in _pairs(scene, subjects, objects):
            begin, end = reach(at(subject), at(thing), (mark.start, mark.end))
            yield Draft(
                Predicate.RELEASED,
                subject,
                thing,
                begin,
                end,
                mark.start,
                qualifiers=manner(scene, part.start, part.end),
            )


def _of_its_own(scene: Scene, part: Clause, mark: Mark, objects: Filled) -> Filled:
    """Return *objects* without those of another verb: "released Foo-7B and has not published the data"."""
    start, _ = scene.verb_phrase(part.start, part.end, mark.start)
    return tuple(thing for thing in objects if not part.start <= thing.start < start)


_NO_VERB: Final = lazily(
    r"\w+ with |releases (?:from|of|by|such|like|in|include|are|have|since|under|also|that|which)\b|launches (?:of"
    r"|by|from|are)\b"
)
"""What is no act of releasing: "ships with" says what comes along, "releases from Foo" are things."""


def _already_out(scene: Scene, mark: Mark) -> bool:
    """Whether the participle only says what kind of models they are: "the best openly released LLM"."""
    return _OPENLY.search(scene.level, max(scene.start, mark.start - 20), mark.start) is not None and (
        _KIND.match(scene.level, mark.end) is not None
    )


_OPENLY: Final = lazily(r"\b(?:openly|publicly|previously|newly|recently|all|other|of) $")
_KIND: Final = lazily(r" (?:[\w-]+ ){0,3}?(?:\w*models?|llms?|systems?|weights)\b")
_GERUND: Final = lazily(r"\w{3,}ing\b")
_AUXILIARY: Final = lazily(
    r"\b(?:will|won't|would|wouldn't|can|can't|cannot|may|might|must|not|didn't|doesn't|don't|to|should|shall|never) $"
)
"""Before an English verb that could be a noun as well: "Meta won't release Foo-7B"."""


def _acting_person(scene: Scene, name: Name) -> bool:
    """Whether *name* is a person that can release something, not whose turn it is in a conversation."""
    if name.kind != "person" or name.possessive or scene.level.startswith(":", name.end):
        return False
    return _VOCATIVE.match(scene.level, name.end) is None


def _spoken_to(scene: Scene) -> bool:
    """Whether a person is asked what the house of both has done: "Priya, you just released Foo-7B"."""
    return any(name.kind == "person" and _VOCATIVE.match(scene.level, name.end) for name in scene.names)


_VOCATIVE: Final = lazily(r", (?:sie|ihr|du|you|u|je|jij|jullie)\b")


def _passive(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether the verb is a participle with an auxiliary; an infinitive after "wird" or "will" is none."""
    word = scene.level[mark.start : mark.end].split(" ")[-1]
    infinitive = _INFINITIVE.fullmatch(word) is not None or word in {
        "release",
        "launch",
        "publish",
        "stellen",
        "bringen",
        "machen",
    }
    progressive = _PROGRESSIVE.search(scene.level, mark.start, mark.end) is not None
    return not infinitive and not progressive and in_passive(scene, part, mark)


_BY_DOING: Final = lazily(r"\W*(?:by|in|after|before|when|while|with) [\w-]+ing\b")
"""What a sentence begins with whose subject comes after the comma: "By releasing Foo-7B, Bar …"."""
_PROGRESSIVE: Final = lazily(r"\w{3}ing\b")


_INFINITIVE: Final = lazily(
    r"(?!.*ge(?:b|bracht|stell|lassen|geb))(?:ver|heraus|bereit|frei|prä|vor|lan|pub|uit|vrij)\w*en"
)


def _attributive(scene: Scene, mark: Mark) -> bool:
    """Whether the verb is a participle before its noun: "the by Meta released model"."""
    return scene.level[mark.start : mark.end].endswith(("te", "ten", "de")) and bool(
        scene.within(mark.start - 40, mark.start, "agent_word")
    )


def _pairs(scene: Scene, subjects: Filled, objects: Filled) -> list[tuple[Name, Name]]:
    found = []
    for thing in objects:
        makers = subjects[: None if len(objects) == 1 else 1] or maker(scene, thing) or _known_party(scene, thing)
        found += [(subject, thing) for subject in makers if subject.key != thing.key]
    return found


def _known_party(scene: Scene, thing: Name) -> Filled:
    """Return who is known from earlier sentences to make *thing*."""
    known = scene.owners.get(thing.key)
    return (known,) if known is not None else ()


@rule("release.noun", Predicate.RELEASED, "release")
def noun(scene: Scene) -> Drafts:
    """The release of something, in a sentence that says by whom."""
    for mark in scene.of("release"):
        if mark.value != "noun":
            continue
        together = _COORDINATED.search(scene.level, max(scene.start, mark.start - 16), mark.start)
        if together or _POSTPONED.search(scene.level, scene.start, scene.end):
            continue
        things = follows(scene, mark.end, artifact, 5, clause=False)
        if not things or (scene.words_between(mark.end, things[0].start) == 0 and not things[0].resolved):
            continue
        if scene.lead(things[0]) in {"since", "than"}:
            continue
        part = scene.clause(mark.start)
        subjects = tuple(n for n in actor(scene, mark.end, organization) if part.start <= n.start < part.end)
        if not subjects and scene.has(part.start, part.start + 8, "prep"):
            subjects = tuple(scene.names_in(part.end, scene.end, organization)[:1])
        listing = ":" in scene.level[mark.end : things[0].start]
        if (
            not subjects
            and scene.party is not None
            and listing
            and _DEFINITE.search(scene.level, mark.start - 5, mark.start)
        ):
            subjects = (scene.party,) if not scene.names_in(scene.start, scene.end, organization) else ()
        for subject, thing in _pairs(scene, subjects, things):
            begin, end = reach(at(thing), (mark.start, mark.end))
            if scene.start <= subject.start < scene.end:
                begin, end = reach((begin, end), at(subject))
            yield Draft(
                Predicate.RELEASED,
                subject,
                thing,
                begin,
                end,
                mark.start,
                qualifiers=manner(scene, part.start, part.end),
            )


_POSTPONED: Final = lazily(
    r"\b(?:verschoben|verschiebt|verschob|verzögert\w*|delayed|delays|postponed|postpones|pushed back|uitgesteld"
    r"|stelt uit"
    r"|vertraagd)\b"
)
_COORDINATED: Final = lazily(r"\w (?:en|und|and) (?:de |die |the |het )?$")
_DEFINITE: Final = lazily(r"(?:the|die|de|het) $")


@rule("release.live", Predicate.RELEASED, "release")
def live(scene: Scene) -> Drafts:
    """Something is out; its maker is who the sentence or the text says."""
    for mark in scene.of("release"):
        if mark.value != "live":
            continue
        things = owner(scene, mark.start, artifact)
        part = scene.clause(mark.end - 1)
        for subject, thing in _pairs(scene, (), things):
            begin, end = reach(at(thing), (mark.start, mark.end))
            yield Draft(
                Predicate.RELEASED,
                subject,
                thing,
                begin,
                end,
                mark.start,
                qualifiers=manner(scene, part.start, part.end),
            )


_DATED: Final = lazily(r"\s*\(")


@rule("release.dated_item", Predicate.RELEASED, "+list")
def dated_item(scene: Scene) -> Drafts:
    """A line of a list: a model, and in brackets when it came out."""
    if scene.block.kind != "list" or not scene.names or scene.main_party is None:
        return
    if not _DATED.match(scene.level, scene.names[0].end) or not scene.dates:
        return
    name, date = scene.names[0], scene.dates[0]
    close = scene.level.find(")", date.end, date.end + 2)
    if (
        artifact(name)
        and name.start - scene.start < 6
        and _DATED.fullmatch(scene.level, name.end, date.start)
        and close >= 0
    ):
        part = scene.start, scene.end
        yield Draft(
            Predicate.RELEASED,
            scene.main_party,
            name,
            name.start,
            close + 1,
            date.start,
            "affirmed",
            manner(scene, *part),
        )


@rule("release.listed", Predicate.RELEASED, "+list")
def listed_after(scene: Scene) -> Drafts:
    """A line of a list that begins with a model, after "X launches three models:"."""
    first = scene.names[0] if scene.block.kind == "list" and scene.names else None
    if first is None or scene.intro != "release" or scene.intro_party is None or not artifact(first) or first.resolved:
        return
    if first.start - scene.start <= 5:
        withheld = scene.of("available") and scene.of("negation")
        sign: Polarity = "negated" if withheld else "affirmed"
        yield Draft(Predicate.RELEASED, scene.intro_party, first, first.start, first.end, first.start, sign)


RULES: Final = (act, noun, live, dated_item, listed_after)
