"""The table of judgements on entries: they are appended, and never changed but when their page is forgotten."""

from __future__ import annotations

from dataclasses import astuple

from onrecord.schema import Judgement
from onrecord.store.connection import Database
from onrecord.store.rules import emptied

COLUMNS = 'entry, doc, verdict, "by", made, why, fields, quote, prefix, suffix'


def add(database: Database, judgement: Judgement) -> None:
    """Appends one."""
    database.run(f"INSERT INTO judgements ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", astuple(judgement))


def read(database: Database, doc: str | None = None) -> list[Judgement]:
    """Those on one document, or all, in the order they were appended."""
    only, values = ("", ()) if doc is None else (" WHERE doc = ?", (doc,))
    return [Judgement(*row) for row in database.rows(f"SELECT {COLUMNS} FROM judgements{only} ORDER BY id", values)]


def empty(database: Database, doc: str) -> None:
    """Erases the words of a document from the judgements on it."""
    held = read(database, doc)
    if held:
        blank = emptied(held[0])
        database.run(
            "UPDATE judgements SET why = ?, fields = ?, quote = ?, prefix = ?, suffix = ? WHERE doc = ?",
            (blank.why, blank.fields, blank.quote, blank.prefix, blank.suffix, doc),
        )
