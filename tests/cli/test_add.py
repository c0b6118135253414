from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
NEWS = """{title}
Published: March 9, 2021
The ministers of both countries met on Monday in the town of Midtown and talked for three hours about the border.
Sudland said "an agreement on {title} is near and we shall sign it".
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("water", "trade"):
        (folder / f"{name}.txt").write_text(NEWS.format(title=name))
    return folder


def test_pages_are_read_and_summed_up(onrecord: Call, fake_pipeline: object, pages: Path, tmp_path: Path) -> None:
    ran = onrecord("add", tmp_path / "r.onrecord", pages)
    assert ran.code == 0
    assert ran.out == ""
    assert "2 pages read: 2 statements, 0 events" in ran.err


def test_a_second_run_reads_nothing_again(onrecord: Call, fake_pipeline: object, pages: Path, tmp_path: Path) -> None:
    onrecord("add", tmp_path / "r.onrecord", pages)
    (pages / "fish.txt").write_text(NEWS.format(title="fish"))
    assert "1 page read, 2 on record already" in onrecord("add", tmp_path / "r.onrecord", pages).err


def test_a_page_that_fails_is_told_and_the_others_are_kept(
    onrecord: Call, fake_pipeline: object, pages: Path, tmp_path: Path
) -> None:
    (pages / "empty.txt").write_bytes(b"")
    (pages / "odd.txt").write_text(NEWS.format(title="a defect"))
    ran = onrecord("add", tmp_path / "r.onrecord", tmp_path / "missing.txt", pages)
    assert ran.code == 1
    told = [line for line in ran.err.splitlines() if line.startswith("onrecord: ")]
    assert [any(name in line for line in told) for name in ("missing.txt", "empty.txt", "odd.txt")] == [True] * 3
    assert len(told) == 3
    assert "2 pages read, 3 failed" in ran.err
    assert "Traceback" not in ran.err
    assert "2 of 2" not in onrecord("statements", tmp_path / "r.onrecord").err
    assert onrecord("statements", tmp_path / "r.onrecord").out.count("is near") == 2


def test_debug_shows_the_traceback_of_a_failing_step(
    onrecord: Call, fake_pipeline: object, pages: Path, tmp_path: Path
) -> None:
    (pages / "odd.txt").write_text(NEWS.format(title="a defect"))
    ran = onrecord("add", tmp_path / "r.onrecord", pages, "--debug")
    assert "KeyError: 'subject'" in ran.err
    assert "Traceback" in ran.err


def test_ctrl_c_keeps_what_was_read_and_the_same_command_goes_on(
    onrecord: Call, fake_pipeline: object, pages: Path, tmp_path: Path
) -> None:
    (pages / "tt-stop.txt").write_text(NEWS.format(title="Interrupt key"))
    (pages / "zz-last.txt").write_text(NEWS.format(title="last"))
    ran = onrecord("add", tmp_path / "r.onrecord", pages)
    assert ran.code == 130
    assert len(ran.err.splitlines()) == 1
    assert "stopped; what was read is on record" in ran.err
    (pages / "tt-stop.txt").write_text(NEWS.format(title="no more stops"))
    assert "3 pages read, 1 on record already" in onrecord("add", tmp_path / "r.onrecord", pages).err


def test_equal_pages_are_kept_once(onrecord: Call, fake_pipeline: object, pages: Path, tmp_path: Path) -> None:
    (pages / "copy.txt").write_text(NEWS.format(title="water"))
    ran = onrecord("add", tmp_path / "r.onrecord", pages)
    assert "2 pages read, 1 the same as another" in ran.err
    assert len(onrecord("documents", tmp_path / "r.onrecord").out.splitlines()) == 3


def test_a_page_from_standard_input(
    onrecord: Call, fake_pipeline: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NEWS.format(title="water").encode())))
    assert "1 page read: 1 statement" in onrecord("add", tmp_path / "r.onrecord", "-").err


def test_a_record_in_the_folder_of_its_pages_is_not_read_as_one(
    onrecord: Call, fake_pipeline: object, pages: Path
) -> None:
    ran = onrecord("add", pages / "r.onrecord", pages)
    assert ran.code == 0
    assert ran.err == "2 pages read: 2 statements, 0 events\n"


def test_a_page_in_another_language_is_set_aside_and_told(
    onrecord: Call, fake_pipeline: object, pages: Path, tmp_path: Path
) -> None:
    (pages / "fr.txt").write_text(
        "Les ministres se rencontrent\n"
        + "Le ministre a dit que les pourparlers de la paix sont dans une impasse. " * 9
    )
    ran = onrecord("add", tmp_path / "r.onrecord", pages)
    assert ran.code == 0
    assert "fr.txt: not read for entries" in ran.err
    assert "2 pages read, 1 set aside" in ran.err


def test_a_folder_is_no_record(onrecord: Call, fake_pipeline: object, pages: Path) -> None:
    ran = onrecord("add", pages, pages)
    assert ran.code == 2
    assert "this is a folder" in ran.err
