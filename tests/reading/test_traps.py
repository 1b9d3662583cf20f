"""What must not be read as a claim, though its words are those of claims."""

import pytest

from openai_landscape.entities import Claim, Language
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source
from reading.known_names import BOOK


def _claims(text: str, language: Language) -> list[Claim]:
    return [read.claim for read in readings(read_source(text, id="trap", language=language), BOOK)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gratis-Hotline\n+49 711 123456\n150.000\nKunden\nSchneller\nVersand\nMenü\n\n25.04.2024\n\nGuten Tag."),
        ("de", "Rund 700.000 Menschen sterben jedes Jahr durch Mücken."),
        ("en", "The Concorde was faster than the 747, and the 747 was cheaper than the Concorde."),
        ("de", "Wenn Meta Llama 3 als Open Source veröffentlicht, ändert sich alles."),
        ("en", "If Meta released Llama 3 under the MIT license, everybody would use it."),
        ("nl", "Als Meta Llama 3 als open source uitbrengt, verandert alles."),
        ("de", "Ist Llama 3 wirklich Open Source?"),
        ("en", "Has Meta released Llama 3 under the MIT license?"),
        ("nl", "Heeft Meta Llama 3 uitgebracht?"),
        ("de", "Meta dementierte, Llama 3 unter der MIT-Lizenz veröffentlicht zu haben."),
        ("en", "Many wrongly believe that Llama 3 is open source."),
        ("de", "Lesen Sie auch: Meta veröffentlicht Llama 3 als Open Source"),
        ("en", "Read more: Meta releases Llama 3 under the MIT license"),
        ("nl", "Lees ook: Meta brengt Llama 3 uit als open source"),
        ("de", "Mit dem Newsletter und Ihrer E-Mail-Adresse erfahren Sie, dass Meta Llama 3 veröffentlicht hat."),
        ("en", "Open source means that Llama 3 users may change the code."),
    ],
)
def test_a_trap_yields_nothing(language: Language, text: str) -> None:
    assert _claims(text, language) == []


def test_the_licence_of_another_in_a_comparison_stays_with_the_other() -> None:
    claims = _claims("Anders als DeepSeek-R1, das unter der MIT-Lizenz steht, ist Llama 3 nicht Open Source.", "de")

    assert {(c.predicate.value, c.subject.mention, c.polarity) for c in claims} == {
        ("licensed_under", "DeepSeek-R1", "affirmed"),
        ("openness", "Llama 3", "negated"),
    }


def test_furniture_is_set_apart() -> None:
    menu, sources = "Home\nNews\nShop\nKontakt\nMenü", "Quellen\nOpenAI released GPT-4"
    text = f"{menu}\n\n25.04.2024\n\nMeta veröffentlicht Llama 3\n\nMeta hat Llama 3 veröffentlicht.\n\n{sources}"
    source = read_source(text, id="page")

    assert [span.cut(text) for span in source.furniture] == [*menu.split("\n"), *sources.split("\n")]
    assert source.title == "Meta veröffentlicht Llama 3"
    assert source.published == "2024-04-25"
    assert {c.subject.mention for c in _claims(text, "de")} == {"Meta"}
