"""What a name stands for in its place: a thing, somebody, a licence."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading._names import LICENCE, Name
from openai_landscape.reading._regex import lazily


def artifact(name: Name) -> bool:
    """Whether *name* stands for a model or a product in this place."""
    if name.artifact:
        return (
            name.tail in _SAME_THING
            or _MODEL_TAIL.search(name.tail) is not None
            or _VERSION_TAIL.fullmatch(name.tail) is not None
        )
    return name.kind == "organization" and name.tail in _MODELS


def organization(name: Name) -> bool:
    """Whether *name* stands for an organisation in this place, and not for something called after it."""
    return name.kind == "organization" and (not name.tail or name.tail in _SAME_PARTY)


def party(name: Name) -> bool:
    """Whether *name* stands for somebody who acts."""
    return organization(name) or name.kind == "person"


def licence(name: Name) -> bool:
    """Whether *name* is a licence's."""
    return name.kind == "licence" or name.tail == LICENCE


def terms(name: Name) -> bool:
    """Whether *name* stands for a thing or for its licence, whose terms are then the thing's."""
    return artifact(name) or (name.artifact and name.tail == LICENCE)


def anything(name: Name) -> bool:
    """Whether *name* can have a property: an artifact, or an organisation for what it makes."""
    return not name.vague and (artifact(name) or organization(name) or name.kind == "community")


_SAME_THING: Final = frozenset({""}) | frozenset(
    "modell modelle modells modellen ki-modell ki-modelle ki-modellen model models familie familien family "
    "sprachmodell sprachmodelle sprachmodellen chatmodelle taalmodel taalmodellen llm llms "
    "chatbot reihe serie series versie version versionen varianten initiative datenkatalog-initiative "
    "programm programms app".split()
)
_MODEL_TAIL: Final = lazily(
    r"(?:^|-)[^\W\d_]*model(?:l|le|ls|s|len)?(?:familien?|reihen?|serien?|familie|reeks|serie)?$"
)
"""A compound that only says what kind of model it is: "R1-Reasoning-Modell"."""
_VERSION_TAIL: Final = lazily(r"[a-z]{0,3}\d[\w.]*(?:-[\w.]+)*")
"""What makes another version of a known model: "Falcon-H1R"."""
_MODELS: Final = _SAME_THING - {"", "app", "initiative", "programm", "programms", "datenkatalog-initiative"}
_SAME_PARTY: Final = frozenset("konzern konzerns gruppe group team".split())
