"""Each fact of the reference data stands in the catalogue, or among the disagreements that it keeps."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from openai_landscape.catalogue import AmbiguousNameError, catalog
from openai_landscape.entities import Model

Row: TypeAlias = Mapping[str, object]

NAMED_APART: Final = {"Claude": "claude-1", "Gemma": "gemma-1", "Llama 3.2": "llama-3.2-text"}
"""Lines whose name is here that of a whole line of models, or of sizes that take other input."""


def rows(shared: Path, file: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (shared / "reference" / file).read_text(encoding="utf-8").splitlines()]


def models(shared: Path) -> Iterator[tuple[dict[str, object], Model]]:
    for row in rows(shared, "models.jsonl"):
        if row["kind"] == "model":
            yield row, catalog().model(NAMED_APART.get(str(row["name"]), str(row["name"])))


def strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(each) for each in value]


def mappings(value: object) -> list[Row]:
    assert isinstance(value, list)
    return [each for each in value if isinstance(each, Mapping)]


def disagreed(model: Model, field: str, value: object) -> bool:
    return any(each.field == field and each.value == str(value) for each in model.disagreements)


def test_every_line_has_its_entry(shared: Path) -> None:
    entries = [model.id for _, model in models(shared)]

    assert len(entries) >= 250
    assert len(set(entries)) == len(entries)


def test_single_facts_are_those_of_the_reference(shared: Path) -> None:
    fields = ("released", "architecture", "weights", "training_data", "training_code")
    differing = [
        (model.id, field, row[field])
        for row, model in models(shared)
        for field in fields
        if row[field] is not None and getattr(model, field) != row[field] and not disagreed(model, field, row[field])
    ]

    assert differing == []


def test_modalities_and_makers_are_those_of_the_reference(shared: Path) -> None:
    differing = [
        model.id
        for row, model in models(shared)
        if list(model.modalities) != row["modalities"]
        or catalog().organization(str(row["organization"])).id != model.developer
    ]

    assert differing == []


def test_numbers_of_parameters_are_those_of_the_reference(shared: Path) -> None:
    missing = [
        (model.id, size)
        for row, model in models(shared)
        for size in mappings(row["parameters"])
        if (size["total"], size["active"]) not in {(each.total, each.active) for each in model.parameters}
    ]

    assert missing == []


def test_licences_are_those_of_the_reference(shared: Path) -> None:
    written = [
        (model.id, component, row[f"license_{component}"])
        for row, model in models(shared)
        for component in ("weights", "code")
        if row[f"license_{component}"] is not None
        and row[f"license_{component}"]
        not in {each.as_written for each in model.licenses if each.component == component}
    ]

    assert written == []


def of_line(name: str) -> set[str]:
    """The entry of a line, with the members of a family and what they are members of."""
    model = catalog().model(NAMED_APART.get(name, name))
    return {model.id, *model.members, *([model.family] if model.family else [])}


def test_base_models_are_those_of_the_reference(shared: Path) -> None:
    missing = [
        (model.id, base)
        for row, model in models(shared)
        for base in strings(row["base_models"])
        if not of_line(base) & {link.model for link in model.base_models}
    ]

    assert missing == []


def test_names_of_the_reference_find_the_entry_or_its_family(shared: Path) -> None:
    strange = [
        (name, model.id)
        for row, model in models(shared)
        for name in [str(row["name"]), *strings(row["aliases"])]
        if not related(name, model.id)
    ]

    assert strange == []


def related(name: str, entity: str) -> bool:
    try:
        found: Sequence[str] = (catalog().model(name).id,)
    except AmbiguousNameError as error:
        found = error.candidates
    model = catalog().models[entity]
    near = {entity, *model.members, *([model.family] if model.family else [])}
    return any(near & {each, *catalog().models[each].members} for each in found)


def test_disagreements_of_the_reference_are_kept(shared: Path) -> None:
    names = {"license_weights": "licenses", "organization": "developer"}
    lost = [
        (model.id, each["field"], each["value"])
        for row, model in models(shared)
        for each in mappings(row["disagreements"])
        if not disagreed(model, names.get(str(each["field"]), str(each["field"])), each["value"])
    ]

    assert lost == []


def test_products_of_the_reference_are_in_the_catalogue(shared: Path) -> None:
    products = [row for row in rows(shared, "models.jsonl") if row["kind"] == "product"]

    assert {catalog().product(str(row["name"])).released for row in products} == {row["released"] for row in products}


def test_organisations_are_those_of_the_reference(shared: Path) -> None:
    for row in rows(shared, "organizations.jsonl"):
        ours = catalog().organization(str(row["name"]))
        parent = catalog().organization(str(row["parent"])).id if row["parent"] else None

        assert (ours.name, ours.kind, ours.country, ours.parent) == (row["name"], row["kind"], row["country"], parent)
        assert set(strings(row["products"])) <= set(ours.products)


def test_audiences_are_those_of_the_reference(shared: Path) -> None:
    for row in rows(shared, "organizations.jsonl"):
        ours = catalog().organization(str(row["name"])).audiences
        known = {(each.value, each.as_of, each.at_least, each.basis, each.source) for each in ours}
        theirs = mappings(row.get("monthly_active_users", []))

        assert {
            (each["mau"], each["as_of"], each.get("at_least", False), each["basis"], each["source"]) for each in theirs
        } <= known


def test_every_text_is_a_licences_or_known(shared: Path) -> None:
    index = json.loads((shared / "licenses" / "index.json").read_text(encoding="utf-8"))
    texts = {text.id for each in catalog().licenses.values() for text in each.texts}
    core = set((shared / "licenses" / "core.txt").read_text(encoding="utf-8").split())

    assert {row["id"] for row in index} <= texts | set(catalog().texts) | set(catalog().licenses)
    assert [key for key in sorted(core) if not answers(key)] == []


def answers(key: str) -> bool:
    try:
        return bool(catalog().license(key))
    except LookupError:
        return False
