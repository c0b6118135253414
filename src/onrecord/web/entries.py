"""The list of entries: filters, facets, search, and the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from onrecord.api import Conditions, Record, filter_of
from onrecord.lexicon.codebook import load_codebook
from onrecord.settings import CHOICES, check_choice
from onrecord.store import EntryRow, Filter
from onrecord.store.base import Facet, Sort
from onrecord.web import said
from onrecord.web.asked import Asked, Paging
from onrecord.web.table import Column, Table
from onrecord.web.view import View, actor_address, entry_address, page_address
from onrecord.wording import flat_days

TEXTS = ("search", "actor", "speaker", "source", "target", "about", "since", "until")
FACETS: dict[Facet, str] = {
    "kind": "Kind",
    "type": "Type of event",
    "status": "Status",
    "country": "Country",
    "outlet": "Outlet",
    "month": "Month of publication",
}
FLOORS = {"precise": "only sure ones", "balanced": "most of them", "everything": "all, doubtful ones too"}
SORTS: dict[Sort, str] = {
    "oldest": "oldest pages first",
    "newest": "newest pages first",
    "surest": "surest first",
    "doubtful": "most doubtful first",
}
PARAMETERS = (*TEXTS, *FACETS, "voice", "doc", "confidence", "word", "sort", "column", "page")
WORDS = {"all": "all, each with whose word it is", "outlet": "only what the outlet itself reports"}
FACET_SHOWN = 12
"""Values of a facet that are shown; the rest can be asked for by its filter."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry's row with who says so, where it is not the outlet."""

    row: EntryRow
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: how many entries have it, and where a click leads."""

    label: str
    count: int
    address: str | None
    chosen: bool


def actor_of(row: EntryRow) -> str | None:
    """The one who acts or speaks, where it is one and known."""
    return row.who_actor if row.who_actor and "; " not in row.who_actor else None


def target_of(row: EntryRow) -> str | None:
    """The one to whom it is done or said, where it is one and known."""
    return row.whom_actor if row.whom_actor and "; " not in row.whom_actor else None


COLUMNS: tuple[Column[Shown], ...] = (
    Column("when", "When", lambda one: said.when(one.row), style="day"),
    Column("who", "Who", lambda one: one.row.who or said.NOBODY, lambda one: actor_address(actor_of(one.row)), "who"),
    Column("act", "Act", lambda one: one.row.type or one.row.cue or "said", style="act"),
    Column("whom", "To whom", lambda one: one.row.whom, lambda one: actor_address(target_of(one.row))),
    Column(
        "words", "Words on the page", lambda one: flat(one.row.what), lambda one: entry_address(one.row.id), "words"
    ),
    Column("standing", "How it is told", lambda one: said.standing(one.row, one.speaker), style="standing"),
    Column(
        "outlet",
        "Outlet",
        lambda one: one.row.outlet or "not known",
        lambda one: page_address(one.row.doc, one.row.id),
        "quiet",
    ),
    Column(
        "published",
        "Published",
        lambda one: flat_days(one.row.published_earliest, one.row.published_latest) or said.UNDATED,
        style="quiet day",
    ),
    Column("kind", "Kind", lambda one: one.row.kind, style="quiet"),
    Column("confidence", "Sure", lambda one: round(one.row.confidence, 2), style="number quiet"),
    Column("id", "Entry", lambda one: one.row.id, lambda one: entry_address(one.row.id), "id quiet"),
)


FURTHER: tuple[Column[Shown], ...] = (
    Column("country", "Countries", lambda one: countries(one.row)),
    Column("mode", "Mode", lambda one: one.row.mode),
    Column("place", "Place", lambda one: one.row.place),
    Column("status", "Status", lambda one: one.row.status),
    Column("voice", "Voice", lambda one: one.row.voice),
    Column("form", "Form", lambda one: one.row.saying.form if one.row.saying else None),
    Column("about", "About", lambda one: topics(one.row)),
    Column("reports", "Reports", lambda one: one.row.reports, style="number"),
    Column("title", "Title of the page", lambda one: flat(one.row.title or ""), lambda one: page_address(one.row.doc)),
    Column("rule", "Found by", lambda one: one.row.rule, style="quiet"),
)
ALL_COLUMNS = {column.name: column for column in (*COLUMNS, *FURTHER)}


def countries(row: EntryRow) -> str:
    """The countries of an entry's parties."""
    return ", ".join(dict.fromkeys(party.country for party in row.parties if party.country))


def topics(row: EntryRow) -> str | None:
    """What a statement is about."""
    return "; ".join(topic.name for topic in row.saying.topics) if row.saying else None


def entries(record: Record, asked: Asked, id: str) -> View:
    """Statements and events in one table."""
    given = conditions(asked)
    where = filter_of(given)
    paging = Paging(asked, record.store.count(where))
    here: Conditions = {**given, "offset": paging.offset, "limit": paging.size}
    rows = list(record.entries(**here))
    chosen = asked.several("column", tuple(ALL_COLUMNS))
    columns = [ALL_COLUMNS[name] for name in chosen] if chosen else COLUMNS
    table = Table(columns, with_speakers(record, rows), paging, asked.get("search") or "")
    context = {
        "sorts": SORTS,
        "all_columns": [(one, one in columns) for one in ALL_COLUMNS.values()],
        "other_columns": bool(chosen),
        "facets": [(FACETS[by], values(record, asked, where, by)) for by in FACETS],
        "floors": FLOORS,
        "words": WORDS,
        "more": any(asked.get(name) for name in (*TEXTS[2:], "word", "confidence", "sort")),
        "kept": [(name, asked.get(name)) for name in (*FACETS, "voice", "doc", "column") if asked.get(name)],
    }
    return View("entries.html", "Entries", context, table)


def conditions(asked: Asked) -> Conditions:
    """The filters of the address. Raises UsageError for a value that there is not."""
    given = filters(asked, (*TEXTS, "outlet"), ("kind", "status", "voice"))
    given |= {name: (asked.get(name),) for name in ("country", "month", "doc") if asked.get(name)}
    given["sort"] = asked.choice("sort", tuple(SORTS), "oldest")
    given["vouched"] = asked.choice("word", tuple(WORDS), "all") == "outlet"
    return cast(Conditions, given)


def filters(asked: Asked, texts: Sequence[str], choices: Sequence[str]) -> dict[str, Any]:
    """The filters of the address: these texts, these choices, the type of event and how sure. Raises UsageError."""
    given: dict[str, Any] = {name: asked.get(name) for name in texts if asked.get(name)}
    for name in choices:
        value = asked.get(name)
        if value is not None:
            check_choice(name, (value,), CHOICES[name])
            given[name] = (value,)
    kind = asked.get("type")
    if kind is not None:
        check_choice("type", (kind,), load_codebook().types)
        given["type"] = (kind,)
    given["min_confidence"] = asked.choice("confidence", tuple(FLOORS), "precise")
    return given


def with_speakers(record: Record, rows: Sequence[EntryRow]) -> list[Shown]:
    """The rows, each with the speaker of the statement that it stands in."""
    outer = tuple({row.according_to for row in rows if row.according_to})
    speakers = {one.id: one.who for one in record.store.entries(Filter(ids=outer))} if outer else {}
    return [Shown(row, speakers.get(row.according_to or "")) for row in rows]


def values(record: Record, asked: Asked, where: Filter, by: Facet) -> list[Value]:
    """What a facet offers: its values among the entries that meet all other filters, most first."""
    chosen = asked.get(by)
    open_filter = replace(where, **{by: None if by == "outlet" else ()})  # type: ignore[arg-type]
    counted = record.store.facet(by, open_filter)
    if by == "month":
        counted = sorted(counted, key=lambda pair: pair[0] or "", reverse=True)
    found = [
        Value(
            label(by, value),
            count,
            None if value is None else asked.address(**{by: None if value == chosen else value}),
            value is not None and value == chosen,
        )
        for value, count in counted
        # A statement has no type, which is not the same as an unknown one.
        if value is not None or by != "type"
    ]
    first = [one for one in found if one.chosen] + [one for one in found if not one.chosen]
    return first[:FACET_SHOWN]


def label(by: Facet, value: str | None) -> str:
    """A facet's value in words."""
    if value is None:
        return "not known"
    if by == "status":
        return said.STATUS.get(value, value)
    return value


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())
