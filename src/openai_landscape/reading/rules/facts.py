"""Facts of a thing: how large it is and how it is built."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import anything, artifact, organization
from openai_landscape.reading._numbers import Number
from openai_landscape.reading._phrases import CONTINUED
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, members, owner

_KINDS: Final = frozenset({"", "models", "versions"})
_SIZES: Final = frozenset({"parameters", "active_parameters", "tokens"})


@rule("size.stated", Predicate.HAS_SIZE, "+number")
def size(scene: Scene) -> Drafts:
    """How many parameters a model has, or how many tokens it reads or was trained on."""
    before: Number | None = None
    sizes: list[tuple[Number, str]] = []
    for number in scene.numbers:
        unit = _size_unit(scene, number, before) or _listed_with(scene, number)
        if unit is not None:
            before = number
            sizes.append((number, unit))
    for index, (number, unit) in enumerate(sizes):
        subjects = _sized(scene, number)
        if len(subjects) == len(sizes) > 1:
            subjects = subjects[index : index + 1]
        for subject in subjects:
            begin, end = number.start, number.end
            beside = unit != "active_parameters" or scene.clause(subject.start) == scene.clause(begin)
            if scene.start <= subject.start < scene.end and beside:
                begin, end = reach((begin, end), at(subject))
            yield Draft(Predicate.HAS_SIZE, subject, number.to_quantity(unit), begin, end, number.start, "affirmed")


def _listed_with(scene: Scene, number: Number) -> str | None:
    """Return the unit that the last of an enumeration has: "0.8 billion, 1 billion and 4 billion parameters"."""
    if number.unit or number.value < _HUNDRED_MILLION:
        return None
    at = number.end - len(number.noun)
    for other in scene.numbers:
        if other.start > number.start:
            if not _AND_ALSO.fullmatch(scene.level, at, other.at):
                return None
            if other.unit == "parameters":
                return "parameters"
            at = other.end - len(other.noun)
    return None


_HUNDRED_MILLION: Final = 100_000_000
_AND_ALSO: Final = lazily(r"\s*(?:,|,? (?:and|und|en|or|oder|of|sowie))\s*(?:(?:mit|met|with) )?")


def _size_unit(scene: Scene, number: Number, before: Number | None) -> str | None:
    part = scene.clause(number.start)
    near = (max(part.start, number.start - 40), min(scene.end, number.end + 60))
    if _OF_A_PART.match(scene.level, number.at):
        return None
    if number.unit == "parameters":
        if _IN_ALL.search(scene.level, number.at, number.end):
            return "parameters"
        active = scene.has(max(part.start, number.start - 22), min(part.end, number.end + 22), "size_active")
        alone = _ACTIVATED.match(scene.level, number.end) is not None
        return "active_parameters" if alone or (active and before is not None) else "parameters"
    if number.unit == "active_parameters":
        return number.unit
    if number.unit == "tokens":
        return _token_unit(scene, number, part.start, part.end)
    if number.unit in _KINDS and _SHORT_SIZE.match(scene.level, number.at) and _sized_so(scene, number):
        return "parameters"
    if before is not None and number.value >= 1_000_000 and number.unit == "" and scene.has(*near, "size_active"):
        return "active_parameters"
    bare = number.end - len(number.noun) - bool(number.noun)
    if number.value >= _HUNDRED_MILLION and number.unit == "" and _ACTIVE.match(scene.level, bare):
        return "active_parameters"
    if number.unit == "" and not number.bare:
        return _unnamed(scene, number, before, part)
    return None


_OF_A_PART: Final = lazily(
    r"[\d.,]+[ -]?[mb]?(?:illi\w+)?[ -]parameters?[ -][\w-]*(?:(?:en|de)-?coder|adapter|head|kopf|tokenizer|router)\b"
)
"""The size of a part of a thing, and not of the whole: "a 400M-parameter vision encoder"."""
_IN_ALL: Final = lazily(r"\b(?:total|overall|gesamt|insgesamt|totale)\b")
_ACTIVATED: Final = lazily(
    r" (?:(?:parametern?|parameters?) )?(?:(?:pro|je|per|for each) [\w-]+ )?(?:aktiviert|aktiv|activated|active"
    r"|activeert|actief)\b"
)
_ACTIVE: Final = lazily(r" (?:(?:gleichzeitig|tegelijk|at a time|davon|ervan|of them) )?(?:aktiv|actief|active)\b")


def _unnamed(scene: Scene, number: Number, before: Number | None, part: Clause) -> str | None:
    """Return the unit of a number that has none beside it: "a 128K context", "parameter count of 7 billion"."""
    if _COUNT_OF.search(scene.level, part.start, number.start):
        return "parameters"
    for mark in scene.within(scene.start, number.start, "unit"):
        if mark.value in _COUNTED and _LABELLED.fullmatch(scene.level, mark.end, number.start):
            return mark.value
    if _SHORT_SIZE.match(scene.level, number.at) and _sized_so(scene, number):
        return "parameters"
    if scene.has(number.end - len(number.noun), min(scene.end, number.end + 16), "size_context"):
        return "context_tokens"
    if before is not None and before.unit == "tokens" and scene.of("size_context"):
        return "context_tokens"
    return "context_tokens" if before is None and _close(scene, number, "size_context", 30) else None


def _sized_so(scene: Scene, number: Number) -> bool:
    """Whether a short size is one of models: "a 70B model", "(3B/8B/14B)", "sizes: 3B, 8B"."""
    end = _SHORT_SIZE.match(scene.level, number.at)
    if end is None:
        return False
    more = _MORE_SIZES.match(scene.level, end.end())
    if _SIZED_NOUN.match(scene.level, more.end() if more is not None else end.end()):
        return _LIKE.search(scene.level, max(scene.start, number.at - 28), number.at) is None
    opened = _OPENS_SIZES.search(scene.level, max(scene.start, number.at - 40), number.at)
    return opened is not None and _CLOSES_SIZES.match(scene.level, end.end()) is not None


_SHORT_SIZE: Final = lazily(r"\d{1,4}(?:[.,]\d)?b(?!\w)")
_MORE_SIZES: Final = lazily(r"(?:(?:,| and| und| en| or| oder| of| &|/) ?\d{1,4}(?:[.,]\d)?b)+")
_LIKE: Final = lazily(
    r"\b(?:aus einem|from an?|uit een|wie|als|than|like|as|zoals|dan|(?:aus|von) dem (?:\w*größeren |\w*kleineren )?"
    r"|from (?:the |its )?(?:larger|bigger|smaller|original)|(?:uit|van) het (?:grotere|kleinere|originele)) $"
)
_SIZED_NOUN: Final = lazily(
    r"[ -](?:[\"„“]?[\w-]+[\"”“]? )?(?:model(?:l|le|ls|len|s)?|variante?[ns]?|variants?|versions?|versionen|versie[s]?"
    r"|checkpoints?|flagship|weights|sizes|größen|formaten|maten)\b"
)
_OPENS_SIZES: Final = lazily(
    r"(?:\(|: |sizes |größen |formaten |maten )(?:\d{1,4}(?:[.,]\d)?b[ ,/&]*(?:und |and |en )?)*$"
)
_CLOSES_SIZES: Final = lazily(
    r"(?: (?:moe|dense|total|gesamt|totaal))?(?: ?[,/&] ?| und | and | en | with | mit | met |\)|\W*$)"
)
_COUNTED: Final = frozenset({"parameters", "active_parameters"})
_LABELLED: Final = lazily(r"(?: (?:per|pro|je) [\w-]+| \([\w ]{2,12}\))? ?[:=] ?(?:ca\. )?")
"""Between what is counted and how many there are, in a line of facts: "Active parameters per token: 37 billion"."""
_COUNT_OF: Final = lazily(
    r"(?:parameter(?:zahl|anzahl)|\w*(?:zahl|anzahl|menge) (?:der|an) parametern?|number of parameters|parameter count"
    r"|aantal parameters|parameteraantal)\b"
    r"(?:[^.,;:]|z\. ?b\.|ca\.|e\.g\.|bijv\.){0,40}$"
)


def _token_unit(scene: Scene, number: Number, start: int, end: int) -> str | None:
    if scene.has(start, end, "per_token"):
        return None
    context = _distance(scene, number, "size_context", start, end)
    training = _distance(scene, number, "size_training", start, end)
    if training is not None and number.value >= 10**9 and (context is None or training <= context):
        return "training_tokens"
    if number.value > 20_000_000:
        return None
    if context is not None or scene.of("size_context"):
        return "context_tokens"
    reads = number.value >= 1000 and scene.has(start, end, "size_reads") and training is None
    return "context_tokens" if reads else None


def _distance(scene: Scene, number: Number, kind: str, start: int, end: int) -> int | None:
    """Return how far from *number* the nearest mark of *kind* stands, None where there is none."""
    marks = scene.within(start, end, kind)
    return min((max(mark.start - number.end, number.start - mark.end, 0) for mark in marks), default=None)


def _close(scene: Scene, number: Number, kind: str, chars: int) -> bool:
    part = scene.clause(number.start)
    return scene.has(max(part.start, number.start - chars), min(part.end, number.end + chars), kind) or scene.has(
        max(scene.start, number.start - chars), min(scene.end, number.end + chars), kind
    )


def _sized(scene: Scene, number: Number) -> Filled:
    """Return whose size it is: the thing that the clause is about, never one that is only compared with."""
    part = scene.clause(number.start)
    others = _OTHERS.search(scene.level, max(part.start, number.start - 30), number.start) is not None
    if others and not _CONSISTS.search(scene.level, part.start, number.start):
        return ()
    if beside := _beside(scene, number, part):
        return beside
    if _attributive(scene, number):
        noun = _MODEL_NOUN.match(scene.level, number.end)
        apposed = scene.after(noun.end(), artifact) if noun else None
        if apposed is not None and noun is not None and apposed.start - noun.end() <= 2:
            return members(scene, apposed, artifact)
        return _defined(scene, part.start, number)
    if (
        scene.topic
        and CONTINUED.match(scene.level, scene.start)
        and not scene.names_in(scene.start, number.start, artifact)
    ):
        return scene.topic[:1]
    return _owning(scene, number, part)


def _owning(scene: Scene, number: Number, part: Clause) -> Filled:
    """Return what the clause says has it, or is about."""
    found = _having(scene, part, number) or owner(scene, number.start, artifact, topic=False)
    if (
        found
        and found[0].start > number.end
        and (found[0].possessive or scene.words_between(number.end, found[0].start) > 6)
    ):
        found = ()
    if found and scene.topic and scene.lead(found[0]) == "base" and not part.start <= found[0].start < part.end:
        return scene.topic[:1]
    if found := found or _after_clause(scene, part):
        return found
    if scene.block.kind == "list" or scene.has(scene.start, scene.end, "pronoun", "own_word"):
        return scene.topic[:1]
    if scene.topic and (_headless(scene, number) or _of_context(scene, part)):
        return scene.topic[:1]
    return () if _of_context(scene, part) else owner(scene, number.start, organization, topic=False)[:1]


def _beside(scene: Scene, number: Number, part: Clause) -> Filled:
    """Return what stands right beside its size: "115 million parameters (Foo-1)", "Foo-2's 70B model"."""
    after = scene.after(number.end, artifact)
    if after is not None and after.start == number.end + 2 and scene.level.startswith(" (", number.end):
        return (after,)
    held = scene.before(number.start, artifact, part.start)
    near = held is not None and held.possessive and scene.words_between(held.end, number.start) <= 1
    return (held,) if held is not None and near else ()


def _after_clause(scene: Scene, part: Clause) -> Filled:
    """Return what the sentence goes on about after its size: "With 7 billion parameters, Foo …", or "…, it …"."""
    following = scene.names_in(part.end, scene.end, lambda n: artifact(n) and scene.lead(n) not in {"than", "base"})[:1]
    if following and scene.topic and scene.has(part.end, following[0].start, "pronoun"):
        return scene.topic[:1]
    return following


def _of_context(scene: Scene, part: Clause) -> bool:
    """Whether a context window is spoken of, which a model has and never a house."""
    return scene.has(part.start, part.end, "size_context")


def _having(scene: Scene, part: Clause, number: Number) -> Filled:
    """Return what has it where a source stands first: "Laut X zählt Foo 7 Milliarden Parameter"."""
    if not scene.has(part.start, number.start, "source"):
        return ()
    named = scene.names_in(part.start, number.start, artifact)
    verbs = scene.within(part.start, number.start, "possesses", "reached", "copula")
    after = [name for name in named if verbs and verbs[0].end <= name.start]
    return members(scene, after[-1], artifact) if after and not scene.has(part.start, number.start, "compare") else ()


def _headless(scene: Scene, number: Number) -> bool:
    """Whether the sentence names nobody and is about a size: a fragment, or "The context window spans …"."""
    if scene.names_in(scene.start, scene.end, lambda name: anything(name) or name.kind == "person"):
        return False
    before = scene.level[scene.start : number.start]
    return len(before.strip()) <= 6 or _SIZE_FIRST.match(before) is not None or _VARIANT.match(before) is not None


_SIZE_FIRST: Final = lazily(
    r"\W*(?:das|die|the|its|de|het|sein|ihr)? ?(?:kontext|context|parameter|zahl der|anzahl der|number of|aantal)"
)
_VARIANT: Final = lazily(
    r"\W*(?:die|das|the|de|het) (?:große|kleine|größere|kleinere|größte|kleinste|large|small|larger|smaller|largest"
    r"|smallest|grote|kleine|grotere|kleinere|grootste|kleinste) "
    r"(?:variante?|version|versie|fassung|modell?|checkpoint)\b"
)


def _attributive(scene: Scene, number: Number) -> bool:
    """Whether the number only describes a model that follows: "the 13B-parameter model"."""
    if _MODEL_NOUN.match(scene.level, number.end) is not None:
        return True
    size = _SHORT_SIZE.match(scene.level, number.at)
    return size is not None and _SIZED_NOUN.match(scene.level, size.end()) is not None


_CONSISTS: Final = lazily(
    r"\b(?:besteht aus|bestehen aus|umfasst|umfassen|bestaat uit|omvat|omvatten|consists of|comprises|includes"
    r"|included|comes in|kommt in|komt in|family of|familie von|familie van|reihe von|reeks van|series of)\b"
)
_OTHERS: Final = lazily(r"(?:modelle[n]?|modellen|models) (?:(?:mit|met|with|von|of|van) )?$")
_MODEL_NOUN: Final = lazily(
    r"[ -](?:large )?(?:sprach|language |taal)?model(?:l|le|ls|s|len|en)?\b|[ -](?:llm|variante?|version)\b"
)


def _defined(scene: Scene, start: int, number: Number) -> Filled:
    """Return what is said to be, or to have, such a model: "Foo is a 7-billion-parameter model"."""
    if scene.level.startswith(":", start):
        start = scene.clause(start - 1).start
    found = scene.names_in(start, number.start, anything)
    if found and _CONSISTS.search(scene.level, found[-1].end, number.start):
        return members(scene, found[-1], anything)
    if found and scene.has(
        found[-1].end, number.start, "copula", "possesses", "whole_verb", "release", "develop", "agent_word"
    ):
        return members(scene, found[-1], anything)
    apposed = scene.before(start, artifact) if _APPOSED.match(scene.level, start) else None
    if apposed is not None and apposed.end == start:
        return (apposed,)
    return _topical(scene)


_APPOSED: Final = lazily(r", (?:an?|eine?|een) ")


def _topical(scene: Scene) -> Filled:
    if (
        scene.block.kind == "list"
        and scene.names
        and scene.names[0].start - scene.start <= 6
        and artifact(scene.names[0])
    ):
        return scene.names[:1]
    return (
        scene.topic[:1]
        if scene.has(scene.start, scene.end, "np_org", "pronoun", "own_word") or scene.block.kind == "list"
        else ()
    )


@rule("architecture.named", Predicate.ARCHITECTURE, "architecture")
def architecture(scene: Scene) -> Drafts:
    """A model is built in a named way."""
    for mark in scene.of("architecture"):
        part = scene.clause(mark.start)
        if scene.has(part.start, mark.start, "away", "negation") or any(
            n.start <= mark.start < n.end for n in scene.names
        ):
            continue
        if part.opening == "relative" and _OF_OTHERS.search(scene.level, scene.start, part.start):
            continue
        subjects = tuple(
            name
            for name in owner(scene, mark.start, artifact)
            if not scene.has(mark.end, name.start, "release", "develop")
        )
        if not subjects and scene.has(scene.start, scene.end, "pronoun", "np_model"):
            subjects = scene.topic[:1]
        subjects = subjects or tuple(
            name
            for name in scene.names_in(part.end, scene.end, lambda n: artifact(n) and scene.lead(n) == "")[:1]
            if not scene.has(mark.end, name.start, "release", "develop")
        )
        for subject in subjects[:3]:
            begin, end = reach(
                (part.start, part.end),
                at(subject) if scene.start <= subject.start < scene.end else (part.start, part.end),
            )
            yield Draft(Predicate.ARCHITECTURE, subject, mark.value, begin, end, mark.start, "affirmed")


_OF_OTHERS: Final = lazily(
    r"\b(?:konkurrierenden?|andere[nr]?|einigen|vielen|other|some|many|competing|rival|andere|sommige|veel) "
    r"(?:[\w-]+ )?(?:modelle|modellen|models)$"
)
"""What a relative clause is about that is about models without a name: "some rivals' models, which use …"."""

RULES: Final = (size, architecture)
