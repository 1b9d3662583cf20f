"""How the text stands to what it says: the modality first, then ways of saying it."""

import pytest

from openai_landscape.entities import Language, Modality
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source
from reading.known_names import BOOK


@pytest.mark.parametrize(
    ("language", "modality", "text"),
    [
        ("de", "alleged", "Angeblich ist Foo-7B Open Source."),
        ("de", "alleged", "Foo-7B soll unter der MIT-Lizenz stehen."),
        ("de", "reported", "Laut Meta ist Llama 3 Open Source."),
        ("de", "reported", "Meta zufolge ist Llama 3 Open Source."),
        ("de", "reported", "Meta vermarktet Llama 3 als Open Source."),
        ("de", "reported", "Sam Altman sagte, Llama 3 sei Open Source."),
        ("de", "reported", "Meta behauptet, dass Llama 3 Open Source ist."),
        ("de", "possible", "Llama 4 könnte unter der MIT-Lizenz erscheinen."),
        ("de", "forecast", "Meta wird Llama 4 im Herbst veröffentlichen."),
        ("de", "forecast", "Meta will Llama 4 veröffentlichen."),
        ("de", "asserted", "Llama 3 wird von Meta veröffentlicht."),
        ("de", "forecast", "Meta plant, Llama 4 zu veröffentlichen."),
        ("de", "reported", "Das Modell Foo-7B sei Open Source, erklärte Sam Altman."),
        ("de", "alleged", "Das angeblich quelloffene Modell Foo-7B ist da."),
        ("nl", "alleged", "Naar verluidt is Foo-7B open source."),
        ("nl", "reported", "Volgens Meta is Llama 3 open source."),
        ("nl", "possible", "Llama 4 zou onder de MIT-licentie kunnen vallen."),
        ("nl", "forecast", "Meta zal Llama 4 uitbrengen."),
        ("nl", "reported", "Meta noemt Llama 3 open source."),
        ("nl", "reported", "Sam Altman zei dat Llama 3 open source is."),
        ("nl", "reported", "Meta zegt dat Llama 3 open source is."),
        ("nl", "forecast", "Meta gaat Llama 4 uitbrengen."),
        ("nl", "forecast", "Meta wil Llama 4 dit najaar uitbrengen."),
        ("en", "alleged", "Foo-7B is allegedly open source."),
        ("en", "alleged", "Reportedly, Foo-7B is under the MIT license."),
        ("en", "reported", "According to Meta, Llama 3 is open source."),
        ("en", "reported", "Meta claims that Llama 3 is open source."),
        ("en", "reported", "Meta calls Llama 3 open source."),
        ("en", "possible", "Llama 4 might be open source."),
        ("en", "forecast", "Meta will release Llama 4 in the fall."),
        ("en", "forecast", "Meta plans to release Llama 4."),
        ("en", "reported", "Sam Altman said Llama 3 is open source."),
        ("en", "reported", "Meta markets Llama 3 as open source."),
        ("en", "asserted", "Llama 3 may only be used for research."),
        ("en", "asserted", "Foo-7B may be used commercially."),
        ("de", "asserted", "Foo-7B darf kommerziell genutzt werden."),
    ],
)
def test_the_modality_is_read(language: Language, modality: Modality, text: str) -> None:
    claims = [read.claim for read in readings(read_source(text, id="text", language=language), BOOK)]

    assert modality in {claim.modality for claim in claims if claim.predicate != "states"}, claims


@pytest.mark.parametrize(
    ("language", "speaker", "text"),
    [
        ("de", "Meta", "Laut Meta ist Foo-7B Open Source."),
        ("de", "Sam Altman", "Foo-7B sei Open Source, sagte Sam Altman."),
        ("nl", "Meta", "Volgens Meta is Foo-7B open source."),
        ("en", "Sam Altman", "Sam Altman said that Foo-7B is open source."),
        ("en", "Amanda Brock", "Amanda Brock: Foo-7B is open source."),
        ("en", "Meta", "Meta's claim that Llama 3 is open source is complicated by its terms."),
        ("de", "Meta", "Meta hat Foo-7B nach eigenen Angaben als Open Source veröffentlicht."),
        ("nl", "Meta", "Meta zegt Foo-7B als open source te hebben uitgebracht."),
        ("de", "Meta", "Metas Behauptung, dass Llama 3 Open Source sei, wird oft wiederholt."),
    ],
)
def test_whose_word_it_is(language: Language, speaker: str, text: str) -> None:
    claims = [read.claim for read in readings(read_source(text, id="text", language=language), BOOK)]

    assert {claim.speaker.mention for claim in claims if claim.speaker and claim.predicate == "openness"} == {speaker}
