"""Time symbols: small expressions that say how a date hangs on its anchor, and what they come to.

    interval := term | term ".." | ".." term | term ".." term
    term     := primary (("+" | "-") (number | "some") unit)*
    primary  := date | "publication" | "context" | "(" interval ")" | pick op term
              | unit "(" interval ")" | part "(" interval ")"
              | ("first" | "final" | "last" | "next") "(" (number | "some") unit "," interval ")"
              | "nth" "(" number "," (weekday | "week") "," interval ")" | "before" "(" interval ")" | "bc" "(" number
              ")"
    pick     := "weekday(fri)" | "weekend()" | "dom(21)" | "month(8)" | "day(10-31)" | "season(summer)" | "quarter(3)"
    | "half(1)" | "feast(easter)"
    op       := "<" | "<=" | ">=" | ">" | "~" | "in"
    date     := 2017 | 2017-10 | 2017-10-10 | 1990s

Examples: ``publication - 1 day``, ``weekday(fri) <= publication``, ``month(10) in year(publication) - 1 year``,
``month(publication) .. publication``, ``early(2019)``. ``~`` is the nearest occurrence, with a leaning to the past.
``context`` is a time told elsewhere that could not be found: it has no dates. A time of the clock may stand at the end
("publication - 1 day at 20:00 gmt"): it is noted and changes no day. These symbols never have days: ``duration(3
years)``, ``set(weekday(fri))``, ``clock(20:00)``, ``fiscal(2014)``, ``event + 2 days``, ``present``, ``past``, ``future``.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from onrecord.find import time_calendar as calendar
from onrecord.find.time_feast_days import FEASTS, feasts_near

Bounds = tuple[date | None, date | None]

OPEN: Bounds = (None, None)
PARTS = ("early", "mid", "late", "start", "end")
_PICK_VALUES = {
    "weekday": re.compile("|".join(calendar.WEEKDAYS)),
    "weekend": re.compile(""),
    "season": re.compile("|".join(calendar.SEASONS)),
    "day": re.compile(r"\d\d-\d\d"),
    "feast": re.compile("|".join(FEASTS)),
} | dict.fromkeys(("dom", "month", "quarter", "half"), re.compile(r"\d{1,2}"))
PICKS = tuple(_PICK_VALUES)

FAR_BACK = 270
"""Days: with no tense to go by, an occurrence further back than this gives way to one that is ``SOON``."""
SOON = 90
"""Days; see ``FAR_BACK``. Chosen so that a date a season ahead is not read as nearly a year ago."""

MAX_SYMBOL = 400
"""Code points: longer symbols are not read, which bounds the depth of the recursion; ours stay under half of it."""

_TOKEN = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{2}-\d{2}|\d{4}s|-?\d+|[a-z]+|\.\.|<=|>=|[<>~()+\-,]")
_UNDATED = re.compile(r"(?:duration|set|clock|fiscal)\(.*\)|event [+-] .*|present|past|future")
_CLOCK = re.compile(r" at (?:\d\d:\d\d|[a-z]+)(?: [a-z]+)?$")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(s?)")


@lru_cache(maxsize=4096)
def resolve_symbol(symbol: str, anchor: date | None) -> Bounds:
    """The first and last day of ``symbol`` for a page published on ``anchor``, both inclusive, None where open or not
    known.

    Raises nothing: a symbol that is malformed, or that leaves the calendar (years 1 to 9999), has no dates.
    """
    if len(symbol) > MAX_SYMBOL or tells_no_day(symbol):
        return OPEN
    try:
        found = _Reader(_CLOCK.sub("", symbol), anchor).whole()
    except (ValueError, OverflowError, IndexError):
        return OPEN
    if found[0] is not None and found[1] is not None and found[0] > found[1]:
        return OPEN
    return found


def tells_no_day(symbol: str) -> bool:
    """True for the symbols of lengths, of what comes again, of hours and of times by an event."""
    return _UNDATED.fullmatch(symbol) is not None


class _Reader:
    """A recursive-descent reader over the tokens of one symbol."""

    def __init__(self, symbol: str, anchor: date | None) -> None:
        self.tokens: list[str] = _TOKEN.findall(symbol)
        self.at = 0
        self.anchor = anchor

    def peek(self, ahead: int = 0) -> str:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ""

    def take(self, expected: str | None = None) -> str:
        token = self.tokens[self.at]
        if expected is not None and token != expected:
            raise ValueError(f"expected {expected!r}, found {token!r}")
        self.at += 1
        return token

    def whole(self) -> Bounds:
        found = self.interval()
        if self.at != len(self.tokens):
            raise ValueError("words left over")
        return found

    def interval(self) -> Bounds:
        if self.peek() == "..":
            self.take()
            return None, self.term()[1]
        left = self.term()
        if self.peek() != "..":
            return left
        self.take()
        if self.peek() in ("", ")", ","):
            return left[0], None
        return left[0], self.term()[1]

    def term(self) -> Bounds:
        found = self.primary()
        while self.peek() in ("+", "-"):
            sign = self.take()
            number, unit = self.amount()
            signed = None if number is None else (number if sign == "+" else -number)
            found = _moved(found, signed, unit, sign, exact=self.peek() in ("+", "-"))
        return found

    def amount(self) -> tuple[int | None, str]:
        word = self.take()
        unit = self.take()
        unit = "century" if unit == "centuries" else unit.removesuffix("s")
        if unit not in calendar.UNITS:
            raise ValueError(f"no unit: {unit!r}")
        return (None if word == "some" else int(word)), unit

    def primary(self) -> Bounds:
        token = self.take()
        if token == "(":
            found = self.interval()
            self.take(")")
            return found
        if token == "publication":
            return self.anchor, self.anchor
        if token == "context":
            return OPEN
        if token[0].isdigit():
            return _date(token)
        return self.call(token)

    def call(self, name: str) -> Bounds:
        self.take("(")
        value = "" if self.peek() == ")" else self.peek()
        if name in PICKS and _PICK_VALUES[name].fullmatch(value) and self.peek(len(value) > 0) == ")":
            self.at += 1 + (len(value) > 0)
            return self.pick(name, value)
        found = self.function(name)
        self.take(")")
        return found

    def function(self, name: str) -> Bounds:
        if name == "bc":
            self.take()
            return OPEN
        if name == "nth":
            number, _, kind, _ = int(self.take()), self.take(","), self.take(), self.take(",")
            within = _closed(self.interval())
            return OPEN if within is None else calendar.nth(number, kind, within) or OPEN
        if name in ("first", "final", "last", "next"):
            amount = self.amount()
            self.take(",")
            return _run(name, amount[0], amount[1], self.interval())
        inner = self.interval()
        if name == "before":
            return None, (inner[0] - timedelta(days=1) if inner[0] else None)
        days = _closed(inner)
        if days is None:
            return OPEN
        if name in PARTS:
            return calendar.part_of(days, name)
        return days if name == "day" else calendar.widen(days, name)

    def pick(self, kind: str, value: str) -> Bounds:
        operator = self.take()
        pivot = _closed(self.term())
        if pivot is None:
            return OPEN
        found = feasts_near(value, pivot) if kind == "feast" else calendar.candidates(kind, value, pivot)
        return _choose(found, operator, pivot) or OPEN


def _closed(bounds: Bounds) -> calendar.Days | None:
    """The interval if both ends are known."""
    return None if bounds[0] is None or bounds[1] is None else (bounds[0], bounds[1])


def _date(token: str) -> Bounds:
    match = _DATE.fullmatch(token)
    if match is None:
        raise ValueError(f"no date: {token!r}")
    year, month, day, decade = match.groups()
    if not MINYEAR <= int(year) <= MAXYEAR:
        return OPEN
    first = date(int(year), int(month or 1), int(day or 1))
    return calendar.unit_of(first, "decade" if decade else "day" if day else "month" if month else "year")


def _moved(bounds: Bounds, number: int | None, unit: str, sign: str, exact: bool) -> Bounds:
    """Shifted; by an unknown number it is open on the far side. ``exact``: a finer step follows, which sets how vague
    it all is."""
    if number is None:
        return (None, bounds[1]) if sign == "-" else (bounds[0], None)
    days = _closed(bounds)
    if days is None:
        return OPEN
    if exact:
        return calendar.add(days[0], number, unit), calendar.add(days[1], number, unit)
    return calendar.shift(days, number, unit)


def _run(name: str, number: int | None, unit: str, bounds: Bounds) -> Bounds:
    """A stretch of ``number`` units: the first or final of an interval, the last before it, the next after it."""
    if name in ("last", "next"):
        if number is None:
            return (None, bounds[1]) if name == "last" else (bounds[0], None)
        if name == "last":
            return (calendar.add(bounds[1], -number, unit) if bounds[1] else None), bounds[1]
        return bounds[0], (calendar.add(bounds[0], number, unit) if bounds[0] else None)
    days = _closed(bounds)
    if days is None:
        return OPEN
    if number is None:
        return calendar.part_of(days, "early" if name == "first" else "late")
    if name == "first":
        return days[0], min(days[1], calendar.add(days[0], number, unit) - timedelta(days=1))
    return max(days[0], calendar.add(days[1], -number, unit) + timedelta(days=1)), days[1]


def _choose(found: list[calendar.Days], operator: str, pivot: calendar.Days) -> calendar.Days | None:
    """The occurrence that the operator asks for, or None."""
    if operator == "in":
        return next((days for days in found if pivot[0] <= days[0] <= pivot[1]), None)
    before = [days for days in found if (days[1] < pivot[0] if operator == "<" else days[0] <= pivot[1])]
    after = [days for days in found if (days[0] > pivot[1] if operator == ">" else days[1] >= pivot[0])]
    if operator in ("<", "<="):
        return before[-1] if before else None
    if operator in (">", ">="):
        return after[0] if after else None
    if operator != "~":
        raise ValueError(f"no operator: {operator!r}")
    if before and after:
        far, near = (pivot[0] - before[-1][1]).days, (after[0][0] - pivot[1]).days
        return after[0] if far > FAR_BACK and near <= SOON else before[-1]
    if before:
        return before[-1]
    return after[0] if after else None
