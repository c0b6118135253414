"""The columns of entries in memory, so that counts, facets and lists of a large record need no walk over its file.

A snapshot of the flat tables: entries in the order of lists, parties and topics in the order of their entries. Nothing in it
changes; a newer one is made of it by what was added to the file since. Unknown codes and days are 0.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from json import dumps
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.store.connection import Database
from onrecord.store.held import Held

Array = NDArray[Any]
Table = dict[str, Array]

MOST_KEPT = 64
"""Answers that are kept with a snapshot: parts of filters, a byte an entry each, and lists of actors."""

ENTRY = {
    "id": "e.id", "document": "e.document", "kind": "e.kind", "type": "e.type", "status": "e.status", "voice": "e.voice",
    "form": "e.form", "attitude": "e.attitude", "medium": "e.medium", "capacities": "e.capacities",
    "first_day": "e.first_day", "last_day": "e.last_day", "confidence": "e.confidence",
    "speaker": "coalesce(e.speaker_confidence, 9)", "vouched": "e.vouched", "outlet": "d.outlet", "month": "d.month",
    "sort_day": "d.sort_day",
}  # fmt: skip
"""The columns of an entry, those of its document included. A speaker who is not named passes every floor."""
PARTY = ("entry", "role", "name", "named", "actor", "kind", "country", "sector")
COUNTRY = ("entry", "country")
TOPIC = ("entry", "name", "actor", "country")
REAL = frozenset({"confidence", "speaker"})
WIDE = frozenset({"id", "entry"})


@dataclass(frozen=True)
class Columns:
    """The entries of a record at one moment. ``names`` has the text of every name code that parties and topics use,
    ``docs`` the id of each document; ``countries`` has each country of an entry's parties once. ``newest`` is the highest number
    that an entry had.
    """

    entries: Table
    parties: Table
    topics: Table
    countries: Table
    names: Mapping[int, str]
    docs: Mapping[int, str]
    newest: int
    answers: Held = field(default_factory=lambda: Held(MOST_KEPT))
    """What was asked of this snapshot before."""

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.entries["id"])

    @cached_property
    def places(self) -> Array:
        """The place of each entry by its number, -1 where there is none."""
        found = np.full(self.newest + 2, -1, dtype=np.int32)
        found[self.entries["id"]] = np.arange(len(self), dtype=np.int32)
        return found

    @cached_property
    def party_places(self) -> Array:
        """The place of each party's entry."""
        return np.asarray(self.places[self.parties["entry"]])

    @cached_property
    def country_places(self) -> Array:
        """The place of the entry of each of its countries."""
        return np.asarray(self.places[self.countries["entry"]])

    @cached_property
    def with_country(self) -> Array:
        """Whether an entry names a party with a country."""
        found = np.zeros(len(self), dtype=bool)
        found[self.country_places] = True
        return found


def load(database: Database) -> Columns:
    """The columns of all that counts."""
    nothing = {name: np.empty(0, _kind_of(name)) for name in ENTRY}
    parties = {name: np.empty(0, _kind_of(name)) for name in PARTY}
    topics = {name: np.empty(0, _kind_of(name)) for name in TOPIC}
    countries = {name: np.empty(0, _kind_of(name)) for name in COUNTRY}
    return renew(Columns(nothing, parties, topics, countries, {}, {}, 0), database)


def renew(old: Columns, database: Database) -> Columns:
    """The columns as the file has them now. Entries of a document are always written anew together, under new numbers."""
    with database.reading():
        fresh = _entries(database, old.newest)
        added = distinct(fresh["document"])
        kept = ~np.isin(old.entries["document"], added)
        if kept.sum() + len(fresh["id"]) != database.value("SELECT count(*) FROM entries"):
            there = _column(database, "SELECT id FROM entries WHERE id <= ?", old.newest)
            kept = np.isin(old.entries["id"], there)
        if kept.all() and not len(fresh["id"]):
            return old
        parties = _rows(database, "parties", PARTY, old.newest)
        topics = _rows(database, "topics", TOPIC, old.newest)
        docs = dict(_among(database, "SELECT id, doc FROM documents", added))
        named = distinct(np.concatenate([parties["name"], topics["name"]]))
        names = dict(_among(database, "SELECT id, text FROM codes", named))
    newest = max(old.newest, int(fresh["id"].max(initial=0)))
    docs = {**old.docs, **docs}
    remaining = {name: column[kept] for name, column in old.entries.items()}
    at = _places_of(fresh, remaining, docs)
    entries = {name: np.insert(remaining[name], at, column) for name, column in fresh.items()}
    there = np.zeros(newest + 2, dtype=bool)
    there[remaining["id"]] = True
    return Columns(
        entries,
        _joined(old.parties, parties, there),
        _joined(old.topics, topics, there),
        _joined(old.countries, _countries(parties), there),
        {**old.names, **names},
        docs,
        newest,
    )


def distinct(values: Array) -> Array:
    """The values, each once, in order: many times as fast as numpy's own way, which hashes."""
    ordered = np.sort(values)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def _countries(parties: Table) -> Table:
    """Each country of an entry's parties once."""
    known = parties["country"] > 0
    width = int(parties["country"].max(initial=0)) + 1
    pairs = distinct(parties["entry"][known] * width + parties["country"][known])
    return {"entry": pairs // width, "country": (pairs % width).astype(_kind_of("country"))}


def _places_of(fresh: Table, remaining: Table, docs: Mapping[int, str]) -> list[int]:
    """Before which of the remaining entries each fresh one belongs; both are in order."""
    days, documents = remaining["sort_day"], remaining["document"]

    def key(at: int) -> tuple[int, str]:
        return int(days[at]), docs[int(documents[at])]

    found: dict[int, int] = {}
    for day, document in zip(fresh["sort_day"].tolist(), fresh["document"].tolist(), strict=True):
        if document not in found:
            found[document] = bisect_left(range(len(days)), (day, docs[document]), key=key)
    return [found[document] for document in fresh["document"].tolist()]


def _joined(old: Table, fresh: Table, there: Array) -> Table:
    """The rows of entries that remain, then the fresh ones."""
    kept = there[old["entry"]]
    return {name: np.concatenate([column[kept], fresh[name]]) for name, column in old.items()}


def _entries(database: Database, after: int) -> Table:
    columns = ", ".join(f"coalesce({column}, 0)" for column in ENTRY.values())
    return _table(
        database,
        f"""SELECT {columns} FROM entries e JOIN documents d ON d.id = e.document WHERE e.id > ?
        ORDER BY d.sort_day, d.doc, e.start, e.kind, e.entry""",
        tuple(ENTRY),
        after,
    )


def _rows(database: Database, table: str, names: tuple[str, ...], after: int) -> Table:
    columns = ", ".join(f"coalesce({name}, 0)" for name in names)
    return _table(database, f"SELECT {columns} FROM {table} WHERE entry > ? ORDER BY entry, place", names, after)


def _table(database: Database, sql: str, names: tuple[str, ...], after: int) -> Table:
    shape = np.dtype([(name, _kind_of(name)) for name in names])
    rows = np.fromiter(database.walk(sql, (after,)), dtype=shape)
    # Each column for itself: a filter reads one at a time.
    return {name: np.ascontiguousarray(rows[name]) for name in names}


def _column(database: Database, sql: str, value: int) -> Array:
    return np.fromiter((row[0] for row in database.walk(sql, (value,))), dtype=np.int64)


def _among(database: Database, sql: str, numbers: Array) -> Iterable[Any]:
    return database.rows(f"{sql} WHERE id IN (SELECT value FROM json_each(?))", (dumps(numbers.tolist()),))


def _kind_of(name: str) -> type[np.generic]:
    return np.float64 if name in REAL else np.int64 if name in WIDE else np.int32
