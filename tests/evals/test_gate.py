from __future__ import annotations

import tomllib
from pathlib import Path
from typing import cast

import gate
from gate import Measured


def measured(value: float, gold: str = "aa") -> Measured:
    return {"name": "plv", "gold": gold, "figures": {"root_f1": value}}


FLOORS = gate.lifted({}, [measured(0.5)])


def test_a_floor_lies_a_little_under_its_figure() -> None:
    assert FLOORS == {"plv": {"root_f1": 0.495, "gold": "aa"}}
    assert gate.check(FLOORS, [measured(0.5)]) == []


def test_a_figure_below_its_floor_is_named() -> None:
    (fault,) = gate.check(FLOORS, [measured(0.4)])
    assert "root_f1 is 0.4" in fault


def test_a_figure_that_is_gone_is_a_fault() -> None:
    assert gate.check(FLOORS, [{"name": "plv", "gold": "aa", "figures": {}}])


def test_a_file_without_figures_is_a_fault() -> None:
    summary = cast("Measured", {"name": "plv", "command": "evals/plv.py", "seconds": 9.0})
    (fault,) = gate.check(FLOORS, [summary])
    assert "holds no figures" in fault


def test_raising_never_lowers() -> None:
    assert gate.lifted(FLOORS, [measured(0.4)]) == FLOORS
    assert gate.lifted(FLOORS, [measured(0.6)])["plv"]["root_f1"] == 0.595


def test_what_may_be_traded_gets_no_floor() -> None:
    given: Measured = {"name": "plv", "gold": "aa", "figures": {"coverage": 0.8, "direct_recall": 0.9}}
    assert gate.lifted({}, [given]) == {"plv": {"gold": "aa"}}


def test_gold_that_was_edited_shows() -> None:
    (fault,) = gate.check(FLOORS, [measured(0.5, gold="bb")])
    assert "gold is another" in fault


def test_a_floor_lowered_by_hand_shows() -> None:
    assert gate.lowered(FLOORS, {"plv": {"root_f1": 0.2, "gold": "aa"}})
    assert gate.lowered(FLOORS, {})
    assert gate.lowered(FLOORS, gate.lifted(FLOORS, [measured(0.9)])) == []


def test_floors_survive_being_written(tmp_path: Path) -> None:
    assert tomllib.loads(gate.write_floors(FLOORS)) == FLOORS
    assert gate.read_floors(tmp_path / "none.toml") == {}
