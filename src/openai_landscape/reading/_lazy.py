"""A property that is worked out when it is first asked for, and kept by its object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

Owner = TypeVar("Owner")
Kept = TypeVar("Kept")


class lazy(Generic[Owner, Kept]):  # noqa: N801 - used as property is
    """As `functools.cached_property`, without the lock that it takes before Python 3.12, a third of a rule's time.

    What is kept lies in the object's own dictionary, which is looked at before this descriptor the next time.
    """

    def __init__(self, work_out: Callable[[Owner], Kept]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, owner: None, kind: type[object]) -> Self: ...
    @overload
    def __get__(self, owner: Owner, kind: type[object]) -> Kept: ...
    def __get__(self, owner: Owner | None, kind: type[object]) -> Self | Kept:
        if owner is None:
            return self
        kept = self._work_out(owner)
        owner.__dict__[self._name] = kept
        return kept
