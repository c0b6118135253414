"""A desk that somebody sits at: queues and places are worked out once while the pages stay as they are."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from onrecord.review import queue
from onrecord.review.decisions import Decisions
from onrecord.review.queue import Wanted
from onrecord.schema import Findings, Judgement
from onrecord.store import Brief, Store
from onrecord.store.added import with_entries
from onrecord.store.judge import added_entries, attached, standing

T = TypeVar("T")

HELD = 2_000
"""Queues and documents' ids that are kept."""


class Desk:
    """What does not change while entries are judged is kept between questions; several threads may ask."""

    def __init__(self) -> None:
        """An empty desk; it is good for one record."""
        self._held: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def queue(self, store: Store, wanted: Wanted) -> tuple[Brief, ...]:
        """The entries to look at, in order."""
        actors = len(store.actor_judgements())
        return self._kept((store.stamp(), actors, wanted), lambda: queue.queue(store, wanted))

    def pages(self, store: Store, seed: str, size: int) -> tuple[str, ...]:
        """Documents to be read whole, in order."""
        return self._kept((store.stamp(), "pages", seed, size), lambda: queue.pages(store, seed, size))

    def decisions(self, store: Store) -> Decisions:
        """What was decided until now."""
        stamp = store.stamp()

        def place(one: Judgement) -> str | None:
            ids = self._kept((stamp, "ids", one.doc), lambda: ids_of(store.findings(one.doc, judged=False)))
            return one.entry if one.entry in ids else placed(store, one)

        return Decisions(store.judgements(), place)

    def _kept(self, key: Hashable, make: Callable[[], T]) -> T:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return cast(T, self._held[key])
        made = make()
        with self._lock:
            self._held[key] = made
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
    whole = with_entries(findings, added_entries(findings, standing(store.judgements(judgement.doc))).values())
    return next(iter(attached(whole, [judgement])), None)
