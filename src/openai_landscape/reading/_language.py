"""Which of the languages that are read a text is in, by its commonest words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from openai_landscape.entities import Language
from openai_landscape.reading._flat import flat
from openai_landscape.reading._regex import lazily

_COMMON: Final = MappingProxyType(
    {
        "de": frozenset(
            "der die das und ist nicht mit von auf für ein eine einen einem einer des dem den zu im sich auch "
            "als bei nur wie "
            "wird werden wurde sind hat haben nach über aus durch unter ihre seine kann können dass zur zum "
            "vom noch mehr es war "
            "aber oder wenn lizenz unternehmen modell modelle veröffentlicht steht soll sagte".split()
        ),
        "nl": frozenset(
            "de het een en van is niet dat op te voor met zijn aan door ook maar naar bij om uit dan nog wel "
            "wordt worden werd "
            "heeft hebben kan kunnen deze dit die hun meer over onder tegen zoals alleen niet geen bedrijf "
            "licentie model modellen "
            "gebruikers volgens mag onderzoek uitgebracht".split()
        ),
        "en": frozenset(
            "the and of to is that for with on as are it by from this be at or an was has have not but its "
            "their which can will "
            "more only they we you been were under than who what our other into license licence model models "
            "released company "
            "users said about may".split()
        ),
    }
)
_SAMPLE: Final = 20_000
_WORD: Final = lazily(r"[^\W\d_]+")


def language_of(text: str) -> Language | None:
    """Return the language of *text*, or None where its words are of none that is read.

    >>> language_of("Het model is door Meta uitgebracht."), language_of("Le modèle est libre.")
    ('nl', None)
    """
    words = _WORD.findall(flat(text[:_SAMPLE]))
    scores: list[tuple[int, Language]] = [
        (_hits(words, "de"), "de"),
        (_hits(words, "nl"), "nl"),
        (_hits(words, "en"), "en"),
    ]
    hits, language = max(scores, key=lambda scored: scored[0])
    rivals = [score for score, other in scores if other != language]
    if hits == 0 or hits * 12 < len(words) or hits == max(rivals):
        return None
    return language


def _hits(words: list[str], language: Language) -> int:
    return sum(map(_COMMON[language].__contains__, words))
