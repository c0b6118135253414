from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import onrecord as package

Call = Callable[..., Any]
made = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent.parent / "replication" / "conftest.py")))


def test_a_bundle_is_made_verified_and_compared(onrecord: Call, tmp_path: Path) -> None:
    pages, record, out = tmp_path / "pages", tmp_path / "r.onrecord", tmp_path / "out"
    pages.mkdir()
    for name, text in made.PAGES.items():
        (pages / name).write_text(text, encoding="utf-8")
    with package.open(record) as opened:
        opened.add(pages)
        event = next(iter(opened.events(min_confidence=0)))
    assert onrecord("bundle", record, out).code == 0
    assert onrecord("bundle", record, out).code == 2
    ran = onrecord("verify", out, "--inputs", pages)
    assert ran.code == 0 and "rebuilt from 2 of 2 pages" in ran.err
    assert onrecord("diff", out, record).code == 0
    with package.open(record) as opened:
        opened.judge(event.id, "reject", by="me", made="2021-05-01")
    ran = onrecord("diff", out, record, "--format", "jsonl")
    assert ran.code == 1
    lines = {line["id"]: line for line in map(json.loads, ran.out.splitlines())}
    assert lines[event.id]["way"] == "gone"
    assert {line["step"] for line in lines.values()} == {"judge"}
    (out / "CITATION.cff").write_text("title: mine\n")
    ran = onrecord("verify", out)
    assert ran.code == 1 and "CITATION.cff: changed since it was bundled" in ran.out


def test_a_record_is_not_rebuilt(onrecord: Call, record: Path, tmp_path: Path) -> None:
    ran = onrecord("verify", record, "--inputs", tmp_path)
    assert ran.code == 2 and "a bundle is rebuilt" in ran.err


def test_the_program_says_when_pages_were_read_under_other_rules(onrecord: Call, record: Path, tmp_path: Path) -> None:
    ran = onrecord("bundle", record, tmp_path / "out")
    assert ran.code == 0 and "2 pages read under other rules" in ran.err
