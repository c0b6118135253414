"""A report of a record: one file that needs nothing else, to be sent, printed or archived."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from itertools import groupby

from onrecord.api import Conditions, Record, filter_of
from onrecord.schema import Dispute, Happening, Position, Statement
from onrecord.steps import package_version
from onrecord.store import DocumentRow, EntryRow
from onrecord.store.base import Facet
from onrecord.web import said
from onrecord.web.charts.columns import Amount, columns
from onrecord.web.documents import published
from onrecord.web.entries import Shown, flat, with_speakers
from onrecord.web.home import coverage
from onrecord.web.paper import environment
from onrecord.web.together import changed, course, days, drawn, heading, named, precision, says, told_by

SHOWN = 300
"""Entries, happenings, positions and disputes of each kind: what somebody may read through."""


FACETS: dict[Facet, str] = {"status": "How events are told", "type": "Types of events"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page with those of its entries that are shown, and the denials that stand on it by the entry they deny."""

    row: DocumentRow
    title: str
    entries: Sequence[Shown]
    denials: dict[str, list[Statement]]


@dataclass(frozen=True, slots=True)
class Part:
    """What a report is about, None for everything, and how much of each kind it shows."""

    actor: str | None = None
    since: date | None = None
    until: date | None = None
    most: int = SHOWN


@dataclass(frozen=True, slots=True)
class Together:
    """What the pages give together: the first of each kind, and how many there are."""

    happened: Sequence[Happening] = ()
    happened_total: int = 0
    stands: Sequence[Position] = ()
    stands_total: int = 0
    disputed: Sequence[Dispute] = ()
    disputed_total: int = 0


def report(record: Record, name: str, made: date, part: Part) -> str:
    """The report as HTML. ``name`` is what the record is called, ``made`` the day that stands on it."""
    asked: Conditions = {"actor": part.actor, "since": part.since, "until": part.until}
    derived = bool(record.store.derivations.made())
    seen = record.store.overview(0)
    rows = record.entries(**asked)
    shown = rows.between(0, part.most)
    across = _across(record, part) if derived else Together()
    held = {
        "name": name,
        "made": made,
        "version": package_version(),
        "part": part,
        "about": named(part.actor),
        "style": resources.files("onrecord.web").joinpath("static/style.css").read_text("utf-8"),
        "seen": seen,
        "coverage": columns([Amount(*one) for one in coverage(seen.months)]),
        "derived": derived,
        "fresh": derived and record.is_derived(),
        "total": len(rows),
        "facets": [(words, _facet(record, by, asked)) for by, words in FACETS.items()],
        "timeline": [(row, outlets) for row, outlets in _with_outlets(record, across.happened)],
        "timeline_total": across.happened_total,
        "picture": drawn(across.happened, "#h-"),
        "lanes": [
            (course([one.row for one in some]), some)
            for some in (list(group) for _, group in groupby(told_by(record, across.stands), key=lambda one: one.row.lane))
        ],
        "positions_total": across.stands_total,
        "disputes": told_by(record, across.disputed),
        "disputes_total": across.disputed_total,
        "pages": list(_pages(record, shown)),
        "entries_shown": len(shown),
        "sources": _sources(record, shown, across.happened, across.stands, across.disputed),
        "days": days, "heading": heading, "precision": precision, "changed": changed, "named": named, "flat": flat,
        "says": says, "published": published, "standing": said.standing, "when": said.when,
        "statuses": said.STATUS_MEANING, "status_words": said.STATUS,
    }  # fmt: skip
    return environment().get_template("report.html").render(held)


def _across(record: Record, part: Part) -> Together:
    happened = record.timeline(actor=part.actor, since=part.since, until=part.until)
    stands = record.positions(actor=part.actor, since=part.since, until=part.until)
    disputed = record.disputes(actor=part.actor)
    return Together(
        happened.between(0, part.most), len(happened), stands.between(0, part.most), len(stands),
        disputed.between(0, part.most), len(disputed),
    )  # fmt: skip


def _facet(record: Record, by: Facet, asked: Conditions) -> list[tuple[str, int]]:
    """How many of the events have each value, most first."""
    counts = record.store.facet(by, filter_of({**asked, "kind": "event"}))
    words = said.STATUS if by == "status" else {}
    return [(words.get(value, value), many) for value, many in counts if value is not None]


def _with_outlets(record: Record, rows: Sequence[Happening]) -> Iterator[tuple[Happening, str]]:
    for one in told_by(record, rows):
        names = dict.fromkeys(one.outlets[doc] for doc in one.row.docs)
        yield one.row, ", ".join(names)


def _pages(record: Record, rows: Sequence[EntryRow]) -> Iterator[Page]:
    """The entries page by page, in their order, each with who denies it."""
    titles = {row.doc: row for row in record.documents(doc=tuple({row.doc for row in rows}))} if rows else {}
    shown = with_speakers(record, rows)
    for doc, group in groupby(shown, key=lambda one: one.row.doc):
        findings = record.store.findings(doc)
        denials: dict[str, list[Statement]] = defaultdict(list)
        for one in findings.statements if findings else ():
            for denied in one.denies:
                denials[denied].append(one)
        yield Page(titles[doc], flat(titles[doc].title or "") or "Without a title", list(group), denials)


def _sources(record: Record, *rows: Sequence[object]) -> list[DocumentRow]:
    """Every page that anything in the report rests on, in the order of publication."""
    docs = {doc for some in rows for row in some for doc in (getattr(row, "docs", None) or (getattr(row, "doc", ""),))}
    return list(record.documents(doc=tuple(docs - {""}))) if docs - {""} else []
