"""Who says what in a sentence: quotations, "X said that", "laut X", "as X reports"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import attrs

from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._names import Name
from openai_landscape.reading._place import Place
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._voices import by_pronoun, first_after, last_before, speaks, subject_after, voices
from openai_landscape.reading._words import Mark


@attrs.frozen
class Speech:
    """Somebody's word: what lies in `start` to `end` is it; `text_start` to `text_end` are the words, where given.

    `belief` says that it is a conviction about what will be, `least` how long the words must be to count.
    """

    speaker: Name | None
    start: int
    end: int
    text_start: int | None = None
    text_end: int | None = None
    belief: bool = False
    least: int = 12


@lru_cache(maxsize=1)  # asked for a sentence's claims, and again by what comes after it
def speeches(scene: Scene) -> tuple[Speech, ...]:
    """Return who says what in *scene*: quotations first, then reported clauses, then mere sources."""
    found: list[Speech] = []
    for part in (_quoted, _reported, _told_after, _called, _as_reported, _according, _its_claim, _own_account):
        for speech in part(scene):
            if not any(_same(speech, other) for other in found):
                found.append(speech)
    return tuple(found)


def _same(one: Speech, other: Speech) -> bool:
    if one.text_start is None or one.text_end is None or other.text_start is None or other.text_end is None:
        return False
    return one.text_start < other.text_end and other.text_start < one.text_end


def _quoted(scene: Scene) -> Iterator[Speech]:
    for span in scene.quotes:
        if scene.words_between(span.start, span.end) < 4:
            continue
        speaker = _around(scene, span)
        if speaker is not None:
            yield Speech(speaker, span.start, span.end, span.start, span.end)


def _around(scene: Scene, span: Place) -> Name | None:
    """Return whose quotation it is: by the verb of saying beside it, the colon before it, or "so X" after it."""
    for mark in scene.of("speech"):
        if span.end <= mark.start <= span.end + 60 or (span.start - 80 <= mark.start and mark.end <= span.start):
            speaker = _speaker(scene, mark, span)
            if speaker is not None:
                return speaker
    for mark in scene.of("source"):
        if mark.start >= span.end and mark.start - span.end <= 6:
            return first_after(scene, mark.end, scene.end)
        if mark.end <= span.start <= mark.end + 60 and mark.value != "after":
            told = first_after(scene, mark.end, span.start)
            if told is not None and span.start - told.end <= 4:
                return told
    if _THEREIN.match(scene.level, span.end, scene.end):
        return scene.document
    colon = scene.level.rfind(":", scene.start, span.start)
    if colon >= 0 and span.start - colon <= 4:
        told = last_before(scene, scene.start, colon)
        return told if told is not None and scene.words_between(told.end, colon) <= _FEW else None
    return None


_THEREIN: Final = lazily(
    r"\W*(?:heißt|hieß|steht|stand|staat|it reads|it says)\b[^.]{0,20}(?:darin|dort|erin|daarin|therein|es)"
)


def _reported(scene: Scene) -> Iterator[Speech]:
    for mark in scene.of("speech"):
        if scene.quoted(mark.start) is not None:
            continue
        if _I_SAY.search(scene.level, max(scene.start, mark.start - 24), mark.start):
            continue
        content = _content(scene, mark)
        speaker = None if _impersonal(scene, mark) else _speaker(scene, mark, None)
        if content is not None and speaker is not None and content[0] <= speaker.start < content[1]:
            continue  # who speaks has no name here; what it says is about somebody who has
        if content is not None and speaker is not None:
            yield Speech(speaker, content[0], content[1], content[0], content[1], belief=mark.value == "believe")
        elif speaker is not None and (mark.value in {"claim", "able"} or _to_have(scene, mark)):
            yield Speech(speaker, mark.start, scene.end)
        elif (
            mark.value == "in"
            and mark.start > scene.start
            and scene.level[mark.end : mark.end + 4] in {" in ", " im ", " bei"}
        ):
            told = first_after(scene, mark.end, scene.end)
            yield Speech(told, scene.start, mark.start)


_I_SAY: Final = lazily(r"\b(?:ich|ik|i|wir|wij) (?:\w+ ){0,2}$|\bwhat (?:it|this|that) $")
"""Who writes says it, and nobody else: "Ich würde sagen: …"."""


def _told_after(scene: Scene) -> Iterator[Speech]:
    """What a sentence says before it ends with who said so: "Foo-7B has 7 billion parameters, Meta said"."""
    if len(scene.clauses) < 2 or scene.quotes:
        return
    part = scene.clauses[-1]
    for mark in scene.within(part.start, part.end, "speech"):
        if mark.value != "say" or _AFTER_COMMA.match(scene.level, part.start) is None:
            continue
        heard = [voice for voice in voices(scene) if part.start <= voice.start]
        apart = scene.words_between(part.start, part.end) - sum(
            scene.words_between(voice.start, voice.end) for voice in heard[:1]
        )
        if heard and apart <= _FEW and not scene.has(part.start, part.end, "that", "copula"):
            text = (scene.start, part.start) if scene.language == "de" else (None, None)
            yield Speech(heard[0], scene.start, part.start, *text)


_COMMA: Final = 2
_AFTER_COMMA: Final = lazily(r", (?!(?:wie|as|zoals|und|and|en|aber|but|maar|doch|who|die|der|which|dass?|that) )")
_FEW: Final = 6
"""How many words may stand beside a voice where nothing but its speaking is said."""


def _from(scene: Scene, part: Clause) -> int:
    """Return where the clause begins that *part* goes on with, where words in brackets or an apposition part it."""
    parts = scene.clauses
    index = parts.index(part)
    if index > 1 and scene.level[part.start] in ")]":
        return parts[index - 2].start
    return part.start


def _impersonal(scene: Scene, mark: Mark) -> bool:
    """Whether nobody in particular says it: "es wird erwartet", "it is said"."""
    part = scene.clause(mark.start)
    return scene.has(part.start, part.end, "passive") and _IT.match(scene.level, part.start) is not None


_IT: Final = lazily(r"\W*(?:es|it|er|het) (?:wird|wurde|is|was|wordt|werd|werden)\b")


def _content(scene: Scene, mark: Mark) -> tuple[int, int] | None:
    """Return where the words stand that depend on the verb of saying."""
    for that in scene.of("that"):
        if (
            0 <= that.start - mark.end <= 40
            and scene.words_between(mark.end, that.start) <= 6
            and _ONE_THAT.search(scene.level, mark.end, that.start) is None
        ):
            return that.start, _stop(scene, that.start)
    if mark.value == "object":
        return _warned(scene, mark)
    opening = scene.of("that") if scene.language == "de" else ()
    if opening and opening[0].start - scene.start <= 2 and scene.clause(opening[0].start).end <= mark.start:
        return opening[0].start, scene.clause(opening[0].start).end
    if scene.level[mark.start : mark.end].endswith(" vor"):
        return scene.clause(mark.start).end + 1, _stop(scene, scene.end - 1)
    colon = scene.level.find(": ", mark.end, mark.end + 30)
    meant = colon >= 0 and _SO.match(scene.level, mark.end, colon) is not None  # "however often X says it is: …"
    if colon >= 0 and colon < scene.end and scene.words_between(mark.end, colon) <= 3 and not meant:
        return colon + 2, scene.end
    part = scene.clause(mark.start)
    following = next((other for other in scene.clauses if other.start >= part.end), None)
    if (
        following is not None
        and scene.has(following.start, following.end, "speech_conj")
        and scene.words_between(mark.end, part.end) <= 5
    ):
        return following.start + 1, _stop(scene, following.start)
    if mark.value in {"say", "believe", "claim"} and scene.language == "en" and _clause_follows(scene, mark):
        return mark.end + 1, _stop(scene, mark.end)
    before = next((other for other in scene.clauses if other.end == part.start), None)
    if (
        before is not None
        and scene.words_between(part.start, mark.start) == 0
        and scene.has(before.start, before.end, "speech_conj")
    ):
        return before.start, before.end
    return None


_ONE_THAT: Final = lazily(r"\b(?:one|the one|something|everything|all|a \w+|an \w+) $")
"""Before a "that" which begins no reported clause: "suggests another way, one that puts access first"."""
_SO: Final = lazily(r" (?:it|that|so|this|es|das|het|dat)\b")


def _clause_follows(scene: Scene, mark: Mark) -> bool:
    """Whether what is said follows at once: a pronoun, an article or a name, and a verb."""
    if _CLAUSE.match(scene.level, mark.end):
        return not _OF_A_THING.match(scene.level, mark.start) or _STATED.match(scene.level, mark.end) is not None
    return any(
        0 <= name.start - mark.end <= 1 and scene.has(name.end, name.end + 14, "copula", "verb") for name in scene.names
    )


_OF_A_THING: Final = lazily(r"confirm|announc|denie|describ|reveal|maintain|suggest|predict|promis|propos")
"""Verbs that can have a thing after them, not a clause: "confirmed the leak"."""
_STATED: Final = lazily(r" (?:\w+ ){1,6}?(?:is|are|was|were|will|has|have|had|can|could|would|does|did|\w+s the)\b")


def _warned(scene: Scene, mark: Mark) -> tuple[int, int] | None:
    """Return what is warned of: after the verb, or before it where the verb ends its clause."""
    part = scene.clause(mark.start)
    if scene.words_between(mark.end, part.end) >= 2:
        return mark.end, _stop(scene, mark.end)
    found = _OF.search(scene.level, part.start, mark.start)
    return (found.start() + 1, mark.start) if found else None


_OF: Final = lazily(r" (?:vor|voor) (?=\w)")
_CLAUSE: Final = lazily(
    r" (?:the|a|an|it|its|they|we|i|he|she|this|that|these|those|there|open|all|no|\w+ (?:is|are|was|were"
    r"|will|has|have|can|would)) "
)


def _stop(scene: Scene, start: int) -> int:
    end = scene.end
    cut = scene.level.find("; ", start, end)
    if cut > 0 and not scene.has(cut, scene.clause(cut).end, "speech_conj"):
        end = cut
    while end > start and scene.text[end - 1] in '.!?…"”“» ':
        end -= 1
    return end


def _called(scene: Scene) -> Iterator[Speech]:
    """X calls Y something, or markets it as such: the label is X's."""
    for mark in scene.of("call"):
        part = scene.clause(mark.start)
        if scene.level[mark.start : mark.end] in _CALLED and scene.has(part.start, part.end, "passive"):
            continue  # "nor can it be called open source": by nobody in particular
        if scene.has(mark.start - 24, mark.start, "noun_model") and scene.names_in(
            mark.end, mark.end + 24, lambda name: name.artifact
        ):
            continue  # "a new model called Foo-7B": what its name is
        speaker = (
            last_before(scene, _from(scene, part), mark.start)
            or _apposed(scene, part)
            or by_pronoun(scene, part.start, mark.start)
            or subject_after(scene, mark.end, part.end)
        )
        if speaker is None:
            continue
        quote = next((span for span in scene.quotes if mark.end <= span.start < part.end), None)
        words = (quote.start, quote.end) if quote else (None, None)
        yield Speech(speaker, part.start, part.end, words[0], words[1], least=6)


_CALLED: Final = frozenset({"called", "considered", "deemed", "genannt", "genoemd", "bezeichnet"})


def _apposed(scene: Scene, part: Clause) -> Name | None:
    """Return the person whose name right before the clause is its subject: "one of the investors, X Y, called it"."""
    name = scene.before(part.start, lambda name: name.kind == "person")
    return name if name is not None and part.start - name.end <= 1 else None


def _as_reported(scene: Scene) -> Iterator[Speech]:
    for mark in scene.of("as_reported"):
        part = scene.clause(mark.start)
        told = _AS_TOLD.match(scene.level, mark.start, part.end)
        if told is not None:
            voice = first_after(scene, told.end(), part.end)
            if voice is not None and scene.words_between(told.end(), voice.start) <= 2:
                yield Speech(voice, scene.start, scene.end)
                continue
        verbs = scene.within(mark.end, part.end, "speech")
        speaker = first_after(scene, mark.end, part.end) or by_pronoun(scene, mark.end, part.end)
        if verbs and speaker is not None and scene.words_between(mark.end, speaker.start) <= 5:
            yield Speech(speaker, scene.start, scene.end)


_AS_TOLD: Final = lazily(
    r"(?:wie (?:vom?|von (?:der|dem))|as (?:documented|reported|described|noted|stated|confirmed|explained) (?:by|in)"
    r"|zoals (?:beschreven|gedocumenteerd|gemeld|vermeld|bevestigd) (?:door|in))(?: (?:the|de|het|der|dem))? "
)
"""Whose word a sentence is, in the passive: "wie vom Hersteller dokumentiert", "as reported by X"."""


def _according(scene: Scene) -> Iterator[Speech]:
    for mark in scene.of("source"):
        part = scene.clause(mark.start)
        article = 4 if scene.level.endswith((" des", " der", " dem"), mark.start, mark.end) else 0
        speaker = _generic(scene, mark) or first_after(scene, mark.end - article, part.end)
        if mark.value == "after":
            speaker = last_before(scene, part.start, mark.start)
        if mark.value == "so" and (speaker is None or speaker.start - mark.end > 12 or mark.start == scene.start):
            continue
        here = speaker is not None and scene.start <= speaker.start < scene.end
        if speaker is not None and (not here or scene.words_between(*sorted((mark.end, speaker.start))) <= 6):
            yield Speech(speaker, scene.start, scene.end)
        elif speaker is None and mark.value == "before" and (said := _HIM.match(scene.level, mark.end)) is not None:
            words = (said.end(), _stop(scene, said.end())) if not scene.names else (None, None)
            yield Speech(scene.person, scene.start, scene.end, words[0], words[1])


def _to_have(scene: Scene, mark: Mark) -> bool:
    """Whether a Dutch infinitive says what somebody says to have done: "zegt Foo te hebben getraind"."""
    part = scene.clause(mark.start)
    said = mark.value == "say" and scene.language == "nl"
    return said and _TE_HEBBEN.search(scene.level, mark.end, part.end) is not None


_TE_HEBBEN: Final = lazily(r" te (?:hebben|zijn|kunnen|willen)\b")


def _own_account(scene: Scene) -> Iterator[Speech]:
    """Whose own word it is: "nach eigenen Angaben", "naar eigen zeggen", "by its own account"."""
    for match in _OWN_WORD.finditer(scene.level, scene.start, scene.end):
        houses = [n for n in scene.names if n.kind == "organization" and n.end <= match.start()]
        voice = houses[-1] if houses else first_after(scene, match.end(), scene.clause(match.start()).end)
        voice = voice or scene.party
        if voice is not None:
            yield Speech(voice, scene.start, scene.end)


_OWN_WORD: Final = lazily(
    r"\b(?:nach eigenen angaben|eigenen angaben zufolge|laut eigenen angaben|nach eigener darstellung|naar eigen zeggen"
    r"|volgens eigen (?:cijfers|opgave|zeggen)|by its own (?:account|count|figures)|by their own account"
    r"|according to its own (?:figures|data|account))\b"
)


def _its_claim(scene: Scene) -> Iterator[Speech]:
    """What somebody's claim is: "Meta's claim that", "Metas Behauptung, dass", "de bewering van Meta dat"."""
    for match in _CLAIM.finditer(scene.level, scene.start, scene.end):
        voice = last_before(scene, scene.start, match.end())
        if voice is None:
            continue
        whose = voice.possessive and scene.words_between(voice.end, match.start()) <= 1
        if whose or _OF_WHOM.search(scene.level, match.start(), voice.start):
            yield Speech(voice, match.end(), scene.clause(match.end()).end)


_CLAIM: Final = lazily(
    r"\b(?:claims?|assertion|insistence|statement|behauptung|aussage|zusicherung|bewering|claim|stelling)"
    r"(?: (?:of|von|van) [^,.;:]{2,30}?)?,? (?:that|dass|dat) "
)
_OF_WHOM: Final = lazily(r" (?:of|von|van) $")
_HIM: Final = lazily(r" (?:ihm|ihr|him|her|hem|haar)\b,? (?=\w)")


def _generic(scene: Scene, mark: Mark) -> Name | None:
    """Return whom "laut Hersteller" or "volgens de makers" means: the company last spoken of."""
    if any(
        0 < noun.start - mark.end <= 6 and _THE.fullmatch(scene.level, mark.end, noun.start)
        for noun in scene.of("noun_org", "maker")
        if not scene.names_in(noun.start, noun.end + 24, speaks)
    ):
        return scene.party or scene.main_party
    return None


_THE: Final = lazily(r" (?:(?:de|den|dem|der|the|its|zijn|seinem) )?")


def _speaker(scene: Scene, mark: Mark, quote: Place | None) -> Name | None:
    """Return who does the saying of *mark*: its subject, before it or after it, never within the quotation."""
    part = scene.clause(mark.start)
    if mark.value == "in":
        papers = [voice for voice in voices(scene) if voice.kind == "document"]
        if papers and papers[0].start < mark.start:
            return papers[0]
    between = first_after(scene, mark.start, mark.end)
    between = (_before_aside(scene, mark, part) or between) if between is not None else None
    if between is not None and last_before(scene, part.start, mark.start) is None:
        return between
    if between is None and _HE_WITHIN.search(scene.level, mark.start, mark.end) and scene.person is not None:
        return scene.person
    after = subject_after(scene, mark.end, min(scene.end, mark.end + 60))
    if quote is not None and quote.end <= mark.start:
        told = last_before(scene, quote.end, mark.start) or _pronoun_next(scene, mark.end)
        if told is not None or after is not None:
            return told or after
    before = last_before(scene, _from(scene, part), mark.start)
    before = after if _told_to(scene, before, mark, after) else before
    if before is None and mark.value != "in":
        before = by_pronoun(scene, part.start, mark.start)
    if before is not None and not (quote is not None and quote.start <= before.start < quote.end):
        return before
    if after is not None and (mark.value == "in" or scene.words_between(mark.end, after.start) <= 2):
        return after
    return None if mark.value == "in" else _farther(scene, mark, part)


def _told_to(scene: Scene, before: Name | None, mark: Mark, after: Name | None) -> bool:
    """Whether what stands before the verb is where or to whom it is said: "In einem Brief an X schrieb Altman"."""
    if before is None or after is None:
        return False
    near = scene.words_between(mark.end, after.start) <= 3 and after.kind == "person"
    return near and _WHERE.search(scene.level, scene.start, before.start) is not None


_WHERE: Final = lazily(r"(?:^|\W)(?:in|im|an|to|aan|auf|op|on|at|gegenüber|tegenover|tegen)(?: [\w-]+){0,2} $")


def _before_aside(scene: Scene, mark: Mark, part: Clause) -> Name | None:
    """Return the person before an apposition that the verb comes right after: "X, chief of Y, warf Meta vor"."""
    if not 0 < mark.start - part.start <= _COMMA:
        return None
    apposed = last_before(scene, scene.start, part.start)
    return apposed if apposed is not None and apposed.kind == "person" else None


def _farther(scene: Scene, mark: Mark, part: Clause) -> Name | None:
    """Return who speaks where the clause of the verb does not say: somebody named earlier, or a pronoun after it."""
    if part.start > scene.start and part.opening == "":
        return last_before(scene, scene.start, part.start)
    return by_pronoun(scene, mark.start, part.end)


def _pronoun_next(scene: Scene, at: int) -> Name | None:
    """Return the person that "he" or "she" right after a verb of saying means: whom it is told to comes later."""
    return scene.person if _HE.match(scene.level, at) else None


_HE: Final = lazily(r" (?:er|sie|he|she|hij|zij|ze)\b")
_HE_WITHIN: Final = lazily(r" (?:er|he|she|hij)\b")
