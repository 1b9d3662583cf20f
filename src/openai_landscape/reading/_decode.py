"""Bytes, a path or a string, as the text it holds; nothing is changed but what encoding demands."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

_BOM: Final = "\ufeff"


class UnreadableTextError(ValueError):
    """What was given is no text in UTF-8."""


def decoded(given: str | bytes | Path, label: str) -> str:
    """Return the text of *given*: a string itself, bytes or a path's content as UTF-8 without a byte order mark.

    Raises:
        UnreadableTextError: If it is not UTF-8, holds NUL characters or lone surrogates.
        OSError: If the path cannot be read.
    """
    if isinstance(given, str):
        return _whole(given, label)
    data = given.read_bytes() if isinstance(given, Path) else bytes(given)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableTextError(
            f"{label}: byte {error.start} (0x{data[error.start]:02x}) is not UTF-8; save the text as UTF-8"
        ) from None
    return _whole(text.removeprefix(_BOM), label)


def _whole(text: str, label: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableTextError(
            f"{label}: character {error.start} is a lone surrogate (U+{ord(text[error.start]):04X}); decode "
            f"the text as UTF-8"
        ) from None
    if (at := text.find("\0")) >= 0:
        raise UnreadableTextError(f"{label}: character {at} is NUL, which no text holds; is this a binary file?")
    return text


def digest(text: str) -> str:
    """Return a short name for a text that was given none.

    >>> digest("a claim")
    'text-78fb001c'
    """
    return f"text-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
