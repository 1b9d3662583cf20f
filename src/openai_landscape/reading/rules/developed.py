"""Developed: who makes a thing."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import artifact, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._passive import in_passive
from openai_landscape.reading.rules._slots import actor, follows, maker_like, members, of_somebody, owner, precedes

_GENITIVE: Final = lazily(r"[\s\w'’„“\"-]*,?[\s„“\"'‘]*")
_BY: Final = lazily(
    r"(?: (?:tiny|mini|small|large|medium|nano|micro|instruct|chat|base|pro|max|ultra|lite|plus|flash))?"
    r"\s*[\"”“»]?(?: \(\w{2,6}\))?\s*\(?(?:von|van|by|from|des|der|door|vom|aus dem hause)"
    r" (?:de[rmn]? |het |the )?(?:[\w-]+ ){0,2}"
)
_PARENTHESIS: Final = lazily(r"\s*\((?:von |by |van )?")


_FROM_AFTER: Final = lazily(r", (?:from|by|von|vom|van) (?:the |[\w-]+-based |het |de )?")
_STOPS: Final = lazily(r" ?[,.;:)]|$")
_NOT_ITSELF: Final = lazily(
    r"[ -](?:benchmarks?|results?|papers?|study|studies|tests?|support|integration|deployments?|inference|hosting"
    r"|report|competitor|rival|ergebnisse|studie|bericht|implementierung|konkurrent|onderzoek|resultaten|partnership"
    r"|partnerschaft)\b"
)
"""What follows a model's name that is somebody's doing with it: "NVIDIA's Llama 2 benchmark"."""


def made(subject: Name, thing: Name, start: int, end: int, word: int) -> Draft:
    """Return the claim that *subject* makes *thing*, with the decisive word at *word*."""
    return Draft(Predicate.DEVELOPED, subject, thing, start, end, word)


def _belongs(subject: Name, thing: Name, start: int, end: int, word: int) -> Draft:
    """Return that *thing* is of *subject*, which holds whatever else the clause denies."""
    return Draft(Predicate.DEVELOPED, subject, thing, start, end, word, "affirmed")


@rule("maker.genitive", Predicate.DEVELOPED, "+artifact")
def genitive(scene: Scene) -> Drafts:
    """A maker in the genitive before the thing: "OpenAIs ChatGPT", "Meta's newest language model, Llama 3"."""
    for group in scene.groups:
        subject = group[-1]
        if not (maker_like(subject) and subject.possessive):
            continue
        thing = scene.after(subject.end, lambda _: True)
        if thing is None or not artifact(thing) or thing.resolved or scene.words_between(subject.end, thing.start) > 5:
            continue
        if _NOT_ITSELF.match(scene.level, thing.end):
            continue
        if _finite_between(scene, subject.end, thing.start):
            continue
        if _GENITIVE.fullmatch(scene.level, subject.end, thing.start) and not scene.has(
            subject.end, thing.start, "verb", "prep"
        ):
            yield _belongs(subject, thing, subject.start, thing.end, thing.start)


def _finite_between(scene: Scene, start: int, end: int) -> bool:
    """Whether Dutch words between a genitive and a thing are no attributes of it: "Meta's cijfers zetten Foo op"."""
    if scene.language != "nl" or "," in scene.level[start:end]:
        return False
    words = scene.level[start:end].replace("'s", " ").split()
    return any(_ATTRIBUTE.fullmatch(word) is None for word in words[-2:])


_ATTRIBUTE: Final = lazily(
    r"[\w-]*(?:e|open|eigen|source|gesloten|[a-z]*modellen|[a-z]*model|chatbot|assistent|familie|reeks|serie"
    r"|[a-z]*llms?|ai"
    r"|llm-\w+|app|bot|versie|variant|vlaggenschip|topmodel|[\d.]+b?)[,„\"“'‘]*|[\W_]*"
)


@rule("maker.beside", Predicate.DEVELOPED, "+artifact")
def beside(scene: Scene) -> Drafts:
    """A maker with its thing in brackets: "Google (Gemma), Meta (Llama)"."""
    for subject, thing in pairwise(scene.names):
        if not maker_like(subject) or subject.possessive or not artifact(thing) or thing.resolved:
            continue
        if scene.level[subject.end : thing.start] == " (" and scene.level.startswith(")", thing.end):
            yield made(subject, thing, subject.start, thing.end + 1, thing.start)


@rule("maker.after", Predicate.DEVELOPED, "+artifact")
def after(scene: Scene) -> Drafts:
    """A thing, and right after it whose it is: "Claude 4 Opus von Anthropic", "ChatGPT (OpenAI)"."""
    for thing in filter(artifact, scene.names):
        subject = scene.after(thing.end, lambda _: True)
        if thing.resolved or subject is None or not maker_like(subject) or subject.possessive:
            continue
        if len(scene.group(thing)) > 1 and len(scene.group(subject)) > 1:
            continue  # "ChatGPT, Gemini and Claude by OpenAI, Google and Anthropic": each is another's
        gap = thing.end + (1 + len(thing.tail) if thing.tail else 0)
        by = _BY.fullmatch(scene.level, gap, subject.start) and not _verbal(scene, subject)
        if by or (_FROM_AFTER.fullmatch(scene.level, gap, subject.start) and _STOPS.match(scene.level, subject.end)):
            yield made(subject, thing, thing.start, subject.end, subject.start)
        elif (
            _PARENTHESIS.fullmatch(scene.level, gap, subject.start)
            and scene.level[subject.end : subject.end + 1] == ")"
        ):
            yield made(subject, thing, thing.start, subject.end + 1, subject.start)


def _verbal(scene: Scene, agent: Name) -> bool:
    """Whether "by X" belongs to a verb that follows: "wurde LLaMA von Meta veröffentlicht" says who released it."""
    part = scene.clause(agent.start)
    return any(0 <= mark.start - agent.end < 60 for mark in scene.within(agent.end, part.end, "release"))


@rule("maker.verb", Predicate.DEVELOPED, "develop")
def verb(scene: Scene) -> Drafts:
    """Somebody develops a thing; a thing is developed by somebody."""
    for mark in scene.of("develop"):
        part = scene.clause(mark.start)
        agents = scene.names_in(
            part.start, part.end, lambda n: maker_like(n) and scene.lead(n) == "agent" and not n.possessive
        )
        if agents:
            subject, beside = agents[0], members(scene, agents[0], maker_like)[1:]
            following = tuple(
                thing
                for thing in follows(scene, mark.end, artifact, 3)
                if thing not in agents and scene.lead(thing) != "base"
            )
            if not following and scene.words_between(scene.start, mark.start) == 0:  # "Developed by Foo, Bar is …"
                first = scene.after(part.end, lambda name: artifact(name) and not name.resolved)
                near = first is not None and scene.words_between(part.end, first.start) <= 1
                following = (first,) if first is not None and near else ()
            opens = scene.words_between(scene.start, mark.start) == 0 and not scene.names_in(
                scene.start, scene.end, artifact
            )
            following = following or (scene.topic[:1] if opens else ())
            things = following or _outside_brackets(scene, mark, owner(scene, mark.start, artifact, topic=False))
        elif (
            _PARTICIPLE.search(scene.level, mark.start, mark.end)
            and not precedes(scene, mark.start, organization, 1)
            and not _turned(scene, part, mark)
        ):
            continue
        else:
            subjects = actor(scene, mark.end, organization)
            inside = scene.names_in(
                part.start, part.end, lambda name: artifact(name) and scene.lead(name) in {"", "to"}
            )
            told = () if inside or part.opening != "relative" else _told_of(scene, part)
            if not inside and not told and _IT_NEXT.match(scene.level, mark.end):
                told = scene.topic[:1]
            if not subjects or not (inside or told) or in_passive(scene, part, mark):
                continue
            subject, things = subjects[0], members(scene, inside[-1], artifact) if inside else told
            beside = (*(subjects[1:] if len(things) == 1 else ()), *_together(scene, part, subject))
        for who in (subject, *beside):
            for thing in things:
                yield made(who, thing, *reach(at(who), at(thing), (mark.start, mark.end)), mark.start)


_IT_NEXT: Final = lazily(r" (?:het|es|it)\b")
"""The thing last spoken of, right after the verb: "TNO ontwikkelt het"."""


def _outside_brackets(scene: Scene, mark: Mark, things: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return *things*, or instead of one in brackets what the brackets explain: "X (short for …) is developed by"."""
    if not things or things[-1].end > mark.start:
        return things
    opened = scene.level.rfind("(", scene.start, things[0].start)
    if opened < 0 or not scene.start < scene.level.find(")", things[0].start, mark.start):
        return things
    before = scene.before(opened, artifact)
    return (before,) if before is not None and opened - before.end <= 1 else things


def _told_of(scene: Scene, part: Clause) -> tuple[Name, ...]:
    """Return what a relative clause is about: the thing right before it."""
    name = scene.before(part.start, artifact)
    return members(scene, name, artifact) if name is not None and part.start - name.end <= 1 else ()


def _together(scene: Scene, part: Clause, subject: Name) -> tuple[Name, ...]:
    """Return with whom *subject* does it: "together with Nvidia"."""
    return tuple(
        name
        for name in scene.names_in(part.start, part.end, organization)
        if name.key != subject.key and _JOINTLY.search(scene.level, part.start, name.start)
    )


_JOINTLY: Final = lazily(
    r"\b(?:gemeinsam|zusammen|samen|together|jointly|in samenwerking|collaboration) (?:mit|met|with) $"
)


@rule("maker.relative", Predicate.DEVELOPED, "relative")
def relative(scene: Scene) -> Drafts:
    """An organisation, and in a relative clause its thing: "Meta, whose Llama models …"."""
    for match in _WHOSE.finditer(scene.level, scene.start, scene.end):
        subject = scene.before(match.start() + 1, organization)
        thing = scene.after(match.end(), artifact)
        if subject is None or thing is None or subject.end != match.start() or thing.resolved:
            continue
        if scene.words_between(match.end(), thing.start) <= 2:
            yield made(subject, thing, subject.start, thing.end, thing.start)


_WHOSE: Final = lazily(r", (?:whose|deren|dessen|wiens|waarvan) ")


@rule("maker.origin", Predicate.DEVELOPED, "origin")
def origin(scene: Scene) -> Drafts:
    """A thing, and then whom it comes from: "Qwen3 comes from Alibaba"."""
    for mark in scene.of("origin"):
        things = precedes(scene, mark.start, artifact, 1) or _going_on(scene, mark)
        subjects = follows(scene, mark.end, organization, 4)
        if (
            things
            and subjects
            and scene.lead(things[0]) == ""
            and not scene.has(mark.end, subjects[0].start, "negation")
        ):
            for thing in things:
                yield made(subjects[0], thing, *reach(at(thing), at(subjects[0])), mark.start)


def _going_on(scene: Scene, mark: Mark) -> tuple[Name, ...]:
    """Return what a clause is about that goes on with an "and": "Foo-7B is small and comes from Bar"."""
    start = scene.clause(mark.start).start
    if _AND.search(scene.level, start, mark.start) is None:
        return ()
    return scene.names_in(start, mark.start, lambda name: artifact(name) and scene.lead(name) == "")[:1]


_AND: Final = lazily(r" (?:und|and|en) $")
_OWN: Final = lazily(r"(?:[\w-]+,? ){0,5}[\"„“'‘]?")


def _turned(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether a finite verb stands before its subject, or last: "Im Mai entwickelte Meta …", "dass …"."""
    if scene.ends_with_verb(part) and scene.words_between(mark.end, part.end) == 0:
        return True
    maker_ = scene.after(mark.end, organization, part.end)
    article = _NOUN_PHRASE.search(scene.level, part.start, mark.start) is not None
    return maker_ is not None and maker_.start - mark.end == 1 and not maker_.possessive and not article


_NOUN_PHRASE: Final = lazily(
    r"\b(?:das|die|der|dem|den|de|het|ein|eine|einen|een) (?:(?:neu|selbst|speziell|eigens|nieuw|zelf|speciaal) )?$"
)
_PARTICIPLE: Final = lazily(r"(?:te[nrs]?|de|ene[nrs]?)$")
"""A participle before its noun has its maker beside it or none: "das speziell entwickelte X"."""


@rule("maker.kind", Predicate.DEVELOPED, "noun_model develop")
def kind(scene: Scene) -> Drafts:
    """A thing, what it is, and whose: "Llama 2 is a language model by Meta"."""
    for mark in scene.of("noun_model", "develop"):
        subject = scene.after(mark.end, maker_like)
        if subject is None or not _BY.fullmatch(scene.level, mark.end, subject.start):
            continue
        part = scene.clause(mark.start)
        inside = scene.names_in(part.start, mark.start, lambda n: artifact(n) and scene.lead(n) != "base")
        tied = [n for n in inside if scene.has(n.end, mark.start, "copula") or _is_around(scene, part, n, subject)]
        before = scene.before(part.start, artifact)
        if (
            not tied
            and not inside
            and before is not None
            and scene.level[before.end : part.start + 1].strip() in {",", "–", "-"}
        ):
            tied = [before]
        for thing in tied[-1:] or _explained(scene, mark.start):
            for each in members(scene, subject, maker_like) if not thing.resolved else ():
                yield made(each, thing, thing.start, each.end, mark.start)


def _is_around(scene: Scene, part: Clause, thing: Name, maker_: Name) -> bool:
    """Whether "is" stands before or after all of it: "Inzwischen ist Foo-7B das neueste Modell von …"."""
    if _WHAT_IT_IS.match(scene.level, thing.end) is None:
        return False
    before = scene.within(part.start, thing.start, "copula")
    after = scene.within(maker_.end, part.end, "copula") if scene.ends_with_verb(part) else ()
    return any(link.end + 1 == thing.start for link in before) or any(link.start == maker_.end + 1 for link in after)


_WHAT_IT_IS: Final = lazily(r" (?:ein|eine|das|die|der|een|het|de)\b")


@rule("maker.examples", Predicate.DEVELOPED, "example")
def examples(scene: Scene) -> Drafts:
    """Models of somebody's, and then which: "the smaller models of the company, such as Foo-7B"."""
    for mark in scene.of("example"):
        maker = scene.before(mark.start, organization)
        if maker is None or mark.start - maker.end > 2:
            continue
        nouns = scene.within(scene.clause(maker.start).start, maker.start, "noun_model")
        if nouns and _THEIRS.fullmatch(scene.level, nouns[-1].end, maker.start):
            for thing in follows(scene, mark.end, artifact, 3, clause=False):
                yield made(maker, thing, nouns[-1].start, thing.end, mark.start)


_THEIRS: Final = lazily(r" (?:of|von|van|by|from|des|der) (?:the |de |het |der )?")


@rule("maker.something", Predicate.DEVELOPED, "copula")
def something(scene: Scene) -> Drafts:
    """A thing is something of somebody's, whatever the noun: "Le Chat is an assistant from Mistral"."""
    for link in scene.of("copula") if scene.names else ():
        part = scene.clause(link.start)
        thing = scene.before(link.start, artifact, part.start)
        turned = scene.after(link.end, artifact, part.end) if thing is None else None
        if turned is not None and turned.start == link.end + 1:
            thing, link = turned, Mark(link.kind, turned.start, turned.end)
        match = _SOMETHING_OF.match(scene.level, link.end)
        if match is None or thing is None or thing.resolved or scene.words_between(thing.end, link.start) > 2:
            continue
        maker = scene.after(match.end(), organization, part.end)
        if (
            maker is None
            or maker.start != match.end()
            or scene.has(link.end, maker.start, "compete", "derive", "compare", "noun_model", "licence_word")
        ):
            continue
        yield made(maker, thing, thing.start, maker.end, link.start)


_SOMETHING_OF: Final = lazily(
    r" (?:ein|eine|an?|een) (?:[\w-]+,? ){1,5}?(?:\([\w -]{2,30}\) )?(?:von|from|by|van|des|der|door) (?:the |de "
    r"|het |dem |der )?"
)


@rule("maker.project", Predicate.DEVELOPED, "+artifact")
def project(scene: Scene) -> Drafts:
    """A thing, and of whom it is a project: "GPT-NL, een project van TNO en SURF"."""
    for thing in filter(artifact, scene.names):
        match = _PROJECT_OF.match(scene.level, thing.end)
        maker = scene.after(match.end(), organization) if match is not None else None
        if match is not None and maker is not None and maker.start == match.end():
            for each in members(scene, maker, organization):
                yield made(each, thing, thing.start, each.end, maker.start)


_PROJECT_OF: Final = lazily(
    r"(?:,| is| ist| was| war) (?:ein|eine|een|an?|het|the|das|gemeinsames) (?:[\w-]+ ){0,2}?(?:\w*projekt|\w*project"
    r"|initiative|initiatief|produkt|product|creation|kooperation|samenwerking|collaboration|entwicklung|schöpfung) "
    r"(?:von|van|of|by|from|zwischen|tussen|between) (?:the |der |dem |de |het )?"
)


def _explained(scene: Scene, place: int) -> list[Name]:
    """Return the thing that the noun at *place* is in apposition to: "Llama 3, the language model by Meta, …"."""
    thing = scene.before(place, lambda name: artifact(name) and not name.resolved)
    if thing is None or thing.tail or not _APPOSITION.fullmatch(scene.level, thing.end, place):
        return []
    return [] if scene.has(thing.end, place, "verb", "prep") else [thing]


_APPOSITION: Final = lazily(r"[”“\"'’]?, (?:[\w-]+ ){1,4}")


@rule("maker.whose", Predicate.DEVELOPED, "noun_model")
def whose(scene: Scene) -> Drafts:
    """A thing is somebody's model: "Llama is Meta's open language model family", "Llama, Meta's model, …"."""
    for mark in scene.of("noun_model"):
        part = scene.clause(mark.start)
        subject = scene.before(mark.start, organization, part.start)
        if subject is None or not subject.possessive or scene.words_between(subject.end, mark.start) > 4:
            continue
        thing = scene.before(subject.start, artifact)
        if thing is None or thing.resolved or thing.tail:
            continue
        tied = thing.start >= part.start and scene.has(thing.end, subject.start, "copula")
        if tied or scene.level[thing.end : subject.start] == ", ":
            yield made(subject, thing, thing.start, mark.end, mark.start)


@rule("maker.own", Predicate.DEVELOPED, "own_word")
def own(scene: Scene) -> Drafts:
    """Somebody, and then its own thing by name: "DeepSeek and its R1", "GPT-OSS, its first model" by OpenAI."""
    for mark in scene.of("own_word"):
        things = follows(scene, mark.end, artifact, 6)
        subject = _possessor(scene, mark)
        if subject is None or _RELATED.match(scene.level, mark.end):
            continue
        if things and _RIVALS.search(scene.level, mark.end, things[0].start):
            continue
        held = [name for name in scene.names if name.resolved and name.start == mark.start and artifact(name)]
        known = scene.owners.get(held[0].key) if held else None
        if held and known is not None and known.key == subject.key and subject.start >= scene.clause(mark.start).start:
            yield made(subject, held[0], *reach(at(subject), at(held[0])), mark.start)
            continue
        if things and not things[0].resolved and _OWN.fullmatch(scene.level, mark.end + 1, things[0].start):
            if (
                not scene.has(mark.end, things[0].start, "noun_model", "label_head", "label")
                and scene.words_between(mark.end, things[0].start) > 1
            ):
                continue
            nouns = scene.within(mark.end, things[0].start, "noun_model")
            if nouns and (
                scene.words_between(nouns[-1].end, things[0].start) > 2
                or scene.has(nouns[-1].end, things[0].start, "prep")
            ):
                continue
            for thing in things:
                yield made(subject, thing, *reach(at(thing), (mark.start, mark.end)), mark.start)
            continue
        before = scene.before(mark.start, artifact)
        if before is not None and not before.resolved and scene.level[before.end : mark.start] in {", ", " – ", " - "}:
            yield made(subject, before, before.start, scene.clause(mark.start).end, mark.start)


_RIVALS: Final = lazily(r"konkurren|rivale|rival|competitor|wettbewerber|gegner|herausforder|concurrent|challenger")
"""Whose name follows an "its" and is not its own: "its rivals Foo and Bar"."""


def _possessor(scene: Scene, mark: Mark) -> Name | None:
    """Return whose "its" is: the house right before it, else the last one that acts, else who was spoken of."""
    near = scene.before(mark.start, organization)
    if near is not None and _BESIDE.fullmatch(scene.level, near.end, mark.start):
        return near
    subjects = scene.names_in(
        scene.start,
        mark.start,
        lambda name: (
            organization(name)
            and scene.lead(name) not in {"than", "against"}
            and not _stood_behind(scene, name)
            and not of_somebody(scene, name)
        ),
    ) or scene.names_in(scene.start, mark.start, lambda name: name.kind == "person" and scene.lead(name) == "")
    free = [name for name in subjects if scene.lead(name) == ""]
    if subjects:
        return (free or subjects)[-1]
    return scene.party if scene.block.kind == "body" else None


def _stood_behind(scene: Scene, name: Name) -> bool:
    """Whether *name* is what somebody stands behind: "Meta, the company behind Facebook"."""
    first = scene.group(name)[0]
    return _BEHIND.search(scene.level, max(scene.start, first.start - 12), first.start) is not None


_BEHIND: Final = lazily(r"\b(?:hinter|behind|achter) $")
_BESIDE: Final = lazily(r",? (?:mit|with|met) ")
_RELATED: Final = lazily(
    r" (?:als|than|dan|wie)\b| (?:[\w-]+ ){0,2}?(?:direkten? |direct |directe )?(?:vorgänger\w*|nachfolger\w*"
    r"|konkurrent\w*|rival\w*|pendants?|predecessors?|successors?|competitors?|counterparts?|voorgangers?|opvolgers?"
    r"|concurrent\w*|tegenhangers?)\b"
)
"""After "its": what a thing, not a house, has; after German "sein", which is a verb then, what it is compared with."""


RULES: Final = (
    genitive,
    beside,
    after,
    verb,
    origin,
    examples,
    something,
    project,
    kind,
    whose,
    own,
    relative,
)
