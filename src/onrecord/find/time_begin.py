"""Which words a time can begin with."""

from __future__ import annotations

from onrecord.find import time_feasts as feasts
from onrecord.find import time_relative as relative
from onrecord.find import time_sets as sets
from onrecord.find import time_words as words
from onrecord.find.time_parts import PART_ADJECTIVES, PARTS
from onrecord.find.time_words import Tokens


def may_begin(toks: Tokens, i: int) -> bool:
    """False where no reader can begin: most words are passed over at the price of a look-up."""
    low = toks.low(i)
    if low == "the":
        return toks.low(i + 1) in _AFTER_THE or not toks.low(i + 1).isalpha()
    if low in ("so", "thus"):
        return toks.low(i + 1) == "far"
    if low in ("for", "right"):
        return toks.low(i + 1) == "now" or (toks.low(i + 1), toks.low(i + 2)) == ("the", "time")
    if low in (
        "in",
        "within",
        "a",
        "an",
        "some",
        "over",
        "under",
        "only",
        "just",
        "many",
        "few",
        "more",
        "about",
        "no",
        "at",
        "up",
    ):
        after = toks.low(i + 1)
        return after.isdecimal() or after in _AFTER_COUNTER
    return low in _BEGINNERS or low.isdecimal() or low in words.APOSTROPHES


_COUNTS = (
    frozenset(words.NUMBERS) | frozenset(words.TENS) | words.VAGUE_NUMBERS | {"than", "least", "less", "to", "half"}
)
_CLOCK_UNITS = frozenset("hour hours minute minutes seconds".split())
_AFTER_COUNTER = _COUNTS | frozenset(words.UNITS) | _CLOCK_UNITS | {"the", "present", "quarter", "an"}
_MODIFIERS = frozenset(PARTS) | frozenset(PART_ADJECTIVES) | {"rest", "remainder", "earlier", "week"}
_UNIT_MODIFIERS = relative.UNIT_WORDS | {"recent", "these"}
_NAMES = (
    frozenset(words.MONTHS)
    | frozenset(words.DAYS)
    | frozenset(words.SEASONS)
    | frozenset(words.DECADE_WORDS)
    | words.DAYPARTS
)
_AFTER_THE = (
    _MODIFIERS | _UNIT_MODIFIERS | _NAMES | frozenset(words.UNITS) | frozenset(words.ORDINALS) | frozenset(words.TENS)
    | frozenset("q h noughties aughts next last same eve past future near recent foreseeable distant".split())
    | {"fiscal", "financial"}
)  # fmt: skip
_BEGINNERS = (
    _MODIFIERS | _UNIT_MODIFIERS | _NAMES | frozenset(words.UNITS) | frozenset(words.ORDINALS)
    | (_COUNTS - {"to", "than"})
    | frozenset(
        "between from since until till by before after yesterday today tonight tomorrow recently this that"
        " these q h around nearly almost roughly approximately barely less fewer another each every per once twice"
        " now currently nowadays presently noon midday midnight dawn dusk nightfall sunset sunrise daybreak"
        " fiscal financial fy overnight".split()
    )
    | sets.BEGIN | feasts.BEGIN | _CLOCK_UNITS
    | {f"{day}s" for day in words.DAYS if day.endswith("day")} | {"weekdays", "weekends", "full"}
    | {f"{unit}long" for unit in words.UNITS}
)  # fmt: skip
