"""A product or service that people use."""

from __future__ import annotations

from pydantic import Field

from openai_landscape.entities.organization import Audience
from openai_landscape.quantities import PartialDate
from openai_landscape.quantities.base import Value


class Product(Value):
    """A product or service, its owner (an organisation's id) and the models it is known to run on."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    name: str
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    models: tuple[str, ...] = ()
    released: PartialDate | None = None
    openness: str | None = None
    audiences: tuple[Audience, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None
