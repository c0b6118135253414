"""Text dumps of pages: every line labelled, as a decision over the whole page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.read.comments import comments_start, marks
from onrecord.read.cues import MAX_DATE_WORDS, Cue, cue_of, is_date_label, is_name_line
from onrecord.read.dates import find_dates
from onrecord.read.glue import unglue, unwrap
from onrecord.read.lines import Line, lines_of
from onrecord.read.prose import FULL, TEASER, body_range, heaviest, is_doubled, scores
from onrecord.read.sequence import Look, Part, parts
from onrecord.read.split import split_head_line
from onrecord.read.title import find_title, headline_like
from onrecord.schema import Block, BlockKind

LIVE_STAMPS = 4
"""Times alone on lines inside the article from which it is a live blog."""
LIST_REACH = 5
"""Lines below the running text in which a line with a colon may open the list that ends the article."""
LIST_ITEM = 15
"""Words of an item of such a list, at most."""
LIST_LEAST = 4
"""Items from which it is one."""
SIGNED_HEADS = 20
SIGNED_REACH = 12
"""Lines between a headline with a date and its text, at most."""
SIGNED_WORTH = 6.0
"""Weight of running text that a headline with a date or byline is worth: two paragraphs."""
CAPTION_WORDS = 45
"""A line that stands twice in a row, or above a bare picture credit, is a caption up to this length."""
CREDITED_WORDS = 32
"""A line above a name in brackets is a caption up to this length: such a name may also credit a picture without one."""
PICTURED_WORDS = 70
"""A line that tells in the present tense what somebody does on a full date is a caption up to this length."""
_KIND_OF_CUE: dict[str, BlockKind] = {
    "furniture": "furniture",
    "related": "related",
    "soft": "related",
    "tail": "related",
    "comments": "comment",
    "link": "furniture",
    "mark": "furniture",
    "bio": "furniture",
    "caption": "caption",
    "byline": "byline",
    "date": "date",
    "time": "date",
}
_CREDIT = re.compile(
    r"[(\[]?(?:[\w .'’/-]{2,40}[|/,] ?)?"
    r"(?:(?:[\w .'’-]{2,40}/)?(?:afp|reuters|ap|epa|getty(?: images)?|shutterstock|bloomberg|file|pool)\b"
    r"(?: ?[/|,] ?[\w .]{2,30}| (?:photo|images|pool|via [\w ]{2,30}|for [\w ]{2,30}))?)[)\]]?",
)
_CREDIT_IN_BRACKETS = re.compile(
    r"[(\[] ?(?:(?:photo|image|picture|illustration)s? (?:by|courtesy of|from) )?(?:[A-Z][\w.'’-]*,? ?(?:and |& )?){1,5}"
    r"(?:(?:/|\||,| for| via| from) ?(?:the |The )?[A-Z][\w .'’/&-]{1,60})? ?[)\]]"
)
_PICTURED = re.compile(
    r"^[^\"]{4,120}?\b(?:speaks?|listens?|attends?|arrives?|stands?|poses?|looks? (?:on|at)|walks?|gestures?|holds?|waits?|"
    r"waves?|sits?|watch(?:es)?|delivers?|departs?|testif(?:y|ies)|meets?|reacts?|shakes?|boards?|gathers?|"
    r"(?:is|are) (?:seen|shown|pictured|displayed)|shown) [^\"]{4,300}$"
)
_NAME_IN = re.compile(r"(?:[A-Z][\w'’.-]+ ){2,4}(?:in|at|and) (?:[A-Z][\w'’.-]+[ ,]{0,2}){1,5}")
_TURN = re.compile(r"[A-Z][\w .’'-]{0,40}: ")
_CAPTION_LABEL = re.compile(r"(?:image|media|video|picture|photo) caption[,:]?")
_QUOTED = re.compile(r"[\"“‘'].{2,120}[\"”’']\??")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's lines with their labels: ``kinds`` and ``whys`` go with ``lines``; ``title`` is an index or None."""

    lines: tuple[Line, ...]
    kinds: tuple[BlockKind, ...]
    whys: tuple[str, ...]
    title: int | None
    body: tuple[int, int]

    def blocks(self) -> tuple[Block, ...]:
        """The labels as blocks, in text order."""
        rows = zip(self.lines, self.kinds, self.whys, strict=True)
        return tuple(Block(kind, line.start, line.end, why) for line, kind, why in rows)


@dataclass(frozen=True, slots=True)
class _View:
    """All that the decisions below look at."""

    lines: Sequence[Line]
    cues: Sequence[Cue | None]
    prose: Sequence[float]
    body: tuple[int, int]
    comments: int
    title: int | None
    marked: Sequence[int]
    seen: Counter[str]
    listing: int | None
    parts: Mapping[int, Part]


def label(text: str) -> Labelled:
    """Every non-blank line of ``text`` with one label and its reason; furniture stuck to one is a piece of its own."""
    lines = [piece for line in unwrap(text, lines_of(text)) for piece in unglue(text, line)]
    view = _look(lines)
    if view.title is not None or view.body != (0, 0):
        pieces = [piece for at, line in enumerate(lines) for piece in _pieces(text, view, at, line)]
        if len(pieces) != len(lines):
            lines, view = pieces, _look(pieces)
    decided = [_decide(view, at) for at in range(len(lines))]
    decided = _after_tails(view, decided)
    kinds, whys = [kind for kind, _ in decided], [why for _, why in decided]
    return Labelled(tuple(lines), tuple(kinds), tuple(whys), view.title, view.body)


def _look(lines: Sequence[Line]) -> _View:
    cues = [cue_of(line) for line in lines]
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
    listing = body[1]
    body = (body[0], _closing_list(lines, cues, body[1], comments))
    seen = Counter(line.plain for line in lines)
    view = _View(lines, cues, prose, body, comments, title, marked, seen, listing if body[1] > listing else None, {})
    return replace(view, parts=_parts(view))


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


def _pieces(text: str, view: _View, at: int, line: Line) -> list[Line]:
    """Above the article a name and a date on one line become two."""
    near = view.title is not None and view.title < at <= view.body[0] + 1 or at < view.body[0]
    return split_head_line(text, line, view.cues[at]) if near else [line]


def _decide(view: _View, at: int) -> tuple[BlockKind, str]:
    line, cue = view.lines[at], view.cues[at]
    if at == view.title:
        return "title", "headline: the likeliest line above the article"
    if line.too_long:
        return "furniture", cue.why if cue else "over the limit, left unread"
    if at >= view.comments:
        return _in_comments(view, at)
    if view.body == (0, 0):
        return _without_body(line, cue)
    if view.body[0] <= at < view.body[1]:
        return _in_body(view, at)
    return _around(view, at)


def _in_comments(view: _View, at: int) -> tuple[BlockKind, str]:
    cue = view.cues[at]
    if at == view.comments and cue is not None and cue.kind in ("comments", "link"):
        return "comment", cue.why
    if cue is not None and cue.kind in ("furniture", "related", "tail", "caption") and not view.marked[at]:
        return _KIND_OF_CUE[cue.kind], f"{cue.why}, among or after readers' comments"
    return "comment", "readers' comments"


def _without_body(line: Line, cue: Cue | None) -> tuple[BlockKind, str]:
    if cue is not None:
        return _KIND_OF_CUE[cue.kind], cue.why
    if line.words >= 4 and not line.bullet:
        return "paragraph", "no running text on the page; kept because it may be all there is"
    return "furniture", "a few words, no running text around them"


def _in_body(view: _View, at: int) -> tuple[BlockKind, str]:
    line, cue = view.lines[at], view.cues[at]
    if cue is not None and cue.kind == "bio":
        last = at >= view.body[1] - 3 or bool(at) and is_name_line(view.lines[at - 1].text)
        return ("furniture", cue.why) if last else ("paragraph", "running text")
    if cue is not None and not (cue.kind == "soft" and view.prose[at] > 0):
        kind = _KIND_OF_CUE[cue.kind]
        return ("furniture" if kind == "comment" else kind), cue.why
    if _is_caption(view, at):
        return "caption", "stands twice, or beside a picture credit or label"
    if 0 < view.prose[at] <= TEASER and line.closed and line.words >= 6 and _by_date(view, at, ("date", "tail")):
        return "related", "blurb beside the date or head of another story"
    part = view.parts.get(at, "text")
    if part == "text" and view.prose[at] > 0:
        return "paragraph", "running text" if line.words >= 6 else "short line of running text"
    if is_name_line(line.text) and (at - view.body[0] <= 3 and _by_date(view, at) or at == view.body[0] + 1):
        return "byline", "a name at the head of the article"
    if view.title is not None and line.plain == view.lines[view.title].plain:
        return "furniture", "the headline again"
    if part == "item":
        return "paragraph", "item of a list inside the article"
    if part == "heading":
        return "subheading", "heading between paragraphs"
    if view.prose[at] > 0:
        return "related", "blurb in a box of other stories"
    return (
        "related",
        "bulleted link inside the article" if line.bullet else "headline of another story inside the article",
    )


def _is_caption(view: _View, at: int) -> bool:
    line = view.lines[at]
    if 10 <= line.words <= PICTURED_WORDS and _PICTURED.search(line.plain) and find_dates(line.text):
        return True
    if at and _CAPTION_LABEL.fullmatch(view.lines[at - 1].plain) and line.words <= CAPTION_WORDS:
        return True
    if line.words > CAPTION_WORDS or line.text[0] in '"“':
        return False
    if _CREDIT.fullmatch(line.plain) and line.words <= 10 and not line.closed:
        return True
    if _CREDIT_IN_BRACKETS.fullmatch(line.text) and line.words <= 10:
        return True
    beside = [view.lines[near] for near in (at - 1, at + 1) if 0 <= near < len(view.lines)]
    if line.words >= 3 and view.seen[line.plain] <= 3 and any(other.plain == line.plain for other in beside):
        return True
    follower = view.lines[at + 1] if at + 1 < len(view.lines) else None
    return (
        follower is not None
        and not follower.closed
        and 2 <= follower.words <= 10
        and bool(
            _CREDIT.fullmatch(follower.plain)
            or line.words <= CREDITED_WORDS
            and at != view.title
            and _CREDIT_IN_BRACKETS.fullmatch(follower.text)
        )
    )


def _by_date(view: _View, at: int, kinds: Sequence[str] = ("date", "byline")) -> bool:
    """True where a line of one of the kinds stands beside the line."""
    return any(
        (cue := view.cues[near]) is not None and cue.kind in kinds
        for near in (at - 1, at + 1)
        if 0 <= near < len(view.cues)
    )


def _parts(view: _View) -> dict[int, Part]:
    """The labels of the article's lines that show nothing by themselves, decided together."""
    inside = [
        at
        for at in range(*view.body)
        if ((cue := view.cues[at]) is None or cue.kind in ("soft", "bio")) and not _is_caption(view, at)
    ]
    live = _is_live(view)
    return dict(zip(inside, parts([_look_at(view, at, live) for at in inside]), strict=True))


def _is_live(view: _View) -> bool:
    """True where times stand alone on lines again and again: a live blog, each of its entries with its time."""
    stamps = sum(cue is not None and cue.kind in ("date", "time") for cue in view.cues[view.body[0] : view.body[1]])
    text = sum(weight >= FULL for weight in view.prose[view.body[0] : view.body[1]])
    return stamps >= LIVE_STAMPS and stamps * 12 >= text


def _look_at(view: _View, at: int, live: bool) -> Look:
    line = view.lines[at]
    above = view.cues[at - 1] if at else None
    below = view.cues[at + 1] if at + 1 < len(view.cues) else None
    return Look(
        weight=view.prose[at],
        words=line.words,
        closed=line.closed,
        bullet=line.bullet,
        capitals=line.text.isupper(),
        quoted=bool(_QUOTED.fullmatch(line.text)) and line.words <= 14,
        doubled=is_doubled(line.plain),
        listed=view.listing is not None and at >= view.listing or _lists(view, at),
        dated=below is not None and below.kind == "date" and at - view.body[0] > 3,
        headed=above is not None and above.kind == "tail",
        labelled=above is not None and above.why == "navigation",
        live=live,
    )


def _lists(view: _View, at: int) -> bool:
    """True for a line right under one with a colon, and for bullets in a run that hangs on such a line."""
    if not view.lines[at].bullet:
        return at > view.body[0] and view.lines[at - 1].text.endswith(":") and view.cues[at - 1] is None
    while at >= 0 and view.lines[at].bullet:
        at -= 1
    return at >= 0 and view.lines[at].text.endswith(":")


def _around(view: _View, at: int) -> tuple[BlockKind, str]:
    """Lines above the article and below it."""
    line, cue = view.lines[at], view.cues[at]
    above = at < view.body[0]
    if cue is not None and not (cue.kind == "soft" and not above):
        kind = _KIND_OF_CUE[cue.kind]
        return ("furniture" if kind == "comment" else kind), cue.why
    if above and at == 0 and view.title and line.plain.startswith(view.lines[view.title].plain):
        return "furniture", "the headline again, as the window's title"
    if above and is_date_label(line):
        return "date", "label of the date under it"
    if _is_caption(view, at):
        return "caption", "stands twice, or beside a picture credit or label"
    if above and view.title is not None and at > view.title:
        return _under_title(view, at)
    if line.words >= 4:
        return "related", "headline or teaser " + ("above" if above else "below") + " the article"
    return "furniture", "a few words " + ("above" if above else "below") + " the article"


def _under_title(view: _View, at: int) -> tuple[BlockKind, str]:
    line = view.lines[at]
    if view.title is not None and line.plain == view.lines[view.title].plain:
        return "furniture", "the headline again"
    near = view.title is not None and at - view.title <= 3
    if near and view.prose[at] < FULL and line.words <= MAX_DATE_WORDS and find_dates(line.text):
        return "date", "a date under the headline"
    if view.prose[at] >= FULL or near and line.closed and line.words >= 6 and not line.bullet:
        return "paragraph", "running text between headline and article"
    if is_name_line(line.text) or _NAME_IN.fullmatch(line.text):
        return "byline", "a name between headline and article"
    if view.title is not None and any(view.prose[one] >= FULL for one in range(view.title + 1, at)):
        return "related", "headline above the article"
    if headline_like(line, view.cues[at]) and line.words >= 6 and near:
        return "subheading", "standfirst under the headline"
    return (
        ("related", "headline above the article") if line.words >= 5 else ("furniture", "a few words above the article")
    )


def _after_tails(view: _View, decided: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """Inside the article, short lines under the head of a list of other stories belong to that list."""
    out = list(decided)
    listing = False
    for at in range(view.body[0], view.body[1]):
        cue = view.cues[at]
        if cue is not None and cue.kind == "tail":
            listing = True
        elif out[at][0] == "paragraph":
            listing = False
        elif listing and out[at][0] == "subheading":
            out[at] = "related", "under the head of a list of other stories"
    return out
