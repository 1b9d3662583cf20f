"""The data hold together: what is pointed at is there, what is said twice is said alike, facts have sources."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from openai_landscape.catalogue import catalog
from openai_landscape.catalogue._catalog import Catalog
from openai_landscape.catalogue._spelling import canonical
from openai_landscape.entities import LicenseRecord, Model
from shared_material import ROOT

DATA: Final = ROOT / "src/openai_landscape/data"
KNOWN: Final = catalog()
KINDS: Final[Mapping[str, Mapping[str, object]]] = {
    "models": KNOWN.models,
    "licenses": KNOWN.licenses,
    "organizations": KNOWN.organizations,
    "people": KNOWN.people,
    "products": KNOWN.products,
    "texts": KNOWN.texts,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_holds_the_entity_that_it_is_named_after(kind: str) -> None:
    files = sorted(path.name.removesuffix(".json") for path in (DATA / kind).iterdir())

    assert files == list(KINDS[kind])
    assert [key for key, entity in KINDS[kind].items() if vars(entity)["id"] != key] == []


def test_the_landscape_is_large_enough() -> None:
    assert len(KNOWN.models) >= 250
    assert len(KNOWN.organizations) >= 67


def dangling() -> Iterator[tuple[str, str, str]]:
    """Whatever an entity points at that is not there."""
    for model in KNOWN.models.values():
        yield from (
            (model.id, "base_models", link.model) for link in model.base_models if link.model not in KNOWN.models
        )
        yield from ((model.id, "members", each) for each in model.members if each not in KNOWN.models)
        yield from ((model.id, "family", each) for each in (model.family,) if each and each not in KNOWN.models)
        yield from (
            (model.id, "developer", str(model.developer)) for _ in (1,) if model.developer not in KNOWN.organizations
        )
    for product in KNOWN.products.values():
        yield from ((product.id, "models", each) for each in product.models if each not in KNOWN.models)
        yield from (
            (product.id, "owner", each) for each in (product.owner,) if each and each not in KNOWN.organizations
        )
    for person in KNOWN.people.values():
        yield from (
            (person.id, "roles", role.organization)
            for role in person.roles
            if role.organization not in KNOWN.organizations
        )
    for organization in KNOWN.organizations.values():
        yield from (
            (organization.id, "parent", each)
            for each in (organization.parent,)
            if each and each not in KNOWN.organizations
        )


def test_what_is_pointed_at_is_there() -> None:
    assert list(dangling()) == []


RECORDS: Final = [(model.id, record) for model in KNOWN.models.values() for record in model.licenses]


def test_a_licence_recorded_is_in_the_catalogue() -> None:
    strange = [
        (model, record.license) for model, record in RECORDS if record.license and record.license not in KNOWN.licenses
    ]

    assert strange == []


def test_a_licence_that_is_not_in_the_catalogue_is_recorded_by_its_printed_name() -> None:
    assert [model for model, record in RECORDS if record.license is None and not record.as_written] == []


def test_texts_of_a_record_are_known_and_not_encoded() -> None:
    named = [(model, each) for model, record in RECORDS for each in (*record.also, *filter(None, [record.text]))]

    assert [(model, each) for model, each in named if each not in KNOWN.texts or KNOWN.texts[each].license] == []
    assert [model for model, record in RECORDS if record.text and record.license] == []


def test_every_model_says_where_its_facts_stand() -> None:
    models = KNOWN.models.values()

    assert [model.id for model in models if not model.sources and not model.members] == []
    assert [model.id for model in models if model.ancestry == "none" and not model.ancestry_source] == []
    assert [model.id for model in models for link in model.base_models if not link.source] == []


def test_no_model_derives_from_itself() -> None:
    assert all(KNOWN.lineage(model) is not None for model in KNOWN.models.values())


def test_a_model_is_among_the_members_of_its_family() -> None:
    families = ((model.id, KNOWN.models[model.family].members) for model in KNOWN.models.values() if model.family)

    assert [model for model, members in families if model not in members] == []


def licence_of(record: LicenseRecord) -> tuple[object, ...]:
    return (record.component, record.license, record.since, record.until)


def test_a_family_and_its_members_agree_on_their_licences() -> None:
    differing = [
        (family.id, member)
        for family in KNOWN.models.values()
        for member in family.members
        if family.licenses and ours(family, member) != {licence_of(record) for record in KNOWN.models[member].licenses}
    ]

    assert differing == []


def ours(family: Model, member: str) -> set[tuple[object, ...]]:
    return {licence_of(record) for record in family.licenses if not record.members or member in record.members}


def test_dates_of_one_component_follow_one_another() -> None:
    for model in KNOWN.models.values():
        dated = [record for record in model.licenses if record.since]
        for component in ("weights", "code"):
            starts = [record.since.first() for record in dated if record.component == component and record.since]
            assert starts == sorted(starts), model.id


@pytest.mark.parametrize("kind", ["models", "organizations", "people", "products"])
def test_no_name_spells_another_entitys_id(kind: str) -> None:
    """So an id can be found by its spelling before any file is read."""
    shelf = getattr(KNOWN._shelves, kind)
    ids = Counter(canonical(key) for key in shelf)
    strange = [
        (entity.id, name)
        for entity in shelf.named()
        for name in entity.names
        if canonical(name) in ids and canonical(name) != canonical(entity.id)
    ]

    assert strange == []
    assert [spelling for spelling, times in ids.items() if times > 1] == []


def test_a_text_is_not_also_a_licence() -> None:
    assert set(KNOWN.texts) & set(KNOWN.licenses) == set()
    assert [text.id for text in KNOWN.texts.values() if text.license and text.license not in KNOWN.licenses] == []


@pytest.mark.parametrize(
    ("model", "modalities", "license_id"),
    [
        ("Llama 3.2 1B", ("text",), "llama-3.2-community"),
        ("Llama 3.2 3B", ("text",), "llama-3.2-community"),
        ("Llama 3.2 11B Vision", ("text", "image"), "llama-3.2-community"),
        ("Llama 3.2 90B Vision", ("text", "image"), "llama-3.2-community"),
        ("Llama 3.2", (), "llama-3.2-community"),  # sizes differ, so none is given for all
        ("Llama 4 Scout", ("text", "image"), "llama-4-community"),
        ("Llama 3.3", ("text",), "llama-3.3-community"),
    ],
)
def test_what_a_model_takes_is_told_by_size(model: str, modalities: tuple[str, ...], license_id: str) -> None:
    assert KNOWN.model(model).modalities == modalities
    assert KNOWN.license_of(model).license == license_id


def test_the_leak_of_llama_has_its_day_and_its_places() -> None:
    model = KNOWN.model("LLaMA")

    assert (model.leaked, model.leaked_to, model.weights) == ("2023-03-03", ("torrent", "4chan"), "leaked")


def test_audiences_have_their_kind_of_source() -> None:
    figures = [figure for each in KNOWN.organizations.values() for figure in each.audiences]

    assert len(figures) >= 30
    assert [figure for figure in figures if not figure.basis or not figure.source] == []
    assert {figure.product for figure in figures if figure.as_of} >= {
        "snapchat",
        "tiktok",
        "telegram",
        "whatsapp",
        "youtube",
    }


def test_a_catalogue_of_ones_own_reads_the_same_data() -> None:
    from openai_landscape.catalogue._kinds import built_in

    assert list(Catalog(built_in()).models) == list(KNOWN.models)
