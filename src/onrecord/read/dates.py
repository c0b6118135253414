"""Calendar dates as pages write them: found in a line, with what is left open said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.read import jalali
from onrecord.read.datelabels import has_label
from onrecord.read.datepatterns import BUDDHIST, ERAS, TIME, ZONE, date_pattern, weekday_pattern
from onrecord.read.months import bare, month_in, month_numbers

_HAS_DIGITS = re.compile(r"\d")
_OTHER_DIGITS = re.compile("[٠-٩۰-۹०-९০-৯０-９๐-๙]")
_TO_ASCII = {ord(zero) + step: str(step) for zero in ("٠", "۰", "०", "০", "０", "๐") for step in range(10)}
_PERSIAN = re.compile("[پچژگکی]")
_TIME_NEXT = re.compile(r"[\s,|–-]{0,4}(?:[^\W\d]{1,4}\.?\s)?\d{1,2}\s?(?:[:.h]|uhr|時)\s?\d{0,2}", re.IGNORECASE)
LABEL_REACH = 40
"""Characters before a date with a year of two digits in which a label may stand."""
MONTH_FIRST = frozenset({None, "en", "tl", "ja", "zh", "ko"})
"""Languages in which a date in numbers need not put the day first."""

Order = Literal["", "day", "month", "open"]


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a text: ``start`` and ``end`` count from the text's head; ``days`` holds every day that it can mean
    (two where day and month cannot be told apart, or where two languages give a month's name to different months).
    ``order`` tells of numbers with strokes which comes first; ``day_first`` is the reading with the day first;
    ``month`` the month's name, where it has one."""

    start: int
    end: int
    days: tuple[date, ...]
    order: Order = ""
    day_first: date | None = None
    month: str = ""

    @property
    def day(self) -> date | None:
        """The day where there is just one."""
        return self.days[0] if len(self.days) == 1 else None


def find_dates(text: str) -> list[DateHit]:
    """Full dates (day, month and year) in text order. "03/04/2019" gives both readings; impossible dates give none.

    A year of two digits counts only beside a label ("Published") or a time.
    """
    if not _HAS_DIGITS.search(text):
        return []
    plain = text if text.isascii() or not _OTHER_DIGITS.search(text) else text.translate(_TO_ASCII)
    found = list(_hits(plain))
    if plain is not text or _PERSIAN.search(text):
        found = sorted([*found, *_iranian(plain)], key=lambda hit: hit.start)
    return found


def _iranian(plain: str) -> Iterator[DateHit]:
    """Days of the Iranian calendar, looked for where digits or letters are Persian."""
    for match in jalali.PATTERN.finditer(plain):
        day = jalali.found_day(match)
        if day is not None:
            yield DateHit(match.start(), match.end(), (day,))


def _hits(plain: str) -> Iterator[DateHit]:
    for match in date_pattern().finditer(plain):
        get = match.groupdict()
        if get["y11"] and not _short_year_counts(plain, match):
            continue
        known = tuple(sorted({one for one in _days(get) if one is not None}))
        if known:
            yield DateHit(match.start(), match.end(), known, *_order(get), _month_name(get))


def _short_year_counts(text: str, match: re.Match[str]) -> bool:
    """True for a year of two digits where a label or a time shows that the numbers are a date."""
    before = text[max(0, match.start() - LABEL_REACH) : match.start()]
    labelled = has_label(before, "published") or has_label(before, "updated")
    return labelled or bool(_TIME_NEXT.match(text, match.end()))


def _month_name(get: Mapping[str, str | None]) -> str:
    names = (get[f"m{way}"] or "" for way in (1, 2, 6, 7, 10, 11))
    return next((name for name in names if name and not name.isdigit()), "").rstrip(".")


def _order(get: Mapping[str, str | None]) -> tuple[Order, date | None]:
    """Which of two numbers before the year is the day, where that shows, and the reading with the day first."""
    year, one, two, sign = _numbers(get)
    if not (year and one and two) or sign == ".":
        return "", None
    first, second = _day(year, two, one), _day(year, one, two)
    order: Order = (
        "open" if first and second and first != second else "day" if not second else "month" if not first else ""
    )
    return order, first


def _days(get: Mapping[str, str | None]) -> Iterator[date | None]:
    """The days that a match can mean. With points between ("03.04.2019") the day goes first; else it is open."""
    for way in (1, 2, 3, 5, 6, 7, 8, 9, 10, 11):
        year, month, day = get[f"y{way}"], get[f"m{way}"], get[f"d{way}"]
        if year and month and day and not (way == 11 and month.isdigit()):
            yield from (_day(_year(year, get["e8"]), number, day) for number in _months(month.rstrip(".")))
    last, one, two, sign = _numbers(get)
    if last and one and two:
        first = _day(last, two, one)
        yield first
        if sign != "." or first is None:
            yield _day(last, one, two)


def _numbers(get: Mapping[str, str | None]) -> tuple[int | None, str, str, str]:
    """Year, first and second number and the sign between, where the date is all numbers and the year stands last."""
    if get["y4"]:
        return int(get["y4"]), get["a4"] or "", get["b4"] or "", (get["s4"] or "").strip()
    month = get["m11"] or ""
    if get["y11"] and month.isdigit():
        return _year(get["y11"], None), get["d11"] or "", month, (get["s11"] or "").strip()
    return None, "", "", ""


def _months(name: str) -> tuple[int, ...]:
    return (int(name),) if name.isdigit() else month_numbers().get(bare(name), ())


def _year(year: str, era: str | None) -> int:
    """The year of our count: an era's, the Buddhist one's, or one of this century with two digits."""
    number = 1 if year == "元" else int(year)
    if era:
        return ERAS[era] + number
    if number >= 2500:
        return number - BUDDHIST
    return number + 2000 if len(year) == 2 else number


def _day(year: int | str, month: int | str, day: str) -> date | None:
    number, which = int(month), int(day)
    if not (1 <= number <= 12 and 1 <= which <= 31):
        return None
    try:
        return date(int(year), number, which)
    except ValueError:
        return None


def without_dates(text: str) -> str:
    """``text`` with its dates, times, zones and weekdays taken out: what else the line says."""
    for hit in reversed(find_dates(text)):
        text = f"{text[: hit.start]} {text[hit.end :]}"
    for pattern in (TIME, ZONE, weekday_pattern()):
        text = pattern.sub(" ", text)
    return text


def has_weekday(text: str) -> bool:
    """True where a weekday is named."""
    return bool(weekday_pattern().search(text))


def has_time(text: str) -> bool:
    """True where a time of day is named."""
    for hit in reversed(find_dates(text)):
        text = f"{text[: hit.start]} {text[hit.end :]}"
    return bool(TIME.search(text))


def settle(hit: DateHit, others: Sequence[DateHit], language: str | None = None) -> date | None:
    """The day of ``hit``, with the other dates on the page as clues where day and month could be swapped.

    A month's name is read in the page's language. A sure date elsewhere on the page that is one of two readings decides;
    so does one no further than two days from just one of them. Next, what the page's other dates in numbers show, if they
    agree, and whether the page's language puts the day first. Else None.
    """
    if hit.day:
        return hit.day
    month = month_in(language, hit.month) if hit.month else None
    if month is not None:
        return next((day for day in hit.days if day.month == month), None)
    sure = [one.day for one in others if one.day]
    near = [day for day in hit.days if any(abs((day - other).days) <= 2 for other in sure)]
    if len(near) == 1:
        return near[0]
    orders = {one.order for one in others} & {"day", "month"} or ({"day"} if language not in MONTH_FIRST else set())
    if len(orders) != 1 or hit.day_first is None:
        return None
    return hit.day_first if orders == {"day"} else next(day for day in hit.days if day != hit.day_first)
