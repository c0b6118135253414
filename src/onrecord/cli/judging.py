"""``onrecord import``: annotations made elsewhere, taken as judgements."""

from __future__ import annotations

from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import RecordFile, counted, note
from onrecord.settings import COMING_BACK

Form = Annotated[
    str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(COMING_BACK)}.", show_default=False)
]
By = Annotated[
    str, typer.Option("--by", metavar="NAME", help="Who judged, where the file does not tell; your user name.")
]


def import_(
    record: RecordFile,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What the tool exported.", show_default=False)],
    form: Form,
    by: By = "",
) -> None:
    """Take annotations made in Label Studio, Prodigy or doccano as judgements.

    An entry that was left as it is counts as accepted, one that was called wrong as rejected; other marks for the speaker,
    the addressee, the sides or the object correct it. The same annotation is not taken twice. docs/exports tells of each tool
    what it can say.

    Examples:

        onrecord export my.onrecord --as prodigy tasks.jsonl
        onrecord import my.onrecord annotated.jsonl --as prodigy --by ada
    """
    from onrecord.api import open as open_record

    made = datetime.now(UTC).isoformat(timespec="seconds")
    with open_record(record, create=False) as opened:
        taken, left = opened.take_annotations(form, file, by=by or getuser(), made=made)
    for verdict, count in taken.items():
        print(f"{verdict}: {counted(count, 'judgement')}")
    for reason, count in left.items():
        note(f"not taken: {counted(count, 'annotation')} {reason}")
