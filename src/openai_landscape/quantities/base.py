"""The base of everything that crosses the package's border."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict
from typing_extensions import override


class Value(BaseModel):
    """A frozen, validated value: unknown keys refused, no way around validation, hashable, equal by value."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_default=True,
        defer_build=True,  # a question asks for few of these classes, and building all takes longer than answering
    )

    def evolve(self, **changes: object) -> Self:
        """Return a copy with *changes*, validated as a whole.

        Raises:
            pydantic.ValidationError: If the changed value would not be valid; nothing is changed then.
        """
        held = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self).model_validate({**held, **changes})

    @override
    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, validating *update* as `evolve` does (pydantic's own would not)."""
        return self.evolve(**update) if update else super().model_copy(deep=deep)

    @classmethod
    @override
    def model_construct(  # type: ignore[override]  # the mypy plugin invents a signature a field for each class
        cls, _fields_set: set[str] | None = None, **values: Any
    ) -> Self:
        """Validate like every other way in (pydantic's own would not)."""
        del _fields_set
        return cls.model_validate(values)


V = TypeVar("V", bound=Value)


def assembled(kind: type[V], parts: Mapping[str, object]) -> V:
    """Put together a value of parts that are valid already, every field among them and in the order of the fields.

    For the evaluator and the reading alone, which make each part themselves: to validate them all again takes ten times
    as long. Whatever comes from outside goes through validation.
    """
    value = kind.__new__(kind)
    object.__setattr__(value, "__dict__", dict(parts))
    object.__setattr__(value, "__pydantic_fields_set__", set(parts))
    object.__setattr__(value, "__pydantic_extra__", None)
    object.__setattr__(value, "__pydantic_private__", None)
    return value
