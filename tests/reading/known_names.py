"""A small list of names, so that the reading is tested without the catalogue."""

from collections.abc import Iterator
from typing import Final

from openai_landscape.reading._names import Alias, Kind, NameBook, name_book

_ORGANIZATIONS: Final = """
OpenAI|openai
Google|google|Alphabet
Meta|meta|Facebook
Microsoft|microsoft
Anthropic|anthropic
DeepSeek|deepseek|Deepseek|DeepSeek AI
Mistral AI|mistral-ai|Mistral
Salesforce|salesforce
Amazon|amazon
TikTok|tiktok
Snapchat|snap
Alibaba|alibaba
Moonshot AI|moonshot|Moonshot
Ai2|ai2
Aleph Alpha|aleph-alpha
Open Source Initiative|osi|OSI
"""
_PRODUCTS: Final = """
ChatGPT|chatgpt|Chat-GPT
Bard|bard
Android|android
"""
_MODELS: Final = """
Llama|llama-family
LLaMA|llama-1|Llama 1
Llama 2|llama-2|LLAMA-2
Llama 3|llama-3|Llama-3
Llama 4|llama-4
GPT-2|gpt-2
GPT-3|gpt-3
GPT-4|gpt-4
GPT-5|gpt-5
Llama 3.2|llama-3-2
Qwen3|qwen3
Kimi K2|kimi-k2
Gemma 3|gemma-3
Codestral|codestral
OLMo|olmo
Apertus|apertus
Hunyuan|hunyuan
DeepSeek-V3|deepseek-v3
DeepSeek-R1|deepseek-r1|R1|DeepSeek R1
Mistral 7B|mistral-7b
Gemini|gemini
Claude|claude
Vicuna|vicuna
"""
_LICENSES: Final = """
MIT License|mit|MIT
Apache License 2.0|apache-2.0|Apache 2.0
Llama 3 Community License|llama-3-community
"""
_PEOPLE: Final = """
Mark Zuckerberg|mark-zuckerberg|Zuckerberg
Sam Altman|sam-altman|Altman
Arthur Mensch|arthur-mensch
Dario Amodei|dario-amodei
"""
_GROUPS: Final[tuple[tuple[Kind, str], ...]] = (
    ("organization", _ORGANIZATIONS),
    ("model", _MODELS),
    ("product", _PRODUCTS),
    ("person", _PEOPLE),
    ("licence", _LICENSES),
)


def names() -> Iterator[Alias]:
    """Yield the names."""
    for kind, listed in _GROUPS:
        for line in listed.split("\n"):
            name, _, rest = line.partition("|")
            entity, *aliases = rest.split("|")
            if name:
                yield from (Alias(alias, kind, entity, name) for alias in (name, *aliases))


BOOK: Final[NameBook] = name_book(names())
