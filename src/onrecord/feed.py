"""A record followed: what was added, changed and withdrawn after a number, as lines for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from onrecord.export import jsonl
from onrecord.schema import Entry, Event, Findings
from onrecord.selection import named_speaker_confidence, speaker_floor
from onrecord.store import Store
from onrecord.store.changelog import Noted

PAGES_HELD = 16
"""Pages whose findings are held: the changes of one page stand together, but for judgements."""
DOUBTFUL = "confidence"
"""The cause of a withdrawal of what is still on record, but below the floor that was asked for."""


def changes(store: Store, since: int, floor: float) -> Iterator[dict[str, Any]]:
    """One object for each document and entry that changed after ``since``, by the numbers of their changes.

    ``change`` is ``added`` for what came after ``since``, else ``changed`` or ``withdrawn``; ``now`` is the contract's line of
    it, without a page's text. What came and went after ``since`` is not told of. An entry below ``floor`` counts as not
    there. Raises UsageError at once for a number that the record has not come to.
    """
    noted = store.changes.since(since)
    found = lru_cache(maxsize=PAGES_HELD)(store.findings)
    return (line for one in noted if (line := _line(one, since, floor, found(one.doc))) is not None)


def _line(one: Noted, since: int, floor: float, found: Findings | None) -> dict[str, Any] | None:
    now = None if one.is_gone or found is None else _now(one, floor, found)
    if now is None and one.first > since:
        return None
    change = "withdrawn" if now is None else "added" if one.first > since else "changed"
    cause = DOUBTFUL if now is None and not one.is_gone else one.cause
    line = {"number": one.number, "change": change, "kind": one.kind, "id": one.id, "doc": one.doc, "cause": cause}
    if one.other:
        line["superseded_by"] = one.other
    return line if now is None else {**line, "now": now}


def _now(one: Noted, floor: float, found: Findings) -> Mapping[str, Any] | None:
    """What stands on record, or None where it is not there or below the floor."""
    if one.kind == "document":
        return jsonl.document_line(found.document, text=False)
    entry = next((entry for entry in found.entries if entry.id == one.id), None)
    if entry is None or not _is_sure(entry, floor):
        return None
    return jsonl.event_line(entry) if isinstance(entry, Event) else jsonl.statement_line(entry)


def _is_sure(entry: Entry, floor: float) -> bool:
    if entry.confidence < floor:
        return False
    sure = None if isinstance(entry, Event) else named_speaker_confidence(entry)
    return sure is None or sure >= speaker_floor(floor)
