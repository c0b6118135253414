"""Days of the Iranian calendar (Solar Hijri), as Persian pages write them, in ours."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.read.months import one_of

MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
ANCHOR_YEAR, ANCHOR = 1399, date(2020, 3, 20)
"""A year, and the day of ours on which it began."""
FIRST_YEAR, LAST_YEAR = 1360, 1430
"""Years that pages on the web can have."""
PATTERN = re.compile(
    rf"(?<![\d/])(?P<d>[0-3]?\d)\s(?P<m>{one_of(MONTHS)})(?:\sماه)?،?\s(?P<y>1[34]\d\d)(?!\d)"
    r"|(?<![\d/])(?P<ny>1[34]\d\d)/(?P<nm>[01]?\d)/(?P<nd>[0-3]?\d)(?![\d/])"
)


def is_leap(year: int) -> bool:
    """True for a year of 366 days, by the cycle of 33 years, which fits 1178 to 1633 (Borkowski 1996)."""
    return (8 * year + 29) % 33 < 8


def first_day(year: int) -> date:
    """The day on which a year begins."""
    low, high = sorted((year, ANCHOR_YEAR))
    days = sum(365 + is_leap(one) for one in range(low, high))
    return ANCHOR + timedelta(days if year > ANCHOR_YEAR else -days)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of ours; None where there is none such."""
    length = 31 if month <= 6 else 30 if month <= 11 or is_leap(year) else 29
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= length):
        return None
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return first_day(year) + timedelta(before + day - 1)


def found_day(match: re.Match[str]) -> date | None:
    """The day of a match of ``PATTERN``."""
    if match["m"]:
        return day_of(int(match["y"]), MONTHS.index(match["m"]) + 1, int(match["d"]))
    return day_of(int(match["ny"]), int(match["nm"]), int(match["nd"]))
