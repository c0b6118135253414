"""``onrecord add``: pages into a record, resumable, with progress on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from onrecord.cli.common import (
    INTERRUPTED,
    READ_ALL,
    SOME_FAILED,
    Debug,
    Frames,
    Jobs,
    Model,
    Online,
    OwnActors,
    PageMemory,
    PageSeconds,
    Paths,
    RecordFile,
    Sidecar,
    complain,
    counted,
    limits_of,
    note,
    report,
    terminal,
)
from onrecord.settings import PAGE_MEMORY, PAGE_SECONDS

if TYPE_CHECKING:
    from onrecord.run import Added, Result


def add(
    record: RecordFile,
    paths: Paths,
    frames: Frames = None,
    actors: OwnActors = None,
    model: Model = None,
    jobs: Jobs = 1,
    page_seconds: PageSeconds = PAGE_SECONDS,
    page_memory: PageMemory = PAGE_MEMORY,
    sidecar: Sidecar = None,
    online: Online = None,
    debug: Debug = False,
) -> None:
    """Read pages into a record; the file is made where there is none.

    Each page is kept as soon as it is read. Stop it at any time: the same command goes on where it was stopped, and
    pages that are on record under the same rules are not read again.

    Examples:

        onrecord add my.onrecord pages/
        onrecord add my.onrecord --jobs 4 archive/2021/ archive/2022/
        onrecord add my.onrecord --sidecar dates.csv dumps/
        onrecord add my.onrecord --online fetched.warc.gz https://courier.example/feed
    """
    from onrecord.api import open as open_record

    stdin = sys.stdin.buffer
    try:
        with open_record(record) as opened, progress(debug) as each:
            added = opened.add(
                paths, model=model, frames=frames, actors=actors, jobs=jobs, sidecar=sidecar, online=online,
                stdin=stdin, limits=limits_of(page_seconds, page_memory), each=each,
            )  # fmt: skip
    except KeyboardInterrupt:
        complain("", f"stopped; what was read is on record in {record}, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED) from None
    note(summary(added))
    raise typer.Exit(SOME_FAILED if added.failed else READ_ALL)


def summary(added: Added) -> str:
    """What came of it, on one line."""
    parts = [f"{counted(added.read, 'page')} read"]
    for number, words in (
        (added.unread, "set aside"),
        (added.failed, "failed"),
        (added.known, "on record already"),
        (added.same, "the same as another"),
    ):
        if number:
            parts.append(f"{number:,} {words}")
    found = f"{counted(added.statements, 'statement')}, {counted(added.events, 'event')}"
    return f"{', '.join(parts)}: {found}"


@contextmanager
def progress(debug: bool) -> Iterator[Callable[[Result], None]]:
    """A line on a terminal's stderr that keeps count while pages are read; trouble is told above it."""
    console = terminal(sys.stderr)
    if not console.is_terminal:
        yield lambda result: report(result, debug)
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} pages"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("loading the language model", total=None)

        def each(result: Result) -> None:
            report(result, debug)
            bar.update(task, advance=1, description=result.where[-60:])

        yield each
