"""The page holds what it was given, as text, in place, and needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openai_landscape.catalogue import Catalog, catalog
from openai_landscape.checking import Assessment
from openai_landscape.entities import License, Model, Source, Span
from openai_landscape.reading import parse_claims, read_source, seeds
from openai_landscape.report import STATUSES, Text, page, render
from openai_landscape.report._texts import texts
from report.conftest import Told, assessment
from report.markup import Node, read

HOSTILE: Final = (
    "</script><script>hacked()</script>",
    "<img src=x onerror=hacked()>",
    '" onmouseover="hacked()" x=\'',
    "</title></style></template></mark></textarea><svg onload=hacked()>",
    "<!-- --> ]]> {{ 7 * 7 }} {% raw %} &lt;b&gt; &amp; \u2028 $& \\u003c",
    "javascript:hacked()",
)

ENGLISH: Final = Source(id="a.txt", text="Meta says that Llama 3 is open source. It is not.", language="en")

Make = Callable[[Source, list[Told]], Text]


@pytest.fixture(scope="module")
def evil() -> Catalog:
    """A catalogue whose every name and summary tries to be markup."""
    mit = catalog().license("mit")
    terms = [term.evolve(summary=f"{term.summary} {HOSTILE[0]}{HOSTILE[1]}") for term in mit.terms]
    license_ = mit.evolve(id="evil", name=HOSTILE[1], aliases=(), series=None, spdx=None, terms=terms)
    base = Model(
        id="evil-base",
        name=HOSTILE[2],
        ancestry="none",
        released="2024-01",
        licenses=[{"license": "evil", "source": HOSTILE[0]}],
    )
    model = Model(
        id="evil-model",
        name=HOSTILE[0],
        ancestry="known",
        base_models=[{"model": "evil-base", "relation": "finetune"}],
        released="2024-02-03",
        leaked="2024",
        leaked_to=[HOSTILE[3]],
        licenses=[
            {"license": None, "as_written": HOSTILE[3], "source": "x", "until": "2024-03"},
            {"license": "evil", "source": "x", "since": "2024-03"},
        ],
    )
    return catalog().extend([license_, base, model])


@pytest.fixture(scope="module")
def attacked(evil: Catalog, told: Make) -> str:
    """A page on texts, titles, authors, file names and catalogue entries that all try to be markup."""
    text = "\n".join(HOSTILE)
    mention = {"mention": HOSTILE[1], "entity": "evil-model", "name": HOSTILE[0]}
    parts: dict[str, object] = {
        "predicate": "released",
        "subject": mention,
        "object": mention | {"entity": "evil"},
        "speaker": {"mention": HOSTILE[2]},
        "when": {"date": "2024-02", "text": HOSTILE[4]},
        "qualifiers": {"manner": HOSTILE[3]},
    }
    source = Source(id=HOSTILE[0], text=text, title=HOSTILE[1], author=HOSTILE[2], published="2024-04", language="en")
    return page([told(source, [(words, "imprecise", parts) for words in HOSTILE])], evil)


@pytest.fixture(scope="module")
def seeds_page() -> Node:
    """The five texts with all their claims; how these stand to the record is no matter here."""
    statuses = itertools.cycle(STATUSES)
    return read(
        page(
            texts(
                (source, [Assessment(claim=claim, status=next(statuses)) for claim in parse_claims(source)])
                for source in seeds()
            )
        )
    )


def sources_shown(document: Node) -> list[str]:
    """The texts as a reader of the page sees them, without the numbers of the claims."""
    return [block.text(without="sup") for block in document.all("div", class_="source")]


def outside(document: Node) -> Iterator[str]:
    """Whatever would make a browser fetch something."""
    for node in document.walk():
        for name in ("src", "srcset", "data", "action", "formaction", "poster", "background", "style"):
            if name in node.attributes:
                yield f"<{node.name} {name}>"
        if not node.attributes.get("href", "#").startswith("#"):
            yield f"<{node.name} href={node.attributes['href']!r}>"
        if node.name in ("link", "base", "iframe", "object", "embed", "img", "image", "use", "video", "audio"):
            yield f"<{node.name}>"


def handlers(document: Node) -> list[str]:
    return [name for node in document.walk() for name in node.attributes if name.startswith("on")]


def content(document: Node, name: str) -> list[str]:
    return [node.text() for node in document.all(name) if node.attributes.get("type") != "application/json"]


def test_a_page_needs_no_network_and_no_other_file(seeds_page: Node) -> None:
    assert list(outside(seeds_page)) == []
    assert (
        re.findall(r"url\((?!#)|@import|fetch\(|XMLHttpRequest|import\(", "".join(content(seeds_page, "style"))) == []
    )
    assert re.findall(r"fetch|XMLHttpRequest|WebSocket|import", "".join(content(seeds_page, "script"))) == []


def test_only_the_pages_own_script_and_style_may_run(seeds_page: Node) -> None:
    (policy,) = seeds_page.all("meta", http_equiv="Content-Security-Policy")
    (script,), (style,) = content(seeds_page, "script"), content(seeds_page, "style")
    allowed = dict(rule.split(maxsplit=1) for rule in policy.attributes["content"].split("; "))

    def by_hash(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert allowed == {
        "default-src": "'none'",
        "script-src": by_hash(script),
        "style-src": by_hash(style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_each_seed_stands_in_the_page_as_it_was_read(seeds_page: Node) -> None:
    assert sources_shown(seeds_page) == [source.text.replace("\r\n", "\n") for source in seeds()]


def test_each_claim_is_marked_on_its_own_words(seeds_page: Node) -> None:
    marked: defaultdict[str, str] = defaultdict(str)
    for mark in seeds_page.all("mark"):
        for number in mark.attributes["data-claims"].split():
            marked[number] += mark.text()
    quoted = {
        card.attributes["data-claim"]: "".join(quote.text() for quote in card.all("blockquote")).replace("\r\n", "\n")
        for card in seeds_page.all("article")
    }
    numbers = [link.attributes["data-claim"] for block in seeds_page.all("sup") for link in block.all("a")]

    assert marked == quoted
    assert sorted(numbers, key=int) == list(quoted)


def test_no_two_elements_share_an_id_and_every_reference_is_met(seeds_page: Node) -> None:
    ids = [node.attributes["id"] for node in seeds_page.walk() if "id" in node.attributes]
    asked = {
        target
        for node in seeds_page.walk()
        for name in ("aria-labelledby", "aria-controls", "aria-describedby", "popovertarget", "for")
        for target in node.attributes.get(name, "").split()
    }
    asked |= {node.attributes["href"].removeprefix("#") for node in seeds_page.all("a")}

    assert len(ids) == len(set(ids))
    assert asked - set(ids) == set()


def test_markup_in_texts_names_and_entries_stays_text(attacked: str) -> None:
    document = read(attacked)

    assert sources_shown(document) == ["\n".join(HOSTILE)]
    assert len(document.all("script")) == 2
    assert len(document.all("style")) == 1
    assert len(document.all("svg")) == 2
    assert list(outside(document)) == []
    assert handlers(document) == []
    assert document.all("h3", id="text-1-title")[0].text() == HOSTILE[1]
    assert HOSTILE[0] in document.all("table", class_="matrix")[0].text()
    assert HOSTILE[3] in document.all("svg", class_="time")[0].text()
    assert "49" not in document.all("div", class_="source")[0].text()


def test_data_for_the_script_cannot_end_its_block(attacked: str) -> None:
    (block,) = read(attacked).all("script", type="application/json")
    data = json.loads(block.text())

    assert data["statuses"] == list(STATUSES)
    assert not set("<>&'") & set(block.text())


@given(st.text(max_size=60), st.text(max_size=20))
@example("</mark><script>x</script>", "\r\n\x00")
@example("", "")
def test_any_text_is_shown_as_it_is(text: str, title: str) -> None:
    markup = page(texts([(Source(id=title or "x", text=text, title=title), [])]))
    shown = sources_shown(read(markup))

    assert shown == [text]


@pytest.mark.parametrize(
    ("claims", "marks"),
    [
        ([("Llama 3", "supported")], [("Llama 3", "1", "supported")]),
        (
            [("Llama 3 is open", "supported"), ("open source", "contradicted")],
            [("Llama 3 is ", "1", "supported"), ("open", "1 2", "contradicted many"), (" source", "2", "contradicted")],
        ),
        (
            [("Meta says that Llama 3 is open source", "imprecise"), ("Llama 3", "unverifiable")],
            [
                ("Meta says that ", "1", "imprecise"),
                ("Llama 3", "1 2", "imprecise many"),
                (" is open source", "1", "imprecise"),
            ],
        ),
        (
            [("Llama 3", "supported"), ("Llama 3", "outdated"), ("Llama 3", "imprecise")],
            [("Llama 3", "1 2 3", "outdated many")],
        ),
        (
            [("Meta says", "supported"), (" that", "outdated")],
            [("Meta says", "1", "supported"), (" that", "2", "outdated")],
        ),
    ],
    ids=["alone", "overlapping", "nested", "the same words", "side by side"],
)
def test_claims_that_overlap_are_all_marked(
    told: Make, claims: list[tuple[str, str]], marks: list[tuple[str, str, str]]
) -> None:
    document = read(page([told(ENGLISH, [(words, status, {}) for words, status in claims])]))
    found = [(mark.text(), mark.attributes["data-claims"], mark.attributes["class"]) for mark in document.all("mark")]

    assert found == marks
    assert sources_shown(document) == [ENGLISH.text]
    assert sorted(link.text() for link in document.all("sup")) == [str(n) for n in range(1, len(claims) + 1)]


def test_furniture_is_set_apart(told: Make) -> None:
    source = ENGLISH.evolve(furniture=[Span(start=0, end=9), Span(start=39, end=49)])
    document = read(page([told(source, [("Llama 3", "supported", {})])]))

    assert [node.text() for node in document.all("span", class_="furniture")] == ["Meta says", "It is not."]
    assert sources_shown(document) == [ENGLISH.text]


def test_a_card_tells_status_clause_correction_and_evidence(told: Make) -> None:
    parts: dict[str, object] = {"modality": "reported", "speaker": {"mention": "Meta"}}
    document = read(page([told(ENGLISH, [("Llama 3 is open source", "contradicted", parts)])]))
    (card,) = document.all("article")
    said = " ".join(card.text().split())

    for words in (
        "contradicted",
        "Llama 3: openness open source",
        "reported, says Meta",
        "Rather: Llama 3's weights are open, under terms.",
        "Section 2 reserves rights above 700 million users. llama-3-community 2",
        "Llama 3 is open source",
        "characters 15 to 37",
    ):
        assert words in said


def test_claims_at_odds_are_listed_with_what_the_record_backs(told: Make) -> None:
    claims: list[Told] = [
        ("Llama 3 is open source", "contradicted", {}),
        ("It is not", "supported", {"polarity": "negated"}),
    ]
    (section,) = read(page([told(ENGLISH, claims)])).all("section", id="conflicts")

    assert [link.attributes["href"] for link in section.all("a")] == ["#claim-1", "#claim-2"]
    assert "the record backs claim 2." in section.text()


def test_filters_offer_what_occurs_and_say_how_often(told: Make) -> None:
    claims: list[Told] = [
        ("Llama 3", "supported", {}),
        ("It is not", "contradicted", {"polarity": "negated"}),
        ("Meta says", "contradicted", {"modality": "reported", "speaker": {"mention": "Meta"}}),
    ]
    document = read(page([told(ENGLISH, claims)]))
    offered = {
        select.attributes["data-filter"]: [option.text() for option in select.all("option")]
        for select in document.all("select")
    }

    assert offered == {
        "status": ["all", "contradicted (2)", "supported (1)"],
        "predicate": ["all", "openness (3)"],
        "modality": ["all", "asserted (2)", "reported (1)"],
        "speaker": ["all", "Meta (1)", "the text itself (2)"],
        "entity": ["all", "Llama 3 (3)"],
    }


def test_claims_are_numbered_through_all_texts() -> None:
    one, two = ENGLISH, ENGLISH.evolve(id="b.txt")
    read_both = texts(
        [
            (one, [assessment(one, "Llama 3", "supported")]),
            (two, [assessment(two, "Llama 3", "supported"), assessment(two, "Meta", "outdated")]),
        ]
    )
    document = read(page(read_both))

    assert [card.attributes["id"] for card in document.all("article")] == ["claim-1", "claim-2", "claim-3"]
    assert document.all("h1")[0].text() == "Claims of 2 texts"


@pytest.mark.parametrize("sources", [[], [Source(id="x", text="")], [Source(id="x", text="Nothing of note.")]])
def test_a_page_without_claims_says_so(sources: list[Source]) -> None:
    document = read(render(sources))

    assert document.all("article") == []
    assert "name no model" in document.text()
    assert ("makes no claim" in document.text()) == bool(sources)


def test_the_same_texts_make_the_same_page() -> None:
    source = read_source("Meta released Llama 3 under the MIT license in April 2024.", id="a")

    assert render([source]) == render([source])


def test_entities_of_ones_own_catalogue_are_asked_about(evil: Catalog, told: Make) -> None:
    mention = {"mention": "Evil", "entity": "evil-model", "name": "Evil"}
    claim: Told = ("Llama 3", "supported", {"subject": mention})
    (table,) = read(page([told(ENGLISH, [claim])], evil)).all("table", class_="matrix")

    assert isinstance(evil.licenses["evil"], License)
    assert next(row.text() for row in table.all("small")) == "evil-model"
