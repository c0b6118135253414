"""``onrecord verify``: does everything on record still stand in its words?"""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.common import READ_ALL, SOME_FAILED, RecordFile, complain, counted, note, visible
from onrecord.errors import UsageError

Inputs = Annotated[
    list[str] | None,
    typer.Option("--inputs", metavar="PATH", help="For a bundle: rebuild it from these pages, and compare."),
]


def verify(record: RecordFile, inputs: Inputs = None) -> None:
    """Re-check the file itself, every span against its document's text, every link, and every page that is still there.

    Faults go to stdout, one a line, and end with exit code 1. Pages that were changed or moved since they were read are
    no faults: the record keeps what it read.

    Where RECORD is a bundle (`onrecord bundle`), its files are compared with their digests, and each that was changed is
    named; with --inputs its pages are read anew, and every difference is told.

    Examples:

        onrecord verify my.onrecord
        onrecord verify my-bundle
        onrecord verify my-bundle --inputs pages/
    """
    from onrecord.api import open as open_record
    from onrecord.cli.replicate import verify_bundle

    if record.is_dir():
        verify_bundle(record, inputs or [])
    if inputs:
        raise UsageError(
            f"--inputs: {record} is a record, which holds what it read; a bundle is rebuilt from its inputs"
        )

    with open_record(record, create=False) as opened:
        checked = opened.verify()
        for fault in checked.faults:
            where = f"{fault.doc} {fault.entry or ''}".strip()
            print(visible(": ".join(filter(None, (fault.path, where, fault.what)))))
    note(
        f"{counted(checked.documents, 'document')}, {counted(checked.entries, 'entry', 'entries')}, "
        f"{counted(checked.spans, 'span')} checked: {counted(len(checked.faults), 'fault')}"
    )
    pages = [
        f"{number:,} {words}"
        for number, words in (
            (checked.unchanged, "as they were read"),
            (checked.changed, "changed since"),
            (checked.gone, "not found where they were"),
        )
        if number
    ]
    note(f"pages on disk: {', '.join(pages) or 'none'}")
    if checked.faults:
        complain(str(record), "what is named above does not hold; read those pages into a new record")
    raise typer.Exit(SOME_FAILED if checked.faults else READ_ALL)
