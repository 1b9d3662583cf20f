"""What identification says of made-up licences: in a clone that stands alone."""

import gc
import time
from typing import Final

import pytest

from identification.made_up import (
    BRIEF,
    LONG,
    NOTHING_ENCODED,
    POLICY,
    SHORT,
    STORE,
    TEXTS,
    Encoded,
    Known,
    laid_out,
    replaced,
)
from openai_landscape.identification import Change, Identification, identify_license
from openai_landscape.identification.identify import identify_in


def identify(text: str, original: str | None = None) -> Identification:
    return identify_in(STORE, text, catalog=NOTHING_ENCODED, original=original)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_itself(name: str) -> None:
    found = identify(TEXTS[name])

    assert (found.license, found.match, found.changes) == (name, "exact", ())
    assert found.kind == ("use_policy" if name == "policy" else "agreement")


def test_siblings_are_told_by_their_few_differences() -> None:
    changed = laid_out(replaced(LONG, {301: "emblem", 500: "zebra"}))

    found = identify(changed)

    assert found.license == "long-1.0"
    assert [change.quote.lower() for change in found.changes] == ["emblem", "zebra"]


@pytest.mark.parametrize("license_id", ["short", "policy"])
def test_what_is_encoded_is_the_catalogues_to_say(license_id: str) -> None:
    known = Known({"short": object()}, {"policy": Encoded("short"), "noticed": Encoded(None)})

    assert identify_in(STORE, TEXTS[license_id], catalog=known).encoded
    assert not identify_in(STORE, TEXTS["noticed"], catalog=known).encoded
    assert not identify_in(STORE, TEXTS[license_id], catalog=NOTHING_ENCODED).encoded


def test_places_of_changes_are_code_points_of_the_text_as_given() -> None:
    text = "\ufeff" + TEXTS["policy"].replace(". ", ".\r\n\r\n  ").replace("  Owner", "  \U0001f600 zebra owner", 1)

    (change,) = identify(text).changes

    assert text[change.start : change.end] == change.quote == "zebra"


def test_where_words_went_the_span_is_empty() -> None:
    found = identify(laid_out([*POLICY[:100], *POLICY[103:]]))

    assert [(change.start == change.end, change.came, change.went) for change in found.changes] == [(True, 0, 3)]


def test_several_changes_are_told_one_by_one() -> None:
    words = replaced(LONG, {100: "zebra", 101: "okapi", 250: "gnu"})
    found = identify(laid_out([*words[:400], "ibex", *words[400:]]), laid_out(LONG))

    assert [(change.quote.lower(), change.went) for change in found.changes] == [
        ("zebra okapi", 2),
        ("gnu", 1),
        ("ibex", 0),
    ]
    assert [word.lower() for word in found.lost] == [LONG[100], LONG[101], LONG[250]]


def test_a_filled_in_notice_is_no_change() -> None:
    text = TEXTS["noticed"].replace("<year> <owner>", "2031 Acme, Inc. and others. All rights reserved.")

    assert identify(text).match == identify(" ".join(text.split())).match == "exact"


def test_a_notice_beside_a_change_is_no_change() -> None:
    text = TEXTS["noticed"].replace("<year> <owner>", "2031 Acme") + "\nNot for zebras.\n"

    for layout in (text, " ".join(text.split())):
        assert [change.quote for change in identify(layout).changes] == ["Not for zebras"]


def test_a_notice_within_a_sentence_is_words_like_others() -> None:
    said = [*BRIEF[:70], "copyright", "2031", "acme", *BRIEF[70:]]

    assert identify(f"Brief License\n\n{laid_out(said)}").match == "modified"


def test_two_licences_are_parts_of_the_text() -> None:
    found = identify(TEXTS["long-1.0"] + TEXTS["policy"] + TEXTS["short"])

    assert found.license == "long-1.0"
    assert [(part.license, part.match) for part in found.parts] == [
        ("long-1.0", "exact"),
        ("policy", "exact"),
        ("short", "exact"),
    ]


def test_half_a_licence_is_the_least_that_is_called_modified() -> None:
    assert identify(laid_out(LONG[:320])).match == "modified"
    assert identify(laid_out(LONG[:280])).match == "none"


def test_a_word_torn_by_a_column_is_one_word() -> None:
    torn = TEXTS["short"].replace("material", "mater\nial")

    assert torn != TEXTS["short"]
    assert identify(torn).match == "exact"
    assert identify(torn.replace("mater\nial", "mater ial")).match == "modified"


def test_it_is_said_in_words() -> None:
    lines = str(identify(laid_out(replaced(SHORT, {9: "zebra"})))).splitlines()

    assert lines[0] == "short, modified: 1 word came, 1 word went (identified, not encoded)"
    assert len(lines) == 2
    assert "1 word came: 'Zebra'" in lines[1]
    assert str(identify(TEXTS["short"])) == "short, word for word (identified, not encoded)"
    assert str(identify("zebra")) == "no known licence"


@pytest.mark.parametrize("text", ["", " \n", "\ud800", "\x00", "¶", "©", "a" * 100_000])
def test_any_text_has_an_answer(text: str) -> None:
    assert identify_license(text) == Identification()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: Identification(license="mit"), "match 'none' does not go with license 'mit'"),
        (lambda: Identification(license="mit", match="modified"), "does not go with 0 changes"),
        (lambda: Change(start=0, end=3, quote="ab", came=1, went=0), "the quote has 2 characters, the span 3"),
        (lambda: Change(start=0, end=0, came=0, went=0), "came and went are both 0"),
    ],
)
def test_what_cannot_be_is_refused(made: object, words: str) -> None:
    assert callable(made)
    with pytest.raises(ValueError, match=words):
        made()


PATTERNS: Final = (
    *(
        " ",
        "copyright ",
        "(c) ",
        "© 2024 Acme\n",
        "[",
        "[a](b)",
        "```\n",
        "``` ",
        "<a ",
        "1,",
        "1,000",
        "5 %",
        "a'",
        "的",
    ),
    *("the ", "\n", "#", "copyright" + " " * 500, '"', "all rights reserved\n", TEXTS["short"], TEXTS["policy"][:300]),
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_no_faster_than_the_text(pattern: str) -> None:
    def seconds(size: int) -> float:
        text = (pattern * (size // len(pattern) + 1))[:size]
        gc.disable()  # a collection goes through all that other tests have left, which is none of the text's
        try:
            begin = time.process_time()
            identify(text)
            return time.process_time() - begin
        finally:
            gc.enable()

    assert min(seconds(80_000) for _ in range(2)) < 24 * min(seconds(10_000) for _ in range(2)) + 0.1
