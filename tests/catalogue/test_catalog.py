"""The catalogue as a whole: one object, unchangeable, read as far as it is asked."""

import json
import pickle
import subprocess
import sys
from typing import Final

import pytest

from openai_landscape.catalogue import (
    AmbiguousNameError,
    Catalog,
    LineageError,
    ModelOrLicenseError,
    NotEncodedError,
    UnknownNameError,
    catalog,
)
from openai_landscape.entities import BaseModelLink, Governed, License, LicenseRecord, Model
from shared_material import ROOT

OPENED: Final = """
import json, sys
sys.path.insert(0, sys.argv[1])
opened = []
def note(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].endswith(".json"):
        opened.append("/".join(args[0].replace(chr(92), "/").rsplit("/", 2)[-2:]))
sys.addaudithook(note)
from openai_landscape.catalogue import catalog
asked = eval(sys.argv[2])
print(json.dumps(opened))
"""


def opened(question: str) -> list[str]:
    """Which data files a fresh interpreter opens for *question*."""
    command = [sys.executable, "-I", "-c", OPENED, str(ROOT / "src"), question]
    return list(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ("None", []),
        ("catalog()", []),
        ("len(catalog().models)", []),
        ("catalog().models['llama-3']", ["models/llama-3.json"]),
        ("catalog().model('llama-3')", ["models/llama-3.json"]),
        ("catalog().model('LLaMA 3 70B')", ["models/llama-3-70b.json"]),
        ("catalog().license('mit')", ["licenses/mit.json"]),
        ("catalog().license('MIT')", ["licenses/mit.json"]),
        ("catalog().resolve('llama-3-community')", ["licenses/llama-3-community.json"]),
        ("catalog().resolve('llama-3-70b')", ["models/llama-3-70b.json"]),
        ("catalog().license('llama-3-aup')", ["texts/llama-3-aup.json", "licenses/llama-3-community.json"]),
    ],
)
def test_a_question_reads_the_files_it_touches(question: str, files: list[str]) -> None:
    assert opened(question) == files


def test_an_alias_reads_the_names_of_its_kind_alone() -> None:
    assert {file.split("/")[0] for file in opened("catalog().model('OPT-model')")} == {"models"}


def test_the_built_in_catalogue_is_one_object() -> None:
    assert catalog() is catalog()


@pytest.mark.parametrize("name", ["models", "version", "anything"])
def test_a_catalogue_cannot_be_changed(name: str) -> None:
    with pytest.raises(AttributeError, match="cannot be changed"):
        setattr(catalog(), name, None)


def test_a_mapping_of_entities_cannot_be_changed() -> None:
    models = catalog().models

    with pytest.raises(AttributeError, match="cannot be changed"):
        models.placed = {}  # type: ignore[attr-defined]  # what is refused is just that there is nothing to set
    assert not hasattr(models, "__setitem__")
    assert not hasattr(models, "update")


def test_reading_twice_gives_the_same_entity() -> None:
    assert catalog().models["llama-3"] is catalog().model("Llama 3")


def test_a_mapping_lists_its_ids_in_order() -> None:
    assert list(catalog().models) == sorted(catalog().models)
    assert len(catalog().models) == len(list(catalog().models))
    assert "llama-3" in catalog().models
    assert "no-such-model" not in catalog().models


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        catalog().models["no-such-model"]


@pytest.mark.parametrize("name", ["../licenses/mit", "models/llama-3", "/etc/passwd", ""])
def test_a_path_is_no_name(name: str) -> None:
    with pytest.raises(LookupError):
        catalog().license(name)


def test_the_version_is_that_of_the_data() -> None:
    assert catalog().version == (ROOT / "src/openai_landscape/data/VERSION").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    ("name", "kind", "entity"),
    [
        ("LLaMA", Model, "llama-1"),
        ("Llama 3", Model, "llama-3"),
        ("MIT", License, "mit"),
        ("llama-1", License, "llama-1"),  # a licence's id, written exactly, is the licence
        ("opt-175b", License, "opt-175b"),
        ("glm-4-9b", License, "glm-4-9b"),
        # a name as it stands, before a licence found by it without its maker or "license"
        ("Hunyuan-A13B", Model, "hunyuan-a13b"),
        ("Tencent-Hunyuan-Large", Model, "hunyuan-large"),
        ("Tencent HunyuanVideo", Model, "hunyuanvideo"),
        ("DeepSeek-V1", Model, "deepseek-llm"),
        ("DeepSeek License", License, "deepseek-license-1.0"),
        ("Hunyuan-A13B License", License, "tencent-hunyuan-a13b"),
        # a licence's name as it stands, before a model found by it with something taken off
        ("tencent-hunyuan-dit", License, "tencent-hunyuan-dit"),
        ("Kolors", Model, "kolors"),  # its licence is known by its text only
    ],
)
def test_a_name_resolves_to_a_model_or_a_licence(name: str, kind: type[object], entity: str) -> None:
    found = catalog().resolve(name)

    assert (type(found), found.id) == (kind, entity)


def test_a_licences_name_as_it_stands_is_not_that_of_a_model_found_by_a_shorter_one() -> None:
    licence = catalog().license("mit").evolve(id="acme-terms", name="Acme Base", aliases=(), spdx=None)
    ours = catalog().extend([licence, Model(id="acme-lm", name="Acme")])

    assert ours.model("Acme Base").id == "acme-lm"
    assert ours.resolve("Acme Base") == licence
    assert ours.resolve("Acme") == ours.models["acme-lm"]


@pytest.mark.parametrize("name", ["OPT-175B", "opt 175b", "GLM-4-9B", "ChatGLM2-6B", "Seamless"])
def test_a_name_of_a_model_and_a_licence_is_refused(name: str) -> None:
    with pytest.raises(ModelOrLicenseError, match=r"is the name of a model, .*, and of a licence"):
        catalog().resolve(name)


def test_an_id_of_both_is_refused_where_the_model_was_never_under_the_licence() -> None:
    licence = catalog().license("mit").evolve(id="acme", name="Acme License", aliases=(), spdx=None)
    model = Model(id="acme", name="Acme", licenses=(LicenseRecord(license="mit", source="the maker"),))

    with pytest.raises(ModelOrLicenseError):
        catalog().extend([licence, model]).resolve("acme")


@pytest.mark.parametrize("name", ["SuperFoo", "Llamma 3"])
def test_what_neither_is_says_so(name: str) -> None:
    with pytest.raises(UnknownNameError, match="no model or licence is named"):
        catalog().resolve(name)


@pytest.mark.parametrize("name", ["kimi-k3", "Kimi K3 License", "c4ai-aup", "glm-130b"])
@pytest.mark.parametrize("ask", [Catalog.license, Catalog.resolve])
def test_a_text_that_is_not_encoded_says_so(name: str, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(NotEncodedError, match="identified, not encoded"):
        ask(catalog(), name)


@pytest.mark.parametrize(
    "error",
    [
        UnknownNameError("Lama", "model", [("LLaMA", "llama-1")]),
        AmbiguousNameError("llama", "model", [("LLaMA", "llama-1"), ("Llama", "llama-family")]),
        NotEncodedError("kimi-k3", "licence", [("Kimi K3 License", "kimi-k3")]),
        LineageError(("a", "b", "a")),
    ],
)
def test_an_error_survives_pickling(error: Exception) -> None:
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - what this test has pickled itself


def test_a_catalogue_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(catalog())) is catalog()  # noqa: S301 - what this test has pickled itself

    ours = catalog().extend(Model(id="acme-7b", name="Acme 7B"))
    again = pickle.loads(pickle.dumps(ours))  # noqa: S301 - what this test has pickled itself

    assert again.model("Acme 7B") == ours.model("Acme 7B")
    assert again.version == ours.version


def test_lineage_is_nearest_first_with_the_relation() -> None:
    found = [
        (each.model.id, each.relation, each.distance) for each in catalog().lineage("DeepSeek-R1-Distill-Llama-8B")
    ]

    assert found[:2] == [("llama-3.1-8b", "finetune", 1), ("deepseek-r1", "distilled_from_outputs", 1)]
    assert ("deepseek-v3", "finetune", 2) in found
    assert [distance for _, _, distance in found] == sorted(distance for _, _, distance in found)


def test_a_base_model_has_no_lineage() -> None:
    assert catalog().lineage("Llama 3") == ()


def test_lineage_refuses_a_cycle() -> None:
    ring = {
        "a": Model(id="a", name="A", ancestry="known", base_models=(BaseModelLink(model="b", relation="finetune"),)),
        "b": Model(id="b", name="B", ancestry="known", base_models=(BaseModelLink(model="a", relation="merge"),)),
    }
    from openai_landscape.catalogue._lineage import ancestors

    with pytest.raises(LineageError, match="a -> b -> a"):
        ancestors(ring["a"], ring)


@pytest.mark.parametrize(
    ("model", "component", "as_of", "license_id"),
    [
        ("LLaMA", "weights", None, "llama-1"),
        ("LLaMA", "code", None, "gpl-3.0"),
        ("Falcon-40B", "weights", "2023-05-28", "falcon-llm-1.0"),
        ("Falcon-40B", "weights", "2023-05-30", "falcon-llm-1.0"),
        ("Falcon-40B", "weights", "2023-05-31", "apache-2.0"),
        ("Falcon-40B", "weights", "2024", "apache-2.0"),
        ("Falcon-40B", "weights", None, "apache-2.0"),
        ("HunyuanDiT", "weights", "2024-06", "tencent-hunyuan-dit-2024-05-14"),
        ("HunyuanDiT", "weights", "2025-01-01", "tencent-hunyuan-dit"),
        ("FLUX.1 [dev]", "weights", "2024-09", "flux-1-dev-nc-2024-08-01"),
        ("FLUX.1 [dev]", "weights", "2025-06-27", "flux-1-dev-nc-1.1.1"),
        ("ChatGLM-6B", "weights", "2023-04", "chatglm-6b-2023-03-14"),
        ("ChatGLM-6B", "weights", "2023-08", "chatglm-6b"),
        ("DeepSeek-V3", "weights", None, "deepseek-license-1.0"),
        ("DeepSeek-V3", "code", None, "mit"),
        ("DeepSeek-V3-0324", "weights", None, "mit"),
        ("Qwen2.5-3B", "weights", None, "qwen-research"),
        ("Qwen2.5-7B", "weights", None, "apache-2.0"),
        ("Qwen2.5-72B", "weights", None, "qwen-license"),
        ("Llama 3.2 11B Vision", "weights", None, "llama-3.2-community"),
    ],
)
def test_the_licence_is_that_of_the_component_and_the_date(
    model: str, component: Governed, as_of: str | None, license_id: str
) -> None:
    assert catalog().license_of(model, component, as_of).license == license_id


@pytest.mark.parametrize(
    ("model", "component", "as_of", "words"),
    [
        ("GPT-4", "weights", None, "no licence is recorded for the weights of gpt-4"),
        ("LLaMA", "data", None, "recorded are licences for code, weights"),
        ("Qwen2.5", "weights", None, "have no one licence: apache-2.0 for qwen2.5-0.5b"),
        ("Llama", "weights", None, "ask for one of its members: llama-1, llama-2"),
        ("Falcon-40B", "weights", "2023-05", "have no one licence at 2023-05: falcon-llm-1.0"),
        ("ChatGLM-6B", "weights", "2022", "no licence is recorded for the weights of chatglm-6b at 2022"),
    ],
)
def test_where_there_is_no_one_licence_the_error_says_what_is_recorded(
    model: str, component: Governed, as_of: str | None, words: str
) -> None:
    with pytest.raises(LookupError, match=words):
        catalog().license_of(model, component, as_of)


def test_every_record_is_given_where_dates_are_open() -> None:
    assert [record.license for record in catalog().license_records("Falcon-40B")] == ["falcon-llm-1.0", "apache-2.0"]
    assert [record.license for record in catalog().license_records("Falcon-40B", as_of="2025")] == ["apache-2.0"]
    assert catalog().license_records("GPT-4") == ()
