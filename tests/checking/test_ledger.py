"""Everything that texts claim, in one object that can be asked and exported."""

import json
from typing import Final

import pytest

from openai_landscape import Claim, Ledger, Source, check, ledger
from openai_landscape.checking import Entry

TEXT: Final = (
    "Meta released Llama 3 in April 2024. Llama 3 is open source. "
    "Vicuna is based on LLaMA. Zuckerberg said that the future is open."
)
SOURCE: Final = Source(
    id="made-up", text=TEXT, language="en", title="Made up", author="A. Uthor", published="2024-05-01"
)


def entry(claim: Claim, source: str = "made-up") -> Entry:
    """A claim of a source, assessed."""
    return Entry(source=source, assessment=check(claim, language="en"))


def claims() -> tuple[Claim, ...]:
    """Three claims with their places, one of them somebody's word."""
    start = TEXT.index("Llama 3 is open source")
    place = SOURCE.evidence(start, start + len("Llama 3 is open source"))
    facts: list[dict[str, object]] = [
        {"predicate": "openness", "subject": {"mention": "Llama 3", "entity": "llama-3"}, "object": "open_source"},
        {"predicate": "derives_from", "subject": {"mention": "Vicuna"}, "object": {"mention": "LLaMA"}},
        {
            "predicate": "states",
            "subject": {"mention": "Zuckerberg"},
            "object": "the future is open",
            "modality": "reported",
            "speaker": {"mention": "Zuckerberg", "entity": "mark-zuckerberg"},
        },
    ]
    facts[0]["evidence"] = [place]
    return tuple(Claim.model_validate(each) for each in facts)


@pytest.fixture
def made() -> Ledger:
    """A ledger of the three."""
    return Ledger(sources=(SOURCE,), entries=tuple(map(entry, claims())))


def test_a_ledger_reads_checks_and_compares() -> None:
    found = ledger(SOURCE)

    assert found.sources == (SOURCE,)
    assert {each.source for each in found.entries} == {"made-up"}
    statuses = {(each.predicate.value, check(each).status.value) for each in found.claims}
    assert ("openness", "contradicted") in statuses
    assert all(each.assessment == check(each.claim, language="en") for each in found.entries)


def test_an_empty_ledger_holds_nothing() -> None:
    assert ledger(()) == Ledger()
    assert Ledger().jsonl() == ""
    assert Ledger().records() == []


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 3),
        ({"predicate": "openness"}, 1),
        ({"status": "contradicted"}, 1),
        ({"status": "supported"}, 1),
        ({"entity": "llama-3"}, 1),
        ({"entity": "LLaMA"}, 1),
        ({"speaker": "mark-zuckerberg"}, 1),
        ({"speaker": ""}, 2),
        ({"source": "made-up"}, 3),
        ({"source": "other"}, 0),
        ({"predicate": "openness", "status": "supported"}, 0),
    ],
)
def test_it_can_be_asked(made: Ledger, asked: dict[str, str], count: int) -> None:
    found = made.where(**asked)

    assert len(found.entries) == count
    assert found.sources == ((SOURCE,) if count else ())


@pytest.mark.parametrize("asked", [{"predicate": "sings"}, {"status": "perhaps"}])
def test_a_word_that_there_is_not_is_refused(made: Ledger, asked: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        made.where(**asked)


def test_json_lines_hold_everything() -> None:
    found = ledger(SOURCE)
    lines = [json.loads(line) for line in found.jsonl().splitlines()]

    assert [line["type"] for line in lines] == ["assessment"] * len(found.entries) + ["conflict"] * len(found.conflicts)
    entries = [{key: value for key, value in line.items() if key != "type"} for line in lines if "source" in line]
    assert tuple(map(Entry.model_validate, entries)) == found.entries


def test_records_are_flat_and_alike(made: Ledger) -> None:
    records = made.records()

    assert len({tuple(each) for each in records}) == 1
    assert all(value is None or type(value) in (str, int) for each in records for value in each.values())
    assert [each["status"] for each in records] == ["contradicted", "supported", "unverifiable"]
    assert TEXT[int(records[0]["start"] or 0) : int(records[0]["end"] or 0)] == "Llama 3 is open source"
    assert "llama-3-community 2" in str(records[0]["clauses"])


def test_claim_reviews_are_json_ld(made: Ledger) -> None:
    document = json.loads(json.dumps(made.claim_reviews()))

    assert document["@context"] == "https://schema.org"
    first, second, third = document["@graph"]
    assert {each["@type"] for each in document["@graph"]} == {"ClaimReview"}
    assert first["claimReviewed"] == "Llama 3 is open source"
    assert first["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "contradicted",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert first["itemReviewed"]["appearance"]["name"] == "Made up"
    assert first["itemReviewed"]["appearance"]["datePublished"] == "2024-05-01"
    assert second["claimReviewed"] == "Vicuna: derives from LLaMA"
    assert third["itemReviewed"]["author"]["name"] == "Zuckerberg"
    assert "ratingValue" not in third["reviewRating"]


def test_a_ledger_survives_json(made: Ledger) -> None:
    assert Ledger.model_validate_json(made.model_dump_json()) == made
    assert hash(made) == hash(Ledger.model_validate_json(made.model_dump_json()))
