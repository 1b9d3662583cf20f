"""Names that no catalogue knows, by their shape or the words beside them; once met, known in the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from openai_landscape.reading._names import Alias, Kind
from openai_landscape.reading._trie import alternation
from openai_landscape.reading._words import Lexicon, Mark

_CAP: Final = r"[A-ZÄÖÜÉÅØ]"
_TOKEN: Final = rf"{_CAP}[\w+]*(?:\.\d+)*(?:-[\w+]+(?:\.\d+)*)*"
_VARIANT: Final = (
    r"(?:[ -](?:Instruct|Chat|Base|Large|Medium|Small|Mini|Nano|Pro|Ultra|Turbo|Flash|Coder"
    r"|Code|Vision|Preview|Plus|Max|Lite))*"
)
_SIZED: Final = re.compile(
    rf"(?<![\w.-])(?P<name>(?:{_CAP}[\w.]*(?:-[A-Za-z][\w.]*){{0,2}}(?: (?:{_CAP}[\w]*|\d{{1,2}}(?:\.\d)?)){{0,2}})"
    rf"[ -]\d{{1,3}}(?:\.\d)?(?:[x×]\d{{1,3}})?[BbM](?:-A\d{{1,2}}B)?{_VARIANT})(?!\w)"
)
_VERSIONED: Final = re.compile(
    rf"(?<![\w.-])(?P<name>{_CAP}[A-Za-z]{{2,}}(?:-[A-Z][A-Za-z]+)?-(?:[vVR])?\d{{1,2}}(?:\.\d{{1,2}})?(?!\w"
    rf"|[.,]\d|-[a-zäöü]){_VARIANT})(?![\w-])"
)
_LICENCE: Final = re.compile(
    rf"(?<![\w-])(?P<name>(?:(?:{_CAP}[\w+]*(?:\.\d+)*|\d(?:\.\d)?)[ -]){{1,5}}(?:Licen[cs]e|Lizenz|Licentie|licentie|licen[cs]e)(?: "
    rf"Agreement)?(?: \d(?:\.\d)?)?)(?!\w)"
)
_NO_LICENCE: Final = re.compile(
    r"(?:(?:Open[- ]Source|Free|Software|Community|Research|Commercial|AI|KI)[- ])*(?:[Ll]icen[cs]e|[Ll]izenz"
    r"|[Ll]icentie)s?"
)
_KNOWN_LICENCE: Final = re.compile(
    r"(?<![\w-])(?P<name>[AL]?GPL[- ]?v?[23](?:\.0)?|Apache[- ]2(?:\.0)?|Apache[- ]License(?:,? Version)? "
    r"2\.0|BSD(?:-[23]-Clause)?|CC[- ]BY(?:-NC|-SA|-ND)*(?:[- ]\d\.\d)?|OpenRAIL(?:\+\+)?(?:-M)?)(?!\w|\.\d)"
)
_CAMEL: Final = re.compile(rf"(?<![\w.@/-])(?P<name>{_CAP}[a-z]+{_CAP}\w*)(?![\w/@]|\.\w)")
_SUFFIXED: Final = re.compile(
    rf"(?<![\w-])(?P<name>(?:(?:{_CAP}[\w&.-]*|[a-z]+) ){{0,1}}{_CAP}?[\w&.-]+ (?:AG|GmbH|SE|KG|Inc\.?"
    rf"|Corp\.?|Ltd\.?|LLC|BV|B\.V\.|N\.V\.|NV|Labs|Technologies|Robotics))(?!\w)"
)
_LAB: Final = re.compile(rf"(?<![\w-])(?P<name>{_CAP}[\w]+ (?:AI|Research|Group|Institute|Foundation))(?![\w-])")
_NAMED: Final = (
    r"(?: (?:namens|genannt|named|called|dubbed|genaamd|met de naam|mit dem namen|mit den namen"
    r"|known as|bekannt als))?(?:,? ['\"„“‘]?| )"
)
_AFTER_NOUN: Final = re.compile(rf"{_NAMED}(?P<name>{_TOKEN}(?: (?:{_CAP}[\w+-]*|\d+(?:\.\d+)?\w*))*)")
_MOST: Final = 400
_ACT_WINDOW: Final = 60
_FRONT: Final = re.compile(rf"(?P<name>{_CAP}[\w&-]+(?: {_CAP}[\w&-]+)?)(?= (?:hat|has|heeft|have) |[ ])")


def unknown_names(text: str, marks: Sequence[Mark], lexicon: Lexicon, known: frozenset[str]) -> dict[str, Alias]:
    """Return the names in *text* that are not *known*, by their spelling."""
    found: dict[str, Alias] = {}
    for surface, kind in _candidates(text, marks, lexicon):
        name = surface.rstrip(".,-'")
        if len(name) >= 2 and name not in found and name not in known and _is_name(name, lexicon):
            found[name] = Alias(name, kind, "", "")
        if len(found) >= _MOST:
            break
    return found


def _candidates(text: str, marks: Sequence[Mark], lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    for match in _SIZED.finditer(text):
        yield _shorn(match["name"], lexicon), "model"
    for match in _VERSIONED.finditer(text):
        yield match["name"], "model"
    for match in _LICENCE.finditer(text):
        name = _shorn(match["name"], lexicon)
        if not _NO_LICENCE.fullmatch(name):
            yield name, "licence"
    for match in _KNOWN_LICENCE.finditer(text):
        yield match["name"], "licence"
    for match in _SUFFIXED.finditer(text):
        yield _shorn(match["name"], lexicon), "organization"
    for match in _LAB.finditer(text):
        name = _shorn(match["name"], lexicon)
        yield name, "organization"
        if name.endswith(" AI") and not _common(name.split(" ")[0], lexicon):
            yield name.split(" ")[0], "organization"
    for match in _COMPOUNDED.finditer(text):
        if not _common(match["name"], lexicon) and match["name"].lower() not in _KINDS_OF_MODEL:
            yield match["name"], "model"
    yield from _introduced(text, marks, lexicon)
    for match in _CAMEL.finditer(text):
        if not lexicon.look_up(match["name"].lower()):
            yield match["name"], "organization"


def _introduced(text: str, marks: Sequence[Mark], lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    after_noun: int | None = None
    for mark in marks:
        if mark.kind in _ACTS and mark.value in {"act", "", "say"}:
            yield from _acting(text, mark, lexicon)
        if mark.kind == "title" and text[mark.start - 1 : mark.start] == "-":
            led = _HYPHENED.search(text, max(0, mark.start - 40), mark.start - 1)
            if led is not None:
                yield led["name"], "organization"
        if mark.kind == "example" and after_noun is not None and mark.start - after_noun <= 2:
            listed = _LISTED.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW))
            if listed is not None and not _common(listed["name"].split(" ")[0], lexicon):
                yield listed["name"], "model"
        kind = _INTRODUCERS.get(mark.kind)
        if mark.kind in {"noun_model", "label_head"}:
            after_noun = mark.end
        if kind is None:
            continue
        apposed = _APPOSED.search(text, max(0, mark.start - 80), mark.start)
        if apposed is not None and not any(_common(word, lexicon) for word in apposed["name"].split(" ")):
            yield apposed["name"], kind
        match = _AFTER_NOUN.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW))
        if match is not None and not _bare_apposition(text, mark.end, match, lexicon):
            yield _cut(match["name"], lexicon), kind


_INTRODUCERS: Final[MappingProxyType[str, Kind]] = MappingProxyType(
    {"noun_model": "model", "noun_org": "organization", "np_model": "model", "np_org": "organization"}
)


_COMPOUNDED: Final = re.compile(
    rf"(?<![\w-])(?P<name>{_CAP}[\w]+(?:\.\d+)?)-(?:Modelle?[ns]?|Familie|modellen|model|familie|taalmodel|Sprachmodelle?n?)(?!\w)"
)
_KINDS_OF_MODEL: Final = frozenset(
    "premium basis reasoning frontier foundation embedding diffusion transformer vision base open closed sprach code chat multimodal "
    "edge cloud mini flagship flaggschiff standard enterprise partner geschäfts business video bild audio text open-source top".split()
)
_APPOSED: Final = re.compile(
    rf"(?:^|(?<=[\s(„\"“])) ?(?P<name>{_TOKEN}(?: {_TOKEN}){{0,2}}), (?:ein|eine|einem|een|an?|das|der|die|the|de|het|its|ihr|sein) (?:[\w-]+ ){{0,4}}$"
)
_LISTED: Final = re.compile(
    rf" (?P<name>{_TOKEN}(?: \d+(?:\.\d+)?\w*)?)(?=(?:[,.;:!?)]| (?:und|oder|and|or|en|of|[a-zäöü]\w*)\b))"
)
_ACTS: Final = frozenset({"release", "develop"})
_HYPHENED: Final = re.compile(rf"(?<![\w-])(?P<name>{_TOKEN})$")
_AGENT_BEFORE: Final = re.compile(rf"\b(?:von|vom|door|by) (?P<name>{_TOKEN}(?: {_TOKEN}){{0,2}}) (?:[\w-]+ ){{0,2}}$")
_AGENT_AFTER: Final = re.compile(rf" (?:von|door|by) (?P<name>{_TOKEN}(?: {_TOKEN}){{0,2}})(?!\w)")
_SUBJECT: Final = re.compile(
    rf"(?:^|[.!?:]\s+|\n\s*)(?P<name>{_TOKEN}(?: {_TOKEN}){{0,1}}) (?:hat |has |have |heeft |will |zal |wird "
    rf"|just |recently |today )?$"
)


def _acting(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield who makes or releases something: the agent beside the verb, or the name that begins the sentence."""
    floor = max(0, mark.start - _ACT_WINDOW)
    head = text[floor : mark.start]
    for match in (_AGENT_BEFORE.search(head), _AGENT_AFTER.match(text, mark.end), _SUBJECT.search(head)):
        if match is not None and not any(_common(word, lexicon) for word in match["name"].split(" ")):
            yield match["name"], "organization"


def _common(word: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is no name: one that the lexicon holds, or a German noun by its ending."""
    if lexicon.look_up(word.lower()):
        return True
    return (
        lexicon.language == "de" and _NOUN_ENDING.search(word) is not None and _PLAIN_NOUN.fullmatch(word) is not None
    )


_NOUN_ENDING: Final = re.compile(
    r"(?:en|ern|er|ung|keit|heit|innen|ion|ler|schaft|tät|ismus|tel|ent|ahr|tag|ber|uar|uli|uni|ni|ril|rz)$"
)


def _bare_apposition(text: str, at: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the noun is only followed, not named, by the word: German writes every noun with a capital."""
    if text[at : at + 1] == ",":
        return not (any(c.isdigit() for c in match["name"]) or text[match.end() : match.end() + 1] == ",")
    first = match["name"].split()[0]
    return bool(lexicon.look_up(first.lower())) or (
        lexicon.language == "de" and _PLAIN_NOUN.fullmatch(first) is not None and len(first) > 14
    )


_PLAIN_NOUN: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+")


def _shorn(name: str, lexicon: Lexicon) -> str:
    """Return *name* without the articles and other small words that began its sentence."""
    words = name.split(" ")
    while len(words) > 1 and _small(words[0], lexicon):
        words.pop(0)
    return " ".join(words)


def _cut(name: str, lexicon: Lexicon) -> str:
    """Return the leading words of *name* that can be its own: at most three, up to the first common word."""
    kept: list[str] = []
    for word in name.split(" ")[:3]:
        if kept and lexicon.language == "de" and _PLAIN_NOUN.fullmatch(word) and len(word) > 3:
            break
        if lexicon.look_up(word.lower()):
            break
        kept.append(word)
    return " ".join(kept)


def _small(word: str, lexicon: Lexicon) -> bool:
    return any(kind in _SMALL for kind, _ in lexicon.look_up(word.lower()))


_SMALL: Final = frozenset(
    {"stop", "prep", "own_word", "relative", "subordinate", "negation", "noun_model", "noun_org", "np_model"}
)


def _is_name(name: str, lexicon: Lexicon) -> bool:
    first = name.split(" ")[0]
    if (
        not any(c.isalpha() for c in name)
        or _SIZE_ONLY.fullmatch(name)
        or name.lower() in _NEVER
        or first.lower() in _NEVER
    ):
        return False
    return not (" " not in name and _small(name, lexicon)) and not _small(first, lexicon)


_SIZE_ONLY: Final = re.compile(r"\d+(?:\.\d+)?[bBmM]?")
_NEVER: Final = frozenset(
    "gmbh javascript typescript youtube linkedin macos iphone ipad powerpoint covid-19 formel-1 web-2 web-3 "
    "top-5 top-10 g-7 g-20 phase q1 q2 q3 q4 "
    "mixture api-nutzer github datacommons sovereignai workflow smartphone".split()
)


def found_pattern(names: dict[str, Alias]) -> re.Pattern[str] | None:
    """Return a pattern that finds *names* as they are spelt."""
    if not names:
        return None
    return re.compile(rf"(?<![\w])(?P<word>{alternation(names)})(?=(?:'s|’s|s)?(?!\w))")


_PERSON_PART: Final = r"[A-ZÄÖÜÉ](?:[a-zäöüßéèëïçø'’]+(?:[A-Z][a-zäöü]+)?|\.)(?:-[A-Z][a-zäöü]+)?"
PERSON: Final = (
    rf"{_PERSON_PART}(?: (?:van|von|de|der|den|la|le|al|bin|ten|ter))*(?: {_PERSON_PART}){{1,2}}"
    rf"|[A-ZÄÖÜ]{{3,}} [A-ZÄÖÜ]{{3,}}"
)
"""The source of a regular expression for a person's full name."""
