from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]


def test_annotations_come_back_once_and_what_is_rejected_leaves_the_lists(
    onrecord: Call, record: Path, tmp_path: Path
) -> None:
    onrecord("export", record, "--as", "prodigy", "--everything", tmp_path / "tasks.jsonl")
    tasks = [json.loads(line) for line in (tmp_path / "tasks.jsonl").read_text(encoding="utf-8").splitlines()]
    done = [{**one, "answer": "reject" if at == 0 else "accept"} for at, one in enumerate(tasks)]
    (tmp_path / "done.jsonl").write_text("\n".join(map(json.dumps, done)), encoding="utf-8")
    ran = onrecord("import", record, tmp_path / "done.jsonl", "--as", "prodigy", "--by", "ada")
    assert (ran.code, sorted(ran.out.splitlines())) == (
        0,
        [f"accept: {len(tasks) - 1} judgements", "reject: 1 judgement"],
    )
    left = onrecord("export", record, "--as", "prodigy", "--everything").out.splitlines()
    assert tasks[0]["meta"]["entry"] not in "".join(left)
    again = onrecord("import", record, tmp_path / "done.jsonl", "--as", "prodigy", "--by", "ada")
    assert again.out == "" and "not taken: " in again.err and "on record already" in again.err


def test_an_annotation_file_that_is_none_is_told(onrecord: Call, record: Path, tmp_path: Path) -> None:
    for form, message in (("csv", "nothing comes back"), ("prodigy", "cannot be read")):
        ran = onrecord("import", record, tmp_path / "missing", "--as", form)
        assert ran.code == 2 and message in ran.err


def test_a_list_of_protected_people_is_read_from_a_file(onrecord: Call, record: Path, tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_text("# no harm\nNorland\n", encoding="utf-8")
    plain = onrecord("export", record, "--as", "csv", "--everything").out
    masked = onrecord("export", record, "--as", "csv", "--everything", "--protect", tmp_path / "people.txt").out
    assert "Norland" in plain and "Norland" not in masked and "private person 1" in masked
    ran = onrecord("export", record, "--protect", tmp_path / "missing.txt")
    assert ran.code == 2 and "cannot be read as a list" in ran.err


def test_options_that_exclude_each_other_are_told(onrecord: Call, record: Path) -> None:
    ran = onrecord("export", record, "--no-text", "--whole-texts")
    assert ran.code == 2 and "give one of the two" in ran.err


def test_a_folder_gets_all_tables(onrecord: Call, record: Path, tmp_path: Path) -> None:
    assert onrecord("export", record, "--as", "csv", f"{tmp_path}/tables/").code == 0
    assert {one.name for one in (tmp_path / "tables").iterdir()} == {
        "datapackage.json", "dictionary.csv", "documents.csv", "entries.csv", "events.csv", "statements.csv",
    }  # fmt: skip


def test_the_whole_record_says_that_it_holds_whole_texts(onrecord: Call, record: Path) -> None:
    assert "whole texts" in onrecord("export", record).err
    assert "whole texts" not in onrecord("export", record, "--no-text").err


def test_an_export_of_happenings_says_when_they_are_out_of_date(onrecord: Call, record: Path, tmp_path: Path) -> None:
    ran = onrecord("export", record, "--as", "edges", tmp_path / "edges.csv")
    assert ran.code == 2 and "run onrecord derive first" in ran.err
    onrecord("derive", record)
    fresh = onrecord("export", record, "--as", "edges", tmp_path / "edges.csv")
    assert fresh.code == 0 and "brings this up" not in fresh.err
    entry = json.loads(onrecord("events", record, "--everything", "--format", "jsonl").out.splitlines()[0])["id"]
    task = {"text": "", "spans": [], "meta": {"entry": entry, "start": 0}, "answer": "reject"}
    (tmp_path / "done.jsonl").write_text(json.dumps(task), encoding="utf-8")
    onrecord("import", record, tmp_path / "done.jsonl", "--as", "prodigy")
    assert "brings this up" in onrecord("export", record, "--as", "edges", tmp_path / "edges.csv").err
