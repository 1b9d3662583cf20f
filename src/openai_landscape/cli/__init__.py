"""A thin command line over the public functions."""

from openai_landscape.cli.app import run

__all__ = ["run"]
