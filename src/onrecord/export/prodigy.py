"""Prodigy: JSON Lines with ``text``, ``spans`` and ``meta``, and what comes back with an ``answer``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

from onrecord.export.exporter import Options, Source
from onrecord.export.streamed import lines, objects
from onrecord.export.target import Target
from onrecord.export.tasks import Review, Task, tasks


class Prodigy:
    """The exporter, and the way back."""

    name = "prodigy"
    summary = "Prodigy: a task for each entry, and its annotations back as judgements"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes a task a line."""
        with out.text() as words:
            lines(map(line_of, tasks(source, options)), words)
        return {}

    def reviews(self, stream: TextIO) -> Iterator[Review]:
        """What ``prodigy db-out`` gives: accepted and rejected tasks; those that were passed over say nothing."""
        for given in objects(stream):
            if given.get("answer") not in ("accept", "reject"):
                continue
            about = given.get("meta") or {}
            marks = [(int(one["start"]), int(one["end"]), str(one["label"])) for one in given.get("spans") or ()]
            yield Review(
                str(about.get("entry", "")), int(about.get("start", 0)), tuple(marks), given["answer"] == "accept",
                by=str(given.get("_annotator_id") or given.get("_session_id") or ""),
                made=stamp(given.get("_timestamp")),
            )  # fmt: skip


def line_of(task: Task) -> dict[str, Any]:
    """One task."""
    spans = [{"start": start, "end": end, "label": label} for start, end, label in task.marks]
    return {"text": task.text, "spans": spans, "meta": task.about}


def stamp(seconds: object) -> str:
    """A time in seconds since 1970 as an ISO time; empty for none."""
    if not isinstance(seconds, int | float):
        return ""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


EXPORTER = Prodigy()
