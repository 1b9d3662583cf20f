"""Everything that texts claim, assessed and set against one another, in one object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.checking._export import claim_review, record
from openai_landscape.checking.assessment import Assessment, Status
from openai_landscape.checking.opposition import Conflict, conflicts
from openai_landscape.checking.questions import check
from openai_landscape.entities import Claim, Mention, Predicate, Source
from openai_landscape.quantities.base import Value
from openai_landscape.reading import parse_claims


class Entry(Value):
    """One claim of one source, assessed."""

    source: str
    assessment: Assessment

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.assessment.claim


class Ledger(Value):
    """Sources, what they claim, how that stands to the record, and which claims cannot both hold."""

    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in the order of sources and text."""
        return tuple(each.claim for each in self.entries)

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """The assessments, in the same order."""
        return tuple(each.assessment for each in self.entries)

    def where(
        self,
        *,
        entity: str | None = None,
        predicate: Predicate | str | None = None,
        status: Status | str | None = None,
        speaker: str | None = None,
        source: str | None = None,
    ) -> Ledger:
        """Return the part of the ledger that fits everything that is asked.

        Args:
            entity: An id or name that the claim has as its subject or object.
            predicate: A predicate.
            status: A status.
            speaker: An id or name of whose word it is; "" for the text's own voice.
            source: A source's id.

        Raises:
            ValueError: If there is no such predicate or status.
        """
        wanted = None if predicate is None else Predicate(predicate)
        state = None if status is None else Status(status)
        kept = tuple(
            each
            for each in self.entries
            if (source is None or each.source == source)
            and (wanted is None or each.claim.predicate is wanted)
            and (state is None or each.assessment.status is state)
            and (entity is None or _names(each.claim.subject, entity) or _names(each.claim.object, entity))
            and (speaker is None or _spoken(each.claim, speaker))
        )
        held = {each.claim for each in kept}
        sources_kept = {each.source for each in kept}
        return Ledger(
            sources=tuple(each for each in self.sources if each.id in sources_kept),
            entries=kept,
            conflicts=tuple(each for each in self.conflicts if each.first in held or each.second in held),
        )

    def jsonl(self) -> str:
        """Return JSON Lines: one line a claim with its assessment, then one a conflict."""
        lines = [{"type": "assessment", **each.model_dump(mode="json")} for each in self.entries]
        lines += [{"type": "conflict", **each.model_dump(mode="json")} for each in self.conflicts]
        return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)

    def records(self) -> list[dict[str, str | int | None]]:
        """Return one flat record a claim, all with the same keys: ready for a data frame or a Parquet file."""
        known = {each.id: each for each in self.sources}
        return [record(each.source, known.get(each.source), each.assessment) for each in self.entries]

    def claim_reviews(self) -> dict[str, object]:
        """Return JSON-LD: a graph of schema.org ClaimReviews, one a claim."""
        known = {each.id: each for each in self.sources}
        graph = [claim_review(known.get(each.source), each.assessment) for each in self.entries]
        return {"@context": "https://schema.org", "@graph": graph}

    def _repr_html_(self) -> str:
        from openai_landscape.checking.shown import ledger_html

        return ledger_html(self)


def ledger(sources: Source | Iterable[Source], *, catalog: Catalog | None = None) -> Ledger:
    """Read *sources*, check what they claim, and set the claims against one another.

    Args:
        sources: Texts as `read_source` returns them.
        catalog: Where names, facts and licences are looked up; the built-in catalogue by default.
    """
    known = built_in() if catalog is None else catalog
    given = (sources,) if isinstance(sources, Source) else tuple(sources)
    entries = tuple(_entries(given, known))
    return Ledger(sources=given, entries=entries, conflicts=conflicts((each.claim for each in entries), catalog=known))


def _entries(sources: tuple[Source, ...], catalog: Catalog) -> Iterator[Entry]:
    for source in sources:
        for claim in parse_claims(source, catalog=catalog):
            yield Entry(source=source.id, assessment=check(claim, catalog=catalog, language=source.language))


def _names(said: object, entity: str) -> bool:
    return isinstance(said, Mention) and entity in (said.entity, said.name, said.mention)


def _spoken(claim: Claim, speaker: str) -> bool:
    return claim.speaker is None if not speaker else _names(claim.speaker, speaker)
