"""All rules, in the order in which they are tried; of two that say one thing of one sentence, the first counts."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading.rules import (
    abbreviation,
    caps,
    compare,
    components,
    criteria,
    denial,
    developed,
    facts,
    openness,
    release,
    role,
    speech,
    table,
    terms,
)
from openai_landscape.reading.rules._draft import Grammar

GRAMMAR: Final = Grammar.of(
    (
        *release.RULES,
        *developed.RULES,
        *openness.RULES,
        *denial.RULES,
        *criteria.RULES,
        *terms.RULES,
        *caps.RULES,
        *facts.RULES,
        *components.RULES,
        *abbreviation.RULES,
        *compare.RULES,
        *role.RULES,
        *speech.RULES,
        *table.RULES,
    )
)
