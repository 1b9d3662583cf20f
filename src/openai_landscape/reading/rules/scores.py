"""What is reached in a benchmark, and what another reaches: "81.2 percent against 74.6 for Bar-70B"."""

from __future__ import annotations

from typing import Final

import attrs

from openai_landscape.entities import Predicate
from openai_landscape.reading._kinds import artifact
from openai_landscape.reading._names import Name
from openai_landscape.reading._numbers import Number
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import goes_on


@rule("compare.scores", Predicate.COMPARES_TO, "+number")
def scores(scene: Scene) -> Drafts:
    """One thing's score, and after "against" or "compared with" another's: who has more is the better one."""
    for one, other in zip(scene.numbers, scene.numbers[1:], strict=False):
        if (
            not _AGAINST.fullmatch(scene.level, _stop(one), other.start)
            or one.unit not in _SCORED
            or other.unit not in _SCORED
        ):
            continue
        rival = scene.after(other.end, artifact)
        if rival is None or not _OF.fullmatch(scene.level, _stop(other), rival.start):
            continue
        before = scene.names_in(
            scene.start,
            one.start,
            lambda n: artifact(n) and scene.lead(n) not in {"than", "since", "source"},
        )
        subjects = before[-1:] or (scene.topic[:1] if goes_on(scene, one.start) else ())
        for subject in subjects:
            if subject.key != rival.key and one.value != other.value:
                begin, end = reach((one.start, other.end), at(rival), *([at(subject)] if before else []))
                relation = "better" if one.value > other.value else "worse"
                yield Draft(
                    Predicate.COMPARES_TO, subject, rival, begin, end, one.start, "affirmed", (("relation", relation),)
                )


def _stop(number: Number) -> int:
    """Return where the figure itself ends: the word after it is no unit of its."""
    return number.end if number.unit else number.end - len(number.noun) - bool(number.noun)


_SCORED: Final = frozenset({"", "percent", "points"})
_AGAINST: Final = lazily(
    r"[\W\w]{0,48}?\W(?:gegenüber|gegen|im vergleich zu|verglichen mit|statt|versus|vs\.?|compared (?:to|with)"
    r"|against|tegenover|tegen|vergeleken met|in vergelijking met)(?: (?:just|only|nur|slechts|the))? "
)
_OF: Final = lazily(
    r"[%]?(?: (?:prozent|percent|procent|punkten?|points?|punten))? ?"
    r"(?:\(|(?:von|für|bei|for|by|van|voor|from|with|of) )"
    r"(?:the |das |dem |der |het |de )?"
)


@rule("count.scored", Predicate.COUNTS, "+number")
def scored(scene: Scene) -> Drafts:
    """What a thing reaches in a benchmark: "achieved 81.2 percent on MMLU", "erreicht 85,2 % im SWE-Bench"."""
    for number in scene.numbers:
        if number.unit not in _SCORED or number.comparator != "eq" or not _in_a_test(scene, number):
            continue
        if not number.unit and number.value in _YEARS:
            continue
        things = scene.names_in(scene.start, number.start, lambda name: _takes_part(scene, name))
        subject = things[-1] if things else _led_in(scene, number)
        if subject is None and goes_on(scene, number.start):
            subject = scene.topic[0]
        if subject is None or any(subject.end <= mark.start < number.start for mark in scene.of("compare")):
            continue
        begin, end = reach((number.start, number.end), *([at(subject)] if subject.start >= scene.start else []))
        quantity = attrs.evolve(number, unit=number.unit or "points").to_quantity()
        yield Draft(Predicate.COUNTS, subject, quantity, begin, end, number.start, "affirmed")


def _takes_part(scene: Scene, name: Name) -> bool:
    beaten = scene.has(name.end - len(name.mention) - 24, name.start, "compare")
    return artifact(name) and not beaten and scene.lead(name) not in {"than", "since", "source", "against", "to"}


def _led_in(scene: Scene, number: Number) -> Name | None:
    """Return what a sentence is about that begins with the figure: "With 81.2% on MMLU, Foo-7B leads"."""
    if _WITH.fullmatch(scene.level, scene.start, number.start) is None:
        return None
    return scene.after(number.end, lambda name: artifact(name) and scene.lead(name) == "")


def _in_a_test(scene: Scene, number: Number) -> bool:
    """Whether the figure is one that is reached, and stands beside the name of a test."""
    part = scene.clause(number.start)
    reached = _REACHED.search(scene.level, scene.start, number.start) or _WITH.fullmatch(
        scene.level, scene.start, number.start
    )
    if (
        reached is None
        or _CHANGED.search(scene.level, part.start, number.start)
        or _SHARE.match(scene.level, number.end)
    ):
        return False
    return (
        _TEST_AFTER.match(scene.text, _stop(number)) is not None
        or _TEST_BEFORE.search(scene.text, scene.start, number.start) is not None
    )


_REACHED: Final = lazily(
    r"\b(?:achiev\w+|scor\w+|reach\w+|hits?|attain\w*|posts?|posted|gets|got|managed|erreich\w+|erziel\w+|schaff\w+"
    r"|kommt|kam|liegt|scoor\w+|gescoord|haalt|haalde|halen|behaal\w+|behaald|bereik\w+|score[sn]?|punktzahl|wert)\b"
)
_YEARS: Final = range(1990, 2100)
"""What a bare figure of that size is, "AIME 2025", and no score."""
_WITH: Final = lazily(r"\W*(?:with|mit|met) (?:[\w-]+ ){0,3}")
_CHANGED: Final = lazily(r"\b(?:by|um|met|if|wenn|als ze|could|könnte|zou) (?:[\w-]+ ){0,2}$|\b(?:could|könnte|zou)\b")
_SHARE: Final = lazily(
    r" ?%?(?: (?:prozent|percent|procent|punkte|punkt|points?|punten|punt))? (?:achter|vóór|hinter|vor|behind|ahead"
    r"|der|of|van|aller|cheaper|günstiger|goedkoper|faster|schneller|sneller"
    r"|more|less|mehr|weniger|meer|minder|lower|higher|better|besser|beter)\b"
)
_TEST: Final = (
    r"(?:(?!(?:API|GPU|CPU|EU|USA|CEO|GB|TB|LLM|AI|KI)\b)[A-Z][A-Z\d]{2,}[\w.-]*|[\w-]*[Bb]ench(?:mark\w*)?\b"
    r"|[\w-]*[Aa]rena\b"
    r"|[\w-]*-(?:[Bb]enchmark|[Tt]est)\w*|[Ll]eaderboard|HumanEval)"
)
_TEST_AFTER: Final = lazily(
    r" ?%?(?: (?:Prozent|percent|procent|Punkte[n]?|points|punten))?(?: (?:score|accuracy|Genauigkeit|nauwkeurigheid))?"
    r" (?:on|in|auf|im|in|bei|beim|op|bij|at|for|voor|für)(?: (?:the|dem|der|den|das|de|het))?(?: [\w.-]+){0,3}? "
    + _TEST
)
_TEST_BEFORE: Final = lazily(
    rf"\b(?:[Oo]n|[Ii]n|[Ii]m|[Aa]uf|[Bb]eim?|[Oo]p|[Bb]ij)(?: [\w-]+){{0,2}}? {_TEST}[^.;:]{{0,80}}$"
)

RULES: Final = (scores, scored)
