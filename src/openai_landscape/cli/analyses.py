"""`frontier` and `compare`: the same question along one number, and how two licences differ."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import click
from rich.console import Console
from rich.text import Text

from openai_landscape.cli import complete
from openai_landscape.cli.output import put_json, put_wrapped, reader_may_leave, screen
from openai_landscape.cli.told import OUTCOME_COLOURS
from openai_landscape.cli.use_options import Stated, use_options
from openai_landscape.evaluation import Comparison, Difference, Interval, Witness, compare, frontier
from openai_landscape.use import ACTIVITIES


@click.command("frontier")
@click.argument("target", metavar="MODEL_OR_LICENCE", shell_complete=complete.targets)
@click.argument("fact", metavar="FACT", shell_complete=complete.numbers)
@use_options
@click.option("--currency", default="USD", show_default=True, help="The currency of the line, for amounts of money.")
@click.option("--json", "as_json", is_flag=True, help="Print the pieces as JSON.")
def frontier_command(target: str, fact: str, *, currency: str, as_json: bool, **facts: Any) -> None:  # noqa: ANN401 - click hands over what the options parse to
    r"""Where along one number does the answer change? FACT is its path, with the month in brackets if it is dated.

    \b
    Examples:
      openai-landscape frontier llama-3-community --activity host \\
        "licensee.monthly_active_users[2024-03]"
      openai-landscape frontier "Stable Diffusion 3.5" --activity embed \\
        licensee.annual_revenue
    """
    pieces = frontier(target, Stated(**facts).use(), fact, currency=currency)
    with reader_may_leave():
        if as_json:
            put_json([piece.model_dump(mode="json") for piece in pieces])
            return
        console = screen()
        put_wrapped(console, f"{target}, along {fact}", style="bold")
        width = max(len(_told(piece.interval)) for piece in pieces)
        for piece in pieces:
            said = Text(piece.outcome.replace("_", " "), style=OUTCOME_COLOURS[piece.outcome])
            put_wrapped(console, said, lead=f"  {_told(piece.interval):<{width}}  ")


def _told(interval: Interval) -> str:
    low = f"{'' if interval.low_closed else 'above '}{_number(interval.low)}"
    if interval.high is None:
        return f"{low} and more" if interval.low_closed else low
    if interval.low == interval.high:
        return low
    return f"{low} to {'' if interval.high_closed else 'below '}{_number(interval.high)}"


def _number(value: Decimal) -> str:
    return f"{value:,f}"


@click.command("compare")
@click.argument("first", metavar="LICENCE", shell_complete=complete.licenses)
@click.argument("second", metavar="LICENCE", shell_complete=complete.licenses)
@click.option("--json", "as_json", is_flag=True, help="Print differences and witnesses as JSON.")
def compare_command(first: str, second: str, *, as_json: bool) -> None:
    r"""Do two licences ever answer differently, and for which uses? Every difference comes with a use that shows it.

    \b
    Examples:
      openai-landscape compare llama-3-community llama-3.1-community
      openai-landscape compare mit apache-2.0 --json
    """
    found = compare(first, second)
    with reader_may_leave():
        if as_json:
            put_json(found.model_dump(mode="json"))
        else:
            _put_comparison(screen(), found)


_DIFFERS: Final = {
    True: "they differ",
    False: "they never differ",
    None: "no difference found, but not all could be gone through",
}

_UNREMARKABLE: Final = frozenset(
    {
        "component weights",
        "received_in_product false",
        "circumstances.safeguards_removed false",
        "circumstances.sanctioned_party false",
    }
)
"""What goes without saying of a use that is told in short."""


def _put_comparison(console: Console, found: Comparison) -> None:
    head = f"{found.first} and {found.second}: {_DIFFERS[found.differs]}"
    put_wrapped(console, f"{head} ({found.cells:,} cases told apart)", style="bold")
    left = [activity for activity in ACTIVITIES if activity not in found.covered]
    if left:
        put_wrapped(console, f"not gone through to the end: {', '.join(left)}")
    for about, text in dict.fromkeys((each.about, each.text) for each in found.differences):
        alike = [each for each in found.differences if (each.about, each.text) == (about, text)]
        _put_difference(console, alike, found)


def _put_difference(console: Console, alike: list[Difference], found: Comparison) -> None:
    """Print one difference with its activities and, where it is the outcome's, a use that shows it."""
    first = alike[0]
    activities = [each.activity for each in alike]
    whose = "all activities" if len(activities) == len(ACTIVITIES) else ", ".join(activities)
    put_wrapped(console, f"{_in_words(first, found)} ({whose})", lead="  ")
    if first.about == "outcome":
        shows = next((witness for witness in found.witnesses if first in witness.shows), None)
        if shows is not None:
            put_wrapped(console, f"for example: {_in_short(shows)}", lead="    ")


def _in_words(difference: Difference, found: Comparison) -> str:
    if difference.about == "outcome":
        one, _, other = difference.text.replace("_", " ").replace("needs", "needs an").partition(" against ")
        return f"{found.first} {one}, {found.second} {other}"
    which, _, duty = difference.text.partition(": ")
    return f"only {found.first if which == 'only the first' else found.second} asks for: {duty}"


def _in_short(witness: Witness) -> str:
    """Return what the use of a witness states that is worth a word: numbers above 0, words, flags."""
    facts = _facts("", witness.use.model_dump(mode="json", exclude_unset=True, exclude={"activities"}))
    told = [fact for fact in facts if fact not in _UNREMARKABLE]
    return ", ".join([" and ".join(witness.use.activities), *told])


def _facts(path: str, value: object) -> list[str]:
    if isinstance(value, dict):
        return [said for key, inner in value.items() for said in _facts(_below(path, key), inner)]
    if isinstance(value, bool):
        return [f"{path} {str(value).lower()}"]
    if isinstance(value, list):
        return [f"{path} {' and '.join(map(str, value))}"] if value else []
    if isinstance(value, int):
        return [f"{path} {value:,}"] if value else []
    return [] if value is None else [f"{path} {value}"]


def _below(path: str, key: str) -> str:
    if not path:
        return key
    return f"{path}.{key}" if key.isidentifier() else f"{path}[{key}]"
