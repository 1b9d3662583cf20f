"""Dates that a text gives from its own day: "am Dienstag", "vorige maand", "two years ago"."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import Final

from openai_landscape.quantities import PartialDate
from openai_landscape.reading._regex import lazily

_WEEKDAYS: Final = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "montag maandag monday mo ma mon",
                "dienstag dinsdag tuesday di tue",
                "mittwoch woensdag wednesday mi wo wed",
                "donnerstag donderdag thursday do thu",
                "freitag vrijdag friday fr vr fri",
                "samstag sonnabend zaterdag saturday sa za sat",
                "sonntag zondag sunday so zo sun",
            )
        )
        for word in words.split()
    }
)
WEEKDAY: Final = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
"""The source of a regular expression for the days of the week, their short forms included."""
_DAYS: Final = "|".join(word for word in _WEEKDAYS if len(word) > 3)
_PARTS: Final = (
    r"(?:abend|morgen|mittag|nachmittag|vormittag|nacht|avond|ochtend|middag| night| evening| morning| afternoon)?"
)
_WORDS: Final = MappingProxyType(
    {
        "de": r"(?:im )?(?:vergangene[nms]?|letzte[nms]?|vorige[nms]?) (?:jahr|monat|woche|herbst|sommer"
        r"|frühjahr|winter)"
        r"|in (?:dieser|der vergangenen|der letzten) woche|in diesem (?:jahr|monat)|dieses jahr|diese woche"
        r"|diesen monat"
        r"|vor (?:\w+ )(?:tagen|wochen|monaten|jahren|jahr|monat|woche)|in den (?:letzten|vergangenen) (?:\w+ "
        r")?(?:jahren|monaten|wochen|tagen)"
        r"|gestern|vorgestern|heute|kürzlich|neulich|jüngst|vor kurzem|nächste[sn] jahr"
        r"|im (?:nächsten|kommenden) (?:jahr|monat)|(?:im|bis zum|zum) (?:herbst|frühjahr|sommer|winter)"
        rf"|am (?:vergangenen |letzten )?(?:{_DAYS}){_PARTS}",
        "nl": r"(?:vorig|afgelopen|dit|volgend) (?:jaar)|(?:vorige|afgelopen|deze|volgende) (?:week|maand"
        r"|zomer|winter|herfst|lente)"
        r"|\w+ (?:dagen|weken|maanden|jaar) geleden|in de afgelopen (?:\w+ )?(?:jaren|maanden|weken|dagen)"
        r"|in (?:het najaar|het voorjaar|de zomer|de winter|de herfst|de lente)"
        rf"|gisteren|eergisteren|vandaag|onlangs|recent(?:elijk)?|(?:afgelopen |vorige )?(?:{_DAYS}){_PARTS}",
        "en": r"(?:last|this|next) (?:year|month|week|summer|winter|fall|spring|autumn)|\w+ (?:days|weeks"
        r"|months|years) ago"
        r"|a (?:day|week|month|year) ago|in recent (?:years|months|weeks|days)|yesterday|today|recently"
        rf"|(?:(?:on|last|by) )?(?:{_DAYS}){_PARTS}",
    }
)
RELATIVE: Final = MappingProxyType(
    {language: lazily(rf"(?<!\w)(?:{source})(?!\w)") for language, source in _WORDS.items()}
)
"""What finds relative dates, by language."""
RELATIVE_HOLDS: Final = MappingProxyType(
    {
        language: (*words.split(), "tag", "dag", "day", "mittwoch", "sonnabend")
        for language, words in {
            "de": "jahr monat woche herbst sommer winter gestern heute kürzlich neulich jüngst kurzem",
            "nl": "jaar jaren week weken maand zomer winter herfst lente gisteren vandaag recent onlangs",
            "en": "year month week summer winter fall spring autumn recently",
        }.items()
    }
)
"""Words of which every relative date holds one: most sentences hold none, and are searched no further."""

_DAY_OFFSET: Final = MappingProxyType(
    {
        "heute": 0,
        "vandaag": 0,
        "today": 0,
        "gestern": 1,
        "gisteren": 1,
        "yesterday": 1,
        "a day ago": 1,
        "vorgestern": 2,
        "eergisteren": 2,
    }
)
_YEARS: Final = (
    (lazily(r"vorig jaar|afgelopen jaar|last year|(?:vergangene|letzte|vorige)[nms]? jahr"), -1),
    (lazily(r"dit jaar|this year|diese[sm] jahr"), 0),
    (lazily(r"volgend jaar|next year|(?:nächste|kommende)[ns]? jahr"), 1),
)
_MONTHS: Final = (
    (lazily(r"(?:vorige|afgelopen) maand|last month|(?:vergangene|letzte|vorige)[nm]? monat"), -1),
    (lazily(r"deze maand|this month|diese[nm] monat"), 0),
    (lazily(r"volgende maand|next month|(?:nächsten|kommenden) monat"), 1),
)
_AGO: Final = lazily(
    r"(?:vor )?(?P<n>\w+) (?P<unit>tag|dag|day|monat|maand|month|jahr|jaar|year)\w*(?: geleden| ago)?$"
)
_NAMED_DAY: Final = lazily(rf"(?<!\w)(?P<day>{_DAYS})")
_COUNT: Final = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            ("ein einem einen een één a one", "zwei twee two", "drei drie three", "vier four", "fünf vijf five"), 1
        )
        for word in words.split()
    }
)


def resolved(words: str, published: PartialDate | None) -> PartialDate | None:
    """Return the date that *words* mean in a text *published* then, as far as they and it allow; weeks have none.

    >>> resolved("am donnerstag", PartialDate("2025-03-14")), resolved("vorige maand", PartialDate("2024-10-18"))
    (PartialDate('2025-03-13'), PartialDate('2024-09'))
    """
    if published is None:
        return None
    for pattern, offset in _YEARS:
        if pattern.search(words):
            return _month(published.year + offset, None)
    if published.month is not None:
        for pattern, offset in _MONTHS:
            if pattern.search(words):
                return _month(published.year, published.last().month + offset)
    return _of_day(words, published) if len(published) == 10 else None


def _of_day(words: str, published: PartialDate) -> PartialDate | None:
    today = published.last()
    if (offset := _DAY_OFFSET.get(words)) is not None:
        return _day(today, offset)
    if (named := _NAMED_DAY.search(words)) is not None:
        back = (today.weekday() - _WEEKDAYS[named["day"]]) % 7
        return _day(today, back)
    ago = _AGO.fullmatch(words)
    count = (int(ago["n"]) if ago["n"].isdigit() else _COUNT.get(ago["n"], 0)) if ago else 0
    if ago is None or not 0 < count < 100:
        return None
    if ago["unit"] in {"tag", "dag", "day"}:
        return _day(today, count)
    if ago["unit"] in {"jahr", "jaar", "year"}:
        return _month(today.year - count, None)
    return _month(today.year, today.month - count)


def _day(today: dt.date, back: int) -> PartialDate | None:
    try:
        return PartialDate((today - dt.timedelta(days=back)).isoformat())
    except OverflowError:
        return None


def _month(year: int, month: int | None) -> PartialDate | None:
    if month is not None:
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return PartialDate(f"{year:04}" if month is None else f"{year:04}-{month:02}")
