"""Days between which a page came out: after the newest thing that it tells as past, before its first comment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.read.dates import find_dates, has_time
from onrecord.read.dump import Labelled
from onrecord.read.lines import Line
from onrecord.schema import When

SLACK = timedelta(days=1)
"""Zones of time part the day of a publication from those of comments and events by so much."""
_VERB = r"\b(?:was|were|had|said|died|\w{3,}ed)\b"
_ON_DAY = r"\bon (?:\w+day,? )?(?:\w+ \d{1,2},? \d{4}|\d{1,2} \w+,? \d{4})"
_PAST = re.compile(rf"{_ON_DAY}.*{_VERB}|\b(?:was|were|had)\b[^.]{{0,60}}{_ON_DAY}")
_PAST_YEAR = re.compile(r"\b(?:was|were|had|\w{3,}ed)\b[^.]{0,60}?\b(?:in|since|during) ((?:19|20)\d\d)\b(?!s)")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|due|scheduled|expected|until|till|plan\w*|upcoming|next|from|effective|expir\w+)\b"
    r"|\bby (?:the end|next|late|early|mid|\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\w+day\b)"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The first and the last day on which the page can have come out, zones of time aside; None where open."""

    earliest: date | None
    latest: date | None

    def refusal(self, days: tuple[date, ...], updated: bool = False) -> str | None:
        """Why none of ``days`` can be the publication's; None where one can. An update may be later than a comment."""
        if self.latest is not None and not updated and days[0] > self.latest + SLACK:
            return f"after {self.latest}, when the page was there already: a reader commented, or it was called up"
        if self.earliest is not None and days[-1] < self.earliest - SLACK:
            return f"before {self.earliest}, which the page tells of as past"
        return None

    def bounds(self) -> When | None:
        """The limits as a When; None where nothing is known or they contradict each other."""
        low, high = self.earliest, self.latest + SLACK if self.latest else None
        if low is None and high is None or low and high and low > high:
            return None
        return When(None, None, None, low, high, "interval", "within", "bounded", None, "page")


def limits(page: Labelled) -> Limits:
    """What the text tells of as past; when readers first commented, and when the page was called up.

    Comments count under an article only: on a page where none was found, lists of stories can look like them.
    """
    told: list[date] = []
    later: list[date] = []
    for line, kind, why in zip(page.lines, page.kinds, page.whys, strict=True):
        if kind == "paragraph":
            told += _told(line)
        elif len(line.text) <= 200 and page.body != (0, 0):
            later += _later(line, kind, why)
    return Limits(max(told, default=None), min(later, default=None))


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
