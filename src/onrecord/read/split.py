"""A name and a date on one line above the article, taken apart."""

from __future__ import annotations

import re

from onrecord.read.cues import Cue, is_name_line
from onrecord.read.datelabels import last_label
from onrecord.read.dates import find_dates, without_dates
from onrecord.read.lines import Line, make_line, trim

_LABEL_BEFORE = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified|on)(?: on| at)?:?"
    r"|[|•·,–—-])\s{0,2}$",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:(?:written|posted|reported|published) )?by:?\s", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(
    r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s{0,2}$", re.IGNORECASE
)
_AROUND = " \t\xa0|•·,-–—/"


def split_head_line(text: str, line: Line, cue: Cue | None) -> list[Line]:
    """``line`` as a byline and a date line where it is a name (or "By …") followed by a date; else itself."""
    if line.words > 25 or line.closed and line.words > 12 or cue is not None and cue.kind not in ("byline", "date"):
        return [line]
    hits = find_dates(line.text)
    if not hits or hits[0].start < 4:
        return [line]
    cut = hits[0].start
    for _ in range(3):
        for pattern in (_WEEKDAY_BEFORE, _LABEL_BEFORE):
            found = pattern.search(line.text[:cut])
            cut = found.start() if found else cut
    head = line.text[:cut].rstrip(_AROUND)
    rest = re.sub(r"[\W\d_]+", " ", without_dates(line.text[cut:])).split()
    names = re.split(r"\s[-–—|]\s|,\s", _BY.sub("", head))
    if not head or len(rest) > 6 or last_label(head) == "event" or not (_BY.match(head) or is_name_line(names[0])):
        return [line]
    one = trim(text, line.start, line.start + len(head))
    two = trim(text, line.start + cut, line.end)
    return [make_line(text, *one, gap=line.gap, indent=line.indent), make_line(text, *two, gap=False)]
