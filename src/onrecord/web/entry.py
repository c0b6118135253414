"""One entry with everything that led to it."""

from __future__ import annotations

from typing import Any

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.schema import Event, Happening, Utterance
from onrecord.web import said
from onrecord.web.asked import Asked, NotThere
from onrecord.web.documents import heading
from onrecord.web.judged import on_entry
from onrecord.web.marking import Mark, pieces
from onrecord.web.view import View, entry_address, page_address
from onrecord.wording import confidence, dated, lesson, name, whose_word, words


def entry(record: Record, asked: Asked, id: str) -> View:
    """Why an entry is on record: its words in their place, what found it, who is meant, on whose word it rests."""
    try:
        found = record.why(id)
    except UsageError as error:
        raise NotThere(str(error)) from error
    one, page = found.entry, found.document
    marks = [Mark(span.start, span.end, role.partition(",")[0]) for role, span in found.marks]
    context: dict[str, Any] = {
        "entry": one,
        "is_event": isinstance(one, Event),
        "heading": title_of(found.entry),
        "page": page,
        "page_title": heading(page),
        "page_address": page_address(one.doc, one.id),
        "outlet": page.outlet.text if page.outlet else "the page",
        "pieces": pieces(page.text, found.start, found.end, marks, {}),
        "roles": sorted({mark.label for mark in marks}),
        "parties": [(role, party) for role, party in found.parties],
        "when": dated(one.when),
        "whose_word": whose_word(found),
        "chain": found.chain,
        "confidence": confidence(one),
        "why": one.why if one.rule in one.why else f"{one.rule}: {one.why}",
        "links": [(how, title_of(other), words(other), entry_address(other.id)) for how, other in found.links],
        "known": found.known,
        "lesson": lesson,
        "told": told(record, one.id),
        "judgements": on_entry(record.store, one),
        "resolved": said.resolved,
        "statuses": said.STATUS,
        "voices": said.VOICE,
    }
    return View("entry.html", title_of(one), context)


def title_of(entry: Any) -> str:
    """The entry in one careful line."""
    if isinstance(entry, Event):
        who = ", ".join(name(one) for one in entry.source) or said.NOBODY
        whom = ", ".join(name(one) for one in entry.target)
        return f"{who} – {entry.type}{f' – {whom}' if whom else ''} ({said.STATUS[entry.status]})"
    speaker = name(entry.speaker) if entry.speaker else said.NOBODY
    to = f" to {name(entry.addressee)}" if entry.addressee else ""
    return f"{speaker}, “{entry.cue.text if entry.cue else entry.attitude}”{to}"


def told(record: Record, id: str) -> list[tuple[str, int, int, list[str], str | None]]:
    """How often the happening or saying behind an entry is told, and by which other entries."""
    if not record.store.derivations.made():
        return []
    rows = record.store.derivations.rows
    both: list[Happening | Utterance] = [*rows(Happening, entries=[id]), *rows(Utterance, entries=[id])]
    return [
        (
            one.why,
            one.reports,
            one.independent_sources,
            [other for other in one.entries if other != id],
            f"/happening/{one.id}" if isinstance(one, Happening) else None,
        )
        for one in both
        if one.reports > 1
    ]
