"""Reading dropped pages into the record, one lot at a time, while pages are being looked at."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from pathlib import Path
from threading import Lock, Thread

from onrecord.errors import OnrecordError, RecordBusy

SHOWN = 20
"""Troubles that are told; all of them are counted."""
Told = tuple[str, str]
"""What came of one page: its state, or ``stage``, and words on it."""


@dataclass
class Progress:
    """How far the reading of dropped pages is."""

    files: int
    running: bool = True
    counts: dict[str, int] = field(default_factory=dict)
    stage: str = "starting"
    troubles: deque[str] = field(default_factory=lambda: deque(maxlen=SHOWN))
    failed: str = ""

    @property
    def pages(self) -> int:
        """Pages that were looked at; an archive holds many."""
        return sum(self.counts.values())

    def take(self, told: Told) -> None:
        """Notes what came of a page, or at what the work is."""
        state, words = told
        if state == "stage":
            self.stage = words
            return
        if state == "broken":
            self.failed = words
            return
        self.counts[state] = self.counts.get(state, 0) + 1
        if state in ("failed", "unread"):
            self.troubles.append(words)


class Intake:
    """The one place where a server adds pages. What it reads goes on where the record was busy before only when asked again."""

    def __init__(self, record: Path) -> None:
        """``record`` is the file that pages are added to."""
        self._record = record
        self._lock = Lock()
        self.progress: Progress | None = None

    @property
    def folder(self) -> Path:
        """Where dropped files are kept, so that ``verify`` finds them again."""
        return self._record.with_name(self._record.name + ".pages")

    def start(self, files: Sequence[Path], derive: bool) -> None:
        """Begins to read files, and to put the pages together after that. Raises RecordBusy while others are being read."""
        with self._lock:
            if self.progress is not None and self.progress.running:
                raise RecordBusy("other pages are being read; wait until these are done, and drop yours again")
            self.progress = Progress(len(files))
        context = multiprocessing.get_context("spawn")
        told: Queue[Told | None] = context.Queue()
        worker = context.Process(target=_read, args=(self._record, list(files), derive, told), daemon=True)
        worker.start()
        Thread(target=_listen, args=(self.progress, told, worker), daemon=True).start()


def _listen(progress: Progress, told: Queue[Told | None], worker: multiprocessing.process.BaseProcess) -> None:
    from queue import Empty

    while True:
        try:
            one = told.get(timeout=1)
        except Empty:
            if worker.is_alive():
                continue
            progress.failed = progress.failed or "the reading ended before it was done"
            break
        if one is None:
            break
        progress.take(one)
    worker.join()
    progress.stage = "done"
    progress.running = False


def _read(record: Path, files: Sequence[Path], derive: bool, told: Queue[Told | None]) -> None:
    """What the other process does."""
    from onrecord.api import open as open_record

    try:
        told.put(("stage", "loading the language model"))
        with open_record(record, create=False) as opened:

            def each(result: object) -> None:
                told.put(("stage", "reading"))
                told.put((result.state, f"{Path(result.where).name}: {result.reason}"))  # type: ignore[attr-defined]

            opened.add(files, each=each)
            if derive:
                told.put(("stage", "putting pages together"))
                opened.derive()
    except OnrecordError as error:
        told.put(("broken", str(error).replace(str(record), record.name)))
    told.put(None)
