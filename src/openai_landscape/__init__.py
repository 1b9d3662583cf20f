"""Typed, cited, testable answers about AI model licences, and about what texts claim of them.

Names are resolved on first use (PEP 562), so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openai_landscape._version import __version__
    from openai_landscape.catalogue import AmbiguousNameError, Catalog, UnknownNameError, catalog
    from openai_landscape.checking import Assessment, check
    from openai_landscape.definitions import OpennessVerdict, openness
    from openai_landscape.entities import (
        Claim,
        Evidence,
        License,
        Mention,
        Model,
        Organization,
        Person,
        Product,
        Source,
        Span,
    )
    from openai_landscape.evaluation import (
        Assumption,
        Audit,
        Comparison,
        Condition,
        Finding,
        Interval,
        Obligation,
        Outcome,
        Piece,
        Replay,
        Verdict,
        audit,
        compare,
        evaluate,
        frontier,
        is_permitted,
        replay,
    )
    from openai_landscape.quantities import FrozenMapping, Money, PartialDate, Quantity
    from openai_landscape.reading import parse_claims, read_source, seeds
    from openai_landscape.use import Grant, Licensee, Use

__all__ = [
    "AmbiguousNameError",
    "Assessment",
    "Assumption",
    "Audit",
    "Catalog",
    "Claim",
    "Comparison",
    "Condition",
    "Evidence",
    "Finding",
    "FrozenMapping",
    "Grant",
    "Interval",
    "License",
    "Licensee",
    "Mention",
    "Model",
    "Money",
    "Obligation",
    "OpennessVerdict",
    "Organization",
    "Outcome",
    "PartialDate",
    "Person",
    "Piece",
    "Product",
    "Quantity",
    "Replay",
    "Source",
    "Span",
    "UnknownNameError",
    "Use",
    "Verdict",
    "__version__",
    "audit",
    "catalog",
    "check",
    "compare",
    "evaluate",
    "frontier",
    "is_permitted",
    "openness",
    "parse_claims",
    "read_source",
    "replay",
    "seeds",
]

_PACKAGES = ("quantities", "use", "entities", "catalogue", "evaluation", "definitions", "reading", "checking")


def __getattr__(name: str) -> object:
    from importlib import import_module  # noqa: PLC0415 - only when a name is asked for

    if name == "__version__":
        return import_module("openai_landscape._version").__version__
    if name in __all__:
        for package in _PACKAGES:
            module = import_module(f"openai_landscape.{package}")
            if name in module.__all__:
                value: object = getattr(module, name)
                globals()[name] = value
                return value
    raise AttributeError(f"module 'openai_landscape' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
