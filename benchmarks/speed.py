"""How fast onrecord is beside the bare language model, and how much memory both take.

    python benchmarks/speed.py [--pages 200] [--rounds 3] [--reprints 0.4] [--workers 2] [TEXTS]

Without an archive the pages are invented (``evals/generated.py``). An archive is a file with an object with ``text`` on each line
(``.jsonl``, ``.jsonl.gz``), or a folder of ``.txt`` files; so many pages as asked for are taken, spread over it. Both read the
same texts in turn, round after round, each in a process of its own, and the processor's time counts: so the ratio holds on
a machine that others use, while words a second do not. The bare model is the spaCy pipeline as its package ships it, with all
components, through ``pipe``; onrecord goes the whole way, from the page to its entries, and begins each round without the
sentences it parsed before. ``--reprints`` has that share of pages repeat an earlier one, for both. ``--workers`` also times a
pool of so many processes against one: by the clock, and by the processor time of the workers and of the process that feeds
them, from which follows what the clock would say where nobody else is at work.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

sys.path.append(str(Path(__file__).resolve().parent.parent / "evals"))

import generated
from common import archive_texts
from processes import seconds_of, workers

from onrecord.annotate import DEFAULT_MODEL
from onrecord.engines import PoolEngine
from onrecord.find import find, relate
from onrecord.read import read
from onrecord.resolve import resolve
from onrecord.run import Task, doc_of
from onrecord.schema import Page
from onrecord.steps import Pipeline, assemble

T = TypeVar("T")
BATCH = 8
"""Texts that the bare model is given at a time: more take up to 1 GB and gain nothing."""


@dataclass
class Spent:
    """What a round took: seconds of processor time, by step where there are any, and the most memory so far, in MiB."""

    seconds: float
    steps: Counter[str] = field(default_factory=Counter)
    memory: int = 0


def page_of(number: int, text: str) -> Page:
    """A text as a page."""
    return Page(f"{number}.txt", text.encode("utf-8", "replace"), "text")


def bare(texts: Sequence[str]) -> Callable[[], Spent]:
    """What times the bare model."""
    import spacy

    model = spacy.load(DEFAULT_MODEL)

    def round_() -> Spent:
        begun = time.process_time()
        with model.memory_zone():
            for _ in model.pipe(texts, batch_size=BATCH):
                pass
        return Spent(time.process_time() - begun)

    return round_


def whole(texts: Sequence[str]) -> Callable[[], Spent]:
    """What times onrecord."""
    pipeline = assemble()

    def round_() -> Spent:
        pipeline.annotator._cache.clear()  # type: ignore[attr-defined]
        steps: Counter[str] = Counter()
        begun = time.process_time()
        for number, text in enumerate(texts):
            one_page(pipeline, page_of(number, text), steps)
        return Spent(time.process_time() - begun, steps)

    return round_


def one_page(pipeline: Pipeline, page: Page, steps: Counter[str]) -> None:
    """One page to its entries, its steps timed."""

    def timed(name: str, call: Callable[[], T]) -> T:
        begun = time.process_time()
        value = call()
        steps[name] += time.process_time() - begun
        return value

    document = timed("read", lambda: read(page))
    notes = timed("annotate", lambda: pipeline.annotator.annotate(document))
    found = timed("find", lambda: find(document, notes, pipeline.frames, pipeline.actors))
    resolved = timed("resolve", lambda: resolve(document, notes, found, pipeline.actors))
    timed("relate", lambda: relate(document, notes, resolved))


def serve(pipe: Connection, make: Callable[[Sequence[str]], Callable[[], Spent]], texts: Sequence[str]) -> None:
    """A contestant's process: a round for every word it is sent."""
    round_ = make(texts)
    while pipe.recv():
        spent = round_()
        spent.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        pipe.send(spent)


def contest(texts: Sequence[str], rounds: int) -> dict[str, list[Spent]]:
    """What each round took both, in turn; a first round that warms them up does not count."""
    context = multiprocessing.get_context("spawn")
    ends: dict[str, Any] = {}
    for name, make in (("bare model", bare), ("onrecord", whole)):
        ours, theirs = context.Pipe()
        context.Process(target=serve, args=(theirs, make, texts), daemon=True).start()
        ends[name] = ours
    spent: dict[str, list[Spent]] = {name: [] for name in ends}
    for number in range(rounds + 1):
        for name, end in ends.items():
            end.send(True)
            took = end.recv()
            if number:
                spent[name].append(took)
    for end in ends.values():
        end.send(False)
    return spent


@dataclass(frozen=True, slots=True)
class Pooled:
    """Seconds that a page took of a pool: by the clock, and processor time of the first process and of all workers."""

    clock: float
    parent: float
    workers: float


def pooled(texts: Sequence[str], jobs: int) -> Pooled:
    """What a page takes of a pool of so many workers, once they have loaded their models."""
    tasks = [Task(page, doc_of(page)) for page in map(page_of, range(len(texts)), texts)]
    results = PoolEngine(partial(assemble), jobs).map([*tasks[:jobs], *tasks])
    for _ in range(jobs):
        next(results)
    begun = time.perf_counter(), time.process_time(), sum(map(seconds_of, workers()))
    for _ in islice(results, len(texts) - 1):
        pass
    ended = time.perf_counter(), time.process_time(), sum(map(seconds_of, workers()))
    for _ in results:
        pass
    return Pooled(*((end - begin) / (len(texts) - 1) for begin, end in zip(begun, ended, strict=True)))


def tell_pool(texts: Sequence[str], jobs: int) -> None:
    """Prints what a page takes of one worker and of several, and what that comes to where nobody else is at work.

    One worker has the first process beside it on another core, and takes its own time alone; several on as many cores share
    them with the first process.
    """
    one, several = pooled(texts, 1), pooled(texts, jobs)
    for count, took in ((1, one), (jobs, several)):
        name = f"{count} worker{'s' if count > 1 else ''}"
        print(
            f"{name:<12}{1000 * took.workers:9.2f} ms of workers a page, {1000 * took.parent:.2f} of the first process"
        )
    print(f"{jobs} workers   {one.clock / several.clock:9.2f} times one, by the clock")
    quiet = jobs * one.workers / (several.workers + several.parent)
    print(f"{'':<12}{quiet:9.2f} times one on {jobs} quiet cores, by processor time")


def texts_of(path: Path | None, pages: int, reprints: float) -> list[str]:
    """Texts of an archive, spread over the whole of it, or invented ones; with ``reprints``, that share of them repeats the last
    that repeats none, under another line.
    """
    if path is None:
        return [made.text for made in generated.pages(pages, reprints)]
    texts = archive_texts(path)
    chosen = texts[:: max(1, len(texts) // pages)][:pages]
    found: list[str] = []
    last = ""
    for number, text in enumerate(chosen):
        again = number > 0 and generated.page(number, reprints).of is not None
        last = last if again else text
        found.append(f"{last}\n\nEdition {number}." if again else text)
    return found


def main() -> int:
    """Times both and prints words per second, the ratio, memory and the share of each step."""
    parser = argparse.ArgumentParser(description="Speed and memory beside the bare language model.")
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=200, help="how many pages at most")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reprints", type=float, default=0.0)
    parser.add_argument("--workers", type=int, default=0)
    given = parser.parse_args()
    texts = texts_of(given.texts, given.pages, given.reprints)
    words = sum(len(text.split()) for text in texts)
    spent = contest(texts, given.rounds)
    print(f"{len(texts)} pages, {words:,} words, {given.rounds} rounds of both in turn")
    for name, rounds in spent.items():
        seconds = statistics.median(one.seconds for one in rounds)
        print(f"{name:<12}{words / seconds:9,.0f} words a second of processor time, at most {rounds[-1].memory:,} MiB")
    ratios = [one.seconds / other.seconds for one, other in zip(*spent.values(), strict=True)]
    print(f"ratio       {statistics.median(ratios):9.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    steps = sum((one.steps for one in spent["onrecord"]), Counter[str]())
    for step, seconds in steps.items():
        print(f"  {step:<10}{100 * seconds / steps.total():8.1f} %")
    if given.workers:
        tell_pool(texts, given.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
