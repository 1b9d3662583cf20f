"""Which of the claims cannot both hold, and which of them the record backs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.checking import conflicts
from openai_landscape.report._texts import Card, Text

_BACKED: Final = {
    "first": "the record backs claim {first}",
    "second": "the record backs claim {second}",
    "neither": "the record is against both",
    "unknown": "the record does not tell",
}


@frozen
class Opposed:
    """Two claims that cannot both hold, why, and what the record says of it."""

    first: Card
    second: Card
    reason: str
    backed: str


def opposed(read: Sequence[Text], catalog: Catalog) -> Iterator[Opposed]:
    """Yield the pairs of claims that cannot both hold."""
    cards = {card.claim: card for text in read for card in text.cards}
    for each in conflicts(cards, catalog=catalog):
        first, second = cards[each.first], cards[each.second]
        yield Opposed(first, second, each.reason, _BACKED[each.backed].format(first=first.number, second=second.number))
