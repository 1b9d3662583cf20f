"""What somebody says."""

from __future__ import annotations

from typing import Final

from openai_landscape.entities import Predicate
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._speech import Speech, speeches
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule


@rule("speech.quoted", Predicate.STATES, "speech call as_reported source +quote")
def states(scene: Scene) -> Drafts:
    """Somebody's words, quoted or reported."""
    for speech in speeches(scene):
        if speech.text_start is None or speech.text_end is None or speech.speaker is None:
            continue
        content = scene.text[speech.text_start : speech.text_end].strip(" ,\n")
        if len(content) >= speech.least and not _only_a_label(scene, speech.text_start, content):
            yield _stated(scene, speech, content)


def _only_a_label(scene: Scene, start: int, content: str) -> bool:
    """Whether only a label is quoted, which is no statement: calls it "open source"."""
    return any(mark.start - start <= 1 and len(content) - (mark.end - mark.start) <= 2 for mark in scene.of("label"))


def _stated(scene: Scene, speech: Speech, content: str) -> Draft:
    assert speech.speaker is not None
    assert speech.text_start is not None
    assert speech.text_end is not None
    begin, end = speech.text_start, speech.text_end
    if scene.start <= speech.speaker.start < scene.end and abs(speech.speaker.start - begin) < 160:
        begin, end = reach((begin, end), at(speech.speaker))
    return Draft(
        Predicate.STATES,
        speech.speaker,
        content,
        begin,
        end,
        speech.text_start,
        "affirmed",
        speaker=speech.speaker,
        exact=True,
    )


RULES: Final = (states,)
