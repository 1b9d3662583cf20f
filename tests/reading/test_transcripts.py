"""Conversations: each turn is its speaker's word, and what they talk about stays in mind from turn to turn."""

from typing import Final

import pytest

from openai_landscape.entities import Claim, Language, Mention
from openai_landscape.quantities import Quantity
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source
from reading.known_names import BOOK

PODCAST: Final = """The Open Weights Podcast, episode 41

[00:00:12] HOST: Welcome back. My guest today is Priya Natarajan, head of research at Lumen Labs.

[00:00:21] PRIYA: Thanks for having me. Lumen 2 went out on Monday, with 34 billion parameters.

[00:00:30] HOST: Is it open source?

[00:00:32] PRIYA: We call it open weights. We didn't publish the training data, so I wouldn't call it open source.

[00:01:02] HOST: How does Lumen 2 compare with Claude?

[00:01:06] PRIYA: It beats Claude in coding, and it's about on par with GPT-4 in math.

[00:01:20] HOST: And what did you pay?

[00:01:22] PRIYA: It cost less than two million dollars to train.
"""
INTERVIEW: Final = """"Open Source ist für uns kein Marketing"

Interview mit Jonas Weidner, Mitgründer von Kornblume AI

Herr Weidner, Sie haben gerade Kornblume-2 veröffentlicht. Was kann das Modell?

Weidner: Kornblume-2 hat 24 Milliarden Parameter. Auf deutschen Texten liegt es vor GPT-4.

Steht es unter einer freien Lizenz?

Weidner: Ja, unter Apache 2.0. Sie dürfen es kommerziell nutzen.

Und die Trainingsdaten?

Weidner: Die geben wir nicht heraus.
"""
QUESTIONS: Final = """"We won't pretend it's open source": a conversation with Anke Brodersen

Anke Brodersen is CEO of Skagen Labs, the Danish start-up behind the language model Fjord 2.

Q: Fjord 2 came out last week. What's new?

A: It's bigger, for one thing: 52 billion parameters, up from 13 billion in Fjord 1. And it's a mixture of experts now.

Q: You compare it to GPT-4 in your blog post.

A: In English it beats GPT-4 by a wide margin. In code it's nowhere near Qwen3.

Q: And the license?

A: It's our own. You're not allowed to use it for military purposes.
"""
PRAATJE: Final = """De Tokenteller, aflevering 58

WOUTER: Goedemiddag. Bij mij zit Nadia Bouzid, onderzoeker bij Meta. Nadia, vorige week kwam Mistral met Devstral 2.

NADIA: Het is een goed model, met 123 miljard parameters. Maar kijk wel even naar de licentie.

WOUTER: Want?

NADIA: Bedrijven met meer dan 20 miljoen dollar omzet mogen het niet gebruiken. Dus open source is het niet.
"""
SAID: Final[tuple[tuple[Language, str, frozenset[str]], ...]] = (
    (
        "en",
        PODCAST,
        frozenset(
            {
                "- role affirmed: Priya Natarajan -> Lumen Labs",
                "PRIYA has_size affirmed: Lumen 2 -> 34000000000 parameters",
                "PRIYA openness affirmed: Lumen 2 -> open_weights",
                "PRIYA discloses negated: Lumen 2 -> training_data",
                "PRIYA openness negated: Lumen 2 -> open_source",
                "PRIYA compares_to affirmed: Lumen 2 -> Claude",
                "PRIYA compares_to affirmed: Lumen 2 -> GPT-4",
                "PRIYA saves affirmed: Lumen 2 -> 2000000 USD",
            }
        ),
    ),
    (
        "de",
        INTERVIEW,
        frozenset(
            {
                "- role affirmed: Jonas Weidner -> Kornblume AI",
                "- released affirmed: Kornblume AI -> Kornblume-2",
                "Weidner has_size affirmed: Kornblume-2 -> 24000000000 parameters",
                "Weidner compares_to affirmed: Kornblume-2 -> GPT-4",
                "Weidner licensed_under affirmed: Kornblume-2 -> Apache 2.0",
                "Weidner allows affirmed: Kornblume-2 -> commercial_use",
                "Weidner discloses negated: Kornblume-2 -> training_data",
            }
        ),
    ),
    (
        "en",
        QUESTIONS,
        frozenset(
            {
                "- role affirmed: Anke Brodersen -> Skagen Labs",
                "- developed affirmed: Skagen Labs -> Fjord 2",
                "Anke Brodersen has_size affirmed: Fjord 2 -> 52000000000 parameters",
                "Anke Brodersen architecture affirmed: Fjord 2 -> mixture_of_experts",
                "Anke Brodersen compares_to affirmed: Fjord 2 -> GPT-4",
                "Anke Brodersen compares_to affirmed: Fjord 2 -> Qwen3",
                "Anke Brodersen allows negated: Fjord 2 -> military_use",
            }
        ),
    ),
    (
        "nl",
        PRAATJE,
        frozenset(
            {
                "- role affirmed: Nadia Bouzid -> Meta",
                "- released affirmed: Mistral -> Devstral 2",
                "NADIA has_size affirmed: Devstral 2 -> 123000000000 parameters",
                "NADIA capped_at affirmed: Devstral 2 -> 20000000 USD",
                "NADIA openness negated: Devstral 2 -> open_source",
            }
        ),
    ),
)


def told(claim: Claim) -> str:
    """Write *claim* with who says it, or a hyphen where the text itself does."""
    thing = claim.object
    what = thing.mention if isinstance(thing, Mention) else thing
    if isinstance(thing, Quantity):
        what = f"{thing.value:f} {thing.unit}"
    speaker = claim.speaker.mention if claim.speaker is not None else "-"
    return f"{speaker} {claim.predicate.value} {claim.polarity}: {claim.subject.mention} -> {what}"


@pytest.mark.parametrize(("language", "text", "said"), SAID, ids=["podcast", "interview", "questions", "praatje"])
def test_each_turn_is_its_speakers_word_on_what_they_talk_about(
    language: Language, text: str, said: frozenset[str]
) -> None:
    read = {told(each.claim) for each in readings(read_source(text, id="talk", language=language), BOOK)}

    assert read == said
