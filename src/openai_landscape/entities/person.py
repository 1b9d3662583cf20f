"""A person and the roles they hold or held."""

from __future__ import annotations

from pydantic import Field

from openai_landscape.quantities import PartialDate
from openai_landscape.quantities.base import Value


class Role(Value):
    """A title at an organisation; `since` and `until` as far as known, None in `until` for a role still held."""

    organization: str
    title: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str | None = None


class Person(Value):
    """A person whom texts about the landscape name."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    sources: tuple[str, ...] = ()
