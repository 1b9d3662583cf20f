"""Ways to lay a text out that leave every word as it is and where it is."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

Layout = Callable[[str], str]


def by_paragraph(layout: Layout) -> Layout:
    return lambda text: "\n\n".join(layout(paragraph) for paragraph in text.split("\n\n"))


def by_line(before: str) -> Layout:
    return lambda text: "\n".join(f"{before}{line}" for line in text.split("\n"))


def curly(text: str) -> str:
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


def straight(text: str) -> str:
    return text.translate({ord(mark): '"' for mark in "“”„«»"} | {ord(mark): "'" for mark in "‘’"})


PLAIN: Final[Mapping[str, Layout]] = {
    "on one line": lambda text: " ".join(text.split()),
    "in a column of 60": lambda text: "\n".join(textwrap.wrap(text, 60)),
    "in a column of 40, paragraphs kept": by_paragraph(lambda text: textwrap.fill(text, 40, break_long_words=False)),
    "in a column of 100, paragraphs kept": by_paragraph(lambda text: textwrap.fill(text, 100)),
    "upper case": str.upper,
    "lower case": str.lower,
    "title case": str.title,
    "curly quotation marks": curly,
    "straight quotation marks": straight,
    "a byte order mark": lambda text: f"\ufeff{text}",
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "wide spaces": lambda text: text.replace(" ", "   ").replace("\n", "  \n"),
    "indented": lambda text: textwrap.indent(text, "    "),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
}
"""Layouts that another layout may follow."""

MARKED: Final[Mapping[str, Layout]] = {
    "quoted": by_line("> "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "fenced": lambda text: f"```text\n{text}\n```\n",
    "in bold": by_paragraph(lambda text: f"**{text}**"),
    "with a heading mark": lambda text: f"# {text}",
    "between rules": lambda text: f"---\n\n{text}\n\n---\n",
    "other bullets": lambda text: re.sub(r"^(\s*)[-*•·–]\s", r"\1● ", text, flags=re.MULTILINE),
    "every line a bullet": by_line("* "),
    "comment of a script": by_line("# "),
    "comment of a program": lambda text: f"/*\n{by_line(' * ')(text)}\n */",
    "preformatted": lambda text: f"<pre>\n{text}\n</pre>",
    "marks escaped": lambda text: re.sub(r"([*_#])", r"\\\1", text),
}

LAYOUTS: Final = {**PLAIN, **MARKED}
