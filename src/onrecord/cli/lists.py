"""``documents``, ``statements``, ``events``: what is on record, filtered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from onrecord.cli.common import RecordFile, note
from onrecord.cli.filters import (
    Chosen,
    Country,
    Document,
    Everything,
    Floor,
    Form,
    Limit,
    Named,
    Outlet,
    Repeated,
    Search,
    Since,
    Until,
    chosen,
    left_out,
    show,
    types,
)

if TYPE_CHECKING:
    from onrecord.api import Conditions


def documents(
    record: RecordFile,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    search: Search = None,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List the documents on record, with what is known about each.

    Examples:

        onrecord documents my.onrecord
        onrecord documents my.onrecord --since 2021-03-01 --until 2021-03-31
        onrecord documents my.onrecord --search ceasefire --format csv > pages.csv
    """
    from onrecord.api import open as open_record
    from onrecord.cli.layouts import documents as layout

    with open_record(record, create=False) as opened:
        rows = opened.documents(outlet=outlet, since=since, until=until, search=search)
        show(rows, form, layout, limit)


def statements(
    record: RecordFile,
    about: Annotated[str | None, Named("--about", "Of whom or what it speaks")] = None,
    speaker: Annotated[str | None, Named("--speaker", "Who speaks")] = None,
    capacity: Annotated[list[str] | None, Chosen("capacity", "In which the speaker speaks")] = None,
    attitude: Annotated[list[str] | None, Chosen("attitude", "What the speaker does")] = None,
    quoted: Annotated[list[str] | None, Chosen("form", "How it is given")] = None,
    medium: Annotated[list[str] | None, Chosen("medium", "Where it was said")] = None,
    country: Country = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    search: Search = None,
    doc: Document = None,
    min_confidence: Floor = "precise",
    everything: Everything = False,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List who said what.

    What one side says that another said is left out unless --everything is given.

    Examples:

        onrecord statements my.onrecord
        onrecord statements my.onrecord --speaker "foreign minister" --since 2021-03-01
        onrecord statements my.onrecord --about NATO --capacity official --capacity former
        onrecord statements my.onrecord --attitude wants --form direct --medium interview
        onrecord statements my.onrecord --country PAK --search "peace talks" --format csv
    """
    conditions: Conditions = {
        "kind": "statement",
        "about": about,
        "speaker": speaker,
        "capacity": chosen("capacity", capacity),
        "attitude": chosen("attitude", attitude),
        "form": chosen("form", quoted),
        "medium": chosen("medium", medium),
        "country": tuple(country or ()),
        "outlet": outlet,
        "since": since,
        "until": until,
        "search": search,
        "doc": tuple(doc or ()),
        "min_confidence": min_confidence,
        "vouched": True,
    }
    _entries(record, conditions, everything, form, limit)


def events(
    record: RecordFile,
    source: Annotated[str | None, Named("--source", "Who acts")] = None,
    target: Annotated[str | None, Named("--target", "To or against whom")] = None,
    kind: Annotated[list[str] | None, Repeated("--type", "TYPE", "A PLOVER type, such as ACCUSE")] = None,
    status: Annotated[list[str] | None, Chosen("status", "Whether it happened")] = None,
    voice: Annotated[list[str] | None, Chosen("voice", "Whose word")] = None,
    country: Country = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    search: Search = None,
    doc: Document = None,
    min_confidence: Floor = "precise",
    everything: Everything = False,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List who did what to whom.

    Shown is what the outlet itself reports as having happened. What somebody claims, plans or denies is left out unless
    it is asked for with --status, --voice or --everything: an accusation is no fact.

    Examples:

        onrecord events my.onrecord
        onrecord events my.onrecord --type ACCUSE --source PAK --target AFG
        onrecord events my.onrecord --status planned --since 2021-03-01
        onrecord events my.onrecord --everything --format parquet > events.parquet
    """
    conditions: Conditions = {
        "kind": "event",
        "source": source,
        "target": target,
        "type": types(kind),
        "status": chosen("status", status),
        "voice": chosen("voice", voice),
        "country": tuple(country or ()),
        "outlet": outlet,
        "since": since,
        "until": until,
        "search": search,
        "doc": tuple(doc or ()),
        "min_confidence": min_confidence,
        "vouched": not voice and set(chosen("status", status)) <= {"actual"},
    }
    _entries(record, conditions, everything, form, limit)


def _entries(record: Path, conditions: Conditions, everything: bool, form: str, limit: int | None) -> None:
    from onrecord.api import open as open_record
    from onrecord.cli import layouts

    if everything:
        conditions["min_confidence"], conditions["vouched"] = 0.0, False
    layout = layouts.events if conditions["kind"] == "event" else layouts.statements
    with open_record(record, create=False) as opened:
        rows = opened.entries(**conditions)
        show(rows, form, layout, limit)
        left = left_out(opened, conditions, len(rows))
    if left:
        note(f"left out: {left}; --everything shows them")
