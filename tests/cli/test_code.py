from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals import made

Call = Callable[..., Any]
PAGE = """Water talks go on
Published: March 9, 2021
The ministers of both countries met on Monday in the town of Midtown and talked for three hours about the border.
Sudland said "Norland shelled Westport and many were hurt there".
Norland said "we perhaps never meant to hurt anybody at all".
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return path


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_document_comes_first_then_its_entries_in_text_order(
    onrecord: Call, fake_pipeline: object, page: Path
) -> None:
    ran = onrecord("code", page)
    assert ran.code == 0
    assert [one["kind"] for one in objects(ran.out)] == ["document", "statement", "event"]
    assert objects(ran.out)[0]["text"] == PAGE


def test_extract_is_the_same_as_code(onrecord: Call, fake_pipeline: object, page: Path) -> None:
    assert onrecord("extract", page).out == onrecord("code", page).out


def test_the_text_is_left_out_on_request(onrecord: Call, fake_pipeline: object, page: Path) -> None:
    assert "text" not in objects(onrecord("code", "--no-text", page).out)[0]


def test_the_floor_decides_which_entries_come_out(onrecord: Call, fake_pipeline: object, page: Path) -> None:
    def statements(floor: str) -> int:
        lines = objects(onrecord("code", "--min-confidence", floor, page).out)
        return sum(one["kind"] == "statement" for one in lines)

    assert [statements(floor) for floor in ("0", "balanced", "precise", "0.95")] == [2, 1, 1, 0]


def test_a_statement_that_an_event_rests_on_stays_whatever_its_confidence(
    onrecord: Call, fake_pipeline: object, tmp_path: Path
) -> None:
    page = tmp_path / "a.txt"
    page.write_text(PAGE.replace("Norland shelled", "perhaps Norland shelled"))
    lines = objects(onrecord("code", page).out)
    event = next(one for one in lines if one["kind"] == "event")
    assert event["according_to"] in {one["id"] for one in lines if one["kind"] == "statement"}


def test_equal_bytes_given_twice_have_their_entries_once(
    onrecord: Call, fake_pipeline: object, page: Path, tmp_path: Path
) -> None:
    other = tmp_path / "copy.txt"
    other.write_text(PAGE)
    lines = objects(onrecord("code", page, other).out)
    assert [one["kind"] for one in lines] == ["document", "statement", "event", "document"]
    assert lines[0]["same_as"] is None
    assert lines[-1]["same_as"] == lines[0]["doc"]
    assert lines[-1]["path"].endswith("copy.txt")


def test_a_page_that_fails_is_told_and_the_others_come_out(
    onrecord: Call, fake_pipeline: object, page: Path, tmp_path: Path
) -> None:
    binary = tmp_path / "photo.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    ran = onrecord("code", tmp_path / "missing.txt", binary, page)
    assert ran.code == 1
    assert [one["kind"] for one in objects(ran.out)] == ["document", "statement", "event"]
    assert [line.split(": ")[1].rsplit("/", 1)[1] for line in ran.err.splitlines()] == ["missing.txt", "photo.txt"]


def test_a_bad_line_of_jsonl_is_told_with_its_number(onrecord: Call, fake_pipeline: object, tmp_path: Path) -> None:
    stream = tmp_path / "texts.jsonl"
    good = json.dumps({"id": "a", "text": PAGE, "published": "2021-03-09"})
    stream.write_text(f"{good}\nno object\n{good.replace('Water', 'Fish')}\n")
    ran = onrecord("code", stream)
    assert ran.code == 1
    assert sum(one["kind"] == "document" for one in objects(ran.out)) == 2
    assert "texts.jsonl:2: " in ran.err


def test_the_lines_of_a_page_do_not_hang_on_the_others(
    onrecord: Call, fake_pipeline: object, page: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(PAGE.replace("Water", "Fish"))
    one_way, other_way = onrecord("code", page, other).out, onrecord("code", other, page).out
    assert one_way != other_way
    assert sorted(one_way.splitlines()) == sorted(other_way.splitlines())


def test_ctrl_c_ends_with_130_and_one_line(onrecord: Call, fake_pipeline: object, page: Path, tmp_path: Path) -> None:
    stop = tmp_path / "stop.txt"
    stop.write_text(PAGE + "Interrupt key")
    ran = onrecord("code", page, stop)
    assert ran.code == 130
    assert [one["kind"] for one in objects(ran.out)] == ["document", "statement", "event"]
    assert ran.err == "onrecord: stopped; the lines printed so far are whole\n"


def test_a_closed_pipe_ends_the_program_quietly() -> None:
    program = "from onrecord.cli.app import main, app\n@app.command()\ndef flood() -> None:\n"
    program += "    while True:\n        print('x' * 1000)\nmain(['flood'])\n"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", program], stdout=-1, stderr=-1, env=env) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.read(10)
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_a_frames_file_that_is_not_there_is_told(onrecord: Call, page: Path, tmp_path: Path) -> None:
    ran = onrecord("code", page, "--frames", tmp_path / "none.tsv")
    assert ran.code == 2
    assert "none.tsv" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_what_is_left_out_of_a_page_is_told_and_costs_no_failure(
    onrecord: Call, fake_pipeline: object, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf(((made.TITLE, "", *made.BODY), ())))
    ran = onrecord("code", path)
    assert ran.code == 0 and "read in part: PDF page 2: no text layer" in ran.err
    assert objects(ran.out)[0]["unread_parts"] == ["PDF page 2: no text layer (scanned or drawn)"]


def test_a_broken_member_of_an_archive_is_one_line_and_the_rest_is_read(
    onrecord: Call, fake_pipeline: object, tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({"a.pdf": b"%PDF-1.4 and nothing else", "b.txt": PAGE.encode()}))
    ran = onrecord("code", path)
    assert ran.code == 1 and len(ran.err.splitlines()) == 1 and "a.zip!/a.pdf: broken PDF" in ran.err
    assert [one["path"] for one in objects(ran.out) if one["kind"] == "document"] == [f"{path}!/b.txt"]


def test_a_faulty_list_of_actors_is_told_with_its_line(onrecord: Call, page: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("name\tkind\nNATO\torganisation\n")
    ran = onrecord("code", page, "--actors", own)
    assert ran.code == 2
    assert "line 2: NATO is org:nato in the shipped table" in ran.err and ran.out == ""
