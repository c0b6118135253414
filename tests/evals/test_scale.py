from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import dispatches
import scale
import scale_truth

from onrecord.schema import Document, Findings


def test_a_dispatch_is_made_from_its_number_alone_and_holds_what_is_known_of_it() -> None:
    assert dispatches.page(70) == list(dispatches.pages(3, 68))[2]
    for one in dispatches.pages(300):
        assert all(saying.speaker in one.text and saying.content in one.text for saying in one.sayings)
        assert all(deed.source in one.text and deed.target in one.text for deed in one.deeds)


def test_dispatches_go_over_days_and_stories_and_some_repeat_another() -> None:
    made = list(dispatches.pages(1000))
    assert (made[0].day, made[-1].day) == (date(2015, 1, 1), date(2015, 1, 20))
    again = [one for one in made if one.of is not None]
    assert 100 < len(again) < 180 and all(made[one.of or 0].story == one.story for one in again)
    assert 20 <= len({one.story for one in made}) < 60


def test_what_is_told_of_somebody_else_is_wrong() -> None:
    made = next(one for one in dispatches.pages(100) if one.sayings and one.deeds)
    page = Findings(Document("d" * 16, "d" * 64, "0.jsonl", made.text, ()))
    counted = scale_truth.counts(page, made, {})
    assert counted["said true"] == len(made.sayings) and counted["said right"] == counted["said wrong"] == 0


def test_a_record_is_judged_at_each_size(root: Path, tmp_path: Path) -> None:
    given = {**os.environ, "PYTHONPATH": str(root / "src"), "OMP_NUM_THREADS": "1"}
    call = [sys.executable, str(root / "evals" / "scale.py"), "--pages", "30", "--jobs", "1", "--folder", str(tmp_path)]
    run = subprocess.run(call, capture_output=True, text=True, env=given, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    lines = run.stdout.splitlines()
    assert "30 pages" in run.stdout and any(line.startswith("  derive") for line in lines)
    assert next(line for line in lines if line.startswith("  statements")).split()[1] != "0"


def test_the_fixed_piece_of_work_takes_time() -> None:
    assert 0 < scale.probe() < 1
