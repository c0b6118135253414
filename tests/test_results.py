from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import polars
import pyarrow
import pytest

from onrecord.errors import MissingExtra
from onrecord.results import Rows, columns_of


@dataclass(frozen=True)
class Town:
    """A flat row with one nested field."""

    name: str
    founded: date | None
    people: int | None
    kind: Literal["port", "market"]
    area: float
    streets: tuple[str, ...] = ()


TOWNS = [Town("Midtown", date(1900, 1, 1), 5, "port", 1.5), Town("Westport", None, None, "market", 2.0)]


def rows(towns: list[Town]) -> Rows[Town]:
    def fetch(some: slice) -> Iterator[Town]:
        return iter(towns[some])

    return Rows(Town, fetch, lambda: len(towns))


def test_rows_can_be_walked_twice() -> None:
    listed = rows(TOWNS)
    assert list(listed) == list(listed) == TOWNS
    assert len(listed) == 2
    assert listed
    assert not rows([])


def test_nested_fields_are_no_columns() -> None:
    assert columns_of(Town) == {"name": str, "founded": date, "people": int, "kind": str, "area": float}


def test_an_empty_list_has_the_same_arrow_columns_as_a_full_one() -> None:
    assert rows([]).to_arrow().schema == rows(TOWNS).to_arrow().schema
    assert rows(TOWNS).to_arrow().to_pylist()[1]["people"] is None


def test_a_data_frame_has_a_row_each() -> None:
    frame = rows(TOWNS).to_pandas()
    assert list(frame["name"]) == ["Midtown", "Westport"]


def test_the_head_is_no_longer_than_asked() -> None:
    assert list(rows(TOWNS).head(1)) == TOWNS[:1]
    assert len(rows(TOWNS).head(1)) == 1
    assert len(rows(TOWNS).head(9)) == 2
    assert rows(TOWNS).head(1).to_arrow().num_rows == 1


def test_a_part_of_the_list_is_fetched_alone() -> None:
    assert rows(TOWNS * 3).between(1, 3) == [TOWNS[1], TOWNS[0]]
    assert rows(TOWNS * 3).head(2).between(1, 3) == [TOWNS[1]]


def test_the_short_form_names_the_count_and_the_first_rows() -> None:
    assert repr(rows(TOWNS)).splitlines()[0] == "2 × Town"
    assert "Midtown" in repr(rows(TOWNS))
    assert repr(rows(TOWNS * 5)).endswith("… and 5 more")


def test_other_data_frames_take_the_rows_as_a_stream() -> None:
    assert rows(TOWNS).to_polars()["name"].to_list() == ["Midtown", "Westport"]
    assert polars.DataFrame(rows(TOWNS))["people"].to_list() == [5, None]
    assert pyarrow.table(rows(TOWNS)) == rows(TOWNS).to_arrow()


def test_a_stream_fetches_no_more_than_is_taken() -> None:
    fetched: list[str] = []

    def fetch(limit: int | None) -> Iterator[Town]:
        for town in TOWNS * 50:
            fetched.append(town.name)
            yield town

    reader = Rows(Town, fetch, lambda: 100).to_reader(rows=10)
    assert reader.read_next_batch().num_rows == 10
    assert len(fetched) == 10


def test_a_missing_package_is_told_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra, match=r"pip install 'onrecord\[polars\]'"):
        rows(TOWNS).to_polars()
