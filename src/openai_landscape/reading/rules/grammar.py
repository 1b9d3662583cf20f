"""All rules, in the order in which they are tried; of two that say one thing of one sentence, the first counts."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading.rules import (
    abbreviation,
    amounts,
    caps,
    compare,
    components,
    criteria,
    denial,
    developed,
    exclusions,
    facts,
    leaks,
    lineage,
    openness,
    partnership,
    permissions,
    release,
    role,
    scores,
    speech,
    table,
    terms,
    trades,
)
from openai_landscape.reading.rules._draft import Grammar

GRAMMAR: Final = Grammar.of(
    (
        *release.RULES,
        *leaks.RULES,
        *developed.RULES,
        *trades.RULES,
        *lineage.RULES,
        *openness.RULES,
        *denial.RULES,
        *criteria.RULES,
        *terms.RULES,
        *exclusions.RULES,
        *permissions.RULES,
        *caps.RULES,
        *facts.RULES,
        *amounts.RULES,
        *components.RULES,
        *abbreviation.RULES,
        *compare.RULES,
        *partnership.RULES,
        *scores.RULES,
        *role.RULES,
        *speech.RULES,
        *table.RULES,
    )
)
