"""A table of metadata that goes with a folder of pages."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.errors import UsageError
from onrecord.read.jsonl import FIELDS

_PATH_COLUMNS = ("path", "file", "filename", "file_name")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Rows by path (as written and seen from the table's folder), by file name, and by id."""

    by_path: Mapping[str, Mapping[str, str]]
    by_name: Mapping[str, Mapping[str, str]]
    path: str = ""

    def is_at(self, path: str) -> bool:
        """True where the table itself is the file at ``path``."""
        return os.path.abspath(path) == self.path

    def row(self, path: str) -> Mapping[str, str]:
        """The fields given for ``path``; empty where the table has no row for it.

        A row fits by its path, else by its file name, else by an id that equals the file name without its endings.
        """
        full = os.path.abspath(path)
        if full in self.by_path:
            return self.by_path[full]
        name = os.path.basename(path)
        for key in (name, name.split(".")[0], name.rsplit(".", 1)[0]):
            if key in self.by_name:
                return self.by_name[key]
        return {}


def load_sidecar(path: str) -> Sidecar:
    """The table at ``path``: a CSV with a ``path`` (or ``file``) or an ``id`` column, and any of the other fields.

    These are title, published, outlet, url and language. Raises UsageError where it cannot be read or has neither.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: the table of metadata cannot be read ({error})") from error
    columns = {(name or "").strip().lower() for row in rows[:1] for name in row}
    if rows and not columns & {*_PATH_COLUMNS, "id"}:
        raise UsageError(f"{path}: the table of metadata needs a column named path, file or id")
    return replace(_index(os.path.dirname(os.path.abspath(path)), rows), path=os.path.abspath(path))


def _index(folder: str, rows: list[dict[str, str]]) -> Sidecar:
    by_path: dict[str, Mapping[str, str]] = {}
    by_name: dict[str, Mapping[str, str]] = {}
    twice: set[str] = set()
    for raw in rows:
        row = {
            key.strip().lower(): value.strip()
            for key, value in raw.items()
            if isinstance(key, str) and isinstance(value, str)
        }
        fields = {key: row[key] for key in FIELDS if row.get(key)}
        where = next((row[key] for key in _PATH_COLUMNS if row.get(key)), "")
        if where:
            by_path.setdefault(os.path.abspath(where), fields)
            by_path[os.path.normpath(os.path.join(folder, where))] = fields
        name = os.path.basename(where) if where else row.get("id", "")
        if name in by_name and by_name[name] != fields:
            twice.add(name)
        by_name[name] = fields
    return Sidecar(by_path, {name: row for name, row in by_name.items() if name and name not in twice})
