"""Names that the words beside them give away: "das Start-up X", "X, a language model", "by X released", "X-CEO"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from openai_landscape.reading._names import Kind
from openai_landscape.reading._nouns import CAPITAL, NUMBERED, PLAIN_NOUN, TOKEN, common, proper, uncommon
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Lexicon, Mark

_NAMED: Final = (
    r"(?: (?:namens|genannt|named|called|dubbed|genaamd|met de naam|mit dem namen|mit den namen"
    r"|known as|bekannt als))?(?:,? ['\"„“‘]?| )"
)
_AFTER_NOUN: Final = lazily(rf"{_NAMED}(?P<name>{TOKEN}(?: (?:{CAPITAL}[\w+-]*|\d+(?:\.\d+)?\w*|& {CAPITAL}\w+))*)")
_ACT_WINDOW: Final = 60
_SENTENCE: Final = 160
_SIZE_OR_VERSION: Final = lazily(rf"{CAPITAL}[\w.]*[ -](?:\w+[ -])?[vVR]?\d")
"""A name as models have them, without which a word that begins a sentence is nobody who releases one."""


def introduced(text: str, marks: Sequence[Mark], lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield the names that the words of *marks* introduce, with what kind of thing each names."""
    noun = houses = -1
    for mark in marks:
        if (read := _BY_KIND.get(mark.kind)) is not None:
            yield from read(text, mark, lexicon)
        elif mark.kind == "example" and 0 <= mark.start - noun <= 2:
            yield from _exemplified(text, mark, lexicon)
        elif mark.kind == "example" and 0 <= mark.start - houses <= 2:
            yield from _listed_houses(text, mark, lexicon)
        if mark.kind in {"noun_model", "label_head"}:
            noun = mark.end
        elif mark.kind == "people" and mark.value == "companies":
            houses = mark.end


_SIZED_UP: Final = lazily(
    rf"(?P<name>{TOKEN}(?: (?:{TOKEN}|\d{{1,2}}(?:\.\d)?))?),? (?:mit|met|with|has|hat|heeft|telt|zählt|umfasst"
    r"|features|packs|boasts) (?:[a-zäöü-]+ ){0,4}[\d.,]+(?: ?[\w.]+)? ?$"
)


def _sized_up(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield what has so many parameters, whatever it is called: "ERNIE 5 met twee biljoen parameters"."""
    if mark.value != "parameters":
        return
    match = _SIZED_UP.search(text, max(0, mark.start - 80), mark.start)
    if match is None or not proper(match["name"], lexicon):
        return
    if lexicon.language != "de" or PLAIN_NOUN.fullmatch(match["name"]) is None:
        yield match["name"], "model"


_WITH: Final = lazily(
    rf"[^.,;:\n]{{0,24}}?\b(?:mit|met|with) (?:the |de |het |der |dem )?(?:[a-zäöü]+ )?"
    rf"(?P<name>{TOKEN}(?: {TOKEN}){{0,3}})"
    rf"(?P<more>(?:(?:,| and| und| en) (?:the |de |het )?{TOKEN}(?: {TOKEN}){{0,3}})*)(?![\w-])"
)
_MORE: Final = lazily(rf"(?:,| and| und| en) (?:the |de |het )?(?P<name>{TOKEN}(?: {TOKEN}){{0,3}})")


def _together(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield with whom somebody works: "samen met SURF"; a German noun by itself can be anything."""
    match = _WITH.match(text, mark.start, min(len(text), mark.end + _ACT_WINDOW))
    if match is None:
        return
    for name in (match["name"], *(more["name"] for more in _MORE.finditer(match["more"]))):
        if proper(name, lexicon) and (lexicon.language != "de" or PLAIN_NOUN.fullmatch(name) is None):
            yield name, "organization"


_HEARD: Final = frozenset({"speech", "source"})
_PAPER_AFTER: Final = lazily(
    rf" (?:the|de|het|der|dem|die|das) (?P<name>{TOKEN}(?: {TOKEN}){{1,3}}|{CAPITAL}{{2,5}})(?![\w-])"
)
_PAPER_BEFORE: Final = lazily(
    rf"\b(?:[Tt]he|[Dd]e|[Hh]et|[Dd]er|[Dd]ie|[Dd]as) (?P<name>{TOKEN}(?: {TOKEN}){{1,3}}|{CAPITAL}{{2,5}}) $"
)


_HOUSES: Final = lazily(
    rf" (?P<name>{TOKEN}(?: {TOKEN}){{0,2}})(?P<more>(?:(?:,| and| und| en) {TOKEN}(?: {TOKEN}){{0,2}})+)"
)


def _listed_houses(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield the houses that are enumerated as examples of companies: "companies like Foo, Bar and Baz"."""
    match = _HOUSES.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW))
    if match is not None:
        for name in (match["name"], *(more["name"] for more in _MORE.finditer(match["more"]))):
            if proper(name, lexicon):
                yield name, "organization"


def _reporting(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield the paper or house that says something: "according to the Financial Times", "de FT schrijft"."""
    for match in (
        _PAPER_AFTER.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW)),
        _PAPER_BEFORE.search(text, max(0, mark.start - _ACT_WINDOW), mark.start),
    ):
        if match is not None and "-" not in match["name"] and proper(match["name"], lexicon):
            yield match["name"], "organization"


def _led(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield whose chief somebody is: "Foo-Chef"."""
    if text[mark.start - 1 : mark.start] != "-":
        return
    match = _HYPHENED.search(text, max(0, mark.start - 40), mark.start - 1)
    if match is not None and match["name"] not in _PREFIXES and not common(match["name"], lexicon):
        yield match["name"], "organization"


_PREFIXES: Final = frozenset({"Co", "Ex", "Vize", "Ko", "Vice", "Interims", "Interim", "KI", "AI", "IT", "Forschungs"})
"""What is no house before a title: "Co-Leiter"."""


def _exemplified(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    match = _LISTED.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW))
    if match is not None and not common(match["name"].split(" ")[0], lexicon):
        yield match["name"], "model"


def _called(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    kind = _INTRODUCERS[mark.kind]
    if lexicon.language != "de" and _title_case(text, mark):
        return
    apposed = _APPOSED.search(text, max(0, mark.start - 80), mark.start)
    if apposed is not None:
        name = uncommon(apposed["name"], lexicon)
        start = apposed.end("name") - len(name)
        beside = _SOURCE.search(text, max(0, start - 20), start) and not _BEHIND.match(text, mark.end)
        if not beside and proper(name, lexicon):
            yield name, kind
    defined = _DEFINED.search(text, max(0, mark.start - 90), mark.start)
    if defined is not None and proper(defined["name"], lexicon):
        yield defined["name"], kind
    if kind == "model":
        yield from _shown(text, mark, lexicon)
    owning = _OWNING.search(text, max(0, mark.start - 60), mark.start) if kind == "model" else None
    if owning is not None and _stands_alone(text, holder := uncommon(owning["name"], lexicon), lexicon):
        yield holder, "organization"
    maker = _FROM_MAKER.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW))
    if maker is not None and kind == "model" and _stands_alone(text, maker["name"], lexicon):
        yield maker["name"], "organization"
    match = _AFTER_NOUN.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW))
    if match is not None and not _bare_apposition(text, mark.end, match, lexicon):
        yield _cut(match["name"], lexicon), kind


def _shown(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield which model the noun says that something is: "heeft Beam onthuld, een model", "the Behemoth model"."""
    if lexicon.language == "en":
        yield from _the_model(text, mark, lexicon)
    for pattern in (_PRESENTED, _BEARS):
        match = pattern.search(text, max(0, mark.start - 110), mark.start)
        if match is not None and proper(match["name"], lexicon):
            yield match["name"], "model"


_THE_MODEL: Final = lazily(rf"\b(?:the|its|their)(?: [a-z-]+){{0,2}} (?P<name>{TOKEN}) $")
_KINDS: Final = frozenset("transformer markov bert foundation gan diffusion mixture saas freemium business".split())
"""What kind of model it is, and not which: "the Transformer model"."""


def _the_model(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield what English names before the noun: "the Behemoth model"."""
    called = _THE_MODEL.search(text, max(0, mark.start - 60), mark.start)
    if called is None or text[mark.start : mark.end] != "model" or called["name"].lower() in _KINDS:
        return
    if proper(called["name"], lexicon) and "-and-" not in called["name"]:
        yield called["name"], "model"


_OWNING: Final = lazily(
    rf"(?P<name>{TOKEN}(?: {TOKEN})?) (?:hat|hatte|heeft|had|has|[a-zäöü]+t) (?:seine?n?|ihre?n?|zijn|haar|its)"
    r"(?: \w+)? $"
)
"""Who has a model of its own: "Northgate has pulled its model Foo-7B"."""
_FROM_MAKER: Final = lazily(
    rf"(?: \([A-Z]{{2,5}}\))? (?:von|van|by|from|door) (?P<name>{TOKEN}(?: {TOKEN})?)(?=[.,;:!?)\n]|$| [a-zäöü])"
)


def _stands_alone(text: str, name: str, lexicon: Lexicon) -> bool:
    """Whether *name* can be a maker's; German, which writes every noun so, must have it twice."""
    if not proper(name, lexicon):
        return False
    return lexicon.language != "de" or not PLAIN_NOUN.fullmatch(name) or text.count(name) > 1


_LONGER: Final = lazily(r"[^\W\d_]{4,}")


def _title_case(text: str, mark: Mark) -> bool:
    """Whether the line is a heading that gives every word a capital, so that capitals show no names."""
    start, end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
    line = text[max(start, mark.start - 150) : end if 0 <= end < mark.end + 150 else mark.end + 150]
    words = _LONGER.findall(line)
    return len(words) >= 2 and sum(word[0].isupper() for word in words) * 4 >= len(words) * 3


_INTRODUCERS: Final[MappingProxyType[str, Kind]] = MappingProxyType(
    {"noun_model": "model", "noun_org": "organization", "np_model": "model", "np_org": "organization"}
)


_APPOSED: Final = lazily(
    rf"(?:^|(?<=[\s(„\"“])) ?(?P<name>{TOKEN}(?: (?:{TOKEN}|\d{{1,2}}(?:\.\d)?(?!\w))){{0,2}}), "
    r"(?:ein|eine|einem|een|an?|das|der|die|the"
    rf"|de|het|its|ihr|sein) (?!(?:das|die|den|dem|the|het|de|eine?n?|een|an?) )(?:[\w-]+ ){{0,4}}$"
)
_PRESENTED: Final = lazily(
    rf"\b(?:hat|haben|hatte|heeft|hebben|had|wurde|werd|is) (?:\w+ )?(?P<name>{TOKEN}(?: (?:{TOKEN}"
    rf"|\d{{1,2}}(?:\.\d)?))?)"
    r" (?:(?:vor|an|her|aus|frei|vrij|uit|ge|be|ver|ent|ont|aan)\w{4,}(?:t|d|en)|onthuld|präsentiert|lanciert"
    r"|gelanceerd"
    r"|gepresenteerd|gepubliceerd), (?:eine?n?|een) (?:[\w-]+ ){0,5}$"
)
"""What somebody has brought out, and what it is: "heeft Beam aangekondigd, een model"."""
_BEARS: Final = lazily(
    rf"(?:^|[.!?:]\s+|\n\s*)(?P<name>{TOKEN}(?: (?:{TOKEN}|\d{{1,2}}(?:\.\d)?))?) (?:heißt|hieß|nennt sich|heet|heette)"
    r" (?:das|der|die|es|het|de|dit|dieses) (?:[\w-]+ ){0,4}$"
)
"""What a model is called, said first: "Kolibri heißt das neue Sprachmodell"."""
_BEHIND: Final = lazily(r" (?:hinter|behind|achter) ")
_DEFINED: Final = lazily(
    rf"(?:[.!?:]\s+|\n\s*)(?P<name>{TOKEN}(?: (?:{CAPITAL}\w+|\d{{1,2}}(?:\.\d)?))?) (?:is|ist|was|war) "
    r"(?:ein|eine|een|an?|our|the|das|der|die|het|de|unser|onze|ons|its) (?:[\w-]+,? ){0,4}$"
)
_SOURCE: Final = lazily(r"(?:[Aa]ccording to|[Ll]aut|[Vv]olgens|[Ii]n|[Bb]ei|[Bb]ij|[Aa]t|[Ww]ith|[Ff]or) $")
_LISTED: Final = lazily(
    rf" (?P<name>{TOKEN}(?: \d+(?:\.\d+)?\w*)?)(?=(?:[,.;:!?)]| (?:und|oder|and|or|en|of|[a-zäöü]\w*)\b))"
)
_ACTS: Final = frozenset({"release", "develop"})
_HYPHENED: Final = lazily(rf"(?<![\w-])(?P<name>{TOKEN})$")
_AGENT_BEFORE: Final = lazily(rf"\b(?:von|vom|door|by) (?P<name>{TOKEN}(?: {TOKEN}){{0,2}}) (?:[\w-]+ ){{0,2}}$")
_AGENT_AFTER: Final = lazily(rf" (?:von|door|by) (?P<name>{TOKEN}(?: {TOKEN}){{0,2}})(?!\w)")
_SUBJECT: Final = lazily(
    rf"(?:^|[.!?:]\s+|\n\s*)(?P<name>{TOKEN}(?: {TOKEN}){{0,1}}) (?:hat |has |have |heeft |will |zal |wird "
    rf"|just |recently |today )?$"
)


_OPENER: Final = lazily(
    rf"(?:^|[.!?:]\s+|\n\s*)(?P<name>{TOKEN}(?: {TOKEN})?),? (?:hat|haben|bringt|brachte|stellt|stellte|gibt|gab|macht"
    r"|machte|kündigt|kündigte|veröffentlicht|präsentiert|heeft|brengt|bracht|stelt|stelde|komt|kwam|maakt|maakte"
    r"|kondigt|kondigde|geeft|has|is|today|yesterday|recently)(?= [^.!?:\n]*$)"
)
"""A name that begins the sentence, and its verb or what goes with it."""


def _acting(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield who makes or releases something: the agent beside the verb, or the name that begins the sentence."""
    if mark.value not in {"act", ""} and not mark.value.startswith("release|act|"):
        return
    floor = max(0, mark.start - _ACT_WINDOW)
    head = text[floor : mark.start]
    opener = _OPENER.search(text[max(0, mark.start - _SENTENCE) : mark.start])
    if opener is not None and not (_SIZE_OR_VERSION.search(text, mark.start - _ACT_WINDOW, mark.end + _ACT_WINDOW)):
        opener = None
    released = _RELEASED.match(text, mark.end) if mark.kind != "develop" else None
    if released is not None and not common(released["word"], lexicon) and released["word"].lower() not in NUMBERED:
        yield released["name"], "model"
    for match in (_AGENT_BEFORE.search(head), _AGENT_AFTER.match(text, mark.end), _SUBJECT.search(head), opener):
        if match is not None and proper(match["name"], lexicon) and not _COLLEAGUES.match(match.string, match.end()):
            yield match["name"], "organization"


_COLLEAGUES: Final = lazily(
    r" (?:and|und|en) (?:(?:his|her|their|seine|ihre|zijn|haar) )?(?:colleagues|co-authors|team|kollegen"
    r"|Kolleg\w+|Team|collega)|,? et al"
)
"""What follows a person's name, and no house's."""
_RELEASED: Final = lazily(
    rf" (?:its |the |ihr |sein |das |zijn |het |de )?(?P<name>(?P<word>{CAPITAL}[a-z]{{2,}}) \d{{1,2}}(?:\.\d)?)"
    r"(?=[\s.,;:!?)]|$)"
)
"""What is released, and has a number for its version: "shipped Large 3"."""


def _standing_behind(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield who is in apposition to "the company behind X"."""
    match = _APPOSED.search(text, max(0, mark.start - 80), mark.start) or _BEFORE_COMMA.search(
        text, max(0, mark.start - 80), mark.start
    )
    if match is not None and proper(match["name"], lexicon):
        yield match["name"], "organization"


_BEFORE_COMMA: Final = lazily(rf"(?:^|(?<=[\s(„\"“])) ?(?P<name>{TOKEN}(?: {TOKEN}){{0,2}}), $")
_STATED: Final = frozenset({"derive", "under", "leak"})
_BARE: Final = lazily(
    rf"(?:^|[.!?:;]\s+|[\n–]\s*|, )(?P<name>{TOKEN}) (?:is |ist |was |war |wurde |werd |wordt |ships |steht |valt "
    rf"|falls |comes |kommt |(?:reportedly |angeblich |a |an |een |eine |ein ))*$"
)
_STANDS: Final = lazily(r"valt|carr|ships|comes|falls|trägt|gilt")
_FORMAL: Final = lazily(r"[^.;:!?\n]{0,40}?(?:\d|MIT\b|Apache|[Ll]i[cz]en)")


def _spoken_of(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield what begins the sentence before a word of descent, licence or leak, where a model or licence follows."""
    match = _BARE.search(text, max(0, mark.start - _ACT_WINDOW), mark.start)
    if match is None or common(match["name"], lexicon) or not _FORMAL.match(text, mark.end):
        return
    if mark.kind == "under" and match.end() == match.end("name") + 1 and not _STANDS.match(text, mark.start, mark.end):
        return
    yield match["name"], "model"


_OF_WHICH: Final = lazily(
    rf" (?:of|von|van) (?P<name>{TOKEN}(?: \d{{1,2}}(?:\.\d)?(?!\w))?)(?![\w-])(?! [\w-]*[mM]odel)"
)


def _weighed(text: str, mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield whose weights are spoken of: "the weights of Obsidian 2"."""
    if mark.value != "weights":
        return
    match = _OF_WHICH.match(text, mark.end, min(len(text), mark.end + _ACT_WINDOW))
    if match is not None and not common(match["name"].split(" ")[0], lexicon):
        yield match["name"], "model"


def _bare_apposition(text: str, at: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the noun is only followed, not named, by the word: German writes every noun with a capital."""
    if text[at : at + 1] == ",":
        return not (any(c.isdigit() for c in match["name"]) or text[match.end() : match.end() + 1] == ",")
    first = match["name"].split()[0]
    return bool(lexicon.look_up(first.lower())) or (
        lexicon.language == "de" and PLAIN_NOUN.fullmatch(first) is not None and len(first) > 14
    )


def _cut(name: str, lexicon: Lexicon) -> str:
    """Return the leading words of *name* that can be its own: at most three, up to the first common word."""
    kept: list[str] = []
    for word in name.split(" ")[:3]:
        if kept and lexicon.language == "de" and PLAIN_NOUN.fullmatch(word) and len(word) > 3:
            break
        if lexicon.look_up(word.lower()):
            break
        kept.append(word)
    return " ".join(kept)


_BY_KIND: Final[Mapping[str, Callable[[str, Mark, Lexicon], Iterator[tuple[str, Kind]]]]] = MappingProxyType(
    {
        "release": _acting,
        "develop": _acting,
        "gap.second": _acting,
        "behind": _standing_behind,
        "derive": _spoken_of,
        "under": _spoken_of,
        "leak": _spoken_of,
        "component": _weighed,
        "partner": _together,
        "speech": _reporting,
        "source": _reporting,
        "title": _led,
        "unit": _sized_up,
        **dict.fromkeys(_INTRODUCERS, _called),
    }
)
"""What to look for beside each kind of word."""
