"""Claims from elsewhere, kept only where the text bears them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Protocol, runtime_checkable

import attrs

from openai_landscape.entities import Claim, Evidence, Mention, Source
from openai_landscape.quantities import Quantity
from openai_landscape.reading._names import folded
from openai_landscape.reading._regex import lazily


@runtime_checkable
class Extractor(Protocol):
    """Whatever reads claims out of a source: the package's own grammar, a language model, a person."""

    def __call__(self, source: Source) -> Iterable[Claim]:
        """Return the claims of *source*."""
        ...


@attrs.frozen
class Refusal:
    """A claim that was not kept, and why."""

    claim: Claim
    reason: str


@attrs.frozen
class Grounded:
    """The claims that stand in the text, and those that do not."""

    claims: tuple[Claim, ...]
    refused: tuple[Refusal, ...]


def ground(claims: Iterable[Claim], source: Source) -> Grounded:
    """Keep the *claims* whose evidence is verbatim in *source* and whose names and numbers stand in it.

    Names must stand anywhere in the text (a phrase may point back), numbers in the evidence itself.

    >>> from openai_landscape.reading import read_source
    >>> source = read_source("Llama 3 is open source.", id="a")
    >>> claim = Claim(predicate="openness", subject={"mention": "Grok"}, object="open_source",
    ...               evidence=[source.evidence(0, 23)])
    >>> ground([claim], source).refused[0].reason
    'subject: "Grok" does not stand in the text'
    """
    kept, refused = [], []
    for claim in claims:
        reason = _fault(claim, source)
        if reason is None:
            kept.append(claim)
        else:
            refused.append(Refusal(claim, reason))
    return Grounded(tuple(kept), tuple(refused))


def _fault(claim: Claim, source: Source) -> str | None:
    if not claim.evidence:
        return "evidence: none given; a claim needs the place where it stands"
    for evidence in claim.evidence:
        if (fault := _misplaced(evidence, source)) is not None:
            return fault
    whole = folded(source.text)
    for field, thing in (("subject", claim.subject), ("object", claim.object), ("speaker", claim.speaker)):
        if isinstance(thing, Mention) and folded(thing.mention) not in whole:
            return f'{field}: "{thing.mention}" does not stand in the text'
    if isinstance(claim.object, Quantity) and not _counted(claim.object, claim.evidence):
        return f"object: no number {format(claim.object.value, 'f')} stands in the evidence"
    return None


def _misplaced(evidence: Evidence, source: Source) -> str | None:
    if evidence.source != source.id:
        return f'evidence: it names the source "{evidence.source}", this one is "{source.id}"'
    if source.text[evidence.start : evidence.end] != evidence.quote:
        return f"evidence: the text at {evidence.start} to {evidence.end} is not what the quote says"
    return None


_DIGITS: Final = lazily(r"\d+")


def _counted(quantity: Quantity, evidence: Iterable[Evidence]) -> bool:
    """Whether the leading digits of the number stand in the evidence, or a number is written in words there."""
    wanted = format(quantity.value, "f").replace(".", "").strip("0") or "0"
    for place in evidence:
        found = ["".join(_DIGITS.findall(run)).strip("0") or "0" for run in re.findall(r"\d[\d.,' ]*", place.quote)]
        if wanted in found or not any(c.isdigit() for c in place.quote):
            return True
    return False
