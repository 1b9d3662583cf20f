"""Who fills a place in a claim: the nearest fitting name by clauses, then what the text is about."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import artifact, organization, party
from openai_landscape.reading._names import Name
from openai_landscape.reading._phrases import CONTINUED
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene, Test

Filled = tuple[Name, ...]

_SIDE = frozenset({"than", "since", "against", "source"})
HOSTS = frozenset(
    {"hugging-face", "huggingface", "github", "gitlab", "reddit", "modelscope", "kaggle", "discord", "x", "twitter"}
)
"""Where things lie: what lies there is never the host's."""


def owner(scene: Scene, at: int, test: Test, *, topic: bool = True, outer: bool = True) -> Filled:
    """Return what a property stated *at* belongs to: in its clause, by relative pronoun, earlier, or the topic."""
    part = scene.clause(at)
    own = _own(test, scene)
    for found in (  # what another is built on comes into question last
        _last(scene, part.start, at, own),
        _antecedent(scene, part, own),
        tuple(filter(test, scene.topic)) if topic and CONTINUED.match(scene.level, scene.start) else (),
        _first(scene, at, part.end, own),
        tuple(filter(test, scene.topic)) if topic and goes_on(scene, at) and not _named(scene, part, own) else (),
        _last(scene, part.start, at, test),
        _first(scene, at, part.end, test),
        _earlier(scene, part, own) if outer else (),
        _earlier(scene, part, test) if outer else (),
    ):
        if found:
            return found
    return scene.topic if topic and listed(scene) else ()


def _named(scene: Scene, part: Clause, test: Test) -> bool:
    """Whether the sentence has named what a pronoun in *part* can stand for, before that."""
    return part.opening == "subordinate" and bool(
        scene.names_in(scene.start, part.start, lambda name: test(name) and scene.lead(name) == "")
    )


def goes_on(scene: Scene, at: int) -> bool:
    """Whether what is said *at* goes on about what the one before was about, by "it" or "the licence"."""
    if not scene.topic or scene.block.kind not in {"body", "caption"}:
        return False
    if _BRIDGE.match(scene.level, scene.start):
        return True
    return _IT[scene.language].search(scene.level, scene.start, scene.clause(at).end) is not None


_IT: Final = MappingProxyType(
    {
        "en": lazily(
            r"(?<!\w)(?:it|they)(?!['’]s (?:important|clear|possible|worth|time)| (?:is|was|remains"
            r"|seems) (?:important|clear|unclear|possible|worth|time|said|known|expected|likely|not clear))(?![\w-])"
        ),
        "de": lazily(
            r"(?<!\w)(?:es(?! (?:gibt|gab|ist (?:wichtig|klar|unklar|möglich|an der zeit|kein)|heißt|geht))|sie"
            r"|dieses)(?!\w)"
        ),
        "nl": lazily(
            r"(?<!\w)(?:ze|zij)(?!\w)|(?<!\w)het(?= (?:is(?! (?:belangrijk|duidelijk|mogelijk))|heeft|had|kan|mag"
            r"|kost|werd|wordt|was|telt|valt|zou|zal|moet|draait|bouwt|biedt|doet|gebruikt|ondersteunt|bevat"
            r"|concurreert|presteert|scoort|overtreft|verslaat|evenaart|beschikt|komt|gaat om)\b)|(?<!\w)(?:is|kan"
            r"|mag|wordt|presteert|scoort|kost|heeft|kun je|mag je|je mag|je kunt|u mag"
            r"|iedereen mag) het(?= (?!\w+ (?:model|bedrijf)))"
            r"|(?<!\w)je het(?= \w+)"
        ),
    }
)
"""The pronouns that can stand for a model, but for those that stand for nothing."""
_BRIDGE: Final = lazily(
    r"\W*(?:(?:die|das|der|the|de|het|its|their|seine?|ihre?|zijn|haar|hun|dessen|deren|eine?|een|any|über die"
    r"|zu den|auch die|over de|as for the|auf der|für die)\s+)?(?:[\w-]+ ){0,1}?(?:gewichten?|modellgewichten?"
    r"|lizenz|lizenzbedingungen|architektur|kontextfenster|kontextlänge|trainingsdaten|trainingscode|quellcode|api"
    r"|nutzung|einsatz|verwendung|weights|licen[cs]e(?: terms)?|architecture|context (?:window|length)|training data"
    r"|source code|commercial use|use|usage|gewichten|licentie|licentievoorwaarden|architectuur|contextvenster"
    r"|trainingsdata|broncode|gebruik|zahl der parameter|number of parameters|aantal parameters)\b"
)
"""What a thing has by nature, with nothing said of whose it is: "the licence", "the weights", "commercial use"."""


def listed(scene: Scene) -> bool:
    """Whether the sentence is a line of a list or heading, whose subject stands above it."""
    return scene.block.kind in {"list", "heading"} and bool(scene.topic) and not _whole(scene)


def _whole(scene: Scene) -> bool:
    """Whether a line is a sentence with a subject of its own, though with no name: "Open source is a field"."""
    if _DATED.match(scene.level, scene.start):
        return True
    if scene.has(scene.start, scene.end, "pronoun"):
        return False
    verbs = [mark for mark in scene.of("copula", "passive", "permit") if scene.level[mark.start : mark.end] != "be"]
    if not verbs or ":" in scene.level[scene.start : verbs[0].start]:
        return False
    nouns = scene.within(scene.start, verbs[0].start + 1, "noun_model", "noun_org")
    return bool(nouns) or scene.words_between(scene.start, verbs[0].start) > 1


_DATED: Final = lazily(r"\W*(?:\d{1,2}\. ?)?(?:[a-zäé]{3,9} )?(?:19|20)\d\d(?:-\d\d){0,2} ?[:–—-]")
"""A line of a chronicle begins with its date, and says what happened then, to whomever."""


def _fits(scene: Scene, name: Name, test: Test) -> bool:
    lead = scene.lead(name)
    if not test(name) or lead in _SIDE or name.key in HOSTS:
        return False
    return not (lead == "agent" and maker_like(name)) and not (lead == "to" and organization(name))


def _own(test: Test, scene: Scene) -> Test:
    return lambda name: test(name) and scene.lead(name) != "base"


def _last(scene: Scene, start: int, end: int, test: Test) -> Filled:
    found = scene.names_in(start, end, lambda name: _fits(scene, name, test))
    return members(scene, found[-1], test) if found else ()


def _first(scene: Scene, start: int, end: int, test: Test) -> Filled:
    found = scene.names_in(start, end, lambda name: _fits(scene, name, test))
    return members(scene, found[0], test) if found else ()


def _antecedent(scene: Scene, part: Clause, test: Test) -> Filled:
    if part.opening != "relative":
        return ()
    name = scene.before(part.start, lambda name: test(name) and name.key not in HOSTS)
    return members(scene, name, test) if name is not None and scene.words_between(name.end, part.start) <= 8 else ()


def _earlier(scene: Scene, part: Clause, test: Test) -> Filled:
    return _last(scene, scene.start, part.start, test)


def maker_like(name: Name) -> bool:
    """Whether *name* can make things: an organisation, or a laboratory that shares a product's name ("Meta AI")."""
    return organization(name) or (name.kind == "product" and name.mention.endswith(" AI"))


def members(scene: Scene, name: Name, test: Test) -> Filled:
    """Return *name* with what is enumerated beside it, each that passes *test*."""
    return tuple(other for other in scene.group(name) if test(other))


def follows(scene: Scene, at: int, test: Test, words: int, *, clause: bool = True) -> Filled:
    """Return the names that begin within *words* words after *at*, and in its clause unless told otherwise."""
    ceiling = scene.clause(max(at - 1, scene.start)).end if clause else scene.end
    name = scene.after(at, test, ceiling)
    if name is None or scene.words_between(at, name.start) > words:
        return ()
    return members(scene, name, test)


def precedes(scene: Scene, at: int, test: Test, words: int) -> Filled:
    """Return the names that end within *words* words before *at*, in its clause."""
    name = scene.before(at, test, scene.clause(at).start)
    if name is None or scene.words_between(name.end, at) > words:
        return ()
    return members(scene, name, test)


def actor(scene: Scene, end: int, test: Test = party, *, passive: bool = False, start: int | None = None) -> Filled:
    """Return who does what ends at *end*: the agent of a passive, else the subject of the clause or sentence."""
    part = scene.clause(end - 1) if start is None else scene.clause(start)
    if passive:
        agents = scene.names_in(part.start, part.end, lambda name: maker_like(name) and scene.lead(name) == "agent")
        if agents:
            return members(scene, agents[0], maker_like)
    if part.opening == "relative":
        antecedent = scene.before(part.start, test)
        if antecedent is not None and scene.words_between(antecedent.end, part.start) <= 1:
            return members(scene, antecedent, test)
    free = scene.names_in(
        part.start, part.end, lambda name: test(name) and not name.possessive and scene.lead(name) in {"", "with"}
    )
    if free and not passive:
        return members(scene, free[0], test)
    return _outer(scene, part, test) or (() if passive else _of_infinitive(scene, part, test) or _it(scene, part, test))


def _it(scene: Scene, part: Clause, test: Test) -> Filled:
    """Return whom a pronoun that opens the clause stands for, where a house was last spoken of: "It released Foo"."""
    house = scene.party
    if house is None or not test(house) or scene.names_in(scene.start, part.start, organization):
        return ()
    opens = any(
        scene.words_between(part.start, mark.start) <= 2 for mark in scene.within(part.start, part.end, "pronoun_org")
    )
    first = scene.clauses[0]
    goes_on = part is not first and scene.has(first.start, first.start + 12, "pronoun_org") and not part.opening
    return (house,) if opens or goes_on else ()


def _of_infinitive(scene: Scene, part: Clause, test: Test) -> Filled:
    """Return whose act an infinitive is: "a clever move of Meta to release …"."""
    if not _INFINITIVE.search(scene.level, part.start, part.end):
        return ()
    found = scene.names_in(part.start, part.end, lambda name: test(name) and scene.lead(name) == "agent")
    return members(scene, found[0], test) if len(found) == 1 else ()


_INFINITIVE: Final = lazily(r"\b(?:zu|te|to) \w+|\w+zu\w+en\b")


def _outer(scene: Scene, part: Clause, test: Test) -> Filled:
    outer = scene.names_in(
        scene.start,
        part.start,
        lambda name: test(name) and scene.lead(name) not in _SIDE and not of_somebody(scene, name),
    )
    return members(scene, outer[0], test) if outer else ()


def of_somebody(scene: Scene, name: Name) -> bool:
    """Whether *name* only says whose somebody is: "X, CTO of Foo, has released Bar"."""
    person = scene.before(name.start, lambda other: other.kind == "person")
    return (
        name.kind == "organization"
        and person is not None
        and scene.lead(name) == "agent"
        and scene.has(person.end, name.start, "title")
    )


def maker(scene: Scene, thing: Name) -> Filled:
    """Return who the sentence itself says makes *thing*: a genitive before it, or an agent after it."""
    before = scene.before(thing.start, organization)
    if before is not None and before.possessive and scene.words_between(before.end, thing.start) <= 5:
        return (before,)
    if before is not None and before.end + 1 == thing.start:
        return (before,)
    after = scene.after(thing.end, organization)
    if after is not None and scene.lead(after) == "agent" and scene.words_between(thing.end, after.start) <= 1:
        return (after,)
    return ()


def things(scene: Scene, at: int) -> Filled:
    """Return the artifacts that a statement *at* is about."""
    return owner(scene, at, artifact)
