"""The page: what texts claim, shown in place with what the record says of it."""

from openai_landscape.report.page import render

__all__ = ["render"]
