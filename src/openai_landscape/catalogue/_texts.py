"""Licence texts that are known beside the licences themselves."""

from __future__ import annotations

from pydantic import Field

from openai_landscape.quantities.base import Value


class KnownText(Value):
    """A licence text that is known beside the licences: `license` encodes it or has its words, or nothing does."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    title: str
    license: str | None = None
