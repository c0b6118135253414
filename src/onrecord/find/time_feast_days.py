"""The days of feasts that move from year to year, all computed: by the moon, by the Hebrew calendar, by weekday.

Each function takes a year of our calendar and gives the intervals of days (inclusive) that begin in it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial

from onrecord.find import time_moon as moon
from onrecord.find.time_calendar import Days, nth, unit_of


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, Nature 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moonset = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moonset - rest % 4) % 7
    late = (golden + 11 * moonset + 22 * weekday) // 451
    month, day = divmod(moonset + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday in our calendar (Meeus' Julian computus, from 1900 to 2099)."""
    moonset = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moonset + 34) % 7
    month, day = divmod(moonset + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def new_year_hebrew(year: int) -> date:
    """The first of Tishri in the autumn of ``year`` (the fixed calendar of 1178: molad and postponements)."""
    first = _tishri(year + 3761)
    return date(1, 1, 1) + timedelta(days=first - 1)


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _tishri(year: int) -> int:
    """The ordinal (1 January of year 1 is 1) of the first of Tishri."""
    before, own, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    moved = 2 if after - own == 356 else 1 if own - before == 382 else 0
    return -1373427 + own + moved


def _hebrew(offset: int, length: int, year: int) -> list[Days]:
    first = new_year_hebrew(year) + timedelta(days=offset)
    return [(first, first + timedelta(days=length - 1))]


def _hanukkah(year: int) -> list[Days]:
    long = (new_year_hebrew(year + 1) - new_year_hebrew(year)).days % 10 == 5
    return _hebrew(30 + 29 + long + 24, 8, year)


def _from_easter(offset: int, length: int, year: int) -> list[Days]:
    first = easter(year) + timedelta(days=offset)
    return [(first, first + timedelta(days=length - 1))]


def _weekday(number: int, weekday: str, month: int, offset: int, year: int) -> list[Days]:
    found = nth(number, weekday, unit_of(date(year, month, 1), "month"))
    return [] if found is None else [(found[0] + timedelta(days=offset), found[0] + timedelta(days=offset))]


def _orthodox(year: int) -> list[Days]:
    return [(orthodox_easter(year),) * 2] if 1900 <= year <= 2099 else []


def _nowruz(year: int) -> list[Days]:
    return [(date(year, 3, 20), date(year, 3, 21))]


FEASTS: dict[str, Callable[[int], list[Days]]] = {
    "easter": partial(_from_easter, 0, 1),
    "eastermonday": partial(_from_easter, 1, 1),
    "goodfriday": partial(_from_easter, -2, 1),
    "maundythursday": partial(_from_easter, -3, 1),
    "palmsunday": partial(_from_easter, -7, 1),
    "holyweek": partial(_from_easter, -7, 7),
    "ashwednesday": partial(_from_easter, -46, 1),
    "lent": partial(_from_easter, -46, 46),
    "pentecost": partial(_from_easter, 49, 1),
    "orthodoxeaster": _orthodox,
    "thanksgiving": partial(_weekday, 4, "thu", 11, 0),
    "blackfriday": partial(_weekday, 4, "thu", 11, 1),
    "laborday": partial(_weekday, 1, "mon", 9, 0),
    "memorialday": partial(_weekday, -1, "mon", 5, 0),
    "presidentsday": partial(_weekday, 3, "mon", 2, 0),
    "roshhashanah": partial(_hebrew, 0, 2),
    "yomkippur": partial(_hebrew, 9, 1),
    "sukkot": partial(_hebrew, 14, 7),
    "hanukkah": _hanukkah,
    "passover": lambda year: _hebrew(-163, 7, year),
    "purim": lambda year: _hebrew(-193, 1, year),
    "ramadan": partial(moon.islamic, 9, 1, 0),
    "eidalfitr": partial(moon.islamic, 10, 1, 1),
    "eidaladha": partial(moon.islamic, 12, 10, 1),
    "ashura": partial(moon.islamic, 1, 10, 1),
    "diwali": moon.diwali,
    "lunarnewyear": moon.lunar_new_year,
    "nowruz": _nowruz,
}
"""By the name in a symbol. Thanksgiving, Labor Day and Memorial Day are those of the United States."""


@lru_cache(maxsize=1024)
def feast_days(name: str, year: int) -> tuple[Days, ...]:
    """When the feast begins in ``year``; nothing before 1900 and after 2099, for which the methods were not checked."""
    return tuple(FEASTS[name](year)) if 1900 <= year <= 2099 else ()


def feasts_near(name: str, around: Days) -> list[Days]:
    """The occurrences of a feast from two years before ``around`` to two years after it, in order."""
    return [days for year in range(around[0].year - 2, around[1].year + 3) for days in feast_days(name, year)]
