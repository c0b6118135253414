"""What the times on a page can date: which tell a day, and days counted from an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.find.time_symbol import resolve_symbol, tells_no_day
from onrecord.schema import Precision, Sentence, When

_BY_EVENT = re.compile(r"event ([+-]) (.*)")


def tells_day(when: When) -> bool:
    """False for lengths, what comes again, hours and times by an event: they date nothing, on no page."""
    return not tells_no_day(when.symbol or "")


_LENGTH = re.compile(r"\bfor\s+(?:most\s+of\s+|much\s+of\s+)?(?:the\s+)?$", re.IGNORECASE)
_STRETCH = re.compile(
    r"(?:the\s+)?(?:past|last|coming|next)\b|(?:\S+\s+){0,4}(?:second|minute|hour|day|week|month|year|decade)s\b"
)


def is_length_of(text: str, when: When) -> bool:
    """True where the words say how long something went on, not when: *accused them* **for the past nine years**."""
    if when.start is None or when.precision != "interval" or _STRETCH.match(when.text or "") is None:
        return False
    return _LENGTH.search(text[max(0, when.start - 20) : when.start]) is not None


def counted_from(times: Sequence[When], sentence: Sentence, position: int, text: str) -> When | None:
    """The day of a trigger that stands under "two days after", counted from the time told before it in the sentence.

    "On Sunday withdrew, two days after guns shelled the port": shelled on the Friday. None for any other trigger.
    """
    held = [
        when
        for when in times
        if when.start is not None and when.end is not None and sentence.start <= when.start and when.end <= sentence.end
    ]
    phrase = governing(held, position, text, sentence.start)
    if phrase is None:
        return None
    return counted(phrase, [when for when in held if tells_day(when) and _span(when)[1] <= _span(phrase)[0]])


def _span(when: When) -> tuple[int, int]:
    assert when.start is not None and when.end is not None
    return when.start, when.end


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
