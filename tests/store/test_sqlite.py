"""What only the record file must do: survive, share, refuse, stay small."""

from __future__ import annotations

import os
import random
import runpy
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest

from onrecord.errors import NewerRecord, NotARecord, RecordBusy, RecordError
from onrecord.export import jsonl
from onrecord.schema import Judgement
from onrecord.schema.party import Capacity
from onrecord.store import Filter, SQLiteStore
from onrecord.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from onrecord.store.sayings import CAPACITIES

HELPERS = Path(__file__).with_name("conftest.py")
made = SimpleNamespace(**runpy.run_path(str(HELPERS)))
page, done, fill, collection = made.page, made.done, made.fill, made.collection

WRITER = """
import runpy, sys
from onrecord.store import SQLiteStore
made = runpy.run_path(sys.argv[1])
with SQLiteStore(sys.argv[2]) as store:
    for number in range(100_000):
        one = made["page"](f"{number}.txt", [("Ada Roy", f"train {number} is late")])
        made["fill"](store, [one])
        print(one.document.doc, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.onrecord"


def writer(path: Path) -> subprocess.Popen[str]:
    given = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(HELPERS), str(path)], stdout=subprocess.PIPE, text=True, env=given
    )


def test_a_writer_that_is_killed_leaves_every_page_it_had_put_and_a_sound_file(path: Path) -> None:
    with writer(path) as process:
        assert process.stdout is not None
        put = [process.stdout.readline().strip() for _ in range(25)]
        process.send_signal(signal.SIGKILL)
        put += process.stdout.read().split()
    with SQLiteStore(path) as store:
        kept = {row.doc for row in store.documents()}
        assert set(put) <= kept and len(kept) - len(put) <= 1
        assert store.count() == len(kept) == store.count(Filter(search="late"))
        assert {row.doc for row in store.done()} == kept
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_readers_see_whole_pages_while_another_process_writes(path: Path) -> None:
    with writer(path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        counts = []
        for _ in range(15):
            process.stdout.readline()
            with SQLiteStore(path, write=False) as store:
                counts.append(store.count())
                assert all(row.what.endswith("is late") for row in store.entries(Filter(limit=3)))
        process.send_signal(signal.SIGKILL)
    assert counts == sorted(counts) and counts[-1] >= 15


def test_an_interrupted_put_leaves_nothing_of_its_page(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with SQLiteStore(path) as store:
        fill(store, [page("a.txt")])
        monkeypatch.setattr("onrecord.store.sqlite.write_entries", interrupt)
        with pytest.raises(KeyboardInterrupt):
            fill(store, [page("b.txt", [("Ada Roy", "the road is open")])])
        monkeypatch.undo()
        assert [row.path for row in store.documents()] == ["a.txt"]
        assert len(store.done()) == 1
        fill(store, [page("b.txt", [("Ada Roy", "the road is open")])])
        assert store.count() == 2


def test_a_second_writer_waits_and_then_says_that_the_record_is_busy(path: Path) -> None:
    SQLiteStore(path).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with SQLiteStore(path, timeout=0.05) as store:
        with pytest.raises(RecordBusy, match="another process is writing to the record; wait"):
            fill(store, [page("a.txt")])
        holder.execute("ROLLBACK")
        fill(store, [page("a.txt")])
        assert store.count() == 1
    holder.close()


def test_two_writers_take_turns(path: Path) -> None:
    def work(name: str) -> None:
        with SQLiteStore(path, timeout=30) as store:
            fill(store, [page(f"{name}{number}.txt", [(name, f"stop {number} is shut")]) for number in range(10)])

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Ada Roy", "Ben Okoro")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with SQLiteStore(path, write=False) as store:
        assert store.count() == 20
        assert store.count(Filter(speaker="Ada")) == 10


@pytest.mark.parametrize(
    "content", [b"plain words, no database", b"SQLite format 3\0 and then nonsense" * 40, b"", b"\0" * 5000]
)
def test_a_file_that_is_no_record_is_refused_for_reading(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotARecord, match=f"{path.name}: this is no record; give"):
        SQLiteStore(path, write=False)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotARecord, match="this is no record"):
        SQLiteStore(path)
    assert path.read_bytes() == before


def test_a_record_of_a_newer_onrecord_is_refused(path: Path) -> None:
    SQLiteStore(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(NewerRecord, match="update onrecord"):
        SQLiteStore(path)


def test_a_damaged_record_says_so(path: Path) -> None:
    with SQLiteStore(path) as store:
        fill(store, collection())
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(RecordError, match=path.name), SQLiteStore(path, write=False) as store:
        store.documents()


def test_paths_that_cannot_hold_a_record_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="this is a folder"):
        SQLiteStore(tmp_path)
    with pytest.raises(NotARecord, match="there is no such record"):
        SQLiteStore(tmp_path / "none", write=False)
    with pytest.raises(RecordError, match="there is no folder"):
        SQLiteStore(tmp_path / "none" / "record")
    assert list(tmp_path.iterdir()) == []


def test_a_record_opened_for_reading_cannot_be_changed(path: Path) -> None:
    SQLiteStore(path).close()
    with SQLiteStore(path, write=False) as store, pytest.raises(RecordError, match="opened for reading"):
        fill(store, [page("a.txt")])


def test_a_closed_record_says_so(path: Path) -> None:
    store = SQLiteStore(path)
    store.close()
    store.close()
    with pytest.raises(RecordError, match="is closed"):
        store.count()


def test_a_record_left_half_made_by_a_killed_process_is_finished_when_it_is_opened_next(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN")
    MIGRATIONS[0](connection.execute)
    connection.execute("INSERT INTO migrations VALUES (1, 'readings_and_judgements')")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("COMMIT")
    with pytest.raises(RecordError, match="made by an older onrecord"):
        SQLiteStore(path, write=False)
    with SQLiteStore(path) as store:
        fill(store, collection())
        assert store.count() == 9
    names = [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY version")]
    assert names == [one.__name__ for one in MIGRATIONS]
    connection.close()


def test_the_bits_of_capacities_in_a_record_never_change_their_meaning(path: Path) -> None:
    assert CAPACITIES == ("official", "former", "expert", "unnamed", "other")
    assert set(CAPACITIES) == set(get_args(Capacity))
    with SQLiteStore(path) as store:
        fill(store, made.topical())
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT speaker, capacity, about, attitude, form, medium FROM statement_list ORDER BY start"
        ).fetchall()
    connection.close()
    assert rows[0] == ("Ada Roy", "official", "Ben Okoro", "says", "direct", "interview")
    assert rows[1][1:] == ("official; unnamed", "Prague", "wants", "mixed", None)
    assert rows[3][1:3] == ("", "Prague Circle")


def test_a_name_that_very_many_bear_can_be_asked_for(path: Path) -> None:
    with SQLiteStore(path) as store:
        sayings = [(f"Ada Roy {number}", "yes") for number in range(2)]
        fill(store, [page("a.txt", sayings)])
        store._names = lambda table, query: list(range(1, 40_000))
        assert store.count(Filter(speaker="Ada")) == 2


def test_everyday_tools_can_read_a_record(path: Path) -> None:
    with SQLiteStore(path) as store:
        fill(store, collection())
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        rows = connection.execute("SELECT who, type, whom, published FROM entry_list WHERE type = 'ACCUSE'").fetchall()
        assert rows == [("Ada Roy", "ACCUSE", "Lagos", "2021-03-02")]
        dates = connection.execute("SELECT published_earliest FROM document_list WHERE path = 'b.txt'").fetchall()
        assert dates == [("2021-03-09",)]
        sought = connection.execute("SELECT count(*) FROM evidence WHERE evidence MATCH 'Negotiations'").fetchone()
        assert sought == (1,)
    connection.close()


def test_nothing_of_a_forgotten_page_is_left_in_the_files(path: Path) -> None:
    secret = page("private/zanzibarite.txt", [("Quillon Vexley", "the zanzibarite lies under the quay")])
    with SQLiteStore(path) as store:
        fill(store, [page("a.txt"), secret])
        store.judge(
            Judgement(secret.statements[0].id, secret.document.doc, "accept", "me", "2021", quote="zanzibarite")
        )
        before = _bytes_of(path)
        store.forget(secret.document.doc, "2021-06-01")
        after = _bytes_of(path)
    for word in (b"zanzibarite", b"Vexley", b"quay"):
        assert word in before
        assert word not in after and word not in _bytes_of(path)


def test_the_record_is_at_most_six_times_its_text(path: Path) -> None:
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices("abcdefghijklmnoprstuvwz", k=chance.randint(2, 11))) for _ in range(3000)]

    def words(count: int) -> str:
        return " ".join(vocabulary[min(int(chance.paretovariate(0.7)), 2999)] for _ in range(count))

    size = 0
    with SQLiteStore(path) as store:
        for number in range(60):
            sayings = [("Ada Roy", f"{words(18)} {number}") for _ in range(13)]
            acts = [("Lagos", f"struck {words(12)}", "Prague", "ASSAULT", "actual") for _ in range(12)]
            one = page(f"{number}.txt", sayings, acts, day=date(2021, 1, 1 + number % 28), outlet="Pine")
            size += len(one.document.text.encode())
            fill(store, [one])
    assert size > 2000 * 60
    assert path.stat().st_size <= 6 * size


def test_compacting_gives_space_back(path: Path) -> None:
    pages = collection()
    with SQLiteStore(path) as store:
        for number in range(40):
            for one in pages:
                store.put(one, done(one, f"rules {number}"))
        lines = [jsonl.dumps(line) for found in store.all_findings() for line in jsonl.lines(found)]
        before = path.stat().st_size + path.with_name(path.name + "-wal").stat().st_size
        store.compact()
        assert path.stat().st_size < before
        assert lines == [jsonl.dumps(line) for found in store.all_findings() for line in jsonl.lines(found)]


def _bytes_of(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(path.parent.glob(path.name + "*")))
