"""doccano, sequence labelling: JSON Lines with ``text`` and ``label`` (start, end, label), and its export back.

doccano has no answer of its own: marks that are left as they were accept an entry, a text without marks rejects it. It exports
what nobody has looked at as well, unless only approved documents are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from onrecord.export.exporter import Options, Source
from onrecord.export.streamed import lines, objects
from onrecord.export.target import Target
from onrecord.export.tasks import Review, Task, tasks


class Doccano:
    """The exporter, and the way back."""

    name = "doccano"
    summary = "doccano: a text for each entry, and its annotations back as judgements"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes a text a line."""
        with out.text() as words:
            lines(map(line_of, tasks(source, options)), words)
        return {}

    def reviews(self, stream: TextIO) -> Iterator[Review]:
        """What doccano's export as JSONL gives; its fields stand beside the text, or under ``meta`` in older versions."""
        for given in objects(stream):
            about = given if "entry" in given else given.get("meta") or {}
            marks = tuple((int(start), int(end), str(label)) for start, end, label in labels_of(given))
            why = "; ".join(map(str, given.get("Comments") or ()))
            yield Review(str(about.get("entry", "")), int(about.get("start", 0)), marks, None, why=why)


def line_of(task: Task) -> dict[str, Any]:
    """One text."""
    return {"text": task.text, "label": [list(mark) for mark in task.marks], **task.about}


def labels_of(given: Mapping[str, Any]) -> list[list[Any]]:
    """The labels, by any of the names that versions of doccano give them."""
    for name in ("label", "labels"):
        if name in given:
            return [list(one) for one in given[name]]
    entities = given.get("entities") or ()
    return [[one["start_offset"], one["end_offset"], one["label"]] for one in entities]


EXPORTER = Doccano()
