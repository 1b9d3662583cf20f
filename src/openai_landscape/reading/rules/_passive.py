"""Whether a verb stands in the passive: by an auxiliary that governs it, and not another verb of its clause."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import artifact
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._slots import follows


def in_passive(scene: Scene, part: Clause, mark: Mark) -> bool:
    """Whether an auxiliary of the passive in *part* governs the verb at *mark*: "was released by Foo"."""
    return any(_governs(scene, auxiliary, mark) for auxiliary in scene.within(part.start, part.end, "passive"))


def _governs(scene: Scene, auxiliary: Mark, mark: Mark) -> bool:
    """Whether no other verb parts the two: "has been busy and released Foo-7B", "is clear that Bar built it"."""
    if mark.start <= auxiliary.start < mark.end:
        return False  # "is working on"
    if scene.level.startswith(_HIS, auxiliary.start) and scene.has(auxiliary.end, auxiliary.end + 30, "noun_model"):
        return False
    if auxiliary.start >= mark.end:
        return True
    if _ANOTHER.search(scene.level, auxiliary.end, mark.start):
        return False
    if _AND.search(scene.level, auxiliary.end, mark.start) is None:
        return True
    objects = scene.names_in(mark.start, mark.end, artifact) or follows(scene, mark.end, artifact, 4)
    return not any(scene.lead(thing) in {"", "with"} for thing in objects)


_HIS: Final = "zijn "
"""Dutch for "are", and for "its": "heeft zijn grootste model uitgebracht"."""
_ANOTHER: Final = lazily(r"\b(?:that|dass|dat|has|have|had|hat|haben|hatten?|heeft|hebben|hadden)\b")
_AND: Final = lazily(r"\b(?:and|but|und|aber|en|maar)\b")
