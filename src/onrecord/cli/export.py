"""``onrecord export``: the record in other people's formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import RecordFile, counted, note
from onrecord.errors import UsageError
from onrecord.settings import EXPORT_FORMATS, help_of


def export(
    record: RecordFile,
    file: Annotated[
        Path | None, typer.Argument(metavar="[OUT]", help="Write here; the same as --out.", show_default=False)
    ] = None,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(EXPORT_FORMATS)}.")] = "jsonl",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="Write here; stdout if not given.")
    ] = None,
    table: Annotated[
        str | None,
        typer.Option("--table", metavar="TABLE", help="For csv and parquet: entries, statements, events, documents."),
    ] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the pages' text, or the sentences, out.")] = False,
    everything: Annotated[bool, typer.Option("--everything", help=help_of("everything"))] = False,
) -> None:
    """Write the record out.

    jsonl holds the whole record, documents and entries, line by line as `onrecord code` prints them. csv and parquet
    hold one table of what is vouched for and of high confidence, of all with --everything. plover holds the events as
    PLOVER counts them, and tells what it leaves out, and why.

    Examples:

        onrecord export my.onrecord --as jsonl -o record.jsonl
        onrecord export my.onrecord --as csv -o entries.csv
        onrecord export my.onrecord --as parquet --table events --everything -o events.parquet
        onrecord export my.onrecord --as plover events.jsonl
    """
    from onrecord.api import open as open_record

    if form not in EXPORT_FORMATS:
        raise UsageError(f"--as {form}: no such format; give one of {', '.join(EXPORT_FORMATS)}")
    if file is not None and out is not None:
        raise UsageError(f"{file} and --out {out}: name the file once")
    out = file or out
    if out is None and form == "parquet" and sys.stdout.isatty():
        raise UsageError("--as parquet: this is no text for a terminal; name a file with -o")
    with open_record(record, create=False) as opened:
        left = opened.export(form, out, table=table, text=not no_text, everything=everything)
    for reason, count in left.items():
        note(f"left out: {counted(count, 'event')}, {reason}")
    if form != "jsonl" and table != "documents" and not everything:
        note("left out: what is not vouched for or of low confidence; --everything writes it too")
