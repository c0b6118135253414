"""Did anyone say this? The pages that carry some words."""

from __future__ import annotations

from onrecord.api import Record
from onrecord.schema import Carrier
from onrecord.web import said
from onrecord.web.asked import Asked, Paging
from onrecord.web.entries import flat
from onrecord.web.table import Column, Table
from onrecord.web.view import View, entry_address, page_address
from onrecord.wording import flat_days

PARAMETERS = ("words", "page")
MATCHES = {
    "verbatim": "word for word",
    "altered": "with other words in brackets",
    "paraphrase": "possibly the same in other words",
}

COLUMNS: tuple[Column[Carrier], ...] = (
    Column("published", "Published", lambda row: flat_days(row.earliest, row.latest) or said.UNDATED, style="day"),
    Column("match", "Carries them", lambda row: MATCHES[row.match], style="standing"),
    Column("words", "Words on the page", lambda row: words(row), lambda row: page_address(row.docs[0]), "words"),
    Column("speaker", "Said by, according to the page", lambda row: row.speaker, style="who"),
    Column("outlet", "Outlet", lambda row: row.outlet or "not known"),
    Column("credit", "Which credits", lambda row: row.credit),
    Column("entry", "Entry", lambda row: entry_of(row), lambda row: linked(row), "id quiet"),
    Column("doc", "Page", lambda row: row.docs[0], lambda row: page_address(row.docs[0]), "id quiet"),
)


def quoted(record: Record, asked: Asked, id: str) -> View:
    """Looks the words up that were pasted; without any, only asks for them."""
    wanted = asked.get("words")
    rows = asked.kept(("quote", wanted), lambda: list(record.quote(wanted))) if wanted else []
    paging = Paging(asked, len(rows))
    table = Table(COLUMNS, rows[paging.offset : paging.offset + paging.size], paging)
    lead = "Paste words, and see which pages on record carry them. The first row is the earliest here, and no more is claimed."
    context = {"fields": {"words": "Words"}, "lead": lead, "waits": not wanted}
    return View("list.html", "Did anyone say this?", context, table)


def words(row: Carrier) -> str:
    """The passage, with other words in brackets where it differs."""
    return flat(row.marked or (row.passages[0].text if row.passages else ""))


def entry_of(row: Carrier) -> str | None:
    """The statement that carries the words, where one does."""
    return row.entries[0] if row.entries else None


def linked(row: Carrier) -> str | None:
    """Where that statement is shown."""
    return entry_address(row.entries[0]) if row.entries else None
