"""From which models a model derives, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from openai_landscape.catalogue._errors import LineageError
from openai_landscape.entities import BaseModelLink, Model, Relation
from openai_landscape.quantities.base import Value

_LONGEST: Final = 1000


class Ancestor(Value):
    """A model that another derives from.

    `via` is the id of the model that derives from it directly, through `relation`; `distance` is 1 for a base model,
    2 for the base of a base, and so on.
    """

    model: Model
    relation: Relation
    distance: int
    via: str


def ancestors(model: Model, models: Mapping[str, Model]) -> tuple[Ancestor, ...]:
    """Return all that *model* derives from, nearest first, each way to derive once.

    Raises:
        LineageError: If a model is its own ancestor.
        KeyError: If a base model is not among *models*.
    """
    refuse_cycle(model, models)
    found: dict[tuple[str, str, str], Ancestor] = {}
    generation = [model]
    for distance in range(1, _LONGEST):
        links = [(child.id, link) for child in generation for link in child.base_models]
        fresh = [_ancestor(via, link, distance, models) for via, link in links]
        fresh = [each for each in fresh if (each.model.id, each.relation, each.via) not in found]
        if not fresh:
            break
        found.update({(each.model.id, each.relation, each.via): each for each in fresh})
        generation = list({each.model.id: each.model for each in fresh}.values())
    return tuple(found.values())


def _ancestor(via: str, link: BaseModelLink, distance: int, models: Mapping[str, Model]) -> Ancestor:
    return Ancestor(model=models[link.model], relation=link.relation, distance=distance, via=via)


def refuse_cycle(model: Model, models: Mapping[str, Model]) -> None:
    """Refuse a model among whose ancestors it or one of them comes again.

    Raises:
        LineageError: If one does, with the way round.
    """
    done: set[str] = set()
    path: list[str] = []
    ahead: list[tuple[str, Iterator[str]]] = [(model.id, _bases(model))]
    while ahead:
        key, bases = ahead[-1]
        path = [each for each, _ in ahead]
        base = next(bases, None)
        if base is None:
            done.add(key)
            ahead.pop()
        elif base in path:
            raise LineageError((*path[path.index(base) :], base))
        elif base not in done and base in models:
            ahead.append((base, _bases(models[base])))


def _bases(model: Model) -> Iterator[str]:
    return iter(dict.fromkeys(link.model for link in model.base_models))
