"""``onrecord code``: pages in, one JSON object a line out, no record file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.common import (
    INTERRUPTED,
    READ_ALL,
    SOME_FAILED,
    Debug,
    Frames,
    Jobs,
    MinConfidence,
    Model,
    OwnActors,
    PageMemory,
    PageSeconds,
    Paths,
    Sidecar,
    complain,
    limits_of,
    report,
)
from onrecord.settings import PAGE_MEMORY, PAGE_SECONDS

if TYPE_CHECKING:
    from onrecord.run import Result


Output = Annotated[
    str | None, typer.Option("--output", metavar="DIR", help="Write Parquet parts here instead, for onrecord load.")
]
Engine = Annotated[
    str, typer.Option("--engine", metavar="NAME", help="With --output: local, or ray for many machines.")
]
Address = Annotated[
    str | None, typer.Option("--address", metavar="HOST:PORT", help="With --engine ray: the cluster to work on.")
]


def code(
    paths: Paths,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what was looked at and left: nonstatements, mentions, times.")
    ] = False,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the page's text out of its document line.")] = False,
    min_confidence: MinConfidence = "balanced",
    frames: Frames = None,
    actors: OwnActors = None,
    model: Model = None,
    jobs: Jobs = 1,
    page_seconds: PageSeconds = PAGE_SECONDS,
    page_memory: PageMemory = PAGE_MEMORY,
    sidecar: Sidecar = None,
    output: Output = None,
    engine: Engine = "local",
    address: Address = None,
    debug: Debug = False,
) -> None:
    """Read pages and print what is found as JSON Lines, without a record file.

    Each page is read with nothing but that page and the shipped tables, so its lines never depend on the other pages.

    Examples:

        onrecord code article.html
        onrecord code --no-text pages/ > entries.jsonl
        onrecord code --all --min-confidence everything page.txt
        onrecord code --sidecar dates.csv dumps/
        onrecord code --output coded/ --engine ray --workers 16 s3://archive/2021/
    """
    limits = limits_of(page_seconds, page_memory)
    if output is not None:
        from onrecord.cli.codeparts import code_parts

        whole = code_parts(paths, output, engine, (model, frames, actors), jobs, limits, address)
        raise typer.Exit(READ_ALL if whole else SOME_FAILED)
    from onrecord.engines import local
    from onrecord.read import pages
    from onrecord.run import run
    from onrecord.settings import confidence_floor

    floor = confidence_floor(min_confidence)
    ready, fingerprint = local(model, frames, actors, jobs=jobs, limits=limits)
    failed = False
    try:
        for result in run(pages(paths, sys.stdin.buffer, sidecar), ready, fingerprint):
            report(result, debug)
            failed = failed or result.state == "failed"
            for line in lines_of(result, floor, text=not no_text, everything=everything):
                print(line)
            sys.stdout.flush()
    except KeyboardInterrupt:
        complain("", "stopped; the lines printed so far are whole")
        raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(SOME_FAILED if failed else READ_ALL)


def lines_of(result: Result, floor: float, *, text: bool, everything: bool) -> Iterator[str]:
    """The JSON lines of one page; of a page whose bytes came before, its document alone, which says so."""
    from onrecord.export import jsonl

    if result.findings is None or result.state == "failed":
        return
    if result.state == "same":
        yield jsonl.dumps(jsonl.same_line(result.findings.document, text=text))
    else:
        rows = jsonl.lines(result.findings, text=text, everything=everything, min_confidence=floor)
        yield from map(jsonl.dumps, rows)
