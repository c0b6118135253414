"""The log of changes in the record file. See ``Changes`` for what each method does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.store.changelog import CAUSES, KINDS, Cause, Noted, State, check_number, news
from onrecord.store.connection import Database, Row

HEXADECIMAL = re.compile(r"[0-9a-f]{16}")
"""What an id is, outside tests; as eight bytes it takes half of the room."""
AT_ONCE = 1000
"""Rows fetched together."""
COLUMNS = "number, kind, thing, doc, first, digest, cause, other"


class FileChanges:
    """The log of a record file."""

    def __init__(self, database: Database) -> None:
        """The log in ``database``."""
        self._database = database

    def note(self, doc: str, state: State, cause: Cause, other: str = "") -> None:
        """Adds what ``state`` changes about a document, inside the caller's transaction."""
        database, key = self._database, _stored(doc)
        rows = database.rows(f"SELECT {COLUMNS} FROM changes WHERE doc = ? ORDER BY thing", (key,))
        held = [_noted(row) for row in rows]
        numbers = {one.id: one.number for one in held}
        for one in news(doc, held, state, cause, other):
            if one.id in numbers:
                database.run("DELETE FROM changes WHERE number = ?", (numbers[one.id],))
            newer = _stored(one.other) if one.other else None
            database.run(
                "INSERT INTO changes (kind, thing, doc, first, digest, cause, other) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    *(KINDS.index(one.kind), _stored(one.id), key, one.first or None),
                    *(one.digest, CAUSES.index(cause), newer),
                ),
            )

    def last(self) -> int:
        """The number of the last change."""
        return int(self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'changes'") or 0)

    def since(self, number: int) -> Iterator[Noted]:
        """The things that changed after ``number``, up to the last change there is now."""
        last = self.last()
        check_number(number, last)
        return self._between(number, last)

    def _between(self, number: int, last: int) -> Iterator[Noted]:
        query = f"SELECT {COLUMNS} FROM changes WHERE number > ? AND number <= ? ORDER BY number LIMIT {AT_ONCE}"
        while rows := self._database.rows(query, (number, last)):
            yield from map(_noted, rows)
            number = rows[-1][0]


def _noted(row: Row) -> Noted:
    number, kind, thing, doc, first, digest, cause, other = row
    return Noted(number, KINDS[kind], _id(thing), _id(doc), first or number, digest, CAUSES[cause], _id(other or ""))


def _stored(id: str) -> str | bytes:
    return bytes.fromhex(id) if HEXADECIMAL.fullmatch(id) else id


def _id(stored: str | bytes) -> str:
    return stored.hex() if isinstance(stored, bytes) else stored
