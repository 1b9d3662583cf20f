"""Houses by initials that stand in one enumeration with a house that is known: "TNO, SURF and the NFI"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Lexicon

_BEFORE: Final = lazily(
    r"(?<![\w-])(?P<names>(?:[A-Z]{2,6}, (?:(?:the|de|het|der|die|das|dem) )?)*[A-Z]{2,6})(?:,| und| and| en| &)"
    r"(?: (?:the|de|het|der|die|das|dem))? $"
)
_AFTER: Final = lazily(
    r"(?P<names>(?:(?:,| und| and| en| &)(?: (?:the|de|het|der|die|das|dem))? [A-Z]{2,6}(?![\w-]))+)"
)
_INITIALS: Final = lazily(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")
_JOINS: Final = (", ", " und ", " and ", " en ", " & ")
_WINDOW: Final = 60
_NO_HOUSE: Final = frozenset(
    "AI KI ML LLM LLMS SLM VLM AGI API APIS GPU GPUS CPU TPU NPU SDK RAG MOE EU US USA UK VS CEO CTO CFO COO FAQ PDF"
    " TPM RAM MIT BSD GPL CC RLHF NLP OCR AR VR XR IT PR HR IPO PC TV OS URL UI UX MMLU GB TB MB".split()
)
"""Initials that are anything but a house's."""


def acronyms(text: str, names: Sequence[Name], lexicon: Lexicon) -> Iterator[str]:
    """Yield the initials beside an organisation of *names* in an enumeration, that are not names already."""
    taken = {name.mention for name in names}
    for name in names:
        if name.kind != "organization" or name.tail:
            continue
        near = text[max(0, name.start - 10) : name.start]
        before = any(join in near for join in _JOINS)
        for match in (
            _BEFORE.search(text, max(0, name.start - _WINDOW), name.start) if before else None,
            _AFTER.match(text, name.end, name.end + _WINDOW),
        ):
            for short in _INITIALS.findall(match["names"]) if match is not None else ():
                if short not in taken and short not in _NO_HOUSE and not lexicon.look_up(short.lower()):
                    taken.add(short)
                    yield short
