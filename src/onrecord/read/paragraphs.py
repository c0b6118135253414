"""Lines placed on sheets to paragraphs: what a PDF leaves to the eye."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

_NUMBER = re.compile(r"(?:page |p\. ?)?[-–—|]? ?\d{1,4} ?[-–—|]?(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_CLOSED = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}$")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-‐\xad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
EDGE = 2
"""Lines at a sheet's head and foot among which its running heads are looked for."""
FEW = 6
"""Sheets up to which a line that stands at the edge of two is a running head; of more sheets it takes three."""
TITLE_WORDS = (3, 40)
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
    """Lines joined with a space; ``furniture`` says why it is none of the running text, or is empty.

    ``size`` is that of its first line's letters, ``sheet`` counts from 0.
    """

    text: str
    furniture: str = ""
    size: float = 0.0
    sheet: int = 0


def paragraphs_of(sheets: Sequence[Sequence[Row]]) -> Iterator[Paragraph]:
    """The paragraphs of all sheets in order. One that goes on over the end of a sheet is joined, and the running heads
    that stand in between follow it. A hyphen at a line's end goes where the word stands elsewhere without it, and
    stays where it stands elsewhere with it; else it goes."""
    heads = _running_heads(sheets)
    words = frozenset(match[0].lower() for rows in sheets for row in rows for match in _WORD.finditer(row.text))
    usual = _usual_size((row.size, len(row.text)) for sheet in sheets for row in sheet)
    rows: list[Row] = []
    first_sheet = 0
    waiting: list[Paragraph] = []
    for number, sheet in enumerate(sheets):
        own = [row for at, row in enumerate(sheet) if (number, at) not in heads]
        spacing, width = _spacing(own), max((len(row.text) for row in own), default=0)
        waiting += [
            Paragraph(row.text, "running head of a sheet", row.size, number)
            for at, row in enumerate(sheet)
            if (number, at) in heads
        ]
        for at, row in enumerate(own):
            # A headline's lines are short, and may begin with capitals.
            room = 0 if row.size > SIZE * usual else width
            if rows and _breaks(rows[-1], row, spacing, room, new_sheet=at == 0):
                yield _joined(rows, words, first_sheet)
                rows = []
            if not rows:
                first_sheet = number
                if at == 0:
                    yield from waiting
                    waiting = []
            rows.append(row)
    if rows:
        yield _joined(rows, words, first_sheet)
    yield from waiting


def largest(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The headline: what has the largest letters on the first sheet, where they are larger than those of the running text
    and it has the length of one; else None."""
    usual = _usual_size((one.size, len(one.text)) for one in paragraphs)
    first = [one for one in paragraphs if one.sheet == 0 and not one.furniture and one.size > SIZE * usual]
    found = max(first, key=lambda one: one.size, default=None)
    return found if found is not None and TITLE_WORDS[0] <= len(found.text.split()) <= TITLE_WORDS[1] else None


def _usual_size(sizes: Iterable[tuple[float, int]]) -> float:
    """The size that most letters have, of pairs of size and letters; the smaller of two; 0 where there are none."""
    letters: Counter[float] = Counter()
    for size, count in sizes:
        letters[size] += count
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)


def _running_heads(sheets: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """Sheet and line of page numbers, and of lines that stand at the edge of several sheets, numbers aside."""
    edges = {
        (number, at): (_DIGITS.sub("#", rows[at].text.lower()), round(rows[at].size))
        for number, rows in enumerate(sheets)
        for at in (*range(min(EDGE, len(rows))), *range(max(0, len(rows) - EDGE), len(rows)))
    }
    seen = Counter(edges.values())
    often = 2 if len(sheets) <= FEW else 3
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


def _joined(rows: Sequence[Row], words: frozenset[str], sheet: int) -> Paragraph:
    text = ""
    for row in rows:
        match = _HYPHEN.search(text)
        if match is None or not row.text[:1].islower():
            text = f"{text} {row.text}" if text else row.text
            continue
        tail = _WORD.match(row.text)
        after = tail[0].lower() if tail else ""
        keep = f"{match[1].lower()}-{after}" in words and match[1].lower() + after not in words
        text = (text if keep else text[:-1]) + row.text
    return Paragraph(text, "", rows[0].size, sheet)
