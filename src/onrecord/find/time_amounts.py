"""Times that tell no day: how long something lasted, when it was by an event, and now, in the past, in the future.

They are kept with a symbol (``duration(3 years)``, ``event + 2 days``, ``present``) so that a reader of the record sees
that they were understood; they never become a day.
"""

from __future__ import annotations

from onrecord.find import time_words as words
from onrecord.find.time_draft import Draft, amount
from onrecord.find.time_relative import alone, approximation, finer_amounts
from onrecord.find.time_words import Tokens

_CLOCK_UNITS = {"hour": "hour", "minute": "minute", "second": "second"}
_BETWEEN = frozenset("consecutive straight successive full whole more long further additional working business".split())
_BEFORE_BARE = frozenset(
    "for in over within during through throughout after of took take takes taking last lasted lasts spent spend spending"
    " than about nearly almost".split()
)
_TELLS_A_LENGTH = _BEFORE_BARE | {"only", "just", "another", "under", "every", "by", "is", "was", "be", "to", "up"}


def unit_word(toks: Tokens, i: int) -> tuple[str, int, int] | None:
    """A unit of the calendar or the clock at ``i``: name, how many of it the word means, index after it."""
    found = words.unit_at(toks, i)
    if found is not None:
        return found
    low = toks.low(i)
    name = _CLOCK_UNITS.get(low.removesuffix("s"))
    if name is None or low == "second":
        return None
    return name, 1, i + 1


def duration(toks: Tokens, i: int) -> Draft | None:
    """``three years``, ``more than six hours``, ``a two-year``, ``47-year-old``, ``half a century``, ``for weeks``."""
    at, _ = approximation(toks, i)
    if toks.low(i - 1) == "as" and toks.low(i) == "many":
        return None  # "the sixth in as many years"
    at += toks.low(at) == "another" and not toks.low(at + 1).isalpha()
    half = _half(toks, at)
    if half is not None:
        return half
    number = _count(toks, at)
    if number is None:
        return _bare(toks, i)
    value, after, single = number
    dash = toks.low(after) in words.DASHES and toks.glued(after)
    after += dash
    while toks.low(after) in _BETWEEN:
        after += 1
    if toks.low(after) == "and" and (toks.low(after + 1), toks.low(after + 2)) == ("a", "half"):
        after += 3
    unit = unit_word(toks, after)
    if unit is None or toks.glued(unit[2]) and toks.low(unit[2]) in words.APOSTROPHES and not _of_time(toks, unit[2]):
        return None
    name, times, end = unit
    plural = toks.low(after).endswith("s")
    if name == "quarter" and toks.low(after - 1) not in _BETWEEN:
        return None  # "three quarters of the seats"
    if not (plural or dash or value in ("1", "0.5")) or (single and not _length_left(toks, i)):
        return None
    told = _amount(value, times, name)
    finer = None if value is None or "." in value else finer_amounts(toks, end)
    if finer is not None:
        told, end = " + ".join([told, *finer[0]]), finer[1]
    return Draft(_old(toks, _and_half(toks, end)), f"duration({told})", None)


def _count(toks: Tokens, i: int) -> tuple[str | None, int, bool] | None:
    """A number in words or digits, also with a decimal or thousands: its digits, the index after it, and whether it was
    only "a"."""
    low = toks.low(i)
    if low.isdecimal() and low.isascii() and toks.low(i + 1) in (".", ",") and toks.glued(i + 1) and toks.glued(i + 2):
        rest = toks.low(i + 2)
        if rest.isdecimal() and (toks.low(i + 1) == "." or len(rest) == 3):
            return low + toks.low(i + 1).strip(",") + rest, i + 3, False
        return None
    if low.isdecimal() and low.isascii() and toks.low(i - 1) in (".", ",", ":") and toks.glued(i):
        return None
    if toks.low(i - 1) in ("$", "£", "€"):
        return None
    number = words.number_at(toks, i)
    if number is None:
        return None
    return (None if number[0] is None else str(number[0])), number[1], low in ("a", "an") and number[1] == i + 1


def _amount(value: str | None, times: int, name: str) -> str:
    if value is None or "." in value:
        return f"{value or 'some'} {name}s"
    return amount(int(value) * times, name)


def _half(toks: Tokens, i: int) -> Draft | None:
    """``half a century``, ``half an hour``, ``a quarter of a century``."""
    if toks.low(i) == "half" and toks.low(i + 1) in ("a", "an"):
        unit = unit_word(toks, i + 2)
        return None if unit is None else Draft(unit[2], f"duration(0.5 {unit[0]})", None)
    if [toks.low(i + k) for k in range(5)] in (["a", "quarter", "of", "a", "century"],):
        return Draft(i + 5, "duration(25 years)", None)
    return None


def _bare(toks: Tokens, i: int) -> Draft | None:
    """``for weeks``, ``years of war``: units in the plural that no number counts."""
    low = toks.low(i)
    one = low.removesuffix("long")
    if one != low and one in words.UNITS or [low, toks.low(i + 1), toks.low(i + 2)] in _FULL_YEAR:
        return Draft(i + 1 + 2 * (one == low), f"duration(1 {'year' if one == low else one})", None)
    unit = unit_word(toks, i)
    single_long = toks.low(i + 1) in words.DASHES and toks.low(i + 2) in ("old", "long")
    if (
        unit is None
        or not (low.endswith("s") or single_long)
        or unit[0] == "quarter"
        or toks.low(unit[2]) in words.APOSTROPHES
    ):
        return None
    if toks.low(unit[2]) in words.DASHES and toks.low(unit[2] + 1) in ("old", "long") and toks.glued(unit[2] + 1):
        return Draft(unit[2] + 2, f"duration({'some ' + unit[0] + 's' if low.endswith('s') else '1 ' + unit[0]})", None)
    if toks.low(i - 1) in _BEFORE_BARE or toks.low(unit[2]) == "of":
        return Draft(unit[2], f"duration(some {unit[0]}s)", None)
    return None


_FULL_YEAR = [["full", dash, "year"] for dash in words.DASHES]


def _length_left(toks: Tokens, i: int) -> bool:
    """True where "a year" tells how long; elsewhere it may tell how often ("twice a year", "40 tonnes a year")."""
    left = toks.low(i - 1)
    return not left.isalnum() or left in _TELLS_A_LENGTH or toks.low(i) not in ("a", "an")


def _of_time(toks: Tokens, i: int) -> bool:
    """``three years' jail``, ``two weeks' notice``."""
    return not toks.glued(i + 1) or toks.low(i + 1) != "s"


def _and_half(toks: Tokens, i: int) -> int:
    return i + 3 if [toks.low(i + k) for k in range(3)] == ["and", "a", "half"] else i


def _old(toks: Tokens, i: int) -> int:
    """The index after "-old", "old", "of age", "-long"."""
    if toks.low(i) in words.DASHES and toks.glued(i) and toks.low(i + 1) in ("old", "olds", "long"):
        return i + 2
    if toks.low(i) == "old":
        return i + 1
    return i + 2 if (toks.low(i), toks.low(i + 1)) == ("of", "age") else i


def by_event(toks: Tokens, i: int) -> Draft | None:
    """``two days after`` the attack, ``the day before`` the vote, ``the eve`` of the summit: no day is told."""
    if toks.low(i) == "the" and toks.low(i + 1) == "eve" and toks.low(i + 2) == "of":
        return Draft(i + 2, "event - 1 day", None)
    at, _ = approximation(toks, i)
    number = _count(toks, at)
    the = toks.low(i) == "the"
    value, after = ("1", i + 1) if the else (None, at) if number is None else number[:2]
    unit = unit_word(toks, after)
    if unit is None or toks.low(unit[2]) not in ("before", "after") or alone(toks, unit[2] + 1):
        return None
    plural = toks.low(after).endswith("s")
    if (the and plural) or (number is None and not the and not plural):
        return None
    sign = "-" if toks.low(unit[2]) == "before" else "+"
    return Draft(unit[2] + 1, f"event {sign} {_amount(value, unit[1], unit[0])}", None)


_PRESENT = (
    ("at", "the", "moment"), ("at", "present"), ("right", "now"), ("these", "days"), ("for", "the", "time", "being"),
    ("currently",), ("nowadays",), ("presently",), ("now",),
)  # fmt: skip
_AHEAD = (("the", "near", "future"), ("the", "foreseeable", "future"), ("the", "distant", "future"), ("the", "future"))
_BEHIND = (("the", "recent", "past"), ("the", "distant", "past"), ("the", "past"))
_FIRST = frozenset(phrase[0] for phrase in (*_PRESENT, *_AHEAD, *_BEHIND))
_AFTER_FUTURE = words.FUNCTION_WORDS - {"of"}


def deictic_reference(toks: Tokens, i: int) -> Draft | None:
    """``now``, ``currently``, ``the future``, ``the past``."""
    if toks.low(i) not in _FIRST:
        return None
    for phrases, symbol in ((_PRESENT, "present"), (_AHEAD, "future"), (_BEHIND, "past")):
        for phrase in phrases:
            if all(toks.low(i + k) == word for k, word in enumerate(phrase)):
                return _reference(toks, i, i + len(phrase), symbol)
    return None


def _reference(toks: Tokens, i: int, end: int, symbol: str) -> Draft | None:
    after = toks.low(end)
    if symbol != "present" and after.isalpha() and after not in _AFTER_FUTURE:
        return None
    if symbol == "past" and toks.low(i - 1) != "in":
        return None
    if toks.low(i) == "now" and (after == "that" or (after in words.DASHES and toks.glued(end))):
        return None
    return Draft(end, symbol, None)
