"""What goes wrong around a record file: the disk, the folder, other processes, the clock. Each is told in a clear sentence."""

from __future__ import annotations

import os
import runpy
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import RecordBusy
from onrecord.schema import ActorJudgement, Judgement
from onrecord.store import SQLiteStore

HELPERS = Path(__file__).with_name("conftest.py")
made = SimpleNamespace(**runpy.run_path(str(HELPERS)))
page, fill, collection = made.page, made.fill, made.collection

FILL = """
import resource, os, runpy, sys
from onrecord.errors import RecordError
from onrecord.store import SQLiteStore
made = runpy.run_path(sys.argv[1])
limit, user = int(sys.argv[3]), int(sys.argv[4])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
if user:
    os.setuid(user)
put = 0
try:
    with SQLiteStore(sys.argv[2]) as store:
        for number in range(int(sys.argv[5])):
            made["fill"](store, [made["page"](f"{number}.txt", [("Ada Roy", f"train {number} is late " * 20)])])
            put += 1
except RecordError as error:
    print(error)
print(put)
"""
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.onrecord"


def filled(path: Path, limit: int = 0, user: int = 0, pages: int = 1000) -> tuple[str, int]:
    """What a process says that fills a record under these limits, and how many pages it put."""
    given = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-c", FILL, str(HELPERS), str(path), str(limit), str(user), str(pages)]
    out = subprocess.run(call, capture_output=True, text=True, env=given, check=True).stdout.splitlines()
    return out[0], int(out[-1])


def test_where_there_is_no_room_for_more_it_is_said_and_all_before_is_kept(path: Path) -> None:
    said, put = filled(path, limit=300_000)
    assert "test.onrecord: the disk" in said and "make room and run it again" in said
    assert 0 < put < 1000
    with SQLiteStore(path) as store:
        assert len(store.documents()) == put and list(store.damage()) == []
        fill(store, collection())
        assert len(store.documents()) == put + len(collection())


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_in_a_folder_that_may_not_be_written_to_it_is_said_at_once(open_folder: Path) -> None:
    path = open_folder / "test.onrecord"
    user = NOBODY if os.geteuid() == 0 else 0
    open_folder.chmod(0o555)
    said, put = filled(path, user=user)
    assert said == f"{path}: it cannot be opened; check the path and its permissions"
    assert put == 0 and not path.exists()


def test_a_record_that_may_not_be_written_to_is_left_as_it_is(open_folder: Path) -> None:
    path = open_folder / "test.onrecord"
    with SQLiteStore(path) as store:
        fill(store, collection())
    before = path.read_bytes()
    path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    open_folder.chmod(0o555)
    said, put = filled(path, user=NOBODY if os.geteuid() == 0 else 0)
    assert "it may not be written to; check its permissions" in said
    assert put == 0 and path.read_bytes() == before


def test_two_writers_at_once_make_the_record_that_one_makes(path: Path) -> None:
    given = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    call = [sys.executable, "-c", FILL, str(HELPERS), str(path), "0", "0", "60"]
    writers = [subprocess.Popen(call, stdout=subprocess.PIPE, text=True, env=given) for _ in range(2)]
    assert [one.communicate()[0] for one in writers] == ["60\n", "60\n"]
    alone = path.with_name("alone.onrecord")
    filled(alone, pages=60)
    with SQLiteStore(path) as store, SQLiteStore(alone) as other:
        assert list(store.all_findings()) == list(other.all_findings())
        assert list(store.entries()) == list(other.entries()) and list(store.damage()) == []


def test_a_writer_says_that_another_one_is_at_work(path: Path) -> None:
    with SQLiteStore(path, timeout=0.05) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordBusy, match="another process is writing to the record; wait until it is done"):
            fill(store, collection())
        other.execute("ROLLBACK")
        other.close()
        fill(store, collection())
        assert len(store.documents()) == len(collection())


def test_judgements_count_in_the_order_they_were_made_in_whatever_the_clock_said(path: Path) -> None:
    one = page("a.txt")
    entry, doc = one.statements[0].id, one.document.doc
    with SQLiteStore(path) as store:
        fill(store, [one])
        store.judge(Judgement(entry, doc, "correct", "me", "2031-01-01T00:00:00+00:00", fields='{"confidence": 0.1}'))
        store.judge(Judgement(entry, doc, "correct", "me", "1970-01-01T00:00:00+00:00", fields='{"confidence": 0.8}'))
        store.judge_actor(ActorJudgement("t:Ada Roy", "rename", "me", "2031-01-01T00:00:00+00:00", name="Ada"))
        store.judge_actor(ActorJudgement("t:Ada Roy", "rename", "me", "1970-01-01T00:00:00+00:00", name="Dr Ada"))
        assert [row.confidence for row in store.entries()] == [0.8]
        assert [row.name for row in store.actors()] == ["Dr Ada"]


def test_what_is_forgotten_stays_no_longer_than_somebody_else_reads_the_log(path: Path) -> None:
    secret = page("b.txt", [("Quillon Vexley", "the zanzibarite lies under the quay")])
    with SQLiteStore(path, timeout=0.05) as store:
        fill(store, [page("a.txt"), secret])
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        with pytest.raises(RecordBusy, match="another process has the record open, .* run this again"):
            store.forget(secret.document.doc, "2021-06-01")
        assert [one.doc for one in store.forgotten()] == [secret.document.doc]
        reader.execute("COMMIT")
        reader.close()
        assert not store.forget(secret.document.doc, "2021-06-01")
        for file in path.parent.glob(path.name + "*"):
            assert b"zanzibarite" not in file.read_bytes() and b"Vexley" not in file.read_bytes()
