"""Dating by company: between which days a page without a date was published, by what it shares with others.

What bounds it: the offices that people hold on it (it speaks of *Foreign Minister X* while X was that), former offices, days
that the page itself states for what has happened, and happenings that dated pages report, too, with their days; where the page
says how long ago (*on Tuesday*, *next week*, *in October*), these fix its own day, week or year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from onrecord.derive.archive import Archive, Card
from onrecord.derive.ids import id_of
from onrecord.derive.inverse import published
from onrecord.lexicon.actors import load_actors
from onrecord.resolve.bounds import allowed, evidence
from onrecord.schema import Bounds, Derived, Event, Evidence, Happening, Passage
from onrecord.store.derivations import Standing

SURE = 0.7
"""Score of a report of a happening from which on its days tell the day of a page."""
TOLD = frozenset({"actual", "planned"})
"""What bounds a page: that something has happened, or that it will next week."""


def bounds(archive: Archive) -> Iterator[Derived | Standing]:
    """A row for each page without a date of which something is known."""
    undated = [card.doc for card in archive.cards if _undated(archive, card)]
    shared: dict[str, list[Happening]] = {doc: [] for doc in undated}
    for row in archive.rows_on(Happening, undated) if undated else ():
        for doc in row.docs if len(row.docs) > 1 else ():
            if doc in shared:
                shared[doc].append(row)
    kept = archive.kept("bounds")
    for doc, rows in shared.items():
        made_of = [archive.state_of(doc), *(archive.state_of(other) for row in rows for other in row.docs)]
        made_of += map(repr, rows)
        yield from kept.rows(f"of {doc}", made_of, partial(_of_page, archive, doc, rows))


def _of_page(archive: Archive, doc: str, rows: Sequence[Happening]) -> Iterator[Bounds]:
    """The row of one page without a date, by its own words and the happenings that it shares with others."""
    findings = archive.findings(doc)
    found = list(evidence(findings, load_actors()))
    others: list[str] = []
    events = {event.id: event for event in findings.events}
    for row in rows:
        for report in row.reported:
            if report.doc == doc and report.score >= SURE and report.status in TOLD:
                for one in _by_happening(archive, row, events[report.entry]):
                    found.append(one)
                    others += [other for other in row.docs if other != doc]
    if found:
        yield _row(archive, doc, found, others)


def _undated(archive: Archive, card: Card) -> bool:
    """True for a page that names no day of its own, whatever bounds its words give it."""
    return not (card.first is not None and card.first == card.last) and archive.outline(card.doc).undated


def _row(archive: Archive, doc: str, found: Sequence[Evidence], others: Sequence[str]) -> Bounds:
    earliest, latest = allowed(found)
    conflict = earliest is None and latest is None
    deciding = [one.why for one in found if earliest in (one.earliest,) or latest in (one.latest,)]
    return Bounds(
        id=id_of("bounds", doc),
        docs=archive.in_order([doc, *others]),
        passages=tuple(dict.fromkeys(Passage(doc, one.start, one.end) for one in found)),
        doc=doc,
        earliest=earliest,
        latest=latest,
        conflict=conflict,
        why="what is known excludes itself" if conflict else "; ".join(dict.fromkeys(deciding)),
        evidence=tuple(dict.fromkeys(found)),
    )


def _by_happening(archive: Archive, row: Happening, event: Event) -> Iterator[Evidence]:
    """The page tells of something whose day other pages tell."""
    days = [
        (one.when.earliest, one.when.latest)
        for doc in row.docs
        if doc != event.doc
        for one in archive.findings(doc).events
        if one.id in row.entries and one.when.earliest is not None and one.when.latest is not None
    ]
    if not days:
        return
    first, last = min(one for one, _ in days), max(one for _, one in days)
    what = f"“{event.trigger.text}” was on {first}" + (f" to {last}" if last != first else "")
    start, end = event.sentence.start, event.sentence.end
    turned = [published(event.when.symbol or "", day) for day in (first, last)]
    begins, ends = turned[0], turned[1]
    if begins is not None and ends is not None:
        yield Evidence(begins[0], ends[1], f"{what}, {event.when.text}", start, end)
    elif event.status == "actual":
        yield Evidence(first, None, what, start, end)
