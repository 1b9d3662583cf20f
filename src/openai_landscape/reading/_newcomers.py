"""Models and houses that a sentence brings in without a name: "a start-up has released a model"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from openai_landscape.reading._kinds import organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._place import Place
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Mark


def newcomers(level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]], span: Place) -> list[Name]:
    """Return the models that a sentence brings in without a name, where it also says that somebody brings them out."""
    if not marks.get("release"):
        return []
    found = _stranger(level, names, marks, span)
    if not found and not any(organization(name) for name in names):
        return []
    for mark in marks.get("noun_model", ()):
        start = _after_article(level, max(span.start, mark.start - 60), mark.start)
        near = any(
            (0 <= name.start - mark.end <= 12 and not name.resolved)
            or (name.start < mark.end and mark.start < name.end)
            for name in names
        )
        if (
            start is not None
            and not near
            and not any(name.artifact and not name.resolved and name.end < start for name in names)
            and not _APPLIED.search(level, max(span.start, start - 16), start)
            and not any(n.start < mark.end and start < n.end for n in names)
        ):
            found.append(Name(start, mark.end, "model", "", vague=True))
    return found[:2]


def _stranger(level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]], span: Place) -> list[Name]:
    """Return the organisation that a sentence brings in without a name."""
    if any(organization(name) for name in names):
        return []
    for mark in marks.get("noun_org", ()):
        start = _after_article(level, max(span.start, mark.start - 60), mark.start)
        if start is not None and not any(0 <= name.start - mark.end <= 12 for name in names):
            return [Name(start, mark.end, "organization", "", vague=True)]
    return []


def _after_article(level: str, floor: int, at: int) -> int | None:
    """Return where a noun phrase begins that ends *at* and has an indefinite article, after the article."""
    articles = list(_ARTICLE.finditer(level, floor, at))
    if articles and _FEW.fullmatch(level, articles[-1].end(), at):
        return articles[-1].end()
    return None


_APPLIED: Final = lazily(r"(?:\b(?:as|als)|[–—]) (?:an?|eine?[nms]?|een) $")
"""Before a noun that says what a thing with a name is: "released Foo-7B as an open model"."""
_ARTICLE: Final = lazily(r"(?<!\w)(?:ein|eine|einen|einem|eines|een|a|an(?= [aeiou])) ")
_FEW: Final = lazily(r"(?:[\w-]+,? ){0,4}")
