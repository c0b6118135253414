"""The in-memory twin: the same answers as the record file, from plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from onrecord.schema import ActorJudgement, Done, Entry, Event, Findings, Judgement, Learned, Party, Statement
from onrecord.store import judge as judging
from onrecord.store import seen
from onrecord.store.base import ANYBODY, EVERYTHING, Facet, Filter, Who
from onrecord.store.changelog import Cause, MemoryChanges, state_of
from onrecord.store.derivations import MemoryDerivations
from onrecord.store.filtering import (
    UNDATED,
    Placed,
    asks_for_entries,
    document_fits,
    facet_values,
    fits,
    in_order,
    page_of,
    who_fits,
)
from onrecord.store.identity import Identities
from onrecord.store.identity import check as check_actor
from onrecord.store.overview import Overview, overview
from onrecord.store.rows import (
    ACTING,
    RECEIVING,
    ActorRow,
    Brief,
    DocumentRow,
    EntryRow,
    PartyRow,
    Tombstone,
    brief,
    document_row,
    entry_rows,
    publication_day,
)
from onrecord.store.rules import check_facet, emptied, emptied_actor, fingerprint_of, is_complete, only, unique_prefix
from onrecord.store.sources import Sighting, address_again, address_of, live, shown


@dataclass(slots=True)
class _Reading:
    findings: Findings
    complete: bool


@dataclass(slots=True)
class _Kept:
    size: int
    readings: dict[str, _Reading] = field(default_factory=dict)
    """By fingerprint, in the order they came in."""
    sightings: list[Sighting] = field(default_factory=list)

    def counting(self) -> tuple[str, _Reading]:
        complete = [item for item in self.readings.items() if item[1].complete]
        return (complete or list(self.readings.items()))[-1]


class MemoryStore:
    """A store that is gone when the program ends. See ``Store`` for what each method does."""

    def __init__(self) -> None:
        """An empty store."""
        self._documents: dict[str, _Kept] = {}
        self._done: dict[tuple[str, str, str], Done] = {}
        self._judgements: list[Judgement] = []
        self._actors = Identities(())
        self._tombstones: dict[str, Tombstone] = {}
        self._newest: dict[str, int] = {}
        self._met = self._read = 0
        self._at: dict[str, set[str]] = {}
        self.derivations = MemoryDerivations()
        self.changes = MemoryChanges()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it."""
        self.close()

    def close(self) -> None:
        """Nothing needs to be closed."""

    def put(self, findings: Findings, done: Sequence[Done], *, size: int = 0) -> bool:
        """Keeps what one page gave; True where the record changed."""
        document = findings.document
        fingerprint = fingerprint_of(document.doc, done)
        if document.doc in self._tombstones:
            return False
        kept = self._documents.setdefault(document.doc, _Kept(size))
        touched = self._met_at(document.doc, document.path, document.line, address_of(document))
        present = kept.readings.get(fingerprint)
        if present is not None and present.complete:
            self._note(touched, document.doc)
            return bool(touched)
        kept.size = size or kept.size
        kept.readings.pop(fingerprint, None)
        kept.readings[fingerprint] = _Reading(findings, is_complete(findings, done))
        self._read += 1
        self._redo(document.doc, fingerprint, done)
        self._note({document.doc, *touched}, document.doc)
        return True

    def mark(self, done: Sequence[Done]) -> None:
        """Keeps rows for pages that gave no document."""
        for row in done:
            if row.doc not in self._tombstones:
                self._done[row.doc, row.step, row.fingerprint] = row

    def sight(self, doc: str, path: str, line: int | None = None) -> None:
        """Notes another path of the same bytes."""
        if doc in self._documents:
            touched = self._met_at(doc, path, line, address_again(self._documents[doc].sightings, path, line))
            for one in sorted(touched):
                self._renew(one, "revised", doc)

    def has(self, doc: str, step: str, fingerprint: str) -> bool:
        """True where nothing is left to do."""
        row = self._done.get((doc, step, fingerprint))
        return doc in self._tombstones or (row is not None and row.outcome != "failed")

    def done(self, doc: str | None = None) -> list[Done]:
        """The rows of one document, or of all."""
        return [row for key, row in sorted(self._done.items()) if doc in (None, key[0])]

    def documents(self, where: Filter = EVERYTHING) -> list[DocumentRow]:
        """Documents, filtered."""
        return page_of((self._row(doc) for doc in self._listed(where)), where)

    def count_documents(self, where: Filter = EVERYTHING) -> int:
        """How many documents there are."""
        return sum(1 for _ in self._listed(where))

    def readings(self) -> list[tuple[str, str]]:
        """Documents with their fingerprints."""
        return [(row.doc, row.fingerprint) for row in self.documents()]

    def beginning(self, start: str) -> list[str]:
        """Ids that begin so."""
        return sorted(row.doc for row in self.documents() if row.doc.startswith(start))

    def holding(self, search: str) -> list[str]:
        """Documents whose entries hold some words."""
        return list(dict.fromkeys(row.doc for row in self.entries(Filter(search=search))))

    def overview(self, shown: int) -> Overview:
        """What is on record, and what is missing."""
        return overview(self.documents(), [one for one in self.done() if one.outcome == "failed"], shown)

    def entries(self, where: Filter = EVERYTHING) -> Iterator[EntryRow]:
        """Statements and events, flat."""
        return (one.row for one in page_of(self._fitting(where), where))

    def statements(self, where: Filter = EVERYTHING) -> Iterator[Statement]:
        """Statements whole."""
        for one in self._whole(only(where, "statement")):
            assert isinstance(one, Statement)
            yield one

    def events(self, where: Filter = EVERYTHING) -> Iterator[Event]:
        """Events whole."""
        for one in self._whole(only(where, "event")):
            assert isinstance(one, Event)
            yield one

    def briefs(self, where: Filter = EVERYTHING) -> list[Brief]:
        """Statements and events with just what tells them apart."""
        return [brief(one.row) for one in self._fitting(where)]

    def stamp(self) -> str:
        """Something that changes with the pages."""
        return f"{self._met} {self._read} {len(self._tombstones)}"

    def count(self, where: Filter = EVERYTHING) -> int:
        """How many entries meet the conditions."""
        return len(self._fitting(where))

    def facet(self, by: Facet, where: Filter = EVERYTHING) -> list[tuple[str | None, int]]:
        """How many entries each value has."""
        check_facet(by)
        counts = Counter(value for one in self._fitting(where) for value in facet_values(one, by))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0] is None, item[0] or ""))

    def actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> list[ActorRow]:
        """Named parties with their counts."""
        groups: dict[tuple[str, str | None], list[tuple[EntryRow, PartyRow]]] = {}
        for one in self._fitting(where):
            for party in one.row.parties:
                if party.named:
                    groups.setdefault((party.name, party.actor), []).append((one.row, party))
        rows = [_actor_row(name, actor, group) for (name, actor), group in groups.items()]
        rows.sort(key=lambda row: (-(row.acts + row.receives), row.name, row.actor or ""))
        shown = page_of(filter(who_fits(who), rows), where)
        return seen.told(shown, lambda ids: (one for one in self.learned() if one.actor in ids), self._actors)

    def count_actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> int:
        """How many named parties there are."""
        return len(self.actors(replace(where, limit=None, offset=0), who))

    def learned(self, name: str | None = None, actor: str | None = None, doc: str | None = None) -> list[Learned]:
        """What pages teach about actors."""
        facts = [fact for one in self._current() if doc in (None, one) for fact in self._judged(one).learned]
        return sorted(seen.chosen(facts, name, actor), key=seen.order)

    def entry(self, id: str) -> Entry | None:
        """One entry by its id or the beginning of it."""
        places = {one.row.id: one.row.doc for one in self._fitting(EVERYTHING)}
        judged_ids = {one.entry: one.doc for one in self._judgements}
        full = unique_prefix(id, [*places, *(one for one in judged_ids if one not in places)])
        if full is None:
            return None
        found = self.findings(places.get(full) or judged_ids[full], judged=full in places)
        return next((one for one in found.entries if one.id == full), None) if found else None

    def findings(self, doc: str, *, judged: bool = True) -> Findings | None:
        """All that counts of one document."""
        kept = self._documents.get(doc)
        if kept is None:
            return None
        found = kept.counting()[1].findings
        path, line = shown(kept.sightings, self._newest)
        found = replace(found, document=replace(found.document, path=path, line=line))
        return self._actors.apply(judging.judged(found, self.judgements(doc))) if judged else found

    def text(self, doc: str) -> str | None:
        """The text of one document."""
        kept = self._documents.get(doc)
        return None if kept is None else kept.counting()[1].findings.document.text

    def all_findings(self, where: Filter = EVERYTHING) -> Iterator[Findings]:
        """The findings of each document listed."""
        return (self._judged(row.doc) for row in self.documents(where))

    def mentions(self, doc: str | None = None) -> Iterator[tuple[str, Party]]:
        """Document id and phrase."""
        where = Filter() if doc is None else Filter(doc=doc)
        return ((found.document.doc, one) for found in self.all_findings(where) for one in found.mentions)

    def judge(self, *judgements: Judgement, checked: bool = True) -> None:
        """Appends judgements."""
        for one in judgements if checked else ():
            judging.check(self.findings(one.doc), one)
        self._judgements += judgements
        for doc in sorted({one.doc for one in judgements} & self._documents.keys()):
            self._renew(doc, "judged")

    def judgements(self, doc: str | None = None) -> list[Judgement]:
        """Judgements as they were appended."""
        return [one for one in self._judgements if doc in (None, one.doc)]

    def stale(self) -> list[Judgement]:
        """Judgements that hang on no entry."""
        docs = dict.fromkeys(one.doc for one in self._judgements)
        found = {doc: self.findings(doc, judged=False) for doc in docs}
        return [one for doc in docs for one in judging.unattached(found[doc], self.judgements(doc))]

    def judge_actor(self, judgement: ActorJudgement) -> int:
        """Appends a judgement on an actor."""
        check_actor(self._actors, judgement)
        self._actors = Identities((*self._actors.judgements, judgement))
        for doc in self._documents:
            self._renew(doc, "judged")
        return len(self._actors.judgements)

    def actor_judgements(self) -> list[ActorJudgement]:
        """Judgements on actors as they were appended."""
        return list(self._actors.judgements)

    def forget(self, doc: str, made: str, why: str = "") -> bool:
        """Erases a document for good."""
        kept = self._documents.pop(doc, None)
        if kept is None:
            return False
        sharing = {other for one in kept.sightings for other in self._at.get(one.address or "", ())} - {doc}
        self.derivations.clear()
        self._done = {key: row for key, row in self._done.items() if key[0] != doc}
        self._judgements = [emptied(one) if one.doc == doc else one for one in self._judgements]
        self._actors = Identities([emptied_actor(one) if one.doc == doc else one for one in self.actor_judgements()])
        self._tombstones[doc] = Tombstone(doc, made, why)
        self._newest = {}
        for kept in self._documents.values():
            for one in kept.sightings:
                if one.address is not None:
                    self._newest[one.address] = max(one.order, self._newest.get(one.address, 0))
        self._at = {address: docs - {doc} for address, docs in self._at.items()}
        self.changes.note(doc, {}, "forgotten")
        for other in sorted(sharing):
            self._renew(other, "revised")
        return True

    def forgotten(self) -> list[Tombstone]:
        """The tombstones."""
        return [self._tombstones[doc] for doc in sorted(self._tombstones)]

    def compact(self) -> None:
        """Drops readings that do not count."""
        for doc, kept in self._documents.items():
            fingerprint, reading = kept.counting()
            dropped = kept.readings.keys() - {fingerprint}
            kept.readings = {fingerprint: reading}
            self._done = {key: row for key, row in self._done.items() if not (key[0] == doc and key[2] in dropped)}

    def _redo(self, doc: str, fingerprint: str, done: Sequence[Done]) -> None:
        for key in [key for key in self._done if key[0] == doc and key[2] == fingerprint]:
            del self._done[key]
        self.mark(done)

    def damage(self) -> Iterator[str]:
        """There is no file."""
        return iter(())

    def drifted(self, doc: str) -> str | None:
        """There are no rows beside the findings."""
        return None

    def _met_at(self, doc: str, path: str, line: int | None, address: str | None) -> set[str]:
        """Notes where a document was met; gives the documents that may change by it, none if nothing is new."""
        own = self._documents[doc].sightings
        same = [one for one in own if (one.path, one.line, one.address) == (path, line, address)]
        if live(same, self._newest):
            return set()
        self._met += 1
        self._documents[doc].sightings = [one for one in own if one not in same]
        self._documents[doc].sightings.append(Sighting(doc, path, line, address, self._met))
        if address is None:
            return {doc}
        self._newest[address] = self._met
        self._at.setdefault(address, set()).add(doc)
        return {doc, *self._at[address]}

    def _note(self, docs: Iterable[str], own: str) -> None:
        """Notes what a page that was put changes about itself and about other revisions of it."""
        for doc in sorted(docs, key=lambda one: (one != own, one)):
            if doc == own:
                self._renew(doc, "read")
            else:
                self._renew(doc, "revised", own)

    def _renew(self, doc: str, cause: Cause, other: str = "") -> None:
        """Notes what changed about a document."""
        current = live(self._documents[doc].sightings, self._newest)
        self.changes.note(doc, state_of(self._judged(doc)) if current else {}, cause, other)

    def _judged(self, doc: str) -> Findings:
        found = self.findings(doc)
        assert found is not None
        return found

    def _row(self, doc: str) -> DocumentRow:
        kept = self._documents[doc]
        return document_row(self._judged(doc), kept.size, kept.counting()[0])

    def _current(self) -> list[str]:
        docs = [doc for doc, kept in self._documents.items() if live(kept.sightings, self._newest)]
        return sorted(docs, key=lambda doc: (publication_day(self._judged(doc).document) or UNDATED, doc))

    def _listed(self, where: Filter) -> Iterator[str]:
        met = None
        if asks_for_entries(where):
            met = {one.row.doc for one in self._fitting(replace(where, since=None, until=None))}
        for doc in self._current():
            if (met is None or doc in met) and document_fits(self._row(doc), self._judged(doc).document, where):
                yield doc

    def _fitting(self, where: Filter) -> list[Placed]:
        found = [self._judged(doc) for doc in self._current()]
        placed = (Placed(row, one.document) for one in found for row in entry_rows(one))
        return in_order((one for one in placed if fits(one, where)), where.sort)

    def _whole(self, where: Filter | None) -> Iterator[Entry]:
        for row in self.entries(where) if where is not None else ():
            yield next(one for one in self._judged(row.doc).entries if one.id == row.id)


def _actor_row(name: str, actor: str | None, group: list[tuple[EntryRow, PartyRow]]) -> ActorRow:
    return ActorRow(
        name=name,
        actor=actor,
        kind=min(party.kind for _, party in group),
        country=min((party.country for _, party in group if party.country), default=None),
        sector=min((party.sector for _, party in group if party.sector), default=None),
        acts=len({row.id for row, party in group if party.role in ACTING}),
        receives=len({row.id for row, party in group if party.role in RECEIVING}),
        documents=len({row.doc for row, _ in group}),
        statements=len({row.id for row, _ in group if row.kind == "statement"}),
        events=len({row.id for row, _ in group if row.kind == "event"}),
    )
