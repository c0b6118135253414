"""Which line above the article is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.read.cues import Cue, is_name_line
from onrecord.read.lines import Line
from onrecord.read.prose import FULL

_AGED = re.compile(r"\d{1,2} ?(?:h|m|d|hrs?|mins?|hours?|minutes?|days?) ?ago")
_ROLE = re.compile(r", (?:[\w-]+ ){0,3}(?:correspondent|editor|reporter|writer|columnist)\b")
REACH = 80
"""Lines above the article in which its headline is looked for, beside the first three of the page."""
# Points of a candidate, set by hand: nearness tells most, then what follows, then that the page says it twice.
NEAR = 3.0
STEP = 0.15
SIGNED = 2.0
FOLLOWED = 1.0
LAST_SIGNED = 1.0
TWICE = 1.5
HEAD_OF_PAGE = 2.0
WINDOW_TITLE = 4.0
SHORT = -2.0
LISTED = -2.5


def headline_like(line: Line, cue: Cue | None) -> bool:
    """True where a line can be a headline: 3 to 30 words, no bullet, no full stop, no other sign."""
    if cue is not None and cue.kind != "soft":
        return False
    if line.bullet or not 3 <= line.words <= 30 or line.end - line.start > 250:
        return False
    if line.text[0] in "([" or _AGED.match(line.plain) or is_name_line(line.text) or _ROLE.search(line.plain):
        return False
    return not line.text.endswith((".", ":", ",", ";", ".”", '."', ".’"))


def find_title(lines: Sequence[Line], cues: Sequence[Cue | None], body: int, prose: Sequence[float]) -> int | None:
    """The index of the headline, above line ``body`` where the article starts; None where no line can be it."""
    pool = sorted({*range(min(3, body)), *range(max(0, body - REACH), body)})
    candidates = [index for index in pool if headline_like(lines[index], cues[index])]
    if not candidates:
        return None
    seen = Counter(line.plain for line in lines)
    signed = [index for index in candidates if _signed(lines, cues, index)]
    # Of several headlines with a byline or date under them, the last stands over the article; the others are teasers.
    last = signed[-1] if signed else -1
    best = max(
        candidates,
        key=lambda index: (_points(lines, cues, prose, index, body, seen) + LAST_SIGNED * (index == last), index),
    )
    return _first_of_pair(lines, cues, best, set(candidates))


def _points(
    lines: Sequence[Line], cues: Sequence[Cue | None], prose: Sequence[float], index: int, body: int, seen: Counter[str]
) -> float:
    line = lines[index]
    # Date lines, bylines and buttons between headline and article do not make it any further away.
    apart = sum(cue is None for cue in cues[index + 1 : body])
    points = NEAR - STEP * apart
    after = range(index + 1, min(index + 4, len(lines)))
    if _signed(lines, cues, index):
        points += SIGNED
    elif any(prose[at] >= FULL for at in after):
        points += FOLLOWED
    if seen[line.plain] > 1 and line.words >= 5:
        points += TWICE
    if index == 0:
        points += HEAD_OF_PAGE
    elif line.words >= 5 and len(lines[0].plain) > len(line.plain) and lines[0].plain.startswith(line.plain):
        points += WINDOW_TITLE
    if line.words < 5:
        points += SHORT
    if any(cue is not None and cue.kind in ("tail", "related") for cue in cues[max(0, index - 1) : index]):
        points += LISTED
    return points


def _signed(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> bool:
    """True where a byline, a date or a name stands within three lines under the candidate."""
    return any(_belongs(lines[at], cues[at]) for at in range(index + 1, min(index + 4, len(lines))))


def _belongs(line: Line, cue: Cue | None) -> bool:
    return cue is not None and cue.kind in ("date", "byline") or is_name_line(line.text)


def _first_of_pair(lines: Sequence[Line], cues: Sequence[Cue | None], best: int, candidates: set[int]) -> int:
    """Where a headline has a second line under it (a standfirst without full stop), the upper one is the headline.

    In a longer run of headlines the lower must be clearly the longer and plainer of the two.
    """
    upper = best - 1
    while upper > best - 3 and (cue := cues[upper]) is not None and cue.kind == "furniture":
        upper -= 1
    if upper not in candidates or lines[upper].words < 4 or lines[upper].plain == lines[best].plain:
        return best
    one, two = lines[upper], lines[best]
    if upper - 1 in candidates:
        return upper if two.words >= one.words * 1.3 and two.share >= one.share else best
    return (
        upper
        if one.words >= 5 and two.words >= one.words * 0.7 or two.words > one.words and two.share > one.share
        else best
    )
