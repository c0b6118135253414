"""Parts of times (early 1999, the end of the year), the n-th of something in them, and amounts counted from them."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.find import time_eras as eras
from onrecord.find import time_feasts as feasts
from onrecord.find import time_points as points
from onrecord.find import time_relative as relative
from onrecord.find import time_weekdays as weekdays
from onrecord.find import time_words as words
from onrecord.find import time_years as years
from onrecord.find.time_draft import Draft, amount, term
from onrecord.find.time_words import Tokens
from onrecord.schema import Precision

Reader = Callable[[Tokens, int], Draft | None]

SIMPLE: tuple[Reader, ...] = (
    points.numeric,
    points.month_day,
    points.day_month,
    points.weekday_date,
    points.month,
    points.day_of_month,
    years.bare_year,
    eras.decade,
    eras.century,
    eras.season,
    eras.quarter,
    feasts.feast,
    relative.deictic,
    relative.recently,
    relative.unit_phrase,
    relative.unit_before,
    relative.back_and_forth,
    relative.in_a_while,
    relative.untold_unit,
    weekdays.weekday,
    relative.told_year,
)
"""Every reader of a time that is not made of another; the longest reading wins, and of two equal ones the first."""


PARTS = {
    "early": "early", "late": "late", "mid": "mid", "middle": "mid", "beginning": "start", "start": "start",
    "outset": "start", "end": "end", "close": "end", "opening": "start",
}  # fmt: skip
PART_ADJECTIVES = {
    "early": "early",
    "first": "early",
    "later": "late",
    "latter": "late",
    "last": "late",
    "final": "late",
    "closing": "late",
    "opening": "early",
}


def simple(toks: Tokens, i: int) -> Draft | None:
    """The longest simple time that begins at ``i``."""
    best: Draft | None = None
    for reader in SIMPLE:
        found = reader(toks, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def point(toks: Tokens, i: int) -> Draft | None:
    """A simple time or a part of one."""
    if i not in toks.points:
        toks.points[i] = _point(toks, i)
    return toks.points[i]


def _point(toks: Tokens, i: int) -> Draft | None:
    if toks[i].low in ("", ",", "."):
        return None
    found = [draft for draft in (reader(toks, i) for reader in READERS) if draft is not None]
    return max(found, key=lambda draft: draft.end, default=None)


def the_weekend(toks: Tokens, i: int) -> Draft | None:
    """``the weekend``: the last one, or the next where the future is spoken of."""
    own = toks.low(i + 2) in words.APOSTROPHES  # "the weekend's talks" were held on it
    if toks.low(i) == "the" and toks.low(i + 1) == "weekend" and (own or not names_another(toks, i + 2)):
        return Draft(i + 2, "?weekend()", "interval")
    return None


def the_unit(toks: Tokens, i: int) -> Draft | None:
    """``the year`` in "the end of the year": the one of publication, or the one told of."""
    if toks.low(i) != "the":
        return None
    unit = words.unit_at(toks, i + 1)
    if unit is None or toks.low(i + 1).endswith("s"):
        return None
    if unit[0] == "day" and toks.low(i - 2) not in ("earlier", "later"):
        return None  # "at the end of the day" says nothing of a day
    return Draft(unit[2], f"{unit[0]}(?now)", "interval")


def part(toks: Tokens, i: int) -> Draft | None:
    """``early 1999``, ``mid-March``, ``the end of the year``, ``late last week``, ``earlier this month``, ``later
    that day``."""
    at = i + (toks.low(i) == "the")
    word = toks.low(at)
    if word in ("year", "month") and toks.low(at + 1) in words.DASHES and toks.low(at + 2) == "end":
        return Draft(at + 3, f"end({word}(?now))", "interval")
    if word in ("earlier", "later") and at == i:
        return _earlier_later(toks, i)
    if word in ("so", "thus") and at == i:
        return _so_far(toks, i)
    if word in ("rest", "remainder") and toks.low(at + 1) == "of":
        base = _base(toks, at + 2)
        return None if base is None else Draft(base.end, f"?now .. {base.symbol}", "interval", "throughout")
    if word in words.DAYPARTS and toks.low(at + 1) == "of":
        inner = simple(toks, at + 2)
        return inner if inner is not None and inner.precision == "day" else None
    found = _part_words(toks, at)
    base = None if found is None else _base(toks, found[1])
    if found is None or base is None:
        return None
    return base if base.precision == "day" else Draft(base.end, f"{found[0]}({base.symbol})", "interval")


def _so_far(toks: Tokens, i: int) -> Draft | None:
    """``so far this year``: its days up to publication."""
    if toks.low(i + 1) != "far":
        return None
    base = _base(toks, i + 2 + (toks.low(i + 2) == "in"))
    if base is None or base.precision == "day" or ".." in base.symbol or base.symbol.startswith("?"):
        return None
    return Draft(base.end, f"{base.symbol} .. publication", "interval", "throughout")


def _part_words(toks: Tokens, at: int) -> tuple[str, int] | None:
    """Which part the words from ``at`` on ask for, and the index of what it is a part of."""
    word, after = toks.low(at), toks.low(at + 1)
    if word in PART_ADJECTIVES and after in _STRETCHES and toks.low(at + 2) in ("of", "in"):
        return PART_ADJECTIVES[word], at + 3
    kind = PARTS.get(word)
    if kind is None:
        return None
    soft = word in ("early", "late")
    if after in words.DASHES and (soft or word == "mid" or (word == "end" and toks.glued(at + 1))):
        return kind, at + 2
    if after == "of" or (soft and after in ("in", "on")):
        return kind, at + 2
    if after in words.DAYPARTS:
        at += toks.low(at + 2) == "hours"
    if toks.low(at + 2) in ("of", "on") and after in words.DAYPARTS:
        return kind, at + 3
    return (kind, at + 1) if soft or word == "mid" else None


_STRETCHES = frozenset("part half stages days weeks months years hours".split())


def _base(toks: Tokens, i: int) -> Draft | None:
    found = simple(toks, i)
    if found is None or found.needs_future:
        found = the_unit(toks, i)
    if found is None:
        month = points.month_name(toks, i)
        if month is not None and words.is_capital(toks, i):
            return Draft(month[1], f"?month({month[0]})", "month")
        year = years.plain_year(toks, i)
        return None if year is None else Draft(i + 1, str(year), "year")
    return found


def _earlier_later(toks: Tokens, i: int) -> Draft | None:
    """Earlier this month runs from the 1st to the day of publication, later this month from there to its end."""
    at = i + 1 + (toks.low(i + 1) in ("in", "on"))
    base = _base(toks, at)
    if base is None:
        return None
    if base.precision == "day":
        return base
    if "?context" in base.symbol:
        return Draft(
            base.end,
            f"{base.symbol} .. ?context" if toks.low(i) == "earlier" else f"?context .. {base.symbol}",
            "interval",
        )
    if "publication" not in base.symbol and "?now" not in base.symbol:
        return Draft(base.end, f"{'early' if toks.low(i) == 'earlier' else 'late'}({base.symbol})", "interval")
    now = "?now" if "?now" in base.symbol else "publication"
    symbol = f"{base.symbol} .. {now}" if toks.low(i) == "earlier" else f"{now} .. {base.symbol}"
    return Draft(base.end, symbol, "interval")


def nth_of(toks: Tokens, i: int) -> Draft | None:
    """``the first Friday of July``, ``the last week of May``, ``the 20th of next month``, ``the week of May 3``."""
    at = i + (toks.low(i) == "the")
    if toks.low(at) == "week" and toks.low(at + 1) in ("of", "beginning", "starting", "commencing"):
        inner = simple(toks, at + 2 + (toks.low(at + 2) == "on"))
        return (
            Draft(inner.end, f"week({inner.symbol})", "week")
            if inner is not None and inner.precision == "day"
            else None
        )
    order = (-1, at + 1) if toks.low(at) in ("last", "final") else words.ordinal_at(toks, at)
    if order is None:
        return None
    number, kind_at = order
    kind = words.DAYS.get(toks.low(kind_at)) or {"week": "week", "month": "month", "day": "day", "year": "year"}.get(
        toks.low(kind_at)
    )
    of_at = kind_at if kind is None else kind_at + 1
    if toks.low(of_at) not in ("of", "in"):
        return None
    base = _base(toks, of_at + 1)
    if base is None or base.precision not in ("month", "year", "interval", "quarter"):
        return None
    if kind is None:
        of_month = base.precision in ("month", "interval") and "month(" in base.symbol
        return Draft(base.end, f"dom({number}) in {base.symbol}", "day") if of_month and number > 0 else None
    if kind in ("month", "day", "year"):
        if number not in (1, -1):
            return None
        name = "first" if number == 1 else "final"
        return Draft(
            base.end,
            f"{name}(1 {kind}, {base.symbol})",
            "month" if kind == "month" else "day" if kind == "day" else "year",
        )
    return Draft(base.end, f"nth({number}, {kind}, {base.symbol})", "week" if kind == "week" else "day")


def counted_from(toks: Tokens, i: int) -> Draft | None:
    """``two days after May 5``, ``a week before Christmas``, ``the day after Monday's vote``: an amount from a time that
    is told right there."""
    number = (1, i + 1) if toks.low(i) == "the" else words.number_at(toks, i)
    unit = None if number is None else words.unit_at(toks, number[1])
    if number is None or number[0] is None or unit is None or toks.low(unit[2]) not in ("before", "after", "from"):
        return None
    inner = simple(toks, unit[2] + 1)
    if inner is None or inner.precision not in ("day", "month", "year"):
        return None
    if toks.low(unit[2]) == "from" and toks.low(unit[2] + 1) not in words.DAYS:
        return None
    of_that_day = inner.precision == "day" and toks.low(inner.end) in words.APOSTROPHES
    if names_another(toks, inner.end) and not of_that_day:
        return None
    if toks.low(unit[2]) == "from":
        days = number[0] * unit[1] * {"day": 1, "week": 7}.get(unit[0], 0)
        ahead = inner.symbol.replace("?", "", 1) + " >= publication"
        return Draft(inner.end, f"({ahead}) + {amount(days, 'day')}", "day") if days and ahead[0] == "w" else None
    sign = "-" if toks.low(unit[2]) == "before" else "+"
    precision: Precision = "day" if unit[0] == "day" else "interval"
    return Draft(inner.end, f"{term(inner.symbol)} {sign} {amount(number[0] * unit[1], unit[0])}", precision)


def run_of(toks: Tokens, i: int) -> Draft | None:
    """``the first ten months of 1942``, ``the last two weeks of May``."""
    at = i + (toks.low(i) == "the")
    if toks.low(at) not in ("first", "last", "final", "opening", "closing"):
        return None
    number = words.number_at(toks, at + 1)
    unit = None if number is None else words.unit_at(toks, number[1])
    if number is None or unit is None or toks.low(unit[2]) not in ("of", "in"):
        return None
    base = _base(toks, unit[2] + 1)
    if base is None or base.precision == "day":
        return None
    name = "first" if toks.low(at) in ("first", "opening") else "final"
    stretch = amount(None if number[0] is None else number[0] * unit[1], unit[0])
    return Draft(base.end, f"{name}({stretch}, {base.symbol})", "interval", "throughout")


def names_another(toks: Tokens, i: int) -> bool:
    """True where a noun follows: "after Friday prayers", "by Thursday's meeting" tell what came before, not Friday."""
    low = toks.low(i)
    if low in words.APOSTROPHES:
        return toks.glued(i) and toks.low(i + 1) == "s"
    return (
        low.isalpha() and not words.is_capital(toks, i) and low not in words.FUNCTION_WORDS and not low.endswith("ed")
    )


READERS: tuple[Reader, ...] = (simple, part, nth_of, run_of, counted_from, the_weekend)
