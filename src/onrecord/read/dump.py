"""Text dumps of pages: every line labelled, as a decision over the whole page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.read.captions import is_caption
from onrecord.read.cues import MAX_DATE_WORDS, Cue, is_date_label, is_name_line
from onrecord.read.dates import find_dates
from onrecord.read.frame import View, look
from onrecord.read.glue import unglue, unwrap
from onrecord.read.inside import article_parts
from onrecord.read.lines import Line, lines_of
from onrecord.read.prose import FULL, TEASER
from onrecord.read.pullquotes import WHY as PULLED
from onrecord.read.pullquotes import pull_quotes
from onrecord.read.sequence import Part
from onrecord.read.split import split_head_line
from onrecord.read.title import headline_like
from onrecord.schema import Block, BlockKind

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
LISTED = "under the head of a list of other stories"
_STAMPS = frozenset({"reading time", "no letters or digits"})
"""What lines such as "3 days ago" show alone; among comments they tell a comment's age."""
_OF_STORY = frozenset({"byline", "date", "time", "soft", "bio"})
_NAME_IN = re.compile(r"(?:[A-Z][\w'’.-]+ ){2,4}(?:in|at|and) (?:[A-Z][\w'’.-]+[ ,]{0,2}){1,5}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's lines with their labels: ``kinds`` and ``whys`` go with ``lines``; ``title``, and ``second``, the headline of
    a second story, are indices or None."""

    lines: tuple[Line, ...]
    kinds: tuple[BlockKind, ...]
    whys: tuple[str, ...]
    title: int | None
    body: tuple[int, int]
    second: int | None = None

    def blocks(self) -> tuple[Block, ...]:
        """The labels as blocks, in text order."""
        rows = zip(self.lines, self.kinds, self.whys, strict=True)
        return tuple(Block(kind, line.start, line.end, why) for line, kind, why in rows)


def label(text: str) -> Labelled:
    """Every non-blank line of ``text`` with one label and its reason; furniture stuck to one is a piece of its own."""
    lines = [piece for line in unwrap(text, lines_of(text)) for piece in unglue(text, line)]
    view = look(lines)
    if view.title is not None or view.body != (0, 0):
        pieces = [piece for at, line in enumerate(lines) for piece in _pieces(text, view, at, line)]
        if len(pieces) != len(lines):
            lines, view = pieces, look(pieces)
    parts = article_parts(view)
    decided = [_decide(view, parts, at) for at in range(len(lines))]
    decided = _after_tails(view, decided)
    pulled = pull_quotes([line.text for line in lines], [kind for kind, _ in decided])
    decided = [("furniture", PULLED) if at in pulled else one for at, one in enumerate(decided)]
    kinds, whys = [kind for kind, _ in decided], [why for _, why in decided]
    return Labelled(tuple(lines), tuple(kinds), tuple(whys), view.title, view.body, view.second)


def _pieces(text: str, view: View, at: int, line: Line) -> list[Line]:
    """Above the article a name and a date on one line become two."""
    near = view.title is not None and view.title < at <= view.body[0] + 1 or at < view.body[0]
    return split_head_line(text, line, view.cues[at]) if near else [line]


def _decide(view: View, parts: Mapping[int, Part], at: int) -> tuple[BlockKind, str]:
    line, cue = view.lines[at], view.cues[at]
    if at == view.title:
        return "title", "headline: the likeliest line above the article"
    if line.too_long:
        return "furniture", cue.why if cue else "over the limit, left unread"
    if at >= view.comments:
        return _in_comments(view, at)
    if view.body == (0, 0):
        return _without_body(line, cue)
    if view.second is not None and at >= view.second and (cue is None or cue.kind in _OF_STORY):
        return "related", "another story on the page, with a headline and a byline of its own"
    if view.body[0] <= at < view.body[1]:
        return _in_body(view, parts, at)
    return _around(view, at)


def _in_comments(view: View, at: int) -> tuple[BlockKind, str]:
    cue = view.cues[at]
    if at == view.comments and cue is not None and cue.kind in ("comments", "link"):
        return "comment", cue.why
    stamp = cue is not None and cue.why in _STAMPS
    if (
        cue is not None
        and cue.kind in ("furniture", "related", "tail", "caption")
        and not view.marked[at]
        and not stamp
    ):
        return _KIND_OF_CUE[cue.kind], f"{cue.why}, among or after readers' comments"
    return "comment", "readers' comments"


def _without_body(line: Line, cue: Cue | None) -> tuple[BlockKind, str]:
    if cue is not None:
        return _KIND_OF_CUE[cue.kind], cue.why
    if line.words >= 4 and not line.bullet:
        return "paragraph", "no running text on the page; kept because it may be all there is"
    return "furniture", "a few words, no running text around them"


def _in_body(view: View, parts: Mapping[int, Part], at: int) -> tuple[BlockKind, str]:
    line, cue = view.lines[at], view.cues[at]
    if cue is not None and cue.kind == "bio":
        last = at >= view.body[1] - 3 or bool(at) and is_name_line(view.lines[at - 1].text)
        return ("furniture", cue.why) if last else ("paragraph", "running text")
    if cue is not None and not (cue.kind == "soft" and view.prose[at] > 0):
        kind = _KIND_OF_CUE[cue.kind]
        return ("furniture" if kind == "comment" else kind), cue.why
    if is_caption(view, at):
        return "caption", "stands twice, or beside a picture credit or label"
    if 0 < view.prose[at] <= TEASER and line.closed and line.words >= 6 and _by_date(view, at, ("date", "tail")):
        return "related", "blurb beside the date or head of another story"
    part = parts.get(at, "text")
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


def _by_date(view: View, at: int, kinds: Sequence[str] = ("date", "byline")) -> bool:
    """True where a line of one of the kinds stands beside the line."""
    return any(
        (cue := view.cues[near]) is not None and cue.kind in kinds
        for near in (at - 1, at + 1)
        if 0 <= near < len(view.cues)
    )


def _around(view: View, at: int) -> tuple[BlockKind, str]:
    """Lines above the article and below it."""
    line, cue = view.lines[at], view.cues[at]
    above = at < view.body[0]
    if cue is not None and not (cue.kind == "soft" and not above):
        kind = _KIND_OF_CUE[cue.kind]
        return ("furniture" if kind == "comment" else kind), cue.why
    if above and at == 0 and view.title and line.plain.startswith(view.lines[view.title].plain):
        return "furniture", "the headline again, as the window's title"
    if above and _heads_entry(view, at):
        return "subheading", "heading of the first entry"
    if above and is_date_label(line):
        return "date", "label of the date under it"
    if is_caption(view, at):
        return "caption", "stands twice, or beside a picture credit or label"
    if above and view.title is not None and at > view.title:
        return _under_title(view, at)
    if line.words >= 4:
        return "related", "headline or teaser " + ("above" if above else "below") + " the article"
    return "furniture", "a few words " + ("above" if above else "below") + " the article"


def _heads_entry(view: View, at: int) -> bool:
    """True for a few words right above or below the time over the entry with which the text begins."""
    near = [view.cues[at + 1]] if at + 2 == view.body[0] else []
    near += [view.cues[at - 1]] if at and at + 3 >= view.body[0] else []
    return view.lines[at].words >= 2 and any(cue is not None and cue.kind == "time" for cue in near)


def _under_title(view: View, at: int) -> tuple[BlockKind, str]:
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


def _after_tails(view: View, decided: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """Inside the article, short lines under the head of a list of other stories belong to that list; so does what stands
    under such a head below the last comment."""
    out = list(decided)
    listing = False
    for at in range(view.body[0], view.body[1]):
        cue = view.cues[at]
        if cue is not None and cue.kind == "tail":
            listing = True
        elif out[at][0] == "paragraph":
            listing = False
        elif listing and out[at][0] == "subheading":
            out[at] = "related", LISTED
    last = max((at for at in range(view.comments, len(view.lines)) if view.marked[at]), default=len(view.lines))
    listing = False
    for at in range(last + 1, len(view.lines)):
        cue = view.cues[at]
        listing = listing or cue is not None and cue.kind == "tail"
        if listing and out[at][0] == "comment" and cue is None:
            out[at] = "related", LISTED
    return out
