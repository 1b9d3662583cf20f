"""Caps, purposes and activities, each put to the licence itself."""

import pytest

from checking.made import ALLEGED, NEGATED, POSSIBLE, Case, amount, said_on
from openai_landscape import Claim, check

CAPS = [
    Case("imprecise", "Llama 3", amount(700_000_000, "customers", "lt")),  # whom, which month, and the edge
    Case("imprecise", "Llama 3", amount(700_000_000, "monthly_active_users", "le")),  # the month is left out
    Case("imprecise", "Llama 3", amount(700_000_000, "daily_active_users", "le")),
    Case("imprecise", "Llama 2", amount(700_000_000, "users", "lt")),
    Case("imprecise", "Llama 3 Community License", amount(700_000_000, "monthly_active_users", "le")),
    Case("imprecise", "Vicuna v1.5", amount(700_000_000, "monthly_active_users", "le")),  # Llama 2's reaches it
    Case("imprecise", "DBRX", amount(700_000_000, "monthly_active_users", "le")),
    Case("imprecise", "Qwen2.5-72B", amount(100_000_000, "monthly_active_users", "le")),  # of one product
    Case("imprecise", "Hunyuan-Large", amount(100_000_000, "monthly_active_users", "le")),
    Case("imprecise", "Llama 3", amount(700_000_000, "customers", "lt"), ALLEGED),
    Case("imprecise", "LFM2", amount(10_000_000, "USD", "le")),
    Case("imprecise", "Stable Diffusion 3.5", amount(1_000_000, "USD", "le")),
    Case("imprecise", "Stable Diffusion 3.5", amount(1_000_000, "EUR", "le")),  # another currency
    Case("contradicted", "Llama 3", amount(600_000_000, "monthly_active_users", "le")),
    Case("contradicted", "Llama 3", amount(700_000, "monthly_active_users", "le")),
    Case("contradicted", "Llama 3", amount(7_000_000_000, "customers", "lt")),
    Case("contradicted", "LFM2", amount(1_000_000, "USD", "le")),
    Case("contradicted", "Mistral 7B", amount(700_000_000, "monthly_active_users", "le")),  # no cap at all
    Case("contradicted", "LLaMA", amount(700_000_000, "monthly_active_users", "le")),  # nor here: research only
    Case("imprecise", "Kimi K2", amount(100_000_000, "monthly_active_users", "le")),  # beyond it only a duty
    Case("contradicted", "Llama 3", amount(700_000_000, "monthly_active_users", "le"), NEGATED),
    Case("supported", "Mistral 7B", amount(700_000_000, "users", "lt"), NEGATED),
    Case("unverifiable", "GPT-4", amount(700_000_000, "monthly_active_users", "le")),
    Case("unverifiable", "Foo-7B", amount(700_000_000, "monthly_active_users", "le")),
]

PURPOSES = [
    Case("supported", "LLaMA", "research"),
    Case("supported", "LLaMA", "research", said_on("2023-03-10")),
    Case("supported", "LLaMA", "Studienzwecke"),
    Case("supported", "OPT-175B", "research"),
    Case("supported", "Command R+", "non_commercial"),
    Case("supported", "Llama 3", "research", NEGATED),
    Case("imprecise", "LLaMA", "non_commercial"),  # narrower than that
    Case("imprecise", "Command R+", "research"),  # wider than that
    Case("imprecise", "FLUX.1 [dev]", "research"),  # among others, and for whom is open
    Case("imprecise", "ChatGLM3-6B", "non_commercial"),  # whoever registers may do business
    Case("supported", "SDXL Turbo", "nicht kommerzielle Nutzung"),
    Case("supported", "FLUX.1 [dev]", "niet-commercieel gebruik"),
    Case("supported", "Codestral", "non-production"),
    Case("imprecise", "Command R+", "non-production"),  # a charity may go live with it
    Case("contradicted", "Mistral 7B", "nicht produktive Zwecke"),
    Case("contradicted", "Llama 2", "research"),
    Case("contradicted", "MIT", "research"),
    Case("contradicted", "Mistral 7B", "non_commercial"),
    Case("contradicted", "LLaMA", "commercial"),
    Case("contradicted", "LLaMA", "research", NEGATED),
    Case("outdated", "Phi-2", "research"),
    Case("unverifiable", "GPT-4", "research"),
    Case("unverifiable", "LLaMA", "world peace"),
]

ALLOWED = [
    Case("supported", "Mistral 7B", "commercial_use"),
    Case("supported", "DeepSeek-R1", "commercial_products"),
    Case("supported", "DeepSeek-R1", "commercial_products", POSSIBLE),
    Case("supported", "BLOOM", "commercial_use"),
    Case("supported", "FLUX.1 [schnell]", "commercial_use"),
    Case("supported", "Llama 3", "fine_tuning"),
    Case("supported", "Llama 3.1", "training_other_models"),
    Case("supported", "Mistral 7B", "military_use"),
    Case("supported", "MIT", "distribution"),
    Case("supported", "LLaMA", "commercial_use", NEGATED),
    Case("imprecise", "Llama 2", "commercial_use"),  # save beyond the cap
    Case("imprecise", "LLaMA", "modification"),  # for research
    Case("contradicted", "LLaMA", "commercial_use"),
    Case("contradicted", "Command R+", "commercial_use"),
    Case("contradicted", "FLUX.1 [dev]", "commercial_use"),
    Case("contradicted", "SDXL Turbo", "commercial_use"),
    Case("contradicted", "Llama 3", "training_other_models"),
    Case("contradicted", "Llama 3", "military_use"),
    Case("contradicted", "Falcon 180B", "hosting"),
    Case("contradicted", "CC BY-NC-ND 4.0", "distribution_of_derivatives"),
    Case("contradicted", "Llama 3", "commercial_use", NEGATED),
    Case("outdated", "Falcon-40B", "commercial_use", said_on("2023-05-27")),
    Case("supported", "Mistral 7B", "self_hosting"),
    Case("supported", "ChatGPT", "self_hosting", NEGATED),  # nobody has its weights
    Case("contradicted", "Claude 3", "download"),
    Case("unverifiable", "GPT-4", "commercial_use"),
    Case("unverifiable", "Llama 3", "teleportation"),
    Case("unverifiable", "LLaMA", "commercial_use", POSSIBLE),
]

ACCESS = [
    Case("supported", "Llama 3", "researchers"),
    Case("supported", "OPT-175B", "Forschungseinrichtungen"),
    Case("supported", "Mistral 7B", "everyone"),
    Case("supported", "Mistral 7B", "kleinere Unternehmen"),
    Case("imprecise contradicted", "LLaMA", "everyone"),
    Case("imprecise", "OPT-175B", "companies"),  # for research
    Case("supported", "LLaMA", "akademischer Bereich"),
    Case("imprecise contradicted", "LLaMA", "Privatpersonen"),
    Case("contradicted", "Mistral 7B", "everyone", NEGATED),
    Case("unverifiable", "GPT-4", "everyone"),
    Case("unverifiable", "Llama 3", "Martians"),
]


@pytest.mark.parametrize("case", CAPS, ids=str)
def test_caps(case: Case) -> None:
    assert check(case.claim("capped_at")).status.value in case.statuses.split()


@pytest.mark.parametrize("case", PURPOSES, ids=str)
def test_purposes(case: Case) -> None:
    assert check(case.claim("limited_to")).status.value in case.statuses.split()


@pytest.mark.parametrize("case", ALLOWED, ids=str)
def test_what_terms_allow(case: Case) -> None:
    assert check(case.claim("allows")).status.value in case.statuses.split()


@pytest.mark.parametrize("case", ACCESS, ids=str)
def test_access(case: Case) -> None:
    assert check(case.claim("accessible_to")).status.value in case.statuses.split()


def test_a_cap_is_compared_part_by_part() -> None:
    found = check(
        Claim(predicate="capped_at", subject={"mention": "Llama 3"}, object=amount(700_000_000, "customers", "lt"))
    )

    parts = {each.part: each.agrees for each in found.reasons if each.kind == "part"}
    assert parts == {
        "metric": False,
        "number": True,
        "comparator": False,
        "time": False,
        "whose": None,
        "consequence": None,
    }
    assert [each.clause for each in found.reasons if each.kind == "clause"] == ["2"]
    assert found.correction is not None
    assert "exactly 700,000,000 is within the limit" in found.correction
    assert "700.000.000" in found.corrections["nl"]


@pytest.mark.parametrize(
    ("comparator", "agrees"),
    [("le", True), ("eq", True), ("lt", False), ("gt", False), ("ge", False), ("approx", False)],
)
def test_the_edge_of_a_cap(comparator: str, agrees: bool) -> None:
    said = amount(700_000_000, "monthly_active_users", comparator)
    found = check(Claim(predicate="capped_at", subject={"mention": "Llama 3"}, object=said))

    assert [each.agrees for each in found.reasons if each.kind == "part" and each.part == "comparator"] == [agrees]


def test_every_clause_points_at_its_words() -> None:
    found = check(Claim(predicate="allows", subject={"mention": "LLaMA"}, object="commercial_use"))

    cited = [each.citation for each in found.reasons if each.kind == "clause"]
    assert cited
    assert all(each is not None and each.text == "llama-1" for each in cited)
