"""Arithmetic on intervals of days: calendar units, shifts, and the n-th of something in something.

An interval is a pair of dates, both inclusive. Weeks start on Monday. Seasons are the meteorological ones of the
northern hemisphere (a page does not say on which half of the globe it thinks), winter runs from December into the
next year.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

Days = tuple[date, date]

UNITS = ("day", "weekend", "week", "month", "quarter", "year", "decade", "century")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "weekend": 7, "week": 7}
_FULL_LENGTH = {
    "day": 1,
    "weekend": 2,
    "week": 7,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}


def add_months(day: date, months: int) -> date:
    """``day`` moved by whole months, cut to the length of the month it lands in; raises OverflowError past year 1 or
    9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("date out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, number: int, unit: str) -> date:
    """``day`` moved by ``number`` units of the calendar; raises OverflowError outside of years 1 to 9999."""
    if unit in DAYS_IN:
        return day + timedelta(days=number * DAYS_IN[unit])
    return add_months(day, number * MONTHS_IN[unit])


def unit_of(day: date, unit: str) -> Days:
    """The calendar unit that holds ``day``: its week (Monday first), weekend of that week, month, ..., century."""
    if unit == "day":
        return day, day
    if unit in DAYS_IN:
        monday = day - timedelta(days=day.weekday())
        return (monday + timedelta(days=5) if unit == "weekend" else monday), monday + timedelta(days=6)
    months = MONTHS_IN[unit]
    if unit in ("decade", "century"):
        first = date(max(1, day.year - day.year % (months // 12)), 1, 1)
        return first, date(first.year - first.year % (months // 12) + months // 12 - 1, 12, 31)
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, add_months(first, months) - timedelta(days=1)


def widen(days: Days, unit: str) -> Days:
    """The smallest run of whole units around ``days``."""
    return unit_of(days[0], unit)[0], unit_of(days[1], unit)[1]


def shift(days: Days, number: int, unit: str) -> Days:
    """``days`` moved, as vague as the unit it was moved by.

    Two years before a day is some time in that year, two weeks before it some time in that week. What is longer than
    the unit is moved as it is.
    """
    moved = add(days[0], number, unit), add(days[1], number, unit)
    if (days[1] - days[0]).days + 1 > _FULL_LENGTH[unit]:
        return moved
    return widen(moved, unit)


def season_of(year: int, name: str) -> Days:
    """A season by the year in which it begins."""
    first = date(year, SEASONS[name], 1)
    return first, add_months(first, 3) - timedelta(days=1)


def part_of(days: Days, name: str) -> Days:
    """A part of an interval: ``early late`` are halves, ``start mid end`` thirds, cut between months where that comes
    out even; a day has none."""
    length = (days[1] - days[0]).days + 1
    if length == 1:
        return days
    pieces = 2 if name in ("early", "late") else 3
    months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month + 1
    if widen(days, "month") == days and months % pieces == 0:
        first = {"late": 1, "mid": 1, "end": 2}.get(name, 0) * (months // pieces)
        return add_months(days[0], first), add_months(days[0], first + months // pieces) - timedelta(days=1)
    if name in ("early", "late"):
        half = (length + 1) // 2
        return (days[0], days[0] + timedelta(half - 1)) if name == "early" else (days[1] - timedelta(half - 1), days[1])
    third = -(-length // 3)
    if name == "start":
        return days[0], days[0] + timedelta(third - 1)
    if name == "end":
        return days[1] - timedelta(third - 1), days[1]
    return days[0] + timedelta(length // 3), days[1] - timedelta(length // 3)


def _month(number: int, year: int) -> Days:
    return unit_of(date(year, number, 1), "month")


def _day(month: int, day: int, year: int) -> Days | None:
    if day > monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def _quarter(number: int, year: int) -> Days:
    return unit_of(date(year, number * 3, 1), "quarter")


def _half(number: int, year: int) -> Days:
    return (date(year, 1, 1), date(year, 6, 30)) if number == 1 else (date(year, 7, 1), date(year, 12, 31))


def yearly(kind: str, value: str) -> Callable[[int], Days | None] | None:
    """What comes back each year (``month 8``, ``day 10-31``, ``season summer``, ``quarter 3``, ``half 1``) as a
    function of the year."""
    if kind == "season" and value in SEASONS:
        return lambda year: season_of(year, value)
    if kind == "day" and len(value) == 5:
        month, day = int(value[:2]), int(value[3:])
        return partial(_day, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if not value.isdigit():
        return None
    number = int(value)
    if kind == "month" and 1 <= number <= 12:
        return partial(_month, number)
    if kind == "quarter" and 1 <= number <= 4:
        return partial(_quarter, number)
    if kind == "half" and 1 <= number <= 2:
        return partial(_half, number)
    return None


def candidates(kind: str, value: str, around: Days) -> list[Days]:
    """The occurrences of what comes back (yearly, monthly, weekly) near ``around``, in order of time."""
    if kind in ("weekday", "weekend"):
        offset = WEEKDAYS.index(value) if kind == "weekday" else 5
        monday = unit_of(around[0], "week")[0]
        firsts = [monday + timedelta(days=7 * step + offset) for step in range(-2, 4)]
        return [(first, first + timedelta(days=int(kind == "weekend"))) for first in firsts]
    if kind == "dom":
        months = [add_months(around[0].replace(day=1), step) for step in range(-3, 4)]
        return [
            (first.replace(day=int(value)),) * 2  # a pair: the same day twice
            for first in months
            if 1 <= int(value) <= monthrange(first.year, first.month)[1]
        ]
    make = yearly(kind, value)
    if make is None:
        return []
    low, high = max(1, around[0].year - 8), min(9998, around[1].year + 8)  # eight: leap days come back that late
    return [found for found in map(make, range(low, high + 1)) if found is not None]


def nth(number: int, kind: str, within: Days) -> Days | None:
    """The n-th weekday (``fri``) or ``week`` that begins in ``within``; -1 is the last one. A week counts where its
    Thursday lies."""
    offset = 3 if kind == "week" else WEEKDAYS.index(kind)
    first = within[0] + timedelta(days=(offset - within[0].weekday()) % 7)
    last = within[1] - timedelta(days=(within[1].weekday() - offset) % 7)
    day = first + timedelta(days=7 * (number - 1)) if number > 0 else last + timedelta(days=7 * (number + 1))
    if not within[0] <= day <= within[1]:
        return None
    return unit_of(day, "week") if kind == "week" else (day, day)
