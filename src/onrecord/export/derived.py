"""Derived rows as JSON Lines: every field by its name, the entries, documents and passages behind it included."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from onrecord.schema import Derived


def derived_line(row: Derived) -> dict[str, Any]:
    """The object for a derived row: ``kind`` and ``id`` first, then its own fields, then the evidence."""
    own = [one.name for one in fields(row) if one.name not in ("id", "entries", "docs", "passages")]
    names = ("id", *own, "docs", "entries", "passages")
    return {"kind": type(row).__name__.lower(), **{name: _plain(getattr(row, name)) for name in names}}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value
