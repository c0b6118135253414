"""Addresses of the desk: which queue somebody works through, and which entry of it comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from onrecord.api import Conditions, Record
from onrecord.review.decisions import Decisions
from onrecord.review.desk import Desk
from onrecord.review.queue import ORDERS, SEED, SIZE, Order, Wanted
from onrecord.web.asked import Asked
from onrecord.web.entries import filters

DIFFER = "differ"
QUEUES = {**ORDERS, DIFFER: "entries on which reviewers differ"}
FILTERS = ("kind", "type", "status", "actor", "outlet", "search", "confidence")
SAMPLE = ("seed", "size", *FILTERS)
QUEUE = ("order", *SAMPLE, "after", "id")
PAGES, FEWEST = 20, 1


@dataclass(frozen=True, slots=True)
class Line:
    """A queue with where somebody stands in it: ``current`` is the entry to look at, None where nothing is left."""

    ids: Sequence[str]
    current: str | None
    decided: int

    @property
    def number(self) -> int | None:
        """The place of the entry in the queue, from 1 on; None for one that is not in it."""
        return self.ids.index(self.current) + 1 if self.current in self.ids else None


def order_of(asked: Asked) -> str:
    """The order that the address asks for."""
    return asked.choice("order", tuple(QUEUES), "sample")


def wanted(record: Record, asked: Asked) -> Wanted:
    """The queue that the address asks for. Raises UsageError for a value that there is not."""
    order = order_of(asked)
    plain = cast(Order, order if order in ORDERS else "sample")
    return record.wanted(plain, asked.get("seed") or SEED, asked.number("size", SIZE), **conditions(asked))


def conditions(asked: Asked) -> Conditions:
    """The filters of the address. Raises UsageError."""
    return cast(Conditions, filters(asked, ("actor", "outlet", "search"), ("kind", "status")))


def line(record: Record, asked: Asked, desk: Desk, decisions: Decisions, by: str | None) -> Line:
    """The queue that the address asks for, and the entry of it that comes next: the one that it names, or else the first
    that the reviewer has not decided on, after the one that was looked at last.
    """
    if order_of(asked) == DIFFER:
        ids = tuple(decisions.differing())
        open_ids = set(ids)
    else:
        ids = tuple(one.id for one in desk.queue(record.store, wanted(record, asked)))
        open_ids = {id for id in ids if decisions.decided(id, by) is None} if by else set(ids)
    return Line(ids, asked.get("id") or _next(ids, open_ids, asked.get("after")), len(ids) - len(open_ids))


def _next(ids: Sequence[str], open_ids: set[str], after: str | None) -> str | None:
    at = ids.index(after) + 1 if after in ids else 0
    # What was skipped comes again at the end.
    return next((id for id in (*ids[at:], *ids[:at]) if id in open_ids), None)


def sentence(asked: Asked) -> str:
    """The queue in words."""
    order = order_of(asked)
    if order == DIFFER:
        return "Entries on which reviewers differ"
    parts = [
        asked.get("type") or {"event": "events", "statement": "statements"}.get(asked.get("kind") or "", "entries")
    ]
    parts += [f"with {asked.get('actor')}"] if asked.get("actor") else []
    parts += [f"told as {asked.get('status')}"] if asked.get("status") else []
    parts += [f"from {asked.get('outlet')}"] if asked.get("outlet") else []
    parts += [f"with the words {asked.get('search')}"] if asked.get("search") else []
    seed = f", seed {asked.get('seed') or SEED}" if order == "sample" else ""
    first = "A random sample" if order == "sample" else "The most doubtful"
    return f"{first} of {' '.join(parts)}{seed}"
