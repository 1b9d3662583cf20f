"""From bytes, a path or a string to a source."""

from pathlib import Path

import pytest

from openai_landscape.reading import UnreadableTextError, read_source, seeds


def test_a_path_bytes_and_a_string_give_one_text(tmp_path: Path) -> None:
    text = "Meta veröffentlicht Llama 3.\r\nDas\u00a0Modell ist frei.\r\n"
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert read_source(file).text == read_source(file.read_bytes()).text == read_source(text).text == text
    assert read_source(file).id == "a.txt"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"Meta\xff", "byte 4 (0xff) is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "byte 0 (0x89) is not UTF-8"),
        (b"Meta\0", "character 4 is NUL"),
        ("Meta\ud800", "character 4 is a lone surrogate (U+D800)"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(given: str | bytes, words: str) -> None:
    with pytest.raises(UnreadableTextError) as raised:
        read_source(given, id="page")

    assert str(raised.value).startswith("page: ")
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("text", "title", "author", "published"),
    [
        (
            "Llama 3 ist da\n\nVon Erika Muster\n\n18. April 2024\n\nMeta hat das Modell.",
            "Llama 3 ist da",
            "Erika Muster",
            "2024-04-18",
        ),
        (
            "Llama 3 is here\n\nBy Jane Doe\n\nApril 18, 2024\n\nMeta has the model.",
            "Llama 3 is here",
            "Jane Doe",
            "2024-04-18",
        ),
        (
            "Llama 3 is er\n\nDoor Jan de Vries\n\n18 april 2024\n\nMeta heeft het model.",
            "Llama 3 is er",
            "Jan de Vries",
            "2024-04-18",
        ),
        (
            "Llama 3 ist da\n\nErika Muster\n2024-04-18\n\nMeta hat das Modell.",
            "Llama 3 ist da",
            "Erika Muster",
            "2024-04-18",
        ),
        ("Am 18. April kam Llama 3 heraus und war sofort überall.", None, None, None),
    ],
)
def test_a_page_says_what_it_is(text: str, title: str | None, author: str | None, published: str | None) -> None:
    source = read_source(text, id="page")

    assert (source.title, source.author, source.published) == (title, author, published)


def test_the_seeds_travel_with_the_package() -> None:
    assert [source.language for source in seeds()] == ["de", "de", "de", "de", "nl"]
    assert [source.id[:4] for source in seeds()] == ["000_", "001_", "002_", "003_", "004_"]
    assert seeds()[1].published == "2024-04-25"
