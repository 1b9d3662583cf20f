"""`evaluate`: may this use be made of a model or under a licence."""

from __future__ import annotations

import sys
from typing import Any, Final

import click

from openai_landscape.cli.ask import settled
from openai_landscape.cli.complete import targets as known_targets
from openai_landscape.cli.output import put_json, reader_may_leave, screen
from openai_landscape.cli.told import put_verdict
from openai_landscape.cli.use_options import Stated, use_options
from openai_landscape.evaluation import Outcome, evaluate

STATUS: Final = {Outcome.PERMITTED: 0, Outcome.DEPENDS: 3, Outcome.NEEDS_AGREEMENT: 1, Outcome.PROHIBITED: 1}
"""The exit status that says an outcome."""


@click.command("evaluate")
@click.argument("targets", nargs=-1, required=True, metavar="MODEL_OR_LICENCE…", shell_complete=known_targets)
@use_options
@click.option("--strict", is_flag=True, help="Count every default as unknown.")
@click.option("--ask", is_flag=True, help="Ask for the facts that are missing, the most decisive first.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
def evaluate_command(targets: tuple[str, ...], *, strict: bool, ask: bool, as_json: bool, **facts: Any) -> int:  # noqa: ANN401 - click hands over what the options parse to
    r"""May this use be made of MODEL_OR_LICENCE? Several are used together.

    Facts that are not given are unknown, and the answer may depend on them.

    Exit status: 0 permitted, 1 prohibited or needs an agreement, 3 depends.

    \b
    Examples:
      openai-landscape evaluate "Llama 3 70B" --activity embed --kind company
      openai-landscape evaluate llama-3 --activity host --users 2024-03=700000001
      openai-landscape evaluate mit apache-2.0 --use use.json --json
      openai-landscape evaluate "FLUX.1 dev" --activity embed --ask
    """
    stated = Stated(**facts)
    if ask:
        if not sys.stdin.isatty():
            raise click.UsageError("--ask needs a terminal to ask on; give the facts as options or with --use")
        verdict = settled(targets, stated, strict=strict)
    else:
        verdict = evaluate(targets, stated.use(), strict=strict)
    with reader_may_leave():
        if as_json:
            put_json(verdict.model_dump(mode="json"))
        else:
            put_verdict(screen(), verdict)
    return STATUS[verdict.outcome]
