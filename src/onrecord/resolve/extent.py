"""What of a page is read, and for which day."""

from __future__ import annotations

from datetime import date

from onrecord.schema import READ_KINDS, Annotations, Document

LONGEST_DATE = 45
"""Days that a date of publication may span and still be the page's day; a year alone is no day."""


def page_day(document: Document) -> date | None:
    """The day the page is read for: of publication, else of the update; None where neither is known to some weeks."""
    for when in (document.published, document.updated, document.published_bounds):
        if when is not None and when.earliest is not None and when.latest is not None:
            return when.latest if (when.latest - when.earliest).days <= LONGEST_DATE else None
    return None


def read_spans(document: Document, annotations: Annotations) -> list[tuple[int, int]]:
    """The sentences of what is read; whole blocks where no sentence was annotated."""
    spans = [(sentence.start, sentence.end) for sentence in annotations.sentences]
    covered = {sentence.block for sentence in annotations.sentences}
    spans += [
        (block.start, block.end)
        for index, block in enumerate(document.blocks)
        if block.kind in READ_KINDS and index not in covered
    ]
    return sorted(spans)
