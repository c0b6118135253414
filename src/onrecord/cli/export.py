"""``onrecord export``: the record in other people's formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import RecordFile, note
from onrecord.errors import UsageError
from onrecord.settings import EXPORT_FORMATS, help_of


def export(
    record: RecordFile,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(EXPORT_FORMATS)}.")] = "jsonl",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="Write here; stdout if not given.")
    ] = None,
    table: Annotated[
        str,
        typer.Option("--table", metavar="TABLE", help="For csv and parquet: entries, statements, events, documents."),
    ] = "entries",
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the pages' text out of the document lines.")
    ] = False,
    everything: Annotated[bool, typer.Option("--everything", help=help_of("everything"))] = False,
) -> None:
    """Write the record out.

    jsonl holds the whole record, documents and entries, line by line as `onrecord code` prints them. csv and parquet
    hold one table of what is vouched for and of high confidence, of all with --everything.

    Examples:

        onrecord export my.onrecord --as jsonl -o record.jsonl
        onrecord export my.onrecord --as csv -o entries.csv
        onrecord export my.onrecord --as parquet --table events --everything -o events.parquet
    """
    from onrecord.api import open as open_record

    if form not in EXPORT_FORMATS:
        raise UsageError(f"--as {form}: no such format; give one of {', '.join(EXPORT_FORMATS)}")
    if out is None and form == "parquet" and sys.stdout.isatty():
        raise UsageError("--as parquet: this is no text for a terminal; name a file with -o")
    with open_record(record, create=False) as opened:
        opened.export(form, out, table=table, text=not no_text, everything=everything)
    if form != "jsonl" and table != "documents" and not everything:
        note("left out: what is not vouched for or of low confidence; --everything writes it too")
