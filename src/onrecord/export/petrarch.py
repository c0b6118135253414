"""PETRARCH2's event file, with a header and with its columns held in place.

``PETRwriter.py`` of openeventdata/petrarch2 (676801cd) leaves the address out where there is none, and the optional texts
where they are switched off, so that every column behind it moves to the left. Here all thirteen columns are always there;
``---`` stands for missing text, as it does in the original.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.export import tsv
from onrecord.export.counted import Row, actor_code, cameo_code, counted, outlet_of, url_of
from onrecord.export.exporter import Options, Source
from onrecord.export.target import Target
from onrecord.lexicon.codebook import Codebook, load_codebook
from onrecord.projection import AS_CAMEO
from onrecord.schema import Party

COLUMNS = (
    "date", "source", "target", "code", "issues", "sentence_ids", "url", "story_source", "source_text", "target_text",
    "event_text", "source_root", "target_root",
)  # fmt: skip
MISSING = "---"


class Petrarch:
    """The exporter."""

    name = "petrarch"
    summary = "PETRARCH2: its tab-separated events, columns held in place"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the events that are counted; gives why others are left out."""
        book = load_codebook()

        def rows(left: Counter[str]) -> Iterator[tuple[tsv.Cell, ...]]:
            return (row_of(one, book) for one in counted(source, options, left, AS_CAMEO))

        return tsv.export(COLUMNS, rows, out, options)


def row_of(row: Row, book: Codebook) -> tuple[tsv.Cell, ...]:
    """The 13 cells of an event between two sides."""
    event, document = row.event, row.document
    return (
        f"{row.day:%Y%m%d}" if row.day else None,
        actor_code(row.source).whole or MISSING,
        actor_code(row.target).whole or MISSING,
        cameo_code(event, book),
        ";".join(f"{one.upper()},1" for one in event.contexts),
        f"{document.doc}_{event.sentence.start}",
        url_of(document),
        outlet_of(document),
        _text(row.source),
        _text(row.target),
        event.trigger.text,
        actor_code(row.source).country or MISSING,
        actor_code(row.target).country or MISSING,
    )


def _text(party: Party | None) -> str:
    return party.text if party is not None else MISSING


EXPORTER = Petrarch()
