"""The vocabulary of everything above: frozen pydantic models, hashable, JSON both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
    from openai_landscape.entities.claim import (
        PREDICATES,
        Claim,
        ClaimDate,
        Mention,
        Modality,
        ObjectKind,
        Polarity,
        Predicate,
        PredicateRule,
    )
    from openai_landscape.entities.license import Ambiguity, Governed, InForce, License, LicenseText, Reach, Relation
    from openai_landscape.entities.model import BaseModelLink, Disagreement, LicenseRecord, Model, Parameters
    from openai_landscape.entities.organization import Audience, Organization
    from openai_landscape.entities.person import Person, Role
    from openai_landscape.entities.product import Product
    from openai_landscape.entities.source import Evidence, Language, Source, Span

__all__ = [
    "PREDICATES",
    "Ambiguity",
    "Audience",
    "BaseModelLink",
    "Claim",
    "ClaimDate",
    "Disagreement",
    "Evidence",
    "Governed",
    "InForce",
    "Language",
    "License",
    "LicenseRecord",
    "LicenseText",
    "Mention",
    "Modality",
    "Model",
    "ObjectKind",
    "Organization",
    "Parameters",
    "Person",
    "Polarity",
    "Predicate",
    "PredicateRule",
    "Product",
    "Reach",
    "Relation",
    "Role",
    "Source",
    "Span",
]

_HOMES = {
    "claim": (
        "PREDICATES",
        "Claim",
        "ClaimDate",
        "Mention",
        "Modality",
        "ObjectKind",
        "Polarity",
        "Predicate",
        "PredicateRule",
    ),
    "license": ("Ambiguity", "Governed", "InForce", "License", "LicenseText", "Reach", "Relation"),
    "model": ("BaseModelLink", "Disagreement", "LicenseRecord", "Model", "Parameters"),
    "organization": ("Audience", "Organization"),
    "person": ("Person", "Role"),
    "product": ("Product",),
    "source": ("Evidence", "Language", "Source", "Span"),
}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
