"""Dates as far as they are known: a year, a month or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from typing_extensions import override

_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?", re.ASCII)


class PartialDate(str):
    """An ISO 8601 date cut off where knowledge ends: ``2024``, ``2024-04`` or ``2024-04-25``.

    Raises:
        ValueError: If the text is none of the three forms, or no day of the calendar.

    >>> PartialDate("2024-04").last()
    datetime.date(2024, 4, 30)
    >>> PartialDate("2024-4")
    Traceback (most recent call last):
        ...
    ValueError: '2024-4': not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD, for example "2024-04-25"
    """

    __slots__ = ()
    _lengths: ClassVar[tuple[int, ...]] = (4, 7, 10)
    _wanted: ClassVar[str] = 'not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD, for example "2024-04-25"'

    def __new__(cls, text: str) -> Self:
        """Read *text*, an ISO 8601 date or the beginning of one."""
        if len(text) not in cls._lengths or not _is_date(text):
            raise ValueError(f"{str(text)!r}: {cls._wanted}")
        return super().__new__(cls, text)

    @property
    def year(self) -> int:
        """The year."""
        return int(self[:4])

    @property
    def month(self) -> Month | None:
        """The calendar month, where it is known."""
        return Month(self[:7]) if len(self) > 4 else None

    def first(self) -> dt.date:
        """Return the first day that this can be."""
        return dt.date.fromisoformat(self + "0001-01-01"[len(self) :])

    def last(self) -> dt.date:
        """Return the last day that this can be."""
        if len(self) == 10:
            return self.first()
        month = int(self[5:7]) if len(self) == 7 else 12
        return dt.date(self.year, month, calendar.monthrange(self.year, month)[1])

    def covers(self, other: PartialDate) -> bool:
        """Whether *other* says the same or more, exactly.

        >>> PartialDate("2024").covers(PartialDate("2024-04"))
        True
        """
        return other == self or other.startswith(f"{self}-")

    @override
    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's own signature
        del source, handler
        return core_schema.no_info_before_validator_function(
            _date_to_text,
            core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True)),
            json_schema_input_schema=core_schema.str_schema(),
        )


class Year(PartialDate):
    """A calendar year, ``2024``."""

    __slots__ = ()
    _lengths = (4,)
    _wanted = 'not a year; write it as YYYY, for example "2024"'


class Month(PartialDate):
    """A calendar month, ``2024-03``: by the calendar, never the last thirty days."""

    __slots__ = ()
    _lengths = (7,)
    _wanted = 'not a month; write it as YYYY-MM, for example "2024-03"'


class Day(PartialDate):
    """A calendar day, ``2024-04-18``."""

    __slots__ = ()
    _lengths = (10,)
    _wanted = 'not a day; write it as YYYY-MM-DD, for example "2024-04-18"'


def month_before(date: PartialDate) -> Month:
    """Return the calendar month before the one that *date*, a month or a day, lies in.

    >>> month_before(Day("2024-04-18"))
    Month('2024-03')
    >>> month_before(Day("2024-01-01"))
    Month('2023-12')
    """
    if len(date) == 4:
        raise ValueError(f'{str(date)!r}: a year has no month before it; write a month or a day, for example "2024-04"')
    year, month = date.year, int(date[5:7])
    return Month(f"{year:04}-{month - 1:02}" if month > 1 else f"{year - 1:04}-12")


def _is_date(text: str) -> bool:
    if not _FORM.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _date_to_text(value: object) -> object:
    return value.isoformat() if type(value) is dt.date else value
