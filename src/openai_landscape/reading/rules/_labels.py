"""Labels of openness in a sentence: which there are, what each is the label of, and whether it is denied beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, at, reach

_HEADS: Final = ("label_head", "noun_model", "noun_org", "np_model")


@lru_cache(maxsize=1)  # a dozen rules ask in turn for the labels of one sentence
def labels_of(scene: Scene) -> tuple[tuple[Mark, str], ...]:
    """Return the labels of the sentence with the value each has in a claim; "open" alone counts before a noun only."""
    found = [(mark, "open_source" if mark.value == "open" else mark.value) for mark in scene.of("label")]
    return tuple(
        (mark, value)
        for mark, value in found
        if not within_other(scene, mark)
        and not _lessened(scene, mark)
        and not _so_called(scene, mark)
        and not _as_a_word(scene, mark)
    )


def _as_a_word(scene: Scene, mark: Mark) -> bool:
    """Whether the label is only a word that is spoken of, or half of a comparison: the term "open", "as open as"."""
    if _TERM.search(scene.level, max(scene.start, mark.start - 30), mark.start):
        return True
    if scene.level.endswith("er", mark.start, mark.end) and _THAN.match(scene.level, mark.end):
        return True
    return (
        _AS.search(scene.level, max(scene.start, mark.start - 9), mark.start) is not None
        and _LIKE.match(scene.level, mark.end) is not None
    )


_TERM: Final = lazily(
    r"\b(?:the (?:term|words?|phrase|label)|der (?:begriff|ausdruck)|den (?:begriff|ausdruck)|dem begriff"
    r"|die bezeichnung|de (?:term|benaming)|het (?:begrip|woord|label)|das (?:wort|etikett|label)) [\"„“‘'«»]{0,2}$"
)
_AS: Final = lazily(r"\b(?:as|so|even|net zo|ebenso|genauso) $")
_THAN: Final = lazily(r" (?:als|dan|than)\b")
_LIKE: Final = lazily(r" (?:as|wie|als)\b")


def _so_called(scene: Scene, mark: Mark) -> bool:
    """Whether the label stands in quotation marks of its own and nobody is said to use it: so-called "open source"."""
    quote = scene.quoted(mark.start)
    if quote is None or quote.end - quote.start > mark.end - mark.start + 1:
        return False
    if _IS.search(scene.level, max(scene.start, quote.start - 8), quote.start):
        return False
    return not scene.of("call", "speech", "as_label", "source")


_IS: Final = lazily(r"\b(?:is|are|ist|sind|zijn|was|were) [\"„“‘'«»]?$")


def _lessened(scene: Scene, mark: Mark) -> bool:
    """Whether a thing is only less so than something: "less restrictive" is no label."""
    less = _LESS.search(scene.level, max(scene.start, mark.start - 10), mark.start)
    if less is not None and less[0] == "zu " and scene.level.endswith(_DATIVE, mark.start, mark.end):
        return head_end(scene, mark) is None  # "eine Alternative zu proprietären Modellen" has a preposition
    return less is not None


_LESS: Final = lazily(r"\b(?:less|weniger|minder|kaum|hardly|too|zu|te) $")
_DATIVE: Final = ("en", "em", "er")


def within_other(scene: Scene, mark: Mark) -> bool:
    """Whether the label is part of a name or of a licence's or an initiative's."""
    return any(name.start <= mark.start < name.end for name in scene.names if not name.vague) or scene.has(
        mark.start, mark.end + 14, "criteria"
    )


def head_end(scene: Scene, mark: Mark) -> int | None:
    """Return where the noun that the label describes ends, or None where it describes none."""
    word = scene.level[mark.start : mark.end]
    if _COMPOUND.search(word):
        return mark.end
    for head in scene.within(mark.end, min(scene.end, mark.end + 48), *_HEADS):
        if scene.words_between(mark.end, head.start) <= 3 and not _STOPS.search(scene.level, mark.end, head.start):
            return head.end
    return None


_COMPOUND: Final = lazily(
    r"(?:modell|model|models|modelle|modellen|angeboten?|llms?|sprachmodell\w*|ki|alternative\w*)$"
)
_STOPS: Final = lazily(r"[,;:()!?–—]| und | and | en |\bals\b|\bas\b")


def labelled(
    scene: Scene, name: Name, value: str, mark: Mark, polarity: Polarity | None = None, *, end: int | None = None
) -> Draft:
    """Return the claim that *name* has the label that *mark* gives."""
    begin, stop = reach(at(name), (mark.start, max(mark.end, end or 0)))
    if not scene.start <= name.start < scene.end:
        begin, stop = mark.start, max(mark.end, end or 0)
    return Draft(Predicate.OPENNESS, name, value, begin, stop, mark.start, polarity)


def sign_of(scene: Scene, mark: Mark) -> Polarity:
    """Return "negated" where a negation stands close before *mark*."""
    before = scene.within(max(scene.start, mark.start - 28), mark.start, "negation")
    close = [
        neg
        for neg in before
        if scene.words_between(neg.end, mark.start) <= 3 and "," not in scene.level[neg.end : mark.start]
    ]
    return "negated" if close else "affirmed"
