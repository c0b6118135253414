"""Plain tables in a SQLite file of their own, for other programs: no record, and nothing reads it back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

Column = tuple[str, str]
"""A name, and a type of SQLite's: TEXT, INTEGER or REAL."""


class TableFile:
    """A file in which tables are made and filled; what was put in is there when the ``with`` block ends without an error."""

    def __init__(self, path: Path) -> None:
        """``path`` must not be there."""
        self._base = sqlite3.connect(path)
        # Nobody reads the file before it is whole, and where it is not it is thrown away.
        self._base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;")

    def __enter__(self) -> Self:
        """The file itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it."""
        if kind is None:
            self._base.commit()
            self._base.executescript("ANALYZE; PRAGMA optimize;")
        self._base.close()

    def make(self, table: str, columns: Sequence[Column], key: str, references: dict[str, tuple[str, str]]) -> None:
        """Makes a table; ``references`` are columns that hold the key of another table: its name and key."""
        parts = [f"{_name(name)} {kind}{' PRIMARY KEY' if name == key else ''}" for name, kind in columns]
        for column, (other, foreign) in references.items():
            parts.append(f"FOREIGN KEY ({_name(column)}) REFERENCES {_name(other)} ({_name(foreign)})")
        self._base.execute(f"CREATE TABLE {_name(table)} ({', '.join(parts)})")

    def fill(self, table: str, rows: Iterable[Sequence[str | int | float | None]]) -> None:
        """Puts rows into a table, in the order of its columns."""
        for row in rows:
            marks = ", ".join("?" * len(row))
            self._base.execute(f"INSERT INTO {_name(table)} VALUES ({marks})", [_plain(value) for value in row])

    def index(self, table: str, columns: Iterable[str]) -> None:
        """Makes an index of each column."""
        for column in columns:
            self._base.execute(f"CREATE INDEX {_name(f'{table}_{column}')} ON {_name(table)} ({_name(column)})")

    def search(self, table: str, columns: Sequence[str]) -> None:
        """Makes a full-text index over these columns, in the way that Datasette finds by itself."""
        found, listed = _name(f"{table}_fts"), ", ".join(map(_name, columns))
        self._base.execute(f"CREATE VIRTUAL TABLE {found} USING fts5 ({listed}, content={_name(table)})")
        self._base.execute(f"INSERT INTO {found} (rowid, {listed}) SELECT rowid, {listed} FROM {_name(table)}")


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _plain(value: str | int | float | None) -> str | int | float | None:
    """``value`` with half of a surrogate pair, which a broken page may hold and UTF-8 cannot, written as an escape."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
