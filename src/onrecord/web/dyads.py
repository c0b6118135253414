"""What sides are told to have done to each other: by period, of one pair over time, and of the most active at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from onrecord.api import Record
from onrecord.counted import Dyads
from onrecord.errors import UsageError
from onrecord.schema import Dyad
from onrecord.web import said
from onrecord.web.asked import Asked
from onrecord.web.charts.columns import Amount, Columns, columns
from onrecord.web.charts.whom import Between, most_active, network, tone
from onrecord.web.table import Column, paged
from onrecord.web.together import named
from onrecord.web.view import View

PERIODS = ("month", "day", "week", "quarter", "year")
DATINGS = ("reported", "event")
DYAD_PARAMETERS = ("by", "date", "page")
PAIR_PARAMETERS = ("one", "other", "by", "date", "page")

DYADS: tuple[Column[Dyad], ...] = (
    Column("period", "Period", lambda row: row.period or said.UNDATED, style="day"),
    Column("source", "Who", lambda row: named(row.source), lambda row: address(row), "who"),
    Column("target", "To whom", lambda row: named(row.target), lambda row: address(row), "who"),
    Column("happenings", "Happenings", lambda row: row.happenings, style="number"),
    Column("reports", "Reports", lambda row: row.reports, style="number"),
    Column("verbal_cooperation", "Verbal cooperation", lambda row: row.verbal_cooperation, style="number"),
    Column("material_cooperation", "Material cooperation", lambda row: row.material_cooperation, style="number"),
    Column("verbal_conflict", "Verbal conflict", lambda row: row.verbal_conflict, style="number"),
    Column("material_conflict", "Material conflict", lambda row: row.material_conflict, style="number"),
    Column("net_cooperation", "Net cooperation", lambda row: round(row.net_cooperation, 2), style="number"),
    Column("pages_read", "Pages read then", lambda row: row.pages_read, style="number quiet"),
    Column("source_id", "Id", lambda row: row.source, style="id quiet"),
    Column("target_id", "Id", lambda row: row.target, style="id quiet"),
)


MORE = ("/whom", "The most active at a glance: who acts on whom")


def dyads(record: Record, asked: Asked, id: str) -> View:
    """What each side is told to have done to the other, by period."""
    rows, fields, notes = _asked_for(record, asked, None)
    context = {"fields": fields, "lead": "Who did what to whom, counted by period.", "notes": notes, "more": MORE}
    return View("list.html", "Dyads", context, paged(DYADS, rows, asked))


def dyad(record: Record, asked: Asked, id: str) -> View:
    """Two sides: what each is told to have done to the other over time, as a picture and in numbers."""
    one, other = asked.get("one"), asked.get("other")
    if not one or not other or one == other:
        raise UsageError("one, other: name two sides, by their three letters or ids")
    rows, fields, notes = _asked_for(record, asked, (one, other))
    fields = {"one": "One side", "other": "The other", **fields}
    every = list(rows)
    charts = [
        (f"What {named(a)} is told to have done to {named(b)}", _over_time([row for row in every if row.source == a]))
        for a, b in ((one, other), (other, one))
    ]
    context = {
        "fields": fields,
        "notes": notes,
        "charts_of": charts,
        "timeline": "/timeline?" + urlencode({"actor": one, "with": other}),
    }
    return View("dyad.html", f"{named(one)} and {named(other)}", context, paged(DYADS, rows, asked))


def whom(record: Record, asked: Asked, id: str) -> View:
    """Who acts on whom: the most active sides as a matrix and as a network."""
    pairs = [Between(*row) for row in record.dyads(by="year").totals()]
    sides = most_active(pairs)
    held = {(one.source, one.target): one for one in pairs}
    nodes, edges = network(pairs, sides)
    context = {
        "sides": sides,
        "held": held,
        "nodes": nodes,
        "edges": edges,
        "tone": tone,
        "named": named,
        "address": address,
    }
    return View("whom.html", "Who acts on whom", context)


def address(one: Between | Dyad) -> str:
    """Where a pair is shown."""
    return "/dyad?" + urlencode({"one": one.source, "other": one.target})


def _asked_for(
    record: Record, asked: Asked, between: tuple[str, str] | None
) -> tuple[Dyads, dict[str, object], list[str]]:
    by, date = asked.choice("by", PERIODS, "month"), asked.choice("date", DATINGS, "reported")
    rows = record.dyads(by=by, date=date, between=between)
    notes = [rows.rule, *(f"{many:,} left out: {why}" for why, many in rows.left.items())]
    return rows, {"by": ("By", PERIODS), "date": ("Dated as", DATINGS)}, notes


def _over_time(rows: Sequence[Dyad]) -> Columns | None:
    """Cooperation up, conflict down, by period; what no period holds is left out."""
    return columns(
        [
            Amount(
                row.period,
                row.verbal_cooperation + row.material_cooperation,
                row.verbal_conflict + row.material_conflict,
                f"{row.period}: {row.verbal_cooperation + row.material_cooperation:g} of cooperation, "
                f"{row.verbal_conflict + row.material_conflict:g} of conflict",
            )
            for row in rows
            if row.period
        ]
    )
