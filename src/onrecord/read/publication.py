"""When a text dump says that it was published: evidence on the page, ranked, each piece with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.read.dates import DateHit, find_dates, has_time, has_weekday, settle
from onrecord.read.dump import Labelled
from onrecord.read.language import language_of
from onrecord.read.lines import Line
from onrecord.schema import Block, When

# Ranks of evidence, best first. What is not listed is no evidence: today's paper, copyright years, stamps of comments,
# dates in running text.
LABELLED, IMPRINT, WITH_BYLINE, UNDER_TITLE, DATELINE, ABOVE_TITLE, BELOW, UPDATED = range(8)
_WHY = {
    LABELLED: "a date line that says published",
    IMPRINT: "the imprint at the article's end",
    WITH_BYLINE: "a date beside the byline",
    UNDER_TITLE: "a date line between headline and article",
    DATELINE: "the dateline",
    ABOVE_TITLE: "a date line right above the headline",
    BELOW: "a day with its time right under the article",
    UPDATED: "the date of the update, as no other is given",
}
UPDATE_REACH = 40
"""Characters after a date in which "updated" and a second date show that the first is the publication's."""
ENOUGH_TEXT = 2
"""Paragraphs from which a page's own words bound its day."""
SLACK = timedelta(days=1)
"""Zones of time part the day of a publication from those of comments and events by so much."""
HEAD_LINES = 6
"""Lines after an article's first paragraph (a standfirst, often) in which its date lines stand."""
LABELLED_LINES = 20
"""The same for lines that say that it was published then: pictures, videos and boxes may push them down."""
TITLE_LINES = 15
"""Lines under the headline in which an unlabelled date line belongs to it."""
NEAR_TEXT = 2
"""Lines into the text in which such a line belongs to the article however far the headline is."""
FOOT_LINES = 5
"""Lines after its last in which a labelled date may stand."""
_UPDATED = re.compile(
    r"\b(?:updat|modif|revis|edited|correct|actualizad|atualizad|mis à jour|aggiornat|aktualisiert|uppdater|"
    r"opdateret|bijgewerkt|güncelle|обновлен)\w*",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:publicad|publié|pubblicat|veröffentlicht|gepubliceerd|publicer|yayın|опубликован|"
    r"publish|post(?:ed)?\b|issued|released?\b|release date|first|created|upload|filed|pub(?:lication)? date)\w*",
    re.IGNORECASE,
)
_VERB = r"\b(?:was|were|had|said|died|\w{3,}ed)\b"
_ON_DAY = r"\bon (?:\w+day,? )?(?:\w+ \d{1,2},? \d{4}|\d{1,2} \w+,? \d{4})"
_PAST = re.compile(rf"{_ON_DAY}.*{_VERB}|\b(?:was|were|had)\b[^.]{{0,60}}{_ON_DAY}")
_PAST_YEAR = re.compile(r"\b(?:was|were|had|\w{3,}ed)\b[^.]{0,60}?\b(?:in|since|during) ((?:19|20)\d\d)\b(?!s)")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|due|scheduled|expected|until|till|by|plan\w*|upcoming|next|from|effective|expir\w+)\b"
)
_CAPTURED = re.compile(
    r"\b(?:retrieved|accessed|archived|captured|printed|downloaded|event|deadline|valid|expires?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A date on the page that tells of its publication: ``start`` and ``end`` are code points of the text."""

    rank: int
    hit: DateHit
    start: int
    end: int
    updated: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """What the page says of its publication. ``bounds`` is given where day and month cannot be told apart, and where no
    day is stated, but things told as past, comments or the day of the visit say after or before what it came out."""

    published: When | None = None
    updated: When | None = None
    bounds: When | None = None
    why: str = "no date of publication on the page"


def publication(text: str, page: Labelled, blocks: Sequence[Block]) -> Publication:
    """The dates of publication and update that the page states. A date that can be read two ways stays open.

    ``blocks`` are the page's, the dateline among them.
    """
    limits = _limits(page)
    stated = [one for one in (*_evidence(page), *_in_dateline(text, blocks)) if _possible(one, limits)]
    found = sorted(stated, key=lambda one: one.rank)
    everything = [
        hit
        for line, kind in zip(page.lines, page.kinds, strict=True)
        if kind in ("date", "furniture", "comment", "byline")
        for hit in _short(line.text)
    ]
    published = next((one for one in found if not one.updated), None)
    updated = next((one for one in found if one.updated), None)
    first = published or updated
    if first is None:
        enough = page.body != (0, 0) and page.kinds.count("paragraph") >= ENOUGH_TEXT
        return Publication(bounds=_bounds(limits) if enough else None)
    day_first = language_of(text) not in ("en", None)
    day = settle(first.hit, everything, day_first)
    latest = _when(text, updated, settle(updated.hit, everything, day_first)) if updated else None
    if day is None:
        bounds = When(
            text[first.start : first.end],
            first.start,
            first.end,
            first.hit.days[0],
            first.hit.days[-1],
            "interval",
            "within",
            "bounded",
        )
        return Publication(
            None, latest, bounds, f"{text[first.start : first.end]} can be two days: day and month cannot be told apart"
        )
    return Publication(_when(text, first, day), latest, None, _WHY[first.rank])


@dataclass(frozen=True, slots=True)
class _Limits:
    """Days between which the page came out: after the newest thing that it tells, before its first comment."""

    earliest: date | None
    latest: date | None


def _limits(page: Labelled) -> _Limits:
    """What the text tells of as past; when readers first commented, and when the page was called up."""
    told: list[date] = []
    later: list[date] = []
    for line, kind, why in zip(page.lines, page.kinds, page.whys, strict=True):
        if kind == "paragraph":
            told += _told(line)
        elif len(line.text) <= 200:
            later += _later(line, kind, why)
    return _Limits(max(told, default=None), min(later, default=None))


def _told(line: Line) -> list[date]:
    """The days, and the first days of the years, of what a paragraph tells as past."""
    if _AHEAD.search(line.plain):
        return []
    days = [hit.day for hit in find_dates(line.text) if hit.day] if _PAST.search(line.plain) else []
    return days + [date(int(match[1]), 1, 1) for match in _PAST_YEAR.finditer(line.plain)]


def _later(line: Line, kind: str, why: str) -> list[date]:
    """Days on which the page was there already: of a comment, and of the visit. Years of copyright are often old."""
    if kind == "comment" and line.words <= 12 and has_time(line.text) or why == "today's paper":
        return [hit.day for hit in find_dates(line.text) if hit.day]
    return []


def _bounds(limits: _Limits) -> When | None:
    """The limits as a When, a day of slack for zones of time above; None where nothing is known or they contradict."""
    low, high = limits.earliest, limits.latest + SLACK if limits.latest else None
    if low is None and high is None or low and high and low > high:
        return None
    return When(None, None, None, low, high, "interval", "within", "bounded", None, "page")


def _possible(one: DateEvidence, limits: _Limits) -> bool:
    """False for a day before something that the page tells as past, and for one after the first comment."""
    if limits.latest is not None and not one.updated and one.hit.days[0] > limits.latest + SLACK:
        return False
    return limits.earliest is None or one.hit.days[-1] >= limits.earliest - SLACK


def _in_dateline(text: str, blocks: Sequence[Block]) -> Iterator[DateEvidence]:
    for block in blocks:
        if block.kind == "dateline":
            for hit in find_dates(text[block.start : block.end]):
                yield DateEvidence(DATELINE, hit, block.start + hit.start, block.start + hit.end, False)


def _short(own: str) -> list[DateHit]:
    return find_dates(own) if len(own) <= 400 else []


def _when(text: str, one: DateEvidence, day: date | None) -> When | None:
    if day is None:
        return None
    return When(text[one.start : one.end], one.start, one.end, day, day, "day", "within", "stated")


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the article lies: its first and last paragraph, and the first head of a list of other stories after it."""

    first: int
    last: int
    lists: int


def _frame(page: Labelled) -> _Frame:
    total = len(page.lines)
    paragraphs = [at for at, kind in enumerate(page.kinds) if kind == "paragraph"]
    first = paragraphs[0] if paragraphs else total
    lists = next((at for at in range(first, total) if page.whys[at] == "list of other stories"), total)
    return _Frame(first, paragraphs[-1] if paragraphs else -1, lists)


def _evidence(page: Labelled) -> Iterator[DateEvidence]:
    """Every date that may tell of the publication, in text order."""
    frame = _frame(page)
    for at, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        if kind not in ("date", "byline", "furniture") or len(line.text) > 400 or _CAPTURED.search(line.text):
            continue
        for hit in find_dates(line.text):
            rank = _imprint(page, at) if kind == "furniture" else _rank(page, frame, at, hit)
            if rank is not None:
                yield DateEvidence(rank, hit, line.start + hit.start, line.start + hit.end, rank == UPDATED)


def _imprint(page: Labelled, at: int) -> int | None:
    return IMPRINT if page.whys[at].startswith("imprint") else None


def _rank(page: Labelled, frame: _Frame, at: int, hit: DateHit) -> int | None:
    """How good a date on a date line or byline is as evidence; None where it is none."""
    label = _label(page, at, hit)
    head = at <= frame.first + HEAD_LINES
    if at > frame.lists:
        return None
    if label == "updated" and at <= frame.first + LABELLED_LINES:
        return UPDATED
    if label == "published" and (at <= frame.first + LABELLED_LINES or page.body[1] <= at <= page.body[1] + FOOT_LINES):
        return LABELLED
    if at == frame.last + 1 == page.body[1] and page.kinds[at] == "date" and has_time(page.lines[at].text):
        return BELOW
    if not head or at > frame.last or page.body == (0, 0) and page.title is None:
        return None
    if page.kinds[at] == "byline":
        return WITH_BYLINE
    if page.title is None or page.title < at:
        if page.title is not None and at - page.title > TITLE_LINES and not 0 <= at - page.body[0] <= NEAR_TEXT:
            return None
        beside = [page.kinds[near] for near in (at - 1, at + 1) if 0 <= near < len(page.kinds)]
        return WITH_BYLINE if "byline" in beside else UNDER_TITLE
    close = page.title - at <= HEAD_LINES and set(page.kinds[at : page.title]) <= {"date", "byline"}
    own = page.lines[at].text
    # A bare day with its weekday above the headline is the day on which the page was called up.
    return ABOVE_TITLE if close and (has_time(own) or not has_weekday(own)) else None


def _label(page: Labelled, at: int, hit: DateHit) -> str | None:
    """The label that belongs to the date: before it on its line, or alone on the line above."""
    line = page.lines[at].text
    own = _last_label(line[: hit.start])
    if own is None and _last_label(line[hit.end : hit.end + UPDATE_REACH]) == "updated" and find_dates(line[hit.end :]):
        return "published"
    if own or not at or page.kinds[at - 1] not in ("date", "furniture"):
        return own
    above = page.lines[at - 1].text
    return _last_label(above) if len(above) < 40 and not find_dates(above) else None


def _last_label(text: str) -> str | None:
    """The last label before a date: "updated", "published", or None."""
    found = [(match.start(), "updated") for match in _UPDATED.finditer(text)] + [
        (match.start(), "published") for match in _PUBLISHED.finditer(text)
    ]
    return max(found)[1] if found else None
