"""The claims of a source."""

from __future__ import annotations

import attrs

from openai_landscape.entities import Claim, Source
from openai_landscape.reading._claims import Read, claimed, distinct
from openai_landscape.reading._markup import Bare
from openai_landscape.reading._names import NameBook, name_book
from openai_landscape.reading._parse import page, scenes
from openai_landscape.reading.naming import HasNames, default_book, names_of
from openai_landscape.reading.rules.grammar import GRAMMAR


def parse_claims(source: Source, *, catalog: HasNames | None = None) -> tuple[Claim, ...]:
    """Return the claims that *source* makes, in text order, each with its place; any text yields claims or none.

    Names are looked up in *catalog*, the built-in one where none is given. The same text always yields the same claims.

    >>> from openai_landscape.reading import read_source
    >>> claim, *_ = parse_claims(read_source("Meta's model Llama 3 is released under the MIT license.", id="a"))
    >>> claim.predicate.value, claim.subject.mention
    ('released', 'Meta')
    """
    book = default_book() if catalog is None else name_book(names_of(catalog))
    return tuple(read.claim for read in readings(source, book))


def readings(source: Source, book: NameBook) -> list[Read]:
    """Return the claims of *source* with what made them, its names found by *book*."""
    sheet = page(source, book)
    if sheet is None:
        return []
    found = distinct(read for scene in scenes(sheet) for read in claimed(scene, GRAMMAR, source))
    return [_in_place(read, sheet.bare, source) for read in found] if sheet.bare.cuts else found


def _in_place(read: Read, shown: Bare, source: Source) -> Read:
    """Return *read* with its evidence where it stands in the text as it was read, markup and all."""
    places = [shown.place(evidence.start, evidence.end) for evidence in read.claim.evidence]
    evidence = tuple(source.evidence(start, end) for start, end in places)
    return attrs.evolve(read, claim=read.claim.model_copy(update={"evidence": evidence}))
