"""From bytes, a path or a string to a source."""

from pathlib import Path

import pytest

from openai_landscape.quantities import PartialDate
from openai_landscape.reading import UnreadableTextError, read_source, seeds
from openai_landscape.reading._relative import resolved


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


_BODY = "\n\n" + "Das Unternehmen hat ein Modell veröffentlicht. " * 4


@pytest.mark.parametrize(
    ("line", "author", "published"),
    [
        ("Kiel, 3. März 2025 (abc) – Das Start-up hat ein Modell.", None, "2025-03-03"),
        ("LONDON, May 3, 2024 (Wire) - The company has a model.", None, "2024-05-03"),
        ("Zwolle, 4 juni 2024. Het bedrijf heeft een model.", None, "2024-06-04"),
        ("12. März 2025 | Von Erika Muster", "Erika Muster", "2025-03-12"),
        ("By Jane Doe, May 3, 2024", "Jane Doe", "2024-05-03"),
        ("door Jan de Vries · 3 april 2025", "Jan de Vries", "2025-04-03"),
        ("von Erika Muster · 3.4.2025", "Erika Muster", "2025-04-03"),
        ("Techniek | wo 12 februari 2025, 10:30 | Redactie", None, "2025-02-12"),
        ("Ausgabe 12, 3. Mai 2024", None, "2024-05-03"),
        ("The Letter — Issue 7 (May 3, 2024)", None, "2024-05-03"),
        ("Posted 2024-11-03 by the model team", None, "2024-11-03"),
        ("Stand: 2. Januar 2025 | Autor: Erika Muster", "Erika Muster", "2025-01-02"),
        ("Gepubliceerd op 3 maart 2025 om 14:02", None, "2025-03-03"),
        ("Bijgewerkt: 4 mei 2024", None, "2024-05-04"),
        ("Published March 4, 2025 | Updated March 9, 2025", None, "2025-03-04"),
        ("Am 18. April 2024 kam Llama 3 heraus.", None, None),
        ("Llama 3, das am 18. April 2024 erschien, ist frei.", None, None),
    ],
)
def test_a_line_gives_the_date_of_the_page(line: str, author: str | None, published: str | None) -> None:
    source = read_source(f"Ein Titel\n{line}{_BODY}", id="page", language="de")

    assert (source.author, source.published) == (author, published)


@pytest.mark.parametrize(
    "line", ["- Foo-7B (September 2023): erstes Modell", "Foo-7B (3. September 2023): erstes Modell"]
)
def test_a_date_beside_a_model_further_down_is_not_the_page_s(line: str) -> None:
    assert read_source(f"Ein Titel{_BODY}\n\n{line}", id="page").published is None


@pytest.mark.parametrize(
    ("words", "published", "date"),
    [
        ("am dienstag", "2025-03-14", "2025-03-11"),
        ("maandag", "2025-02-11", "2025-02-10"),
        ("on tuesday night", "2025-01-23", "2025-01-21"),
        ("gestern", "2025-03-01", "2025-02-28"),
        ("vorige maand", "2025-01-18", "2024-12"),
        ("next month", "2024-12", "2025-01"),
        ("two years ago", "2025-01-18", "2023"),
        ("vor drei monaten", "2025-01-18", "2024-10"),
        ("in diesem jahr", "2025", "2025"),
        ("this week", "2025-01-23", None),
        ("today", "2025-01", None),
        ("gestern", "0001-01-01", None),
    ],
)
def test_a_relative_date_is_resolved_as_far_as_the_page_s_own_goes(
    words: str, published: str, date: str | None
) -> None:
    assert resolved(words, PartialDate(published)) == date


def test_the_seeds_travel_with_the_package() -> None:
    assert [source.language for source in seeds()] == ["de", "de", "de", "de", "nl"]
    assert [source.id[:4] for source in seeds()] == ["000_", "001_", "002_", "003_", "004_"]
    assert seeds()[1].published == "2024-04-25"
