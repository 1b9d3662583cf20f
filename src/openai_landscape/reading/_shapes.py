"""Names that no catalogue knows, by their shape or the words beside them; once met, known in the whole text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from openai_landscape.reading._introductions import introduced
from openai_landscape.reading._names import Alias, Kind
from openai_landscape.reading._nouns import CAPITAL, NUMBERED, PLAIN_NOUN, common, shorn, small
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._spotting import on_lines
from openai_landscape.reading._words import Lexicon, Mark

_VARIANT: Final = (
    r"(?:[ -](?:Instruct|Chat|Base|Large|Medium|Small|Mini|Nano|Pro|Ultra|Turbo|Flash|Coder"
    r"|Code|Vision|Preview|Plus|Max|Lite))*"
)
_SIZED: Final = lazily(
    rf"(?<![\w.-])(?P<name>(?:{CAPITAL}[\w.]*(?:-[A-Za-z][\w.]*){{0,2}}(?<!\.)(?: (?:{CAPITAL}[\w]*"
    rf"|\d{{1,2}}(?:\.\d)?)){{0,2}})"
    rf"[ -]\d{{1,3}}(?:\.\d)?(?:[x×]\d{{1,3}})?[BbM](?:-A\d{{1,2}}B)?{_VARIANT})(?!\w)"
)
_VERSIONED: Final = lazily(
    rf"(?<![\w.-])(?P<name>{CAPITAL}[A-Za-z]{{2,}}(?:-[A-Z][A-Za-z]+)?-(?:[vVR])?\d{{1,2}}(?:\.\d{{1,2}})?(?!\w"
    rf"|[.,]\d|-[a-zäöü]){_VARIANT})(?![\w-])"
)
_POINTED: Final = lazily(
    rf"(?<![\w.-])(?P<name>{CAPITAL}[a-z]{{2,}}(?:-{CAPITAL}\w+)? \d{{1,2}}\.\d{{1,2}}{_VARIANT})(?![\w,.]\d|\w)"
    r"(?! ?(?:%|€|\$|[MmBb]il|[Mm]rd|[Mm]ld|[Pp]ro[cz]|percent|[Ee]uro|[Dd]ollar|GB|TB|Uhr|uur|points?\b|[Pp]unkte))"
)
_NUMBERED_VARIANT: Final = lazily(
    rf"(?<![\w.-])(?P<name>{CAPITAL}[A-Za-z]{{2,}} \d{{1,2}}(?:\.\d)? (?:Instruct|Chat|Base|Large|Medium|Small|Mini"
    r"|Nano|Pro|Ultra|Turbo|Flash|Coder|Code|Vision|Preview|Plus|Max|Lite))(?![\w-])"
)
_COUNTED: Final = lazily(
    rf"(?<![\w.-])(?P<name>{CAPITAL}[a-zäöüéë]{{3,}} \d{{1,2}})(?![\w%]|[,.:]\d|[-–]\d"
    r"| ?(?:%|€|\$|[Mm]il|[Mm]rd|[Mm]ld|[Bb]il|[Pp]ro[cz]|percent|[Ee]uro|[Dd]ollar|GB|TB|Uhr|uur|\d))"
)
_SIZE_BESIDE: Final = lazily(
    rf"(?<![\w.-])(?P<name>{CAPITAL}[\w-]+(?: {CAPITAL}[\w-]+){{0,2}}) \(\d{{1,4}}(?:\.\d)?B(?!\w)"
)
"""What has its size in brackets behind it: "Trinity Mini (26B with 3B active parameters)"."""
_LICENCE: Final = lazily(
    rf"(?<![\w-])(?P<name>(?:(?:{CAPITAL}[\w+]{{0,40}}(?:\.\d+)*|\d(?:\.\d)?)[ -]){{1,5}}(?:Licen[cs]e|Lizenz"
    rf"|Licentie|licentie|licen[cs]e)(?: "
    rf"Agreement)?(?: \d(?:\.\d)?)?)(?!\w)"
)
_NO_LICENCE: Final = lazily(
    r"(?:(?:Open[- ]Source|Free|Software|Community|Research|Commercial|AI|KI)[- ])*(?:[Ll]icen[cs]e|[Ll]izenz"
    r"|[Ll]icentie)s?"
)
_KNOWN_LICENCE: Final = lazily(
    r"(?<![\w-])(?P<name>[AL]?GPL[- ]?v?[23](?:\.0)?|Apache[- ]2(?:\.0)?|Apache[- ]License(?:,? Version)? "
    r"2\.0|BSD(?:-[23]-Clause)?|CC[- ]BY(?:-NC|-SA|-ND)*(?:[- ]\d\.\d)?|OpenRAIL(?:\+\+)?(?:-M)?)(?!\w|\.\d)"
)
_CAMEL: Final = lazily(rf"(?<![\w.@/-])(?P<name>{CAPITAL}[a-z]+{CAPITAL}\w*)(?![\w/@]|\.\w)")
_MEASURE: Final = lazily(r"(?:Eval|Bench|Arena|QA|Score|Test)\w{0,4}$")
_SUFFIXED: Final = lazily(
    rf"(?<![\w-])(?P<name>(?:{CAPITAL}[\w&.-]{{0,40}} ){{0,1}}{CAPITAL}?[\w&.-]{{1,40}} "
    rf"(?:AG|GmbH|SE|KG|Inc\.?|Corp\.?|Ltd\.?|LLC|BV|B\.V\.|N\.V\.|NV|Labs|Technologies|Robotics))(?!\w)"
)
_INSTITUTE: Final = lazily(
    rf"(?<![\w-])(?P<name>{CAPITAL}[\w]+(?:-{CAPITAL}\w+)*-(?:Institut|Stiftung|Gesellschaft|Universität|Hochschule)"
    rf"|{CAPITAL}?[a-zäöü]+ministerium|(?:[Mm]inisterium für|[Mm]inisterie van|Ministry of|Department of) {CAPITAL}\w+"
    rf"(?: (?:(?:und|en|and) )?{CAPITAL}\w+){{0,3}}|EU-Kommission|Europäische Kommission|Europese Commissie"
    r"|European Commission"
    rf"|(?:ETH|TU|Universität|Universiteit|University of|Technische Universität|Hochschule) {CAPITAL}\w+)(?:s|es)?"
    r"(?![\w-])"
)
_LAB: Final = lazily(rf"(?<![\w-])(?P<name>{CAPITAL}[\w]+ (?:AI|Research|Group|Institute|Foundation))(?![\w-])")
_COMPOUNDED: Final = lazily(
    rf"(?<![\w-])(?P<name>(?:{CAPITAL}[\w]+(?:\.\d+)?(?=-(?:Modelle?[ns]?|Familie|modellen|model|familie|taalmodel"
    rf"|Sprachmodelle?n?)(?!\w))|{CAPITAL}\w*\d(?:\.\d+)?(?=-(?:\w+-)?\w*[mM]odel(?:le?[ns]?|s)?(?!\w))))"
)
_SEATED: Final = lazily(rf"(?<![\w-]){CAPITAL}\w+-based (?P<name>{CAPITAL}[\w]+(?: {CAPITAL}\w+)?)(?![\w-])")
_FROM_A_PLACE: Final = lazily(rf"(?<!\w)[Hh]et (?P<place>{CAPITAL}[a-zëï]+se) (?P<name>{CAPITAL}\w+(?: AI)?)(?= [a-z])")
_FROM_A_PLACE_AT: Final = lazily(r"se [A-Z]")
_SEAT: Final = lazily(r"^\w+-based ")
_KINDS_OF_MODEL: Final = frozenset(
    "transformator premium basis reasoning frontier foundation embedding diffusion transformer vision base open closed "
    "sprach code coding chat multimodal "
    "edge cloud mini flagship flaggschiff standard enterprise partner geschäfts business video bild audio "
    "text open-source top".split()
)
_MOST: Final = 400


def unknown_names(
    text: str, marks: Sequence[Mark], lexicon: Lexicon, known: frozenset[str], makers: frozenset[str]
) -> dict[str, Alias]:
    """Return the names in *text* that are not *known*, by their spelling, without one of *makers* before them."""
    found: dict[str, Alias] = {}
    for surface, kind in _candidates(text, marks, lexicon):
        name = _SEAT.sub("", surface.rstrip(".,-'"))
        first, _, rest = name.partition(" ")
        if kind == "model" and rest and (first in makers or (_SIZE_IN.search(rest) and _a_noun(first, lexicon))):
            name = rest
        if kind in {"model", "licence"} and (parted := _of_maker(text, name, lexicon, known)) is not None:
            maker, name = parted
            if maker not in known:
                found.setdefault(maker, Alias(maker, "organization", "", ""))
        if (
            len(name) >= 2
            and name not in found
            and name not in known
            and _is_name(name, lexicon)
            and not _is_word(text, name)
            and f"& {name}" not in text
        ):
            found[name] = Alias(name, kind, "", "")
        if len(found) >= _MOST:
            break
    return found


_SIZE_IN: Final = lazily(r"^\w+-\d{1,3}(?:\.\d)?[BbM](?!\w)")


def _a_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether *word* is a German noun before a name that has its size: "laut Fachleuten Foo-7B"."""
    if lexicon.language != "de":
        return False
    head = word.rpartition("-")[2]
    if head != word:
        return _RIVAL.fullmatch(head) is not None
    plain = len(word) > 5 or word.lower() in NUMBERED or common(word, lexicon)
    return plain and PLAIN_NOUN.fullmatch(word) is not None


_RIVAL: Final = lazily(
    r"(?:Konkurrent|Rivale|Gegner|Nachfolger|Vorgänger|Herausforderer|Pendant|Gegenstück|Ableger|Klon|Primus)(?:en|n|s)?"
    r"|Alternativen?|Varianten?|Versionen|Version"
)
"""What ends a compound that says what the name after it is: "die Open-Source-Konkurrenten Foo-7B und Bar-8B"."""


def _is_word(text: str, name: str) -> bool:
    """Whether the text writes *name*, a plain capitalised word, in lower case as well: it is a word like others."""
    word = name.lower()
    if PLAIN_NOUN.fullmatch(name) is None:
        return False
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _JOINED.match(text, max(0, at - 1), at) and not _JOINED.match(text, end, end + 1):
            return True
        at = text.find(word, at + 1)
    return False


_JOINED: Final = lazily(r"[\w-]|\.(?=$)")


def _of_maker(text: str, name: str, lexicon: Lexicon, known: frozenset[str]) -> tuple[str, str] | None:
    """Return a German genitive that begins *name* as the maker that it is of, and the rest: "Foos Bar-7B"."""
    first, _, rest = name.partition(" ")
    maker = first.removesuffix("s")
    if lexicon.language != "de" or len(maker) < 3 or maker == first or not any(c.isalpha() for c in rest):
        return None
    if maker not in known and (common(maker, lexicon) or not re.search(rf"(?<!\w){re.escape(maker)}(?!\w)", text)):
        return None
    return maker, rest


def _candidates(text: str, marks: Sequence[Mark], lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    for pattern, anchor, kind in _SHAPES:
        for match in on_lines(pattern, anchor, text):
            yield shorn(match["name"], lexicon), kind
    for pattern, anchor in (
        (_POINTED, _POINTED_AT),
        (_SIZE_BESIDE, _SIZE_BESIDE_AT),
        (_NUMBERED_VARIANT, _NUMBERED_VARIANT_AT),
    ):
        for match in on_lines(pattern, anchor, text):
            name = shorn(match["name"], lexicon)
            first = name.split(" ")[0]
            if not common(first, lexicon) and first.lower() not in NUMBERED:
                yield name, "model"
    yield from _numbered(text, lexicon)
    yield from _laboratories(text, lexicon)
    yield from _makers(text, lexicon)
    for match in on_lines(_COMPOUNDED, _COMPOUNDED_AT, text):
        short = len(match["name"]) < 4 and match["name"].isalpha()
        if not short and not common(match["name"], lexicon) and match["name"].lower() not in _KINDS_OF_MODEL:
            yield match["name"], "model"
    yield from introduced(text, marks, lexicon)
    for match in on_lines(_CAMEL, _CAMEL_AT, text):
        if not lexicon.look_up(match["name"].lower()) and not _MEASURE.search(match["name"]):
            yield match["name"], "organization"


def _numbered(text: str, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield what has a number for its version more than once in a text: "Lumen 2"; of words, that is no name."""
    often = Counter(shorn(match["name"], lexicon) for match in on_lines(_COUNTED, _COUNTED_AT, text))
    for name, count in often.items():
        first = name.split(" ")[0]
        if count > 1 and not common(first, lexicon) and first.lower() not in NUMBERED:
            yield name, "model"


def _makers(text: str, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield whose model a genitive says that something is, and what has its seat named before it."""
    for match in on_lines(_POSSESSING, _POSSESSING_AT, text):
        if not common(match["name"], lexicon):
            yield match["name"], "organization"
    for match in on_lines(_POSSESSED, _POSSESSING_AT, text):
        if not common(match["word"], lexicon) and match["word"].lower() not in NUMBERED:
            yield match["thing"], "model"
    for match in on_lines(_SEATED, _SEATED_AT, text):
        yield match["name"], "organization"
    for match in on_lines(_FROM_A_PLACE, _FROM_A_PLACE_AT, text) if lexicon.language == "nl" else ():
        if common(match["place"], lexicon) and not common(match["name"], lexicon):
            yield match["name"], "organization"


_SHAPES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str], Kind], ...]] = (
    (_SIZED, lazily(r"\d[BbM]"), "model"),
    (_VERSIONED, lazily(r"-[vVR]?\d"), "model"),
    (_LICENCE, lazily(r"[cz]en[cstz]"), "licence"),
    (_KNOWN_LICENCE, lazily(r"GPL|Apache|BSD|CC|OpenRAIL"), "licence"),
    (
        _INSTITUTE,
        lazily(
            r"-(?:Inst|Stif|Ges|Uni|Hoch)|[Mm]inist|Department|Kommission|Commissi"
            r"|(?:ETH|TU|[vs]ität|siteit|sity of|schule) "
        ),
        "organization",
    ),
    (_SUFFIXED, lazily(r" (?:AG|GmbH|SE|KG|Inc|Corp|Ltd|LLC|B\.?V|N\.?V|Labs|Tech|Robo)"), "organization"),
)
"""Each shape, what it cannot be without, and the kind of thing that it names."""
_POINTED_AT: Final = lazily(r" \d\d?\.\d")
_POSSESSING: Final = lazily(
    rf"(?<![\w.-])(?P<name>{CAPITAL}[\w]+)['’]s (?:[a-z][\w-]* ){{0,3}}{CAPITAL}[\w.]*(?:-[\w.]+)*[ -][vVR]?\d"
)
_POSSESSED: Final = lazily(
    rf"['’]s (?:own |new |latest |newest )(?P<thing>(?P<word>{CAPITAL}[a-z]{{2,}}) \d{{1,2}}(?:\.\d)?)(?![\w.]\d|\w)"
)
_POSSESSING_AT: Final = lazily(r"['’]s ")
_SEATED_AT: Final = lazily(r"-based ")
_COMPOUNDED_AT: Final = lazily(r"-(?:\w*-?\w*[mM]ode|[fF]amil)")
_COUNTED_AT: Final = lazily(r"[a-z] \d")
_NUMBERED_VARIANT_AT: Final = lazily(r" \d\d?(?:\.\d)? [A-Z][a-z]")
_SIZE_BESIDE_AT: Final = lazily(r" \(\d{1,4}(?:\.\d)?B")
_CAMEL_AT: Final = lazily(r"[a-z][A-Z]")
_LAB_AT: Final = lazily(r" (?:AI|Res|Gro|Ins|Fou)")


def _laboratories(text: str, lexicon: Lexicon) -> Iterator[tuple[str, Kind]]:
    """Yield what is called "X AI" or the like, and X alone as well where that is no common word."""
    for match in on_lines(_LAB, _LAB_AT, text):
        name = shorn(match["name"], lexicon)
        if " " not in name:
            continue
        yield name, "organization"
        first, _, rest = name.partition(" ")
        if rest == "AI" and not common(first, lexicon):
            yield first, "organization"


def _is_name(name: str, lexicon: Lexicon) -> bool:
    first = name.split(" ")[0]
    if _KIND_OF.search(name):
        return False
    if (
        not any(c.isalpha() for c in name)
        or _SIZE_ONLY.fullmatch(name)
        or _NO_LICENCE.fullmatch(name)
        or name.lower() in _NEVER
        or first.lower() in _NEVER
    ):
        return False
    return not (" " not in name and small(name, lexicon)) and not small(first, lexicon)


_KIND_OF: Final = lazily(
    r"-(?:only|first|based|style|powered|grade|level|tier|like|ready|native|friendly|class|basiert|fähig|tauglich"
    r"|gebaseerd|vriendelijk)$"
)
"""What makes an adjective of a word, which is then nobody's name: "API-only"."""
_SIZE_ONLY: Final = lazily(r"\d+(?:\.\d+)?[bBmM]?")
_NEVER: Final = frozenset(
    "slm slms llms vlm vlms mllm mllms agi asi "
    "gmbh javascript typescript youtube linkedin macos iphone ipad powerpoint covid-19 formel-1 web-2 web-3 "
    "top-5 top-10 g-7 g-20 phase q1 q2 q3 q4 "
    "mixture api-nutzer github workflow smartphone humaneval mmlu hellaswag truthfulqa winogrande livecodebench "
    "alpacaeval bigbench mathvista lmarena lmsys gsm8k superglue gpqa".split()
)


def shortened(names: dict[str, Alias], lexicon: Lexicon) -> dict[str, Alias]:
    """Return by what shorter name a text may go on to call each of *names*: "Havik" for "Havik-12B".

    A short form that two names share, or that is a common word, stands for neither.
    """
    found: dict[str, list[Alias]] = {}
    for alias in names.values():
        match = (_SHORT_MODEL if alias.kind == "model" else _SHORT_PARTY).fullmatch(alias.alias)
        if match is None or alias.kind not in {"model", "organization"} or common(match["short"], lexicon):
            continue
        found.setdefault(match["short"], []).append(alias)
    return {short: full[0] for short, full in found.items() if len(full) == 1 and short not in names}


_SHORT_MODEL: Final = lazily(
    rf"(?P<short>{CAPITAL}[^\W\d_]{{3,}}(?:-{CAPITAL}[^\W\d_]{{2,}})?)[ -](?:\d{{1,2}}(?:\.\d)?[ -])?"
    r"\d{1,3}(?:\.\d)?[BbM]?"
)
_SHORT_PARTY: Final = lazily(
    rf"(?P<short>{CAPITAL}[^\W\d_]{{3,}}) (?:AI|Compute|Labs|Lab|Research|Systems|Technologies|Robotics|Intelligence"
    r"|Analytics|Software|Data|Models|Networks|AG|GmbH|SE|BV|Inc|Ltd)"
)


_FULL_PART: Final = r"(?:[A-Z]['’])?[A-ZÄÖÜÉ][a-zäöüßéèëïçøàáíóúñ]+(?:[A-Z][a-zäöü]+)?(?:-[A-Z][a-zäöüéèë]+)?"
_PERSON_PART: Final = rf"(?:{_FULL_PART}|[A-Z]\.(?:-?[A-Z]\.)?)"
_PARTICLE: Final = r"(?: (?:(?:van|von|aan)(?: de[rn]?)?|de|den|la|le|al|bin|ten|ter|el|dos|da|di|op|'t))?"
PERSON: Final = (
    rf"(?<![\w.]){_PERSON_PART}(?: {_PERSON_PART} {_FULL_PART}|{_PARTICLE} {_FULL_PART})"
    r"|(?<!\w)[A-ZÄÖÜ]{3,} [A-ZÄÖÜ]{3,}"
)
"""The source of a regular expression for a person's full name."""
