"""Dates as far as they are known: a year, a month or a day."""

import datetime as dt
import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from openai_landscape.quantities import Day, Month, PartialDate, Year, month_before
from openai_landscape.testing import days, months, partial_dates

REFUSED = (
    *("", "24", "2024-3", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "20240401", "2024/04/01", "2024-04-1"),
    *("２０２４", "0000", "2024-04-01T00:00", " 2024", "2024-", "-024"),
)

DATE: TypeAdapter[PartialDate] = TypeAdapter(PartialDate)
DAY: TypeAdapter[Day] = TypeAdapter(Day)


def pickled(date: PartialDate) -> PartialDate:
    back = pickle.loads(pickle.dumps(date))  # noqa: S301 - its own pickle of a moment ago
    assert isinstance(back, PartialDate)
    return back


@given(partial_dates())
def test_a_date_comes_back_as_it_was(date: PartialDate) -> None:
    for back in (DATE.validate_json(DATE.dump_json(date)), pickled(date), PartialDate(str(date))):
        assert back == date
        assert hash(back) == hash(date)
        assert type(back) is PartialDate


@given(partial_dates())
def test_the_days_that_a_date_can_be_are_those_it_begins(date: PartialDate) -> None:
    first, last = date.first(), date.last()

    assert first <= last
    assert first.isoformat().startswith(date)
    assert last.isoformat().startswith(date)
    for beside in (first - dt.timedelta(days=1), last + dt.timedelta(days=1)):
        assert not beside.isoformat().startswith(date)


@given(partial_dates(), partial_dates())
def test_what_covers_another_date_says_the_same_or_less(one: PartialDate, other: PartialDate) -> None:
    inside = one.first() <= other.first() and other.last() <= one.last()

    assert one.covers(other) is inside


@given(st.dates(dt.date(1, 1, 1)))
def test_a_day_of_the_calendar_is_read_from_either_form(day: dt.date) -> None:
    assert DAY.validate_python(day) == DAY.validate_python(day.isoformat()) == day.isoformat()
    assert Day(day.isoformat()).first() == Day(day.isoformat()).last() == day


@given(days())
def test_the_month_before_is_the_calendar_month_before(day: Day) -> None:
    before = month_before(day)

    assert before.last() == day.first().replace(day=1) - dt.timedelta(days=1)
    assert before == month_before(Month(day[:7]))


@given(months(), months())
def test_months_sort_by_time(one: Month, other: Month) -> None:
    assume(one != other)
    assert (one < other) is (one.last() < other.first())


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD"):
        PartialDate(text)


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (Year, "2024-03", "YYYY"),
        (Month, "2024", "YYYY-MM"),
        (Month, "2024-03-01", "YYYY-MM"),
        (Day, "2024-03", "YYYY-MM-DD"),
    ],
)
def test_each_kind_takes_its_own_form(kind: type[PartialDate], text: str, wanted: str) -> None:
    with pytest.raises(ValueError, match=f"write it as {wanted},"):
        kind(text)


@pytest.mark.parametrize("value", [20240401, 2024.0, True, None, dt.datetime(2024, 4, 1, tzinfo=dt.UTC), b"2024"])
def test_a_date_is_text_or_a_day(value: object) -> None:
    with pytest.raises(ValidationError):
        DATE.validate_python(value)


def test_a_year_has_no_month_before_it() -> None:
    with pytest.raises(ValueError, match="a year has no month before it"):
        month_before(PartialDate("2024"))
