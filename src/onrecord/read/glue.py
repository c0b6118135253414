"""Lines glued together or broken apart: furniture stuck to a sentence, paragraphs wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.read.cues import cue_of
from onrecord.read.dates import find_dates
from onrecord.read.lines import LINE_LIMIT, Line, make_line, trim

_TAIL_WINDOW = 400
"""Code points at a line's end in which glued furniture is looked for: two notices of ordinary length."""
_BOUNDARY = re.compile(r"[.!?…][\"'”’)\]]{0,2}\s{0,3}(?=[A-Z©])")
_GLUED_KINDS = frozenset({"furniture", "tail", "comments", "link", "mark"})
_HEAD = re.compile(
    r"(?:ADVERTISEMENT|Advertisement|Listen to (?:this )?article|Share this article|Share|SHARE|WATCH LIVE|"
    r"Print this article|"
    r"(?:Story|Article) continues below(?: (?:this )?advertisement)?|\d{1,2} min read)[\s:.|]{1,3}(?=[\"“‘A-Z])"
)
_HEAD_DATE = re.compile(r"(?:(?:Published|Updated|Posted|Last updated|First published)(?: on| at)?:?\s{0,2})?")
_TIME_AFTER = re.compile(
    r"[\s,|-]{0,3}\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s(?:GMT|UTC|EST|EDT|BST|IST|PKT))?", re.IGNORECASE
)
_BREAKS = re.compile(r"[\n\r]")


def unglue(text: str, line: Line) -> list[Line]:
    """``line`` in pieces where furniture is stuck to the head or the end of a sentence; else just ``line``."""
    if line.too_long or line.words < 8 or not line.share:
        return [line]
    head = _head_end(line.text)
    cut = _tail_start(text, line, head)
    if not head and cut == line.end:
        return [line]
    pieces: list[Line] = []
    for start, end in ((line.start, line.start + head), (line.start + head, cut), (cut, line.end)):
        start, end = trim(text, start, end)
        if start < end:
            pieces.append(make_line(text, start, end, gap=line.gap and not pieces, indent=line.indent))
    return pieces


def _head_end(own: str) -> int:
    """Where glued furniture at the head of a line ends; 0 where there is none."""
    match = _HEAD.match(own)
    if match and len(own) - match.end() > 60:
        return match.end()
    label = _HEAD_DATE.match(own)
    start = label.end() if label else 0
    hits = find_dates(own[start : start + 30])
    if not hits or hits[0].start or len(own) < 120:
        return 0
    end = start + hits[0].end
    time = _TIME_AFTER.match(own, end)
    end = time.end() if time else end
    rest = own[end:].lstrip()
    return end if rest[:1].isupper() and (start or time) else 0


def _tail_start(text: str, line: Line, head: int) -> int:
    """Where glued furniture at the end of a line starts; the line's end where there is none."""
    low = max(line.start + head + 30, line.end - _TAIL_WINDOW)
    cuts = [match.end() for match in _BOUNDARY.finditer(text, low, line.end)]
    end = cut = line.end
    for start in reversed(cuts):
        piece = make_line(text, *trim(text, start, end))
        cue = cue_of(piece)
        if cue is None or cue.kind not in _GLUED_KINDS:
            break
        cut = end = start
    return cut


def unwrap(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, with those of a page that was wrapped at a fixed width joined to paragraphs."""
    width = _wrap_width(lines)
    if not width:
        return list(lines)
    return [_joined(text, run) for run in _runs(lines, width)]


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the page was wrapped, in code points; 0 where it was not."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lines) < 4 or lengths[-1] > 110:
        return 0
    width = lengths[(len(lengths) - 1) * 9 // 10]
    if width < 40:
        return 0
    pairs = [(one, two) for one, two in zip(lines, lines[1:], strict=False) if not two.gap]
    running = sum(not one.closed and two.text[0].islower() and one.end - one.start > width * 0.7 for one, two in pairs)
    return width if running >= 3 and running >= len(pairs) * 0.3 else 0


def _runs(lines: Sequence[Line], width: int) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        short = bool(run) and run[-1].end - run[-1].start < width * 0.7
        if run and (line.gap or short or line.bullet or run[0].start + LINE_LIMIT < line.end):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _joined(text: str, run: Sequence[Line]) -> Line:
    if len(run) == 1:
        return run[0]
    return make_line(text, run[0].start, run[-1].end, gap=run[0].gap, indent=run[0].indent)
