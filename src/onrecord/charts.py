"""Charts of lists as Altair objects, for notebooks; Altair comes with the extra ``charts``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_args

from onrecord.errors import MissingExtra, UsageError
from onrecord.schema import Dyad, Happening, Position
from onrecord.schema.derived import Scale
from onrecord.store import EntryRow

if TYPE_CHECKING:
    import altair


def chart(shape: type, rows: Iterable[Any]) -> altair.Chart:
    """The chart for a list of rows of one shape.

    Happenings lie along time as bars between the days on which they may have been, positions are lanes by level, dyads are
    cooperation and conflict by period, entries are counted by month. Raises UsageError for rows that have no chart, and
    MissingExtra where Altair is not installed.
    """
    made = MAKERS.get(shape)
    if made is None:
        raise UsageError(
            f"there is no chart of {shape.__name__}; there is one of timelines, positions, dyads and entries"
        )
    return made(_altair(), rows)


def _happenings(alt: Any, rows: Iterable[Happening]) -> altair.Chart:
    values = [
        {
            "type": row.type, "earliest": str(row.earliest or row.latest), "latest": str(row.latest or row.earliest),
            "who": row.who, "whom": row.whom, "told": row.what, "status": row.status, "reports": row.reports,
        }
        for row in rows
        if row.earliest or row.latest
    ]  # fmt: skip
    marks = {"size": 7, "cornerRadius": 3, "opacity": 0.6, "stroke": "white"}
    return _of(alt, values).mark_bar(**marks).encode(
        x=alt.X("earliest:T", title="told to have happened"), x2="latest:T", y=alt.Y("type:N", title=None),
        color=alt.Color("status:N", title="as told"),
        tooltip=["who:N", "type:N", "whom:N", "earliest:N", "latest:N", "told:N", "reports:Q"],
    )  # fmt: skip


def _positions(alt: Any, rows: Iterable[Position]) -> altair.Chart:
    values = [
        {
            "lane": f"{row.name}: {row.issue}", "day": str(row.earliest or row.latest), "level": row.level,
            "change": row.change or "not claimed", "words": row.later.text if row.later else "",
        }
        for row in rows
        if row.earliest or row.latest
    ]  # fmt: skip
    base = _of(alt, values).encode(
        x=alt.X("day:T", title=None), y=alt.Y("level:N", title=None, sort=list(get_args(Scale))), detail="lane:N"
    )
    points = base.mark_point(filled=True, size=80).encode(
        color=alt.Color("change:N", title="since the one before"),
        tooltip=["lane:N", "day:N", "level:N", "change:N", "words:N"],
    )
    return (
        (base.mark_line(opacity=0.4) + points).facet(row=alt.Row("lane:N", title=None)).resolve_scale(y="independent")
    )


def _dyads(alt: Any, rows: Iterable[Dyad]) -> altair.Chart:
    values = [
        {"period": row.period, "pair": f"{row.source} → {row.target}", "happenings": sign * many, "kind": kind}
        for row in rows
        if row.period
        for kind, sign, many in (
            ("cooperation", 1, row.verbal_cooperation + row.material_cooperation),
            ("conflict", -1, row.verbal_conflict + row.material_conflict),
        )
    ]
    return _of(alt, values).mark_bar().encode(
        x=alt.X("period:O", title=None), y=alt.Y("happenings:Q", title="told happenings"), color=alt.Color("kind:N", title=None),
        row=alt.Row("pair:N", title=None), tooltip=["pair:N", "period:N", "kind:N", "happenings:Q"],
    )  # fmt: skip


def _entries(alt: Any, rows: Iterable[EntryRow]) -> altair.Chart:
    held: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.published_earliest is not None:
            held[f"{row.published_earliest:%Y-%m}", row.type or "statement"] += 1
    values = [{"month": month, "type": kind, "entries": many} for (month, kind), many in sorted(held.items())]
    return _of(alt, values).mark_bar().encode(
        x=alt.X("month:O", title="month of publication"), y=alt.Y("entries:Q", title="entries"),
        color=alt.Color("type:N", title=None), tooltip=["month:N", "type:N", "entries:Q"],
    )  # fmt: skip


MAKERS: dict[type, Callable[[Any, Iterable[Any]], altair.Chart]] = {
    Happening: _happenings,
    Position: _positions,
    Dyad: _dyads,
    EntryRow: _entries,
}


def _of(alt: Any, values: list[dict[str, Any]]) -> altair.Chart:
    return alt.Chart(alt.Data(values=values))


def _altair() -> Any:
    try:
        return import_module("altair")
    except ImportError as error:
        raise MissingExtra("a chart needs Altair: pip install 'onrecord[charts]'") from error
