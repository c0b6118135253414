"""What Python programs use: a record as an object, and pages read without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from os import PathLike, fspath
from os.path import abspath
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TypedDict, Unpack

from onrecord.across import Across, day
from onrecord.errors import StepError, UsageError
from onrecord.results import Rows
from onrecord.reviewed import Reviewed
from onrecord.run import Added
from onrecord.selection import above, speaker_floor
from onrecord.settings import CHOICES, check_choice, confidence_floor

if TYPE_CHECKING:
    from onrecord.checks import Checked
    from onrecord.explain import Explanation
    from onrecord.run import Engine, Result
    from onrecord.schema import ActorVerdict, Document, Entry, Findings, Page, PageFault, Party
    from onrecord.steps import Pipeline
    from onrecord.store import ActorRow, DocumentRow, EntryRow, Filter, Store
    from onrecord.store.base import Order
    from onrecord.store.identity import Identities
    from onrecord.whois import ActorPage

AnyPath = str | PathLike[str]
Several = str | tuple[str, ...]


class Conditions(TypedDict, total=False):
    """What an entry has to meet to be in a list.

    A party (``speaker``, ``source``, ``target``, or ``actor`` in any role) is named by words of its name, by its table
    id, or by a country's three letters; so is what a statement is ``about``. ``capacity`` (the speaker's: official,
    former, expert, unnamed, other), ``attitude`` (says, thinks, wants, decides), ``form`` (direct, indirect, mixed) and
    ``medium`` keep statements alone. Several values of one condition are given as a tuple: any will do. ``since`` and
    ``until`` are inclusive, a string is read as ``YYYY-MM-DD``; ``month`` is that of the page's publication, as
    ``2021-03``. ``search`` takes words, a phrase in quotation marks, or a beginning (``negotiat*``). ``min_confidence``
    is a name or a number, ``precise`` where it is not given; from 0.7
    (``precise``) on a speaker who is named has to be sure, too.
    ``vouched`` keeps what the outlet itself reports as having happened, sayings included. ``order`` is ``oldest`` (by
    publication, if not given), ``newest``, ``surest`` or ``doubtful``.
    """

    kind: Several
    speaker: str | None
    source: str | None
    target: str | None
    actor: str | None
    country: Several
    type: Several
    status: Several
    voice: Several
    about: str | None
    capacity: Several
    attitude: Several
    form: Several
    medium: Several
    outlet: str | None
    month: Several
    since: date | str | None
    until: date | str | None
    search: str | None
    min_confidence: float | str
    vouched: bool
    doc: Several
    order: Order
    limit: int | None
    offset: int


class Record(Across, Reviewed):
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
        each: Callable[[Result], None] | None = None,
    ) -> Added:
        """Reads pages into the record; pages already on record under the same rules are not read again.

        Addresses among the paths are fetched into the web archive ``online`` and read from there; without it they are not.

        Every page is kept as soon as it is read. ``each`` is called with what came of each page, in order; a page that
        fails does not stop the others. Raises UsageError, ModelError or LexiconError before anything is read.
        """
        from onrecord.engines import local
        from onrecord.read import pages

        table, archive = (fspath(one) if one is not None else None for one in (sidecar, online))
        found = pages(_listed(paths), stdin, table, archive)
        ready = pipeline or default_pipeline(model, frames, actors)
        engine = local(ready, partial(default_pipeline, model, frames, actors), 1 if pipeline else jobs)
        return self.add_pages(_without(found, self.path), engine, ready.fingerprint, each)

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
            lambda some: self.with_bounds(self.store.documents(_part(where, some))),
            lambda: _counted(self.store.count_documents(where), where),
        )

    def entries(self, **conditions: Unpack[Conditions]) -> Rows[EntryRow]:
        """Statements and events that meet every condition, one flat row each. Raises UsageError for an odd one."""
        from onrecord.store import EntryRow

        where = self._where(conditions)
        return Rows(
            EntryRow,
            lambda some: self.with_reports(self.store.entries(_part(where, some))),
            lambda: _counted(self.store.count(where), where),
        )

    def statements(self, **conditions: Unpack[Conditions]) -> Rows[EntryRow]:
        """Who said what; conditions as for ``entries``."""
        conditions["kind"] = "statement"
        return self.entries(**conditions)

    def events(self, **conditions: Unpack[Conditions]) -> Rows[EntryRow]:
        """Who did what to whom; conditions as for ``entries``."""
        conditions["kind"] = "event"
        return self.entries(**conditions)

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
            lambda some: iter(self.store.actors(_part(where, some), who)),
            lambda: _counted(self.store.count_actors(where, who), where),
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
        from onrecord.checks import check_all, check_derived

        checked = check_all(self.store.all_findings())
        if self.is_derived():
            checked.faults += check_derived(self.store)
        return checked

    def export(
        self,
        form: str,
        out: AnyPath | None = None,
        *,
        table: str = "entries",
        text: bool = True,
        everything: bool = False,
    ) -> Mapping[str, int]:
        """Writes the record to the file ``out``, or to stdout, as ``jsonl``, ``csv``, ``parquet`` or ``plover``.

        ``jsonl`` is the whole record, line by line as the contract has it; ``text=False`` leaves the pages' text out.
        ``csv`` and ``parquet`` hold one ``table`` (entries, statements, events, documents), ``plover`` the events as PLOVER
        counts them: of what is vouched for and of high confidence, of all with ``everything``. Gives, for ``plover``, how
        many events were left out, by reason. Raises UsageError for a format or table that there is not.
        """
        from onrecord.writing import write

        return write(self.findings(), form, out, table=table, text=text, everything=everything)

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


def read(
    paths: AnyPath | Iterable[AnyPath],
    *,
    pipeline: Pipeline | None = None,
    min_confidence: float | str = "balanced",
    sidecar: AnyPath | None = None,
) -> list[Findings]:
    """What is found on each page, without a record. Raises PageError or StepError for the first page that fails."""
    from onrecord.engines import local
    from onrecord.errors import PageError
    from onrecord.read import pages
    from onrecord.run import run

    ready = pipeline or default_pipeline()
    found = pages(_listed(paths), None, fspath(sidecar) if sidecar is not None else None)
    out: list[Findings] = []
    for result in run(found, local(ready, default_pipeline), ready.fingerprint):
        if result.state == "failed" or result.findings is None:
            raise (PageError if result.step == "read" else StepError)(f"{result.where}: {result.reason}")
        out.append(above(result.findings, confidence_floor(str(min_confidence))))
    return out


def resolve(
    text: str, country: str | None = None, on: date | str | None = None, *, actors: AnyPath | None = None
) -> Party:
    """Whom a phrase means: ``resolve("the army chief", country="PAK", on=date(2018, 1, 9))``; no page is needed.

    ``country`` (ISO 3166 alpha-3) is where the phrase is seen from, ``on`` the day it is read for, a string as
    ``YYYY-MM-DD``. ``how`` of what comes back tells what it rests on; ``name`` is None where nobody is named or known.
    ``actors`` is a file with actors of your own. Raises UsageError for a day or a country that is none, and LexiconError.
    """
    from onrecord.lexicon.actors import load_actors
    from onrecord.lexicon.own_actors import load_own
    from onrecord.resolve import resolve_phrase, with_list

    table, when = load_actors(), day("on", on)
    if country is not None and (table.actor(country) is None or len(country) != 3):
        raise UsageError(f"country {country}: no such country; write its three letters, such as KEN")
    own = load_own(Path(actors), table) if actors is not None else ()
    return resolve_phrase(text, with_list(table, [one for one in own if one.counts_on(when)]), country, when)


def default_pipeline(model: str | None = None, frames: Path | None = None, actors: Path | None = None) -> Pipeline:
    """The pipeline as shipped; ``model`` names another spaCy pipeline, ``frames`` and ``actors`` files with your own.

    Raises ModelError, LexiconError or UsageError.
    """
    from onrecord.steps import assemble

    return assemble(model, frames, actors)


def _listed(paths: AnyPath | Iterable[AnyPath]) -> list[str]:
    return [fspath(paths)] if isinstance(paths, str | PathLike) else [fspath(path) for path in paths]


def filter_of(conditions: Conditions) -> Filter:
    """The store's filter for these conditions. Raises UsageError for one that there is not, or that makes no sense."""
    from onrecord.store import Filter
    from onrecord.store.base import ORDERS

    unknown = sorted(set(conditions) - Conditions.__annotations__.keys())
    if unknown:
        raise UsageError(f"no such condition: {', '.join(unknown)}; there are {', '.join(Conditions.__annotations__)}")
    given: dict[str, Any] = {"min_confidence": "precise", **conditions}
    given["min_confidence"] = confidence_floor(str(given["min_confidence"]))
    given["min_speaker"] = speaker_floor(given["min_confidence"])
    for name, known in CHOICES.items():
        value = given.get(name, ())
        check_choice(name, (value,) if isinstance(value, str) else value, known)
    check_choice("order", (given.get("order", "oldest"),), ORDERS)
    for name in ("since", "until"):
        given[name] = day(name, given.get(name))
    return Filter(**given)


def _without(pages: Iterable[Page | PageFault], record: str) -> Iterator[Page | PageFault]:
    """The pages, save the record's own files: a record is often kept in the folder that it is made from."""
    own = {abspath(record + ending) for ending in ("", "-wal", "-shm", "-journal")}
    return (page for page in pages if abspath(page.path) not in own)


def _part(where: Filter, some: slice) -> Filter:
    """``where`` for a slice of its rows."""
    bounds = [one for one in (some.stop, where.limit) if one is not None]
    limit = max(0, min(bounds) - some.start) if bounds else None
    return replace(where, offset=where.offset + some.start, limit=limit)


def _counted(total: int, where: Filter) -> int:
    left = max(0, total - where.offset)
    return left if where.limit is None else min(left, where.limit)
