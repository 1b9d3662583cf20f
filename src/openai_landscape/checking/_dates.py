"""Dates of claims against dates on record."""

from __future__ import annotations

import re
from typing import Final

from openai_landscape.checking._say import LANGUAGES, phrases
from openai_landscape.quantities import PartialDate


def dates_agree(said: PartialDate, recorded: PartialDate) -> bool | None:
    """Whether *said* is true of *recorded*: None where the record is coarser and does not tell.

    >>> dates_agree(PartialDate("2023-07"), PartialDate("2023-07-18"))
    True
    >>> dates_agree(PartialDate("2023-07-18"), PartialDate("2023")) is None
    True
    """
    if said.covers(recorded):
        return True
    return None if recorded.covers(said) else False


_WORD: Final = re.compile(r"[^\W\d_]+")


def month_named(text: str) -> int | None:
    """Return the month that *text* names in any of the languages, None if it names none or several.

    >>> month_named("Anfang Mai"), month_named("in the spring")
    (5, None)
    """
    words = {word.casefold() for word in _WORD.findall(text)}
    names = {phrases(each)[f"month-{month:02}"].casefold(): month for each in LANGUAGES for month in range(1, 13)}
    found = {names[word] for word in words if word in names}
    return found.pop() if len(found) == 1 else None
