"""A record's pages taken together, for programs: what ``derive`` made, as lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.conditions import day
from onrecord.errors import UsageError
from onrecord.results import Rows
from onrecord.settings import MIN_CONFIDENCE

if TYPE_CHECKING:
    from onrecord.counted import Dyads
    from onrecord.derive import Made
    from onrecord.schema import (
        Bounds,
        Carrier,
        Copy,
        Derived,
        Dispute,
        Entry,
        Happening,
        Known,
        Lesson,
        Passage,
        Position,
        Story,
        Utterance,
    )
    from onrecord.store import DocumentRow, EntryRow, Store

T = TypeVar("T", bound="Derived")
Named = TypeVar("Named", bound=str)

AT_ONCE = 500
"""Rows that are looked up together."""
FLOOR = MIN_CONFIDENCE["balanced"]
"""The confidence from which on entries are taken into derived rows: where content and speakers are best in F1."""


class Across:
    """The part of a record that spans pages. Every list wants ``derive`` to have run, and raises UsageError if it never did."""

    store: Store
    path: str

    def derive(self, each: Callable[[Made], None] | None = None, *, anew: bool = False) -> list[Made]:
        """Brings copies, stories and happenings up to what is on record; does nothing where nothing changed.

        ``each`` is called with what came of each step. ``anew`` drops what was derived before, such as damaged rows.
        """
        from onrecord.derive import derive

        return derive(self.store, FLOOR, each, anew=anew)

    def is_derived(self) -> bool:
        """True where the derived rows are those of the record as it stands."""
        from onrecord.derive import is_fresh

        return is_fresh(self.store, FLOOR)

    def with_bounds(self, rows: Iterable[DocumentRow]) -> Iterator[DocumentRow]:
        """The rows of documents, those of pages without a date with the days between which they were published."""
        from onrecord.schema import Bounds, When

        while some := list(islice(rows := iter(rows), AT_ONCE)):
            undated = [row.doc for row in some if row.published_earliest is None and row.published_latest is None]
            known = {one.doc: one for one in self.store.derivations.rows(Bounds, docs=undated)} if undated else {}
            for row in some:
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

    def known(self, *, actor: str | None = None, about: Lesson | None = None) -> Rows[Known]:
        """What pages teach each other about actors: names that are one, countries, offices; what they leave open, too.

        ``actor`` is words of a name, or an id; ``about`` one of ``same``, ``country``, ``office``, ``holder``.
        """
        from onrecord.schema import Known
        from onrecord.store.words import named_by

        named = named_by(actor) if actor is not None else None

        def fits(row: Known) -> bool:
            meant = named is None or actor in (row.actor, row.value) or named(row.name) or named(row.shown)
            return meant and about in (None, row.about)

        return self._rows(Known, fits)

    def stories(
        self,
        *,
        level: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        words: bool = True,
    ) -> Rows[Story]:
        """The stories, each followed by its episodes; ``level`` keeps one of the two. Days go by publication.

        Without ``words`` their passages come without, and none of their pages need be opened.
        """
        from onrecord.schema import Story

        first, last = day("since", since), day("until", until)

        def fits(row: Story) -> bool:
            return level in (None, row.level) and _within(row.earliest, row.latest, first, last)

        return self._rows(Story, fits, ("earliest", "latest"), (level, first, last), words)

    def utterances(self, *, speaker: str | None = None) -> Rows[Utterance]:
        """The sayings that are reported more than once; ``speaker`` is words of a name, or an id."""
        from onrecord.schema import Utterance
        from onrecord.store.words import named_by

        named = named_by(speaker) if speaker is not None else None
        return self._rows(
            Utterance, lambda row: named is None or row.actor == speaker or named(row.who), asked=(speaker,)
        )

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

        found: list[Happening] = self.store.derivations.kept(wanted, lambda: timeline(self.store, wanted, FLOOR))
        if wanted.known_on is not None:
            return Rows(Happening, lambda some: iter(self._worded(found[some])), lambda: len(found))
        return self._whole(Happening, found)

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

    def positions(
        self, *, actor: str | None = None, counterpart: str | None = None, issue: str | None = None,
        changes: bool = False, since: date | str | None = None, until: date | str | None = None,
    ) -> Rows[Position]:  # fmt: skip
        """Commitments by actor and issue, each with what changed since the one before; ``changes`` keeps those that changed.

        Actors are named by words of their names, by an id or a country's three letters; ``issue`` takes words of it.
        """
        from onrecord.schema import Position

        first, last = day("since", since), day("until", until)

        def fits(row: Position) -> bool:
            return (
                _named(actor, row.actor, row.name)
                and _named(counterpart, row.counterpart or "", "")
                and _speaks_of(row.issue, issue)
                and (row.change not in (None, "repeats") or not changes)
                and _within(row.earliest, row.latest, first, last)
            )

        asked = actor, counterpart, issue, changes, first, last
        return self._rows(Position, fits, ("change", "earliest", "latest"), asked)

    def disputes(self, *, actor: str | None = None, issue: str | None = None) -> Rows[Dispute]:
        """Possible disputes: what one party claims and another denies, or two tell differently, both passages given."""
        from onrecord.schema import Dispute

        def fits(row: Dispute) -> bool:
            parties = any(_named(actor, side.actor, side.name) for side in row.sides)
            return parties and _speaks_of(row.issue, issue)

        return self._rows(Dispute, fits, asked=(actor, issue))

    def quote(self, words: str) -> Rows[Carrier]:
        """The pages that carry some words, earliest first: word for word, altered, or a statement in other words."""
        from onrecord.derive.quote import carriers
        from onrecord.schema import Carrier

        found = carriers(self.store, words)
        return Rows(Carrier, lambda some: iter(self._worded(found[some])), lambda: len(found))

    def dyads(
        self,
        *,
        by: str = "month",
        date: str = "reported",
        undated: str = "list",
        between: tuple[str, str] | None = None,
    ) -> Dyads:
        """What each side did to each other by day, week, month, quarter or year, beside what was read in the period.

        ``date`` is ``event`` (when it happened) or ``reported``; ``undated`` says what becomes of happenings that no single
        period holds: ``drop``, ``spread`` (evenly over their interval) or ``list`` (in a row without a period). ``between`` keeps
        two sides, by their ids, in both directions.
        """
        from onrecord.counted import counted
        from onrecord.derive.dyads import DATINGS, PERIODS, UNDATED, Rule

        self._check()
        rule = Rule(one_of("by", by, PERIODS), one_of("date", date, DATINGS), one_of("undated", undated, UNDATED))
        return counted(self.store, self._worded, rule, between)

    def _rows(
        self, shape: type[T], fits: Callable[[T], bool], wanted: Sequence[str] | None = None,
        asked: Hashable | None = None, words: bool = True,
    ) -> Rows[T]:  # fmt: skip
        """The rows that fit.

        ``wanted`` are the fields with a default that ``fits`` looks at; without it, it may look at all. ``asked`` is all that
        ``fits`` depends on: what was found may then be kept. Without ``words`` passages come without.
        """
        self._check()
        derived = self.store.derivations

        def choose() -> list[T]:
            return [
                row for row in (derived.rows(shape) if wanted is None else derived.brief(shape, wanted)) if fits(row)
            ]

        found: list[T] = choose() if asked is None else derived.kept((shape, asked), choose)
        return self._whole(shape, found, words)

    def _whole(self, shape: type[T], found: Sequence[T], words: bool = True) -> Rows[T]:
        """The rows that were chosen by what stands in ``found``, in its order."""

        def fetch(some: slice) -> Iterator[T]:
            chosen = [row.id for row in found[some]]
            for start in range(0, len(chosen), AT_ONCE):
                ids = chosen[start : start + AT_ONCE]
                known = {row.id: row for row in self.store.derivations.rows(shape, ids=ids)}
                rows = (known[id] for id in ids if id in known)
                yield from self._worded(rows) if words else rows

        return Rows(shape, fetch, lambda: len(found))

    def _check(self) -> None:
        if not self.store.derivations.made():
            raise UsageError(f"{self.path}: nothing was derived yet; run onrecord derive {self.path}")

    def _worded(self, rows: Iterable[T]) -> Iterable[T]:
        """The rows with the words of their passages."""
        text_of = lru_cache(maxsize=256)(lambda doc: self.store.text(doc) or "")
        for row in rows:
            yield with_words(row, lambda at: text_of(at.doc)[at.start : at.end])


def one_of(name: str, value: str, allowed: tuple[Named, ...]) -> Named:
    """``value``, where it is one of those allowed. Raises UsageError where it is not."""
    for one in allowed:
        if one == value:
            return one
    raise UsageError(f"{name} {value}: choose one of {', '.join(allowed)}")


def with_words(row: T, words_of: Callable[[Passage], str]) -> T:
    """``row`` with the words of all passages in it."""
    from onrecord.schema import Passage

    def worded(value: object) -> object:
        if isinstance(value, Passage):
            return replace(value, text=words_of(value))
        return tuple(map(worded, value)) if isinstance(value, tuple) else value

    held: dict[str, Any] = {one.name: worded(getattr(row, one.name)) for one in fields(row)}
    return replace(row, **held)


def _speaks_of(issue: str, wanted: str | None) -> bool:
    """True where an issue holds all the words asked for; every issue does, where none are."""
    return all(word in issue.lower() for word in (wanted or "").lower().split())


def _named(wanted: str | None, actor: str, name: str) -> bool:
    """True where an actor is the one that is asked for; everybody is, where nobody is asked for."""
    if not wanted:
        return True
    words = wanted.lower().split()
    return wanted in (actor, actor.rpartition(":")[2]) or all(word in name.lower() for word in words) and bool(name)


def _within(first: date | None, last: date | None, since: date | None, until: date | None) -> bool:
    if first is None and last is None:
        return since is None and until is None
    return not (since and last and last < since) and not (until and first and first > until)
