"""The record file opened: pragmas, transactions, and SQLite's errors as ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from onrecord.errors import NewerRecord, NotARecord, RecordBusy, RecordError
from onrecord.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION

Row = tuple[Any, ...]

BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
NO_RECORD = "this is no record; give the path of one, or of a file that is not there yet"
HINTS = {
    sqlite3.SQLITE_FULL: "the disk is full; make room and run it again, what was recorded is kept",
    sqlite3.SQLITE_READONLY: "it may not be written to; check its permissions, or open it for reading",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check the path and its permissions",
    sqlite3.SQLITE_CORRUPT: "it is damaged; take a backup, or build it again from its pages",
    sqlite3.SQLITE_IOERR: (
        "the disk refused to be written or read: it is full, over a quota, or failing; make room and run it again, "
        "what was recorded is kept"
    ),
    sqlite3.SQLITE_PERM: "access to it is denied; check its permissions",
}
PAGE_SIZE = 1024
"""Bytes. SQLite's own 4096 makes an empty record 106 KB, more than the text of a small collection; 1024 makes it 30 KB,
and on 1,000 pages of 3 KB neither the ratio of record to text (4.0) nor the time to put, list or count differs."""

PRIMARY = 0xFF
"""The low byte of an extended SQLite error code is its primary code."""


class Database:
    """One connection. All SQL goes through it, so that whoever uses it meets only our errors."""

    def __init__(self, path: Path, *, write: bool, timeout: float) -> None:
        """Opens ``path``, and makes the file there where it is to be written and is not yet there; ``bring_up`` makes
        the tables.

        ``timeout`` is how many seconds a writer waits for another. Raises NotARecord, NewerRecord, RecordBusy or
        RecordError.
        """
        self.path = path
        self._write = write
        _check_path(path, write)
        with self._ours():
            self._connection = _connect(path, write, timeout)
        with self._closed_on_failure():
            self._prepare()

    def bring_up(self, refill: Callable[[], None]) -> None:
        """Runs the steps that the record lacks, and ``refill`` after them, in one transaction; does nothing where it
        lacks none. Raises RecordError or RecordBusy, and then the connection is closed.
        """
        if not self._write or self.value("PRAGMA user_version") == SCHEMA_VERSION:
            return
        with self._closed_on_failure(), self.writing():
            # Another process may have been faster.
            version = self.value("PRAGMA user_version")
            for number, migration in enumerate(MIGRATIONS[version:], version + 1):
                migration(self.run)
                self.run("INSERT INTO migrations (version, name) VALUES (?, ?)", (number, migration.__name__))
                self.run(f"PRAGMA user_version = {number}")
            if version < SCHEMA_VERSION:
                refill()

    def close(self) -> None:
        """Closes the connection; a second call does nothing."""
        with self._ours():
            self._connection.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that a query gives."""
        with self._ours():
            return self._execute(sql, values).fetchall()

    def walk(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows that a query gives, one at a time."""
        with self._ours():
            yield from self._execute(sql, values)

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row that a query gives, or None."""
        with self._ours():
            first: Row | None = self._execute(sql, values).fetchone()
            return first

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row, or None."""
        first = self.row(sql, values)
        return None if first is None else first[0]

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Runs one change; gives the id of the row it added last."""
        with self._ours():
            return self._execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs one change for each of ``rows``."""
        for values in rows:
            self.run(sql, values)

    def empty_log(self) -> None:
        """Takes the write-ahead log into the file and leaves it empty. Raises RecordBusy where somebody still reads it."""
        busy = self.value("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise RecordBusy(
                f"{self.path}: it is done, but another process has the record open, and its log may still hold what was "
                "erased; close it there and run this again"
            )

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all that is done inside is kept, or on any error (a Ctrl-C too) none of it."""
        if not self._write:
            raise RecordError(f"{self.path}: it was opened for reading; open it for writing to change it")
        self.run("BEGIN IMMEDIATE")
        with self._ours(), self._connection:
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One moment of the record: all that is read inside is of it."""
        self.run("BEGIN")
        with self._ours(), self._connection:
            yield

    def _execute(self, sql: str, values: Sequence[Any]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, values)
        except UnicodeEncodeError:
            return self._connection.execute(sql, [storable(one) if isinstance(one, str) else one for one in values])

    def _prepare(self) -> None:
        # A file from elsewhere may hold a schema that calls functions, and pages that are no pages.
        self.run("PRAGMA trusted_schema = OFF")
        self.run("PRAGMA cell_size_check = ON")
        application, version, tables = self._marks()
        if application != APPLICATION_ID and not (self._write and application == version == tables == 0):
            raise NotARecord(f"{self.path}: {NO_RECORD}")
        if self.value("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"):
            raise NotARecord(f"{self.path}: it holds triggers, which change what is written; no record of ours has any")
        if version > SCHEMA_VERSION:
            raise NewerRecord(
                f"{self.path}: its schema is {version}, this onrecord knows up to {SCHEMA_VERSION}; update onrecord"
            )
        if not self._write:
            if version < SCHEMA_VERSION:
                raise RecordError(
                    f"{self.path}: made by an older onrecord (its schema is {version}, this one's {SCHEMA_VERSION}); "
                    "open it for writing once to bring it up, as every onrecord command does"
                )
            return
        if tables == 0:
            self.run(f"PRAGMA page_size = {PAGE_SIZE}")
        self._use_log()
        # A process that is killed loses nothing with NORMAL; a power cut may lose the last pages, never the whole.
        self.run("PRAGMA synchronous = NORMAL")
        # What is forgotten is overwritten, not only unlinked.
        self.run("PRAGMA secure_delete = ON")

    def _marks(self) -> tuple[int, int, int]:
        """Application id, schema version and number of tables, all of the same moment."""
        with self.reading():
            reads = "PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master"
            application, version, tables = map(self.value, reads)
        return application, version, tables

    def _use_log(self) -> None:
        """Turns the write-ahead log on, which lets others read while one writes. It stays on for good."""
        try:
            self.run("PRAGMA journal_mode = WAL")
        except RecordBusy:
            # This one change does not wait for another process that makes the same record at this moment; a write does.
            with self.writing():
                pass
            self.run("PRAGMA journal_mode = WAL")

    @contextmanager
    def _closed_on_failure(self) -> Iterator[None]:
        with ExitStack() as undo:
            undo.callback(self._connection.close)
            yield
            undo.pop_all()

    @contextmanager
    def _ours(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError as error:
            raise RecordError(f"{self.path}: the record is closed ({error}); open it again") from error
        except sqlite3.Error as error:
            raise _translated(self.path, error) from error


LEAST_SQLITE = (3, 31)
"""The oldest version that is tried; full-text search needs FTS5, which a build may lack."""


def probe() -> tuple[str, str]:
    """SQLite's version, and in words what is amiss with it; empty where nothing is."""
    found = f"{sqlite3.sqlite_version}"
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        return found, f"too old; {'.'.join(map(str, LEAST_SQLITE))} or newer is needed"
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5 (words, content = '', columnsize = 0)")
    except sqlite3.OperationalError as error:
        return found, f"built without full-text search ({error}); use a Python whose SQLite has FTS5"
    finally:
        connection.close()
    return f"{found} with full-text search", ""


def storable(text: str) -> str:
    """``text`` as it is stored: half of a surrogate pair, which an odd file name may hold, as an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _connect(path: Path, write: bool, timeout: float) -> sqlite3.Connection:
    base = path.resolve().as_uri()
    if write:
        return sqlite3.connect(f"{base}?mode=rwc", uri=True, timeout=timeout, isolation_level=None)
    connection = sqlite3.connect(f"{base}?mode=ro", uri=True, timeout=timeout, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        connection.close()
        # In a folder that may not be written to, SQLite cannot set up the files that readers and a writer share. With
        # no log beside the record nobody is writing, and it can be read as it lies.
        alone = error.sqlite_errorcode & PRIMARY == sqlite3.SQLITE_CANTOPEN and not _log_of(path).exists()
        if not alone:
            raise
        return sqlite3.connect(f"{base}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _check_path(path: Path, write: bool) -> None:
    if path.is_dir():
        raise NotARecord(f"{path}: this is a folder, not a record; give the path of a file in it")
    if not path.exists() and not write:
        raise NotARecord(f"{path}: there is no such record; check the path")
    if write and not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}; make it first")


def _translated(path: Path, error: sqlite3.Error) -> RecordError:
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY
    if code in BUSY:
        return RecordBusy(f"{path}: another process is writing to the record; wait until it is done and run this again")
    if code == sqlite3.SQLITE_NOTADB:
        return NotARecord(f"{path}: {NO_RECORD}")
    return RecordError(f"{path}: {HINTS.get(code, f'the record cannot be used ({error})')}")
