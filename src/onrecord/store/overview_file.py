"""The overview of a record file, counted by the database."""

from __future__ import annotations

from onrecord.schema import Done
from onrecord.store.connection import Database
from onrecord.store.overview import Overview, Some
from onrecord.store.query import DOCUMENTS, document_row
from onrecord.store.rows import DocumentRow

UNDATED = "d.current AND d.published_earliest IS NULL AND d.published_latest IS NULL"
DATED = "d.current AND coalesce(d.published_latest, d.published_earliest) IS NOT NULL"
UNREAD = "d.current AND d.unread IS NOT NULL"
FAILED = """FROM done d JOIN codes s ON s.id = d.step JOIN codes f ON f.id = d.fingerprint WHERE d.outcome = 'failed'"""


def overviewed(database: Database, shown: int) -> Overview:
    """What is on record, and what is missing."""
    totals = database.row(
        f"""SELECT count(*), count(DISTINCT d.outlet),
            coalesce(sum(d.unread IS NULL AND NOT d.statements AND NOT d.events), 0),
            coalesce(sum({UNDATED}), 0), coalesce(sum({UNREAD}), 0)
        FROM documents d WHERE d.current AND d.reading IS NOT NULL"""
    )
    pages, outlets, silent, undated, unread = totals or (0, 0, 0, 0, 0)
    months = database.rows(
        """SELECT c.text, count(*) FROM documents d JOIN codes c ON c.id = d.month
        WHERE d.current GROUP BY d.month ORDER BY c.text"""
    )
    failures = database.rows(
        f"SELECT d.doc, s.text, f.text, d.outcome, d.reason {FAILED} ORDER BY 1, 2, 3 LIMIT ?", (shown,)
    )
    return Overview(
        pages=pages,
        outlets=outlets,
        silent=silent,
        newest=_some(
            database, f"{DATED} ORDER BY coalesce(d.published_latest, d.published_earliest) DESC, d.doc DESC", shown
        ),
        undated=Some(undated, _some(database, f"{UNDATED} ORDER BY d.sort_day, d.doc", shown)),
        unread=Some(unread, _some(database, f"{UNREAD} ORDER BY d.sort_day, d.doc", shown)),
        months=tuple(months),
        failed=int(database.value(f"SELECT count(*) {FAILED}")),
        failures=tuple(Done(*row) for row in failures),
    )


def _some(database: Database, chosen: str, shown: int) -> tuple[DocumentRow, ...]:
    return tuple(map(document_row, database.rows(f"{DOCUMENTS} WHERE {chosen} LIMIT ?", (shown,))))
