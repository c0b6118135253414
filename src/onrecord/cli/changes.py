"""``onrecord changes``: what came, changed and went since the last look."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import MinConfidence, RecordFile, counted, note
from onrecord.errors import UsageError


def changes(
    record: RecordFile,
    since: Annotated[
        int | None, typer.Option("--since", min=0, metavar="N", help="What came after change N; 0 gives all there is.")
    ] = None,
    state: Annotated[
        Path | None, typer.Option("--state", metavar="FILE", help="Keep N in this file from one run to the next.")
    ] = None,
    min_confidence: MinConfidence = "precise",
) -> None:
    """Print what was added, changed and withdrawn since change N, as JSON Lines.

    Each thing comes once, as it is now, with the number of its last change. The last number goes to stderr, and with
    --state into a file, once all lines are out: the next run begins there. Added and changed both mean: take this in place
    of what you have under this id. Withdrawn means: take it down; the cause says why.

    Examples:

        onrecord changes my.onrecord --since 0
        onrecord changes my.onrecord --since 4711 > new.jsonl
        onrecord changes my.onrecord --state desk.state | post-to-the-desk
    """
    import sys

    from onrecord.api import open as open_record
    from onrecord.export.jsonl import dumps

    if since is not None and state is not None:
        raise UsageError("--since and --state: give one, or the number or the file that holds it")
    first = since or 0
    if state is not None:
        first = _kept(state)
    count = 0
    with open_record(record, create=False) as opened:
        last = opened.last_change()
        for line in opened.changes(first, min_confidence=min_confidence):
            print(dumps(line))
            count, last = count + 1, max(last, line["number"])
    sys.stdout.flush()
    if state is not None:
        _keep(state, last)
    note(f"{counted(count, 'change')} up to {last}" + (f"; go on with --since {last}" if state is None else ""))


def _kept(state: Path) -> int:
    """The number in the file, 0 where there is no file yet."""
    if not state.exists():
        return 0
    text = state.read_text(encoding="utf-8", errors="replace").strip()
    if not text.isascii() or not text.isdigit():
        raise UsageError(
            f"{state}: this holds no number; name the file that the last run wrote, or one that is not there"
        )
    return int(text)


def _keep(state: Path, last: int) -> None:
    half = state.with_name(state.name + ".part")
    try:
        half.write_text(f"{last}\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{state}: cannot be written ({error.strerror}); the next run tells the same again") from error
    os.replace(half, state)
