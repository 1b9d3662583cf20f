"""Discloses: which of a thing's components are public, and which are kept back."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import artifact, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, actor, members, owner


@rule("component.public", Predicate.DISCLOSES, "component")
def discloses(scene: Scene) -> Drafts:
    """A component is public, or is kept back."""
    for mark in scene.of("component"):
        part = scene.clause(mark.start)
        before = max(scene.start, mark.start - 16)
        if _YOURS.search(scene.level, before, mark.start) or _SHARE_OF.search(scene.level, before, mark.start):
            continue
        if (
            scene.of("leak")
            or _OF_A_KIND.match(scene.level, mark.end)
            or any(label.start <= mark.start < label.end for label in scene.of("label"))
        ):
            continue
        sign = _parted(scene, mark, part) or _left_out(scene, mark, part) or _published_around(scene, mark)
        sign = (
            sign or _published(scene, mark, part.start, part.end) or _also(scene, part) or _in_a_list(scene, mark, part)
        )
        if sign is None:
            continue
        for subject in _holder(scene, mark):
            begin, end = reach(
                (part.start, part.end),
                at(subject) if scene.start <= subject.start < scene.end else (part.start, part.end),
            )
            for component in (mark.value, *(("training_data",) if _beside_data(scene, mark) else ())):
                yield Draft(Predicate.DISCLOSES, subject, component, begin, end, mark.start, sign)


_OF_A_KIND: Final = lazily(
    r"(?: (?:and|und|en) [\w -]{4,24}?)? (?:of|von|van) (?:open[ -]?source|open|offenen|closed|gesloten|geschlossenen"
    r"|propriet\w+|proprietären)[ -](?:[\w-]+[ -])?(?:models|modellen|modelle|llms)\b"
)
"""After what a kind of models has: "the training data of open-source models"."""
_YOURS: Final = lazily(r"\b(?:your|deine|eure|uw|je)(?: own| eigenen?)? $")
"""Before what is the reader's, not the maker's: "keep your own weights private"."""


_SHARE_OF: Final = lazily(r"(?:%|percent|prozent|procent) (?:of|der|von|van)(?: the| all| alle[rn]?| de)? $")
"""Before what is counted, of whatever things: "96 percent of datasets are missing …"."""


def _beside_data(scene: Scene, mark: Mark) -> bool:
    """Whether plain "data" stands in one enumeration with the component: "weights, code and data"."""
    return (
        _AND_DATA.match(scene.level, mark.end) is not None
        or _DATA_AND.search(scene.level, max(scene.start, mark.start - 20), mark.start) is not None
    )


_AND_DATA: Final = lazily(r",? ?(?:(?:und|and|en|én|or|oder|of) )?(?:(?:the|die|de|its) )?(?:data|daten)(?![\w-])")
_DATA_AND: Final = lazily(r"(?<![\w-])(?:data|daten)(?:,| und| and| en) (?:(?:the|die|de|its) )?$")


def _left_out(scene: Scene, mark: Mark, part: Clause) -> Polarity | None:
    """Return the sign of a component that a short clause takes back, or that nobody says the origin of."""
    index = scene.clauses.index(part)
    if index and _TAKEN_BACK.fullmatch(scene.level, mark.end, part.end):
        before = scene.clauses[index - 1]
        if scene.words_between(part.start, mark.start) <= 2 and scene.has(before.start, before.end, "component"):
            return "negated"
    if _ASKED.match(scene.level, part.start) and index + 1 < len(scene.clauses):
        after = scene.clauses[index + 1]
        return "negated" if scene.has(after.start, after.end, "secret") else None
    none = _NONE_THERE.search(scene.level, part.start, part.end)
    if none is None:
        return None
    ahead = none.start() < mark.start  # "there is no code" against "code gibt es nicht"
    apart = scene.words_between(none.end(), mark.start) if ahead else scene.words_between(mark.end, none.start())
    return "negated" if apart <= 2 else None


_TAKEN_BACK: Final = lazily(
    r" (?:nicht|niet|not|aber nicht|dagegen nicht|echter niet|ook niet|evenmin|auch nicht|ebenso wenig|neither)\W*"
)
_ASKED: Final = lazily(r"\W*(?:woher|woraus|aus welchen|welche|was|wo|waar|waaruit|wat|welke|where|which|what)\b")
_NONE_THERE: Final = lazily(
    r"\b(?:there is no|there are no|er is geen|er zijn geen|es gibt keine?n?)\b|\bgibt es (?:bisher |noch )?nicht\b"
)


def _parted(scene: Scene, mark: Mark, part: Clause) -> Polarity | None:
    """Return the sign where "but not" parts what is public from what is not: "the weights but not the data"."""
    turn = _TURN.search(scene.level, part.start + 2, part.end)
    if turn is None or not scene.has(part.start, part.end, "public"):
        return None
    if mark.end <= turn.start():
        return None if scene.has(part.start, turn.start(), "negation", "secret") else "affirmed"
    return "negated"


_TURN: Final = lazily(r" (?:but|aber|jedoch|maar) (?:not|nicht|niet)\b| (?:nicht aber|nicht jedoch|maar niet)\b")


def _published(scene: Scene, mark: Mark, start: int, end: int) -> Polarity | None:
    negated = scene.negated(start, end, mark.start) or _OF_NONE.match(scene.level, mark.end) is not None
    if hidden := scene.within(start, end, "secret"):
        return None if _undone(scene, start, end, hidden) else "negated"
    shown = any(m.start != mark.start for m in scene.within(start, end, "public")) or _hosted(scene, start, end)
    return ("negated" if negated else "affirmed") if shown else None


_OF_NONE: Final = lazily(r" (?:van geen|von keine[mnr]|for no|of no|für keine?[snr]?|voor geen)\b")


def _also(scene: Scene, part: Clause) -> Polarity | None:
    """Return the sign of the component before where a clause only adds to it: "…, also the training data"."""
    index = scene.clauses.index(part)
    colon = scene.level.rfind(": ", scene.start, part.start + 2)
    if colon >= 0 and (all_of_it := _ALL.search(scene.level, scene.start, colon)) is not None:
        before = scene.clause(all_of_it.start())
        public = scene.has(before.start, colon, "public") and not scene.has(before.start, colon, "negation", "secret")
        return "affirmed" if public else None
    if not index or not _ADDS.match(scene.level, part.start) or scene.has(part.start, part.end, "copula"):
        return None
    before = scene.clauses[index - 1]
    for mark in scene.within(before.start, before.end, "component"):
        return _published(scene, mark, before.start, before.end)
    return None


_NOTHING: Final = lazily(r"\W*")


def _in_a_list(scene: Scene, mark: Mark, part: Clause) -> Polarity | None:
    """Return the sign that the end of an enumeration has: "the weights, the licence and the paper are not public"."""
    if _NOTHING.fullmatch(scene.level, scene.start, mark.start) and scene.level.startswith((":", " :"), mark.end):
        return _published(scene, mark, mark.end, scene.end)  # a line of facts: "Weights: not public"
    for other in scene.clauses[scene.clauses.index(part) :]:
        if other is not part and (other.opening or scene.level[other.start] != ","):
            return None
        if scene.has(other.start, other.end, "copula", "verb", "finite"):
            return None if other is part else _published(scene, mark, other.start, other.end)
    return None


_ALL: Final = lazily(r"\b(?:alles|everything|alle (?:bestandteile|onderdelen|teile|zutaten)|all of it|all parts)\b")
"""What is all out, before a colon and what it is: "legt alles offen: Daten, Code, Gewichte"."""
_ADDS: Final = lazily(
    r"\W*(?:(?:but|sondern|maar|und|and|en) )?(?:also|auch|ook|sowie|ebenso|as well as|alsook"
    r"|evenals|even|sogar|zelfs)\b"
)


def _undone(scene: Scene, start: int, end: int, hidden: tuple[Mark, ...]) -> bool:
    """Whether a "not" stands before the words of secrecy that is none of them: "keeps nothing secret"."""
    return any(
        no.end <= secret.end and not (secret.start <= no.start and no.end <= secret.end) and no.end <= secret.start
        for no in scene.within(start, end, "negation")
        for secret in hidden
    )


def _hosted(scene: Scene, start: int, end: int) -> bool:
    """Whether a public place to fetch things from is named: "the weights are on Hugging Face"."""
    leaked = scene.of("leak") or (scene.leaky and scene.of("leak_act"))
    return not leaked and _HOST.search(scene.level, start, end) is not None


_HOST: Final = lazily(
    r"\b(?:auf|bei|über|op|via|bij|on|at|from|through) (?:the |de |der |dem )?"
    r"(?:hugging ?face|github|gitlab|modelscope|kaggle|zenodo|codeberg)\b"
)


def _published_around(scene: Scene, mark: Mark) -> Polarity | None:
    """Return the sign where a clause parts the component from its verb: "the data, which …, are not public"."""
    parts = scene.clauses
    index = parts.index(scene.clause(mark.start))
    aside = index + 2 < len(parts) and scene.level[parts[index + 1].start] == "("
    if aside or (index + 2 < len(parts) and parts[index + 1].opening == "relative"):
        verdict = parts[index + 2]
        if scene.has(parts[index].start, parts[index].end, "copula") or scene.has(verdict.start, verdict.end, "copula"):
            return _published(scene, mark, verdict.start, verdict.end)
    previous = parts[index - 1] if index else None
    if (
        previous is not None
        and _BUT_NOT.match(scene.level, parts[index].start)
        and scene.has(previous.start, previous.end, "public")
    ):
        return "negated"
    if (
        previous is not None
        and scene.has(previous.start, previous.end, "secret")
        and not scene.has(previous.start, previous.end, "component")
        and not _set_against(scene, previous)
    ):
        return "negated"
    return None


def _set_against(scene: Scene, part: Clause) -> bool:
    """Whether *part* only says against whom something is set: "Unlike proprietary models, Foo publishes …"."""
    return any(
        mark.value == "than" and scene.words_between(part.start, mark.start) == 0
        for mark in scene.within(part.start, part.end, "prep")
    )


_BUT_NOT: Final = lazily(
    r"\W*(?:but|aber|jedoch|maar|nicht jedoch|echter) (?:not|nicht|niet)\b|\W*(?:nicht aber|nicht jedoch|not|niet)\b"
)


_OF: Final = lazily(
    r" (?:of|von|van|zu|für|for|voor|des|der) (?:the |de |het |its |their |zijn |hun |seine[rm]? |ihre[rm]? )?"
)


def _holder(scene: Scene, mark: Mark) -> Filled:
    of_it = scene.after(mark.end, artifact)
    if of_it is not None and _OF.fullmatch(scene.level, mark.end, of_it.start):
        return members(scene, of_it, artifact)
    if scene.has(mark.start - 24, mark.end + 24, "own_word"):
        owners = actor(scene, mark.end, organization)
        if owners:
            return owners
    found = owner(scene, mark.start, artifact, topic=False) or owner(
        scene, mark.start, lambda name: organization(name) and not _by_example(scene, name), topic=False
    )
    ours = any(scene.level[we.start : we.end] not in _ANYBODY for we in scene.of("we"))
    return (
        found
        or _after_list(scene, mark)
        or (() if (ours and scene.voice is None) or scene.block.kind in {"heading", "title"} else scene.topic[:1])
    )


def _after_list(scene: Scene, mark: Mark) -> Filled:
    """Return whose components an enumeration lists: "the weights, the licence and the paper of Foo-7B"."""
    thing = scene.after(mark.end, artifact)
    if thing is None or scene.has(mark.end, thing.start, "copula", "verb", "finite"):
        return ()
    return members(scene, thing, artifact) if _OF_ALL.search(scene.level, mark.end, thing.start) else ()


_OF_ALL: Final = lazily(r" (?:of|von|van|zu|für|for|voor) (?:the |de |het )?$")
_ANYBODY: Final = frozenset({"je", "jij", "u", "men", "man", "du", "ihr"})


def _by_example(scene: Scene, name: Name) -> bool:
    """Whether *name* only stands for a kind of houses: "our partners, Siemens among them"."""
    first = scene.group(name)[0]
    return any(0 <= first.start - mark.end <= 5 for mark in scene.of("example"))


@rule("component.carried", Predicate.DISCLOSES, "public secret")
def carried(scene: Scene) -> Drafts:
    """Somebody publishes or hides "them": the component that the sentence before spoke of."""
    if scene.of("component", "leak") or not scene.component:
        return
    for mark in scene.of("public", "secret"):
        part = scene.clause(mark.start)
        asked = _WITH_WHAT.match(scene.level, scene.start)
        if not (asked or _THEM.search(scene.level, part.start, part.end)):
            continue
        things = scene.names_in(part.start, part.end, artifact)
        if things and not _AT_IT.search(scene.level, part.start, things[0].start):
            continue
        sign = _published(scene, Mark("component", part.start, part.start), part.start, part.end)
        subjects = scene.names_in(part.start, part.end, lambda name: organization(name) and scene.lead(name) == "")
        if not subjects and scene.voice is not None and scene.of("we"):
            subjects = scene.topic[:1]
        subjects = things[:1] or subjects
        for subject in subjects if sign is not None else ():
            yield Draft(Predicate.DISCLOSES, subject, scene.component, part.start, part.end, mark.start, sign)


_THEM: Final = lazily(r"\b(?:sie|die|diese|ze|deze|them|these|those)\b")
_AT_IT: Final = lazily(r"\b(?:bei|bij|with|for|von|van) $")
_WITH_WHAT: Final = lazily(r"\W*(?:womit|worauf|waarmee|waarop|on what|with what) (?:genau|precies|exactly)")


@rule("component.those", Predicate.DISCLOSES, "component")
def those(scene: Scene) -> Drafts:
    """The same component of another thing: "…, and Google does not release those of Gemini"."""
    for match in _THOSE.finditer(scene.level, scene.start, scene.end):
        part = scene.clause(match.start())
        spoken = [mark for mark in scene.of("component") if mark.end <= part.start]
        things = scene.names_in(match.end(), part.end, artifact)
        if not spoken or not things or things[0].start - match.end() > 1:
            continue
        sign = _published(scene, Mark("component", match.start(), match.end()), part.start, part.end)
        if sign is None:
            continue
        makers = scene.names_in(part.start, part.end, lambda name: organization(name) and scene.lead(name) == "")
        for subject in makers[:1] or things[:1]:
            yield Draft(Predicate.DISCLOSES, subject, spoken[-1].value, part.start, part.end, match.start(), sign)


_THOSE: Final = lazily(r"\b(?:die|diejenigen|jene|those|dat|that) (?:von|van|of)\b")


@rule("component.trained_on", Predicate.DISCLOSES, "size_training")
def trained_on(scene: Scene) -> Drafts:
    """What a thing was trained on, and that nobody knows or somebody says: "Womit X trainiert wurde, ist geheim"."""
    match = _TRAINED_ON.search(scene.level, scene.start, scene.end)
    if match is None or scene.asks or scene.of("component"):
        return
    hidden = scene.of("secret") or _NOBODY.search(scene.level, scene.start, scene.end)
    negated = any(not match.start() <= mark.start < match.end() for mark in scene.of("negation"))
    if not hidden and not scene.of("public") and not _TELLS.search(scene.level, scene.start, match.end()):
        return
    sign: Polarity = "negated" if hidden or negated else "affirmed"
    named = scene.names_in(match.start(), scene.end, artifact) or scene.names_in(scene.start, match.start(), artifact)
    named = named or scene.names_in(scene.start, match.start(), organization)
    for subject in named[:1] or scene.topic[:1]:
        yield Draft(Predicate.DISCLOSES, subject, "training_data", scene.start, scene.end, match.start(), sign)


_TRAINED_ON: Final = lazily(
    r"\b(?:what|which) (?:[\w-]+ ){0,3}?(?:[\w.-]+ ){1,5}(?:was|were|is|are|has been"
    r"|have been) (?:\w+ )?trained (?:on|with)\b|\b(?:womit|worauf|woraus|woran|mit welchen \w+|auf welchen \w+"
    r"|anhand welcher \w+) [^,.;]{2,60}\btrainiert\b|\b(?:waarmee|waarop|met welke \w+"
    r"|op welke \w+) [^,.;]{2,60}\bgetraind\b"
)
_TELLS: Final = lazily(
    r"\b(?:vertel(?:t|d|de)|onthul(?:t|d|de)|vermeld(?:t|de)?|gezegd|zegt|verrät|verraten|gesagt|sagt|nennt|genannt"
    r"|offenlegt|offengelegt|tells?|told|reveal(?:s|ed)?|disclose[sd]?|lists|documents|said|says?|shared?)\b"
)
_NOBODY: Final = lazily(
    r"\b(?:nobody|no one|niemand|keiner|(?:nobody|no one) outside|(?:is|are|remains?|stays?) (?:unknown|unclear|secret)"
    r"|(?:ist|bleibt) (?:unbekannt|unklar|geheim|offen)|(?:is|blijft) (?:onbekend|onduidelijk|geheim))\b"
)

RULES: Final = (discloses, carried, those, trained_on)
