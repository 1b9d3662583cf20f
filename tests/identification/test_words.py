"""What the words of a text are, and what is none."""

import pytest

from identification.made_up import words_of
from openai_landscape.identification._words import pieces, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meta’s “Model” -- and/or 'it'", "meta's model and or it"),
        ("700,000,000 users; 3.1, 2024.", "700,000,000 users 3.1 2024"),
        ("1.0，2024", "1.0 2024"),
        ("$20 million, 5 % or € 7", "$ 20 million 5 % or € 7"),
        ("COPYRIGHT (C) 2024, Copyright © x, © y, (c) z", "copyright 2024 copyright x copyright y c z"),
        ("* _one_ **two** `three`\n# four\n> five\n- six", "one two three four five six"),
        ("```text\none\n```\n~~~\ntwo\n~~~", "one two"),
        ("[acme.example](https://www.acme.example/) x", "acme example x"),
        ("[ours](https://acme.example)", "ours https acme example"),
        ("<b>one</b> <u style='x'>two</u><br/>three <year>", "one two three year"),
        ("模型的名", "模 型 的 名"),
        ("cafe\u0301 caf\u00e9 li\u00adcence zero\u200bwidth", "café café licence zerowidth"),
        ("ﬁrst ７００ Ⅳ", "first 700 iv"),
        ("Straße ẞ", "strasse ss"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words_of(text) == expected.split()


@pytest.mark.parametrize("text", ["a b", "", " ", "\ufeffone [two](two) 3.5%", "x\ud800y", "<p>a</p>", "© 2024 A’s 的"])
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    found = spans(pieces(text))

    assert len(found) == len(words_of(text))
    for word, (start, end) in zip(words_of(text), found, strict=True):
        before = "1" if word == "%" else ""  # which is a word after a number only
        assert words_of(before + text[start:end])[-1:] == [word]
