"""A licence: its texts, its terms, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, Self, TypeAlias

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from openai_landscape.quantities import Day, FrozenMapping, month_before
from openai_landscape.quantities.base import Value
from openai_landscape.terms import Citation, Reading, Term, Users, atoms
from openai_landscape.use import Component

Governed: TypeAlias = Component
"""What a licence governs: the weights, the code or the data."""

Relation: TypeAlias = Literal[
    "finetune", "adapter", "merge", "quantized", "distilled_from_weights", "distilled_from_outputs"
]
"""How a model derives from another: the hub's `base_model_relation`, and distillation by what is learned from."""


class LicenseText(Value):
    """A document that the licence was read from: the SHA-256 of its normalised form, and its public address."""

    id: str
    role: Literal["agreement", "use_policy"] = "agreement"
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    chars: int = Field(gt=0)
    url: str | None = None


class InForce(Value):
    """From and up to when the licence was the one in force; `until` is the first day on which it no longer was."""

    since: Day | None = None
    until: Day | None = None


class Ambiguity(Value):
    """A point that the text leaves open, with its readings by name. A caller may choose one, which is then assumed."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    question: str
    readings: FrozenMapping[str, str] = Field(min_length=2)
    citation: Citation
    also: tuple[Citation, ...] = ()


class Reach(Value):
    """Whether the licence reaches a model that derives from one under it, through *relation*."""

    relation: Relation
    reaches: Literal["yes", "no", "open"]
    citation: Citation | None = None


class License(Value):
    """A licence as data: its terms are a set, their order says nothing.

    `series` joins the texts that one licence had over time. `spdx` is the SPDX id where there is one. `components` is
    what it governs. `released` is the version's release date, with the place that states it. `incorporates` names the
    licences whose conditions this text makes its own: whoever uses it must meet them as well.
    """

    # where evaluation keeps what it derived: no part of the value, nor of its pickle
    __slots__ = ("_compiled",)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    name: str
    aliases: tuple[str, ...] = ()
    version: str | None = None
    series: str | None = None
    spdx: str | None = None
    licensor: str | None = None
    released: Day | None = None
    released_citation: Citation | None = None
    in_force: InForce = Field(default={}, validate_default=True)
    components: tuple[Governed, ...] = Field(default=("weights", "code", "data"), min_length=1)
    incorporates: tuple[str, ...] = ()
    texts: tuple[LicenseText, ...] = ()
    terms: tuple[Term, ...]
    ambiguities: tuple[Ambiguity, ...] = ()
    reach: tuple[Reach, ...] = ()
    notes: tuple[str, ...] = ()

    def text(self, id: str) -> LicenseText:  # noqa: A002 - the field's own name
        """Return the text called *id*.

        Raises:
            LookupError: If the licence was not read from such a text.
        """
        for text in self.texts:
            if text.id == id:
                return text
        raise LookupError(
            f"{self.id} was not read from a text {id!r}; it has {', '.join(t.id for t in self.texts) or 'none'}"
        )

    def _repr_html_(self) -> str:
        from openai_landscape.entities.shown import license_html

        return license_html(self)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        faults = [*self._repeated(), *self._readings(), *self._citations(), *self._derived()]
        if faults:
            raise ValidationError.from_exception_data(self.id, faults)
        return self

    def _repeated(self) -> Iterator[InitErrorDetails]:
        seen: set[str] = set()
        for place, item in self._items():
            if item.id in seen:
                yield _fault(f"two terms are called {item.id!r}; give each its own id", *place, "id")
            seen.add(item.id)

    def _readings(self) -> Iterator[InitErrorDetails]:
        known = {ambiguity.id: ambiguity.readings for ambiguity in self.ambiguities}
        for number, term in enumerate(self.terms):
            for atom in atoms(term.when):
                if isinstance(atom, Reading) and atom.equals not in known.get(atom.reading, ()):
                    offered = known.get(atom.reading)
                    what = f"it has {', '.join(offered)}" if offered else f"known: {', '.join(known) or 'none'}"
                    message = f"{term.id}: no reading {atom.equals!r} of ambiguity {atom.reading!r}; {what}"
                    yield _fault(message, "terms", number, "when")

    def _citations(self) -> Iterator[InitErrorDetails]:
        lengths = {text.id: text.chars for text in self.texts}
        for place, item in self._items():
            yield from _cited(item.citation, lengths, *place, "citation")
            for number, citation in enumerate(item.also):
                yield from _cited(citation, lengths, *place, "also", number)

    def _derived(self) -> Iterator[InitErrorDetails]:
        for number, term in enumerate(self.terms):
            for atom in atoms(term.when):
                if isinstance(atom, Users) and atom.derived and not self._before_release(atom.window):
                    release = f"released {self.released}" if self.released else "released is not given"
                    message = f"{term.id}: {atom.window!r} is not the month before a cited release date; {release}"
                    yield _fault(message, "terms", number, "when")

    def _before_release(self, month: str) -> bool:
        return self.released is not None and self.released_citation is not None and month_before(self.released) == month

    def _items(self) -> Iterator[tuple[tuple[str, int], Term | Ambiguity]]:
        yield from ((("terms", number), term) for number, term in enumerate(self.terms))
        yield from ((("ambiguities", number), ambiguity) for number, ambiguity in enumerate(self.ambiguities))


def _cited(citation: Citation, lengths: Mapping[str, int], *place: str | int) -> Iterator[InitErrorDetails]:
    if citation.text not in lengths:
        message = f"cites the text {citation.text!r}, which is not among the licence's texts; write one of them"
        yield _fault(f"{message}: {', '.join(lengths) or 'there is none'}", *place, "text")
    elif citation.span[1] > lengths[citation.text]:
        message = f"span ends at {citation.span[1]}, past the text's {lengths[citation.text]} characters"
        yield _fault(message, *place, "span")


def _fault(message: str, *place: str | int) -> InitErrorDetails:
    # in braces pydantic would look for a value of the context
    return InitErrorDetails(
        type=PydanticCustomError("license", "{message}", {"message": message}), loc=place, input=None
    )
