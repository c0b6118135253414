from __future__ import annotations

import pytest

from onrecord.lexicon.places import Gazetteer, load_places, place_key


@pytest.mark.parametrize(
    ("name", "key"),
    [("Al-Qamishlī", "qamishli"), ("The Hague", "hague"), ("Port-au-Prince", "port au prince"), ("Bu’aale", "bu aale")],
)
def test_spellings_of_one_name_have_one_key(name: str, key: str) -> None:
    assert place_key(name) == key


@pytest.mark.parametrize(
    ("name", "country", "kind", "lat", "lon"),
    [
        ("Nairobi", "KEN", "city", -1.3, 36.8),
        ("Kiev", "UKR", "city", 50.5, 30.5),
        ("Mecca", "SAU", "city", 21.4, 39.8),
        ("The Hague", "NLD", "city", 52.1, 4.3),
        ("Helmand", "AFG", "region", 31.4, 64.3),
        ("Darfur", "SDN", "region", 13.0, 25.0),
    ],
)
def test_the_likeliest_place_of_a_name_comes_first(name: str, country: str, kind: str, lat: float, lon: float) -> None:
    first = load_places().named(name)[0]
    assert (first.country, first.kind) == (country, kind)
    assert first.lat == pytest.approx(lat, abs=0.3) and first.lon == pytest.approx(lon, abs=0.3)


def test_all_places_of_a_name_are_given() -> None:
    countries = {one.country for one in load_places().named("Tripoli")}
    assert {"LBY", "LBN"} <= countries
    assert load_places().named("Wibbleford") == () == load_places().named("")


def test_a_longer_name_is_found_by_its_beginning() -> None:
    longer = load_places().longer("Santiago", {"CUB"})
    assert longer is not None and longer.name == "Santiago de Cuba"
    assert load_places().longer("Nairobi", {"KEN"}) is None


def test_a_country_has_a_position_and_is_no_name() -> None:
    places = load_places()
    assert places.country("KEN") == (1.0, 38.0)
    assert places.country("QQQ") is None
    assert all(one.kind != "country" for one in places.named("KEN"))


def test_a_name_in_another_spelling_weighs_less() -> None:
    rows = ["kew\tc\tAUS\tKew\t\t5000\t1\t1\t1", "kew\tc\tUKR\tKyiv\t\t10000\t2\t2\t0"]
    assert [one.country for one in Gazetteer(rows).named("Kew")] == ["AUS", "UKR"]
