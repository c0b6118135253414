"""``onrecord doctor``: is this installation sound?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import READ_ALL, SOME_FAILED, counted, note

SIGNS = {"well": "well ", "note": "note ", "amiss": "AMISS"}


def doctor(
    record: Annotated[Path | None, typer.Argument(metavar="[RECORD]", help="Look at this record, too.")] = None,
) -> None:
    """Check Python, packages, tables, the language model and, where one is named, a record; say what to do.

    The exit code is 1 where something is amiss. Its output is what a report of trouble should hold.

    Examples:

        onrecord doctor
        onrecord doctor my.onrecord
    """
    from onrecord.doctor import checks

    amiss = 0
    for one in checks(record):
        print(f"{SIGNS[one.state]}  {one.name}: {one.found}")
        if one.advice:
            print(f"       {one.advice}")
        amiss += one.state == "amiss"
    note(f"{counted(amiss, 'thing')} amiss" if amiss else "nothing amiss")
    raise typer.Exit(SOME_FAILED if amiss else READ_ALL)
