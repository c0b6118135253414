from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.store import SQLiteStore


def test_a_forgotten_page_is_gone_and_is_not_taken_in_again(onrecord: Any, record: Path) -> None:
    with SQLiteStore(record) as store:
        first, second = (row.doc for row in store.documents())
    ran = onrecord("forget", record, first[:8], "--why", "withdrawn")
    assert (ran.code, ran.out, ran.err) == (0, "", f"{first[:8]}: forgotten\n")
    with SQLiteStore(record) as store:
        assert [row.doc for row in store.documents()] == [second]
        assert [(one.doc, one.why) for one in store.forgotten()] == [(first, "withdrawn")]


def test_a_page_that_is_not_on_record_is_told(onrecord: Any, record: Path) -> None:
    ran = onrecord("forget", record, "feedfeed")
    assert ran.code == 1 and "feedfeed: no page with this id is on record" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["export"], ["documents", "--format", "csv"]], ids=" ".join)
def test_where_there_is_no_room_for_what_is_written_it_is_said(record: Path, arguments: list[str]) -> None:
    call = [sys.executable, "-m", "onrecord", arguments[0], str(record), *arguments[1:]]
    with Path("/dev/full").open("wb") as full:
        given = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        ran = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, env=given, check=False)
    assert ran.returncode == 1
    assert ran.stderr == "onrecord: No space left on device; check the path and the room on the disk\n"
