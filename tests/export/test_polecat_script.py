"""A script that was written for POLECAT's files runs on ours as it is."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from onrecord.api import Record

pandas = pytest.importorskip("pandas", reason="the script reads with pandas; pip install onrecord[pandas]")
pytest.importorskip("matplotlib", reason="the script draws with matplotlib; pip install matplotlib")
SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "examples" / "polecat_dyad_months.py"


def run(folder: Path, *asked: str) -> Any:
    call = [sys.executable, "-W", "ignore", str(SCRIPT), *asked]
    done = subprocess.run(call, capture_output=True, text=True, check=True, encoding="utf-8")
    return pandas.read_csv(io.StringIO(done.stdout))


def test_it_groups_and_draws(demo: Record, tmp_path: Path) -> None:
    demo.export("polecat", tmp_path / "events.txt", undated="published")
    table = run(tmp_path, str(tmp_path / "events.txt"), "--figure", str(tmp_path / "figure.png"))
    assert (tmp_path / "figure.png").read_bytes().startswith(b"\x89PNG")
    rows = [line.split("\t") for line in (tmp_path / "events.txt").read_text(encoding="utf-8").splitlines()]
    ours = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    counted = Counter(
        (one["Event Date"][:7], one["Actor Country"], one["Recipient Country"])
        for one in ours
        if one["Event Date"] and "" not in (one["Actor Country"], one["Recipient Country"])
        and one["Actor Country"] != one["Recipient Country"]
    )  # fmt: skip
    assert {(one.month, one[2], one[3]): one.events for one in table.itertuples()} == dict(counted)
    assert len(counted) > 5


def test_one_dyad_alone_in_both_directions(demo: Record, tmp_path: Path) -> None:
    demo.export("polecat", tmp_path / "events.txt", undated="published")
    table = run(tmp_path, str(tmp_path / "events.txt"), "--dyad", "IRN", "SAU")
    assert set(table["Actor Country"]) | set(table["Recipient Country"]) <= {"IRN", "SAU"}


def test_events_without_a_day_are_in_no_month(demo: Record, tmp_path: Path) -> None:
    demo.export("polecat", tmp_path / "plain.txt")
    demo.export("polecat", tmp_path / "published.txt", undated="published")
    plain, published = (run(tmp_path, str(tmp_path / f"{name}.txt")) for name in ("plain", "published"))
    assert plain["events"].sum() < published["events"].sum()
