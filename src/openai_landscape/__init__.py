"""Typed, cited, testable answers about AI model licences, and about what texts claim of them.

Names are resolved on first use (PEP 562), so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
    from openai_landscape._version import __version__
    from openai_landscape.catalogue import AmbiguousNameError, Catalog, UnknownNameError, catalog
    from openai_landscape.checking import Assessment, Conflict, Ledger, check, conflicts, ledger
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
        CatalogDiff,
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
        diff,
        evaluate,
        frontier,
        is_permitted,
        replay,
    )
    from openai_landscape.identification import Identification, identify_license
    from openai_landscape.quantities import FrozenMapping, Money, PartialDate, Quantity
    from openai_landscape.reading import (
        Extractor,
        ReadFault,
        UnreadableTextError,
        explain,
        ground,
        parse_claims,
        parse_corpus,
        read_source,
        seeds,
    )
    from openai_landscape.use import Grant, Licensee, Use

__all__ = [
    "AmbiguousNameError",
    "Assessment",
    "Assumption",
    "Audit",
    "Catalog",
    "CatalogDiff",
    "Claim",
    "Comparison",
    "Condition",
    "Conflict",
    "Evidence",
    "Extractor",
    "Finding",
    "FrozenMapping",
    "Grant",
    "Identification",
    "Interval",
    "Ledger",
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
    "ReadFault",
    "Replay",
    "Source",
    "Span",
    "UnknownNameError",
    "UnreadableTextError",
    "Use",
    "Verdict",
    "__version__",
    "audit",
    "catalog",
    "check",
    "compare",
    "conflicts",
    "diff",
    "evaluate",
    "explain",
    "frontier",
    "ground",
    "identify_license",
    "is_permitted",
    "ledger",
    "openness",
    "parse_claims",
    "parse_corpus",
    "read_source",
    "replay",
    "seeds",
]

_HOMES = {
    "_version": ("__version__",),
    "catalogue": ("AmbiguousNameError", "Catalog", "UnknownNameError", "catalog"),
    "checking": ("Assessment", "Conflict", "Ledger", "check", "conflicts", "ledger"),
    "definitions": ("OpennessVerdict", "openness"),
    "entities": (
        "Claim",
        "Evidence",
        "License",
        "Mention",
        "Model",
        "Organization",
        "Person",
        "Product",
        "Source",
        "Span",
    ),
    "evaluation": (
        "Assumption",
        "Audit",
        "CatalogDiff",
        "Comparison",
        "Condition",
        "Finding",
        "Interval",
        "Obligation",
        "Outcome",
        "Piece",
        "Replay",
        "Verdict",
        "audit",
        "compare",
        "diff",
        "evaluate",
        "frontier",
        "is_permitted",
        "replay",
    ),
    "identification": ("Identification", "identify_license"),
    "quantities": ("FrozenMapping", "Money", "PartialDate", "Quantity"),
    "reading": (
        "Extractor",
        "ReadFault",
        "UnreadableTextError",
        "explain",
        "ground",
        "parse_claims",
        "parse_corpus",
        "read_source",
        "seeds",
    ),
    "use": ("Grant", "Licensee", "Use"),
}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
