"""Quantities in a text: exact value with its scale, unit and comparator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from types import MappingProxyType
from typing import Final

import attrs

from openai_landscape.entities import Language
from openai_landscape.quantities import Comparator, Quantity
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Lexicon

_SCALES: Final = MappingProxyType(
    {
        "de": "tausend 3 tsd 3 millionen 6 million 6 mio 6 milliarden 9 milliarde 9 mrd 9 billionen 12 "
        "billion 12 bio 12 trillion 18 trillionen 18",
        "nl": "duizend 3 miljoen 6 mln 6 miljard 9 mld 9 biljoen 12",
        "en": "thousand 3 million 6 mn 6 billion 9 bn 9 trillion 12 tn 12",
    }
)
_NUMBER_WORDS: Final = MappingProxyType(
    {
        "de": "ein 1 eine 1 einer 1 eineinhalb 1.5 anderthalb 1.5 zwei 2 zweieinhalb 2.5 drei 3 vier 4 fünf 5 "
        "sechs 6 sieben 7 acht 8 "
        "neun 9 zehn 10 elf 11 zwölf 12 zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 hundert 100",
        "nl": "een 1 één 1 anderhalf 1.5 anderhalve 1.5 twee 2 tweeënhalf 2.5 drie 3 vier 4 vijf 5 zes 6 "
        "zeven 7 acht 8 negen 9 tien 10 "
        "elf 11 twaalf 12 twintig 20 dertig 30 veertig 40 vijftig 50 honderd 100",
        "en": "a 1 one 1 half a 0.5 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 "
        "twelve 12 twenty 20 "
        "thirty 30 forty 40 fifty 50 a hundred 100",
    }
)
_LETTERS: Final = MappingProxyType({"k": 3, "m": 6, "b": 9, "t": 12, "bn": 9, "mn": 6})


_HUNDRED: Final = MappingProxyType({"de": "hundert", "nl": "honderd", "en": " hundred"})
_TEENS: Final = MappingProxyType(
    {
        "de": "fünfzehn 15 sechzig 60 siebzig 70 achtzig 80 neunzig 90",
        "nl": "vijftien 15 zestig 60 zeventig 70 tachtig 80 negentig 90",
        "en": "fifteen 15 sixty 60 seventy 70 eighty 80 ninety 90",
    }
)


_COMPOUND: Final[Mapping[Language, Callable[[str, str], str]]] = MappingProxyType(
    {
        "de": lambda ten, unit: f"{unit}und{ten}",
        "nl": lambda ten, unit: f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}",
        "en": lambda ten, unit: f"{ten}-{unit}",
    }
)


def _spelt(language: Language) -> dict[str, str]:
    """Return the number words of *language*, also the hundreds that they make: "siebenhundert"."""
    words = _pairs(f"{_NUMBER_WORDS[language]} {_TEENS[language]}")
    small = {word: value for word, value in words.items() if value in set("23456789")}
    tens = {word: value for word, value in words.items() if value in {f"{digit}0" for digit in "23456789"}}
    for ten, unit in product(tens, small):
        words[_COMPOUND[language](ten, unit)] = str(int(tens[ten]) + int(small[unit]))
    return words | {f"{word}{_HUNDRED[language]}": f"{value}00" for word, value in small.items()}


def _pairs(source: str) -> dict[str, str]:
    return {word.strip(): number for word, number in re.findall(r"([^\d]+) (\d+(?:\.\d+)?)(?: |$)", source)}


_SCALE: Final = MappingProxyType({lang: _pairs(source) for lang, source in _SCALES.items()})
_WORDS: Final = MappingProxyType({language: _spelt(language) for language in ("de", "nl", "en")})


def _pattern(language: Language) -> re.Pattern[str]:
    scales = "|".join(sorted(_SCALE[language], key=len, reverse=True))
    words = "|".join(sorted(map(re.escape, _WORDS[language]), key=len, reverse=True))
    return lazily(
        rf"""(?<![\w.,])(?P<before>[$€£~≈<>]\ ?|us\$\ ?|eur\ |usd\ )?
        (?:(?P<digits>\d{{1,3}}(?:[.,' ]\d{{3}}){{1,4}}(?![\d])(?:[.,]\d{{1,2}}(?!\d))?|\d{{1,15}}(?:[.,]\d{{1,3}})?)
           (?:(?P<letter>bn|mn|[kmbt])(?!\w)|[ -]?(?P<scale>{scales})(?P<hyphen>(?=-)|(?!\w)))?
          |(?P<word>{words})\ (?P<wordscale>{scales})(?!\w)
          |(?P<lone>{words})(?=\ (?:sprachen|languages|talen)(?!\w)
            |\ (?:und|oder|bis|en|of|tot|and|or|to)\ \d{{1,3}}(?:[.,]\d)?[ -](?:{scales})(?!\w)))
        \.?(?P<plus>\ ?\+)?""",
        re.VERBOSE,
    )


_FINDERS: Final = MappingProxyType({language: _pattern(language) for language in ("de", "nl", "en")})
_UNIT_WORD: Final = lazily(r"[ -]{0,2}(?:(?P<symbol>%|€|\$)|(?P<word>[\w-]+)(?P<more>(?: [\w-]+){0,3}))")
_WINDOW: Final = 46
MONEY: Final = frozenset({"USD", "EUR", "GBP", "CNY", "CHF", "JPY"})
_CURRENCY: Final = MappingProxyType({"$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP"})


@attrs.frozen
class Number:
    """A number with its unit: `start` to `end` reaches from the comparator to the unit; `noun` is what it counts."""

    start: int
    end: int
    value: Decimal
    unit: str
    comparator: Comparator
    noun: str = ""
    bare: bool = False
    at: int = 0

    def to_quantity(self, unit: str | None = None) -> Quantity:
        """Return the quantity, in *unit* where the place decides it."""
        return Quantity(value=self.value, unit=unit or self.unit or "items", comparator=self.comparator)


def numbers(text: str, level: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Number]:
    """Yield the numbers between *start* and *end* with their units, in order."""
    found = []
    for match in _FINDERS[lexicon.language].finditer(level, start, end):
        value = _value(match, lexicon.language)
        if value is not None and not (match.end() < len(text) and text[match.end()].isalpha()):
            found.append((match, _measured(text, level, match, value, lexicon, start, end)))
    yield from _enumerated(level, found)


_JOIN: Final = lazily(
    r"\s*(?:,|und|oder|bzw\.|beziehungsweise|sowie|and|or|to|bis|en|of|tot|respektive|resp\.|,\s*(?:and"
    r"|or))\s*(?:mit |with )?"
)


def _enumerated(level: str, found: list[tuple[re.Match[str], Number]]) -> Iterator[Number]:
    """Yield the numbers; one without a unit takes those of its neighbour: "8, 70 oder 405 Milliarden"."""
    following: tuple[re.Match[str], Number] | None = None
    carried = 0
    taken: list[Number] = []
    for match, number in reversed(found):
        own = _power(match, number)
        if following is not None and not number.unit and _JOIN.fullmatch(level, match.end(), following[0].start()):
            like = following[1]
            scaled = number.value if own else number.value.scaleb(carried) + 0
            number = attrs.evolve(number, value=scaled, unit=like.unit, end=match.end(), noun=like.noun, bare=False)
            carried = own or carried
        else:
            carried = own
        if following is not None and _RANGE.fullmatch(level, match.end(), following[0].start()):
            number, taken[-1] = _from_to(level, match, number, taken[-1])
        taken.append(number)
        following = (match, number)
    yield from reversed(taken)


def _from_to(level: str, match: re.Match[str], low: Number, high: Number) -> tuple[Number, Number]:
    """Return both ends of a range, exact as they are given: "von 1 bis 27 Milliarden" does not say "at most"."""
    if not _SINCE.search(level, max(0, match.start() - 10), match.start()):
        return low, high
    return attrs.evolve(low, comparator="eq"), attrs.evolve(high, comparator="eq")


_RANGE: Final = lazily(r"[ \w-]{0,14}? (?:bis|tot|to)(?: zu)? ")
_SINCE: Final = lazily(r"\b(?:von|from|van) $")


def _power(match: re.Match[str], number: Number) -> int:
    """Return the power of ten that a word or letter of scale gave *number*."""
    if not (match["scale"] or match["letter"] or match["word"]) or not number.value:
        return 0
    return number.value.adjusted() // 3 * 3


def _value(match: re.Match[str], language: Language) -> Decimal | None:
    if match["lone"]:
        return Decimal(_WORDS[language][match["lone"]])
    if match["word"]:
        return (
            Decimal(_WORDS[language][match["word"]]).scaleb(int(_SCALE[language][match["wordscale"]])).normalize() + 0
        )
    number = _plain(match["digits"], language, scaled=bool(match["scale"] or match["letter"]))
    power = int(_SCALE[language][match["scale"]]) if match["scale"] else _LETTERS.get(match["letter"] or "", 0)
    return number.scaleb(power) + 0 if number is not None else None


_GROUPED: Final = lazily(r"\d{1,3}(?:[.,' ]\d{3})+")


_FOREIGN: Final = MappingProxyType({",": lazily(r"\d{1,3}(?:,\d{3})+\.\d+"), ".": lazily(r"\d{1,3}(?:\.\d{3})+,\d+")})
"""How a number looks that is written in another language's way, by the decimal sign of this one: "1,000.5"."""


def _plain(digits: str, language: Language, *, scaled: bool) -> Decimal | None:
    thousands, point = (",", ".") if language == "en" else (".", ",")
    if _FOREIGN[point].fullmatch(digits):
        thousands, point = point, thousands
    head, dot, fraction = digits.rpartition(point)
    if dot and not (len(fraction) == 3 and not scaled and _GROUPED.fullmatch(digits)) and not (head and point in head):
        whole = head
    else:
        whole, fraction = digits, ""
        last = re.fullmatch(rf"(\d+){re.escape(thousands)}(\d{{1,2}})", digits)
        if last:
            whole, fraction = last[1], last[2]
    cleaned, rest = (re.sub(r"[.,' ]", "", part) for part in (whole, fraction))
    return Decimal(f"{cleaned or '0'}.{rest}" if rest else cleaned)


def _measured(
    text: str, level: str, match: re.Match[str], value: Decimal, lexicon: Lexicon, start: int, end: int
) -> Number:
    onward = _beyond(level, match.end(), end, lexicon)
    unit, noun, stop = _unit(level, onward[1] if onward else match.end(), end, lexicon)
    before = (match["before"] or "").strip()
    if before in _CURRENCY:
        unit, noun = _CURRENCY[before], noun or before
        stop = max(match.end(), stop if _CURRENCY.get(noun) else match.end())
    comparator, begin = _comparator(level, match.start(), max(start, match.start() - _WINDOW), lexicon)
    if before in {"~", "≈"}:
        comparator = "approx"
    elif before in {"<", ">"}:
        comparator = "lt" if before == "<" else "gt"
    following = onward or _beyond(level, stop, end, lexicon)
    after: Comparator | None = following[0] if following else ("ge" if match["plus"] else None)
    return Number(
        start=begin,
        end=stop,
        value=value,
        unit=unit,
        comparator=after or comparator,
        noun=text[stop - len(noun) : stop] if noun and not before else noun,
        bare=not (match["scale"] or match["letter"] or match["word"]),
        at=match.end("before") if match["before"] else match.start(),
    )


def _comparator(level: str, at: int, floor: int, lexicon: Lexicon) -> tuple[Comparator, int]:
    """Return the comparator in the words right before *at*, and where they begin."""
    last = None
    for mark in lexicon.marks(level, floor, at):
        if mark.kind == "comparator" and (last is None or mark.end > last.end):
            last = mark
    if last is None or not _FILLER.fullmatch(level, last.end, at):
        return "eq", at
    if _GOVERNED.search(level, max(0, last.start - 60), last.end) or _GOVERNING.match(level, last.start):
        return "eq", at
    return _COMPARATORS[last.value], last.start


_GOVERNED: Final = lazily(r"\b(?:verfüg|beschik)\w+ [^,.;:]*\b(?:über|over)$")
"""The preposition that belongs to a verb of having: "verfügt … über 70 Milliarden Parameter"."""


_GOVERNING: Final = lazily(r"(?:über|over) [^,.;:]{2,60}\b(?:verfüg|beschik)(?:t|te|en|ten)\b")


_FILLER: Final = lazily(
    r"(?: |die|der|den|das|de|het|the|insgesamt|etwa|\$|€|us\$)*"
    r"|(?: (?:einem|einer|een|an?|the|de))?(?: (?:annual|jaarlijkse|jährlichen?))? "
    r"(?:jahresumsatz|umsatz|jaaromzet|omzet|revenues?|turnover) (?:von|van|of)(?: (?:us\$|\$|€))? "
)
_COMPARATORS: Final[MappingProxyType[str, Comparator]] = MappingProxyType(
    {"eq": "eq", "lt": "lt", "le": "le", "gt": "gt", "ge": "ge", "approx": "approx"}
)


def _beyond(level: str, at: int, end: int, lexicon: Lexicon) -> tuple[Comparator, int] | None:
    """Return the comparator that follows, "or more", and where it ends."""
    for mark in lexicon.marks(level, at, min(end, at + 24)):
        if mark.kind == "comparator_after" and not level[at : mark.start].strip():
            return _COMPARATORS[mark.value], mark.end
    return None


def _unit(level: str, at: int, end: int, lexicon: Lexicon) -> tuple[str, str, int]:
    """Return the unit of the words from *at* on, the noun itself, and where it ends; empty where none is known."""
    match = _UNIT_WORD.match(level, at, min(end, at + 70))
    if match is None:
        return "", "", at
    if symbol := match["symbol"]:
        return ("percent" if symbol == "%" else _CURRENCY[symbol]), symbol, match.end("symbol")
    for mark in lexicon.marks(level, match.start("word"), match.end()):
        if mark.kind == "unit" and _MODIFIERS.fullmatch(level, match.start("word"), mark.start):
            begin = mark.start if " " in level[match.start("word") : mark.start] else match.start("word")
            return mark.value, level[begin : mark.end], mark.end
    return "", match["word"], match.end("word")


_MODIFIERS: Final = lazily(
    r"(?:[\w-]*(?:ische[nr]?|ige[nr]?|ive|iv|[bdkln]+se|liche[nr]?|lich|ly|ed|nvidia [a-z]\d+|us|total|gesamt|nvidia"
    r"|neue[nr]?)[ -]){0,3}(?:\w+-)?"
)
