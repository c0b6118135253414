"""A desk that somebody sits at: what changes with the pages alone is worked out once, and not for each decision."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar, cast

from onrecord.review import queue
from onrecord.review.decisions import Decisions
from onrecord.review.queue import Wanted, parts_of
from onrecord.schema import Findings, Judgement
from onrecord.store import Brief, Filter, Store
from onrecord.store.added import with_entries
from onrecord.store.judge import DECIDING, added_entries, attached, standing

T = TypeVar("T")

HELD = 2_000
"""Queues and pages' ids that are kept."""
PATIENCE = 20
"""While pages are being added, a queue holds for so many times as long as it took to make it: a large one takes seconds."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """Something made of the pages as they were: their stamp then, until when it holds in any case, and itself."""

    stamp: str
    until: float
    value: T


class Desk:
    """What was worked out is kept between questions; several threads may ask. A desk is good for one record."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """An empty desk."""
        self._held: OrderedDict[Hashable, Kept[object]] = OrderedDict()
        self._lock = Lock()
        self._clock = clock

    def queue(self, store: Store, wanted: Wanted) -> tuple[Brief, ...]:
        """The entries to look at, in order."""
        key = wanted, len(store.actor_judgements())
        return self._kept(key, store.stamp(), lambda: queue.queue(store, wanted))

    def pages(self, store: Store, seed: str, size: int) -> tuple[str, ...]:
        """Documents to be read whole, in order."""
        return self._kept(("pages", seed, size), store.stamp(), lambda: queue.pages(store, seed, size))

    def decisions(self, store: Store) -> Decisions:
        """What was decided until now."""
        judgements = store.judgements()
        # They are only ever appended; forgetting a page changes the stamp.
        stamp = f"{store.stamp()} {len(judgements)}"
        return self._kept("decisions", stamp, lambda: self._decided(store, judgements), patient=False)

    def _decided(self, store: Store, judgements: Sequence[Judgement]) -> Decisions:
        deciding = [one for one in judgements if one.verdict in DECIDING]
        there = frozenset(_shown(store, sorted({one.entry for one in deciding})))
        # An entry that is in no list was rejected, or has another id by now: its page tells.
        docs = sorted({one.doc for one in deciding if one.entry not in there})
        prints = {row.doc: row.fingerprint for some in parts_of(docs) for row in store.documents(Filter(doc=some))}

        def place(one: Judgement) -> str | None:
            if one.entry in there:
                return one.entry
            if one.doc not in prints:
                return None
            key = "ids", one.doc
            ids = self._kept(key, prints[one.doc], lambda: ids_of(store.findings(one.doc, judged=False)), patient=False)
            return one.entry if one.entry in ids else placed(store, one)

        return Decisions(judgements, place)

    def _kept(self, key: Hashable, stamp: str, make: Callable[[], T], patient: bool = True) -> T:
        begun = self._clock()
        with self._lock:
            found = self._held.get(key)
            if found is not None and (found.stamp == stamp or (patient and begun < found.until)):
                self._held.move_to_end(key)
                return cast(T, found.value)
        made = make()
        ended = self._clock()
        with self._lock:
            self._held[key] = Kept(stamp, ended + PATIENCE * (ended - begun), made)
            self._held.move_to_end(key)
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return made


def ids_of(findings: Findings | None) -> frozenset[str]:
    """The entries that were found on a page."""
    return frozenset(one.id for one in findings.entries) if findings is not None else frozenset()


def placed(store: Store, judgement: Judgement) -> str | None:
    """The entry that a judgement hangs on: one that was added, or one with its quote; None where there is neither."""
    findings = store.findings(judgement.doc, judged=False)
    if findings is None:
        return None
    added = added_entries(findings, standing(store.judgements(judgement.doc)))
    return next(iter(attached(with_entries(findings, added.values()), [judgement])), None)


def _shown(store: Store, ids: Sequence[str]) -> Iterator[str]:
    for some in parts_of(ids):
        yield from (one.id for one in store.briefs(Filter(ids=some)))
