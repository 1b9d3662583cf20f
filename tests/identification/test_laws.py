"""Laws of identification, over made-up licences: they hold for any text."""

from collections import Counter
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from identification.layouts import LAYOUTS, Layout
from identification.layouts import PLAIN as PLAIN_LAYOUTS
from identification.made_up import NOTHING_ENCODED, STORE, TEXTS, WORDS, laid_out, words_of
from openai_landscape.identification import Identification
from openai_landscape.identification._words import pieces, spans
from openai_landscape.identification.identify import identify_in

NAMES: Final = st.sampled_from(sorted(TEXTS))
PLAIN: Final = st.sampled_from(["long-1.0", "long-1.1", "short", "policy"])
ANY_LAYOUT: Final = st.sampled_from(list(LAYOUTS.values()))
WORD: Final = st.one_of(st.sampled_from(WORDS), st.sampled_from(["commercial", "七", "7", "70", "3.10", "don't"]))


def identify(text: str, original: str | None = None) -> Identification:
    return identify_in(STORE, text, catalog=NOTHING_ENCODED, original=original)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """The name of a licence, and its text with some words deleted, put in, replaced or swapped."""
    name = draw(PLAIN)
    said = words_of(TEXTS[name])
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(said) - 2))
        kind = draw(st.sampled_from(["delete", "insert", "replace", "swap", "move"]))
        if kind == "insert":
            said.insert(at, draw(WORD))
        elif kind == "replace":
            said[at] = draw(WORD)
        elif kind == "swap":
            said[at], said[at + 1] = said[at + 1], said[at]
        elif kind == "move":
            said[at:], moved = said[at + 8 :], said[at : at + 8]
            said.extend(moved)
        else:
            del said[at]
    return name, laid_out(said)


@given(NAMES, st.sampled_from(list(PLAIN_LAYOUTS.values())), ANY_LAYOUT)
def test_layout_makes_no_difference(name: str, one: Layout, other: Layout) -> None:
    assert identify(TEXTS[name]).license == name
    assert identify(other(one(TEXTS[name]))) == identify(TEXTS[name])


@given(edits())
def test_a_text_is_exact_if_and_only_if_its_words_are(edit: tuple[str, str]) -> None:
    _, text = edit
    same = [name for name, original in TEXTS.items() if words_of(original) == words_of(text)]

    found = identify(text)

    assert (found.match == "exact") == bool(same)
    assert found.license in same or found.match != "exact"


@given(edits(), ANY_LAYOUT)
def test_counts_balance(edit: tuple[str, str], layout: Layout) -> None:
    """What the text has beyond the licence came, what the licence has beyond the text went."""
    found = identify(layout(edit[1]))

    if found.match == "modified" and found.license is not None:
        ours, theirs = len(words_of(layout(edit[1]))), len(words_of(TEXTS[found.license]))
        assert ours - found.came == theirs - found.went


@given(edits())
def test_changes_stand_in_the_text_in_order(edit: tuple[str, str]) -> None:
    text = edit[1]
    starts, ends = zip(*spans(pieces(text)), strict=True)
    last = 0
    for change in identify(text).changes:
        assert last <= change.start <= change.end
        assert text[change.start : change.end] == change.quote
        assert len(words_of(change.quote)) == change.came
        assert not change.came or (change.start in starts and change.end in ends)
        last = change.end


@given(edits())
def test_the_original_names_every_word_that_went(edit: tuple[str, str]) -> None:
    name, text = edit
    if identify(text).license == name:
        found = identify(text, TEXTS[name])
        came = Counter(word for change in found.changes for word in words_of(change.quote))
        lost = Counter(word.lower() for word in found.lost)

        assert all(len(change.lost) == change.went for change in found.changes)
        assert Counter(words_of(text)) - came + lost == Counter(words_of(TEXTS[name])) or found.match == "exact"


@given(NAMES, st.data())
def test_a_word_that_is_nowhere_else_is_told_with_its_place(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    places = [start for start, _ in spans(pieces(text)) if start >= text.find(".")]
    at = data.draw(st.sampled_from(places))

    found = identify(f"{text[:at]}zebra {text[at:]}")

    assert (found.license, found.came, found.went) == (name, 1, 0)
    assert [(change.start, change.quote) for change in found.changes] == [(at, "zebra")]


@given(
    st.text() | st.text(alphabet="©(c)[]<>`~*# \n\r\t1.,copyright\ud800\ufeff的") | edits().map(lambda edit: edit[1])
)
def test_no_text_is_too_odd(text: str) -> None:
    found = identify(text)

    assert Identification.model_validate_json(found.model_dump_json()) == found
    assert hash(found) == hash(identify(text))
    assert str(found)


@given(st.lists(st.sampled_from(["zebra", "okapi", "gnu", "ibex", "eland"]), max_size=400))
def test_other_prose_is_none(said: list[str]) -> None:
    assert identify(laid_out(said) if said else "").match == "none"
