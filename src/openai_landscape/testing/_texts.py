"""Strategies for texts that are read, and for what they claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from openai_landscape.entities import PREDICATES, Claim, ClaimDate, Evidence, Language, Mention, Source, Span
from openai_landscape.entities.claim import Modality, ObjectKind, Polarity, Predicate
from openai_landscape.quantities import FrozenMapping
from openai_landscape.testing._values import names, partial_dates, quantities

_SENTENCES: Final = (
    "Acme released Foo 7B on 18 April 2024.",
    "Das Modell ist quelloffen – sagt der Hersteller.",
    "Het model mag door iedereen gebruikt worden.",
    "Products with more than 700 million users need a licence. \U0001f9e0",
    "\ufeffzero\u200bwidth e\u0301 \u202eoverride",
    "\n\n",
)


def texts() -> SearchStrategy[str]:
    """Return texts in several languages, and any other text."""
    whole = st.lists(st.sampled_from(_SENTENCES), max_size=4).map(" ".join)
    return whole | st.text(st.characters(codec="utf-8"), max_size=80)


def spans(text: str) -> SearchStrategy[Span]:
    """Return places in *text*.

    >>> from hypothesis import find
    >>> find(spans("some words"), lambda span: span.cut("some words") == "words")
    Span(start=5, end=10)
    """
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return places.map(lambda place: Span(start=min(place), end=max(place)))


@st.composite
def sources(draw: DrawFn) -> Source:
    """Return texts as they were read, with language, title, author, date and furniture.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(sources())
    ... def test_furniture_stands_in_the_text(source):
    ...     assert all(span.end <= len(source.text) for span in source.furniture)
    >>> test_furniture_stands_in_the_text()
    """
    text = draw(texts())
    return Source(
        id=draw(st.sampled_from(("article-1", "article-2"))),
        text=text,
        language=draw(st.none() | st.sampled_from(get_args(Language))),
        title=draw(st.none() | names()),
        author=draw(st.none() | names()),
        published=draw(st.none() | partial_dates()),
        furniture=tuple(draw(st.lists(spans(text), max_size=2))),
    )


@st.composite
def evidence(draw: DrawFn) -> Evidence:
    """Return the words of a source that a claim rests on."""
    source = draw(sources())
    span = draw(spans(source.text))
    return source.evidence(span.start, span.end)


def mentions() -> SearchStrategy[Mention]:
    """Return parties and artifacts as texts name them, some of them known to the catalogue."""
    known = Mention(mention="Llama-3", entity="llama-3", name="Llama 3")
    return st.just(known) | st.builds(Mention, mention=names())


def claims() -> SearchStrategy[Claim]:
    """Return claims with every predicate, and every sort of object that it takes.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(claims())
    ... def test_a_claim_has_a_subject(claim):
    ...     assert claim.subject.mention
    >>> test_a_claim_has_a_subject()
    """
    optional: dict[str, SearchStrategy[object]] = {
        "polarity": st.sampled_from(get_args(Polarity)),
        "modality": st.sampled_from(get_args(Modality)),
        "speaker": mentions(),
        "when": st.builds(ClaimDate, date=st.none() | partial_dates(), text=names()),
        "said_on": partial_dates(),
        "qualifiers": st.dictionaries(st.sampled_from(("manner", "title", "relation")), names(), max_size=2),
        "evidence": st.lists(evidence(), max_size=2),
    }
    said = st.sampled_from(tuple(Predicate)).flatmap(_said)
    return st.builds(_claim, said, mentions(), st.fixed_dictionaries({}, optional=optional))


def _said(predicate: Predicate) -> SearchStrategy[tuple[Predicate, object]]:
    rule = PREDICATES[predicate]
    words = names() if rule.words is None else st.sampled_from(sorted(rule.words))
    of: dict[ObjectKind, SearchStrategy[object]] = {
        "mention": mentions(),
        "quantity": quantities(),
        "text": words,
        "none": st.none(),
    }
    return st.tuples(st.just(predicate), st.one_of([of[kind] for kind in sorted(rule.objects)]))


def _claim(said: tuple[Predicate, object], subject: Mention, facts: Mapping[str, object]) -> Claim:
    return Claim.model_validate({**facts, "predicate": said[0], "object": said[1], "subject": subject})


def mappings() -> SearchStrategy[FrozenMapping[str, int]]:
    """Return frozen mappings."""
    return st.dictionaries(names(), st.integers(-3, 3), max_size=4).map(FrozenMapping)
