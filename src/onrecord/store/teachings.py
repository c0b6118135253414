"""The table of what pages teach about actors. Everything that changes it runs inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from json import dumps

from onrecord.schema import ActorJudgement, Learned
from onrecord.store.connection import Database, Row
from onrecord.store.identity import Identities
from onrecord.store.lists import Codes
from onrecord.store.seen import order

COLUMNS = 'd.doc, l.start, l."end", l.text, ' + ", ".join(
    f"(SELECT text FROM codes WHERE id = l.{column})"
    for column in ("pattern", "name", "actor", "kind", "office", "role", "standing", "body", "country", "short")
)
"""The fields of Learned in their order, the day aside."""

JUDGEMENTS = 'SELECT actor, verdict, "by", made, why, "into", name, doc FROM actor_judgements'


def write_learned(database: Database, codes: Codes, document: int, facts: Sequence[Learned]) -> None:
    """Adds what one document teaches. The table must hold nothing of it."""
    rows = [
        (
            *(document, place, one.start, one.end, one.text),
            *map(codes.of, (one.pattern, one.name, one.actor, one.actor_kind, one.office, one.role)),
            *map(codes.of, (one.standing, one.body, one.country, one.short)),
            None if one.day is None else one.day.toordinal(),
        )
        for place, one in enumerate(facts)
    ]
    database.many(f"INSERT INTO learned VALUES ({', '.join('?' * 16)})", rows)


def read_learned(database: Database, actors: Sequence[str] | None = None, doc: str | None = None) -> list[Learned]:
    """What pages teach about these actors, about all where none are given; of one document, or of all."""
    conditions, values = ["1"], []
    if actors is not None:
        conditions.append("l.actor IN (SELECT id FROM codes WHERE text IN (SELECT value FROM json_each(?)))")
        values.append(dumps(list(actors)))
    if doc is not None:
        conditions.append("d.doc = ?")
        values.append(doc)
    rows = database.rows(
        f"SELECT {COLUMNS}, l.day FROM learned l JOIN documents d ON d.id = l.document WHERE {' AND '.join(conditions)}",
        values,
    )
    return sorted(map(_fact, rows), key=order)


def documents_with(database: Database, actors: Sequence[str]) -> list[int]:
    """The documents whose entries or facts name one of these actors."""
    among = "actor IN (SELECT id FROM codes WHERE text IN (SELECT value FROM json_each(?)))"
    listed = dumps(list(actors))
    rows = database.rows(
        f"""SELECT document FROM entries WHERE id IN (SELECT entry FROM parties WHERE {among})
        UNION SELECT document FROM entries WHERE id IN (SELECT entry FROM topics WHERE {among})
        UNION SELECT document FROM learned WHERE {among} ORDER BY 1""",
        (listed, listed, listed),
    )
    return [number for (number,) in rows]


def add_judgement(database: Database, judgement: ActorJudgement) -> int:
    """Appends a judgement on an actor, and gives its number."""
    one = judgement
    return database.run(
        """INSERT INTO actor_judgements (actor, verdict, "by", made, why, "into", name, doc)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (one.actor, one.verdict, one.by, one.made, one.why, one.into, one.name, one.doc),
    )


def read_judgements(database: Database) -> list[ActorJudgement]:
    """All judgements on actors, in the order they were made."""
    return [ActorJudgement(*row) for row in database.rows(f"{JUDGEMENTS} ORDER BY id")]


def empty_judgements(database: Database, doc: str) -> list[int]:
    """Drops what was written about a document that is forgotten; gives the others that may show it, in a name."""
    held = [one for one in read_judgements(database) if one.doc == doc]
    database.run("UPDATE actor_judgements SET why = '', name = '' WHERE doc = ?", (doc,))
    known = Identities(read_judgements(database))
    return documents_with(database, sorted({known.of(id) for one in held for id in (one.actor, one.into)}))


def _fact(row: Row) -> Learned:
    day = None if row[-1] is None else date.fromordinal(row[-1])
    return Learned(*(*row[:-1], day))
