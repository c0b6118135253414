"""What describes the tables to others: a data dictionary, and a Frictionless Data Package (``datapackage.json``, v1)."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

from onrecord.export.columns import columns_of
from onrecord.export.exporter import Options, Source, Words
from onrecord.export.rights import NOTICE, TERMS
from onrecord.export.target import Target
from onrecord.schema import Findings
from onrecord.steps import package_version

TYPES: Mapping[str, str] = {
    "text": "string", "whole": "integer", "number": "number", "yes": "boolean", "day": "date"
}  # fmt: skip
"""The kinds of columns as Table Schema has them."""
MEANINGS: Mapping[str, str] = {
    "entries": "Statements and events together, one a row",
    "statements": "Who said what, one statement a row",
    "events": "Who did what to whom, one event a row",
    "documents": "The pages that were read, one a row",
}
DICTIONARY = ("table", "column", "type", "meaning")
MEDIA: Mapping[str, str] = {".csv": "text/csv", ".parquet": "application/vnd.apache.parquet"}


def write_tables(
    source: Source,
    out: Target,
    options: Options,
    ending: str,
    whole: Callable[[Iterable[Findings], Path, Words], Mapping[str, Path]],
    single: Callable[[Target, str], None],
) -> None:
    """Writes the table that was asked for, ``entries`` where none was, by ``single``; to a folder all of them, by ``whole``.

    A file is described by a data package beside it, a folder by ``datapackage.json`` and ``dictionary.csv`` in it.
    """
    if out.is_folder and options.table is None:
        with out.folder() as folder:
            describe(folder, whole(source.chosen(), folder, options.words), options.words)
        return
    table = options.table or "entries"
    columns_of(table)
    file = out.file_of(f"{table}.{ending}")
    single(file, table)
    describe_beside(file, table, options.words)


def describe(folder: Path, files: Mapping[str, Path], words: Words) -> None:
    """Writes ``dictionary.csv`` and ``datapackage.json`` beside the files of a folder."""
    with (folder / "dictionary.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(DICTIONARY)
        for table in files:
            writer.writerows((table, one.name, TYPES[one.kind], one.meaning) for one in columns_of(table, words))
    with (folder / "datapackage.json").open("w", encoding="utf-8", newline="") as out:
        _dump(package(files, words), out)


def describe_beside(target: Target, table: str, words: Words) -> None:
    """Writes the descriptor of one file beside it, as ``NAME.datapackage.json``; nothing for stdout."""
    if target.path is None or target.path.suffix not in MEDIA:
        return
    with target.beside(".datapackage.json") as out:
        _dump(package({table: target.path}, words), out)


def package(files: Mapping[str, Path], words: Words) -> dict[str, Any]:
    """The descriptor: each file with its hash, its columns with type and meaning, and how the tables hang together."""
    return {
        "name": "onrecord",
        "profile": "data-package" if any(one.suffix != ".csv" for one in files.values()) else "tabular-data-package",
        "title": "Who said what and who did what to whom, as pages report it",
        "description": NOTICE,
        "contributors": [{"title": f"onrecord {package_version()}", "role": "wrangler"}],
        "sources": [{"title": "The pages whose outlets and addresses stand in each row"}],
        "rights": TERMS,
        "resources": [_resource(table, path, set(files), words) for table, path in files.items()],
    }


def _resource(table: str, path: Path, there: set[str], words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": table,
        "path": path.name,
        "description": MEANINGS[table],
        "format": path.suffix[1:],
        "mediatype": MEDIA[path.suffix],
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_digest(path)}",
        "schema": _schema(table, there, words),
    }
    if path.suffix == ".csv":
        found |= {"profile": "tabular-data-resource", "encoding": "utf-8", "dialect": {"lineTerminator": "\n"}}
    return found


def _schema(table: str, there: set[str], words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {
        "fields": [
            {"name": one.name, "type": TYPES[one.kind], "description": one.meaning} for one in columns_of(table, words)
        ],
        "missingValues": [""],
        "primaryKey": ["doc"] if table == "documents" else ["id"],
    }
    if table != "documents" and "documents" in there:
        found["foreignKeys"] = [{"fields": ["doc"], "reference": {"resource": "documents", "fields": ["doc"]}}]
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _dump(found: dict[str, Any], out: TextIO) -> None:
    json.dump(found, out, ensure_ascii=False, indent=2)
    out.write("\n")
