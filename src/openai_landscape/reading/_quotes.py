"""What stands in quotation marks: German, Dutch, English, French and straight ones."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from openai_landscape.reading._place import Place
from openai_landscape.reading._regex import lazily

_CLOSERS: Final = MappingProxyType(
    {
        "„": '“”"',
        "“": '”“"',
        "”": "”",
        "»": "«",
        "«": "»",
        "‚": "‘’",
        "‘": "’",
        '"': '"”“',
        "'": "'",
        "‹": "›",
        "›": "‹",
    }
)
_ANY: Final = lazily("[„“”»«‚‘’\"'‹›]")
_LONGEST: Final = 1500


def quotations(text: str, start: int, end: int) -> tuple[Place, ...]:
    """Return the places between quotation marks, the marks left out, outermost only, in one pass.

    >>> ['X sagte: „Ja.“'[slice(*span)] for span in quotations('X sagte: „Ja.“', 0, 14)]
    ['Ja.']
    """
    found = []
    opened: int | None = None
    for match in _ANY.finditer(text, start, end):
        at = match.start()
        if opened is not None and at - opened > _LONGEST:
            opened = None
        if opened is None:
            opened = at if _opens(text, at) else None
        elif text[at] in _CLOSERS[text[opened]] and _closes(text, at):
            if at > opened + 1:
                found.append(Place(opened + 1, at))
            opened = None
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark not in _CLOSERS or (at and text[at - 1].isalnum()):
        return False
    following = text[at + 1 : at + 2]
    return bool(following.strip()) or mark in "„“»"


def _closes(text: str, at: int) -> bool:
    following = text[at + 1 : at + 2]
    if text[at] in "'’‘":
        return not following.isalnum() and bool(text[at - 1 : at].strip())
    return True
