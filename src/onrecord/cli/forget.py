"""``onrecord forget``: a page erased for good."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from onrecord.cli.common import READ_ALL, SOME_FAILED, RecordFile, complain, note


def forget(
    record: RecordFile,
    docs: Annotated[list[str], typer.Argument(metavar="DOC", help="The page's id, or the beginning of it.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for whoever reads it later.")] = "",
) -> None:
    """Erase pages for good: their text, their entries, the quotes in judgements, and all that was derived.

    What was derived may carry a page's words anywhere, such as the name of an issue; `onrecord derive` makes it anew.
    Only the id stays, with the time and the reason, and the page is never taken in again. Other files, such as exports
    and backups, are yours to look after; so is the page itself.

    Examples:

        onrecord forget my.onrecord 3f2a91c0
        onrecord forget my.onrecord 3f2a91c0 --why "the outlet withdrew it"
    """
    from onrecord.api import open as open_record

    unknown = 0
    with open_record(record, create=False) as opened:
        derived = bool(opened.store.derivations.made())
        for doc in docs:
            if opened.forget(doc, made=datetime.now(UTC).isoformat(timespec="seconds"), why=why):
                note(f"{doc}: forgotten")
            else:
                unknown += 1
                complain(doc, "no page with this id is on record; the lists show ids in their last column")
        if derived and not opened.store.derivations.made():
            note(f"what was derived is gone; onrecord derive {record} makes it anew")
    raise typer.Exit(SOME_FAILED if unknown else READ_ALL)
