"""The columns of the flat tables, in one place: name, kind of value, meaning, and where the value comes from.

Four tables: ``entries`` (statements and events together, for most uses), ``statements``, ``events``, ``documents``.
Positions are code points of the document's text, half-open; dates are inclusive; an unknown value is empty. Several
values in a cell are parted by "; ", and the columns of a side (who, who_country, …) keep step: the second country is
the second party's, and an unknown one leaves its place empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Literal

from onrecord.errors import UsageError
from onrecord.export.exporter import Words
from onrecord.schema import Document, Entry, Findings, Party, Sourced, Span
from onrecord.store.rows import BETWEEN_NAMES, BETWEEN_PIECES, anchor, entry_rows, with_members

Cell = str | int | float | bool | date | None
Kind = Literal["text", "whole", "number", "yes", "day"]
Get = Callable[[Document, Any], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``get`` takes a document and the thing that the row is about."""

    name: str
    kind: Kind
    meaning: str
    get: Get


def rows(table: str, findings: Findings, words: Words = "passages") -> Iterator[tuple[Cell, ...]]:
    """The rows that one page adds to a table, in the order of its columns.

    Raises UsageError for a table that there is not.
    """
    columns = columns_of(table, words)
    for item in _ITEMS[table](findings):
        yield tuple(column.get(findings.document, item) for column in columns)


def columns_of(table: str, words: Words = "passages") -> tuple[Column, ...]:
    """The columns of a table: without sentences where ``words`` is ``none``, with the pages' texts where it is ``whole``.

    Raises UsageError for a table that there is not.
    """
    if table not in TABLES:
        raise UsageError(f"there is no table {table!r}: take one of {', '.join(TABLES)}")
    if words == "none":
        return tuple(column for column in TABLES[table] if column.name not in WORDED)
    return (*TABLES[table], TEXT) if words == "whole" and table == "documents" else TABLES[table]


def _of_item(name: str, kind: Kind, meaning: str, path: str = "") -> Column:
    get = attrgetter(path or name)
    return Column(name, kind, meaning, lambda document, item: get(item))


def _made(name: str, kind: Kind, meaning: str, make: Callable[[Any], Cell]) -> Column:
    return Column(name, kind, meaning, lambda document, item: make(item))


def _of_page(name: str, kind: Kind, meaning: str, make: Callable[[Document], Cell]) -> Column:
    return Column(name, kind, meaning, lambda document, item: make(document))


def _sourced(name: str) -> Callable[[Document], Cell]:
    def make(document: Document) -> Cell:
        value: Sourced | None = getattr(document, name)
        return value.text if value else None

    return make


def _span(name: str) -> Callable[[Any], Cell]:
    def make(item: Any) -> Cell:
        value: Span | None = getattr(item, name)
        return value.text if value else None

    return make


def _day(field: str, end: str) -> Callable[[Document], Cell]:
    def make(document: Document) -> Cell:
        when = getattr(document, field)
        day: date | None = getattr(when, end) if when else None
        return day

    return make


def _listed(values: Iterable[str]) -> str | None:
    return BETWEEN_NAMES.join(values) or None


def _parties(item: Any, side: str) -> list[Party]:
    value = getattr(item, side)
    given = value if isinstance(value, tuple) else (value,) if value else ()
    return list(with_members(given))


def _side(side: str, words: str) -> tuple[Column, ...]:
    def column(suffix: str, meaning: str, of: Callable[[Party], str | None]) -> Column:
        def make(item: Any) -> Cell:
            cells = [of(party) or "" for party in _parties(item, side)]
            return BETWEEN_NAMES.join(cells) if any(cells) else None

        return _made(f"{side}{suffix}", "text", meaning.format(words), make)

    return (
        column(
            "", "{}: the name, or the phrase where nobody is named", lambda one: one.name or " ".join(one.text.split())
        ),
        column("_text", "{}: the phrase as it stands", lambda one: " ".join(one.text.split())),
        column("_actor", "{}: id in the actor table, doc:… for people known from the page only", lambda one: one.actor),
        column(
            "_kind",
            "{}: person, office, organisation, country, armed_group, group, unnamed",
            lambda one: one.actor_kind,
        ),
        column("_country", "{}: country of allegiance, ISO 3166 alpha-3", lambda one: one.country),
        column("_sector", "{}: PLOVER sector", lambda one: one.sector),
    )


def _when() -> tuple[Column, ...]:
    return (
        _of_item("when_earliest", "day", "the first day on which it may have been", "when.earliest"),
        _of_item("when_latest", "day", "the last such day", "when.latest"),
        _of_item("when_extent", "text", "within: some time in those days; throughout: all of them", "when.extent"),
        _of_item("when_basis", "text", "what the date rests on", "when.basis"),
        _made("when_text", "text", "the words it was read from", lambda item: item.when.text),
    )


PAGE = (
    _of_page("outlet", "text", "who published the page", _sourced("outlet")),
    _of_page("title", "text", "the page's title", _sourced("title")),
    _of_page(
        "published_earliest",
        "day",
        "the first day on which the page may have been published",
        _day("published", "earliest"),
    ),
    _of_page("published_latest", "day", "the last such day", _day("published", "latest")),
)
PLACE_ON_DISK = (
    _of_page("url", "text", "the page's address", _sourced("url")),
    _of_page("path", "text", "the file it was read from", lambda document: document.path),
    _of_page("line", "whole", "the line of a JSONL file", lambda document: document.line),
)
WHERE = (
    _made("start", "whole", "where the entry begins in the document's text", lambda item: anchor(item)[0]),
    _made("end", "whole", "where it ends", lambda item: anchor(item)[1]),
)
SCORE = (
    _of_item("confidence", "number", "how sure the entry is, 0 to 1"),
    _of_item("rule", "text", "the frame or rule that found it"),
    _of_item("why", "text", "one line of why"),
)

ENTRIES = (
    _of_item("kind", "text", "statement or event"),
    _of_item("id", "text", "the entry's id, a hash of its evidence"),
    _of_item("doc", "text", "the document's id"),
    _of_item("block", "text", "the kind of block it stands in: title, paragraph, subheading"),
    *PAGE,
    _of_item("who", "text", "who says it, or does it: the name, or the phrase where nobody is named"),
    _of_item("who_actor", "text", "who: id in the actor table, doc:… for people known from the page only"),
    _of_item("who_kind", "text", "who: person, office, organisation, country, armed_group, group, unnamed"),
    _of_item("who_country", "text", "who: country of allegiance, ISO 3166 alpha-3"),
    _of_item("who_sector", "text", "who: PLOVER sector"),
    _of_item("type", "text", "an event's PLOVER type; empty for a statement"),
    _of_item("mode", "text", "an event's PLOVER mode"),
    _of_item("cue", "text", "the words of saying, or an event's trigger"),
    _of_item(
        "what", "text", "a statement's content (its cue where it has none), pieces parted by …; an event's sentence"
    ),
    _of_item("whom", "text", "to whom it is said, or done"),
    _of_item("whom_actor", "text", "whom: id in the actor table"),
    _of_item("whom_country", "text", "whom: country of allegiance, ISO 3166 alpha-3"),
    _of_item("when_earliest", "day", "the first day on which it may have been"),
    _of_item("when_latest", "day", "the last such day"),
    _of_item("when_basis", "text", "what the date rests on"),
    _of_item("place", "text", "where an event took place"),
    _of_item("status", "text", "actual, planned, conditional, possible, counterfactual, demanded, negated"),
    _of_item("voice", "text", "who vouches for it: outlet, own_side, other_side, third_party, unnamed"),
    _of_item("according_to", "text", "id of the statement it stands in; empty where the outlet says it itself"),
    _of_item("vouched", "yes", "whether the outlet itself says that it happened, or was said"),
    _of_item("confidence", "number", "how sure the entry is, 0 to 1"),
    _of_item("passage", "text", "the text around it: the event's sentence, or from a statement's first to last piece"),
    _of_item("start", "whole", "where the entry begins in the document's text"),
    _of_item("end", "whole", "where it ends"),
    _of_item("rule", "text", "the frame or rule that found it"),
    _of_item("why", "text", "one line of why"),
    *PLACE_ON_DISK,
)

STATEMENTS = (
    _of_item("id", "text", "the statement's id, a hash of its evidence"),
    _of_item("doc", "text", "the document's id"),
    _of_item("block", "text", "the kind of block it stands in"),
    *PAGE,
    *_side("speaker", "who says it"),
    *_side("addressee", "to whom it is said"),
    _made("cue", "text", "the words of saying", _span("cue")),
    _made(
        "content",
        "text",
        "what is said, pieces parted by …",
        lambda one: BETWEEN_PIECES.join(piece.text for piece in one.content) or None,
    ),
    _of_item("form", "text", "direct, indirect, mixed"),
    _of_item("attitude", "text", "says, thinks, wants, decides"),
    _of_item("medium", "text", "interview, tweet, article, letter, briefing, broadcast, document"),
    _of_item("within", "text", "id of the statement it stands in"),
    _of_item("act", "text", "id of the event that the saying itself is"),
    _made("denies", "text", "ids of entries on the page that it denies", lambda one: _listed(one.denies)),
    _of_item("replies_to", "text", "id of the statement it answers"),
    _made("about", "text", "actors and issues spoken of", lambda one: _listed(about.name for about in one.about)),
    _of_item("utterance", "text", "one key for all statements of the page that report the same saying"),
    *_when(),
    _of_item("speaker_confidence", "number", "how sure the speaker is, 0 to 1"),
    *SCORE,
    *WHERE,
    *PLACE_ON_DISK,
)

EVENTS = (
    _of_item("id", "text", "the event's id, a hash of its evidence"),
    _of_item("doc", "text", "the document's id"),
    _of_item("block", "text", "the kind of block it stands in"),
    *PAGE,
    _of_item("type", "text", "PLOVER type"),
    _of_item("mode", "text", "PLOVER mode"),
    _made("contexts", "text", "PLOVER contexts", lambda one: _listed(one.contexts)),
    _of_item("cameo", "text", "CAMEO root, two digits"),
    *_side("source", "who does it"),
    *_side("target", "to whom it is done"),
    *_side("against", "against whom it is directed"),
    _made("object", "text", "what it is about: the proposal, the aid, the treaty", _span("object")),
    _made("trigger", "text", "the words that name the act", _span("trigger")),
    _made("sentence", "text", "the sentence it stands in", _span("sentence")),
    *_when(),
    _made("place", "text", "where it took place", lambda one: one.place.name if one.place else None),
    _made("place_country", "text", "the place's country", lambda one: one.place.country if one.place else None),
    _made("lat", "number", "the place's latitude, degrees", lambda one: one.place.lat if one.place else None),
    _made("lon", "number", "the place's longitude, degrees", lambda one: one.place.lon if one.place else None),
    _of_item("status", "text", "actual, planned, conditional, possible, counterfactual, demanded, negated"),
    _made(
        "status_chain", "text", "the words that make the status, outermost first", lambda one: _listed(one.status_chain)
    ),
    _made("condition", "text", "on what it depends", _span("condition")),
    _made("exception", "text", "what is excepted", _span("exception")),
    _made("until", "text", "until when or what it holds", _span("until")),
    _made(
        "figures",
        "text",
        "numbers that belong to it, each with its unit",
        lambda one: _listed(f"{figure.text} ({figure.unit})" for figure in one.figures),
    ),
    _of_item("according_to", "text", "id of the statement it stands in; empty where the outlet says it itself"),
    _of_item("voice", "text", "who vouches for it: outlet, own_side, other_side, third_party, unnamed"),
    _of_item("codebook", "text", "the edition of the codebook it was coded by"),
    *SCORE,
    *WHERE,
    *PLACE_ON_DISK,
)

DOCUMENTS = (
    _of_page("doc", "text", "the document's id: the first 16 hex digits of sha256", lambda one: one.doc),
    _of_page("sha256", "text", "digest of the original bytes", lambda one: one.sha256),
    *PAGE,
    _of_page("updated_earliest", "day", "the first day on which it may have been updated", _day("updated", "earliest")),
    _of_page("updated_latest", "day", "the last such day", _day("updated", "latest")),
    _of_page("byline", "text", "who wrote it", _sourced("byline")),
    _of_page("dateline", "text", "the place and date at its head", _sourced("dateline")),
    _of_page("credit", "text", "the agency it credits", _sourced("credit")),
    _of_page("language", "text", "its language", lambda one: one.language),
    _of_page("unread", "text", "why it was not read for entries; empty where it was", lambda one: one.unread),
    _of_page("characters", "whole", "code points of its text", lambda one: len(one.text)),
    _of_item("statements", "whole", "how many statements it has"),
    _of_item("events", "whole", "how many events it has"),
    _of_page("source_id", "text", "the id that a JSONL object came with", lambda one: one.source_id),
    *PLACE_ON_DISK,
)

TEXT = _of_page("text", "text", "the page's whole text, in which all positions count", lambda one: one.text)
WORDED = frozenset({"what", "passage", "content", "sentence"})
"""Columns with sentences of the pages."""

TABLES: dict[str, tuple[Column, ...]] = {
    "entries": ENTRIES,
    "statements": STATEMENTS,
    "events": EVENTS,
    "documents": DOCUMENTS,
}


@dataclass(frozen=True, slots=True)
class _Counts:
    statements: int
    events: int


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: (anchor(one)[0], one.id))


_ITEMS: dict[str, Callable[[Findings], Iterable[Any]]] = {
    "entries": entry_rows,
    "statements": lambda findings: _in_order(findings.statements),
    "events": lambda findings: _in_order(findings.events),
    "documents": lambda findings: [_Counts(len(findings.statements), len(findings.events))],
}
