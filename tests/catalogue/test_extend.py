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
BROKEN: Final = Path(__file__).parent / "broken"


def refusal(*entries: object) -> list[str]:
    """What is wrong with *entries*, without the folder that they are in."""
    with pytest.raises(EntryError) as caught:
        catalog().extend(entries)  # type: ignore[arg-type]  # what is no entry is refused when it is read
    return [
        line.replace(str(ENTRIES), "").replace(str(BROKEN), "").lstrip("/\\") for line in str(caught.value).splitlines()
    ]


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


EXPECTED: Final[dict[str, list[str]]] = json.loads((BROKEN / "expected.json").read_text(encoding="utf-8"))
"""What is wrong with each file of the folder: every fault, with its line, its column and what its message must say."""


def test_every_broken_file_has_what_is_expected_of_it() -> None:
    assert sorted({*EXPECTED, "expected.json"}) == sorted(path.name for path in BROKEN.iterdir())


@pytest.mark.parametrize("file", EXPECTED)
def test_a_broken_file_is_refused_with_its_places(file: str) -> None:
    found = refusal(BROKEN / file)

    assert [fault for fault in EXPECTED[file] if not any(line.startswith(f"{file}:{fault}") for line in found)] == []
    assert len(found) == len(EXPECTED[file])


@pytest.mark.parametrize("file", ["several-faults.json", "several-faults.yaml", "duplicate-key.json"])
def test_places_are_the_same_where_lines_end_as_on_windows(file: str, tmp_path: Path) -> None:
    text = (BROKEN / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8-sig", newline="\r\n")

    with pytest.raises(EntryError) as caught:
        catalog().extend(tmp_path / file)
    assert [fault.place for fault in caught.value.faults] == [
        (int(line), int(column)) for line, column, _ in (fault.split(":", 2) for fault in EXPECTED[file])
    ]


def test_a_file_that_is_not_there_is_refused() -> None:
    [line] = refusal(BROKEN / "no-such-file.json")

    assert line.startswith("no-such-file.json: cannot be read: ")


def test_the_faults_of_all_files_come_at_once() -> None:
    found = refusal(BROKEN / "duplicate-key.json", BROKEN / "unfinished.json", {"id": "x", "name": 1, "members": []})

    assert [line.split(":")[0] for line in found] == ["duplicate-key.json", "unfinished.json", "entries[2]"]


def test_lineage_in_a_ring_is_refused() -> None:
    assert any(
        "a model cannot derive from itself: acme-9b -> acme-8b -> acme-9b" in f
        for f in refusal(BROKEN / "dangling.json")
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
