"""Lists of the documents of a record file."""

from __future__ import annotations

from onrecord.store import query
from onrecord.store.base import EVERYTHING, Filter
from onrecord.store.connection import Database
from onrecord.store.overview import Overview
from onrecord.store.overview_file import overviewed
from onrecord.store.rows import DocumentRow

READINGS = """SELECT d.doc, f.text FROM documents d JOIN readings r ON r.id = d.reading
    JOIN codes f ON f.id = r.fingerprint WHERE d.current ORDER BY d.sort_day, d.doc"""


class DocumentLists:
    """What a record file tells of its documents. See ``Store`` for what each method does."""

    _database: Database
    _names: query.Names

    def documents(self, where: Filter = EVERYTHING) -> list[DocumentRow]:
        """Documents, filtered."""
        asked = query.document_conditions(where, self._names)
        shown = f"SELECT d.id FROM documents d WHERE {asked.sql()} ORDER BY d.sort_day, d.doc{query.page(where)}"
        rows = self._database.rows(
            f"{query.DOCUMENTS} WHERE d.id IN ({shown}) ORDER BY d.sort_day, d.doc", asked.values
        )
        return list(map(query.document_row, rows))

    def count_documents(self, where: Filter = EVERYTHING) -> int:
        """How many documents there are."""
        asked = query.document_conditions(where, self._names)
        return int(self._database.value(f"SELECT count(*) FROM documents d WHERE {asked.sql()}", asked.values))

    def readings(self) -> list[tuple[str, str]]:
        """Documents with their fingerprints."""
        return [(str(doc), str(print_)) for doc, print_ in self._database.rows(READINGS)]

    def beginning(self, start: str) -> list[str]:
        """Ids that begin so."""
        rows = self._database.rows(
            "SELECT doc FROM documents WHERE current AND reading IS NOT NULL AND doc >= ? AND doc < ? ORDER BY doc",
            (start, start + "\U0010ffff"),
        )
        return [doc for (doc,) in rows]

    def holding(self, search: str) -> list[str]:
        """Documents whose entries hold some words."""
        among = "SELECT document FROM entries WHERE id IN (SELECT rowid FROM evidence WHERE evidence MATCH ?)"
        match = query.matching(search)
        rows = self._database.rows(f"SELECT doc FROM documents WHERE id IN ({among})", (match,)) if match else []
        return [doc for (doc,) in rows]

    def overview(self, shown: int) -> Overview:
        """What is on record, and what is missing."""
        return overviewed(self._database, shown)
