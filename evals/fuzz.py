"""Damaged pages of every format, read and processed as any others: nothing may crash, hang, or vanish without a word.

    python evals/fuzz.py --count 2000
    python evals/fuzz.py --count 20000 --only-read

Seeds are files of our own making (evals/made.py); each page is one of them with bytes changed, cut, doubled or mixed with
another's. The same seed gives the same pages. Prints each failure with the number that makes it again, then counts; exit
status 1 where there is any.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import made

from onrecord.engines import LoopEngine
from onrecord.read import pages
from onrecord.run import Result, run
from onrecord.schema import Document, Findings
from onrecord.steps import assemble

HANG = 10.0
"""Seconds of the processor's time after which a page counts as hanging; the slowest of undamaged seeds takes a tenth of
one. Three times as many by the clock end it."""
TOKENS = (
    b"<",
    b">",
    b"&",
    b'"',
    b"\x00",
    b"\xff",
    b"\r\n",
    b"]]>",
    b"<div>",
    b"endobj",
    b"<<",
    b"(",
    b"--",
    b"PK\x03\x04",
    b"\xe2\x80",
)


class Hang(BaseException):
    """Raised by the clock; no ``except`` in the package may swallow it."""


class OnlyRead:
    """A pipeline that finds nothing."""

    fingerprint = "only-read"

    def process(self, document: Document) -> Findings:
        """Nothing but the document."""
        return Findings(document)


@dataclass(frozen=True)
class Trouble:
    """What went wrong with one page."""

    kind: str
    what: str


def mutated(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """``data`` with one to eight changes: flips, cuts, doubled or lost ranges, tokens put in, a piece of ``other``."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        start = rng.randrange(len(out) + 1)
        end = min(len(out), start + rng.choice((1, 4, 40, 400)))
        how = rng.randrange(7)
        if how == 0 and out:
            for _ in range(rng.choice((1, 5, 50))):
                out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
        elif how == 1:
            del out[start:]
        elif how == 2:
            out[start:start] = out[start:end] * rng.choice((1, 2, 50))
        elif how == 3:
            del out[start:end]
        elif how == 4:
            out[start:start] = rng.choice(TOKENS) * rng.choice((1, 3, 300))
        elif how == 5:
            at = rng.randrange(len(other) + 1)
            out[start:end] = other[at : at + rng.choice((10, 100, 1000))]
        else:
            out[start:end] = bytes(rng.randrange(256) for _ in range(end - start))
    return bytes(out)


def damaged(name: str, data: bytes, other: bytes, rng: random.Random) -> bytes:
    """The file damaged as it is or, half of the time where it is packed, within its packing."""
    if rng.random() < 0.5:
        return mutated(data, other, rng)
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {one: archive.read(one) for one in archive.namelist()}
        chosen = rng.choice(sorted(members))
        return made.zipped({**members, chosen: mutated(members[chosen], other, rng)})
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(mutated(gzip.decompress(data), other, rng), mtime=0)
    return mutated(data, other, rng)


def one_page(number: int, seed: int) -> tuple[str, bytes]:
    """Name and bytes of the damaged page of this number."""
    rng = random.Random(f"{seed}:{number}")
    seeds = made.every_format()
    name = rng.choice(sorted(seeds))
    return name, damaged(name, seeds[name], seeds[rng.choice(sorted(seeds))], rng)


def trouble_of(results: list[Result], took: float) -> Iterator[Trouble]:
    """What is wrong with what came of a file."""
    if took > HANG:
        yield Trouble("hang", f"{took:.1f} s")
    if not results:
        yield Trouble("lost", "neither a page nor a word of it")
    for one in results:
        if one.state == "failed" and ": the step " in one.reason:
            yield Trouble("crash", one.trace or one.reason)
        if one.state in ("failed", "unread") and not one.reason:
            yield Trouble("lost", f"{one.where}: {one.state} without a reason")


def tried(path: Path, engine: LoopEngine) -> tuple[list[Result], list[Trouble]]:
    """What comes of one file, and what is wrong with that."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, 3 * HANG)
    try:
        results = list(run(pages([str(path)]), engine, "fuzz"))
    except Hang:
        return [], [Trouble("hang", f"ended after {3 * HANG:.0f} s\n{traceback.format_exc(limit=-6)}")]
    except Exception:  # noqa: BLE001 (whatever it is, it is what is looked for)
        return [], [Trouble("crash", traceback.format_exc())]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return results, list(trouble_of(results, time.process_time() - start))


def ring(_signal: int, _frame: FrameType | None) -> None:
    """The clock's bell."""
    raise Hang


def main() -> int:
    """Tries the pages and prints what went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="how many pages")
    parser.add_argument("--start", type=int, default=0, help="number of the first page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-read", action="store_true", help="read the pages, look for nothing on them")
    parser.add_argument("--keep", type=Path, help="a folder for the files that made trouble")
    given = parser.parse_args()
    signal.signal(signal.SIGALRM, ring)
    engine = LoopEngine(OnlyRead() if given.only_read else assemble())
    states: Counter[str] = Counter()
    troubles: Counter[str] = Counter()
    slowest = 0.0, ""
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "page.txt"
        first.write_bytes(made.text())
        tried(first, engine)  # loads the tables, which is no page's time
        for number in range(given.start, given.start + given.count):
            name, data = one_page(number, given.seed)
            path = Path(folder) / name
            path.write_bytes(data)
            before = time.perf_counter()
            results, found = tried(path, engine)
            slowest = max(slowest, (time.perf_counter() - before, f"{number} {name}"))
            path.unlink()
            states.update(one.state for one in results)
            troubles.update(one.kind for one in found)
            for one in found:
                print(f"{number} {name} {one.kind}: {one.what.strip()}\n")
            if found and given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{number}-{name}").write_bytes(data)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{given.count} files, slowest {slowest[0]:.2f} s ({slowest[1]}), memory {memory} MiB")
    print("results: " + ", ".join(f"{count} {state}" for state, count in sorted(states.items())))
    print("trouble: " + (", ".join(f"{count} {kind}" for kind, count in sorted(troubles.items())) or "none"))
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
