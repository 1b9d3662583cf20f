"""The lineage of the models that the texts name, laid out as a graph: bases on the left, what is made of them right."""

from __future__ import annotations

import graphlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.entities import Model

WIDTH: Final = 190
HEIGHT: Final = 44
ACROSS: Final = 340
DOWN: Final = 56
MARGIN: Final = 12

MEMBER: Final = "member"
"""What joins a family to one of its models: no derivation, but it shows where the model belongs."""


@frozen
class Link:
    """That a model derives from another, and how; by id."""

    base: str
    model: str
    relation: str


@frozen
class Node:
    """A model in its place; `named` where a text names it."""

    model: Model
    x: int
    y: int
    named: bool

    @property
    def license(self) -> str:
        """The licences that its weights carry or carried, as far as recorded."""
        written = (r.license or r.as_written for r in self.model.licenses if r.component == "weights")
        return ", ".join(dict.fromkeys(filter(None, written))) or "no licence recorded"


@frozen
class Edge:
    """An arrow from a base to what is made of it."""

    base: Node
    node: Node
    relation: str

    @property
    def path(self) -> str:
        """The curve, as SVG draws it."""
        x, y = self.base.x + WIDTH, self.base.y + HEIGHT // 2
        to_x, to_y = self.node.x, self.node.y + HEIGHT // 2
        bend = (to_x - x) // 2
        return f"M{x} {y}C{x + bend} {y} {to_x - bend} {to_y} {to_x - 3} {to_y}"


@frozen
class Graph:
    """The nodes and edges with the size of the whole."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def width(self) -> int:
        """The width of the drawing."""
        return max((node.x for node in self.nodes), default=0) + WIDTH + MARGIN

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return max((node.y for node in self.nodes), default=0) + HEIGHT + MARGIN


def graph(named: Iterable[Model], catalog: Catalog) -> Graph:
    """Return the models that *named* ones derive from, and those made of them directly, where there are any."""
    wanted = {model.id: model for model in named}
    links = tuple(dict.fromkeys((*_upstream(wanted.values(), catalog), *_downstream(wanted, catalog))))
    links = _without_cycles((*links, *_memberships(wanted.values(), links)))
    models = wanted | {id_: catalog.models[id_] for link in links for id_ in (link.base, link.model)}
    nodes = {
        id_: Node(models[id_], MARGIN + layer * ACROSS, MARGIN + row * DOWN, id_ in wanted)
        for id_, (layer, row) in _places(links).items()
    }
    return Graph(tuple(nodes.values()), tuple(Edge(nodes[x.base], nodes[x.model], x.relation) for x in links))


def _upstream(models: Iterable[Model], catalog: Catalog) -> Iterator[Link]:
    for model in models:
        for each in catalog.lineage(model):
            yield Link(each.model.id, each.via, _words(each.relation))


def _downstream(named: dict[str, Model], catalog: Catalog) -> Iterator[Link]:
    """What is made of a named model, or of a member of a named family; a family stands for its own members."""
    bases = named.keys() | {member for model in named.values() for member in model.members}
    found = [(model, link) for model in catalog.models.values() for link in model.base_models if link.model in bases]
    made = {model.id for model, _ in found}
    for model, link in found:
        if model.family not in made:
            yield Link(link.model, model.id, _words(link.relation))


def _memberships(named: Iterable[Model], links: tuple[Link, ...]) -> Iterator[Link]:
    """Join to its family each model that something is made of, unless it derives from something itself."""
    joined = {link.base for link in links} - {link.model for link in links}
    for model in named:
        yield from (Link(model.id, member, MEMBER) for member in model.members if member in joined)


def _without_cycles(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Leave memberships out where a family derives from one of its own models: a drawing needs a left and a right."""
    try:
        graphlib.TopologicalSorter(_bases(links)).prepare()
    except graphlib.CycleError:
        return tuple(link for link in links if link.relation != MEMBER)
    return links


def _bases(links: tuple[Link, ...]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        found[link.model].append(link.base)
    return found


def _words(relation: str) -> str:
    return relation.replace("_", " ")


def _places(links: tuple[Link, ...]) -> dict[str, tuple[int, int]]:
    """The layer and the row of each model: right of all its bases, in the row of the first of them or below it."""
    bases = _bases(links)
    made: defaultdict[str, list[str]] = defaultdict(list)
    for link in sorted(links, key=lambda each: (each.relation == MEMBER, each.model)):
        made[link.base].append(link.model)
    layers: dict[str, int] = {}
    for id_ in graphlib.TopologicalSorter(bases).static_order():
        layers[id_] = 1 + max((layers[base] for base in bases.get(id_, ())), default=-1)
    rows = _rows(sorted(id_ for id_, layer in layers.items() if layer == 0), made)
    return {id_: (layers[id_], row) for id_, row in rows.items()}


def _rows(roots: Iterable[str], made: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Depth first: what is made first of a model stands beside it, all else in a new row below."""
    rows: dict[str, int] = {}
    last = -1
    for root in roots:
        ahead = [(root, True)]
        while ahead:
            id_, below = ahead.pop()
            if id_ not in rows:
                last += below
                rows[id_] = last
                fresh = [child for child in made.get(id_, ()) if child not in rows]
                ahead += reversed([(child, number > 0) for number, child in enumerate(fresh)])
    return rows
