"""A stretch of a text, as the stages pass it on; what leaves the package is a `Span`, which validates."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """From *start* up to, not including, *end*."""

    start: int
    end: int
