"""What the pages give together: stories, timeline, positions, disputes, dyads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from onrecord.api import Record
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.codebook import load_codebook
from onrecord.results import Rows
from onrecord.schema import Derived, Dispute, Happening, Passage, Position, Side, Stand, Story
from onrecord.store import Filter
from onrecord.web import said
from onrecord.web.asked import Asked, NotThere
from onrecord.web.charts.lanes import Lane, Stood, lane
from onrecord.web.charts.spans import Happened, Spans, spans
from onrecord.web.documents import beginning
from onrecord.web.entries import COLUMNS as ENTRIES
from onrecord.web.entries import flat, with_speakers
from onrecord.web.table import Column, Table, paged
from onrecord.web.view import View, entry_address, page_address
from onrecord.wording import flat_days

T = TypeVar("T")
D = TypeVar("D", bound=Derived)

STORY_PARAMETERS = ("since", "until", "page")
TIMELINE_PARAMETERS = ("actor", "with", "story", "issue", "since", "until", "known_on", "page")
POSITION_PARAMETERS = ("actor", "counterpart", "issue", "changes", "since", "until", "page")
DISPUTE_PARAMETERS = ("actor", "issue", "page")
OF_PAGES = "doc:"
BRANCHES = {"state": "{}", "army": "army of {}"}
"""Ids of a country's government and army, as positions have them."""


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """A row with the outlets of its pages, since what a passage says is said according to one."""

    row: T
    outlets: Mapping[str, str]

    def by(self, passage: Passage) -> str:
        """The outlet of a passage."""
        return self.outlets.get(passage.doc, "a page")

    def words(self, passage: Passage | None) -> str | None:
        """A passage's words, according to whom."""
        return f"{flat(passage.text)} (according to {self.by(passage)})" if passage else None


STORIES: tuple[Column[Story], ...] = (
    Column("when", "Published", lambda row: days(row), style="day"),
    Column("title", "Story", lambda row: flat(row.title), lambda row: f"/timeline?story={row.id}", "words"),
    Column("level", "Is", lambda row: "a story" if row.level == "story" else "an episode", style="quiet"),
    Column("pages", "Pages", lambda row: row.pages, lambda row: page_address(row.docs[0]), "number"),
    Column("sources", "Sources", lambda row: row.sources, style="number"),
    Column("outlets", "Outlets", lambda row: row.outlets, style="number"),
    Column("id", "Story id", lambda row: row.id, style="id quiet"),
)
TIMELINE: tuple[Column[Happening], ...] = (
    Column("when", "When", lambda row: days(row), style="day"),
    Column("precision", "Known to", lambda row: precision(row), style="quiet"),
    Column("who", "Who", lambda row: row.who or said.NOBODY, style="who"),
    Column("type", "Act", lambda row: row.type, lambda row: f"/glossary#{row.type}", "act"),
    Column("whom", "To whom", lambda row: row.whom),
    Column(
        "words", "Words of one report", lambda row: flat(row.what), lambda row: entry_address(row.entries[0]), "words"
    ),
    Column("standing", "How it is told", lambda row: told(row), style="standing"),
    Column("figures", "Figures", lambda row: row.said, style="quiet"),
    Column("reports", "Reports", lambda row: row.reports, lambda row: f"/happening/{row.id}", "number"),
    Column("sources", "Independent sources", lambda row: row.independent_sources, style="number"),
    Column("id", "Happening", lambda row: row.id, style="id quiet"),
)
POSITIONS: tuple[Column[Told[Position]], ...] = (
    Column("when", "When", lambda one: days(one.row), style="day"),
    Column("actor", "Whose position", lambda one: one.row.name, lambda one: lanes_of(one.row), "who"),
    Column("counterpart", "Towards", lambda one: named(one.row.counterpart)),
    Column("issue", "Issue", lambda one: one.row.issue),
    Column("level", "Stand", lambda one: one.row.level, style="act"),
    Column("change", "Since the one before", lambda one: changed(one.row), style="standing"),
    Column("attributed", "By", lambda one: "what others say" if one.row.attributed else "its own words"),
    Column("earlier", "Words before", lambda one: one.words(one.row.earlier), style="words"),
    Column("later", "Words", lambda one: one.words(one.row.later), style="words"),
    Column("id", "Position", lambda one: one.row.id, style="id quiet"),
)
DISPUTES: tuple[Column[Told[Dispute]], ...] = (
    Column("matter", "Possible dispute over", lambda one: f"possible: {one.row.matter}"),
    Column("issue", "Issue", lambda one: one.row.issue),
    Column("first", "One says", lambda one: side(one, 0), style="words"),
    Column("second", "The other says", lambda one: side(one, 1), style="words"),
    Column("why", "Why they are held to meet", lambda one: one.row.why, style="quiet"),
    Column("id", "Dispute", lambda one: one.row.id, style="id quiet"),
)


def stories(record: Record, asked: Asked, id: str) -> View:
    """Pages that tell of one matter, and their episodes."""
    rows = record.stories(since=asked.get("since"), until=asked.get("until"), words=False)
    table = paged(STORIES, rows, asked)
    # What has no title is called by how the text of its first page begins.
    named = [
        row if flat(row.title) else replace(row, title=beginning(record.store.text(row.docs[0]))) for row in table.items
    ]
    table = replace(table, items=named)
    fields = {"since": "Published from", "until": "Published up to"}
    lead = "Pages that tell of one matter. A story leads to its timeline."
    return View("list.html", "Stories", {"fields": fields, "lead": lead}, table)


def timeline(record: Record, asked: Asked, id: str) -> View:
    """What is told to have happened, in order, each with how precisely its day is known."""
    one, other = asked.get("actor"), asked.get("with")
    found = record.timeline(
        actor=one if not other else None, dyad=(one or "", other) if other else None, story=asked.get("story"),
        issue=asked.get("issue"), since=asked.get("since"), until=asked.get("until"), known_on=asked.get("known_on"),
    )  # fmt: skip
    fields = {
        "actor": "Actor", "with": "And the other side", "issue": "Issue", "since": "From", "until": "Up to",
        "known_on": "As known on",
    }  # fmt: skip
    lead = "One line for each thing that pages tell of, however many tell of it. What stands here is what is told."
    kept = [("story", asked.get("story"))] if asked.get("story") else []
    table = paged(TIMELINE, found, asked)
    context = {"fields": fields, "lead": lead, "kept": kept, "chart": drawn(table.items)}
    return View("timeline.html", "Timeline", context, table)


def drawn(rows: Sequence[Happening], leads: str = "/happening/") -> Spans | None:
    """Happenings as a picture, with how precisely their days are known; ``leads`` and its id is where each is shown."""
    book = load_codebook().types

    def happened(row: Happening) -> Happened:
        style = "coop" if book[row.type].quad <= 2 else "conflict"
        return Happened(row.type, row.earliest, row.latest, f"{days(row)}: {heading(row)}", style, f"{leads}{row.id}")

    return spans([happened(row) for row in rows], tuple(book))


def heading(row: Happening) -> str:
    """A happening in one careful line."""
    whom = f" – {row.whom}" if row.whom else ""
    return f"{row.who or said.NOBODY} – {row.type}{whom} ({told(row)})"


def happening(record: Record, asked: Asked, id: str) -> View:
    """One happening with every passage that tells of it."""
    found = next(iter(record.store.derivations.rows(Happening, ids=[id])), None)
    if found is None:
        raise NotThere(f"{id}: no happening with this id; derive may have put its reports together anew")
    reports = list(record.store.entries(Filter(ids=found.entries)))
    facts = [
        ("when", days(found)), ("known to", precision(found)), ("how it is told", told(found)),
        ("place", found.place), ("figures", found.said), ("reports", str(found.reports)),
        ("independent sources", str(found.independent_sources)), ("put together because", found.why),
    ]  # fmt: skip
    context = {
        "facts": [(name, value) for name, value in facts if value],
        "columns": ENTRIES,
        "entries": with_speakers(record, reports),
        "story": found.story,
    }
    return View("happening.html", heading(found), context)


def positions(record: Record, asked: Asked, id: str) -> View:
    """Commitments by actor and issue, a lane each, with both passages where something changed."""
    changes = asked.choice("changes", ("", "yes"), "") == "yes"
    rows = record.positions(
        actor=asked.get("actor"), counterpart=asked.get("counterpart"), issue=asked.get("issue"),
        changes=changes, since=asked.get("since"), until=asked.get("until"),
    )  # fmt: skip
    table = paged_as_told(record, POSITIONS, rows, asked)
    groups = [list(some) for _, some in groupby(table.items, key=lambda one: one.row.lane)]
    lanes = [(course([one.row for one in some]), some) for some in groups]
    fields = {"actor": "Actor", "counterpart": "Towards", "issue": "Issue", "since": "From", "until": "Up to"}
    context = {
        "fields": fields,
        "lanes": lanes,
        "changed": changed,
        "days": days,
        "stood": stood,
        "named": named,
        "flat": flat,
    }
    return View("positions.html", "Positions", context, table)


def course(rows: Sequence[Position]) -> Lane | None:
    """A lane as a picture."""

    def stand(row: Position) -> Stood:
        change = f", {changed(row)}" if row.change else ""
        words = f"{days(row)}: {row.level}{change}"
        return Stood(row.earliest, row.latest, row.level, row.change, words, f"#p-{row.id}")

    return lane([stand(row) for row in rows])


def disputes(record: Record, asked: Asked, id: str) -> View:
    """Possible disputes, both sides beside each other."""
    rows = record.disputes(actor=asked.get("actor"), issue=asked.get("issue"))
    fields = {"actor": "Actor", "issue": "Issue"}
    table = paged_as_told(record, DISPUTES, rows, asked)
    context = {"fields": fields, "days": days, "flat": flat, "says": says, "entry_address": entry_address}
    return View("disputes.html", "Possible disputes", context, table)


def paged_as_told(record: Record, columns: Sequence[Column[Told[D]]], rows: Rows[D], asked: Asked) -> Table[Told[D]]:
    """The rows of one page of a list, with the outlets of their pages."""
    shown: Table[Any] = paged((), rows, asked)
    return Table(columns, told_by(record, shown.items), shown.paging)


def days(row: Story | Happening | Position | Stand | Side) -> str:
    """When, in words."""
    return flat_days(row.earliest, row.latest) or said.UNDATED


def precision(row: Happening) -> str:
    """How precisely the day is known, and whether reports differ."""
    known = row.precision or "not known"
    return f"{known}; reports differ" if row.dates_differ else known


def told(row: Happening) -> str:
    """Whether it is presented as having happened, and whether an outlet itself says so."""
    status = said.STATUS.get(row.status, row.status)
    return said.vouched("an outlet itself") if row.vouched else f"{status}, as somebody quoted claims"


def changed(row: Position) -> str | None:
    """What became of the position, where anything is claimed."""
    if row.change is None:
        return None
    return f"{row.change}, order {row.order}" if row.order else row.change


def told_by(record: Record, rows: Sequence[D]) -> list[Told[D]]:
    """The rows with the outlets of their pages."""
    docs = tuple(sorted({doc for row in rows for doc in row.docs}))
    found = record.documents(doc=docs) if docs else ()
    outlets = {page.doc: page.outlet or "a page of an unknown outlet" for page in found}
    return [Told(row, outlets) for row in rows]


def side(one: Told[Dispute], at: int) -> str | None:
    """One word in a dispute: who, how, according to whom, and the passage."""
    if at >= len(one.row.sides):
        return None
    given = one.row.sides[at]
    return f"{given.name} {says(given.says)}, according to {one.by(given)}: {flat(given.text)}"


def named(actor: str | None) -> str | None:
    """What an actor's id stands for in the table of known actors, or the words of an id that pages gave it."""
    if actor is None:
        return None
    if actor.startswith(OF_PAGES):
        return actor.removeprefix(OF_PAGES).replace("-", " ").title()
    root, _, rest = actor.partition(":")
    known = load_actors().actor(rest if root in BRANCHES else actor)
    return BRANCHES.get(root, "{}").format(known.name) if known else actor


def lanes_of(row: Position) -> str:
    """Where all positions of an actor are shown."""
    return "/positions?" + urlencode({"actor": row.actor})


def says(how: str) -> str:
    """How a side of a dispute speaks."""
    return {"claims": "says that it is so", "denies": "denies it", "counts": "gives a number"}.get(how, how)


def stood(stand: Stand) -> str:
    """Where a stand's words are shown."""
    return entry_address(stand.entry)
