"""Records of every earlier schema are brought up with all that is on them."""

from __future__ import annotations

import runpy
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import RecordError
from onrecord.schema import Judgement
from onrecord.store import Filter, SQLiteStore
from onrecord.store.migrations import MIGRATIONS, SAYINGS, SCHEMA_VERSION

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
fill, collection = made.fill, made.collection

FIRST_WITH_PAGES = 2
"""The schema before had no table of documents, and no program put a page into it."""
UNDONE: dict[str, tuple[str, ...]] = {
    "parts_of_what_is_derived": ("DROP TABLE derived_parts",),
    "smaller_rows": (),
    "order_of_pages": ("DROP INDEX documents_order",),
    "what_changed": ("DROP TABLE changes",),
    "what_is_derived": tuple(
        f"DROP TABLE {name}" for name in ("derived", "derived_docs", "derived_entries", "derived_steps")
    ),
    "what_pages_teach": ("DROP VIEW learned_list", "DROP TABLE learned", "DROP TABLE actor_judgements"),
    "sureness_of_speakers": (
        "DROP VIEW statement_list",
        "ALTER TABLE entries DROP COLUMN speaker_confidence",
        SAYINGS[-1],
    ),
    "manner_and_topics_of_statements": (
        "DROP VIEW statement_list",
        "DROP TABLE topics",
        *(f"ALTER TABLE entries DROP COLUMN {name}" for name in ("form", "attitude", "medium", "capacities")),
    ),
    "views_in_words": ("DROP VIEW document_list", "DROP VIEW entry_list"),
    "search_in_evidence": ("DROP TABLE evidence",),
}
"""What takes away again what a step gave, the last step first."""


def as_made_by(path: Path, version: int) -> None:
    """Takes from a record what the steps after ``version`` gave it."""
    connection = sqlite3.connect(path, isolation_level=None)
    for step in reversed(MIGRATIONS[version:]):
        for statement in UNDONE[step.__name__]:
            connection.execute(statement)
    connection.execute("DELETE FROM migrations WHERE version > ?", (version,))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.onrecord"


@pytest.mark.parametrize("version", range(FIRST_WITH_PAGES, SCHEMA_VERSION))
def test_a_record_of_an_earlier_schema_is_brought_up_with_all_its_pages(path: Path, version: int) -> None:
    pages = [*collection(), *made.topical()]
    with SQLiteStore(path) as store:
        fill(store, pages)
        store.judge(Judgement(pages[0].statements[0].id, pages[0].document.doc, "reject", "me", "2021"))
        before = list(store.entries()), store.documents(), store.actors(), store.judgements(), store.learned()
        things = {one.id for one in store.changes.since(0) if not one.is_gone}
        assert before[-1]
    as_made_by(path, version)
    with SQLiteStore(path) as store:
        lists = list(store.entries()), store.documents(), store.actors(), store.judgements(), store.learned()
        assert lists == before
        assert store.count(Filter(about="Okoro")) == store.count(Filter(capacity="former")) == 1
        assert store.count(Filter(search="border")) == 1
        assert store.count(Filter(attitude=("wants", "thinks"))) == 2
        assert store.count(Filter(speaker="Ada Roy", about="Okoro", min_speaker=0.9)) == 1
        assert store.count(Filter(speaker="Okoro", attitude="thinks", min_speaker=0.9)) == 0
        assert {one.id for one in store.changes.since(0) if not one.is_gone} == things
    with SQLiteStore(path, write=False) as store:
        assert store.count(Filter(medium="tweet")) == 1
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY version")]
        assert names == [one.__name__ for one in MIGRATIONS]
    connection.close()


def test_every_step_since_there_are_pages_is_tested() -> None:
    assert list(UNDONE) == [one.__name__ for one in reversed(MIGRATIONS[FIRST_WITH_PAGES:])]


def test_a_record_of_an_earlier_schema_is_refused_for_reading_with_what_to_do(path: Path) -> None:
    with SQLiteStore(path) as store:
        fill(store, made.topical())
    as_made_by(path, 4)
    before = path.read_bytes()
    with pytest.raises(RecordError, match="made by an older onrecord .*; open it for writing once") as told:
        SQLiteStore(path, write=False)
    assert len(str(told.value).splitlines()) == 1
    assert path.read_bytes() == before


def test_a_record_whose_bringing_up_is_interrupted_stays_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SQLiteStore(path) as store:
        fill(store, made.topical())
    as_made_by(path, 4)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.store.sqlite.write_entries", interrupt)
    with pytest.raises(KeyboardInterrupt):
        SQLiteStore(path)
    monkeypatch.undo()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (4,)
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (5,)
    connection.close()
    with SQLiteStore(path) as store:
        assert store.count(Filter(about="Prague")) == 2
