"""The record as one SQLite file: one process writes, others read at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.schema import ActorJudgement, Done, Entry, Event, Findings, Judgement, Learned, Party, Statement
from onrecord.store import judge as judging
from onrecord.store import judgements, query, seen, teachings
from onrecord.store.base import ANYBODY, EVERYTHING, Facet, Filter, Who
from onrecord.store.changelog import Cause, state_of
from onrecord.store.changelog_file import FileChanges
from onrecord.store.codec import pack, pack_text, unpack, unpack_some, unpack_text
from onrecord.store.connection import Database, Row, storable
from onrecord.store.damage import damage, drifted
from onrecord.store.derived_file import FileDerivations
from onrecord.store.document_lists import DocumentLists
from onrecord.store.erasing import bury, erase
from onrecord.store.filtering import page_of, who_fits
from onrecord.store.identity import Identities, touched
from onrecord.store.identity import check as check_actor
from onrecord.store.lists import Codes, drop_all_entries, drop_entries, drop_unused_codes, write_document, write_entries
from onrecord.store.revisions import Revisions
from onrecord.store.rows import ActorRow, Brief, EntryRow, Tombstone, entry_rows
from onrecord.store.rules import check_facet, fingerprint_of, is_complete, only, unique_prefix
from onrecord.store.sources import address_of

COUNTING = "SELECT id, text, packed FROM readings WHERE document = ? ORDER BY complete DESC, id DESC LIMIT 1"
"""The reading that counts: the newest complete one, or the newest of all."""

DONE = """SELECT d.doc, s.text, f.text, d.outcome, d.reason FROM done d
    JOIN codes s ON s.id = d.step JOIN codes f ON f.id = d.fingerprint"""


class SQLiteStore(DocumentLists):
    """A record file. See ``Store`` for what each method does.

    One transaction a page: a process that is killed leaves every page that was put whole, and nothing of the one it was
    at. A store belongs to the thread that opened it; others open the file again.
    """

    def __init__(self, path: str | Path, *, write: bool = True, timeout: float = 5.0) -> None:
        """Opens the record at ``path``; with ``write``, makes it where it is not there yet, and brings up one that an
        older onrecord made, which takes some milliseconds a page, once.

        A change waits up to ``timeout`` seconds for another process's change to end, then raises RecordBusy. Raises
        NotARecord, NewerRecord or RecordError where the file cannot be used.
        """
        self.path = Path(path)
        self._database = Database(self.path, write=write, timeout=timeout)
        self._revisions = Revisions(self._database)
        self._names = query.names_in(self._database)
        self._actors = Identities(())
        self.derivations = FileDerivations(self._database)
        self.changes = FileChanges(self._database)
        self._database.bring_up(self._renew_all)

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it."""
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def put(self, findings: Findings, done: Sequence[Done], *, size: int = 0) -> bool:
        """Keeps what one page gave, in one transaction; True where the record changed."""
        document = findings.document
        fingerprint = fingerprint_of(document.doc, done)
        text, packed = pack_text(document.text), pack(findings)
        database = self._database
        with database.writing():
            if self._is_forgotten(document.doc):
                return False
            codes = Codes(database)
            number = self._number(document.doc) or self._add(document.doc, size)
            touched = self._revisions.meet(number, document.path, document.line, address_of(document))
            printed = codes.of(fingerprint)
            same = "SELECT id, complete FROM readings WHERE document = ? AND fingerprint = ?"
            old = database.row(same, (number, printed))
            new = old is None or not old[1]
            if new:
                drop_entries(database, number)
                if old is not None:
                    database.run("DELETE FROM readings WHERE id = ?", (old[0],))
                database.run(
                    "INSERT INTO readings (document, fingerprint, complete, text, packed) VALUES (?, ?, ?, ?, ?)",
                    (number, printed, is_complete(findings, done), text, packed),
                )
                database.run("UPDATE documents SET size = ? WHERE id = ? AND ? > 0", (size, number, size))
                database.run("DELETE FROM done WHERE doc = ? AND fingerprint = ?", (document.doc, printed))
                self._mark(codes, done)
            for one in sorted({number, *touched} if new else touched, key=lambda one: (one != number, one)):
                if one == number:
                    self._renew(codes, one, "read")
                else:
                    self._renew(codes, one, "revised", document.doc)
        return new or bool(touched)

    def mark(self, done: Sequence[Done]) -> None:
        """Keeps rows for pages that gave no document."""
        with self._database.writing():
            self._mark(Codes(self._database), [row for row in done if not self._is_forgotten(row.doc)])

    def sight(self, doc: str, path: str, line: int | None = None) -> None:
        """Notes another path of the same bytes."""
        with self._database.writing():
            number = self._number(doc)
            if number is not None:
                codes = Codes(self._database)
                for one in self._revisions.meet_again(number, path, line):
                    self._renew(codes, one, "revised", doc)

    def has(self, doc: str, step: str, fingerprint: str) -> bool:
        """True where nothing is left to do."""
        row = self._database.row(
            f"{DONE} WHERE d.doc = ? AND s.text = ? AND f.text = ? AND d.outcome <> 'failed'", (doc, step, fingerprint)
        )
        return row is not None or self._is_forgotten(doc)

    def done(self, doc: str | None = None) -> list[Done]:
        """The rows of one document, or of all."""
        only, values = ("", ()) if doc is None else (" WHERE d.doc = ?", (doc,))
        return [Done(*row) for row in self._database.rows(f"{DONE}{only} ORDER BY 1, 2, 3", values)]

    def entries(self, where: Filter = EVERYTHING) -> Iterator[EntryRow]:
        """Statements and events, flat."""
        for number, ids in self._places(where):
            rows = {row.id: row for row in entry_rows(self._load_some(number, ids))}
            yield from (rows[id] for id in ids if id in rows)

    def statements(self, where: Filter = EVERYTHING) -> Iterator[Statement]:
        """Statements whole."""
        for found, ids in self._groups(only(where, "statement")):
            statements = {one.id: one for one in found.statements}
            yield from (statements[id] for id in ids if id in statements)

    def events(self, where: Filter = EVERYTHING) -> Iterator[Event]:
        """Events whole."""
        for found, ids in self._groups(only(where, "event")):
            events = {one.id: one for one in found.events}
            yield from (events[id] for id in ids if id in events)

    def briefs(self, where: Filter = EVERYTHING) -> list[Brief]:
        """Statements and events with just what tells them apart."""
        return query.briefs(self._database, where, self._names)

    def stamp(self) -> str:
        """Something that changes with the pages."""
        counted = (
            "SELECT (SELECT count(*) FROM readings), (SELECT max(id) FROM readings), (SELECT max(id) FROM sightings)"
        )
        return " ".join(map(str, self._database.rows(counted)[0]))

    def count(self, where: Filter = EVERYTHING) -> int:
        """How many entries meet the conditions."""
        asked = query.entry_conditions(where, self._names)
        return int(self._database.value(f"SELECT count(*) FROM {query.ENTRIES} WHERE {asked.sql()}", asked.values))

    def facet(self, by: Facet, where: Filter = EVERYTHING) -> list[tuple[str | None, int]]:
        """How many entries each value has."""
        check_facet(by)
        counts = [(value, count) for value, count in query.facet(self._database, by, where, self._names)]
        return sorted(counts, key=lambda item: (-item[1], item[0] is None, item[0] or ""))

    def actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> list[ActorRow]:
        """Named parties with their counts."""
        rows = (ActorRow(*row) for row in query.actors(self._database, where, self._names))
        shown = page_of(filter(who_fits(who), rows), where)
        return seen.told(shown, lambda ids: teachings.read_learned(self._database, ids), self._identities())

    def count_actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> int:
        """How many named parties there are."""
        return sum(map(who_fits(who), (ActorRow(*row) for row in query.actors(self._database, where, self._names))))

    def learned(self, name: str | None = None, actor: str | None = None, doc: str | None = None) -> list[Learned]:
        """What pages teach about actors."""
        facts = teachings.read_learned(self._database, None if actor is None else [actor], doc)
        return list(seen.chosen(facts, name, actor))

    def entry(self, id: str) -> Entry | None:
        """One entry by its id or the beginning of it."""
        begins = (id, id + "\U0010ffff")
        shown = self._database.rows(
            f"SELECT e.entry, d.doc FROM {query.ENTRIES} WHERE e.entry >= ? AND e.entry < ?", begins
        )
        judged = self._database.rows("SELECT entry, doc FROM judgements WHERE entry >= ? AND entry < ?", begins)
        places: dict[str, str] = {**dict(judged), **dict(shown)}
        full = unique_prefix(id, places)
        if full is None:
            return None
        found = self.findings(places[full], judged=full in dict(shown))
        return next((one for one in found.entries if one.id == full), None) if found else None

    def findings(self, doc: str, *, judged: bool = True) -> Findings | None:
        """All that counts of one document."""
        number = self._number(doc)
        return None if number is None else self._load(number, judged)[1]

    def text(self, doc: str) -> str | None:
        """The text of one document."""
        number = self._number(doc)
        return None if number is None else unpack_text(self._database.rows(COUNTING, (number,))[0][1])

    def all_findings(self, where: Filter = EVERYTHING) -> Iterator[Findings]:
        """The findings of each document listed."""
        for row in self.documents(where):
            found = self.findings(row.doc)
            if found is not None:
                yield found

    def mentions(self, doc: str | None = None) -> Iterator[tuple[str, Party]]:
        """Document id and phrase."""
        where = EVERYTHING if doc is None else Filter(doc=doc)
        return ((found.document.doc, one) for found in self.all_findings(where) for one in found.mentions)

    def judge(self, *given: Judgement, checked: bool = True) -> None:
        """Appends judgements."""
        with self._database.writing():
            for one in given if checked else ():
                judging.check(self.findings(one.doc), one)
            for one in given:
                judgements.add(self._database, one)
            numbers = {number for one in given if (number := self._number(one.doc)) is not None}
            codes = Codes(self._database)
            for number in sorted(numbers):
                self._renew(codes, number, "judged")

    def judgements(self, doc: str | None = None) -> list[Judgement]:
        """Judgements as they were appended."""
        return judgements.read(self._database, doc)

    def stale(self) -> list[Judgement]:
        """Judgements that hang on no entry."""
        held: dict[str, list[Judgement]] = {}
        for one in self.judgements():
            held.setdefault(one.doc, []).append(one)
        return [one for doc, ones in held.items() for one in judging.unattached(self.findings(doc, judged=False), ones)]

    def judge_actor(self, judgement: ActorJudgement) -> int:
        """Appends a judgement on an actor."""
        with self._database.writing():
            known = self._identities()
            check_actor(known, judgement)
            changed = teachings.documents_with(self._database, sorted(touched(known, judgement)))
            number = teachings.add_judgement(self._database, judgement)
            codes = Codes(self._database)
            for one in changed:
                self._renew(codes, one, "judged")
        return number

    def actor_judgements(self) -> list[ActorJudgement]:
        """Judgements on actors as they were appended."""
        return teachings.read_judgements(self._database)

    def forget(self, doc: str, made: str, why: str = "") -> bool:
        """Erases a document for good."""
        database = self._database
        with database.writing():
            number = self._number(doc)
            if number is not None:
                self.derivations.clear()
                self.changes.note(doc, {}, "forgotten")
                renamed = erase(database, doc, number)
                codes = Codes(database)
                for one in {*self._revisions.leave(number), *renamed}:
                    self._renew(codes, one, "revised")
                bury(database, Tombstone(doc, made, why))
        database.empty_log()
        return number is not None

    def forgotten(self) -> list[Tombstone]:
        """The tombstones."""
        return [Tombstone(*row) for row in self._database.rows("SELECT doc, made, why FROM tombstones ORDER BY doc")]

    def compact(self) -> None:
        """Drops readings that do not count, and gives back the space."""
        database = self._database
        with database.writing():
            old = "SELECT id FROM readings WHERE id NOT IN (SELECT reading FROM documents)"
            database.run(
                f"""DELETE FROM done WHERE (doc, fingerprint) IN (SELECT d.doc, r.fingerprint FROM readings r
                JOIN documents d ON d.id = r.document WHERE r.id IN ({old}))"""
            )
            database.run(f"DELETE FROM readings WHERE id IN ({old})")
            drop_unused_codes(database)
            database.run("INSERT INTO evidence (evidence) VALUES ('optimize')")
        database.run("VACUUM")
        database.empty_log()

    def damage(self) -> Iterator[str]:
        """What of the file is damaged."""
        return damage(self._database)

    def drifted(self, doc: str) -> str | None:
        """What is wrong with the list rows of a document."""
        number = self._number(doc)
        return None if number is None else drifted(self._database, number, self._load(number)[1])

    def _number(self, doc: str) -> int | None:
        number: int | None = self._database.value("SELECT id FROM documents WHERE doc = ?", (doc,))
        return number

    def _add(self, doc: str, size: int) -> int:
        return self._database.run("INSERT INTO documents (doc, size) VALUES (?, ?)", (doc, size))

    def _is_forgotten(self, doc: str) -> bool:
        return self._database.row("SELECT 1 FROM tombstones WHERE doc = ?", (doc,)) is not None

    def _mark(self, codes: Codes, done: Sequence[Done]) -> None:
        rows = [(row.doc, codes.of(row.step), codes.of(row.fingerprint), row.outcome, row.reason) for row in done]
        self._database.many("INSERT OR REPLACE INTO done VALUES (?, ?, ?, ?, ?)", rows)

    def _load(self, number: int, judged: bool = True) -> tuple[int, Findings]:
        reading, text, packed = self._database.rows(COUNTING, (number,))[0]
        found = self._shown(number, unpack(packed, unpack_text(text)))
        if judged:
            found = self._identities().apply(judging.judged(found, self.judgements(found.document.doc)))
        return reading, found

    def _shown(self, number: int, found: Findings) -> Findings:
        path, line = self._revisions.shown(number)
        if (storable(found.document.path), found.document.line) != (path, line):
            found = replace(found, document=replace(found.document, path=path, line=line))
        return found

    def _identities(self) -> Identities:
        """What the judgements on actors come to now; another process may have added some, or forgotten a document."""
        judgements = tuple(self.actor_judgements())
        if judgements != self._actors.judgements:
            self._actors = Identities(judgements)
        return self._actors

    def _renew(self, codes: Codes, number: int, cause: Cause, other: str = "") -> None:
        """Makes the flat rows of one document anew from what counts now, and notes what changed by it."""
        drop_entries(self._database, number)
        reading, found = self._load(number)
        current = self._revisions.is_current(number)
        write_document(self._database, codes, number, reading, found, current)
        if current:
            write_entries(self._database, codes, number, found)
            teachings.write_learned(self._database, codes, number, found.learned)
        self.changes.note(found.document.doc, state_of(found) if current else {}, cause, other)

    def _renew_all(self) -> None:
        """Makes the flat rows of all documents anew."""
        codes = Codes(self._database)
        drop_all_entries(self._database)
        for (number,) in self._database.rows("SELECT id FROM documents"):
            self._renew(codes, number, "upgraded")

    def _groups(self, where: Filter | None) -> Iterator[tuple[Findings, list[str]]]:
        """The findings of each document that has such entries, with the ids of those, in order."""
        if where is not None:
            for number, ids in self._places(where):
                yield self._load(number)[1], ids

    def _places(self, where: Filter) -> Iterator[tuple[int, list[str]]]:
        """The number of each document that has such entries, with the ids of those, in order."""
        for number, group in groupby(self._listed(where), key=lambda row: int(row[0])):
            yield number, [row[1] for row in group]

    def _listed(self, where: Filter) -> list[Row]:
        """Number of the document and id of each such entry, in order."""
        asked = query.entry_conditions(where, self._names)
        order = f"ORDER BY {query.ORDERS[where.sort]}{query.page(where)}"
        return self._database.rows(
            f"SELECT e.document, e.entry FROM {query.ENTRIES} WHERE {asked.sql()} {order}", asked.values
        )

    def _load_some(self, number: int, ids: Sequence[str]) -> Findings:
        """These entries of a document, with as much of the rest as a list shows."""
        doc = self._database.value("SELECT doc FROM documents WHERE id = ?", (number,))
        judged = self._database.row("SELECT 1 FROM judgements WHERE doc = ?", (doc,)) is not None
        if judged or self._identities().standing:
            return self._load(number)[1]
        _, text, packed = self._database.rows(COUNTING, (number,))[0]
        return self._shown(number, unpack_some(packed, unpack_text(text), frozenset(ids)))
