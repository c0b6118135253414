"""Pages as they come in, and documents as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.schema.span import Sourced
from onrecord.schema.when import When

BlockKind = Literal[
    "title", "byline", "date", "dateline", "paragraph", "subheading", "caption", "related", "comment", "furniture"
]
READ_KINDS: frozenset[BlockKind] = frozenset({"title", "paragraph", "subheading"})
"""The kinds that are read for entries."""

Media = Literal["text", "html", "jsonl", "pdf", "docx", "mail", "mhtml", "item"]
"""What a page's bytes are; ``item`` is one item of a feed as canonical JSON, and a row of a table is a ``jsonl`` object."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as bytes, before it is read.

    ``path`` is as the caller gave it, with ``!/member`` for what an archive, a feed or a mail holds; ``line`` is the
    1-based line of a JSONL file or a table, else None; ``metadata`` is what stood beside the page (a JSONL object's
    other fields, a sidecar row, an archive's headers): ``id title published outlet url language``, and of a web archive
    ``charset`` and ``captured``. For a JSONL object, a table's row and a feed's item ``raw`` is its canonical JSON.
    """

    path: str
    raw: bytes
    media: Media
    line: int | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageFault:
    """A page that could not be had, and why: reported on stderr, the others go on."""

    path: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One line (or run of lines) of the text, labelled: ``text[start:end]``, half-open, no line break at the ends."""

    kind: BlockKind
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that may tell when a page was published: where it stands, what it may mean, and what became of it.

    ``start`` and ``end`` are None for one that stood elsewhere, which ``origin`` names. ``evidence`` says what kind of
    evidence it is; ``lost`` is None for the one taken, else why it is not the publication's.
    """

    text: str
    start: int | None
    end: int | None
    origin: str | None
    earliest: date
    latest: date
    evidence: str
    lost: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A page that was read: its text, every line of it labelled, and what is known about it.

    ``doc`` is the first 16 hex digits of ``sha256``, the digest of the original bytes. ``unread`` is None, or why
    nothing on it is read for entries; ``unread_parts`` says what was left unread of a page that was read (scanned sheets
    of a PDF). ``published`` is None where the page does not say; ``date_candidates`` are the dates looked at for it, the
    one taken first, a few dozen at most.
    """

    doc: str
    sha256: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    line: int | None = None
    source_id: str | None = None
    url: Sourced | None = None
    title: Sourced | None = None
    outlet: Sourced | None = None
    byline: Sourced | None = None
    dateline: Sourced | None = None
    credit: Sourced | None = None
    language: str | None = None
    published: When | None = None
    published_bounds: When | None = None
    updated: When | None = None
    unread: str | None = None
    unread_parts: tuple[str, ...] = ()
    date_candidates: tuple[DateCandidate, ...] = ()
