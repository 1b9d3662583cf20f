"""Spellings: what is one name for a reader, whatever its case, hyphens, prefixes and suffixes.

`canonical` makes one string of every way to write a name. Three readings of it, each looser than the one before, and
`shortened` forms, with what people append taken off, are tried in turn; only the first that any entity bears counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(r"\d+(?:\.\d+)*(?:x\d+(?:\.\d+)*)?(?:[a-z]{1,2}(?![^\W\d_]))?|[^\W\d_]+|\+")
_WORDS: Final = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")

_APPENDED: Final = re.compile(
    r" (?:instruct|it|chat|base|hf|pt"  # what a checkpoint was trained for, and how hubs mark it
    r"|models?|family|series|weights|llms?"
    r"|gguf|ggml|gptq|awq|exl ?[23]|mlx|onnx|safetensors|openvino|ctranslate ?2|bnb|imatrix|quanti[sz]ed|dynamic"
    r"|(?:fp|bf|f|int|nf) ?\d{1,2}|\d{1,2} ?bits?|w \d{1,2}a ?\d{1,2}"
    r"|(?:i ?)?q \d(?: k)?(?: (?:s|m|l|xs|xxs|nl|\d))?"
    r"|\d{1,4}k|1m|latest)$"
)
"""What stands behind a name without making it another model's: purpose, quantisation, file format, context length."""

_PURPOSES: Final = frozenset({"instruct", "it", "chat", "base"})
"""What a checkpoint was trained for: also stands before a size or version, as in `Mistral-7B-Instruct-v0.2`."""

_LICENCE_WORDS: Final = frozenset(
    "a agreement licence license licencing lizenz lizenzvertrag licentie of terms the use v version".split()
)
_LEGAL_FORMS: Final = frozenset(
    "ag bv co company corp corporation gmbh inc incorporated kk limited llc ltd nv plc sa sas se the".split()
)


@lru_cache(maxsize=4096)
def tokens(name: str) -> tuple[str, ...]:
    """Return the words and numbers of *name*; a unit stays with its number, a plus sign is a word.

    >>> tokens("LLaMA-3.1 70B"), tokens("Command R+"), tokens("Mixtral-8x7B")
    (('llama', '3.1', '70b'), ('command', 'r', 'plus'), ('mixtral', '8x7b'))
    """
    plain = name.lower() if name.isascii() else _without_marks(name)
    return tuple("plus" if word == "+" else word for word in _TOKEN.findall(plain))


def letters(name: str | tuple[str, ...]) -> str:
    """Return the letters and digits of a name, or of its tokens, in alphabetical order.

    >>> letters("LLaMA-3.1") == letters(tokens("LLaMA-3.1"))
    True
    """
    if not isinstance(name, str):
        return "".join(sorted("".join(name).replace(".", "")))
    plain = name.lower() if name.isascii() else _without_marks(name)
    return "".join(sorted(filter(str.isalnum, plain.replace("+", "plus"))))


def _without_marks(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def canonical(name: str) -> str:
    """Return the one spelling of *name*: words that follow one another are joined, since hyphens come and go.

    >>> canonical("Chat-GPT") == canonical("ChatGPT"), canonical("DeepSeek_R1")
    (True, 'deepseekr 1')
    """
    return joined(tokens(name))


def joined(parts: tuple[str, ...]) -> str:
    """Return *parts* as `canonical` writes them."""
    return _WORDS.sub("", " ".join(parts))


def readings(parts: tuple[str, ...]) -> tuple[str, str, str]:
    """Return *parts* as written, with the numbers' points read as hyphens, and in any order.

    >>> readings(tokens("llama-3-1-8b"))[1] == readings(tokens("Llama 3.1 8B"))[1]
    True
    """
    spelled = joined(parts)
    return spelled, "." + spelled.replace(".", " "), "*" + " ".join(sorted(parts))


def shortened(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the tokens of *name*, then with each thing taken off that people put before and behind it.

    A path's last piece comes first, then longer ones, since a name can have a slash of its own.

    >>> [" ".join(form) for form in shortened("someone/Llama-3-8B-Instruct-GGUF")][:4]
    ['someone llama 3 8b instruct gguf', 'llama 3 8b instruct gguf', 'llama 3 8b instruct', 'llama 3 8b']
    >>> ("clip", "vit", "l", "14") in shortened("someone/CLIP ViT-L/14-GGUF")
    True
    """
    if "/" in name:
        yield tokens(name)
    pieces = name.rstrip("/").split("/")
    for start in reversed(range(len(pieces))):
        yield from _without_additions("/".join(pieces[start:]))


def _without_additions(name: str) -> Iterator[tuple[str, ...]]:
    parts = tokens(name)
    yield parts
    while len(parts) > 1:
        text = " ".join(parts)
        shorter = _APPENDED.sub("", text)
        if shorter == text:
            break
        parts = tuple(shorter.split())
        yield parts
    plain = tuple(part for part in parts if part not in _PURPOSES)
    if plain and plain != parts:
        yield plain


def licence_forms(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the tokens of a licence's name, and those without the words that every licence has, marked as such.

    A mark, since what is left ("LLaMA" of "the LLaMA licence") is often a model's name and names no licence by itself.

    >>> list(licence_forms("the Apache License, Version 2.0"))[1]
    ('licence:', 'apache', '2')
    >>> list(licence_forms("LLaMA"))
    [('llama',)]
    """
    parts = tokens(name)
    yield parts
    bare = tuple(token.removesuffix(".0") for token in parts if token not in _LICENCE_WORDS)
    if bare and not _LICENCE_WORDS.isdisjoint(parts):
        yield ("licence:", *bare)


def organization_forms(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the tokens of an organisation's name, and those without its legal form.

    >>> list(organization_forms("Meta Platforms, Inc."))[1]
    ('meta', 'platforms')
    """
    parts = tokens(name)
    yield parts
    if bare := tuple(token for token in parts if token not in _LEGAL_FORMS):
        yield bare


def as_written(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the tokens of *name* alone."""
    yield tokens(name)
