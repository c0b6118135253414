from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def rows(call: Call, *arguments: object) -> list[dict[str, Any]]:
    ran = call(*arguments, "--format", "jsonl")
    assert ran.code == 0
    return [json.loads(line) for line in ran.out.splitlines()]


def test_an_accusations_content_is_not_listed_as_a_fact(onrecord: Call, record: Path) -> None:
    listed = rows(onrecord, "events", record)
    assert [(row["type"], row["whom"]) for row in listed] == [("ASSAULT", "Eastport"), ("ACCUSE", "Norland")]
    assert rows(onrecord, "events", record, "--status", "actual") == listed


def test_a_list_says_what_it_left_out_and_how_to_see_it(onrecord: Call, record: Path) -> None:
    ran = onrecord("events", record)
    assert "left out: 1 in somebody's words, not the outlet's, 1 planned, possible, demanded or denied" in ran.err
    assert "--everything shows them" in ran.err
    assert len(rows(onrecord, "events", record, "--everything")) == 4
    assert "left out" not in onrecord("events", record, "--everything").err


def test_doubtful_statements_are_left_out_and_counted(onrecord: Call, record: Path) -> None:
    ran = onrecord("statements", record)
    assert "perhaps" not in ran.out
    assert "1 of low confidence" in ran.err
    assert "perhaps" in onrecord("statements", record, "--min-confidence", "0").out


def test_asking_for_a_status_or_a_voice_shows_it(onrecord: Call, record: Path) -> None:
    assert [row["status"] for row in rows(onrecord, "events", record, "--status", "possible")] == ["possible"]
    assert [row["voice"] for row in rows(onrecord, "events", record, "--voice", "other_side")] == ["other_side"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--speaker", "Sudland"], ["Norland shelled Westport and many were hurt there", "an agreement is near"]),
        (["--search", "agreement"], ["an agreement is near"]),
        (["--country", "SUD", "--until", "2021-03-31"], ["Norland shelled Westport"]),
        (["--since", "2021-04-01"], []),
        (["--about", "norland"], ["Norland shelled Westport"]),
        (["--about", "c:Norland", "--speaker", "SUD"], ["Norland shelled Westport"]),
        (["--about", "Sudland"], []),
        (["--capacity", "official"], ["an agreement is near"]),
        (["--capacity", "expert", "--capacity", "Other"], ["Norland shelled Westport"]),
        (["--attitude", "wants"], ["an agreement is near"]),
        (["--form", "direct", "--medium", "interview"], ["Norland shelled Westport"]),
        (["--form", "mixed", "--form", "indirect"], []),
    ],
)
def test_statements_are_filtered(onrecord: Call, record: Path, options: list[str], words: list[str]) -> None:
    found = rows(onrecord, "statements", record, *options)
    assert len(found) == len(words)
    assert all(row["what"].startswith(start) for row, start in zip(found, words, strict=True))


def test_events_are_filtered_by_side_and_type(onrecord: Call, record: Path) -> None:
    assert [row["type"] for row in rows(onrecord, "events", record, "--source", "Sudland")] == ["ACCUSE"]
    assert [row["who"] for row in rows(onrecord, "events", record, "--type", "assault")] == ["Norland"]
    assert rows(onrecord, "events", record, "--target", "Nowhere") == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--type", "ACUSE"], "--type ACUSE: no such type; there are AGREE"),
        (["--status", "real"], "--status real: no such status; there are actual"),
        (["--since", "March"], "since March: no such day; write it as 2021-03-09"),
        (["--format", "xls"], "--format xls: no such format; give one of table, csv, jsonl, parquet"),
        (["--min-confidence", "high"], "--min-confidence high: no such floor"),
        (["--since", "2021-03-09", "--until", "2021-03-01"], "swap them"),
    ],
)
def test_a_slip_in_an_option_is_told_and_ends_with_2(
    onrecord: Call, record: Path, options: list[str], message: str
) -> None:
    ran = onrecord("events", record, *options)
    assert ran.code == 2
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.out == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--capacity", "oficial"], "--capacity oficial: no such capacity; there are official, former, expert"),
        (["--attitude", "said"], "--attitude said: no such attitude; there are says, thinks, wants, decides"),
        (["--form", "table"], "--form table: no such form; there are direct, indirect, mixed"),
        (["--medium", "radio"], "--medium radio: no such medium; there are interview, tweet"),
    ],
)
def test_a_slip_in_how_a_statement_was_made_is_told(
    onrecord: Call, record: Path, options: list[str], message: str
) -> None:
    ran = onrecord("statements", record, *options)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_list_by_topic_says_what_it_left_out_of_that_topic(onrecord: Call, record: Path) -> None:
    assert "left out" not in onrecord("statements", record, "--about", "Norland").err
    assert "1 of low confidence" in onrecord("statements", record, "--capacity", "other").err


def test_a_table_in_a_pipe_is_one_line_a_row_without_colours(onrecord: Call, record: Path) -> None:
    ran = onrecord("events", record)
    lines = ran.out.splitlines()
    assert lines[0].split() == ["when", "who", "did", "to", "whom", "words", "page", "id"]
    assert len(lines) == 3
    assert "\x1b" not in ran.out
    assert "Norland shelled Eastport on the same day, a witness saw." in lines[1]


def test_a_table_shows_the_pages_day_in_brackets(onrecord: Call, record: Path) -> None:
    out = onrecord("statements", record).out
    assert "(2021-03-11)" in out
    assert "undated" in out


def test_csv_has_a_header_and_a_row_an_entry(onrecord: Call, record: Path) -> None:
    ran = onrecord("events", record, "--format", "csv")
    listed = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["who"] for row in listed] == ["Norland", "Sudland"]
    assert listed[0]["published_earliest"] == "2021-03-11"


def test_parquet_goes_to_a_pipe_whole(onrecord: Call, record: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from pyarrow import parquet

    from onrecord.cli import main

    with pytest.raises(SystemExit):
        main(["events", str(record), "--format", "parquet"])
    table = parquet.read_table(io.BytesIO(capfdbinary.readouterr().out))
    assert table.column("who").to_pylist() == ["Norland", "Sudland"]


def test_a_limit_is_kept_and_told(onrecord: Call, record: Path) -> None:
    ran = onrecord("statements", record, "--limit", "1")
    assert len(ran.out.splitlines()) == 2
    assert "1 of 2 shown; --limit 0 shows all" in ran.err


def test_documents_are_listed_with_their_counts(onrecord: Call, record: Path) -> None:
    listed = rows(onrecord, "documents", record)
    assert [(row["title"], row["statements"], row["events"]) for row in listed] == [
        ("Norland denies shelling", 2, 4),
        ("Talks in Midtown", 1, 0),
    ]
    assert "undated" in onrecord("documents", record).out


def test_actors_are_listed_the_busiest_first(onrecord: Call, record: Path) -> None:
    ran = onrecord("actors", record)
    assert ran.out.splitlines()[1].split()[:2] in (["Norland", "NOR"], ["Sudland", "SUD"])


def test_a_record_that_is_not_there_is_told_with_what_to_do(onrecord: Call, tmp_path: Path) -> None:
    ran = onrecord("events", tmp_path / "none.onrecord")
    assert ran.code == 2
    assert "no such record; onrecord add" in ran.err
    assert not (tmp_path / "none.onrecord").exists()


def test_a_file_that_is_no_record_is_told_and_left_alone(onrecord: Call, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Some notes on the talks that are no record at all.\n" * 40)
    ran = onrecord("events", other)
    assert ran.code == 2
    assert str(other) in ran.err
    assert len(ran.err.splitlines()) == 1
    assert other.read_text().startswith("Some notes")


def test_the_shipped_table_of_actors_is_checked_without_a_record(onrecord: Call, tmp_path: Path) -> None:
    ran = onrecord("actors", "check")
    assert (ran.code, ran.out) == (0, "")
    assert "checked: 0 faults" in ran.err
