from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]


def test_parts_are_loaded_into_a_record_a_month(onrecord: Call, fake_pipeline: object, tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    days = ("2021-03-01", "2021-04-30", "2021-03-31")
    lines = [{"text": f'The talks of {day}.\nNorland said "we shall meet".', "published": day} for day in days]
    source.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    assert onrecord("code", "--output", tmp_path / "parts", source).code == 0
    ran = onrecord("load", "--by-month", tmp_path / "records", tmp_path / "parts")
    assert ran.code == 0 and "3 pages read: 3 statements, 0 events" in ran.err
    made = sorted(path.name for path in (tmp_path / "records").glob("*.onrecord"))
    assert made == ["2021-03.onrecord", "2021-04.onrecord"]
    assert len(onrecord("documents", tmp_path / "records" / made[0], "--format", "jsonl").out.splitlines()) == 2
