"""The page that explains a source: it shows the text as it is, marks the claims, and runs nothing."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from openai_landscape.entities import Source, Span
from openai_landscape.reading import explain, parse_claims, read_source
from openai_landscape.reading._overlay import overlay

_OURS = frozenset({"id", "class", "href", "data-claims"})
_ALLOWED = frozenset("html head meta title style body h1 h2 main article ol li pre mark a i span".split())
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]")


class _Page(HTMLParser):
    """The text of the article with each character's claims, and all tags of the page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.claims: list[frozenset[int]] = []
        self.feed(html)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append((tag, dict(attrs)))

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    @override
    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if "article" not in tags or "a" in tags:
            return
        marks = [held["data-claims"] for tag, held in self.open if tag == "mark"]
        numbers = frozenset(int(number) for mark in marks for number in (mark or "").split())
        if "i" in tags:
            data = chr(int(data.removeprefix("U+"), 16))
        self.text += data
        self.claims += [numbers] * len(data)


def _harmless(page: _Page) -> bool:
    return page.tags <= _ALLOWED and not any(
        name.startswith("on") or name in {"src", "style"} for name in page.attributes
    )


@pytest.mark.parametrize(
    "text",
    [
        "The LLM Foo-7B is not open source. <script>alert('Meta')</script>",
        "</article><img src=x onerror=alert(1)> Meta released Llama 3 under the MIT license. &lt;b&gt; &amp;",
        'Meta says: "Llama 3 is open source"><svg onload=alert(1)>',
        "\u202eMeta released\u2066 Llama 3 under the MIT license.\u2069\u0007 <!-- ]]> ' \" `",
        "Meta & OpenAI <b>released</b> Foo-7B under the <i>MIT</i> license, says Sam Altman, CEO of OpenAI.",
    ],
)
def test_hostile_text_is_shown_and_nothing_else(text: str) -> None:
    source = read_source(text, id='"><script>', language="en", title="</title><script>alert(1)</script>")

    page = _Page(explain(source, html=True))

    assert page.text.strip("\n") == text
    assert _harmless(page)


def test_every_claim_is_marked_where_it_stands_and_explained() -> None:
    source = read_source("Meta's model Llama 3 is released under the MIT license. The LLM Foo-7B is not open source.")
    html = explain(source, html=True)
    page = _Page(html)
    claims = parse_claims(source)

    assert claims
    lead = len(page.text) - len(page.text.lstrip("\n"))
    for number, claim in enumerate(claims, 1):
        (evidence,) = claim.evidence
        marked = [at - lead for at, held in enumerate(page.claims) if number in held]
        assert marked == list(range(evidence.start, evidence.end))
        assert f'<li id="claim-{number}"><pre>{claim.predicate.value} [{claim.rule}]' in html


_places = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: (min(ends), max(ends))), max_size=4
)


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=41, max_size=60),
    st.lists(st.tuples(_places, st.text(st.characters(exclude_categories=["Cs"]))), max_size=4),
    _places,
)
def test_any_text_is_kept_with_any_marks(
    text: str, explained: list[tuple[list[tuple[int, int]], str]], furniture: list[tuple[int, int]]
) -> None:
    spans = tuple(Span(start=start, end=end) for start, end in furniture)
    source = Source(id="any", text=text, language="en", furniture=spans)

    page = _Page(overlay(source, explained))

    assert page.text == text
    assert _harmless(page)
    for number, (places, _) in enumerate(explained, 1):
        covered = {at for start, end in places for at in range(start, end)}
        assert {at for at, held in enumerate(page.claims) if number in held} == covered


def test_what_turns_the_direction_of_writing_is_shown_by_its_number() -> None:
    html = explain(read_source("Meta \u202eand\u2066 more", id="a", language="en"), html=True)

    assert _CONTROLS.search(html) is None
    assert "<i>U+202E</i>" in html
