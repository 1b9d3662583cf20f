"""Countries by ISO 3166-1 alpha-2, and the groups of them that licences name."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator

COUNTRIES: Final = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)
"""The officially assigned codes of ISO 3166-1."""

_EU27 = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
_EEA_ONLY = frozenset({"IS", "LI", "NO"})
_UK_LEFT = dt.date(2020, 2, 1)  # the United Kingdom was a member to the end of 31 January 2020

GROUPS: Final = MappingProxyType({"EU": "the European Union", "EEA": "the European Economic Area"})
"""The groups of countries that a licence may name in the place of a country."""


def members(group: str, on: dt.date | None = None) -> frozenset[str]:
    """Return the countries in *group*, an ISO code or one of `GROUPS`, on a date (by default after 2020).

    Source: the Treaty on European Union, as enlarged in 2013; the Agreement on the United Kingdom's withdrawal.

    >>> "NO" in members("EU"), "NO" in members("EEA")
    (False, True)
    >>> "GB" in members("EU", dt.date(2020, 1, 31))
    True
    """
    if group not in GROUPS:
        return frozenset({group})
    union = _EU27 | {"GB"} if on is not None and on < _UK_LEFT else _EU27
    return union if group == "EU" else union | _EEA_ONLY


def _country(code: str) -> str:
    if code not in COUNTRIES:
        hint = '; the United Kingdom is "GB"' if code == "UK" else ""
        raise ValueError(f'{code!r}: not a country; write its ISO 3166-1 alpha-2 code, for example "DE"{hint}')
    return code


def _territory(code: str) -> str:
    return code if code == "*" else _country(code)


def _place(code: str) -> str:
    return code if code in GROUPS else _country(code)


Country: TypeAlias = Annotated[str, AfterValidator(_country)]
"""An ISO 3166-1 alpha-2 code."""

Territory: TypeAlias = Annotated[str, AfterValidator(_territory)]
"""A country's code, or "*" for worldwide."""

Place: TypeAlias = Annotated[str, AfterValidator(_place)]
"""A country's code or a group of countries: what a licence can name."""
