"""The same question along one number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from openai_landscape.catalogue import Catalog
from openai_landscape.evaluation._decide import grounds
from openai_landscape.evaluation._figures import CHAINS, in_currency, rate
from openai_landscape.evaluation._judge import outcome
from openai_landscape.evaluation._slots import END, ChainSlot, Point, inside
from openai_landscape.evaluation._targets import Target
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.questions import bindings_of
from openai_landscape.quantities import ExactDecimal, FrozenMapping, Money
from openai_landscape.quantities.base import Value
from openai_landscape.use import FACTS, Fact, Use, fact_named


class Interval(Value):
    """A piece of the number line; `high` None is without end. A closed end belongs to the piece."""

    low: ExactDecimal
    high: ExactDecimal | None
    low_closed: bool
    high_closed: bool

    def __contains__(self, value: int | Decimal) -> bool:
        """Whether *value* lies in the piece."""
        above = value >= self.low if self.low_closed else value > self.low
        if self.high is None:
            return above
        return above and (value <= self.high if self.high_closed else value < self.high)


class Piece(Value):
    """An interval over which the outcome is the same."""

    interval: Interval
    outcome: Outcome


def frontier(
    target: Target | Sequence[Target], use: Use, fact: str, *, catalog: Catalog | None = None, currency: str = "USD"
) -> tuple[Piece, ...]:
    """Return the pieces of the number line of *fact* with their outcomes, in order, all else as *use* has it.

    Args:
        target: As for `evaluate`.
        use: The use; what it says of *fact* itself is set aside.
        fact: The path of a count or an amount: `licensee.monthly_active_users[2024-03]`, or without its month for an
            undated figure; `rates.EUR` for a rate.
        catalog: As for `evaluate`.
        currency: The currency of the number line, for a fact that is money.

    Raises:
        ValueError: If *fact* is no numeric fact.
        LookupError: As `evaluate` does.

    >>> from openai_landscape import Use
    >>> use = Use(activities=["run"])
    >>> [piece.outcome.value for piece in frontier("llama-3-community", use, "licensee.monthly_active_users[2024-03]")]
    ['permitted', 'needs_agreement']
    """
    line = _Line(fact, currency)
    free = line.set(use, None)
    points = sorted({(Fraction(0), 0), *_points(target, free, line, catalog), *_ends(free, line)})
    pieces: list[Piece] = []
    for start, end in zip(points, [*points[1:], END], strict=True):
        try:
            asked = line.set(use, _decimal(inside(start, end)))
            found = outcome(bindings_of(target, asked, catalog))
        except ValueError:
            continue  # the other figures leave no such number: product <= own <= with affiliates
        interval = _interval(start, end, whole=line.whole)
        if pieces and pieces[-1].outcome is found:
            last = pieces[-1].interval
            interval = interval.evolve(low=last.low, low_closed=last.low_closed)
            pieces.pop()
        pieces.append(Piece(interval=interval, outcome=found))
    return tuple(pieces)


class _Line:
    """One numeric fact of a use: how it is set, and to which of the evaluator's numbers it belongs."""

    def __init__(self, fact: str, currency: str) -> None:
        name, _, period = fact.partition("[")
        self.fact, self.name, self.period, self.currency = fact, name, period.removesuffix("]"), currency
        if name.startswith("rates."):
            self.kind = "rate"
        else:
            self.kind = fact_named(name).kind
        if self.kind not in ("users", "money", "rate"):
            numeric = ", ".join(path for path, spec in FACTS.items() if spec.measure)
            raise ValueError(
                f"{fact!r} is a {self.kind}, not a number; a frontier runs along one of {numeric} or rates.EUR"
            )

    @property
    def whole(self) -> bool:
        """Whether the number is a count."""
        return self.kind == "users"

    def belongs(self, slot: ChainSlot) -> bool:
        """Whether the number is one of the chain's, so that the chain's points can matter to it."""
        return any(
            path == self.fact or (not self.period and path.partition("[")[0] == self.name) for path in slot.facts
        )

    def set(self, use: Use, value: Decimal | None) -> Use:
        """Return *use* with the number set to *value*, or taken away."""
        if self.kind == "rate":
            rates = {name: rate for name, rate in use.rates.items() if name != self.name.removeprefix("rates.")}
            return use.evolve(rates=rates if value is None else {**rates, self.name.removeprefix("rates."): value})
        field = self.name.removeprefix("licensee.")
        figure = self._figure(getattr(use.licensee, field), value)
        return use.evolve(licensee=use.licensee.evolve(**{field: figure}))

    def _figure(self, held: object, value: Decimal | None) -> object:
        number: object = value
        if value is not None:
            number = int(value) if self.whole else Money(amount=value, currency=self.currency)
        if not self.period:
            return number
        others = (
            {period: each for period, each in held.items() if period != self.period}
            if isinstance(held, FrozenMapping)
            else {}
        )
        return {**others, self.period: number} if number is not None else others


def _points(target: Target | Sequence[Target], use: Use, line: _Line, catalog: Catalog | None) -> Iterator[Point]:
    for slot, cells in grounds(bindings_of(target, use, catalog)).space.cells.items():
        if isinstance(slot, ChainSlot) and line.belongs(slot):
            points = (test.reaches[1] for cell in cells for test in cell.true if test.reaches is not None)
            yield from points if line.kind != "money" else _converted(points, slot.currency, line, use)


def _converted(points: Iterable[Point], currency: str, line: _Line, use: Use) -> Iterator[Point]:
    """Put *points* of *currency* on a line of another; for want of a rate only nothing at all is the same in both."""
    have, want = rate(currency, use.rates), rate(line.currency, use.rates)
    for value, above in points:
        if currency == line.currency:
            yield value, above
        elif have is None or want is None or not isinstance(value, int | Fraction):
            yield Fraction(0), 1
        else:
            yield Fraction(value) * have / want, above


def _ends(use: Use, line: _Line) -> Iterator[Point]:
    """Where the other figures of the same quantity end the line: product <= own <= with affiliates."""
    measure = None if line.kind == "rate" else FACTS[line.name].measure
    if measure is None:
        return
    for fact in CHAINS[measure.quantity]:
        broader = fact.measure is not None and fact.measure.breadth > measure.breadth
        for figure in () if fact.path == line.name else _stated(use, fact, line.period):
            exact = in_currency(figure, line.currency, use.rates) if isinstance(figure, Money) else figure
            if exact is not None:
                yield (exact, 0) if not broader else (exact + 1, 0) if line.whole else (exact, 1)


def _stated(use: Use, fact: Fact, period: str) -> Iterator[int | Money]:
    figures = getattr(use.licensee, fact.path.removeprefix("licensee."))
    if isinstance(figures, FrozenMapping):
        yield from (figure for when, figure in figures.items() if period in ("", when))
    elif figures is not None:
        yield figures


def _decimal(value: int | Fraction | float) -> Decimal:
    exact = Fraction(value)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _interval(start: Point, end: Point, *, whole: bool) -> Interval:
    if end == END:
        return Interval(low=_decimal(start[0]), high=None, low_closed=not start[1], high_closed=False)
    high = _decimal(end[0]) - 1 if whole else _decimal(end[0])
    return Interval(low=_decimal(start[0]), high=high, low_closed=not start[1], high_closed=whole or bool(end[1]))
