"""``onrecord export``: the record in other people's formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import RecordFile, counted, note
from onrecord.errors import UsageError
from onrecord.settings import DERIVED_FORMATS, EXPORT_FORMATS, help_of

OutFile = Annotated[
    str | None, typer.Argument(metavar="[OUT]", help="Write here; the same as --out.", show_default=False)
]
Form = Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(EXPORT_FORMATS)}.")]
Out = Annotated[str | None, typer.Option("-o", "--out", metavar="FILE", help="Write here; stdout if not given.")]
Table = Annotated[
    str | None,
    typer.Option("--table", metavar="TABLE", help="For csv and parquet: entries, statements, events, documents."),
]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the pages' text, or the sentences, out.")]
WholeTexts = Annotated[
    bool, typer.Option("--whole-texts", help="Take the pages' whole texts along; passages alone if not given.")
]
Everything = Annotated[bool, typer.Option("--everything", help=help_of("everything"))]
Undated = Annotated[
    str, typer.Option("--undated", metavar="HOW", help="Events without a known day: empty, published (its day), drop.")
]
NoHeader = Annotated[bool, typer.Option("--no-header", help="Leave the header out of other people's tables.")]
Redact = Annotated[bool, typer.Option("--redact", help="Mask private persons, all but office-holders.")]
Protect = Annotated[
    Path | None, typer.Option("--protect", metavar="LIST", help="Mask these people: names or ids, one a line.")
]


def export(
    record: RecordFile, file: OutFile = None, form: Form = "jsonl", out: Out = None, table: Table = None,
    no_text: NoText = False, whole_texts: WholeTexts = False, everything: Everything = False, undated: Undated = "empty",
    no_header: NoHeader = False, redact: Redact = False, protect: Protect = None,
) -> None:  # fmt: skip
    """Write the record out.

    jsonl holds the whole record, documents and entries, line by line as `onrecord code` prints them. All others hold what is
    vouched for and of high confidence, everything with --everything: short passages, offsets, hashes and addresses, not
    whole texts. docs/exports tells of each format which fields are filled, and which cannot be.

    Examples:

        onrecord export my.onrecord --as jsonl -o record.jsonl
        onrecord export my.onrecord --as csv tables/
        onrecord export my.onrecord --as parquet --table events --everything -o events.parquet
        onrecord export my.onrecord --as polecat --undated published events.tsv
        onrecord export my.onrecord --as ftm --redact entities.ijson
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived import stale
    from onrecord.export.privacy import read_list
    from onrecord.export.registry import names
    from onrecord.plugins import installed

    known = names(installed("onrecord.exporters"))
    if form not in known:
        raise UsageError(f"--as {form}: no such format; give one of {', '.join(known)}")
    if file is not None and out is not None:
        raise UsageError(f"{file} and --out {out}: name the file once")
    if no_text and whole_texts:
        raise UsageError("--no-text and --whole-texts: give one of the two")
    where = file or out
    if where is None and form in ("parquet", "sqlite") and sys.stdout.isatty():
        raise UsageError(f"--as {form}: this is no text for a terminal; name a file with -o")
    with open_record(record, create=False) as opened:
        left = opened.export(
            form, where, table=table, text=not no_text, whole_texts=whole_texts, everything=everything, undated=undated,
            header=not no_header, redact=redact, protect=read_list(lines_of(protect)) if protect else (),
        )  # fmt: skip
        if form in DERIVED_FORMATS:
            stale(opened)
    for reason, count in left.items():
        note(f"left out: {counted(count, 'entry', 'entries')}, {reason}")
    if form != "jsonl" and table != "documents" and not everything:
        note("left out: what is not vouched for or of low confidence; --everything writes it too")
    if form == "jsonl" and not no_text:
        note("the pages' whole texts are in it; --no-text leaves them out")


def lines_of(path: Path) -> list[str]:
    """The lines of a list. Raises UsageError for a file that cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a list ({error}); give a UTF-8 file with a name a line") from error
