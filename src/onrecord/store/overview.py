"""A record at a glance: how much is in it, over which months, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.schema import Done
from onrecord.store.rows import DocumentRow, month_of


@dataclass(frozen=True, slots=True)
class Some:
    """How many there are of a kind of page, and the first of them."""

    total: int
    first: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What a record holds. ``newest`` are dated pages, the last published first; ``undated`` and ``unread`` come in the
    order of lists. ``silent`` pages were read, and nothing was found. ``months`` are those of publication, with their
    pages, in order; only pages of a single known month count. ``failed`` steps come by document.
    """

    pages: int
    outlets: int
    silent: int
    newest: tuple[DocumentRow, ...]
    undated: Some
    unread: Some
    months: tuple[tuple[str, int], ...]
    failed: int
    failures: tuple[Done, ...]


def overview(rows: Sequence[DocumentRow], failed: Sequence[Done], shown: int) -> Overview:
    """The overview of all documents that are listed."""
    dated = [row for row in rows if row.published_earliest or row.published_latest]
    undated = [row for row in rows if not (row.published_earliest or row.published_latest)]
    unread = [row for row in rows if row.unread is not None]
    months = Counter(month_of(row.published_earliest, row.published_latest) for row in rows)
    newest = sorted(dated, key=lambda row: (row.published_latest or row.published_earliest, row.doc), reverse=True)
    return Overview(
        pages=len(rows),
        outlets=len({row.outlet for row in rows if row.outlet is not None}),
        silent=sum(1 for row in rows if row.unread is None and not row.statements and not row.events),
        newest=tuple(newest[:shown]),
        undated=Some(len(undated), tuple(undated[:shown])),
        unread=Some(len(unread), tuple(unread[:shown])),
        months=tuple(sorted((month, many) for month, many in months.items() if month is not None)),
        failed=len(failed),
        failures=tuple(failed[:shown]),
    )
