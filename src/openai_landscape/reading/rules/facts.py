"""Facts of a thing: size, architecture, what of it is public, counts, money."""

from __future__ import annotations

import re
from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.quantities import Quantity
from openai_landscape.reading._names import Name
from openai_landscape.reading._numbers import Number
from openai_landscape.reading._scene import Scene, anything, artifact, organization
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, actor, members, owner
from openai_landscape.reading.rules.caps import sized_party

_SIZES: Final = frozenset({"parameters", "active_parameters", "tokens"})


@rule("size.stated", Predicate.HAS_SIZE, "")
def size(scene: Scene) -> Drafts:
    """How many parameters a model has, or how many tokens it reads or was trained on."""
    before: Number | None = None
    sizes: list[tuple[Number, str]] = []
    for number in scene.numbers:
        unit = _size_unit(scene, number, before)
        if unit is not None:
            before = number
            sizes.append((number, unit))
    for index, (number, unit) in enumerate(sizes):
        subjects = _sized(scene, number)
        if len(subjects) == len(sizes) > 1:
            subjects = subjects[index : index + 1]
        for subject in subjects:
            begin, end = number.start, number.end
            if scene.start <= subject.start < scene.end:
                begin, end = reach((begin, end), at(subject))
            yield Draft(Predicate.HAS_SIZE, subject, number.to_quantity(unit), begin, end, number.start, "affirmed")


def _size_unit(scene: Scene, number: Number, before: Number | None) -> str | None:
    part = scene.clause(number.start)
    near = (max(part.start, number.start - 40), min(scene.end, number.end + 60))
    if number.unit == "parameters":
        active = scene.has(max(part.start, number.start - 22), min(part.end, number.end + 22), "size_active")
        return "active_parameters" if active and before is not None else "parameters"
    if number.unit == "active_parameters":
        return number.unit
    if number.unit == "tokens":
        return _token_unit(scene, number, part.start, part.end)
    if before is not None and number.value >= 1_000_000 and number.unit == "" and scene.has(*near, "size_active"):
        return "active_parameters"
    if (
        before is not None
        and before.unit == "tokens"
        and number.unit == ""
        and not number.bare
        and scene.of("size_context")
    ):
        return "context_tokens"
    if before is None and number.unit == "" and not number.bare and _close(scene, number, "size_context", 30):
        return "context_tokens"
    return None


def _token_unit(scene: Scene, number: Number, start: int, end: int) -> str | None:
    if scene.has(start, end, "per_token"):
        return None
    if scene.has(start, end, "size_context") or (
        scene.has(scene.start, scene.end, "size_context") and number.value <= 20_000_000
    ):
        return "context_tokens"
    if scene.has(start, end, "size_training") and number.value >= 10**9:
        return "training_tokens"
    return None


def _close(scene: Scene, number: Number, kind: str, chars: int) -> bool:
    part = scene.clause(number.start)
    return scene.has(max(part.start, number.start - chars), min(part.end, number.end + chars), kind) or scene.has(
        max(scene.start, number.start - chars), min(scene.end, number.end + chars), kind
    )


def _sized(scene: Scene, number: Number) -> Filled:
    """Return whose size it is: the thing that the clause is about, never one that is only compared with."""
    part = scene.clause(number.start)
    if _OTHERS.search(scene.level, max(part.start, number.start - 30), number.start):
        return ()
    if _attributive(scene, number):
        noun = _MODEL_NOUN.match(scene.level, number.end)
        apposed = scene.after(noun.end(), artifact) if noun else None
        if apposed is not None and noun is not None and apposed.start - noun.end() <= 2:
            return members(scene, apposed, artifact)
        return _defined(scene, part.start, number)
    found = owner(scene, number.start, artifact, topic=False)
    if (
        found
        and found[0].start > number.end
        and (found[0].possessive or scene.words_between(number.end, found[0].start) > 6)
    ):
        found = ()
    found = found or scene.names_in(part.end, scene.end, artifact)[:1]
    if found:
        return found
    if scene.block.kind == "list" or scene.has(scene.start, scene.end, "pronoun", "own_word"):
        return scene.topic[:1]
    return owner(scene, number.start, organization, topic=False)[:1]


def _attributive(scene: Scene, number: Number) -> bool:
    """Whether the number only describes a model that follows: "the 13B-parameter model"."""
    return _MODEL_NOUN.match(scene.level, number.end) is not None


_OTHERS: Final = re.compile(r"(?:modelle[n]?|modellen|models) (?:(?:mit|met|with|von|of|van) )?$")
_MODEL_NOUN: Final = re.compile(
    r"[ -](?:large )?(?:sprach|language |taal)?model(?:l|le|ls|s|len|en)?\b|[ -](?:llm|variante?|version)\b"
)


def _defined(scene: Scene, start: int, number: Number) -> Filled:
    """Return what is said to be, or to have, such a model: "Foo is a 7-billion-parameter model"."""
    found = scene.names_in(start, number.start, anything)
    if found and scene.has(
        found[-1].end, number.start, "copula", "possesses", "whole_verb", "release", "develop", "agent_word"
    ):
        return members(scene, found[-1], anything)
    return _topical(scene)


def _topical(scene: Scene) -> Filled:
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
        subjects = owner(scene, mark.start, artifact)
        if not subjects and scene.has(scene.start, scene.end, "pronoun", "np_model"):
            subjects = scene.topic[:1]
        for subject in subjects[:3]:
            begin, end = reach(
                (part.start, part.end),
                at(subject) if scene.start <= subject.start < scene.end else (part.start, part.end),
            )
            yield Draft(Predicate.ARCHITECTURE, subject, mark.value, begin, end, mark.start, "affirmed")


_COUNTED: Final = frozenset(
    "users customers monthly_active_users daily_active_users downloads tools applications GPUs GB employees "
    "developers companies versions experts".split()
)


@rule("count.stated", Predicate.COUNTS, "")
def counts(scene: Scene) -> Drafts:
    """Any other number of the landscape: users, downloads, tools, processors."""
    for number in scene.numbers:
        if number.unit not in _COUNTED or scene.of("special_licence", "np_licence"):
            continue
        if sized_party(scene, number.start):
            continue
        subject = _counted(scene, number)
        if subject is not None:
            begin, end = reach((number.start, number.end), at(subject))
            yield Draft(Predicate.COUNTS, subject, number.to_quantity(), begin, end, number.start, "affirmed")


def _counted(scene: Scene, number: Number) -> Name | None:
    part = scene.clause(number.start)
    owners = [
        n
        for n in scene.names_in(part.start, part.end, anything)
        if scene.lead(n) not in {"than", "since", "against"} and not (scene.lead(n) == "agent" and organization(n))
    ]
    before = [name for name in owners if name.end <= number.start]
    if before:
        return before[-1]
    if number.unit in {"tools", "applications"} and _TECHNICAL.search(number.noun.lower()):
        return Name(number.end - len(number.noun), number.end, "product", number.noun)
    if not owners and number.unit in {"GB", "GPUs"}:
        owners = list(owner(scene, number.start, artifact, topic=False)[:1])
    return owners[0] if owners and number.unit not in {"tools", "applications"} else None


_TECHNICAL: Final = re.compile(r"ki|ai|martech|software|open|app|llm|model")


@rule("cost.saved", Predicate.SAVES, "save")
def saves(scene: Scene) -> Drafts:
    """Cost saved, as a share or an amount."""
    for number in scene.numbers:
        part = scene.clause(number.start)
        if number.unit not in {"percent", "USD", "EUR", "GBP"} or not scene.has(part.start, part.end, "save_cost"):
            continue
        cut = scene.has(part.start, part.end, "save_cut") and number.unit == "percent"
        training = scene.has(part.start, part.end, "training_cost") and number.unit != "percent"
        subjects = owner(scene, number.start, anything) if cut or training else ()
        for subject in subjects[:1]:
            begin, end = reach(
                (part.start, part.end),
                at(subject) if scene.start <= subject.start < scene.end else (part.start, part.end),
            )
            yield Draft(Predicate.SAVES, subject, number.to_quantity(), begin, end, number.start, "affirmed")


@rule("money.invested", Predicate.INVESTS, "invest")
def invests(scene: Scene) -> Drafts:
    """Somebody puts money or effort into something."""
    for mark in scene.of("invest"):
        part = scene.clause(mark.start)
        subjects = tuple(n for n in actor(scene, mark.end, anything) if part.start <= n.start < part.end)
        thing = _topic(scene, mark)
        if not subjects or thing is None:
            continue
        for subject in subjects:
            begin, end = reach((part.start, part.end), at(subject))
            yield Draft(Predicate.INVESTS, subject, thing, begin, end, mark.start)


_INTO: Final = re.compile(
    r"\b(?:in|into)\s+(?:(?:die|das|den|der|dem|ihre?|seine?|de|het|hun|zijn|the|its|their|eigene?n?"
    r"|neue?n?)\s+)*(?P<topic>[\w-]+(?: (?:von|van|of|für|voor|for|und|en|and) [\w-]+| [\w-]*(?:forschung"
    r"|onderzoek|research|development))?)"
)


def _topic(scene: Scene, mark: Mark) -> Quantity | Name | str | None:
    part = scene.clause(mark.start)
    money = [n for n in scene.numbers if part.start <= n.start < part.end and n.unit in {"USD", "EUR", "GBP"}]
    if money:
        return money[0].to_quantity()
    match = _INTO.search(scene.level, part.start, part.end)
    if match is None or match["topic"].isdigit() or match["topic"][:4] in {"den ", "dies"}:
        return None
    named = scene.names_in(match.start("topic"), match.end("topic") + 1, anything)
    return named[0] if named else scene.text[match.start("topic") : match.end("topic")]


RULES: Final = (size, architecture, counts, saves, invests)
