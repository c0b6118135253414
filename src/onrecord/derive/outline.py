"""What derived rows show of a page, or ask of it, without its findings: where it begins, whom it credits, whether it is dated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.derive.words import BODY
from onrecord.schema import Findings

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """``headline`` is the place of the headline, or of the first paragraph where there is none; ``body`` runs from the first to
    the last of what copies are compared by. ``undated`` is true for a page that names no day of its own.
    """

    headline: Place | None
    body: Place | None
    credit: str | None
    undated: bool
    entries: tuple[str, ...]


def outlined(findings: Findings) -> list[Any]:
    """The outline of a page as plain values."""
    document = findings.document
    shown = next((block for kind in ("title", "paragraph") for block in document.blocks if block.kind == kind), None)
    body = [block for block in document.blocks if block.kind in BODY]
    return [
        [shown.start, shown.end] if shown else None,
        [body[0].start, body[-1].end] if body else None,
        document.credit.text if document.credit else None,
        document.published is None and document.updated is None,
        [one.id for one in findings.entries],
    ]


def outline_of(plain: list[Any]) -> Outline:
    """What ``outlined`` gave as plain values."""
    headline, body, credit, undated, entries = plain
    return Outline(
        tuple(headline) if headline else None, tuple(body) if body else None, credit, undated, tuple(entries)
    )
