"""The laws of design hold: over generated licences, and over every licence and lineage of the catalogue."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from typing_extensions import override

from openai_landscape import Model, Use, Verdict, evaluate, is_permitted
from openai_landscape.catalogue import Catalog, catalog
from openai_landscape.entities import License
from openai_landscape.testing import check_license, constraints, laws, licenses, lineages, uses
from openai_landscape.testing._check import CASES, cases

AUDIENCES: Final = ("licensee.monthly_active_users", "licensee.own_monthly_active_users", "licensee.daily_active_users")
IDS: Final = sorted(catalog().licenses)
CAPPED: Final = [id_ for id_ in IDS if laws.has_only_upper_caps(catalog().licenses[id_])]

drawn_much = settings(
    max_examples=20,  # longer runs are made by hand, outside CI
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


BY_DRAW: Final = {draw.__name__.strip("_"): [law for law in CASES if CASES[law] is draw] for draw in CASES.values()}
"""The laws by what they are drawn from: those of one group are held over the same draws."""


def generated(group: str) -> SearchStrategy[License]:
    """Licences to hold laws over; those that the law on audiences speaks of have few conditions but on audiences."""
    if group == "grown":
        capped = licenses(conditions=constraints(about=AUDIENCES, most=2), most_terms=2)
        return capped.filter(laws.has_only_upper_caps)
    return licenses()


def of_the_catalogue(group: str) -> SearchStrategy[License]:
    return st.sampled_from(CAPPED if group == "grown" else IDS).map(lambda id_: catalog().licenses[id_])


@pytest.mark.parametrize("source", [generated, of_the_catalogue], ids=["generated", "of_the_catalogue"])
@pytest.mark.parametrize("group", BY_DRAW)
@drawn_much
@given(st.data())
def test_a_licence_keeps_the_laws(
    group: str, source: Callable[[str], SearchStrategy[License]], data: st.DataObject
) -> None:
    license_ = data.draw(source(group))
    case = data.draw(cases(BY_DRAW[group][0], license_))
    for law in BY_DRAW[group]:
        law(license_, *case)


def pairs(
    first: SearchStrategy[License], second: SearchStrategy[License]
) -> SearchStrategy[tuple[License, License, Use]]:
    both = st.tuples(first, second).filter(lambda both: both[0].id != both[1].id)
    return both.flatmap(lambda both: st.tuples(*map(st.just, both), uses(*both, several=True)))


PAIRS: Final = {
    "generated": pairs(licenses(id="first", most_terms=3), licenses(id="second", most_terms=3)),
    "of the catalogue": pairs(*[st.sampled_from(IDS).map(lambda id_: catalog().licenses[id_])] * 2),
}


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
@drawn_much
@given(st.data())
def test_several_licences_are_a_set(pair: SearchStrategy[Any], data: st.DataObject) -> None:
    first, second, use = data.draw(pair)

    laws.order_of_licenses_is_irrelevant((first, second), use, (1, 0))


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
@drawn_much
@given(st.data())
def test_several_licences_are_as_bad_as_the_worst(pair: SearchStrategy[Any], data: st.DataObject) -> None:
    first, second, use = data.draw(pair)

    laws.several_licenses_are_as_bad_as_the_worst((first, second), use)


@drawn_much
@given(lineages(), uses())
def test_an_ancestor_never_relaxes(landscape: Catalog, use: Use) -> None:
    for name in ("model-1", "model-0"):
        laws.an_upstream_license_never_relaxes(landscape, landscape.models[name], use)


@drawn_much
@given(st.sampled_from(sorted(id_ for id_, model in catalog().models.items() if model.base_models)), uses())
def test_a_recorded_ancestor_never_relaxes(name: str, use: Use) -> None:
    model = catalog().models[name]
    try:
        evaluate(model, use)
    except LookupError:
        assume(False)  # a family whose models differ

    laws.an_upstream_license_never_relaxes(catalog(), model, use)


@drawn_much
@given(lineages(), uses())
def test_what_is_not_on_record_is_never_permitted(landscape: Catalog, use: Use) -> None:
    model: Model = landscape.models["model-0"]
    bare = model.evolve(licenses=tuple(each for each in model.licenses if each.component != "weights"))
    whole = use.evolve(component="weights")

    assert is_permitted(bare, whole, catalog=landscape) is not True
    assert is_permitted(model.evolve(ancestry="unknown"), whole, catalog=landscape) is not True


@drawn_much
@given(licenses().flatmap(lambda license_: st.tuples(st.just(license_), uses(license_))))
def test_a_verdict_is_neither_true_nor_false(asked: tuple[License, Use]) -> None:
    verdict = evaluate(*asked)

    with pytest.raises(TypeError, match=r"ask verdict\.permitted is True"):
        bool(verdict)
    with pytest.raises(TypeError):
        assert not verdict


@drawn_much
@given(licenses().flatmap(lambda license_: st.tuples(st.just(license_), uses(license_))))
def test_evaluated_values_come_back_from_everywhere(asked: tuple[License, Use]) -> None:
    license_, use = asked
    before = (license_.model_dump_json(), use.model_dump_json(), hash(license_), hash(use))
    verdict = evaluate(license_, use)

    assert before == (license_.model_dump_json(), use.model_dump_json(), hash(license_), hash(use))
    for value in (license_, use, verdict, *verdict.findings, *verdict.duties):
        laws.round_trips(value)


@pytest.mark.parametrize("name", ["llama-3-community", "mit"])
def test_the_laws_can_be_held_over_one_licence(name: str) -> None:
    check_license(catalog().licenses[name], max_examples=3)


ELSEWHERE: Final = """
import json, sys
from openai_landscape import Use, evaluate
for line in sys.stdin:
    name, use = json.loads(line)
    print(evaluate(name, Use.model_validate(use)).model_dump_json())
"""

QUESTIONS: Final = [
    ("llama-3.2-community", {"activities": ["embed", "modify", "distribute"], "territories": ["DE", "US"]}),
    ("gemma-terms-2024-04-01", {"activities": ["host"], "purpose": "commercial", "fields": ["military", "gambling"]}),
    ("flux-1-dev-nc-1.1.1", {"activities": ["use_outputs", "run"], "licensee": {"kind": "company"}}),
]


def test_no_answer_hangs_on_the_order_of_sets_or_on_the_process() -> None:
    asked = "\n".join(json.dumps(question) for question in QUESTIONS)
    here = [evaluate(name, Use.model_validate(use)).model_dump_json() for name, use in QUESTIONS]
    for seed in ("0", "1", "4242"):
        ran = subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            input=asked,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        )
        assert ran.stdout.splitlines() == here


class UnlikeItself(Verdict):
    @override
    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = Verdict.__hash__


class TestBrokenLaws:
    """A law that could not fail would prove nothing: each notices an answer that breaks it."""

    LICENSE = catalog().licenses["llama-3-community"]
    USE = Use(activities=("embed",), fields=())

    def test_facts_that_settle_nothing(self) -> None:
        with pytest.raises(laws.BrokenLawError, match=r"it still depends on .*monthly_active_users"):
            laws.facts_in_unknown_settle(self.LICENSE, self.USE, self.USE)

    def test_facts_that_overturn(self) -> None:
        few = self.USE.evolve(licensee={"monthly_active_users": 5})
        many = self.USE.evolve(licensee={"monthly_active_users": 900_000_000})
        with pytest.raises(laws.BrokenLawError, match="overturned the answer: permitted; needs_agreement"):
            laws.more_facts_never_overturn(self.LICENSE, few, many)
        with pytest.raises(laws.BrokenLawError, match="more users helped"):
            laws.more_users_never_help(self.LICENSE, many, few)

    def test_no_permutation(self) -> None:
        with pytest.raises(ValueError, match="permutation"):
            laws.order_of_terms_is_irrelevant(self.LICENSE, self.USE, (0, 0))

    def test_a_licence_that_gets_better_with_more_users(self) -> None:
        cap = next(term for term in self.LICENSE.terms if term.id == "audience-cap")
        small = cap.evolve(when={"fact": "licensee.monthly_active_users", "window": "2024-03", "lt": 5})
        odd = self.LICENSE.evolve(terms=(small,))
        with pytest.raises(ValueError, match="upper caps alone"):
            laws.more_users_never_help(odd, self.USE, self.USE)

    def test_a_value_that_does_not_come_back(self) -> None:
        verdict = evaluate(self.LICENSE, self.USE)
        with pytest.raises(laws.BrokenLawError, match="came back changed"):
            laws.round_trips(UnlikeItself.model_validate(verdict.model_dump()))
