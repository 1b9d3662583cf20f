"""YAML 1.2 with places, by its core schema: `NO` is a text, `on` a key; keys written twice are faults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from openai_landscape.catalogue._places import Data, Document, EntryError, Fault, Path, Place, written

if TYPE_CHECKING:
    from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

_INTEGER: Final = re.compile(r"[-+]?[0-9]+", re.ASCII)
_HEX_OCTAL: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_WORDS: Final = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MOST: Final = 1_000_000


def read_yaml(text: str, file: str | None) -> Document:
    """Read *text*.

    Raises:
        EntryError: At the first place where it is no YAML; keys written twice are kept as faults of the document.
        ModuleNotFoundError: If the extra `yaml` is not installed.
    """
    node = _composed(text, file)
    return _Builder(file).document(node)


def _composed(text: str, file: str | None) -> Node | None:
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError
    except ModuleNotFoundError as error:
        message = "reading YAML needs ruamel.yaml; install it with: pip install 'openai-landscape[yaml]'"
        raise ModuleNotFoundError(message, name=error.name) from error
    try:
        node: Node | None = YAML(typ="rt", pure=True).compose(text)
    except RecursionError:
        raise EntryError((Fault(file, None, "", "nested too deeply"),)) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else None
        what = " ".join(f"{error.context or ''} {error.problem or ''}".split())
        raise EntryError((Fault(file, place, "", f"not YAML: {what}"),)) from None
    except YAMLError as error:
        raise EntryError((Fault(file, None, "", f"not YAML: {' '.join(str(error).split())}"),)) from None
    return node


class _Builder:
    def __init__(self, file: str | None) -> None:
        self.file = file
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.faults: list[Fault] = []
        self.open: set[int] = set()

    def document(self, node: Node | None) -> Document:
        if node is None:
            return Document(None, self.file, {(): Place(1, 1)}, {})
        data = self.value(node, ())
        return Document(data, self.file, self.values, self.keys, tuple(self.faults))

    def value(self, node: Node, path: Path) -> Data:
        self.values[path] = _place(node)
        if id(node) in self.open or len(self.values) > _MOST:
            raise EntryError(
                (Fault(self.file, _place(node), written(path), "an alias that never ends; write the value out"),)
            )
        self.open.add(id(node))
        try:
            return self.held(node, path)
        finally:
            self.open.discard(id(node))

    def held(self, node: Node, path: Path) -> Data:
        from ruamel.yaml.nodes import MappingNode, ScalarNode

        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, ScalarNode):
            return _scalar(node)
        return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]

    def mapping(self, node: MappingNode, path: Path) -> Data:
        found: dict[str, Data] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            at = (*path, key)
            if at in self.keys:
                message = f"the key {key!r} is written twice, first in line {self.keys[at].line}; keep one"
                self.faults.append(Fault(self.file, _place(key_node), written(at), message))
            self.keys[at] = _place(key_node)
            found[key] = self.value(value_node, at)
        return found


def _place(node: Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def _scalar(node: ScalarNode) -> Data:
    text = str(node.value)
    if node.style or str(node.tag).endswith(":str"):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _HEX_OCTAL.fullmatch(text):
        return int(text, 0)
    return float(text) if _FLOAT.fullmatch(text) else text
