"""The SQLite file, read back with sqlite-utils and Datasette."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.export.columns import TABLES, columns_of

sqlite_utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils reads the file; pip install sqlite-utils")


@pytest.fixture(scope="module")
def folder(demo: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sqlite") / "site"
    demo.export("sqlite", f"{made}/", everything=True)
    return made


def test_sqlite_utils_finds_tables_keys_and_search(folder: Path, demo: Record) -> None:
    base = sqlite_utils.Database(folder / "record.db")
    for table in TABLES:
        assert [one.name for one in base[table].columns] == [one.name for one in columns_of(table)]
    assert base["documents"].pks == ["doc"] and base["events"].pks == ["id"]
    assert [one.other_table for one in base["events"].foreign_keys] == ["documents"]
    assert base["events"].count == len(demo.events(min_confidence=0))
    rows = list(base["statements"].search("patrols"))
    assert rows and all("patrols" in f"{row['speaker']} {row['content']}".lower() for row in rows)


def datasette(folder: Path, path: str) -> dict[str, object]:
    pytest.importorskip("datasette", reason="Datasette shows the file; pip install datasette")
    call = [sys.executable, "-W", "ignore", "-m", "datasette", str(folder), "--get", path]
    run = subprocess.run(call, capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(run.stdout)
    return found


def test_datasette_shows_and_searches_it(folder: Path, demo: Record) -> None:
    found = datasette(folder, f"/record/statements.json?_search={quote('joint patrols')}&_shape=objects&_labels=on")
    rows = found["rows"]
    assert isinstance(rows, list) and rows
    titles = {row.title for row in demo.documents()}
    assert all(row["doc"]["label"] in titles for row in rows)


def test_datasette_knows_what_the_columns_mean(folder: Path) -> None:
    found = datasette(folder, "/-/metadata.json")
    described = found["databases"]["record"]["tables"]["events"]["columns"]  # type: ignore[index]
    assert described["status"].startswith("actual, planned")


def test_beside_a_file_lies_the_metadata_by_its_name(demo: Record, tmp_path: Path) -> None:
    demo.export("sqlite", tmp_path / "mine.db")
    told = json.loads((tmp_path / "mine.metadata.json").read_text(encoding="utf-8"))
    assert list(told["databases"]) == ["mine"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mine.db", "mine.metadata.json"]


def test_stdout_takes_no_database(demo: Record) -> None:
    with pytest.raises(UsageError, match="name one with -o"):
        demo.export("sqlite")
