"""HTML read back, to compare what a reader sees with what was put in."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from attrs import define, field
from typing_extensions import override

VOID: Final = frozenset({"br", "hr", "input", "link", "meta"})


@define
class Node:
    """An element with its attributes and what is in it."""

    name: str
    attributes: dict[str, str] = field(factory=dict)
    children: list[Node | str] = field(factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield this element and all that are in it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, name: str, **attributes: str) -> list[Node]:
        """Return the elements called *name* that have the attributes; an underscore stands for a hyphen."""
        wanted = {key.strip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [node for node in self.walk() if node.name == name and wanted.items() <= node.attributes.items()]

    def text(self, *, without: str = "") -> str:
        """Return the text in this element, leaving out elements called *without*."""
        parts = (
            child if isinstance(child, str) else "" if child.name == without else child.text(without=without)
            for child in self.children
        )
        return "".join(parts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("document")]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {key: value or "" for key, value in attrs}))

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    @override
    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(markup: str) -> Node:
    """Return the document; fails where an element is closed that is not the one open."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].name}> is not closed"
    return reader.open[0]
