"""What Python programs use: a record as an object, and pages read without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from os import fspath
from os.path import abspath
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self, Unpack

from onrecord.across import Across
from onrecord.conditions import Conditions, Several, counted, filter_of, part
from onrecord.errors import UsageError
from onrecord.exporting import Exporting
from onrecord.pagewise import AnyPath, default_pipeline, listed, read, resolve
from onrecord.results import Rows
from onrecord.reviewed import Reviewed
from onrecord.run import Added
from onrecord.settings import confidence_floor

if TYPE_CHECKING:
    from onrecord.checks import Checked, Fault
    from onrecord.coding import Coded
    from onrecord.engines import Limits
    from onrecord.explain import Explanation
    from onrecord.run import Engine, Result
    from onrecord.schema import ActorVerdict, Document, Entry, Findings, Page, PageFault
    from onrecord.steps import Pipeline
    from onrecord.store import ActorRow, DocumentRow, EntryRow, Filter, Store
    from onrecord.store.identity import Identities
    from onrecord.whois import ActorPage

__all__ = ["Conditions", "Record", "default_pipeline", "filter_of", "open", "read", "resolve"]


class Record(Across, Exporting, Reviewed):
    """A record: one file, or nothing but memory. Use it in a ``with`` statement, or call ``close``.

    Lists are fetched when they are walked and come by date of publication. By default they hold every entry of the
    confidence ``precise`` asks for; ``vouched=True`` keeps what the outlet itself reports as having happened.
    """

    def __init__(self, store: Store, path: str) -> None:
        """``store`` holds the record; ``path`` is its name in messages."""
        self.store = store
        self.path = path

    def __enter__(self) -> Self:
        """The record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the record."""
        self.close()

    def close(self) -> None:
        """Ends the use of the record; a second call does nothing."""
        self.store.close()

    def __repr__(self) -> str:
        """The path, and how much is on record."""
        counts = len(self.documents()), len(self.statements(min_confidence=0)), len(self.events(min_confidence=0))
        return "<Record {}: {:,} documents, {:,} statements, {:,} events>".format(self.path, *counts)

    def add(
        self,
        paths: AnyPath | Iterable[AnyPath],
        *,
        model: str | None = None,
        frames: Path | None = None,
        actors: Path | None = None,
        jobs: int = 1,
        sidecar: AnyPath | None = None,
        online: AnyPath | None = None,
        stdin: BinaryIO | None = None,
        pipeline: Pipeline | None = None,
        limits: Limits | None = None,
        each: Callable[[Result], None] | None = None,
    ) -> Added:
        """Reads pages into the record; pages already on record under the same rules are not read again.

        Addresses among the paths are fetched into the web archive ``online`` and read from there; without it they are not.

        Every page is kept as soon as it is read. ``each`` is called with what came of each page, in order; a page that
        fails does not stop the others, nor does one that takes more time or memory than ``limits`` allow. Raises UsageError,
        ModelError or LexiconError before anything is read.
        """
        from onrecord.engines import Limits, LoopEngine, local
        from onrecord.read import pages

        table, archive = (fspath(one) if one is not None else None for one in (sidecar, online))
        found = pages(listed(paths), stdin, table, archive)
        within = limits or Limits()
        if pipeline is not None:
            engine: Engine = LoopEngine(pipeline, within)
            fingerprint = pipeline.fingerprint
        else:
            engine, fingerprint = local(model, frames, actors, jobs=jobs, limits=within)
        return self.add_pages(_without(found, self.path), engine, fingerprint, each)

    def add_pages(
        self,
        pages: Iterable[Page | PageFault],
        engine: Engine,
        fingerprint: str,
        each: Callable[[Result], None] | None = None,
    ) -> Added:
        """Takes in pages that are at hand already, as ``add`` does, with an engine of the caller's choice."""
        from onrecord.run import run

        added = Added()
        for result in run(pages, engine, fingerprint, self.store):
            added.count(result)
            if each is not None:
                each(result)
        return added

    def documents(self, **conditions: Unpack[Conditions]) -> Rows[DocumentRow]:
        """The documents that have such entries, all where there is no condition; dates go by publication here."""
        from onrecord.store import DocumentRow

        where = self._where({"min_confidence": 0.0, **conditions})
        return Rows(
            DocumentRow,
            lambda some: self.with_bounds(self.store.documents(part(where, some))),
            lambda: counted(self.store.count_documents(where), where),
        )

    def entries(self, **conditions: Unpack[Conditions]) -> Rows[EntryRow]:
        """Statements and events that meet every condition, one flat row each. Raises UsageError for an odd one."""
        from onrecord.store import EntryRow

        where = self._where(conditions)
        return Rows(
            EntryRow,
            lambda some: self.with_reports(self.store.entries(part(where, some))),
            lambda: counted(self.store.count(where), where),
        )

    def statements(self, **conditions: Unpack[Conditions]) -> Rows[EntryRow]:
        """Who said what; conditions as for ``entries``."""
        conditions["kind"] = "statement"
        return self.entries(**conditions)

    def events(self, **conditions: Unpack[Conditions]) -> Rows[EntryRow]:
        """Who did what to whom; conditions as for ``entries``."""
        conditions["kind"] = "event"
        return self.entries(**conditions)

    def coded(self, codebook: str, **conditions: Unpack[Conditions]) -> Rows[Coded]:
        """The events that have a code in a codebook that a plug-in brings, by its name; conditions as for ``entries``."""
        from onrecord.coding import Coded, coded, own_codebook
        from onrecord.plugins import installed

        book, where = (
            own_codebook(codebook, installed("onrecord.codebooks")),
            self._where({**conditions, "kind": "event"}),
        )

        def fetch(some: slice) -> Iterator[Coded]:
            return islice(coded(self.store.events(where), book), some.start, some.stop)

        return Rows(Coded, fetch, lambda: sum(1 for _ in fetch(slice(0, None))))

    def actors(
        self,
        *,
        name: str | None = None,
        of_kind: Several = (),
        of_country: Several = (),
        **conditions: Unpack[Conditions],
    ) -> Rows[ActorRow]:
        """The parties of the entries that meet the conditions (as for ``entries``), those with most entries first.

        ``name`` (words of it, or an id), ``of_kind`` and ``of_country`` are the actor's own.
        """
        from onrecord.store import ActorRow, Who

        where, known = self._where(conditions), self._known()
        who = Who(of_kind, of_country, known.of(name) if name is not None else None)
        return Rows(
            ActorRow,
            lambda some: iter(self.store.actors(part(where, some), who)),
            lambda: counted(self.store.count_actors(where, who), where),
        )

    def actor(self, asked: str) -> ActorPage:
        """One actor by id or by words of its name, with what pages teach about it. Raises UsageError for none or several."""
        from onrecord.whois import actor_page

        return actor_page(self.store, asked)

    def judge_actor(
        self, verdict: ActorVerdict, actor: str, *, by: str, made: str, why: str = "",
        other: str = "", name: str = "", doc: str = "",
    ) -> int:  # fmt: skip
        """Says who an actor is: ``confirm``, ``merge`` with ``other``, ``rename``, ``split`` in ``doc``, ``undo`` number ``other``.

        ``made`` is an ISO time. Gives the judgement's number; UsageError for an actor or document that there is not.
        """
        from onrecord.whois import judgement

        found = judgement(self.store, verdict, actor, by, made, why, other=other, name=name, doc=doc)
        return self.store.judge_actor(found)

    def entry(self, id: str) -> Entry:
        """The whole entry with this id, or the only one whose id so begins. Raises UsageError where there is none."""
        return self._entry(id)

    def page(self, id: str) -> Document | None:
        """The whole document with this id, or the only one whose id so begins, or None. UsageError where several do."""
        from onrecord.store.rules import unique_prefix

        doc = unique_prefix(id, self.store.beginning(id))
        return found.document if doc is not None and (found := self.store.findings(doc, judged=False)) else None

    def why(self, id: str) -> Explanation:
        """Why an entry is on record: its words in their place, what found it, on whose word it rests."""
        from onrecord.explain import explain
        from onrecord.schema import Known

        entry = self.entry(id)
        findings = self.store.findings(entry.doc, judged=False)
        if findings is None:
            raise UsageError(f"{id}: its document {entry.doc} is no longer on record")
        return explain(findings, entry, self.store.derivations.rows(Known, entries=[id]))

    def verify(self) -> Checked:
        """Re-checks every span and link, also of derived rows that are up to date; ``faults`` is empty where all is borne out."""
        from onrecord.checks import check_all, check_derived, readable

        damaged: list[Fault] = []
        checked = check_all(readable(self.store, self.path, damaged))
        checked.faults[:0] = damaged
        if not damaged and self.is_derived():
            checked.faults += check_derived(self.store)
        return checked

    def forget(self, doc: str, *, made: str, why: str = "") -> bool:
        """Erases the page with this id, or the only one whose id so begins, for good: no word of it stays in the file.

        Only its id stays, with ``made`` (an ISO time) and ``why``, so that it is never taken in again. False where it is
        not on record. Raises UsageError where several begin so, RecordBusy where a reader elsewhere still holds its words.
        """
        from onrecord.store.rules import unique_prefix

        known = [one.doc for one in self.store.done()]
        return self.store.forget(unique_prefix(doc, known) or doc, made, why)

    def changes(self, since: int = 0, *, min_confidence: float | str = "precise") -> Iterator[dict[str, Any]]:
        """What was added, changed and withdrawn after the change with the number ``since``, each thing once, as it is now.

        Every object has a ``number``; the largest, or ``last_change``, is what to ask from next time. Raises UsageError for a
        number that the record has not come to.
        """
        from onrecord.feed import changes

        return changes(self.store, since, confidence_floor(str(min_confidence)))

    def last_change(self) -> int:
        """The number of the record's last change, 0 where nothing is on record."""
        return self.store.changes.last()

    def _where(self, conditions: Conditions) -> Filter:
        return self._known().asked(filter_of(conditions))

    def _known(self) -> Identities:
        from onrecord.store.identity import Identities

        return Identities(self.store.actor_judgements())

    def findings(self) -> Iterator[Findings]:
        """All that is on record, document by document."""
        return self.store.all_findings()


def open(path: AnyPath, *, create: bool = True, write: bool = True) -> Record:
    """The record in the file ``path``, made where there is none; ``:memory:`` keeps it in memory only.

    Raises NotARecord, NewerRecord or RecordBusy; with ``create=False`` UsageError where the file does not exist.
    With ``write=False`` the file is read and never changed, and none is made.
    """
    from onrecord.store import MemoryStore, SQLiteStore

    name = fspath(path)
    if name == ":memory:":
        return Record(MemoryStore(), name)
    if not (create and write) and not Path(name).exists():
        raise UsageError(f"{name}: no such record; onrecord add {name} PATH… makes it")
    if Path(name).is_dir():
        raise UsageError(f"{name}: this is a folder; name a file for the record, such as {name.rstrip('/')}.onrecord")
    return Record(SQLiteStore(name, write=write), name)


def _without(pages: Iterable[Page | PageFault], record: str) -> Iterator[Page | PageFault]:
    """The pages, save the record's own files: a record is often kept in the folder that it is made from."""
    own = {abspath(record + ending) for ending in ("", "-wal", "-shm", "-journal")}
    return (page for page in pages if abspath(page.path) not in own)
