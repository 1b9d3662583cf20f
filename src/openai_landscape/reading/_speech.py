"""Who says what in a sentence: quotations, "X said that", "laut X", "as X reports"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import attrs

from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._names import Name
from openai_landscape.reading._place import Place
from openai_landscape.reading._scene import Scene
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
    for part in (_quoted, _reported, _told_after, _called, _as_reported, _according):
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
            return _first_after(scene, mark.end, scene.end)
        if mark.end <= span.start <= mark.end + 60 and mark.value != "after":
            told = _first_after(scene, mark.end, span.start)
            if told is not None and span.start - told.end <= 4:
                return told
    if _THEREIN.match(scene.level, span.end, scene.end):
        return scene.document
    colon = scene.level.rfind(":", scene.start, span.start)
    if colon >= 0 and span.start - colon <= 4:
        told = _last_before(scene, scene.start, colon)
        return told if told is not None and scene.words_between(told.end, colon) <= _FEW else None
    return None


_THEREIN: Final = re.compile(
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
        elif speaker is not None and mark.value in {"claim", "able"}:
            yield Speech(speaker, mark.start, scene.end)
        elif (
            mark.value == "in"
            and mark.start > scene.start
            and scene.level[mark.end : mark.end + 4] in {" in ", " im ", " bei"}
        ):
            told = _first_after(scene, mark.end, scene.end)
            yield Speech(told, scene.start, mark.start)


_I_SAY: Final = re.compile(r"\b(?:ich|ik|i|wir|wij) (?:\w+ ){0,2}$|\bwhat (?:it|this|that) $")
"""Who writes says it, and nobody else: "Ich würde sagen: …"."""


def _told_after(scene: Scene) -> Iterator[Speech]:
    """What a sentence says before it ends with who said so: "Foo-7B has 7 billion parameters, Meta said"."""
    if len(scene.clauses) < 2 or scene.quotes:
        return
    part = scene.clauses[-1]
    for mark in scene.within(part.start, part.end, "speech"):
        if mark.value != "say" or _AFTER_COMMA.match(scene.level, part.start) is None:
            continue
        voices = [voice for voice in _voices(scene) if part.start <= voice.start]
        apart = scene.words_between(part.start, part.end) - sum(
            scene.words_between(voice.start, voice.end) for voice in voices[:1]
        )
        if voices and apart <= _FEW and not scene.has(part.start, part.end, "that", "copula"):
            text = (scene.start, part.start) if scene.language == "de" else (None, None)
            yield Speech(voices[0], scene.start, part.start, *text)


_COMMA: Final = 2
_AFTER_COMMA: Final = re.compile(r", (?!(?:wie|as|zoals|und|and|en|aber|but|maar|doch|who|die|der|which|dass?|that) )")
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


_IT: Final = re.compile(r"\W*(?:es|it|er|het) (?:wird|wurde|is|was|wordt|werd|werden)\b")


def _content(scene: Scene, mark: Mark) -> tuple[int, int] | None:
    """Return where the words stand that depend on the verb of saying."""
    for that in scene.of("that"):
        if 0 <= that.start - mark.end <= 40 and scene.words_between(mark.end, that.start) <= 6:
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


_SO: Final = re.compile(r" (?:it|that|so|this|es|das|het|dat)\b")


def _clause_follows(scene: Scene, mark: Mark) -> bool:
    """Whether what is said follows at once: a pronoun, an article or a name, and a verb."""
    if _CLAUSE.match(scene.level, mark.end):
        return not _OF_A_THING.match(scene.level, mark.start) or _STATED.match(scene.level, mark.end) is not None
    return any(
        0 <= name.start - mark.end <= 1 and scene.has(name.end, name.end + 14, "copula", "verb") for name in scene.names
    )


_OF_A_THING: Final = re.compile(r"confirm|announc|denie|describ|reveal")
"""Verbs that can have a thing after them, not a clause: "confirmed the leak"."""
_STATED: Final = re.compile(r" (?:\w+ ){1,6}?(?:is|are|was|were|will|has|have|had|can|could|would|does|did|\w+s the)\b")


def _warned(scene: Scene, mark: Mark) -> tuple[int, int] | None:
    """Return what is warned of: after the verb, or before it where the verb ends its clause."""
    part = scene.clause(mark.start)
    if scene.words_between(mark.end, part.end) >= 2:
        return mark.end, _stop(scene, mark.end)
    found = _OF.search(scene.level, part.start, mark.start)
    return (found.start() + 1, mark.start) if found else None


_OF: Final = re.compile(r" (?:vor|voor) (?=\w)")
_CLAUSE: Final = re.compile(
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
            _last_before(scene, _from(scene, part), mark.start)
            or _apposed(scene, part)
            or _pronoun(scene, part.start, mark.start)
            or _subject_after(scene, mark.end, part.end)
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
            voice = _first_after(scene, told.end(), part.end)
            if voice is not None and scene.words_between(told.end(), voice.start) <= 2:
                yield Speech(voice, scene.start, scene.end)
                continue
        verbs = scene.within(mark.end, part.end, "speech")
        speaker = _first_after(scene, mark.end, part.end) or _pronoun(scene, mark.end, part.end)
        if verbs and speaker is not None and scene.words_between(mark.end, speaker.start) <= 5:
            yield Speech(speaker, scene.start, scene.end)


_AS_TOLD: Final = re.compile(
    r"(?:wie (?:vom?|von (?:der|dem))|as (?:documented|reported|described|noted|stated|confirmed|explained) (?:by|in)"
    r"|zoals (?:beschreven|gedocumenteerd|gemeld|vermeld|bevestigd) (?:door|in))(?: (?:the|de|het|der|dem))? "
)
"""Whose word a sentence is, in the passive: "wie vom Hersteller dokumentiert", "as reported by X"."""


def _according(scene: Scene) -> Iterator[Speech]:
    for mark in scene.of("source"):
        part = scene.clause(mark.start)
        article = 4 if scene.level.endswith((" des", " der", " dem"), mark.start, mark.end) else 0
        speaker = _generic(scene, mark) or _first_after(scene, mark.end - article, part.end)
        if mark.value == "after":
            speaker = _last_before(scene, part.start, mark.start)
        if mark.value == "so" and (speaker is None or speaker.start - mark.end > 12 or mark.start == scene.start):
            continue
        here = speaker is not None and scene.start <= speaker.start < scene.end
        if speaker is not None and (not here or scene.words_between(*sorted((mark.end, speaker.start))) <= 6):
            yield Speech(speaker, scene.start, scene.end)
        elif speaker is None and mark.value == "before" and (said := _HIM.match(scene.level, mark.end)) is not None:
            words = (said.end(), _stop(scene, said.end())) if not scene.names else (None, None)
            yield Speech(scene.person, scene.start, scene.end, words[0], words[1])


_HIM: Final = re.compile(r" (?:ihm|ihr|him|her|hem|haar)\b,? (?=\w)")


def _generic(scene: Scene, mark: Mark) -> Name | None:
    """Return whom "laut Hersteller" or "volgens de makers" means: the company last spoken of."""
    if any(
        0 < noun.start - mark.end <= 6 and _THE.fullmatch(scene.level, mark.end, noun.start)
        for noun in scene.of("noun_org", "maker")
        if not scene.names_in(noun.start, noun.end + 24, speaks)
    ):
        return scene.party or scene.main_party
    return None


_THE: Final = re.compile(r" (?:(?:de|den|dem|der|the|its|zijn|seinem) )?")


def _speaker(scene: Scene, mark: Mark, quote: Place | None) -> Name | None:
    """Return who does the saying of *mark*: its subject, before it or after it, never within the quotation."""
    part = scene.clause(mark.start)
    if mark.value == "in":
        papers = [voice for voice in _voices(scene) if voice.kind == "document"]
        if papers and papers[0].start < mark.start:
            return papers[0]
    between = _first_after(scene, mark.start, mark.end)
    between = (_before_aside(scene, mark, part) or between) if between is not None else None
    if between is not None and _last_before(scene, part.start, mark.start) is None:
        return between
    if between is None and _HE_WITHIN.search(scene.level, mark.start, mark.end) and scene.person is not None:
        return scene.person
    after = _subject_after(scene, mark.end, min(scene.end, mark.end + 60))
    if quote is not None and quote.end <= mark.start:
        told = _last_before(scene, quote.end, mark.start) or _pronoun_next(scene, mark.end)
        if told is not None or after is not None:
            return told or after
    before = _last_before(scene, _from(scene, part), mark.start)
    if before is None and mark.value != "in":
        before = _pronoun(scene, part.start, mark.start)
    if before is not None and not (quote is not None and quote.start <= before.start < quote.end):
        return before
    if after is not None and (mark.value == "in" or scene.words_between(mark.end, after.start) <= 2):
        return after
    return None if mark.value == "in" else _farther(scene, mark, part)


def _before_aside(scene: Scene, mark: Mark, part: Clause) -> Name | None:
    """Return the person before an apposition that the verb comes right after: "X, chief of Y, warf Meta vor"."""
    if not 0 < mark.start - part.start <= _COMMA:
        return None
    apposed = _last_before(scene, scene.start, part.start)
    return apposed if apposed is not None and apposed.kind == "person" else None


def _farther(scene: Scene, mark: Mark, part: Clause) -> Name | None:
    """Return who speaks where the clause of the verb does not say: somebody named earlier, or a pronoun after it."""
    if part.start > scene.start and part.opening == "":
        return _last_before(scene, scene.start, part.start)
    return _pronoun(scene, mark.start, part.end)


def _pronoun_next(scene: Scene, at: int) -> Name | None:
    """Return the person that "he" or "she" right after a verb of saying means: whom it is told to comes later."""
    return scene.person if _HE.match(scene.level, at) else None


_HE: Final = re.compile(r" (?:er|sie|he|she|hij|zij|ze)\b")
_HE_WITHIN: Final = re.compile(r" (?:er|he|she|hij)\b")


def speaks(name: Name) -> bool:
    """Whether *name* can say something: a person, an organisation, a document, and no compound with another sense."""
    return name.kind in {"person", "organization", "document"} and (not name.tail or name.kind == "document")


@lru_cache(maxsize=1)
def _voices(scene: Scene) -> tuple[Name, ...]:
    """Return all who can speak in *scene*: names, and people or papers called by what they are."""
    found = [
        _whole_team(scene, name)
        for name in scene.names
        if (speaks(name) or name.tail == "team") and scene.quoted(name.start) is None and not _only_where(scene, name)
    ]
    found += [_crowd(scene, match) for match in _CROWD.finditer(scene.level, scene.start, scene.end)]
    for mark in scene.of("role_noun", "document"):
        if _CODE.search(scene.level, mark.start, mark.end) or scene.quoted(mark.start) is not None:
            continue
        end = mark.end
        within = [name for name in scene.names if name.tail and name.end < mark.start <= name.end + 1 + len(name.tail)]
        start = within[0].start if within else mark.start
        found.append(_called_by_kind(scene, mark, start, end))
    return tuple(sorted(found, key=lambda name: (name.start, -name.end)))


def _whole_team(scene: Scene, name: Name) -> Name:
    """Return a house's team by its whole name: "Foo-Team"."""
    if name.tail != "team":
        return name
    end = name.end + 1 + len(name.tail)
    return Name(name.start, end, "organization", scene.text[name.start : end])


def _only_where(scene: Scene, name: Name) -> bool:
    """Whether *name* is a platform on which somebody says something."""
    return name.key in _FORUMS or (name.key in _PLATFORMS and scene.lead(name) != "")


_PLATFORMS: Final = frozenset({"hugging-face", "huggingface", "github", "gitlab"})
_FORUMS: Final = frozenset({"reddit", "x", "twitter", "discord", "linkedin", "youtube"})
_CROWD: Final = re.compile(
    r"(?<!\w)(?:users|commenters|posters|nutzer|nutzerinnen|gebruikers) (?:on|auf|bei|op|von|van) \w+"
)


def _crowd(scene: Scene, match: re.Match[str]) -> Name:
    """Return the people of a platform, who speak for nobody else: "users on Reddit"."""
    return Name(*match.span(), "person", scene.text[match.start() : match.end()])


_CODE: Final = re.compile(r"code|torrent")


def _called_by_kind(scene: Scene, mark: Mark, start: int, end: int) -> Name:
    """Return somebody, or some paper, called by what it is and whose: "KI-Experte von Google"."""
    owner = next(
        (n for n in scene.names if n.kind == "organization" and _WHOSE.fullmatch(scene.level, end, n.start)), None
    )
    if mark.kind == "document":
        whole = f"{owner.mention}-{scene.text[start:end]}" if owner is not None else None
        return Name(start, end, "document", scene.text[start:end], name=whole)
    if owner is None and scene.party is not None and _SPOKESMAN.fullmatch(scene.level, start, end):
        return attrs.evolve(scene.party, start=start, end=end, tail="", possessive=False, resolved=True)
    stop = owner.end if owner is not None else end
    return Name(start, stop, "person", scene.text[start:stop])


_SPOKESMAN: Final = re.compile(
    r"(?:firmen|konzern|unternehmens)?sprecher(?:in)?s?|woordvoerd(?:er|ster)|spokes(?:man|woman|person)"
)
_WHOSE: Final = re.compile(r" (?:von|van|of|bei|at|aus|from) (?:der |de |the )?")


def _last_before(scene: Scene, start: int, end: int) -> Name | None:
    found = [n for n in _voices(scene) if start <= n.start and n.end <= end]
    if not found:
        return None
    persons = [n for n in found if n.kind == "person" and (not n.possessive or n is found[-1])]
    if any(n.kind != "person" for n in found):  # "Foo, founded by X and Y, says"
        persons = [n for n in persons if n not in scene.names or scene.lead(n) != "agent"]
    if persons:
        return persons[0]
    instances = [n for n in found if scene.lead(n) == "" if n in scene.names] or [
        n for n in found if n not in scene.names
    ]
    return (instances or found)[0] if not _owned(found) else found[-1]


def _owned(found: list[Name]) -> bool:
    return len(found) > 1 and found[0].possessive


def _first_after(scene: Scene, start: int, end: int) -> Name | None:
    found = [n for n in _voices(scene) if start <= n.start and n.end <= end]
    if not found:
        return None
    return (
        found[1]
        if len(found) > 1
        and (found[0].possessive or found[0].start == found[1].start)
        and found[1].start - found[0].end < 40
        else found[0]
    )


def _subject_after(scene: Scene, start: int, end: int) -> Name | None:
    found = _first_after(scene, start, end)
    if found is None or scene.words_between(start, found.start) > 5:
        return None
    return _its_chief(scene, found) or found


def _its_chief(scene: Scene, house: Name) -> Name | None:
    """Return whom the house only says the office of: "said Foo CEO Jane Doe", "sagte der Chef von Foo, Jane Doe"."""
    person = scene.after(house.end, lambda name: name.kind == "person") if house.kind == "organization" else None
    if person is None:
        return None
    beside = scene.words_between(house.end, person.start)
    if beside == 0 and scene.has(max(scene.start, house.start - 40), house.start, "title"):
        return person
    return person if 0 < beside <= 5 and scene.has(house.end, person.start, "title") else None


def _pronoun(scene: Scene, start: int, end: int) -> Name | None:
    if scene.has(start, end, "pronoun_person"):
        here = [name for name in scene.names if name.kind == "person" and name.end <= end and scene.lead(name) == ""]
        return here[-1] if here else scene.person
    if any(not _article(scene, mark) for mark in scene.within(start, end, "pronoun_org")):
        return scene.party
    return None


def _article(scene: Scene, mark: Mark) -> bool:
    """Whether Dutch "het" is the article of what follows: no verb stands beside it."""
    if scene.level[mark.start : mark.end] != "het":
        return False
    near = scene.within(mark.start - 20, mark.end + 20, "speech", "call", "verb", "copula", "possesses", "passive")
    return not any(beside.end + 1 == mark.start or beside.start == mark.end + 1 for beside in near)
