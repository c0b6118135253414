from __future__ import annotations

from pathlib import Path

import places
import pytest

from onrecord.schema import Place

ROW = places.Row("Police arrested nine people in Mombasa.", "arrested", "Mombasa", "KEN", "city", -4.0, 39.7)


def place(
    country: str | None = "KEN", lat: float | None = -4.05, lon: float | None = 39.66, precision: str = "city"
) -> Place:
    return Place("Mombasa", country, lat, lon, precision, 31, 38, "Mombasa")


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (place(), "right"),
        (place(country="TZA"), "wrong"),
        (place(lat=-6.0), "wrong"),
        (place(precision="region"), "wrong"),
        (place(None, None, None, "unknown"), "not told"),
        (None, "not told"),
    ],
)
def test_a_place_is_right_by_words_country_precision_and_position(found: Place | None, verdict: str) -> None:
    assert places.verdict(ROW, found) == verdict


def test_an_act_without_a_place_wants_none() -> None:
    row = places.Row("Police beat two reporters in May.", "beat", "-", "", "", 0, 0)
    assert [places.verdict(row, one) for one in (None, place(None, None, None, "unknown"), place())] == [
        "open",
        "open",
        "wrong",
    ]


def test_the_rows_name_their_trigger_and_place_in_the_text(root: Path) -> None:
    rows = places.load(root / "evals" / "places.tsv")
    assert len(rows) >= 60
    for row in rows:
        assert row.trigger in row.text
        assert row.place in ("-", "?") or (row.place in row.text and row.country and row.precision), row.text
