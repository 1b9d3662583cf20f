"""Set side by side by their scores: "81.2 percent against 74.6 for Bar-70B"."""

from __future__ import annotations

import re
from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._kinds import artifact
from openai_landscape.reading._numbers import Number
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
_AGAINST: Final = re.compile(
    r"[\W\w]{0,48}?\W(?:gegenüber|gegen|im vergleich zu|verglichen mit|statt|versus|vs\.?|compared (?:to|with)"
    r"|against|tegenover|tegen|vergeleken met|in vergelijking met)(?: (?:just|only|nur|slechts|the))? "
)
_OF: Final = re.compile(
    r"[%]?(?: (?:prozent|percent|procent|punkten?|points?|punten))? ?"
    r"(?:\(|(?:von|für|bei|for|by|van|voor|from|with|of) )"
    r"(?:the |das |dem |der |het |de )?"
)

RULES: Final = (scores,)
