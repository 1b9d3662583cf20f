"""The commands, their exit statuses, and what is said when something is wrong."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from pydantic import ValidationError

from openai_landscape._version import __version__
from openai_landscape.cli.evaluate import evaluate_command
from openai_landscape.cli.faults import told
from openai_landscape.cli.overview import overview_command
from openai_landscape.cli.report import report_command
from openai_landscape.cli.texts import check_command, read_command

DONE, NO, BAD, DEPENDS, FAULT = 0, 1, 2, 3, 70
"""Exit statuses: done; the answer is no; bad usage or input; it depends; an internal fault."""


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="openai-landscape")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.pass_context
def app(context: click.Context, *, as_json: bool) -> None:
    r"""May we use this model for that? And what do texts claim of models and licences?

    Without a command: the claims of the five texts that come with the package, held against the licences.

    \b
    Examples:
      openai-landscape
      openai-landscape evaluate "Llama 3 70B" --activity embed --purpose commercial
      openai-landscape read article.txt --jsonl
      openai-landscape check article.txt
      openai-landscape report article.txt -o page.html
    """
    if context.invoked_subcommand is None:
        context.exit(context.invoke(overview_command, as_json=as_json))


app.add_command(evaluate_command)
app.add_command(read_command)
app.add_command(check_command)
app.add_command(report_command)


def run(arguments: Sequence[str]) -> int:
    """Run the command line with *arguments* and return the exit status."""
    try:
        status = app.main(list(arguments), prog_name="openai-landscape", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return BAD
    except click.Abort:
        return 130
    except (ValidationError, LookupError, ValueError, OSError) as error:
        sys.stderr.write("".join(f"openai-landscape: {line}\n" for line in told(error)))
        return BAD
    except Exception as error:  # noqa: BLE001 - the border of the program: whatever it is, the user gets a sentence
        sys.stderr.write(f"openai-landscape: internal fault, please report it: {type(error).__name__}: {error}\n")
        return FAULT
    return status if isinstance(status, int) else DONE
