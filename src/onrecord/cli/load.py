"""``onrecord load``: what many machines coded, into a record."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.add import progress, summary
from onrecord.cli.common import INTERRUPTED, READ_ALL, SOME_FAILED, RecordFile, complain, note

if TYPE_CHECKING:
    from onrecord.api import Record
    from onrecord.cluster import Loaded
    from onrecord.run import Keeps, Result


def load(
    record: RecordFile,
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="What onrecord code --output wrote; s3:// or gs:// too.")
    ],
    by_month: Annotated[
        bool, typer.Option("--by-month", help="Make a record for each month of publication, in the folder RECORD.")
    ] = False,
) -> None:
    """Take the parts that `onrecord code --output DIR` wrote into a record.

    No page is read again and no language model is loaded. The record is the one that `onrecord add` makes of the same
    pages. Stop it at any time: the same command goes on where it was stopped.

    Examples:

        onrecord code --output coded/ --engine ray --workers 16 archive/
        onrecord load my.onrecord coded/
        onrecord load --by-month records/ coded/
    """
    take = _by_month if by_month else _together
    try:
        with progress(False) as each:
            loaded = take(record, folder, each)
    except KeyboardInterrupt:
        complain("", f"stopped; what was loaded is on record in {record}, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED) from None
    note(summary(loaded))
    raise typer.Exit(SOME_FAILED if loaded.failed else READ_ALL)


def _together(record: Path, folder: str, each: Callable[[Result], None]) -> Loaded:
    from onrecord.api import open as open_record
    from onrecord.cluster import load as load_parts

    with open_record(record) as opened:
        return load_parts(folder, opened.store, each)


def _by_month(records: Path, folder: str, each: Callable[[Result], None]) -> Loaded:
    from onrecord.api import open as open_record
    from onrecord.cluster import load_by_month

    records.mkdir(parents=True, exist_ok=True)
    opened: dict[str, Record] = {}
    with ExitStack() as closing:

        def record_of(month: str) -> Keeps:
            if month not in opened:
                opened[month] = closing.enter_context(open_record(records / f"{month}.onrecord"))
            return opened[month].store

        return load_by_month(folder, record_of, each)
