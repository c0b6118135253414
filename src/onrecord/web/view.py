"""What a page shows, before it is written as HTML, CSV or JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote

from onrecord.api import Record
from onrecord.web.asked import Asked
from onrecord.web.table import Table

Ending = Literal["", "json", "csv"]
"""How an address of a list ends: as a page, or as its rows."""


@dataclass(frozen=True, slots=True)
class View:
    """A page: its template and title, what the template is given, and its rows where it is a list."""

    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    table: Table[Any] | None = None


Show = Callable[[Record, Asked, str], View]
"""Makes a view of a record; the last argument is the id that the address names, empty where it names none."""


def entry_address(id: str) -> str:
    """Where an entry is shown."""
    return f"/entry/{quote(id, safe='')}"


def page_address(doc: str, entry: str = "") -> str:
    """Where a page is shown, at one of its entries."""
    return f"/page/{quote(doc, safe='')}" + (
        f"?entry={quote(entry, safe='')}#e-{quote(entry, safe='')}" if entry else ""
    )


def actor_address(actor: str | None) -> str | None:
    """Where an actor is shown; None for nobody."""
    return f"/actor/{quote(actor, safe=':')}" if actor else None
