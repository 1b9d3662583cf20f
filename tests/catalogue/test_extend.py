"""Users' entries are added as a whole, and refused with everything that is wrong in them, each fault with its line."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.catalogue import EntryError, UnknownNameError, catalog
from openai_landscape.catalogue._json import read_json
from openai_landscape.catalogue._yaml import read_yaml
from openai_landscape.entities import License, Model, Organization

ENTRIES: Final = Path(__file__).parent / "entries"


def refusal(*entries: object) -> list[str]:
    """What is wrong with *entries*, without the folder that they are in."""
    with pytest.raises(EntryError) as caught:
        catalog().extend(entries)  # type: ignore[arg-type]  # what is no entry is refused when it is read
    return [line.replace(str(ENTRIES), "").lstrip("/\\") for line in str(caught.value).splitlines()]


@pytest.mark.parametrize("file", ["good.json", "good.yaml"])
def test_a_file_adds_its_entries(file: str) -> None:
    ours = catalog().extend(ENTRIES / file)

    assert ours.model("acme").id == "acme-7b"
    assert ours.organizations["acme"].country == "NO"
    assert [each.model.id for each in ours.lineage("Acme 7B")] == ["llama-3-8b"]
    assert ours.license_of("Acme-7B-Instruct-GGUF").license == "mit"


def test_json_and_yaml_say_the_same() -> None:
    one, other = (catalog().extend(str(ENTRIES / file)) for file in ("good.json", "good.yaml"))

    assert one.models["acme-7b"] == other.models["acme-7b"]
    assert one.organizations["acme"] == other.organizations["acme"]


def test_extending_leaves_the_built_in_catalogue_alone() -> None:
    ours = catalog().extend({"id": "acme-7b", "name": "Acme 7B", "ancestry": "none"})

    assert "acme-7b" in ours.models
    assert "acme-7b" not in catalog().models
    assert len(ours.models) == len(catalog().models) + 1
    with pytest.raises(UnknownNameError):
        catalog().model("Acme 7B")


@pytest.mark.parametrize("as_data", [False, True])
def test_an_entity_or_its_json_takes_the_place_of_the_one_with_its_id(*, as_data: bool) -> None:
    changed = catalog().model("Llama 3").evolve(name="Llama 3 (ours)", aliases=("Our Llama",))
    ours = catalog().extend([changed.model_dump(mode="json") if as_data else changed])

    assert ours.model("our llama") == changed
    assert ours.model("llama-3") == changed
    assert len(ours.models) == len(catalog().models)
    with pytest.raises(UnknownNameError):
        ours.model("Meta-Llama-3-Original")


@pytest.mark.parametrize("kind", ["models", "licenses", "organizations", "people", "products"])
def test_the_json_of_every_kind_is_told_apart(kind: str) -> None:
    entities: Mapping[str, Model | License | Organization] = getattr(catalog(), kind)
    entity = entities[next(iter(entities))]

    ours = catalog().extend(entity.model_dump(mode="json"))

    placed: Mapping[str, object] = getattr(ours, kind).placed
    assert dict(placed) == {entity.id: entity}


def test_a_name_put_in_place_stands_beside_the_built_in_one() -> None:
    ours = catalog().extend(Model(id="acme-llama", name="Llama 3"))

    with pytest.raises(LookupError, match=r"\(acme-llama\), .*\(llama-3\)"):
        ours.model("Llama 3")


def test_an_extended_catalogue_can_be_extended() -> None:
    ours = catalog().extend(Model(id="a", name="Acme A")).extend(Model(id="b", name="Acme B"))

    assert {"a", "b"} <= set(ours.models)
    assert ours.version == f"{catalog().version}+extended"


def test_nothing_to_add_gives_an_equal_catalogue() -> None:
    assert list(catalog().extend([]).models) == list(catalog().models)


@pytest.mark.parametrize(
    ("file", "faults"),
    [
        (
            "duplicate-key.json",
            ["duplicate-key.json:4:3: name: the key 'name' is written twice, first in line 3; keep one"],
        ),
        (
            "duplicate-key.yaml",
            ["duplicate-key.yaml:4:1: name: the key 'name' is written twice, first in line 2; keep one"],
        ),
        (
            "several-faults.json",
            [
                "several-faults.json:4:13: models[0].id: 'Acme 7B': not an id; write lower-case letters",
                "several-faults.json:7:19: models[0].released: '2024-4': not a date; write it as YYYY, YYYY-MM",
                "several-faults.json:8:47: models[0].parameters[0].total: 7000000000.0: not a count",
                "several-faults.json:9:34: models[0].licenses[0].component: input should be 'weights', 'code'",
                "several-faults.json:6:7: models[0].licences: no such key; perhaps 'licenses'",
            ],
        ),
        (
            "several-faults.yaml",
            [
                "several-faults.yaml:2:9: models[0].id: 'Acme 7B': not an id; write lower-case letters",
                "several-faults.yaml:5:15: models[0].released: '2024-4': not a date",
                "several-faults.yaml:8:16: models[0].parameters[0].total: 7000000000.0: not a count",
                "several-faults.yaml:4:5: models[0].licences: no such key; perhaps 'licenses'",
            ],
        ),
        (
            "dangling.json",
            [
                "dangling.json:16:12: models[3].id: a second entry has the id 'acme-9b'; keep one",
                "dangling.json:7:33: models[0].base_models[0].model: no model has the id 'Llama-3-8B'; nearest: ",
                "dangling.json:9:21: models[0].licenses[0].license: 'kimi-k3': identified, not encoded; write null",
                "dangling.json:10:21: models[0].licenses[1].license: no licence has the id 'apache2'; nearest:",
                "dangling.json:11:21: models[0].licenses[2].license: 'llama-3-aup': write 'llama-3-community'",
            ],
        ),
        ("term.json", ["term.json:10:15: terms[0].when: no fact is called"]),
        ("trailing-comma.json", ["trailing-comma.json:4:1: found '}': nothing follows the comma; take it away"]),
        ("unfinished.json", ["unfinished.json:1:30: the text ends: a comma or } stands between what is inside"]),
        ("two-documents.json", ["two-documents.json:1:32: found '{': something follows the document"]),
        ("not-a-number.json", ["not-a-number.json:1:24: name: found 'N': not a value"]),
        ("unfinished.yaml", ["unfinished.yaml:3:1: not YAML: expected ',' or ']'"]),
        ("endless.yaml", ["endless.yaml:2:7: name[0]: an alias that never ends; write the value out"]),
        (
            "nameless-kind.json",
            ["nameless-kind.json:1:1: nothing tells what this is; put it into a list under one of models"],
        ),
        ("no-entries.json", ["no-entries.json:1:2: [0]: 1: not an entry; write an object with at least id and name"]),
        ("not-utf-8.json", ["not-utf-8.json: not UTF-8: byte 13 is 0xff"]),
        ("no-such-file.json", ["no-such-file.json: cannot be read: "]),
    ],
)
def test_a_broken_file_is_refused_with_its_places(file: str, faults: list[str]) -> None:
    found = refusal(ENTRIES / file)

    assert [(line, fault) for line, fault in zip(found, faults, strict=False) if not line.startswith(fault)] == []
    assert len(found) >= len(faults)


def test_the_faults_of_all_files_come_at_once() -> None:
    found = refusal(ENTRIES / "duplicate-key.json", ENTRIES / "unfinished.json", {"id": "x", "name": 1, "members": []})

    assert [line.split(":")[0] for line in found] == ["duplicate-key.json", "unfinished.json", "entries[2]"]


def test_lineage_in_a_ring_is_refused() -> None:
    assert any(
        "a model cannot derive from itself: acme-9b -> acme-8b -> acme-9b" in f
        for f in refusal(ENTRIES / "dangling.json")
    )


def test_an_entity_at_hand_is_not_validated_twice() -> None:
    model = Model(id="acme-7b", name="Acme 7B")

    assert catalog().extend(model).models["acme-7b"] is model


def test_without_ruamel_yaml_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)

    with pytest.raises(ModuleNotFoundError, match=r"openai-landscape\[yaml\]"):
        catalog().extend(ENTRIES / "good.yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("true", True),
        ("~", None),
        ("2024-04-18", "2024-04-18"),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("1.08", 1.08),
        ("1e3", 1000.0),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("12:30:45", "12:30:45"),
        ("<<", "<<"),
        ("", None),
    ],
)
def test_yaml_is_read_by_the_core_schema_of_1_2(text: str, value: object) -> None:
    assert read_yaml(f"on: {text}\n", None).data == {"on": value}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    assert read_json(text, None).data == json.loads(text)


@given(st.text(alphabet='{}[]",:0123456789.eE+-truefalsn\\u \n', max_size=40))
def test_what_is_no_json_is_refused_with_its_place(text: str) -> None:
    try:
        expected = json.loads(text)
    except (ValueError, RecursionError):
        with pytest.raises(EntryError) as caught:
            read_json(text, "x.json")
        assert caught.value.faults[0].place is not None
    else:
        assert read_json(text, "x.json").data == expected


@given(st.integers(1, 5000))
def test_deep_nesting_is_refused(depth: int) -> None:
    text = "[" * depth + "]" * depth
    if depth > 100:
        with pytest.raises(EntryError, match="nested deeper"):
            read_json(text, None)
    else:
        assert read_json(text, None).data is not None
