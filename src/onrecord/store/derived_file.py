"""Derived rows in the record file. See ``Derivations`` for what each method does."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from onrecord.schema import Derived
from onrecord.store.codec import sound
from onrecord.store.connection import Database, Row
from onrecord.store.deflate import deflated, plain
from onrecord.store.derivations import DAMAGED, Parts, Standing, T, brief_fields, briefly, packed, unpacked
from onrecord.store.held import Held

AT_ONCE = 500
"""Values in one query: SQLite takes 999 in old builds."""


class FileDerivations:
    """The derived rows of a record file."""

    def __init__(self, database: Database) -> None:
        """The rows in ``database``."""
        self._database = database

    def put(self, step: str, fingerprint: str, rows: Sequence[Derived | Standing], parts: Iterable[Parts] = ()) -> None:
        """Takes ``rows`` for all that ``step`` gives, and the parts that it kept; writes what is new or changed, and no more."""
        database = self._database
        with database.writing():
            found = database.rows(
                "SELECT kind, row, id, place FROM derived WHERE step = ? ORDER BY place DESC", (step,)
            )
            old: dict[tuple[str, str], list[tuple[int, int]]] = {}
            for kind, id, number, at in found:
                old.setdefault((kind, id), []).append((number, at))
            moved = []
            for place, row in enumerate(rows):
                if isinstance(row, Standing):
                    number, at = _taken(old, row.kind.__name__, row.id)
                else:
                    kind, small = type(row).__name__, deflated(packed(row).encode())
                    known = (kind, row.id) in old
                    number, at = _taken(old, kind, row.id) if known else (-1, place)
                    if not known or self._packed(number) != small:
                        self._drop([number] if known else [])
                        self._add(step, place, kind, row, small)
                        continue
                if at != place:
                    moved.append((place, number))
            database.many("UPDATE derived SET place = ? WHERE id = ?", moved)
            self._drop([number for left in old.values() for number, _ in left])
            for one in parts:
                self._keep(one)
            database.run("INSERT OR REPLACE INTO derived_steps VALUES (?, ?)", (step, fingerprint))

    def digests(self, kind: str) -> dict[str, str]:
        """The digest of each part of a kind."""
        return dict(self._database.rows("SELECT part, digest FROM derived_parts WHERE kind = ?", (kind,)))

    def part(self, kind: str, name: str) -> str:
        """What is kept of a part."""
        found = self._database.row("SELECT packed FROM derived_parts WHERE kind = ? AND part = ?", (kind, name))
        if found is None:
            raise KeyError(name)
        with sound(*DAMAGED):
            return plain(found[0])

    def made(self) -> dict[str, str]:
        """The fingerprint of each step's rows."""
        return dict(self._database.rows("SELECT step, fingerprint FROM derived_steps"))

    def rows(
        self, kind: type[T], *, ids: Iterable[str] | None = None, docs: Iterable[str] | None = None,
        entries: Iterable[str] | None = None,
    ) -> list[T]:  # fmt: skip
        """The rows of one kind, all or those asked for."""
        numbers: set[int] | None = None
        sought = (
            ("SELECT id FROM derived WHERE row IN", ids),
            ("SELECT derived FROM derived_docs WHERE doc IN", docs),
            ("SELECT derived FROM derived_entries WHERE entry IN", entries),
        )
        for query, asked in sought:
            if asked is not None:
                found = {number for (number,) in self._among(query, list(asked))}
                numbers = found if numbers is None else numbers & found
        columns = "SELECT step, place, packed FROM derived"
        if numbers is None:
            rows = self._database.rows(f"{columns} WHERE kind = ?", (kind.__name__,))
        else:
            rows = self._among(f"{columns} WHERE kind = '{kind.__name__}' AND id IN", sorted(numbers))
        made = (unpacked(kind.__name__, small) for _, _, small in sorted(rows, key=lambda row: row[:2]))
        return [row for row in made if isinstance(row, kind)]

    def brief(self, kind: type[T], wanted: Sequence[str] = ()) -> list[T]:
        """All rows of one kind, with as much as there is to choose by."""
        names = brief_fields(kind, wanted)
        rows = self._database.walk("SELECT packed FROM derived WHERE kind = ? ORDER BY step, place", (kind.__name__,))
        make = briefly(kind, names)
        return [make(kept) for (kept,) in rows]

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gives."""
        return make()

    def state(self) -> Hashable:
        """What changes whenever the rows do."""
        steps = self._database.rows("SELECT step, fingerprint FROM derived_steps ORDER BY step")
        # A document that is forgotten takes rows with it and leaves a tombstone.
        last = self._database.row("SELECT (SELECT max(id) FROM derived), (SELECT count(*) FROM tombstones)")
        return tuple(steps), last

    def drop(self) -> None:
        """Drops all rows and parts."""
        with self._database.writing():
            self.clear()

    def clear(self) -> None:
        """Drops all rows, inside the caller's transaction."""
        for table in ("derived_docs", "derived_entries", "derived", "derived_parts", "derived_steps"):
            self._database.run(f"DELETE FROM {table}")

    def _add(self, step: str, place: int, kind: str, row: Derived, small: bytes) -> None:
        number = self._database.run(
            "INSERT INTO derived (step, place, kind, row, packed) VALUES (?, ?, ?, ?, ?)",
            (step, place, kind, row.id, small),
        )
        docs = [(doc, number) for doc in dict.fromkeys(row.docs)]
        self._database.many("INSERT INTO derived_docs VALUES (?, ?)", docs)
        entries = [(entry, number) for entry in dict.fromkeys(row.entries)]
        self._database.many("INSERT INTO derived_entries VALUES (?, ?)", entries)

    def _packed(self, number: int) -> str | bytes:
        found: str | bytes = self._database.value("SELECT packed FROM derived WHERE id = ?", (number,))
        return found

    def _keep(self, parts: Parts) -> None:
        made = ((parts.kind, name, part.digest, deflated(part.packed.encode())) for name, part in parts.made.items())
        self._database.many("INSERT OR REPLACE INTO derived_parts VALUES (?, ?, ?, ?)", made)
        gone = [(parts.kind, name) for name in parts.gone]
        self._database.many("DELETE FROM derived_parts WHERE kind = ? AND part = ?", gone)

    def _drop(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self._database.run("DELETE FROM derived_docs WHERE derived = ?", (number,))
            self._database.run("DELETE FROM derived_entries WHERE derived = ?", (number,))
            self._database.run("DELETE FROM derived WHERE id = ?", (number,))

    def _among(self, query: str, values: Sequence[object]) -> list[Row]:
        found: list[Row] = []
        for start in range(0, len(values), AT_ONCE):
            some = values[start : start + AT_ONCE]
            found += self._database.rows(f"{query} ({', '.join('?' * len(some))})", some)
        return found


def _taken(old: dict[tuple[str, str], list[tuple[int, int]]], kind: str, id: str) -> tuple[int, int]:
    """Number and place of the next row of a kind with this id, which is then taken. Raises KeyError where there is none."""
    same = old[kind, id]
    taken = same.pop()
    if not same:
        del old[kind, id]
    return taken


class KeptDerivations(FileDerivations):
    """The derived rows of a record file for reading, what was made of them kept while they are the same."""

    def __init__(self, database: Database, answers: Held) -> None:
        """The rows in ``database``; ``answers`` outlive it."""
        super().__init__(database)
        self._answers = answers
        self._state = self.state()

    def brief(self, kind: type[T], wanted: Sequence[str] = ()) -> list[T]:
        """All rows of one kind, to choose among."""
        found: list[T] = self.kept(
            ("brief", kind, tuple(wanted)), lambda: super(KeptDerivations, self).brief(kind, wanted)
        )
        return found

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gives, or gave before."""
        return self._answers.get((key, self._state), make)
