"""Counts that take long, kept as long as the record stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

T = TypeVar("T")

MOST = 512
"""Answers that are kept: facets of the filters that were asked for last."""


class Keep:
    """Answers by key, all of them dropped when the record's file changes; several threads may ask."""

    def __init__(self, record: Path) -> None:
        """``record`` is the file to watch; what is being written to it stands in the log beside it."""
        self._files = record, record.with_name(record.name + "-wal")
        self._stamp: tuple[object, ...] = ()
        self._held: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, or gave before for this key."""
        stamp = tuple(map(_stamp, self._files))
        with self._lock:
            if stamp != self._stamp:
                self._held.clear()
                self._stamp = stamp
            if key in self._held:
                self._held.move_to_end(key)
                return cast(T, self._held[key])
        made = make()
        with self._lock:
            if stamp == self._stamp:
                self._held[key] = made
                while len(self._held) > MOST:
                    self._held.popitem(last=False)
        return made


def _stamp(path: Path) -> tuple[int, int] | None:
    if not path.exists():
        return None
    found = path.stat()
    return found.st_mtime_ns, found.st_size
