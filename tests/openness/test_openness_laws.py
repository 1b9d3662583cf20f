"""What holds of every verdict on openness, over generated licences."""

from hypothesis import given, settings
from hypothesis import strategies as st

from openai_landscape import License, OpennessVerdict, is_permitted, openness
from openai_landscape.definitions.probes import for_purpose
from openai_landscape.terms import Citation, Everything, Prohibition
from openai_landscape.testing import licenses

FEW = settings(max_examples=40)


@FEW
@given(licenses(most_terms=3), st.sampled_from(("osd", "osaid-1.0", "mof-1.0", "eu-ai-act")))
def test_every_licence_gets_a_verdict_that_survives_json(licence: License, definition: str) -> None:
    verdict = openness(licence, definition)  # type: ignore[arg-type]  # one of the four

    assert OpennessVerdict.model_validate_json(verdict.model_dump_json()) == verdict
    assert all(each.grounds for each in verdict.failed)
    assert verdict.outcome != "meets" or not verdict.failed


@FEW
@given(licenses(most_terms=3))
def test_what_passes_lets_anybody_run_change_and_hand_on(licence: License) -> None:
    if openness(licence, "osd").outcome != "meets":
        return
    component = "weights" if "weights" in licence.components else licence.components[0]
    for end in ("research", "commercial"):
        for activities in (("run",), ("modify", "distribute"), ("embed",), ("host",)):
            assert is_permitted(licence, for_purpose(end, *activities, component=component)) is True


@FEW
@given(licenses(most_terms=3))
def test_a_plain_ban_never_opens_a_licence(licence: License) -> None:
    ban = Prohibition(
        id="plain-ban",
        activities=("run",),
        when=Everything(all_of=()),
        summary="No running.",
        citation=Citation(section="1", text=licence.texts[0].id, span=(0, 1)),
    )
    barred = licence.evolve(terms=(*licence.terms, ban))

    assert openness(barred, "osd").outcome == "does_not_meet"
    assert openness(barred, "eu-ai-act").outcome == "does_not_meet"


@FEW
@given(licenses(most_terms=3))
def test_the_order_of_terms_says_nothing(licence: License) -> None:
    turned = licence.evolve(terms=tuple(reversed(licence.terms)))
    ours, theirs = openness(licence, "osd"), openness(turned, "osd")

    assert [(each.id, each.outcome) for each in ours.criteria] == [(each.id, each.outcome) for each in theirs.criteria]
