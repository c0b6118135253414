"""The gazetteer: cities, regions and countries by name, with coordinates and, of cities, how many people live there.

Built from ``data/places/``, which ``tools/compile_places.py`` makes from GeoNames. Rows are kept as they are written and read
when a name is asked for: most pages ask for a few.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from onrecord.lexicon.names import fold

Kind = Literal["city", "region", "country"]

_PARTS = re.compile(r"[\s\-–'‘’ʼ`.]+")
_ARTICLES = frozenset("the al el ad as an ar at az".split())
"""First words with and without which one place is written: *Al-Qamishli*, *The Hague*."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer. ``lat`` and ``lon`` are degrees, None where not known; ``people`` is 0 where not known.

    ``main`` is False for a name in another spelling or language; ``region`` names the first-level division of a city.
    """

    name: str
    kind: Kind
    country: str
    region: str
    people: int
    lat: float | None
    lon: float | None
    main: bool

    @property
    def weight(self) -> float:
        """How likely the name alone means this place: its people, less for another spelling, a set number for a region."""
        people = REGION if self.kind == "region" else self.people
        return people if self.main else people * SPELLED


REGION = 60_000
"""People that a region counts as beside a city of its name: *Homs* is the city, *Helmand* the province."""
SPELLED = 0.3


def place_key(name: str) -> str:
    """The form by which names are compared: small letters without accents, hyphens, apostrophes and a first article."""
    words = [word for word in _PARTS.split(fold(name)) if word]
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Rows in the order of their keys: key, kind, country, name, region, people, lat, lon, main, parted by tabs."""

    rows: Sequence[str]

    def named(self, name: str) -> tuple[Spot, ...]:
        """The places of this name, the likeliest first. Empty where there is none."""
        found = self._at(place_key(name))
        return tuple(sorted(found, key=lambda one: (-one.weight, one.country, one.name)))

    def longer(self, name: str, countries: Iterable[str]) -> Spot | None:
        """The largest city of these countries whose name goes on after ``name``: Santiago de Cuba for *Santiago*."""
        wanted = frozenset(countries)
        found = [one for one in self._at(place_key(name), " ") if one.kind == "city" and one.country in wanted]
        return max(found, key=lambda one: one.people, default=None)

    def country(self, code: str) -> tuple[float, float] | None:
        """Where a country's middle is (latitude, longitude), by its three letters."""
        for one in self._at("=" + code):
            if one.lat is not None and one.lon is not None:
                return one.lat, one.lon
        return None

    def _at(self, key: str, after: str = "\t") -> list[Spot]:
        found: list[Spot] = []
        if not key:
            return found
        at = bisect_left(self.rows, key + after)
        while at < len(self.rows) and self.rows[at].startswith(key + after):
            found.append(_spot(self.rows[at]))
            at += 1
        return found


def _spot(row: str) -> Spot:
    _, kind, country, name, region, people, lat, lon, main = row.split("\t")
    return Spot(
        name,
        {"c": "city", "r": "region", "n": "country"}[kind],  # type: ignore[arg-type]
        country,
        region,
        int(people or 0),
        float(lat) if lat else None,
        float(lon) if lon else None,
        main == "1",
    )


@lru_cache(maxsize=1)
def load_places() -> Gazetteer:
    """The shipped gazetteer."""
    packed = files("onrecord").joinpath("data/places/places.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").rstrip("\n").split("\n")
    return Gazetteer([line for line in lines if not line.startswith("#")][1:])
