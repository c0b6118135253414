"""Calendar dates as pages write them: found in a line, with what is left open said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER = {name[:length]: index for index, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {"sept": 9}
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    r"(?<![\w/])(?:" + _MONTH.format("m1") + r"\s{0,2}(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\s{0,2},?\s{0,2}"
    r"(?P<y1>(?:19|20)\d\d)(?!\d(?!\d?:\d\d|\d?\s?[A-Z][a-z]{2}))"
    + r"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?:\s{0,2}|-|\s{1,2}of\s{1,2})"
    + _MONTH.format("m2")
    + r"[\s,-]{0,3}(?P<y2>(?:19|20)\d\d)(?!\d(?!\d?:\d\d|\d?\s?[A-Z][a-z]{2}))"
    + r"|(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>[01]?\d)[-/.](?P<d3>[0-3]?\d)(?=$|\D|T\d)"
    + r"|(?P<a4>[0-3]?\d)(?P<s4>[-/.])(?P<b4>[0-3]?\d)(?P=s4)(?P<y4>(?:19|20)\d\d)(?!\d)"
    + r")",
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


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a text: ``start`` and ``end`` count from the text's head; ``days`` holds every day that it can mean
    (two where day and month cannot be told apart)."""

    start: int
    end: int
    days: tuple[date, ...]

    @property
    def day(self) -> date | None:
        """The day where there is just one."""
        return self.days[0] if len(self.days) == 1 else None


def find_dates(text: str) -> list[DateHit]:
    """Full dates (day, month and year) in text order. "03/04/2019" gives both readings; impossible dates give none."""
    return list(_hits(text))


def _hits(text: str) -> Iterator[DateHit]:
    for match in _DATE.finditer(text):
        get = match.groupdict()
        days: list[date | None] = []
        if get["m1"]:
            days = [_day(get["y1"], _month(get["m1"]), get["d1"])]
        elif get["m2"]:
            days = [_day(get["y2"], _month(get["m2"]), get["d2"])]
        elif get["y3"]:
            days = [_day(get["y3"], get["m3"], get["d3"])]
        elif get["y4"]:
            days = [_day(get["y4"], get["b4"], get["a4"]), _day(get["y4"], get["a4"], get["b4"])]
        known = tuple(sorted({one for one in days if one is not None}))
        if known:
            yield DateHit(match.start(), match.end(), known)


def _month(name: str) -> int:
    return _NUMBER[name.lower()] if name.lower() in _NUMBER else _NUMBER[name.lower()[:3]]


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
    for pattern in (_DATE, _TIME, _ZONE, _WEEKDAY):
        text = pattern.sub(" ", text)
    return text


def has_weekday(text: str) -> bool:
    """True where a weekday is named."""
    return bool(_WEEKDAY.search(text))


def has_time(text: str) -> bool:
    """True where a time of day is named."""
    return bool(_TIME.search(_DATE.sub(" ", text)))


def settle(hit: DateHit, others: list[DateHit]) -> date | None:
    """The day of ``hit``, with the other dates on the page as clues where day and month could be swapped.

    A sure date elsewhere on the page that is one of the two readings decides; so does one no further than two days from
    just one of them. Else None.
    """
    if hit.day:
        return hit.day
    sure = [one.day for one in others if one.day]
    near = [day for day in hit.days if any(abs((day - other).days) <= 2 for other in sure)]
    return near[0] if len(near) == 1 else None
