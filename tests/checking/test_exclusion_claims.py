"""Who is said to be shut out: by audience and seat on record, by place, by kind."""

from collections.abc import Mapping

import pytest

from checking.made import NEGATED, Case
from openai_landscape import Catalog, Claim, catalog, check

CASES = [
    # reserved beyond the cap: nobody is named, and a licence can be asked for
    Case("imprecise", "Llama 3", "Google"),
    Case("imprecise", "Llama 3", "TikTok"),
    Case("imprecise", "Llama 2", "Google"),
    Case("imprecise unverifiable", "Llama 3", "Snapchat"),
    Case("imprecise unverifiable", "Llama 2", "TikTok"),
    Case("imprecise unverifiable", "Llama 3", "Telegram"),
    Case("imprecise", "DBRX", "Google"),
    Case("contradicted", "Llama 3", "Google", NEGATED),
    Case("contradicted", "Llama 3", "Meta"),  # the licensor itself
    Case("contradicted", "Mistral 7B", "Google"),
    Case("contradicted", "Apache 2.0", "Google"),
    Case("unverifiable", "Llama 3", "Anthropic"),  # no audience on record
    Case("unverifiable", "Llama 3", "FooCorp"),
    # places
    Case("supported", "Hunyuan-Large", "EU"),
    Case("supported", "HunyuanVideo", "Südkorea"),
    Case("supported", "Hunyuan-Large", "Mistral AI"),  # it has its seat there
    Case("imprecise", "Llama 3.2 Vision", "EU"),  # by seat, not by market
    Case("imprecise", "Llama 3.2", "EU"),  # only what sees
    Case("supported", "Hunyuan-Large", "der Europäischen Union"),
    Case("contradicted", "Hunyuan-Large", "the United States"),
    Case("contradicted", "Hunyuan-Large", "China"),
    Case("contradicted", "Llama 3", "Europäische Union"),
    Case("contradicted", "Mistral 7B", "EU"),
    Case("supported", "Llama 3", "EU", NEGATED),
    # kinds
    Case("imprecise", "Command R+", "companies"),  # from business, not from research
    Case("contradicted", "Mistral 7B", "Unternehmen"),
    Case("supported", "Mistral 7B", "bedrijven", NEGATED),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_exclusions(case: Case) -> None:
    assert check(case.claim("excludes")).status.value in case.statuses.split()


def shuts_out(name: str, known: Catalog) -> tuple[str, str]:
    """The status of "Llama 3 shuts out *name*", and everything that is said of it."""
    said = Claim(predicate="excludes", subject={"mention": "Llama 3"}, object={"mention": name})
    found = check(said, catalog=known)
    return found.status.value, " ".join(each.text for each in found.reasons)


def company(*figures: Mapping[str, object]) -> Catalog:
    """The catalogue with a company of these audiences."""
    audiences = [{"product": "acme-app", "basis": "company report", "source": "made up", **each} for each in figures]
    return catalog().extend({"organizations": [{"id": "acme", "name": "Acme", "audiences": audiences}]})


@pytest.mark.parametrize(
    ("figures", "status"),
    [
        ([{"value": 700_000_001, "as_of": "2024-03"}], "imprecise"),  # beyond, in the month that counts: must ask
        ([{"value": 700_000_000, "as_of": "2024-03"}], "contradicted"),  # section 2 says greater than
        ([{"value": 10_000, "as_of": "2024-03", "at_least": True}], "unverifiable"),  # no upper bound
        ([{"value": 900_000_000, "as_of": "2023-03"}, {"value": 900_000_000, "as_of": "2025-03"}], "imprecise"),
        ([{"value": 10_000, "as_of": "2023-03"}, {"value": 10_000, "as_of": "2025-03"}], "contradicted"),
        ([{"value": 10_000, "as_of": "2023-03"}, {"value": 900_000_000, "as_of": "2025-03"}], "unverifiable"),
        ([{"value": 900_000_000, "as_of": "2025-03"}], "unverifiable"),  # grown since, for all that is known
        ([{"value": 900_000_000}], "unverifiable"),  # undated
        ([{"value": 900_000_000, "as_of": "2024-03", "measure": "daily_active_users"}], "unverifiable"),
    ],
)
def test_only_the_month_that_counts_settles_it(figures: list[Mapping[str, object]], status: str) -> None:
    assert shuts_out("Acme", company(*figures))[0] == status


def test_the_company_s_own_word_goes_before_a_list() -> None:
    own = [{"value": 900_000_000, "as_of": date} for date in ("2023-03", "2025-03")]
    listed = {"value": 10_000, "as_of": "2024-02", "basis": "compiled list"}
    status, told = shuts_out("Acme", company(*own, listed))

    assert status == "imprecise"
    assert "compiled list" in told  # what speaks against it is told as well


def test_products_of_affiliates_count() -> None:
    known = catalog().extend(
        {
            "organizations": [
                {"id": "acme-holding", "name": "Acme Holding"},
                {"id": "acme", "name": "Acme", "parent": "acme-holding"},
                {
                    "id": "bigco",
                    "name": "Bigco",
                    "parent": "acme-holding",
                    "audiences": [
                        {
                            "product": "bigco-app",
                            "value": 800_000_000,
                            "as_of": "2024-03",
                            "basis": "company report",
                            "source": "made up",
                        }
                    ],
                },
            ]
        }
    )

    assert shuts_out("Acme", known)[0] == "imprecise"
