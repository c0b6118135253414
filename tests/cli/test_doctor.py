from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord import doctor
from onrecord.annotate import model
from onrecord.errors import ModelError

Call = Callable[..., Any]


def test_a_sound_installation_has_nothing_amiss(onrecord: Call, record: Path) -> None:
    ran = onrecord("doctor", record)
    assert ran.code == 0 and "nothing amiss" in ran.err
    told = ran.out
    assert "AMISS" not in told and "is an accusation" in told and "sha256:" in told
    assert "record: 2 pages" in told and "onrecord derive" in told


def test_what_is_amiss_is_told_with_the_rest(onrecord: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(name: str) -> Path:
        raise ModelError(f"language model {name!r} is not installed: pip install it")

    monkeypatch.setattr(model, "locate", missing)
    monkeypatch.setattr(doctor, "ROOM", 2**80)
    (tmp_path / "odd.onrecord").write_text("no record\n" * 100)
    ran = onrecord("doctor", tmp_path / "odd.onrecord")
    assert ran.code == 1 and "4 things amiss" in ran.err
    assert "AMISS  language model: language model" in ran.out and "make room" in ran.out
    assert "this is no record" in ran.out and "well   sqlite" in ran.out


def test_a_database_without_search_is_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare:
        def execute(self, sql: str) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

        def close(self) -> None:
            pass

    monkeypatch.setattr(sqlite3, "connect", lambda path: Bare())
    found = doctor._database()
    assert found.state == "amiss" and "no such module: fts5" in found.advice
