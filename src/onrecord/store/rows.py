"""Flat rows: one line for an entry, a document or an actor, made from findings by pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict

from onrecord.schema import Document, Entry, Event, Findings, Party, PartyRole, Span, Statement, When
from onrecord.store.sayings import Place, Saying, countries_named, saying_of

Kind = Literal["event", "statement"]

ACTING: frozenset[PartyRole] = frozenset({"speaker", "source"})
RECEIVING: frozenset[PartyRole] = frozenset({"addressee", "target"})
BETWEEN_NAMES = "; "
BETWEEN_PIECES = " … "


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party of an entry. ``name`` is whom it resolved to, or, where ``named`` is False, its phrase."""

    role: PartyRole
    name: str
    named: bool
    actor: str | None
    kind: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A statement or an event on one line: who · act · what · to whom · when · status · whose word · where.

    Several parties stand in one field, parted by "; ". ``what`` is a statement's content (its cue where it has none)
    and an event's sentence; ``cue`` a statement's cue and an event's trigger. ``start`` and ``end`` are code points of
    the document and take in the cue and contents, or the trigger alone; ``passage`` is the text around them: the
    event's sentence, or from the first to the last piece of a statement. ``evidence`` are the ranges that search looks
    at. ``saying`` is None for an event.
    ``vouched``: the outlet itself says that it happened, or was said. ``reports`` and ``independent_sources`` tell, once
    the record was derived, how often it is told, and by how many pages that do not repeat one another.
    """

    kind: Kind
    id: str
    doc: str
    block: str
    outlet: str | None
    title: str | None
    published_earliest: date | None
    published_latest: date | None
    who: str | None
    who_actor: str | None
    who_kind: str | None
    who_country: str | None
    who_sector: str | None
    type: str | None
    mode: str | None
    cue: str | None
    what: str
    whom: str | None
    whom_actor: str | None
    whom_country: str | None
    when_earliest: date | None
    when_latest: date | None
    when_basis: str
    place: str | None
    status: str
    voice: str | None
    according_to: str | None
    vouched: bool
    confidence: float
    passage: str
    start: int
    end: int
    rule: str
    why: str
    url: str | None
    path: str
    line: int | None
    parties: tuple[PartyRow, ...]
    saying: Saying | None
    evidence: tuple[tuple[int, int], ...]
    reports: int | None = None
    independent_sources: int | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """As little of an entry as tells what it is and how sure: for lists of very many."""

    id: str
    doc: str
    kind: Kind
    type: str | None
    confidence: float
    speaker_confidence: float | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document on one line. ``statements`` and ``events`` count what is on record; ``size`` is the page's bytes.

    The bounds of a page without a date are what ``derive`` made of its company; ``published_bounds`` has them with the reason.
    """

    doc: str
    sha256: str
    path: str
    line: int | None
    url: str | None
    title: str | None
    outlet: str | None
    language: str | None
    published_earliest: date | None
    published_latest: date | None
    unread: str | None
    size: int
    characters: int
    fingerprint: str
    statements: int
    events: int
    bounds_earliest: date | None = None
    bounds_latest: date | None = None
    published_bounds: When | None = None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A named party: the entries where it acts or speaks, those where it is done or said to, and its documents.

    ``statements`` and ``events`` count its entries in any role. ``seen_as`` is what pages teach about it and ``judged``
    what somebody judged, each in words; empty where there is nothing.
    """

    name: str
    actor: str | None
    kind: str
    country: str | None
    sector: str | None
    acts: int
    receives: int
    documents: int
    statements: int = 0
    events: int = 0
    seen_as: str = ""
    judged: str = ""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A document that was forgotten, when (as the caller said) and why."""

    doc: str
    made: str
    why: str


def publication_day(document: Document) -> date | None:
    """The first day on which the page may have been published, for sorting: stated, else bounded; None if unknown."""
    for when in (document.published, document.published_bounds, document.updated):
        if when is not None and (when.earliest or when.latest):
            return when.earliest or when.latest
    return None


def document_row(findings: Findings, size: int, fingerprint: str) -> DocumentRow:
    """The document on one line."""
    one = findings.document
    published = one.published
    return DocumentRow(
        doc=one.doc,
        sha256=one.sha256,
        path=one.path,
        line=one.line,
        url=one.url.text if one.url else None,
        title=one.title.text if one.title else None,
        outlet=one.outlet.text if one.outlet else None,
        language=one.language,
        published_earliest=published.earliest if published else None,
        published_latest=published.latest if published else None,
        unread=one.unread,
        size=size,
        characters=len(one.text),
        fingerprint=fingerprint,
        statements=len(findings.statements),
        events=len(findings.events),
    )


def anchor(entry: Entry) -> tuple[int, int]:
    """Where an entry stands: an event's trigger; a statement from the first to the last of its cue and contents."""
    spans = [entry.trigger] if isinstance(entry, Event) else _pieces(entry)
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)


def evidence_of(entry: Entry) -> tuple[tuple[int, int], ...]:
    """The ranges that hold an entry's words: a statement's contents, else its cue; an event's sentence."""
    if isinstance(entry, Event):
        return ((entry.sentence.start, entry.sentence.end),)
    spans = entry.content or ((entry.cue,) if entry.cue else ())
    return tuple((span.start, span.end) for span in spans)


def brief(row: EntryRow) -> Brief:
    """The little of a row that its list needs."""
    sure = row.saying.speaker_confidence if row.saying else None
    return Brief(row.id, row.doc, row.kind, row.type, row.confidence, sure)


def words_of(text: str, evidence: tuple[tuple[int, int], ...]) -> str:
    """The evidence as one string, its pieces parted by an ellipsis."""
    return BETWEEN_PIECES.join(text[start:end] for start, end in evidence)


def entry_rows(findings: Findings) -> Iterator[EntryRow]:
    """The entries of one document, by place in the text, kind and id."""
    countries = countries_named(findings)
    rows = [entry_row(findings.document, entry, countries) for entry in findings.entries]
    yield from sorted(rows, key=lambda row: (row.start, row.kind, row.id))


def entry_row(document: Document, entry: Entry, countries: Mapping[Place, str]) -> EntryRow:
    """One entry on one line; ``countries`` are those of the phrases on its page."""
    start, end = anchor(entry)
    evidence = evidence_of(entry)
    parties = tuple(dict.fromkeys(_party_rows(entry)))
    actors = [row for row in parties if row.role in ACTING]
    receivers = [row for row in parties if row.role in RECEIVING]
    published = document.published
    act = _act_of_event(entry) if isinstance(entry, Event) else _act_of_statement(entry)
    around = (entry.sentence.start, entry.sentence.end) if isinstance(entry, Event) else (start, end)
    return EntryRow(
        id=entry.id,
        doc=entry.doc,
        block=entry.block,
        outlet=document.outlet.text if document.outlet else None,
        title=document.title.text if document.title else None,
        published_earliest=published.earliest if published else None,
        published_latest=published.latest if published else None,
        who=_joined(row.name for row in actors),
        who_actor=_joined(row.actor for row in actors),
        who_kind=_joined(row.kind for row in actors),
        who_country=_joined(row.country for row in actors),
        who_sector=_joined(row.sector for row in actors),
        what=words_of(document.text, evidence),
        whom=_joined(row.name for row in receivers),
        whom_actor=_joined(row.actor for row in receivers),
        whom_country=_joined(row.country for row in receivers),
        when_earliest=entry.when.earliest,
        when_latest=entry.when.latest,
        when_basis=entry.when.basis,
        confidence=entry.confidence,
        passage=document.text[around[0] : around[1]],
        start=start,
        end=end,
        rule=entry.rule,
        why=entry.why,
        url=document.url.text if document.url else None,
        path=document.path,
        line=document.line,
        parties=parties,
        saying=saying_of(entry, countries) if isinstance(entry, Statement) else None,
        evidence=evidence,
        **act,
    )


class _Act(TypedDict):
    kind: Kind
    type: str | None
    mode: str | None
    cue: str | None
    place: str | None
    status: str
    voice: str | None
    according_to: str | None
    vouched: bool


def _act_of_event(event: Event) -> _Act:
    return {
        "kind": "event",
        "type": event.type,
        "mode": event.mode,
        "cue": event.trigger.text,
        "place": event.place.name if event.place else None,
        "status": event.status,
        "voice": event.voice,
        "according_to": event.according_to,
        # The voice too: where the statement it rests on is filtered out, what it claims is still not the outlet's word.
        "vouched": event.status == "actual" and event.according_to is None and event.voice == "outlet",
    }


def _act_of_statement(statement: Statement) -> _Act:
    return {
        "kind": "statement",
        "type": None,
        "mode": None,
        "cue": statement.cue.text if statement.cue else None,
        "place": None,
        # A saying that did not take place is no statement.
        "status": "actual",
        "voice": "outlet" if statement.within is None else None,
        "according_to": statement.within,
        "vouched": statement.within is None,
    }


def possible_days(row: EntryRow, document: Document) -> tuple[date, date] | None:
    """The days on which the entry may fall, for ``since`` and ``until``: its own, else the page's; None if unknown."""
    if row.when_earliest or row.when_latest:
        return row.when_earliest or date.min, row.when_latest or date.max
    return published_days(document)


def published_days(document: Document) -> tuple[date, date] | None:
    """The days on which the page may have been published; None if unknown."""
    when = next((one for one in (document.published, document.published_bounds, document.updated) if _known(one)), None)
    return (when.earliest or date.min, when.latest or date.max) if when else None


def month_of(first: date | None, last: date | None) -> str | None:
    """The month, as ``2021-03``, that both days lie in; None where there is none."""
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return first.isoformat()[:7]


def with_members(parties: tuple[Party, ...]) -> Iterator[Party]:
    """Each party, a joint one as its members."""
    for party in parties:
        yield from with_members(party.members) if party.members else (party,)


def _known(when: When | None) -> bool:
    return when is not None and (when.earliest is not None or when.latest is not None)


def _pieces(statement: Statement) -> list[Span]:
    return [*statement.content, *((statement.cue,) if statement.cue else ())]


def _party_rows(entry: Entry) -> Iterator[PartyRow]:
    for role, parties in entry.sides:
        for party in with_members(parties):
            name = " ".join((party.name or party.text).split())
            named = party.name is not None
            yield PartyRow(role, name, named, party.actor, party.actor_kind, party.country, party.sector)


def _joined(values: Iterable[str | None]) -> str | None:
    """The values in one field, an unknown one leaving its place empty, so that the fields of an entry stay in step."""
    cells = [value or "" for value in values]
    return BETWEEN_NAMES.join(cells) if any(cells) else None
