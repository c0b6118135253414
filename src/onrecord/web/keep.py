"""What is kept between visits: the record's columns, what was made of its derived rows, and answers that take long."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TypeVar, cast

from onrecord.api import Record
from onrecord.store import ColumnStore
from onrecord.store.columns import Columns, load, renew
from onrecord.store.connection import Database
from onrecord.store.held import Held

T = TypeVar("T")
Clock = Callable[[], float]
"""Seconds from any moment on."""

MOST = 512
"""Answers that are kept: those that were asked for last."""
DERIVED = 96
"""Lists of derived rows that are kept, and what was chosen from them."""
STANDS = 20
"""How many times as long as it took to make an answer stands while the record is being written to: what is renewed then takes at
most a twentieth of the time, however large the record and however many ask."""


COLUMNS = "columns"
AT_ONCE = 0.03
"""Seconds: an answer that takes no longer is renewed as soon as the record has changed."""


@dataclass(slots=True)
class Answer:
    """What was made, of which state of the file, until when it stands whatever that becomes, and whether it is being renewed."""

    value: object
    stamp: object
    until: float
    busy: bool = False


class Keep:
    """Answers by key. One is made anew once the record's file has changed, by one visitor; others get the one before."""

    def __init__(self, record: Path, clock: Clock = monotonic) -> None:
        """``record`` is the file to watch; what is being written to it stands in the log beside it."""
        self._path = record
        self._files = record, record.with_name(record.name + "-wal")
        self._clock = clock
        self._held: OrderedDict[Hashable, Answer] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()
        self._derived = Held(DERIVED)

    def opened(self) -> Record:
        """The record, for reading alone and for one thread."""
        return Record(ColumnStore(self._path, self._columns, self._derived), str(self._path))

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, or gave before for this key."""
        return self._renewed(key, lambda old: make())

    def _columns(self, database: Database) -> Columns:
        def make(old: Columns | None) -> Columns:
            return load(database) if old is None else renew(old, database)

        return self._renewed(COLUMNS, make)

    def _renewed(self, key: Hashable, make: Callable[[T | None], T]) -> T:
        old, mine = self._standing(key)
        if old is not None:
            return self._made(key, make, old) if mine else cast(T, old.value)
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            # Another visitor may have made it while this one waited.
            old, mine = self._standing(key)
            return self._made(key, make, old) if old is None or mine else cast(T, old.value)

    def _standing(self, key: Hashable) -> tuple[Answer | None, bool]:
        """The answer of before, and whether it is for this visitor to renew it."""
        with self._lock:
            found = self._held.get(key)
            if found is None:
                return None, False
            self._held.move_to_end(key)
            if found.busy or self._clock() < found.until or found.stamp == self._stamp():
                return found, False
            found.busy = True
            return found, True

    def _made(self, key: Hashable, make: Callable[[T | None], T], old: Answer | None) -> T:
        stamp, begun = self._stamp(), self._clock()
        try:
            made = make(cast(T, old.value) if old is not None else None)
        finally:
            if old is not None:
                old.busy = False
        ended = self._clock()
        # The first columns are loaded whole, later ones take in what is new.
        took = 0.0 if key == COLUMNS and old is None else ended - begun
        with self._lock:
            self._held[key] = Answer(made, stamp, ended + (STANDS * took if took > AT_ONCE else 0))
            while len(self._held) > MOST:
                gone, _ = self._held.popitem(last=False)
                self._making.pop(gone, None)
        return made

    def _stamp(self) -> tuple[object, ...]:
        return tuple(map(_stamp, self._files))


def _stamp(path: Path) -> tuple[int, int] | None:
    if not path.exists():
        return None
    found = path.stat()
    return found.st_mtime_ns, found.st_size
