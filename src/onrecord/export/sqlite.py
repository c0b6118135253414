"""SQLite for Datasette and sqlite-utils: the four tables with keys, indexes, full-text search, and Datasette's metadata.

To a folder ``record.db`` and ``metadata.json`` are written, as ``datasette FOLDER`` takes them; to a file, the metadata beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from onrecord.export.columns import TABLES, Cell, columns_of, rows
from onrecord.export.exporter import Options, Source, Words
from onrecord.export.package import MEANINGS
from onrecord.export.rights import NOTICE, TERMS
from onrecord.export.target import Target
from onrecord.store.table_file import TableFile

TYPES = {"text": "TEXT", "whole": "INTEGER", "number": "REAL", "yes": "INTEGER", "day": "TEXT"}
NAME = "record.db"
ORDER = ("documents", "statements", "events", "entries")
INDEXES: Mapping[str, tuple[str, ...]] = {
    "documents": ("outlet", "published_earliest"),
    "statements": ("doc", "speaker_actor", "published_earliest"),
    "events": ("doc", "type", "source_country", "target_country", "when_earliest", "published_earliest"),
    "entries": ("doc", "kind", "type", "published_earliest"),
}
SEARCHED: Mapping[str, tuple[str, ...]] = {
    "statements": ("speaker", "content"),
    "events": ("source", "target", "sentence"),
}
FACETS: Mapping[str, tuple[str, ...]] = {
    "documents": ("outlet", "language"),
    "statements": ("attitude", "form", "speaker_country"),
    "events": ("type", "status", "voice", "source_country", "target_country"),
    "entries": ("kind", "type", "status"),
}
LABELS = {"documents": "title", "statements": "content", "events": "sentence", "entries": "passage"}


class Sqlite:
    """The exporter."""

    name = "sqlite"
    summary = "SQLite with keys and full-text search, and metadata for Datasette"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the file and its metadata. Raises UsageError for stdout."""
        file = out.file_of(NAME) if not out.is_folder else Target(_folder(out) / NAME)
        with file.file() as path:
            _write(source, path, options.words)
        assert file.path is not None
        describe = (
            Target(file.path.with_name("metadata.json")).text() if out.is_folder else file.beside(".metadata.json")
        )
        with describe as words:
            _dump(metadata(file.path.stem, options.words), words)
        return {}


def _folder(out: Target) -> Path:
    with out.folder():
        pass
    assert out.path is not None
    return out.path


def _write(source: Source, path: Path, words: Words) -> None:
    with TableFile(path) as base:
        for table in ORDER:
            columns = [(one.name, TYPES[one.kind]) for one in columns_of(table, words)]
            references = {} if table == "documents" else {"doc": ("documents", "doc")}
            base.make(table, columns, "doc" if table == "documents" else "id", references)
        for page in source.chosen():
            for table in ORDER:
                base.fill(table, (list(map(cell, row)) for row in rows(table, page, words)))
        for table in ORDER:
            base.index(table, INDEXES[table])
        for table, searched in SEARCHED.items():
            there = {one.name for one in columns_of(table, words)}
            base.search(table, [one for one in searched if one in there])


def cell(value: Cell) -> str | int | float | None:
    """A value as SQLite keeps it: a day as ISO 8601 text, yes and no as 1 and 0."""
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def metadata(name: str, words: Words) -> dict[str, Any]:
    """Datasette's metadata: what the tables and columns hold, what they are sorted, labelled and faceted by."""
    return {
        "title": "On record: who said what, and who did what to whom",
        "description": f"{NOTICE} {TERMS}",
        "source": "The pages named in the table documents",
        "databases": {name: {"tables": {table: _table(table, words) for table in TABLES}}},
    }


def _table(table: str, words: Words) -> dict[str, Any]:
    columns = columns_of(table, words)
    there = {one.name for one in columns}
    found: dict[str, Any] = {
        "description": MEANINGS[table],
        "columns": {one.name: one.meaning for one in columns},
        "sort": "published_earliest",
        "facets": list(FACETS[table]),
    }
    if LABELS[table] in there:
        found["label_column"] = LABELS[table]
    return found


def _dump(found: Mapping[str, Any], out: TextIO) -> None:
    json.dump(found, out, ensure_ascii=False, indent=2)
    out.write("\n")


EXPORTER = Sqlite()
