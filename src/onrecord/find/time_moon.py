"""New moons, and the feasts of calendars that follow them.

New moons after Meeus, Astronomical Algorithms (1991), chapter 49, with the terms of more than about a minute. Where the
first day of a month is sighted and not counted, the day differs between countries: such feasts are two days wide.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from math import radians, sin

from onrecord.find.time_calendar import Days

_EPOCH = datetime(2000, 1, 6, 18, 14)
_J2000 = datetime(2000, 1, 1, 12)
_JD2000 = 2451545.0
_MONTH = 29.530588861
_SUNSET_MECCA = timedelta(hours=15.5)
_SUNSET_DELHI = timedelta(hours=12, minutes=10)
_BEIJING = timedelta(hours=8)
_DYNAMIC = timedelta(minutes=1)
"""What the clock of the ephemerides is ahead of the civil one, for years near ours."""
DOUBT = timedelta(hours=1)
"""A Diwali whose moon is this close to dusk is held on either of two days."""

_TERMS = (
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2),
)  # fmt: skip
"""Days, and multiples of the sun's anomaly, the moon's anomaly and the moon's distance from its node."""


@lru_cache(maxsize=512)
def new_moon(number: int) -> datetime:
    """The ``number``-th new moon after that of 6 January 2000, in universal time, within some minutes."""
    century = number / 1236.85
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    node = radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    day = 2451550.09766 + _MONTH * number + 0.00015437 * century**2
    day += sum(size * sin(a * sun + b * moon + c * node) for size, a, b, c in _TERMS)
    return _J2000 + timedelta(days=day - _JD2000) - _DYNAMIC


def new_moon_from(moment: datetime) -> datetime:
    """The first new moon at or after ``moment``."""
    number = int((moment - _EPOCH) / timedelta(days=_MONTH)) - 2
    while new_moon(number) < moment:
        number += 1
    return new_moon(number)


def lunar_new_year(year: int) -> list[Days]:
    """The Chinese one, by Beijing's clock: the second new moon after the month of the winter solstice; where that falls
    before 21 January a month was doubled, and it is the third."""
    solstice = _solstice(year - 1) + _BEIJING
    midnight = datetime(solstice.year, solstice.month, solstice.day) + timedelta(days=1)
    found = new_moon_from(new_moon_from(midnight - _BEIJING) + timedelta(days=2))
    day = (found + _BEIJING).date()
    while day < date(year, 1, 21):
        found = new_moon_from(found + timedelta(days=2))
        day = (found + _BEIJING).date()
    return [(day, day)]


def _solstice(year: int) -> datetime:
    """The winter solstice, within half an hour (Meeus, chapter 27)."""
    y = (year - 2000) / 1000
    day = 2451900.05952 + 365242.74049 * y - 0.06223 * y**2 - 0.00823 * y**3
    return _J2000 + timedelta(days=day - _JD2000)


def diwali(year: int) -> list[Days]:
    """The last dusk in India before the new moon between mid-October and mid-November."""
    found = new_moon_from(datetime(year, 10, 17, 5))
    last = (found - _SUNSET_DELHI).date()
    close = found - _SUNSET_DELHI - datetime(last.year, last.month, last.day) < DOUBT
    return [(last - timedelta(days=int(close)), last)]


def islamic(month: int, first: int, length: int, year: int) -> list[Days]:
    """From day ``first`` of an Islamic month on, as often as it begins in the Gregorian ``year``: a day earlier in
    Arabia than where it is sighted later, so one day wider than its ``length``."""
    found = []
    for number in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        start = _islamic_first(number, month) + timedelta(days=first - 1)
        if start.year == year:
            end = _islamic_first(number, month + 1) if length == 0 else start + timedelta(days=length)
            found.append((start.date(), end.date()))
    return found


def _islamic_first(year: int, month: int) -> datetime:
    """The day after the first sunset in Mecca that follows the new moon."""
    counted = 354 * (year - 1) + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    near = datetime(622, 7, 19) + timedelta(days=counted)
    moon = new_moon_from(near - timedelta(days=10))
    day = moon + timedelta(days=1) - _SUNSET_MECCA
    return datetime(day.year, day.month, day.day) + timedelta(days=1)
