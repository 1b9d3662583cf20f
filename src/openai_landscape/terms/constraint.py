"""Conditions over the facts of a use, as data: comparisons, membership, and, or, not.

In JSON each has a form of its own, told apart by its keys:

    {"fact": "purpose", "one_of": ["research", "education"]}
    {"fact": "production", "equals": false}
    {"fact": "fields", "overlaps": ["military", "nuclear"]}
    {"fact": "territories", "overlaps": ["EU", "GB"]}       or "within"
    {"fact": "licensee.country", "one_of": ["EU"]}
    {"fact": "licensee.monthly_active_users", "window": "2024-03", "gt": 700000000}
    {"fact": "licensee.annual_revenue", "window": "preceding_year", "gt": {"amount": "1000000", "currency": "USD"}}
    {"fact": "on", "since": "2025-06-27"}                   or "before"
    {"reading": "outputs", "equals": "restricted"}
    {"all_of": […]}   {"any_of": […]}   {"none_of": […]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from typing_extensions import TypeAliasType

from openai_landscape.quantities import Count, Day, Money, Month, Year
from openai_landscape.quantities.base import Value
from openai_landscape.use import FACTS, Fact, FactKind, fact_named
from openai_landscape.use.countries import COUNTRIES, GROUPS

WINDOW_RULES: Final = MappingProxyType(
    {
        "present": "at the time of the question",
        "preceding_month": "in the calendar month before the question",
        "preceding_year": "in the calendar year before the question",
        "preceding_12_months": "in the twelve months before the question",
        "since_acquired": "in any period since the copy was taken",
        "anniversary_12_months": "in the twelve months before an anniversary of the agreement",
    }
)
"""The windows that are not one fixed month or year, each with what it means."""


def _window(text: str) -> str:
    if text in WINDOW_RULES:
        return text
    try:
        return Month(text) if len(text) > 4 else Year(text)
    except ValueError:
        raise ValueError(
            f'{text!r}: not a window; write a month ("2024-03"), a year ("2024") or one of {", ".join(WINDOW_RULES)}'
        ) from None


Window: TypeAlias = Annotated[str, AfterValidator(_window)]
"""When a figure is measured: one fixed calendar month or year, or one of `WINDOW_RULES`."""


class _FactTest(Value):
    fact: str

    def spec(self) -> Fact:
        """Return the registry's entry for the fact."""
        return fact_named(self.fact)

    def _require(self, *kinds: FactKind) -> Fact:
        spec = fact_named(self.fact)
        if spec.kind not in kinds:
            raise ValueError(f"{self.fact} is a {spec.kind}, which this form of condition cannot ask for")
        return spec


def _known(words: tuple[str, ...], allowed: frozenset[str] | tuple[str, ...], fact: str) -> None:
    strange = [word for word in words if word not in allowed]
    if strange:
        listed = ", ".join(sorted(allowed)) if len(allowed) < 50 else "a country's ISO code, EU or EEA"
        raise ValueError(f"{fact}: {strange[0]!r} is none of its values; write one of {listed}")


_PLACES = COUNTRIES | frozenset(GROUPS)


class Choice(_FactTest):
    """The fact is one of these values (for a country: of these countries or groups)."""

    one_of: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _typed(self) -> Self:
        spec = self._require("choice", "country")
        _known(self.one_of, _PLACES if spec.kind == "country" else spec.values, self.fact)
        return self


class Flag(_FactTest):
    """The fact is true, or is false."""

    equals: bool = Field(strict=True)

    @model_validator(mode="after")
    def _typed(self) -> Self:
        self._require("flag")
        return self


class SetOf(_FactTest):
    """The fact, a set, shares a member with these words, or has none outside them: just one of the two is given."""

    overlaps: tuple[str, ...] | None = Field(default=None, min_length=1)
    within: tuple[str, ...] | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _typed(self) -> Self:
        spec = self._require("set", "places")
        if (self.overlaps is None) == (self.within is None):
            raise ValueError(f'{self.fact}: write either "overlaps" or "within"')
        _known(self.words, _PLACES if spec.kind == "places" else spec.values, self.fact)
        return self

    @property
    def words(self) -> tuple[str, ...]:
        """The words asked for."""
        return self.overlaps or self.within or ()


Places: TypeAlias = SetOf


class _Bounded(_FactTest):
    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        given = [name for name in ("gt", "ge", "lt", "le") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f'{self.fact}: write one of "gt", "ge", "lt" and "le"')
        return self


class Users(_Bounded):
    """A count of users or visits, in a window, is greater (or at least, less, at most) than a number.

    `derived` says how a fixed window follows from the licence where the text does not name it: a `License` refuses one
    that is not the calendar month before its release.
    """

    window: Window
    derived: Literal["month_before_release"] | None = None
    gt: Count | None = None
    ge: Count | None = None
    lt: Count | None = None
    le: Count | None = None

    @model_validator(mode="after")
    def _typed(self) -> Self:
        self._require("users")
        return self


class Amount(_Bounded):
    """A sum of money, in a window, is greater (or at least, less, at most) than an amount in one currency."""

    window: Window
    gt: Money | None = None
    ge: Money | None = None
    lt: Money | None = None
    le: Money | None = None

    @model_validator(mode="after")
    def _typed(self) -> Self:
        self._require("money")
        return self


class DateTest(_FactTest):
    """A date of the use lies on or after a day, or before it: just one of the two is given."""

    since: Day | None = None
    before: Day | None = None

    @model_validator(mode="after")
    def _typed(self) -> Self:
        self._require("date")
        if (self.since is None) == (self.before is None):
            raise ValueError(f'{self.fact}: write either "since" or "before"')
        return self


class Reading(Value):
    """An ambiguity of the licence is read in this way."""

    reading: str
    equals: str


class Everything(Value):
    """All of these hold; an empty list holds."""

    all_of: tuple[Constraint, ...]


class AnyOf(Value):
    """One of these holds; an empty list does not."""

    any_of: tuple[Constraint, ...]


class NoneOf(Value):
    """None of these holds."""

    none_of: tuple[Constraint, ...] = Field(min_length=1)


_FORMS = (
    ("all_of", Everything),
    ("any_of", AnyOf),
    ("none_of", NoneOf),
    ("reading", Reading),
    ("one_of", Choice),
    ("overlaps", SetOf),
    ("within", SetOf),
)


def _form(value: object) -> str | None:
    if not isinstance(value, Mapping):
        return _TAGS.get(type(value))
    for key, kind in _FORMS:
        if key in value:
            return kind.__name__
    if "equals" in value:
        return "Flag"
    if "since" in value or "before" in value:
        return "DateTest"
    bound = next((value[name] for name in ("gt", "ge", "lt", "le") if value.get(name) is not None), None)
    if bound is None:
        return None
    fact = FACTS.get(str(value.get("fact")))
    return "Users" if isinstance(bound, int) or (fact is not None and fact.kind == "users") else "Amount"


Constraint = TypeAliasType(
    "Constraint",
    Annotated[
        Annotated[Everything, Tag("Everything")]
        | Annotated[AnyOf, Tag("AnyOf")]
        | Annotated[NoneOf, Tag("NoneOf")]
        | Annotated[Reading, Tag("Reading")]
        | Annotated[Choice, Tag("Choice")]
        | Annotated[SetOf, Tag("SetOf")]
        | Annotated[Flag, Tag("Flag")]
        | Annotated[DateTest, Tag("DateTest")]
        | Annotated[Users, Tag("Users")]
        | Annotated[Amount, Tag("Amount")],
        Discriminator(
            _form,
            custom_error_type="constraint_form",
            custom_error_message='not a condition; write for example {"fact": "purpose", "one_of": ["research"]}',
        ),
    ],
)
"""A condition over the facts of a use; a type with a name, so that pydantic makes its schema once."""

Atom: TypeAlias = Reading | Choice | SetOf | Flag | DateTest | Users | Amount

_TAGS: Final[dict[type[object], str]] = {
    kind: kind.__name__ for kind in (Everything, AnyOf, NoneOf, Reading, Choice, SetOf, Flag, DateTest, Users, Amount)
}


def atoms(constraint: Constraint) -> Iterator[Atom]:
    """Yield every comparison in *constraint*, in reading order.

    >>> [atom.fact for atom in atoms(NoneOf(none_of=(Flag(fact="production", equals=True),)))]
    ['production']
    """
    if isinstance(constraint, Everything | AnyOf | NoneOf):
        for part in parts(constraint):
            yield from atoms(part)
    else:
        yield constraint


def parts(constraint: Everything | AnyOf | NoneOf) -> tuple[Constraint, ...]:
    """Return the conditions that *constraint* joins."""
    if isinstance(constraint, Everything):
        return constraint.all_of
    return constraint.any_of if isinstance(constraint, AnyOf) else constraint.none_of
