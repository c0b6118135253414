"""Actors: the list of them, and one with its offices, entries and counterparts."""

from __future__ import annotations

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.settings import ACTOR_KINDS
from onrecord.store import ActorRow
from onrecord.web.asked import Asked, NotThere
from onrecord.web.entries import COLUMNS as ENTRY_COLUMNS
from onrecord.web.entries import with_speakers
from onrecord.web.table import Column, paged
from onrecord.web.view import View, actor_address, page_address
from onrecord.wording import lesson

LIST_PARAMETERS = ("name", "kind", "country", "page")
ENTRIES_SHOWN = 20
COUNTERPARTS_SHOWN = 15

COLUMNS: tuple[Column[ActorRow], ...] = (
    Column("name", "Name", lambda row: row.name, lambda row: actor_address(row.actor), "who"),
    Column("kind", "Kind", lambda row: row.kind.replace("_", " ")),
    Column("country", "Country", lambda row: row.country),
    Column("acts", "Acts or speaks", lambda row: row.acts, style="number"),
    Column("receives", "Is acted on", lambda row: row.receives, style="number"),
    Column("documents", "Pages", lambda row: row.documents, style="number"),
    Column("seen_as", "What pages call it", lambda row: row.seen_as, style="quiet"),
    Column("actor", "Id", lambda row: row.actor, lambda row: actor_address(row.actor), "id quiet"),
)


def actors(record: Record, asked: Asked, id: str) -> View:
    """The named parties of the entries that are sure, those with most entries first."""
    country = asked.get("country")
    kind = asked.choice("kind", ("", *ACTOR_KINDS), "")
    rows = record.actors(name=asked.get("name"), of_kind=kind or (), of_country=country or ())
    table = paged(COLUMNS, rows, asked)
    fields = {"name": "Name", "kind": ("Kind", ("", *ACTOR_KINDS)), "country": "Country, three letters"}
    return View("list.html", "Actors", {"fields": fields, "lead": "Who acts, speaks, or is acted on."}, table)


def actor(record: Record, asked: Asked, id: str) -> View:
    """One actor: names, offices with their pages, entries, counterparts."""
    try:
        found = record.actor(id)
    except UsageError as error:
        raise NotThere(str(error)) from error
    rows = list(record.entries(actor=found.actor, limit=ENTRIES_SHOWN))
    total = len(record.entries(actor=found.actor))
    around = record.actors(actor=found.actor).between(0, COUNTERPARTS_SHOWN + 1)
    others = [row for row in around if row.actor != found.actor]
    context = {
        "found": found,
        "entry_columns": ENTRY_COLUMNS,
        "entries": with_speakers(record, rows),
        "total": total,
        "is_country": found.row is not None and found.actor == found.row.country,
        "known": list(record.known(actor=found.actor)) if record.store.derivations.made() else [],
        "lesson": lesson,
        "others": others[:COUNTERPARTS_SHOWN],
        "actor_address": actor_address,
        "page_address": page_address,
    }
    return View("actor.html", found.name, context)
