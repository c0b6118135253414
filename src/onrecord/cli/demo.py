"""``onrecord demo``: the program at work on the pages that come with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.add import progress, summary
from onrecord.cli.common import READ_ALL, SOME_FAILED, called_as, note

if TYPE_CHECKING:
    from onrecord.schema import Page, PageFault

Demo = Annotated[Path, typer.Option("--record", metavar="FILE", help="Where the record is made.")]

SHOWN = 15
"""Rows of each list: enough to see what a record is."""
SINCE = "2021-03-01"
"""The day on which the invented dispute begins, which most of the pages tell of."""

NEXT = """
These were the first of each since March 2021. A row ends with the id of its entry. Go on with:
  {program} statements {record}
  {program} why {record} {entry}
  {program} statements {record} --search {word}
  {program} events {record} --everything
  {program} add my.onrecord FOLDER-WITH-YOUR-PAGES
To look at it in a browser:
  {program} serve {record}
"""


def demo(record: Demo = Path("demo.onrecord")) -> None:
    """Read the sample pages that come with the program, and show what is on record.

    The pages tell of an invented dispute between invented countries. The record is an ordinary one: every other command
    works on it.

    Examples:

        onrecord demo
        onrecord demo --record elsewhere.onrecord
    """
    from onrecord.api import open as open_record
    from onrecord.cli import layouts
    from onrecord.cli.tables import emit
    from onrecord.engines import local

    with open_record(record) as opened:
        with progress(debug=False) as each:
            engine, fingerprint = local()
            added = opened.add_pages(samples(), engine, fingerprint, each)
        note(summary(added))
        print("\nWHO SAID WHAT\n")
        emit(opened.statements(vouched=True, since=SINCE).head(SHOWN), "table", layouts.statements)
        print("\nWHO DID WHAT TO WHOM\n")
        events = opened.events(vouched=True, since=SINCE)
        emit(events.head(SHOWN), "table", layouts.events)
        first = next(iter(events), None)
    entry = first.id[: layouts.ID_SHOWN] if first else "ID"
    print(NEXT.format(program=called_as(), record=record, entry=entry, word="agreement"))
    raise typer.Exit(SOME_FAILED if added.failed else READ_ALL)


def samples() -> Iterator[Page | PageFault]:
    """The pages in the package, named as if in a folder ``samples``: a record tells nothing of this machine."""
    from onrecord.read import pages
    from onrecord.schema import PageFault

    with resources.as_file(resources.files("onrecord").joinpath("data/samples")) as folder:
        for page in pages([str(folder)]):
            if isinstance(page, PageFault) or not page.path.endswith("README.md"):
                yield replace(page, path=f"samples/{Path(page.path).name}")
