"""A filter as SQL over the flat tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from json import dumps
from typing import Any, Literal

from onrecord.store.base import Facet, Filter, Sort, several
from onrecord.store.connection import Database, Row
from onrecord.store.filtering import UNDATED, asks_for_entries
from onrecord.store.lists import KINDS, ROLES, bits_of
from onrecord.store.rows import Brief, DocumentRow
from onrecord.store.words import Sought, all_named, sought

Named = Literal["parties", "topics"]
"""The tables whose rows somebody is named in."""

Names = Callable[[Named, str], list[int]]
"""Codes of the names in a table that hold all the words of a query."""

ENTRIES = "entries e JOIN documents d ON d.id = e.document"
ORDER = "d.sort_day, d.doc, e.start, e.kind, e.entry"
ORDERS: dict[Sort, str] = {
    "oldest": ORDER,
    "newest": f"d.sort_day = {UNDATED.toordinal()}, d.sort_day DESC, {ORDER}",
    "surest": f"e.confidence DESC, {ORDER}",
    "doubtful": f"e.confidence, {ORDER}",
}

DOCUMENTS = """SELECT d.doc, d.sha256, d.path, d.line, d.url, d.title, o.text, l.text, d.published_earliest,
    d.published_latest, d.unread, d.size, d.characters, f.text, d.statements, d.events
    FROM documents d JOIN readings r ON r.id = d.reading JOIN codes f ON f.id = r.fingerprint
    LEFT JOIN codes o ON o.id = d.outlet LEFT JOIN codes l ON l.id = d.language"""
"""The columns of DocumentRow that the tables give."""

FACET_COLUMNS: dict[Facet, str] = {
    "type": "e.type",
    "status": "e.status",
    "voice": "e.voice",
    "outlet": "d.outlet",
    "month": "d.month",
}


@dataclass(slots=True)
class Conditions:
    """Conditions that must all hold, with the values of their question marks."""

    parts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, part: str, *values: Any) -> None:
        """Adds a condition."""
        self.parts.append(part)
        self.values += values

    def among(self, column: str, wanted: Iterable[Any]) -> None:
        """The column holds one of ``wanted``."""
        given = list(wanted)
        self.add(f"{column} IN ({_marks(given)})", *given)

    def coded(self, column: str, wanted: tuple[str, ...]) -> None:
        """The column holds the code of one of ``wanted``, where any are."""
        if wanted:
            self.add(f"{column} IN (SELECT id FROM codes WHERE text IN ({_marks(wanted)}))", *wanted)

    def days(self, first: str, last: str, where: Filter) -> None:
        """The days between the two columns may touch ``since`` to ``until``; unknown days do not."""
        if where.since is not None:
            self.add(f"{last} >= ?", where.since.toordinal())
        if where.until is not None:
            self.add(f"{first} <= ?", where.until.toordinal())

    def sql(self) -> str:
        """The conditions, to stand after WHERE."""
        return " AND ".join(self.parts) or "1"


def entry_conditions(where: Filter, names: Names) -> Conditions:
    """Conditions on ``entries e JOIN documents d``."""
    found = Conditions()
    if where.kind:
        found.among("e.kind", [KINDS.index(one) for one in KINDS if one in several(where.kind)])
    if where.doc:
        found.among("d.doc", several(where.doc))
    if where.ids:
        found.among("e.entry", where.ids)
    found.coded("e.type", several(where.type))
    found.coded("e.status", several(where.status))
    found.coded("e.voice", several(where.voice))
    found.coded("e.attitude", several(where.attitude))
    found.coded("e.form", several(where.form))
    found.coded("e.medium", several(where.medium))
    if where.capacity:
        found.add("e.capacities & ?", bits_of(several(where.capacity)))
    found.coded("d.outlet", () if where.outlet is None else (where.outlet,))
    found.coded("d.month", several(where.month))
    if where.min_confidence > 0:
        found.add("e.confidence >= ?", where.min_confidence)
    if where.min_speaker > 0:
        found.add("(e.speaker_confidence IS NULL OR e.speaker_confidence >= ?)", where.min_speaker)
    if where.vouched:
        found.add("e.vouched")
    found.days("e.first_day", "e.last_day", where)
    _parties(found, where, names)
    if where.search is not None:
        _search(found, where.search)
    return found


def document_conditions(where: Filter, names: Names) -> Conditions:
    """Conditions on ``documents d``."""
    found = Conditions(["d.current"])
    if where.doc:
        found.among("d.doc", several(where.doc))
    found.coded("d.outlet", () if where.outlet is None else (where.outlet,))
    found.days("d.first_day", "d.last_day", where)
    if asks_for_entries(where):
        inner = entry_conditions(undated(where), names)
        found.add(f"d.id IN (SELECT e.document FROM {ENTRIES} WHERE {inner.sql()})", *inner.values)
    return found


def undated(where: Filter) -> Filter:
    """``where`` with ``since`` and ``until`` open, since for documents those go by publication."""
    return replace(where, since=None, until=None)


def document_row(row: Row) -> DocumentRow:
    """A row of ``DOCUMENTS`` as it is listed."""
    published = [None if day is None else date.fromordinal(day) for day in row[8:10]]
    return DocumentRow(*row[:8], *published, *row[10:])


def page(where: Filter) -> str:
    """Limit and offset."""
    return f" LIMIT {-1 if where.limit is None else where.limit} OFFSET {where.offset}"


def names_in(database: Database) -> Names:
    """A look-up of names by words."""

    def look_up(table: Named, query: str) -> list[int]:
        rows = database.rows(f"SELECT text, id FROM codes WHERE id IN (SELECT name FROM {table})")
        numbers: dict[str, int] = dict(rows)
        return [numbers[name] for name in all_named(query, numbers)]

    return look_up


def facet(database: Database, by: Facet, where: Filter, names: Names) -> list[Row]:
    """Value and count of each value of ``by``."""
    asked = entry_conditions(where, names)
    if by == "kind":
        counted = f"SELECT e.kind AS value, count(*) AS n FROM {ENTRIES} WHERE {asked.sql()} GROUP BY 1"
        return [(KINDS[value], n) for value, n in database.rows(counted, asked.values)]
    if by == "country":
        pairs = f"""SELECT DISTINCT e.id, p.country AS value FROM {ENTRIES} LEFT JOIN parties p
            ON p.entry = e.id AND p.country IS NOT NULL WHERE {asked.sql()}"""
    else:
        pairs = f"SELECT e.id, {FACET_COLUMNS[by]} AS value FROM {ENTRIES} WHERE {asked.sql()}"
    return database.rows(
        f"SELECT c.text, count(*) FROM ({pairs}) LEFT JOIN codes c ON c.id = value GROUP BY 1", asked.values
    )


def briefs(database: Database, where: Filter, names: Names) -> list[Brief]:
    """Each entry with just what tells it apart."""
    asked = entry_conditions(where, names)
    rows = database.rows(
        f"""SELECT e.entry, d.doc, e.kind, t.text, e.confidence, e.speaker_confidence FROM {ENTRIES}
            LEFT JOIN codes t ON t.id = e.type WHERE {asked.sql()}""",
        asked.values,
    )
    return [Brief(row[0], row[1], "statement" if row[2] else "event", *row[3:]) for row in rows]


def actors(database: Database, where: Filter, names: Names) -> list[Row]:
    """The columns of ActorRow that entries give, ordered."""
    asked = entry_conditions(where, names)
    acting, receiving = _roles("speaker", "source"), _roles("addressee", "target")
    return database.rows(
        f"""SELECT n.text, a.text, min(k.text), min(c.text), min(s.text),
            count(DISTINCT iif(p.role IN ({acting}), e.id, NULL)) AS acts,
            count(DISTINCT iif(p.role IN ({receiving}), e.id, NULL)) AS receives, count(DISTINCT d.id),
            count(DISTINCT iif(e.kind = {KINDS.index("statement")}, e.id, NULL)),
            count(DISTINCT iif(e.kind = {KINDS.index("event")}, e.id, NULL))
        FROM {ENTRIES} JOIN parties p ON p.entry = e.id JOIN codes n ON n.id = p.name
            LEFT JOIN codes a ON a.id = p.actor LEFT JOIN codes k ON k.id = p.kind
            LEFT JOIN codes c ON c.id = p.country LEFT JOIN codes s ON s.id = p.sector
        WHERE p.named AND {asked.sql()} GROUP BY p.name, p.actor
        ORDER BY acts + receives DESC, n.text, coalesce(a.text, '')""",
        asked.values,
    )


def _parties(found: Conditions, where: Filter, names: Names) -> None:
    for query, roles in (
        (where.speaker, _roles("speaker")),
        (where.source, _roles("source")),
        (where.target, _roles("target")),
        (where.actor, _roles(*ROLES)),
    ):
        if query is not None:
            _named(found, f"SELECT entry FROM parties WHERE role IN ({roles}) AND", names("parties", query), query)
    if where.about is not None:
        _named(found, "SELECT entry FROM topics WHERE", names("topics", where.about), where.about)
    countries = several(where.country)
    if countries:
        among = f"SELECT id FROM codes WHERE text IN ({_marks(countries)})"
        found.add(f"e.id IN (SELECT entry FROM parties WHERE country IN ({among}))", *countries)


def _named(found: Conditions, rows: str, names: list[int], query: str) -> None:
    """Entries of those ``rows`` that mean what ``query`` says: by name, by actor, or by country."""
    same = "(SELECT id FROM codes WHERE text = ?)"
    # One value for all names: of question marks SQLite takes no more than 32,766.
    by_name = "name IN (SELECT value FROM json_each(?))"
    found.add(f"e.id IN ({rows} ({by_name} OR actor IN {same} OR country IN {same}))", dumps(names), query, query)


def matching(query: str) -> str:
    """What a search asks the full-text table for; empty where it asks for nothing."""
    return " AND ".join(map(_match, sought(query)))


def _search(found: Conditions, query: str) -> None:
    match = matching(query)
    if match:
        found.add("e.id IN (SELECT rowid FROM evidence WHERE evidence MATCH ?)", match)
    else:
        found.add("0")


def _match(one: Sought) -> str:
    # Words hold only letters and digits, so nothing needs escaping.
    return f'"{" ".join(one.words)}"' + ("*" if one.beginning else "")


def _roles(*roles: str) -> str:
    return ", ".join(str(number) for number, role in enumerate(ROLES) if role in roles)


def _marks(values: Iterable[Any]) -> str:
    return ", ".join("?" for _ in values)
