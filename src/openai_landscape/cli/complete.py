"""What a shell may offer to complete: names of models and licences, facts."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from openai_landscape.catalogue import catalog
from openai_landscape.use import FACTS


def facts(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the facts whose path begins as typed."""
    del context, parameter
    return [CompletionItem(path, help=fact.says) for path, fact in FACTS.items() if path.startswith(incomplete)]


def numbers(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the facts that are numbers whose path begins as typed."""
    return [item for item in facts(context, parameter, incomplete) if FACTS[item.value].measure is not None]


def licenses(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the licences that begin as typed."""
    del context, parameter
    return [CompletionItem(id_) for id_ in catalog().licenses if id_.startswith(incomplete)]


def targets(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the models and licences that begin as typed."""
    models = [CompletionItem(id_) for id_ in catalog().models if id_.startswith(incomplete)]
    return [*models, *licenses(context, parameter, incomplete)]
