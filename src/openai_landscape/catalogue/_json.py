"""JSON with places (RFC 8259): keys written twice are faults, and every fault has its line and column."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Final

from openai_landscape.catalogue._places import Data, Document, EntryError, Fault, Path, Place, written

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_BEGUN: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*')
_STRING: Final = re.compile(f'{_BEGUN.pattern}"')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<rest>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)", re.ASCII)
_WORDS: Final = {"true": True, "false": False, "null": None}
_DEEPEST: Final = 100


def read_json(text: str, file: str | None) -> Document:
    """Read *text*.

    Raises:
        EntryError: At the first place where it is no JSON; keys written twice are kept as faults of the document.
    """
    return _Reader(text, file).document()


class _Reader:
    def __init__(self, text: str, file: str | None) -> None:
        self.text = text
        self.file = file
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.faults: list[Fault] = []

    def document(self) -> Document:
        data, end = self.value(self.skip(0), ())
        if self.skip(end) != len(self.text):
            raise self.broken(self.skip(end), (), "something follows the document; write one value a file")
        return Document(data, self.file, self.values, self.keys, tuple(self.faults))

    def skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def place(self, at: int) -> Place:
        line = bisect_right(self.starts, at)
        return Place(line, at - self.starts[line - 1] + 1)

    def broken(self, at: int, path: Path, message: str) -> EntryError:
        found = f"found {self.text[at]!r}" if at < len(self.text) else "the text ends"
        return EntryError((Fault(self.file, self.place(at), written(path), f"{found}: {message}"),))

    def value(self, at: int, path: Path) -> tuple[Data, int]:
        self.values[path] = self.place(at)
        opening = self.text[at : at + 1]
        if len(path) >= _DEEPEST:
            raise self.broken(at, path[:3], f"nested deeper than {_DEEPEST} levels")
        if opening == "{":
            return self.mapping(at + 1, path)
        if opening == "[":
            return self.sequence(at + 1, path)
        return self.string(at, path) if opening == '"' else self.scalar(at, path)

    def string(self, at: int, path: Path) -> tuple[str, int]:
        match = _STRING.match(self.text, at)
        if match is None:
            raise self.broken_string(at, path)
        return str(json.loads(match[0])), match.end()

    def broken_string(self, at: int, path: Path) -> EntryError:
        if self.text[at : at + 1] != '"':
            return self.broken(at, path, 'not a string; it begins and ends with "')
        begun = _BEGUN.match(self.text, at)
        end = begun.end() if begun else at
        message = (
            'an escape is one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000'
            if self.text[end : end + 1] == "\\"
            else 'the string has no closing "; line ends are written \\n'
        )
        return self.broken(end, path, message)

    def scalar(self, at: int, path: Path) -> tuple[Data, int]:
        for word, meant in _WORDS.items():
            if self.text.startswith(word, at):
                return meant, at + len(word)
        match = _NUMBER.match(self.text, at)
        if match is None:
            raise self.broken(at, path, "not a value; write a string, number, true, false, null, list or object")
        return (float(match[0]) if match["rest"] else int(match[0])), match.end()

    def mapping(self, at: int, path: Path) -> tuple[Data, int]:
        found: dict[str, Data] = {}
        at = self.skip(at)
        while self.text[at : at + 1] != "}":
            key_at = at
            key, at = self.string(at, path)
            at = self.expect(self.skip(at), ":", (*path, key), "a colon stands between a key and its value")
            self.note_key((*path, key), key_at)
            found[key], at = self.value(self.skip(at), (*path, key))
            at = self.next(self.skip(at), "}", path)
        return found, at + 1

    def note_key(self, path: Path, at: int) -> None:
        if path in self.keys:
            message = f"the key {path[-1]!r} is written twice, first in line {self.keys[path].line}; keep one"
            self.faults.append(Fault(self.file, self.place(at), written(path), message))
        self.keys[path] = self.place(at)

    def sequence(self, at: int, path: Path) -> tuple[Data, int]:
        found: list[Data] = []
        at = self.skip(at)
        while self.text[at : at + 1] != "]":
            item, at = self.value(at, (*path, len(found)))
            found.append(item)
            at = self.next(self.skip(at), "]", path)
        return found, at + 1

    def next(self, at: int, closing: str, path: Path) -> int:
        """Step over a comma to what follows it, or stay at *closing*."""
        if self.text[at : at + 1] == closing:
            return at
        after = self.skip(self.expect(at, ",", path, f"a comma or {closing} stands between what is inside"))
        if self.text[after : after + 1] == closing:
            raise self.broken(after, path, "nothing follows the comma; take it away")
        return after

    def expect(self, at: int, what: str, path: Path, message: str) -> int:
        if self.text[at : at + 1] != what:
            raise self.broken(at, path, message)
        return at + 1
