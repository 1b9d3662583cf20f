"""Claims that cannot both hold, and which of them the record backs."""

from collections.abc import Mapping

import pytest

from checking.made import ALLEGED, NEGATED, Case, amount, qualified, said_on, when
from openai_landscape import Claim, Conflict, Quantity, conflicts


def claim(predicate: str, subject: str, said: str | Quantity, more: Mapping[str, object] | None = None) -> Claim:
    """A claim made by hand."""
    return Case("", subject, said, dict(more or {})).claim(predicate)


@pytest.mark.parametrize(
    ("first", "second", "backed"),
    [
        (claim("limited_to", "LLaMA", "research"), claim("openness", "LLaMA", "open_source"), "first"),
        (claim("limited_to", "LLaMA", "research"), claim("allows", "LLaMA", "commercial_use"), "first"),
        (claim("limited_to", "LLaMA", "research"), claim("limited_to", "Llama-1", "personal"), "first"),
        (
            claim("released", "Meta", "LLaMA", when("2023-05")),
            claim("released", "Meta", "LLaMA", when("2023-02-24")),
            "second",
        ),
        (
            claim("released", "Meta", "LLaMA", when(None, "Anfang Mai")),
            claim("released", "Meta", "LLaMA", when("2023-02")),
            "second",
        ),
        (claim("developed", "Google", "Llama 3"), claim("released", "Meta", "Llama 3"), "second"),
        (
            claim("has_size", "GPT-3", amount(175_000_000_000, "parameters")),
            claim("has_size", "GPT-3", amount(200_000_000_000, "parameters", "gt")),
            "first",
        ),
        (claim("licensed_under", "R1", "MIT"), claim("licensed_under", "R1", "Apache 2.0"), "first"),
        (claim("openness", "Llama 2", "open_source"), claim("openness", "Llama 2", "open_source", NEGATED), "second"),
        (claim("openness", "GPT-4", "proprietary"), claim("openness", "GPT-4", "open_source"), "first"),
        (
            claim("released", "Meta", "Llama 3", qualified(manner="open_source")),
            claim("capped_at", "Llama 3", amount(700_000_000, "customers", "lt")),
            "second",
        ),
        (claim("excludes", "Llama 3", "Google"), claim("openness", "Llama 3", "open_source"), "first"),
        (
            claim("capped_at", "Llama 3", amount(700_000_000, "users", "le")),
            claim("capped_at", "Llama 3", amount(100_000_000, "users", "le")),
            "first",
        ),
        (claim("architecture", "Mixtral 8x7B", "MoE"), claim("architecture", "Mixtral 8x7B", "dense"), "first"),
        (
            claim("discloses", "Llama 3", "training_data"),
            claim("discloses", "Llama 3", "training_data", NEGATED),
            "second",
        ),
        (claim("openness", "GPT-4", "open_weights"), claim("discloses", "GPT-4", "weights", NEGATED), "second"),
        # neither, or nobody knows
        (claim("developed", "Google", "Llama 3"), claim("developed", "Microsoft", "Llama 3"), "neither"),
        (
            claim("has_size", "Foo-1", amount(7, "parameters")),
            claim("has_size", "Foo-1", amount(8, "parameters")),
            "unknown",
        ),
    ],
)
def test_these_collide(first: Claim, second: Claim, backed: str) -> None:
    found = conflicts([first, second])

    assert [each.backed for each in found] == [backed]
    assert (found[0].first, found[0].second) == (first, second)
    assert found[0].reason
    mirrored = {"first": "second", "second": "first"}
    assert [each.backed for each in conflicts([second, first])] == [mirrored.get(backed, backed)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # the same said twice, or said more exactly
        (claim("openness", "LLaMA", "open_source"), claim("openness", "LLaMA", "open_source")),
        (claim("released", "Meta", "LLaMA", when("2023")), claim("released", "Meta", "LLaMA", when("2023-02"))),
        # of different things
        (claim("limited_to", "LLaMA", "research"), claim("openness", "Llama 3", "open_source")),
        # one is only alleged
        (claim("limited_to", "LLaMA", "research"), claim("openness", "LLaMA", "open_source", ALLEGED)),
        # two sizes of one family
        (
            claim("has_size", "Llama 3", amount(8_000_000_000, "parameters")),
            claim("has_size", "Llama 3", amount(70_000_000_000, "parameters")),
        ),
        # a maker and its house
        (claim("developed", "Google DeepMind", "Gemini"), claim("developed", "Google", "Gemini")),
        # the licence changed in between
        (
            claim("licensed_under", "Falcon-40B", "TII Falcon LLM License", said_on("2023-05-27")),
            claim("licensed_under", "Falcon-40B", "Apache 2.0", said_on("2024-01-01")),
        ),
        # both are denied
        (claim("openness", "GPT-4", "proprietary", NEGATED), claim("openness", "GPT-4", "open_source", NEGATED)),
        # speech and rivalry collide with nothing
        (claim("competes_with", "Meta", "Google"), claim("partners_with", "Meta", "Google")),
    ],
)
def test_these_can_both_hold(first: Claim, second: Claim) -> None:
    assert conflicts([first, second]) == ()


STUDY = claim("limited_to", "LLaMA", "research")
LLAMA_OPEN = claim("openness", "LLaMA", "open_source")


def test_conflicts_come_in_the_order_of_the_claims() -> None:
    denied = LLAMA_OPEN.evolve(polarity="negated")
    found = conflicts([STUDY, LLAMA_OPEN, denied])

    assert [(each.first, each.second) for each in found] == [(STUDY, LLAMA_OPEN), (LLAMA_OPEN, denied)]


def test_a_conflict_survives_json() -> None:
    found = conflicts([STUDY, LLAMA_OPEN])[0]

    assert Conflict.model_validate_json(found.model_dump_json()) == found
    assert str(found).endswith("(the record backs: first)")
