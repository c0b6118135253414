"""ICEWS coded events: 20 columns parted by tabs, with a header, after the sample in andybega/icews (3746c729).

Intensity is what ICEWS gives a CAMEO code (``data-raw/cameo-codes.csv`` there).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.export import tsv
from onrecord.export.codes import country_name, sector_name
from onrecord.export.counted import Row, cameo_code, counted, goldstein, name_of, number_of, outlet_of, sectors_of
from onrecord.export.exporter import Options, Source
from onrecord.export.target import Target
from onrecord.lexicon.codebook import Codebook, load_cameo, load_codebook
from onrecord.projection import AS_CAMEO
from onrecord.schema import Party, Place

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
NOBODY = "Unspecified Actor"
"""What ICEWS writes where a side is not known."""


class Icews:
    """The exporter."""

    name = "icews"
    summary = "ICEWS: its 20 columns, one row for each event and pair of sides"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the events that are counted; gives why others are left out."""
        book = load_codebook()

        def rows(left: Counter[str]) -> Iterator[tuple[tsv.Cell, ...]]:
            return (row_of(one, book) for one in counted(source, options, left, AS_CAMEO))

        return tsv.export(COLUMNS, rows, out, options)


def row_of(row: Row, book: Codebook) -> tuple[tsv.Cell, ...]:
    """The 20 cells of an event between two sides."""
    code = cameo_code(row.event, book)
    return (
        number_of(row.id),
        row.day.isoformat() if row.day else None,
        *_side(row.source),
        load_cameo()[code].name,
        code,
        goldstein(code, "icews"),
        *_side(row.target),
        row.document.doc,
        None,
        outlet_of(row.document),
        *_place(row.event.place),
    )


def _side(party: Party | None) -> Iterator[str]:
    """Name, sectors in words, name of the country."""
    yield from (name_of(party) or NOBODY, ",".join(sector_name(one).replace(",", "") for one in sectors_of(party)))
    yield country_name(party.country if party is not None else None)


def _place(place: Place | None) -> Iterator[tsv.Cell]:
    """City, no district, province, name of the country, latitude, longitude."""
    if place is None:
        yield from (None,) * 6
        return
    yield from (place.name if place.precision == "city" else None, None)
    yield place.name if place.precision == "region" else None
    yield from (country_name(place.country), place.lat, place.lon)


EXPORTER = Icews()
