from __future__ import annotations

import random
import runpy
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.api import open as open_record
from onrecord.errors import RecordError
from onrecord.store import MemoryStore, SQLiteStore

HELPERS = Path(__file__).with_name("conftest.py")
made = SimpleNamespace(**runpy.run_path(str(HELPERS)))
page, fill = made.page, made.fill

PAGES = [page(f"{number}.txt", [("Ada Roy", f"ferry {number} of {number * number} is late")]) for number in range(40)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "test.onrecord"
    with SQLiteStore(path) as store:
        fill(store, PAGES)
        store.compact()
    return path


def spoil(path: Path, number: int, noise: bytes) -> None:
    """Writes noise over one page of the file."""
    with path.open("r+b") as file:
        file.seek(number * 1024)
        file.write(noise)


def faults(path: Path) -> list[tuple[str, str]]:
    with open_record(path) as record:
        return [(fault.path, fault.what) for fault in record.verify().faults]


def test_a_sound_record_has_no_faults(path: Path) -> None:
    assert faults(path) == []
    assert list(MemoryStore().damage()) == [] and MemoryStore().drifted("x") is None


def test_every_page_of_the_file_that_is_spoilt_is_noticed_and_told_in_our_words(path: Path) -> None:
    whole = path.read_bytes()
    noise = random.Random(7).randbytes(1024)
    silent = []
    for number in range(1, len(whole) // 1024):
        path.write_bytes(whole)
        spoil(path, number, noise)
        try:
            told = faults(path)
        except RecordError as error:
            told = [(str(path), str(error))]
        if not told:
            silent.append(number)
    assert silent == []


def test_it_is_told_which_pages_are_affected(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        doc = PAGES[7].document.doc
        number = connection.execute("SELECT id FROM documents WHERE doc = ?", (doc,)).fetchone()[0]
        packed = connection.execute("SELECT packed FROM readings WHERE document = ?", (number,)).fetchone()[0]
        flipped = packed[:60] + bytes([packed[60] ^ 4]) + packed[61:]
        connection.execute("UPDATE readings SET packed = ? WHERE document = ?", (flipped, number))
    connection.close()
    told = faults(path)
    assert [where for where, _ in told] == ["7.txt"]
    assert "what is kept of a page is damaged" in told[0][1]


def test_it_is_told_which_lists_are_affected(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entries_entry'").fetchone()[0]
    connection.close()
    spoil(path, root - 1, b"\x0a\x00\x00\x00\x00\x04\x00\x00")
    told = [what for _, what in faults(path)]
    assert any("in the table entries (the lists that are shown" in one for one in told)


def test_rows_of_a_list_that_went_astray_are_noticed(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE entries SET confidence = 0.1 WHERE id = 3")
    connection.close()
    assert faults(path) == [("2.txt", "its rows in the lists are not what was found on it")]


def test_a_derived_row_that_is_damaged_is_told_of_and_made_anew(path: Path) -> None:
    with open_record(path) as record:
        record.derive()
        rows = list(record.stories())
    assert rows
    with sqlite3.connect(path) as connection:
        number, packed = connection.execute("SELECT id, packed FROM derived WHERE kind = 'Story'").fetchone()
        flipped = packed[:40] + bytes([packed[40] ^ 4]) + packed[41:]
        connection.execute("UPDATE derived SET packed = ? WHERE id = ?", (flipped, number))
    connection.close()
    told = [what for _, what in faults(path)]
    assert len(told) == 1 and told[0].startswith("story: what was derived is damaged")
    with open_record(path) as record:
        with pytest.raises(RecordError, match="onrecord derive --anew makes all of it anew"):
            list(record.stories())
        record.derive(anew=True)
        assert list(record.stories()) == rows
    assert faults(path) == []
