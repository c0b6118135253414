"""What is in a record, and what is missing from it."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

from onrecord.api import Record
from onrecord.lexicon.codebook import load_codebook
from onrecord.schema import Happening, Story
from onrecord.store import DocumentRow
from onrecord.web import said
from onrecord.web.asked import Asked
from onrecord.web.documents import published, titled
from onrecord.web.view import View, page_address

NEWEST_SHOWN = 8
DYADS_SHOWN = 8
GAPS_SHOWN = 8


def home(record: Record, asked: Asked, id: str) -> View:
    """How much is on record, the newest pages, the most active dyads, coverage over time, and the gaps."""
    pages = list(record.documents())
    made = bool(record.store.derivations.made())
    dated = [row for row in pages if row.published_earliest or row.published_latest]
    newest = sorted(dated, key=lambda row: (row.published_latest or row.published_earliest, row.doc), reverse=True)
    undated = [row for row in pages if not (row.published_earliest or row.published_latest)]
    unread = [row for row in pages if row.unread]
    counts = dict(record.store.facet("kind"))
    failed = [one for one in record.store.done() if one.outcome == "failed"]
    context = {
        "pages": len(pages),
        "statements": counts.get("statement", 0),
        "events": counts.get("event", 0),
        "sure": len(record.entries()),
        "outlets": len({row.outlet for row in pages if row.outlet}),
        "newest": titled(record, newest[:NEWEST_SHOWN]),
        "undated": undated,
        "undated_shown": titled(record, undated[:GAPS_SHOWN]),
        "unread": unread,
        "unread_shown": titled(record, unread[:GAPS_SHOWN]),
        "silent": sum(1 for row in pages if not row.unread and not row.statements and not row.events),
        "failed": failed,
        "gaps_shown": GAPS_SHOWN,
        "dyads": active_dyads(record) if made else [],
        "stories": len(record.store.derivations.rows(Story)) if made else 0,
        "made": made,
        "fresh": made and record.is_derived(),
        "coverage": coverage(pages),
        "published": published,
        "page_address": page_address,
    }
    return View("home.html", "What is on record", context)


def active_dyads(record: Record) -> list[tuple[str, str, int, str]]:
    """The pairs with most happenings: who, to whom, how many, and the address of their timeline."""
    counted = Counter(
        (row.who, row.whom) for row in record.store.derivations.rows(Happening) if row.who and row.whom != row.who
    )
    pairs = [(who, whom, many) for (who, whom), many in counted.most_common() if whom][:DYADS_SHOWN]
    return [
        (who, whom, many, "/timeline?" + urlencode({"actor": who.split("; ")[0], "with": whom.split("; ")[0]}))
        for who, whom, many in pairs
    ]


def coverage(pages: list[DocumentRow]) -> list[tuple[str, int]]:
    """Pages by month of publication, months without any between the first and the last included."""
    months = Counter(
        f"{row.published_earliest:%Y-%m}"
        for row in pages
        if row.published_earliest and row.published_latest
        and f"{row.published_earliest:%Y-%m}" == f"{row.published_latest:%Y-%m}"
    )  # fmt: skip
    if not months:
        return []
    first, last = min(months), max(months)
    found, (year, month) = [], map(int, first.split("-"))
    while (name := f"{year:04}-{month:02}") <= last:
        found.append((name, months[name]))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def glossary(record: Record, asked: Asked, id: str) -> View:
    """What the types of events, statuses, voices, contexts and sectors mean."""
    book = load_codebook()
    context = {"book": book, "statuses": said.STATUS_MEANING, "status_words": said.STATUS, "voices": said.VOICE}
    return View("glossary.html", "Glossary", context)
