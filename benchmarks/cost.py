"""What pages cost: processor time and room of each stage at three sizes, and from them what a million and a billion take.

    python benchmarks/cost.py [--sizes 200 800 3200] [TEXTS.jsonl]

Pages are coded into parts, loaded into a record, and derived together, each size in a process of its own. Without a file they
are the dispatches of ``evals/dispatches.py``; a file has an object with ``text`` on each line. Processor time is counted, so
that others on the machine disturb less than they do by the clock. A line through the two smaller sizes says what the largest
should take: how far that is off is how far the model holds. Coding goes over as many cores as there are; loading and deriving
take one for each record.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "evals"))

import dispatches

from onrecord.api import default_pipeline
from onrecord.api import open as open_record
from onrecord.cluster import code_units, load, units_of
from onrecord.engines import LoopEngine

HOUR = 3600.0
APART = 10_000_000
"""Pages of one record at most; more are kept in records of their own, by month."""
CLUSTERS = ((1_000_000, 16), (1_000_000_000, 1000))
"""Pages, and cores that read them."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What so many pages took: seconds of processor time by stage, bytes, the most memory in MiB."""

    pages: int
    words: int
    start: float
    code: float
    load: float
    derive: float
    text: int
    parts: int
    record: int
    memory: int


def cost_of(pages: int, source: Path | None) -> Cost:
    """Codes, loads and derives so many pages."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file, parts, record = folder / "pages.jsonl", folder / "parts", folder / "all.onrecord"
        lines = list(islice(_lines(source), pages))
        texts = [json.loads(line)["text"] for line in lines]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        marks = list(_stages(file, parts, record))
        start, code, loading, deriving = (until - since for since, until in zip(marks, marks[1:], strict=False))
        return Cost(
            pages=len(lines),
            words=sum(len(text.split()) for text in texts),
            start=start,
            code=code,
            load=loading,
            derive=deriving,
            text=sum(len(text.encode()) for text in texts),
            parts=sum(one.stat().st_size for one in (parts / "pages").iterdir()),
            record=record.stat().st_size,
            memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
        )


def _stages(file: Path, parts: Path, record: Path) -> Iterator[float]:
    """Processor time before the first stage and after each: the model loaded, pages coded, loaded, derived."""
    yield time.process_time()
    pipeline = default_pipeline()
    yield time.process_time()
    for coded in code_units(units_of([str(file)]), str(parts), LoopEngine(pipeline), pipeline.fingerprint):
        if coded.failed:
            raise RuntimeError(coded.failed[0])
    yield time.process_time()
    with open_record(record) as opened:
        load(str(parts), opened.store)
        yield time.process_time()
        opened.derive()
    yield time.process_time()


def _lines(source: Path | None) -> Iterator[str]:
    if source is None:
        for number in range(sys.maxsize):
            yield dispatches.page(number).line()
        return
    with source.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield json.dumps({"id": f"{number}", "text": json.loads(line)["text"]})


def line_through(first: tuple[int, float], second: tuple[int, float], at: int) -> float:
    """What a straight line through two points gives at a third place."""
    (one, low), (other, high) = first, second
    return low + (high - low) * (at - one) / (other - one)


def table(costs: Sequence[Cost]) -> Iterator[str]:
    """What was measured, and how far the largest is off the line through the two others."""
    yield "milliseconds of processor time a page, bytes a character of text"
    yield f"{'pages':>8} {'words':>6} {'code':>8} {'load':>8} {'derive':>8} {'parts':>8} {'record':>8} {'memory':>9}"
    for one in costs:
        each = [1000 * spent / one.pages for spent in (one.code, one.load, one.derive)]
        room = one.parts / one.text, one.record / one.text
        yield (
            f"{one.pages:>8,} {one.words / one.pages:>6.0f} {each[0]:>8.2f} {each[1]:>8.2f} {each[2]:>8.2f} "
            f"{room[0]:>8.2f} {room[1]:>8.2f} {one.memory:>5,} MiB"
        )
    first, second, third = costs
    for name in ("code", "load", "derive"):
        told = line_through((first.pages, getattr(first, name)), (second.pages, getattr(second, name)), third.pages)
        took = getattr(third, name)
        yield (
            f"{name} of {third.pages:,} pages: {told:.1f} s by the two smaller sizes, took {took:.1f} s "
            f"({100 * took / told - 100:+.0f} %)"
        )


def model(cost: Cost) -> Iterator[str]:
    """What many pages come to, by what a page of the largest size took."""
    yield (
        f"a worker starts in {cost.start:.1f} s and codes {cost.pages * HOUR / cost.code:,.0f} pages a core-hour "
        f"({cost.words / cost.code:,.0f} words a second)"
    )
    for pages, cores in CLUSTERS:
        code, alone = (pages * spent / cost.pages / HOUR for spent in (cost.code, cost.load + cost.derive))
        records = -(-pages // APART)
        text, parts, record = (pages * room / cost.pages / 1e9 for room in (cost.text, cost.parts, cost.record))
        yield f"{pages:,} pages of {cost.words / cost.pages:.0f} words"
        yield f"  {code:,.1f} core-hours to code, {code / cores:,.1f} hours on {cores:,} cores"
        yield f"  {alone / records:,.1f} hours to load and derive a record, {records:,} of them side by side"
        yield f"  {text:,.1f} GB of text, {parts:,.1f} of parts, {record:,.1f} of records"


def main() -> int:
    """Measures the three sizes and prints the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--sizes", nargs=3, type=int, default=[200, 800, 3200])
    given = parser.parse_args()
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        costs = [pool.apply(cost_of, (size, given.texts)) for size in sorted(given.sizes)]
    print("\n".join((*table(costs), *model(costs[-1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
