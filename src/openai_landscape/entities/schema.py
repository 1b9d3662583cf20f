"""The published JSON Schemas of the entities (draft 2020-12)."""

from __future__ import annotations

from typing import Final, TypeAlias

from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import override

from openai_landscape.entities.claim import Claim
from openai_landscape.entities.license import License
from openai_landscape.entities.model import Model
from openai_landscape.entities.organization import Organization
from openai_landscape.entities.person import Person
from openai_landscape.entities.product import Product
from openai_landscape.entities.source import Source, Span
from openai_landscape.quantities import FrozenMapping
from openai_landscape.quantities.base import Value
from openai_landscape.use import Grant, Licensee, Use

JsonSchema: TypeAlias = dict[str, object]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

ENTITIES: Final[tuple[type[Value], ...]] = (
    Claim,
    Grant,
    License,
    Licensee,
    Model,
    Organization,
    Person,
    Product,
    Source,
    Span,
    Use,
)
"""What a user can write down; what the package answers has schemas, too, by `json_schema`."""


class _Generator(GenerateJsonSchema):
    @override
    def encode_default(self, dft: object) -> object:
        return super().encode_default(dict(dft) if isinstance(dft, FrozenMapping) else dft)


def json_schema(entity: type[Value]) -> JsonSchema:
    """Return the JSON Schema of an entity's JSON, with its dialect and an id: a URN, since nothing serves it.

    >>> schema = json_schema(Use)
    >>> schema["$id"], schema["required"]
    ('urn:openai-landscape:schema:use', ['activities'])
    """
    written = entity.model_json_schema(schema_generator=_Generator)
    return {"$schema": DIALECT, "$id": f"urn:openai-landscape:schema:{entity.__name__.lower()}", **written}


def json_schemas() -> dict[str, JsonSchema]:
    """Return the JSON Schemas of all that a user can write down, by the entity's name.

    >>> sorted(json_schemas())[:3]
    ['Claim', 'Grant', 'License']
    """
    return {entity.__name__: json_schema(entity) for entity in ENTITIES}
