"""What a preposition governs: the name after it, unless it has a noun of its own."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading._nouns import PLAIN_NOUN
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Lexicon

_HEADS: Final = frozenset(
    "noun_org noun_model title maker label_head np_org np_model people_of document component label own_word".split()
)
"""Kinds of nouns that a name stands beside in apposition: "vom Hersteller Foo", "with the model Bar"."""
_HEAD: Final = lazily(
    r"(?:konzern|firma|unternehmen|up|hersteller|anbieter|modell|dienst|gruppe|labor|plattform|tochter|mutter|riesen?"
    r"|gigant|giganten|spezialist|spezialisten|schmiede|programm|projekt|system|familie|reihe|assistent|institut"
    r"|version|nachfolger|nachfolgers|konkurrenten?|rivalen?|partnern?|investoren?|marke|tool|bot|generator|maschine"
    r"|zeitung|magazin|portal|agentur|organisation|verein|stiftung|bank|haus|herausforderer)$"
)
_PEOPLE: Final = frozenset({"role_noun", "people"})
_ALONE: Final = frozenset(
    "deskundigen kenners insiders bronnen media berichten geruchten metingen tests benchmarks weken maanden jaren "
    "dagen uren jaar maand week dag mei juni juli januari februari maart april augustus september oktober "
    "november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag sources reports rumors rumours "
    "weeks months years days monday tuesday wednesday thursday friday saturday sunday january february march may "
    "june july august october press".split()
)
"""Nouns that no name stands beside, in languages that do not write them with a capital."""


def complete(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words after a preposition, between *start* and *end*, have a noun that a name after it is not.

    >>> from openai_landscape.reading._words import lexicon
    >>> [complete(words, 0, len(words), lexicon("de")) for words in ("nächsten Wochen", "dem Konzern", "der neuen")]
    [True, False, False]
    """
    words = text[start:end].split()
    last = words[-1] if words else ""
    if last.isdigit():
        return True  # a date: "On 3 September 2025 Foo …"
    kinds = {kind for kind, _ in lexicon.look_up(last.lower())}
    if kinds & _HEADS or not last.isalpha():
        return False
    if lexicon.language == "de":
        adjective = last.endswith("er") and not kinds & _PEOPLE  # "des Pariser Start-ups"
        return PLAIN_NOUN.fullmatch(last) is not None and not adjective and _HEAD.search(last.lower()) is None
    return bool(kinds & _PEOPLE) or last.lower() in _ALONE
