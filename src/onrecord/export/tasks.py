"""Tasks for annotation tools: one entry each, in the paragraphs it stands in, its words marked with the part they play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.errors import UsageError
from onrecord.export.exporter import Options, Source
from onrecord.export.roles import Spot, evidence, spots
from onrecord.export.web_annotation import address, kind_of
from onrecord.schema import Document, Entry, Findings

LABELS = ("SPEAKER", "ADDRESSEE", "CUE", "CONTENT", "SOURCE", "TARGET", "AGAINST", "TRIGGER", "OBJECT")
"""The labels of all three tools: a span's part in its entry, in capitals."""

Mark = tuple[int, int, str]
"""Start and end in a task's text, and a label."""


@dataclass(frozen=True, slots=True)
class Task:
    """``text`` is ``document.text[start:end]``; ``marks`` count in it, in order."""

    entry: Entry
    document: Document
    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def about(self) -> dict[str, Any]:
        """What leads back to the entry, and what it is: flat, for tools that keep such fields with a task."""
        outlet = self.document.outlet
        return {
            "entry": self.entry.id,
            "kind": kind_of(self.entry),
            "doc": self.document.doc,
            "start": self.start,
            "source": address(self.document),
            "outlet": outlet.text if outlet else None,
            "confidence": self.entry.confidence,
        }


@dataclass(frozen=True, slots=True)
class Review:
    """What came back on a task: the marks as somebody left them, and ``right``, where the tool asks for it, else None."""

    entry: str
    start: int
    marks: tuple[Mark, ...]
    right: bool | None
    by: str = ""
    made: str = ""
    why: str = ""


def tasks(source: Source, options: Options) -> Iterator[Task]:
    """The tasks of all pages. Raises UsageError where no words may go out."""
    if options.words == "none":
        raise UsageError("a task is made of words; leave --no-text out")
    for page in source.sure():
        for entry in page.entries:
            yield task_of(entry, page, whole=options.words == "whole")


def task_of(entry: Entry, page: Findings, *, whole: bool = False) -> Task:
    """The task of one entry: the blocks that its evidence stands in, or the whole page."""
    document = page.document
    start, end = (0, len(document.text)) if whole else around(document, *evidence(entry))
    return Task(entry, document, start, document.text[start:end], marks_at(entry, start, end - start))


def marks_at(entry: Entry, start: int, length: int) -> tuple[Mark, ...]:
    """The marks of an entry in a text of this length that begins at ``start`` of the page."""
    return tuple(sorted({mark for spot in spots(entry) if (mark := _mark(spot, start, start + length)) is not None}))


def around(document: Document, start: int, end: int) -> tuple[int, int]:
    """From the start of the block that holds ``start`` to the end of the one that holds ``end``."""
    first = max((one.start for one in document.blocks if one.start <= start < one.end), default=start)
    last = min((one.end for one in document.blocks if one.start < end <= one.end), default=end)
    return first, last


def is_same(one: Iterable[Mark], other: Iterable[Mark]) -> bool:
    """True where two tasks have the same marks, whatever their order."""
    return sorted(set(one)) == sorted(set(other))


def _mark(spot: Spot, start: int, end: int) -> Mark | None:
    label = spot.role.upper()
    inside = start <= spot.start and spot.end <= end
    return (spot.start - start, spot.end - start, label) if inside and label in LABELS else None
