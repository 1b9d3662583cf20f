"""Openness: which label a text gives a model, or denies it."""

from __future__ import annotations

import re
from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._names import Name
from openai_landscape.reading._scene import Clause, Scene, anything, artifact, organization, terms
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, follows, listed, members

_HEADS: Final = ("label_head", "noun_model", "noun_org", "np_model")


def labels_of(scene: Scene) -> list[tuple[Mark, str]]:
    """Return the labels of the sentence with the value each has in a claim; "open" alone counts before a noun only."""
    found = [(mark, "open_source" if mark.value == "open" else mark.value) for mark in scene.of("label")]
    return [
        (mark, value)
        for mark, value in found
        if not _within_other(scene, mark) and not _lessened(scene, mark) and not _so_called(scene, mark)
    ]


def _so_called(scene: Scene, mark: Mark) -> bool:
    """Whether the label stands in quotation marks of its own and nobody is said to use it: so-called "open source"."""
    quote = scene.quoted(mark.start)
    if quote is None or quote.end - quote.start > mark.end - mark.start + 1:
        return False
    return not scene.of("call", "speech", "as_label", "source")


def _lessened(scene: Scene, mark: Mark) -> bool:
    """Whether a thing is only less so than something: "less restrictive" is no label."""
    return _LESS.search(scene.level, max(scene.start, mark.start - 10), mark.start) is not None


_LESS: Final = re.compile(r"\b(?:less|weniger|minder|kaum|hardly|too|zu|te) $")


def _within_other(scene: Scene, mark: Mark) -> bool:
    """Whether the label is part of a name or of a licence's or an initiative's."""
    return any(name.start <= mark.start < name.end for name in scene.names if not name.vague) or scene.has(
        mark.start, mark.end + 14, "criteria"
    )


def _head_end(scene: Scene, mark: Mark) -> int | None:
    """Return where the noun that the label describes ends, or None where it describes none."""
    word = scene.level[mark.start : mark.end]
    if _COMPOUND.search(word):
        return mark.end
    for head in scene.within(mark.end, min(scene.end, mark.end + 48), *_HEADS):
        if scene.words_between(mark.end, head.start) <= 3 and not _STOPS.search(scene.level, mark.end, head.start):
            return head.end
    return None


_COMPOUND: Final = re.compile(
    r"(?:modell|model|models|modelle|modellen|angeboten?|llms?|sprachmodell\w*|ki|alternative\w*)$"
)
_STOPS: Final = re.compile(r"[,;:()!?]| und | and | en |\bals\b|\bas\b")


def labelled(
    scene: Scene, name: Name, value: str, mark: Mark, polarity: Polarity | None = None, *, end: int | None = None
) -> Draft:
    """Return the claim that *name* has the label that *mark* gives."""
    begin, stop = reach(at(name), (mark.start, max(mark.end, end or 0)))
    if not scene.start <= name.start < scene.end:
        begin, stop = mark.start, max(mark.end, end or 0)
    return Draft(Predicate.OPENNESS, name, value, begin, stop, mark.start, polarity)


@rule("openness.attribute", Predicate.OPENNESS, "label")
def attribute(scene: Scene) -> Drafts:
    """A label before the noun that names or exemplifies models: "open-source models such as A and B"."""
    for mark, value in labels_of(scene):
        direct = follows(scene, mark.end, artifact, 1)
        if (
            direct
            and scene.lead(direct[0]) not in {"to", "than", "since", "with"}
            and not direct[0].resolved
            and mark.value != "open"
            and value not in {"permissive", "restricted"}
        ):
            yield from (labelled(scene, name, value, mark, sign_of(scene, mark)) for name in direct)
            continue
        end = _head_end(scene, mark)
        if end is None:
            continue
        pointed = [n for n in scene.names if n.resolved and n.start <= mark.start and n.end >= end]
        if pointed:
            yield from (labelled(scene, name, value, mark, sign_of(scene, mark), end=end) for name in pointed)
            continue
        named = follows(scene, end, anything, 3, clause=False)
        named = tuple(name for name in named if not name.resolved) or _instances(scene, end)
        if (
            not named
            and scene.of("release")
            and any(n.vague and n.start < end and mark.start < n.end for n in scene.names)
        ):
            part = scene.clause(mark.start)
            shown = scene.names_in(
                part.start, part.end, lambda n: artifact(n) and not n.vague and scene.lead(n) == "with"
            )
            yield from (labelled(scene, name, value, mark, "affirmed", end=end) for name in shown)
            continue
        if named and (_apposed(scene, end, named[0]) or _exemplified(scene, end, named[0])):
            yield from (labelled(scene, name, value, mark, sign_of(scene, mark), end=name.end) for name in named)
            continue
        yield from (labelled(scene, name, value, mark, sign_of(scene, mark), end=end) for name in _offered(scene, mark))


def _offered(scene: Scene, mark: Mark) -> Filled:
    """Return with what somebody offers such a thing: "With Foo-7B, Bar offers an open-source alternative"."""
    part = scene.clause(mark.start)
    parts = scene.clauses
    before = parts[parts.index(part) - 1] if parts.index(part) else part
    if not scene.has(part.start, mark.start, "backs", "possesses") or part.opening in {"relative", "conditional"}:
        return ()
    start = part.start if before.end - before.start > 60 else before.start
    return scene.names_in(start, mark.start, lambda name: artifact(name) and scene.lead(name) == "with")[:1]


def sign_of(scene: Scene, mark: Mark) -> Polarity:
    """Return "negated" where a negation stands close before *mark*."""
    before = scene.within(max(scene.start, mark.start - 28), mark.start, "negation")
    close = [
        neg
        for neg in before
        if scene.words_between(neg.end, mark.start) <= 3 and "," not in scene.level[neg.end : mark.start]
    ]
    return "negated" if close else "affirmed"


def _instances(scene: Scene, end: int) -> Filled:
    for lead in scene.within(end, scene.end, "example"):
        if scene.words_between(end, lead.start) <= 2 and not scene.has(lead.end, lead.end + 8, "pronoun"):
            return follows(scene, lead.end, anything, 4, clause=False)
    return ()


def _apposed(scene: Scene, end: int, name: Name) -> bool:
    between = scene.level[end : name.start].strip(" \"'„“‘")
    return between in {"", ",", ":"} or between.strip(", ") in _CALLED or not any(map(str.isascii, between))


_CALLED: Final = frozenset(
    {"namens", "genannt", "named", "called", "genaamd", "dubbed", "met de naam", "mit dem namen", "mit", "with"}
)


def _exemplified(scene: Scene, end: int, name: Name) -> bool:
    return bool(scene.within(end, name.start, "example"))


@rule("openness.copula", Predicate.OPENNESS, "label")
def copula(scene: Scene) -> Drafts:
    """A model is, was or comes as something: "Foo-7B is not open source"."""
    for mark, value in labels_of(scene):
        part = scene.clause(mark.start)
        if mark.value == "open" and _head_end(scene, mark) is None and not scene.has(part.start, part.end, "as_label"):
            continue
        link = tie(scene, part.start, mark)
        if link is None:
            continue
        subjects = described_by(scene, part.start, link, mark)
        for subject in subjects:
            yield labelled(scene, subject, value, mark, _copula_sign(scene, part.start, part.end, mark))


def tie(scene: Scene, start: int, mark: Mark) -> Mark | None:
    """Return the verb or "as" that ties the label to its subject."""
    return _as(scene, start, mark) or _made_so(scene, start, mark) or _verb(scene, start, mark)


def _as(scene: Scene, start: int, mark: Mark) -> Mark | None:
    for link in reversed(scene.within(start, mark.start, "as_label")):
        if _EQUALLY.search(scene.level, max(start, link.start - 40), link.end) or _EQUAL.search(
            scene.level, link.start, mark.start
        ):
            continue
        blocked = scene.has(link.end, mark.start, "prep", "compete") or scene.names_in(link.end, mark.start, anything)
        if scene.words_between(link.end, mark.start) <= 4 and not blocked:
            return link
    return None


def _made_so(scene: Scene, start: int, mark: Mark) -> Mark | None:
    """Return the verb of "makes Foo-7B open source"."""
    for link in scene.within(start, mark.start, "makes"):
        made = scene.names_in(link.end, mark.start, artifact)
        if (
            made
            and scene.words_between(made[-1].end, mark.start) <= 1
            and scene.words_between(link.end, made[0].start) <= 3
        ):
            return link
    return None


def _verb(scene: Scene, start: int, mark: Mark) -> Mark | None:
    part = scene.clause(mark.start)
    for link in scene.within(
        start, part.end, *(("copula", "makes", "possesses") if mark.value == "open_weights" else ("copula", "makes"))
    ):
        inverted = (
            (link.kind == "makes" and link.start >= mark.end)
            or (link.start > mark.end and part.opening in {"relative", "subordinate", "conditional"})
            or link.start >= mark.end
        )
        if inverted and scene.words_between(mark.end, link.start) <= 1:
            return link
        if link.end <= mark.start and scene.words_between(link.end, mark.start) <= 7:
            if _EQUAL.search(scene.level, link.end, mark.start):
                continue
            between = scene.names_in(link.end, mark.start, anything)
            turned = bool(between) and not _own(scene, start, link.start)
            if turned or not _noun_between(scene, link, mark):
                return link
    return None


def _noun_between(scene: Scene, link: Mark, mark: Mark) -> bool:
    preps = () if _ONE_OF.match(scene.level, link.end) else scene.within(link.end, mark.start, "prep")
    denied = scene.within(link.end, mark.start, "negation", "source", "strictly")
    if any(not any(no.start <= prep.start and prep.end <= no.end for no in denied) for prep in preps):
        return True
    return any(not name.possessive for name in _own(scene, link.end, mark.start))


def _own(scene: Scene, start: int, end: int) -> Filled:
    """Return the names between *start* and *end* that are not only whose word it is."""
    return scene.names_in(start, end, lambda n: anything(n) and scene.lead(n) != "source")


def described_by(scene: Scene, start: int, link: Mark, mark: Mark) -> Filled:
    """Return what the label at *mark* is said of, by the verb or "as" at *link*."""
    part = scene.clause(mark.start)
    limit = min(link.start, mark.start)
    if link.kind == "makes" and (made := scene.names_in(link.end, mark.start, artifact)):
        return members(scene, made[-1], artifact)
    if link.end <= mark.start and link.kind == "copula" and not _own(scene, start, limit):
        limit = mark.start
    sides = (
        {"than", "since", "against", "source"}
        if link.kind == "as_label"
        else {"than", "since", "against", "source", "agent"}
    )
    own = scene.names_in(
        start, limit, lambda n: (anything(n) or terms(n)) and scene.lead(n) not in sides and not n.possessive
    )
    artifacts = [name for name in own if terms(name)]
    if artifacts:
        return members(scene, artifacts[-1], terms)
    if own:
        return members(scene, own[-1], anything)
    return _further_off(scene, link, mark, part, sides)


def _further_off(scene: Scene, link: Mark, mark: Mark, part: Clause, sides: set[str]) -> Filled:
    """Return what the label is said of where its clause does not say it before the label."""
    if link.kind == "as_label" and scene.words_between(part.start, link.start) == 0:
        found = scene.names_in(scene.start, part.start, lambda n: artifact(n) and scene.lead(n) not in sides)
        found = found or scene.names_in(mark.end, part.end, lambda n: artifact(n) and scene.lead(n) == "")
        return members(scene, found[0], artifact) if found else ()
    if link.kind == "makes":
        before = scene.before(part.start, artifact)
        return members(scene, before, artifact) if before is not None else ()
    if part.opening == "relative":
        before = scene.before(part.start, anything)
        if before is not None and scene.words_between(before.end, part.start) <= 3:
            return members(scene, before, anything)
        return ()
    if scene.has(part.start, mark.start, "pronoun") or _IT_IS.search(scene.level, part.start, mark.start):
        said = scene.names_in(scene.start, part.start, artifact)
        return members(scene, said[-1], artifact) if said else scene.topic[:2]
    if above := _head_of_line(scene) or (scene.topic[:2] if listed(scene) else ()):
        return above
    return _around_aside(scene, part) if link.kind == "as_label" else ()


def _head_of_line(scene: Scene) -> Filled:
    """Return what a line of a list begins with, where a colon or a dash sets it apart."""
    first = scene.names[0] if scene.block.kind == "list" and scene.names else None
    if first is None or not anything(first) or first.start - scene.start >= 8:
        return ()
    return (first,) if _HEAD_OF_LINE.match(scene.level, first.end) else ()


_HEAD_OF_LINE: Final = re.compile(r"\s*(?::| [–—-] )")


def _around_aside(scene: Scene, part: Clause) -> Filled:
    """Return what the clause goes on about after a relative clause: "Zephra, in which …, describes itself as"."""
    index = scene.clauses.index(part)
    if index < 2 or scene.clauses[index - 1].opening != "relative":
        return ()
    before = scene.clauses[index - 2]
    name = scene.before(before.end, anything, before.start)
    return (name,) if name is not None and name.end == before.end and scene.lead(name) == "" else ()


def _copula_sign(scene: Scene, start: int, end: int, mark: Mark) -> Polarity:
    if scene.has(mark.end, mark.end + 40, "mislabel"):
        return "negated"
    if _DENIED_THAT.search(scene.level, max(scene.start, start - 40), start + 7):
        return "negated"
    for negation in scene.within(start, min(end, mark.end + 14), "negation"):
        if negation.value == "np" and (
            negation.start > mark.start or scene.words_between(negation.end, mark.start) > 3
        ):
            continue
        if negation.start > mark.end or scene.words_between(negation.end, mark.start) <= (
            12 if scene.level.startswith(_BARS, negation.start) else 5
        ):
            return "negated"
    return "affirmed"


_ONE_OF: Final = re.compile(r" (?:one|some|two|part|among) of | (?:een|een|twee|enkele) van | eine?[rs]? (?:der|von) ")
_IT_IS: Final = re.compile(r"\b(?:it|they)'")
_EQUALLY: Final = re.compile(r"\b(?:as|so|even|ebenso|zo) \w+ (?:as|wie|als)$")
_EQUAL: Final = re.compile(r"\b(?:as|so|even|ebenso|zo) \w+ (?:as|wie|als)\b")
_DENIED_THAT: Final = re.compile(r"\b(?:nicht|niet|not|n't)(?: \w+)?,? (?:dass|dat|that)\b")
_BARS: Final = ("prevent", "verhinder", "voorkom")


@rule("openness.called", Predicate.OPENNESS, "call")
def called(scene: Scene) -> Drafts:
    """Somebody calls a thing by a label: "Meta calls Llama 3 open source"."""
    for mark, value in labels_of(scene):
        name = scene.before(mark.start, artifact, scene.clause(mark.start).start)
        if name is None or mark.value == "open" or scene.words_between(name.end, mark.start) > 2:
            continue
        if any(0 <= name.start - call.end <= 12 for call in scene.of("call")):
            yield labelled(scene, name, value, mark, sign_of(scene, mark))


@rule("openness.character", Predicate.OPENNESS, "label")
def character(scene: Scene) -> Drafts:
    """The label as a trait of a thing: "the open-source character of Llama 3", "for its open-source nature"."""
    for mark, value in labels_of(scene):
        if mark.value == "open":
            continue
        traits = [m for m in scene.within(mark.end, mark.end + 24, "character") if m.start - mark.end <= 2]
        compound = _TRAIT.search(scene.level, mark.start, mark.end) is not None
        for name in (name for trait in traits for name in follows(scene, trait.end, anything, 2)):
            if scene.lead(name) == "agent":
                yield labelled(scene, name, value, mark)
        if traits or compound:
            yield from (labelled(scene, name, value, mark, sign_of(scene, mark)) for name in _bearer(scene, mark))


_TRAIT: Final = re.compile(r"(?:ansatz|ansatzes|strategie|charakter|natur|philosophie|approach|aanpak|karakter)$")


_WITH: Final = frozenset({"mit", "with", "met"})


def _bearer(scene: Scene, mark: Mark) -> Filled:
    """Return whose trait it is, where "its" or a verb of choosing stands before the label."""
    part = scene.clause(mark.start)
    own = [
        word
        for word in scene.within(part.start, mark.start, "own_word")
        if scene.words_between(word.end, mark.start) <= 2
    ]
    taken = [
        verb for verb in scene.within(part.start, mark.start, "backs") if scene.words_between(verb.end, mark.start) <= 3
    ]
    if not own and not (taken and scene.level[taken[-1].start : taken[-1].end] not in _WITH):
        return ()
    found = scene.names_in(
        part.start, mark.start, lambda n: anything(n) and scene.lead(n) not in {"than", "source", "agent"}
    )
    if not found and part.opening == "relative":
        found = scene.names_in(scene.start, part.start, anything)[-1:]
    return members(scene, found[0], anything) if found else ()


@rule("openness.item", Predicate.OPENNESS, "label")
def item(scene: Scene) -> Drafts:
    """A line that begins with a name or stands under one: "n8n: open source automation", "(open source)"."""
    for mark, value in labels_of(scene):
        name = scene.before(mark.start, anything) or _line_name(scene, mark)
        if name is None or mark.value in {"open", "restricted"}:
            continue
        between = scene.level[name.end : mark.start]
        first = name.start - scene.start < 8 or _led_by_maker(scene, name)
        if (_COLON.fullmatch(between) and first) or _PARENTHESIS.fullmatch(between):
            yield labelled(scene, name, value, mark, sign_of(scene, mark))


def _led_by_maker(scene: Scene, name: Name) -> bool:
    """Whether only its maker stands before *name* in the line: "Acme's Foo-7B: …"."""
    maker = scene.names[0]
    return maker.start - scene.start < 8 and maker.possessive and name.start - maker.end <= 1


def _line_name(scene: Scene, mark: Mark) -> Name | None:
    """Return what a line of a list is headed by, where that is one to three capitalised words and a colon."""
    match = _HEADED.match(scene.text, scene.start, mark.start) if scene.block.kind == "list" else None
    if match is None or any(scene.lexicon.look_up(word.lower()) for word in match["name"].split()):
        return None
    return Name(match.start("name"), match.end("name"), "product", match["name"])


_HEADED: Final = re.compile(r"\W*(?P<name>[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2})(?=:| [–—-] )")
_COLON: Final = re.compile(r"\s*(?::|\s[–—-])\s*(?:ein |een |an? |fully |volledig |vollständig )?")
_PARENTHESIS: Final = re.compile(r"\s*\((?:not |nicht |niet )?")


@rule("openness.apposition", Predicate.OPENNESS, "label")
def apposition(scene: Scene) -> Drafts:
    """A name, and after a comma what it is: "Foo-7B, an open-source model"."""
    for mark, value in labels_of(scene):
        part = scene.clause(mark.start)
        end = _head_end(scene, mark)
        if (
            end is None
            or part.opening in {"relative", "conditional"}
            or scene.words_between(part.start, mark.start) > 5
        ):
            continue
        if scene.has(part.start, mark.start, "copula", "verb", "prep"):
            continue
        name = scene.before(part.start, anything)
        if (
            name is not None
            and (_AFTER_NAME.fullmatch(scene.level, name.end, part.start + 1) or _acted_on(scene, name, part.start))
            and not scene.names_in(end, end + 30, lambda n: anything(n) and scene.lead(n) not in {"than", "since"})
        ):
            yield from (
                labelled(scene, member, value, mark, sign_of(scene, mark), end=end)
                for member in members(scene, name, anything)
            )


_AFTER_NAME: Final = re.compile(r"\s*[,–(-]\s*")


def _acted_on(scene: Scene, name: Name, start: int) -> bool:
    """Whether only the verb that ends the clause parts *name* from its apposition: "hat X vorgestellt, ein …"."""
    return scene.has(name.end, start, "release", "develop") and scene.words_between(name.end, start) <= 2


@rule("openness.first", Predicate.OPENNESS, "label")
def first(scene: Scene) -> Drafts:
    """Say of GPT-2 what "its first open model since GPT-2" implies."""
    for mark, value in labels_of(scene):
        end = _head_end(scene, mark)
        if end is None or not _FIRST.search(scene.level, max(scene.start, mark.start - 24), mark.start):
            continue
        for name in follows(scene, end, artifact, 3):
            if scene.lead(name) == "since":
                yield labelled(scene, name, value, mark)


_FIRST: Final = re.compile(r"\b(?:first|erste[srn]?|eerste)\b")


@rule("openness.lead", Predicate.OPENNESS, "label")
def lead(scene: Scene) -> Drafts:
    """A line of a list that begins with the label: "Fully open weights: …" says it of what the list is about."""
    if not listed(scene) or scene.block.kind != "list":
        return
    for mark, value in labels_of(scene):
        if value in {"permissive", "restricted"} or scene.words_between(scene.start, mark.start) > 1:
            continue
        if (
            mark.value == "open"
            and _head_end(scene, mark) is None
            and not scene.has(mark.end, mark.end + 18, "release")
        ):
            continue
        if _ALONE.match(scene.level, mark.end) and not scene.names_in(
            scene.start, min(mark.end + 30, scene.clause(mark.start).end), anything
        ):
            yield from (labelled(scene, name, value, mark, sign_of(scene, mark)) for name in scene.topic[:2])


_ALONE: Final = re.compile(
    r"\W*$|\s*[:.,;(–—-](?!\w)| (?:under|unter|onder|with|mit|met|statt|instead|anstelle|over|not|nicht|niet"
    r"|in plaats|and|und|en"
    r"|seit|since|sinds)\b"
    r"|[ -](?:[\w-]+ )?(?:[\w-]*model(?:l|le|len|s)?|llms?|licen[cs]e|lizenz|licentie|weights?|gewichten?"
    r"|variante?|strategie"
    r"|strategy|ansatz|approach|aanpak|release|veröffentlichung|version|versie)"
    r"(?=\W*$|\s*[:.,;(–—]| (?:for|für|voor|with|mit|met|from|von|van|by|under|unter|onder|seit|since|sinds|and"
    r"|und|en)\b)"
)
"""What may follow a label that begins a line: nothing, or what it is the label of; else a sentence begins with it."""


@rule("openness.party", Predicate.OPENNESS, "label")
def by_party(scene: Scene) -> Drafts:
    """What kind of models an organisation has, in general: "OpenAI, with its proprietary models"."""
    for mark, value in labels_of(scene):
        if mark.value in {"permissive", "restricted"} or _instances(scene, mark.end) or scene.asks:
            continue
        part = scene.clause(mark.start)
        end = _head_end(scene, mark) or mark.end
        backing = [
            m
            for m in scene.within(part.start, mark.start, "backs")
            if scene.words_between(m.end, mark.start) <= 3 and _beside(scene, m)
        ]
        if not backing or follows(scene, end, anything, 2):
            continue
        name = (
            scene.before(mark.start, lambda n: artifact(n) and scene.lead(n) == "with", part.start)
            or scene.before(mark.start, organization, part.start)
            or _relative_owner(scene, part.start, part.opening)
        )
        if name is not None and scene.lead(name) not in {"than", "against", "agent"}:
            for member in members(scene, name, organization):
                yield labelled(scene, member, value, mark, sign_of(scene, mark), end=end)


def _beside(scene: Scene, link: Mark) -> bool:
    """Whether a "with" follows the organisation that has the models; verbs may stand further off."""
    if scene.level[link.start : link.end] not in _WITH:
        return True
    name = scene.before(link.start, anything, scene.clause(link.start).start)
    return name is not None and scene.words_between(name.end, link.start) <= 1 and scene.lead(name) != "source"


def _relative_owner(scene: Scene, start: int, opening: str) -> Name | None:
    return scene.before(start, organization) if opening == "relative" else None


RULES: Final = (
    attribute,
    copula,
    called,
    character,
    item,
    apposition,
    first,
    lead,
    by_party,
)
