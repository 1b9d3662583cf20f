"""Models and licences held against the definitions of openness."""

import pytest

from openai_landscape import License, OpennessVerdict, catalog, openness
from openai_landscape.definitions import DefinitionId
from openai_landscape.definitions.parts import models, parts

DEFINITIONS: tuple[DefinitionId, ...] = ("osd", "osaid-1.0", "mof-1.0", "eu-ai-act")


def failed(verdict: OpennessVerdict) -> list[str]:
    """The numbers of the criteria that are not met."""
    return [each.id for each in verdict.failed]


@pytest.mark.parametrize(
    ("licence", "criteria"),
    [
        # approved by the Open Source Initiative, or a dedication
        ("mit", []),
        ("apache-2.0", []),
        ("bsd-2-clause", []),
        ("bsd-3-clause", []),
        ("isc", []),
        ("gpl-3.0", []),
        ("agpl-3.0", []),
        ("lgpl-3.0", []),
        ("mpl-2.0", []),
        ("unlicense", []),
        ("cc0-1.0", []),
        ("cc-by-4.0", []),
        ("openmdw-1.0", []),
        # an audience, fields of use
        ("llama-2-community", ["5", "6"]),
        ("llama-3-community", ["5", "6"]),
        ("llama-3.1-community", ["5", "6"]),
        ("qwen-license", ["5", "6"]),
        ("tencent-hunyuan-large", ["5", "6"]),
        # fields alone
        ("bigscience-bloom-rail-1.0", ["6"]),
        ("creativeml-openrail-m", ["6"]),
        ("gemma-terms-2025-03-24", ["6"]),
        # revenue alone
        ("mistral-medium-3.5-modified-mit", ["5"]),
        # no business, so no selling and no derivatives for it either
        ("llama-1", ["1", "3", "6"]),
        ("cc-by-nc-4.0", ["1", "3", "6"]),
        ("opt-175b", ["1", "3", "6"]),
        # no derivatives
        ("cc-by-nd-4.0", ["3", "6"]),
    ],
)
def test_the_open_source_definition_of_a_licence(licence: str, criteria: list[str]) -> None:
    verdict = openness(catalog().licenses[licence], "osd")

    assert failed(verdict) == criteria
    assert verdict.outcome == ("does_not_meet" if criteria else "meets")


def test_every_criterion_that_a_licence_fails_names_its_clauses() -> None:
    for licence in catalog().licenses.values():
        for criterion in openness(licence, "osd").failed:
            assert criterion.grounds
            for ground in criterion.grounds:
                assert ground.license is not None
                terms = catalog().licenses[ground.license].terms
                assert ground.term == "no-grant" or ground.term in {each.id for each in terms}


# who passed and who failed when the Open Source Initiative tried its definition on models in 2024
@pytest.mark.parametrize(
    ("model", "outcome"),
    [
        ("Pythia", "meets"),
        ("OLMo", "meets"),
        ("Amber", "meets"),
        ("CrystalCoder", "meets"),
        ("T5", "meets"),
        ("BLOOM", "does_not_meet"),
        ("Llama 2", "does_not_meet"),
        ("Mixtral 8x7B", "does_not_meet"),
        ("Grok-1", "does_not_meet"),
        ("StarCoder2", "does_not_meet"),
        ("GPT-4", "does_not_meet"),
        ("DeepSeek-R1", "does_not_meet"),
    ],
)
def test_the_open_source_ai_definition(model: str, outcome: str) -> None:
    assert openness(model, "osaid-1.0").outcome == outcome


def test_a_field_that_is_not_recorded_leaves_a_criterion_open() -> None:
    known = catalog().extend(
        {
            "models": [
                {
                    "id": "acme-7b",
                    "name": "Acme 7B",
                    "ancestry": "none",
                    "licenses": [{"license": "mit", "source": "made up"}],
                }
            ]
        }
    )
    for definition in DEFINITIONS:
        verdict = openness("Acme 7B", definition, catalog=known)

        assert verdict.outcome == "unknown"
        assert not verdict.failed
    assert openness("Acme 7B", "mof-1.0", catalog=known).at_best == "class_i"


@pytest.mark.parametrize(
    ("facts", "outcome", "at_best"),
    [
        ({"weights": "open"}, "unknown", "class_i"),
        ({"weights": "open", "training_data": "closed"}, "unknown", "class_ii"),
        ({"weights": "open", "training_data": "open", "training_code": "closed"}, "unknown", "class_iii"),
        ({"weights": "closed"}, "does_not_meet", None),
    ],
)
def test_the_classes_of_the_model_openness_framework(facts: dict[str, str], outcome: str, at_best: str | None) -> None:
    licences = [{"license": "apache-2.0", "source": "made up"}]
    model = {"id": "acme-7b", "name": "Acme 7B", "ancestry": "none", "licenses": licences, **facts}
    verdict = openness("Acme 7B", "mof-1.0", catalog=catalog().extend({"models": [model]}))

    assert (verdict.outcome, verdict.at_best) == (outcome, at_best)


@pytest.mark.parametrize(
    ("model", "outcome", "criteria"),
    [
        ("DeepSeek-R1", "meets", []),
        ("Mistral 7B", "meets", []),
        ("Llama 3", "does_not_meet", ["usage"]),  # by the scale of users
        ("Command R+", "does_not_meet", ["usage", "modification", "distribution"]),  # not for business
        ("BLOOM", "unknown", []),  # fields alone: for safety, and in proportion?
        ("GPT-4", "does_not_meet", ["weights"]),
    ],
)
def test_the_exemption_of_the_ai_act(model: str, outcome: str, criteria: list[str]) -> None:
    verdict = openness(model, "eu-ai-act")

    assert (verdict.outcome, failed(verdict)) == (outcome, criteria)
    assert any("systemic risk" in note for note in verdict.notes)


def test_a_family_meets_what_each_of_its_models_meets() -> None:
    verdict = openness("Qwen2.5", "osd")

    assert verdict.outcome == "does_not_meet"
    assert any(note.startswith("meets: Qwen2.5 0.5B") for note in verdict.notes)
    assert openness("Qwen2.5 0.5B", "osd").outcome == "meets"


def test_an_ancestor_s_licence_that_reaches_a_model_counts() -> None:
    licences = {ground.license for criterion in openness("Vicuna v1.5", "osd").failed for ground in criterion.grounds}

    assert "llama-2-community" in licences


@pytest.mark.parametrize(("date", "outcome"), [("2023-12", "does_not_meet"), (None, "meets")])
def test_a_licence_that_changed_is_asked_for_its_date(date: str | None, outcome: str) -> None:
    from openai_landscape import PartialDate

    day = PartialDate(date) if date else None
    assert openness("Phi-2", "osd", on=day).outcome in {outcome, "unknown"}


def test_adding_a_bar_never_opens_a_licence() -> None:
    mit = catalog().licenses["mit"]
    span = {"section": "made up", "text": mit.texts[0].id, "span": [0, 1]}
    bars = [
        {"fact": "fields", "overlaps": ["gambling"]},
        {"fact": "licensee.monthly_active_users", "window": "present", "gt": 5000},
        {"fact": "licensee.country", "one_of": ["DE"]},
        {"fact": "purpose", "one_of": ["commercial"]},
        {"all_of": []},
    ]
    for number, bar in enumerate(bars):
        term = {
            "id": "bar",
            "kind": "prohibition",
            "activities": "all",
            "when": bar,
            "summary": "Not so.",
            "citation": span,
        }
        written = mit.model_dump(mode="json")
        barred = License.model_validate({**written, "id": f"mit-{number}", "terms": [*written["terms"], term]})
        verdict = openness(barred, "osd")

        assert verdict.outcome == "does_not_meet", bar
        assert any(ground.term == "bar" for criterion in verdict.failed for ground in criterion.grounds)


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_verdicts_survive_json_and_are_the_same_twice(definition: DefinitionId) -> None:
    verdict = openness("Llama 3", definition)

    assert OpennessVerdict.model_validate_json(verdict.model_dump_json()) == verdict
    assert openness("Llama 3", definition) == verdict
    assert hash(verdict) == hash(openness("Llama 3", definition))


def test_a_verdict_is_no_truth_value() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(openness("MIT", "osd"))


def test_a_definition_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match=r"^.osd2.: no definition is called so; write one of osd, osaid-1\.0, mof"):
        openness("MIT", "osd2")  # type: ignore[arg-type]  # what is refused


def test_parts_hold_every_model_of_a_family_once() -> None:
    for model in catalog().models.values():
        names = [name for part in parts(model, catalog()) for name in part.names]

        assert len(names) == len(set(names))
        if len(parts(model, catalog())) > 1:
            assert sorted(names) == sorted(each.name for each in models(model, catalog()))
