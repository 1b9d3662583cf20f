"""Patterns are compiled when they are first used; here each of them is."""

import importlib
import pkgutil
import re
from typing import Final

import pytest

import openai_landscape.reading
from openai_landscape.reading._regex import lazily

_MODULES: Final = [
    module.name
    for module in pkgutil.walk_packages(openai_landscape.reading.__path__, "openai_landscape.reading.")
    if not module.ispkg
]


@pytest.mark.parametrize("name", _MODULES)
def test_each_pattern_of_a_module_compiles(name: str) -> None:
    waiting = type(lazily(""))
    patterns = [held for held in vars(importlib.import_module(name)).values() if isinstance(held, waiting)]

    assert all(pattern.match("") is None or pattern.match("") for pattern in patterns)


def test_a_pattern_answers_as_a_compiled_one_does() -> None:
    pattern = lazily(r"b(?P<n>\d)", re.IGNORECASE)

    assert [match["n"] for match in pattern.finditer("B1 b2")] == ["1", "2"]
    assert pattern.sub("x", "ab3") == "ax"
    assert pattern.pattern == r"b(?P<n>\d)"


def test_what_is_no_pattern_is_said_to_be_none_when_it_is_used() -> None:
    broken = lazily("(")

    with pytest.raises(re.error):
        broken.match("")
