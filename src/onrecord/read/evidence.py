"""The dates on a page's lines that may tell of its publication, ranked, and those that do not, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from onrecord.read.cues import TODAYS
from onrecord.read.datedtext import dated_texts
from onrecord.read.datelabels import has_label, last_label
from onrecord.read.datepatterns import weekday_pattern
from onrecord.read.dates import DateHit, find_dates, has_time, has_weekday, without_dates
from onrecord.read.dump import Labelled
from onrecord.read.lines import Line, fold

ABOVE_REACH = 4
"""Lines over the headline in which a date line may stand with buttons between."""
UPDATE_REACH = 40
"""Characters after a date in which "updated" and a second date show that the first is the publication's."""
HEAD_LINES = 8
"""Lines after an article's first paragraph (a standfirst, often) in which its date lines stand."""
LABELLED_LINES = 20
"""The same for lines that say that it was published then: pictures, videos and boxes may push them down."""
TITLE_LINES = 15
"""Lines under the headline in which an unlabelled date line belongs to it."""
NEAR_TEXT = 2
"""Lines above the text, or into it, in which such a line belongs to the article however far the headline is."""
FOOT_LINES = 5
"""Lines after its last in which a labelled date may stand."""
SHORT_LABEL = 40
"""Characters of a line with nothing but the label of the date under it, at most."""
LINE_MOST = 400
"""Characters of a line with a date that is looked at: longer ones are running text."""
OUTWEIGHS = 2.0
"""How many times the text under one date line must outweigh that under another, for the first to be the article's."""
_BARE = re.compile(r"[\s.,،:()-]*")
_DPA = re.compile(r"\bdpa:(\d\d)(\d\d)(\d\d)-\d\d-\d{3,}")
_ADDRESS = re.compile(
    r"https?://[^\s/]+/(?:[^\s/]+/){0,3}?((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])[/_-]?([^\s?#]*)"
)
_TODAY = re.compile(
    r"(?:(?<![^\W\d_])(?:today|heute|am heutigen|aujourd['’]hui|hoy|oggi|hoje|vandaag|dziś|dzisiaj|dnes|i dag|idag|bugün|"
    r"hari ini|сегодня|сьогодні|днес|данас|danas|danes|σήμερα|astăzi|azi|tänään|avui|اليوم|امروز|आज)|今日|今天|오늘)"
    r"[\s,(（:–-]{0,4}(?:the|el|le|il|den|dem|den|på|a)?\s?$",
    re.IGNORECASE,
)
TODAY_LINES = 3
"""Paragraphs at an article's head in which a day that it calls today is the day on which it came out."""
SLUG_WORDS = 3
"""Words of the headline that an address must hold for its day to be the article's."""


class Rank(IntEnum):
    """How good a date is as evidence, the best first."""

    LABELLED = 0
    IMPRINT = 1
    WITH_BYLINE = 2
    UNDER_TITLE = 3
    DATELINE = 4
    ABOVE_TITLE = 5
    BELOW = 6
    OVER_TEXT = 7
    TODAY = 8
    ADDRESS = 9
    UPDATED = 10


WHY = {
    Rank.LABELLED: "a date line that says published",
    Rank.IMPRINT: "the imprint at the article's end",
    Rank.WITH_BYLINE: "a date beside the byline",
    Rank.UNDER_TITLE: "a date line between headline and article",
    Rank.DATELINE: "the dateline",
    Rank.ABOVE_TITLE: "a date line right above the headline",
    Rank.BELOW: "a day with its time right under the article",
    Rank.OVER_TEXT: "a date line between a headline and running text",
    Rank.TODAY: "the article's first lines call this day today",
    Rank.ADDRESS: "the article's address, as it stands on the page",
    Rank.UPDATED: "the date of an update",
}


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A date on the page: ``start`` and ``end`` are code points of the text. ``rank`` tells how well it shows the day of
    publication; where it is None, ``lost`` says why it is no evidence. ``apart`` counts the lines to the headline or the
    text, whichever is nearer, and ``over`` those to the text."""

    rank: Rank | None
    hit: DateHit
    start: int
    end: int
    lost: str = ""
    apart: int = 0
    over: int = 0

    @property
    def updated(self) -> bool:
        """True for the date of an update."""
        return self.rank == Rank.UPDATED


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the article lies: its first and last paragraph, and the first head of a list of other stories after it."""

    first: int
    last: int
    lists: int


def evidence(page: Labelled) -> Iterator[DateEvidence]:
    """Every date on the page's short lines, in text order, then what pages without other evidence may show."""
    frame = _frame(page)
    ranked = False
    for at, line in enumerate(page.lines):
        if page.kinds[at] in ("paragraph", "title", "dateline") or len(line.text) > LINE_MOST:
            continue
        for hit in find_dates(line.text):
            one = _judged(page, frame, at, hit)
            ranked = ranked or one.rank is not None
            yield one
        yield from _agency_code(line)
    yield from _todays(page, frame)
    yield from _addresses(page)
    if not ranked:
        yield from _over_text(page)


def _frame(page: Labelled) -> _Frame:
    total = len(page.lines)
    paragraphs = [at for at, kind in enumerate(page.kinds) if kind == "paragraph"]
    first = paragraphs[0] if paragraphs else total
    end = max(first, page.body[1])
    lists = next((at for at in range(end, total) if page.whys[at] == "list of other stories"), total)
    return _Frame(first, paragraphs[-1] if paragraphs else -1, lists)


def _judged(page: Labelled, frame: _Frame, at: int, hit: DateHit) -> DateEvidence:
    line, kind = page.lines[at], page.kinds[at]
    found: Rank | str
    if has_label(line.text, "event"):
        found = "its line tells of something else: an event, a membership, a visit"
    elif kind == "comment":
        found = "the stamp of a reader's comment"
    elif page.whys[at] == TODAYS:
        found = "the day on which the page was called up"
    elif kind == "furniture":
        found = Rank.IMPRINT if page.whys[at].startswith("imprint") else "no date line: " + page.whys[at]
    elif kind in ("date", "byline"):
        found = _rank(page, frame, at, hit)
    else:
        found = "no date line: " + page.whys[at]
    start, end = line.start + hit.start, line.start + hit.end
    if not isinstance(found, Rank):
        return DateEvidence(None, hit, start, end, found)
    over = abs(page.body[0] - at)
    apart = over if page.title is None else min(over, abs(page.title - at))
    return DateEvidence(found, hit, start, end, "", apart, over)


def _rank(page: Labelled, frame: _Frame, at: int, hit: DateHit) -> Rank | str:
    """How good a date on a date line or byline is as evidence, or why it is none."""
    label = _label(page, at, hit)
    if at > frame.lists:
        return "in a list of other stories"
    if label == "updated" and at <= frame.first + LABELLED_LINES:
        return Rank.UPDATED
    near_end = page.body[1] <= at <= page.body[1] + FOOT_LINES
    if label == "published" and (at <= frame.first + LABELLED_LINES or near_end):
        return Rank.LABELLED
    if _right_below(page, frame, at):
        return Rank.BELOW
    if at > frame.first + HEAD_LINES or at > frame.last or page.body == (0, 0) and page.title is None:
        return "too far from the article's head"
    if page.kinds[at] == "byline":
        return Rank.WITH_BYLINE
    if page.title is None or page.title < at:
        return _under_title(page, at)
    return _above_title(page, at, page.title - at)


def _above_title(page: Labelled, at: int, apart: int) -> Rank | str:
    """A date over the headline: right above it, or with a time or a section's name and nothing but buttons between.

    A bare day with its weekday is the day on which the page was called up.
    """
    own = page.lines[at].text
    between = set(page.kinds[at + 1 : at + apart])
    bare = bool(_BARE.fullmatch(without_dates(own)))
    if apart <= HEAD_LINES and between <= {"date", "byline"}:
        visit = bare and has_weekday(own) and not has_time(own)
        return "a bare day over the headline: when the page was called up" if visit else Rank.ABOVE_TITLE
    if apart <= ABOVE_REACH and between <= {"date", "byline", "furniture", "caption"} and (has_time(own) or not bare):
        return Rank.ABOVE_TITLE
    return "above the article's headline"


def _under_title(page: Labelled, at: int) -> Rank | str:
    if page.title is not None and at - page.title > TITLE_LINES and abs(at - page.body[0]) > NEAR_TEXT:
        return "too far from headline and text"
    beside = [page.kinds[near] for near in (at - 1, at + 1) if 0 <= near < len(page.kinds)]
    return Rank.WITH_BYLINE if "byline" in beside else Rank.UNDER_TITLE


def _right_below(page: Labelled, frame: _Frame, at: int) -> bool:
    """True for a day with its time under the last paragraph; the writer's name may stand between."""
    if page.kinds[at] != "date" or not has_time(page.lines[at].text):
        return False
    named = at == frame.last + 2 and page.lines[at - 1].words <= 5 and not page.lines[at - 1].closed
    return frame.last + 1 == page.body[1] and (at == frame.last + 1 or named)


def _label(page: Labelled, at: int, hit: DateHit) -> str | None:
    """The label that belongs to the date: before it on its line, or alone on the line above."""
    line = page.lines[at].text
    own = last_label(line[: hit.start])
    if own is None and last_label(line[hit.end : hit.end + UPDATE_REACH]) == "updated" and find_dates(line[hit.end :]):
        return "published"
    if own or not at or page.kinds[at - 1] not in ("date", "furniture"):
        return own
    above = page.lines[at - 1].text
    return last_label(above) if len(above) < SHORT_LABEL and not find_dates(above) else None


def _todays(page: Labelled, frame: _Frame) -> Iterator[DateEvidence]:
    """Days that the article's first paragraphs call today: "today (4 March 2019)"."""
    for at in range(frame.first, min(frame.first + TODAY_LINES, len(page.lines))):
        line = page.lines[at]
        for hit in find_dates(line.text[:LINE_MOST]) if page.kinds[at] == "paragraph" else ():
            before = weekday_pattern().sub("", line.text[: hit.start])
            if _TODAY.search(before):
                yield DateEvidence(Rank.TODAY, hit, line.start + hit.start, line.start + hit.end)


def _agency_code(line: Line) -> Iterator[DateEvidence]:
    """The day in the code that dpa's wire puts under its stories: "dpa:201227-99-820474/3"."""
    for match in _DPA.finditer(line.text):
        try:
            day = date(2000 + int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
        hit = DateHit(match.start(), match.end(3), (day,))
        yield DateEvidence(Rank.IMPRINT, hit, line.start + hit.start, line.start + hit.end)


def _addresses(page: Labelled) -> Iterator[DateEvidence]:
    """Days in addresses on the page that hold the words of its headline."""
    if page.title is None:
        return
    words = {word for word in re.findall(r"[^\W\d_]{3,}", fold(page.lines[page.title].text))}
    for line in page.lines:
        for match in _ADDRESS.finditer(line.text[:LINE_MOST]) if "http" in line.text[:LINE_MOST] else ():
            slug = set(re.findall(r"[^\W\d_]{3,}", fold(match[4])))
            hits = find_dates("-".join(match.group(1, 2, 3)))
            if hits and len(slug & words) >= SLUG_WORDS:
                start, end = line.start + match.start(1), line.start + match.end(3)
                yield DateEvidence(Rank.ADDRESS, DateHit(0, 0, hits[0].days), start, end)


def _over_text(page: Labelled) -> Iterator[DateEvidence]:
    """The date line over the page's heaviest text, where no other day stands over a text nearly as heavy."""
    found = [one for one in dated_texts(page.lines) if not has_label(page.lines[one.at].text, "event")]
    best = max(found, key=lambda one: one.weight, default=None)
    if best is None:
        return
    rivals = [one.weight for one in found if one.hit.days != best.hit.days]
    if best.weight >= OUTWEIGHS * max(rivals, default=0.0):
        label = _label(page, best.at, best.hit)
        start = page.lines[best.at].start
        rank = Rank.UPDATED if label == "updated" else Rank.OVER_TEXT
        yield DateEvidence(rank, best.hit, start + best.hit.start, start + best.hit.end)
