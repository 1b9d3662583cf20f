"""The page: what texts claim, shown in place with what the record says of it."""

from openai_landscape.report._page import assessed, page, render
from openai_landscape.report._texts import STATUSES, Text

__all__ = ["STATUSES", "Text", "assessed", "page", "render"]
