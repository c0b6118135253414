"""What every store can do, and the one filter that all its lists take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Literal, Protocol, Self

from onrecord.errors import UsageError
from onrecord.schema import ActorJudgement, Done, Entry, Event, Findings, Judgement, Learned, Party, Statement
from onrecord.store.changelog import Changes
from onrecord.store.derivations import Derivations
from onrecord.store.overview import Overview
from onrecord.store.rows import ActorRow, Brief, DocumentRow, EntryRow, Tombstone

Several = str | tuple[str, ...]
"""One value, or several of which any will do; empty means all."""

Facet = Literal["kind", "type", "status", "voice", "country", "outlet", "month"]
FACETS: tuple[Facet, ...] = ("kind", "type", "status", "voice", "country", "outlet", "month")
"""``month`` is that of publication, as ``2021-03``."""


Sort = Literal["oldest", "newest", "surest", "doubtful"]
SORTS: tuple[Sort, ...] = ("oldest", "newest", "surest", "doubtful")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries a list shows: those that meet every condition given.

    ``speaker``, ``source``, ``target`` and ``actor`` (any role) name a party: its table id, its country's three
    letters, or words that all stand in its name, whatever their case and accents. A joint party's members count.
    ``kind`` is ``statement`` or ``event``; ``type``, ``status``, ``voice`` and ``country`` (of a party in any role)
    take one value or several. A statement has no type; its status is ``actual``, and its voice ``outlet`` unless it
    stands in another statement. ``about`` keeps statements that speak of somebody, named as a party is; the country is
    that of the phrase on the page. ``capacity`` (the speaker's, of a joint one any), ``attitude``, ``form`` and
    ``medium`` keep statements too, and take one value or several. ``since`` and ``until`` are inclusive and keep what
    may fall between them: the entry's own time, or where that is not known the page's date; an entry with neither is
    left out. ``search`` takes words that all stand in the evidence, a phrase in quotation marks, or a beginning
    (``negotiat*``). ``month`` is that of the page's publication, as ``2021-03``. ``min_speaker`` leaves out statements of
    named speakers who are less sure than that. ``vouched`` keeps what the outlet itself reports as having happened,
    sayings included. ``doc`` and ``ids`` name documents and entries.
    ``sort`` is the order of a list of entries: by publication, the ``oldest`` or the ``newest`` pages first, or by confidence, the
    ``surest`` or the ``doubtful`` first; within that always as by ``oldest``.
    """

    speaker: str | None = None
    source: str | None = None
    target: str | None = None
    actor: str | None = None
    country: Several = ()
    kind: Several = ()
    type: Several = ()
    status: Several = ()
    voice: Several = ()
    about: str | None = None
    capacity: Several = ()
    attitude: Several = ()
    form: Several = ()
    medium: Several = ()
    outlet: str | None = None
    month: Several = ()
    since: date | None = None
    until: date | None = None
    search: str | None = None
    min_confidence: float = 0.0
    min_speaker: float = 0.0
    vouched: bool = False
    doc: Several = ()
    ids: tuple[str, ...] = ()
    sort: Sort = "oldest"
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        """Raises UsageError for a range that is turned round or a negative count."""
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since} is after until {self.until}: swap them")
        if self.offset < 0 or (self.limit is not None and self.limit < 0):
            raise UsageError("limit and offset count entries: give 0 or more")


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Who:
    """Which actors a list shows: of these kinds and countries (any of several; empty means all), and by words of the name
    or an id.
    """

    kind: Several = ()
    country: Several = ()
    name: str | None = None


ANYBODY = Who()


def several(value: Several) -> tuple[str, ...]:
    """``value`` as a tuple."""
    return (value,) if isinstance(value, str) else value


class Store(Protocol):
    """A record of findings. Entries are those that count: the newest complete reading of each page's newest revision,
    judgements applied, rejected entries left out.

    Lists come by date of publication (unknown last), document, place in the text, kind and id, whatever the order they
    were put in, unless a filter asks for another order.
    Reading never changes anything, and nothing here looks at a clock: times come from the caller.
    """

    @property
    def derivations(self) -> Derivations:
        """What was derived from several pages together."""
        ...

    @property
    def changes(self) -> Changes:
        """What changed, for those who follow the record."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Ends the use of the store; a second call does nothing."""
        ...

    def put(self, findings: Findings, done: Sequence[Done], *, size: int = 0) -> bool:
        """Keeps all that one page gave, with the rows saying so, in one transaction; True where the record changed.

        ``done`` rows are of this document and share one fingerprint (UsageError otherwise). ``size`` is the number of
        bytes of the page. The same page under the same fingerprint changes nothing, nor does a page that was forgotten.
        Rows that failed make the reading incomplete: it counts only while there is no complete one, and is replaced by
        the next under its fingerprint.

        A page whose address (path, or the URL it was given with) is known with other bytes is a revision: the one put
        last counts, and the others are out of all lists, though ``findings`` still has them.
        """
        ...

    def mark(self, done: Sequence[Done]) -> None:
        """Keeps rows for pages that gave no document, such as one that could not be read."""
        ...

    def sight(self, doc: str, path: str, line: int | None = None) -> None:
        """Notes that the same bytes were met at another path; of all its paths a document shows the least."""
        ...

    def has(self, doc: str, step: str, fingerprint: str) -> bool:
        """True where this was done and did not fail, or the document was forgotten: nothing is left to do."""
        ...

    def done(self, doc: str | None = None) -> list[Done]:
        """The rows of one document, or of all, by document, step and fingerprint."""
        ...

    def documents(self, where: Filter = EVERYTHING) -> list[DocumentRow]:
        """Documents. ``since`` and ``until`` go by publication here; conditions on entries keep documents with such an
        entry.
        """
        ...

    def count_documents(self, where: Filter = EVERYTHING) -> int:
        """How many documents meet the conditions, limit and offset aside."""
        ...

    def readings(self) -> list[tuple[str, str]]:
        """Id and fingerprint of each document that ``documents`` lists, in its order."""
        ...

    def beginning(self, start: str) -> list[str]:
        """The ids of documents that begin so, in order."""
        ...

    def holding(self, search: str) -> list[str]:
        """The documents with an entry in whose evidence the words stand, in no order that means anything."""
        ...

    def overview(self, shown: int) -> Overview:
        """How much is on record, over which months, and what is missing; of each kind of page the first ``shown``."""
        ...

    def entries(self, where: Filter = EVERYTHING) -> Iterator[EntryRow]:
        """Statements and events, flat."""
        ...

    def statements(self, where: Filter = EVERYTHING) -> Iterator[Statement]:
        """Statements whole."""
        ...

    def events(self, where: Filter = EVERYTHING) -> Iterator[Event]:
        """Events whole."""
        ...

    def briefs(self, where: Filter = EVERYTHING) -> list[Brief]:
        """Statements and events with just what tells them apart, in any order; limit and offset aside."""
        ...

    def stamp(self) -> str:
        """Something that changes when pages are added, revised or forgotten, and not when they are judged."""
        ...

    def count(self, where: Filter = EVERYTHING) -> int:
        """How many entries meet the conditions, limit and offset aside."""
        ...

    def facet(self, by: Facet, where: Filter = EVERYTHING) -> list[tuple[str | None, int]]:
        """How many entries each value of ``by`` has, most first, then by value; None is "not known".

        An entry counts once for each country of its parties. UsageError for a facet that is not in FACETS.
        """
        ...

    def actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> list[ActorRow]:
        """The named parties of the entries that meet the conditions, most entries first, then by name and id."""
        ...

    def count_actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> int:
        """How many there are, limit and offset aside."""
        ...

    def learned(self, name: str | None = None, actor: str | None = None, doc: str | None = None) -> list[Learned]:
        """What pages teach about actors, by day (unknown last), document and place: on a name (words that all stand in
        it, or a short form), on an id, or of one document. Each fact holds for its own document and day alone.
        """
        ...

    def entry(self, id: str) -> Entry | None:
        """The entry with this id, or the only one whose id so begins (at least 4 characters); rejected ones too.

        None where there is none; UsageError where the beginning fits several.
        """
        ...

    def findings(self, doc: str, *, judged: bool = True) -> Findings | None:
        """All that counts of one document; as it was found, where ``judged`` is False. None for an unknown document."""
        ...

    def text(self, doc: str) -> str | None:
        """The text of one document; None for an unknown one."""
        ...

    def all_findings(self, where: Filter = EVERYTHING) -> Iterator[Findings]:
        """The findings of each document that ``documents`` would list, in its order, whole and judged."""
        ...

    def mentions(self, doc: str | None = None) -> Iterator[tuple[str, Party]]:
        """Document id and phrase, of one document or of all, in order."""
        ...

    def judge(self, *judgements: Judgement, checked: bool = True) -> None:
        """Appends judgements, all of them or none; they show from then on. UsageError where ``fields`` fit no such entry; with
        ``checked=False`` such a judgement is kept, and applied where it fits.
        """
        ...

    def judgements(self, doc: str | None = None) -> list[Judgement]:
        """Judgements as they were appended, on one document or all."""
        ...

    def stale(self) -> list[Judgement]:
        """Judgements that hang on no entry: their id is gone and their quote is found nowhere, or in several places."""
        ...

    def judge_actor(self, judgement: ActorJudgement) -> int:
        """Appends a judgement on who an actor is; it shows from then on, in lists and findings. Gives its number.

        UsageError where it says nothing new, lacks a name or document, or undoes what does not stand.
        """
        ...

    def actor_judgements(self) -> list[ActorJudgement]:
        """Judgements on actors as they were appended; the number of the first is 1."""
        ...

    def forget(self, doc: str, made: str, why: str = "") -> bool:
        """Erases a document for good, quotes in judgements included; a tombstone with ``made`` (an ISO time) stays.

        False where the document is not on record. What was forgotten is never taken in again. Raises RecordBusy where it
        is erased, but a reader elsewhere keeps its words in the log: then it is to be called again.
        """
        ...

    def forgotten(self) -> list[Tombstone]:
        """The tombstones, by document."""
        ...

    def compact(self) -> None:
        """Drops readings that do not count, and gives back the space."""
        ...

    def damage(self) -> Iterator[str]:
        """What of the file is damaged, in words; nothing where it is sound."""
        ...

    def drifted(self, doc: str) -> str | None:
        """What is wrong with the list rows of a document; None where they are those of its findings."""
        ...
