"""The audiences on record of a party: of its products and of those it belongs together with, by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

from attrs import frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.checking.assessment import FactReason
from openai_landscape.entities import Audience, Organization
from openai_landscape.quantities import Month

Side: TypeAlias = Literal["above", "below", "open"]

_HOUSE_WORD: Final = "company"
"""How the basis of a figure begins that the company itself gave."""


@frozen
class Figure:
    """An audience, and the organisation that it is recorded of."""

    owner: Organization
    audience: Audience

    @property
    def by_company(self) -> bool:
        """Whether it is the company's own word."""
        return self.audience.basis.startswith(_HOUSE_WORD)

    def told(self) -> FactReason:
        """Return the figure as a reason."""
        each = self.audience
        at_least = "at least " if each.at_least else ""
        when = f" in {each.as_of}" if each.as_of else ", undated"
        counted = f"{at_least}{each.value:,} {each.measure.replace('_', ' ')}{when}"
        note = f"; {each.note}" if each.note else ""
        return FactReason(
            text=f"{each.product}: {counted} ({each.basis}{note})",
            entity=self.owner.id,
            field="audiences",
            value=str(each.value),
            as_of=each.as_of,
            source=each.source,
        )


def group_of(party: Organization, catalog: Catalog, *, affiliates: bool) -> tuple[Organization, ...]:
    """Return *party*, with whom it belongs together where affiliates count: its parents and all that they own."""
    if not affiliates:
        return (party,)
    root, seen = party, {party.id}
    while root.parent is not None and root.parent in catalog.organizations and root.parent not in seen:
        root = catalog.organizations[root.parent]
        seen.add(root.id)
    return tuple(_descendants(root, catalog, set()))


def _descendants(root: Organization, catalog: Catalog, seen: set[str]) -> Iterator[Organization]:
    if root.id in seen:
        return
    seen.add(root.id)
    yield root
    for each in catalog.organizations.values():
        if each.parent == root.id:
            yield from _descendants(each, catalog, seen)


def figures(owners: Iterable[Organization], catalog: Catalog, measure: str) -> tuple[Figure, ...]:
    """Return the figures on record of *measure*, oldest first, undated ones last."""
    found: dict[tuple[str, int, str | None], Figure] = {}
    for owner in owners:
        products = (each for each in catalog.products.values() if each.owner == owner.id)
        for audience in (*owner.audiences, *(a for product in products for a in product.audiences)):
            if audience.measure == measure:
                found.setdefault((audience.product, audience.value, audience.as_of), Figure(owner, audience))
    return tuple(sorted(found.values(), key=lambda each: (each.audience.as_of is None, each.audience.as_of or "")))


@frozen
class Answer:
    """On which side of a number a party's audience was in a month: `exact` if a figure is of that month."""

    side: Side
    exact: bool
    value: int | None
    used: tuple[Figure, ...]


def audience_in(found: tuple[Figure, ...], month: Month | None, number: int) -> Answer:
    """Return on which side of *number* the audience was in *month* (None: at present, by the newest figures).

    One product beyond the number suffices. Figures of other months decide only where the same product has one before
    and one after on the same side; where the company gave some itself, they go before those of lists.
    """
    if month is None:
        return _newest(found, number)
    of_month = tuple(each for each in found if each.audience.as_of and each.audience.as_of.month == month)
    if of_month:
        top = max(of_month, key=lambda each: each.audience.value)
        if top.audience.value > number:
            return Answer("above", True, top.audience.value, of_month)
    around = [_around(series, month, number) for series in _series(found)]
    beyond = [each for each in around if each.side == "above"]
    if beyond:
        return beyond[0]
    if around and all(each.side == "below" for each in around):
        total = sum(each.value or 0 for each in around)
        if total <= number:
            return Answer("below", bool(of_month), total, tuple(f for each in around for f in each.used))
    return Answer("open", False, None, found)


def _newest(found: tuple[Figure, ...], number: int) -> Answer:
    dated = [each for each in found if each.audience.as_of is not None]
    latest = {each.audience.product: each for each in dated}
    if not latest:
        return Answer("open", False, None, found)
    top = max(latest.values(), key=lambda each: each.audience.value)
    if top.audience.value > number:
        return Answer("above", False, top.audience.value, (top,))
    total = sum(each.audience.value for each in latest.values())
    floor = any(each.audience.at_least for each in latest.values())
    return Answer("open" if floor or total > number else "below", False, total, tuple(latest.values()))


def _series(found: tuple[Figure, ...]) -> Iterator[tuple[Figure, ...]]:
    """The dated figures of each product: the company's own where it gave some."""
    products = dict.fromkeys(each.audience.product for each in found)
    for product in products:
        ours = tuple(each for each in found if each.audience.product == product and each.audience.as_of is not None)
        own_word = tuple(each for each in ours if each.by_company)
        yield own_word or ours


def _around(series: tuple[Figure, ...], month: Month, number: int) -> Answer:
    before = [each for each in series if each.audience.as_of and each.audience.as_of.last() < month.first()]
    after = [each for each in series if each.audience.as_of and each.audience.as_of.first() > month.last()]
    within = [each for each in series if each.audience.as_of and each.audience.as_of.covers(month)]
    near = (*before[-1:], *within, *after[:1])
    if not within and not (before and after):
        return Answer("open", False, None, near)
    values = [each.audience.value for each in near]
    if min(values) > number:
        return Answer("above", False, min(values), near)
    low = max(values) <= number and not any(each.audience.at_least for each in near)
    return Answer("below" if low else "open", False, max(values), near)
