"""Days of the week by name: Friday, last Friday, Friday last week, Thursday night."""

from __future__ import annotations

from onrecord.find import time_words as words
from onrecord.find.time_draft import Draft
from onrecord.find.time_words import Tokens


def weekday(toks: Tokens, i: int) -> Draft | None:
    """``Friday``, ``last Friday``, ``next Monday``, ``Friday last week``, ``Thursday night``."""
    low = toks.low(i)
    at = i + (low in ("last", "this", "next", "coming", "upcoming", "past", "the"))
    if low == "this" and toks.low(at) in ("past", "coming"):
        low, at = toks.low(at), at + 1
    name = words.DAYS.get(toks.low(at))
    if name is None or (toks.low(at) in words.SHORT_DAYS and not _short_day(toks, at)):
        return None
    if _in_a_name(toks, i, at):
        return None
    end = at + 1 + (toks.low(at + 1) == "." and toks.low(at) in words.SHORT_DAYS and toks.glued(at + 1))
    end += toks.low(end) in words.DAYPARTS
    week = _its_week(toks, end)
    if week is not None:
        return Draft(week[1], f"weekday({name}) in {week[0]}", "day")
    if low == "the" and at == i + 1:
        return None
    rules = {
        "last": "weekday({}) < publication",
        "past": "weekday({}) < publication",
        "this": "weekday({}) in week(publication)",
        "next": "weekday({}) in week(publication) + 1 week",
        "coming": "weekday({}) > publication",
        "upcoming": "weekday({}) > publication",
    }
    rule = rules.get(low if at > i else "", "?weekday({})")
    return Draft(end, rule.format(name), "day")


_NAMED_DAYS = frozenset("bloody black super cyber fat holy ash palm good easter whit shrove giving red blue".split())


def _in_a_name(toks: Tokens, i: int, at: int) -> bool:
    """``Bloody Sunday``, ``Super Tuesday``, ``the Sunday Herald``."""
    if toks.low(i - 1) in _NAMED_DAYS and words.is_capital(toks, i - 1):
        return True
    after_article = toks.low(at - 1) == "the" or toks[i].newline
    return after_article and words.is_capital(toks, at + 1) and toks.low(at + 1) not in words.MONTHS | words.DAYS.keys()


def _short_day(toks: Tokens, i: int) -> bool:
    """``on Thurs`` is a day; ``sat`` and ``sun`` are words."""
    return (
        words.is_capital(toks, i)
        and toks.low(i - 1) in ("on", "last", "next", "this")
        and toks.low(i) not in ("sun", "sat", "mon")
    )


def _its_week(toks: Tokens, i: int) -> tuple[str, int] | None:
    at = i + (toks.low(i) in ("of", "in", ","))
    word = toks.low(at)
    if toks.low(at + 1) != "week" or word not in ("last", "this", "next"):
        return None
    step = {"last": " - 1 week", "this": "", "next": " + 1 week"}[word]
    return f"week(publication){step}", at + 2
