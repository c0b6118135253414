"""Kills at random moments: the record must open, hold all that was kept, and end as an undisturbed one does.

    python evals/faults.py --kills 50
    python evals/faults.py --kills 500 --work add derive judge load forget migrate

Each trial begins a piece of work on a record in a process of its own and kills that (SIGKILL), half of the time at a random
moment, half of the time after a random statement of SQL, so that the inside of transactions is met too. Then the
record is opened and checked, all that was told to be kept must be there, and the work begins again; after one to three
kills it is left alone. In the end the record must export, line by line and sorted, what one that was never disturbed does.
Linux and macOS only: processes are forked with the model loaded. Exit status 1 where any trial fails.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faults_work import WORKS, Work, contents, faults_of, prepare

OPENED, KEPT, SAME = "does not open clean", "lost what was kept", "ends otherwise than undisturbed"


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial: how many kills struck before the work was done, and what went wrong; nothing where all went well."""

    kills: int
    troubles: tuple[str, ...]


def child(work: Work, record: Path, told: int, statements: int | None) -> int:
    """Forks a process that does the work; ``told`` takes what was kept, a line each."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        work.do(record, lambda line: os.write(told, f"{line}\n".encode()) and None, statements)
        status = 0
    except BaseException as error:  # noqa: BLE001 (whatever it is, it must not reach the parent's code)
        print(f"{work.name}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
    finally:
        os._exit(status)


def struck(work: Work, record: Path, seconds: float | None, statements: int | None) -> tuple[bool, list[str]]:
    """Does the work, killed after ``seconds`` or ``statements``; whether it was killed, and what was kept until then."""
    listen, told = os.pipe()
    process = child(work, record, told, statements)
    os.close(told)
    os.set_blocking(listen, False)
    heard = b""
    until = time.monotonic() + (seconds if seconds is not None else 600)
    while time.monotonic() < until:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            break
        heard += _read(listen)
        time.sleep(0.002)
    else:
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
    heard += _read(listen)
    os.close(listen)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"{work.name} failed on its own")
    return os.WIFSIGNALED(status), heard.decode().split("\n")[:-1]


def _read(pipe: int) -> bytes:
    heard = b""
    try:
        while some := os.read(pipe, 65536):
            heard += some
    except BlockingIOError:
        pass
    return heard


def tried(
    work: Work, start: Path, folder: Path, expected: Sequence[str], took: tuple[float, int], dice: random.Random
) -> Trial:
    """One trial of a piece of work, from a copy of the record ``start``."""
    record = folder / "record.onrecord"
    for old in folder.glob("record.onrecord*"):
        old.unlink()
    if start.exists():
        shutil.copy(start, record)
    troubles: list[str] = []
    kills = 0
    for _ in range(dice.choice((1, 1, 2, 3))):
        by_time = dice.random() < 0.5
        killed, told = struck(
            work,
            record,
            dice.random() * took[0] if by_time else None,
            None if by_time else dice.randrange(1, took[1] + 1),
        )
        kills += killed
        troubles += [f"{OPENED}: {fault}" for fault in faults_of(record)]
        lost = [one for one in told if not work.holds(record, one)]
        troubles += [f"{KEPT}: {', '.join(lost[:3])}"] if lost else []
        if not killed or troubles:
            break
    struck(work, record, None, None)
    if contents(record) != expected:
        troubles.append(SAME)
    return Trial(kills, tuple(troubles))


def measured(work: Work, start: Path, record: Path) -> tuple[list[str], tuple[float, int]]:
    """What undisturbed work ends with, how many seconds it takes and how many statements."""
    if start.exists():
        shutil.copy(start, record)
    begun = time.monotonic()
    _, told = struck(work, record, None, 0)
    took = time.monotonic() - begun
    statements = next(int(one.split()[1]) for one in told if one.startswith("statements "))
    return contents(record), (took, statements)


def main() -> int:
    """Runs the trials and prints what went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=50, help="kills in all")
    parser.add_argument("--pages", type=int, default=25, help="pages of the record")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", nargs="+", choices=sorted(WORKS), default=sorted(WORKS))
    given = parser.parse_args()
    dice = random.Random(given.seed)
    troubles: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        starts = prepare(folder, given.pages)
        for name in given.work:
            work, start = WORKS[name], starts[name]
            expected, took = measured(work, start, folder / f"{name}.undisturbed")
            kills = trials = 0
            while kills < given.kills / len(given.work):
                trial = tried(work, start, folder, expected, took, dice)
                kills, trials = kills + trial.kills, trials + 1
                for one in trial.troubles:
                    troubles[f"{name} {one.split(':')[0]}"] += 1
                    print(f"{name}, trial {trials}: {one}")
            print(
                f"{name:<8} {trials} trials, {kills} kills; undisturbed {took[0]:.2f} s, {took[1]} statements",
                flush=True,
            )
    print("trouble: " + (", ".join(f"{count} {what}" for what, count in sorted(troubles.items())) or "none"))
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
