"""Regular expressions that are compiled when they are first used: most texts need few of them."""

from __future__ import annotations

import re
from typing import cast


class _Waiting:
    """Stands for a pattern; what is asked of it is the compiled one's, which takes its place."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        self.match, self.search, self.fullmatch = compiled.match, compiled.search, compiled.fullmatch
        self.finditer, self.findall, self.sub = compiled.finditer, compiled.findall, compiled.sub
        return getattr(compiled, name)


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern of *source*, not compiled before it is used.

    Raises:
        re.error: When it is first used, if *source* is no regular expression.

    >>> lazily("a+").fullmatch("aaa") is not None
    True
    """
    return cast("re.Pattern[str]", _Waiting(source, flags))
