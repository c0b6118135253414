"""A list as a table: one set of cells for the page, the CSV and the JSON, so that all three show the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from onrecord.export.csv import cell
from onrecord.results import Rows
from onrecord.web.asked import Asked, Paging

T = TypeVar("T")
Cell = str | int | float | None


def _nowhere(item: Any) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its name in CSV and JSON, its heading, what stands in it, where that leads, and how it is set.

    ``style`` is a class of the style sheet: ``number``, ``words``, ``quiet``.
    """

    name: str
    heading: str
    cell: Callable[[T], Cell]
    link: Callable[[T], str | None] = _nowhere
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """Rows on one page of a list. ``search`` are the words that are marked in cells of style ``words``."""

    columns: Sequence[Column[T]]
    items: Sequence[T]
    paging: Paging
    search: str = ""
    notes: Sequence[str] = field(default=())

    @property
    def rows(self) -> list[dict[str, Cell]]:
        """The cells by the names of their columns."""
        return [{column.name: column.cell(item) for column in self.columns} for item in self.items]


def paged(columns: Sequence[Column[T]], rows: Rows[T], asked: Asked) -> Table[T]:
    """The rows of one page of a list."""
    paging = Paging(asked, len(rows))
    return Table(columns, rows.between(paging.offset, paging.offset + paging.size), paging)


def as_csv(table: Table[Any]) -> bytes:
    """The rows with a header; half of a surrogate pair, which no UTF-8 can hold, as an escape."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([cell(value) for value in row.values()] for row in table.rows)
    return held.getvalue().encode("utf-8", "backslashreplace")


def as_json(table: Table[Any], title: str) -> bytes:
    """The rows as objects, with which of how many they are."""
    paging = table.paging
    held = {"title": title, "total": paging.total, "page": paging.page, "pages": paging.pages, "rows": table.rows}
    return (json.dumps(held, ensure_ascii=True, allow_nan=False, indent=1) + "\n").encode("ascii")
