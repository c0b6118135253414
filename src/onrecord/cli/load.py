"""``onrecord load``: what many machines coded, into a record."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.add import progress, summary
from onrecord.cli.common import INTERRUPTED, READ_ALL, SOME_FAILED, RecordFile, complain, note


def load(
    record: RecordFile,
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="What onrecord code --output wrote; s3:// or gs:// too.")
    ],
) -> None:
    """Take the parts that `onrecord code --output DIR` wrote into a record.

    No page is read again and no language model is loaded. The record is the one that `onrecord add` makes of the same
    pages. Stop it at any time: the same command goes on where it was stopped.

    Examples:

        onrecord code --output coded/ --engine ray --workers 16 archive/
        onrecord load my.onrecord coded/
    """
    from onrecord.api import open as open_record
    from onrecord.cluster import load as load_parts

    try:
        with open_record(record) as opened, progress(False) as each:
            loaded = load_parts(folder, opened.store, each)
    except KeyboardInterrupt:
        complain("", f"stopped; what was loaded is on record in {record}, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED) from None
    note(summary(loaded))
    raise typer.Exit(SOME_FAILED if loaded.failed else READ_ALL)
