"""Each licence of the catalogue against the texts that it was read from.

The texts stand in ../shared/licenses/texts and are no part of the repository; what needs them runs where they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from openai_landscape.entities import License
from openai_landscape.entities.license import Ambiguity, LicenseText, Reach
from openai_landscape.quantities import Money
from openai_landscape.quantities.base import Value
from openai_landscape.terms import (
    Amount,
    Citation,
    Duty,
    Permission,
    Prohibition,
    Reading,
    Reservation,
    Term,
    Users,
    atoms,
    normalized,
    text_hash,
)
from printed import folded, longest_copy, says_currency, says_number, stands
from shared_material import ROOT

FILES = sorted((ROOT / "src" / "openai_landscape" / "data" / "licenses").glob("*.json"))
TERMS: Mapping[str, type[Value]] = {
    "permission": Permission,
    "prohibition": Prohibition,
    "reservation": Reservation,
    "duty": Duty,
}
MOST_WORDS = 21  # in a row, of another's text, in our own strings
MONTHS = "January February March April May June July August September October November December".split()

every_license = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def read(path: Path) -> License:
    return License.model_validate_json(path.read_bytes())


def citations(license_: License) -> Iterator[tuple[str, Citation]]:
    for item in (*license_.terms, *license_.ambiguities):
        yield item.id, item.citation
        yield from ((item.id, citation) for citation in item.also)
    yield from ((f"reach {reach.relation}", reach.citation) for reach in license_.reach if reach.citation)
    if license_.released_citation:
        yield "released", license_.released_citation


def text_of(shared: Path, text_id: str) -> str:
    return normalized((shared / "licenses" / "texts" / f"{text_id}.txt").read_text(encoding="utf-8"))


def quoted(term: Term, shared: Path) -> str:
    return "\n".join(citation.quote(text_of(shared, citation.text)) for citation in (term.citation, *term.also))


def written(license_: License) -> Iterator[tuple[str, str]]:
    """Everything in the licence that is said in words of ours; prescribed words are taken out."""
    for term in license_.terms:
        said = term.summary
        for words in term.words if isinstance(term, Duty) else ():
            said = said.replace(words, "…")
        yield term.id, said
    for ambiguity in license_.ambiguities:
        yield ambiguity.id, ambiguity.question
        yield from ((f"{ambiguity.id}.{name}", says) for name, says in ambiguity.readings.items())
    yield from (("notes", note) for note in license_.notes)


# what needs no text


@every_license
def test_a_file_is_named_after_its_licence(path: Path) -> None:
    assert path.stem == read(path).id


def disordered(raw: object, kind: type[Value], where: str) -> Iterator[str]:
    assert isinstance(raw, dict), where
    order = [name for name in kind.model_fields if name in raw]
    if list(raw) != order:
        yield f"{where}: {list(raw)} should be {order}"


@every_license
def test_keys_stand_in_the_order_of_the_model(path: Path) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"))
    found = [*disordered(raw, License, "licence")]
    for term in raw["terms"]:
        found += disordered(term, TERMS[term["kind"]], term["id"])
    for key, kind in (("texts", LicenseText), ("ambiguities", Ambiguity), ("reach", Reach)):
        for item in raw.get(key, ()):
            found += disordered(item, kind, key)
    assert not found


@every_license
def test_every_saying_is_one_line(path: Path) -> None:
    assert not [where for where, said in written(read(path)) if said != " ".join(said.split())]


@every_license
def test_every_citation_lies_in_a_text_of_the_licence(path: Path) -> None:
    license_ = read(path)
    lengths = {text.id: text.chars for text in license_.texts}
    assert not [(where, c) for where, c in citations(license_) if c.span[1] > lengths.get(c.text, 0)]


@every_license
def test_every_ambiguity_decides_something(path: Path) -> None:
    license_ = read(path)
    used = {atom.reading for term in license_.terms for atom in atoms(term.when) if isinstance(atom, Reading)}
    used |= {f"reach-{reach.relation.replace('_', '-')}" for reach in license_.reach if reach.reaches == "open"}
    assert not {ambiguity.id for ambiguity in license_.ambiguities} - used


@every_license
def test_a_relation_reaches_in_one_way(path: Path) -> None:
    relations = [reach.relation for reach in read(path).reach]
    assert len(relations) == len(set(relations))


# what needs the texts


@every_license
def test_texts_are_those_that_were_read(path: Path, shared: Path) -> None:
    for text in read(path).texts:
        held = text_of(shared, text.id)
        assert (text.sha256, text.chars) == (text_hash(held), len(held)), text.id


@every_license
def test_every_span_holds_its_section(path: Path, shared: Path) -> None:
    missing = []
    for where, citation in citations(read(path)):
        text = text_of(shared, citation.text)
        if not citation.quote(text).strip() or not stands(citation, text):
            missing.append(f"{where}: {citation.section} is not at {citation.span} of {citation.text}")
    assert not missing


def limits(term: Term) -> Iterator[tuple[int | Decimal, str | None]]:
    for atom in atoms(term.when):
        if isinstance(atom, Users | Amount):
            bound = next(b for b in (atom.gt, atom.ge, atom.lt, atom.le) if b is not None)
            yield (bound.amount, bound.currency) if isinstance(bound, Money) else (bound, None)


@every_license
def test_every_number_stands_in_its_clause(path: Path, shared: Path) -> None:
    missing = []
    for term in read(path).terms:
        for number, currency in limits(term):
            said = quoted(term, shared)
            if not says_number(said, number) or (currency is not None and not says_currency(said, currency)):
                missing.append(f"{term.id}: {number} {currency or ''}")
    assert not missing


@every_license
def test_every_prescribed_word_stands_in_its_clause(path: Path, shared: Path) -> None:
    missing = []
    for term in read(path).terms:
        if isinstance(term, Duty):
            said = folded(quoted(term, shared))
            wanted = [*term.words, *([term.name_begins] if term.name_begins else [])]
            missing += [f"{term.id}: {words}" for words in wanted if folded(words) not in said]
    assert not missing


@every_license
def test_a_derived_month_comes_from_a_date_that_is_printed(path: Path, shared: Path) -> None:
    license_ = read(path)
    if not any(isinstance(atom, Users) and atom.derived for term in license_.terms for atom in atoms(term.when)):
        return
    assert license_.released is not None
    assert license_.released_citation is not None
    year, month, day = map(int, license_.released.split("-"))
    said = folded(license_.released_citation.quote(text_of(shared, license_.released_citation.text)))
    name = MONTHS[month - 1]
    forms = [f"{name} {day}, {year}", f"{day} {name} {year}", f"{year}年{month}月{day}日"]
    forms += [f"{year}-{month:02}-{day:02}", f"{year}/{month:02}/{day:02}", f"{year}/{month}/{day}"]
    assert any(form in said for form in forms), said


@every_license
def test_no_sentence_of_a_licence_is_carried_over(path: Path, shared: Path) -> None:
    license_ = read(path)
    for text in license_.texts:
        theirs = re.findall(r"\w+", text_of(shared, text.id).casefold())
        for where, said in written(license_):
            assert not longest_copy(re.findall(r"\w+", said.casefold()), theirs, MOST_WORDS), where


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("greater than 700 million monthly active users", 700_000_000),
        ("US$1,000,000 in annual revenue", 1_000_000),
        ("USD $1M", 1_000_000),
        ("exceeding one million US dollars", 1_000_000),
        ("100 million monthly active users", 100_000_000),
        ("one hundred million users", 100_000_000),
        ("日均用户活跃量（DAU）超过100万", 1_000_000),
        ("月活跃用户超过一亿", 100_000_000),
        ("20.000.000 EUR", 20_000_000),
    ],
)
def test_numbers_are_found_as_texts_print_them(text: str, number: int) -> None:
    assert says_number(text, number)
    assert not says_number(text, number * 10)
    assert not says_number(text, number + 1)


TEXT = """Second part
1. Terms
   a. You may use it.
   b. You must show a badge. It stands where users look for it, on the front page or in the manual.
2. Limits
   Never in a weapon:
   - nor in its parts;
   - nor in its making.
"""


@pytest.mark.parametrize(
    ("section", "words", "holds"),
    [
        ("1.b", "b. You must", True),  # on the label
        ("1.b", "You must", True),  # just behind it
        ("1.b", "in the manual", True),  # a later sentence
        ("1.a", "in the manual", False),  # the next label came in between
        ("1.c", "You must", False),
        ("2", "Never", True),
        ("2(2)", "nor in its making", True),  # an item without a label is counted
        ("3", "Never", False),
        ("Second part", "You must", True),
        ("Third part", "You must", False),
    ],
)
def test_a_label_stands_near_or_governs_and_a_heading_comes_before(section: str, words: str, *, holds: bool) -> None:
    start = TEXT.index(words)
    citation = Citation(section=section, text="example", span=(start, start + len(words)))

    assert holds is stands(citation, TEXT)
