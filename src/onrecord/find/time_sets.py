"""Times that come again (every Friday, twice a week, daily), times of the clock, and fiscal years: none of them a day."""

from __future__ import annotations

import re

from onrecord.find import time_words as words
from onrecord.find.time_amounts import unit_word
from onrecord.find.time_draft import Draft, amount
from onrecord.find.time_words import Tokens

_OFTEN = {
    "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
    "annually": "year", "annual": "year", "hourly": "hour", "fortnightly": "week",
}  # fmt: skip
_UNIT_SETS = frozenset(_OFTEN)
_TIMES = frozenset("once twice thrice times".split())
_RATE_LEFT = re.compile(r".*(?:s|%|cent|percent|people|million|billion|thousand|barrel|pound|euro)$|\d+")
BEGIN = frozenset("every each per once twice year".split()) | _UNIT_SETS


def repeated(toks: Tokens, i: int) -> Draft | None:
    """``every Friday``, ``each month``, ``every two years``, ``twice a week``, ``per day``, ``daily``, ``Sundays``."""
    low = toks.low(i)
    if low in ("every", "each"):
        return _every(toks, i)
    if low in _OFTEN:
        named = words.is_capital(toks, i) and (toks[i - 1].end > 0 and toks.low(i - 1) != "." or _named(toks, i + 1))
        return None if named else Draft(i + 1, f"set({amount(1, _OFTEN[low])})", None)
    if low == "year" and toks.low(i + 1) in words.DASHES | {"on"}:
        dash = toks.low(i + 1) in words.DASHES
        if toks.low(i + 1 + dash) == "on" and toks.low(i + 2 + 2 * dash) == "year":
            return Draft(i + 3 + 2 * dash, "set(1 year)", None)
    if low in ("a", "an", "per", "once", "twice"):
        return _rate(toks, i)
    return _plural_day(toks, i)


def _named(toks: Tokens, i: int) -> bool:
    return words.is_capital(toks, i)


def _every(toks: Tokens, i: int) -> Draft | None:
    at = i + 1 + (toks.low(i + 1) in ("other", "single"))
    other = toks.low(i + 1) == "other"
    name = words.DAYS.get(toks.low(at))
    if name is not None:
        return Draft(at + 1 + (toks.low(at + 1) in words.DAYPARTS), f"set(weekday({name}))", None)
    if toks.low(at) in words.MONTHS and words.is_capital(toks, at):
        return Draft(at + 1, f"set(month({words.MONTHS[toks.low(at)]}))", None)
    if toks.low(at) in words.SEASONS:
        return Draft(at + 1, f"set(season({words.SEASONS[toks.low(at)]}))", None)
    if toks.low(at) in words.DAYPARTS:
        return Draft(at + 1, "set(1 day)", None)
    number = words.number_at(toks, at)
    value, after = number if number is not None else (2 if other else 1, at)
    unit = unit_word(toks, after)
    if unit is None:
        return None
    return Draft(unit[2], f"set({amount(None if value is None else value * unit[1], unit[0])})", None)


def _rate(toks: Tokens, i: int) -> Draft | None:
    """``twice a week``, ``40 tonnes a year``, ``per month``."""
    times = toks.low(i) in ("once", "twice")
    at = i + times
    word = toks.low(at)
    unit = unit_word(toks, at + 1)
    if word not in ("a", "an", "per", "every", "each") or unit is None or toks.low(at + 1).endswith("s"):
        return None
    if toks.low(unit[2]) in ("ago", "later", "earlier", "before", "after", "and", "or", "old", "from", "of"):
        return None if toks.low(unit[2]) not in ("and", "or") or not times else Draft(unit[2], _set(unit), None)
    left = toks.low(i - 1)
    if not times and word != "per" and not (left in _TIMES or _RATE_LEFT.fullmatch(left)):
        return None
    if not times and word != "per" and left in _NOT_RATED:
        return None
    return Draft(unit[2], _set(unit), None)


_NOT_RATED = words.FUNCTION_WORDS | frozenset(
    "takes lasts needs spends wins gets means costs gives serves marks spans was is has as its this less plus".split()
)


def _set(unit: tuple[str, int, int]) -> str:
    return f"set({amount(unit[1], unit[0])})"


def _plural_day(toks: Tokens, i: int) -> Draft | None:
    low = toks.low(i)
    if low in ("weekends", "weekdays"):
        return Draft(i + 1, f"set({'weekend()' if low == 'weekends' else '1 day'})", None)
    name = words.DAYS.get(low.removesuffix("s"))
    if name is None or not low.endswith("days"):
        return None
    return Draft(i + 1, f"set(weekday({name}))", None)


_ZONES = frozenset("gmt utc bst cet cest eet est edt cst cdt mst mdt pst pdt et pt ist jst msk local".split())
_HALF_DAY = frozenset({"am", "pm"})
_CLOCK_LEFT = frozenset("at by until till from around about before after since between and to shortly".split())


def clock(toks: Tokens, i: int) -> tuple[str, int] | None:
    """``8 p.m.``, ``4:17 am``, ``21:30``, ``0900 GMT``, ``noon``: as ``20:00`` with the zone where one is told, and the
    index after it. What hour it is elsewhere, or here, is not guessed."""
    low = toks.low(i)
    if low in ("noon", "midday", "midnight", "dawn", "dusk", "nightfall", "sunset", "sunrise", "daybreak"):
        return (low, i + 1) if toks.low(i - 1) in _CLOCK_LEFT else None
    if not (low.isdecimal() and low.isascii()):
        return None
    hour, minute, end = int(low), 0, i + 1
    if len(low) == 4 and toks.low(end) in _ZONES:
        hour, minute = divmod(hour, 100)
        exact = True
    else:
        exact = toks.low(end) in (":", ".") and toks.glued(end) and toks.glued(end + 1) and _minutes(toks, end + 1)
        if len(low) > 2:
            return None
        if exact:
            minute, end = int(toks.low(end + 1)), end + 2
    half = _half_day(toks, end)
    dotted = exact and toks.low(i + 1) == "."
    if half is not None:
        hour, end = hour % 12 + 12 * (half[0] == "pm"), half[1]
    elif toks.low(end) in ("hrs", "hours", "hr") and exact:
        end += 1
    elif not (exact and not dotted and (toks.low(i - 1) in _CLOCK_LEFT or toks.low(end) in _ZONES)):
        return None
    if hour > 24 or minute > 59:
        return None
    zone = _zone(toks, end)
    return f"{hour:02d}:{minute:02d}" + (f" {zone[0]}" if zone else ""), zone[1] if zone else end


def _minutes(toks: Tokens, i: int) -> bool:
    return len(toks.low(i)) == 2 and toks.low(i).isdecimal()


def _half_day(toks: Tokens, i: int) -> tuple[str, int] | None:
    if toks.low(i) in _HALF_DAY:
        return toks.low(i), i + 1
    if toks.low(i) in ("a", "p") and toks.low(i + 1) == "." and toks.glued(i + 1) and toks.low(i + 2) == "m":
        return toks.low(i) + "m", i + 3 + (toks.low(i + 3) == "." and toks.glued(i + 3))
    return None


def _zone(toks: Tokens, i: int) -> tuple[str, int] | None:
    at = i + (toks.low(i) == "(")
    low = toks.low(at)
    if (
        low not in _ZONES
        or (low == "local" and toks.low(at + 1) != "time")
        or (low != "local" and not _upper(toks, at))
    ):
        return None
    end = at + 1 + (toks.low(at + 1) == "time")
    return low, end + (at > i and toks.low(end) == ")")


def _upper(toks: Tokens, i: int) -> bool:
    return toks[i].text.isupper()


def clock_alone(toks: Tokens, i: int) -> Draft | None:
    """A time of the clock, or a part of the day, whose day is not told beside it: ``at night``, ``in the morning``."""
    at = i + (toks.low(i) == "the")
    if toks.low(at) in _DAY_PARTS and toks.low(i - 1) in _PART_LEFT and (at > i or toks.low(at) == "night"):
        follows = toks.low(at + 1)
        return (
            None
            if follows in ("of", "before", "after") or follows in words.DAYS
            else Draft(at + 1, f"clock({toks.low(at)})", None)
        )
    found = clock(toks, i)
    return None if found is None else Draft(found[1], f"clock({found[0]})", None)


_DAY_PARTS = frozenset("morning afternoon evening night".split())
_PART_LEFT = frozenset("at in during through throughout by into".split())
_FISCAL = frozenset("fiscal financial".split())


def fiscal(toks: Tokens, i: int) -> Draft | None:
    """``fiscal 2014``, ``fiscal year 2013/14``, ``FY2014``, ``the current fiscal year``: when it begins differs by
    country and firm, so it has no days."""
    at = i + (toks.low(i) == "the")
    at += toks.low(at) in ("last", "this", "next", "current", "previous", "coming")
    if toks[at].text == "FY" and toks.low(at + 1).isdecimal():
        return Draft(at + 2, f"fiscal({toks.low(at + 1)})", None)
    ordinal = words.ordinal_at(toks, at)
    if ordinal is not None and toks.low(ordinal[1]) in _FISCAL and toks.low(ordinal[1] + 1) in ("quarter", "half"):
        return Draft(ordinal[1] + 2, f"fiscal({toks.low(ordinal[1] + 1)} {ordinal[0]})", None)
    if toks.low(at) not in _FISCAL:
        return None
    ordinal = words.ordinal_at(toks, at + 1)
    if ordinal is not None and toks.low(ordinal[1]) in ("quarter", "half"):
        return Draft(ordinal[1] + 1, f"fiscal({toks.low(ordinal[1])} {ordinal[0]})", None)
    year = toks.low(at + 1) == "year"
    number = toks.low(at + 1 + year)
    if len(number) == 4 and number.isdecimal():
        end = at + 2 + year
        end += 2 * (toks.low(end) in words.DASHES | {"/"} and toks.glued(end) and toks.low(end + 1).isdecimal())
        return Draft(end, f"fiscal({number})", None)
    return Draft(at + 2, "fiscal(year)", None) if year else None
