"""The licence texts beside the checkout: each told from all others, in any layout, and when it is changed."""

import json
from pathlib import Path
from random import Random
from typing import Final

import pytest

from identification.layouts import LAYOUTS, Layout
from identification.made_up import words_of
from openai_landscape import catalog
from openai_landscape.identification import Identification, identify_license
from openai_landscape.identification._store import store
from openai_landscape.identification._words import pieces, spans
from openai_landscape.identification.build import OUTPUT, build

COPIES_OF_MIT: Final = frozenset({"mit-deepseek-r1", "minimax-m2-mit", "mit-bitnet", "openai-gpt-2-mit-2019-02-19"})


def texts(shared: Path) -> dict[str, str]:
    paths = sorted((shared / "licenses" / "texts").glob("*.txt"))
    return {path.stem: path.read_bytes().decode("utf-8") for path in paths}


def text(shared: Path, name: str) -> str:
    return (shared / "licenses" / "texts" / f"{name}.txt").read_bytes().decode("utf-8")


def expected(name: str) -> str:
    return "mit" if name in COPIES_OF_MIT else name


def lost_and_came(found: Identification) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.quote, change.lost) for change in found.changes]


def test_the_fingerprints_are_those_of_the_texts(shared: Path) -> None:
    assert OUTPUT.read_text(encoding="utf-8") == build(shared / "licenses")


def test_every_text_is_told_from_all_others_in_every_layout(shared: Path) -> None:
    layouts: dict[str, Layout] = {"as published": str, **LAYOUTS}
    wrong = [
        (name, layout, found.license, found.match)
        for name, original in texts(shared).items()
        for layout, lay_out in layouts.items()
        if ((found := identify_license(lay_out(original))).license, found.match) != (expected(name), "exact")
    ]

    assert wrong == []


def test_agreement_and_policy_are_told_apart(shared: Path) -> None:
    index = json.loads((shared / "licenses" / "index.json").read_text(encoding="utf-8"))

    assert {entry["id"]: identify_license(text(shared, entry["id"])).kind for entry in index} == {
        entry["id"]: entry["kind"] for entry in index
    }


def test_every_licence_is_encoded_or_known_to_the_catalogue_as_not(shared: Path) -> None:
    encoded = {name for name in texts(shared) if identify_license(text(shared, name)).encoded}
    known = catalog()

    assert {known.id for known in store().licenses} <= {*known.licenses, *known.texts}
    assert encoded == {name for name in texts(shared) if is_encoded(name)}


def is_encoded(name: str) -> bool:
    try:
        catalog().license(name)
    except LookupError:
        return False
    return True


def changed_at_random(original: str, draw: Random) -> dict[str, str]:
    """*original* with one word put in, deleted, replaced, or exchanged for the next one."""
    places = spans(pieces(original))
    at = draw.randrange(len(places) // 10, len(places) - 1)  # past the copyright notices
    (start, end), (begin, stop) = places[at], places[at + 1]
    return {
        "put in": f"{original[:start]}not {original[start:]}",
        "deleted": f"{original[:start]} {original[end:]}",
        "replaced": f"{original[:start]} zebra {original[end:]}",
        "exchanged": original[:start]
        + original[begin:stop]
        + original[end:begin]
        + original[start:end]
        + original[stop:],
    }


def test_a_changed_word_is_never_exact_and_leaves_the_licence_nearest(shared: Path) -> None:
    """Mostly it is counted as one, but a word that follows its neighbours elsewhere hides where the change begins."""
    draw = Random(7)  # noqa: S311 - the same places each time
    counts = {"put in": [(1, 0)], "deleted": [(0, 1)], "replaced": [(1, 1)], "exchanged": [(1, 1), (2, 2), (3, 3)]}
    wrong, counted = [], []
    for name, original in texts(shared).items():
        for way, other in changed_at_random(original, draw).items():
            found = identify_license(other)
            if words_of(other) != words_of(original) and (found.license, found.match) != (expected(name), "modified"):
                wrong.append((name, way, found.license, found.match))
            counted.append((found.came, found.went) in counts[way])

    assert wrong == []
    assert sum(counted) / len(counted) > 0.97


# what other tools get wrong


def test_mit_with_a_line_added_is_not_mit(shared: Path) -> None:
    found = identify_license(f"{text(shared, 'mit')}\nNo commercial use.\n")

    assert (found.license, found.match) == ("mit", "modified")
    assert lost_and_came(found) == [("No commercial use", ())]


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright (c) 2024 Acme. No commercial use.",
        "Copyright (c) 2024 Acme, for non-commercial use only",
        "Copyright (c) 2024 Acme\nNot for commercial use.",
    ],
)
def test_a_condition_in_a_copyright_line_is_a_condition(shared: Path, notice: str) -> None:
    for layout in (str, LAYOUTS["on one line"]):
        found = identify_license(
            layout(text(shared, "mit").replace("Copyright (c) <year> <copyright holders>", notice))
        )

        assert (found.license, found.match) == ("mit", "modified")
        assert any("commercial" in change.quote for change in found.changes)


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright (c) 2023 DeepSeek",
        "Copyright 2025 MiniMax AI.",
        "Copyright © 2019-2024 The Acme Authors. All rights reserved.",
        "Copyright (c) 2015 A. Turing <alan@acme.example>\nCopyright (c) 2017 Acme, Inc. and contributors",
        "(c) 2024 Acme",
    ],
)
@pytest.mark.parametrize("title", ["MIT License", "The MIT License (MIT)", ""])
def test_mit_with_its_copyright_line_filled_in_is_mit(shared: Path, title: str, notice: str) -> None:
    body = text(shared, "mit").partition("holders>\n")[2]
    for layout in (str, LAYOUTS["on one line"], LAYOUTS["quoted"]):
        found = identify_license(layout(f"{title}\n\n{notice}\n{body}"))

        assert (found.license, found.match) == ("mit", "exact"), str(found)


def test_apache_with_its_appendix_filled_in_is_apache(shared: Path) -> None:
    filled = text(shared, "apache-2.0").replace("[yyyy] [name of copyright owner]", "2023 The Falcon Authors")

    assert identify_license(filled).match == "exact"


def test_a_quoted_notice_that_a_clause_prescribes_is_a_term(shared: Path) -> None:
    for layout in (str, LAYOUTS["on one line"], LAYOUTS["in a column of 60"]):
        found = identify_license(layout(text(shared, "llama-2-community").replace("(c) Meta Platforms", "(c) Acme")))

        assert (found.license, found.match) == ("llama-2-community", "modified")
        assert [change.quote for change in found.changes] == ["Acme"]


def test_a_number_that_went_is_named(shared: Path) -> None:
    original = text(shared, "llama-3-community")
    found = identify_license(original.replace("700 million", "70 million"))

    assert (found.license, found.match) == ("llama-3-community", "modified")
    assert lost_and_came(found) == [("70", ("700",))]


@pytest.mark.parametrize(
    ("name", "old", "new", "lost"),
    [
        ("apache-2.0", "does not grant permission", "does grant permission", ("not",)),
        ("apache-2.0", "unless such loss", "such loss", ()),
        ("gpl-3.0", "without", "with", ("without",)),
        ("cc-by-nc-4.0", "NonCommercial purposes only; and", "purposes; and", ("only",)),
        ("gemma-terms-2024-04-01", "You may not", "You may", ("not",)),
    ],
)
def test_a_negation_that_went_is_named(shared: Path, name: str, old: str, new: str, lost: tuple[str, ...]) -> None:
    original = text(shared, name)
    found = identify_license(original.replace(old, new, 1))

    assert (found.license, found.match) == (name, "modified" if old in original else "exact")
    assert found.lost == (lost if old in original else ())


def test_the_original_names_all_that_went(shared: Path) -> None:
    original = text(shared, "apache-2.0")
    start = original.index("7. Disclaimer of Warranty")
    cut = original[:start] + original[original.index("8. Limitation of Liability") :]

    blind, seeing = identify_license(cut), identify_license(cut, original=original)

    assert blind.went == seeing.went == len(seeing.lost) == len(words_of(original[start:])) - len(words_of(cut[start:]))
    assert seeing.lost[:4] == ("7", "Disclaimer", "of", "Warranty")
    assert {"7", "unless", "without", "non"} <= set(blind.lost)


def test_another_original_is_refused(shared: Path) -> None:
    changed = text(shared, "llama-3-community").replace("700 million", "70 million")

    with pytest.raises(ValueError, match="original: not the text of 'llama-3-community'"):
        identify_license(changed, original=text(shared, "llama-3.1-community"))


# more than a licence, or less


def test_a_licence_in_a_readme_is_that_licence_with_what_surrounds_it(shared: Path) -> None:
    before, after = "# Ours\n\nA model that does things.\n\n## License\n\n", "\n## Contact\n\nWrite to us.\n"
    found = identify_license(before + text(shared, "mit-deepseek-r1") + after)

    assert (found.license, found.match, found.went) == ("mit", "modified", 0)
    assert [change.came for change in found.changes] == [len(words_of(before)), len(words_of(after))]
    assert [(part.license, part.match, part.start) for part in found.parts] == [("mit", "exact", len(before))]


def test_two_licences_in_one_text_are_both_found(shared: Path) -> None:
    apache, mit = text(shared, "apache-2.0"), text(shared, "mit")

    for both in (apache + mit, mit + apache):
        found = identify_license(both)
        assert (found.license, found.match) == ("apache-2.0", "modified")
        assert sorted((part.license, part.match) for part in found.parts) == [("apache-2.0", "exact"), ("mit", "exact")]


def test_an_agreement_with_its_policy_is_not_another_versions_agreement(shared: Path) -> None:
    found = identify_license(text(shared, "llama-3.1-community") + text(shared, "llama-3.1-aup"))

    assert found.license == "llama-3.1-community"
    assert [(part.license, part.match) for part in found.parts] == [
        ("llama-3.1-community", "exact"),
        ("llama-3.1-aup", "exact"),
    ]


def test_what_only_starts_like_a_licence_is_not_it(shared: Path) -> None:
    apache = text(shared, "apache-2.0")
    start = apache[: len(apache) // 4]

    assert identify_license(start).match == "none"
    assert identify_license(start + "And then it goes on about the weather, for long. " * 60).match == "none"
    assert identify_license(apache[: len(apache) * 3 // 4]).match == "modified"


def test_other_prose_is_none(shared: Path) -> None:
    articles = sorted((shared / "claims" / "dev" / "articles").glob("*.txt"))

    assert articles
    assert {identify_license(path.read_text(encoding="utf-8")).match for path in articles} == {"none"}


def test_paragraphs_in_another_order_are_not_the_licence(shared: Path) -> None:
    paragraphs = text(shared, "mit").split("\n\n")
    found = identify_license("\n\n".join([*paragraphs[:3], *reversed(paragraphs[3:])]))

    assert (found.license, found.match) == ("mit", "modified")
    assert found.came == found.went > 0


def test_a_licence_among_much_else_is_found(shared: Path) -> None:
    prose = "Nothing here is said about rights in anything at all. " * 10_000
    found = identify_license(prose + text(shared, "mit") + prose)

    assert (found.license, found.match, found.went) == ("mit", "modified", 0)
    assert [(part.license, part.match) for part in found.parts] == [("mit", "exact")]


def test_users_own_licences_have_no_fingerprint(shared: Path) -> None:
    ours = catalog().extend({"licenses": [{"id": "acme-own", "name": "Acme's own", "terms": []}]})

    assert identify_license("Acme lets everybody do everything.", catalog=ours).match == "none"
    assert identify_license(text(shared, "mit"), catalog=ours).encoded
