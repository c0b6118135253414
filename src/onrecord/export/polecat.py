"""POLECAT's weekly file: 40 columns parted by tabs, a header, an actor that is not known as ``None``.

Column names after the header of the files of doi:10.7910/DVN/AJGVIT as public loaders quote it. ``docs/exports/polecat.md``
tells what each column is filled from, and which stay empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from onrecord.export import tsv
from onrecord.export.counted import Row, counted, country_of, name_of, office_of, outlet_of, sectors_of, single_day
from onrecord.export.exporter import Options, Source
from onrecord.export.target import Target
from onrecord.lexicon.codebook import Codebook, load_codebook
from onrecord.schema import Findings, Party, Place
from onrecord.steps import package_version

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
NOBODY = "None"
"""What POLECAT's files have where no actor is known."""
BETWEEN = ";"


class Polecat:
    """The exporter."""

    name = "polecat"
    summary = "POLECAT: its 40 columns, one row for each event and pair of sides"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the events that PLOVER counts; gives why others are left out."""
        book = load_codebook()

        def rows(left: Counter[str]) -> Iterator[tuple[tsv.Cell, ...]]:
            return (row_of(one, book) for one in counted(source, options, left))

        return tsv.export(COLUMNS, rows, out, options)


def row_of(row: Row, book: Codebook) -> tuple[tsv.Cell, ...]:
    """The 40 cells of an event between two sides."""
    event, document = row.event, row.document
    published = single_day(document.published)
    return (
        row.id,
        row.day.isoformat() if row.day else None,
        event.type,
        event.mode,
        book.score(event.type, event.mode),
        book.types[event.type].quad,
        BETWEEN.join(event.contexts),
        *_side(row.source, row.findings),
        *_side(row.target, row.findings),
        *_place(event.place),
        outlet_of(document),
        published.isoformat() if published else None,
        *_story(row.findings),
        document.language,
        f"onrecord {package_version()}, {event.codebook or book.version}",
    )


def _side(party: Party | None, findings: Findings) -> Iterator[tsv.Cell]:
    """Name, country, COW number, first sector, sectors, title, phrase, and no Wikipedia title."""
    if party is None:
        yield from (NOBODY, None, None, None, None, None, NOBODY, None)
        return
    sectors = sectors_of(party)
    codes = country_of(party)
    yield from (name_of(party), codes.plover, codes.cow, sectors[0] if sectors else None, BETWEEN.join(sectors))
    yield from (office_of(party, findings), party.text, None)


def _place(place: Place | None) -> Iterator[tsv.Cell]:
    """Place, city, district, province, country, latitude, longitude, no GeoNames id, phrase, no feature type."""
    if place is None:
        yield from (None,) * 10
        return
    named = {"city": (place.name, None, None), "region": (None, None, place.name)}
    yield from (place.name, *named.get(place.precision, (None, None, None)), place.country, place.lat, place.lon)
    yield from (None, place.text, None)


def _story(findings: Findings) -> Iterator[str]:
    """The people, bodies and places that the page names."""
    places = {one.place.name for one in findings.events if one.place is not None}
    for kinds, more in (({"person"}, set()), ({"organisation", "armed_group"}, set()), ({"country"}, places)):
        yield BETWEEN.join(sorted(more | _names(findings.mentions, kinds)))


def _names(mentions: Iterable[Party], kinds: set[str]) -> set[str]:
    return {one.name for one in mentions if one.name is not None and one.actor_kind in kinds}


EXPORTER = Polecat()
