"""The scripts in ``examples`` do what their heads say."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import onrecord

PAGE = """Talks on fish
Published: March 10, 2021
Norwegian Foreign Minister Lena Aas said on Tuesday that Norway would not leave the fishing agreement.
Norway accused Iceland of blocking the talks, and Iceland rejected the accusation on the same day.
"""
Daily = Callable[[], subprocess.CompletedProcess[str]]


@pytest.fixture
def daily(root: Path, tmp_path: Path) -> Daily:
    """Runs the newsroom's script in a folder with one feed."""
    if shutil.which("flock") is None:
        pytest.skip("there is no flock here")
    program = tmp_path / "bin" / "onrecord"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m onrecord "$@"\n')
    program.chmod(0o755)
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "fish.txt").write_text(PAGE)
    paths = [str(program.parent), os.environ["PATH"]]
    given = {**os.environ, "PATH": os.pathsep.join(paths), "PYTHONPATH": str(root / "src"), "OUT": "out.jsonl"}

    def run() -> subprocess.CompletedProcess[str]:
        script = [str(root / "examples" / "newsroom" / "daily.sh")]
        return subprocess.run(script, cwd=tmp_path, env=given, capture_output=True, text=True)

    return run


def test_the_daily_run_tells_what_is_new_and_then_nothing(daily: Daily, tmp_path: Path) -> None:
    first = daily()
    assert first.returncode == 0, first.stderr
    told = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert {line["change"] for line in told} == {"added"} and {"document", "event"} <= {line["kind"] for line in told}
    assert daily().returncode == 0
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == len(told)
    (tmp_path / "feeds" / "empty.txt").write_bytes(b"")
    assert daily().returncode == 1


def test_two_daily_runs_do_not_meet(daily: Daily, tmp_path: Path) -> None:
    with (tmp_path / "desk.onrecord.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ran = daily()
    assert ran.returncode == 1 and "another run is at work" in ran.stderr
    assert not (tmp_path / "desk.onrecord").exists()


def test_r_reads_a_record(root: Path, tmp_path: Path) -> None:
    has = ["Rscript", "-e", "library(DBI); library(RSQLite)"]
    if shutil.which("Rscript") is None or subprocess.run(has, capture_output=True).returncode != 0:
        pytest.skip("there is no R with RSQLite here")
    (tmp_path / "page.txt").write_text(PAGE)
    with onrecord.open(tmp_path / "r.onrecord") as record:
        record.add(tmp_path / "page.txt")
        expected = sum(1 for row in record.events(min_confidence="precise", vouched=True) if row.who and row.whom)
    script = ["Rscript", str(root / "examples" / "r" / "record.R"), str(tmp_path / "r.onrecord")]
    ran = subprocess.run(script, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert sum(int(row["events"]) for row in rows) == expected > 0
    assert {row["month"] for row in rows} == {"2021-03"}
