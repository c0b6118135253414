"""Whether a row meets a filter: what every store's lists mean, in plain Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TypeVar

from onrecord.schema import Document
from onrecord.store.base import Facet, Filter, Sort, Who, several
from onrecord.store.rows import (
    ActorRow,
    DocumentRow,
    EntryRow,
    PartyRow,
    month_of,
    possible_days,
    publication_day,
    published_days,
)
from onrecord.store.sayings import Saying, Topic
from onrecord.store.words import finds, named_by

T = TypeVar("T")

UNDATED = date.max
"""Sorts pages whose date is not known behind all others."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with the document it comes from, which dates and sorts it."""

    row: EntryRow
    document: Document

    @property
    def order(self) -> tuple[date, str, int, str, str]:
        """The key that lists are sorted by."""
        row = self.row
        return publication_day(self.document) or UNDATED, row.doc, row.start, row.kind, row.id


def in_order(placed: Iterable[Placed], sort: Sort) -> list[Placed]:
    """Entries as a list shows them."""
    found = sorted(placed, key=lambda one: one.order)
    keys: dict[Sort, Callable[[Placed], tuple[bool, float]]] = {
        "newest": lambda one: (one.order[0] == UNDATED, -one.order[0].toordinal()),
        "surest": lambda one: (False, -one.row.confidence),
        "doubtful": lambda one: (False, one.row.confidence),
    }
    return sorted(found, key=keys[sort]) if sort in keys else found


def fits(one: Placed, where: Filter) -> bool:
    """True where the entry meets every condition."""
    row = one.row
    exact = ((where.kind, row.kind), (where.type, row.type), (where.status, row.status), (where.voice, row.voice))
    return (
        all(not wanted or value in several(wanted) for wanted, value in (*exact, (where.doc, row.doc)))
        and row.confidence >= where.min_confidence
        and _is_sure_of_speaker(row.saying, where.min_speaker)
        and (row.vouched or not where.vouched)
        and (not where.ids or row.id in where.ids)
        and (where.outlet is None or row.outlet == where.outlet)
        and (not where.month or month_in(row) in several(where.month))
        and _country_fits(row, several(where.country))
        and _parties_fit(row, where)
        and _saying_fits(row.saying, where)
        and (where.search is None or finds(where.search, row.what))
        and overlaps(possible_days(row, one.document), where)
    )


def document_fits(row: DocumentRow, document: Document, where: Filter) -> bool:
    """True where the document itself meets the conditions on documents."""
    return (
        (not where.doc or row.doc in several(where.doc))
        and (where.outlet is None or row.outlet == where.outlet)
        and overlaps(published_days(document), where)
    )


def asks_for_entries(where: Filter) -> bool:
    """True where a list of documents must look at their entries."""
    aside = Filter(doc=where.doc, outlet=where.outlet, since=where.since, until=where.until)
    return replace(where, sort="oldest", limit=None, offset=0) != aside


def overlaps(days: tuple[date, date] | None, where: Filter) -> bool:
    """True where something on these days may fall between ``since`` and ``until``."""
    if where.since is None and where.until is None:
        return True
    if days is None:
        return False
    return (where.since is None or days[1] >= where.since) and (where.until is None or days[0] <= where.until)


def party_fits(query: str) -> Callable[[PartyRow | Topic], bool]:
    """A test whether a party or topic is meant by ``query``: its id, its country's letters, or all of its words in the name."""
    by_name = named_by(query)
    return lambda party: query in (party.actor, party.country) or by_name(party.name)


def who_fits(who: Who) -> Callable[[ActorRow], bool]:
    """A test whether an actor of a list is meant."""
    by_name = named_by(who.name) if who.name is not None else None

    def fits(row: ActorRow) -> bool:
        return (
            (not who.kind or row.kind in several(who.kind))
            and (not who.country or row.country in several(who.country))
            and (by_name is None or who.name == row.actor or by_name(row.name))
        )

    return fits


def page_of(ordered: Iterable[T], where: Filter) -> list[T]:
    """The rows between offset and limit."""
    stop = None if where.limit is None else where.offset + where.limit
    return list(islice(ordered, where.offset, stop))


def facet_values(one: Placed, by: Facet) -> list[str | None]:
    """The values that an entry counts under; None where it has none."""
    row = one.row
    if by == "country":
        return list(dict.fromkeys(party.country for party in row.parties if party.country)) or [None]
    if by == "month":
        return [month_in(row)]
    single: dict[Facet, str | None] = {
        "kind": row.kind,
        "type": row.type,
        "status": row.status,
        "voice": row.voice,
        "outlet": row.outlet,
    }
    return [single[by]]


def month_in(row: EntryRow) -> str | None:
    """The month of the page's publication."""
    return month_of(row.published_earliest, row.published_latest)


def _country_fits(row: EntryRow, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(party.country in wanted for party in row.parties)


def _parties_fit(row: EntryRow, where: Filter) -> bool:
    roles = (("speaker", where.speaker), ("source", where.source), ("target", where.target), (None, where.actor))
    return all(
        query is None or any(role in (None, party.role) and party_fits(query)(party) for party in row.parties)
        for role, query in roles
    )


def _is_sure_of_speaker(saying: Saying | None, floor: float) -> bool:
    return saying is None or saying.speaker_confidence is None or saying.speaker_confidence >= floor


def _saying_fits(saying: Saying | None, where: Filter) -> bool:
    if saying is None:
        return where.about is None and not (where.capacity or where.attitude or where.form or where.medium)
    exact = ((where.attitude, saying.attitude), (where.form, saying.form), (where.medium, saying.medium))
    return (
        all(not wanted or value in several(wanted) for wanted, value in exact)
        and (not where.capacity or any(one in several(where.capacity) for one in saying.capacities))
        and (where.about is None or any(map(party_fits(where.about), saying.topics)))
    )
