"""Laws that every evaluation keeps, as functions to call on a licence of one's own.

Each takes a licence, a use and what else the law speaks of, evaluates, and raises `BrokenLawError` where the answers
do not agree; `check_license` draws the uses. The laws are those of the package's own description of its semantics.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from typing import Final, TypeVar

from openai_landscape.catalogue import Catalog
from openai_landscape.entities import License, Model
from openai_landscape.evaluation import Outcome, Verdict, evaluate, frontier, is_permitted
from openai_landscape.quantities import Money
from openai_landscape.quantities.base import Value
from openai_landscape.terms import Constraint, Duty, Everything, NoneOf, Prohibition, Reservation, Users, parts
from openai_landscape.terms.constraint import AnyOf
from openai_landscape.use import Grant, Use

T = TypeVar("T")

CERTAIN: Final = (Outcome.PERMITTED, Outcome.PROHIBITED)


class BrokenLawError(AssertionError):
    """Two answers that a law joins do not agree; or one answer contradicts itself."""


def _hold(condition: bool, law: str, *answers: object) -> None:
    if not condition:
        shown = "; ".join(answer.outcome if isinstance(answer, Verdict) else str(answer) for answer in answers)
        raise BrokenLawError(f"{law}: {shown}")


def _same(before: Verdict, after: Verdict, law: str) -> None:
    """Hold that two verdicts say the same; the error names what they say otherwise."""
    one, other = before.model_dump(mode="json"), after.model_dump(mode="json")
    apart = [f"{name}: {one[name]}, {other[name]}" for name in one if one[name] != other[name]]
    _hold(before == after, law, *apart)


def _permuted(values: Sequence[T], permutation: Sequence[int]) -> tuple[T, ...]:
    if sorted(permutation) != list(range(len(values))):
        raise ValueError(f"permutation: {list(permutation)} is none of 0 to {len(values) - 1}")
    return tuple(values[index] for index in permutation)


def order_of_terms_is_irrelevant(license_: License, use: Use, permutation: Sequence[int]) -> None:
    """A licence's terms are a set: in another order they give the same verdict, word for word."""
    other = license_.evolve(terms=_permuted(license_.terms, permutation))
    before, after = evaluate(license_, use), evaluate(other, use)
    _same(before, after, "the order of terms made a difference")


def order_of_licenses_is_irrelevant(licenses: Sequence[License], use: Use, permutation: Sequence[int]) -> None:
    """Several licences on one act are a set: what is said of the act is the same in any order."""
    before = evaluate(licenses, use)
    after = evaluate(_permuted(licenses, permutation), use)
    same = {"target": (), "notes": ()}
    _same(before.evolve(**same), after.evolve(**same), "the order of licences made a difference")


def several_licenses_are_as_bad_as_the_worst(licenses: Sequence[License], use: Use) -> None:
    """Another licence on the same act never makes the answer better."""
    whole = evaluate(licenses, use)
    for each in licenses:
        alone = evaluate(
            each, use.evolve(per_target={each.id: use.per_target[each.id]} if each.id in use.per_target else {})
        )
        _hold(alone.outcome.rank <= whole.outcome.rank, f"{each.id} alone is worse than all together", alone, whole)


def adding_a_prohibition_never_helps(license_: License, use: Use, prohibition: Prohibition) -> None:
    """With one more prohibition the answer is the same or worse."""
    before = evaluate(license_, use)
    after = evaluate(license_.evolve(terms=(*license_.terms, prohibition)), use)
    _hold(before.outcome.rank <= after.outcome.rank, "a prohibition helped", before, after)


def a_prohibition_trumps_every_permission(license_: License, use: Use, prohibition: Prohibition) -> None:
    """A prohibition of what is done, under no condition, forbids it whatever else the licence says."""
    ban = prohibition.evolve(activities=use.activities[:1], when=Everything(all_of=()))
    after = evaluate(license_.evolve(terms=(*license_.terms, ban)), use)
    _hold(after.outcome is Outcome.PROHIBITED, f"{ban.id} forbids {use.activities[0]} at all times", after)


def more_facts_never_overturn(license_: License, less: Use, more: Use, *, strict: bool = False) -> None:
    """What was permitted or prohibited stays so when more is said; what needs an agreement can only become prohibited.

    More facts are facts that were unknown: saying of a default that it does not hold is a change, save under *strict*.
    """
    before, after = evaluate(license_, less, strict=strict), evaluate(license_, more, strict=strict)
    _never_overturned(before, after)


def _never_overturned(before: Verdict, after: Verdict) -> None:
    if before.outcome in CERTAIN:
        _hold(after.outcome is before.outcome, "more facts overturned the answer", before, after)
    if before.outcome is Outcome.NEEDS_AGREEMENT:
        agreed = (Outcome.NEEDS_AGREEMENT, Outcome.PROHIBITED)
        _hold(after.outcome in agreed, "more facts made an agreement needless", before, after)


def earlier_questions_are_irrelevant(license_: License, earlier: Use, use: Use) -> None:
    """What was asked of a licence before has no bearing: a licence that was never asked gives the same verdict."""
    unasked = License.model_validate_json(license_.model_dump_json())
    evaluate(license_, earlier)
    _same(evaluate(license_, use), evaluate(unasked, use), "an earlier question made a difference")


def strict_never_relaxes(license_: License, use: Use) -> None:
    """With defaults counted as unknown no answer is more certain, and none is another certain one."""
    _never_overturned(evaluate(license_, use, strict=True), evaluate(license_, use))


def facts_in_unknown_settle(license_: License, use: Use, answered: Use) -> None:
    """Once the facts in `unknown` are given, and a reading of each ambiguity chosen, the answer is certain.

    *answered* says what *use* says and all that its verdict asks for; `answers` draws such uses.
    """
    before, after = evaluate(license_, use), evaluate(license_, answered)
    asked = ", ".join(before.unknown) or "no facts"
    _hold(after.outcome is not Outcome.DEPENDS, f"given {asked}, it still depends on {after.unknown}", before, after)
    _hold(not after.unknown, f"given {asked}, it still names {after.unknown}", before, after)


def the_condition_says_when(license_: License, use: Use, answered: Use) -> None:
    """Filled in with the facts that were open, the residual condition says what the direct answer says.

    *answered* is as for `facts_in_unknown_settle`.
    """
    before, after = evaluate(license_, use), evaluate(license_, answered)
    _hold(
        (before.condition is not None) is (before.outcome is Outcome.DEPENDS), "a condition on no open answer", before
    )
    held = None if before.condition is None else before.condition.holds(answered)
    if before.condition is not None and held is not None:
        law = f"the condition {before.condition.text!r} is {held}"
        _hold(held is after.permitted, law, before, after)


def the_frontier_says_the_same(license_: License, use: Use, fact: str) -> None:
    """The piece of the number line that holds a figure has the outcome that the figure itself has.

    *fact* is the path of a figure that *use* states: `licensee.monthly_active_users[2024-03]`, without the month where
    it is stated undated.
    """
    name, _, period = fact.removeprefix("licensee.").removesuffix("]").partition("[")
    figure = getattr(use.licensee, name)
    figure = figure[period] if period else figure
    number, currency = (figure.amount, figure.currency) if isinstance(figure, Money) else (figure, "USD")
    pieces = [piece for piece in frontier(license_, use, fact, currency=currency) if number in piece.interval]
    direct = evaluate(license_, use)
    _hold([piece.outcome for piece in pieces] == [direct.outcome], f"{fact} is {number}: {pieces}", direct)


def what_depends_says_on_what(license_: License, use: Use) -> None:
    """An open answer names facts or readings; a certain one none; `permitted` says what the outcome says."""
    verdict = evaluate(license_, use)
    named = (*verdict.unknown, *(reading.id for reading in verdict.ambiguities))
    if verdict.outcome is Outcome.DEPENDS:
        _hold(bool(named), "it depends, and does not say on what", verdict)
    if verdict.outcome in CERTAIN:
        _hold(not verdict.unknown, f"it is certain, and still names {verdict.unknown}", verdict)
    said = {Outcome.DEPENDS: None, Outcome.PERMITTED: True}.get(verdict.outcome, False)
    _hold(verdict.permitted is said, f"permitted is {verdict.permitted}", verdict)


def is_permitted_says_the_same(license_: License, use: Use) -> None:
    """`is_permitted` and `evaluate` agree."""
    verdict, short = evaluate(license_, use), is_permitted(license_, use)
    _hold(verdict.permitted is short, "is_permitted says otherwise", verdict, short)


def duties_never_change_the_outcome(license_: License, use: Use) -> None:
    """Without its duties a licence gives the same outcome, open for the same facts."""
    bare = license_.evolve(terms=tuple(term for term in license_.terms if not isinstance(term, Duty)))
    before, after = evaluate(license_, use), evaluate(bare, use)
    _hold(before.outcome is after.outcome, "a duty changed the outcome", before, after)
    _hold(before.unknown == after.unknown, "a duty changed what the outcome depends on", before, after)


def an_agreement_lifts_reservations_alone(license_: License, use: Use) -> None:
    """With every reservation lifted by agreement nothing needs one; prohibitions and duties stay as they are."""
    reserved = tuple(term.id for term in license_.terms if isinstance(term, Reservation))
    if not reserved:
        return
    agreed = use.evolve(grants=(Grant(license=license_.id, terms=reserved),))
    before, after = evaluate(license_, use.evolve(grants=())), evaluate(license_, agreed)
    law = "an agreement did more or less than lift reservations"
    if before.outcome in CERTAIN:
        _hold(after.outcome is before.outcome, law, before, after)
    else:
        _hold(after.outcome in (Outcome.PERMITTED, Outcome.DEPENDS), law, before, after)
    kept = [[(duty.id, duty.truth) for duty in verdict.duties] for verdict in (before, after)]
    _hold(kept[0] == kept[1], "an agreement changed the duties", before, after)


def has_only_upper_caps(license_: License) -> bool:
    """Whether no term of *license_* gets better with more users: every bound on them is one to stay under.

    >>> from openai_landscape.catalogue import catalog
    >>> has_only_upper_caps(catalog().license("llama-3-community"))
    True
    """
    kinds = {"permission": False, "prohibition": True, "reservation": True}
    return all(_grows(term.when, kinds[term.kind]) for term in license_.terms if term.kind in kinds)


def _grows(when: Constraint, more: bool) -> bool:
    """Whether more users can only make *when* hold (or, unless *more*, fail)."""
    if isinstance(when, Everything | AnyOf | NoneOf):
        wanted = more is not isinstance(when, NoneOf)
        return all(_grows(part, wanted) for part in parts(when))
    return not isinstance(when, Users) or (when.gt is not None or when.ge is not None) is more


def more_users_never_help(license_: License, fewer: Use, more: Use) -> None:
    """Under upper caps alone no refusal becomes a permission when there are more users.

    The two uses differ in audiences alone, and each of *more* is at least that of *fewer*.

    Raises:
        ValueError: If the licence has terms that hold below a number of users.
    """
    if not has_only_upper_caps(license_):
        raise ValueError(f"{license_.id}: has terms that get better with more users; the law is of upper caps alone")
    before, after = evaluate(license_, fewer), evaluate(license_, more)
    steps = {Outcome.PERMITTED: 0, Outcome.DEPENDS: 1}
    _hold(steps.get(before.outcome, 2) <= steps.get(after.outcome, 2), "more users helped", before, after)


def an_upstream_license_never_relaxes(catalog: Catalog, model: Model, use: Use) -> None:
    """What a model derives from can only make the answer worse."""
    alone = model.evolve(base_models=(), ancestry="none")
    before, after = evaluate(alone, use, catalog=catalog), evaluate(model, use, catalog=catalog)
    _hold(before.outcome.rank <= after.outcome.rank, "an ancestor relaxed the answer", before, after)


def same_question_same_answer(license_: License, use: Use) -> None:
    """Two evaluations, and one of equal values that came through JSON, give equal verdicts."""
    again = License.model_validate_json(license_.model_dump_json())
    same = Use.model_validate_json(use.model_dump_json())
    first, second, third = evaluate(license_, use), evaluate(license_, use), evaluate(again, same)
    _hold(first == second == third, "the same question had two answers", first, second, third)
    _hold(str(first) == str(third), "the same answer was told in two ways", first, third)


def round_trips(value: Value) -> None:
    """An entity comes back from JSON, from a pickle and from copies equal, with an equal hash, and JSON is stable.

    >>> round_trips(Use(activities=["run"]))
    """
    kind, text = type(value), value.model_dump_json()
    back = (
        kind.model_validate_json(text),
        kind.model_validate(value.model_dump(mode="json")),
        pickle.loads(pickle.dumps(value)),  # noqa: S301 - its own pickle of a moment ago
        copy.copy(value),
        copy.deepcopy(value),
        value.evolve(),
    )
    for other in back:
        _hold(other == value and hash(other) == hash(value), "it came back changed", value, other)
        _hold(other.model_dump_json() == text, "its JSON changed on the way", text, other.model_dump_json())
