"""Where readers' comments stand on a page, told by their headings, stamps and buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.cues import Cue
from onrecord.read.dates import find_dates, has_time
from onrecord.read.lines import PLAIN_LIMIT, Line
from onrecord.read.prose import FULL

_UNIT = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?)"
_AGE = rf"(?:(?:an?|about an?|\d{{1,2}})\s?{_UNIT}\.?(?: ago)?|just now|yesterday)"
_PIPED = re.compile(rf".{{1,60}}? ?[|•·] ?(?:{_AGE}|[\w ,:-]{{6,30}}) ?[|•·] ?reply\b.*")
_AGED_NAME = re.compile(
    rf"@?[\w .,'()>›-]{{1,50}}? ?[|•·,-]? ?"
    rf"(?:\d{{1,2}} ?{_UNIT} ago|just now)(?: ?[|•·-]? ?(?:edited|reply|report|flag|share|like|\(edited\)))*"
)
_AGE_LINE = re.compile(rf"{_AGE}(?: ?[|•·-]? ?(?:edited|reply|report|\(edited\)))*")
_SAYS = re.compile(r"@?[\w .'()-]{1,50} (?:says|said|wrote|writes|commented|replied)(?: ?:| on .{4,40}| at .{4,40})")
_GLUED = re.compile(r".*[.!?)a-z](?:recommend(?: ?\d+)?|reply|like ?reply|report abuse)$")
_POSTED = re.compile(
    r"(?:posted |comment(?:ed)? |submitted )?(?:by|from) [\w .'@-]{1,50}(?: (?:on|at|@) |,? ?[|•·-] ?).{4,50}"
)
ENOUGH_BEFORE = 2
"""Lines of prose that must stand before a heading of comments which no comment's stamp bears out."""
ENOUGH_STAMPS = 6
"""Points of stamps that a page of comments alone must have: three names with a time."""
LEAD_MOST = 5
"""Lines of prose between a heading of comments and the first comment's stamp: a long comment, or rules, have no more."""
LOOK_AHEAD = 12
"""Lines after a link "Comments" in which a first stamp must follow for it to be a heading."""


def marks(lines: Sequence[Line], cues: Sequence[Cue | None]) -> list[int]:
    """Per line, how surely it belongs to a comment: 3 stamp with name and button, 2 stamp beside a name, 1 button."""
    return [_mark(lines, cues, index) for index in range(len(lines))]


def _mark(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> int:
    line, cue = lines[index], cues[index]
    length = line.end - line.start
    if length <= 40 * PLAIN_LIMIT and _PIPED.match(line.plain[:120]):
        return 3
    if _stamped_name(lines, cues, index):
        return 2
    if length > PLAIN_LIMIT:
        return 0
    if cue is not None and cue.kind == "mark":
        return 1
    if _AGED_NAME.fullmatch(line.plain) or _GLUED.fullmatch(line.plain) and not line.closed:
        return 1
    return 0


def _stamped_name(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> bool:
    """A short line like a name, with a stamp (date and time, or age) on it or on the next line."""
    line = lines[index]
    if line.words > 12 or line.closed and not line.bullet:
        return False
    if _SAYS.fullmatch(line.plain) or _POSTED.fullmatch(line.plain):
        return _stamp(line) or index + 1 < len(lines) and _stamp(lines[index + 1])
    if line.words > 6 or index + 1 >= len(lines) or cues[index] is not None:
        return False
    follower = lines[index + 1]
    return follower.words <= 10 and (_stamp(follower) and (line.bullet or has_time(follower.text)))


def _stamp(line: Line) -> bool:
    if _AGE_LINE.fullmatch(line.plain):
        return True
    return line.words <= 16 and bool(find_dates(line.text)) and has_time(line.text)


def _stands_alone(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> bool:
    """True for the bare word "Comments" that is no button in a row of such."""
    beside = [cues[near] for near in (index - 1, index + 1) if 0 <= near < len(cues)]
    buttons = any(cue is not None and cue.why in ("share buttons", "navigation") for cue in beside)
    return lines[index].plain.rstrip(": ") == "comments" and not lines[index].bullet and not buttons


def _leads_to_text(marked: Sequence[int], after_prose: Sequence[int], index: int) -> bool:
    """True for a heading or link above the article: more text than one comment stands between it and the first stamp."""
    first = next(at for at in range(index + 1, len(marked)) if marked[at])
    return after_prose[index + 1] - after_prose[first] > LEAD_MOST


def comments_start(
    lines: Sequence[Line], cues: Sequence[Cue | None], marked: Sequence[int], prose: Sequence[float]
) -> int:
    """The index of the first line of the readers' comments, or ``len(lines)`` where there are none.

    A heading counts where comments' stamps follow, or where an article's worth of prose stands before it and less
    after; a mere link ("Comments") needs a stamp soon after. Without a heading, a full stamp after
    some prose is the start.
    """
    total = len(lines)
    after_marks = [0] * (total + 1)
    after_prose = [0] * (total + 1)
    for index in range(total - 1, -1, -1):
        after_marks[index] = after_marks[index + 1] + marked[index]
        after_prose[index] = after_prose[index + 1] + (prose[index] >= FULL)
    for index in range(total):
        before = after_prose[0] - after_prose[index]
        if before == 0:
            # A page of nothing but comments: stamps with names from the first line on, one for every few sentences.
            if marked[index] >= 2 and after_marks[index] >= ENOUGH_STAMPS and after_marks[index] >= after_prose[index]:
                return index
            continue
        cue = cues[index]
        kind = cue.kind if cue else None
        follow = after_prose[index]
        stamps = after_marks[index + 1]
        soon = stamps - after_marks[min(total, index + 1 + LOOK_AHEAD)]
        if kind in ("comments", "link") and stamps and _leads_to_text(marked, after_prose, index):
            continue
        if kind == "comments" and (
            soon >= 2 or stamps >= 2 and stamps * 3 >= follow or before >= ENOUGH_BEFORE and follow <= before
        ):
            return index
        if kind == "link" and _stands_alone(lines, cues, index) and before >= ENOUGH_BEFORE and follow <= before:
            return index
        if kind == "link" and soon >= 2 and stamps * 3 >= follow:
            return index
        if marked[index] == 3 or marked[index] == 2 and before >= 2 and stamps >= 2 and stamps * 3 >= follow:
            return index
    return total
