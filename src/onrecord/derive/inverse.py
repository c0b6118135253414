"""When a page was published that calls a known day "tomorrow", "last week" or "in October": symbols of times, turned round."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

Interval = tuple[date, date]

SLACK = 1
"""Days that "yesterday" may be off, for datelines and time zones."""
DAY = re.compile(r"publication(?: ([+-]) (\d+) days?)?")
PERIOD = re.compile(r"(week|month|year)\(publication\)(?: ([+-]) (\d+) (?:week|month|year)s?)?")
SO_FAR = re.compile(r"week\(publication\) \.\. publication")
WEEKDAY = re.compile(r"weekday\(\w{3}\) <= publication")
MONTH = re.compile(r"month\((\d+)\) <= publication")
OF_YEAR = re.compile(r"day\((\d\d)-(\d\d)\) <= publication")


def published(symbol: str, day: date) -> Interval | None:
    """The days on which a page may have been published that gives ``day`` as ``symbol``; None where the symbol tells nothing.

    A month or a day of the year without a year is the last one before the page, a weekday one of the last seven days.
    """
    for pattern, turned in RULES:
        found = pattern.fullmatch(symbol)
        if found is not None:
            return turned(found, day)
    return None


def _day(found: re.Match[str], day: date) -> Interval:
    gap = timedelta(days=_signed(found[1], found[2]))
    return day - gap - timedelta(days=SLACK), day - gap + timedelta(days=SLACK)


def _period(found: re.Match[str], day: date) -> Interval:
    gap = _signed(found[2], found[3])
    if found[1] == "week":
        monday = day - timedelta(days=day.weekday(), weeks=gap)
        return monday, monday + timedelta(days=6)
    if found[1] == "month":
        return _month(day.year * 12 + day.month - 1 - gap)
    return date(day.year - gap, 1, 1), date(day.year - gap, 12, 31)


def _so_far(found: re.Match[str], day: date) -> Interval:
    return day, day + timedelta(days=6 - day.weekday())


def _weekday(found: re.Match[str], day: date) -> Interval:
    return day, day + timedelta(days=6)


def _named_month(found: re.Match[str], day: date) -> Interval | None:
    if day.month != int(found[1]):
        return None
    return day, _month((day.year + 1) * 12 + day.month - 2)[1]


def _day_of_year(found: re.Match[str], day: date) -> Interval | None:
    return (day, day + timedelta(days=364)) if (day.month, day.day) == (int(found[1]), int(found[2])) else None


def _month(number: int) -> Interval:
    """The month with this number, counted from January of the year 0."""
    first, following = date(number // 12, number % 12 + 1, 1), date((number + 1) // 12, (number + 1) % 12 + 1, 1)
    return first, following - timedelta(days=1)


def _signed(sign: str | None, number: str | None) -> int:
    return 0 if number is None else -int(number) if sign == "-" else int(number)


RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Interval | None]], ...] = (
    (DAY, _day),
    (PERIOD, _period),
    (SO_FAR, _so_far),
    (WEEKDAY, _weekday),
    (MONTH, _named_month),
    (OF_YEAR, _day_of_year),
)
