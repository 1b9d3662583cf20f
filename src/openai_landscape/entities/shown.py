"""Entities told to a person: in words, and as HTML for a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from openai_landscape.entities.claim import Claim, Mention
from openai_landscape.entities.html import Html, card, element, items, join, table
from openai_landscape.entities.license import License
from openai_landscape.entities.model import LicenseRecord, Model
from openai_landscape.quantities import PartialDate, Quantity

_BOUNDS: Final = {
    "eq": "",
    "lt": "less than ",
    "le": "at most ",
    "gt": "more than ",
    "ge": "at least ",
    "approx": "about ",
}


def object_in_words(value: Mention | Quantity | str | None) -> str:
    """Return the object of a claim in words.

    >>> object_in_words(Quantity(value="700000000", unit="monthly_active_users", comparator="le"))
    'at most 700,000,000 monthly active users'
    """
    if isinstance(value, Mention):
        return value.mention
    if isinstance(value, Quantity):
        return f"{_BOUNDS[value.comparator]}{value.value:,f} {value.unit.replace('_', ' ')}"
    if value is None:
        return ""
    return value if " " in value else value.replace("_", " ")


def claim_in_words(claim: Claim) -> str:
    """Return subject, predicate and object of a claim.

    >>> claim_in_words(Claim(predicate="openness", subject={"mention": "Llama 3"}, object="open_source"))
    'Llama 3: openness open source'
    """
    denied = "not " if claim.polarity == "negated" else ""
    said = f"{denied}{claim.predicate.replace('_', ' ')} {object_in_words(claim.object)}"
    return f"{claim.subject.mention}: {said}".rstrip()


def mood(claim: Claim) -> tuple[str, ...]:
    """Return how a claim is made: its modality unless it is asserted, whose word it is, when it is said to hold."""
    told = [] if claim.modality == "asserted" else [str(claim.modality)]
    told += [f"says {claim.speaker.mention}"] if claim.speaker else []
    told += [f"of {claim.when.date or claim.when.text}"] if claim.when else []
    return (*told, *(f"{name}: {value}" for name, value in claim.qualifiers.items()))


def claim_html(claim: Claim) -> Html:
    """Return a claim as HTML: what it says, in what mood, and the words that it rests on."""
    quotes = [element("blockquote", each.quote) for each in claim.evidence]
    places = [f"{each.source}, characters {each.start:,} to {each.end:,}" for each in claim.evidence]
    return card(claim_in_words(claim), ", ".join(mood(claim)), *quotes, items(places))


def model_html(model: Model) -> Html:
    """Return a model as HTML: what is recorded of it."""
    return card(
        model.name,
        f"({model.id}, {model.kind})",
        table(
            (
                ("developer", model.developer),
                ("family", model.family),
                ("members", ", ".join(model.members)),
                ("released", model.released),
                ("parameters", ", ".join(size.label for size in model.parameters)),
                ("context", f"{model.context_tokens:,} tokens" if model.context_tokens else None),
                ("modalities", ", ".join(model.modalities)),
                ("architecture", model.architecture),
                ("weights", model.weights),
                ("leaked", model.leaked),
                ("training data", model.training_data),
                ("licences", items(map(_record, model.licenses))),
                ("derives from", ", ".join(f"{link.model} ({link.relation})" for link in model.base_models)),
                ("ancestry", model.ancestry),
                ("note", model.note),
            )
        ),
    )


def _record(record: LicenseRecord) -> str:
    written = record.license or record.as_written or "none recorded"
    return f"{record.component}: {written}{period(record.since, record.until)}"


def period(since: PartialDate | None, until: PartialDate | None) -> str:
    """Return from and until when something holds; `until` is the first day on which it no longer does."""
    return (f", from {since}" if since else "") + (f", before {until}" if until else "")


def license_html(license_: License) -> Html:
    """Return a licence as HTML: where it comes from, and its terms with their clauses."""
    about = table(
        (
            ("licensor", license_.licensor),
            ("version", license_.version),
            ("released", license_.released),
            ("in force", period(license_.in_force.since, license_.in_force.until).removeprefix(", ")),
            ("governs", ", ".join(license_.components)),
            ("takes in", ", ".join(license_.incorporates)),
            ("texts", items(f"{text.id} ({text.role.replace('_', ' ')})" for text in license_.texts)),
            ("notes", items(license_.notes)),
        )
    )
    return card(license_.name, f"({license_.id})", about, _terms(license_), _ambiguities(license_))


def _terms(license_: License) -> Html:
    head = element("thead", _row("th", ("clause", "kind", "of", "in short")))
    rows = (
        _row(
            "td",
            (term.citation.section, term.kind, ", ".join(a.replace("_", " ") for a in term.activities), term.summary),
        )
        for term in license_.terms
    )
    return element("table", head, element("tbody", *rows))


def _row(cell: str, texts: Iterable[str]) -> Html:
    return element("tr", *(element(cell, text) for text in texts))


def _ambiguities(license_: License) -> Html:
    if not license_.ambiguities:
        return Html()
    told = (
        join((f"{each.citation.section}: {each.question}", items(f"{k}: {v}" for k, v in each.readings.items())))
        for each in license_.ambiguities
    )
    return join((element("p", "Left open by the text:"), items(told)))
