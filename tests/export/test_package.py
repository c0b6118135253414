"""The tables, read back with what their users use: frictionless, pandas, DuckDB, pyarrow."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.export.columns import TABLES, columns_of

frictionless = pytest.importorskip("frictionless", reason="frictionless reads data packages; pip install frictionless")
duckdb = pytest.importorskip("duckdb", reason="DuckDB reads the tables; pip install duckdb")
pandas = pytest.importorskip("pandas", reason="pandas reads the tables; pip install onrecord[pandas]")


def asked(sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as base:
        found: list[tuple[object, ...]] = base.execute(sql).fetchall()
        return found


@pytest.fixture(scope="module")
def tables(demo: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    demo.export("csv", folder, everything=True)
    return folder


def test_frictionless_finds_the_package_valid_hashes_types_and_keys_included(tables: Path) -> None:
    report = frictionless.validate(str(tables / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])[:3]
    package = frictionless.Package(str(tables / "datapackage.json"))
    assert [one.name for one in package.resources] == list(TABLES)
    assert all(field.description for one in package.resources for field in one.schema.fields)


def test_a_changed_byte_makes_the_package_invalid(tables: Path, tmp_path: Path) -> None:
    for one in tables.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    events = tmp_path / "events.csv"
    events.write_bytes(events.read_bytes().replace(b"actual", b"Actual", 1))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert [one for one, *_ in report.flatten(["type"])] == ["hash-count"]


def test_the_dictionary_tells_of_every_column_of_every_table(tables: Path) -> None:
    told = pandas.read_csv(tables / "dictionary.csv")
    assert [tuple(one) for one in told[["table", "column"]].to_numpy()] == [
        (table, column.name) for table in TABLES for column in columns_of(table)
    ]
    assert told["meaning"].notna().all()


def test_pandas_and_duckdb_read_the_same_rows_from_csv_and_parquet(demo: Record, tables: Path, tmp_path: Path) -> None:
    demo.export("parquet", tmp_path, everything=True)
    for table in TABLES:
        frame = pandas.read_parquet(tmp_path / f"{table}.parquet")
        ((count,),) = asked(f"SELECT count(*) FROM '{tables / table}.csv'")
        assert len(frame) == count > 0, table
    sql = f"""SELECT source_country, count(*) AS n FROM '{tmp_path / "events.parquet"}' e
        JOIN '{tmp_path / "documents.parquet"}' d USING (doc) WHERE source_country IS NOT NULL GROUP BY 1 ORDER BY n DESC"""
    assert len(asked(sql)) > 3


def test_a_parquet_column_says_what_it_holds(demo: Record, tmp_path: Path) -> None:
    import pyarrow.parquet

    demo.export("parquet", tmp_path / "events.parquet", table="events")
    schema = pyarrow.parquet.read_schema(tmp_path / "events.parquet")
    assert schema.field("status").metadata[b"description"].decode().startswith("actual, planned")
    (described,) = frictionless.Package(str(tmp_path / "events.datapackage.json")).resources
    assert (described.path, described.format) == ("events.parquet", "parquet")
    assert described.bytes == (tmp_path / "events.parquet").stat().st_size


def test_a_file_without_a_table_holds_entries_and_is_described_beside_it(demo: Record, tmp_path: Path) -> None:
    demo.export("csv", tmp_path / "all.csv")
    assert frictionless.validate(str(tmp_path / "all.datapackage.json")).valid
    assert list(pandas.read_csv(tmp_path / "all.csv").columns) == [one.name for one in columns_of("entries")]


def test_sentences_can_be_left_out_and_whole_texts_taken_along(demo: Record, tmp_path: Path) -> None:
    demo.export("csv", f"{tmp_path}/none/", text=False)
    assert "passage" not in pandas.read_csv(tmp_path / "none" / "entries.csv").columns
    assert "sentence" not in pandas.read_csv(tmp_path / "none" / "events.csv").columns
    demo.export("csv", f"{tmp_path}/whole/", whole_texts=True)
    found = pandas.read_csv(tmp_path / "whole" / "documents.csv").set_index("doc")["text"]
    assert {doc: text for doc, text in found.items()} == {row.doc: demo.store.text(row.doc) for row in demo.documents()}
    assert "text" not in pandas.read_csv(tmp_path / "none" / "documents.csv").columns


def test_a_table_that_there_is_not_is_told_before_anything_is_written(demo: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table 'stories'"):
        demo.export("csv", tmp_path / "out.csv", table="stories")
    assert list(tmp_path.iterdir()) == []
