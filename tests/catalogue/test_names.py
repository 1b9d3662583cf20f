"""Names as users write them find the entity, and every name on record finds its own."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.catalogue import AmbiguousNameError, Catalog, CatalogName, UnknownNameError, catalog
from openai_landscape.catalogue import _errors as errors

MODELS = {
    "llama-1": ["LLaMA", "LLaMa", "LLaMA 1", "Llama-1", "llama-1"],
    "llama-1-65b": ["LLaMA-65B", "LLaMA 65B", "huggyllama/llama-65b"],
    "llama-family": ["Llama", "Llama-Modelle"],
    "llama-2": ["Llama 2", "LLAMA-2", "Llama2", "LLaMA 2", "meta-llama/Llama-2"],
    "llama-2-7b": ["meta-llama/Llama-2-7b-chat-hf", "TheBloke/Llama-2-7B-Chat-GGUF", "llama2:7b", "Llama-2-chat-7B"],
    "llama-3": ["Llama-3", "Llama 3", "llama 3", "Meta Llama 3", "LLaMA-3", "Llama 3 model"],
    "llama-3-8b": [
        "meta-llama/Meta-Llama-3-8B-Instruct",
        "unsloth/llama-3-8b-bnb-4bit",
        "llama3-8b",
        "Llama 3 8B FP16",
    ],
    "llama-3-70b": [
        "LLaMA 3 70B",
        "meta-llama/Meta-Llama-3-70B",
        "https://huggingface.co/meta-llama/Meta-Llama-3-70B/",
    ],
    "llama-3.1-8b": ["llama3.1:8b-instruct-q4_K_M", "llama-3-1-8b", "Llama_3.1_8B", "Meta-Llama-3.1-8B-Instruct-GGUF"],
    "llama-3.1-405b": ["Llama 3.1 405B", "meta-llama/Llama-3.1-405B-Instruct-FP8", "405B Llama 3.1"],
    "llama-3.2": ["Llama 3.2", "Llama-3.2"],
    "llama-3.2-1b": ["Llama 3.2 1B", "meta-llama/Llama-3.2-1B-Instruct"],
    "llama-3.2-11b-vision": [
        "Llama 3.2 11B Vision",
        "Llama 3.2 Vision 11B",
        "meta-llama/Llama-3.2-11B-Vision-Instruct",
    ],
    "llama-3.3": ["Llama 3.3", "Llama-3.3-70B-Instruct", "meta-llama/Llama-3.3-70B-Instruct"],
    "llama-4-scout": ["Llama 4 Scout", "meta-llama/Llama-4-Scout-17B-16E-Instruct"],
    "code-llama-34b": ["codellama/CodeLlama-34b-Instruct-hf", "Code Llama 34B"],
    "opt-175b": ["OPT-model", "OPT-175B", "opt 175b", "Meta OPT-175B"],
    "opt": ["OPT", "facebook/opt-66b", "OPT 1.3B"],
    "deepseek-r1": ["R1", "DeepSeek R1", "deepseek-ai/DeepSeek-R1", "DeepSeek-R1", "Deepseek R1"],
    "deepseek-r1-distill-llama-70b": ["R1-70B", "deepseek-ai/DeepSeek-R1-Distill-Llama-70B"],
    "deepseek-v3-0324": ["DeepSeek-V3-0324"],
    "mistral-7b": ["Mistral 7B", "mistralai/Mistral-7B-Instruct-v0.2", "Mistral-7B-v0.1", "Mistral AI Mistral 7B"],
    "mixtral-8x7b": ["Mixtral-8x7B", "mistralai/Mixtral-8x7B-Instruct-v0.1", "Mixtral 8x7b AWQ"],
    "gemma-1-7b": ["Gemma 7B", "google/gemma-7b-it"],
    "gemma-2-27b": ["gemma-2-27b-it", "Google Gemma 2 27B", "google/gemma-2-27b"],
    "qwen2.5-3b": ["Qwen/Qwen2.5-3B-Instruct", "Qwen 2.5 3B"],
    "qwen2.5-7b": ["Qwen/Qwen2.5-7B-Instruct-GPTQ-Int4", "Qwen2.5-7B-Instruct-AWQ", "Qwen2.5 7B instruct Q8_0"],
    "qwen2.5-72b": ["Qwen2.5-72B-Instruct"],
    "mpt-7b-chat": ["MPT-7B-Chat", "mosaicml/mpt-7b-chat"],
    "mpt-30b-instruct": ["mosaicml/mpt-30b-instruct"],
    "command-r": ["Command R", "CohereForAI/c4ai-command-r-v01"],
    "command-r-plus": ["Command R+", "Command-R+", "command r plus", "c4ai-command-r-plus"],
    "gpt-oss-120b": ["GPT-OSS-120B", "gpt-oss-120b", "openai/gpt-oss-120b"],
    "gpt-4": ["GPT-4", "GPT 4", "gpt4", "OpenAI GPT-4"],
    "phi-3-mini": ["microsoft/Phi-3-mini-4k-instruct", "Phi-3-mini-128k-instruct", "phi3 mini"],
    "flux.1-dev": ["FLUX.1 [dev]", "black-forest-labs/FLUX.1-dev", "flux.1-dev"],
    "clip": [
        "CLIP ViT-L/14",
        "CLIP ViT-L/14-GGUF",
        "someone/CLIP ViT-L/14",
        "https://huggingface.co/x/CLIP-ViT-L/14-fp16",
    ],
    "sdxl-1.0": ["SDXL", "stabilityai/stable-diffusion-xl-base-1.0", "Stable Diffusion XL"],
    "pythia": ["Pythia", "EleutherAI/pythia-6.9b", "Pythia 12B"],
    "internlm2": ["internlm/internlm2-chat-7b"],
    "tulu-3": ["Tülu 3", "Tulu 3 8B", "allenai/Llama-3.1-Tulu-3-8B"],
}


@pytest.mark.parametrize(("entity", "name"), [(entity, name) for entity, names in MODELS.items() for name in names])
def test_a_spelling_that_users_write_finds_the_model(entity: str, name: str) -> None:
    assert catalog().model(name).id == entity


LICENSES = {
    "mit": [
        "MIT",
        "mit",
        "MIT License",
        "MIT-Lizenz",
        "MIT-licentie",
        "the MIT licence",
        "mit-deepseek-r1",
        "minimax-m2-mit",
    ],
    "apache-2.0": [
        "Apache-2.0",
        "Apache 2.0",
        "Apache License 2.0",
        "Apache License, Version 2.0",
        "Apache 2.0-Lizenz",
    ],
    "gpl-3.0": ["GPL-3.0", "GPL-3.0-only", "gpl-3.0"],
    "llama-1": ["llama-1", "LLaMA License Agreement", "LLaMA license"],
    "llama-3-community": ["llama-3-community", "Meta Llama 3 Community License Agreement", "llama-3-aup"],
    "llama-3.2-community": ["llama-3.2-aup", "Llama 3.2 Community License"],
    "gemma-terms-2025-03-24": ["gemma-prohibited-use-2024-02-21"],
    "cc-by-nc-4.0": ["CC-BY-NC-4.0", "CC BY-NC 4.0"],
}


@pytest.mark.parametrize(("entity", "name"), [(entity, name) for entity, names in LICENSES.items() for name in names])
def test_a_spelling_that_users_write_finds_the_licence(entity: str, name: str) -> None:
    assert catalog().license(name).id == entity


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Meta", "meta"),
        ("Meta Platforms, Inc.", "meta"),
        ("meta platforms", "meta"),
        ("Facebook", "meta"),
        ("Alphabet", "google"),
        ("Mistral", "mistral-ai"),
        ("MISTRAL AI", "mistral-ai"),
        ("OSI", "open-source-initiative"),
        ("DeepSeek", "deepseek"),
        ("Snap Inc.", "snap"),
    ],
)
def test_a_spelling_that_users_write_finds_the_organisation(name: str, entity: str) -> None:
    assert catalog().organization(name).id == entity


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Chat-GPT", "chatgpt"),
        ("ChatGPT", "chatgpt"),
        ("Bard", "bard"),
        ("Google Bard", "bard"),
        ("Meta AI", "meta-ai"),
    ],
)
def test_a_spelling_that_users_write_finds_the_product(name: str, entity: str) -> None:
    assert catalog().product(name).id == entity


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Zuckerberg", "mark-zuckerberg"),
        ("Sam Altman", "sam-altman"),
        ("LeCun", "yann-lecun"),
        ("Benioff", "marc-benioff"),
    ],
)
def test_a_spelling_that_users_write_finds_the_person(name: str, entity: str) -> None:
    assert catalog().person(name).id == entity


def test_a_derivative_with_more_in_its_name_is_not_its_base() -> None:
    for name in ("cognitivecomputations/dolphin-2.9-llama3-8b", "Llama-3-8B-Instruct-Gradient", "xLlama 3 70B"):
        with pytest.raises(UnknownNameError):
            catalog().model(name)


def test_an_unknown_name_names_the_nearest() -> None:
    with pytest.raises(
        UnknownNameError, match=r'^no model is named "Lama 3"; nearest: "Llama 3" \(llama-3\)'
    ) as caught:
        catalog().model("Lama 3")

    assert caught.value.nearest[0] == "llama-3"
    assert isinstance(caught.value, LookupError)


def test_a_name_near_nothing_says_so() -> None:
    with pytest.raises(UnknownNameError, match="no name comes close"):
        catalog().model("SuperFoo-9000")


def test_an_ambiguous_name_lists_the_candidates() -> None:
    with pytest.raises(AmbiguousNameError, match=r'"LLaMA" \(llama-1\), "Llama" \(llama-family\)') as caught:
        catalog().model("llama")

    assert caught.value.candidates == ("llama-1", "llama-family")


def test_without_rapidfuzz_the_answer_has_the_same_form(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [("llama 3", "Llama 3", "llama-3"), ("llama 2", "Llama 2", "llama-2"), ("opt", "OPT", "opt")]
    with_it = errors.nearest("lama 3", names)

    monkeypatch.setattr(errors, "_ratio", lambda: errors.ratio_by_difflib)

    assert errors.nearest("lama 3", names) == with_it
    assert with_it[0] == ("Llama 3", "llama-3")


NAMES: Sequence[CatalogName] = tuple(catalog().names())


def finder(known: Catalog, kind: str) -> Callable[[str], object]:
    return {
        "model": known.model,
        "licence": known.license,
        "organization": known.organization,
        "person": known.person,
        "product": known.product,
    }[kind]


def found(name: CatalogName, spelling: str) -> tuple[str, ...]:
    """Who is meant: one, or the candidates."""
    try:
        return (str(vars(finder(catalog(), name.kind)(spelling))["id"]),)
    except AmbiguousNameError as error:
        return error.candidates


@given(st.sampled_from(NAMES))
def test_every_name_finds_its_entity_or_is_ambiguous_with_it(name: CatalogName) -> None:
    assert name.entity in found(name, name.alias)


@given(st.sampled_from(NAMES), st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from(" -_"))
def test_neither_case_nor_hyphens_tell_names_apart(name: CatalogName, case: Callable[[str], str], hyphen: str) -> None:
    assert name.entity in found(name, case(name.alias).replace(" ", hyphen))


@given(
    st.sampled_from([name for name in NAMES if name.kind == "model"]),
    st.sampled_from(
        ["-Instruct", "-it", "-Chat", "-GGUF", "-hf", "-AWQ", "-4bit", "-fp16", " Q4_K_M", "-Instruct-GPTQ-Int4"]
    ),
    st.sampled_from(["", "someone/", "https://huggingface.co/someone/"]),
)
def test_a_suffix_names_the_same_models_or_others(name: CatalogName, suffix: str, path: str) -> None:
    meant = set(found(name, path + name.alias + suffix))
    own = set(found(name, path + name.alias))

    # a suffix takes away how exactly a name was written, so it can add candidates and never take one away
    assert own <= meant or meant.isdisjoint(own)
