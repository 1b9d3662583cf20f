"""What a word must not be to be a name: one that the lexicon holds, or a noun that German writes with a capital."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Lexicon

CAPITAL: Final = r"[A-ZÄÖÜÉÅØ]"
TOKEN: Final = rf"{CAPITAL}[\w+]*(?:\.\d+)*(?:-[\w+]+(?:\.\d+)*)*"
"""The source of a regular expression for one word of a name."""


def shorn(name: str, lexicon: Lexicon) -> str:
    """Return *name* without the articles and other small words that began its sentence."""
    words = name.split(" ")
    while len(words) > 1 and small(words[0], lexicon):
        words.pop(0)
    return " ".join(words)


def small(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of those that sentences begin with, or a kind of thing."""
    return any(kind in _SMALL for kind, _ in lexicon.look_up(word.lower()))


_SMALL: Final = frozenset(
    {
        "stop",
        "prep",
        "own_word",
        "relative",
        "subordinate",
        "negation",
        "noun_model",
        "noun_org",
        "np_model",
        "copula",
        "verb",
    }
)


def common(word: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is no name: one that the lexicon holds, or a German noun by its ending."""
    if lexicon.look_up(word.lower()) or _HOUSES.search(word):
        return True
    if lexicon.language == "en" and _ADJECTIVE.fullmatch(word):
        return True
    if lexicon.language == "nl" and _OF_A_PLACE.fullmatch(word):
        return True
    return lexicon.language == "de" and _NOUN_ENDING.search(word) is not None and PLAIN_NOUN.fullmatch(word) is not None


def uncommon(name: str, lexicon: Lexicon) -> str:
    """Return *name* from its first word on that is no common one; its last word at the least."""
    words = name.split(" ")
    while len(words) > 1 and common(words[0], lexicon):
        words.pop(0)
    return " ".join(words)


def proper(name: str, lexicon: Lexicon) -> bool:
    """Whether no word of *name* is a common one."""
    return not any(common(word, lexicon) for word in name.split(" "))


_HOUSES: Final = lazily(
    r"-(?:[Rr]iesen?|[Gg]iganten?|[Kk]onzernen?|[Ff]irmen|[Uu]nternehmens?|[Aa]nbietern?|[Hh]erstellern?|[Gg]rößen"
    r"|[Bb]ranche|[Ss]zene|[Rr]euzen?|[Bb]edrij(?:f|ven)|[Gg]iants?|[Cc]ompan(?:y|ies)|[Ff]irms?)$"
)
"""What ends the compound of a kind of houses, which is none's name: "Tech-Riesen"."""
_ADJECTIVE: Final = lazily(r"[A-Z][a-z]{3,}(?:able|ible|ful|ous|ical|ional|ially|ingly|edly)")
"""An English adjective or adverb by its ending, which has a capital only where it begins a sentence."""
_OF_A_PLACE: Final = lazily(r"[A-Z][a-zëï]{2,}(?:[bdfgklmnprtv]se|ische?)")
"""A Dutch adjective of a place, which has its capital: "het Amsterdamse kantoor"."""
_NOUN_ENDING: Final = lazily(
    r"(?:en|ern|er|ung|keit|heit|innen|ion|ler|schaft|tät|ismus|tel|ent|ahr|tag|ber|uar|uli|uni|ni|ril|rz)$"
)


PLAIN_NOUN: Final = lazily(r"[A-ZÄÖÜ][a-zäöüß]+")
NUMBERED: Final = frozenset(
    "version versie kapitel hoofdstuk chapter section release figure table tabelle tabel ausgabe teil part artikel "
    "article paragraph episode episodes folge aflevering platz plaats rang level stufe tier phase schritt stap step "
    "versionshinweise releasenotes releasehinweise changelog "
    "paragraf absatz nummer number windows iphone formel formula boeing airbus route room zimmer gate terminal seite "
    "page pagina band volume heft series season staffel seizoen grad celsius woche week tag dag day jahr jaar year "
    "quartal kwartaal quarter klasse class gruppe groep group zone sektor sector annex anhang bijlage appendix lektion "
    "community enterprise preview python java windows android cuda update punkt punt point top".split()
)
"""What a number follows that is no name: "Kapitel 2.1", "Python 3.11"."""
