"""The tables that lists and facets read, made from findings. Everything here runs inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.schema import Document, Findings, PartyRole
from onrecord.store.codec import unpack_text
from onrecord.store.connection import Database
from onrecord.store.filtering import UNDATED
from onrecord.store.rows import (
    EntryRow,
    document_row,
    entry_rows,
    month_of,
    possible_days,
    publication_day,
    published_days,
    words_of,
)
from onrecord.store.sayings import CAPACITIES, Saying
from onrecord.store.words import words

KINDS = ("event", "statement")
ROLES: tuple[PartyRole, ...] = ("speaker", "addressee", "source", "target", "against")

CODED = (
    ("readings", ("fingerprint",)),
    ("done", ("step", "fingerprint")),
    ("documents", ("outlet", "language", "month")),
    ("entries", ("type", "status", "voice", "form", "attitude", "medium")),
    ("parties", ("name", "actor", "kind", "country", "sector")),
    ("topics", ("name", "actor", "country")),
    ("learned", ("pattern", "name", "actor", "kind", "office", "role", "standing", "body", "country", "short")),
)
"""Every column that holds a number of ``codes``."""


class Codes:
    """Numbers for strings that repeat, good for one transaction: between two, what is not used may be dropped."""

    def __init__(self, database: Database) -> None:
        """The codes of ``database``."""
        self._database = database
        self._known: dict[str, int] = {}

    def of(self, text: str | None) -> int | None:
        """The number of ``text``, a new one where it has none; None for None."""
        if text is None:
            return None
        number = self._known.get(text)
        if number is None:
            number = self._database.value("SELECT id FROM codes WHERE text = ?", (text,))
            if number is None:
                number = self._database.run("INSERT INTO codes (text) VALUES (?)", (text,))
            self._known[text] = number
        return number


def drop_unused_codes(database: Database) -> None:
    """Drops strings that nothing uses any more."""
    used = " UNION ".join(
        f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL" for table, columns in CODED for column in columns
    )
    database.run(f"DELETE FROM codes WHERE id NOT IN ({used})")


def write_entries(database: Database, codes: Codes, document: int, findings: Findings) -> None:
    """Adds the entries of one document, with their parties, topics and words. It must have none."""
    for row in entry_rows(findings):
        number = database.run(
            """INSERT INTO entries (entry, document, kind, start, "end", type, status, voice, first_day, last_day,
            confidence, vouched, evidence, form, attitude, medium, capacities,
            speaker_confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            _entry_values(codes, document, row, findings.document),
        )
        database.run("INSERT INTO evidence (rowid, words) VALUES (?, ?)", (number, " ".join(words(row.what))))
        parties = [
            (
                number,
                place,
                ROLES.index(party.role),
                codes.of(party.name),
                party.named,
                *map(codes.of, (party.actor, party.kind, party.country, party.sector)),
            )
            for place, party in enumerate(row.parties)
        ]
        database.many("INSERT INTO parties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", parties)
        topics = [
            (number, place, *map(codes.of, (topic.name, topic.actor, topic.country)))
            for place, topic in enumerate(row.saying.topics if row.saying else ())
        ]
        database.many("INSERT INTO topics VALUES (?, ?, ?, ?, ?)", topics)


def drop_entries(database: Database, document: int) -> None:
    """Drops the entries of one document, with their parties, topics and words, and what it teaches."""
    packed = database.value(
        "SELECT r.text FROM documents d JOIN readings r ON r.id = d.reading WHERE d.id = ?", (document,)
    )
    entries = database.rows("SELECT id, evidence FROM entries WHERE document = ?", (document,))
    database.run("DELETE FROM learned WHERE document = ?", (document,))
    if entries:
        text = unpack_text(packed)
        # The search table keeps no words of its own, so it must be told which ones to drop.
        database.many(
            "INSERT INTO evidence (evidence, rowid, words) VALUES ('delete', ?, ?)",
            [(number, " ".join(words(words_of(text, _ranges(evidence))))) for number, evidence in entries],
        )
        for table in ("parties", "topics"):
            database.many(f"DELETE FROM {table} WHERE entry = ?", [(number,) for number, _ in entries])
        database.run("DELETE FROM entries WHERE document = ?", (document,))


def drop_all_entries(database: Database) -> None:
    """Drops the entries of all documents: what an older record lacks of them cannot be dropped one by one."""
    database.run("INSERT INTO evidence (evidence) VALUES ('delete-all')")
    for table in ("parties", "topics", "learned", "entries"):
        database.run(f"DELETE FROM {table}")


def write_document(
    database: Database, codes: Codes, document: int, reading: int, findings: Findings, current: bool
) -> None:
    """Brings a document's row up to what counts now."""
    row = document_row(findings, 0, "")
    days = published_days(findings.document)
    month = month_of(row.published_earliest, row.published_latest)
    database.run(
        """UPDATE documents SET reading = ?, current = ?, sha256 = ?, path = ?, line = ?, url = ?, title = ?,
        outlet = ?, language = ?, published_earliest = ?, published_latest = ?, first_day = ?, last_day = ?,
        sort_day = ?, month = ?, unread = ?, characters = ?, statements = ?, events = ? WHERE id = ?""",
        (
            *(reading, current, row.sha256, row.path, row.line, row.url, row.title),
            *(codes.of(row.outlet), codes.of(row.language)),
            *(_day(row.published_earliest), _day(row.published_latest)),
            *((_day(days[0]), _day(days[1])) if days else (None, None)),
            (publication_day(findings.document) or UNDATED).toordinal(),
            *(codes.of(month), row.unread, row.characters, row.statements, row.events, document),
        ),
    )


def _entry_values(codes: Codes, document: int, row: EntryRow, page: Document) -> tuple[object, ...]:
    days = possible_days(row, page)
    return (
        *(row.id, document, KINDS.index(row.kind), row.start, row.end),
        *map(codes.of, (row.type, row.status, row.voice)),
        *((_day(days[0]), _day(days[1])) if days else (None, None)),
        *(row.confidence, row.vouched, " ".join(f"{start}:{end}" for start, end in row.evidence)),
        *_manner(codes, row.saying),
    )


def _manner(codes: Codes, saying: Saying | None) -> tuple[int | float | None, ...]:
    if saying is None:
        return None, None, None, 0, None
    coded = map(codes.of, (saying.form, saying.attitude, saying.medium))
    return *coded, bits_of(saying.capacities), saying.speaker_confidence


def bits_of(capacities: Iterable[str]) -> int:
    """Capacities as a number with one bit for each; what is none counts for nothing."""
    return sum(1 << number for number, one in enumerate(CAPACITIES) if one in capacities)


def _ranges(evidence: str) -> tuple[tuple[int, int], ...]:
    pairs = (pair.split(":") for pair in evidence.split())
    return tuple((int(start), int(end)) for start, end in pairs)


def _day(value: date | None) -> int | None:
    return None if value is None else value.toordinal()
