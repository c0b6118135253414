from __future__ import annotations

import json
from pathlib import Path

import pytest
from pairs import load, main

ROWS = """Input,Answer_3_classes
"Text 1: Night trains should be banned.

Text 2: We will introduce more night trains.",Inconsistent
"Text 1: Night trains should be banned.

Text 2: Pensions are too low.",Unrelated
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "pairs.csv"
    made.write_text(ROWS, encoding="utf-8")
    return made


def test_predictions_and_figures_are_given(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    assert main([str(file), "--predict", str(out)]) == 0
    answers = [json.loads(line)["answer"] for line in out.read_text("utf-8").splitlines()]
    assert answers == ["Inconsistent", "Unrelated"]
    assert "(1 of 2)" in capsys.readouterr().out


def test_a_file_without_gold_gives_predictions_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made, out = tmp_path / "bare.csv", tmp_path / "out.jsonl"
    made.write_text('Input\n"Text 1: No ferries! Text 2: We want ferries."\n', encoding="utf-8")
    main([str(made), "--predict", str(out)])
    assert json.loads(out.read_text("utf-8"))["answer"] == "Inconsistent"
    assert not capsys.readouterr().out.strip()


def test_the_halves_are_the_whole(file: Path) -> None:
    assert sorted(one.number for half in (0, 1) for one in load(file, half)) == [0, 1]
