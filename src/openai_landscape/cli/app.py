"""The commands, their exit statuses, and what is said when something is wrong."""

from __future__ import annotations

import contextlib
import difflib
import io
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

import click
from typing_extensions import override

from openai_landscape._version import __version__
from openai_landscape.cli.output import reader_may_leave

DONE, NO, BAD, DEPENDS, FAULT, STOPPED = 0, 1, 2, 3, 70, 130
"""Exit statuses: done; the answer is no; bad usage or input; it depends; an internal fault; stopped by the user."""

COMMANDS: Final = {
    "evaluate": "evaluate:evaluate_command",
    "frontier": "analyses:frontier_command",
    "compare": "analyses:compare_command",
    "openness": "openness:openness_command",
    "read": "texts:read_command",
    "check": "texts:check_command",
    "report": "report:report_command",
    "identify": "identify:identify_command",
    "lint": "lint:lint_command",
}
"""Each command with where it lives: a module is imported when its command is asked for."""


class _Commands(click.Group):
    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(f"openai_landscape.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return _as_laid_out(command)

    @override
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            rather = f"perhaps {near[0]!r}" if near else f"there are {', '.join(COMMANDS)}"
            raise click.UsageError(f"no command is called {args[0]!r}; {rather}", ctx)
        return super().resolve_command(ctx, args)


def _as_laid_out(command: click.Command) -> click.Command:
    """Return *command* with the mark that keeps lines as they are: a raw docstring has it spelled out."""
    command.help = (command.help or "").replace("\\b\n", "\b\n")
    return command


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="openai-landscape")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.pass_context
def app(context: click.Context, *, as_json: bool) -> None:
    r"""May we use this model for that? And what do texts claim of models and licences?

    Without a command: the claims of the five texts that come with the package, held against the licences, and what the
    licences behind them say to companies of 500, 700 and 800 million monthly users.

    \b
    Examples:
      openai-landscape
      openai-landscape evaluate "Llama 3 70B" --activity embed --kind company
      openai-landscape compare llama-3-community llama-3.1-community
      openai-landscape check article.txt
      openai-landscape report article.txt -o page.html
      openai-landscape identify LICENSE

    \b
    Exit status: 0 done; 1 the answer is no; 3 it depends;
      2 bad usage or input; 70 an internal fault.

    \b
    Completion, in the shell's own start file:
      bash: eval "$(_OPENAI_LANDSCAPE_COMPLETE=bash_source openai-landscape)"
      zsh:  eval "$(_OPENAI_LANDSCAPE_COMPLETE=zsh_source openai-landscape)"
      fish: _OPENAI_LANDSCAPE_COMPLETE=fish_source openai-landscape | source
    """
    if context.invoked_subcommand is None:
        from openai_landscape.cli.overview import overview_command

        context.exit(context.invoke(overview_command, as_json=as_json))
    if as_json:
        raise click.UsageError(f"--json: write it behind the command, {context.invoked_subcommand} … --json", context)


_as_laid_out(app)


def run(arguments: Sequence[str]) -> int:
    """Run the command line with *arguments* and return the exit status."""
    _print_what_can_be_printed()
    stdout = sys.stdout
    try:
        status = app.main(list(arguments), prog_name="openai-landscape", standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except SystemExit as stop:
        # click ends so after it has told a shell what fits, and where help is not read to its end: then the broken
        # stream has another in its place
        return _status(stop.code) if sys.stdout is stdout else DONE
    except click.Abort:
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the border of the program: whatever it is, the user gets a sentence
        return _failed(error)
    with reader_may_leave():
        sys.stdout.flush()
    return _status(status)


def _status(status: object) -> int:
    return status if isinstance(status, int) else DONE


def _print_what_can_be_printed() -> None:
    """Let a stream that cannot print a character print its number instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _failed(error: Exception) -> int:
    from openai_landscape.cli.faults import told

    if isinstance(error, click.UsageError):
        _complain(_usage(error))
    elif isinstance(error, click.ClickException):
        _complain(error.format_message())
    elif _is_input(error):
        for line in told(error):
            _complain(line)
    else:
        _complain(f"internal fault, please report it: {type(error).__name__}: {error}")
        return FAULT
    return BAD


def _is_input(error: Exception) -> bool:
    """Whether it is about what the user gave: a name, a value, a file, an extra that is not installed."""
    from pydantic import ValidationError

    if isinstance(error, KeyError | IndexError | ValidationError):
        return False
    return isinstance(error, LookupError | ValueError | OSError | ModuleNotFoundError)


def _usage(error: click.UsageError) -> str:
    said = error.format_message().rstrip(".")
    command = error.ctx.command_path if error.ctx else "openai-landscape"
    return f"{said[:1].lower()}{said[1:]}; see {command} --help"


def _complain(line: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(f"openai-landscape: {line}\n")
