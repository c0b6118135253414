"""Ranges, since and until; and the scan of a text for times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.find import time_amounts as amounts
from onrecord.find import time_points as points
from onrecord.find import time_sets as sets
from onrecord.find import time_words as words
from onrecord.find import time_years as years
from onrecord.find.time_begin import may_begin
from onrecord.find.time_draft import Draft, term
from onrecord.find.time_parts import names_another, point
from onrecord.find.time_words import Tokens


def ranged(toks: Tokens, i: int) -> Draft | None:
    """``between 2003 and 2007``, ``from May 3 to May 9``, ``1941–45``, ``October 1940 to March 1941``."""
    opener = toks.low(i) if toks.low(i) in ("between", "from") else ""
    at = i + bool(opener)
    if not opener and _names_quarter(toks, i):
        left, right = _endpoint(toks, i, "from"), _endpoint(toks, i + 2, "from")
        return None if left is None or right is None else _months(left, right, i + 4)
    short = _short_years(toks, at)
    if short is not None:
        return short
    left = point(toks, at) or _endpoint(toks, at, opener)
    if left is not None and opener == "between" and ".." in left.symbol and left.extent == "within":
        return left
    if left is None or left.needs_future or ".." in left.symbol:
        return None
    link = toks.low(left.end)
    allowed = {"between": ("and", "to"), "from": ("to", "until", "till", "through")}.get(
        opener, ("to", "until", "till", "through")
    )
    if link not in allowed and not (link in words.DASHES and opener != "between"):
        return None
    after = left.end + 1
    right = point(toks, after) or _endpoint(toks, after, opener or (link if link.isalpha() else ""))
    if right is None or right.needs_future or ".." in right.symbol or not _comparable(left, right, opener, link):
        return None
    if (
        not opener
        and link not in ("until", "till")
        and left.symbol.startswith("?weekday")
        and right.symbol.startswith("?")
    ):
        return Draft(right.end, f"set({left.symbol[1:]} .. {right.symbol[1:]})", None)  # "open Monday to Friday"
    symbol = _joined(left.symbol, right.symbol)
    return Draft(right.end, symbol, "interval", "within" if opener == "between" else "throughout")


def _names_quarter(toks: Tokens, i: int) -> bool:
    """ "The April-June quarter"."""
    return toks.low(i + 1) in words.DASHES and toks.low(i + 3) in ("quarter", "period") and toks.low(i) in words.MONTHS


def _months(left: Draft, right: Draft, end: int) -> Draft:
    return Draft(end, _joined(left.symbol, right.symbol), "interval", "throughout")


def _endpoint(toks: Tokens, i: int, opener: str) -> Draft | None:
    """A year or month that counts as a time only because a range asks for one here."""
    if not opener:
        return None
    if toks.low(i) == "now":
        return Draft(i + 1, "publication", "day")
    year = years.plain_year(toks, i)
    if year is not None and toks.low(i + 1) not in words.QUANTITY_NOUNS:
        return Draft(i + 1, str(year), "year")
    month = points.month_name(toks, i)
    beside = toks.low(i - 2) in words.MONTHS or toks.low(i + 2) in words.MONTHS
    if month is not None and words.is_capital(toks, i) and (beside or toks.low(i) not in words.NAMELIKE_MONTHS):
        return Draft(month[1], f"?month({month[0]})", "month")
    return None


def _short_years(toks: Tokens, i: int) -> Draft | None:
    """``1941–42``, ``1914/18``: the second year cut to two digits; and ``1939-1945``."""
    year = years.plain_year(toks, i)
    last = toks.low(i + 2)
    season = toks.low(i + 1) == "/" and len(last) == 2 and toks.low(i + 3) not in ("/", "-") and not toks.glued(i)
    if season and last.isdecimal() and toks.low(i)[2:].isdecimal() and int(last) == (int(toks.low(i)[2:]) + 1) % 100:
        year = int(toks.low(i)) if len(toks.low(i)) == 4 else None  # "the 2012/13 season"
    if year is None or toks.low(i + 1) not in words.DASHES | {"/"} or not last.isdecimal():
        return None
    if (
        len(last) == 2
        and toks.glued(i + 1)
        and toks.glued(i + 2)
        and not (toks.low(i + 3) in words.DASHES and toks.glued(i + 3))
    ):
        end = year - year % 100 + int(last)
    elif len(last) == 4 and years.plain_year(toks, i + 2):
        end = int(last)
    else:
        return None
    if end <= year or end - year > 200:
        return None
    return Draft(i + 3, f"{year} .. {end}", "interval", "throughout")


def _comparable(left: Draft, right: Draft, opener: str, link: str) -> bool:
    """Without "from" or "between" only like joins with like, so that "2003 to Friday" is none."""
    if opener:
        return True
    weekdays = "weekday(" in left.symbol and "weekday(" in right.symbol
    plain = (
        left.precision in ("day", "month", "year", "interval", "decade")
        and "publication" not in left.symbol + right.symbol
    )
    if link in words.DASHES and left.precision == "year" and right.precision != "year":
        return False
    return weekdays or plain


def _joined(left: str, right: str) -> str:
    """One symbol for a range; an end without a year takes it from the other."""
    left_open, right_open = (
        left.startswith("?") and "context" not in left,
        right.startswith("?") and "context" not in right,
    )
    if left == "publication" and right_open:
        return f"publication .. {right[1:]} >= publication"
    if left_open:
        return f"{left[1:]} <= {term(right)} .. {right}"
    if right_open and "publication" not in left:
        return f"{left} .. {right[1:]} >= {term(left)}"
    return f"{left} .. {right}"


def bounded(toks: Tokens, i: int) -> Draft | None:
    """``since 2014``, ``until March``, ``by Friday``, ``before 2001``, ``after May 3``."""
    word = toks.low(i)
    if word not in ("since", "until", "till", "by", "before", "after"):
        return None
    inner = point(toks, i + 1)
    if inner is None or inner.needs_future or names_another(toks, inner.end):
        return None
    symbol = inner.symbol
    if word == "since":
        start = symbol.partition(" .. ")[0] if ".." in symbol else symbol
        return Draft(inner.end, f"{start} .. publication", "interval", "throughout") if start else None
    if ".." in symbol:
        return None
    if word in ("until", "till"):
        return Draft(inner.end, f".. {symbol}", "interval", "throughout")
    if word == "by":
        return Draft(inner.end, f"?by {symbol}", "interval")
    if word == "before":
        return Draft(inner.end, f"?by {symbol}" if symbol.startswith("end(") else f"?before {symbol}", "interval")
    return Draft(inner.end, f"?after {symbol}", "interval")


_FILTER = frozenset("attacks attack terror terrorist terrorists hijackings hijackers bombings".split())


def _named_event(toks: Tokens, i: int, draft: Draft) -> bool:
    """The September 11 attacks are a name; without their year they are no date."""
    return "?day(09-11)" in draft.symbol and (
        toks.low(draft.end) in _FILTER
        or toks.low(i - 1) in ("post", "pre", "of")
        or toks.low(i) in ("after", "since", "before")
    )


def with_clock(toks: Tokens, i: int) -> Draft | None:
    """``8 p.m. on Tuesday``, ``Monday at 0900 GMT``: a day with a time of the clock."""
    first = sets.clock(toks, i)
    if first is not None:
        at = first[1] + (toks.low(first[1]) == ",")
        day = point(toks, at + (toks.low(at) == "on"))
        if day is None or day.precision != "day" or ".." in day.symbol:
            return None
        return replace(day, clock=first[0])
    day = point(toks, i)
    if day is None or day.precision != "day" or ".." in day.symbol:
        return None
    at = day.end + (toks.low(day.end) == ",")
    last = sets.clock(toks, at + (toks.low(at) in ("at", "around", "about", "by")))
    return None if last is None else replace(day, end=last[1], clock=last[0])


_READERS = (
    ranged, bounded, point, with_clock, sets.fiscal, sets.repeated, sets.clock_alone,
    amounts.duration, amounts.by_event, amounts.deictic_reference,
)  # fmt: skip


def scan(toks: Tokens) -> Iterator[tuple[int, Draft]]:
    """All drafts in text order, none overlapping: from each token the longest reading, then on from its end."""
    i = 0
    while i < len(toks):
        if not may_begin(toks, i):
            i += 1
            continue
        found = [draft for reader in _READERS if (draft := reader(toks, i)) is not None]
        best = max(found, key=lambda draft: draft.end, default=None)
        if best is None or _quantity(toks, i, best):
            i += 1
            continue
        if not _named_event(toks, i, best):
            yield i, best
        i = best.end


def _quantity(toks: Tokens, i: int, draft: Draft) -> bool:
    """True for a piece of a longer word or number ("17-year-old", "mid-1990s" read from inside)."""
    after, left = toks[draft.end], toks[i - 1]
    if after.low in words.DASHES and not after.gap and toks.low(draft.end + 1) in ("old", "olds"):
        return True
    return not toks[i].gap and left.low in ("@", "#", "_", "/", "&")
