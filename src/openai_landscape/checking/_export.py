"""An assessed claim in the forms that others read: a flat record, a schema.org ClaimReview."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from openai_landscape.checking.assessment import Assessment, Status
from openai_landscape.entities import Claim, Mention, Source
from openai_landscape.entities.shown import claim_in_words, object_in_words
from openai_landscape.quantities import PartialDate, Quantity


def plain(claim: Claim) -> str:
    """Return a claim in plain words: those of its text where it has some.

    >>> from openai_landscape import Claim
    >>> plain(Claim(predicate="openness", subject={"mention": "Llama 3"}, object="open_source", polarity="negated"))
    'Llama 3: not openness open source'
    """
    return " ".join(claim.evidence[0].quote.split()) if claim.evidence else claim_in_words(claim)


def record(source_id: str, source: Source | None, assessment: Assessment) -> dict[str, str | int | None]:
    """Return one flat record: strings, integers and None only, the same keys for every claim."""
    claim = assessment.claim
    said = claim.object
    first = claim.evidence[0] if claim.evidence else None
    mention = said if isinstance(said, Mention) else None
    quantity = said if isinstance(said, Quantity) else None
    language = source.language if source else None
    return {
        "source": source_id,
        "language": language,
        "published": _text(source.published) if source else None,
        "predicate": claim.predicate.value,
        "subject": claim.subject.mention,
        "subject_entity": claim.subject.entity,
        "object": object_in_words(said) or None,
        "object_entity": mention.entity if mention else None,
        "object_value": format(quantity.value, "f") if quantity else None,
        "object_unit": quantity.unit if quantity else None,
        "object_comparator": quantity.comparator if quantity else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "speaker": claim.speaker.mention if claim.speaker else None,
        "speaker_entity": claim.speaker.entity if claim.speaker else None,
        "when": _text(claim.when.date) if claim.when else None,
        "when_text": claim.when.text if claim.when else None,
        "said_on": _text(claim.said_on),
        "qualifiers": "; ".join(f"{key}={value}" for key, value in claim.qualifiers.items()) or None,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "quote": first.quote if first else None,
        "rule": claim.rule,
        "status": assessment.status.value,
        "correction": assessment.correction,
        "correction_local": assessment.corrections.get(language) if language else None,
        "reasons": "\n".join(reason.text for reason in assessment.reasons) or None,
        "clauses": "; ".join(f"{r.license} {r.clause}" for r in assessment.reasons if r.kind == "clause") or None,
    }


def _text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


_RATING: Final = MappingProxyType(
    {Status.SUPPORTED: 5, Status.IMPRECISE: 3, Status.OUTDATED: 2, Status.CONTRADICTED: 1}
)


def claim_review(source: Source | None, assessment: Assessment) -> dict[str, object]:
    """Return a schema.org ClaimReview; what cannot be verified gets no rating, only the word for it."""
    claim = assessment.claim
    rating: dict[str, object] = {"@type": "Rating", "alternateName": assessment.status.value}
    if assessment.status in _RATING:
        rating |= {"ratingValue": _RATING[assessment.status], "bestRating": 5, "worstRating": 1}
    told = [assessment.correction] if assessment.correction else []
    review: dict[str, object] = {
        "@type": "ClaimReview",
        "claimReviewed": plain(claim),
        "itemReviewed": _item(source, claim),
        "reviewRating": rating,
        "reviewBody": "\n".join([*told, *(reason.text for reason in assessment.reasons)]),
        "author": {"@type": "SoftwareApplication", "name": "openai-landscape"},
        "inLanguage": "en",
    }
    return review


def _item(source: Source | None, claim: Claim) -> dict[str, object]:
    item: dict[str, object] = {"@type": "Claim", "name": plain(claim)}
    if claim.speaker is not None:
        item["author"] = {"@type": "Thing", "name": claim.speaker.name or claim.speaker.mention}
    if source is None:
        return item
    work: dict[str, object] = {"@type": "CreativeWork", "identifier": source.id}
    given = {
        "name": source.title,
        "inLanguage": source.language,
        "datePublished": source.published,
        "author": {"@type": "Person", "name": source.author} if source.author else None,
    }
    work |= {key: value for key, value in given.items() if value is not None}
    item["appearance"] = work
    return item
