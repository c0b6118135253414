"""GDELT 2.0 Events: 61 columns parted by tabs, one row for each happening and pair of sides.

Columns after the codebook of GDELT 2.0; intensity after ``CAMEO.goldsteinscale.txt`` of the GDELT Project. GDELT's files have no
header: this one has, unless told otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from onrecord.export import tsv
from onrecord.export.codes import country, country_name
from onrecord.export.counted import actor_code, address_of, cameo_code, goldstein, name_of, outlet_of
from onrecord.export.exporter import Options, Source
from onrecord.export.reported import Reported, Told, reported
from onrecord.export.target import Target
from onrecord.lexicon.codebook import Codebook, load_codebook
from onrecord.projection import AS_CAMEO
from onrecord.schema import Happening, Party, Place

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
          "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{one}" for one in _ACTOR),
    *(f"Actor2{one}" for one in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "AvgTone",
    *(f"Actor1Geo_{one}" for one in _GEO),
    *(f"Actor2Geo_{one}" for one in _GEO),
    *(f"ActionGeo_{one}" for one in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
COUNTRY, US_STATE, US_CITY, CITY, STATE = 1, 2, 3, 4, 5
"""How exact a place is, as GDELT numbers it."""


class GdeltEvents:
    """The exporter."""

    name = "gdelt-events"
    summary = "GDELT 2.0 Events: its 61 columns, one row for each happening and pair of sides"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the happenings; gives why others are left out. Raises UsageError where nothing was derived."""
        book = load_codebook()

        def rows(left: Counter[str]) -> Iterator[tuple[tsv.Cell, ...]]:
            return (row for one in reported(source, options, left, AS_CAMEO) for row in rows_of(one, book))

        return tsv.export(COLUMNS, rows, out, options)


def rows_of(one: Reported, book: Codebook) -> Iterator[tuple[tsv.Cell, ...]]:
    """The 61 cells for each pair of sides."""
    event, code = one.event, cameo_code(one.event, book)
    outlets = {outlet_of(told.document) or told.document.doc for told in one.told}
    added = one.first_published
    for at, (source, target) in enumerate(one.sides):
        yield (
            one.number(at),
            *_day(one.day, one.happening),
            *_actor(source),
            *_actor(target),
            int(any(_leads(told) for told in one.told)),
            code,
            code[:3],
            code[:2],
            book.types[event.type].quad,
            goldstein(code, "gdelt"),
            len(one.told),
            len(outlets),
            len({told.document.doc for told in one.told}),
            None,
            *(None,) * 16,
            *_place(event.place),
            f"{added:%Y%m%d}000000" if added else None,
            address_of(one.told[0].document),
        )


def _day(day: date | None, happening: Happening) -> Iterator[tsv.Cell]:
    """Day, month, year and fraction; of an interval as many of them as both its ends share."""
    first, last = (day, day) if day else (happening.earliest, happening.latest)
    known = first is not None and last is not None
    month = known and (first.year, first.month) == (last.year, last.month)  # type: ignore[union-attr]
    year = known and first.year == last.year  # type: ignore[union-attr]
    yield f"{day:%Y%m%d}" if day else None
    yield f"{first:%Y%m}" if month else None
    yield f"{first:%Y}" if year else None
    # The codebook's own formula: months of 30 days and a bit, so that it stays below the next year.
    yield round(day.year + (day.month * 30 + day.day) / 365, 4) if day else None


def _actor(party: Party | None) -> Iterator[tsv.Cell]:
    """Code, name, country, known group, no ethnic group and religions, three types."""
    code = actor_code(party)
    yield from (code.whole, name_of(party).upper(), code.country, code.group, None, None, None)
    yield from (*code.types, *(None,) * (3 - len(code.types)))


def _place(place: Place | None) -> Iterator[tsv.Cell]:
    """Type, name in full, FIPS country, division of a country alone, no county, latitude, longitude, no feature."""
    if place is None or place.country is None:
        yield from (None,) * 8
        return
    here = country(place.country).fips
    usa = place.country == "USA"
    kinds = {"city": US_CITY if usa else CITY, "region": US_STATE if usa else STATE}
    kind = kinds.get(place.precision, COUNTRY)
    name = country_name(place.country)
    yield from (
        kind,
        name if kind == COUNTRY else f"{place.name}, {name}",
        here,
        here if kind == COUNTRY else None,
        None,
    )
    yield from (place.lat, place.lon, None)


def _leads(told: Told) -> bool:
    """True where the event stands in the title or the first paragraph, which GDELT calls a root event."""
    first = next((one.end for one in told.document.blocks if one.kind == "paragraph"), 0)
    return told.event.block == "title" or told.event.trigger.start < first


EXPORTER = GdeltEvents()
