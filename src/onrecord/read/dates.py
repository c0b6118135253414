"""Calendar dates as pages write them: found in a line, with what is left open said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from onrecord.read.months import ENGLISH, month_numbers

_DIGITS = re.compile(r"\d{4}")

_YEAR = r"(?:19|20)\d\d"
_AFTER = r"(?!\d(?!\d?:\d\d|\d?\s?[A-Z][a-z]{2}))"
"""No digit follows, unless it is that of a time or of a second date that is glued on."""
_APART = r"(?:(?<![\w/])|(?-i:(?<=[^\W\dA-Z_])))"
"""A number stands alone, or a word in small letters is glued to it, as a name often is."""


def _names(least: int) -> str:
    """The names of months of ``least`` letters or more, and all English ones, as alternatives, the longest first."""
    known = sorted(month_numbers(), key=lambda name: (-len(name), name))
    english = {name[:3] for name in ENGLISH} | {"sept"}
    return "|".join(re.escape(name) for name in known if len(name) >= least or name in english)


@lru_cache(maxsize=1)
def _date() -> re.Pattern[str]:
    """All the ways in which a full date is written; the groups are numbered by the way."""
    month, long_month = rf"(?:{_names(1)})\b", rf"(?:{_names(4)})\b"
    return re.compile(
        rf"(?:(?<![\w/])|(?-i:(?<=[a-z])(?=[A-Z])))(?P<m1>{long_month})\.?\s{{0,2}}(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?"
        rf"\s{{0,2}},?\s{{0,2}}(?:de\s)?(?P<y1>{_YEAR}){_AFTER}"
        rf"|{_APART}(?P<d2>[0-3]?\d)(?:st|nd|rd|th|er|º|°)?(?:\.?\s{{0,2}}|-|\s{{1,2}}(?:of|de)\s{{1,2}}|\s{{1,2}}d['’])"
        rf"(?P<m2>{month})\.?(?:\s?/\s?{month})?[\s,-]{{0,3}}(?:del?\s{{1,2}})?(?P<y2>{_YEAR}){_AFTER}"
        rf"|{_APART}(?P<y3>{_YEAR})(?:[-/.]|\s/\s|\.\s)(?P<m3>[01]?\d)(?:[-/.]|\s/\s|\.\s)(?P<d3>[0-3]?\d)(?=$|\D|T\d)"
        rf"|(?:(?<![\w/])|(?-i:(?<=[^\W\dA-Z_]))(?=\d\d?\.))(?P<a4>[0-3]?\d)(?P<s4>[-/.])(?P<b4>[0-3]?\d)(?P=s4)(?P<y4>{_YEAR})(?!\d(?!\d?:\d\d))"
        rf"|(?<!\d)(?P<y5>{_YEAR})\s?[年년]\s?(?P<m5>[01]?\d)\s?[月월]\s?(?P<d5>[0-3]?\d)\s?[日일]"
        rf"|(?<!\w)(?P<y6>{_YEAR})\.?\s(?P<m6>{long_month})\s(?P<d6>[0-3]?\d)(?!\d)"
        rf"|(?<!\w)(?P<m7>{month})\s(?P<d7>[0-3]?\d)\s\d\d:\d\d:\d\d\s(?:\S{{2,10}}\s)?(?P<y7>{_YEAR})(?!\d)",
        re.IGNORECASE,
    )


_TIME = re.compile(
    r"\b(?:at |@ )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s?(?:[ap]\.?m\b\.?)?(?:\s?(?:hrs|hours|h|uhr)\b)?"
    r"|\bT\d{2}:\d{2}(?::\d{2})?\S{0,8}|\b(?:at )?\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|Z|BST|EST|EDT|ET|CST|CDT|CT|PST|PDT|PT|MST|MDT|IST|PKT|PST|CET|CEST|SGT|HKT"
    r"|JST|KST|AEST|AEDT|local time|(?:Eastern|Pacific|Central) (?:Standard |Daylight )?Time)\b\)?"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|(?<=[\d ])[+-]\d{2}:?\d{2}\b",
)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)


Order = Literal["", "day", "month", "open"]


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a text: ``start`` and ``end`` count from the text's head; ``days`` holds every day that it can mean
    (two where day and month cannot be told apart). ``order`` tells of numbers with strokes which comes first;
    ``day_first`` is the reading with the day first."""

    start: int
    end: int
    days: tuple[date, ...]
    order: Order = ""
    day_first: date | None = None

    @property
    def day(self) -> date | None:
        """The day where there is just one."""
        return self.days[0] if len(self.days) == 1 else None


def find_dates(text: str) -> list[DateHit]:
    """Full dates (day, month and year) in text order. "03/04/2019" gives both readings; impossible dates give none."""
    return list(_hits(text))


def _hits(text: str) -> Iterator[DateHit]:
    for match in _date().finditer(text) if _DIGITS.search(text) else ():
        get = match.groupdict()
        known = tuple(sorted({one for one in _days(get) if one is not None}))
        if known:
            yield DateHit(match.start(), match.end(), known, *_order(get))


def _order(get: Mapping[str, str | None]) -> tuple[Order, date | None]:
    """Which of two numbers before the year is the day, where that shows, and the reading with the day first."""
    year, one, two = get["y4"], get["a4"], get["b4"]
    if not (year and one and two) or get["s4"] == ".":
        return "", None
    first, second = _day(year, two, one), _day(year, one, two)
    order: Order = (
        "open" if first and second and first != second else "day" if not second else "month" if not first else ""
    )
    return order, first


def _days(get: Mapping[str, str | None]) -> Iterator[date | None]:
    """The days that a match can mean. With points between ("03.04.2019") the day goes first; else it is open."""
    for way in (1, 2, 3, 5, 6, 7):
        year, month, day = get[f"y{way}"], get[f"m{way}"], get[f"d{way}"]
        if year and month and day:
            yield _day(year, month if month.isdigit() else month_numbers()[month.lower()], day)
    year, one, two = get["y4"], get["a4"], get["b4"]
    if year and one and two:
        first = _day(year, two, one)
        yield first
        if get["s4"] != "." or first is None:
            yield _day(year, one, two)


def _day(year: str, month: str | int, day: str) -> date | None:
    number, which = int(month), int(day)
    if not (1 <= number <= 12 and 1 <= which <= 31):
        return None
    try:
        return date(int(year), number, which)
    except ValueError:
        return None


def without_dates(text: str) -> str:
    """``text`` with its dates, times, zones and weekdays taken out: what else the line says."""
    for pattern in (_date(), _TIME, _ZONE, _WEEKDAY):
        text = pattern.sub(" ", text)
    return text


def has_weekday(text: str) -> bool:
    """True where a weekday is named."""
    return bool(_WEEKDAY.search(text))


def has_time(text: str) -> bool:
    """True where a time of day is named."""
    return bool(_TIME.search(_date().sub(" ", text)))


def settle(hit: DateHit, others: Sequence[DateHit], day_first: bool = False) -> date | None:
    """The day of ``hit``, with the other dates on the page as clues where day and month could be swapped.

    A sure date elsewhere on the page that is one of the two readings decides; so does one no further than two days from
    just one of them. Next, what the page's other dates in numbers show, if they agree, and ``day_first``: the page's
    language puts the day first. Else None.
    """
    if hit.day:
        return hit.day
    sure = [one.day for one in others if one.day]
    near = [day for day in hit.days if any(abs((day - other).days) <= 2 for other in sure)]
    if len(near) == 1:
        return near[0]
    orders = {one.order for one in others} & {"day", "month"} or ({"day"} if day_first else set())
    if len(orders) != 1 or hit.day_first is None:
        return None
    return hit.day_first if orders == {"day"} else next(day for day in hit.days if day != hit.day_first)
