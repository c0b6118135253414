from __future__ import annotations

import csv as reading
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.export import csv
from onrecord.export.columns import TABLES, columns_of
from onrecord.schema import Findings, Sourced


def written(findings: Findings, table: str = "entries") -> str:
    out = io.StringIO()
    csv.write([findings], out, table)
    return out.getvalue()


def test_a_table_reads_back_with_its_header(findings: Findings) -> None:
    rows = list(reading.DictReader(io.StringIO(written(findings))))
    assert list(rows[0]) == [column.name for column in columns_of("entries")]
    assert [row["kind"] for row in rows] == ["event", "statement", "statement", "event", "statement"]
    assert rows[0]["vouched"] == "true" and rows[0]["published_earliest"] == "2022-05-04" and rows[0]["line"] == ""


def test_words_that_a_spreadsheet_would_run_are_kept_from_running(findings: Findings) -> None:
    evil = replace(findings, document=replace(findings.document, title=Sourced('=HYPERLINK("x")', origin="input")))
    assert next(reading.DictReader(io.StringIO(written(evil))))["title"] == '\'=HYPERLINK("x")'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_each_beginning_of_a_formula_is_caught(start: str) -> None:
    assert csv.cell(start + "1") == "'" + start + "1"


def test_numbers_and_dates_stay_as_they_are() -> None:
    assert [csv.cell(value) for value in (-2.5, -3, None, False, date(2021, 3, 4))] == [
        "-2.5",
        "-3",
        "",
        "false",
        "2021-03-04",
    ]


def test_a_folder_gets_a_file_for_each_table(findings: Findings, tmp_path: Path) -> None:
    odd = replace(findings, document=replace(findings.document, path="\udce4.txt"))
    paths = csv.write_folder([findings, odd], tmp_path)
    assert [path.name for path in paths.values()] == [f"{table}.csv" for table in TABLES]
    assert "\\udce4.txt" in (tmp_path / "documents.csv").read_text(encoding="utf-8")
    rows = (tmp_path / "statements.csv").read_bytes().split(b"\n")
    assert len(rows) == 1 + 6 + 1 and b"\r" not in b"".join(rows)


def test_equal_findings_give_equal_bytes(findings: Findings) -> None:
    assert written(findings) == written(replace(findings, statements=findings.statements[::-1]))


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(UsageError, match="no table 'stories'"):
        csv.write([], io.StringIO(), "stories")
