from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.export import parquet
from onrecord.export.columns import TABLES, columns_of
from onrecord.schema import Findings


def written(findings: list[Findings], table: str = "entries") -> bytes:
    out = io.BytesIO()
    parquet.write(findings, out, table)
    return out.getvalue()


def test_a_table_reads_back_with_its_types(findings: Findings) -> None:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(io.BytesIO(written([findings], "events")))
    assert table.column_names == [column.name for column in columns_of("events")]
    first, second = table.to_pylist()
    assert (first["type"], first["published_earliest"], first["line"]) == ("ACCUSE", date(2022, 5, 4), None)
    assert (second["lat"], second["start"], second["status"]) == (1.5, second["start"], "conditional")
    assert isinstance(second["start"], int)


@pytest.mark.parametrize("table", TABLES)
def test_no_findings_give_an_empty_table_with_the_same_columns(table: str, findings: Findings) -> None:
    import pyarrow.parquet

    empty = pyarrow.parquet.read_table(io.BytesIO(written([], table)))
    assert empty.num_rows == 0
    assert empty.schema == pyarrow.parquet.read_table(io.BytesIO(written([findings], table))).schema


def test_equal_findings_give_equal_bytes(findings: Findings) -> None:
    assert written([findings] * 3) == written([findings] * 3)


def test_many_pages_are_written_in_groups(findings: Findings, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet

    monkeypatch.setattr(parquet, "ROW_GROUP", 10)
    file = pyarrow.parquet.ParquetFile(io.BytesIO(written([findings] * 5)))
    assert (file.metadata.num_rows, file.num_row_groups) == (25, 3)


def test_a_folder_gets_a_file_for_each_table_and_odd_letters_do_not_stop_it(findings: Findings, tmp_path: Path) -> None:
    import pyarrow.parquet

    odd = replace(findings, document=replace(findings.document, path="\udce4.txt"))
    paths = parquet.write_folder([findings, odd], tmp_path)
    assert [path.name for path in paths.values()] == [f"{table}.parquet" for table in TABLES]
    assert pyarrow.parquet.read_table(tmp_path / "documents.parquet")["path"].to_pylist() == [
        "pages/a.txt",
        "\\udce4.txt",
    ]


def test_an_unknown_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table 'stories'"):
        parquet.write([], tmp_path / "x", "stories")
    assert list(tmp_path.iterdir()) == []


def test_importing_the_exports_does_not_load_arrow() -> None:
    modules = "onrecord.export.parquet", "onrecord.export.csv", "onrecord.export.jsonl"
    code = f"import sys, {', '.join(modules)}; print('pyarrow' in sys.modules)"
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=path)
    assert run.stdout.strip() == "False"
