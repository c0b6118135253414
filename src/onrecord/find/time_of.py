"""Which of the times on a page dates a trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.time_symbol import resolve_symbol, tells_no_day
from onrecord.schema import Precision, When

BEFORE_PENALTY = 1.2
"""English puts times after what they date more often than before: at like distance the one after wins."""
BREAK_COST = 12
"""Code points that a clause break between a trigger and a time counts for."""
DATELINE_START = 40
"""Code points from the start of a sentence within which a date before a dash is that of a dateline."""

_BREAK = re.compile(r"[;:—“”\"]|,\s+(?:who|which|while|but|and|when|after|before)\b")
_DATELINE = re.compile(r"\s*(?:\([^()\n]{2,30}\)\s*)?(?:[—–]|--?\s)")
_BY_EVENT = re.compile(r"event ([+-]) (.*)")


def tells_day(when: When) -> bool:
    """False for lengths, what comes again, hours and times by an event: they date nothing, on no page."""
    return not tells_no_day(when.symbol or "")


def when_for(
    times: Sequence[When], sentence_start: int, sentence_end: int, position: int, text: str | None = None
) -> When | None:
    """The time in the sentence that is nearest to the trigger at ``position``, or None where the sentence has none.

    With the document's ``text``, a clause break between the two makes a time count as further off, the date of a
    dateline is passed over, and what stands under "two days after" is dated by that from the time told before it
    ("on Sunday withdrew, two days after guns shelled the port": shelled on the Friday).
    """
    held = [
        when
        for when in times
        if when.start is not None and when.end is not None and sentence_start <= when.start and when.end <= sentence_end
    ]
    inside = [when for when in held if tells_day(when) and not _of_dateline(when, sentence_start, text)]

    def distance(when: When) -> float:
        assert when.start is not None and when.end is not None
        after = when.start >= position
        low, high = (position, when.start) if after else (when.end, position)
        breaks = 0 if text is None else len(_BREAK.findall(text, low, max(low, high)))
        return (high - low) * (1 if after else BEFORE_PENALTY) + breaks * BREAK_COST

    nearest = min(inside, key=distance, default=None)
    phrase = None if text is None else governing(held, position, text, sentence_start)
    if phrase is None or (nearest is not None and _span(nearest)[0] >= _span(phrase)[1]):
        return nearest
    return counted(phrase, [when for when in inside if _span(when)[1] <= _span(phrase)[0]])


def _span(when: When) -> tuple[int, int]:
    assert when.start is not None and when.end is not None
    return when.start, when.end


def _of_dateline(when: When, sentence_start: int, text: str | None) -> bool:
    """``BEIRUT, March 3 (Agency) —``: the day of filing."""
    start, end = _span(when)
    return text is not None and start - sentence_start <= DATELINE_START and _DATELINE.match(text, end) is not None


def governing(held: Sequence[When], position: int, text: str, sentence_start: int) -> When | None:
    """The "two days after" whose clause the trigger stands in: the last before it; one that opens the sentence ends
    at its comma."""
    before = [when for when in held if _span(when)[1] <= position]
    if not before or _BY_EVENT.fullmatch(before[-1].symbol or "") is None:
        return None
    start, end = _span(before[-1])
    opens = not text[sentence_start:start].strip(" “\"'")
    return None if opens and "," in text[end:position] else before[-1]


def counted(phrase: When, before: Sequence[When]) -> When | None:
    """The day of the event that ``phrase`` counts from the time told last before it; None where that is not closed."""
    match = _BY_EVENT.fullmatch(phrase.symbol or "")
    if match is None or not before or before[-1].earliest is None or before[-1].latest is None:
        return None
    told = before[-1]
    back = f"{'-' if match[1] == '+' else '+'} {match[2]}"
    earliest, latest = resolve_symbol(f"({told.earliest} .. {told.latest}) {back}", None)
    if earliest is None and latest is None:
        return None
    precision: Precision = "day" if earliest == latest else "interval"
    symbol = f"({(told.symbol or '').partition(' at ')[0]}) {back}"
    return When(phrase.text, *_span(phrase), earliest, latest, precision, "within", "relative", symbol)
