"""Which of its names a sentence is about, which only stand beside that, and what it asks of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from openai_landscape.reading._blocks import Block
from openai_landscape.reading._kinds import artifact, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._phrases import SET_BESIDE
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Asked, Scene
from openai_landscape.reading._words import Mark


def owns_a_model(scene: Scene, name: Name, party: Name | None) -> bool:
    """Whether a house in a genitive is named as a maker: "Apples Modell", and not "Apple's App Store".

    Where *party* is spoken of, a thing of another that something is only compared with does not change that.
    """
    beside = party is not None and scene.of("compare", "compete")
    if beside and scene.names_in(scene.start, name.start, artifact):
        return False
    if scene.has(name.end, name.end + 30, "noun_model", "label_head"):
        return True
    return any(
        artifact(thing) and 0 <= thing.start - name.end <= 30 and "," not in scene.level[name.end : thing.start]
        for thing in scene.names
    )


def example(scene: Scene, name: Name) -> bool:
    """Whether *name* only stands for a kind of houses: "companies like Google"."""
    return any(
        0 <= name.start - mark.end <= 5
        or (mark.end < name.start and _ENUMERATED.fullmatch(scene.text, mark.end, name.start) is not None)
        for mark in scene.of("example")
    )


_ENUMERATED: Final = lazily(r"(?: [A-ZÄÖÜ0-9][\w.&'’-]*,?| and| und| en| &)* ")
"""Other names between "such as" and one of them."""


def in_focus(scene: Scene, name: Name) -> bool:
    """Whether the sentence is about *name*: it is not only compared with, nor the laboratory that acts."""
    if example(scene, name):
        return False
    lead = scene.lead(name)
    return lead not in {"than", "since", "source", "base"} and not (lead == "agent" and name.mention.endswith(" AI"))


def things_alone(level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]]) -> tuple[Name, ...]:
    """Return *names* without those that are ways of building, beside others: "a hybrid of Mamba and Transformer"."""
    ways = marks.get("architecture", ())
    if any(_HARDWARE.match(level, name.end) for name in names if name.kind == "organization"):
        names = tuple(n for n in names if n.kind != "organization" or not _HARDWARE.match(level, n.end))
    if not ways:
        return names
    return tuple(
        name
        for name in names
        if not (
            name.artifact
            and (level.startswith(_LAYERS, name.end) or any(level[name.end : way.start] in _BESIDE_WAY for way in ways))
        )
    )


_HARDWARE: Final = lazily(
    r"(?:'s)?[ -](?:(?:[a-z]*\d[\w-]* )?(?:[abgh]\d{2,3}|gpus?|gpu's|chips|grafikkarten|grafikprozessoren"
    r"|videokaarten))\b"
)
"""What makes hardware of a house's name: "2,048 Nvidia H800 GPUs"."""
_LAYERS: Final = (" layer", " block", "-layer", "-schicht", "-lagen", " lagen", " schichten")
_BESIDE_WAY: Final = frozenset({"-", " und ", " and ", " en ", "/", "- und ", "-2 und "})


def of_another(level: str, kind: str, mark: Mark, names: Sequence[Name]) -> bool:
    """Whether the phrase itself says of what or whom: "the licence of Foo-7B", "the models of Meta"."""
    if _SHARE.search(level, max(0, mark.start - 16), mark.start):
        return True
    if kind == "np_licence" and _SOMETHING_ELSE.match(level, mark.end):
        return True
    of = _OF_WHOM.match(level, mark.end) if kind != "np_org" else None
    if of is None:
        return False
    return any(
        of.end() <= name.start <= of.end() + 24 and (artifact(name) or (kind == "np_model" and organization(name)))
        for name in names
        if "," not in level[of.end() : name.start]
    )


_SOMETHING_ELSE: Final = lazily(
    r" (?:texts?|files?|fields?|tags?|badges?|holders?|questions?|debate|landscape|labels?|servers?|keys?|fees?)\b"
)
"""What makes another noun of "the licence": "the licence text"."""
_SHARE: Final = lazily(r"(?:%|percent|prozent|procent) (?:of |der |von |van )?$")
"""Before what is only counted: "95 percent of models"."""
_OF_WHOM: Final = lazily(r" (?:of|von|van|for|für|voor|from) ")


def leads(scene: Scene, name: Name) -> bool:
    """Whether the sentence is about *name*: "shares of Foo rose" is, "a model of Foo's", further on, is not."""
    return scene.lead(name) not in {"agent", "to"} or scene.words_between(scene.start, name.start) <= 3


def entitled(level: str, names: Sequence[Name], title: Block) -> list[Name]:
    """Return the things that the title names, but for what it only sets them beside."""
    things = [name for name in names if title.start <= name.start < title.end and artifact(name)]
    return [n for n in things if not SET_BESIDE.search(level, max(title.start, n.start - 12), n.start)]


def plain(name: Name) -> Name:
    """Return *name* as if it stood there itself, not by a phrase that points back."""
    return attrs.evolve(name, resolved=False, vague=False) if name.resolved or name.vague else name


def leads_in(scene: Scene, somebody: bool) -> str:
    """Return what the items of a list are that *scene* leads in: forbidden, permitted, released by *somebody*."""
    if scene.of("forbid") or (scene.of("permit") and scene.of("negation")):
        return "forbid"
    if scene.of("permit"):
        return "permit"
    return "release" if scene.of("release") and somebody else ""


def asked(scene: Scene) -> Asked | None:
    """Return of what *scene* says or asks whether it is open; None where it denies it."""
    labels = [mark.value for mark in scene.of("label") if mark.value in _ANSWERABLE]
    if not labels or scene.of("negation"):
        return None
    named = tuple(
        name for name in scene.names if artifact(name) and not name.vague and scene.lead(name) in {"", "with"}
    )
    things = named[-1:] or (scene.topic[:1] if scene.of("pronoun", "np_model") else ())
    label = "open_source" if labels[-1] == "open" else labels[-1]
    return Asked(things, label, scene.asks) if things else None


_ANSWERABLE: Final = frozenset({"open_source", "open_weights", "proprietary", "open"})


def aside_from(scene: Scene, name: Name, things: Sequence[Name]) -> bool:
    """Whether *name* is a product's, well within a sentence, where the talk is of *things*, which are models.

    "The model card lists support for vLLM and llama.cpp" goes on about the model.
    """
    models = bool(things) and things[0].kind == "model"
    return models and name.kind == "product" and scene.words_between(scene.start, name.start) > 3
