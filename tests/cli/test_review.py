"""Entries judged in a terminal, as a user types."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import onrecord as package
from onrecord.review.queue import pages
from onrecord.store import Filter, SQLiteStore

Call = Callable[..., Any]


@pytest.fixture
def typed(onrecord: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs the program with lines that a reviewer types."""

    def call(*arguments: object, keys: str) -> Any:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in keys.split("|"))))
        return onrecord(*arguments)

    return call


def judged(record: Path) -> list[tuple[str, str]]:
    with SQLiteStore(record, write=False) as store:
        return [(one.verdict, one.by) for one in store.judgements()]


def seed_of(record: Path, doc: str) -> str:
    """A seed with which this page is drawn first."""
    with SQLiteStore(record, write=False) as store:
        return next(seed for seed in map(str, range(99)) if pages(store, seed, 1) == (doc,))


def test_keys_decide_and_each_decision_is_kept(typed: Call, record: Path) -> None:
    ran = typed("review", record, "--by", "Ada", "--size", 3, keys="r|w|n|nobody said so|w")
    assert ran.code == 0 and "1 of 3" in ran.err and "Ada: 3 entries decided" in ran.err
    assert judged(record) == [("accept", "Ada"), ("reject", "Ada"), ("reject", "Ada")]
    with SQLiteStore(record, write=False) as store:
        assert [one.why for one in store.judgements()] == ["", "", "nobody said so"]
        assert store.count() == 5


def test_a_reviewer_goes_on_where_they_left_and_skips_come_last(typed: Call, record: Path) -> None:
    first = typed("review", record, "--by", "Ada", "--size", 3, keys="r|s|q")
    again = typed("review", record, "--by", "Ada", "--size", 3, keys="u|q")
    assert "2 of 3" in again.err and "taken back: accept" in again.err and first.out.count("whose word") == 3
    assert typed("review", record, "--by", "Ada", "--size", 3, keys="s|s|s").err.count("3 entries skipped") == 1


def test_two_with_one_seed_see_the_same_and_settle_where_they_differ(typed: Call, onrecord: Call, record: Path) -> None:
    ada = typed("review", record, "--by", "Ada", "--seed", "x", "--size", 2, keys="r|r")
    ben = typed("review", record, "--by", "Ben", "--seed", "x", "--size", 2, keys="r|w")
    assert ada.out == ben.out and "said: accept" not in ben.out
    figures = onrecord("review", record, "--figures", "--format", "jsonl").out.splitlines()
    found = {(one["measure"], one["of"]): one for one in map(json.loads, figures)}
    assert found["agreement", "Ada and Ben"]["words"].startswith("of 2 looked at, 1 the same")
    settled = typed("review", record, "--by", "Cy", "--order", "differ", keys="w")
    assert "Ada said: accept" in settled.out and "Ben said: reject" in settled.out
    assert "1 of 1" not in typed("review", record, "--by", "Cy", "--order", "differ", keys="q").err


def test_an_entry_is_fixed_by_name_and_value(typed: Call, record: Path) -> None:
    ran = typed("review", record, "--by", "Ada", "--type", "ACCUSE", keys="f|colour=red|type=DANCE||f|status=planned|")
    assert "write name=value" in ran.err and "no such type" in ran.err
    with SQLiteStore(record, write=False) as store:
        assert next(store.events(Filter(type="ACCUSE"))).status == "planned"


def test_a_page_is_read_whole_and_what_was_missed_is_added(typed: Call, onrecord: Call, record: Path) -> None:
    for row in map(json.loads, onrecord("documents", record, "--format", "jsonl").out.splitlines()):
        rights = "r|" * (row["statements"] + row["events"])
        add = "a|e|words=met|type=CONSULT|source=Ministers||" if row["events"] == 0 else ""
        with_text = typed("review", record, "--by", "Ada", "--whole", "--seed", seed_of(record, row["doc"]), "--pages", 1,
                          keys=f"{rights}{add}d|q")  # fmt: skip
        assert "1 of 1 page read whole" in with_text.err and row["title"] in with_text.out
    figures = onrecord("review", record, "--figures", "--format", "jsonl").out.splitlines()
    found = {(one["measure"], one["of"]): one for one in map(json.loads, figures)}
    assert found["found", "events, everything"]["words"].startswith("of 5 on 2 pages, 4 found")


def test_entries_and_actors_are_joined_and_parted(typed: Call, onrecord: Call, record: Path) -> None:
    rows = onrecord("events", record, "--everything", "--type", "ASSAULT", "--format", "jsonl").out.splitlines()
    other = json.loads(rows[0])["id"]
    keys = f"m|apart {other}|m|actor c:Norland = c:Sudland|m|marry|m|with ffff|q"
    ran = typed("review", record, "--by", "Ada", "--type", "ACCUSE", keys=keys)
    assert judged(record) == [("merge", "Ada")] and "ffff" in ran.err and ran.err.count("with ENTRY") >= 4
    assert "c:Sudland is c:Norland" in onrecord("actors", "judgements", record).out


def test_judgements_are_written_out_and_taken_in_once(
    typed: Call, onrecord: Call, record: Path, tmp_path: Path
) -> None:
    copy, lines = tmp_path / "copy.onrecord", tmp_path / "ada.jsonl"
    copy.write_bytes(record.read_bytes())
    typed("review", record, "--by", "Ada", "--size", 2, keys="r|w")
    assert "2 judgements written" in onrecord("judgements", record, "--export", lines).err
    assert "2 judgements taken in; 0 known already" in onrecord("judgements", copy, "--import", lines).err
    assert "0 judgements taken in; 2 known already" in onrecord("judgements", copy, "--import", lines).err
    assert judged(copy) == judged(record)
    assert onrecord("judgements", copy, "--export", "-").out == lines.read_text()
    assert onrecord("judgements", copy).out.count("Ada") == 2
    lines.write_text("{")
    wrong = onrecord("judgements", copy, "--import", lines)
    assert wrong.code == 2 and "line 1" in wrong.err
    assert onrecord("judgements", copy, "--import", tmp_path / "none.jsonl").code == 2


@pytest.mark.parametrize("option", (("--order", "best"), ("--type", "DANCE"), ("--size", "0"), ("--by", "\x07")))
def test_what_makes_no_sense_is_refused(typed: Call, record: Path, option: tuple[str, str]) -> None:
    assert typed("review", record, *option, keys="q").code == 2
    assert judged(record) == []


def test_a_page_cannot_command_the_terminal() -> None:
    from onrecord.cli.common import visible

    assert visible("a\x1b[2Jb\r\u202ec\n\td") == "a␛[2Jb␍\ufffdc\n\td"


def test_what_was_decided_is_there_after_the_program_was_killed(record: Path) -> None:
    here = {**os.environ, "PYTHONPATH": str(Path(package.__file__ or "").parent.parent)}
    ran = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "review", str(record), "--by", "Ada"], env=here,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert ran.stdin is not None and ran.stderr is not None
    ran.stdin.write("r\nw\n")
    ran.stdin.flush()
    seen, until = "", time.monotonic() + 60
    while "\n3 of" not in seen and time.monotonic() < until:
        one = ran.stderr.read(1)
        if not one:
            break
        seen += one
    ran.kill()
    ran.communicate()
    assert "\n3 of" in seen and judged(record) == [("accept", "Ada"), ("reject", "Ada")]
