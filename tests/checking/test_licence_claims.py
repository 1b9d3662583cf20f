"""Which licence a thing is said to carry: of which part, and at what date."""

import pytest

from checking.made import ALLEGED, NEGATED, Case, qualified, reported, said_on, when
from openai_landscape import Catalog, Claim, catalog, check

CASES = [
    Case("supported", "Mistral 7B", "Apache 2.0"),
    Case("supported", "DeepSeek-R1", "MIT-Lizenz"),
    Case("supported", "Llama 3", "Llama 3 Community License"),
    Case("supported", "Gemma 2", "Gemma Terms of Use"),  # a name of several texts
    Case("supported", "Whisper", "MIT"),
    Case("supported", "Llama 3", "MIT", NEGATED),
    Case("contradicted", "Mistral 7B", "MIT"),
    Case("contradicted", "Llama 3", "Llama 2 Community License"),
    Case("contradicted", "Llama 3", "MIT", reported("Meta")),
    Case("contradicted", "GPT-4", "MIT"),  # nothing is published
    Case("unverifiable", "Gemma 2", "Apache 2.0", ALLEGED),
    Case("unverifiable", "Foo-7B", "MIT"),
    # the licence of the code never answers for the weights
    Case("contradicted imprecise", "LLaMA", "GPL-3.0"),
    Case("contradicted imprecise", "OPT-175B", "MIT"),
    Case("supported", "LLaMA", "GPL-3.0", qualified(component="code")),
    # changed since, or not yet
    Case("supported", "Falcon-40B", "Apache 2.0"),
    Case("outdated", "Falcon-40B", "TII Falcon LLM License"),
    Case("outdated", "Falcon-40B", "TII Falcon LLM License", said_on("2024-01-15")),
    Case("outdated", "Falcon-40B", "Apache 2.0", said_on("2023-05-27")),
    Case("supported", "Falcon-40B", "TII Falcon LLM License", when("2023-05-27")),
    Case("outdated", "Falcon-40B", "TII Falcon LLM License", when("2023-08")),
    Case("supported", "Falcon-40B", "TII Falcon LLM License", NEGATED),
    Case("outdated contradicted", "Falcon-40B", "Apache 2.0", NEGATED),
    Case("outdated", "Phi-2", "Microsoft Research License"),
    # names as people write them: without the version, of a whole family, with the licensor's before it
    Case("supported", "Mistral 7B", "Apache"),
    Case("supported", "Command R+", "CC BY-NC"),
    Case("supported", "Command R+", "Creative Commons"),
    Case("supported", "StarCoder", "OpenRAIL"),
    Case("supported", "Gemma 2", "Google Gemma Terms of Use"),
    Case("imprecise", "Llama 3", "Llama licence"),  # there are seven
    Case("imprecise", "Kimi K2", "MIT"),  # a changed one
    Case("supported", "Kimi K2", "modifizierte MIT-Lizenz"),
    Case("supported", "MiniMax M2", "aangepaste MIT-licentie"),
    Case("contradicted", "DeepSeek-R1", "angepasste MIT-Lizenz"),
    Case("contradicted", "Command R+", "CC BY"),
    Case("contradicted", "Llama 3", "Apache"),
    Case("contradicted", "Mistral 7B", "GPL"),
    Case("unverifiable", "Mistral 7B", "Foo Public License"),
    # a kind of licence
    Case("supported", "Mistral 7B", "an open source licence"),
    Case("supported", "Mistral 7B", "Open-Source-Lizenz"),
    Case("contradicted", "Llama 3", "Open-Source-Lizenz"),
    Case("contradicted", "GPT-4", "an open source licence"),
    Case("supported", "Mistral 7B", "permissive licence"),
    Case("supported", "Command R+", "non-commercial license"),
    Case("contradicted", "Mistral 7B", "niet-commerciële licentie"),
    # of a family what was out then
    Case("imprecise", "Gemma", "Gemma Terms of Use"),  # Gemma 4 is under another
    Case("supported", "Gemma", "Gemma Terms of Use", said_on("2024-07-01")),
    # some of its sizes
    Case("imprecise", "Qwen2.5", "Apache 2.0"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_licences(case: Case) -> None:
    assert check(case.claim("licensed_under")).status.value in case.statuses.split()


def two_periods() -> Catalog:
    """The catalogue with a model that stood under one licence, then under another."""
    records = [
        {"license": "llama-1", "until": "2024-06-01", "source": "made up"},
        {"license": "mit", "since": "2024-06-01", "source": "made up"},
    ]
    model = {"id": "acme-7b", "name": "Acme 7B", "weights": "open", "ancestry": "none", "licenses": records}
    return catalog().extend({"models": [model]})


@pytest.mark.parametrize(
    ("predicate", "said", "date", "status"),
    [
        ("licensed_under", {"mention": "MIT"}, "2024-05-31", "outdated"),  # not yet
        ("licensed_under", {"mention": "MIT"}, "2024-06-01", "supported"),
        ("licensed_under", {"mention": "MIT"}, None, "supported"),
        ("limited_to", "research", "2024-05-31", "outdated"),  # true then, not now
        ("limited_to", "research", "2024-06-01", "outdated"),
        ("allows", "commercial_use", "2024-05-31", "outdated"),
        ("allows", "commercial_use", "2024-06-02", "supported"),
        ("openness", "restricted", "2024-05-31", "outdated"),
        ("openness", "permissive", "2024-06-02", "supported"),
    ],
)
def test_a_text_speaks_for_its_own_date(predicate: str, said: object, date: str | None, status: str) -> None:
    facts = {"predicate": predicate, "subject": {"mention": "Acme 7B"}, "object": said, "said_on": date}

    assert check(Claim.model_validate(facts), catalog=two_periods()).status.value == status


def test_a_licence_that_is_not_encoded_is_still_known_by_name() -> None:
    claim = Case("", "Baichuan 2", "Baichuan 2 Community License").claim("licensed_under")

    assert check(claim).status.value == "supported"
