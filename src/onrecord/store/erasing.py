"""A document erased from a record file, inside the caller's transaction, so that no byte of its words stays."""

from __future__ import annotations

from onrecord.store import judgements, teachings
from onrecord.store.connection import Database
from onrecord.store.lists import drop_entries, drop_unused_codes
from onrecord.store.rows import Tombstone


def erase(database: Database, doc: str, number: int) -> list[int]:
    """Drops a document's readings and lists, and empties the judgements on it; gives the documents whose lists may show
    a name that was judged there.
    """
    drop_entries(database, number)
    database.run("DELETE FROM readings WHERE document = ?", (number,))
    database.run("DELETE FROM documents WHERE id = ?", (number,))
    database.run("DELETE FROM done WHERE doc = ?", (doc,))
    judgements.empty(database, doc)
    return teachings.empty_judgements(database, doc)


def bury(database: Database, stone: Tombstone) -> None:
    """Sets the tombstone, and clears what else held words of the document."""
    database.run("INSERT INTO tombstones VALUES (?, ?, ?)", (stone.doc, stone.made, stone.why))
    drop_unused_codes(database)
    # Merging all of the search table leaves no word behind that only this document had.
    database.run("INSERT INTO evidence (evidence) VALUES ('optimize')")
