"""A list of edges (CSV): what one side did to another in a month, as networkx, igraph and Gephi read it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping

from onrecord.export.columns import Cell
from onrecord.export.csv import cell
from onrecord.export.exporter import Options, Source
from onrecord.export.target import Target
from onrecord.export.ties import QUADS, ties
from onrecord.lexicon.codebook import load_codebook

COLUMNS = ("source", "target", "source_name", "target_name", "source_kind", "target_kind", "month", "weight", "reports",
           *QUADS.values(), "net_cooperation", "intensity")  # fmt: skip


class Edges:
    """The exporter."""

    name = "edges"
    summary = "A list of edges: dyads by month, as CSV"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes a row for each pair and month; gives what was left out. Raises UsageError where nothing was derived."""
        left: Counter[str] = Counter()
        found = ties(source, options, left)
        types = tuple(load_codebook().types)
        with out.text() as words:
            writer = csv.writer(words, lineterminator="\n")
            writer.writerow((*COLUMNS, *map(str.lower, types)))
            for (first, second, month), tie in sorted(found.months.items()):
                one, other = found.sides[first], found.sides[second]
                row: tuple[Cell, ...] = (first, second, one.name, other.name, one.kind, other.kind, month, tie.events, tie.reports,
                       *(tie.quads[quad] for quad in QUADS), round(tie.score, 3), tie.intensity)  # fmt: skip
                writer.writerow(map(cell, (*row, *(tie.types[name] for name in types))))
        return dict(left.most_common())


EXPORTER = Edges()
