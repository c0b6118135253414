from __future__ import annotations

import hashlib
import sqlite3
import zlib
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema import Copy
from onrecord.store import SQLiteStore
from onrecord.store.deflate import PRIMER, deflated, inflated
from onrecord.store.derivations import packed

ROW = Copy(id="1f2e3d4c5b6a7988", copy="a1", original="b2", relation="edited", of_copy=0.9, of_original=0.8)


@given(st.binary(max_size=3000))
def test_what_is_made_small_comes_back(plain: bytes) -> None:
    assert inflated(deflated(plain)) == plain


def test_what_older_records_hold_is_read() -> None:
    assert inflated(zlib.compress(b"the ferry is late", 9)) == b"the ferry is late"


def test_a_row_takes_less_room_than_alone() -> None:
    plain = packed(ROW).encode()
    assert len(deflated(plain)) < 0.7 * len(zlib.compress(plain, 9))


def test_the_primer_is_the_one_that_records_were_written_with() -> None:
    held = resources.files("onrecord").joinpath(PRIMER).read_bytes()
    assert hashlib.sha256(held).hexdigest() == "455b82fca8cd6f4788c92eb58f36c591cf9dab50fa682d03187ba384b9cb9b5e"


@pytest.mark.parametrize("spoilt", [b"", deflated(b"x" * 500)[:-8], zlib.compressobj(zdict=b"another").flush()])
def test_what_is_damaged_is_not_taken_for_whole(spoilt: bytes) -> None:
    with pytest.raises((zlib.error, ValueError)):
        inflated(spoilt)


def test_derived_rows_of_an_older_record_are_read_and_written_anew_only_where_they_differ(tmp_path: Path) -> None:
    path = tmp_path / "test.onrecord"
    with SQLiteStore(path) as store:
        store.derivations.put("1 copies", "f", [ROW])
    with sqlite3.connect(path) as connection:
        small = connection.execute("SELECT packed FROM derived").fetchone()[0]
        connection.execute("UPDATE derived SET packed = ?", (packed(ROW),))
    connection.close()
    with SQLiteStore(path) as store:
        assert (
            store.derivations.rows(Copy)
            == store.derivations.brief(Copy, ["why", "docs", "passages", "entries"])
            == [ROW]
        )
        store.derivations.put("1 copies", "g", [ROW])
        assert store.derivations.rows(Copy) == [ROW]
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT packed FROM derived").fetchall() == [(small,)]
    connection.close()
