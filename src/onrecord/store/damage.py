"""What of a record file is damaged, in words: a disk that fails or a copy that broke off spoils some pages of it, not all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.errors import RecordError
from onrecord.schema import Findings
from onrecord.store.connection import Database

FAULTS = 100
"""Faults that are looked for; a file with more of them is not told apart from one with these."""

HOLDS = {
    "readings": "the pages' texts and what was found on them",
    "judgements": "judgements on entries",
    "actor_judgements": "judgements on actors",
    "sightings": "where pages were met",
    "done": "what was done",
    "tombstones": "which pages were forgotten",
    "derived": "what was derived; onrecord derive --anew makes it anew",
    "evidence": "the search index",
}
"""What is in the tables whose names do not say it, by the beginnings of these; all others are lists made from the readings."""

LISTS = "the lists that are shown; the readings behind them are elsewhere"
PLACE = re.compile(r"[Tt]ree (?P<root>\d+)|index (?P<index>\w+)|value in (?P<column>\w+)\.|table (?P<table>\w+)")


def damage(database: Database) -> Iterator[str]:
    """The tables in which SQLite's own check finds faults, with what they hold; nothing for a sound file."""
    try:
        lines = [str(line) for (line,) in database.rows(f"PRAGMA integrity_check({FAULTS})")]
        parts = database.rows("SELECT rootpage, name, tbl_name FROM sqlite_master")
    except RecordError as error:
        yield f"the file cannot be checked: {error}"
        return
    if lines == ["ok"]:
        return
    roots = {str(root): table for root, _, table in parts}
    tables = {name: table for _, name, table in parts}
    told = (one for line in lines for one in line.split("\n") if one and not one.startswith("***"))
    for table, count in sorted(Counter(_table_of(one, roots, tables) for one in told).items()):
        faults = f"{count} fault{'s' if count > 1 else ''}"
        yield f"{faults} in the table {table} ({_held(table)})" if table else f"{faults} in the file itself"


def drifted(database: Database, document: int, found: Findings) -> str | None:
    """What is wrong with the list rows of one document, where they are not those of its findings."""
    kept = database.rows("SELECT entry, confidence FROM entries WHERE document = ? ORDER BY 1", (document,))
    if kept != sorted((one.id, one.confidence) for one in found.entries):
        return "its rows in the lists are not what was found on it"
    return None


def _table_of(line: str, roots: dict[str, str], tables: dict[str, str]) -> str:
    match = PLACE.search(line)
    if match is None:
        return ""
    if match["root"]:
        return roots.get(match["root"], "")
    name = match["index"] or match["column"] or match["table"]
    return tables.get(name, name)


def _held(table: str) -> str:
    return next((what for name, what in HOLDS.items() if table.startswith(name)), LISTS)
