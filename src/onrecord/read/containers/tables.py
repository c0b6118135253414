"""Tables (CSV, TSV) with a column of texts: a page a row, as an object of a JSONL file."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from onrecord.errors import MalformedPage
from onrecord.read.containers.source import Source
from onrecord.read.jsonl import canonical, page_of
from onrecord.read.kinds import ending
from onrecord.read.limits import LINE_BYTES, megabytes
from onrecord.schema import Page, PageFault

TEXT_COLUMNS = ("text", "body", "content", "article_text", "full_text", "fulltext", "article", "maintext")
"""Names of the column that holds the texts, the likeliest first."""
_ALSO = {
    "id": ("id", "doc_id", "article_id", "guid"),
    "title": ("title", "headline"),
    "published": ("published", "date", "publish_date", "date_published", "published_at", "pubdate", "publication_date"),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper", "source_name"),
    "url": ("url", "link", "article_url"),
    "language": ("language", "lang"),
}
_OPEN = f"a cell of more than {megabytes(LINE_BYTES)}, or a quotation mark that is never closed: not read further"
_DELIMITERS = ",;\t|"
SAMPLE = 256 * 1024
"""Bytes by which a table's encoding is told."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names in a table's first row, and which of them holds the text."""

    names: tuple[str, ...]
    text: str

    def row(self, cells: Sequence[str]) -> dict[str, object]:
        """The object that a row is: its cells by their columns' names, the text under ``text``; empty cells left out."""
        data: dict[str, object] = {name: cell for name, cell in zip(self.names, cells, strict=False) if cell and name}
        text = data.pop(self.text, "")
        known = {field: data[name] for field, names in _ALSO.items() for name in reversed(names) if name in data}
        return {**data, **known, "text": text}


def table_pages(source: Source) -> Iterator[Page | PageFault]:
    """A page for each row, as it streams in; a row without a text is a fault, and the rest goes on.

    ``line`` is that on which the row starts. A table without a column of texts is passed over where it stands beside
    pages (it may be their metadata); raises MalformedPage for it where it was named.
    """
    # The library's own limit (128 KiB a cell) is below what one long article has.
    csv.field_size_limit(LINE_BYTES)
    encoding = _encoding(source.file.read(SAMPLE))
    source.file.seek(0)
    text = io.TextIOWrapper(source.file, encoding, errors="surrogateescape", newline="")
    try:
        first = text.readline(LINE_BYTES)
        delimiter = _delimiter(source.name, first)
        columns = columns_of(_cells(first, delimiter))
        if columns is not None:
            yield from _rows(source, text, delimiter, columns)
        elif not source.beside:
            raise MalformedPage(f"a table without a column of texts: name one {', '.join(TEXT_COLUMNS[:3])}")
    finally:
        text.detach()


def _rows(source: Source, text: TextIO, delimiter: str, columns: Columns) -> Iterator[Page | PageFault]:
    # Strict, since a quotation mark that is never closed would make one text of all the rows after it.
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    found = False
    while True:
        line = rows.line_num + 2
        try:
            cells = next(rows, None)
        except csv.Error as error:
            found = True
            if "field limit" in str(error):
                yield PageFault(source.path, _OPEN, line)
                break
            yield PageFault(source.path, f"a row that is none ({error})", line)
            continue
        if cells is None:
            break
        if any(cells):
            found = True
            yield _page(source, columns.row(cells), line)
    if not found:
        yield source.fault("the table has no rows")


def _page(source: Source, data: dict[str, object], line: int) -> Page | PageFault:
    if not data["text"]:
        return PageFault(source.path, "the row has no text", line)
    try:
        raw = canonical(data)
    except UnicodeEncodeError:
        return PageFault(source.path, "the row holds bytes that do not fit the table's encoding", line)
    return page_of(source.path, raw, data, line)


def columns_of(names: Sequence[str]) -> Columns | None:
    """The columns of a table whose first row has these names; None where none of them holds texts."""
    plain = tuple(name.strip().lower().replace(" ", "_") for name in names)
    text = next((name for name in TEXT_COLUMNS if name in plain), None)
    return Columns(plain, text) if text else None


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _delimiter(name: str, first: str) -> str:
    """A tab where the name says so, else what parts the names in the first row most often."""
    if ending(name) in (".tsv", ".tab"):
        return "\t"
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), -_DELIMITERS.index(mark)))


def _encoding(sample: bytes) -> str:
    """UTF-8 (its mark dropped) or UTF-16 where they fit the table's beginning, else Windows-1252, as spreadsheets write."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
