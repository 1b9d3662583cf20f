"""The claims of many files, read side by side."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from typing_extensions import override

from openai_landscape.entities import Claim
from openai_landscape.quantities.base import Value
from openai_landscape.reading._decode import UnreadableTextError
from openai_landscape.reading._names import Alias, NameBook, name_book
from openai_landscape.reading.naming import HasNames, default_book, names_of
from openai_landscape.reading.parse import readings
from openai_landscape.reading.source import read_source

if TYPE_CHECKING:
    from concurrent.futures import Future


class ReadFault(Value):
    """Why a file could not be read: its path, the kind of error, and what the error says.

    >>> str(ReadFault(path="a.txt", kind="FileNotFoundError", message="No such file or directory"))
    'a.txt: No such file or directory'
    """

    path: str
    kind: str
    message: str

    @override
    def __str__(self) -> str:
        return self.message if self.message.startswith(self.path) else f"{self.path}: {self.message}"


Found: TypeAlias = tuple[Claim, ...] | ReadFault
Progress: TypeAlias = Callable[[int, int], object]
_AT_ONCE: Final = 4
"""So many files go to a worker together: a short text takes less time than handing it over."""
_WORTHWHILE: Final = 24
"""A worker takes about a second to start, in which one that runs already reads so many articles."""


def parse_corpus(
    paths: Iterable[str | Path],
    *,
    workers: int | None = None,
    catalog: HasNames | None = None,
    on_progress: Progress | None = None,
) -> Iterator[tuple[Path, Found]]:
    """Yield each of *paths* with its claims, in the order given; a file that is no text comes with its fault instead.

    The files are read by *workers* processes: by default one for each processor, but none that would start for a few
    files only; with one worker everything happens in this process. Since the others are started afresh, a script that
    calls this at its top level guards the call with `if __name__ == "__main__":`. Only as many files are read ahead as
    keep the workers busy. *on_progress* is called after each file with how many are done, and of how many.

    Raises:
        ValueError: If *workers* is less than one.

    >>> [(path, fault)] = parse_corpus(["missing.txt"])
    >>> print(fault)
    missing.txt: No such file or directory
    """
    if workers is not None and workers < 1:
        raise ValueError(f"workers is {workers}; at least 1 is needed, or None for one for each processor")
    files = tuple(map(Path, paths))
    names = None if catalog is None else tuple(names_of(catalog))
    return _followed(_found(files, _count(workers, len(files)), names), len(files), on_progress)


def _count(workers: int | None, files: int) -> int:
    if workers is None:
        return max(1, min(os.cpu_count() or 1, files // _WORTHWHILE))
    return max(1, min(workers, files))


def _followed(
    found: Iterator[tuple[Path, Found]], total: int, on_progress: Progress | None
) -> Iterator[tuple[Path, Found]]:
    for done, each in enumerate(found, 1):
        if on_progress is not None:
            on_progress(done, total)
        yield each


def _found(files: tuple[Path, ...], workers: int, names: tuple[Alias, ...] | None) -> Iterator[tuple[Path, Found]]:
    if workers == 1:
        for file in files:
            yield from zip((file,), _read((file,), names), strict=True)
        return
    from concurrent.futures import ProcessPoolExecutor  # not needed, and slow to load, where one text is read
    from multiprocessing import get_context

    chunks = iter([files[at : at + _AT_ONCE] for at in range(0, len(files), _AT_ONCE)])
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[tuple[Path, ...], Future[tuple[Found, ...]]]] = deque()
        try:
            waiting.extend((chunk, pool.submit(_read, chunk, names)) for chunk in islice(chunks, 2 * workers))
            while waiting:
                chunk, future = waiting.popleft()
                done = future.result()
                waiting.extend((more, pool.submit(_read, more, names)) for more in islice(chunks, 1))
                yield from zip(chunk, done, strict=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _read(files: tuple[Path, ...], names: tuple[Alias, ...] | None) -> tuple[Found, ...]:
    """Return what each of *files* claims; this runs in the workers."""
    book = default_book() if names is None else _book(names)
    return tuple(_claims(file, book) for file in files)


@lru_cache(maxsize=2)
def _book(names: tuple[Alias, ...]) -> NameBook:
    return name_book(names)


def _claims(file: Path, book: NameBook) -> Found:
    try:
        source = read_source(file)
    except (UnreadableTextError, OSError) as error:
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return ReadFault(path=str(file), kind=type(error).__name__, message=told)
    return tuple(read.claim for read in readings(source, book))
