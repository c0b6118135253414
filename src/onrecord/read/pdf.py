"""PDF files: the text layer, its lines joined to paragraphs. Sheets without one are reported, never guessed at."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from onrecord.errors import EmptyPage, LockedPage, MalformedPage
from onrecord.read.extracted import Extracted, Maker
from onrecord.read.limits import TEXT_LIMIT
from onrecord.read.paragraphs import Row, largest, paragraphs_of
from onrecord.schema import Sourced

# The library tells of every oddity of a file; what matters of it is said in this program's own words.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

SHEETS = 2000
"""Sheets that are read; more is an archive of scans or no file that people read."""
_BROKEN = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError, zlib.error, struct.error,
)  # fmt: skip
"""What the library raises on broken files: any part of one may be missing, of another type, or go round in a circle."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": None}
)
_GLYPH = re.compile(r"/(?:g|cid|uni|C|G)[\dA-F]{1,5}\b|\(cid:\d+\)")
_BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
UNREADABLE = 0.2
"""Part of a sheet's characters without a meaning (glyph names, private use) from which its fonts hide the letters."""
_SCANNED = "no text layer (scanned or drawn)"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of one sheet from top to bottom, and why there are none, where that is to be told."""

    rows: tuple[Row, ...]
    unread: str = ""


def pdf_text(raw: bytes) -> Extracted:
    """The text of a PDF, a paragraph a line, and which of its sheets have none; ``unread`` where none has.

    Raises MalformedPage where the file is broken, LockedPage where it needs a password, EmptyPage where it is blank.
    """
    reader, count = _reader(raw)
    sheets: list[_Sheet] = []
    size = 0
    for number in range(min(count, SHEETS)):
        sheet = _sheet(reader, number)
        size += sum(len(row.text) + 1 for row in sheet.rows)
        if size > TEXT_LIMIT:
            break
        sheets.append(sheet)
    parts = tuple(_told(sheets))
    if len(sheets) < count:
        parts += (f"PDF pages {len(sheets) + 1}–{count}: over the limit",)
    if not any(sheet.rows for sheet in sheets):
        if not parts:
            raise EmptyPage("the PDF holds no text")
        return Extracted("", unread="; ".join(parts))
    made = Maker()
    paragraphs = list(paragraphs_of([sheet.rows for sheet in sheets]))
    title = largest(paragraphs)
    for paragraph in paragraphs:
        if paragraph is title:
            made.add(paragraph.text, "title", "the largest letters on the first sheet")
        else:
            made.add(paragraph.text, "furniture" if paragraph.furniture else None, paragraph.furniture)
    found = made.extracted()
    return Extracted(found.text, found.said, _title(reader), unread_parts=parts)


def _reader(raw: bytes) -> tuple[PdfReader, int]:
    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise LockedPage("the PDF is encrypted: it needs a password")
        return reader, len(reader.pages)
    except DependencyError as error:
        raise LockedPage("the PDF is encrypted (AES): print it to a new file without protection") from error
    except _BROKEN as error:
        raise MalformedPage(f"broken PDF ({' '.join(str(error).split())[:200] or type(error).__name__})") from error


def _sheet(reader: PdfReader, number: int) -> _Sheet:
    found: list[_Run] = []
    try:
        page = reader.pages[number]
        page.extract_text(visitor_text=lambda *given: found.append(_run(*given)))
        drawn = not any(run.text.strip() for run in found) and _has_pictures(page)
    except _BROKEN as error:
        return _Sheet((), f"broken ({type(error).__name__})")
    rows = tuple(_rows(found))
    if not rows:
        return _Sheet((), _SCANNED if drawn else "")
    return _Sheet((), "a text layer whose fonts do not tell the letters") if _is_unreadable(rows) else _Sheet(rows)


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of text as it is drawn: from where, and how large."""

    text: str
    x: float
    y: float
    size: float


def _run(text: str, outer: Sequence[float], inner: Sequence[float], _font: Any, size: float) -> _Run:
    x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    return _Run(text.translate(_LIGATURES), x, y, abs(size * (inner[3] or inner[1]) * (outer[3] or outer[1])))


def _rows(runs: Iterable[_Run]) -> Iterator[Row]:
    """Lines as they are drawn, each placed where its first letter is, and as large as its longest piece."""
    line: list[_Run] = []
    for run in runs:
        for at, piece in enumerate(_BREAKS.split(run.text)):
            if at:
                yield from _row(line)
                line = []
            line.append(replace(run, text=piece))
    yield from _row(line)


def _row(line: Sequence[_Run]) -> Iterator[Row]:
    seen = [run for run in line if run.text.strip()]
    if seen:
        text = " ".join("".join(run.text for run in line).split())
        yield Row(text, seen[0].x, seen[0].y, max(seen, key=lambda run: len(run.text)).size)


def _is_unreadable(rows: Sequence[Row]) -> bool:
    text = " ".join(row.text for row in rows)
    strange = sum("\ue000" <= letter <= "\uf8ff" or letter == "\ufffd" or letter < " " for letter in text)
    return strange + sum(len(match[0]) for match in _GLYPH.finditer(text)) > UNREADABLE * len(text)


def _has_pictures(page: PageObject) -> bool:
    resources = page.get("/Resources")
    inside = resources.get_object() if resources is not None else {}
    return "/XObject" in inside if isinstance(inside, dict) else False


def _told(sheets: Sequence[_Sheet]) -> Iterator[str]:
    """Per reason the sheets that it holds for, in their order: ``PDF pages 2, 5–7: no text layer``."""
    for why in Counter(sheet.unread for sheet in sheets if sheet.unread):
        numbers = [number for number, sheet in enumerate(sheets, 1) if sheet.unread == why]
        yield f"PDF page{'s' if len(numbers) > 1 else ''} {_ranges(numbers)}: {why}"


def _ranges(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in runs)


def _title(reader: PdfReader) -> Sourced | None:
    """The title that the file says it has, where that is no file name: programs put one there by default."""
    try:
        said = reader.metadata
        value = " ".join(str((said.title if said is not None else None) or "").split())
    except _BROKEN:
        return None
    made_up = len(value.split()) < 3 or re.search(
        r"\.(?:docx?|pdf|indd|pages)\b|^Microsoft Word - |^untitled", value, re.I
    )
    return None if made_up else Sourced(value[:500], origin="meta:pdf:Title")
