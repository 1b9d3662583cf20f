"""The page: one HTML file with everything in it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from openai_landscape._version import __version__
from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.checking import check
from openai_landscape.entities import License, Mention, Model, Source
from openai_landscape.reading import parse_claims
from openai_landscape.report._conflicts import opposed
from openai_landscape.report._lineage import HEIGHT, WIDTH, graph
from openai_landscape.report._matrix import OUTCOMES, matrix
from openai_landscape.report._questions import QUESTIONS, START
from openai_landscape.report._texts import STATUSES, Text, filters, texts
from openai_landscape.report._timeline import WIDTH as TIME_WIDTH
from openai_landscape.report._timeline import timeline

MOST_REASONS: Final = 6
"""So many reasons stand in a card; further ones are folded away."""


def render(sources: Iterable[Source], *, catalog: Catalog | None = None) -> str:
    """Return one self-contained HTML page on what *sources* claim: no network, no other file.

    It shows each text with its claims marked and assessed, the models and licences that they name against questions of
    use, the lineage of those models, and claims beside facts in time. Whatever texts, file names and catalogue entries
    hold is shown as text.

    Args:
        sources: The texts, as `read_source` returns them.
        catalog: What claims are held against; the built-in catalogue by default.

    Needs the extra `cli`.

    >>> from openai_landscape.reading import read_source
    >>> page = render([read_source("Meta released Llama 3 under the MIT license. <b>Really.</b>", id="a")])
    >>> "&lt;b&gt;Really.&lt;/b&gt;" in page
    True
    """
    return page(assessed(sources, catalog), catalog)


def assessed(sources: Iterable[Source], catalog: Catalog | None = None) -> tuple[Text, ...]:
    """Return the texts with their claims read and checked, one after the other as *sources* yields them."""
    return texts(
        (source, [check(claim, catalog=catalog, language=source.language) for claim in claims])
        for source in sources
        for claims in (parse_claims(source, catalog=catalog),)
    )


def page(read: Sequence[Text], catalog: Catalog | None = None) -> str:
    """Return the page on texts whose claims have been assessed."""
    known = built_in() if catalog is None else catalog
    named = tuple(_named(read, known))
    table = matrix(named, known)
    style, script = _file("page.css"), _file("page.js")
    return _template().render(
        title=_title(read),
        version=__version__,
        catalog=known,
        texts=read,
        total=sum(len(text.cards) for text in read),
        filters=filters(read),
        statuses=STATUSES,
        conflicts=tuple(opposed(read, known)),
        questions=QUESTIONS,
        matrix=table,
        outcomes=OUTCOMES,
        start=START,
        graph=graph((each for each in named if isinstance(each, Model)), known),
        node_width=WIDTH,
        node_height=HEIGHT,
        time_width=TIME_WIDTH,
        most_reasons=MOST_REASONS,
        timeline=timeline(read, known),
        data={**table.data(), "statuses": list(STATUSES)},
        style=Markup(style),  # noqa: S704 - a file of this package
        style_hash=_hash(style),
        script=Markup(script),  # noqa: S704 - a file of this package
        script_hash=_hash(script),
    )


def _title(read: Sequence[Text]) -> str:
    if len(read) == 1:
        return f"Claims of “{read[0].source.title or read[0].source.id}”"
    return f"Claims of {len(read)} texts"


def _named(read: Sequence[Text], catalog: Catalog) -> Iterator[Model | License]:
    """The models that the claims name, by themselves or in a product, then the licences, each by name and once."""
    claims = [card.claim for text in read for card in text.cards]
    mentions = [each for claim in claims for each in (claim.subject, claim.object) if isinstance(each, Mention)]
    ids = {each.entity for each in mentions if each.entity is not None}
    run = {model for id_ in ids & catalog.products.keys() for model in catalog.products[id_].models}
    models = [catalog.models[id_] for id_ in (ids | run) & catalog.models.keys()]
    licenses = [catalog.licenses[id_] for id_ in (ids - catalog.models.keys()) & catalog.licenses.keys()]
    yield from sorted(models, key=lambda model: (model.name.casefold(), model.id))
    yield from sorted(licenses, key=lambda license_: (license_.name.casefold(), license_.id))


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FunctionLoader(_file)
    )
    return environment.get_template("page.html")


def _file(name: str) -> str:
    return files("openai_landscape.report").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """Return what a content security policy calls an inline file by: only these scripts and styles may run."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
