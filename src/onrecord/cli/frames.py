"""``onrecord frames``: the lexicon of frames, and a check of one's own."""

from __future__ import annotations

import sys
import traceback
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import READ_ALL, SOME_FAILED, Debug, Frames, Model, Paths, complain, counted, note, visible
from onrecord.errors import PageError, StepError
from onrecord.schema import PageFault

frames = typer.Typer(
    name="frames",
    help="The lexicon of frames: what a predicate means wherever it stands.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)

File = Annotated[
    Path | None, typer.Argument(metavar="FILE", help="A file with frames of your own; the shipped ones if not given.")
]


@frames.command("check")
def check(file: File = None, model: Model = None) -> None:
    """Run each frame's example, which must match, and its near miss, which must not.

    Examples:

        onrecord frames check
        onrecord frames check my-frames.toml
    """
    from onrecord.framecheck import check as check_frames
    from onrecord.lexicon.frames import load_frames
    from onrecord.steps import assemble

    pipeline = assemble(model, file)
    wanted = pipeline.frames.frames[len(load_frames().frames) :] if file else pipeline.frames.frames
    bad = 0
    for fault in check_frames(wanted, pipeline.frames, pipeline.annotator, pipeline.actors):
        print(fault)
        bad += 1
    note(f"{counted(len(wanted), 'frame')} checked: {counted(bad, 'fault')}")
    raise typer.Exit(SOME_FAILED if bad else READ_ALL)


@frames.command("list")
def listing(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Only frames whose id or example holds this.")] = "",
    type: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only frames of this PLOVER type; may be repeated."),
    ] = None,
) -> None:
    """List the frames with class, type and example.

    Examples:

        onrecord frames list
        onrecord frames list accuse
        onrecord frames list --type PROTEST
    """
    from onrecord.cli.filters import types
    from onrecord.lexicon.frames import load_frames

    wanted = types(type)
    shown = 0
    for frame in load_frames().frames:
        line = f"{frame.id}\t{frame.example}"
        if words.lower() in line.lower() and (not wanted or frame.type in wanted):
            print(line)
            shown += 1
    note(counted(shown, "frame"))


@frames.command("coverage")
def coverage(
    paths: Paths,
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="The most rows to show; 0 shows all.")] = 50,
    frames: Frames = None,
    model: Model = None,
    debug: Debug = False,
) -> None:
    """Show the predicates with public actors that no frame covers, the most frequent first, and the covered share.

    A row has the count, the part of speech, the lemma, whether frames of it are there that did not hold (else -), and the
    first sentence.

    Examples:

        onrecord frames coverage pages/
        onrecord frames coverage --limit 0 pages/ > missing.tsv
    """
    from onrecord.framecoverage import Coverage, predicates_of
    from onrecord.read import pages
    from onrecord.steps import assemble, attempt, place, read_page

    pipeline, counts, failed = assemble(model, frames), Coverage(), False
    for page in pages(paths, sys.stdin.buffer):
        where = place(page.path, page.line)
        try:
            if isinstance(page, PageFault):
                raise PageError(page.reason)
            document = read_page(page)
            counts.count(attempt("coverage", where, partial(predicates_of, document, pipeline)))
        except (PageError, StepError) as error:
            complain(where, str(error))
            failed = True
            if debug:
                note(traceback.format_exc().rstrip())
    missing = counts.missing
    for row in missing[: limit or None]:
        print(visible("\t".join((str(row.count), row.pos, row.lemma, "known" if row.known else "-", row.example))))
    if limit and len(missing) > limit:
        note(f"{counted(len(missing) - limit, 'more predicate')}; --limit 0 shows all")
    note(
        f"covered: {counts.covered:,} of {counted(counts.total, 'predicate')} with public actors ({100 * counts.share:.1f} %)"
    )
    raise typer.Exit(SOME_FAILED if failed else READ_ALL)
