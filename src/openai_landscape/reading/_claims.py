"""From drafts to claims: modality, speaker, date and evidence read off the place where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from openai_landscape.entities import Claim, ClaimDate, Evidence, Mention, Modality, Polarity, Predicate, Source
from openai_landscape.entities.claim import mispaired
from openai_landscape.quantities import FrozenMapping, Quantity
from openai_landscape.quantities.base import assembled
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._names import Name, folded
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._speech import Speech, speeches
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Grammar, Rule

_PLAIN: Final = frozenset({Predicate.ROLE, Predicate.STANDS_FOR, Predicate.DEVELOPED, Predicate.STATES})
_DENIABLE: Final = frozenset(
    {
        Predicate.RELEASED,
        Predicate.LICENSED_UNDER,
        Predicate.OPENNESS,
        Predicate.DISCLOSES,
        Predicate.ALLOWS,
        Predicate.ACCESSIBLE_TO,
        Predicate.LEAKED,
        Predicate.DERIVES_FROM,
        Predicate.COMPETES_WITH,
        Predicate.COMPARES_TO,
        Predicate.LIMITED_TO,
        Predicate.EXCLUDES,
    }
)
_EVENTS: Final = frozenset(
    {Predicate.RELEASED, Predicate.LEAKED, Predicate.PARTNERS_WITH, Predicate.INVESTS, Predicate.ROLE, Predicate.COUNTS}
)
_LONGEST: Final = 400


@attrs.frozen
class Read:
    """A claim together with what made it, for explaining it."""

    claim: Claim
    scene: Scene
    draft: Draft
    rule: Rule


def claimed(scene: Scene, grammar: Grammar, source: Source) -> Iterator[Read]:
    """Yield the claims of one sentence, in text order."""
    spoken = scene.of("source") or (scene.quotes and scene.of("speech"))
    if not (scene.names or scene.topic or scene.numbers or scene.columns or spoken or scene.explains):
        return
    said: tuple[Speech, ...] | None = None
    found: list[tuple[Rule, Draft]] = []
    for rule in grammar.applicable(scene.signals()):
        found += [(rule, draft) for draft in rule.read(scene)]
    for rule, draft in found:
        if draft.predicate is Predicate.STATES and _told_otherwise(scene, draft, found):
            continue
        if said is None:
            said = speeches(scene)
        claim = _claim(scene, draft, rule, source, said)
        if claim is not None:
            yield Read(claim, scene, draft, rule)


def _told_otherwise(scene: Scene, draft: Draft, found: list[tuple[Rule, Draft]]) -> bool:
    """Whether what somebody is reported to say, without a quotation, is a size that is a claim of its own."""
    if scene.quoted(draft.at) is not None:
        return False
    sizes = [other for _, other in found if other.predicate is Predicate.HAS_SIZE]
    return any(draft.at <= other.at < draft.end for other in sizes)


_DEFINES: Final = lazily(
    r"\W*(?:der begriff |the term |de term )?[\"„“'‘«]?(?:open[ -]?source|open[ -]weights?|open[ "
    r"-]weight-modelle|offene gewichte|open gewichten)\b[\w -]{0,24}[\"“”'’»]?,? "
    r"(?:bedeutet|heißt|meint|bezeichnet|means|refers to|betekent|houdt in|sind ki-modelle|are models|zijn modellen)\b"
)


def _claim(scene: Scene, draft: Draft, rule: Rule, source: Source, said: tuple[Speech, ...]) -> Claim | None:
    if draft.predicate is not Predicate.STANDS_FOR and _DEFINES.match(scene.level, scene.start):
        return None
    part = scene.clause(draft.at)
    polarity = draft.polarity or _polarity(scene, draft, part)
    if polarity is None or (not draft.exact and _suspended(scene, part, draft)):
        return None
    modality, speaker = _voice(scene, draft, part, said)
    if draft.predicate in _PLAIN and not draft.exact and modality in {"forecast", "possible", "alleged"}:
        return None if modality == "forecast" else _made(scene, draft, rule, source, polarity, "asserted", None)
    return _made(scene, draft, rule, source, polarity, modality, speaker)


def _made(
    scene: Scene, draft: Draft, rule: Rule, source: Source, polarity: Polarity, modality: Modality, speaker: Name | None
) -> Claim | None:
    """Return the claim, of parts that are valid already; None where a rule paired what cannot be paired."""
    thing = draft.object
    if isinstance(thing, Name) and thing.key == draft.subject.key and draft.predicate is not Predicate.STANDS_FOR:
        return None
    what = _mention(thing) if isinstance(thing, Name) else thing
    if mispaired(draft.predicate, what) is not None:  # pragma: no cover - the rules pair what can be paired
        return None
    return assembled(
        Claim,
        {
            "predicate": draft.predicate,
            "subject": _mention(draft.subject),
            "object": what,
            "polarity": polarity,
            "modality": modality,
            "speaker": _mention(speaker) if speaker is not None else None,
            "when": _when(scene, draft, source),
            "said_on": source.published,
            "qualifiers": FrozenMapping(draft.qualifiers) if draft.qualifiers else _UNQUALIFIED,
            "evidence": (_evidence(scene, draft, source),),
            "rule": rule.name,
        },
    )


_UNQUALIFIED: Final = FrozenMapping[str, str]()


def _mention(name: Name) -> Mention:
    return assembled(Mention, {"mention": name.mention, "entity": name.entity, "name": name.name})


def _polarity(scene: Scene, draft: Draft, part: Clause) -> Polarity | None:
    """Return the clause's sign; None where a denied statement is no claim at all."""
    places = [draft.at, draft.object.start] if isinstance(draft.object, Name) else [draft.at]
    proviso = _PROVIDED.search(scene.level, draft.at, part.end)
    end = proviso.start() if proviso is not None else part.end
    negated = any(scene.negated(part.start, end, place) for place in places) and scene.quoted(draft.at) is None
    if not negated and not _forgone(scene, part):
        return "affirmed"
    if draft.predicate in _DENIABLE:
        return "negated"
    near = scene.within(part.start, part.end, "negation")
    return None if any(scene.words_between(*sorted((mark.start, draft.at))) <= 4 for mark in near) else "affirmed"


_PROVIDED: Final = lazily(
    r" (?:(?:as|so) long as|provided|unless|if|except|solange|sofern|falls|wenn|zolang|mits|tenzij) "
)
"""What comes after it says when something holds, and denies nothing of it."""


def _forgone(scene: Scene, part: Clause) -> bool:
    """Whether an infinitive clause is what somebody does without: "verzichtet darauf, Foo-7B zu veröffentlichen"."""
    start = _governing(scene, part)
    return start < part.start and _FORGOES.search(scene.level, start, part.start) is not None


_FORGOES: Final = lazily(
    r"\b(?:verzichte\w*|weiger\w*|lehnt\w* (?:es )?ab|ziet ervan af|zag ervan af|ervan afgezien|refus\w+|declin\w+"
    r"|decided not|beschloss\w* nicht|entschied\w* (?:sich )?(?:dagegen|gegen))\b"
)


def _suspended(scene: Scene, part: Clause, draft: Draft) -> bool:
    """Whether nothing is stated: a question, a condition, a denial, a comparison with what is not so."""
    if scene.asks and not _WHY.match(scene.level, scene.start):
        return True
    if draft.predicate not in _UNCONDITIONED and _conditional(scene, part, draft.at):
        return True
    if draft.predicate in _DEMANDED and (
        scene.has(scene.start, draft.at, "demand") or _WHETHER.match(scene.level, scene.start)
    ):
        return True
    if draft.predicate is not Predicate.STATES and _doubted(scene, draft.at):
        return True
    if draft.predicate is Predicate.DISCLOSES and _NOT_YET.search(scene.level, part.start, draft.at):
        return True
    return scene.has(scene.start, scene.end, "deny") and draft.predicate not in _UNDENIED and not draft.denied


_NOT_YET: Final = lazily(r"\b(?:voordat|alvorens|bevor|ehe|before|until|totdat)\b(?! now| heute| vandaag)")
"""What comes after it had not happened then: "shows Foo before it releases the weights"."""


def _doubted(scene: Scene, at: int) -> bool:
    """Whether what is said *at* is only what somebody doubts, or asks: "critics doubt that", "unclear whether"."""
    if _WHETHER.match(scene.level, scene.start) and at < scene.clauses[0].end:
        return True
    if _MISTAKEN.match(scene.level, scene.start):
        return True
    return any(_WHAT.search(scene.level, mark.start, at) is not None for mark in scene.within(scene.start, at, "doubt"))


_WHAT: Final = lazily(r"\b(?:dass|ob|dat|of|that|whether|if)\b")
_UNCONDITIONED: Final = frozenset({Predicate.CAPPED_AT, Predicate.STANDS_FOR})
_UNDENIED: Final = frozenset({Predicate.STATES, Predicate.ROLE, Predicate.STANDS_FOR, Predicate.HAS_SIZE})
"""What holds whoever denies something else in the sentence."""


def _conditional(scene: Scene, part: Clause, at: int) -> bool:
    """Whether what is said *at* depends on an "if" before it in its clause; Dutch "als" right before it means "as"."""
    closing = " " not in scene.level[at : part.end].strip()  # "als Meta Llama uitbrengt": the verb comes last
    return any(
        scene.level[mark.start : mark.end] != "als"
        or (closing and not scene.has(mark.end, mark.end + 16, "label") and not _as(scene, part, mark))
        or (mark.start - scene.start <= 1 and scene.level.startswith(",", part.end) and not _as(scene, part, mark))
        or _IF_ONE.match(scene.level, mark.end) is not None
        or (scene.words_between(mark.end, at) > 3 and not _as(scene, part, mark))
        for mark in scene.within(part.start, at, "conditional")
    )


_IF_ONE: Final = lazily(r" (?:je|jij|u|we|wij|men|ze|zij|iemand|bedrijven|organisaties)\b")


def _as(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether Dutch "als" means "as": "even goed als", or "als een" with more of its clause before it."""
    before = scene.level[part.start : mark.start]
    if _EQUALLY.search(before) or _ONE_OF.match(scene.level, mark.end):
        return True
    return scene.level.startswith(" een ", mark.end) and _IF.fullmatch(before) is None


_EQUALLY: Final = lazily(r"\b(?:even|zo|net zo|evenveel|dezelfde|hetzelfde|beter|zowel) ?[\w-]* $")
_ONE_OF: Final = lazily(r" (?:een van de|een der|enige|eerste|laatste|basis|alternatief|opvolger|reactie)\b")
_IF: Final = lazily(r"\W*|.*\b(?:en|maar|want|dat|of|zelfs|ook|alleen|behalve|pas|dan|dus) ")


_DEMANDED: Final = frozenset(
    {Predicate.OPENNESS, Predicate.RELEASED, Predicate.DISCLOSES, Predicate.LICENSED_UNDER, Predicate.DEVELOPED}
)
"""What somebody may demand of a maker, so that it is not yet so."""
_MISTAKEN: Final = lazily(
    r"\W*(?:wie (?:dacht|denkt|meent)|wer (?:dachte|denkt|glaubt|meint|glaubte|meinte)|(?:anyone|whoever)(?: who)? "
    r"(?:thinks|thought|believes|believed)|if you (?:think|thought))\b"
)
_WHETHER: Final = lazily(
    r"\W*(?:ob|whether|of(?= [^,]* (?:is|zijn|wordt|was)\b|[^,]{4,80}, (?:is|blijft|valt|weet|moet|staat)\b)"
    r"|wäre|wären|stond|were|had) "
)
_WHY: Final = lazily(r"\W*(?:warum|wieso|weshalb|why|waarom)\b(?!.{0,60}\bif\b)")


def _voice(scene: Scene, draft: Draft, part: Clause, said: tuple[Speech, ...]) -> tuple[Modality, Name | None]:
    if draft.exact:
        believed = any(s.belief and s.text_start == draft.at for s in said)
        future = _future(scene, draft.start, draft.end)
        return ("forecast" if believed and future else "reported"), draft.speaker
    if draft.predicate in _PLAIN:
        return "asserted", None
    for speech in said:
        if speech.speaker is not None and speech.start <= draft.at < speech.end:
            return "reported", speech.speaker
    if scene.voice is not None:
        mood = _mood(scene, part, draft.at)
        return (mood if mood in {"forecast", "possible"} else "reported"), scene.voice
    if scene.teller is not None and _still_told(scene, part):
        return "reported", scene.teller
    mood = _mood(scene, part, draft.at)
    if draft.predicate in _TERMS and mood in {"possible", "forecast"} and _of_rules(scene, part):
        mood = "asserted"
    return mood, None


def _still_told(scene: Scene, part: Clause) -> bool:
    """Whether a German sentence goes on with what somebody says, as its Konjunktiv tells."""
    told = scene.language == "de" and scene.has(scene.start, part.end, "speech_conj")
    return told and _I.search(scene.level, scene.start, part.end) is None


_I: Final = lazily(r"\bich\b")
_TERMS: Final = frozenset(
    {Predicate.ALLOWS, Predicate.LIMITED_TO, Predicate.CAPPED_AT, Predicate.EXCLUDES, Predicate.ACCESSIBLE_TO}
)


def _of_rules(scene: Scene, part: Clause) -> bool:
    """Whether the modal is the language of rules: "may only be used", "you will not use"."""
    modals = {scene.level[m.start : m.end] for m in scene.within(part.start, part.end, "possible", "plan", "future")}
    return bool(modals) and modals <= {"may", "will", "shall"}


def _mood(scene: Scene, part: Clause, at: int) -> Modality:
    """Return how the text itself stands to what it says *at*: as hearsay, as possible, as to come, or plainly."""
    begin, end = scene.verb_phrase(part.start, part.end, at)
    possible = [m for m in scene.within(begin, end, "possible") if not _MONTH.match(scene.text, m.start)]
    if any("kunnen" in scene.level[mark.start : mark.end] for mark in possible):
        return "possible"
    if _opened_by_hedge(scene) or (scene.has(begin, end, "hedge") and scene.quoted(at) is None):
        return "alleged"
    if possible:
        return "possible"
    start = _governing(scene, part)
    planned = scene.has(begin, end, "plan") or (start < part.start and scene.has(start, part.start, "plan"))
    return "forecast" if planned or _future(scene, begin, end) else "asserted"


_MONTH: Final = lazily(r"May (?:\d|\w+ \d{4})")
"""The month, which English writes as it does what may be."""


def _governing(scene: Scene, part: Clause) -> int:
    """Return where the clause begins that an infinitive clause hangs on: "Meta plans …, to release …"."""
    index = scene.clauses.index(part)
    return scene.clauses[index - 1].start if index and _TO.search(scene.level, part.start, part.end) else part.start


_TO: Final = lazily(r"\b(?:zu|te|to) \w+|\w+zu\w+en\b")


def _opened_by_hedge(scene: Scene) -> bool:
    """Whether a word of hearsay alone opens the sentence: "Reportedly, …"."""
    first = scene.clauses[0]
    return scene.has(first.start, first.end, "hedge") and scene.words_between(first.start, first.end) <= 3


def _future(scene: Scene, start: int, end: int) -> bool:
    for mark in scene.within(start, end, "future"):
        if (
            mark.value != "aux"
            or _FUTURE.search(scene.text, mark.end, end)
            or _FINAL.search(scene.text, start, mark.end)
        ):
            return True
    return False


_PARTICIPLE: Final = (
    r"(?!ge|\w{2,4}ge|\w{2,9}ge\w{2,}en\b|worden|betrieben|verboten|vergeben|erhalten|behoben|bezogen|angeboten"
    r"|verstanden|vertrieben|entschieden)"
)
_FUTURE: Final = lazily(
    rf"\b(?!können\b|müssen\b|dürfen\b|sollen\b)(?!(?!veröffentlichen)\w+(?:lichen|ischen|igen|sten|enden|samen"
    rf"|baren|ären|ellen)\b){_PARTICIPLE}[a-zäöüß]\w*(?:ieren|eln|ern|en|sein|haben)"
    r"(?=\s*(?:[,.;:!?)]|$|\bund\b|\boder\b))"
)
_FINAL: Final = lazily(rf"\b{_PARTICIPLE}[a-zäöüß]\w+(?:e[lr]?n) (?:wird|werden)$")


def _when(scene: Scene, draft: Draft, source: Source) -> ClaimDate | None:
    if not scene.dates:
        return None
    part = scene.clause(draft.at)
    near = [mark for mark in scene.dates if part.start <= mark.start < part.end]
    if not near and draft.predicate in _EVENTS:
        near = [mark for mark in scene.dates if mark.start - scene.start < 12 or abs(mark.start - draft.at) < 60]
    if draft.predicate is Predicate.ROLE:
        near = [mark for mark in near if abs(mark.start - draft.at) < 25]
    if not near and _WHEN.match(scene.level, part.start):
        near = [mark for mark in scene.dates if part.start - mark.end in {0, 1}]
    if not near or draft.predicate is Predicate.STATES:
        return None
    return min(near, key=lambda mark: abs(mark.start - draft.at)).given(source.published)


_WHEN: Final = lazily(r",? ?(?:when|als|toen|in which)\b")
"""What opens a clause that tells what happened at the date right before it."""


def _evidence(scene: Scene, draft: Draft, source: Source) -> Evidence:
    start, end = max(draft.start, scene.start), min(max(draft.end, draft.start + 1), scene.end)
    if scene.block.kind in {"list", "heading", "title", "table"} and not draft.exact and scene.end - scene.start <= 250:
        start, end = scene.start, scene.end
    wide = scene.clause(start).start, scene.clause(max(end - 1, start)).end
    if not draft.exact and wide[1] - wide[0] <= _LONGEST:
        start, end = min(wide[0], start), max(wide[1], end)
    if end - start > _LONGEST and not draft.exact:
        start = max(start, min(draft.at, end - _LONGEST))
        end = min(end, start + _LONGEST)
    while start < end and scene.text[start] in _EDGES:
        start += 1
    while end > start and scene.text[end - 1] in _EDGES:
        end -= 1
    end = max(end, start)
    return assembled(Evidence, {"source": source.id, "start": start, "end": end, "quote": source.text[start:end]})


_EDGES: Final = " \t\r\n,;:.–—-•·()[]|*\u00a0"


def distinct(reads: Iterable[Read]) -> list[Read]:
    """Return *reads* without those that say again, in the same sentence, what another says; the denied one wins."""
    kept: dict[tuple[object, ...], Read] = {}
    for read in reads:
        claim = read.claim
        key = (
            id(read.scene),
            claim.predicate,
            _key(claim.subject),
            _object_key(claim),
            read.scene.clause(read.draft.at).start,
        )
        if key not in kept or (claim.polarity == "negated" and kept[key].claim.polarity == "affirmed"):
            kept[key] = read
    return sorted(kept.values(), key=lambda read: (read.claim.evidence[0].start, read.claim.evidence[0].end))


def _key(mention: Mention) -> str:
    return mention.entity or folded(mention.mention)


def _object_key(claim: Claim) -> object:
    thing = claim.object
    if isinstance(thing, Mention):
        return _key(thing), claim.qualifiers.get("relation")
    return (thing.value, thing.unit) if isinstance(thing, Quantity) else thing
