"""Which line above the article is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.read.cues import Cue, is_name_line
from onrecord.read.dates import find_dates
from onrecord.read.lines import Line
from onrecord.read.prose import FULL

_AGED = re.compile(r"\d{1,2} ?(?:h|m|d|hrs?|mins?|hours?|minutes?|days?) ?ago")
_ROLE = re.compile(r", (?:[\w-]+ ){0,3}(?:correspondent|editor|reporter|writer|columnist)\b")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")
_COMMAND = re.compile(
    r"\b(?:click|tap|scroll|see more|view all|sign (?:in|up)|log ?in|subscri\w+|free trial|copyright|©|opens? in|"
    r"email alerts?|rss|guest post|app store|google play|contact us|your account|push notifications?|skip)\b|@\w+\.\w+"
)
DATED_WORDS = 12
DATED_REACH = 25
"""A line of so few words with a full date so near its head is a date line, not a headline."""
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
COMMAND = -3.0
SENTENCE = -2.0
NAMES = -1.0
SHARED = 1.0
_SHARED = frozenset({"share buttons", "comment link", "heading of reader comments", "link to reader comments"})
_JOINING = frozenset({"and", "&", "of", "for", "the", "|", "-", "–", "•"})
_BUTTONS = frozenset({"share buttons", "sign-in prompt"})
SIGNED_REACH = 15
"""Lines under a headline, share buttons among them, in which its byline or date may stand."""
INTO = 6
"""Lines into the running text in which the headline may still stand: a caption or a box may stand above it."""
LOST = 0.8
"""Points that each point of running text above such a headline costs."""


def headline_like(line: Line, cue: Cue | None) -> bool:
    """True where a line can be a headline: 3 to 30 words, no bullet, no full stop, no other sign."""
    if cue is not None and cue.kind != "soft":
        return False
    if line.bullet or not 3 <= line.words <= 30 or line.end - line.start > 250:
        return False
    if (
        line.text[0] in "([|"
        or _CLOCK.match(line.plain)
        or _AGED.match(line.plain)
        or is_name_line(line.text)
        or _ROLE.search(line.plain)
    ):
        return False
    if line.words <= DATED_WORDS and any(hit.start <= DATED_REACH for hit in find_dates(line.text)):
        return False
    return not line.text.endswith((".", ":", ",", ";", ".”", '."', ".’"))


def find_title(
    lines: Sequence[Line], cues: Sequence[Cue | None], body: tuple[int, int], prose: Sequence[float]
) -> tuple[int | None, int]:
    """The index of the headline, None where no line can be it, and the line at which the article then starts.

    The headline stands above the running text, or within its first lines with a byline or date under it; what stands
    above it is then no part of the article.
    """
    start = body[0]
    into = [at for at in range(start, min(start + INTO, body[1])) if _signed(lines, cues, at)]
    pool = sorted({*range(min(3, start)), *range(max(0, start - REACH), start), *into})
    crumbs = _crumbs(lines, pool)
    candidates = [at for at in pool if at not in crumbs and _can_be(lines, cues, at, start)]
    if not candidates:
        return None, start
    seen = Counter(line.plain for line in lines)
    signed = [at for at in candidates if at < start and _signed(lines, cues, at)]
    # Of several headlines with a byline or date under them, the last stands over the article; the others are teasers.
    last = signed[-1] if signed else -1

    def points(at: int) -> float:
        lost = LOST * sum(weight for weight in prose[start:at] if weight > 0) if at >= start else 0.0
        return _points(lines, cues, prose, at, max(start, at + 1), seen) + LAST_SIGNED * (at == last) - lost

    best = max(candidates, key=lambda at: (points(at), at))
    if best >= start:
        return best, next((at for at in range(best + 1, body[1]) if prose[at] > 0), start)
    return _first_of_pair(lines, cues, best, set(candidates)), start


def _can_be(lines: Sequence[Line], cues: Sequence[Cue | None], at: int, start: int) -> bool:
    """A line like a headline; with a full stop only where a byline or date stands under it and none above."""
    line, cue = lines[at], cues[at]
    if headline_like(line, cue):
        return True
    if cue is not None or not line.closed or line.bullet or not 5 <= line.words <= 22 or at > start:
        return False
    return _signed(lines, cues, at) and not any(
        headline_like(lines[one], cues[one]) for one in range(max(0, at - 3), at)
    )


def _crumbs(lines: Sequence[Line], pool: Sequence[int]) -> set[int]:
    """Lines that end in the words of a headline right below: the path of sections to it."""
    return {
        at
        for at in pool
        for later in range(at + 1, min(at + 5, len(lines)))
        if at
        and lines[later].words >= 4
        and len(lines[at].plain) > len(lines[later].plain)
        and lines[at].plain.endswith(lines[later].plain)
    }


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
    if _COMMAND.search(line.plain):
        points += COMMAND
    if line.closed and line.text.endswith("."):
        points += SENTENCE
    if _SHARED.intersection(cue.why for cue in cues[index + 1 : index + 4] if cue is not None):
        points += SHARED
    if line.words <= 7 and all(word[0].isupper() or word in _JOINING for word in line.text.split()):
        points += NAMES
    if any(cue is not None and cue.kind in ("tail", "related") for cue in cues[max(0, index - 1) : index]):
        points += LISTED
    return points


def _is_row(line: Line) -> bool:
    """True for a few words with capitals and nothing to join them: sections in a row, where headlines have a verb."""
    return (
        line.words <= 7
        and not line.share
        and all(word[0].isupper() or not word[0].isalpha() for word in line.text.split())
    )


def _signed(lines: Sequence[Line], cues: Sequence[Cue | None], index: int) -> bool:
    """True where a byline, a date or a name stands within three lines under the candidate, share buttons aside."""
    seen = 0
    for at in range(index + 1, min(index + 1 + SIGNED_REACH, len(lines))):
        if _belongs(lines[at], cues[at]):
            return True
        cue = cues[at]
        if cue is not None and cue.kind == "time":
            return False  # an entry of a live blog begins, with a byline of its own
        seen += cue is None or cue.why not in _BUTTONS
        if seen == 3:
            return False
    return False


def _belongs(line: Line, cue: Cue | None) -> bool:
    return cue is not None and cue.kind in ("date", "byline") or line.words <= 6 and is_name_line(line.text)


def _first_of_pair(lines: Sequence[Line], cues: Sequence[Cue | None], best: int, candidates: set[int]) -> int:
    """Where a headline has a second line under it (a standfirst without full stop), the upper one is the headline.

    In a longer run of headlines the lower must be clearly the longer and plainer of the two.
    """
    upper = best - 1
    if (
        upper not in candidates
        or lines[upper].words < 4
        or _is_row(lines[upper])
        or _COMMAND.search(lines[upper].plain)
        or lines[upper].plain == lines[best].plain
    ):
        return best
    one, two = lines[upper], lines[best]
    if upper - 1 in candidates:
        return upper if two.words >= one.words * 1.3 and two.share >= one.share else best
    return (
        upper
        if one.words >= 5 and two.words >= one.words * 0.7 or two.words > one.words and two.share > one.share
        else best
    )
