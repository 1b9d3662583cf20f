"""The registry of facts: each path that a constraint may ask for, with its type, unit and default."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from attrs import frozen

from openai_landscape.use import taxonomy

FactKind: TypeAlias = Literal["choice", "flag", "set", "places", "country", "users", "money", "text", "date"]


@frozen
class Measure:
    """What a figure counts: the quantity, whose (narrowest population 0), and over what period it is stated.

    Figures bound one another only within one quantity and period: product <= own <= with affiliates.
    """

    quantity: str
    breadth: int
    period: Literal["month", "day", "year"]
    whose: str

    @property
    def noun(self) -> str:
        """The quantity in words."""
        return self.quantity.replace("_", " ")


@frozen
class Fact:
    """One fact of a use: dotted path, kind, the closed list it draws from, unit, default in words (None: unknown)."""

    path: str
    kind: FactKind
    says: str
    values: tuple[str, ...] = ()
    unit: str | None = None
    default: str | None = None
    measure: Measure | None = None


_PRODUCTS = (
    "the one product or service in question",
    "the products and services of the licensee without its affiliates",
    "the products and services of the licensee and its affiliates",
)
_EARNERS = (
    "the one product or service in question",
    "the licensee without its affiliates",
    "the licensee with its affiliates",
)


def _users(name: str, quantity: str, breadth: int, period: Literal["month", "day"] = "month") -> Fact:
    measure = Measure(quantity, breadth, period, _PRODUCTS[breadth])
    return Fact(f"licensee.{name}", "users", f"the {measure.noun} of {measure.whose}", unit="persons", measure=measure)


def _money(name: str, quantity: str, breadth: int, period: Literal["month", "year"] = "year") -> Fact:
    measure = Measure(quantity, breadth, period, _EARNERS[breadth])
    return Fact(f"licensee.{name}", "money", f"the {measure.noun} of {measure.whose}", unit="ISO 4217", measure=measure)


_EARNED = Measure("attributable_revenue", 0, "year", "the use of the model")

# what a use is not taken to be unless it says so; the other circumstances are open until they are given
_WRONGS = ("sanctioned_party", "safeguards_removed")

_TABLE: tuple[Fact, ...] = (
    Fact("purpose", "choice", "the primary purpose of the use", get_args(taxonomy.Purpose)),
    Fact(
        "gain",
        "choice",
        "money or other advantage from the use",
        get_args(taxonomy.Gain),
        default="direct for commercial, else none",
    ),
    Fact("production", "flag", "whether it runs for real users or real work"),
    Fact("licensee.kind", "choice", "what the licensee is", get_args(taxonomy.LicenseeKind)),
    Fact("licensee.country", "country", "where the licensee has its domicile or principal place of business"),
    Fact("licensee.trades", "set", "what the licensee trades in", get_args(taxonomy.Trade), default="none"),
    _users("monthly_active_users", "monthly_active_users", 2),
    _users("own_monthly_active_users", "monthly_active_users", 1),
    _users("product_monthly_active_users", "monthly_active_users", 0),
    _users("product_monthly_visits", "monthly_visits", 0),
    _users("daily_active_users", "daily_active_users", 2, "day"),
    _money("annual_revenue", "annual_revenue", 2),
    _money("own_annual_revenue", "annual_revenue", 1),
    _money("product_annual_revenue", "annual_revenue", 0),
    _money("monthly_revenue", "monthly_revenue", 2, "month"),
    _money("product_monthly_revenue", "monthly_revenue", 0, "month"),
    Fact("licensee.attributable_revenue", "money", "what the use of the model earns", unit="ISO 4217", measure=_EARNED),
    Fact("territories", "places", "where the model is run or the product offered"),
    Fact(
        "fields",
        "set",
        "the fields of use that it touches",
        taxonomy.FIELDS,
        default="none, other_illegal where it is not lawful",
    ),
    *(
        Fact(f"circumstances.{name}", "flag", says, default="false" if name in _WRONGS else None)
        for name, says in taxonomy.CIRCUMSTANCES.items()
    ),
    Fact("component", "choice", "which component is used", taxonomy.COMPONENTS, default="weights"),
    Fact("model_modalities", "set", "the modalities of the model", get_args(taxonomy.Modality)),
    Fact(
        "product_modalities",
        "set",
        "the modalities of the product",
        get_args(taxonomy.Modality),
        default="as the model's",
    ),
    Fact(
        "handed_over",
        "set",
        "what third parties get or use",
        get_args(taxonomy.HandedOver),
        default="derivative with modify, improved_model with improve_other_models, else original",
    ),
    Fact(
        "copies",
        "flag",
        "whether third parties get copies of it",
        default="true with distribute, unknown with embed, else false",
    ),
    Fact(
        "improved_model.kind",
        "choice",
        "what kind of model is improved",
        get_args(taxonomy.ModelKind),
        default="language",
    ),
    Fact("improved_model.foundational", "flag", "whether the improved model is foundational"),
    Fact("improved_model.competing", "flag", "whether the improved model competes with the licensor's"),
    Fact("improved_model.released", "flag", "whether the improved model is distributed or made available"),
    Fact("new_model_name", "text", "the name given to a derivative or trained model"),
    Fact(
        "received_in_product", "flag", "whether the model came inside an integrated end-user product", default="false"
    ),
    Fact(
        "litigation",
        "set",
        "rights in the model over which the licensee sues",
        get_args(taxonomy.Litigation),
        default="none",
    ),
    Fact("registered", "flag", "whether the registration that the licence asks for is done", default="false"),
    Fact("on", "date", "the date the question is asked for"),
    Fact("acquired", "date", "when this copy was taken", default="the date the question is asked for"),
)

FACTS: Final = MappingProxyType({fact.path: fact for fact in _TABLE})
"""Every fact that a constraint may name, by path."""


def fact_named(path: str) -> Fact:
    """Return the fact at *path*.

    Raises:
        ValueError: If there is none; the message names the nearest.

    >>> fact_named("licensee.mau")
    Traceback (most recent call last):
        ...
    ValueError: no fact is called 'licensee.mau'; perhaps 'licensee.monthly_active_users'
    """
    if path in FACTS:
        return FACTS[path]
    import difflib  # only a message needs it

    asked = path.rpartition(".")[2]
    short = [fact for fact in FACTS if asked == "".join(word[0] for word in fact.rpartition(".")[2].split("_"))]
    near = short or difflib.get_close_matches(path, FACTS, n=1, cutoff=0.0)
    raise ValueError(f"no fact is called {path!r}; perhaps {near[0]!r}")
