"""Commands whose disk has no room: each says so in one sentence, and goes on from where it was once there is some."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CALL = """
import resource, sys
from onrecord.cli import main
if __name__ == "__main__":
    limit = int(sys.argv.pop(1))
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    main()
"""
LINE = '{{"id": "{at}", "text": "{text}", "published": "2021-03-0{day}"}}\n'
TEXT = "Kenya said on Monday that ferry {at} had stopped. Norway accused Kenya of holding back {at} ships near Vardby."


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    file = tmp_path / "pages.jsonl"
    file.write_text("".join(LINE.format(at=at, text=TEXT.format(at=at), day=at % 9 + 1) for at in range(60)))
    return file


def ran(folder: Path, *arguments: str, limit: int = 0, out: Path | None = None) -> tuple[int, str, str]:
    """Status, output and messages of a command whose files may grow to ``limit`` bytes."""
    script = folder / "call.py"
    script.write_text(CALL, encoding="utf-8")
    given = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    call = [sys.executable, str(script), str(limit), *arguments]
    with (out or Path(os.devnull)).open("wb") as sink:
        run = subprocess.run(
            call, stdout=sink if out else subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=given, check=False
        )
    return run.returncode, run.stdout or "", run.stderr


def test_a_record_that_had_no_room_goes_on_where_it_was(pages: Path, tmp_path: Path) -> None:
    record, whole = str(tmp_path / "r.onrecord"), str(tmp_path / "whole.onrecord")
    status, _, said = ran(tmp_path, "add", record, str(pages), limit=150_000)
    assert status == 2 and said.startswith(f"onrecord: {record}: the disk") and len(said.splitlines()) == 1
    kept = ran(tmp_path, "documents", record, "--format", "jsonl")[1].splitlines()
    assert 0 < len(kept) < 60
    assert f"{60 - len(kept)} pages read, {len(kept)} on record already" in ran(tmp_path, "add", record, str(pages))[2]
    ran(tmp_path, "add", whole, str(pages))
    status, _, said = ran(tmp_path, "derive", record, limit=40_000)
    assert status == 2 and "the disk" in said.splitlines()[-1] and "make room and run it again" in said
    for one in (record, whole):
        assert ran(tmp_path, "derive", one)[0] == 0
    told = [ran(tmp_path, "export", one, "--as", "jsonl")[1] for one in (record, whole)]
    assert told[0] == told[1] and ran(tmp_path, "verify", record)[0] == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_output_that_finds_no_room_is_told_of(pages: Path, tmp_path: Path) -> None:
    record = str(tmp_path / "r.onrecord")
    ran(tmp_path, "add", record, str(pages))
    for command in ("documents", "statements"):
        status, _, said = ran(tmp_path, command, record, out=Path("/dev/full"))
        assert status == 1 and "No space left on device" in said and len(said.splitlines()) == 1


def test_parts_that_find_no_room_are_told_of_and_coded_again(pages: Path, tmp_path: Path) -> None:
    parts = str(tmp_path / "parts")
    status, _, said = ran(tmp_path, "code", "--output", parts, str(pages), limit=4_000)
    assert status == 1 and len(said.splitlines()) == 1 and "room" in said
    assert ran(tmp_path, "code", "--output", parts, str(pages))[0] == 0
    assert "60 pages read" in ran(tmp_path, "load", str(tmp_path / "r.onrecord"), parts)[2]
