"""The pieces of work that ``faults.py`` disturbs, and what it asks of a record afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import generated

from onrecord.api import Record, default_pipeline
from onrecord.api import open as open_record
from onrecord.cluster import code_units, units_of
from onrecord.cluster import load as load_parts
from onrecord.engines import LoopEngine
from onrecord.export import jsonl
from onrecord.read import pages
from onrecord.run import Result
from onrecord.schema import DERIVED, Judgement
from onrecord.steps import Pipeline
from onrecord.store.deflate import inflated
from onrecord.store.migrations import MIGRATIONS

Tell = Callable[[str], None]
OLD = 6
"""The schema of the record that is brought up."""
WHEN = "2021-06-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work on a record: ``step`` does it and tells what it has kept, ``holds`` says whether that is there."""

    name: str
    step: Callable[[Record, Path, Tell], None]
    holds: Callable[[Path, str], bool]

    def do(self, record: Path, tell: Tell, statements: int | None) -> None:
        """Does it. Kills this process at statement ``statements`` of SQL; at 0, only tells in the end how many there were."""
        count = 0

        def met(_sql: str) -> None:
            nonlocal count
            count += 1
            if count == statements:
                os.kill(os.getpid(), signal.SIGKILL)

        if statements is not None:
            _watch(met)
        with open_record(record) as opened:
            self.step(opened, record, tell)
        if statements == 0:
            tell(f"statements {count}")


def _watch(met: Callable[[str], None]) -> None:
    """Has ``met`` called with each statement of SQL from now on, in this process."""
    plain = sqlite3.connect

    def connect(*given: Any, **named: Any) -> sqlite3.Connection:
        connection = plain(*given, **named)
        connection.set_trace_callback(met)
        return connection

    sqlite3.connect = connect


@cache
def pipeline() -> Pipeline:
    """The pipeline, loaded once; the processes that are forked have it."""
    return default_pipeline()


def add(record: Record, path: Path, tell: Tell) -> None:
    """Adds the pages beside the record."""

    def each(result: Result) -> None:
        tell(f"doc {result.doc}")

    ready = pipeline()
    found = pages([str(path.parent / "pages.jsonl")])
    record.add_pages(found, LoopEngine(ready), ready.fingerprint, each)


def derive(record: Record, path: Path, tell: Tell) -> None:
    """Derives what the pages give together."""
    record.derive(each=lambda made: tell(f"step {made.step}"))


def judge(record: Record, path: Path, tell: Tell) -> None:
    """Makes forty judgements on entries and eight on actors, those that are not yet there."""
    store = record.store
    wanted = _judgements(path.parent / "added.onrecord")
    for number in range(len(store.judgements()), len(wanted)):
        store.judge(wanted[number])
        tell(f"judgement {number}")
    people = sorted(row.actor for row in store.actors() if row.actor and row.actor.startswith("doc:"))[:8]
    for number in range(len(store.actor_judgements()), 8):
        record.judge_actor("rename", people[number], by="me", made=WHEN, name=f"Person {number}")
        tell(f"actor {number}")


@cache
def _judgements(path: Path) -> tuple[Judgement, ...]:
    with open_record(path, write=False) as added:
        rows = list(added.entries(min_confidence=0))[:40]
    verdicts = ("accept", "reject", "correct")
    return tuple(
        Judgement(row.id, row.doc, verdicts[at % 3], "me", WHEN, fields='{"confidence": 0.99}' if at % 3 == 2 else "{}")
        for at, row in enumerate(rows)
    )


def load(record: Record, path: Path, tell: Tell) -> None:
    """Loads what was coded in parts."""
    load_parts(str(path.parent / "parts"), record.store, lambda result: tell(f"doc {result.doc}"))


def forget(record: Record, path: Path, tell: Tell) -> None:
    """Forgets every third page."""
    with open_record(path.parent / "added.onrecord", write=False) as added:
        docs = sorted(row.doc for row in added.documents())[::3]
    for doc in docs:
        record.forget(doc, made=WHEN)
        tell(f"forgotten {doc}")


def migrate(record: Record, path: Path, tell: Tell) -> None:
    """Nothing more than opening the record, which an older schema made."""
    tell("schema")


def holds(path: Path, line: str) -> bool:
    """Whether the record holds what ``line`` says that it kept."""
    kind, _, what = line.partition(" ")
    with open_record(path, write=False) as record:
        store = record.store
        if kind == "doc":
            return any(one.doc == what for one in store.done())
        if kind == "step":
            return what in store.derivations.made()
        if kind == "judgement":
            return len(store.judgements()) > int(what)
        if kind == "actor":
            return len(store.actor_judgements()) > int(what)
        if kind == "forgotten":
            return any(one.doc == what for one in store.forgotten()) and not traces_of(path, what)
    return kind in ("statements", "schema")


def traces_of(path: Path, doc: str) -> list[str]:
    """Words that only this page had, as far as they still stand anywhere in the record's files, packed or not."""
    with open_record(path.parent / "added.onrecord", write=False) as added:
        texts = {row.doc: added.store.text(row.doc) or "" for row in added.documents()}
    own = _phrases(texts.pop(doc)).difference(*map(_phrases, texts.values()))
    held = b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT text FROM readings UNION ALL SELECT packed FROM readings").fetchall()
        rows += connection.execute("SELECT packed FROM derived").fetchall()
    connection.close()
    held += b"".join(inflated(blob) for (blob,) in rows)
    return [phrase for phrase in sorted(own) if phrase.encode() in held]


def _phrases(text: str) -> set[str]:
    """All runs of three words in which there is a number: few other pages have the same."""
    words = text.split()
    runs = (" ".join(words[at : at + 3]) for at in range(len(words) - 2))
    return {run for run in runs if any(one.isdigit() for one in run)}


def faults_of(path: Path) -> list[str]:
    """What is wrong with the record file as it lies; nothing where it was not yet made."""
    if not path.exists():
        return []
    with sqlite3.connect(path) as connection:
        faults = [str(line) for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    if version == 0 or faults:
        return faults  # killed before its tables were made: the next run makes them
    with open_record(path) as record:
        return [fault.what for fault in record.verify().faults]


def contents(path: Path) -> list[str]:
    """All that a record holds, sorted: its lines of JSON, judgements, tombstones, derived rows."""
    with open_record(path, write=False) as record:
        store = record.store
        lines = [jsonl.dumps(line) for found in record.findings() for line in jsonl.lines(found, everything=True)]
        lines += [repr(row) for kind in DERIVED.values() for row in store.derivations.rows(kind)]
        lines += [*map(repr, store.judgements()), *map(repr, store.actor_judgements()), *map(repr, store.forgotten())]
        lines += [repr(row) for row in record.entries(min_confidence=0)]
    return sorted(lines)


def prepare(folder: Path, count: int) -> dict[str, Path]:
    """Makes the pages and the records that the pieces of work begin with, by name."""
    lines = (made.line() for made in generated.pages(count, reprints=0.3))
    (folder / "pages.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    added, derived, old = (folder / f"{name}.onrecord" for name in ("added", "derived", "old"))
    ready = pipeline()
    units = units_of([str(folder / "pages.jsonl")], 20_000)
    list(code_units(units, str(folder / "parts"), LoopEngine(ready), ready.fingerprint))
    with open_record(added) as record:
        add(record, added, lambda line: None)
        record.store.compact()
    shutil.copy(added, derived)
    with open_record(derived) as record:
        record.derive()
        record.store.compact()
    _age(added, old)
    return {
        "add": folder / "none",
        "load": folder / "none",
        "derive": added,
        "judge": derived,
        "forget": derived,
        "migrate": old,
    }


def _age(path: Path, old: Path) -> None:
    """Makes a record of an older schema with the same pages: what is kept for good, and no lists."""
    with sqlite3.connect(old) as connection:
        for number, step in enumerate(MIGRATIONS[:OLD], 1):
            step(connection.execute)
            connection.execute("INSERT INTO migrations VALUES (?, ?)", (number, step.__name__))
        connection.execute(f"PRAGMA user_version = {OLD}")
        connection.execute("ATTACH ? AS new", (str(path),))
        for table in ("codes", "readings", "sightings", "done", "documents"):
            names = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")
    connection.close()


WORKS = {
    one.name: one
    for one in (
        Work("add", add, holds),
        Work("derive", derive, holds),
        Work("judge", judge, holds),
        Work("forget", forget, holds),
        Work("load", load, holds),
        Work("migrate", migrate, holds),
    )
}
