"""``onrecord verify``: does everything on record still stand in its words?"""

from __future__ import annotations

import typer

from onrecord.cli.common import READ_ALL, SOME_FAILED, RecordFile, complain, counted, harmless, note


def verify(record: RecordFile) -> None:
    """Re-check the file itself, every span against its document's text, every link, and every page that is still there.

    Faults go to stdout, one a line, and end with exit code 1. Pages that were changed or moved since they were read are
    no faults: the record keeps what it read.

    Examples:

        onrecord verify my.onrecord
    """
    from onrecord.api import open as open_record

    with open_record(record, create=False) as opened:
        checked = opened.verify()
        for fault in checked.faults:
            where = f"{fault.doc} {fault.entry or ''}".strip()
            print(harmless(": ".join(filter(None, (fault.path, where, fault.what)))))
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
