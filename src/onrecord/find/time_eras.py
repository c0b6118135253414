"""Stretches of the calendar with names of their own: decades, centuries, seasons, quarters and halves."""

from __future__ import annotations

from onrecord.find import time_words as words
from onrecord.find.time_draft import Draft, term
from onrecord.find.time_words import Tokens
from onrecord.find.time_years import FIRST_YEAR, LAST_YEAR, year_after


def decade(toks: Tokens, i: int) -> Draft | None:
    """``the 1990s``, ``1990's``, ``the '90s``, ``the nineties``; an age ("in his 70s") is none. The 1800s are a century."""
    at = i + (toks.low(i) == "the")
    low = toks.low(at)
    if at != i and low in ("noughties", "aughts"):
        return Draft(at + 1, "2000s", "decade")
    if at != i and low in words.DECADE_WORDS:
        return Draft(at + 1, f"{1900 + words.DECADE_WORDS[low]}s", "decade")
    quoted = low in words.APOSTROPHES
    at += quoted
    low = toks.low(at)
    if not (low.isdecimal() and low.isascii() and low.endswith("0") and len(low) in (2, 4)):
        return None
    mark = toks.low(at + 1) in words.APOSTROPHES and toks.glued(at + 1)
    if not (toks.low(at + 1 + mark) == "s" and toks.glued(at + 1 + mark)):
        return None
    if len(low) == 4 and low.endswith("00") and FIRST_YEAR <= int(low) < 2000:
        return Draft(at + 2 + mark, f"century({int(low) + 50})", "interval")
    if len(low) == 4:
        return Draft(at + 2 + mark, f"{low}s", "decade") if FIRST_YEAR <= int(low) <= LAST_YEAR else None
    if int(low) < 20 or not (quoted or (toks.low(i) == "the" and int(low) >= 50) or toks.low(i - 1) in words.DASHES):
        return None
    return Draft(at + 2 + mark, f"{1900 + int(low)}s", "decade")


def century(toks: Tokens, i: int) -> Draft | None:
    """``the 19th century``, ``twentieth century``."""
    at = i + (toks.low(i) == "the")
    found = words.ordinal_at(toks, at)
    if found is None or found[0] < 3 or toks.low(found[1] + (toks.low(found[1]) in words.DASHES)) != "century":
        return None
    if found[0] > 21:
        return None
    return Draft(found[1] + 1 + (toks.low(found[1]) in words.DASHES), f"century({found[0] * 100 - 50:04d})", "interval")


def season(toks: Tokens, i: int) -> Draft | None:
    """``the summer of 2016``, ``winter 1941-42``, ``last summer``, ``this spring``, and a bare ``the summer``."""
    at = i + (toks.low(i) in ("the", "last", "this", "next", "that"))
    name = words.SEASONS.get(toks.low(at))
    if name is None:
        return None
    year = year_after(toks, at + 1)
    if year is not None and toks.low(at) == "fall" and at == i and not year[0].isdecimal():
        return None  # "elections that fall this year"
    if year is not None:
        stated, end = year
        if (
            stated.isdecimal()
            and toks.low(end) in words.DASHES | {"/"}
            and toks.glued(end)
            and toks.low(end + 1).isdecimal()
        ):
            end += 2
        return Draft(end, f"season({name}) in {term(stated)}", "interval")
    left = toks.low(i)
    if left in ("last", "next", "this", "that"):
        rule = {"last": "season({}) < publication", "next": "season({}) > publication", "this": "?season({})"}
        if name != "winter":  # which lies in two years
            rule["this"] = "season({}) in year(publication)"
        symbol = rule.get(left, "season({}) in year(?context)").format(name)
        return Draft(at + 1, symbol, "interval")
    by = toks.low(i - 1)
    if toks.low(at) in ("fall", "spring") and (left != "the" or by not in ("in", "during", "this", "last")):
        return None
    if toks.low(at + 1) == "of":
        return None
    if left == "the" or by in ("in", "during", "by", "until", "since", "early", "late", "mid") or by in words.DASHES:
        follows = toks.low(at + 1)
        noun_after = follows.isalpha() and follows not in _AFTER_SEASON
        return None if noun_after else Draft(at + 1, f"?season({name})", "interval")
    return None


_AFTER_SEASON = frozenset(
    "and or but when while as the a he she it they in at on to for with after before by of was is".split()
)


def quarter(toks: Tokens, i: int) -> Draft | None:
    """``the third quarter of 2016``, ``the first half of this year``, ``Q3 2019``, ``H1 2016``."""
    at = i + (toks.low(i) == "the")
    if toks.low(at) in ("q", "h") and toks.glued(at + 1) and toks.low(at + 1) in ("1", "2", "3", "4"):
        kind, number, end = "quarter" if toks.low(at) == "q" else "half", int(toks.low(at + 1)), at + 2
        if not words.is_capital(toks, at) or toks.glued(end) and toks.low(end).isalnum():
            return None
    else:
        found = words.ordinal_at(toks, at)
        noun = -1 if found is None else found[1] + (toks.low(found[1]) in words.DASHES)
        if found is None or toks.low(noun) not in ("quarter", "half"):
            return None
        kind, number, end = toks.low(noun), found[0], noun + 1
    year = year_after(toks, end)
    if number > (4 if kind == "quarter" else 2) or (year is None and kind == "half"):
        return None
    if year is None:
        return None if toks.low(end) == "of" else Draft(end, f"?quarter({number})", "quarter")
    return Draft(year[1], f"{kind}({number}) in {term(year[0])}", "quarter" if kind == "quarter" else "interval")
