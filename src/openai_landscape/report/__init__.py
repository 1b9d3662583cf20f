"""The page: what texts claim, shown in place with what the record says of it."""

from openai_landscape.report._texts import STATUSES, Text
from openai_landscape.report._page import assessed, page, render

__all__ = ["STATUSES", "Text", "assessed", "page", "render"]
