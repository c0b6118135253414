"""Timelines: happenings in order, of an actor, of two, of a story or an issue, as known on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onrecord.derive.archive import Archive, passage
from onrecord.derive.copies import Sources
from onrecord.derive.likeness import Likeness
from onrecord.derive.telling import happening
from onrecord.schema import Event, Happening
from onrecord.store import Store
from onrecord.store.words import named_by

CHOSEN_BY = "actors", "countries", "earliest", "latest"
"""The fields, beside those that every happening has, that a timeline is chosen and ordered by."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which happenings a timeline shows: those that meet every condition given."""

    actor: str | None = None
    dyad: tuple[str, str] | None = None
    story: str | None = None
    issue: str | None = None
    since: date | None = None
    until: date | None = None
    known_on: date | None = None


def timeline(store: Store, wanted: Wanted, floor: float) -> list[Happening]:
    """The happenings, by the first day on which they may have been, undated ones last in the order of their reports.

    They are brief rows, which name no passages; as known on a day they are told anew, and whole.
    """
    if wanted.known_on is not None:
        rows = _as_known(Archive(store, floor), store.derivations.rows(Happening), wanted.known_on)
    else:
        rows = store.derivations.brief(Happening, CHOSEN_BY)
    kept = [row for row in rows if _fits(row, wanted)]
    return sorted(kept, key=lambda row: (row.earliest or row.latest or date.max, row.latest or date.max))


def _fits(row: Happening, wanted: Wanted) -> bool:
    if wanted.story is not None and not row.story.startswith(wanted.story):
        return False
    if wanted.actor is not None and not involved(wanted.actor)(row):
        return False
    if wanted.dyad is not None and not all(involved(side)(row) for side in wanted.dyad):
        return False
    if wanted.issue is not None and not named_by(wanted.issue)(row.what):
        return False
    if wanted.since is None and wanted.until is None:
        return True
    if row.earliest is None and row.latest is None:
        return False
    late = wanted.until is not None and row.earliest is not None and row.earliest > wanted.until
    early = wanted.since is not None and row.latest is not None and row.latest < wanted.since
    return not late and not early


def involved(asked: str) -> Callable[[Happening], bool]:
    """Whether a happening names a party: by an id, a country's three letters, or words that stand in a name."""
    fits = named_by(asked)

    def found(row: Happening) -> bool:
        if asked in row.actors or asked.upper() in row.countries:
            return True
        return any(fits(name) for side in (row.who, row.whom) for name in side.split("; ") if name)

    return found


def _as_known(archive: Archive, rows: list[Happening], on: date) -> list[Happening]:
    """The happenings told from pages that had been published by a day."""
    sources = Sources(archive)
    out = []
    for row in rows:
        docs = {doc for doc in row.docs if _published_by(archive, doc, on)}
        reports = [event for event in _events(archive, row) if event.doc in docs]
        said = {one.entry: Likeness(one.score, one.why) for one in row.reported}
        if reports:
            out.append(
                happening(
                    archive, row.story, reports, id=row.id, docs=archive.in_order(list(docs)),
                    passages=tuple(passage(event) for event in reports), score=row.score,
                    fits=[said[event.id] for event in reports],
                    sources=sources.independent(archive.in_order(list(docs))),
                )
            )  # fmt: skip
    return out


def _published_by(archive: Archive, doc: str, on: date) -> bool:
    """True where a page was out by a day, by its own date or by what bounds it."""
    last = archive.published(doc)[1] if doc in archive.by_doc else None
    return last is not None and last <= on


def _events(archive: Archive, row: Happening) -> list[Event]:
    known = {event.id: event for doc in row.docs if doc in archive.by_doc for event in archive.findings(doc).events}
    return [known[entry] for entry in row.entries if entry in known]
