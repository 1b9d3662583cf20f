"""What must not be read as a claim, though its words are those of claims."""

from typing import Final

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


_NOT_SAID: Final[tuple[tuple[Language, str, str], ...]] = (
    ("de", "Aleph Alpha nennt als Minimum zwei A100-Karten mit je 80 GB.", "counts"),
    ("de", "Vier chinesische Labs veröffentlichen in zwölf Tagen Coding-Modelle.", "released"),
    ("de", "Mistral hat Foo-7B vorgestellt. Ein großer Teil der Palette steht unter Apache 2.0.", "licensed_under"),
    ("de", "Foo-7B ist neu. Es wird mit einem 400M-Parameter-Vision-Encoder ausgeliefert.", "has_size"),
    ("nl", "De voorwaarden van Foo-7B verschillen voor niet-commerciële en commerciële toepassingen.", "limited_to"),
    ("nl", "Meta heeft een open model uitgebracht dat de concurrentie kan aangaan met GPT-4.", "openness"),
    ("en", "Nvidia put Foo-7B into production.", "invests"),
    ("en", "Foo-1B and Foo-3B were pruned from the larger 7B model.", "has_size"),
    ("en", "Foo-7B was released by Hugo Larsen and colleagues in 2023.", "released"),
)


@pytest.mark.parametrize(("language", "text", "predicate"), _NOT_SAID)
def test_what_only_stands_near_is_not_said(language: Language, text: str, predicate: str) -> None:
    found = [claim for claim in _claims(text, language) if claim.predicate.value == predicate]
    assert found == []


def test_a_list_of_tools_does_not_take_the_place_of_the_model() -> None:
    claims = _claims("Foo-7B ist klein. Die Karte listet Werkzeuge wie ChatGPT. Das Modell schlägt Llama 3.", "de")
    assert [claim.subject.mention for claim in claims if claim.predicate.value == "compares_to"] == ["Foo-7B"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kolibri heißt das neue Sprachmodell von Aleph Alpha. Es hat 12 Milliarden Parameter."),
        ("nl", "IJsvogel heet het nieuwe taalmodel van Ai2. Het heeft 12 miljard parameters."),
    ],
)
def test_what_a_model_is_called_may_come_first(language: Language, text: str) -> None:
    sizes = [claim for claim in _claims(text, language) if claim.predicate.value == "has_size"]
    assert [claim.subject.mention for claim in sizes] == [text.split()[0]]
