"""The Ray engine beside the processes of one machine: the same rows, its time, and what a lost worker or node costs.

    python evals/nodes.py --pages 10000 [--files 40] [--folder FOLDER] [--one-node]

Invented pages (``generated.py``) are coded into parts by two processes, by two workers of Ray, by two of which one is killed
(SIGKILL) once a fifth of the parts are there, by four on a cluster of two nodes with their own addresses (this machine's and
127.0.0.2), and by such a cluster whose second node is killed with all its workers. Each time the parts are loaded, and the
export, sorted, is compared with that of ``add``. Prints the seconds by the clock, the ratio to two processes, on which nodes
workers ran, and whether the rows are the same. Needs ``onrecord[cluster]``; Linux only. Exit status 1 where rows differ.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import generated

WORKER = "MapBatches(_Worker)"
"""What Ray calls the processes that hold a pipeline."""
OTHER = "127.0.0.2"
PORT = 6399
ENOUGH = 0.2
"""Share of the parts that are there when somebody is killed."""


@dataclass
class Ran:
    """How a run went: seconds by the clock, the addresses of nodes on which workers were seen, how many were killed."""

    name: str
    seconds: float = 0.0
    nodes: set[str] = field(default_factory=set)
    killed: int = 0
    is_same: bool = False


def onrecord(*arguments: object) -> list[str]:
    """A command of the program."""
    return [sys.executable, "-m", "onrecord", *map(str, arguments)]


def called(command: Sequence[str]) -> None:
    """Runs a command that must end well."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def parents() -> Iterator[tuple[int, int, str]]:
    """The processes there are: number, parent, command line."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
                stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except (FileNotFoundError, ProcessLookupError):  # it ended meanwhile
                continue
            yield int(folder.name), int(stat.rpartition(")")[2].split()[1]), line


def placed_workers() -> dict[int, str]:
    """The workers with the addresses of their nodes."""
    all_ = list(parents())
    nodes = {
        process: next(word.partition("=")[2] for word in line.split() if word.startswith("--node_ip_address="))
        for process, _, line in all_
        if "raylet/raylet" in line and "--node_ip_address=" in line
    }
    return {process: nodes[parent] for process, parent, line in all_ if WORKER in line and parent in nodes}


def kill(processes: Sequence[int]) -> int:
    """Kills processes; how many there were."""
    for process in processes:
        os.kill(process, signal.SIGKILL)
    return len(processes)


def struck(node: str | None) -> int:
    """Kills one worker, or with a ``node`` its raylet and all its workers; how many processes died."""
    workers = placed_workers()
    if node is None:
        return kill(sorted(workers)[:1])
    heads = [one for one, _, line in parents() if "raylet/raylet" in line and f"--node_ip_address={node}" in line]
    return kill([*heads, *(process for process, place in workers.items() if place == node)])


def coded(ran: Ran, pages: Path, parts: Path, options: Sequence[object], units: int, victim: str | None = "") -> None:
    """Codes the pages into parts, and watches; ``victim`` is a node to be killed, None a worker, empty nobody."""
    begun = time.monotonic()
    command = onrecord("code", "--output", parts, *options, pages)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    while process.poll() is None:
        time.sleep(0.5)
        ran.nodes |= set(placed_workers().values())
        there = len(list((parts / "pages").glob("*.parquet"))) if (parts / "pages").exists() else 0
        if victim != "" and not ran.killed and there >= ENOUGH * units:
            ran.killed = struck(victim)
    ran.seconds = time.monotonic() - begun
    if process.returncode:
        raise RuntimeError(f"{ran.name} failed: {process.stderr.read() if process.stderr else ''}")


def rows(record: Path) -> str:
    """A digest of all that a record exports, sorted."""
    told = record.with_suffix(".jsonl")
    called(onrecord("export", record, "--as", "jsonl", told))
    lines = sorted(told.read_bytes().splitlines())
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


@contextmanager
def two_nodes() -> Iterator[str]:
    """A cluster of two nodes with their own addresses, and a token that all must know; the address of its head."""
    ray = str(Path(sys.executable).with_name("ray"))
    os.environ |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    head = f"{ray_address()}:{PORT}"
    called([ray, "start", "--head", "--port", str(PORT), "--num-cpus", "2", "--include-dashboard", "false"])
    try:
        called([ray, "start", "--address", head, "--node-ip-address", OTHER, "--num-cpus", "2"])
        yield head
    finally:
        called([ray, "stop", "--force"])
        del os.environ["RAY_AUTH_MODE"], os.environ["RAY_AUTH_TOKEN"]


def ray_address() -> str:
    """The address that Ray gives a node of this machine by itself."""
    from ray.util import get_node_ip_address

    return get_node_ip_address()


def write_pages(folder: Path, count: int, files: int) -> int:
    """Pages in so many files, every one of another length; how many files there are."""
    folder.mkdir(parents=True)
    each = -(-count // files)
    for number in range(files):
        lines = [one.line() for one in generated.pages(min(each, count - number * each), 0.1, number * each)]
        (folder / f"{number:04}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return files


def runs(folder: Path, count: int, files: int, one_node: bool) -> Iterator[Ran]:
    """Every run in turn; without those on two nodes where ``one_node``."""
    pages = folder / "pages"
    units = write_pages(pages, count, files)
    called(onrecord("add", folder / "add.onrecord", "--jobs", 2, pages))
    wanted = rows(folder / "add.onrecord")

    def one(name: str, *options: object, victim: str | None = "") -> Ran:
        ran, parts = Ran(name), folder / name.replace(" ", "-").replace(",", "")
        coded(ran, pages, parts, options, units, victim)
        record = parts.with_suffix(".onrecord")
        called(onrecord("load", record, parts))
        ran.is_same = rows(record) == wanted
        shutil.rmtree(parts)
        record.unlink()
        return ran

    yield one("two processes", "--workers", 2)
    yield one("Ray", "--engine", "ray", "--workers", 2)
    yield one("Ray, a worker killed", "--engine", "ray", "--workers", 2, victim=None)
    if one_node:
        return
    with two_nodes() as address:
        yield one("Ray, two nodes", "--engine", "ray", "--workers", 4, "--address", address)
    with two_nodes() as address:
        yield one("Ray, a node killed", "--engine", "ray", "--workers", 4, "--address", address, victim=OTHER)


def main() -> int:
    """Prints how each run went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--folder", type=Path, help="where to work; else a temporary folder")
    parser.add_argument("--one-node", action="store_true", help="leave out the clusters of two nodes")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        first, bad = 0.0, 0
        for ran in runs((given.folder or Path(made)) / "nodes", given.pages, given.files, given.one_node):
            first = first or ran.seconds
            bad += not ran.is_same
            where = f"; workers on {', '.join(sorted(ran.nodes))}" if ran.nodes else ""
            died = f"; {ran.killed} processes killed" if ran.killed else ""
            same = "the rows of add" if ran.is_same else "OTHER ROWS"
            print(
                f"{ran.name:<21}{ran.seconds:7.0f} s, {ran.seconds / first:.2f} times{where}{died}; {same}", flush=True
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
