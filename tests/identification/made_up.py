"""Licences that nobody ever wrote, so that the laws hold in a clone that stands alone."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Final, NamedTuple

from openai_landscape.identification._fingerprint import fingerprint
from openai_landscape.identification._store import Store, written
from openai_landscape.identification._words import pieces, words

WORDS: Final = (
    "grant licensee material notice copy user product service term breach party owner claim right source object weight"
    " model derivative output owner publish distribute modify host sell sublicense keep include state give follow"
    " the a of to and or in with for by under this that any all such its your our"
    " not may must shall if unless except only without no 30 90 700 3.1 million"
).split()


class Known(NamedTuple):
    """What is asked of a catalogue: its licences and texts."""

    licenses: Mapping[str, object]
    texts: Mapping[str, "Encoded"]


class Encoded(NamedTuple):
    """The licence that a text belongs to, if it is encoded."""

    license: str | None


NOTHING_ENCODED: Final = Known({}, {})


def prose(seed: int, length: int) -> list[str]:
    """So many words, in the frequencies of no language, the same for one *seed*."""
    draw = Random(seed)  # noqa: S311 - no secret: the same words each time
    return draw.choices(WORDS, k=length)


def laid_out(said: Sequence[str]) -> str:
    """*said* as a text: sentences of nine words, paragraphs of four sentences."""
    sentences = [f"{' '.join(said[at : at + 9]).capitalize()}." for at in range(0, len(said), 9)]
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)) + "\n"


def replaced(said: Sequence[str], changes: Mapping[int, str]) -> list[str]:
    """*said* with other words at some places."""
    return [changes.get(place, word) for place, word in enumerate(said)]


LONG: Final = prose(1, 600)
SHORT: Final = prose(2, 60)
SIBLING: Final = replaced(LONG, {40: "july", 301: "emblem", 302: "badge"})
POLICY: Final = prose(3, 200)
NOTICE: Final = "Copyright (c) <year> <owner>"
BRIEF: Final = prose(4, 150)

TEXTS: Final = {
    "long-1.0": laid_out(LONG),
    "long-1.1": laid_out(SIBLING),
    "short": laid_out(SHORT),
    "policy": laid_out(POLICY),
    "noticed": f"Brief License\n\n{NOTICE}\n\n{laid_out(BRIEF)}",
}

STORE: Final = Store(
    written(
        {
            name: fingerprint(name, "use_policy" if name == "policy" else "agreement", text)
            for name, text in TEXTS.items()
        }
    )
)


def words_of(text: str) -> list[str]:
    """The words of *text*, normalised."""
    return words(pieces(text))
