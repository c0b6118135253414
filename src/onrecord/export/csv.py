"""CSV: UTF-8, a header, one line end after each row, an unknown value as an empty cell.

A cell of text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return gets an apostrophe before it:
spreadsheet programs would else run it as a formula, and the words come from pages that anybody may have written.
Numbers are left as they are. Where the exact text matters, take JSON Lines or Parquet.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TextIO

from onrecord.export.columns import TABLES, Cell, columns_of, rows
from onrecord.export.exporter import Options, Source, Words
from onrecord.export.package import write_tables
from onrecord.export.target import Target
from onrecord.schema import Findings

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula."""


def write(findings: Iterable[Findings], out: TextIO, table: str = "entries", words: Words = "passages") -> None:
    """Writes one table to ``out``, which must not translate line ends. Raises UsageError for an unknown table."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in columns_of(table, words))
    for one in findings:
        writer.writerows(map(cell, row) for row in rows(table, one, words))


def write_folder(findings: Iterable[Findings], folder: Path, words: Words = "passages") -> dict[str, Path]:
    """Writes every table to a file of its name in ``folder``, which must be there; gives the files by table."""
    paths = {table: folder / f"{table}.csv" for table in TABLES}
    with ExitStack() as files:
        # Half of a surrogate pair, which a broken page may hold, is no UTF-8.
        writers = {
            table: csv.writer(
                files.enter_context(path.open("w", encoding="utf-8", errors="backslashreplace", newline="")),
                lineterminator="\n",
            )
            for table, path in paths.items()
        }
        for table, writer in writers.items():
            writer.writerow(column.name for column in columns_of(table, words))
        for one in findings:
            for table, writer in writers.items():
                writer.writerows(map(cell, row) for row in rows(table, one, words))
    return paths


def cell(value: Cell) -> str:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return repr(value)


class Csv:
    """The exporter."""

    name = "csv"
    summary = "CSV: one table, or with a folder to write to all four"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes one table, or all to a folder."""

        def single(file: Target, table: str) -> None:
            with file.text() as words:
                write(source.chosen(), words, table, options.words)

        write_tables(source, out, options, "csv", write_folder, single)
        return {}


EXPORTER = Csv()
