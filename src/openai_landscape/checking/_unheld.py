"""What the catalogue holds nothing about, each with the reason; and the few comparisons that its numbers settle."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import say
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.entities import Model, Predicate

_WHY: Final = MappingProxyType(
    {
        Predicate.STATES: "a statement or opinion: no recorded fact and no clause decides it",
        Predicate.COMPETES_WITH: "who rivals whom is a judgement, not a recorded fact",
        Predicate.PARTNERS_WITH: "partnerships are not recorded",
        Predicate.COMPARES_TO: "which of two is better is a judgement; the catalogue holds no measurements",
        Predicate.SAVES: "costs and prices are not recorded",
        Predicate.INVESTS: "investments are not recorded",
        Predicate.STANDS_FOR: "what an abbreviation is short for is not recorded",
    }
)


def judge_unheld(scene: Scene) -> Judged:
    """Say why the catalogue cannot tell."""
    return unknown(_WHY[scene.claim.predicate])


def judge_comparison(scene: Scene) -> Judged:
    """Judge "X is smaller than Y" by the recorded sizes; other comparisons are judgements."""
    relation = scene.claim.qualifiers.get("relation", "")
    ours, theirs = scene.subject("model"), scene.find(scene.said, "model")
    if relation not in ("smaller", "larger") or not isinstance(ours, Model) or not isinstance(theirs, Model):
        return judge_unheld(scene)
    mine, other = _sizes(scene, ours), _sizes(scene, theirs)
    if not mine or not other:
        return unknown(f"the sizes of {ours.name} and {theirs.name} are not both on record")
    told = tuple(fact(each, "parameters", size) for each, sizes in ((ours, mine), (theirs, other)) for size in sizes)
    small, large = (mine, other) if relation == "smaller" else (other, mine)
    right = say("sizes", name=ours.name, size=max(mine), other=theirs.name, than=max(other))
    if max(small) < min(large):
        return Judged(Truth.TRUE, told)
    return Judged(Truth.FALSE if min(small) >= max(large) else Truth.SPLIT, told, right)


def _sizes(scene: Scene, model: Model) -> list[int]:
    sizes = model.parameters or tuple(size for each in scene.models(model) for size in each.parameters)
    return [size.total for size in sizes if size.total is not None]
