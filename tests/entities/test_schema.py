"""The published JSON Schemas: valid, as the files in docs/schemas have them, and true of the entities.

Written anew by `python tests/entities/test_schema.py`.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from jsonschema import Draft202012Validator

from openai_landscape.checking import Assessment
from openai_landscape.definitions import OpennessVerdict
from openai_landscape.entities.schema import DIALECT, json_schema, json_schemas
from openai_landscape.evaluation import Finding, Obligation, Verdict
from openai_landscape.quantities.base import Value
from openai_landscape.testing import claims, licenses, models, organizations, people, products, sources, uses, verdicts

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "docs" / "schemas"
ANSWERS: Final[tuple[type[Value], ...]] = (Assessment, Finding, Obligation, OpennessVerdict, Verdict)

PUBLISHED: Final = {**json_schemas(), **{kind.__name__: json_schema(kind) for kind in ANSWERS}}
DRAWN: Final[dict[str, Callable[[], SearchStrategy[Any]]]] = {
    "Claim": claims,
    "License": licenses,
    "Model": models,
    "Organization": organizations,
    "Person": people,
    "Product": products,
    "Source": sources,
    "Use": uses,
    "Verdict": verdicts,
}


def written(schema: object) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def faults(name: str, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(PUBLISHED[name]).iter_errors(value)]


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_schema_is_valid_and_says_what_it_is(name: str) -> None:
    schema: Any = PUBLISHED[name]
    Draft202012Validator.check_schema(schema)

    assert (schema["$schema"], schema["$id"]) == (DIALECT, f"urn:openai-landscape:schema:{name.lower()}")
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_file_is_the_schema(name: str) -> None:
    assert (FOLDER / f"{name.lower()}.json").read_text(encoding="utf-8") == written(PUBLISHED[name])


def test_no_file_is_left_of_a_schema_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {name.lower() for name in PUBLISHED}


@pytest.mark.parametrize("name", DRAWN)
@settings(max_examples=10)
@given(st.data())
def test_what_an_entity_writes_its_schema_takes(name: str, data: st.DataObject) -> None:
    value: Value = data.draw(DRAWN[name]())

    assert faults(name, value.model_dump(mode="json")) == []


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("Use", {}, "'activities' is a required property"),
        ("Use", {"activities": []}, "[] should be non-empty"),
        ("Use", {"activities": ["run"], "licence": "mit"}, "Additional properties are not allowed"),
        ("Use", {"activities": ["run"], "on": 20240401}, "20240401 is not valid under any of the given schemas"),
        ("Licensee", {"monthly_active_users": 1.5}, "1.5 is not valid under any of the given schemas"),
        (
            "Licensee",
            {"annual_revenue": {"amount": 1.5, "currency": "USD"}},
            "is not valid under any of the given schemas",
        ),
    ],
)
def test_a_schema_refuses_what_the_entity_refuses(name: str, value: object, fault: str) -> None:
    assert any(fault in each for each in faults(name, value))


def test_the_files_of_the_catalogue_fit_the_schema() -> None:
    files = sorted((ROOT / "src" / "openai_landscape" / "data" / "licenses").glob("*.json"))

    assert files
    assert {
        path.name: found for path in files if (found := faults("License", json.loads(path.read_text("utf-8"))))
    } == {}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, schema in PUBLISHED.items():
        (FOLDER / f"{name.lower()}.json").write_text(written(schema), encoding="utf-8")
