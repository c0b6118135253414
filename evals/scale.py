"""A record of very many pages: time per page as it grows, memory, size, ``derive``, and whether what is true came back.

    python evals/scale.py --pages 100000 --jobs 2 --folder FOLDER

The pages are the dispatches of ``dispatches.py``. They are added by ``--jobs`` processes. For each tenth of the run it prints the
processor time that a page took of the writer (the process that reads the files and writes the record) and of the workers; beside
it, in how many milliseconds a fixed piece of work was done meanwhile: on a machine that others use, processor time swells
with their load, and so does that. Then for the record at 1,000 pages, 10,000, and so on: the most memory that the writer and
a worker had taken, the size of the record over that of its text, what ``derive`` takes, and what came back of
what is known of the pages. ``--folder`` keeps pages and records; a run that was stopped there goes on, without the figures
of what was done. Linux only: it reads ``/proc``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import dispatches
import scale_truth
from processes import memory_of, seconds_of, workers

from onrecord.api import open as open_record
from onrecord.run import Result

WARM = 100
"""Pages after which the first tenth begins: until then the workers load their models."""
PROBE_EVERY = 100
"""Pages between two tries of the fixed piece of work."""
LUMP = bytes(range(256)) * 64


@dataclass(slots=True)
class Spent:
    """Seconds of processor time until a page, and of the fixed piece of work, with how often it was done."""

    writer: float
    workers: float
    clock: float
    probe: float
    probes: int


@dataclass(slots=True)
class Watch:
    """Takes the figures while pages are added; ``at`` are the sizes at which the record is set aside."""

    record: Path
    pages: int
    at: tuple[int, ...]
    done: int = 0
    probe: float = 0.0
    probes: int = 0
    marks: list[tuple[int, Spent]] = field(default_factory=list)
    memory: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __call__(self, result: Result) -> None:
        """Counts one page in."""
        self.done += 1
        if self.done % PROBE_EVERY == 0:
            self.probe += probe()
            self.probes += 1
        if self.done == min(WARM, self.pages) or self.done * 10 // self.pages > (self.done - 1) * 10 // self.pages:
            self._mark()
        if self.done in self.at:
            self.memory[self.done] = memory_of(os.getpid()), max(map(memory_of, workers()), default=0)
            if self.done < self.pages:
                set_aside(self.record, self.record.with_name(f"at-{self.done}.onrecord"))

    def _mark(self) -> None:
        now = Spent(
            time.process_time() - self.probe, sum(map(seconds_of, workers())), time.monotonic(), self.probe, self.probes
        )
        self.marks.append((self.done, now))
        if len(self.marks) > 1:
            (before, was), (until, _) = self.marks[-2:]
            print(f"  {before:>9,} – {until:>9,} {_per_page(was, now, until - before)}", flush=True)


def _per_page(was: Spent, now: Spent, pages: int) -> str:
    writer, workers = (1000 * (getattr(now, one) - getattr(was, one)) / pages for one in ("writer", "workers"))
    fixed = 1000 * (now.probe - was.probe) / max(1, now.probes - was.probes) or float("nan")
    clock = 1000 * (now.clock - was.clock) / pages
    return f"{writer:8.2f} {workers:8.2f} {writer + workers:8.2f} {(writer + workers) / fixed:8.2f} {fixed:8.2f} {clock:8.1f}"


def probe() -> float:
    """Seconds of processor time for a piece of work that is always the same."""
    begun = time.process_time()
    for _ in range(8):
        json.loads(json.dumps([zlib.crc32(zlib.compress(LUMP, 6)), list(range(400))]))
    return time.process_time() - begun


def set_aside(record: Path, to: Path) -> None:
    """Copies a record that is being written to."""
    to.unlink(missing_ok=True)
    with sqlite3.connect(record) as source, sqlite3.connect(to) as target:
        source.backup(target)
    for one in (source, target):
        one.close()


def added(folder: Path, pages: int, jobs: int, at: tuple[int, ...]) -> Watch:
    """Adds the pages to the record in ``folder``, and prints what each tenth took."""
    source = folder / "pages"
    source.mkdir(exist_ok=True)
    dispatches.write(source, pages)
    record = folder / "all.onrecord"
    watch = Watch(record, pages, at)
    print("milliseconds of processor time a page (and by the clock)")
    print("  pages                    writer  workers     both  by work     work    clock")
    with open_record(record) as opened:
        opened.add(str(source), jobs=jobs, each=watch)
    first, last = watch.marks[:2], watch.marks[-2:]
    if pages >= 20 * WARM:
        plain, by_work = _both(*last) / _both(*first), _told(*last) / _told(*first)
        print(f"the last tenth took {plain:.2f} times the first; {by_work:.2f} by the fixed work")
    return watch


def _both(before: tuple[int, Spent], after: tuple[int, Spent]) -> float:
    """Processor time of a page between two marks."""
    (first, was), (last, now) = before, after
    return (now.writer + now.workers - was.writer - was.workers) / (last - first)


def _told(before: tuple[int, Spent], after: tuple[int, Spent]) -> float:
    """The same, in units of the fixed piece of work."""
    was, now = before[1], after[1]
    return _both(before, after) / ((now.probe - was.probe) / (now.probes - was.probes))


def size_of(record: Path) -> tuple[int, int]:
    """Bytes of a record's file, and of the text in it."""
    with sqlite3.connect(record) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        text = connection.execute("SELECT sum(characters) FROM documents").fetchone()[0]
    connection.close()
    return record.stat().st_size, text or 1


def derived(record: Path) -> None:
    """Derives a record, and prints what each step took: seconds of processor time, and the most memory so far."""
    begun = last = time.process_time()

    def each(made: object) -> None:
        nonlocal last
        now = time.process_time()
        took.append(f"{getattr(made, 'step', '')} {now - last:.1f} s {memory_of(os.getpid()):,} MiB")
        last = now

    took: list[str] = []
    with open_record(record) as opened:
        opened.derive(each=each)
    print(
        f"  derive {time.process_time() - begun:.1f} s, at most {memory_of(os.getpid()):,} MiB: " + "; ".join(took),
        flush=True,
    )


def apart(*given: str) -> None:
    """This program in a process of its own, so that memory is measured of that alone."""
    subprocess.run([sys.executable, __file__, *given], check=True)


def judged(record: Path, pages: int, memory: tuple[int, int] | None) -> None:
    """Prints all that is asked of a record of one size."""
    size, text = size_of(record)
    print(f"{pages:,} pages, {text:,} characters")
    if memory:
        print(f"  writer at most {memory[0]:,} MiB, a worker {memory[1]:,} MiB")
    print(f"  record {size:,} bytes, {size / text:.2f} times its text", flush=True)
    apart("--derive", str(record))
    size, text = size_of(record)
    print(f"  record {size:,} bytes, {size / text:.2f} times its text once derived", flush=True)
    apart("--truth", str(record))


def main() -> int:
    """Adds the pages, and judges the record at each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where pages and records are kept")
    parser.add_argument("--derive", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--truth", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    todo: dict[Path | None, Callable[[Path], None]] = {given.derive: derived, given.truth: scale_truth.told}
    for record, what in todo.items():
        if record is not None:
            what(record)
            return 0
    folder = given.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    at = tuple(sorted({*(size for size in (1000, 10_000, 100_000, 1_000_000) if size < given.pages), given.pages}))
    watch = added(folder, given.pages, given.jobs, at)
    for size in at:
        record = folder / (f"at-{size}.onrecord" if size < given.pages else "all.onrecord")
        judged(record, size, watch.memory.get(size))
    if given.folder is None:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
