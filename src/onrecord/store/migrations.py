"""The tables of a record file, as named steps: each runs once, with a row in ``migrations``. All steps that a record
lacks run in one transaction.

A step that was released is never changed: a new table or column is a new function at the end of MIGRATIONS.

Strings that repeat are numbers of ``codes``. Dates are days counted from 0001-01-01 (``date.toordinal``).
``documents``, ``entries``, ``parties``, ``topics`` and ``learned`` hold what counts now, for lists and facets, and are made anew
from ``readings`` and the judgements in the transaction that changes those; where a record with pages lacked a step, all
of them after the last step, in the same transaction. The views ``document_list``, ``entry_list``,
``statement_list`` and ``learned_list`` show them in words.
"""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[[str], object]

APPLICATION_ID = 0x6F6E7263
"""``onrc``: what ``file`` and we know a record by."""

READINGS = (
    "CREATE TABLE migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "CREATE TABLE codes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    # text: zlib of UTF-8. packed: zlib of JSON, see codec.py and deflate.py. Of each document the newest complete reading counts.
    """CREATE TABLE readings (
        id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL, fingerprint INTEGER NOT NULL,
        complete INTEGER NOT NULL, text BLOB NOT NULL, packed BLOB NOT NULL, UNIQUE (document, fingerprint))""",
    """CREATE TABLE sightings (
        id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL, path TEXT NOT NULL, line INTEGER,
        address TEXT)""",
    "CREATE INDEX sightings_document ON sightings (document)",
    "CREATE INDEX sightings_address ON sightings (address) WHERE address IS NOT NULL",
    """CREATE TABLE done (
        doc TEXT NOT NULL, step INTEGER NOT NULL, fingerprint INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT,
        PRIMARY KEY (doc, step, fingerprint)) WITHOUT ROWID""",
    """CREATE TABLE judgements (
        id INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL, doc TEXT NOT NULL, verdict TEXT NOT NULL,
        "by" TEXT NOT NULL, made TEXT NOT NULL, why TEXT NOT NULL, fields TEXT NOT NULL,
        quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL)""",
    "CREATE INDEX judgements_doc ON judgements (doc)",
    "CREATE INDEX judgements_entry ON judgements (entry)",
    "CREATE TABLE tombstones (doc TEXT PRIMARY KEY, made TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID",
)

LISTS = (
    # reading: the one that counts. current: 0 where a newer revision took its place. first_day, last_day: when it may
    # have been published, for since and until. sort_day: its place in lists.
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY, doc TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, reading INTEGER,
        current INTEGER NOT NULL DEFAULT 1, sha256 TEXT, path TEXT, line INTEGER, url TEXT, title TEXT, outlet INTEGER,
        language INTEGER, published_earliest INTEGER, published_latest INTEGER, first_day INTEGER, last_day INTEGER,
        sort_day INTEGER, month INTEGER, unread TEXT, characters INTEGER, statements INTEGER, events INTEGER)""",
    # kind: 0 event, 1 statement. evidence: ranges of the document's text, "start:end start:end".
    """CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL, document INTEGER NOT NULL, kind INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, type INTEGER, status INTEGER NOT NULL, voice INTEGER,
        first_day INTEGER, last_day INTEGER, confidence REAL NOT NULL, vouched INTEGER NOT NULL,
        evidence TEXT NOT NULL)""",
    "CREATE INDEX entries_entry ON entries (entry)",
    "CREATE INDEX entries_document ON entries (document)",
    # role: 0 speaker, 1 addressee, 2 source, 3 target, 4 against. named: 0 where name is only the phrase.
    """CREATE TABLE parties (
        entry INTEGER NOT NULL, place INTEGER NOT NULL, role INTEGER NOT NULL, name INTEGER NOT NULL,
        named INTEGER NOT NULL, actor INTEGER, kind INTEGER NOT NULL, country INTEGER, sector INTEGER,
        PRIMARY KEY (entry, place)) WITHOUT ROWID""",
)

SEARCH = (
    # Without content of its own: the words are in the document's text. Columns that only ranking needs are left out.
    """CREATE VIRTUAL TABLE evidence USING fts5 (
        words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2')""",
)

VIEWS = (
    """CREATE VIEW document_list AS SELECT
        d.doc, d.path, d.line, d.url, d.title, o.text AS outlet, l.text AS language,
        date(d.published_earliest + 1721424.5) AS published_earliest,
        date(d.published_latest + 1721424.5) AS published_latest, d.unread, d.characters, d.statements, d.events
        FROM documents d LEFT JOIN codes o ON o.id = d.outlet LEFT JOIN codes l ON l.id = d.language
        WHERE d.current""",
    """CREATE VIEW entry_list AS SELECT
        e.entry AS id, d.doc, iif(e.kind, 'statement', 'event') AS kind,
        (SELECT group_concat(n.text, '; ') FROM parties p JOIN codes n ON n.id = p.name
            WHERE p.entry = e.id AND p.role IN (0, 2)) AS who,
        t.text AS type,
        (SELECT group_concat(n.text, '; ') FROM parties p JOIN codes n ON n.id = p.name
            WHERE p.entry = e.id AND p.role IN (1, 3)) AS whom,
        date(d.published_earliest + 1721424.5) AS published, s.text AS status, v.text AS voice, e.confidence,
        e.start, e."end", d.title, d.path
        FROM entries e JOIN documents d ON d.id = e.document JOIN codes s ON s.id = e.status
        LEFT JOIN codes t ON t.id = e.type LEFT JOIN codes v ON v.id = e.voice""",
)

SAYINGS = (
    "ALTER TABLE entries ADD COLUMN form INTEGER",
    "ALTER TABLE entries ADD COLUMN attitude INTEGER",
    "ALTER TABLE entries ADD COLUMN medium INTEGER",
    # The speaker's, one bit each: 1 official, 2 former, 4 expert, 8 unnamed, 16 other.
    "ALTER TABLE entries ADD COLUMN capacities INTEGER NOT NULL DEFAULT 0",
    # What a statement is about.
    """CREATE TABLE topics (
        entry INTEGER NOT NULL, place INTEGER NOT NULL, name INTEGER NOT NULL, actor INTEGER, country INTEGER,
        PRIMARY KEY (entry, place)) WITHOUT ROWID""",
    """CREATE VIEW statement_list AS SELECT
        e.entry AS id, d.doc,
        (SELECT group_concat(n.text, '; ') FROM parties p JOIN codes n ON n.id = p.name
            WHERE p.entry = e.id AND p.role = 0) AS speaker,
        rtrim(iif(e.capacities & 1, 'official; ', '') || iif(e.capacities & 2, 'former; ', '')
            || iif(e.capacities & 4, 'expert; ', '') || iif(e.capacities & 8, 'unnamed; ', '')
            || iif(e.capacities & 16, 'other', ''), '; ') AS capacity,
        (SELECT group_concat(n.text, '; ') FROM topics t JOIN codes n ON n.id = t.name WHERE t.entry = e.id) AS about,
        a.text AS attitude, f.text AS form, m.text AS medium,
        date(d.published_earliest + 1721424.5) AS published, e.confidence, e.start, e."end", d.title, d.path
        FROM entries e JOIN documents d ON d.id = e.document LEFT JOIN codes a ON a.id = e.attitude
        LEFT JOIN codes f ON f.id = e.form LEFT JOIN codes m ON m.id = e.medium WHERE e.kind = 1""",
)

SURENESS = (
    # How sure it is who is meant; null where the speaker is not named.
    "ALTER TABLE entries ADD COLUMN speaker_confidence REAL",
    "DROP VIEW statement_list",
    """CREATE VIEW statement_list AS SELECT
        e.entry AS id, d.doc,
        (SELECT group_concat(n.text, '; ') FROM parties p JOIN codes n ON n.id = p.name
            WHERE p.entry = e.id AND p.role = 0) AS speaker,
        rtrim(iif(e.capacities & 1, 'official; ', '') || iif(e.capacities & 2, 'former; ', '')
            || iif(e.capacities & 4, 'expert; ', '') || iif(e.capacities & 8, 'unnamed; ', '')
            || iif(e.capacities & 16, 'other', ''), '; ') AS capacity,
        (SELECT group_concat(n.text, '; ') FROM topics t JOIN codes n ON n.id = t.name WHERE t.entry = e.id) AS about,
        a.text AS attitude, f.text AS form, m.text AS medium,
        date(d.published_earliest + 1721424.5) AS published, e.confidence, e.speaker_confidence, e.start, e."end", d.title, d.path
        FROM entries e JOIN documents d ON d.id = e.document LEFT JOIN codes a ON a.id = e.attitude
        LEFT JOIN codes f ON f.id = e.form LEFT JOIN codes m ON m.id = e.medium WHERE e.kind = 1""",
)


TEACHINGS = (
    # What pages teach about actors. text: the words that tell it; forgotten with its document.
    """CREATE TABLE learned (
        document INTEGER NOT NULL, place INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        text TEXT NOT NULL, pattern INTEGER NOT NULL, name INTEGER NOT NULL, actor INTEGER NOT NULL,
        kind INTEGER NOT NULL, office INTEGER, role INTEGER, standing INTEGER, body INTEGER, country INTEGER,
        short INTEGER, day INTEGER, PRIMARY KEY (document, place)) WITHOUT ROWID""",
    "CREATE INDEX learned_actor ON learned (actor)",
    # into: the other id of a merge, the new id of a split, the number of a judgement that is undone.
    """CREATE TABLE actor_judgements (
        id INTEGER PRIMARY KEY, actor TEXT NOT NULL, verdict TEXT NOT NULL, "by" TEXT NOT NULL, made TEXT NOT NULL,
        why TEXT NOT NULL, "into" TEXT NOT NULL, name TEXT NOT NULL, doc TEXT NOT NULL)""",
    """CREATE VIEW learned_list AS SELECT
        d.doc, date(l.day + 1721424.5) AS day, n.text AS name, a.text AS actor, o.text AS office,
        s.text AS standing, b.text AS body, c.text AS country, h.text AS short, l.start, l."end", l.text
        FROM learned l JOIN documents d ON d.id = l.document JOIN codes n ON n.id = l.name
        JOIN codes a ON a.id = l.actor LEFT JOIN codes o ON o.id = l.office LEFT JOIN codes s ON s.id = l.standing
        LEFT JOIN codes b ON b.id = l.body LEFT JOIN codes c ON c.id = l.country
        LEFT JOIN codes h ON h.id = l.short""",
)

DERIVED = (
    # What pages give together, made anew by derive. row: its id. packed: JSON (see derivations.py) as its
    # bytes made small (see deflate.py), as text in older records. place: its order.
    """CREATE TABLE derived (
        id INTEGER PRIMARY KEY AUTOINCREMENT, step TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
        row TEXT NOT NULL, packed TEXT NOT NULL)""",
    "CREATE INDEX derived_row ON derived (row)",
    "CREATE INDEX derived_kind ON derived (kind)",
    """CREATE TABLE derived_docs (
        doc TEXT NOT NULL, derived INTEGER NOT NULL, PRIMARY KEY (doc, derived)) WITHOUT ROWID""",
    "CREATE INDEX derived_docs_row ON derived_docs (derived)",
    """CREATE TABLE derived_entries (
        entry TEXT NOT NULL, derived INTEGER NOT NULL, PRIMARY KEY (entry, derived)) WITHOUT ROWID""",
    "CREATE INDEX derived_entries_row ON derived_entries (derived)",
    "CREATE TABLE derived_steps (step TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID",
)

PARTS = (
    # What derive worked out of a page or of a group of pages, kept under a digest of all it was made of. kind: of what it is a
    # part. part: its name among these. packed: JSON made small. With row numbers: without them, rows of
    # more than 230 bytes each take a page of the file for the rest.
    """CREATE TABLE derived_parts (
        kind TEXT NOT NULL, part TEXT NOT NULL, digest TEXT NOT NULL, packed TEXT NOT NULL, PRIMARY KEY (kind, part))""",
)

CHANGES = (
    # The last change of each document and entry, see changelog.py. thing: its id, hexadecimal digits as the bytes that they
    # are, as in doc and other. first: null where this is the first. digest: of what it says, empty where it is no longer
    # on record. other: the revision that took its place.
    """CREATE TABLE changes (
        number INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, thing BLOB NOT NULL, doc BLOB NOT NULL,
        first INTEGER, digest BLOB NOT NULL, cause INTEGER NOT NULL, other BLOB)""",
    "CREATE INDEX changes_doc ON changes (doc)",
)


ORDER = ("CREATE INDEX documents_order ON documents (sort_day, doc)",)


def readings_and_judgements(run: Run) -> None:
    """What is kept for good: readings, where pages were met, what was done, judgements, tombstones."""
    run(f"PRAGMA application_id = {APPLICATION_ID}")
    _all(run, READINGS)


def lists_and_facets(run: Run) -> None:
    """The flat tables that lists and facets read."""
    _all(run, LISTS)


def search_in_evidence(run: Run) -> None:
    """Full-text search over the words of entries."""
    _all(run, SEARCH)


def views_in_words(run: Run) -> None:
    """The flat tables for people and everyday tools."""
    _all(run, VIEWS)


def manner_and_topics_of_statements(run: Run) -> None:
    """Form, attitude, medium, the speaker's capacity and what it is about, for each statement."""
    _all(run, SAYINGS)


def sureness_of_speakers(run: Run) -> None:
    """How sure the speaker of each statement is."""
    _all(run, SURENESS)


def what_pages_teach(run: Run) -> None:
    """What pages teach about actors, and judgements on who they are."""
    _all(run, TEACHINGS)


def what_is_derived(run: Run) -> None:
    """What several pages give together."""
    _all(run, DERIVED)


def what_changed(run: Run) -> None:
    """What changed last of each document and entry, for those who follow the record."""
    _all(run, CHANGES)


def order_of_pages(run: Run) -> None:
    """Pages in the order of lists, so that a part of them is found without sorting all."""
    _all(run, ORDER)


def smaller_rows(run: Run) -> None:
    """Readings and derived rows are packed with a primer from now on (see deflate.py), which older programs cannot read."""


def parts_of_what_is_derived(run: Run) -> None:
    """What derive takes over from its last run."""
    _all(run, PARTS)


def _all(run: Run, statements: tuple[str, ...]) -> None:
    for statement in statements:
        run(statement)


MIGRATIONS: tuple[Callable[[Run], None], ...] = (
    readings_and_judgements,
    lists_and_facets,
    search_in_evidence,
    views_in_words,
    manner_and_topics_of_statements,
    sureness_of_speakers,
    what_pages_teach,
    what_is_derived,
    what_changed,
    order_of_pages,
    smaller_rows,
    parts_of_what_is_derived,
)
SCHEMA_VERSION = len(MIGRATIONS)
