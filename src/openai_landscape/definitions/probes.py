"""Uses to put to a licence: harmless in every respect but those that a question is about."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from openai_landscape.use import Licensee, Use

_HARMLESS: Final = MappingProxyType(
    {
        "lawful": True,
        "consented": True,
        "licensed_professional": True,
        "human_oversight": True,
        "disclosed_as_generated": True,
        "public": False,
        "educational_or_artistic": False,
        "safeguards_removed": False,
        "outputs_reviewed": True,
        "sanctioned_party": False,
    }
)

_USERS: Final = 1000
"""Fewer than any audience that a licence counts."""

_REVENUE: Final = MappingProxyType({"amount": "1000", "currency": "USD"})


def small(**changes: object) -> Licensee:
    """Return a licensee too small for any cap: a few users, little revenue, no special trade.

    >>> small(kind="company").annual_revenue
    Money(amount=Decimal('1000'), currency='USD')
    """
    figures: dict[str, object] = {
        "monthly_active_users": _USERS,
        "own_monthly_active_users": _USERS,
        "product_monthly_active_users": _USERS,
        "product_monthly_visits": _USERS,
        "daily_active_users": _USERS,
        "annual_revenue": _REVENUE,
        "own_annual_revenue": _REVENUE,
        "product_annual_revenue": _REVENUE,
        "monthly_revenue": _REVENUE,
        "product_monthly_revenue": _REVENUE,
        "attributable_revenue": _REVENUE,
    }
    return Licensee.model_validate({"trades": (), "kind": "company", "country": "US", **figures, **changes})


def ordinary(*activities: str, **changes: object) -> Use:
    """Return a use by a small company that touches no field and no person's rights, with *changes*.

    What third parties get is the original, as a service unless `distribute` hands out copies; a model that is improved
    is no language model, competes with nobody and stays at home. A change to None leaves that fact open.

    >>> use = ordinary("embed", purpose="commercial")
    >>> use.fields, use.licensee.kind, use.gain
    ((), 'company', None)
    """
    facts: dict[str, object] = {
        "activities": activities,
        "production": False,
        "licensee": small(),
        "territories": ("US",),
        "fields": (),
        "circumstances": dict(_HARMLESS),
        "component": "weights",
        "improved_model": {"kind": "other", "foundational": False, "competing": False, "released": False},
        "received_in_product": False,
        "litigation": (),
    }
    return Use.model_validate({**facts, **changes})


def for_purpose(purpose: str, *activities: str, **changes: object) -> Use:
    """Return an ordinary use for *purpose*, by whoever usually has it."""
    commercial = purpose == "commercial"
    facts: dict[str, object] = {
        "purpose": purpose,
        "gain": "direct" if commercial else "none",
        "production": commercial,
        "licensee": small(kind=_USUAL[purpose]),
    }
    return ordinary(*(activities or ("run",)), **{**facts, **changes})


_USUAL: Final = MappingProxyType(
    {
        "personal": "individual",
        "education": "academic",
        "research": "academic",
        "evaluation": "company",
        "charitable": "nonprofit",
        "governmental": "government",
        "commercial": "company",
    }
)
