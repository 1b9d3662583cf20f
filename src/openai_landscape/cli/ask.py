"""Missing facts asked for at a terminal, the most decisive first, until the answer is certain."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import click

from openai_landscape.cli.faults import one_of
from openai_landscape.cli.use_options import Data, InvalidUseError, Stated, count, put, validated
from openai_landscape.evaluation import Verdict, evaluate
from openai_landscape.evaluation._told import fact_in_words
from openai_landscape.use import ACTIVITIES, FACTS, Fact

_RATE: Final = Fact("rates", "text", "")
_UNSAYABLE: Final = ("license[", "ancestry[")
"""What no fact of a use can say: what is not on record."""


class Form(NamedTuple):
    """How a fact of one kind is typed in: what to write, and what it then is in JSON."""

    write: str
    read: Callable[[str, Fact], object]


def settled(targets: Sequence[str], stated: Stated, *, strict: bool) -> Verdict:
    """Return the verdict after all has been asked that it depends on and somebody knows."""
    data = stated.data
    if not data.get("activities"):
        data = _asked(data, "activities", "what is to be done", _ACTIVITY)
    use = validated(data) if data is not stated.data else stated.use()
    passed: set[str] = set()
    while True:
        verdict = evaluate(targets, use, strict=strict)
        path = next((each for each in verdict.unknown if each not in passed and not each.startswith(_UNSAYABLE)), None)
        if path is None:
            return verdict
        passed.add(path)
        data = _asked(data, path, fact_in_words(path), _fact(path), verdict)
        use = validated(data)


def _asked(data: Data, path: str, says: str, fact: Fact, verdict: Verdict | None = None) -> Data:
    """Return *data* with the answer, or as it is where somebody does not know."""
    form = FORMS[fact.kind]
    click.echo(f"{path}: {says}", err=True)
    while True:
        typed = click.prompt(f"  {_how(form, fact)}", default="", show_default=False, err=True).strip()
        if not typed:
            return data
        try:
            changed = _put(data, path, form.read(typed, fact), verdict)
            validated({"activities": ["run"], **changed})
        except InvalidUseError as error:
            click.echo(f"  {error}", err=True)
        except ValueError as error:
            click.echo(f"  {path}: {error}", err=True)
        else:
            return changed


def _how(form: Form, fact: Fact) -> str:
    words = f" ({', '.join(fact.values)})" if fact.values else ""
    return f"{form.write}{words}; Enter if you do not know"


def _put(data: Data, path: str, value: object, verdict: Verdict | None) -> Data:
    if path != "registered":
        return put(data, path, value)
    # a use lists the licences for which a registration is done
    findings = verdict.findings if verdict is not None else ()
    asking = {finding.license for finding in findings if path in finding.depends_on}
    return put(data, path, sorted(asking) if value else [])


def _fact(path: str) -> Fact:
    name = path.partition("[")[0]
    if name.startswith("rates."):
        return _RATE
    return FACTS[name.rpartition(".")[2] if name.startswith("per_target.") else name]


def _word(typed: str, fact: Fact) -> str:
    if typed not in fact.values:
        raise ValueError(one_of(typed, fact.values))
    return typed


def _words(typed: str, fact: Fact) -> list[str]:
    if typed == "none":
        return []
    return [_word(each, fact) for each in re.split(r"[,\s]+", typed) if each]


def _flag(typed: str, fact: Fact) -> bool:
    del fact
    if typed.casefold() not in _YES_OR_NO:
        raise ValueError(f"{typed!r}: write yes or no")
    return _YES_OR_NO[typed.casefold()]


def _places(typed: str, fact: Fact) -> list[str]:
    del fact
    return [each.upper() for each in re.split(r"[,\s]+", typed) if each]


def _money(typed: str, fact: Fact) -> dict[str, str]:
    del fact
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]{3})", typed.replace(",", "").replace("_", ""), re.ASCII)
    if not found:
        raise ValueError(f"{typed!r}: write an amount and its currency, such as 20000000 USD")
    return {"amount": found[1], "currency": found[2].upper()}


_YES_OR_NO: Final = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}

_ACTIVITY: Final = Fact("activities", "set", "", tuple(ACTIVITIES))

FORMS: Final = {
    "choice": Form("one word", _word),
    "flag": Form("yes or no", _flag),
    "set": Form("words with commas, or none", _words),
    "places": Form("ISO codes with commas, or * for worldwide", _places),
    "country": Form("an ISO code such as DE", lambda typed, _: typed.upper()),
    "users": Form("a whole number", lambda typed, _: count(typed, "")),
    "money": Form("an amount and its currency, such as 20000000 USD", _money),
    "text": Form("text", lambda typed, _: typed),
    "date": Form("a day, YYYY-MM-DD", lambda typed, _: typed),
}
"""How facts of each kind are asked for."""
