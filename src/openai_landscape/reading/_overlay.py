"""A source as a page, its claims marked where they stand and explained below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Final, TypeAlias

from openai_landscape.entities import Source
from openai_landscape.reading._regex import lazily

Explained: TypeAlias = tuple[Sequence[tuple[int, int]], str]
"""The places of a claim, and why it was read."""
_FURNITURE: Final = 0
"""Its number among those of the claims, which begin at 1."""

_HEAD: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; padding: 0 1rem }}
article, pre {{ overflow-wrap: anywhere; white-space: pre-wrap }}
mark a {{ color: inherit; font-size: .7em; vertical-align: super }}
mark, li {{ unicode-bidi: isolate }}
.furniture {{ opacity: .55 }}
i {{ border: 1px solid; font-size: .7em; padding: 0 .2em }}
:target {{ outline: 2px solid }}
</style>
</head>
<body>
<h1>{title}</h1>
"""
_CONTROL: Final = lazily(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]"
)
"""What HTML does not allow, and what would turn the writing direction of the page: shown by its number."""


def overlay(source: Source, explained: Sequence[Explained]) -> str:
    """Return *source* as a page of HTML; each of *explained* has its places in the text and its explanation."""
    title = shown(source.title or source.id)
    parts = [_HEAD.format(language=source.language or "und", title=title), "<main>\n<article>"]
    parts += _marked(source, explained)
    parts.append(f"</article>\n<h2>{len(explained)} claims</h2>\n<ol>\n")
    parts += (f'<li id="claim-{n}"><pre>{shown(told)}</pre></li>\n' for n, (_, told) in enumerate(explained, 1))
    parts.append("</ol>\n</main>\n</body>\n</html>\n")
    return "".join(parts)


def shown(text: str) -> str:
    """Return *text* as HTML that shows it and nothing else.

    >>> shown("<b>\u202e&")
    '&lt;b&gt;<i>U+202E</i>&amp;'
    """
    return _CONTROL.sub(lambda match: f"<i>U+{ord(match[0]):04X}</i>", escape(text))


def _marked(source: Source, explained: Sequence[Explained]) -> Iterator[str]:
    """Yield the text in pieces, cut wherever a claim or a piece of furniture begins or ends."""
    placed = [(span.start, span.end, _FURNITURE) for span in source.furniture]
    placed += [(start, end, number) for number, (places, _) in enumerate(explained, 1) for start, end in places]
    change: dict[int, Counter[int]] = {0: Counter(), len(source.text): Counter()}
    for start, end, number in placed:
        change.setdefault(start, Counter())[number] += 1
        change.setdefault(end, Counter())[number] -= 1
    open_: Counter[int] = Counter()
    for start, end in pairwise(sorted(change)):
        before = +open_
        open_.update(change[start])
        held = sorted(number for number in +open_ if number != _FURNITURE)
        begun = [number for number in held if number not in before]
        yield _piece(shown(source.text[start:end]), held, begun, aside=open_[_FURNITURE] > 0)


def _piece(text: str, held: Sequence[int], begun: Sequence[int], *, aside: bool) -> str:
    links = "".join(f'<a href="#claim-{number}">{number}</a>' for number in begun)
    if held:
        text = f'<mark data-claims="{" ".join(map(str, held))}">{links}{text}</mark>'
    return f'<span class="furniture">{text}</span>' if aside else text
