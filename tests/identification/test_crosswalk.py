"""Names elsewhere: what they can mean, and what none means."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.identification import (
    Counterpart,
    NoCounterpartError,
    from_address,
    from_hugging_face,
    from_scancode,
    from_spdx,
    to_addresses,
    to_hugging_face,
    to_scancode,
    to_spdx,
)
from openai_landscape.identification._store import store
from openai_landscape.identification._tables import tables

IDS: Final = sorted(tables().file["licenses"])
ALIASES: Final = tables().file["aliases"]


def ids(found: tuple[Counterpart, ...]) -> list[str]:
    return [each.license for each in found]


def relations(found: tuple[Counterpart, ...]) -> dict[str, str]:
    return {each.license: each.relation for each in found}


# every licence


def test_every_licence_that_can_be_identified_is_here() -> None:
    assert [known.id for known in store().licenses] == IDS


@pytest.mark.parametrize("license_id", IDS)
def test_there_and_back(license_id: str) -> None:
    assert from_spdx(to_spdx(license_id)).alternatives == ((license_id,),)
    for key in to_scancode(license_id):
        assert relations(from_scancode(key))[license_id] in {"same", "one_of"}
    for name in to_hugging_face(license_id):
        assert license_id in ids(from_hugging_face("other", name))
    for address in to_addresses(license_id):
        assert license_id in ids(from_address(address))


def test_the_index_agrees(shared: Path) -> None:
    for entry in json.loads((shared / "licenses" / "index.json").read_text(encoding="utf-8")):
        name = ALIASES.get(entry["id"], entry["id"])
        assert to_spdx(entry["id"]) == (entry["spdx"] or f"LicenseRef-{name}")
        if entry["scancode"]:
            assert name in ids(from_scancode(entry["scancode"]))
        if entry["license_url"]:
            assert name in ids(from_address(entry["license_url"]))
        for tag in set(entry["hf_tags"]) - {"other", "unknown"} if entry["id"] != "openai-gpt-2-modified-mit" else ():
            assert name in ids(from_hugging_face("other", tag))


# SPDX


@pytest.mark.parametrize(
    ("expression", "alternatives"),
    [
        ("MIT", [["mit"]]),
        ("mit OR apache-2.0", [["apache-2.0"], ["mit"]]),
        ("MIT AND (Apache-2.0 OR LicenseRef-llama-3-community)", [["apache-2.0", "mit"], ["llama-3-community", "mit"]]),
        ("MIT AND MIT", [["mit"]]),
        ("GPL-3.0-or-later", [["gpl-3.0"]]),
        ("LicenseRef-mit-deepseek-r1", [["mit"]]),
        ("LicenseRef-scancode-llama-3.1-license-2024", [["llama-3.1-community"]]),
    ],
)
def test_an_expression_has_alternatives(expression: str, alternatives: list[list[str]]) -> None:
    assert [list(each) for each in from_spdx(expression).alternatives] == alternatives


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("WTFPL", "SPDX 'WTFPL': no licence that is known has this SPDX id"),
        ("MIT OR WTFPL OR Zlib", "SPDX 'WTFPL, Zlib'"),
        ("GPL-3.0-only WITH Classpath-exception-2.0", "an exception changes the terms"),
        ("NOASSERTION", "NOASSERTION says that there is no licence"),
        ("LicenseRef-acme", "no licence that is known has this id"),
        ("LicenseRef-scancode-flux-1-nc", "flux-1-dev-nc-2024-08-01 (near)"),
        ("LicenseRef-scancode-acme", "no licence that is known has this key"),
        ("DocumentRef-x:LicenseRef-mit", "no licence that is known has this SPDX id"),
    ],
)
def test_a_name_in_an_expression_that_means_none_is_a_miss(expression: str, words: str) -> None:
    with pytest.raises(NoCounterpartError) as error:
        from_spdx(expression)

    assert words in str(error.value)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("MIT OR", "'MIT OR' is not an SPDX licence expression"),
        ("", "has 1 to 10000 characters"),
        ("((MIT)", "is not an SPDX licence expression"),
        (
            " AND ".join(["(MIT OR ISC)", *(f"(MIT OR LicenseRef-{name})" for name in IDS[:12])]),
            "more than 1000 alternatives",
        ),
    ],
)
def test_what_is_no_expression_is_refused(expression: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        from_spdx(expression)


@given(st.lists(st.sampled_from(IDS), min_size=1, max_size=6), st.sampled_from([" OR ", " AND "]))
def test_or_offers_and_joins(names: list[str], operator: str) -> None:
    found = from_spdx(operator.join(map(to_spdx, names))).alternatives
    together = {tuple(sorted(set(names)))} if operator == " AND " else {(name,) for name in names}

    assert set(found) == together


# ScanCode


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("bsd-new", {"bsd-3-clause": "same"}),
        ("llama-4-license-2025", {"llama-4-aup": "same", "llama-3.2-aup": "near", "llama-3.3-aup": "near"}),
        ("llama-3.1-license-2024", {"llama-3.1-community": "same", "llama-3-community": "near"}),
        ("flux-1-nc", {"flux-1-dev-nc-2024-08-01": "near", "flux-1-dev-nc-2024-11-21": "near"}),
    ],
)
def test_a_key_of_scancode_is_no_identity(key: str, expected: dict[str, str]) -> None:
    assert relations(from_scancode(key)) == expected


def test_one_key_of_scancode_for_texts_with_the_same_words_in_its_eyes() -> None:
    found = relations(from_scancode("tencent-hunyuan-3d-2.0-cla"))

    assert found["tencent-hunyuan-3d-2.0"] == found["tencent-hunyuan-video-2024-12-03"] == "one_of"
    assert found["tencent-hunyuan-video"] == "near"


# Hugging Face


@pytest.mark.parametrize(
    ("tag", "name", "expected"),
    [
        ("llama3", None, {"llama-3-community": "same"}),
        ("Apache-2.0", None, {"apache-2.0": "same"}),
        ("other", "qwen", {"qwen-license": "one_of"}),
        ("other", "llama4", {"llama-4-community": "one_of"}),
        ("llama4", "llama4", {"llama-4-community": "same"}),
        ("unknown", "exaone", dict.fromkeys(["exaone-1.0-nc", "exaone-1.1-nc", "exaone-1.2-nc"], "one_of")),
        (
            "gemma",
            None,
            dict.fromkeys(["gemma-terms-2024-02-21", "gemma-terms-2024-04-01", "gemma-terms-2025-03-24"], "one_of"),
        ),
    ],
)
def test_a_card_can_mean(tag: str, name: str | None, expected: dict[str, str]) -> None:
    assert relations(from_hugging_face(tag, name)) == expected


@pytest.mark.parametrize(
    ("tag", "name", "words"),
    [
        ("other", None, "Hugging Face 'other': it names no licence; the card's license_name may"),
        ("other", "", "it names no licence"),
        ("unknown", None, "it names no licence"),
        ("other", "acme", "Hugging Face 'acme': no licence that is known has this license_name"),
        ("cc", None, "it names a family of licences, not one"),
        ("wtfpl", None, "no licence that is known has this tag"),
        ("mit", "modified-mit", "the card's license_name, 'modified-mit', is another licence"),
        ("qwen", None, "no licence that is known has this tag"),
    ],
)
def test_a_card_that_means_none_is_a_miss(tag: str, name: str | None, words: str) -> None:
    with pytest.raises(NoCounterpartError) as error:
        from_hugging_face(tag, name)

    assert words in str(error.value)


# addresses


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.apache.org/licenses/LICENSE-2.0.txt", {"apache-2.0": "same"}),
        ("apache.org/licenses/LICENSE-2.0/?x=1#top", {"apache-2.0": "same"}),
        ("https://creativecommons.org/licenses/by-nc/4.0/legalcode", {"cc-by-nc-4.0": "same"}),
        ("https://huggingface.co/Qwen/Qwen2.5-72B/resolve/main/LICENSE", {"qwen-license": "one_of"}),
        (
            "https://raw.githubusercontent.com/MiniMax-AI/MiniMax-M2/main/LICENSE",
            {"minimax-m2-modified-mit": "one_of", "mit": "one_of"},
        ),
        (
            "https://github.com/MiniMax-AI/MiniMax-M2/blob/2e575efec12773cdc5d811341089512452bfb468/LICENSE",
            {"minimax-m2-modified-mit": "same"},
        ),
        ("https://ai.meta.com/llama/use-policy/", {"code-llama-aup": "one_of", "llama-2-aup": "one_of"}),
    ],
)
def test_an_address_can_mean(address: str, expected: dict[str, str]) -> None:
    assert relations(from_address(address)) == expected


@pytest.mark.parametrize(
    "address", ["", "https://acme.example/license", "http://[", "mit", "https://github.com/openai/gpt-2"]
)
def test_an_address_where_no_text_is_known_is_a_miss(address: str) -> None:
    with pytest.raises(NoCounterpartError, match="no text that is known stands there"):
        from_address(address)


@pytest.mark.parametrize("ask", [to_spdx, to_scancode, to_hugging_face, to_addresses])
def test_an_unknown_id_is_a_miss(ask: Callable[[str], object]) -> None:
    with pytest.raises(LookupError, match="licence 'acme': no licence that is known has this id"):
        ask("acme")


@given(st.text(max_size=60))
def test_whatever_is_asked_the_answer_is_licences_or_a_miss(name: str) -> None:
    for ask in (from_scancode, from_hugging_face, from_address):
        with suppress(NoCounterpartError):
            assert set(ids(ask(name))) <= set(IDS)


@given(st.text(max_size=40))
def test_an_expression_is_read_or_refused(expression: str) -> None:
    with suppress(NoCounterpartError, ValueError):
        assert from_spdx(expression).alternatives
