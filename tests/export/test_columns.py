from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import UsageError
from onrecord.export.columns import TABLES, columns_of, rows
from onrecord.schema import Findings

TYPES = {"text": str, "whole": int, "number": float, "yes": bool, "day": date}


def table(name: str, findings: Findings) -> list[dict[str, object]]:
    names = [column.name for column in columns_of(name)]
    return [dict(zip(names, row, strict=True)) for row in rows(name, findings)]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_one_name_a_meaning_and_values_of_its_kind(name: str, findings: Findings) -> None:
    columns = columns_of(name)
    assert len({column.name for column in columns}) == len(columns)
    assert all(column.meaning for column in columns)
    for row in rows(name, findings):
        for column, value in zip(columns, row, strict=True):
            assert value is None or type(value) is TYPES[column.kind], column.name


def test_entries_hold_statements_and_events_on_one_line_each(findings: Findings) -> None:
    found = table("entries", findings)
    assert [row["id"] for row in found] == ["e-accuse", "s-title", "s-oda", "e-shell", "s-denial"]
    accuse, _, oda, shell, denial = found
    assert (accuse["who"], accuse["type"], accuse["whom"], accuse["vouched"]) == ("Tivo", "ACCUSE", "Lurania", True)
    assert (oda["who"], oda["who_country"], oda["whom"]) == ("Oda Renn", "TVO", "reporters")
    assert oda["what"] == "They shelled Porva unless the map is wrong."
    assert (shell["status"], shell["according_to"], shell["vouched"]) == ("conditional", "s-oda", False)
    assert denial["what"] == "denied"
    assert {row["outlet"] for row in found} == {"The Tivo Post"}


def test_the_cells_of_a_side_keep_step(findings: Findings) -> None:
    shell = next(row for row in table("events", findings) if row["id"] == "e-shell")
    assert (shell["source"], shell["source_country"], shell["source_sector"]) == ("Tivo; Lurania", "TVO; LUR", None)
    assert shell["figures"] == "map (people)"
    assert (shell["contexts"], shell["lat"], shell["exception"]) == (
        "military; territory",
        1.5,
        "unless the map is wrong",
    )


def test_a_page_counts_its_entries(findings: Findings) -> None:
    (row,) = table("documents", findings)
    assert (row["statements"], row["events"], row["published_latest"]) == (3, 2, date(2022, 5, 4))


def test_an_unknown_table_is_refused(findings: Findings) -> None:
    with pytest.raises(UsageError, match="take one of entries"):
        list(rows("stories", findings))
