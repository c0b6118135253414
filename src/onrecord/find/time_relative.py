"""Expressions that hang on the day of publication or on a time told before: yesterday, last week, two years ago, the
next day."""

from __future__ import annotations

from onrecord.find import time_words as words
from onrecord.find.time_draft import Draft, amount, term
from onrecord.find.time_words import Tokens
from onrecord.find.time_years import relative_year
from onrecord.schema import Precision

_DEICTIC = {
    "yesterday": "publication - 1 day",
    "today": "publication",
    "tonight": "publication",
    "tomorrow": "publication + 1 day",
}
_PRECISION: dict[str, Precision] = {
    "day": "day", "weekend": "interval", "week": "week", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "interval",
}  # fmt: skip
_ROLLING_LEFT = frozenset("over in within for during throughout of than".split())
"""Before "the next year" these make it the twelve months to come and not the year after the one told of."""
_AFTER_ALONE = frozenset(
    "and or but in at on to by from with for when while as after that was were had is are has have".split()
)
"""What may follow "the day before": with a noun after it, it is the eve of something and tells no date."""


def deictic(toks: Tokens, i: int) -> Draft | None:
    """``yesterday``, ``tonight``, ``last night``, ``this morning``, ``the day before yesterday``."""
    low = toks.low(i)
    if low in _DEICTIC:
        part = toks.low(i + 1) in words.DAYPARTS and low in ("yesterday", "tomorrow")
        return Draft(i + 1 + part, _DEICTIC[low], "day")
    after = toks.low(i + 1)
    if low == "last" and after in ("night", "evening"):
        return Draft(i + 2, "publication - 1 day", "day")
    if low == "this" and after in words.DAYPARTS:
        return Draft(i + 2, "publication", "day")
    if low == "overnight" and (after in _AFTER_ALONE or not after.isalpha()):
        return Draft(i + 1, "?overnight", "interval")
    if low == "that" and after in words.DAYPARTS | {"day"}:
        return Draft(i + 2, "day(?context)", "day")
    if low == "the" and after == "day" and (toks.low(i + 2), toks.low(i + 3)) == ("before", "yesterday"):
        return Draft(i + 4, "publication - 2 days", "day")
    if low == "the" and after == "day" and (toks.low(i + 2), toks.low(i + 3)) == ("after", "tomorrow"):
        return Draft(i + 4, "publication + 2 days", "day")
    if low == "the" and after in ("following", "next", "previous") and toks.low(i + 2) in words.DAYPARTS:
        return Draft(i + 3, "?context - 1 day" if after == "previous" else "?context + 1 day", "day")
    return None


def recently(toks: Tokens, i: int) -> Draft | None:
    """``recently``, ``in recent weeks``: some time up to publication."""
    if toks.low(i) == "recently":
        return Draft(i + 1, ".. publication", "interval")
    at = i + (toks.low(i) == "the")
    unit = words.unit_at(toks, at + 1)
    if toks.low(at) in ("recent",) and unit and toks.low(at + 1).endswith("s"):
        return Draft(unit[2], f"last({amount(None, unit[0])}, publication)", "interval")
    return None


def unit_phrase(toks: Tokens, i: int) -> Draft | None:
    """``this week``, ``last month``, ``the past 17 years``, ``the coming weeks``, ``the following year``, ``that same
    day``."""
    at, the = i, toks.low(i) == "the"
    at += the
    if toks.low(at) == "that" and toks.low(at + 1) == "same":
        at += 1
    if toks.low(at) in ("this", "these") and toks.low(at + 1) in ("past", "last", "coming"):
        at, the = at + 1, True
    word = toks.low(at)
    if word not in UNIT_WORDS or (word == "last" and not the and toks.low(i - 1) in _BEFORE_VERB):
        return None
    number = words.number_at(toks, at + 1)
    counted = number is not None and toks.low(at + 1) not in ("a", "an")
    unit_index = number[1] if counted and number is not None else at + 1
    if unit_index > at + 1 and toks.low(unit_index) in words.DASHES:
        unit_index += 1
    if toks.low(unit_index) in words.HOURS and word in ("last", "past", "next") and number is not None and counted:
        days = max(1, -(-(number[0] or 24) // 24))
        return Draft(
            unit_index + 1, f"{'next' if word == 'next' else 'last'}({amount(days, 'day')}, publication)", "interval"
        )
    unit = words.unit_at(toks, unit_index)
    if unit is None:
        return None
    plural = toks.low(unit_index).endswith("s") and not counted
    if counted and number is not None or plural:
        if plural and word == "last" and toks.low(i) != "the":
            return None  # "it could last months"
        value = None if plural or number is None else number[0]
        return _counted(word, value, unit)
    return _single(toks, i, word, the, unit)


_BEFORE_VERB = frozenset("to will would could can may might must should did does do not n t cannot ll".split())
"""Before "last" these make it a verb: "it could last two weeks"."""
UNIT_WORDS = frozenset(
    "this last past next coming upcoming previous preceding current following same that final".split()
)


def _counted(word: str, value: int | None, unit: tuple[str, int, int]) -> Draft | None:
    """A stretch of several units before or after publication, or after the time told of."""
    name, times, end = unit
    run = amount(None if value is None else value * times, name)
    if word in ("last", "past", "previous", "preceding"):
        anchor = "?context" if word in ("preceding",) else "publication"
        return Draft(end, f"last({run}, {anchor})", "interval", "throughout")
    if word in ("next", "coming", "upcoming"):
        return Draft(end, f"next({run}, publication)", "interval")
    if word == "following":
        return Draft(end, f"next({run}, ?context)", "interval", "throughout")
    return None


def _single(toks: Tokens, i: int, word: str, the: bool, unit: tuple[str, int, int]) -> Draft | None:
    name, times, end = unit
    precision = _PRECISION[name]
    if not the and toks.low(i - 1) == "the":
        return None  # "the last month of the war" was turned down with its article
    if name == "weekend" and word in ("this", "last", "next", "past"):
        symbol = {
            "last": "weekend() < publication",
            "past": "weekend() < publication",
            "next": "weekend(publication) + 1 week",
        }
        return Draft(end, symbol.get(word, "?weekend()"), precision)
    if word in ("this", "current"):
        if toks.low(i - 1) == "to" and name == "day":
            return None
        return Draft(end, f"{name}(publication)", precision)
    if word in ("that", "same"):
        return Draft(end, f"{name}(?context)", precision) if word == "same" or not the else None
    if word == "past" or (word == "last" and the):
        bound = name == "day" and word == "last" and toks.low(i - 1) not in _ROLLING_LEFT | {"in"}
        if toks.low(end) == "of" or (bound and toks.low(end).isalpha()):
            return None  # "until the last day the law allows"
        return Draft(end, f"last({amount(times, name)}, publication)", "interval", "throughout")
    if word == "final":
        return None
    told = {"following": "+", "previous": "-", "preceding": "-"}
    if word in told and (the or word != "previous"):
        return Draft(end, f"{name}(?context) {told[word]} {amount(times, name)}", precision)
    if word == "next" and the:
        if name != "day" and toks.low(i - 1) in _ROLLING_LEFT:
            return Draft(end, f"next({amount(times, name)}, ?now)", "interval")
        return Draft(end, f"{name}(?context) + {amount(times, name)}", precision)
    sign = "-" if word in ("last", "previous") else "+"
    return Draft(end, f"{name}(publication) {sign} {amount(times, name)}", precision)


def unit_before(toks: Tokens, i: int) -> Draft | None:
    """``the day before``, ``the year after``, ``the week after next``, ``the year before last``."""
    unit = words.unit_at(toks, i + 1)
    if (
        toks.low(i) != "the"
        or unit is None
        or toks.low(i + 2) not in ("before", "after")
        or toks.low(i + 1).endswith("s")
    ):
        return None
    name, precision = unit[0], _PRECISION[unit[0]]
    sign = "-" if toks.low(i + 2) == "before" else "+"
    far = {"-": "last", "+": "next"}[sign]
    at = i + 3 + (toks.low(i + 3) == "the")
    if toks.low(at) == far:
        return Draft(at + 1, f"{name}(publication) {sign} {amount(2, name)}", precision)
    if not alone(toks, i + 3):
        return None
    return Draft(i + 3, f"{name}(?context) {sign} 1 {name}", precision)


def alone(toks: Tokens, i: int) -> bool:
    """True where no noun follows that "before" or "after" would govern."""
    low = toks.low(i)
    return not low or low in _AFTER_ALONE or not (low.isalnum() or low in ("‘", "“", '"', "'"))


def back_and_forth(toks: Tokens, i: int) -> Draft | None:
    """``two weeks ago``, ``more than a year ago``, ``three days later``, ``a month earlier``, ``days before``, ``a
    week from now``."""
    at, over = approximation(toks, i)
    if at > i and toks.low(at - 1) == "the":
        return None
    number = words.number_at(toks, at)
    value, at = (None, at) if number is None else number
    if toks.low(at) == "and" and (toks.low(at + 1), toks.low(at + 2)) == ("a", "half"):
        at += 3
    elif toks.low(at) in words.DASHES:
        return None
    hours = toks.low(at) in words.HOURS
    unit = ("day", 1, at + 1) if hours else words.unit_at(toks, at)
    if unit is None or (number is None and not toks.low(at).endswith("s")):
        return None
    name, times, end = unit
    if value is not None and not hours:
        finer = finer_amounts(toks, end)
        if finer is not None:
            steps = [amount(value * times, name), *finer[0]]
            return _directed(toks, finer[1], steps, finer[2], over)
    if toks.low(end) == "and" and (toks.low(end + 1), toks.low(end + 2)) == ("a", "half"):
        end += 3
    if hours:
        return _hours(toks, end)
    return _directed(toks, end, [amount(None if value is None else value * times, name)], name, over)


def finer_amounts(toks: Tokens, i: int) -> tuple[list[str], int, str] | None:
    """The smaller amounts in "2 years, 1 month and 21 days ago": their steps, the index after them and the last
    unit."""
    steps: list[str] = []
    last = ""
    while len(steps) < 3:
        at = i + (toks.low(i) in (",", "and"))
        if at == i and toks.low(at) in ("a", "an"):
            break  # "six days a week"
        number = words.number_at(toks, at)
        unit = None if number is None else words.unit_at(toks, number[1])
        if number is None or number[0] is None or unit is None:
            break
        steps.append(amount(number[0] * unit[1], unit[0]))
        last, i = unit[0], unit[2]
    return (steps, i, last) if steps else None


def approximation(toks: Tokens, i: int) -> tuple[int, str]:
    """The index after "about", "more than", ... and which of ``over under`` it means, if any."""
    pair = (toks.low(i), toks.low(i + 1))
    if pair in (("more", "than"), ("no", "less"), ("at", "least")):
        return i + 2, "over"
    if pair in (("less", "than"), ("fewer", "than"), ("up", "to")):
        return i + 2, "under"
    if pair[0] in ("over", "under"):
        return i + 1, pair[0]
    if pair[0] in ("about", "around", "nearly", "almost", "roughly", "approximately", "just", "only", "barely", "some"):
        return i + 1, ""
    return i, ""


def _hours(toks: Tokens, end: int) -> Draft | None:
    if toks.low(end) == "ago":
        return Draft(end + 1, "publication - 1 day .. publication", "interval")
    if toks.low(end) == "later" or (toks.low(end) == "earlier" and alone(toks, end + 1)):
        return Draft(end + 1, "day(?context)", "day")
    return None


def _directed(toks: Tokens, end: int, steps: list[str], name: str, over: str) -> Draft | None:
    word = toks.low(end)
    back, forth = " - ".join(steps), " + ".join(steps)
    precision: Precision = "interval" if steps[0].startswith("some") or over else _PRECISION[name]
    if word == "ago":
        return Draft(end + 1, _bounded(f"publication - {back}", "publication", over), precision)
    if word == "hence" or (
        word in ("from", "after") and toks.low(end + 1) in ("now", "today", "tomorrow", "yesterday")
    ):
        anchor = "publication" if word == "hence" else _DEICTIC.get(toks.low(end + 1), "publication")
        return Draft(end + 1 + (word != "hence"), f"{term(anchor)} + {forth}", precision)
    if word == "before" and toks.low(end + 1) in _DEICTIC:
        return Draft(end + 2, f"{term(_DEICTIC[toks.low(end + 1)])} - {back}", precision)
    if word in ("earlier", "previously") or (word == "before" and alone(toks, end + 1)):
        return Draft(end + 1, _bounded(f"?context - {back}", "?context", over), precision)
    if word in ("later", "afterwards", "afterward") or (word == "after" and alone(toks, end + 1)):
        return Draft(end + 1, f"?context + {forth}", precision)
    return None


def _bounded(symbol: str, anchor: str, over: str) -> str:
    """ "More than a year ago" ends a year ago, "less than" begins there."""
    if over == "over":
        return f".. {symbol}"
    return f"{symbol} .. {anchor}" if over == "under" else symbol


def untold_unit(toks: Tokens, i: int) -> Draft | None:
    """``in the quarter``, ``for the year``: which one is not told, so it has no days; ``year-ago``, ``year-earlier``."""
    if toks.low(i) == "year" and toks.low(i + 1) in words.DASHES and toks.low(i + 2) in ("ago", "earlier"):
        return Draft(i + 3, f"{'publication' if toks.low(i + 2) == 'ago' else '?context'} - 1 year", "year")
    unit = words.unit_at(toks, i + 1)
    if toks.low(i) != "the" or toks.low(i - 1) not in _IN or unit is None or toks.low(i + 1).endswith("s"):
        return None
    if toks.low(i - 2) in ("earlier", "later", "early", "late") or toks.low(unit[2]) in words.DASHES:
        return None
    if unit[0] in ("weekend", "century", "decade") or not alone(toks, unit[2]) or toks.low(unit[2]) in ("that", "when"):
        return None
    return Draft(unit[2], f"{unit[0]}(context)", _PRECISION[unit[0]])


_IN = frozenset("in during for over throughout".split())


def in_a_while(toks: Tokens, i: int) -> Draft | None:
    """``in two weeks``, ``within three days``: days only where the future is spoken of, else how long it took."""
    if toks.low(i) not in ("in", "within"):
        return None
    number = words.number_at(toks, i + 1)
    unit = None if number is None else words.unit_at(toks, number[1])
    if (
        number is None
        or unit is None
        or toks.low(unit[2]) in ("ago", "of", "later", "earlier", "before", "after", "time")
        or (toks.low(unit[2]) == "from" and toks.low(unit[2] + 1) in words.DAYS)
    ):
        return None
    step = amount(None if number[0] is None else number[0] * unit[1], unit[0])
    if toks.low(i) == "within":
        return Draft(
            unit[2], f"next({step}, publication)", "interval", needs_future=True, otherwise=f"duration({step})"
        )
    symbol = f"publication + {step}"
    return Draft(unit[2], symbol, _PRECISION[unit[0]], needs_future=True, otherwise=f"duration({step})")


def told_year(toks: Tokens, i: int) -> Draft | None:
    """``the same year``, ``the year before``: years that hang on the time told before."""
    found = relative_year(toks, i)
    return None if found is None or "?context" not in found[0] else Draft(found[1], found[0], "year")
