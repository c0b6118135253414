"""Dating by company: between which days a page without a date was published, by what it shares with others.

What bounds it: the offices that people hold on it (it speaks of *Foreign Minister X* while X was that), former offices, days
that the page itself states for what has happened, and happenings that dated pages report, too, with their days; where the page
says how long ago (*on Tuesday*, *next week*, *in October*), these fix its own day, week or year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.derive.archive import Archive
from onrecord.derive.ids import id_of
from onrecord.derive.inverse import published
from onrecord.lexicon.actor_types import Tenure
from onrecord.lexicon.actors import ActorTable, load_actors
from onrecord.schema import Bounds, Event, Evidence, Happening, Learned, Passage

SURE = 0.7
"""Score of a report of a happening from which on its days tell the day of a page."""
HOLDING = frozenset({"holds", "acting"})
TOLD = frozenset({"actual", "planned"})
"""What bounds a page: that something has happened, or that it will next week."""


def bounds(archive: Archive) -> Iterator[Bounds]:
    """A row for each page without a date of which something is known."""
    table = load_actors()
    shared = _shared(archive)
    for card in archive.cards:
        if card.first is not None or card.last is not None:
            continue
        found = [*_offices(archive, table, card.doc), *_stated(archive, card.doc)]
        others: list[str] = []
        for row, event in shared.get(card.doc, ()):
            for one in _by_happening(archive, row, event):
                found.append(one)
                others += [doc for doc in row.docs if doc != card.doc]
        if found:
            yield _row(archive, card.doc, found, others)


def _row(archive: Archive, doc: str, found: Sequence[Evidence], others: Sequence[str]) -> Bounds:
    earliest = max((one.earliest for one in found if one.earliest), default=None)
    latest = min((one.latest for one in found if one.latest), default=None)
    conflict = earliest is not None and latest is not None and earliest > latest
    deciding = [one.why for one in found if earliest in (one.earliest,) or latest in (one.latest,)]
    return Bounds(
        id=id_of("bounds", doc),
        docs=archive.in_order([doc, *others]),
        passages=tuple(dict.fromkeys(Passage(doc, one.start, one.end) for one in found)),
        doc=doc,
        earliest=None if conflict else earliest,
        latest=None if conflict else latest,
        conflict=conflict,
        why="what is known excludes itself" if conflict else "; ".join(dict.fromkeys(deciding)),
        evidence=tuple(dict.fromkeys(found)),
    )


def _offices(archive: Archive, table: ActorTable, doc: str) -> Iterator[Evidence]:
    """Somebody holds an office on the page, or holds it no more."""
    for fact in archive.findings(doc).learned:
        terms = [one for one in table.people.tenures(fact.actor) if _is_that(fact, one)]
        if not terms:
            continue
        office = terms[0].office.label
        starts, ends = [one.start for one in terms if one.start], [one.end for one in terms]
        if fact.standing in HOLDING:
            last = None if None in ends else max(end for end in ends if end)
            first = min(starts) if len(starts) == len(terms) else None
            if first or last:
                yield Evidence(first, last, f"{fact.name} is {office}", fact.start, fact.end)
        elif fact.standing == "former" and None not in ends:
            over = min(end for end in ends if end)
            yield Evidence(over, None, f"{fact.name} is no longer {office}", fact.start, fact.end)


def _is_that(fact: Learned, tenure: Tenure) -> bool:
    """True where a tenure is of the office that the page names."""
    office = tenure.office
    if fact.role != office.role or (fact.country is not None and office.country != fact.country):
        return False
    named = set((fact.office or "").lower().split())
    return not office.domains or bool(named & office.domains)


def _stated(archive: Archive, doc: str) -> Iterator[Evidence]:
    """The page says itself on what day something happened."""
    for event in archive.findings(doc).events:
        when = event.when
        if (
            event.status == "actual"
            and when.basis == "stated"
            and when.earliest is not None
            and event.according_to is None
        ):
            place = event.sentence if when.start is None else when
            yield Evidence(
                when.earliest, None, f"{when.text or 'its words'}: it had happened", place.start or 0, place.end or 0
            )


def _shared(archive: Archive) -> dict[str, list[tuple[Happening, Event]]]:
    """The happenings that undated pages report along with others, with their own reports."""
    undated = {card.doc for card in archive.cards if card.first is None and card.last is None}
    found: dict[str, list[tuple[Happening, Event]]] = {}
    for row in archive.rows(Happening):
        if len(row.docs) < 2:
            continue
        for report in row.reported:
            if report.doc in undated and report.score >= SURE and report.status in TOLD:
                event = next(one for one in archive.findings(report.doc).events if one.id == report.entry)
                found.setdefault(report.doc, []).append((row, event))
    return found


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
