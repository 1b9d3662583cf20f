"""Sentences in the languages that are read: one phrase book a language, values written as each language writes them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, TypeAlias, get_args

from attrs import frozen

from openai_landscape.entities import Language
from openai_landscape.quantities import FrozenMapping, PartialDate

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@frozen
class Word:
    """A word of the phrase books, by its key: it is written as each language has it."""

    key: str


@frozen
class Names:
    """Several names or words, listed as each language lists them."""

    items: tuple[Slot, ...]
    last: str = "and"


@frozen
class Sentence:
    """A phrase of the phrase books, by its key, with what goes into it."""

    key: str
    slots: Mapping[str, Slot]


Slot: TypeAlias = "str | int | Decimal | PartialDate | Word | Names | Sentence"


def say(key: str, **slots: Slot) -> Sentence:
    """Return the sentence called *key*, filled in."""
    return Sentence(key, MappingProxyType(slots))


def spoken(sentence: Sentence) -> FrozenMapping[Language, str]:
    """Return *sentence* in every language.

    >>> spoken(say("size", name="Llama 3", sizes=Names((8, 70))))["de"]
    'Llama 3 hat so viele Parameter: 8 und 70.'
    """
    return FrozenMapping({language: in_language(sentence, language) for language in LANGUAGES})


def in_language(slot: Slot, language: Language) -> str:
    """Return *slot* written out in *language*."""
    if isinstance(slot, Sentence):
        text = phrases(language)[slot.key]
        return text.format_map({name: in_language(value, language) for name, value in slot.slots.items()})
    if isinstance(slot, Word):
        return phrases(language)[slot.key]
    if isinstance(slot, Names):
        return _listed([in_language(item, language) for item in slot.items], phrases(language)[slot.last])
    if isinstance(slot, PartialDate):
        return _date(slot, language)
    return slot if isinstance(slot, str) else _number(Decimal(slot), language)


@cache
def phrases(language: Language) -> Mapping[str, str]:
    """Return the phrase book of *language*: what each key says."""
    text = files("openai_landscape.checking").joinpath("phrases", f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType({key: value for table in tomllib.loads(text).values() for key, value in table.items()})


def _listed(items: list[str], last: str) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def _number(value: Decimal, language: Language) -> str:
    text = format(value, ",f")
    return text if language == "en" else text.translate(_SWAP)


_SWAP: Final = str.maketrans({",": ".", ".": ","})


def _date(date: PartialDate, language: Language) -> str:
    if date.month is None:
        return date
    month = phrases(language)[f"month-{date[5:7]}"]
    if len(date) == 7:
        return f"{month} {date.year}"
    return phrases(language)["day"].format(day=int(date[8:]), month=month, year=date.year)
