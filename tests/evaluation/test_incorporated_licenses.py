"""A licence whose text makes the conditions of another its own is answered by both."""

from typing import Final

import pytest

from openai_landscape.catalogue import Catalog, catalog
from openai_landscape.entities import License
from openai_landscape.evaluation import compare, evaluate
from openai_landscape.use import Use

TEXT: Final = {"id": "text", "sha256": "0" * 64, "chars": 10}
CITED: Final = {"section": "1", "text": "text", "span": [0, 10]}
GRANT: Final[dict[str, object]] = {
    "id": "grant",
    "kind": "permission",
    "activities": "all",
    "summary": "All.",
    "citation": CITED,
}
BAN: Final[dict[str, object]] = {
    "id": "no-military",
    "kind": "prohibition",
    "activities": "all",
    "when": {"fact": "fields", "overlaps": ["military"]},
    "summary": "No military use.",
    "citation": CITED,
}


def license_(name: str, terms: list[dict[str, object]], *incorporates: str) -> dict[str, object]:
    return {"id": name, "name": name, "texts": [TEXT], "terms": terms, "incorporates": list(incorporates)}


@pytest.fixture
def ours() -> Catalog:
    return catalog().extend(
        {
            "licenses": [
                license_("inner", [GRANT, BAN]),
                license_("outer", [GRANT], "inner"),
                license_("outermost", [GRANT], "outer", "outermost"),
            ]
        }
    )


@pytest.mark.parametrize(
    ("name", "fields", "outcome", "decides"),
    [
        ("inner", ["military"], "prohibited", "inner"),
        ("outer", ["military"], "prohibited", "inner"),
        ("outermost", ["military"], "prohibited", "inner"),
        ("outermost", [], "permitted", "outermost"),
    ],
)
def test_the_worst_of_both_decides(ours: Catalog, name: str, fields: list[str], outcome: str, decides: str) -> None:
    verdict = evaluate(name, Use.model_validate({"activities": ["run"], "fields": fields}), catalog=ours)

    assert verdict.outcome == outcome
    assert decides in {finding.license for finding in verdict.findings}


def test_one_that_is_not_encoded_is_never_permitted(ours: Catalog) -> None:
    # a catalogue refuses such an entry; a licence made by hand comes past it
    dangling = License.model_validate(license_("dangling", [GRANT], "not-recorded"))
    verdict = evaluate(dangling, Use.model_validate({"activities": ["run"]}), catalog=ours)

    assert verdict.permitted is not True
    assert "license[not-recorded]" in verdict.unknown


def test_a_comparison_holds_what_is_incorporated_against_the_other(ours: Catalog) -> None:
    plain = License.model_validate(license_("plain", [GRANT]))

    assert compare("outermost", "inner", catalog=ours).differs is False
    found = compare("outermost", plain, catalog=ours)
    assert found.differs is True
    assert all(witness.use.fields == ("military",) for witness in found.witnesses)
    assert {witness.verdicts[0].outcome for witness in found.witnesses} == {"prohibited"}


def test_what_is_not_encoded_cannot_be_compared(ours: Catalog) -> None:
    dangling = License.model_validate(license_("dangling", [GRANT], "not-recorded"))

    with pytest.raises(LookupError, match="dangling takes in not-recorded, which is not encoded"):
        compare(dangling, "mit", catalog=ours)
