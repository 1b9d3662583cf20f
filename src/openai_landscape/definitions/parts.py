"""The models that a name stands for: a family's members, those alike in what terms ask taken together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.entities import License, LicenseRecord, Model
from openai_landscape.quantities import PartialDate

Target: TypeAlias = Model | License


@frozen
class Part:
    """Models under the same licences that derive from and take the same: one of them answers for all."""

    target: Target
    names: tuple[str, ...]


def parts(target: Target, catalog: Catalog, on: PartialDate | None = None) -> tuple[Part, ...]:
    """Return the parts of *target*: itself, or its models grouped by what terms can tell apart.

    Of a family only the models count that were out *on* a date, where one is given and any was.

    >>> from openai_landscape.catalogue import catalog
    >>> [part.names for part in parts(catalog().model("Llama 3.2"), catalog())]
    [('Llama 3.2 1B', 'Llama 3.2 3B'), ('Llama 3.2 11B Vision', 'Llama 3.2 90B Vision')]
    """
    if isinstance(target, License):
        return (Part(target, (target.name,)),)
    grouped: dict[object, list[Model]] = {}
    for model in models(target, catalog, on):
        grouped.setdefault(_alike(model, catalog), []).append(model)
    if len(grouped) == 1:
        return tuple(Part(group[0], (target.name,)) for group in grouped.values())
    return tuple(Part(group[0], tuple(each.name for each in group)) for group in grouped.values())


def models(model: Model, catalog: Catalog, on: PartialDate | None = None) -> tuple[Model, ...]:
    """Return the single models that *model* stands for, each with its family's licences where it has none itself.

    Where a date is given, those that were out *on* it; all if none was.
    """
    every = tuple(_leaves(model, (), catalog, frozenset()))
    out = tuple(each for each in every if on is None or each.released is None or each.released.first() <= on.last())
    return out or every


def _leaves(
    model: Model, inherited: tuple[LicenseRecord, ...], catalog: Catalog, seen: frozenset[str]
) -> Iterator[Model]:
    own = model.licenses or tuple(r for r in inherited if not r.members or model.id in r.members)
    held = [catalog.models[name] for name in model.members if name in catalog.models and name not in seen]
    if model.kind == "family" and held:
        for member in held:
            yield from _leaves(member, own, catalog, seen | {model.id})
    elif own and not model.licenses:
        yield model.evolve(licenses=tuple(record.evolve(members=()) for record in own))
    else:
        yield model


def _alike(model: Model, catalog: Catalog) -> object:
    links = tuple((_line(link.model, catalog), link.relation) for link in model.base_models)
    state = (model.weights, model.training_data, model.training_code, model.architecture)
    return (_licences(model), links, model.ancestry, model.developer, model.modalities, state)


def _licences(model: Model) -> object:
    return tuple((each.component, each.license, each.as_written, each.since, each.until) for each in model.licenses)


def _line(name: str, catalog: Catalog) -> object:
    """What terms can tell of a base model: its family and its licences."""
    known = catalog.models.get(name)
    return (known.family or name, known.ancestry, _licences(known)) if known else name
