"""Lists on paper: the same rows as a table for people, or as CSV, JSON Lines or Parquet for programs."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.cli.common import json_line, terminal, visible
from onrecord.cli.layouts import Column, Layout
from onrecord.errors import UsageError
from onrecord.export.csv import cell
from onrecord.export.derived import derived_line
from onrecord.export.jsonl import when_object
from onrecord.schema import Derived
from onrecord.settings import LIST_FORMATS

if TYPE_CHECKING:
    from onrecord.results import Rows

T = TypeVar("T")

WIDE = 160
"""Columns of a terminal from which a table has room for the columns that can be missed."""
GAP = 2
"""Blanks between the columns of a table in a pipe."""


def emit(rows: Rows[T], form: str, layout: Callable[[bool], Layout[T]]) -> None:
    """Writes ``rows`` to stdout in the format ``form``. Raises UsageError for one that there is not."""
    if form == "table":
        _table(list(rows), layout)
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows([cell(value) for value in row.values()] for row in rows.dicts())
    elif form == "jsonl":
        _json_lines(rows)
    elif form == "parquet":
        _parquet(rows)
    else:
        raise UsageError(f"--format {form}: no such format; give one of {', '.join(LIST_FORMATS)}")


def _json_lines(rows: Rows[Any]) -> None:
    """Derived rows whole, with the entries and passages behind them; others by their columns."""
    names = rows.columns
    for row in rows:
        if isinstance(row, Derived):
            print(json_line(derived_line(row)))
        else:
            line = {name: _plain(getattr(row, name)) for name in names}
            bounds = getattr(row, "published_bounds", None)
            print(json_line(line if bounds is None else {**line, "published_bounds": when_object(bounds)}))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _parquet(rows: Rows[Any]) -> None:
    from pyarrow import parquet

    if sys.stdout.isatty():
        raise UsageError("--format parquet: this is no text for a terminal; send it to a file: > list.parquet")
    held = io.BytesIO()
    parquet.write_table(rows.to_arrow(), held)
    sys.stdout.flush()
    sys.stdout.buffer.write(held.getvalue())


def _table(rows: Sequence[T], layout: Callable[[bool], Layout[T]]) -> None:
    console = terminal()
    columns, cells = layout(not console.is_terminal or console.width >= WIDE)
    lines = [list(map(visible, cells(row))) for row in rows]
    if console.is_terminal:
        console.print(_framed(columns, lines))
    else:
        _aligned(columns, lines)


def _framed(columns: Sequence[Column], lines: Iterable[Sequence[str]]) -> Any:
    """A table as wide as the terminal, words wrapped."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for one in columns:
        table.add_column(
            one.heading,
            style=one.style or None,
            max_width=one.most,
            ratio=None if one.most else 1,
            justify="right" if one.right else "left",
            no_wrap=one.whole,
        )
    for line in lines:
        table.add_row(*map(_set, line, columns))
        if any(one.spaced for one in columns):
            table.add_section()
    return table


def _set(words: str, column: Column) -> Any:
    from rich.text import Text

    text = Text(words)
    if column.lead:
        text.stylize("bold", 0, words.find("\n"))
    return text


def _aligned(columns: Sequence[Column], lines: Iterable[Sequence[str]]) -> None:
    """A table for a pipe: one line a row, nothing cut or coloured."""
    grid = [[one.heading for one in columns], *([_on_one_line(cell) for cell in line] for line in lines)]
    widths = [max(len(line[at]) for line in grid) for at in range(len(columns))]
    for line in grid:
        cells = [
            cell.rjust(width) if one.right else cell.ljust(width)
            for cell, width, one in zip(line, widths, columns, strict=True)
        ]
        print((" " * GAP).join(cells).rstrip())


def _on_one_line(cell: str) -> str:
    whole = cell.replace("\n–", "–")
    return " · ".join(" ".join(line.split()) for line in whole.splitlines() if line.strip())
