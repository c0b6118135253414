"""The Ray engine, where Ray is installed: ``pip install 'onrecord[cluster]'``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.api import open as open_record

pytest.importorskip("ray", reason="Ray is not among the development tools: pip install 'onrecord[cluster]'")


def run(*arguments: object) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, arguments)], capture_output=True, text=True, timeout=240
    )
    assert told.returncode == 0, told.stderr


def test_ray_gives_the_rows_that_add_gives(tmp_path: Path) -> None:
    pages = tmp_path / "in"
    pages.mkdir()
    for name in "ab":
        lines = [{"id": f"{name}{at}", "text": f"Kenya accused Uganda of smuggling {at} boats."} for at in range(5)]
        (pages / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run("code", "--output", tmp_path / "parts", "--engine", "ray", "--workers", 2, pages)
    run("load", tmp_path / "ray.onrecord", tmp_path / "parts")
    run("add", tmp_path / "local.onrecord", pages)
    rows = []
    for name in ("ray", "local"):
        with open_record(tmp_path / f"{name}.onrecord") as record:
            record.export("jsonl", tmp_path / f"{name}.jsonl")
        rows.append(sorted((tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()))
    assert rows[0] == rows[1] and len(rows[0]) >= 20
