"""Makers, dates, sizes, build, descent, disclosure, roles, leaks: against what is recorded."""

import pytest

from checking.made import FORECAST, NEGATED, Case, amount, qualified, said_on, when
from openai_landscape import check

DEVELOPED = [
    Case("supported", "Google", "Gemma 2"),
    Case("supported", "Alphabet", "Bard"),
    Case("supported", "OpenAI", "Chat-GPT"),
    Case("supported", "Google", "ChatGPT", NEGATED),
    Case("imprecise", "Sam Altman", "GPT-4"),
    Case("contradicted", "Google", "ChatGPT"),
    Case("contradicted", "Meta", "Vicuna"),  # built on Meta's, not by it
    Case("contradicted", "Microsoft", "GPT-4"),
    Case("contradicted", "Sam Altman", "Llama 3"),
    Case("unverifiable", "Meta", "Foo-1"),
    Case("unverifiable", "Foo GmbH", "Llama 3"),
]
RELEASED = [
    Case("supported", "Meta", "Llama 3"),
    Case("supported", "Meta", "Llama 3", when("2024")),
    Case("supported", "Meta", "Llama 3", when("2024-04")),
    Case("supported", "Meta", "Llama 3", when("2024-04-18")),
    Case("supported", "DeepSeek", "R1", when(None, "im Januar")),
    Case("supported", "Meta", "LLaMA", qualified(manner="research")),
    Case("supported", "Mistral AI", "Mistral 7B", qualified(manner="open_weights")),
    Case("supported", "OpenAI", "GPT-4", qualified(manner="api")),
    Case("imprecise contradicted", "OpenAI", "GPT-4", when("2023-03-15")),
    Case("imprecise supported", "Google", "Bard", when("2023-03")),  # announced before
    Case("contradicted", "Meta", "Llama 3", when("2024-05")),
    Case("contradicted", "Meta", "Llama 2", when("2022-07")),
    Case("contradicted", "Meta", "LLaMA", when(None, "Anfang Mai")),
    Case("contradicted", "Google", "Llama 3"),
    Case("contradicted", "Meta", "Llama 3", qualified(manner="open_source")),
    Case("contradicted", "OpenAI", "GPT-4", qualified(manner="open_weights")),
    Case("contradicted", "Mistral AI", "Mistral 7B", qualified(manner="research")),
    Case("outdated", "Meta", "Llama 3", said_on("2023-01-01")),  # not yet
    Case("unverifiable", "Meta", "Llama 4", FORECAST),
    Case("unverifiable", "Meta", "Llama 3", when(None, "when pigs flew")),
    Case("unverifiable", "Foo", "Bar-9"),
]
SIZES = [
    Case("supported", "GPT-3", amount(175_000_000_000, "parameters")),
    Case("supported", "GPT-3", amount(100_000_000_000, "parameters", "gt")),
    Case("supported", "GPT-3", amount(1_750_000_000_000, "parameters"), NEGATED),
    Case("supported", "DeepSeek-R1", amount(671_000_000_000, "parameters")),
    Case("supported", "DeepSeek-R1", amount(37_000_000_000, "active_parameters")),
    Case("supported", "Llama 3.1 405B", amount(405_000_000_000, "parameters")),
    Case("supported", "Llama 3.1", amount(405_000_000_000, "parameters", "le")),  # "up to"
    Case("supported", "Mixtral 8x7B", amount(47_000_000_000, "parameters", "approx")),
    Case("imprecise", "Llama 3", amount(70_000_000_000, "parameters")),  # one of its sizes
    Case("imprecise", "LLaMA 65B", amount(70_000_000_000, "parameters")),
    Case("imprecise", "DeepSeek-R1", amount(37_000_000_000, "parameters")),  # those active at once
    Case("imprecise", "DeepSeek-R1", amount(671_000_000_000, "active_parameters")),
    Case("imprecise", "GPT-3", amount(175_000_000_000, "parameters", "gt")),  # the edge alone
    Case("contradicted", "GPT-3", amount(1_750_000_000_000, "parameters")),
    Case("contradicted", "GPT-3", amount(200_000_000_000, "parameters", "gt")),
    Case("contradicted", "Llama 3", amount(405_000_000_000, "parameters")),
    Case("contradicted", "Mixtral 8x7B", amount(56_000_000_000, "parameters")),  # eight times seven
    Case("unverifiable", "GPT-4", amount(1_760_000_000_000, "parameters")),
    Case("unverifiable", "Llama 3", amount(15_000_000_000_000, "training_tokens")),
    Case("unverifiable", "SuperFoo-9000", amount(70_000_000_000, "parameters")),
]
ARCHITECTURES = [
    Case("supported", "Mixtral 8x7B", "mixture_of_experts"),
    Case("supported", "Grok-1", "MoE"),
    Case("supported", "Falcon Mamba 7B", "state-space model"),
    Case("contradicted", "Mixtral 8x7B", "dense"),
    Case("contradicted", "Llama 3.2", "mixture_of_experts"),
    Case("unverifiable", "GPT-4", "mixture_of_experts"),
    Case("unverifiable", "Llama 3.2", "transformer"),  # most likely, and not recorded
]
DESCENT = [
    Case("supported", "Vicuna v1.5", "Llama 2"),
    Case("supported", "Vicuna", "LLaMA"),
    Case("supported", "Alpaca", "LLaMA 7B"),
    Case("supported", "DeepSeek-R1-Distill-Llama-70B", "Llama"),
    Case("supported", "ChatGPT", "GPT-3.5"),
    Case("contradicted", "LLaMA", "Vicuna"),  # the other way round
    Case("contradicted", "Vicuna v1.5", "GPT-3"),
    Case("contradicted", "Alpaca", "Llama 3"),
    Case("contradicted", "Mistral 7B", "Llama 2"),
    Case("unverifiable", "GPT-4", "GPT-3"),  # its ancestry is not recorded
    Case("unverifiable", "Foo-7B", "LLaMA"),
]
DISCLOSED = [
    Case("supported", "Llama 3", "training_data", NEGATED),
    Case("supported", "OLMo", "training_data"),
    Case("supported", "Llama 3", "weights"),
    Case("supported", "GPT-4", "weights", NEGATED),
    Case("supported", "Pythia", "code"),
    Case("imprecise", "LLaMA", "training_data"),  # described, not published
    Case("contradicted", "Llama 3", "training_data"),
    Case("contradicted", "OLMo", "training_data", NEGATED),
    Case("contradicted", "GPT-4", "weights"),
    Case("unverifiable", "DeepSeek-R1", "training_data"),
    Case("unverifiable", "Llama 3", "paper"),
]
ROLES = [
    Case("supported", "Sam Altman", "OpenAI", qualified(title="CEO")),
    Case("supported", "Sam Altman", "OpenAI"),
    Case("supported", "Mark Zuckerberg", "Meta", qualified(title="Gründer und CEO")),
    Case("supported", "Satya Nadella", "Microsoft", qualified(title="topman")),
    Case("supported", "Yann LeCun", "Meta", qualified(title="KI-Wissenschaftler")),
    Case("contradicted", "Sam Altman", "Google", qualified(title="CEO")),
    Case("contradicted", "Jane Doe", "Microsoft", qualified(title="CEO")),
    Case("contradicted", "Sam Altman", "OpenAI", {**qualified(title="CEO"), **NEGATED}),
    Case("unverifiable", "Sam Altman", "OpenAI", qualified(title="Pförtner")),
    Case("unverifiable", "Jane Doe", "FooCorp", qualified(title="CEO")),
    Case("unverifiable", "Elon Musk", "OpenAI", qualified(title="Mitgründer")),
]
LEAKS = [
    Case("supported", "LLaMA"),
    Case("supported", "LLaMA", "4chan"),
    Case("supported", "LLaMA", "BitTorrent"),
    Case("supported", "LLaMA", None, when("2023-03")),
    Case("contradicted", "LLaMA", None, when("2022-03")),
    Case("contradicted", "LLaMA", None, NEGATED),
    Case("contradicted", "Mistral 7B"),  # published
    Case("unverifiable", "LLaMA", "Wikileaks"),
    Case("unverifiable", "GPT-4"),
    Case("unverifiable", "Google-Memo"),
]
COMPARED = [
    Case("supported", "Mistral 7B", "GPT-3", qualified(relation="smaller")),
    Case("contradicted", "GPT-3", "Mistral 7B", qualified(relation="smaller")),
    Case("unverifiable", "Llama 3", "GPT-4", qualified(relation="better")),
]
TABLES = {
    "developed": DEVELOPED,
    "released": RELEASED,
    "has_size": SIZES,
    "architecture": ARCHITECTURES,
    "derives_from": DESCENT,
    "discloses": DISCLOSED,
    "role": ROLES,
    "leaked": LEAKS,
    "compares_to": COMPARED,
    "partners_with": [Case("unverifiable", "Salesforce", "IBM")],
    "competes_with": [Case("unverifiable", "Meta", "Google")],
    "saves": [Case("unverifiable", "Salesforce", amount(90, "percent", "le"))],
    "counts": [Case("unverifiable", "Martech-Tools", amount(13_000, "tools", "gt"))],
    "invests": [Case("unverifiable", "Meta", "KI-Forschung")],
    "states": [Case("unverifiable", "Meta", "dass offene Modelle die Welt sicherer machen")],
    "stands_for": [Case("unverifiable", "LLM", "Large Language Model")],
}
ROWS = [(predicate, case) for predicate, cases in TABLES.items() for case in cases]


@pytest.mark.parametrize(("predicate", "case"), ROWS, ids=[f"{predicate} {case}" for predicate, case in ROWS])
def test_facts(predicate: str, case: Case) -> None:
    found = check(case.claim(predicate))

    assert found.status.value in case.statuses.split()
    assert found.reasons
