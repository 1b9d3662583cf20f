"""The use that is asked about, and who makes it. A fact not given is unknown, never false."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic import Field as Setting

from openai_landscape.quantities import Day, ExactDecimal, FrozenMapping, Money
from openai_landscape.quantities.base import Value
from openai_landscape.quantities.numbers import Currency
from openai_landscape.use.countries import Country, Territory
from openai_landscape.use.figures import AnnualMoney, DailyCount, MonthlyCount, MonthlyMoney
from openai_landscape.use.taxonomy import (
    Activity,
    Circumstance,
    Component,
    Field,
    Gain,
    HandedOver,
    LicenseeKind,
    Litigation,
    Modality,
    ModelKind,
    Purpose,
    Trade,
)

T = TypeVar("T", bound=str)


def _unique(values: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(sorted(set(values)))


def _listed(value: object) -> object:
    # a set has no order to lose: these are sorted anyway
    return sorted(value, key=str) if isinstance(value, set | frozenset) else value


def _some(values: tuple[T, ...] | None) -> tuple[T, ...] | None:
    # not a minimum length in the schema: pydantic would count what it refused, and complain of that as well
    if values == ():
        raise ValueError("empty; write at least one")
    return values


Sorted = (BeforeValidator(_listed), AfterValidator(_unique))
"""Makes a tuple a set in a fixed order: two uses that list the same in another order are equal."""

NotEmpty = (AfterValidator(_some), Setting(json_schema_extra={"minItems": 1}))
"""Refuses a set without members: what is not known is left out."""

# each row: figures that bound one another, the narrower population first
_NESTED = (
    ("product_monthly_active_users", "own_monthly_active_users", "monthly_active_users"),
    ("product_annual_revenue", "own_annual_revenue", "annual_revenue"),
    ("product_monthly_revenue", "monthly_revenue"),
)


class Licensee(Value):
    """Who wants to use the model: kind, seat, trades, audiences by calendar month, revenue.

    Unless the name says otherwise a figure covers all products and services of the licensee and its affiliates
    together; `own_` leaves the affiliates out, `product_` is the one product or service in question.

    >>> Licensee(monthly_active_users={"2024-03": 812_000_000}).monthly_active_users
    FrozenMapping({Month('2024-03'): 812000000})
    """

    kind: LicenseeKind | None = None
    country: Country | None = None
    trades: Annotated[tuple[Trade, ...], *Sorted] | None = None
    monthly_active_users: MonthlyCount | None = None
    own_monthly_active_users: MonthlyCount | None = None
    product_monthly_active_users: MonthlyCount | None = None
    product_monthly_visits: MonthlyCount | None = None
    daily_active_users: DailyCount | None = None
    annual_revenue: AnnualMoney | None = None
    own_annual_revenue: AnnualMoney | None = None
    product_annual_revenue: AnnualMoney | None = None
    monthly_revenue: MonthlyMoney | None = None
    product_monthly_revenue: MonthlyMoney | None = None
    attributable_revenue: AnnualMoney | None = None

    @model_validator(mode="after")
    def _nested(self) -> Self:
        for chain in _NESTED:
            for index, narrow in enumerate(chain):
                for wide in chain[index + 1 :]:
                    self._within(narrow, wide)
        return self

    def _within(self, narrow: str, wide: str) -> None:
        smaller, larger = getattr(self, narrow), getattr(self, wide)
        for period, part, whole in _same_period(smaller, larger):
            if _exceeds(part, whole):
                when = f"[{period}]" if period else ""
                raise ValueError(
                    f"{narrow}{when} is {_shown(part)}, more than {wide}{when}, {_shown(whole)}, "
                    "which includes it; correct one of them"
                )


def _same_period(smaller: object, larger: object) -> Iterable[tuple[str, int | Money, int | Money]]:
    if isinstance(smaller, int | Money) and isinstance(larger, int | Money):
        yield "", smaller, larger
    elif isinstance(smaller, FrozenMapping) and isinstance(larger, FrozenMapping):
        for period in smaller:
            if period in larger:
                yield str(period), smaller[period], larger[period]


def _exceeds(part: int | Money, whole: int | Money) -> bool:
    if isinstance(part, Money) and isinstance(whole, Money):
        return part.currency == whole.currency and part.amount > whole.amount
    return isinstance(part, int) and isinstance(whole, int) and part > whole


def _shown(figure: int | Money) -> str:
    return f"{figure:,}" if isinstance(figure, int) else f"{figure.currency} {figure.amount:,f}"


class ImprovedModel(Value):
    """The model that `improve_other_models` trains; what is not given is unknown, save `kind`, taken to be language."""

    kind: ModelKind | None = None
    foundational: bool | None = None
    competing: bool | None = None
    released: bool | None = None


class Grant(Value):
    """Rights that a licensor gave by separate agreement: it lifts the reservations that `terms` names.

    JSON writes `from` and `until` for the first and the last day on which it holds; None is without limit.
    """

    license: str
    terms: tuple[str, ...] = Setting(min_length=1)
    since: Day | None = Setting(default=None, alias="from")
    until: Day | None = None
    source: str | None = None

    model_config = Value.model_config | {
        "validate_by_name": True,
        "validate_by_alias": True,
        "serialize_by_alias": True,
    }

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.since is not None and self.until is not None and self.until < self.since:
            raise ValueError(f'until "{self.until}" lies before from "{self.since}"')
        return self


class TargetFacts(Value):
    """Facts of one of several targets."""

    acquired: Day | None = None
    received_in_product: bool | None = None
    component: Component | None = None
    handed_over: Annotated[tuple[HandedOver, ...], *Sorted, *NotEmpty] | None = None
    copies: bool | None = None
    model_modalities: Annotated[tuple[Modality, ...], *Sorted, *NotEmpty] | None = None


class Use(Value):
    """What somebody wants to do with a model: activities, purpose, licensee, places, dates.

    None is unknown, never false; the facts with a default (see `openai_landscape.use.FACTS`) are None here where the
    default was left to apply, and the verdict lists it as an assumption where another value would change the answer.

    Raises:
        pydantic.ValidationError: For unknown keys, values out of the closed lists, inexact numbers, and facts that
            contradict one another; all faults at once.

    >>> use = Use(activities=["embed"], purpose="commercial", licensee={"country": "DE"})
    >>> use.licensee.country
    'DE'
    """

    activities: Annotated[tuple[Activity, ...], *Sorted, *NotEmpty]
    purpose: Purpose | None = None
    gain: Gain | None = None
    production: bool | None = None
    licensee: Licensee = Setting(default={}, validate_default=True)
    territories: Annotated[tuple[Territory, ...], *Sorted, *NotEmpty] | None = None
    fields: Annotated[tuple[Field, ...], *Sorted] | None = None
    circumstances: FrozenMapping[Circumstance, bool] = Setting(default_factory=FrozenMapping)
    component: Component | None = None
    model_modalities: Annotated[tuple[Modality, ...], *Sorted, *NotEmpty] | None = None
    product_modalities: Annotated[tuple[Modality, ...], *Sorted, *NotEmpty] | None = None
    handed_over: Annotated[tuple[HandedOver, ...], *Sorted, *NotEmpty] | None = None
    copies: bool | None = None
    improved_model: ImprovedModel = Setting(default={}, validate_default=True)
    new_model_name: str | None = Setting(default=None, min_length=1)
    received_in_product: bool | None = None
    litigation: Annotated[tuple[Litigation, ...], *Sorted] | None = None
    grants: tuple[Grant, ...] = ()
    registered: Annotated[tuple[str, ...], *Sorted] | None = None
    fulfilled: Annotated[tuple[str, ...], *Sorted] = ()
    readings: FrozenMapping[str, str] = Setting(default_factory=FrozenMapping)
    per_target: FrozenMapping[str, TargetFacts] = Setting(default_factory=FrozenMapping)
    rates: FrozenMapping[Currency, Annotated[ExactDecimal, Setting(gt=0)]] = Setting(default_factory=FrozenMapping)
    acquired: Day | None = None
    on: Day | None = None

    @model_validator(mode="before")
    @classmethod
    def _absent(cls, data: object) -> object:
        # "absent or null = unknown" holds for the parts that are objects, too
        if not isinstance(data, dict):
            return data
        given = data.get("circumstances")
        if isinstance(given, Mapping):
            data = {**data, "circumstances": {name: value for name, value in given.items() if value is not None}}
        parts = {
            "licensee",
            "circumstances",
            "improved_model",
            "grants",
            "fulfilled",
            "readings",
            "per_target",
            "rates",
        }
        return {key: value for key, value in data.items() if not (key in parts and value is None)}

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.on is None:
            return self
        taken = [
            ("acquired", self.acquired),
            *((f"per_target.{k}.acquired", v.acquired) for k, v in self.per_target.items()),
        ]
        for name, day in taken:
            if day is not None and day > self.on:
                raise ValueError(
                    f'{name} "{day}" lies after on "{self.on}"; a copy is taken before the question is asked'
                )
        return self
