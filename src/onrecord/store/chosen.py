"""Filters over columns in memory: which entries meet them, how many have each value, and who is named in them.

The same answers as ``query`` gives from the file, and a test holds both to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import partial
from json import dumps
from typing import Any

import numpy as np

from onrecord.schema import PartyRole
from onrecord.store.base import Facet, Filter, several
from onrecord.store.columns import Array, Columns, Table, distinct
from onrecord.store.connection import Database, Row
from onrecord.store.filtering import UNDATED
from onrecord.store.lists import KINDS, ROLES, bits_of
from onrecord.store.query import matching
from onrecord.store.words import all_named

ROLE_OF: dict[str, PartyRole] = {"speaker": "speaker", "source": "source", "target": "target"}
CODED = ("type", "status", "voice", "attitude", "form", "medium", "month")


def entries(columns: Columns, database: Database, where: Filter) -> Array:
    """The places of the entries that meet the conditions, in the order asked for, limit and offset aside."""
    found = np.flatnonzero(_mask(columns, database, where))
    if where.sort == "oldest":
        return found
    if where.sort == "newest":
        days = columns.entries["sort_day"][found]
        key = np.where(days == UNDATED.toordinal(), 0, -days)
    else:
        key = columns.entries["confidence"][found] * (-1 if where.sort == "surest" else 1)
    return np.asarray(found[np.argsort(key, kind="stable")])


def page(columns: Columns, database: Database, where: Filter) -> Array:
    """The numbers of the entries between offset and limit."""
    found = entries(columns, database, where)
    stop = None if where.limit is None else where.offset + where.limit
    return np.asarray(columns.entries["id"][found[where.offset : stop]])


def count(columns: Columns, database: Database, where: Filter) -> int:
    """How many entries meet the conditions."""
    return int(np.count_nonzero(_mask(columns, database, where)))


def facet(columns: Columns, database: Database, by: Facet, where: Filter) -> list[tuple[str | None, int]]:
    """Value and count of each value of ``by``."""
    mask = _mask(columns, database, where)
    if by == "country":
        codes = _counted(columns.countries["country"][mask[columns.country_places]])
        nowhere = int(np.count_nonzero(mask & ~columns.with_country))
        codes |= {0: nowhere} if nowhere else {}
    else:
        codes = _counted(columns.entries[by][mask])
    if by == "kind":
        return [(KINDS[code], many) for code, many in codes.items()]
    texts = texts_of(database, codes)
    return [(texts.get(code), many) for code, many in codes.items()]


def actors(columns: Columns, database: Database, where: Filter, name: str | None) -> list[Row]:
    """The columns of ActorRow that entries give, ordered; ``name`` keeps those with an id, or with words of a name."""
    parties, places = columns.parties, columns.party_places
    kept = (parties["named"] > 0) & _mask(columns, database, where)[places]
    if name is not None:
        named = np.isin(parties["name"], _named(columns, name))
        kept &= named | np.isin(parties["actor"], _codes(database, (name,)))
    rows = {one: column[kept] for one, column in parties.items()}
    return _grouped(columns, database, rows, places[kept].astype(np.int64))


def texts_of(database: Database, codes: Iterable[int]) -> dict[int, str]:
    """The text of each code; none for 0."""
    asked = dumps([int(code) for code in codes])
    return dict(database.rows("SELECT id, text FROM codes WHERE id IN (SELECT value FROM json_each(?))", (asked,)))


def _grouped(columns: Columns, database: Database, rows: Table, places: Array) -> list[Row]:
    """One row for each name and actor, those with most entries first."""
    width = int(rows["actor"].max(initial=0)) + 1
    keyed = rows["name"].astype(np.int64) * width + rows["actor"]
    keys = distinct(keyed)
    group, many = np.searchsorted(keys, keyed), len(keys)

    def counted(of: Array, some: Array | None = None) -> Array:
        """How many different values of ``of`` each group has, among ``some`` of its rows."""
        size = int(of.max(initial=0)) + 1
        pairs = group * size + of if some is None else group[some] * size + of[some]
        return np.bincount(distinct(pairs) // size, minlength=many)

    acting, receiving = ("speaker", "source"), ("addressee", "target")
    kinds = columns.entries["kind"][places]
    acts, receives = (
        counted(places, np.isin(rows["role"], [ROLES.index(role) for role in some])) for some in (acting, receiving)
    )
    statements, events = (counted(places, kinds == KINDS.index(kind)) for kind in ("statement", "event"))
    documents = counted(columns.entries["document"][places].astype(np.int64))
    names = np.array(keys // width)
    texts = texts_of(
        database, {int(code) for one in ("actor", "kind", "country", "sector") for code in distinct(rows[one])}
    )
    least = {one: _least(rows[one], group, many, texts) for one in ("kind", "country", "sector")}
    found = [
        (
            columns.names[name], texts.get(actor), least["kind"][at], least["country"][at], least["sector"][at],
            int(acts[at]), int(receives[at]), int(documents[at]), int(statements[at]), int(events[at]),
        )
        for at, (name, actor) in enumerate(zip(names.tolist(), (keys % width).tolist(), strict=True))
    ]  # fmt: skip
    return sorted(found, key=lambda row: (-row[5] - row[6], row[0], row[1] or ""))


def _least(values: Array, group: Array, many: int, texts: dict[int, str]) -> list[str | None]:
    """The first text by the alphabet among the codes of each group; None where a group has none."""
    used = [code for code in distinct(values).tolist() if code in texts]
    ordered = sorted(used, key=texts.__getitem__)
    rank = np.full(int(values.max(initial=0)) + 1, len(ordered), dtype=np.int64)
    rank[ordered] = np.arange(len(ordered))
    least = np.full(many, len(ordered), dtype=np.int64)
    np.minimum.at(least, group, rank[values])
    return [texts[ordered[one]] if one < len(ordered) else None for one in least.tolist()]


def _counted(values: Array) -> dict[int, int]:
    counts = np.bincount(values)
    return {int(code): int(counts[code]) for code in np.flatnonzero(counts)}


def _mask(columns: Columns, database: Database, where: Filter) -> Array:
    found = np.ones(len(columns), dtype=bool)
    for key, value in _parts(where):
        found &= columns.answers.get(("part", key, value), partial(_part, columns, database, key, value))
    return found


def _parts(where: Filter) -> Iterator[tuple[str, object]]:
    """The conditions that a filter has, by name; several values of one as a tuple."""
    for one in fields(where):
        value = getattr(where, one.name)
        if one.name not in ("sort", "limit", "offset") and value != one.default:
            yield one.name, value


def _part(columns: Columns, database: Database, key: str, value: Any) -> Array:
    """Which entries meet one condition of a filter."""
    held = columns.entries
    if key == "kind":
        return np.isin(held["kind"], [KINDS.index(one) for one in KINDS if one in several(value)])
    if key in CODED:
        return np.isin(held[key], _codes(database, several(value)))
    if key == "outlet":
        return np.isin(held["outlet"], _codes(database, (value,)))
    if key == "doc":
        return np.isin(held["document"], _numbers(database, "SELECT id FROM documents WHERE doc", several(value)))
    if key == "ids":
        return _of_numbers(columns, _numbers(database, "SELECT id FROM entries WHERE entry", value))
    if key == "capacity":
        return np.asarray((held["capacities"] & bits_of(several(value))) > 0)
    if key == "min_confidence":
        return np.asarray(held["confidence"] >= value)
    if key == "min_speaker":
        return np.asarray(held["speaker"] >= value)
    if key == "vouched":
        return np.asarray(held["vouched"] > 0)
    if key == "since":
        return np.asarray(held["last_day"] >= value.toordinal())
    if key == "until":
        return np.asarray((held["first_day"] > 0) & (held["first_day"] <= value.toordinal()))
    if key == "search":
        match = matching(value)
        rows = database.rows("SELECT rowid FROM evidence WHERE evidence MATCH ?", (match,)) if match else []
        return _of_numbers(columns, [number for (number,) in rows])
    if key == "country":
        chosen = np.isin(columns.countries["country"], _codes(database, several(value)))
        return _at(columns, columns.country_places[chosen])
    if key == "about":
        chosen = _meant(columns, database, columns.topics, value)
        return _at(columns, columns.places[columns.topics["entry"][chosen]])
    chosen = _meant(columns, database, columns.parties, value)
    if key != "actor":
        chosen &= columns.parties["role"] == ROLES.index(ROLE_OF[key])
    return _at(columns, columns.party_places[chosen])


def _meant(columns: Columns, database: Database, rows: Table, query: str) -> Array:
    """Which rows mean what ``query`` says: by words of the name, by actor, or by country."""
    same = _codes(database, (query,))
    by_name = np.isin(rows["name"], _named(columns, query))
    return by_name | np.isin(rows["actor"], same) | np.isin(rows["country"], same)


def _named(columns: Columns, query: str) -> list[int]:
    texts = {text: code for code, text in columns.names.items()}
    return [texts[name] for name in all_named(query, texts)]


def _codes(database: Database, texts: tuple[str, ...]) -> list[int]:
    return _numbers(database, "SELECT id FROM codes WHERE text", texts)


def _numbers(database: Database, sql: str, values: tuple[str, ...]) -> list[int]:
    rows = database.rows(f"{sql} IN (SELECT value FROM json_each(?))", (dumps(list(values)),))
    return [number for (number,) in rows]


def _of_numbers(columns: Columns, numbers: list[int]) -> Array:
    known = np.array([number for number in numbers if number <= columns.newest], dtype=np.int64)
    places = columns.places[known]
    return _at(columns, places[places >= 0])


def _at(columns: Columns, places: Array) -> Array:
    found = np.zeros(len(columns), dtype=bool)
    found[places] = True
    return found
