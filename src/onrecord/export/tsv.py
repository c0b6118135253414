"""Tables of other people: cells parted by tabs, nothing quoted, one line end after each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TextIO

from onrecord.export.exporter import Options
from onrecord.export.target import Target

Cell = str | int | float | None


def export(
    columns: Sequence[str],
    rows: Callable[[Counter[str]], Iterable[Sequence[Cell]]],
    out: Target,
    options: Options,
) -> Mapping[str, int]:
    """Writes the table of ``rows``, which count what they leave out; gives why and how often, the most frequent first."""
    left: Counter[str] = Counter()
    with out.text() as words:
        write(columns, rows(left), words, header=options.header)
    return dict(left.most_common())


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
