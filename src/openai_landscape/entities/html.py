"""HTML that cannot be broken by what it shows: every text is escaped unless it was built here."""

from __future__ import annotations

import html
from collections.abc import Iterable


class Html(str):
    """Markup that `element` and `join` built; any other text is escaped when it is put into an element."""

    __slots__ = ()

    def __html__(self) -> Html:
        """Return the markup itself: template engines put it in as it is."""
        return self


def escaped(text: str) -> Html:
    """Return *text* as markup that shows it; markup stays as it is.

    >>> escaped("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    return text if isinstance(text, Html) else Html(html.escape(text))


def join(parts: Iterable[str]) -> Html:
    """Return *parts* one after the other, each escaped."""
    return Html("".join(map(escaped, parts)))


def element(name: str, *children: str, **attributes: str) -> Html:
    """Return an element; an attribute's trailing underscore is dropped, so that `class_` can be written.

    >>> element("p", "a < b, ", element("em", "really"), class_="note")
    '<p class="note">a &lt; b, <em>really</em></p>'
    """
    said = "".join(f' {key.removesuffix("_")}="{html.escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{said}>{join(children)}</{name}>")


def items(lines: Iterable[str]) -> Html:
    """Return *lines* as a list, nothing where there are none."""
    found = [element("li", line) for line in lines]
    return element("ul", *found) if found else Html()


def table(rows: Iterable[tuple[str, str | None]]) -> Html:
    """Return *rows* of a name and a value as a table; those without a value are left out."""
    found = [element("tr", element("th", name, scope="row"), element("td", value)) for name, value in rows if value]
    return element("table", element("tbody", *found)) if found else Html()


def card(title: str, about: str, *parts: str) -> Html:
    """Return a titled block: no colours and no styles of its own, so that it reads on light and on dark ground."""
    head = element("p", element("strong", title), *([" ", element("span", about)] if about else []))
    return element("div", head, *parts, class_="openai-landscape")
