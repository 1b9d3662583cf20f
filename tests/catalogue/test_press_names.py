"""Names of models as articles and forums write them find the model, its line, or all that are meant."""

from typing import Final

import pytest

from openai_landscape.catalogue import AmbiguousNameError, catalog

NAMES: Final = {
    # image, video, sound
    "stable-diffusion-3-medium": ["SD3", "SD 3", "SD3 Medium"],
    "stable-diffusion-3.5": ["SD 3.5", "SD3.5", "SD 3.5 Large"],
    "flux.2-dev": ["FLUX.2 [dev]", "black-forest-labs/FLUX.2-dev"],
    "flux-2-family": ["FLUX.2", "Flux 2"],
    "kolors": ["Kolors", "Kwai-Kolors/Kolors"],
    "qwen-image": ["Qwen-Image"],
    "hunyuanimage-3.0": ["HunyuanImage 3.0", "HunyuanImage-3.0"],
    "hunyuanvideo-1.5": ["HunyuanVideo 1.5"],
    "wan-2.1": ["Wan 2.1", "Wan2.1", "Wan 2.1 14B"],
    "wan-2.2": ["Wan 2.2", "Wan2.2"],
    "cogvideox-5b": ["CogVideoX-5B"],
    "sam-2": ["SAM 2", "SAM 2.1"],
    "dinov2": ["DINOv2"],
    "bark": ["Bark", "suno/bark"],
    "musicgen": ["MusicGen", "facebook/musicgen-large"],
    "seamlessm4t": ["SeamlessM4T", "facebook/seamless-m4t-v2-large"],
    "voxtral-family": ["Voxtral"],
    "voxtral-small": ["Voxtral Small", "mistralai/Voxtral-Small-24B-2507"],
    # Mistral AI
    "pixtral-family": ["Pixtral"],
    "magistral-small": ["Magistral Small", "mistralai/Magistral-Small-2509"],
    "devstral-small": ["Devstral Small", "mistralai/Devstral-Small-2505"],
    "mathstral-7b": ["Mathstral 7B", "Mathstral"],
    "mistral-nemo": ["Mistral NeMo"],
    "mistral-medium-family": ["Mistral Medium"],
    "mistral-medium-3": ["Mistral Medium 3"],
    "mistral-small-family": ["Mistral Small"],
    "mistral-small-3.1": ["Mistral Small 3.1"],
    "mistral-small-3.2": ["Mistral Small 3.2", "mistralai/Mistral-Small-3.2-24B-Instruct-2506"],
    "codestral-25.08": ["Codestral 25.08", "Codestral-2508"],
    # the lines of other large makers
    "paligemma": ["PaliGemma", "google/paligemma-3b-pt-224"],
    "paligemma-2": ["PaliGemma 2", "PaliGemma 2 10B"],
    "llama-guard-3": ["Llama Guard 3"],
    "llama-guard-3-8b": ["meta-llama/Llama-Guard-3-8B"],
    "granite-family": ["Granite", "IBM Granite"],
    "nemotron-family": ["Nemotron", "Nvidia Nemotron"],
    "llama-nemotron": ["Llama-3-Nemotron", "Llama Nemotron"],
    "llama-3.1-nemotron-70b-instruct": ["Llama 3.1 Nemotron 70B", "nvidia/Llama-3.1-Nemotron-70B-Instruct-HF"],
    "gpt-oss-safeguard": ["gpt-oss-safeguard", "openai/gpt-oss-safeguard-20b"],
    "phi-4-mini": ["Phi-4-mini"],
    "lfm2": ["LFM2-1.2B", "LFM2-350M"],
    "grok-2": ["Grok-2.5"],
    "aya-expanse": ["Aya Expanse", "Aya Expanse 8B", "Aya Expanse 32B", "CohereForAI/aya-expanse-8b"],
    "xlnet": ["XLNet", "xlnet-large-cased"],
    # China
    "hunyuan-family": ["Hunyuan", "Tencent Hunyuan"],
    "hunyuan-dense": ["Hunyuan-7B", "tencent/Hunyuan-7B-Instruct"],
    "minicpm-family": ["MiniCPM"],
    "minicpm-2.4b": ["MiniCPM-2B"],
    "step-3": ["Step-3", "stepfun-ai/step3"],
    "ernie-4.5": ["ERNIE 4.5", "baidu/ERNIE-4.5-300B-A47B-PT"],
    "seed-oss-36b": ["Seed-OSS"],
    "qwen3-next-80b-a3b": ["Qwen3-Next"],
    "glm-4.5-air": ["GLM-4.5-Air"],
    "glm-4-9b": ["ChatGLM4"],
    "internvl-family": ["InternVL"],
    "yi-1.5": ["Yi-1.5"],
    "yi-coder": ["Yi-Coder", "01-ai/Yi-Coder-9B-Chat"],
    # fine-tunes of communities
    "nous-hermes-2": ["Nous Hermes 2"],
    "nous-hermes-2-mixtral-8x7b": ["NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO"],
    "openhermes-2.5": ["OpenHermes 2.5", "teknium/OpenHermes-2.5-Mistral-7B"],
    "redpajama-incite": ["RedPajama"],
    "dolphin": ["Dolphin"],
    "openchat-3.5": ["OpenChat"],
    "starling-lm-7b": ["Starling", "berkeley-nest/Starling-LM-7B-alpha"],
    "k2-think": ["K2-Think", "LLM360/K2-Think"],
    "tulu-3": ["Llama 3.1 Tulu 3"],
    # Arab world
    "falcon-h1": ["Falcon-H1", "tiiuae/Falcon-H1-7B-Instruct"],
    "falcon-mamba-7b": ["Falcon Mamba"],
    "jais-13b": ["Jais"],
    "acegpt": ["AceGPT", "FreedomIntelligence/AceGPT-7B"],
    # Europe
    "bggpt": ["BgGPT", "INSAIT-Institute/BgGPT-Gemma-2-9B-IT-v1.0"],
    "eurollm": ["EuroLLM", "utter-project/EuroLLM-9B"],
    "lucie-7b": ["Lucie-7B", "OpenLLM-France/Lucie-7B"],
    "viking": ["Viking", "LumiOpen/Viking-33B"],
    "poro": ["Poro", "LumiOpen/Poro-34B"],
    "minerva-llm": ["sapienzanlp/Minerva-7B-instruct-v1.0"],
    "salamandra": ["Salamandra", "BSC-LT/salamandra-7b-instruct"],
    "gpt-nl": ["GPT-NL"],
    "leolm": ["LeoLM", "LeoLM/leo-hessianai-7b"],
    "sauerkrautlm": ["SauerkrautLM"],
    "discolm-german-7b": ["DiscoLM", "DiscoResearch/DiscoLM_German_7b_v1"],
    "fietje": ["Fietje", "BramVanroy/fietje-2"],
    "geitje-7b": ["GEITje", "Rijgersberg/GEITje-7B"],
    "teuken-7b": ["Teuken"],
    "pharia-1-llm-7b": ["Aleph Alpha Pharia", "Pharia"],
    "luminous": ["Luminous"],
}


@pytest.mark.parametrize(("entity", "name"), [(entity, name) for entity, names in NAMES.items() for name in names])
def test_a_name_of_the_press_finds_the_model(entity: str, name: str) -> None:
    assert catalog().model(name).id == entity


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Vicuna 7B", ("vicuna-v0", "vicuna-v1.3", "vicuna-v1.5-7b")),
        ("Minerva", ("minerva-540b", "minerva-llm")),
    ],
)
def test_a_name_of_several_lists_them(name: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        catalog().model(name)

    assert caught.value.candidates == candidates


@pytest.mark.parametrize(
    ("model", "weights", "code"),
    [
        ("MusicGen", "cc-by-nc-4.0", "mit"),  # the code's licence never answers for the weights
        ("SeamlessM4T", "cc-by-nc-4.0", "mit"),
        ("DINOv2", "apache-2.0", "apache-2.0"),
        ("Bark", "mit", "mit"),
        ("SAM 2", "apache-2.0", "apache-2.0"),
    ],
)
def test_weights_and_code_have_licences_of_their_own(model: str, weights: str, code: str) -> None:
    assert catalog().license_of(model).license == weights
    assert catalog().license_of(model, "code").license == code


@pytest.mark.parametrize(
    ("model", "text"),
    [
        ("FLUX.2 [dev]", "flux-nc-2.0"),
        ("FLUX.2-klein-9B", "flux-nc-2.1"),
        ("Kolors", "kolors"),
        ("HunyuanImage 3.0", "tencent-hunyuan-image-3.0"),
        ("HunyuanVideo 1.5", "tencent-hunyuan-video-1.5"),
    ],
)
def test_a_licence_known_by_its_text_is_named_or_encoded(model: str, text: str) -> None:
    record = catalog().license_of(model)

    assert text in (record.text, record.license)


@pytest.mark.parametrize(
    ("model", "as_of", "license_id"),
    [
        ("DINOv2", "2023-08-30", "cc-by-nc-4.0"),
        ("DINOv2", "2023-08-31", "apache-2.0"),
        ("Bark", "2023-04-30", "cc-by-nc-4.0"),
        ("Bark", "2023-05-01", "mit"),
    ],
)
def test_a_licence_changed_in_place_is_that_of_the_day(model: str, as_of: str, license_id: str) -> None:
    assert catalog().license_of(model, as_of=as_of).license == license_id


@pytest.mark.parametrize(
    ("model", "base"),
    [
        ("llama-3.1-nemotron-ultra-253b", "llama-3.1-405b"),
        ("llama-3.3-nemotron-super-49b", "llama-3.3"),
        ("LeoLM", "llama-2-13b"),
        ("AceGPT", "llama-2-7b"),
        ("BgGPT", "gemma-2-9b"),
        ("GEITje", "mistral-7b"),
        ("Fietje", "phi-2"),
        ("K2-Think", "qwen2.5-32b"),
        ("Starling", "mistral-7b"),  # by way of OpenChat
        ("Voxtral Small", "mistral-small-3.1"),
    ],
)
def test_a_derived_model_leads_to_what_it_derives_from(model: str, base: str) -> None:
    assert base in {ancestor.model.id for ancestor in catalog().lineage(model)}


def test_the_makers_have_their_countries() -> None:
    countries = {"stepfun": "CN", "mbzuai": "AE", "insait": "BG", "tno": "NL", "vago-solutions": "DE", "silo-ai": "FI"}

    assert {key: catalog().organization(key).country for key in countries} == countries
