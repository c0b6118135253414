"""What is shipped: the wheel, the container, the release notes."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tools import licences, package_twice, release_notes


def test_two_builds_give_the_same_wheel_and_it_holds_what_is_needed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(sys, "argv", ["package_twice.py", "--out", str(tmp_path)])
    assert package_twice.main() == 0
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"onrecord/py.typed", "onrecord/data/model.tsv", "onrecord/replication/CITATION.cff"} <= set(names)
    assert not [name for name in names if not name.startswith("onrecord") or "__pycache__" in name]
    points = next(name for name in names if name.endswith("entry_points.txt"))
    assert "[spacy_factories]" in zipfile.ZipFile(wheel).read(points).decode()
    assert wheel.stat().st_size < 12_000_000


def test_the_changelog_has_notes_for_the_version(root: Path) -> None:
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    found = release_notes.notes((root / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    assert found is not None and found.count("\n- ") > 3


def test_notes_are_those_of_one_version_alone() -> None:
    log = "# Changelog\n\n## 0.2.0 (not yet released)\n\n- new\n\n## 0.1.0 (2026-01-01)\n\n- old\n"
    assert release_notes.notes(log, "0.2.0") == "- new"
    assert release_notes.notes(log, "0.1.0") == "- old"
    assert release_notes.notes(log, "0.3.0") is None


def test_the_container_installs_from_the_lock_what_it_copies(root: Path) -> None:
    text = (root / "Dockerfile").read_text(encoding="utf-8")
    let_in = {line[1:] for line in (root / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {name for line in re.findall(r"^COPY (?!--)(.+)$", text, re.MULTILINE) for name in line.split()[:-1]}
    assert copied == let_in and all((root / name).exists() for name in copied)
    assert "--require-hashes" in text and "USER reader" in text


def test_the_devcontainer_runs_a_target_that_there_is(root: Path) -> None:
    told = json.loads((root / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert told["postCreateCommand"] == "make .venv/.dev"
    assert "DEV := $(VENV)/.dev" in (root / "Makefile").read_text(encoding="utf-8")


def test_the_lock_names_the_packages_that_the_report_is_about() -> None:
    assert {"spacy", "pyarrow", "lxml"} <= licences.pinned().keys()
