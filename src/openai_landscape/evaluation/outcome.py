"""The four answers."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """The answer over all completions, from best to worst."""

    PERMITTED = "permitted"
    DEPENDS = "depends"
    NEEDS_AGREEMENT = "needs_agreement"
    PROHIBITED = "prohibited"

    @property
    def rank(self) -> int:
        """0 for permitted to 3 for prohibited."""
        return tuple(Outcome).index(self)
