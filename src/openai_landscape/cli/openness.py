"""`openness`: how open a model is, by each definition."""

from __future__ import annotations

from typing import Final, get_args

import click
from rich.console import Console
from rich.text import Text

from openai_landscape.cli.complete import targets as known_targets
from openai_landscape.cli.output import put_json, put_wrapped, reader_may_leave, screen
from openai_landscape.cli.told import put_hanging
from openai_landscape.cli.use_options import Word
from openai_landscape.definitions import DefinitionId, OpennessVerdict, openness

_COLOURS: Final = {
    "meets": "green",
    "class_i": "green",
    "class_ii": "green",
    "class_iii": "yellow",
    "unknown": "bright_black",
    "does_not_meet": "red",
    "met": "green",
    "not_met": "red",
    "not_applicable": "bright_black",
}


@click.command("openness")
@click.argument("model", metavar="MODEL", shell_complete=known_targets)
@click.option(
    "--definition",
    "definitions",
    multiple=True,
    type=Word(get_args(DefinitionId)),
    metavar="DEFINITION",
    help=f"One of {', '.join(get_args(DefinitionId))}. Repeatable; all of them by default.",
)
@click.option("--reasons", is_flag=True, help="Print every criterion, with its grounds.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
def openness_command(model: str, definitions: tuple[DefinitionId, ...], *, reasons: bool, as_json: bool) -> None:
    r"""How open is MODEL? "Open" has several definitions, and a model can meet one and not another.

    Criteria that are not met, or of which not enough is recorded, are listed with the reason.

    \b
    Examples:
      openai-landscape openness "Llama 3 8B"
      openai-landscape openness "DeepSeek R1" --definition osaid-1.0 --reasons
    """
    found = [openness(model, definition) for definition in definitions or get_args(DefinitionId)]
    with reader_may_leave():
        if as_json:
            put_json([each.model_dump(mode="json") for each in found])
        else:
            console = screen()
            for each in found:
                _put(console, each, reasons=reasons)


def _put(console: Console, found: OpennessVerdict, *, reasons: bool) -> None:
    line = Text(f"{found.target} under {found.definition}: ")
    line.append(found.outcome.replace("_", " "), style=f"bold {_COLOURS[found.outcome]}")
    if found.at_best is not None and found.at_best != found.outcome:
        line.append(f", at best {found.at_best.replace('_', ' ')}")
    put_wrapped(console, line)
    shown = found.criteria if reasons else [each for each in found.criteria if each.outcome in ("not_met", "unknown")]
    for each in shown:
        put_hanging(console, f"{each.id} {each.name}: {each.outcome.replace('_', ' ')}: {each.reason}", 2)
        if reasons:
            for ground in each.grounds:
                put_hanging(console, ground.text, 4)
    for note in found.notes:
        put_hanging(console, f"note: {note}", 2)
