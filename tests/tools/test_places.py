from __future__ import annotations

from typing import Any

import compile_places
import pytest

CODES = {"KE": "KEN"}


def city(name: str, people: int = 20_000, lat: float = 1.0, lon: float = 30.0, **more: Any) -> dict[str, Any]:
    given = {
        "name": name,
        "countrycode": "KE",
        "admin1code": "05",
        "population": people,
        "latitude": lat,
        "longitude": lon,
    }
    return given | {"alternatenames": [], **more}


@pytest.mark.parametrize(
    ("name", "bare"), [("Basra Governorate", "Basra"), ("Muhafazat Kirkuk", "Kirkuk"), ("State", "State")]
)
def test_a_divisions_name_goes_without_the_word_for_its_kind(name: str, bare: str) -> None:
    assert compile_places.plain(name) == bare


def test_a_division_has_the_name_that_most_of_its_cities_say() -> None:
    divided = [
        {"cc": "KE", "lat": "1.0", "lon": "30.0", "admin1": "Nairobi Area"},
        {"cc": "KE", "lat": "2.0", "lon": "30.0", "admin1": ""},
    ]
    assert compile_places.division_names([city("A"), city("B", lat=2.0)], divided) == {("KE", "05"): "Nairobi Area"}


def test_small_cities_are_left_out_and_those_of_unknown_size_kept() -> None:
    rows = compile_places.city_rows([city("Big"), city("Small", 4000), city("Unknown", 0)], {}, CODES)
    assert [row[3] for row in rows] == ["Big", "Unknown"]


def test_spellings_like_the_name_are_kept_and_others_are_not() -> None:
    one = city("Kyiv", alternatenames=["Kiev", "Kyiv", "Chiovia", "KIEV", "Киев"])
    assert list(compile_places.spellings(one)) == ["Kiev"]


def test_a_division_stands_where_its_people_live() -> None:
    cities = [city("A", 30_000, 0.0), city("B", 10_000, 4.0)]
    row = next(compile_places.region_rows(cities, {("KE", "05"): "Coast Province"}, CODES))
    assert row[:4] == ("coast", "r", "KEN", "Coast") and row[6] == "1.00"
