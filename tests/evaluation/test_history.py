"""What changed between two catalogues is told field by field, with every verdict that comes out otherwise."""

import json

import pytest
from hypothesis import given, settings

from openai_landscape import Catalog, License, Model, Use, catalog, compare, diff, evaluate
from openai_landscape.evaluation import CatalogDiff, Outcome, standard_uses
from openai_landscape.testing import licenses
from openai_landscape.use import ACTIVITIES

KNOWN = catalog()


def with_cap(number: int) -> License:
    """Llama 3's licence, with another number of users in its clause 2."""
    data = KNOWN.licenses["llama-3-community"].model_dump_json()
    return License.model_validate_json(data.replace("700000000", str(number)))


def told(changed: Catalog, old: Catalog = KNOWN) -> dict[str, tuple[str, ...]]:
    return {change.id: tuple(field.path for field in change.fields) for change in diff(old, changed).entities}


def test_nothing_changes_from_a_catalogue_to_itself() -> None:
    assert diff(KNOWN, KNOWN) == CatalogDiff(old=KNOWN.version, new=KNOWN.version, entities=(), verdicts=())


def test_a_change_is_told_with_what_stood_there() -> None:
    changed = KNOWN.extend(KNOWN.models["gpt-2"].evolve(note="ours", released="2019-02"))

    [change] = diff(KNOWN, changed).entities

    assert (change.kind, change.id, change.what) == ("model", "gpt-2", "changed")
    assert {field.path: field.after for field in change.fields} == {"note": '"ours"', "released": '"2019-02"'}
    assert [json.loads(str(field.before)) for field in change.fields if field.path == "released"] == [
        KNOWN.models["gpt-2"].released
    ]


def test_a_term_goes_by_its_id() -> None:
    assert told(KNOWN.extend(with_cap(70_000_000))) == {"llama-3-community": ("terms.audience-cap.when.all_of.0.gt",)}


def test_what_is_added_in_one_direction_is_removed_in_the_other() -> None:
    ours = KNOWN.extend(Model(id="acme-7b", name="Acme 7B"))

    assert [(change.id, change.what) for change in diff(KNOWN, ours).entities] == [("acme-7b", "added")]
    assert [(change.id, change.what) for change in diff(ours, KNOWN).entities] == [("acme-7b", "removed")]


def test_another_number_changes_the_licence_and_the_models_under_it() -> None:
    changed = KNOWN.extend(with_cap(70_000_000))

    verdicts = diff(KNOWN, changed).verdicts

    assert {change.target for change in verdicts} >= {"llama-3-community", "llama-3-8b", "llama-3-70b"}
    assert {(change.before, change.after) for change in verdicts if change.target == "llama-3-8b"} == {
        (Outcome.PERMITTED, Outcome.NEEDS_AGREEMENT)
    }
    assert "llama-2-7b" not in {change.target for change in verdicts}


@pytest.mark.parametrize("field", ["name", "aliases", "note", "sources"])
def test_what_no_answer_rests_on_changes_no_verdict(field: str) -> None:
    model = KNOWN.model("Falcon-40B")
    value = ("changed",) if field in ("aliases", "sources") else "changed"

    found = diff(KNOWN, KNOWN.extend(model.evolve(**{field: value})))

    assert [change.id for change in found.entities] == [model.id]
    assert found.verdicts == ()


def test_a_licence_record_taken_away_changes_what_is_answered() -> None:
    model = KNOWN.model("Falcon-40B")
    use = Use(activities=["run"], purpose="research")

    found = diff(KNOWN, KNOWN.extend(model.evolve(licenses=())), uses=[use])

    [change] = [each for each in found.verdicts if each.target == model.id]
    assert (change.use, change.after) == (use, Outcome.DEPENDS)


def test_duties_that_come_and_go_are_told() -> None:
    model = KNOWN.model("Mistral 7B")
    other = model.licenses[0].evolve(license="llama-3-community")

    found = diff(KNOWN, KNOWN.extend(model.evolve(licenses=(other,))))

    new = {duty for change in found.verdicts if change.target == model.id for duty in change.duties_new}
    assert any("Built with Meta Llama 3" in duty for duty in new)


def test_the_standard_uses_ask_for_every_activity() -> None:
    assert {use.activities for use in standard_uses()} == {(activity,) for activity in ACTIVITIES}
    assert len(set(standard_uses())) == len(standard_uses())


@settings(max_examples=25, deadline=None)
@given(licenses(), licenses())
def test_what_is_told_of_two_licences_is_what_they_answer(first: License, second: License) -> None:
    second = second.evolve(id=first.id)
    old, new = KNOWN.extend(first), KNOWN.extend(second)

    found = diff(old, new)

    for change in found.verdicts:
        before = evaluate(first, change.use, catalog=old)
        after = evaluate(second, change.use, catalog=new)
        assert (change.before, change.after) == (before.outcome, after.outcome)
        assert change.before != change.after or change.duties_gone or change.duties_new
    if not found.undecided:
        assert bool(compare(first, second).differences) == bool(found.verdicts)
