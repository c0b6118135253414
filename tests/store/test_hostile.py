"""A record that somebody else made is data: opening and reading it runs no code, and takes no more than a record does."""

from __future__ import annotations

import json
import runpy
import sqlite3
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import NotARecord, OnrecordError, RecordError
from onrecord.store import SQLiteStore, deflate

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "test.onrecord"
    with SQLiteStore(path) as store:
        made.fill(store, made.collection()[:1])
    return path


def change(path: Path, sql: str, *values: object) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(sql, values)
    connection.close()


def test_a_record_with_triggers_is_refused(path: Path) -> None:
    change(path, "CREATE TRIGGER t AFTER INSERT ON judgements BEGIN DELETE FROM readings; END")
    for write in (True, False):
        with pytest.raises(NotARecord, match="it holds triggers"):
            SQLiteStore(path, write=write)


def test_a_view_that_calls_functions_with_effects_is_not_run(path: Path) -> None:
    change(path, "DROP VIEW entry_list")
    change(path, "CREATE VIEW entry_list AS SELECT load_extension('evil.so') AS id")
    with SQLiteStore(path) as store, pytest.raises(RecordError, match="cannot be used"):
        store._database.rows("SELECT * FROM entry_list")


def test_a_reading_that_unpacks_to_far_more_than_a_page_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deflate, "UNPACKED_LIMIT", 10_000)
    change(path, "UPDATE readings SET text = ?", zlib.compress(b"a" * 10_001, 9))
    with SQLiteStore(path) as store, pytest.raises(RecordError, match="unpacks to more than a page ever takes"):
        list(store.all_findings())


@pytest.mark.parametrize(
    "plain",
    [
        b"[" * 100_000,
        b"{}",
        b"\xff",
        b'{"document": 3}',
        json.dumps({"document": {"doc": "x", "sha256": "y", "path": "p", "blocks": "no"}}).encode(),
        json.dumps(
            {"document": {"doc": "x", "sha256": "y", "path": "p", "blocks": [], "__class__": "os.system"}}
        ).encode(),
    ],
    ids=["deep", "empty", "bytes", "number", "wrong type", "unknown field"],
)
def test_a_reading_that_is_none_is_told_and_nothing_else_happens(path: Path, plain: bytes) -> None:
    change(path, "UPDATE readings SET packed = ?", zlib.compress(plain))
    with SQLiteStore(path) as store, pytest.raises(OnrecordError, match="damaged"):
        list(store.all_findings())
