"""Where readers' comments stand on a page, told by their headings, stamps and buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.read.cues import Cue
from onrecord.read.dates import find_dates, has_time, without_dates
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
    r"(?:posted |comment(?:ed)? |submitted )?(?:by|from):? [\w .'@-]{1,50}(?: (?:on|at|@) |,? ?[|•·-] ?).{4,50}"
)
_DATE_WORDS = re.compile(r"\b(?:on|at|am|pm|posted|local time)\b")
_WORD = re.compile(r"[^\W\d_]+")
_TURN = re.compile(
    r"@?[\w.'-]{2,20}(?: [\w.'-]{1,15}){0,2}(?:,? (?:from|in|of) [\w .'-]{2,25})?(?: writes| \([^()]{4,30}\))?: "
)
_DATED_TURN = re.compile(r"@?[\w.'-]{1,20}(?: [\w.'-]{1,15}){0,2} \(([^()]{6,30})\): ")
_HEADINGS = frozenset({"comments", "discussion", "conversation", "responses", "replies", "feedback", "have your say"})
_POINTS = re.compile(r"(?:\[.\] ?)?[\w.-]{2,30}(?: [\w.-]{1,20}){0,2} -?\d+ points? .{3,30} ago\b")
_NAMED = re.compile(r"(?!(?:updated|published|posted|modified|about|over|more|last)\b)@?[^\W\d]")
_BUTTON = r"(?:permalink|embed|save|report|reply|give award|parent|context|like|dislike|share|flag|\d{1,4})"
_BUTTONS = re.compile(rf"(?=.*\b(?:permalink|reply|report|flag)\b){_BUTTON}(?: {{1,2}}{_BUTTON})*")
_OUTLETS = re.compile(r"published|updated|modified|first posted|\b(?:correspondent|editor|writer|reporter|staff)\b")
ENOUGH_BEFORE = 2
"""Lines of prose that must stand before a heading of comments which no comment's stamp bears out."""
NAME_WORDS = 4
"""Words of a commenter's name, at most."""
FEWEST = 3
"""Comments, or names over comments, from which they are a thread by their look alone."""
DISTINCT = 0.4
"""Part of the names over comments that differ, at least; less will do where there are many:"""
CROWD = 4
CROWDED = 0.15
SPAN = 150
"""Lines below a heading of comments in which the names over comments are looked for."""
RUN_MOST = 3.0
"""Paragraphs of a comment on average, at most."""
ENOUGH_STAMPS = 6
"""Points of stamps that a page of comments alone must have: three names with a time."""
LEAD_MOST = 5
"""Lines of prose between a heading of comments and the first comment's stamp: a long comment, or rules, have no more."""
LOOK_AHEAD = 12
"""Lines after a link "Comments" in which a first stamp must follow for it to be a heading."""


def marks(lines: Sequence[Line], cues: Sequence[Cue | None]) -> list[int]:
    """Per line, how surely it belongs to a comment: 3 stamp with name and button, 2 stamp beside a name, 1 button."""
    found = [_mark(lines, cues, index) for index in range(len(lines))]
    dated = [index for index in range(len(lines) - 2) if _dated_name(lines, cues, index)]
    if len(dated) > FEWEST and _differ([lines[index].plain for index in dated]):
        for index in dated:
            found[index] = max(found[index], 2)
    return found


def _dated_name(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> bool:
    """A name, a day without a time, and a sentence: one alone may be a byline, several are comments."""
    name, day, text = lines[index : index + 3]
    if cues[index] is not None or name.words > NAME_WORDS or name.closed or not _NAMED.match(name.plain):
        return False
    return day.words <= 6 and bool(find_dates(day.text)) and text.closed and text.words >= 4


def _mark(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> int:
    line, cue = lines[index], cues[index]
    length = line.end - line.start
    if length <= 40 * PLAIN_LIMIT and _PIPED.match(line.plain[:120]):
        return 3
    if _stamped_name(lines, cues, index) or _dated_turn(line):
        return 2
    if length > PLAIN_LIMIT:
        return 0
    if cue is not None and cue.kind == "mark":
        return 1
    if _POINTS.match(line.plain) or _AGED_NAME.fullmatch(line.plain) and _NAMED.match(line.plain):
        return 2
    if (
        _AGED_NAME.fullmatch(line.plain)
        or _BUTTONS.fullmatch(line.plain)
        or _GLUED.fullmatch(line.plain)
        and not line.closed
    ):
        return 1
    return 0


def _dated_turn(line: Line) -> bool:
    """ "Name (5 March 2019): …", as some sites put each comment on one line."""
    match = _DATED_TURN.match(line.plain[:100])
    return match is not None and bool(find_dates(match[1]))


def _stamped_name(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> bool:
    """A short line like a name, with a stamp (date and time, or age) on it or on the next line."""
    line = lines[index]
    if line.words > 12 or line.closed and not line.bullet:
        return False
    if _SAYS.fullmatch(line.plain) or _POSTED.fullmatch(line.plain):
        return _stamp(line) or index + 1 < len(lines) and _stamp(lines[index + 1])
    if _OUTLETS.search(line.plain) or index + 1 < len(lines) and _OUTLETS.search(lines[index + 1].plain[:200]):
        return False
    cue = cues[index]
    if find_dates(line.text) and has_time(line.text) and (cue is None or cue.kind != "byline"):
        return 1 <= len(_WORD.findall(_DATE_WORDS.sub(" ", without_dates(line.plain)))) <= NAME_WORDS
    if line.words > 6 or index + 1 >= len(lines) or cues[index] is not None:
        return False
    follower = lines[index + 1]
    if line.words <= NAME_WORDS and _AGE_LINE.fullmatch(follower.plain) and _NAMED.match(line.plain):
        return True
    return follower.words <= 10 and (_stamp(follower) and (line.bullet or has_time(follower.text)))


def _stamp(line: Line) -> bool:
    if _AGE_LINE.fullmatch(line.plain):
        return True
    return line.words <= 16 and bool(find_dates(line.text)) and has_time(line.text)


def _many(lines: Sequence[Line], marked: Sequence[int]) -> bool:
    """True where the page's stamps name different people; a live blog has the same few writers over all its entries."""
    stamps = [at for at, mark in enumerate(marked) if mark >= 2]
    return _differ([_who(lines[at]) for at in stamps if not at or marked[at - 1] < 2])


def _differ(names: Sequence[str]) -> bool:
    different = len(set(names))
    return different >= DISTINCT * len(names) or different >= CROWD and different >= CROWDED * len(names)


def _who(line: Line) -> str:
    """The words of a stamp's line without digits: its name."""
    return " ".join(_WORD.findall(without_dates(line.plain))[:NAME_WORDS])


def _is_thread(lines: Sequence[Line], prose: Sequence[float], start: int, people: int = 1) -> bool:
    """True where text comes in short runs, each under a line like a name, and the names differ: at least ``people``."""
    names: list[str] = []
    runs = paragraphs = 0
    for at in range(start, min(start + SPAN, len(lines))):
        if prose[at] <= 0:
            continue
        paragraphs += 1
        above, line = lines[at - 1], lines[at]
        if at - 2 >= start and (_AGE_LINE.fullmatch(above.plain) or above.words <= 8 and find_dates(above.text)):
            above = lines[at - 2]
        turn = _TURN.match(line.plain)
        if prose[at - 1] > 0 and not turn and not above.text.endswith(":"):
            continue
        runs += 1
        if turn:
            names.append(turn[0])
        elif above.words <= NAME_WORDS + 2 and not above.closed:
            names.append(_who(above))
    several = len(names) >= FEWEST and _differ(names) and len(set(names)) >= people
    return several and len(names) >= 0.6 * runs and paragraphs <= RUN_MOST * runs


def _heads_thread(lines: Sequence[Line], cues: Sequence[Cue | None], prose: Sequence[float], index: int) -> bool:
    """True for a heading of comments, no button in a row of buttons, under which a thread stands."""
    cue = cues[index]
    if cue is not None and cue.kind == "comments":
        return _is_thread(lines, prose, index + 1)
    plain = lines[index].plain.rstrip(": ")
    # "Discussion" may also head an interview, in which two people speak in turn.
    return _stands_alone(lines, cues, index) and _is_thread(
        lines, prose, index + 1, people=1 if plain == "comments" else FEWEST
    )


def _stands_alone(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> bool:
    """True for a bare word such as "Comments" that is no button in a row of such."""
    beside = [cues[near] for near in (index - 1, index + 1) if 0 <= near < len(cues)]
    buttons = any(cue is not None and cue.why in ("share buttons", "navigation") for cue in beside)
    return lines[index].plain.rstrip(": ") in _HEADINGS and not lines[index].bullet and not buttons


def comments_start(
    lines: Sequence[Line], cues: Sequence[Cue | None], marked: Sequence[int], prose: Sequence[float]
) -> int:
    """The index of the first line of the readers' comments, or ``len(lines)`` where there are none.

    A heading counts where comments' stamps follow, or where an article's worth of prose stands before it and less
    after; a mere link ("Comments") needs a stamp soon after. Without a heading, a full stamp after
    some prose is the start.
    """
    sums = _sums(marked, prose)
    crowd = _many(lines, marked)
    for index in range(len(lines)):
        if not sums.before(index):
            # A page of nothing but comments: stamps with names from the first line on, one for every few sentences.
            if marked[index] >= 2 and crowd and _opens_page(sums, index):
                return index
        elif _starts(lines, cues, marked, prose, sums, index, crowd):
            return index
    return len(lines)


def _opens_page(sums: _Sums, index: int) -> bool:
    """True where comments' stamps follow for all the text there is, and the first of them is no article's byline."""
    enough = sums.marks[index] >= max(ENOUGH_STAMPS, sums.prose[index])
    byline = sums.prose[index + 1] - sums.prose[sums.stamp[min(index + 3, len(sums.stamp) - 1)]] > LEAD_MOST
    return enough and bool(sums.prose[index] or sums.buttons[index]) and not byline


def _starts(
    lines: Sequence[Line],
    cues: Sequence[Cue | None],
    marked: Sequence[int],
    prose: Sequence[float],
    sums: _Sums,
    index: int,
    crowd: bool,
) -> bool:
    """Whether the comments start at the line, where text stands above it."""
    cue = cues[index]
    kind = cue.kind if cue else None
    before, follow, stamps = sums.before(index), sums.prose[index], sums.marks[index + 1]
    soon = stamps - sums.marks[min(len(lines), index + 1 + LOOK_AHEAD)]
    fair = stamps >= 2 and stamps * 3 >= follow
    if kind in ("comments", "link"):
        # A heading or link above the article: more text than a comment has stands between it and the first stamp.
        if stamps and sums.prose[index + 1] - sums.prose[sums.mark[index + 1]] > LEAD_MOST:
            return False
        if before >= ENOUGH_BEFORE and _heads_thread(lines, cues, prose, index):
            return True
        mostly_above = before >= ENOUGH_BEFORE and follow <= before
        if kind == "comments":
            return soon >= 2 or fair or mostly_above or marked[index] == 3
        if (
            mostly_above
            and lines[index].plain.rstrip(": ") == "comments"
            and _stands_alone(lines, cues, index)
            or soon >= 2
            and stamps * 3 >= follow
        ):
            return True
    return marked[index] == 3 or marked[index] == 2 and before >= 2 and fair and crowd


@dataclass(frozen=True, slots=True)
class _Sums:
    """Per line, what stands from it on: points of marks, sentences, the next mark, the next full stamp, buttons."""

    marks: Sequence[int]
    prose: Sequence[int]
    mark: Sequence[int]
    stamp: Sequence[int]
    buttons: Sequence[bool]

    def before(self, index: int) -> int:
        """The sentences above a line."""
        return self.prose[0] - self.prose[index]


def _sums(marked: Sequence[int], prose: Sequence[float]) -> _Sums:
    total = len(marked)
    marks, sentences = [0] * (total + 1), [0] * (total + 1)
    mark, stamp, buttons = [total] * (total + 1), [total] * (total + 1), [False] * (total + 1)
    for at in range(total - 1, -1, -1):
        marks[at] = marks[at + 1] + marked[at]
        sentences[at] = sentences[at + 1] + (prose[at] >= FULL)
        mark[at] = at if marked[at] else mark[at + 1]
        stamp[at] = at if marked[at] >= 2 else stamp[at + 1]
        buttons[at] = buttons[at + 1] or marked[at] in (1, 3)
    return _Sums(marks, sentences, mark, stamp, buttons)
