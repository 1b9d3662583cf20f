"""The changelog of the data is whole: its newest version is the data's, and what it names is there or was."""

import json
from typing import Final

import pytest
from pydantic import ValidationError

from openai_landscape import Catalog, catalog
from openai_landscape.catalogue import DataChange, DataRelease
from openai_landscape.catalogue._changes import DataChanges
from openai_landscape.catalogue._files import data_root
from openai_landscape.catalogue._kinds import built_in
from openai_landscape.entities import License, Model, Organization, Person, Product
from openai_landscape.quantities.base import Value

CLASSES: Final[dict[str, type[Value]]] = {
    "model": Model,
    "licence": License,
    "organization": Organization,
    "person": Person,
    "product": Product,
}
SHELVES: Final = {"model": "models", "licence": "licenses", "organization": "organizations", "person": "people"}


def test_the_newest_version_is_that_of_the_data() -> None:
    assert catalog().changes[0].version == catalog().version
    assert Catalog(built_in()).changes == catalog().changes


def test_the_file_is_written_as_it_is_read() -> None:
    written = json.loads(data_root().joinpath("CHANGES.json").read_text(encoding="utf-8"))

    assert DataChanges.model_validate(written).model_dump(mode="json", exclude_unset=True) == written


def test_what_a_change_names_is_there_unless_it_was_removed() -> None:
    removed = {(c.kind, key) for r in catalog().changes for c in r.changes if c.what == "removed" for key in c.ids}
    named = {(c.kind, key) for r in catalog().changes for c in r.changes for key in c.ids} - removed
    here = {(kind, key) for kind, shelf in SHELVES.items() for key in getattr(catalog(), shelf)}
    here |= {("product", key) for key in catalog().products} | {("text", key) for key in catalog().texts}

    assert named <= here
    assert not removed & here


def test_a_field_that_changed_is_a_field_of_its_entities() -> None:
    changes = [change for release in catalog().changes for change in release.changes if change.kind in CLASSES]

    assert [c for c in changes if not set(c.fields) <= set(CLASSES[c.kind].model_fields)] == []


@pytest.mark.parametrize(
    ("faulty", "words"),
    [
        (["1.0.0", "1.1.0"], "'1.0.0' stands before '1.1.0'"),
        (["1.0.0", "1.0.0"], "write each once"),
        (["1.10.0", "1.9.0", "1.9.1"], "'1.9.0' stands before '1.9.1'"),
        (["1.0"], "pattern"),
        ([], "at least 1"),
    ],
)
def test_versions_stand_newest_first_and_once(faulty: list[str], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        DataChanges.model_validate({"releases": [{"version": version, "says": "…"} for version in faulty]})


@pytest.mark.parametrize(("what", "fields"), [("changed", ()), ("added", ("released",)), ("removed", ("released",))])
def test_fields_are_named_where_an_entity_changed_and_only_there(what: str, fields: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match="fields: write those that changed"):
        DataChange.model_validate({"kind": "model", "ids": ["a"], "what": what, "fields": fields, "says": "…"})


def test_versions_count_by_number() -> None:
    releases = [DataRelease(version=version, says="…") for version in ("1.10.0", "1.9.0")]

    assert DataChanges(releases=tuple(releases)).releases[0].version == "1.10.0"
