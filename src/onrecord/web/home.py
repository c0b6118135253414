"""What is in a record, and what is missing from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from onrecord.api import Record
from onrecord.derive.timeline import CHOSEN_BY
from onrecord.lexicon.codebook import load_codebook
from onrecord.schema import Happening
from onrecord.store.overview import Overview
from onrecord.web import said
from onrecord.web.asked import Asked
from onrecord.web.charts.columns import Amount, columns
from onrecord.web.documents import published, titled
from onrecord.web.view import View, page_address

SHOWN = 8
"""Rows of each list on the first page."""


def home(record: Record, asked: Asked, id: str) -> View:
    """How much is on record, the newest pages, the most active dyads, coverage over time, and the gaps."""
    seen: Overview = asked.kept("overview", lambda: record.store.overview(SHOWN))
    made = bool(record.store.derivations.made())
    counts = dict(record.store.facet("kind"))
    context = {
        "seen": seen,
        "statements": counts.get("statement", 0),
        "events": counts.get("event", 0),
        "sure": len(record.entries()),
        "newest": titled(record, seen.newest),
        "undated": titled(record, list(record.with_bounds(seen.undated.first))),
        "unread": titled(record, seen.unread.first),
        "shown": SHOWN,
        "dyads": active_dyads(record) if made else [],
        "stories": len(record.stories()) if made else 0,
        "made": made,
        "fresh": made and asked.kept("fresh", record.is_derived),
        "coverage": columns([_of_month(*one) for one in coverage(seen.months)]),
        "published": published,
        "page_address": page_address,
    }
    return View("home.html", "What is on record", context)


def active_dyads(record: Record) -> list[tuple[str, str, int, str]]:
    """The pairs with most happenings: who, to whom, how many, and the address of their timeline."""
    derived = record.store.derivations

    def count() -> list[tuple[tuple[str, str], int]]:
        rows = derived.brief(Happening, CHOSEN_BY)
        return Counter((row.who, row.whom) for row in rows if row.who and row.whom and row.whom != row.who).most_common(
            SHOWN
        )

    return [
        (who, whom, many, "/timeline?" + urlencode({"actor": who.split("; ")[0], "with": whom.split("; ")[0]}))
        for (who, whom), many in derived.kept("active dyads", count)
    ]


def _of_month(month: str, many: int) -> Amount:
    return Amount(month, many, told=f"{month}: {said.many(many, 'page')}", address=f"/entries?month={month}")


def coverage(months: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Pages by month of publication, months without any between the first and the last included."""
    if not months:
        return []
    many = dict(months)
    first, last = min(many), max(many)
    found, (year, month) = [], map(int, first.split("-"))
    while (name := f"{year:04}-{month:02}") <= last:
        found.append((name, many.get(name, 0)))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def glossary(record: Record, asked: Asked, id: str) -> View:
    """What the types of events, statuses, voices, contexts and sectors mean."""
    book = load_codebook()
    context = {"book": book, "statuses": said.STATUS_MEANING, "status_words": said.STATUS, "voices": said.VOICE}
    return View("glossary.html", "Glossary", context)
