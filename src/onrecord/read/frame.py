"""Where a page's headline, its article and its comments lie."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.read.comments import comments_start, marks
from onrecord.read.cues import Cue, cue_of
from onrecord.read.lines import Line
from onrecord.read.live import with_live_times
from onrecord.read.prose import FULL, body_range, heaviest, scores
from onrecord.read.stories import second_story
from onrecord.read.title import find_title, headline_like

LIST_REACH = 5
"""Lines below the running text in which a line with a colon may open the list that ends the article."""
LIST_ITEM = 15
"""Words of an item of such a list, at most."""
LIST_LEAST = 4
"""Items from which it is one."""
REPEAT_REACH = 25
"""Lines into the text in which the headline may stand again, with its byline, over the article itself."""
REPEAT_MOST = 0.5
"""Part of the text's weight that may stand above it."""
SIGNED_HEADS = 20
SIGNED_REACH = 12
"""Lines between a headline with a date and its text, at most."""
SIGNED_WORTH = 6.0
"""Weight of running text that a headline with a date or byline is worth: two paragraphs."""
_TURN = re.compile(r"[A-Z][\w .’'-]{0,40}: ")


@dataclass(frozen=True, slots=True)
class View:
    """A page's lines, what each shows, and where the article lies among them.

    ``prose`` is each line's weight as running text, ``marked`` how surely it belongs to a comment; ``body`` is the
    article's range, ``comments`` the first line of comments, ``listing`` the first of a list that ends the article,
    ``second`` the headline of a second story that was taken for part of the article at first.
    """

    lines: Sequence[Line]
    cues: Sequence[Cue | None]
    prose: Sequence[float]
    body: tuple[int, int]
    comments: int
    title: int | None
    marked: Sequence[int]
    seen: Counter[str]
    listing: int | None
    second: int | None


def look(lines: Sequence[Line]) -> View:
    """Where the headline, the article and the comments lie, decided over all lines."""
    cues = with_live_times(lines, [cue_of(line) for line in lines])
    prose = scores(lines, cues)
    marked = marks(lines, cues)
    comments = comments_start(lines, cues, marked, prose)
    body = body_range(prose, comments)
    body = _without_teasers(lines, cues, prose, body)
    if body[1] - body[0] > 1 and _asks(lines[body[0]]):
        body = (body[0] + 1, body[1])
    if body == (0, 0):
        title = _lone_title(lines[:comments], cues)
    else:
        title, start = find_title(lines, cues, body, prose)
        body = (start, body[1])
        title, body = _signed_instead(lines, cues, prose, comments, title, body)
        body = _after_repeat(lines, cues, prose, title, body)
    second = second_story(lines, cues, prose, title, body)
    if second is not None:
        body = (body[0], second)
    listing = body[1]
    body = (body[0], _closing_list(lines, cues, body[1], comments if second is None else second))
    seen = Counter(line.plain for line in lines)
    return View(lines, cues, prose, body, comments, title, marked, seen, listing if body[1] > listing else None, second)


def _signed_instead(
    lines: Sequence[Line],
    cues: Sequence[Cue | None],
    prose: Sequence[float],
    end: int,
    title: int | None,
    body: tuple[int, int],
) -> tuple[int | None, tuple[int, int]]:
    """Where nothing signs the text found: a headline further down with a date or byline, and the text under it.

    Pages with long menus of stories above a short article have that.
    """
    if title is not None and _by_line(cues, title) or _by_line(cues, body[0] - 1):
        return title, body
    best, found = heaviest(prose, *body)[1], (title, body)
    heads = [at for at in range(body[1], end) if headline_like(lines[at], cues[at]) and _by_line(cues, at)]
    for head in heads[:SIGNED_HEADS]:
        run, weight = heaviest(prose, head + 1, end)
        if weight + SIGNED_WORTH > best and run[0] - head <= SIGNED_REACH:
            best, found = weight + SIGNED_WORTH, (head, run)
    return found


def _after_repeat(
    lines: Sequence[Line], cues: Sequence[Cue | None], prose: Sequence[float], title: int | None, body: tuple[int, int]
) -> tuple[int, int]:
    """The range from where the headline stands again with its byline or date: above it are prompts and pictures' texts."""
    if title is None:
        return body
    text = sum(weight for weight in prose[body[0] : body[1]] if weight > 0)
    above = 0.0
    for at in range(body[0], min(body[0] + REPEAT_REACH, body[1])):
        if lines[at].plain == lines[title].plain and _by_line(cues, at) and above < REPEAT_MOST * text:
            return next((one for one in range(at + 1, body[1]) if prose[one] > 0), body[0]), body[1]
        above += max(0.0, prose[at])
    return body


def _by_line(cues: Sequence[Cue | None], at: int) -> bool:
    """True where a date or byline stands within three lines under the line."""
    near = cues[max(0, at + 1) : at + 4]
    return any(cue is not None and cue.kind in ("date", "byline") for cue in near)


def _closing_list(lines: Sequence[Line], cues: Sequence[Cue | None], body: int, end: int) -> int:
    """Where the article ends when a line with a colon at its end opens a list: winners, dates, ingredients."""
    opener = next(
        (
            at
            for at in range(max(0, body - 1), min(body + LIST_REACH, end))
            if cues[at] is None and lines[at].words >= 4 and not lines[at].bullet and lines[at].text.endswith(":")
        ),
        None,
    )
    if opener is None or body == 0:
        return body
    last, items = body, 0
    for at in range(opener + 1, end):
        cue = cues[at]
        if (
            cue is not None
            and cue.kind != "caption"
            and cue.why != "no letters or digits"
            or lines[at].words > LIST_ITEM
        ):
            break
        if cue is None:
            last, items = at + 1, items + 1
    return last if items >= LIST_LEAST else body


def _asks(line: Line) -> bool:
    """A first line that ends in a question or exclamation mark may be the headline."""
    return 6 <= line.words <= 30 and not _TURN.match(line.text) and line.text.rstrip("\"'”’").endswith(("?", "!", "…"))


def _without_teasers(
    lines: Sequence[Line], cues: Sequence[Cue | None], prose: Sequence[float], body: tuple[int, int]
) -> tuple[int, int]:
    """The range without single blurbs at its head that two or more other headlines part from the running text."""
    solid = [at for at in range(*body) if prose[at] >= FULL]
    for one, two in zip(solid, solid[1:], strict=False):
        between = [at for at in range(one + 1, two) if headline_like(lines[at], cues[at]) and prose[at] <= 0]
        if len(between) >= 2:
            return two, body[1]
        if not between:
            return body
    return body


def _lone_title(lines: Sequence[Line], cues: Sequence[Cue | None]) -> int | None:
    """On a page without running text: the first line that can be a headline, where more follows."""
    found = [at for at, line in enumerate(lines) if headline_like(line, cues[at])]
    return found[0] if len(found) > 1 else None
