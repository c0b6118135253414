from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def listed(call: Call, *arguments: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call(*arguments, "--format", "jsonl").out.splitlines()]


def test_why_shows_the_words_in_their_place_and_whose_word_it_is(onrecord: Call, record: Path) -> None:
    claim = next(row for row in listed(onrecord, "events", record, "--everything") if row["according_to"])
    ran = onrecord("why", record, claim["id"][:10])
    assert ran.code == 0
    assert 'Sudland said "Norland shelled Westport and many were hurt there".' in ran.out
    assert "The Orlan Post reports that Sudland says so" in ran.out
    assert "“Norland” (country, NOR, GOV; table:test)" in ran.out
    assert "test: said so" in ran.out


def test_why_tells_how_a_statement_was_made_and_what_it_is_about(onrecord: Call, record: Path) -> None:
    first, *_ = listed(onrecord, "statements", record)
    out = onrecord("why", record, first["id"]).out
    told = dict(line.split("  ", 1) for line in out.splitlines() if "  " in line.strip())
    told = {label: value.strip() for label, value in told.items()}
    assert (told["attitude"], told["form"], told["medium"]) == ("says", "direct", "interview")
    assert told["about"].startswith("“Norland” (c:Norland; table:test) (")
    assert told["confidence"] == "0.90, of the speaker 0.93"


def test_why_shows_what_a_statement_denies_and_answers_with_its_words(onrecord: Call, record: Path) -> None:
    denial = next(row for row in listed(onrecord, "statements", record, "--everything") if "never" in row["what"])
    lines = [" ".join(line.split()) for line in onrecord("why", record, denial["id"]).out.splitlines()]
    words = "“Norland shelled Westport and many were hurt there”"
    for link in ("denies", "answers"):
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{link} statement"))
        assert lines[at + 1] == words
    assert "medium not stated" in lines
    assert "about nobody by name" in lines


def test_why_says_when_the_outlet_vouches_for_it(onrecord: Call, record: Path) -> None:
    fact = listed(onrecord, "events", record)[0]
    assert "The Orlan Post says so itself" in onrecord("why", record, fact["id"]).out


def test_why_without_such_an_entry_is_told(onrecord: Call, record: Path) -> None:
    ran = onrecord("why", record, "ffffffff")
    assert ran.code == 2
    assert "no entry with this id" in ran.err


def test_verify_counts_what_it_checked(onrecord: Call, record: Path) -> None:
    ran = onrecord("verify", record)
    assert ran.code == 0
    assert ran.out == ""
    assert "2 documents, 7 entries" in ran.err
    assert "0 faults" in ran.err


def test_the_export_as_jsonl_holds_documents_and_entries(onrecord: Call, record: Path) -> None:
    lines = [json.loads(line) for line in onrecord("export", record, "--as", "jsonl").out.splitlines()]
    kinds = [one["kind"] for one in lines]
    assert (kinds.count("document"), kinds.count("statement"), kinds.count("event")) == (2, 3, 4)
    assert all("text" not in json.loads(line) for line in onrecord("export", record, "--no-text").out.splitlines()[:1])


def test_the_export_as_csv_leaves_out_what_nobody_vouches_for_and_says_so(onrecord: Call, record: Path) -> None:
    ran = onrecord("export", record, "--as", "csv")
    assert len(ran.out.splitlines()) == 1 + 4
    assert "left out" in ran.err
    assert len(onrecord("export", record, "--as", "csv", "--everything").out.splitlines()) == 1 + 7


def test_the_export_as_plover_tells_what_it_leaves_out(onrecord: Call, record: Path, tmp_path: Path) -> None:
    ran = onrecord("export", record, "--as", "plover", "--everything", tmp_path / "events.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]
    assert lines and all(line["event"] and line["has_event"] for line in lines)
    told = sum(int(line.split()[2]) for line in ran.err.splitlines() if line.startswith("left out: "))
    events = onrecord("export", record, "--as", "csv", "--table", "events", "--everything").out.splitlines()
    assert len(lines) + told == len(events) - 1


def test_the_export_goes_to_a_file(onrecord: Call, record: Path, tmp_path: Path) -> None:
    from pyarrow import parquet

    out = tmp_path / "events.parquet"
    assert onrecord("export", record, "--as", "parquet", "--table", "events", "-o", out).out == ""
    assert parquet.read_table(out).num_rows == 2
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--as", "xls"], "give one of jsonl, csv, parquet"),
        (["--as", "csv", "--table", "people"], "there is no table 'people'"),
        (["-o", "missing-folder/x.jsonl"], "cannot be written"),
    ],
)
def test_an_export_that_cannot_be_is_told(onrecord: Call, record: Path, options: list[str], message: str) -> None:
    ran = onrecord("export", record, *options)
    assert ran.code == 2
    assert message in ran.err


def test_the_demo_shows_entries_and_what_to_do_next(onrecord: Call, fake_pipeline: object, tmp_path: Path) -> None:
    path = tmp_path / "demo.onrecord"
    ran = onrecord("demo", "--record", path)
    assert ran.code == 0
    assert "WHO SAID WHAT" in ran.out
    assert "onrecord why" in ran.out and f"onrecord serve {path}" in ran.out
    assert "pages read" in ran.err
    again = onrecord("demo", "--record", path)
    assert again.code == 0
    assert again.out == ran.out
    assert "on record already" in again.err


def test_what_to_do_next_can_be_typed_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.cli import common

    monkeypatch.setattr(common, "which", lambda name: None)
    for called, shown in ((".venv/bin/onrecord", ".venv/bin/onrecord"), ("x/__main__.py", "python -m onrecord")):
        monkeypatch.setattr("sys.argv", [called])
        assert common.called_as() == shown
    monkeypatch.setattr(common, "which", lambda name: "/usr/bin/onrecord")
    monkeypatch.setattr("sys.argv", ["/usr/bin/onrecord"])
    assert common.called_as() == "onrecord"


def test_every_command_has_help_with_an_example(onrecord: Call) -> None:
    import typer

    from onrecord.cli import app

    group: Any = typer.main.get_command(app)
    for name in group.commands:
        ran = onrecord(name, "--help")
        assert ran.code == 0
        if name not in ("extract", "frames", "codebook"):
            assert f"onrecord {name}" in ran.out.split("Examples:")[1], name


def test_the_version_is_printed(onrecord: Call) -> None:
    assert onrecord("--version").out.startswith("onrecord ")


def test_no_arguments_at_all_show_the_help(onrecord: Call) -> None:
    assert "onrecord demo" in onrecord().out


def test_an_unknown_option_ends_with_2(onrecord: Call, record: Path) -> None:
    ran = onrecord("events", record, "--colour", "red")
    assert ran.code == 2
    assert "--colour" in ran.err
    assert ran.out == ""


def test_why_of_a_document_shows_its_dates_and_why_each_was_taken_or_not(onrecord: Call, record: Path) -> None:
    dated = {row["doc"]: row for row in listed(onrecord, "documents", record) if row["published_earliest"]}
    doc = sorted(dated)[0]
    ran = onrecord("why", record, doc[:10])
    assert ran.code == 0
    told = [line.split("  ", 1) for line in ran.out.splitlines() if "  " in line.strip()]
    assert f"document {doc}: " in ran.out
    assert dated[doc]["published_earliest"] in dict(told)["published"]
