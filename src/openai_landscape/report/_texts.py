"""A text cut into pieces, so that overlapping claims can be marked in place, and a card for each claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import field, frozen

from openai_landscape.checking import Assessment
from openai_landscape.checking.shown import ground_of
from openai_landscape.entities import Claim, Evidence, Mention, Source
from openai_landscape.entities.shown import claim_in_words, mood

STATUSES: Final = {
    "contradicted": ("✗", "the facts say otherwise"),
    "outdated": ("↺", "was so at another date"),
    "imprecise": ("≈", "true in the main, wrong in a way that matters"),
    "unverifiable": ("?", "the catalogue cannot tell"),
    "supported": ("✓", "the catalogue's facts entail it"),
}
"""Each status with its sign and meaning; where claims overlap, the first of them here gives the colour."""


@frozen
class Card:
    """A claim with its assessment, numbered through all texts; `values` are what the filters ask for."""

    number: int
    claim: Claim
    assessment: Assessment
    values: dict[str, tuple[str, ...]] = field(eq=False)

    @property
    def status(self) -> str:
        """The status in one word."""
        return self.assessment.status.value

    @property
    def sign(self) -> str:
        """The status as a sign."""
        return STATUSES[self.status][0]

    @property
    def said(self) -> str:
        """What the claim says."""
        return claim_in_words(self.claim)

    @property
    def mood(self) -> str:
        """How it is said."""
        return ", ".join(mood(self.claim))

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Each reason, with the clause or the source that it rests on."""
        return tuple((reason.text, ground_of(reason)) for reason in self.assessment.reasons)

    @property
    def corrections(self) -> dict[str, str]:
        """What would be right, by language."""
        english = {"en": self.assessment.correction} if self.assessment.correction else {}
        return english | {str(language): text for language, text in self.assessment.corrections.items()}


@frozen
class Piece:
    """A run of the text under the same claims, and the cards whose mark comes after it."""

    text: str
    cards: tuple[Card, ...]
    furniture: bool
    ending: tuple[Card, ...]

    @property
    def status(self) -> str:
        """The gravest status of the claims here."""
        return min((card.status for card in self.cards), key=list(STATUSES).index)


@frozen
class Text:
    """A text with its pieces and cards."""

    number: int
    source: Source
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


def texts(read: Iterable[tuple[Source, Sequence[Assessment]]]) -> tuple[Text, ...]:
    """Return the texts with their claims' cards, numbered through."""
    found: list[Text] = []
    count = 0
    for number, (source, assessments) in enumerate(read, 1):
        cards = tuple(_card(count + index, each) for index, each in enumerate(assessments, 1))
        count += len(cards)
        found.append(Text(number, source, tuple(_pieces(source, cards)), cards))
    return tuple(found)


def _card(number: int, assessment: Assessment) -> Card:
    claim = assessment.claim
    mentions = [each for each in (claim.subject, claim.object) if isinstance(each, Mention)]
    values = {
        "status": (assessment.status.value,),
        "predicate": (claim.predicate.replace("_", " "),),
        "modality": (claim.modality,),
        "speaker": (_name(claim.speaker) if claim.speaker else "the text itself",),
        "entity": tuple(dict.fromkeys(map(_name, mentions))),
    }
    return Card(number, claim, assessment, values)


def _name(mention: Mention) -> str:
    return mention.name or mention.mention


def here(card: Card, source: Source) -> tuple[Evidence, ...]:
    """Return the places in *source* that the claim rests on."""
    return tuple(e for e in card.claim.evidence if e.source == source.id and e.end <= len(source.text))


def _pieces(source: Source, cards: tuple[Card, ...]) -> Iterator[Piece]:
    closing = _closing(source, cards)
    changes = _changes(source, cards)
    over: Counter[int] = Counter()
    last = 0
    for cut in sorted({0, len(source.text), *changes}):
        if cut > last or cut in closing:
            marked = tuple(card for card in cards if over[card.number] > 0) if cut > last and over.total() else ()
            yield Piece(source.text[last:cut], marked, over[_FURNITURE] > 0, closing.get(cut, ()))
        over.update(changes.get(cut, {}))
        last = cut


_FURNITURE: Final = 0
"""Stands for page furniture where cards have their numbers."""


def _changes(source: Source, cards: tuple[Card, ...]) -> dict[int, Counter[int]]:
    """Where which spans begin (1) and end (-1)."""
    spans = [(span.start, span.end, _FURNITURE) for span in source.furniture]
    spans += [(place.start, place.end, card.number) for card in cards for place in here(card, source)]
    found: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for start, end, number in spans:
        found[start][number] += 1
        found[end][number] -= 1
    return found


def _closing(source: Source, cards: tuple[Card, ...]) -> dict[int, tuple[Card, ...]]:
    """The cards by where the first of their places ends, which is where their number is printed."""
    found: dict[int, tuple[Card, ...]] = {}
    for card in cards:
        for place in here(card, source)[:1]:
            found[place.end] = (*found.get(place.end, ()), card)
    return found


@frozen
class Filter:
    """Something to filter by, and the values that occur with how often each does."""

    name: str
    counts: dict[str, int]

    def picks(self, card: Card) -> str:
        """Return the numbers of the values that *card* has: values may hold any character, numbers do not."""
        known = list(self.counts)
        return " ".join(str(known.index(value)) for value in card.values[self.name])


def filters(read: Sequence[Text]) -> tuple[Filter, ...]:
    """Return the filters with their values, statuses by gravity, the others by name."""
    cards = [card for text in read for card in text.cards]
    found: list[Filter] = []
    for name in ("status", "predicate", "modality", "speaker", "entity"):
        counts = Counter(value for card in cards for value in card.values[name])
        order = filter(counts.get, STATUSES) if name == "status" else sorted(counts, key=str.casefold)
        found.append(Filter(name, {value: counts[value] for value in order}))
    return tuple(found)
