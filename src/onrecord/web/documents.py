"""Pages as they were read: the list of them, and one with its entries marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.schema import Document, Entry, Event, Findings, Party, Statement
from onrecord.selection import above
from onrecord.settings import confidence_floor
from onrecord.store import DocumentRow
from onrecord.store.rows import anchor
from onrecord.web import said
from onrecord.web.asked import Asked, NotThere
from onrecord.web.entries import FLOORS
from onrecord.web.marking import lines, part_at, parts
from onrecord.web.table import Column, Table, paged
from onrecord.web.view import View, page_address
from onrecord.wording import flat_days, name

LIST_PARAMETERS = ("search", "outlet", "since", "until", "page")
PAGE_PARAMETERS = ("entry", "confidence", "part")

BEGINNING = 70
"""Characters of a page's text that stand for a title where it has none."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A page's row with what it is called."""

    row: DocumentRow
    title: str


COLUMNS: tuple[Column[Titled], ...] = (
    Column("published", "Published", lambda one: published(one.row), style="day"),
    Column("title", "Title", lambda one: one.title, lambda one: page_address(one.row.doc), "words"),
    Column("outlet", "Outlet", lambda one: one.row.outlet or "not known"),
    Column("statements", "Statements", lambda one: one.row.statements, style="number"),
    Column("events", "Events", lambda one: one.row.events, style="number"),
    Column("unread", "Not read, because", lambda one: one.row.unread, style="quiet"),
    Column("doc", "Page", lambda one: one.row.doc, lambda one: page_address(one.row.doc), "id quiet"),
)


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside an entry: who, what, whom, and how it is told."""

    number: int
    id: str
    kind: str
    who: Sequence[Party]
    act: str
    whom: Sequence[Party]
    standing: str


def documents(record: Record, asked: Asked, id: str) -> View:
    """The pages on record."""
    rows = record.documents(
        search=asked.get("search"), outlet=asked.get("outlet"), since=asked.get("since"), until=asked.get("until")
    )
    shown: Table[Any] = paged((), rows, asked)
    table = Table(COLUMNS, titled(record, shown.items), shown.paging, asked.get("search") or "")
    fields = {"search": "Words in entries", "outlet": "Outlet", "since": "Published from", "until": "Published up to"}
    return View(
        "list.html", "Pages", {"fields": fields, "lead": "Every page that was read, by day of publication."}, table
    )


def document(record: Record, asked: Asked, id: str) -> View:
    """A page's text with its blocks labelled, its entries marked, and notes in the margin."""
    findings = found(record, id)
    page = findings.document
    floor = asked.choice("confidence", tuple(FLOORS), "precise")
    shown = entries_of(findings, floor, asked.get("entry"))
    cut = parts(page.blocks)
    wanted = next((one for one in shown if one.id == asked.get("entry")), None)
    if asked.get("entry") and wanted is None:
        raise NotThere(f"entry {asked.get('entry')}: not on this page")
    part = asked.number("part", part_at(cut, anchor(wanted)[0]) if wanted else 1)
    if part > len(cut):
        raise NotThere(f"part {part}: the page has {len(cut)}")
    notes = notes_of(findings, shown)
    context: dict[str, Any] = {
        "page": page,
        "lines": lines(page, cut[part - 1], shown),
        "notes": notes,
        "facts": facts(page),
        "part": part,
        "parts": len(cut),
        "block_words": said.BLOCK,
        "floors": FLOORS,
        "floor": floor,
        "hidden": len(findings.entries) - len(shown),
        "link": safe_link(page.url.text if page.url else None),
    }
    return View("page.html", heading(page), context)


def found(record: Record, id: str) -> Findings:
    """All that counts of a page. Raises NotThere."""
    try:
        page = record.page(id)
    except UsageError as error:
        raise NotThere(str(error)) from error
    findings = record.store.findings(page.doc) if page is not None else None
    if findings is None:
        raise NotThere(f"{id}: no page with this id on record")
    return findings


def entries_of(findings: Findings, floor: str, wanted: str | None) -> list[Entry]:
    """The entries that are sure enough, and the one that is asked for, in text order."""
    sure = {one.id for one in above(findings, confidence_floor(floor)).entries}
    kept = [one for one in findings.entries if one.id in sure or one.id == wanted]
    return sorted(kept, key=lambda one: (*anchor(one), one.id))


def notes_of(findings: Findings, entries: Sequence[Entry]) -> dict[str, Note]:
    """The margin notes by id, numbered in text order."""
    outlet = findings.document.outlet.text if findings.document.outlet else "the page"
    speakers = {one.id: name(one.speaker) if one.speaker else said.NOBODY for one in findings.statements}
    return {one.id: _note(number, one, outlet, speakers) for number, one in enumerate(entries, 1)}


def _note(number: int, entry: Entry, outlet: str, speakers: dict[str, str]) -> Note:
    if isinstance(entry, Event):
        source = speakers.get(entry.according_to or "")
        standing = said.standing_of(entry.status, entry.voice, source, outlet)
        return Note(number, entry.id, "event", entry.source, entry.type, entry.target, standing)
    who = (entry.speaker,) if entry.speaker else ()
    whom = (entry.addressee,) if entry.addressee else ()
    told = speakers.get(entry.within or "", outlet)
    return Note(number, entry.id, "statement", who, _act(entry), whom, f"said, according to {told}")


def _act(entry: Statement) -> str:
    return " ".join(entry.cue.text.split()) if entry.cue else entry.attitude


def facts(page: Document) -> list[tuple[str, str]]:
    """Name and value of what is known about a page."""
    told = [(one, getattr(page, one)) for one in ("outlet", "byline", "dateline", "credit")]
    known = [(one, " ".join(value.text.split())) for one, value in told if value is not None]
    when = page.published or page.published_bounds
    if when is None:
        known.append(("published", "not known: the page does not say"))
    else:
        days = flat_days(when.earliest, when.latest) or "not known"
        known.append(("published", f"{days} ({when.basis})"))
    known += [("language", page.language)] if page.language else []
    known += [("not read", page.unread)] if page.unread else []
    known += [("left unread", "; ".join(page.unread_parts))] if page.unread_parts else []
    known.append(("file", page.path if page.line is None else f"{page.path}, line {page.line}"))
    return known


def safe_link(url: str | None) -> str | None:
    """An address that may be followed: of the web, and nothing that a browser would run."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def heading(page: Document) -> str:
    """What a page is called."""
    return " ".join(page.title.text.split()) if page.title and page.title.text.strip() else beginning(page.text)


def titled(record: Record, rows: Sequence[DocumentRow]) -> list[Titled]:
    """The rows with what each page is called: its title, else how its text begins."""
    return [Titled(row, " ".join((row.title or "").split()) or beginning(record.store.text(row.doc))) for row in rows]


def beginning(text: str | None) -> str:
    """The first words of a text without a title."""
    words = " ".join((text or "").lstrip()[: 2 * BEGINNING].split())
    if len(words) <= BEGINNING:
        return words or "without text"
    return f"{words[:BEGINNING].rpartition(' ')[0] or words[:BEGINNING]}…"


def published(row: DocumentRow) -> str:
    """When a page was published; bounds are told as such."""
    days = flat_days(row.published_earliest, row.published_latest)
    bounds = flat_days(row.bounds_earliest, row.bounds_latest)
    return days or (f"undated, within {bounds}" if bounds else said.UNDATED)
