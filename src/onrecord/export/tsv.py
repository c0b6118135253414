"""Tables of other people: cells parted by tabs, nothing quoted, one line end after each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

Cell = str | int | float | None


def write(columns: Sequence[str], rows: Iterable[Sequence[Cell]], out: TextIO, *, header: bool = True) -> None:
    """Writes the names of the columns, unless told otherwise, and a line for each row."""
    if header:
        out.write("\t".join(columns) + "\n")
    for row in rows:
        out.write("\t".join(map(cell, row)) + "\n")


def cell(value: Cell) -> str:
    """A value as it stands in a cell: nothing for None, and no tab or line break in words."""
    if value is None:
        return ""
    return " ".join(value.split()) if isinstance(value, str) else repr(value)
