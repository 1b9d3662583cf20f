"""The phrase books say the same in every language, and every word that code asks for is in them."""

import re
import tomllib
from string import Formatter
from typing import get_args

import pytest

from openai_landscape.catalogue import catalog
from openai_landscape.checking import _allowed, _structure
from openai_landscape.checking._caps import caps
from openai_landscape.checking._say import LANGUAGES, Names, in_language, phrases, say, spoken
from openai_landscape.checking._words import folded, meaning, words_of
from openai_landscape.entities import Language, Model
from openai_landscape.quantities import Day, PartialDate
from openai_landscape.terms import WINDOW_RULES
from openai_landscape.use import FACTS
from shared_material import ROOT


def slots(text: str) -> set[str]:
    """The names of the slots of a phrase."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_slots(language: Language) -> None:
    ours, english = phrases(language), phrases("en")

    assert ours.keys() == english.keys()
    assert {key: slots(text) for key, text in ours.items()} == {key: slots(text) for key, text in english.items()}


def test_every_key_that_code_names_is_there() -> None:
    sources = (ROOT / "src/openai_landscape/checking").glob("*.py")
    named = {key for path in sources for key in re.findall(r'\b(?:say|Word)\("([a-z_-]+)"', path.read_text("utf-8"))}

    assert named
    assert named <= phrases("en").keys()


def test_every_word_that_is_built_is_there() -> None:
    known = phrases("en").keys()
    measures = [fact.measure for fact in FACTS.values() if fact.measure is not None]

    assert {f"measure-{each.quantity}" for each in measures} <= known
    assert {f"{who}-{each.breadth}" for each in measures for who in ("whose", "earner")} <= known
    assert {f"window-{name.replace('_', '-')}" for name in WINDOW_RULES} <= known
    assert {f"do-{name}" for name in _allowed.DOINGS} <= known
    assert {f"who-{name}" for name in _allowed.ACCESS} <= known
    assert {f"architecture-{name}" for name in _structure.WORDED} <= known
    states = [name for field in ("weights", "training_data", "training_code") for name in _literals(field)]
    assert {f"state-{name}" for name in states if name != "unknown"} <= known


def _literals(field: str) -> list[str]:
    annotation = Model.model_fields[field].annotation
    return [name for part in get_args(annotation) for name in get_args(part)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "18 April 2024"), ("de", "18. April 2024"), ("nl", "18 april 2024")],
)
def test_dates_are_written_as_each_language_does(language: Language, text: str) -> None:
    assert in_language(PartialDate("2024-04-18"), language) == text


@pytest.mark.parametrize(("language", "text"), [("en", "1,234.5"), ("de", "1.234,5"), ("nl", "1.234,5")])
def test_numbers_are_written_as_each_language_does(language: Language, text: str) -> None:
    from decimal import Decimal

    assert in_language(Decimal("1234.5"), language) == text


def test_lists_end_as_each_language_ends_them() -> None:
    said = say("derives", name="A", bases=Names(("B", "C", "D")))

    assert [spoken(said)[language] for language in ("de", "en", "nl")] == [
        "A stammt ab von B, C und D.",
        "A derives from B, C and D.",
        "A is afgeleid van B, C en D.",
    ]


@pytest.mark.parametrize(
    ("kind", "word", "means"),
    [
        ("purpose", "forschungszwecke", "research"),
        ("purpose", "niet commercieel", "non_commercial"),
        ("activity", "weitergabe", "distribution"),
        ("territory", "europese unie", "EU"),
        ("title", "oprichter", "founder"),
        ("purpose", "teleportation", None),
    ],
)
def test_words_mean(kind: str, word: str, means: str | None) -> None:
    assert meaning(kind, word) == means


def test_a_form_has_one_meaning_of_its_kind() -> None:
    book = tomllib.loads((ROOT / "src/openai_landscape/checking/words.toml").read_text(encoding="utf-8"))
    for kind, table in book.items():
        forms = [folded(form) for each in table.values() for form in each]

        assert len(forms) == len(set(forms)), kind


def test_sharp_s_is_read_as_it_is_folded() -> None:
    assert meaning("territory", folded("Großbritannien")) == "GB"


def test_longer_runs_of_words_come_first() -> None:
    assert words_of("chief executive officer")[0] == "chief executive officer"


def test_every_cap_of_every_licence_can_be_told() -> None:
    from openai_landscape.checking._caps import cap_sentence, duty_sentence

    for license_ in catalog().licenses.values():
        for cap in caps(license_, catalog(), Day("2026-01-01")):
            sentence = duty_sentence(cap) if cap.outcome is None else cap_sentence(cap)
            assert all(cap.license.name in text for text in spoken(sentence).values())
