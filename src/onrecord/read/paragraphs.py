"""Lines placed on sheets to paragraphs: what a PDF leaves to the eye."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

_NUMBER = re.compile(r"(?:page |p\. ?)?[-–—|]? ?\d{1,4} ?[-–—|]?(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_CLOSED = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}$")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-‐\xad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
EDGE = 2
"""Lines at a sheet's head and foot among which its running heads are looked for."""
# Set by hand on files of our own making; a gap is the distance to the line above, in usual distances of the sheet.
GAP = 1.35
SIZE = 1.12
SHORT = 0.8
INDENT = 6.0
"""Points by which a first line is set in."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it is drawn: where it starts (points, upwards) and how large its letters are."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines joined with a space; ``furniture`` says why it is none of the running text, or is empty."""

    text: str
    furniture: str = ""


def paragraphs_of(sheets: Sequence[Sequence[Row]]) -> Iterator[Paragraph]:
    """The paragraphs of all sheets in order. One that goes on over the end of a sheet is joined, and the running heads
    that stand in between follow it. A hyphen at a line's end goes where the word stands elsewhere without it, and
    stays where it stands elsewhere with it; else it goes."""
    heads = _running_heads(sheets)
    words = frozenset(match[0].lower() for rows in sheets for row in rows for match in _WORD.finditer(row.text))
    open_rows: list[str] = []
    waiting: list[Paragraph] = []
    last: Row | None = None
    for number, rows in enumerate(sheets):
        own = [row for at, row in enumerate(rows) if (number, at) not in heads]
        waiting_here = [
            Paragraph(rows[at].text, "running head of a sheet") for at in range(len(rows)) if (number, at) in heads
        ]
        spacing, width = _spacing(own), max((len(row.text) for row in own), default=0)
        waiting += waiting_here
        for at, row in enumerate(own):
            if last is not None and _breaks(last, row, spacing, width, new_sheet=at == 0):
                yield Paragraph(_joined(open_rows, words))
                yield from waiting if at == 0 else []
                waiting = [] if at == 0 else waiting
                open_rows = []
            open_rows.append(row.text)
            last = row
        if not open_rows:
            yield from waiting
            waiting = []
    if open_rows:
        yield Paragraph(_joined(open_rows, words))
    yield from waiting


def _running_heads(sheets: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """Sheet and line of page numbers, and of lines that stand at the edge of several sheets, numbers aside."""
    edges = {
        (number, at): _DIGITS.sub("#", rows[at].text.lower())
        for number, rows in enumerate(sheets)
        for at in (*range(min(EDGE, len(rows))), *range(max(0, len(rows) - EDGE), len(rows)))
    }
    seen = Counter(edges.values())
    often = max(2, len(sheets) // 3)
    return {
        place for place, own in edges.items()
        if len(sheets) > 1 and seen[own] >= often or _NUMBER.fullmatch(sheets[place[0]][place[1]].text)
    }  # fmt: skip


def _spacing(rows: Sequence[Row]) -> float:
    """The usual distance of a line from the one above, in points; 0 where there is none."""
    gaps = [one.y - two.y for one, two in zip(rows, rows[1:], strict=False) if one.y > two.y]
    return float(median(gaps)) if gaps else 0.0


def _breaks(one: Row, two: Row, spacing: float, width: int, new_sheet: bool) -> bool:
    """True where a paragraph ends between two lines."""
    if min(one.size, two.size) > 0 and max(one.size, two.size) > SIZE * min(one.size, two.size):
        return True
    closed = bool(_CLOSED.search(one.text))
    short = len(one.text) < SHORT * width
    goes_on = two.text[:1].islower() or bool(_HYPHEN.search(one.text))
    if new_sheet or two.y >= one.y:  # over the end of a sheet or a column, distances say nothing
        return short and not goes_on
    if spacing and one.y - two.y > GAP * spacing:
        return True
    if closed and (short or two.x > one.x + INDENT):
        return True
    return short and not goes_on and len(one.text) < SHORT * SHORT * width and not one.text.endswith(",")


def _joined(rows: Sequence[str], words: frozenset[str]) -> str:
    text = ""
    for row in rows:
        match = _HYPHEN.search(text)
        if match is None or not row[:1].islower():
            text = f"{text} {row}" if text else row
            continue
        tail = _WORD.match(row)
        whole = match[1].lower() + (tail[0].lower() if tail else "")
        parted = f"{match[1].lower()}-{tail[0].lower() if tail else ''}"
        keep = parted in words and whole not in words
        text = (text if keep else text[:-1]) + row
    return text
