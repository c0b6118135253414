"""GDELT 2.0 Mentions: 16 columns parted by tabs, one row for each report of a happening of ``gdelt-events``.

Offsets are code points of the page's text as onrecord archives it, and exact; ``Extras`` leads back to document and entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from onrecord.export import tsv
from onrecord.export.counted import address_of, outlet_of, pairs, single_day, url_of
from onrecord.export.exporter import Options, Source
from onrecord.export.reported import Reported, Told, reported
from onrecord.export.target import Target
from onrecord.projection import AS_CAMEO
from onrecord.schema import Document, Party

COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen",
    "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
WEB, CITATION = 1, 2
NOWHERE = -1
"""Where GDELT has no offset."""


class GdeltMentions:
    """The exporter."""

    name = "gdelt-mentions"
    summary = "GDELT 2.0 Mentions: its 16 columns, one row for each report of an event of gdelt-events"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the reports; gives why happenings are left out. Raises UsageError where nothing was derived."""

        def rows(left: Counter[str]) -> Iterator[tuple[tsv.Cell, ...]]:
            found = reported(source, options, left, AS_CAMEO)
            return (row for one in found for told in one.told for row in rows_of(one, told))

        return tsv.export(COLUMNS, rows, out, options)


def rows_of(one: Reported, told: Told) -> Iterator[tuple[tsv.Cell, ...]]:
    """The 16 cells of a report, for each pair of the event that it names; for the first where it names none of them."""
    own = pairs(told.event)
    named = [(at, pair) for pair in own if (at := one.place_of(*pair)) is not None]
    for at, (source, target) in named or [(0, own[0])]:
        yield (
            one.number(at),
            _stamp(one.first_published),
            _stamp(single_day(told.document.published)),
            WEB if url_of(told.document) else CITATION,
            _site(told.document),
            address_of(told.document),
            None,
            _offset(source),
            _offset(target),
            told.event.trigger.start,
            1,
            round(told.event.confidence * 100),
            len(told.document.text),
            None,
            None,
            f"doc:{told.document.doc};entry:{told.event.id}",
        )


def _stamp(day: date | None) -> str | None:
    return f"{day:%Y%m%d}000000" if day else None


def _offset(party: Party | None) -> int:
    return party.start if party is not None else NOWHERE


def _site(document: Document) -> str:
    """The site's domain, else the outlet."""
    host = urlsplit(url_of(document)).hostname or ""
    return host.removeprefix("www.") or outlet_of(document)


EXPORTER = GdeltMentions()
