"""Inline markup: a text with it says what the same text says without it, and is quoted with it."""

import re
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from openai_landscape.entities import Language
from openai_landscape.reading._markup import bare
from reading.test_corpora import cases, claims_of

_WAYS: Final = ("**{}**", "[{}](https://example.org/a-b_c)", "`{}`", "<em>{}</em>", "{}[^3]", "__{}__")
_SENTENCES: Final = [case for case in cases(near_misses=False) if not re.search(r'["„“”‘’_*`<\[:]', case[2])]
_PIECES: Final = st.sampled_from(
    ["**", "__", "`", "[", "](", "https://a.b/c", ")", "</b>", "{{", "}}", "ab", " ", "[^1]"]
)


@given(st.lists(_PIECES, max_size=14).map("".join), st.data())
def test_what_is_left_stands_in_the_text_where_it_is_said_to(text: str, data: st.DataObject) -> None:
    shown = bare(text)
    for at, letter in enumerate(shown.text):
        start, end = shown.place(at, at + 1)
        assert text[start:end] == letter
    if shown.text:
        start = data.draw(st.integers(0, len(shown.text) - 1))
        end = data.draw(st.integers(start + 1, len(shown.text)))
        placed = shown.place(start, end)
        assert text[placed[0]] == shown.text[start]
        assert text[placed[1] - 1] == shown.text[end - 1]


@given(st.sampled_from(_SENTENCES), st.sampled_from(_WAYS), st.data())
def test_a_sentence_with_a_word_marked_up_says_the_same(
    case: tuple[Language, str, str], way: str, data: st.DataObject
) -> None:
    language, _, sentence = case
    words = sentence.rstrip(".!").split(" ")
    chosen = data.draw(st.integers(0, len(words) - 1))
    word = words[chosen].rstrip(",;")
    marked = [*words[:chosen], way.format(word) + words[chosen][len(word) :], *words[chosen + 1 :]]
    text = " ".join(marked) + sentence[len(sentence.rstrip(".!")) :]

    plain, found = claims_of(language, sentence), claims_of(language, text)

    assert [claim.model_copy(update={"evidence": ()}) for claim in found] == [
        claim.model_copy(update={"evidence": ()}) for claim in plain
    ]
    assert all(text[e.start : e.end] == e.quote for claim in found for e in claim.evidence)


def test_an_address_by_itself_names_nothing() -> None:
    assert claims_of("en", "See https://example.org/deepseek-open-source/Foo-7B for how to license it under MIT.") == []
