"""What holds of every assessment, whatever is claimed."""

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from openai_landscape import Assessment, Claim, catalog, check
from openai_landscape.entities import PREDICATES, Predicate

# words and names that judges know, near misses, and what nobody knows
WORDS: Final = (
    "open_source open_weights permissive restricted proprietary research non_commercial commercial_use fine_tuning "
    "training_data weights code architecture paper mixture_of_experts dense everyone researchers CEO foo"
).split()
NAMES: Final = [
    "Llama 3", "LLaMA", "DeepSeek-R1", "GPT-4", "Vicuna", "OLMo", "Falcon-40B", "Qwen2.5", "Phi-2", "Jamba 1.5", "MIT",
    "Apache 2.0", "Gemma Terms of Use", "Meta", "Google", "OpenAI", "TikTok", "Sam Altman", "ChatGPT", "Bard", "EU",
    "China", "SuperFoo-9000", "lama 3", "4chan", "companies", "x",
]  # fmt: skip
DATES: Final = [None, "2022", "2023-05", "2023-05-27", "2024-04-25", "2026"]
UNITS: Final = ["parameters", "active_parameters", "monthly_active_users", "customers", "USD", "percent", "tools"]
NUMBERS: Final = [0, 1, 7, 700_000_000, 70_000_000_000, 671_000_000_000, 10**15]
COMPARATORS: Final = ["eq", "lt", "le", "gt", "ge", "approx"]

mentions = st.sampled_from(NAMES).map(lambda name: {"mention": name})
quantities = st.fixed_dictionaries(
    {
        "value": st.sampled_from(NUMBERS),
        "unit": st.sampled_from(UNITS),
        "comparator": st.sampled_from(COMPARATORS),
    }
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim of any predicate, whose object is of a kind that it takes."""
    predicate = draw(st.sampled_from(Predicate))
    rule = PREDICATES[predicate]
    kinds = {
        "mention": mentions,
        "quantity": quantities,
        "text": st.sampled_from(sorted(rule.words or WORDS)),
        "none": st.none(),
    }
    said = draw(st.one_of([kinds[kind] for kind in sorted(rule.objects)]))
    day = draw(st.sampled_from(DATES))
    qualifiers = {name: draw(st.sampled_from(("smaller", "CEO", "open_source"))) for name in sorted(rule.qualifiers)}
    facts = {
        "predicate": predicate,
        "subject": draw(mentions),
        "object": said,
        "polarity": draw(st.sampled_from(("affirmed", "negated"))),
        "modality": draw(st.sampled_from(("asserted", "reported", "alleged", "forecast", "possible"))),
        "said_on": draw(st.sampled_from(DATES)),
        "when": draw(st.sampled_from((None, {"date": day, "text": "im Mai"}))),
        "qualifiers": draw(st.sampled_from(({}, qualifiers))),
    }
    return Claim.model_validate(facts)


@given(claims())
def test_every_assessment_has_reasons_and_survives_json(claim: Claim) -> None:
    found = check(claim)

    assert found.reasons
    assert Assessment.model_validate_json(found.model_dump_json()) == found
    assert check(claim) == found


@given(claims())
def test_only_what_is_wrong_is_put_right(claim: Claim) -> None:
    found = check(claim)

    wrong = found.status.value in {"imprecise", "contradicted", "outdated"}
    assert wrong == (found.correction is not None)
    assert found.corrections.get("en") == found.correction
    assert set(found.corrections) in (set(), {"de", "en", "nl"})


@given(claims())
def test_what_is_not_asserted_is_never_contradicted(claim: Claim) -> None:
    for modality in ("alleged", "possible", "forecast"):
        status = check(claim.evolve(modality=modality)).status.value

        assert status not in {"contradicted", "outdated"}
        assert modality != "forecast" or status == "unverifiable"


@given(claims())
def test_a_denial_stands_the_other_way(claim: Claim) -> None:
    plain = claim.evolve(modality="asserted", polarity="affirmed")
    said, denied = check(plain).status.value, check(plain.evolve(polarity="negated")).status.value

    assert (
        denied
        in {
            "supported": {"contradicted", "outdated"},
            "contradicted": {"supported", "outdated"},
            "outdated": {"supported", "outdated", "contradicted"},
            "imprecise": {"imprecise", "contradicted", "outdated"},
            "unverifiable": {"unverifiable"},
        }[said]
    )


@given(claims())
def test_the_same_word_of_somebody_is_held_to_the_same(claim: Claim) -> None:
    asserted = check(claim.evolve(modality="asserted"))
    word = check(claim.evolve(modality="reported", speaker={"mention": "Meta"}))

    assert asserted.status == word.status


@given(claims())
def test_an_entity_given_by_id_is_that_entity(claim: Claim) -> None:
    known = catalog()
    named = claim.subject.mention
    try:
        key = known.model(named).id
    except LookupError:
        return
    by_id = claim.evolve(subject={"mention": "whatever it is called", "entity": key, "name": known.models[key].name})

    assert claim.predicate in _OTHERS or check(claim).status == check(by_id).status


_OTHERS: Final = frozenset({Predicate.DEVELOPED, Predicate.RELEASED, Predicate.ROLE, Predicate.COUNTS})
"""Predicates whose subject is no artifact."""
