"""How fast pages come while others look and ``add`` writes: ``python evals/serve_speed.py [--record FILE] [--users 20]``.

Without ``--record`` a record of 200,000 entries is made of the invented pages of ``derive_speed.py``, and derived; that takes
minutes, and ``--keep FILE`` keeps it. A server is started on it. First each page is asked for by one user, first and again;
then users ask for pages at once, drawn by fixed dice, while ``onrecord add`` reads further pages into the record. What is told is
the time to the first byte of the answer.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import onrecord
from evals.derive_speed import LANDS, VERBS, pages
from onrecord.schema import Done
from onrecord.store import Filter, SQLiteStore

PAGES = 25_000
"""Eight entries each."""
WAIT = 120
"""Seconds that the server has to come up."""


def main() -> int:
    """Prints the times, by page and in all."""
    parser = argparse.ArgumentParser(description="Seconds to the first byte of each kind of page.")
    parser.add_argument("--record", type=Path, help="a record, which is copied and not changed")
    parser.add_argument("--keep", type=Path, help="where the record that is made is kept")
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--no-writer", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "looked-at.onrecord"
        if wanted.record:
            shutil.copy(wanted.record, record)
        else:
            made(record, wanted.pages)
            if wanted.keep:
                shutil.copy(record, wanted.keep)
        addresses = addresses_of(record)
        with served(record) as (port, process):
            alone(port, addresses)
            with nobody() if wanted.no_writer else writer(record, Path(folder)):
                begun = processor(process)
                many = together(port, addresses, wanted.users, wanted.seconds)
                print(f"{1000 * (processor(process) - begun) / many:.0f} ms of processor time a page")
    return 0


def made(record: Path, many: int) -> None:
    """A record of so many invented pages, derived."""
    with SQLiteStore(record) as store:
        for found in pages(many):
            store.put(found, [Done(found.document.doc, "page", "f", "found")])
    with onrecord.open(record) as opened:
        opened.derive()


def addresses_of(record: Path) -> list[str]:
    """Addresses of every kind of page, with filters of every kind."""
    dice = random.Random(5)
    with onrecord.open(record, write=False) as opened:
        total = opened.store.count()
        places = [dice.randrange(total) for _ in range(12)]
        rows = [next(iter(opened.store.entries(Filter(limit=1, offset=place)))) for place in places]
        actors = [row.actor for row in opened.store.actors(Filter(limit=12)) if row.actor]
    found = [
        "/",
        "/entries",
        "/pages",
        "/actors",
        "/stories",
        "/timeline",
        "/positions",
        "/disputes",
        "/dyads",
        "/glossary",
    ]
    found += [f"/entries?page={dice.randrange(1, total // 80)}" for _ in range(4)]
    found += [
        f"/entries?type={kind}&actor={land}" for (kind, _), land in zip(VERBS, dice.sample(LANDS, 5), strict=False)
    ]
    found += [f"/entries?outlet=Outlet+{number}" for number in (3, 7)] + [
        "/entries?search=ba*",
        "/entries?month=2021-03",
    ]
    found += ["/entries.csv?status=actual", "/pages?page=300", "/dyads?by=year", "/stories?since=2022-01-01"]
    for row in rows:
        found += [f"/entry/{row.id}", f"/page/{row.doc}"]
        found.append("/quote?words=" + "+".join(row.what.split()[3:10]))
    for actor in actors:
        found += [f"/actor/{actor}", f"/timeline?actor={actor}"]
    return found


@contextmanager
def served(record: Path) -> Iterator[tuple[int, int]]:
    """A server on the record; gives its port and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    process = subprocess.Popen([sys.executable, "-m", "onrecord", "serve", str(record), "--port", str(port)])
    try:
        until = time.monotonic() + WAIT
        while time.monotonic() < until and not answers(port):
            time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def answers(port: int) -> bool:
    """True where the server is up."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


@contextmanager
def nobody() -> Iterator[None]:
    """Nobody writes."""
    yield


@contextmanager
def writer(record: Path, folder: Path) -> Iterator[None]:
    """``onrecord add`` at work."""
    source = folder / "more.jsonl"
    with source.open("w", encoding="utf-8") as out:
        for number, found in enumerate(pages(5000, seed=11)):
            text = "\n\n".join(
                f"{line.partition(' ')[0]} said on Monday: {line}" for line in found.document.text.split("\n")
            )
            out.write(json.dumps({"id": str(number), "text": text, "published": "2021-03-04", "language": "en"}) + "\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "add", str(record), str(source)],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield
        assert process.poll() is None, "add has ended before the users have"
    finally:
        process.terminate()
        process.wait()


def first_byte(port: int, address: str) -> tuple[float, int]:
    """Seconds to the first byte of an answer, and its status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    begun = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read(1)
    spent = time.perf_counter() - begun
    answer.read()
    connection.close()
    return spent, answer.status


def alone(port: int, addresses: Sequence[str]) -> None:
    """One user: each page the first time, and again."""
    spent: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for address in addresses:
        first, status = first_byte(port, address)
        assert status == 200, f"{address}: {status}"
        spent[kind_of(address)].append((first, first_byte(port, address)[0]))
    print("one user, ms to the first byte     first visits: median, most      again: median")
    for kind, times in spent.items():
        firsts, seconds = [1000 * one for one, _ in times], [1000 * one for _, one in times]
        print(f"  {kind:32} {statistics.median(firsts):12.0f} {max(firsts):12.0f} {statistics.median(seconds):18.0f}")
    every = [1000 * one for times in spent.values() for one, _ in times]
    print(f"  {'all':32} {statistics.median(every):12.0f} {max(every):12.0f}", flush=True)


def together(port: int, addresses: Sequence[str], users: int, seconds: float) -> int:
    """Users who ask for one page after the other; gives how many pages they got."""
    spent: dict[str, list[float]] = defaultdict(list)
    until = time.monotonic() + seconds

    def user(number: int) -> None:
        dice = random.Random(number)
        while time.monotonic() < until:
            address = dice.choice(addresses)
            took, status = first_byte(port, address)
            assert status == 200, f"{address}: {status}"
            spent[kind_of(address)].append(1000 * took)

    threads = [threading.Thread(target=user, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{users} users at once, ms to the first byte       answers       median   95th percentile")
    for kind, times in [*spent.items(), ("all", [one for some in spent.values() for one in some])]:
        cut = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(f"  {kind:40} {len(times):10} {statistics.median(times):12.0f} {cut:17.0f}", flush=True)
    return sum(map(len, spent.values()))


def processor(process: int) -> float:
    """Seconds of processor time that a process and its children have had, where the system tells."""
    found = [Path(f"/proc/{process}/stat"), *(Path(f"/proc/{one}/stat") for one in children(process))]
    ticks = [sum(map(int, one.read_text().rpartition(")")[2].split()[11:13])) for one in found if one.exists()]
    return sum(ticks) / os.sysconf("SC_CLK_TCK")


def children(process: int) -> list[str]:
    """The processes that a process has started."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    return listed.read_text().split() if listed.exists() else []


def kind_of(address: str) -> str:
    """The kind of page, and which filters it has."""
    path, _, query = address.partition("?")
    names = "&".join(pair.partition("=")[0] for pair in query.split("&")) if query else ""
    root = "/" + path.split("/")[1]
    return root + ("/…" if path.count("/") > 1 else "") + (f"?{names}" if names else "")


if __name__ == "__main__":
    sys.exit(main())
