"""`evaluate`: may this use be made of a model or under a licence."""

from __future__ import annotations

from typing import Any

import click

from openai_landscape.cli.output import put_json, screen
from openai_landscape.cli.use_options import stated_use, use_options
from openai_landscape.evaluation import Outcome, evaluate

STATUS = {Outcome.PERMITTED: 0, Outcome.DEPENDS: 3, Outcome.NEEDS_AGREEMENT: 1, Outcome.PROHIBITED: 1}


@click.command("evaluate")
@click.argument("targets", nargs=-1, required=True, metavar="MODEL_OR_LICENCE…")
@use_options
@click.option("--strict", is_flag=True, help="Count every default as unknown.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
def evaluate_command(targets: tuple[str, ...], *, strict: bool, as_json: bool, **facts: Any) -> int:  # noqa: ANN401 - click hands over what the options parse to
    r"""May this use be made of MODEL_OR_LICENCE? Several are used together.

    Exit status: 0 permitted, 1 prohibited or needs an agreement, 3 depends.

    \b
    Examples:
      openai-landscape evaluate llama-3-community --activity embed --purpose commercial
      openai-landscape evaluate "Llama 3 70B" --activity host --users 2024-03=700000001
      openai-landscape evaluate mit apache-2.0 --use use.json --json
    """
    verdict = evaluate(targets, stated_use(**facts), strict=strict)
    if as_json:
        put_json(verdict.model_dump(mode="json"))
    else:
        screen().print(str(verdict), highlight=False, markup=False, soft_wrap=False)
    return STATUS[verdict.outcome]
