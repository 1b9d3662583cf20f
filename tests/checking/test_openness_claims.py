"""How open a thing is said to be: which definition is meant, and whose terms stand in the way."""

import pytest

from checking.made import ALLEGED, FORECAST, NEGATED, Case, reported, said_on
from openai_landscape import Claim, check

CASES = [
    # the licence itself keeps the Open Source Definition from fitting
    Case("contradicted", "Llama 3", "open_source"),
    Case("contradicted", "Llama 3.1 405B", "open_source"),
    Case("contradicted", "Gemma 2", "open_source"),
    Case("contradicted", "BLOOM", "open_source"),
    Case("contradicted", "OPT-175B", "open_source"),
    Case("contradicted", "Falcon 180B", "open_source"),
    Case("contradicted", "Command R+", "open_source"),
    Case("contradicted", "Qwen2.5-72B", "open_source"),
    # an ancestor's licence reaches it
    Case("contradicted", "Vicuna v1.5", "open_source"),
    Case("contradicted", "Alpaca", "open_source"),
    # nothing is published
    Case("contradicted", "GPT-4", "open_source"),
    Case("contradicted", "ChatGPT", "open_source"),
    Case("contradicted", "Anthropic", "open_source"),
    # open by every definition
    Case("supported", "OLMo 2", "open_source"),
    Case("supported", "Pythia", "open_source"),
    # a licence has no weights that could be out
    Case("unverifiable", "MIT", "open_weights"),
    Case("unverifiable", "MIT", "open_weights", NEGATED),
    # the licence passes, the data or the training code are not out: which definition is meant decides
    Case("imprecise", "DeepSeek-R1", "open_source"),
    Case("imprecise", "Mistral 7B", "open_source"),
    Case("imprecise", "Mixtral 8x7B", "open_source"),
    Case("imprecise", "DeepSeek-R1", "open_source", NEGATED),
    # a duty that falls on the largest only: the definition does not say
    Case("imprecise", "Kimi K2", "open_source"),
    # some of its sizes, some of its models
    Case("imprecise", "Qwen2.5", "open_source"),
    Case("imprecise", "Meta", "open_source"),
    Case("imprecise", "OpenAI", "proprietary"),
    # a text speaks for its own date
    Case("contradicted", "DeepSeek-V3", "open_source", said_on("2024-12-28")),
    Case("outdated contradicted", "Falcon-40B", "open_source", said_on("2023-05-26")),
    # denied, reported, alleged, foretold
    Case("supported", "Llama 2", "open_source", NEGATED),
    Case("supported", "Llama 3", "open_source", NEGATED),
    Case("contradicted", "OLMo 2", "open_source", NEGATED),
    Case("contradicted", "Llama 3", "open_source", reported("Meta")),
    Case("unverifiable", "Llama 3", "open_source", ALLEGED),
    Case("supported", "OLMo 2", "open_source", ALLEGED),
    Case("unverifiable", "Llama 3", "open_source", FORECAST),
    Case("unverifiable", "OLMo 2", "open_source", FORECAST),
    # the other words
    Case("supported", "GPT-4", "proprietary"),
    Case("supported", "Claude 3", "proprietary"),
    Case("supported", "Bard", "proprietary"),
    Case("supported", "ChatGPT", "proprietary"),
    Case("supported", "Anthropic", "proprietary"),
    Case("contradicted", "DeepSeek-R1", "proprietary"),
    Case("contradicted", "Kimi K2", "proprietary"),
    Case("imprecise", "Llama 3", "proprietary"),
    Case("supported", "Llama 3", "open_weights"),
    Case("imprecise", "LLaMA", "open_weights"),
    Case("contradicted", "GPT-4", "open_weights"),
    Case("supported", "Phi-4", "permissive"),
    Case("contradicted", "Llama 2", "permissive"),
    Case("contradicted", "GPL-3.0", "permissive"),
    Case("supported", "Llama 2", "restricted"),
    Case("supported", "Stable Diffusion 3.5", "restricted"),
    Case("contradicted", "Mistral 7B", "restricted"),
    # a name of several models, of all of which it is wrong
    Case("contradicted", "LLAMA", "open_source"),
    Case("supported", "LLAMA", "open_source", NEGATED),
    # nobody knows it, or its terms
    Case("unverifiable", "Foo-7B", "open_source"),
    Case("unverifiable", "Jamba 1.5", "open_source"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_openness(case: Case) -> None:
    assert check(case.claim("openness")).status.value in case.statuses.split()


def test_the_word_is_held_against_both_definitions_with_the_clauses() -> None:
    found = check(Claim(predicate="openness", subject={"mention": "Llama 3"}, object="open_source"))

    criteria = {each.criterion for each in found.reasons if each.kind == "definition" and each.definition == "osd"}
    assert {"5", "6"} <= criteria
    clauses = {each.clause for each in found.reasons if each.kind == "clause"}
    assert {"2", "1.b.v"} <= clauses
    assert {each.definition for each in found.reasons if each.kind == "definition"} == {"osd", "osaid-1.0"}


def test_a_correction_names_what_the_other_definition_asks_for() -> None:
    found = check(Claim(predicate="openness", subject={"mention": "DeepSeek-R1"}, object="open_source"))

    assert found.correction is not None
    assert "MIT License" in found.correction
    assert "training code" in found.correction
    assert "Trainingscode" in found.corrections["de"]
