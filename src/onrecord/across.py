"""A record's pages taken together, for programs: what ``derive`` made, as lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import UsageError
from onrecord.results import Rows
from onrecord.settings import MIN_CONFIDENCE

if TYPE_CHECKING:
    from onrecord.derive import Made
    from onrecord.schema import Bounds, Copy, Derived, Entry, Happening, Story, Utterance
    from onrecord.store import DocumentRow, EntryRow, Store

T = TypeVar("T", bound="Derived")

AT_ONCE = 500
"""Rows that are looked up together."""
FLOOR = MIN_CONFIDENCE["balanced"]
"""The confidence from which on entries are taken into derived rows: where content and speakers are best in F1."""


class Across:
    """The part of a record that spans pages. Every list wants ``derive`` to have run, and raises UsageError if it never did."""

    store: Store
    path: str

    def derive(self, each: Callable[[Made], None] | None = None) -> list[Made]:
        """Brings copies, stories and happenings up to what is on record; does nothing where nothing changed.

        ``each`` is called with what came of each step.
        """
        from onrecord.derive import derive

        return derive(self.store, FLOOR, each)

    def is_derived(self) -> bool:
        """True where the derived rows are those of the record as it stands."""
        from onrecord.derive import is_fresh

        return is_fresh(self.store, FLOOR)

    def with_bounds(self, rows: Iterable[DocumentRow]) -> Iterator[DocumentRow]:
        """The rows of documents, those of pages without a date with the days between which they were published."""
        from onrecord.schema import Bounds, When

        known = {row.doc: row for row in self.store.derivations.rows(Bounds)}
        for row in rows:
            found = known.get(row.doc)
            if found is None or (found.earliest is None and found.latest is None):
                yield row
                continue
            when = When(
                text=found.why, earliest=found.earliest, latest=found.latest, precision="interval", basis="bounded",
                origin="derive",
            )  # fmt: skip
            yield replace(row, published_bounds=when, bounds_earliest=found.earliest, bounds_latest=found.latest)

    def with_reports(self, rows: Iterable[EntryRow]) -> Iterator[EntryRow]:
        """The rows of entries with how often each is told, and by how many independent sources; as they are before ``derive``."""
        from onrecord.schema import Happening, Utterance

        made = bool(self.store.derivations.made())
        while some := list(islice(rows := iter(rows), AT_ONCE)):
            found = self.store.derivations.rows
            ids = [row.id for row in some]
            told: list[Happening | Utterance] = []
            if made:
                told = [*found(Happening, entries=ids), *found(Utterance, entries=ids)]
            counts = {entry: (one.reports, one.independent_sources) for one in told for entry in one.entries}
            for row in some:
                reports, sources = counts.get(row.id, (1, 1) if made else (None, None))
                yield replace(row, reports=reports, independent_sources=sources)

    def copies(self) -> Rows[Copy]:
        """Pages that repeat another page, with the relation."""
        from onrecord.schema import Copy

        return self._rows(Copy, lambda row: True)

    def stories(
        self, *, level: str | None = None, since: date | str | None = None, until: date | str | None = None
    ) -> Rows[Story]:
        """The stories, each followed by its episodes; ``level`` keeps one of the two. Days go by publication."""
        from onrecord.schema import Story

        first, last = day("since", since), day("until", until)

        def fits(row: Story) -> bool:
            return level in (None, row.level) and _within(row.earliest, row.latest, first, last)

        return self._rows(Story, fits)

    def utterances(self, *, speaker: str | None = None) -> Rows[Utterance]:
        """The sayings that are reported more than once; ``speaker`` is words of a name, or an id."""
        from onrecord.schema import Utterance
        from onrecord.store.words import named_by

        named = named_by(speaker) if speaker is not None else None
        return self._rows(Utterance, lambda row: named is None or row.actor == speaker or named(row.who))

    def bounds(self) -> Rows[Bounds]:
        """Between which days pages without a date were published, and what says so."""
        from onrecord.schema import Bounds

        return self._rows(Bounds, lambda row: True)

    def timeline(
        self, *, actor: str | None = None, dyad: tuple[str, str] | None = None, story: str | None = None,
        issue: str | None = None, since: date | str | None = None, until: date | str | None = None,
        known_on: date | str | None = None,
    ) -> Rows[Happening]:  # fmt: skip
        """What happened, in order: of an actor, between two, in a story, on an issue; undated happenings come last.

        Actors are named by words of their names, by a table id or a country's three letters. ``known_on`` leaves out
        pages published later, and undated ones: the rest is told anew from the reports that are left.
        """
        from onrecord.derive.timeline import Wanted, timeline

        wanted = Wanted(actor, dyad, story, issue, day("since", since), day("until", until), day("known_on", known_on))
        self._check()
        from onrecord.schema import Happening

        found = timeline(self.store, wanted, FLOOR)
        return Rows(Happening, lambda limit: iter(self._worded(found[:limit])), lambda: len(found))

    def judge_pair(self, entry: str, other: str, said: str, *, by: str, made: str, why: str = "") -> None:
        """Says of two entries of one kind that they tell of one thing (``with``), or do not (``apart``); ``free`` takes it back.

        It goes before every score from the next ``derive`` on. ``made`` is an ISO time. Raises UsageError for an entry that
        there is not, for two of different kinds, and for another word than these three.
        """
        from onrecord.derive.judged import APART, FREE, TOGETHER, fields_of
        from onrecord.schema import Judgement
        from onrecord.settings import check_choice

        check_choice("said", [said], (TOGETHER, APART, FREE))
        one, two = self._entry(entry), self._entry(other)
        if type(one) is not type(two):
            raise UsageError(f"{entry} and {other}: a statement and an event are never one thing; give two of one kind")
        if one.id == two.id:
            raise UsageError(f"{entry}: this is one entry; give two")
        self.store.judge(Judgement(one.id, one.doc, "merge", by, made, why, fields_of(said, two.id)))

    def _entry(self, id: str) -> Entry:
        found = self.store.entry(id)
        if found is None:
            raise UsageError(f"{id}: no entry with this id in {self.path}; the lists show ids in their last column")
        return found

    def _rows(self, shape: type[T], fits: Callable[[T], bool]) -> Rows[T]:
        self._check()
        found = [row for row in self.store.derivations.rows(shape) if fits(row)]
        return Rows(shape, lambda limit: iter(self._worded(found[:limit])), lambda: len(found))

    def _check(self) -> None:
        if not self.store.derivations.made():
            raise UsageError(f"{self.path}: nothing was derived yet; run onrecord derive {self.path}")

    def _worded(self, rows: Iterable[T]) -> Iterable[T]:
        """The rows with the words of their passages."""
        text_of = lru_cache(maxsize=256)(lambda doc: self.store.text(doc) or "")
        for row in rows:
            yield replace(row, passages=tuple(replace(p, text=text_of(p.doc)[p.start : p.end]) for p in row.passages))


def day(name: str, value: date | str | None) -> date | None:
    """A day, a string read as ``YYYY-MM-DD``. Raises UsageError for what is none."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{name} {value}: no such day; write it as 2021-03-09") from error


def _within(first: date | None, last: date | None, since: date | None, until: date | None) -> bool:
    if first is None and last is None:
        return since is None and until is None
    return not (since and last and last < since) and not (until and first and first > until)
