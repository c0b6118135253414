"""Days and months of the calendar.

Each reader looks at the tokens from one index on and gives a ``Draft`` or None; none looks further than a dozen tokens.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from onrecord.find import time_words as words
from onrecord.find.time_draft import Draft
from onrecord.find.time_words import Tokens
from onrecord.find.time_years import FIRST_YEAR, LAST_YEAR, year_after
from onrecord.schema import Extent

_LINKERS = frozenset("to until till through and or".split()) | words.DASHES


def month_name(toks: Tokens, i: int) -> tuple[int, int] | None:
    """The name of a month at ``i``: its number and the index after it and after its full stop. Verbs are not told
    apart here."""
    low = toks.low(i)
    if low not in words.MONTHS:
        return None
    if not words.is_capital(toks, i) and low in words.NAMELIKE_MONTHS | {"mar", "dec", "jan", "sep"}:
        return None
    dot = low in words.SHORT_MONTHS and toks.low(i + 1) == "." and toks.glued(i + 1)
    return words.MONTHS[low], i + 1 + dot


def day_number(toks: Tokens, i: int) -> tuple[int, int] | None:
    """A day of a month (``8``, ``08``, ``8th``) and the index after it; not times of day, decimals or thousands."""
    low = toks.low(i)
    if not (low.isdecimal() and low.isascii() and len(low) <= 2 and 1 <= int(low) <= 31):
        return None
    found = words.ordinal_at(toks, i)
    end = i + 1 if found is None else found[1]
    if toks.glued(end) and found is None:
        right = toks.low(end)
        if right.isalpha() or right in ("%", ":", "°"):
            return None
        if right in (".", ",") and toks.glued(end + 1) and toks.low(end + 1).isdecimal():
            return None
    return int(low), end


def dated(month: int, day: int, year: str | None) -> str | None:
    """The symbol of a day; None where there is no such day in the calendar."""
    if not 1 <= day <= monthrange(2000, month)[1]:
        return None
    if year is None:
        return f"?day({month:02d}-{day:02d})"
    if year.isdecimal():
        return f"{year}-{month:02d}-{day:02d}" if day <= monthrange(int(year), month)[1] else None
    return f"day({month:02d}-{day:02d}) in {year}"


def day_range(month: int, first: int, last: int, year: str | None) -> str | None:
    """The symbol of a run of days in one month."""
    low, high = dated(month, first, year), dated(month, last, year)
    if low is None or high is None or first >= last:
        return None
    if year is None:
        return f"day({month:02d}-{first:02d}) <= ({high}) .. {high}"
    return f"{low} .. {high}"


def _second_day(toks: Tokens, i: int) -> tuple[int, int] | None:
    if toks.low(i) not in _LINKERS:
        return None
    found = day_number(toks, i + 1)
    if found is None or month_name(toks, found[1]) is not None or words.unit_at(toks, found[1]) is not None:
        return None
    return found


def month_day(toks: Tokens, i: int) -> Draft | None:
    """``October 10``, ``Oct. 10th, 2017``, ``October the 10th``, ``October 10-12, 2017``."""
    month = month_name(toks, i)
    if month is None:
        return None
    at = month[1]
    if toks.low(at) == "the":
        at += 1
        if words.ordinal_at(toks, at) is None:
            return None
    day = day_number(toks, at)
    if day is None or (toks.low(day[1]) in words.QUANTITY_NOUNS):
        return None
    second = _second_day(toks, day[1])
    end = day[1] if second is None else second[1]
    year = year_after(toks, end)
    stated = None if year is None else year[0]
    if second is not None:
        symbol = day_range(month[0], day[0], second[0], stated)
        if symbol is not None:
            return Draft(end if year is None else year[1], symbol, "interval", _extent(toks.low(day[1])))
        return month_day_single(toks, month[0], day)
    return _day_draft(month[0], day[0], stated, end if year is None else year[1])


def month_day_single(toks: Tokens, month: int, day: tuple[int, int]) -> Draft | None:
    """The first day of what looked like a run of days and was none."""
    year = year_after(toks, day[1])
    return _day_draft(month, day[0], year and year[0], day[1] if year is None else year[1])


def _day_draft(month: int, day: int, year: str | None, end: int) -> Draft | None:
    symbol = dated(month, day, year)
    return None if symbol is None else Draft(end, symbol, "day")


def _extent(link: str) -> Extent:
    return "within" if link in ("and", "or") else "throughout"


def day_month(toks: Tokens, i: int) -> Draft | None:
    """``10 October``, ``the 8th of October, 2011``, ``10-12 October 2017``, ``the first of May``."""
    at = i + (toks.low(i) == "the")
    day = day_number(toks, at) or words.ordinal_at(toks, at)
    if day is None or day[0] > 31:
        return None
    second = _second_day_before_month(toks, day[1])
    after = day[1] if second is None else second[1]
    spelled = not toks.low(at).isdecimal()
    of = toks.low(after) == "of"
    if at != i and not (of or day[1] == at + 2 or second) and month_name(toks, after) is None:
        return None
    month = month_name(toks, after + of)
    if month is None or (spelled and not of):
        return None
    if toks.low(at - 1) in ("$", "£", "€") or (toks.glued(at) and toks.low(at - 1) in (".", ",", ":", "/")):
        return None
    year = year_after(toks, month[1])
    stated, end = (None, month[1]) if year is None else year
    if second is not None:
        symbol = day_range(month[0], day[0], second[0], stated)
        return None if symbol is None else Draft(end, symbol, "interval", _extent(toks.low(day[1])))
    return _day_draft(month[0], day[0], stated, end)


def _second_day_before_month(toks: Tokens, i: int) -> tuple[int, int] | None:
    if toks.low(i) not in _LINKERS:
        return None
    at = i + 1 + (toks.low(i + 1) == "the")
    found = day_number(toks, at)
    if found is None or month_name(toks, found[1] + (toks.low(found[1]) == "of")) is None:
        return None
    return found


def weekday_date(toks: Tokens, i: int) -> Draft | None:
    """``Tuesday, October 10, 2017``, ``Wed 22 Jan``, ``Friday (October 6)``: the date decides."""
    if toks.low(i) not in words.DAYS:
        return None
    at = i + 1
    at += toks.low(at) == "." and toks.low(i) in words.SHORT_DAYS
    at += toks.low(at) in (",", "(")
    ordinal = words.ordinal_at(toks, at + 1) if toks.low(at) == "the" and toks.low(at + 1).isdecimal() else None
    if ordinal is not None and ordinal[0] <= 31 and toks.low(ordinal[1]) not in {"of", "century"} | words.MONTHS.keys():
        return Draft(ordinal[1], f"?dom({ordinal[0]})", "day")
    found = month_day(toks, at) or day_month(toks, at)
    if found is None or found.precision != "day":
        return None
    bracket = toks.low(at - 1) == "(" and toks.low(found.end) == ")"
    return Draft(found.end + bracket, found.symbol, "day")


def month(toks: Tokens, i: int) -> Draft | None:
    """``August``, ``August 2017``, ``October last year``, ``May of that year``. A bare name needs to stand like a
    time."""
    word = toks.low(i)
    found = month_name(toks, i + 1 if word in _MONTH_RULES else i)
    if found is None:
        return None
    number, at = found
    if word in _MONTH_RULES:
        return Draft(at, _MONTH_RULES[word].format(number), "month")
    year = year_after(toks, at)
    if (
        year is None
        and toks.low(at) in words.APOSTROPHES
        and len(toks.low(at + 1)) == 2
        and toks.low(at + 1).isdecimal()
    ):
        short = int(toks.low(at + 1))
        year = str(short + (1900 if short > 50 else 2000)), at + 2
    if year is not None:
        stated, end = year
        return Draft(end, f"{stated}-{number:02d}" if stated.isdecimal() else f"month({number}) in {stated}", "month")
    return Draft(at, f"?month({number})", "month") if _stands_alone(toks, i, at) else None


_MONTH_RULES = {
    "last": "month({}) < publication",
    "past": "month({}) < publication",
    "this": "month({}) in year(publication)",
    "next": "month({}) > publication",
}


def day_of_month(toks: Tokens, i: int) -> Draft | None:
    """``on the 20th``: a bare ordinal in digits after a preposition of time, with no noun after it."""
    if (
        toks.low(i) != "the"
        or toks.low(i - 1) not in ("on", "until", "by", "from", "since")
        or not toks.low(i + 1).isdecimal()
    ):
        return None
    found = words.ordinal_at(toks, i + 1)
    if found is None or found[0] > 31:
        return None
    after = toks.low(found[1])
    if after.isalnum() and after not in (
        "and",
        "at",
        "in",
        "when",
        "to",
        "but",
        "he",
        "she",
        "they",
        "it",
        "we",
        "with",
        "for",
        "after",
    ):
        return None
    return Draft(found[1], f"?dom({found[0]})", "day")


def _stands_alone(toks: Tokens, i: int, end: int) -> bool:
    """True where a bare month's name is a month: May is also a verb and a person, March a walk."""
    low, left = toks.low(i), toks.low(i - 1)
    asked = left in words.TIME_PREPOSITIONS or (left in words.DASHES and toks.low(i - 2) in words.TIME_PREPOSITIONS)
    if toks[i].text.isupper() and low in words.NAMELIKE_MONTHS:
        return False
    if low in words.SHORT_MONTHS:
        return asked and words.is_capital(toks, i) and low not in ("mar", "jan")
    if low in words.NAMELIKE_MONTHS:
        named = words.is_capital(toks, i - 1) and i > 0 and left not in words.TIME_PREPOSITIONS
        surname = words.is_capital(toks, end) and end != i + 1
        asks = asked or left in ("of", "and", "to", "or", "by") or left in words.DASHES
        if low in ("may", "march"):
            asks = (
                asked
                and left not in ("before", "after", "between", "around")
                or (left == "of" and toks.low(i - 2) in _PARTS_BEFORE)
            )
        return asks and not named and not surname
    return True


_PARTS_BEFORE = frozenset("end start beginning middle half week weekend month close days weeks part day".split())


def numeric(toks: Tokens, i: int) -> Draft | None:
    """``2017-10-10``, ``2017/10/10``, ``21/04/2016``, ``10.5.2015``. Which of two small numbers is the month is not
    guessed."""
    parts, seps = [toks.low(i + k) for k in (0, 2, 4)], [toks.low(i + k) for k in (1, 3)]
    if seps[0] != seps[1] or seps[0] not in ("-", "/", ".") or any(not toks.glued(i + k) for k in (1, 2, 3, 4)):
        return None
    if not all(part.isdecimal() and part.isascii() for part in parts) or _glued_on(toks, i, i + 5):
        return None
    sizes = [len(part) for part in parts]
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        year, first, second = (int(part) for part in parts)
        return _numeric_draft(i + 5, year, {(first, second)})
    if sizes[2] == 4 and max(sizes[:2]) <= 2:
        first, second, year = (int(part) for part in parts)
        return _numeric_draft(i + 5, year, {(first, second), (second, first)})
    return None


def _glued_on(toks: Tokens, i: int, end: int) -> bool:
    left = toks.low(i - 1)
    right = toks.low(end)
    return (toks.glued(i) and (left.isalnum() or left in ("-", "/", ".", ":"))) or (
        toks.glued(end) and (right.isalnum() or right in ("-", "/") or (right == "." and toks.low(end + 1).isdecimal()))
    )


def _numeric_draft(end: int, year: int, readings: set[tuple[int, int]]) -> Draft | None:
    days = []
    for month_part, day_part in readings:
        try:
            days.append(date(year, month_part, day_part))
        except ValueError:
            continue
    if not days or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if len(days) == 1:
        return Draft(end, days[0].isoformat(), "day")
    return Draft(end, f"{min(days)} .. {max(days)}", "interval")
