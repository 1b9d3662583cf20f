"""Openness: which label a text gives a model, or denies it."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._kinds import anything, artifact, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Drafts, rule
from openai_landscape.reading.rules._labels import head_end, labelled, labels_of, sign_of
from openai_landscape.reading.rules._slots import Filled, follows, listed, members
from openai_landscape.reading.rules._ties import described_by, tie


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
        end = head_end(scene, mark)
        if end is None:
            continue
        pointed = [n for n in scene.names if n.resolved and n.start <= mark.start and n.end >= end]
        if pointed:
            yield from (labelled(scene, name, value, mark, sign_of(scene, mark), end=end) for name in pointed)
            continue
        named = follows(scene, end, anything, 5, clause=False)
        if (
            named
            and scene.words_between(end, named[0].start) > 3
            and not _ARE.fullmatch(scene.level, end, named[0].start)
        ):
            named = ()
        if named and scene.has(end, named[0].start, "label"):
            named = ()  # "an open alternative to proprietary models like Foo-7B" says it of no Foo-7B
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


def _instances(scene: Scene, end: int) -> Filled:
    for lead in scene.within(end, scene.end, "example"):
        near = scene.words_between(end, lead.start) <= 2 and not scene.has(end, lead.start, "label")
        if near and not scene.has(lead.end, lead.end + 8, "pronoun"):
            return follows(scene, lead.end, anything, 4, clause=False)
    return ()


def _apposed(scene: Scene, end: int, name: Name) -> bool:
    if _ARE.fullmatch(scene.level, end, name.start):
        return True
    between = scene.level[end : name.start].strip(" \"'„“‘")
    return between in {"", ",", ":"} or between.strip(", ") in _CALLED or not any(map(str.isascii, between))


_ARE: Final = lazily(r"(?: in (?:[a-zä]+ )?\d{4})? (?:are|sind|zijn) (?:the |die |de )?")
"""Between a kind of models and which they are: "the leading open models are Foo-7B and Bar"."""
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
        if mark.value == "open" and head_end(scene, mark) is None and not scene.has(part.start, part.end, "as_label"):
            continue
        link = tie(scene, part.start, mark)
        if link is None or (
            scene.language == "en" and head_end(scene, mark) is None and _OF_A_NOUN.match(scene.level, mark.end)
        ):
            continue
        if value == "proprietary" and scene.has(part.start, mark.start, "component"):
            continue  # what is kept back is the component, which does not close the thing
        subjects = described_by(scene, part.start, link, mark)
        if subjects and organization(subjects[0]) and _named_after(scene, mark):
            continue  # what is so is named: no need to say it of its maker as well
        for subject in subjects:
            yield labelled(scene, subject, value, mark, _copula_sign(scene, part.start, part.end, mark))


_OF_A_NOUN: Final = lazily(
    r"(?: [a-z-]+)? (?:moves?|strateg(?:y|ies)|efforts?|push|licensing|communit(?:y|ies)|ecosystems?|movements?|worlds?"
    r"|labs?|initiatives?|definitions?|debates?|landscape|culture|principles?|contributors?|developers?|tools?"
    r"|libraries|library)\b"
)
"""A noun that is no model and takes the label for itself: "its most aggressive open-source licensing move"."""


def _named_after(scene: Scene, mark: Mark) -> bool:
    """Whether the models that the label describes follow by name."""
    end = head_end(scene, mark)
    return end is not None and bool(follows(scene, end, artifact, 3, clause=False))


def _copula_sign(scene: Scene, start: int, end: int, mark: Mark) -> Polarity:
    if scene.has(mark.end, mark.end + 40, "mislabel"):
        return "negated"
    if _DENIED_THAT.search(scene.level, max(scene.start, start - 40), start + 7):
        return "negated"
    if _BUT_IT_IS_NOT.match(scene.level, end, scene.end):
        return "negated"
    start, end = scene.verb_phrase(start, end, mark.start)
    for negation in scene.within(start, min(end, mark.end + 20), "negation"):
        if negation.value == "np" and (
            negation.start > mark.start or scene.words_between(negation.end, mark.start) > 3
        ):
            continue
        if negation.start > mark.end or scene.words_between(negation.end, mark.start) <= (
            12 if scene.level.startswith(_BARS, negation.start) else 5
        ):
            return "negated"
    return "affirmed"


_BUT_IT_IS_NOT: Final = lazily(
    r", (?:(?:but|though|yet|aber|doch|maar) )?(?:(?:strictly|in truth|in fact|really|streng genommen|strikt genomen"
    r") )?(?:(?:it|that|they|which|this)(?:'s| is| are| really is)? ?(?:not|isn't|aren't|untrue|false|wrong)"
    r"|is(?:n't| not)|(?:ist|sind) (?:es|sie|das|dies) (?:aber |jedoch |in wahrheit |streng genommen )?(?:nicht|keins)"
    r"|(?:ist|sind) (?:aber |jedoch )?(?:nicht|keines|keins)|was (?:so |aber )?(?:nicht|falsch)(?: stimmt| ist)?"
    r"|(?:is|zijn) (?:dat|het|ze) (?:echter |strikt genomen )?niet|(?:dat|het) is het niet|wat niet klopt"
    r"|wat onjuist is)(?: so| true| the case| der fall| korrekt)?(?=\s*(?:[.,;:!]|$))"
)
"""What takes a label back: "is often called open source, but it isn't"."""
_DENIED_THAT: Final = lazily(r"\b(?:nicht|niet|not|n't)(?: \w+)?,? (?:dass|dat|that)\b")
_BARS: Final = ("prevent", "verhinder", "voorkom")


@rule("openness.called", Predicate.OPENNESS, "call")
def called(scene: Scene) -> Drafts:
    """Somebody calls a thing by a label: "Meta calls Llama 3 open source"."""
    for mark, value in labels_of(scene):
        name = scene.before(mark.start, artifact, scene.clause(mark.start).start)
        if name is None and mark.value != "open" and _calls_it(scene, mark):
            said = scene.names_in(scene.start, mark.start, artifact)[-1:] or scene.topic[:1]
            yield from (labelled(scene, thing, value, mark, sign_of(scene, mark)) for thing in said)
        if name is None or mark.value == "open" or scene.words_between(name.end, mark.start) > 2:
            continue
        if any(0 <= name.start - call.end <= 12 for call in scene.of("call")):
            yield labelled(scene, name, value, mark, sign_of(scene, mark))


def _calls_it(scene: Scene, mark: Mark) -> bool:
    """Whether only "it" stands between a verb of calling and the label: "Noem het open gewichten"."""
    return any(_IT.fullmatch(scene.level, call.end, mark.start) for call in scene.of("call") if call.end <= mark.start)


_IT: Final = lazily(r" (?:het|es|it|das|dat|that|this)(?: (?:keine?|geen|an?|eine?|een|not|nicht|niet))? [\"„“'‘]?")


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


_SETS_APART: Final = lazily(
    r"\W*(?:was [^,]+ (?:unterscheidet|auszeichnet|besonders macht)|what (?:sets|makes) [^,]+ (?:apart|different"
    r"|special|unique)|wat [^,]+ (?:onderscheidt|bijzonder maakt)),? (?:is|ist)\b"
)
_TRAIT: Final = lazily(
    r"(?:ansatz|ansatzes|strategie|charakter|natur|philosophie|approach|aanpak|karakter|filosofie|benadering)$"
)


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
    apart = _SETS_APART.match(scene.level, scene.start, mark.start)
    if apart is not None:
        return scene.names_in(scene.start, apart.end(), anything)[:1]
    if not own and not (taken and scene.level[taken[-1].start : taken[-1].end] not in _WITH):
        return ()
    found = scene.names_in(
        part.start, mark.start, lambda n: anything(n) and scene.lead(n) not in {"than", "source", "agent"}
    )
    if not found and (part.opening == "relative" or own):
        found = scene.names_in(scene.start, part.start, lambda n: anything(n) and scene.lead(n) == "")[-1:]
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
        if follows(scene, mark.end, artifact, 1) and _COLON.fullmatch(between):
            continue  # "OpenAI: Open-Weight-Modelle Foo-7B …" says it of what follows
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


_HEADED: Final = lazily(r"\W*(?P<name>[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2})(?=:| [–—-] )")
_COLON: Final = lazily(r"\s*(?::|\s[–—-])\s*(?:ein |een |an? |fully |volledig |vollständig )?")
_PARENTHESIS: Final = lazily(r"\s*\((?:not |nicht |niet )?")


@rule("openness.apposition", Predicate.OPENNESS, "label")
def apposition(scene: Scene) -> Drafts:
    """A name, and after a comma what it is: "Foo-7B, an open-source model"."""
    for mark, value in labels_of(scene):
        part = scene.clause(mark.start)
        end = head_end(scene, mark) or (mark.end if mark.value == "open_weights" else None)
        if (
            end is None
            or part.opening in {"relative", "conditional"}
            or scene.words_between(part.start, mark.start) > 5
        ):
            continue
        if scene.has(part.start, mark.start, "copula", "verb"):
            continue
        made_so = _WITH_WEIGHTS.fullmatch(scene.level, part.start, mark.start) is not None
        if scene.has(part.start, mark.start, "prep") and not made_so and not _SET_OF.match(scene.level, part.start):
            continue
        name = scene.before(part.start, anything)
        if (
            name is not None
            and (
                _AFTER_NAME.fullmatch(scene.level, name.end, part.start + 1)
                or _acted_on(scene, name, part.start)
                or _entitled(scene, name, part.start)
            )
            and not any(0 <= other.start - end <= 2 for other in scene.names)
            and not scene.names_in(
                end,
                end + 30,
                lambda n: (
                    anything(n)
                    and scene.lead(n) not in {"than", "since"}
                    and not (organization(n) and scene.lead(n) == "agent")
                ),
            )
        ):
            yield from (
                labelled(scene, member, value, mark, sign_of(scene, mark), end=end)
                for member in members(scene, name, anything)
            )


_WITH_WEIGHTS: Final = lazily(r"\W*(?:an?|eine?|een) (?:[\w-]+ ){1,4}(?:mit|met|with) ")
_SET_OF: Final = lazily(
    r"\W*(?:an?|eine?|een|the|die|de) (?:[\w-]+ )?(?:suite|family|series|set|pair|collection|familie|reihe|serie"
    r"|reeks|paar) (?:of|von|van)\b"
)
_AFTER_NAME: Final = lazily(r"\s*[,–(-]\s*")


def _entitled(scene: Scene, name: Name, start: int) -> bool:
    """Whether a title says after a colon what it names before it: "Foo unveils Bar: The first open-source LLM …"."""
    return (
        scene.block.kind in {"title", "heading"}
        and name.end == start
        and _A_COLON.match(scene.level, start) is not None
    )


_A_COLON: Final = lazily(r": (?:the|an?|das|die|der|eine?|het|de|een) ")


def _acted_on(scene: Scene, name: Name, start: int) -> bool:
    """Whether only the verb that ends the clause parts *name* from its apposition: "hat X vorgestellt, ein …"."""
    return scene.has(name.end, start, "release", "develop") and scene.words_between(name.end, start) <= 2


@rule("openness.taken_back", Predicate.OPENNESS, "label")
def taken_back(scene: Scene) -> Drafts:
    """What a thing is, but not: "Foo-7B is free, but not open source"."""
    for mark, value in labels_of(scene):
        part = scene.clause(mark.start)
        index = scene.clauses.index(part)
        if not index or mark.value == "open":
            continue
        said = scene.clauses[index - 1]
        but = _YET_NOT.fullmatch(scene.level, part.start, mark.start) and _ENDS.match(scene.level, mark.end)
        fronted = _ITSELF.fullmatch(scene.level, part.start, mark.start) and _IT_IS_NOT.match(scene.level, mark.end)
        if not fronted and not (but and scene.has(said.start, said.end, "copula")):
            continue
        named = scene.names_in(said.start, said.end, lambda name: anything(name) and scene.lead(name) == "")
        for subject in named[:1] or (scene.topic[:1] if _THAT_ONE.match(scene.level, scene.start) else ()):
            yield labelled(scene, subject, value, mark, "negated")


_YET_NOT: Final = lazily(
    r", (?:but|aber|doch|jedoch|yet|though|maar|echter) (?:noch |nog |still |deshalb |daarom )?(?:not|nicht|niet"
    r"|keine?|geen)"
    r" (?:really |wirklich |echt |echte[sn]? |fully |volledig |truly )?(?:osi[- ])?"
)
_ENDS: Final = lazily(
    r"(?:[ -](?:licen[sc]e|lizenz|licentie|software))?\s*(?:[.,;:!]|$)| (?:in|im|according|nach|volgens)\b"
)
_ITSELF: Final = lazily(r"\W*(?:(?:but|aber|doch|maar) )?(?:(?:wirklich|echt|really|echtes?) )?")
_IT_IS_NOT: Final = lazily(
    r" (?:ist|is|sind|zijn) (?:es|sie|das|het|ze|dat|it|that) (?:\w+ ){0,2}?(?:nicht|niet|not)\b"
)
_THAT_ONE: Final = lazily(r"\W*(?:it|this|that|they|es|das|der|die|dies|sie|het|dit|dat|deze)(?:'s| (?!\w*model))")


@rule("openness.family", Predicate.OPENNESS, "label")
def family(scene: Scene) -> Drafts:
    """A name, and what it is a family of: "the Olmo 3 family of open-source models"."""
    for mark, value in labels_of(scene):
        name = scene.before(mark.start, artifact)
        if name is None or head_end(scene, mark) is None:
            continue
        if _FAMILY_OF.fullmatch(scene.level, name.end, mark.start):
            yield labelled(scene, name, value, mark, sign_of(scene, mark))


_FAMILY_OF: Final = lazily(
    r"[ -](?:familie|family|series|serie|reihe|reeks|suite|line|lineup|collection) (?:of|von|van) (?:[\w-]+ ){0,2}"
)


@rule("openness.first", Predicate.OPENNESS, "label")
def first(scene: Scene) -> Drafts:
    """Say of GPT-2 what "its first open model since GPT-2" implies."""
    for mark, value in labels_of(scene):
        end = head_end(scene, mark)
        if end is None or not _FIRST.search(scene.level, max(scene.start, mark.start - 24), mark.start):
            continue
        for name in follows(scene, end, artifact, 3):
            if scene.lead(name) == "since":
                yield labelled(scene, name, value, mark)


_FIRST: Final = lazily(r"\b(?:first|erste[srn]?|eerste)\b")


@rule("openness.lead", Predicate.OPENNESS, "label")
def lead(scene: Scene) -> Drafts:
    """A line of a list that begins with the label: "Fully open weights: …" says it of what the list is about."""
    if not listed(scene) or scene.block.kind != "list":
        return
    for mark, value in labels_of(scene):
        if value in {"permissive", "restricted"} or scene.words_between(scene.start, mark.start) > 1:
            continue
        if mark.value == "open" and head_end(scene, mark) is None and not scene.has(mark.end, mark.end + 18, "release"):
            continue
        if _ALONE.match(scene.level, mark.end) and not scene.names_in(
            scene.start, min(mark.end + 30, scene.clause(mark.start).end), anything
        ):
            yield from (labelled(scene, name, value, mark, sign_of(scene, mark)) for name in scene.topic[:2])


_ALONE: Final = lazily(
    r"\W*$|\s*[:.,;(–—-](?!\w)| (?:under|unter|onder|with|mit|met|statt|instead|anstelle|over|not|nicht|niet"
    r"|in plaats|and|und|en|seit|since|sinds)\b|[ -](?:[\w-]+ )?(?:[\w-]*model(?:l|le|len|s)?|llms?|licen[cs]e"
    r"|lizenz|licentie|weights?|gewichten?|variante?|strategie|strategy|ansatz|approach|aanpak|release"
    r"|veröffentlichung|version|versie)(?=\W*$|\s*[:.,;(–—]| (?:for|für|voor|with|mit|met|from|von|van|by|under"
    r"|unter|onder|seit|since|sinds|and|und|en)\b)"
)
"""What may follow a label that begins a line: nothing, or what it is the label of; else a sentence begins with it."""


@rule("openness.party", Predicate.OPENNESS, "label")
def by_party(scene: Scene) -> Drafts:
    """What kind of models an organisation has, in general: "OpenAI, with its proprietary models"."""
    for mark, value in labels_of(scene):
        if mark.value in {"permissive", "restricted"} or _instances(scene, mark.end) or scene.asks:
            continue
        part = scene.clause(mark.start)
        end = head_end(scene, mark) or mark.end
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
    taken_back,
    family,
    first,
    lead,
    by_party,
)
